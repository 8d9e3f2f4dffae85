//! Numbers that may be the marks of notes and have no form that says so: behind other numbers,
//! or set apart from their word. What they are, only their turn can tell (`due`).
//!
//! ```text
//! number = digits behind a sign that closes a number | year , digits | session , "/" , digits
//!        | blank , digits , ( blank | sign | end )
//! ```

use std::ops::Range;

use super::marker::DIGITS;
use super::place::{continues, ends, is_abbreviation, is_counted, is_numbered, strength};
use crate::model::MONTHS;
use crate::text::{ending, find};

/// Says each number of a line that may be a mark and is `wanted`: its bytes, and whether it is
/// glued. `above` is the text that the line goes on with.
pub(super) fn numbers(
    text: &str,
    above: &str,
    wanted: impl Fn(u32) -> bool,
    mut say: impl FnMut(Range<usize>, u32, bool),
) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(from) = find(bytes, at, |byte| byte.is_ascii_digit()) {
        let end = from + bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = end;
        let after = &text[end..];
        let before = || if from == 0 { above } else { ending(&text[..from], LONGEST_WORDS) };
        let run = &text[from..end];
        // Most numbers of a text are none that a note has; these are not looked at.
        let number = |digits: &str| {
            let number = digits.parse().ok().filter(|_| !digits.starts_with('0'));
            number.filter(|&number| wanted(number))
        };
        if run.len() <= DIGITS {
            let Some(number) = number(run) else { continue };
            let before = before();
            let ends = ends(after) || has_next(after, number);
            let glued = from > 0 && ends && is_behind_mark(before, run);
            if glued || is_apart(before, after, ends, from == 0) {
                say(from..end, number, glued);
            }
            continue;
        }
        // A year, as most such runs are, that no session and stroke stand before.
        if run.len() == DIGITS + 1 && !text[..from].ends_with('/') {
            continue;
        }
        let before = if from == 0 { "" } else { before() };
        for length in kept(before, run) {
            let Some(number) = number(&run[length..]) else { continue };
            if ends(after) || has_next(after, number) {
                say(from + length..end, number, true);
            }
        }
    }
}

/// `10,11`: whether the next number follows a mark.
fn has_next(after: &str, number: u32) -> bool {
    let Some(row) = after.strip_prefix(',') else { return false };
    let digits = row.bytes().take(DIGITS + 1).take_while(u8::is_ascii_digit).count();
    row[..digits].parse() == Ok(number + 1) && ends(&row[digits..])
}

/// No two words before a mark are longer, in bytes.
const LONGEST_WORDS: usize = 128;

/// Signs that close a word, and those of them that close what is in them.
const CLOSING: [char; 11] = [',', ';', '.', ':', '?', '!', ')', ']', '”', '’', '"'];
const BRACKETS: [char; 5] = [')', ']', '”', '’', '"'];

