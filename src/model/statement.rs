//! Statements and their kin.

use serde::{Deserialize, Serialize};

use super::{Content, Masthead, MemberState, Offsets, Party, Printed, PrintedDate, Signatory};

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
    /// The dates that the line of its date gives behind the first, such as the last day of a
    /// meeting.
    #[serde(default)]
    pub further_dates: Vec<PrintedDate>,
    /// The place of the statement, from where its date is.
    pub place: Option<Printed>,
    /// Who makes the statement, by its title; of a speech the speaker, by the lines above it; of a
    /// memorandum the one it is from. Empty where none is named.
    #[serde(default)]
    pub issuers: Vec<Party>,
    /// Who a memorandum is to, in printed order; empty for other statements.
    #[serde(default)]
    pub addressees: Vec<Party>,
    /// The subject of a memorandum's form; null where there is none.
    #[serde(default)]
    pub subject: Option<Printed>,
    /// The meeting or event that it was made at, as the title or a line near it names it; null
    /// where none is named.
    #[serde(default)]
    pub occasion: Option<Printed>,
    /// The States that the opening paragraph, else the title, names as those who make the statement,
    /// in printed order; empty where neither names several.
    pub parties: Vec<MemberState>,
    /// Who signed, in printed order.
    pub signatories: Vec<Signatory>,
    /// The text, the notes and the attachments.
    pub content: Content,
}
