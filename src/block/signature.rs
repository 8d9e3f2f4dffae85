//! Signatures.
//!
//! ```text
//! signature = [ party ] , [ mark ] , name , { title }
//! mark      = "(Signed)" | "(Signed):" | "[Signed]" | "Signed:" | "(Sgd.)" | "/s/"      (any case)
//! party     = ( "For" | "On behalf of" ) , ...                  (a line, see `signature_table`)
//! ```
//!
//! United Nations house form is "(Signed) Kofi A. Annan", with the titles on the lines below;
//! Geneva has a colon. A title may be broken over lines in the middle of a phrase.

use std::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while};
use nom::character::complete::{char, one_of, space0};
use nom::combinator::{opt, recognize};
use nom::sequence::{delimited, terminated};
use nom::{IResult, Parser};

use super::formulas::begins_foreign_office;
use super::signature_names::names_with_initials;
use super::signature_table::{party_length, party_line};
use crate::gazetteer::{OfficeClass, honorifics};
use crate::inline::{names, office_at};
use crate::text::{Line, begins_lower, ends_open};

/// What a signature says, by ranges in the joined text of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SignatureReading {
    /// For whom the person signs.
    pub(crate) party: Option<Range<usize>>,
    pub(crate) mark: Option<Range<usize>>,
    pub(crate) name: Option<Range<usize>>,
    pub(crate) titles: Vec<Range<usize>>,
}

/// The mark of a signature at the start of a line: its length, and what follows it. Marks of
/// emphasis in Markdown may stand around it or its word: `(*Signed*)`.
pub(crate) fn signature_mark(line: &str) -> Option<(usize, &str)> {
    if !line.starts_with(['(', '[', '{', 'S', 's', '/', '*', '_']) {
        return None;
    }
    let signed = || spaced;
    let short = alt((tag_no_case("sgd"), tag_no_case("sd")));
    let short = recognize(terminated(short, opt(char('.'))));
    // The treaty series of Canada is in two languages: "[Signed - Signé]".
    let both = opt((space0, one_of("-–—"), space0, tag_no_case("sign"), one_of("eé")));
    let foreign = alt((
        tag_no_case("signé"),
        tag_no_case("firmado"),
        tag_no_case("подпись"),
        tag_no_case("подписано"),
        tag("签名"),
        tag("توقيع"),
    ));
    let inner = alt((foreign, recognize((signed(), both)), short));
    let blank = || take_while(|c: char| matches!(c, ' ' | '*' | '_'));
    let emphasis = || take_while(|c: char| matches!(c, '*' | '_'));
    let bracketed = delimited(one_of("([{"), delimited(blank(), inner, blank()), one_of(")]}"));
    let (rest, _) = alt((
        recognize((emphasis(), bracketed, opt((space0, char(':'))), emphasis())),
        recognize(terminated(signed(), (opt(tag_no_case(" by")), space0, char(':')))),
        recognize(tag_no_case("/s/")),
    ))
    .parse(line)
    .ok()?;
    Some((line.len() - rest.len(), rest))
}

/// The word "signed" in any case, its letters perhaps set apart by a scan: `S igned`.
fn spaced(line: &str) -> IResult<&str, &str, ()> {
    let mut letters = "signed".chars().peekable();
    for (at, c) in line.char_indices() {
        match letters.peek() {
            None => return Ok((&line[at..], &line[..at])),
            Some(letter) if c.eq_ignore_ascii_case(letter) => {
                letters.next();
            }
            Some('s') => break,
            Some(_) if c == ' ' => {}
            Some(_) => break,
        }
    }
    let whole = letters.peek().is_none();
    if whole { Ok(("", line)) } else { Err(nom::Err::Error(())) }
}

/// Whether the line begins with the name of an office, as the lines below a signature do.
pub(crate) fn is_title_line(line: &str) -> bool {
    line.len() < 160 && !line.ends_with(';') && office_at(line, 0).is_some()
}

