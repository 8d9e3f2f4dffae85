//! How and when a text was adopted.

use serde::{Deserialize, Serialize};

use super::{Printed, PrintedDate, Vote};
use crate::span::Span;

/// What the page says of the adoption of a resolution, decision or statement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Adoption {
    /// The date of adoption; null where none was found.
    pub date: Option<PrintedDate>,
    /// The meeting at which it was adopted; null where none was found.
    pub meeting: Option<Meeting>,
    /// Whether the page says that it was adopted without a vote, by consensus or by acclamation.
    pub without_a_vote: bool,
    /// Whether the page says that it was adopted unanimously.
    pub unanimous: bool,
    /// The vote; null where the page gives none.
    pub vote: Option<Vote>,
    /// What it was adopted on, without brackets, such as "on the report of the First Committee
    /// (A/80/1)" or "without reference to a Main Committee (A/60/L.1)"; null where the page does
    /// not say. What it refers to is among the citations of its block.
    pub reference: Option<Printed>,
}

/// A meeting of an organ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Meeting {
    /// Its number.
    pub number: u32,
    /// As printed, such as "2288th meeting".
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}
