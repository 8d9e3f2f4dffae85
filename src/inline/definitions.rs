//! Short names that a text introduces for itself.
//!
//! ```text
//! definition = meaning , "(" , [ words ] , quoted , { "or" , quoted } , ")"
//!            | meaning , "(" , acronym , ")"
//!            | meaning , "(" , [ word ] , "Protocol" , number , ")"
//! words      = "hereinafter" , ... | "hereafter" , ... | ... , "referred to as" | ... , "known as"
//! acronym    = two or more capitals, the initials of the meaning
//! ```
//!
//! The meaning is the name before the parenthesis: the words whose initials the acronym has, else a
//! name of the gazetteer, else the capitalised phrase; of a numbered protocol the phrase from its
//! head noun on.

use std::ops::Range;

use super::NameHit;
use crate::text::{beginning, ending};

/// A definition, by ranges in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DefinitionFound {
    pub(crate) terms: Vec<Range<usize>>,
    pub(crate) meaning: Range<usize>,
    /// The parenthesis.
    pub(crate) range: Range<usize>,
}

/// No defining parenthesis, and no name before one, is longer.
const LONGEST: usize = 300;

/// Finds the definitions of a text.
pub(crate) fn definitions(text: &str, names: &[NameHit]) -> Vec<DefinitionFound> {
    let mut found = Vec::new();
    for open in memchr::memchr_iter(b'(', text.as_bytes()) {
        let window = beginning(&text[open + 1..], LONGEST);
        let close = memchr::memchr2(b')', b'(', window.as_bytes());
        let Some(close) = close.filter(|&i| window.as_bytes()[i] == b')') else { continue };
        let inner = &window[..close];
        let terms = terms(inner, open + 1);
        let before = text[..open].trim_end().len();
        if terms.is_empty() || before == 0 {
            continue;
        }
        let quoted = inner.len() > terms[0].len();
        if let Some(meaning) = meaning(text, before, &terms, names, quoted) {
            found.push(DefinitionFound { terms, meaning, range: open..open + close + 2 });
        }
    }
    found
}

/// The terms inside a parenthesis: a bare acronym, or what stands in quotation marks.
fn terms(inner: &str, base: usize) -> Vec<Range<usize>> {
    if is_acronym(inner) || is_protocol(inner) {
        return std::iter::once(base..base + inner.len()).collect();
    }
    let defines = ["hereinafter", "hereafter", "henceforth", "the “", "the \"", "“", "\""];
    let begins =
        |word: &str| inner.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    // `(in this paragraph referred to as “the Convention”)`
    let called = |inner: &str| {
        let quote = inner.find(['“', '"', '«']).unwrap_or(0);
        let head = inner[..quote].trim_end();
        let head = head.strip_suffix(" the").unwrap_or(head);
        head.ends_with("referred to as") || head.ends_with("known as")
    };
    if !defines.iter().any(|word| begins(word)) && !called(inner) {
        return Vec::new();
    }
    let mut terms = Vec::new();
    let mut at = 0;
    while let Some(open) = inner[at..].find(['“', '"', '«']).map(|i| at + i) {
        let from = open + inner[open..].chars().next().map_or(1, char::len_utf8);
        let Some(close) = inner[from..].find(['”', '"', '»']).map(|i| from + i) else {
            break;
        };
        if close > from {
            terms.push(base + from..base + close);
        }
        at = close + inner[close..].chars().next().map_or(1, char::len_utf8);
    }
    terms
}

fn is_acronym(word: &str) -> bool {
    let stem = word.strip_suffix('s').unwrap_or(word);
    (2..=12).contains(&stem.len())
        && stem.starts_with(|c: char| c.is_ascii_uppercase())
        && stem.bytes().filter(u8::is_ascii_uppercase).count() >= 2
        && stem.bytes().all(|b| b.is_ascii_uppercase() || b == b'-' || b.is_ascii_digit())
}

