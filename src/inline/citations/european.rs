//! Legal acts of the European Union and Communities.
//!
//! ```text
//! act    = [ institution ] noun "(" treaty ")" [ "No" [ "." ] ] number "/" number
//!        | [ institution ] noun [ "No" [ "." ] ] year "/" number "/" treaty
//! noun   = "Regulation" | "Decision" | "Directive" | "Common Position" | "Joint Action"
//! treaty = "EU" | "EC" | "EEC" | "CFSP" | "JHA" | "Euratom"
//! ```
//!
//! The mark of the treaty tells them from texts of the United Nations. An act that carries it behind
//! its number is known by that number (`2011/137/CFSP`), another by its name as printed (`Council
//! Regulation (EU) No. 204/2011`). Source: the Interinstitutional Style Guide of the European Union.

use super::lex::{after, before, strip_words};
use super::memory::Known;
use super::{Found, Scanner, dates, pinpoint};
use crate::model::{CitationTarget, OtherTarget, Status};

/// The nouns of acts, by the word at which they are found.
pub(super) const NOUNS: [&str; 9] = [
    "Regulation",
    "regulation",
    "Decision",
    "decision",
    "Directive",
    "directive",
    "Position",
    "position",
    "Action",
];

const TREATIES: [&str; 6] = ["EU", "EC", "EEC", "CFSP", "JHA", "Euratom"];

/// Words that belong to the name of an act before its noun.
const BEFORE: [&str; 8] =
    ["Common", "Joint", "Framework", "Implementing", "Delegated", "Council", "Commission", "EU"];

impl Scanner<'_> {
    /// Reads an act whose noun is the word at `start`.
    pub(super) fn european(&mut self, start: usize, word: &str) -> Option<usize> {
        if !NOUNS.contains(&word) {
            return None;
        }
        let text = self.text;
        let behind = start + word.len();
        let window = after(text, behind, 40);
        let (number, len, marked) = number(window)?;
        let end = behind + len;
        let begin = named(text, start);
        let label =
            if marked { text[begin..end].to_owned() } else { window[number..len].to_owned() };
        // `amending Decision (CFSP) 2016/849`: one that was named in full.
        let number = &window[number..len];
        let before = self.memory.alias(number).cloned();
        let status = if before.is_some() { Status::Inferred } else { Status::Printed };
        let known = before.unwrap_or_else(|| {
            let target = CitationTarget::Other(OtherTarget { label: label.clone() });
            Known { canonical: label, target }
        });
        self.memory.define(number, &known);
        let (days, dated) = dates(text, end);
        let (pinpoints, finish) = pinpoint::behind(text, dated);
        let found = Found::of(begin..end, known, status);
        let date = days.first().copied();
        self.push(Found { pinpoints, end: finish, date, ..found });
        Some(end)
    }
}

/// Where the number begins in the text behind a noun, where it ends, and whether the mark of the
/// treaty stands before it.
fn number(text: &str) -> Option<(usize, usize, bool)> {
    let mut rest = text.strip_prefix(' ')?;
    let inner = rest.strip_prefix('(').and_then(|inner| inner.split_once(')'));
    let marked = inner.filter(|(mark, _)| mark.split(", ").all(|mark| TREATIES.contains(&mark)));
    if let Some((_, behind)) = marked {
        rest = behind.strip_prefix(' ')?;
    }
    for no in ["No. ", "No ", "Nos. ", "Nos "] {
        rest = rest.strip_prefix(no).unwrap_or(rest);
    }
    let begin = text.len() - rest.len();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(rest);
    let second = rest[first..].strip_prefix('/').map_or(0, digits);
    if !((1..=4).contains(&first) && (1..=4).contains(&second)) {
        return None;
    }
    let end = first + 1 + second;
    if marked.is_some() {
        return Some((begin, begin + end, true));
    }
    let treaty = rest[end..].strip_prefix('/')?;
    let treaty =
        TREATIES.iter().filter(|mark| treaty.starts_with(**mark)).max_by_key(|m| m.len())?;
    Some((begin, begin + end + 1 + treaty.len(), false))
}

/// Where the name of an act begins whose noun stands at `at`.
fn named(text: &str, at: usize) -> usize {
    let window = before(text, at, 60);
    let mut head = window.trim_end();
    while let Some(rest) = BEFORE.iter().find_map(|word| strip_words(head, word)) {
        head = rest.trim_end();
    }
    let begin = at - window.len() + head.len();
    begin + text[begin..at].len() - text[begin..at].trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn acts_by_the_mark_of_their_treaty() {
        check(&[
            (
                "implementing Council Decision 2011/137/CFSP and Council Regulation (EU) No. 204/2011,",
                &["2011/137/CFSP", "Council Regulation (EU) No. 204/2011"],
            ),
            (
                "Council Decision (CFSP) 2016/849 of 27 May 2016",
                &["Council Decision (CFSP) 2016/849"],
            ),
            ("Common Position 2007/140/CFSP", &["2007/140/CFSP"]),
            (
                "Council Decision (CFSP) 2017/345 amending Decision (CFSP) 2016/849 and (CFSP) 2017/345",
                &["Council Decision (CFSP) 2017/345", "Decision (CFSP) 2016/849"],
            ),
            (
                "Commission Implementing Regulation (EU) 2017/880",
                &["Commission Implementing Regulation (EU) 2017/880"],
            ),
            ("decision 2011/137 of the Economic and Social Council", &["E/DEC/2011/137"]),
            ("regulation 5/2 of the staff", &[]),
        ]);
    }
}
