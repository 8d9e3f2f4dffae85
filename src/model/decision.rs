//! Decisions.

use serde::{Deserialize, Serialize};

use super::{Adoption, Content, Masthead, Offsets, Organization, Printed, PrintedDate};

/// A decision of an organ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct Decision {
    /// Version of the JSON format, such as "1.0".
    pub schema_version: String,
    /// What all spans, ranges and offsets in the document count; `utf8` in documents of version
    /// 1.0, which do not say it.
    #[serde(default)]
    pub offsets: Offsets,
    /// Name of the input as the caller gave it, such as a path; null where none was given, and in
    /// attached documents.
    pub source: Option<String>,
    /// The masthead. Where it is lost, the symbol is made of the heading's number.
    pub masthead: Masthead,
    /// The subject; null where none was found.
    pub title: Option<Printed>,
    /// The organ that adopts, from its own line, else from the symbol; null where neither is there.
    pub organ: Option<Organization>,
    /// The number as printed in the heading, such as "487 (1981)", "78/29" or "2625 (XXV)"; null
    /// where the heading has none.
    pub number: Option<Printed>,
    /// The date of adoption; null where none was found.
    pub document_date: Option<PrintedDate>,
    /// How and when it was adopted.
    pub adoption: Adoption,
    /// The text, the notes and the annexes. Paragraphs are blocks of the kinds
    /// `preambular_paragraph` and `operative_paragraph`, with their items below them.
    pub content: Content,
}
