//! Bounded looks before and behind a place, and the small tokens that the grammars share.

use nom::bytes::complete::take_while_m_n;
use nom::character::complete::satisfy;
use nom::combinator::{map_opt, not, recognize, verify};
use nom::multi::many_m_n;
use nom::sequence::terminated;
use nom::{IResult, Parser};

use crate::model::Status;
use crate::model::symbol::is_ideograph;
use crate::text::{beginning, ending, find};

/// How far a reader looks back for words that belong to a reference.
pub(super) const BEHIND: usize = 200;

/// At most `most` bytes of the text before `at`.
pub(super) fn before(text: &str, at: usize, most: usize) -> &str {
    ending(&text[..at], most)
}

/// At most `most` bytes of the text from `at` on.
pub(super) fn after(text: &str, at: usize, most: usize) -> &str {
    beginning(&text[at..], most)
}

/// Whether a character goes on with a word. Chinese sets no blank around a symbol.
pub(in crate::inline) fn is_word(c: char) -> bool {
    match c {
        // The marks and blanks of print, and letters of Latin, Greek and Cyrillic, are asked for
        // most; of the others the tables know.
        '\u{2000}'..='\u{206F}' => false,
        '_' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Α'..='Ρ' | 'Σ'..='ώ' | 'Ѐ'..='ҁ' => {
            true
        }
        _ => c.is_alphanumeric() && !is_ideograph(c),
    }
}

/// What stands before `phrase` at the end of `text`, if it stands there as whole words in any case.
pub(super) fn strip_words<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(phrase.len())?;
    // Most are refused by their last letter.
    let last = |text: &str| text.as_bytes().last().map(u8::to_ascii_lowercase);
    if last(text) != last(phrase) {
        return None;
    }
    let (head, tail) = (text.get(..at)?, text.get(at..)?);
    (tail.eq_ignore_ascii_case(phrase) && !head.ends_with(is_word)).then_some(head)
}

/// What follows `phrase` at the start of `text`, if it stands there as whole words in any case.
pub(super) fn skip_words<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let first = |text: &str| text.as_bytes().first().map(u8::to_ascii_lowercase);
    if first(text) != first(phrase) {
        return None;
    }
    let (head, tail) = (text.get(..phrase.len())?, text.get(phrase.len()..)?);
    (head.eq_ignore_ascii_case(phrase) && !tail.starts_with(is_word)).then_some(tail)
}

/// The word that begins at `at`: letters and digits.
pub(super) fn word(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    let other = find(rest.as_bytes(), 0, |byte| !byte.is_ascii_alphanumeric());
    let end = other.unwrap_or(rest.len());
    match rest.as_bytes().get(end) {
        Some(&b) if b == b'_' || !b.is_ascii() => rest.split(|c| !is_word(c)).next().unwrap_or(""),
        _ => &rest[..end],
    }
}

/// Where sentences end in `text`: behind a full stop and a blank, before a capital, unless the full
/// stop is that of an abbreviation.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    const SHORT: [&str; 14] = [
        "No", "Nos", "para", "paras", "art", "arts", "vol", "sect", "chap", "p", "pp", "Mr", "Res",
        "Supp",
    ];
    let stops = memchr::memchr_iter(b'.', text.as_bytes()).map(|at| at + 2);
    stops.filter(|&end| text.as_bytes().get(end - 1) == Some(&b' ')).filter(|&end| {
        let stem = &text[..end - 2];
        let word = &stem[stem.trim_end_matches(is_word).len()..];
        text[end..].starts_with(|c: char| c.is_uppercase() || "“\"(".contains(c))
            && !SHORT.contains(&word)
    })
}

/// The part of `text` behind its last sentence end.
pub(super) fn sentence(text: &str) -> &str {
    &text[sentence_ends(text).last().unwrap_or(0)..]
}

/// The part of `text` up to its first sentence end.
pub(super) fn to_sentence_end(text: &str) -> &str {
    &text[..sentence_ends(text).next().unwrap_or(text.len())]
}

/// One to three blanks.
pub(super) fn sp(i: &str) -> IResult<&str, &str> {
    recognize(many_m_n(1, 3, satisfy(char::is_whitespace))).parse(i)
}

/// At most three blanks.
pub(super) fn sp0(i: &str) -> IResult<&str, &str> {
    recognize(many_m_n(0, 3, satisfy(char::is_whitespace))).parse(i)
}

/// The word ends here.
pub(super) fn closed(i: &str) -> IResult<&str, ()> {
    not(satisfy(is_word)).parse(i)
}

/// A number of at most four digits without leading zero.
pub(super) fn number(i: &str) -> IResult<&str, u32> {
    let digits = take_while_m_n(1, 4, |c: char| c.is_ascii_digit());
    map_opt(terminated(digits, not(satisfy(|c| c.is_ascii_digit()))), |digits: &str| {
        digits.parse().ok().filter(|_| !digits.starts_with('0'))
    })
    .parse(i)
}

/// A year of the United Nations.
pub(super) fn year(i: &str) -> IResult<&str, u32> {
    verify(number, |n| (1945..=2100).contains(n)).parse(i)
}

/// A roman numeral.
pub(super) fn roman(i: &str) -> IResult<&str, &str> {
    take_while_m_n(1, 8, |c: char| "IVXLC".contains(c)).parse(i)
}

/// Any dash.
pub(super) fn dash(i: &str) -> IResult<&str, char> {
    satisfy(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}')).parse(i)
}

/// A name without the blanks that print sets beside a hyphen, and how it is known: `Extra- dition`,
/// `Non- Proliferation`, `Self -Government`; `pre- and post-war` is whole.
pub(super) fn mended(printed: &str) -> (String, Status) {
    let (mut name, mut status, mut from) = (String::new(), Status::Printed, 0);
    for (at, hyphen) in printed.match_indices(['-', '\u{2010}', '\u{2011}']) {
        let (before, behind) = (&printed[from..at], &printed[at + hyphen.len()..]);
        let early = before.ends_with(' ') && behind.starts_with(char::is_alphabetic);
        let late = behind.strip_prefix(' ').filter(|next| {
            before.ends_with(char::is_alphabetic) && !["and", "or", "to"].contains(&word(next, 0))
        });
        name.push_str(if early { before.trim_end() } else { before });
        // A small letter goes on with its word.
        if !late.is_some_and(|next| next.starts_with(char::is_lowercase)) {
            name.push('-');
        }
        from = at + hyphen.len() + usize::from(late.is_some());
        if early || late.is_some() {
            status = Status::Normalized;
        }
    }
    name.push_str(&printed[from..]);
    (name, status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole() {
        assert_eq!(strip_words("the General Assembly", "general assembly"), Some("the "));
        assert_eq!(strip_words("a Subassembly", "assembly"), None);
        assert_eq!(skip_words("of the", "of"), Some(" the"));
        assert_eq!(skip_words("often", "of"), None);
    }

    #[test]
    fn sentences_end_at_full_stops_but_not_behind_abbreviations() {
        assert_eq!(sentence("It met. The Council, para. 4, says"), "The Council, para. 4, says");
        assert_eq!(sentence("see No. 4 and vol. II"), "see No. 4 and vol. II");
    }
}
