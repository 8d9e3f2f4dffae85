//! Places in the caller's text.

use serde::{Deserialize, Serialize};

/// A half-open range of offsets in the source text, as the caller gave it.
///
/// Offsets count from 0, in the unit that the field `offsets` of the whole names: bytes of UTF-8
/// unless the caller asked for another. `start` is that of the first unit, `end` that after the last
/// one; both lie between characters, so the slice of the source from `start` to `end` is always the
/// printed text, line breaks included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// Offset of the first unit.
    pub start: u32,
    /// Offset after the last unit.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`.
    ///
    /// ```
    /// let span = verbale::Span::new(4, 9);
    /// assert_eq!(span.slice("The Niger"), "Niger");
    /// ```
    pub fn new(start: usize, end: usize) -> Self {
        Span { start: start as u32, end: end as u32 }
    }

    /// The text that stands here in `source`; empty where the span does not fit `source`.
    #[inline]
    pub fn slice(self, source: &str) -> &str {
        source.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end.saturating_sub(self.start)) as usize
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Whether a character is white space to this crate: Unicode's white space, and the characters
/// without width that extractions leave behind (byte-order mark, zero-width space and joiners).
pub fn is_white(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}')
}