/// Whether the line can be the name of a person that signs without a mark: two to six words with
/// capitals, none of them the name of a State, a body or an office.
pub(crate) fn is_name_line(line: &str) -> bool {
    // Where notes are written and go to.
    const SEATS: [&str; 3] = ["New York", "Addis Ababa", "The Hague"];
    const PARTICLES: [&str; 14] = [
        "de", "la", "del", "da", "dos", "van", "der", "den", "von", "bin", "ibn", "al", "el", "du",
    ];
    if line.len() > 160 {
        return false;
    }
    // A copy may have run the titles into the line.
    let (name, _) = name_and_title(line, 0..line.len());
    let name = line[without_honorific(line, name)].trim_end_matches(',');
    if SEATS.iter().any(|seat| seat.eq_ignore_ascii_case(name)) {
        return false;
    }
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let is_word = |word: &str| {
        word.chars().all(|c| c.is_alphabetic() || ".-'’".contains(c))
            && (word.starts_with(char::is_uppercase) || PARTICLES.contains(&word))
    };
    let count = name.split(' ').count();
    name.len() <= 60
        && (2..=6).contains(&count)
        && name.split(' ').all(is_word)
        && name.split(' ').any(|word| letters(word) >= 3)
        && !name.ends_with("..")
        && !name.starts_with("The ")
        && office_at(name, 0).is_none()
        && names(name).is_empty()
}

/// Whether the line is the heading of a list of signatories.
pub(crate) fn lists_signatories(line: &str) -> bool {
    const HEADS: [&str; 3] = ["list of signatories", "signatories", "the signatories"];
    let head = line.trim_end_matches([':', '.', ' ']);
    HEADS.iter().any(|words| head.eq_ignore_ascii_case(words))
}

/// Whether the line, by which a letter ends, can only be the name of the one who signs: a name with
/// initials (`A. V. Byron`), or two or three words in capitals (`ADA BYRON`).
pub(crate) fn is_last_name(line: &str) -> bool {
    const NO_NAMES: [&str; 9] = ["OF", "THE", "AND", "TO", "FOR", "IN", "ON", "END", "TEXT"];
    let initials = names_with_initials(line).first().is_some_and(|name| *name == (0..line.len()));
    let capitals = line.chars().all(|c| !c.is_lowercase())
        && (2..=3).contains(&line.split(' ').count())
        && line.split(' ').all(|word| !NO_NAMES.contains(&word));
    initials || capitals
}

/// Reads a signature from its lines, given with the range that each takes in the joined text.
///
/// The first line, below that of a party, holds the mark, the name, or both; what stands below are
/// titles.
pub(crate) fn signature(text: &str, lines: &[Range<usize>]) -> SignatureReading {
    // The last line at least holds the mark or the name.
    let all: Vec<&str> = lines.iter().map(|line| text[line.clone()].trim()).collect();
    let (party_lines, lines) =
        lines.split_at(party_length(&all).min(lines.len().saturating_sub(1)));
    let party = party_lines.first().zip(party_lines.last()).and_then(|(first, last)| {
        let start = first.start + party_line(&text[first.clone()])?.start;
        Some(start..last.start + text[last.clone()].trim_end_matches([':', ' ']).len())
    });
    // The title may stand above the mark.
    let marked = lines.iter().position(|line| signature_mark(text[line.clone()].trim()).is_some());
    let (above, lines) = match marked {
        Some(1) if is_title_line(text[lines[0].clone()].trim()) => lines.split_at(1),
        _ => lines.split_at(0),
    };
    let above = above.first().and_then(|line| trimmed(text, line.clone()));
    let start = lines.first().map_or(0, |line| line.start);
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    let mark = signature_mark(&text[start..]).map(|(length, _)| start..start + length);
    let length = mark.as_ref().map_or(start, |mark| mark.end);
    let mut rest: Vec<Range<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let start = if at == 0 { length } else { line.start };
        if let Some(range) = trimmed(text, start..line.end) {
            rest.push(range);
        }
    }
    let mut rest = rest.into_iter();
    let Some(first) = rest.next() else {
        return SignatureReading { party, mark, name: None, titles: Vec::new() };
    };
    let (name, inline_title) = name_and_title(text, first);
    let name = once(text, without_honorific(text, name));
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
    let titles = above.into_iter().chain(titles).flat_map(|title| apart(text, title)).collect();
    SignatureReading { party, mark, name: Some(name), titles }
}

/// The titles on one line: a second one begins where an office follows a whole office.
fn apart(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    let mut start = line.start;
    while let Some(office) = office_at(text, start) {
        let end = start + office.len;
        let rest = &text[end.min(line.end)..line.end];
        let gap = rest.len() - rest.trim_start_matches([',', ' ']).len();
        let next = end + gap;
        let another =
            rest.starts_with([',', ' ']) && begins_office(&text[next.min(line.end)..line.end]);
        if !another {
            break;
        }
        titles.push(start..end);
        start = next;
    }
    titles.push(start..line.end);
    titles
}

