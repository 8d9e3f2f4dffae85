//! What stands on the page, and where.

use serde::{Deserialize, Serialize};

use super::Date;
use crate::span::Span;

/// Words as they stand on the page, with their place.
///
/// The text is the printed one with line breaks and runs of blanks made one blank and
/// end-of-line hyphenation undone; nothing else is changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Printed {
    /// The printed words.
    pub printed: String,
    /// Where they stand in the source.
    pub span: Span,
}

/// A date as printed and as a calendar date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrintedDate {
    /// The calendar date, in the form year, year-month or year-month-day.
    pub date: Date,
    /// The printed words.
    pub printed: String,
    /// Where they stand in the source.
    pub span: Span,
}

/// How a value is known.
///
/// `printed`: it stands on the page as it is. `normalized`: damage of the page was read through
/// (a broken word, a look-alike letter). `inferred`: a part of it is not printed at this place and
/// follows from the context (a resolution's organ, a defined short name).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Status {
    Printed,
    Normalized,
    Inferred,
}