/// `Protocol V`, `Amended Protocol II`: the number by which a protocol goes.
fn is_protocol(term: &str) -> bool {
    let Some((head, number)) = term.rsplit_once(' ') else { return false };
    let numeral = |digits: &[u8]| number.bytes().all(|b| digits.contains(&b));
    let before = head
        .strip_suffix("Protocol")
        .and_then(|before| if before.is_empty() { Some(before) } else { before.strip_suffix(' ') });
    (1..=5).contains(&number.len())
        && (numeral(b"IVX") || numeral(b"0123456789"))
        && before.is_some_and(|word| word.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn meaning(
    text: &str,
    end: usize,
    terms: &[Range<usize>],
    names: &[NameHit],
    quoted: bool,
) -> Option<Range<usize>> {
    if is_protocol(&text[terms[0].clone()]) {
        let head = words_before(text, end).find(|word| text[word.clone()] == *"Protocol")?;
        return Some(head.start..end);
    }
    let mut acronyms = terms.iter().map(|term| &text[term.clone()]).filter(|term| is_acronym(term));
    let by_initials = acronyms.find_map(|term| phrase_of(text, end, term));
    by_initials
        .or_else(|| {
            let ended = names.partition_point(|hit| hit.range.end <= end);
            let hit = &names[ended.checked_sub(1)?];
            (hit.range.end == end).then(|| hit.range.clone())
        })
        .or_else(|| if quoted { capitalised_phrase(text, end) } else { None })
}

/// The words before `end` whose initials are those of the acronym; function words may be left out.
fn phrase_of(text: &str, end: usize, acronym: &str) -> Option<Range<usize>> {
    let wanted: Vec<char> = acronym
        .strip_suffix('s')
        .unwrap_or(acronym)
        .chars()
        .filter(char::is_ascii_uppercase)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let mut left = wanted.as_slice();
    for word in words_before(text, end).take(wanted.len() * 2 + 2) {
        let initials: Vec<char> = text[word.clone()]
            .split(['-', '–'])
            .filter_map(|part| part.chars().next())
            .filter_map(|c| c.to_lowercase().next())
            .collect();
        let printed = &text[word.clone()];
        // A function word in lower case has no letter in an acronym.
        if printed.starts_with(char::is_lowercase) && is_function_word(printed) {
            continue;
        }
        if left.ends_with(&initials) {
            left = &left[..left.len() - initials.len()];
        } else if initials.first().is_some_and(|first| left.ends_with(&[*first])) {
            left = &left[..left.len() - 1];
        } else if !is_function_word(printed) {
            return None;
        }
        if left.is_empty() {
            return Some(word.start..end);
        }
    }
    None
}

/// The capitalised words before `end`, joined by function words.
fn capitalised_phrase(text: &str, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    for word in words_before(text, end).take(24) {
        let words = &text[word.clone()];
        if words.starts_with(char::is_uppercase) {
            start = word.start;
        } else if !is_function_word(words) || words.ends_with([',', ';']) {
            break;
        }
    }
    let phrase = &text[start..end];
    let bare = phrase.strip_prefix("The ").unwrap_or(phrase);
    (!bare.is_empty()).then_some(end - bare.len()..end)
}

fn is_function_word(word: &str) -> bool {
    ["of", "the", "and", "for", "on", "in", "to", "by", "with", "against", "a", "an", "at", "de"]
        .contains(&word.to_ascii_lowercase().as_str())
}

/// The words that end at or before `end`, the last one first, none further away than the longest
/// phrase.
fn words_before(text: &str, end: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let from = end - ending(&text[..end], LONGEST).len();
    let mut end = end;
    std::iter::from_fn(move || {
        end = from + text[from..end].trim_end().len();
        if end == from {
            return None;
        }
        let start = text[from..end].rfind(' ').map_or(from, |i| from + i + 1);
        let word = start..end;
        end = start;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::super::names;
    use super::*;

    fn read(text: &str) -> Vec<(Vec<&str>, &str)> {
        definitions(text, &names(text))
            .into_iter()
            .map(|d| (d.terms.into_iter().map(|r| &text[r]).collect(), &text[d.meaning]))
            .collect()
    }

    #[test]
    fn short_names_with_their_meanings() {
        assert_eq!(
            read(
                "States of the Nordic Transit Organization (hereinafter referred to as “NTO” or \
                “the organization”) met."
            ),
            vec![(vec!["NTO", "the organization"], "Nordic Transit Organization")]
        );
        assert_eq!(
            read("new information and communication technology (ICT) is"),
            vec![(vec!["ICT"], "information and communication technology")]
        );
        assert_eq!(
            read("the Organization of Inland Harbours (OIH)"),
            vec![(vec!["OIH"], "Organization of Inland Harbours")]
        );
        assert_eq!(
            read("under the Convention on the Rights of the Child (the “Convention”),"),
            vec![(vec!["Convention"], "Convention on the Rights of the Child")]
        );
        assert_eq!(
            read("the Law of the Sea Tribunal (hereinafter “the Tribunal”)"),
            vec![(vec!["the Tribunal"], "Law of the Sea Tribunal")]
        );
        assert_eq!(
            read("the Charter of the Lakes (in this note referred to as the “Lakes Charter”)"),
            vec![(vec!["Lakes Charter"], "Charter of the Lakes")]
        );
        assert_eq!(
            read("the Protocol on Nets, Hooks or Other Devices (Amended Protocol II) 4 and"),
            vec![(vec!["Amended Protocol II"], "Protocol on Nets, Hooks or Other Devices")]
        );
    }

    #[test]
    fn other_parentheses_define_nothing() {
        for text in [
            "the report (A/60/1)",
            "three States (Chad, Mali and Niger)",
            "(ICT)",
            "it (II)",
            "the nets (Protocol I)",
            "the Protocol on Nets (Chapter V)",
        ] {
            assert_eq!(read(text), vec![], "{text}");
        }
    }
}
