//! Fields of the masthead, wherever extraction put them.
//!
//! The masthead is read as one text, as its two columns come out of an extraction in any order and
//! with any line breaks:
//!
//! ```text
//! distribution = "Distr" , [ "." ] , [ ":" ] , word | "UNRESTRICTED" | "RESTRICTED"
//! original     = "Original" , ":" , language , { ( "/" | "and" | "," ) , language }
//!              | language , { "/" , language } , "only"
//! session      = ordinal words , "session" | "Substantive session of" , year | year , "session"
//! item         = "Agenda item" , [ "s" ] , numbers | "Item" , number , "of the provisional agenda"
//! number       = digits , [ letter ] | letter                 (of the item before)
//! letter       = "(" , small letter , [ small letter ] , ")"
//! ```
//!
//! Source: the Editorial Manual on mastheads.

use std::ops::Range;

use super::formulas::{is_language, items as items_of, session as session_of};

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while1};
use nom::character::complete::{char, digit1, satisfy, space0, space1};
use nom::combinator::{opt, recognize, verify};
use nom::multi::many0;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use crate::text::{beginning, ordinal};

/// One field, by its range in the masthead's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MastheadField {
    Distribution(Range<usize>),
    OriginalLanguage(Range<usize>),
    Session(Range<usize>),
    /// The numbers of agenda items, each with its own range; of further letters of the item before
    /// only the letter: `(c)`.
    AgendaItems(Vec<Range<usize>>),
}

/// Finds the fields in the joined text of a masthead.
pub(crate) fn masthead_fields(text: &str) -> Vec<MastheadField> {
    let mut fields = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let begins = at == 0 || !text[..at].ends_with(char::is_alphanumeric);
        let broken =
            || general(text, at).map(|length| (MastheadField::Distribution(0..length), length));
        let step = match field(rest).or_else(broken).filter(|_| begins) {
            Some((field, length)) => {
                fields.push(shift(field, at));
                length
            }
            None => rest.find(' ').map_or(rest.len(), |blank| blank + 1),
        };
        at += step.max(1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    fields
}

fn field(rest: &str) -> Option<(MastheadField, usize)> {
    let range = |whole: &str, value: &str| {
        let start = value.as_ptr() as usize - whole.as_ptr() as usize;
        start..start + value.len()
    };
    let first = rest.chars().next()?;
    match first {
        'D' | 'd' => distribution(rest).ok().map(|(after, value)| {
            (MastheadField::Distribution(range(rest, value)), rest.len() - after.len())
        }),
        'U' | 'R' if let Some(length) = alone(rest) => {
            Some((MastheadField::Distribution(0..length), length))
        }
        'A' | 'C' | 'E' | 'F' | 'R' | 'S' if only(rest).is_ok() => {
            only(rest).ok().map(|(after, value)| {
                (MastheadField::OriginalLanguage(range(rest, value)), rest.len() - after.len())
            })
        }
        'O' => original(rest).or_else(|_| apart(rest)).ok().map(|(after, value)| {
            (MastheadField::OriginalLanguage(range(rest, value)), rest.len() - after.len())
        }),
        'A' | 'I' => items(rest).ok().map(|(after, values)| {
            let numbers = values.iter().map(|value| range(rest, value)).collect();
            (MastheadField::AgendaItems(numbers), rest.len() - after.len())
        }),
        _ => None,
    }
    .or_else(|| items_of(rest).map(|(ranges, end)| (MastheadField::AgendaItems(ranges), end)))
    .or_else(|| {
        let length = session(rest).or_else(|| session_of(rest))?;
        Some((MastheadField::Session(0..length), length))
    })
}

fn shift(field: MastheadField, by: usize) -> MastheadField {
    let moved = |range: Range<usize>| range.start + by..range.end + by;
    match field {
        MastheadField::Distribution(range) => MastheadField::Distribution(moved(range)),
        MastheadField::OriginalLanguage(range) => MastheadField::OriginalLanguage(moved(range)),
        MastheadField::Session(range) => MastheadField::Session(moved(range)),
        MastheadField::AgendaItems(ranges) => {
            MastheadField::AgendaItems(ranges.into_iter().map(moved).collect())
        }
    }
}

fn distribution(i: &str) -> IResult<&str, &str, ()> {
    let mark = alt((tag(".:"), tag("."), tag(":")));
    let (rest, word) = preceded(
        (tag_no_case("distr"), mark, space0, opt(char(':')), space0),
        take_while1(char::is_alphabetic),
    )
    .parse(i)?;
    Ok(beside_organ(word, rest).unwrap_or((rest, word)))
}

/// The values of the field, in the languages that print one.
const DISTRIBUTIONS: [&str; 10] = [
    "general",
    "limited",
    "restricted",
    "provisional",
    "générale",
    "limitée",
    "restreinte",
    "provisoire",
    "limitada",
    "reservada",
];

/// The value behind the words of the other column, `SECURITY   Distr.` above `COUNCIL   GENERAL`, where
/// the first word is none.
fn beside_organ<'a>(first: &str, rest: &'a str) -> Option<(&'a str, &'a str)> {
    const MOST: usize = 5;
    let is_value = |word: &str| DISTRIBUTIONS.contains(&word.to_lowercase().as_str());
    if is_value(first) || !first.starts_with(char::is_uppercase) {
        return None;
    }
    let mut words = rest.trim_start().split(' ').take(MOST).peekable();
    while let Some(word) = words.next() {
        let organ = words.peek().is_some_and(|next| next.eq_ignore_ascii_case("assembly"));
        if is_value(word) && !organ {
            let end = word.as_ptr() as usize - rest.as_ptr() as usize + word.len();
            return Some((&rest[end..], word));
        }
    }
    None
}

