//! Numbers of operative paragraphs that are more than digits and a full stop: those that a scan has
//! damaged, and those that amendments insert.
//!
//! ```text
//! damaged  = digit , { digit } , [ "\\" ] , [ "." | "," | ":" | ";" | ")" ] , operative verb
//! digit    = "0" to "9" | what scans give for them: "l" "I" "i" "|" (1), "O" "o" (0), "S" "s" (5) ...
//! inserted = "0" to "9" , { ... } , " " , ( "bis" | "ter" | "quater" ) , "."
//! ```
//!
//! Only a verb of the table behind it makes such a run of signs a number, and only the number that
//! is due next makes letters digits.

use std::ops::Range;

use super::super::action::{ActionKind, action};
use super::super::forms::Forms;
use super::super::item::item_number;
use super::Planner;
use super::paragraph::closes_clause;

impl Planner<'_> {
    /// Notes such numbers in a body.
    pub(super) fn numbers(&mut self, body: Range<usize>) {
        let mut last = 0;
        for row in body {
            let text = self.text(row);
            if !may_begin(text) {
                continue;
            }
            if self.forms[row].has(Forms::ITEM)
                && let Some((_, number, true)) = item_number(text)
            {
                last = number.and_then(|number| number.parse().ok()).unwrap_or(last);
                continue;
            }
            let apart = || {
                self.rows[row].line.gap > 0
                    || row.checked_sub(1).is_none_or(|above| closes_clause(self.text(above)))
            };
            if let Some((_, number)) = inserted_number(text).filter(|_| apart()) {
                self.plan.numbers.push((row, number.to_owned()));
                continue;
            }
            let Some((_, value, sure)) = damaged_number(text) else { continue };
            let due = value == last + 1 || value == 1;
            if (due || sure) && apart() {
                self.plan.numbers.push((row, value.to_string()));
                last = value;
            }
        }
    }
}

/// Whether a text may begin with any number of a paragraph, by its first sign: a digit, a sign that
/// may be one, or a mark before it.
fn may_begin(text: &str) -> bool {
    text.starts_with(|c: char| {
        digit(c).is_some() || matches!(c, '*' | '_' | ' ' | '"') || !c.is_ascii()
    })
}

/// Bytes up to the words behind such a number.
pub(crate) fn number_length(text: &str) -> Option<usize> {
    let damaged = || damaged_number(text).map(|(length, ..)| length);
    inserted_number(text).map(|(length, _)| length).or_else(damaged)
}

/// The number that an amendment inserts, at the start of a paragraph: bytes up to its words, and
/// the number as printed.
fn inserted_number(text: &str) -> Option<(usize, &str)> {
    let start = text.trim_start_matches(['“', '"', '*', '_', ' ']);
    let digits = start.find(|c: char| !c.is_ascii_digit()).filter(|&digits| digits > 0)?;
    let suffix = start[digits..].trim_start_matches(['*', '_', ' ']);
    let word = ["bis", "ter", "quater"].iter().find(|word| suffix.starts_with(**word))?;
    let end = start.len() - suffix.len() + word.len();
    let rest = start[end..].trim_start_matches(['*', '_']).strip_prefix('.')?;
    Some((text.len() - rest.trim_start().len(), &start[..end]))
}

/// The damaged number at the start of a paragraph: bytes up to its words, the number, and whether
/// its digits are digits.
fn damaged_number(text: &str) -> Option<(usize, u32, bool)> {
    let start = text.trim_start_matches(['*', '_', ' ']);
    let length = start.find(|c: char| digit(c).is_none()).unwrap_or(start.len());
    if length == 0 || length > 3 {
        return None;
    }
    let mut value = 0;
    for c in start[..length].chars() {
        value = value * 10 + digit(c)?;
    }
    let rest = start[length..].trim_start_matches(' ');
    let rest = rest.strip_prefix('\\').unwrap_or(rest);
    let marked = rest.strip_prefix(['.', ',', ':', ';', ')']);
    let sure = marked.is_some() && start[..length].bytes().all(|b| b.is_ascii_digit());
    let rest = marked.unwrap_or(rest).trim_start_matches(' ');
    let verb = action(rest)?;
    let operative = verb.kind == ActionKind::Operative && verb.listed;
    (operative && value > 0).then_some((text.len() - rest.len(), value, sure))
}

/// The digit that a sign is or that a scan gives it for.
fn digit(c: char) -> Option<u32> {
    match c {
        'l' | 'I' | 'i' | '|' | '!' => Some(1),
        'O' | 'o' => Some(0),
        'Z' | 'z' => Some(2),
        'S' | 's' => Some(5),
        'b' => Some(6),
        'B' => Some(8),
        'g' | 'q' => Some(9),
        _ => c.to_digit(10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_numbers_need_an_operative_verb() {
        let read = |text| damaged_number(text).map(|(_, value, sure)| (value, sure));
        assert_eq!(read("1, Extends once more the mandate"), Some((1, true)));
        assert_eq!(read("ll. Requests the Secretary-General"), Some((11, false)));
        assert_eq!(read("6Also reaffirms its resolution"), Some((6, false)));
        assert_eq!(read("S. Urges all States"), Some((5, false)));
        assert_eq!(read("1\\. **Requests** the Council"), Some((1, true)));
        assert_eq!(damaged_number("4. *Notes* it").map(|(at, ..)| at), Some(3));
        assert_eq!(inserted_number("89 bis. Calls upon States"), Some((8, "89 bis")));
        assert_eq!(number_length("89 bis. Calls upon States"), Some(8));
        assert_eq!(inserted_number("89 biscuits"), None);
        for text in ["1, 2 and 3 of the report", "I. General remarks", "1946 Notes", "Requests it"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
