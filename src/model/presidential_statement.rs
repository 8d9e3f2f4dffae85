//! Presidential statements.

use serde::{Deserialize, Serialize};

use super::{Adoption, Content, Masthead, Offsets, Organization, Printed, PrintedDate};

/// A statement that the president of an organ made on its behalf. Its paragraphs are blocks of the
/// kind paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct PresidentialStatement {
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
    /// The heading; null where none was found.
    pub title: Option<Printed>,
    /// The organ on whose behalf it was made; null where none was found.
    pub organ: Option<Organization>,
    /// The title of the agenda item that was considered, without quotation marks; null where the
    /// statement names none.
    pub item: Option<Printed>,
    /// The date of the meeting at which it was made; null where none was found.
    pub document_date: Option<PrintedDate>,
    /// How and when it was adopted.
    pub adoption: Adoption,
    /// The text, the notes and the annexes. Paragraphs are blocks of the kind `paragraph`.
    pub content: Content,
}
