//! Drafts.

use serde::{Deserialize, Serialize};

use super::{Content, Masthead, Offsets, Organization, Printed, PrintedDate, Sponsor};

/// A draft of a resolution or decision, or an amendment to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct DraftResolution {
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
    /// The subject, without the line of sponsors; null where none was found.
    pub title: Option<Printed>,
    /// What it is a draft of.
    pub draft_of: DraftKind,
    /// The organ that is to adopt it; null where no line of it was found.
    pub organ: Option<Organization>,
    /// Who submits it, in printed order; empty where nobody is named.
    pub sponsors: Vec<Sponsor>,
    /// A date of the draft itself, which most do not have; null where none was found.
    pub document_date: Option<PrintedDate>,
    /// The text, the notes and the annexes. Paragraphs are blocks of the kinds
    /// `preambular_paragraph` and `operative_paragraph`, with their items below them.
    pub content: Content,
}

/// What a draft is a draft of: `resolution`, `decision`, or `amendment` to another draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum DraftKind {
    Resolution,
    Decision,
    Amendment,
}
