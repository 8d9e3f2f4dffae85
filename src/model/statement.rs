//! Statements and their kin.

use serde::{Deserialize, Serialize};

use super::{Content, Masthead, MemberState, Offsets, Printed, PrintedDate, Signatory};

/// A statement, declaration, communiqué, speech, memorandum or press release: made by a person or
/// a group, at a place and date, sometimes signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct Statement {
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
    /// The heading as printed, all lines joined; null where the statement has none.
    pub title: Option<Printed>,
    /// The date of the statement, from its own heading or foot, else from what the text that
    /// carries it says of it.
    pub document_date: Option<PrintedDate>,
    /// The place of the statement, from where its date is.
    pub place: Option<Printed>,
    /// The States that the opening paragraph names as those who make the statement, in printed
    /// order; empty where it names none.
    pub parties: Vec<MemberState>,
    /// Who signed, in printed order.
    pub signatories: Vec<Signatory>,
    /// The text, the notes and the attachments.
    pub content: Content,
}
