//! The places in the text that may be markers of notes, by their form.
//!
//! ```text
//! place = digits glued to a word | superscript | stars | bracketed | digits , "/"
//!       | blank , digits                       (where extraction has set a superscript apart)
//! ```

use std::borrow::Cow;

use super::marker::{Class, DIGITS, bracketed, class, plain, run};
use crate::model::MONTHS;
use crate::text::{ending, find, is_any};

/// How sure a place in the text is the marker of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A number set apart, between words: `Implementation 5 and`.
    Weak,
    /// A number set apart after a mark: `on Environment, 1 Agenda 21, 2`.
    Set,
    /// Glued to its word: `China1`, `report.¹`, `members*`.
    Glued,
    /// `[1]`, `1/`: it has a form of its own.
    Own,
}

/// A place in the text that may be the marker of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place<'a> {
    pub(super) marker: Cow<'a, str>,
    /// Bytes of the line that it takes.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) strength: Strength,
}

/// Whether a marker may begin with a byte: digits, stars, brackets, the first bytes of superscripts
/// and daggers.
#[inline]
fn begins(byte: u8) -> bool {
    byte.is_ascii_digit() | is_any(byte, [b'*', b'[', 0xC2, 0xE2])
}

/// Every place of a line that may be a marker, in order. Numbers that are not `wanted` are none.
pub(super) fn places(text: &str, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = Place<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let from = find(text.as_bytes(), at, begins)?;
            let rest = &text[from..];
            // Most are digits, and no marker of a note.
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            if digits > DIGITS || digits > 0 && !wanted(&rest[..digits]) {
                at = from + digits;
                continue;
            }
            let first = rest.chars().next()?;
            let class = class(first);
            let length = match class {
                Class::Digit => digits,
                Class::Other => first.len_utf8(),
                _ => run(rest, class),
            };
            at = from + length;
            if let Some(place) = place(text, from, length, class) {
                at = at.max(place.end);
                return Some(place);
            }
        }
    })
}

/// No two words before a marker are longer, in bytes.
const LONGEST_WORD: usize = 256;

fn place(text: &str, from: usize, length: usize, class: Class) -> Option<Place<'_>> {
    let (before, after) = (ending(&text[..from], LONGEST_WORD), &text[from + length..]);
    let run = &text[from..from + length];
    let found = |end: usize, strength: Strength| {
        let marker = if class == Class::Superscript { plain(run).into() } else { run.into() };
        Some(Place { marker, start: from, end, strength })
    };
    match class {
        Class::Other if run == "[" => {
            let (length, marker) = bracketed(&text[from..])?;
            let end = from + length;
            let end = end + link(&text[end..]);
            let start = from - usize::from(before.ends_with('\\'));
            // Alone on its line it is broken off the text above.
            (start > 0 || end == text.len()).then(|| Place {
                marker: marker.into(),
                start,
                end,
                strength: Strength::Own,
            })
        }
        Class::Other => None,
        Class::Digit if is_stroke(before, after) => found(from + length + 1, Strength::Own),
        _ if !ends(after) => None,
        Class::Digit => strength(before, after).and_then(|s| found(from + length, s)),
        _ if before.is_empty() || before.ends_with(char::is_whitespace) => None,
        _ => found(from + length, Strength::Glued),
    }
}

/// The length of a link into the same page behind a bracket: `(#f1)`.
fn link(text: &str) -> usize {
    let inside = text.strip_prefix("(#").and_then(|t| t.find(')'));
    inside.filter(|&at| at < 40).map_or(0, |at| at + "(#)".len())
}

/// `242 (1967) 1/`, `Assembly, 3/`: a number and a stroke that nothing is joined to.
fn is_stroke(before: &str, after: &str) -> bool {
    let Some(behind) = after.strip_prefix('/') else {
        return false;
    };
    // "5/10", "2/- a person"
    let apart = !behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '-'));
    let set = before.ends_with(|c: char| c.is_whitespace() || c.is_alphabetic() || c == ')');
    apart && set && !before.trim().is_empty()
}

/// Whether no number goes on behind the digits.
pub(super) fn ends(after: &str) -> bool {
    let mut next = after.chars();
    match next.next() {
        None => true,
        Some('.' | ',') => !next.next().is_some_and(char::is_alphanumeric),
        Some(c) => !(c.is_alphanumeric() || matches!(c, '/' | '-' | '–' | '%')),
    }
}

/// Abbreviations after whose point a number is a number.
const BEFORE_NUMBER: [&str; 14] = [
    "Add", "Amend", "Art", "Corr", "No", "Nos", "Rev", "Vol", "art", "chap", "para", "paras",
    "sect", "vol",
];

fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| b"IVXLC".contains(&b))
}

