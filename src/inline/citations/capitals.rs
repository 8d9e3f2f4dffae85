//! Instruments that a heading in capitals names inside itself.
//!
//! ```text
//! name = "THE" head link capitals      ; IMPLEMENTATION OF THE AGREEMENT BETWEEN ...
//! head = "AGREEMENT" | "CONVENTION" | "TREATY" | "PROTOCOL" | "DECLARATION" | "STATUTE"
//! link = "BETWEEN" | "ON" | "FOR" | "CONCERNING" | "RELATING" | "ESTABLISHING"
//! ```
//!
//! The name ends with the words in capitals, at `AND ON` or at punctuation. What has no words
//! before it is the title of the text itself.

use super::Scanner;
use super::lex::{after, word};

pub(super) const HEADS: [(&str, &str); 6] = [
    ("AGREEMENT", "Agreement"),
    ("CONVENTION", "Convention"),
    ("TREATY", "Treaty"),
    ("PROTOCOL", "Protocol"),
    ("DECLARATION", "Declaration"),
    ("STATUTE", "Statute"),
];

const LINKS: [&str; 6] = ["BETWEEN", "ON", "FOR", "CONCERNING", "RELATING", "ESTABLISHING"];

/// A name in capitals has at least so many words behind its head.
const LEAST: usize = 4;

impl Scanner<'_> {
    /// Reads a name whose head noun in capitals is the word at `start`.
    pub(super) fn in_capitals(&mut self, start: usize, noun: &str) -> Option<usize> {
        let (_, head) = HEADS.iter().find(|(capitals, _)| *capitals == noun)?;
        let lead = ["OF THE ", "TO THE ", "UNDER THE ", "WITH THE "];
        if !lead.iter().any(|lead| self.text[..start].ends_with(lead)) {
            return None;
        }
        let window = after(self.text, start, 420);
        let mut end = noun.len();
        let mut words = 0;
        while let Some(rest) = window[end..].strip_prefix([' ', '-']) {
            let from = window.len() - rest.len();
            let len = rest.find([' ', '-', ',', ';', ':', '(', '.']).unwrap_or(rest.len());
            let next = &rest[..len];
            let capitals = next.contains(char::is_uppercase) && !next.contains(char::is_lowercase);
            if !capitals || rest.starts_with("AND ON ") {
                break;
            }
            if words == 0 && !LINKS.contains(&word(rest, 0)) {
                return None;
            }
            words += 1;
            end = from + len;
        }
        if words < LEAST {
            return None;
        }
        self.unlisted(start..start + end, head, start..start + end)?;
        Some(start + end)
    }
}
