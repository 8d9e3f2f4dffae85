//! Numbers of the notes and letters in an exchange between Governments.
//!
//! ```text
//! line   = [ noun ] , number , [ "." ]
//! noun   = "Note" | "Letter" | "No." | "Nr."     (any case)
//! number = roman | digit
//! ```
//!
//! Treaty series print them above each note. A number alone counts only where several stand in
//! order, each above the front of a note or letter; that is for the assembly to see.

use crate::model::symbol::roman;

/// The number of a note or letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ExchangeNumber {
    /// Its value.
    pub(crate) value: u8,
    /// Whether the line names a note or letter beside it.
    pub(crate) named: bool,
}

/// Reads a line that holds such a number and nothing else. Hash signs and stars of Markdown around
/// it are overlooked.
#[inline]
pub(crate) fn exchange_number(line: &str) -> Option<ExchangeNumber> {
    // Most lines are longer; to them the question costs no call.
    if line.len() > 24 { None } else { number_alone(line) }
}

fn number_alone(line: &str) -> Option<ExchangeNumber> {
    let bare = line.trim_matches(['#', '*', '_', ' ', '.', '[', ']']);
    let (noun, number) = match bare.split_once(char::is_whitespace) {
        Some((noun, number)) => (Some(noun), number.trim()),
        None => (None, bare),
    };
    let known = ["note", "letter", "no.", "nr.", "nr", "no"];
    if noun.is_some_and(|noun| !known.iter().any(|word| word.eq_ignore_ascii_case(noun))) {
        return None;
    }
    let named = noun.is_some();
    let value = match number.parse::<u8>() {
        // "No. 12" is a note's own number.
        Ok(value) => {
            noun.filter(|noun| !noun.to_lowercase().starts_with("no."))?;
            value
        }
        Err(_) => u8::try_from(roman(number)?).ok()?,
    };
    (1..=40).contains(&value).then_some(ExchangeNumber { value, named })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_notes_are_read() {
        let read = |line| exchange_number(line).map(|found| (found.value, found.named));
        assert_eq!(read("NOTE I."), Some((1, true)));
        assert_eq!(read("Letter II"), Some((2, true)));
        assert_eq!(read("### Nr.  IV"), Some((4, true)));
        assert_eq!(read("Letter 3"), Some((3, true)));
        assert_eq!(read("II"), Some((2, false)));
        for line in ["3", "Note", "No. 3", "No. 3841", "Annex I", "Note verbale", "IC"] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
