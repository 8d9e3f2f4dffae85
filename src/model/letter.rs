//! Letters and notes.

use serde::{Deserialize, Serialize};

use super::{
    CirculationRequest, Content, Masthead, Offsets, Party, Printed, PrintedDate, Signatory,
};

/// A letter or note: who wrote to whom, when, what it transmits, and who signed. Notes verbales
/// are unsigned by rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct Letter {
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
    /// The heading as printed, all lines joined; null where the letter has none.
    pub title: Option<Printed>,
    /// The date of the letter, from its heading, else from its foot, else from what the text
    /// that carries it says of it.
    pub document_date: Option<PrintedDate>,
    /// The dates that its heading or the line of its date gives behind the first: of further
    /// letters, or the last day of a period.
    #[serde(default)]
    pub further_dates: Vec<PrintedDate>,
    /// The place that it is dated from, at its head or foot; null where none is printed.
    pub place: Option<Printed>,
    /// Who the letter is from, in printed order.
    pub senders: Vec<Party>,
    /// Who it is addressed to, in printed order.
    pub addressees: Vec<Party>,
    /// What it says that it transmits, from the heading, without the verb; null where the heading
    /// names nothing.
    pub transmits: Option<Printed>,
    /// The office, other than the writer's own, that the letter is written in: "Chair of the Group
    /// of 77"; null where none is named.
    pub capacity: Option<Printed>,
    /// The group or person that the writer speaks for; null where none is named.
    pub on_behalf_of: Option<Printed>,
    /// The request that it be circulated as a document; null where it makes none.
    pub circulation: Option<CirculationRequest>,
    /// Who signed, in printed order.
    pub signatories: Vec<Signatory>,
    /// The text, the notes and the attachments.
    pub content: Content,
}