/// What the papers of the first years print without a field's name.
const ALONE: [&str; 2] = ["UNRESTRICTED", "RESTRICTED"];

/// The length of `GENERAL` where it stands without a field's name in the other column, between the words
/// of an organ: `SECURITY   GENERAL` above `COUNCIL`.
fn general(text: &str, at: usize) -> Option<usize> {
    const GENERAL: &str = "GENERAL ";
    const ORGANS: [(&str, &str); 3] =
        [("SECURITY ", "COUNCIL"), ("GENERAL ", "ASSEMBLY"), ("ECONOMIC AND ", "SOCIAL COUNCIL")];
    let below = text[at..].strip_prefix(GENERAL)?;
    let breaks =
        |(above, rest): &(&str, &str)| text[..at].ends_with(above) && below.starts_with(rest);
    ORGANS.iter().any(breaks).then_some(GENERAL.len() - 1)
}

/// The length of a value that stands without a field's name.
fn alone(rest: &str) -> Option<usize> {
    let value = ALONE.iter().find(|value| rest.starts_with(**value))?;
    (!rest[value.len()..].starts_with(char::is_alphanumeric)).then_some(value.len())
}

const LANGUAGES: [&str; 6] = ["english", "french", "spanish", "russian", "chinese", "arabic"];

fn language(i: &str) -> IResult<&str, &str, ()> {
    let (rest, word) = take_while1(char::is_alphabetic).parse(i)?;
    if LANGUAGES.iter().any(|name| word.eq_ignore_ascii_case(name)) || is_language(word) {
        Ok((rest, word))
    } else {
        Err(nom::Err::Error(()))
    }
}

fn original(i: &str) -> IResult<&str, &str, ()> {
    let separator = alt((tag("/"), tag_no_case(" and "), tag(" et "), tag(" y "), tag(", ")));
    let written = || alt((language, other_language));
    preceded(
        (tag_no_case("original"), space0, char(':'), space0),
        recognize((written(), many0((separator, written())))),
    )
    .parse(i)
}

/// A language that is none of the organization's, which a paper may be written in.
fn other_language(i: &str) -> IResult<&str, &str, ()> {
    const OTHERS: [&str; 8] =
        ["portuguese", "german", "italian", "japanese", "korean", "persian", "turkish", "greek"];
    let known = |word: &&str| OTHERS.iter().any(|name| word.eq_ignore_ascii_case(name));
    verify(take_while1(char::is_alphabetic), |word: &str| known(&word)).parse(i)
}

/// A value that the other column parts from its field: `ORIGINAL: / GENERAL ASSEMBLY / Fiftieth session /
/// ENGLISH`. Only the field's name is passed over.
fn apart(i: &str) -> IResult<&str, &str, ()> {
    const FURTHEST: usize = 400;
    let (rest, _) = (tag_no_case("original"), space0, char(':'), space0).parse(i)?;
    let window = beginning(rest, FURTHEST);
    let mut words = window.split(' ').filter(|word| word.starts_with(char::is_uppercase));
    let value = words.find(|word| LANGUAGES.iter().any(|name| word.eq_ignore_ascii_case(name)));
    value.map(|value| (rest, value)).ok_or(nom::Err::Error(()))
}

/// `English only`, `ENGLISH/FRENCH ONLY`: there is no other version.
fn only(i: &str) -> IResult<&str, &str, ()> {
    let separator = alt((tag("/"), tag_no_case(" and "), tag(", ")));
    let languages = recognize((language, many0((separator, language))));
    terminated(languages, tag_no_case(" only")).parse(i)
}

fn number(i: &str) -> IResult<&str, &str, ()> {
    // The items of disarmament go on behind "(z)" with "(aa)".
    let small = || satisfy(|c| c.is_ascii_lowercase());
    let letter = delimited(char('('), (small(), opt(small())), char(')'));
    recognize((digit1, opt((space0, letter)))).parse(i)
}

/// A further letter of the item before: `92 (a), (c) and (e)`.
fn letter(i: &str) -> IResult<&str, &str, ()> {
    let small = || satisfy(|c| c.is_ascii_lowercase());
    recognize(delimited(char('('), (small(), opt(small())), char(')'))).parse(i)
}