/// Whether the words begin with an office, which may have its article: `The Legal Counsel`.
fn begins_office(words: &str) -> bool {
    let words = words.strip_prefix("The ").unwrap_or(words);
    words.starts_with(char::is_uppercase) && office_at(words, 0).is_some()
}

/// The name without "Mr." and the like: signatures leave honorifics out.
pub(crate) fn without_honorific(text: &str, name: Range<usize>) -> Range<usize> {
    const HONORIFICS: [&str; 12] = [
        "H.E. ",
        "H. E. ",
        "His Excellency ",
        "Her Excellency ",
        "Mr. ",
        "Mrs. ",
        "Ms. ",
        "Miss ",
        "Dr. ",
        "Prof. ",
        "Mr ",
        "Ms ",
    ];
    let begins = |start: usize, honorific: &str| {
        let words = text[start..name.end].get(..honorific.len());
        words.is_some_and(|words| words.eq_ignore_ascii_case(honorific))
    };
    if has_initials(&text[name.clone()]) {
        return name;
    }
    let mut start = name.start;
    while let Some(honorific) = HONORIFICS.iter().find(|honorific| begins(start, honorific)) {
        start += honorific.len();
    }
    start..name.end
}

/// Whether `H. E.` are initials of a name rather than a style: a family name alone stands behind.
pub(super) fn has_initials(line: &str) -> bool {
    line.strip_prefix("H. E. ").is_some_and(|family| {
        let whole = family.chars().all(|c| c.is_alphabetic() || "-'’".contains(c));
        whole && family.chars().count() >= 3 && family.starts_with(char::is_uppercase)
    })
}

/// Whether the line can be a person who signs with one name: a word with a capital that names no
/// State, body or office. It counts only above the title of its bearer.
pub(super) fn is_family_name(line: &str) -> bool {
    line.chars().all(|c| c.is_alphabetic() || "-'’".contains(c))
        && (3..=24).contains(&line.chars().count())
        && line.starts_with(char::is_uppercase)
        && office_at(line, 0).is_none()
        && !honorifics().any(|honorific| honorific.eq_ignore_ascii_case(line))
        && names(line).is_empty()
}

/// The name without its repetition: a signature in capitals, and the same name typed below it, which
/// a copy has run into one line (`A. BYRON Ada Byron`).
fn once(text: &str, name: Range<usize>) -> Range<usize> {
    let words = &text[name.clone()];
    let is_capitals = |word: &str| {
        word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && word.chars().all(|c| !c.is_lowercase())
    };
    for (at, word) in words.split(' ').map(|w| (w.as_ptr() as usize - words.as_ptr() as usize, w)) {
        let end = at + word.len();
        let lower = word.to_lowercase();
        let again = |other: &str| !is_capitals(other) && other.to_lowercase() == lower;
        if is_capitals(word) && words[end..].split(' ').any(again) {
            return name.start..name.start + end;
        }
    }
    name
}

/// Whether a title line goes on with the next line: it ends open, or what follows is no office. A
/// rank alone ("Archbishop") goes on with nothing.
fn continues(title: &str, next: &str) -> bool {
    if ends_open(title) || begins_lower(next) {
        return true;
    }
    let rank = !title.contains(' ') && office_at(title, 0).is_some_and(|o| o.len == title.len());
    let whole = rank || honorifics().any(|honorific| honorific == title);
    !whole && !begins_office(next) && next.chars().next().is_some_and(char::is_alphabetic)
}

