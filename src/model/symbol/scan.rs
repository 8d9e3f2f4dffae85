//! Finding a symbol in running text.

use std::ops::Range;

use memchr::memmem;

use super::Symbol;
use super::read::{Buffer, reference};

/// A symbol in running text.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// Bytes read.
    pub len: usize,
    /// The symbol.
    pub symbol: Symbol,
    /// Whether it was printed with damage: spaces at a stroke, `l` for `1`, `$` or `§` for `S`,
    /// letters of another alphabet, dashes for hyphens, no-break spaces.
    pub repaired: bool,
    /// Each symbol of a joint one with its place from the first byte read on; none where the symbol
    /// is one alone.
    pub halves: Vec<(Symbol, Range<usize>)>,
}

/// Whether a character is one of the Chinese or Japanese scripts, which set no blanks between words.
pub(crate) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A symbol has its first digit within so many bytes.
const FIRST_DIGIT: usize = 48;

/// Reads the longest symbol, joint ones included, that begins exactly at byte `at` of `text`.
///
/// Sentence punctuation and parentheses that are not its own stay outside. The work at one place
/// is bounded.
pub(crate) fn scan(text: &str, at: usize) -> Option<Found> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    if !(first.is_ascii_uppercase() || "$§АЕСЅТ".contains(first)) {
        return None;
    }
    if text[..at].ends_with(|c: char| c == '/' || c.is_alphanumeric() && !is_ideograph(c)) {
        return None;
    }
    // No symbol is without a stroke near its beginning and a digit, but for `PSC/PR/COMM.(CCLXXX)`,
    // `PSC/PR/Comm(CXXV)`.
    let stroke = rest.chars().take(16).any(|c| c == '/');
    let near = &rest.as_bytes()[..rest.len().min(FIRST_DIGIT)];
    let digit = || {
        near.iter().any(u8::is_ascii_digit)
            || ["COMM.(", "COMM(", "Comm(", "Comm.("]
                .iter()
                .any(|form| memmem::find(near, form.as_bytes()).is_some())
    };
    let buffer = (stroke && digit()).then(|| Buffer::new(rest, true))?;
    let read = reference(&buffer, true).ok()?;
    let len = buffer.back(read.len);
    let halves = read.halves.into_iter();
    let halves = halves.map(|(half, at)| (half, buffer.back(at.start)..buffer.back(at.end)));
    Some(Found { len, symbol: read.symbol, repaired: read.repaired, halves: halves.collect() })
}
