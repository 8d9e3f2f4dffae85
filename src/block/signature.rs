//! Signatures.
//!
//! ```text
//! signature = mark , name , { title }
//! mark      = "(Signed)" | "(Signed):" | "[Signed]" | "Signed:" | "/s/"      (any case)
//! ```
//!
//! United Nations house form is "(Signed) Kofi A. Annan", with the titles on the lines below;
//! Geneva has a colon. A title may be broken over lines in the middle of a phrase.

use std::ops::Range;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag_no_case;
use nom::character::complete::{char, one_of, space0};
use nom::combinator::{opt, recognize};
use nom::sequence::{delimited, terminated};

use crate::gazetteer::OfficeClass;
use crate::inline::office_at;
use crate::text::{Line, begins_lower, ends_open};

/// What a signature says, by ranges in the joined text of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SignatureReading {
    pub(crate) mark: Range<usize>,
    pub(crate) name: Option<Range<usize>>,
    pub(crate) titles: Vec<Range<usize>>,
}

/// The mark of a signature at the start of a line: its length, and what follows it.
pub(crate) fn signature_mark(line: &str) -> Option<(usize, &str)> {
    if !line.starts_with(['(', '[', 'S', 's', '/']) {
        return None;
    }
    let signed = || tag_no_case::<&str, &str, ()>("signed");
    let bracketed = delimited(one_of("(["), delimited(space0, signed(), space0), one_of(")]"));
    let (rest, _) = alt((
        recognize((bracketed, opt((space0, char(':'))))),
        recognize(terminated(signed(), (opt(tag_no_case(" by")), space0, char(':')))),
        recognize(tag_no_case("/s/")),
    ))
    .parse(line)
    .ok()?;
    Some((line.len() - rest.len(), rest))
}

/// Whether the line begins with the name of an office, as the lines below a signature do.
pub(crate) fn is_title_line(line: &str) -> bool {
    line.len() < 160 && !line.ends_with(';') && office_at(line, 0).is_some()
}

/// Reads a signature from its lines, given with the range that each takes in the joined text.
pub(crate) fn signature(text: &str, lines: &[Range<usize>]) -> Option<SignatureReading> {
    let (length, _) = signature_mark(text)?;
    let mark = 0..length;
    let mut rest: Vec<Range<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let start = if at == 0 { length } else { line.start };
        if let Some(range) = trimmed(text, start..line.end) {
            rest.push(range);
        }
    }
    let mut rest = rest.into_iter();
    let Some(first) = rest.next() else {
        return Some(SignatureReading { mark, name: None, titles: Vec::new() });
    };
    let (name, inline_title) = name_and_title(text, first);
    let name = without_honorific(text, name);
    let mut titles: Vec<Range<usize>> = inline_title.into_iter().collect();
    let mut whole = titles.is_empty();
    for line in rest {
        let words = &text[line.clone()];
        match titles.last_mut() {
            Some(last) if !whole && continues(&text[last.clone()], words) => last.end = line.end,
            _ => titles.push(line),
        }
        whole = false;
    }
    Some(SignatureReading { mark, name: Some(name), titles })
}

/// The name without "Mr." and the like: signatures leave honorifics out.
fn without_honorific(text: &str, name: Range<usize>) -> Range<usize> {
    const HONORIFICS: [&str; 10] =
        ["H.E. ", "H. E. ", "Mr. ", "Mrs. ", "Ms. ", "Miss ", "Dr. ", "Prof. ", "Mr ", "Ms "];
    let mut start = name.start;
    while let Some(honorific) = HONORIFICS.iter().find(|h| text[start..name.end].starts_with(**h)) {
        start += honorific.len();
    }
    start..name.end
}

/// Whether a title line goes on with the next line: it ends open, or what follows is no office.
fn continues(title: &str, next: &str) -> bool {
    ends_open(title)
        || begins_lower(next)
        || (office_at(next, 0).is_none() && next.chars().next().is_some_and(char::is_alphabetic))
}

/// Splits a line that holds a name with titles behind it.
fn name_and_title(text: &str, line: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let words = &text[line.clone()];
    let starts = words.match_indices(' ').map(|(at, _)| at + 1);
    let title = starts.filter(|&at| words[..at].trim_end().contains(' ')).find(|&at| {
        words[at..].starts_with(char::is_uppercase)
            && office_at(words, at).is_some_and(|office| {
                // "King" and "Prince" are family names too.
                let ends = at + office.len == words.len() && !office.name.contains(' ');
                !(ends && office.class == OfficeClass::State)
            })
    });
    let whole = |range: Range<usize>| {
        let words = text[range.clone()].trim_end_matches([',', ' ']);
        range.start..range.start + words.len()
    };
    match title {
        Some(at) => (whole(line.start..line.start + at), trimmed(text, line.start + at..line.end)),
        None => (whole(line), None),
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let words = text.get(range.clone())?;
    let start = range.start + (words.len() - words.trim_start().len());
    let length = words.trim().len();
    (length > 0).then_some(start..start + length)
}

/// The ranges that the lines of a block take in its joined text, found word by word.
pub(crate) fn line_ranges(source: &str, text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut ranges = Vec::with_capacity(lines.len());
    for line in lines {
        let start = at;
        for word in line.text(source).split_whitespace() {
            if let Some(found) = text[at..].find(word) {
                at += found + word.len();
            }
        }
        ranges.push(start..at);
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> (Option<String>, Vec<String>) {
        let text = lines.join(" ");
        let mut at = 0;
        let ranges: Vec<Range<usize>> = lines
            .iter()
            .map(|line| {
                let range = at..at + line.len();
                at = range.end + 1;
                range
            })
            .collect();
        let reading = signature(&text, &ranges).unwrap();
        let words = |range: Range<usize>| text[range].to_owned();
        (reading.name.map(words), reading.titles.into_iter().map(words).collect())
    }

    #[test]
    fn marks_of_every_house() {
        for mark in
            ["(Signed)", "(signed)", "(Signed):", "[Signed]", "Signed:", "/s/", "( Signed )"]
        {
            let line = format!("{mark} Ada Byron");
            assert_eq!(signature_mark(&line), Some((mark.len(), " Ada Byron")), "{mark}");
        }
        assert_eq!(signature_mark("Signed in two copies"), None);
    }

    #[test]
    fn titles_broken_over_lines_are_joined() {
        let lines = [
            "(Signed): Ada Byron",
            "Ambassador for Disarmament Affairs",
            "Head of Delegation of the",
            "Kingdom of Norway",
            "to the Conference on Disarmament",
        ];
        assert_eq!(
            read(&lines),
            (
                Some("Ada Byron".into()),
                vec![
                    "Ambassador for Disarmament Affairs".into(),
                    "Head of Delegation of the Kingdom of Norway to the Conference on Disarmament"
                        .into()
                ]
            )
        );
    }

    #[test]
    fn titles_on_the_line_of_the_name_are_told_from_it() {
        assert_eq!(
            read(&["(Signed) Ada Byron Permanent Representative"]),
            (Some("Ada Byron".into()), vec!["Permanent Representative".into()])
        );
    }
}