/// Splits a line that holds a name with titles behind it.
fn name_and_title(text: &str, line: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let words = &text[line.clone()];
    let starts = words.match_indices(' ').map(|(at, _)| at + 1);
    let title = starts.filter(|&at| words[..at].trim_end().contains(' ')).find(|&at| {
        let foreign = begins_foreign_office(&words[at..]);
        foreign
            || words[at..].starts_with(char::is_uppercase)
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
    // Stars of Markdown are no part of a name.
    let blank = [' ', '*', '_', '\u{A0}'];
    let start = range.start + (words.len() - words.trim_start_matches(blank).len());
    let length = words.trim_matches(blank).len();
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
        let reading = signature(&text, &ranges);
        let words = |range: Range<usize>| text[range].to_owned();
        (reading.name.map(words), reading.titles.into_iter().map(words).collect())
    }

    #[test]
    fn marks_of_every_house() {
        for mark in [
            "(Signed)",
            "(signed)",
            "(Signed):",
            "[Signed]",
            "Signed:",
            "/s/",
            "( Signed )",
            "(Sgd.)",
            "(sd.)",
            "(*Signed*)",
            "[Signed - Signé]",
            "(Signed}",
            "(Signé)",
            "(Firmado)",
            "(Подпись)",
            "(签名)",
            "(S igned)",
            "**(Signed)**",
        ] {
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
    fn initials_are_no_style() {
        assert_eq!(
            read(&["H. E. BYRON", "Ambassador"]),
            (Some("H. E. BYRON".into()), vec!["Ambassador".into()])
        );
        assert_eq!(read(&["(Signed) H. E. Ada Byron"]), (Some("Ada Byron".into()), vec![]));
        assert!(is_name_line("H. E. BYRON"));
        for line in ["H. E. Mr. Byron", "H.E. Byron", "H. E. The Minister"] {
            assert!(!has_initials(line), "{line}");
        }
    }

    #[test]
    fn one_word_may_be_a_name_but_no_office_or_state() {
        assert!(is_family_name("Byron"));
        for line in ["Ambassador", "Norway", "Ada Byron", "byron", "Excellency,", "Archbishop"] {
            assert!(!is_family_name(line), "{line}");
        }
        assert!(!is_name_line("The Secretary-General"));
    }

    #[test]
    fn a_rank_is_a_title_of_its_own() {
        assert_eq!(
            read(&["(Signed) Ada Byron", "Archbishop", "Legate of the Holy See"]),
            (Some("Ada Byron".into()), vec!["Archbishop".into(), "Legate of the Holy See".into()])
        );
    }

    #[test]
    fn a_name_that_is_repeated_in_type_is_one() {
        assert_eq!(
            read(&["(sd.) A. BYRON Dr. Ada Byron", "Ambassador"]),
            (Some("A. BYRON".into()), vec!["Ambassador".into()])
        );
    }

    #[test]
    fn a_letter_may_end_with_a_name() {
        for line in ["A. V. Byron", "A. BYRON", "ADA BYRON"] {
            assert!(is_last_name(line), "{line}");
        }
        for line in ["Ada Byron", "END OF TEXT", "A. Introduction to it"] {
            assert!(!is_last_name(line), "{line}");
        }
    }

    #[test]
    fn the_party_may_stand_above_the_mark() {
        let text = "On behalf of the Government of Norway: (Signed) Ada Byron Ambassador";
        let reading = signature(text, &[0..38, 39..57, 58..68]);
        assert_eq!(reading.party.map(|range| &text[range]), Some("Government of Norway"));
        assert_eq!(reading.mark.map(|range| &text[range]), Some("(Signed)"));
        assert_eq!(reading.name.map(|range| &text[range]), Some("Ada Byron"));
    }

    #[test]
    fn titles_on_the_line_of_the_name_are_told_from_it() {
        assert_eq!(
            read(&["(Signed) Ada Byron Permanent Representative"]),
            (Some("Ada Byron".into()), vec!["Permanent Representative".into()])
        );
        assert_eq!(
            read(&["(Signed) Ada Byron Ambassador Permanent Representative of Norway"]),
            (
                Some("Ada Byron".into()),
                vec!["Ambassador".into(), "Permanent Representative of Norway".into()]
            )
        );
    }

    #[test]
    fn titles_of_other_languages_are_told_from_the_name() {
        assert_eq!(
            read(&["(Firmado) Ada W. Byron Embajadora Representante Permanente"]),
            (Some("Ada W. Byron".into()), vec!["Embajadora Representante Permanente".into()])
        );
    }

    #[test]
    fn a_title_may_stand_above_the_mark() {
        assert_eq!(
            read(&["President of the Republic of Peru", "(signed) A. Byron"]),
            (Some("A. Byron".into()), vec!["President of the Republic of Peru".into()])
        );
    }

    #[test]
    fn a_name_may_stand_without_a_mark() {
        assert_eq!(
            read(&["Mr. Ada BYRON", "Chargé d’affaires a.i."]),
            (Some("Ada BYRON".into()), vec!["Chargé d’affaires a.i.".into()])
        );
        for line in ["Ada Byron", "TH. C. VIRTA", "Berit de la Fosse", "A. Virta"] {
            assert!(is_name_line(line), "{line}");
        }
        for line in [
            "Ada",
            "Permanent Representative",
            "Republic of Norway",
            "Security Council",
            "In the end",
        ] {
            assert!(!is_name_line(line), "{line}");
        }
    }
}
