//! Running text with what it mentions.

use serde::{Deserialize, Serialize};

use super::Mention;
use crate::span::Span;

/// The text of one paragraph, heading or line, as read, with its places in the source.
///
/// Line breaks and runs of blanks are one blank, end-of-line hyphenation is undone, markers of
/// footnotes are cut out and listed; nothing else is changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// The text as read.
    pub text: String,
    /// From its first to its last character in the source.
    pub span: Span,
    /// The stretches of the source that belong to it, in order. More than one where a page break,
    /// a footnote or a marker interrupts it; only white space between lines lies inside one.
    pub segments: Vec<Span>,
    /// What it mentions, by place.
    pub mentions: Vec<Mention>,
    /// Markers of footnotes that stand in it, by place.
    pub note_marks: Vec<NoteMark>,
}

/// The marker of a footnote in running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoteMark {
    /// The marker in plain digits, letters or stars.
    pub marker: String,
    /// Offset in the text as read of the place that it was cut from.
    pub offset: u32,
    /// Where the marker stands in the source.
    pub span: Span,
}

/// A half-open range of offsets in a text as read (not in the source), in the same unit as spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextRange {
    /// Offset of the first unit.
    pub start: u32,
    /// Offset after the last unit.
    pub end: u32,
}

impl TextRange {
    /// The range from `start` to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        TextRange { start: start as u32, end: end as u32 }
    }

    /// The words that stand here in `text`; empty where the range does not fit.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}