/// Words that a number belongs to.
const NUMBERED: [&str; 61] = [
    "a",
    "about",
    "add",
    "all",
    "almost",
    "among",
    "an",
    "and",
    "annex",
    "another",
    "appendix",
    "approximately",
    "article",
    "articles",
    "at",
    "between",
    "box",
    "by",
    "chapter",
    "decision",
    "draft",
    "every",
    "figure",
    "first",
    "for",
    "from",
    "goal",
    "goals",
    "in",
    "item",
    "items",
    "last",
    "least",
    "less",
    "more",
    "next",
    "no",
    "number",
    "of",
    "on",
    "only",
    "or",
    "over",
    "page",
    "pages",
    "paragraph",
    "paragraphs",
    "part",
    "past",
    "phase",
    "pillar",
    "regulation",
    "resolution",
    "resolutions",
    "rule",
    "section",
    "some",
    "step",
    "table",
    "the",
    "to",
];

/// Whether a number behind the word belongs to it.
pub(super) fn is_numbered(lower: &str) -> bool {
    NUMBERED.contains(&lower)
}

/// Words that go on with a sentence and count nothing.
const GOING_ON: [&str; 24] = [
    "and", "as", "at", "but", "by", "for", "from", "has", "have", "in", "is", "of", "on", "or",
    "that", "the", "to", "was", "were", "which", "while", "will", "with", "shall",
];

/// Whether a sentence goes on with the word.
pub(super) fn continues(word: &str) -> bool {
    GOING_ON.contains(&word)
}

/// Whether a number stands behind the abbreviation.
pub(super) fn is_abbreviation(word: &str) -> bool {
    BEFORE_NUMBER.contains(&word)
}

/// Words of measures.
const COUNTED: [&str; 6] = ["per", "million", "billion", "years", "days", "months"];

/// Whether a word is that of a measure or a month: the number before it counts.
pub(super) fn is_counted(word: &str) -> bool {
    COUNTED.contains(&word) || MONTHS.contains(&word)
}

/// How sure a number between `before` and `after` is a marker.
pub(super) fn strength(before: &str, after: &str) -> Option<Strength> {
    let spaced = before.ends_with(char::is_whitespace);
    let stem = before.trim_end();
    if stem.is_empty() {
        return None;
    }
    let token = stem.rsplit(char::is_whitespace).next().unwrap_or("");
    let word = token.trim_end_matches(['.', ',', ';', ':', ')', '”', '’', '"', '\'', ']']);
    if !spaced {
        let letters = word.chars().rev().take_while(|c| c.is_alphabetic()).count();
        // "para.1", "paragraph III.7"
        let numbered = BEFORE_NUMBER.contains(&word) || token.ends_with('.') && is_roman(word);
        let glued = letters >= 3 && !token.contains('/') && !numbered;
        return glued.then_some(Strength::Glued);
    }
    let next = after.split_whitespace().next().unwrap_or("");
    if after.starts_with(char::is_whitespace) && is_counted(next.trim_end_matches([',', '.'])) {
        return None;
    }
    let marked = word.len() < token.len();
    if marked {
        // "paragraphs 3, 5 and 7", "para. 5", "Vol. 2": a number behind a number or an abbreviation.
        if word.is_empty() || BEFORE_NUMBER.contains(&word) && token.ends_with('.') {
            return None;
        }
        if word.len() > DIGITS || !word.bytes().all(|b| b.is_ascii_digit()) {
            return Some(Strength::Set);
        }
        let counted = stem[..stem.len() - token.len()].trim_end();
        let counted = counted.rsplit(char::is_whitespace).next().unwrap_or("").to_ascii_lowercase();
        let named = counted.ends_with(char::is_alphabetic) && !is_numbered(&counted);
        return named.then_some(Strength::Weak);
    }
    let counts = is_numbered(&word.to_ascii_lowercase()) || !word.ends_with(char::is_alphabetic);
    let goes_on = next.is_empty() || GOING_ON.contains(&next) || !after.starts_with(' ');
    (!counts && goes_on).then_some(Strength::Weak)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, Strength)> {
        places(text, |_| true).map(|p| (p.marker.into_owned(), p.strength)).collect()
    }

    #[test]
    fn markers_in_the_text_by_strength() {
        use Strength::{Glued, Own, Set, Weak};
        assert_eq!(
            read("on Environment, 1 Agenda 21, 2 the Plan) 3 and the text.4 See¹ and [5]"),
            vec![
                ("1".into(), Set),
                ("21".into(), Weak),
                ("2".into(), Weak),
                ("3".into(), Set),
                ("4".into(), Glued),
                ("1".into(), Glued),
                ("5".into(), Own),
            ]
        );
        assert_eq!(
            read("the Programme 6 and members* in 242 (1967) 7/ of"),
            vec![("6".into(), Weak), ("*".into(), Glued), ("7".into(), Own)]
        );
        assert_eq!(read("as [8](#f8) says"), vec![("8".into(), Own)]);
        assert_eq!(read("[8]"), vec![("8".into(), Own)]);
        assert_eq!(read("[8] says"), vec![]);
    }

    #[test]
    fn numbers_of_the_text_are_no_markers() {
        for text in [
            "See A/60/L.1, Add.1 and para.1, paragraph III.7",
            "paragraphs 3, 5 and 7 of the report",
            "on 3 September, in article 5 of it",
            "of 12 members and the 3 States",
            "Oslo, 15 June 2031",
            "20 per cent, or 30",
            "at Rs. 2/- a person",
        ] {
            assert_eq!(read(text), vec![], "{text}");
        }
    }
}
