//! Documents that are kept but not read into fields of their own.

use serde::{Deserialize, Serialize};

use super::{Content, Masthead, Offsets, Printed, PrintedDate, Signatory};

/// A document of a kind that is not known, or not read into fields of its own yet. Its text is
/// whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct OtherDocument {
    /// Version of the JSON format, such as "1.0".
    pub schema_version: String,
    /// What all spans, ranges and offsets in the document count; `utf8` in documents of version
    /// 1.0, which do not say it.
    #[serde(default)]
    pub offsets: Offsets,
    /// Name of the input as the caller gave it, such as a path; null where none was given, and in
    /// attached documents.
    pub source: Option<String>,
    /// The masthead.
    pub masthead: Masthead,
    /// The heading as printed, all lines joined; null where none was found.
    pub title: Option<Printed>,
    /// The words that say what it is, such as "Report" or "Memorandum"; null where none were
    /// found.
    pub form: Option<Printed>,
    /// The date of the document.
    pub document_date: Option<PrintedDate>,
    /// The place of the document, from where its date is.
    pub place: Option<Printed>,
    /// Who signed, in printed order.
    pub signatories: Vec<Signatory>,
    /// The text, the notes and the attachments.
    pub content: Content,
}