/// `2006,1`, `77/45;5`, `(2016–2025)36`: a number right behind a sign that closes a number.
fn is_behind_mark(before: &str, number: &str) -> bool {
    let stem = before.trim_end_matches(CLOSING);
    let closing = &before[stem.len()..];
    let figures = &stem[stem.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
    if closing.contains(BRACKETS) {
        return !is_letter_of_list(before);
    }
    match closing.chars().next_back() {
        // "1,100 members"
        Some(',') => {
            let thousands = number.len() == 3 && (1..=3).contains(&figures.len());
            stem.ends_with(char::is_alphanumeric) && !thousands
        }
        Some(';') => stem.ends_with(char::is_alphanumeric),
        // "3.5 per cent", "10:30"
        Some('.' | ':') => is_year(figures) || is_session_number(stem),
        _ => false,
    }
}

/// How many digits of a run may be a number whose mark the others are: a year's four (`20051`), or
/// up to three behind a session and a stroke (`76/17918`).
fn kept(before: &str, run: &str) -> Range<usize> {
    let none = 0..0;
    let marks = |kept: usize| (1..=DIGITS).contains(&(run.len() - kept));
    let open = before.trim_end_matches(['-', '–', '‑', '/']);
    let joint = &before[open.len()..];
    if joint == "/" {
        let session = &open[open.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
        let behind = &open[..open.len() - session.len()];
        let bare = behind.is_empty() || behind.ends_with(|c: char| c.is_whitespace() || c == '(');
        let bare = bare || behind.ends_with(['-', '‑']);
        let is_session = (1..=3).contains(&session.len());
        return if bare && is_session && run.len() > DIGITS && !is_year(run) {
            run.len().saturating_sub(DIGITS).max(1)..(DIGITS + 1).min(run.len())
        } else {
            none
        };
    }
    let parted =
        before.is_empty() || before.ends_with(|c: char| c.is_whitespace() || "(“\"".contains(c));
    let range = !joint.is_empty()
        && open.trim_end().rsplit(|c: char| !c.is_ascii_digit()).next().is_some_and(is_year);
    if run.len() > 4 && is_year(&run[..4]) && marks(4) && (parted || range) { 4..5 } else { none }
}

fn is_year(figures: &str) -> bool {
    figures.len() == 4 && (figures.starts_with("19") || figures.starts_with("20"))
}

/// `77/45`: the number of a resolution ends the text.
fn is_session_number(text: &str) -> bool {
    let digits =
        |text: &str| text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let number = digits(text);
    let Some(rest) = text[..text.len() - number].strip_suffix('/') else { return false };
    let session = digits(rest);
    let behind = &rest[..rest.len() - session];
    number > 0 && session > 0 && !behind.ends_with(|c: char| c.is_alphanumeric() || c == '/')
}

/// `(a)`: the letter of an item of a list ends the text.
fn is_letter_of_list(text: &str) -> bool {
    let token = text.rsplit(char::is_whitespace).next().unwrap_or("");
    let inner = token.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    inner.is_some_and(|inner| inner.len() <= 4 && inner.chars().all(|c| c.is_ascii_lowercase()))
}

/// `in 2005 1 which`, `Development Goals 6 and`, `programme of work , 4`: a number set apart from
/// what it stands behind. `first`: it begins a line.
fn is_apart(before: &str, after: &str, ends: bool, first: bool) -> bool {
    let stem = before.trim_end();
    if stem.is_empty() || !first && stem.len() == before.len() {
        return false;
    }
    let next = after.split_whitespace().next().unwrap_or("");
    if after.starts_with(char::is_whitespace) && is_counted(next.trim_end_matches([',', '.'])) {
        return false;
    }
    // "weapons, 7in which": the blank behind the mark is lost.
    let joined = !after.is_empty() && after.starts_with(char::is_alphabetic) && continues(next);
    if !(ends || joined) {
        return false;
    }
    // A sign that is set apart too.
    let words = stem.trim_end_matches([',', ';']).trim_end();
    let sign = words.len() + 1 < stem.len();
    let stem = if sign { words } else { stem };
    let token = stem.rsplit(char::is_whitespace).next().unwrap_or("");
    let word = token.trim_end_matches(CLOSING);
    let behind = stem[..stem.len() - token.len()].trim_end();
    let counts = word == token && is_numbered(&word.to_lowercase()) && !is_whole(word, after)
        || is_abbreviation(word) && token.ends_with('.')
        // "May 16", but not "31 May 5".
        || MONTHS.contains(&word) && !behind.ends_with(|c: char| c.is_ascii_digit())
        || is_letter_of_list(token);
    if counts || word.is_empty() && !token.ends_with(BRACKETS) {
        return false;
    }
    let goes_on = joined || continues(next);
    if first {
        return goes_on && !token.ends_with(['.', ';', ':']) && !word.is_empty();
    }
    let figures = &word[word.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
    let closed = sign
        || word.starts_with(char::is_uppercase)
        || is_year(figures)
        || is_session_number(word)
        || token.ends_with(BRACKETS);
    let lower = next.is_empty()
        || next.starts_with(|c: char| c.is_lowercase() || c == '(')
        || !after.starts_with(char::is_whitespace);
    closed && lower || joined || strength(before, after).is_some()
}

/// `Development Goals 6 and to`: whether a word of several numbers has none behind it, as but one
/// stands there.
fn is_whole(word: &str, after: &str) -> bool {
    let mut words = after.split_whitespace();
    word.ends_with('s')
        && words.next() == Some("and")
        && words.next().is_some_and(|next| next.starts_with(char::is_alphabetic) && next.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        numbers(
            text,
            "",
            |_| true,
            |range, number, glued| {
                let before = text[..range.start].rsplit(' ').find(|word| !word.is_empty());
                let joint = if glued { "" } else { " " };
                found.push(format!("{}{joint}|{number}", before.unwrap_or("")));
            },
        );
        found
    }

    #[test]
    fn numbers_that_may_be_marks() {
        for (text, found) in [
            ("resolution 60/180,1 in which", "60/180,|1"),
            ("on 20 December 2031,12", "2031,|12"),
            ("of 20 December 20315 and", "2031|5"),
            ("for 2015–203017 and its", "2015–2030|17"),
            ("resolutions 76/17918 and", "76/179|18"),
            ("Nutrition (2036–2045)36 and", "(2036–2045)|36"),
            ("of 12 August 1949 8 and", "1949 |8"),
            ("Celestial Bodies 1 (the Treaty)", "Bodies |1"),
            ("the programme of work , 4 and", ", |4"),
            ("nuclear weapons, 7in which", "weapons, |7"),
            ("a conflict, 10,11", "conflict, |10"),
            ("a conflict,10,11", "conflict,|10"),
            ("a conflict,10,11", "conflict,10,|11"),
            ("Development Goals 6 and to", "Goals |6"),
            ("of 31 March 52 and", "March |52"),
        ] {
            assert!(read(text).iter().any(|f| f == found), "{text}: {:?}", read(text));
        }
    }

    #[test]
    fn numbers_that_are_none() {
        for text in [
            "1,100 members and 3.5 per cent",
            "at 10:30 on 3 May, in paragraph 5 of it",
            "S/2031/1025 and A/60/L.12, resolution 6/2031 of",
            "(a) 5 members, Vol. 2",
            "May 16, 2031",
            "on goals 6 and 7, of items 3 and (b)",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }
}