fn items(i: &str) -> IResult<&str, Vec<&str>, ()> {
    let separator = || alt((tag_no_case(", and "), tag(", "), tag_no_case(" and ")));
    let list = || (number, many0(preceded(separator(), alt((number, letter)))));
    let agenda = preceded(
        (tag_no_case("agenda item"), opt(tag_no_case("s")), opt(char(':')), space1),
        list(),
    );
    let item = terminated(
        preceded((tag_no_case("item"), opt(tag_no_case("s")), space1), list()),
        (
            tag_no_case(" of the "),
            opt(tag_no_case("supplementary list and ")),
            alt((tag_no_case("provisional agenda"), tag_no_case("preliminary list"))),
        ),
    );
    let (rest, (first, more)) = alt((item, agenda)).parse(i)?;
    let mut numbers = vec![first];
    numbers.extend(more);
    Ok((rest, numbers))
}

/// The length of a session's name at the start of `rest`.
fn session(rest: &str) -> Option<usize> {
    let mut length = 0;
    let mut first = true;
    let mut named = false;
    for (n, word) in rest.split(' ').take(7).enumerate() {
        let end = length + word.len();
        let bare = word.trim_end_matches([',', '*', '.', ';']);
        if bare.eq_ignore_ascii_case("session") {
            let year = rest.get(end + 1..).and_then(|r| r.strip_prefix("of "));
            let year = year.filter(|y| {
                y.as_bytes().iter().take(4).filter(|b| b.is_ascii_digit()).count() == 4
            });
            return match year {
                Some(_) => Some(end + " of 2000".len()),
                None if named => Some(length + bare.len()),
                None => None,
            };
        }
        let next = || rest.get(end + 1..end + 1 + "session".len());
        let yearly = n == 0
            && is_year(bare)
            && next().is_some_and(|next| next.eq_ignore_ascii_case("session"));
        let ordinal = ordinal(bare).is_some() || yearly;
        let kind = [
            "substantive",
            "special",
            "emergency",
            "resumed",
            "organizational",
            "regular",
            "annual",
        ]
        .iter()
        .any(|kind| bare.eq_ignore_ascii_case(kind));
        if !(ordinal || kind)
            || (first && !bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        {
            return None;
        }
        named |= ordinal;
        first = false;
        length = end + 1;
    }
    None
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&'static str, Vec<&str>)> {
        masthead_fields(text)
            .into_iter()
            .map(|field| match field {
                MastheadField::Distribution(range) => ("distribution", vec![&text[range]]),
                MastheadField::OriginalLanguage(range) => ("original", vec![&text[range]]),
                MastheadField::Session(range) => ("session", vec![&text[range]]),
                MastheadField::AgendaItems(ranges) => {
                    ("items", ranges.into_iter().map(|range| &text[range]).collect())
                }
            })
            .collect()
    }

    #[test]
    fn new_york_and_geneva_mastheads() {
        let text = "United Nations A/86/7 General Assembly Distr.: General 3 May 2031 Original: \
            Arabic/English Eighty-sixth session Agenda items 12, 83 (b) and 97 Title of the item";
        assert_eq!(
            read(text),
            vec![
                ("distribution", vec!["General"]),
                ("original", vec!["Arabic/English"]),
                ("session", vec!["Eighty-sixth session"]),
                ("items", vec!["12", "83 (b)", "97"]),
            ]
        );
        assert_eq!(
            read("Distr. GENERAL ORIGINAL: ENGLISH Tenth emergency special session"),
            vec![
                ("distribution", vec!["GENERAL"]),
                ("original", vec!["ENGLISH"]),
                ("session", vec!["Tenth emergency special session"]),
            ]
        );
    }

    #[test]
    fn other_forms_of_sessions_and_items() {
        assert_eq!(
            read("Substantive session of 2031 Item 8 of the provisional agenda* 2031 session"),
            vec![
                ("session", vec!["Substantive session of 2031"]),
                ("items", vec!["8"]),
                ("session", vec!["2031 session"]),
            ]
        );
        assert_eq!(read("Security Council Eighty-sixth year"), vec![]);
        assert_eq!(
            read("Agenda items 92 (a), (c) and (e), 95 (d), and 102"),
            vec![("items", vec!["92 (a)", "(c)", "(e)", "95 (d)", "102"])]
        );
        assert_eq!(
            read("ENGLISH ORIGINAL: GENERAL ASSEMBLY Fiftieth session ARABIC SECURITY COUNCIL"),
            vec![("original", vec!["ARABIC"]), ("session", vec!["Fiftieth session"])]
        );
        assert_eq!(
            read("Original: Portuguese and Spanish"),
            vec![("original", vec!["Portuguese and Spanish"])]
        );
        assert_eq!(
            read("Distr. LIMITED ENGLISH/FRENCH ONLY Agenda item 9"),
            vec![
                ("distribution", vec!["LIMITED"]),
                ("original", vec!["ENGLISH/FRENCH"]),
                ("items", vec!["9"]),
            ]
        );
    }
}
