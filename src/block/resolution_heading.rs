//! Headings of resolutions, decisions and presidential statements.
//!
//! ```text
//! heading  = "Resolution" , number , [ "of" , date ] , end                 (any case)
//!          | number , [ "." ] , "Resolution of" , date , end
//!          | "Decision" , ( code | letter , "(" , session , ")" ) , end
//!          | [ "PRST" ] , ( code | roman ) , [ letter ] , "." , title
//!          | organ , ( "resolution" | "decision" ) , number , end              (of a site)
//! number   = digits , "(" , year | roman , ")"
//! code     = session , "/" , digits | digits , "/" , body , "." , session     ("60/1", "1/CP.21")
//! roman    = digits , "(" , roman numeral , ")"
//! ```
//!
//! Editorial Manual, identification of resolutions and decisions: the Security Council numbers by
//! year, the Assembly by session since its thirty-first one and with Roman numerals before.

use std::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n, take_while1};
use nom::character::complete::{char, digit1, satisfy, space0, space1};
use nom::combinator::{not, opt, recognize};
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};

use super::formulas::is_foreign_adopted;
use crate::inline::scan_dates;

/// What a heading says that it heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DeliberationNoun {
    Resolution,
    Decision,
    PresidentialStatement,
    /// A number and a title only.
    None,
}

/// A heading, by ranges in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ResolutionHeading {
    pub(crate) noun: DeliberationNoun,
    /// The number as printed: "487 (1981)", "60/1", "2625 (XXV)", "1/CP.21".
    pub(crate) number: Range<usize>,
    /// Where the title begins, where the heading is a number and a title.
    pub(crate) title: Option<usize>,
    /// Whether the heading names the organ, as a site's does: its title stands above.
    pub(crate) by_organ: bool,
}

/// `487 (1981)`, `2625 (XXV)`, `31/16 A`.
fn bracketed(i: &str) -> IResult<&str, &str, ()> {
    recognize((
        digit1,
        space0,
        delimited(
            char('('),
            take_while_m_n(1, 12, |c: char| c.is_ascii_alphanumeric() || c == '-'),
            char(')'),
        ),
    ))
    .parse(i)
}

/// `60/1`, `S-26/2`, `ES-10/24`, `2023/14`.
fn by_session(i: &str) -> IResult<&str, &str, ()> {
    recognize((opt(alt((tag("ES-"), tag("S-")))), digit1, char('/'), digit1)).parse(i)
}

/// `1/CP.21`, `-/CMA.4`, `XV/3`, `SC-4/2`.
fn by_body(i: &str) -> IResult<&str, &str, ()> {
    recognize((
        take_while1(|c: char| c.is_ascii_alphanumeric() || c == '-'),
        char('/'),
        take_while1(|c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-'),
    ))
    .parse(i)
}

/// `G (70)`, `E (LXIV)`: the decisions of a regional commission have a letter, and their session.
fn by_letter(i: &str) -> IResult<&str, &str, ()> {
    let letter = take_while_m_n(1, 2, |c: char| c.is_ascii_uppercase());
    let session = take_while_m_n(1, 8, |c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
    recognize((letter, space1, delimited(char('('), session, char(')')))).parse(i)
}

/// A part letter behind a number.
fn letter(i: &str) -> IResult<&str, &str, ()> {
    let letters = take_while_m_n(1, 2, |c: char| c.is_ascii_uppercase());
    recognize((space1, letters, not(satisfy(char::is_alphanumeric)))).parse(i)
}

fn numbered(i: &str) -> IResult<&str, &str, ()> {
    recognize((alt((by_session, bracketed)), opt(letter))).parse(i)
}

/// Reads a heading.
pub(crate) fn resolution_heading(text: &str) -> Option<ResolutionHeading> {
    // Most lines begin otherwise.
    let other = |first: &u8| first.is_ascii_alphabetic() && !b"RDPOES".contains(first);
    if text.len() > 600 || text.as_bytes().first().is_some_and(other) {
        return None;
    }
    let start = text.trim_start_matches(['*', '#', ' ']);
    if !matches!(
        start.as_bytes(),
        [b'0'..=b'9' | b'R' | b'D', ..]
            | [b'P', b'R', b'S', b'T', ..]
            | [b'O', b'M', b'/', ..]
            | [b'E', b'S', b'-', ..]
            | [b'S', b'-', ..]
    ) {
        return None;
    }
    noun_first(text).or_else(|| number_first(text))
}

/// Reads a heading of either kind.
pub(crate) fn any_heading(text: &str) -> Option<ResolutionHeading> {
    resolution_heading(text).or_else(|| heading_by_organ(text))
}

fn range(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    start..start + part.len()
}

/// `Resolution 487 (1981) of 19 June 1981`, `Decision 1/CP.21`.
fn noun_first(text: &str) -> Option<ResolutionHeading> {
    let noun = |i| -> IResult<&str, DeliberationNoun, ()> {
        alt((
            tag_no_case("resolution ").map(|_| DeliberationNoun::Resolution),
            tag_no_case("decision ").map(|_| DeliberationNoun::Decision),
        ))
        .parse(i)
    };
    let text_trimmed = text.trim_matches(['*', '#', ' ']);
    if !text_trimmed.starts_with(['R', 'D']) {
        return None;
    }
    let (rest, noun) = noun(text_trimmed).ok()?;
    let (after, number) = match numbered(rest) {
        Ok(found) => found,
        Err(_) if noun == DeliberationNoun::Decision => {
            alt((by_letter, by_body)).parse(rest).ok()?
        }
        Err(_) => return None,
    };
    let after = after.trim_start().trim_start_matches([',', '.']).trim_start();
    let after = after.strip_prefix("of ").or_else(|| after.strip_prefix("OF ")).unwrap_or(after);
    let dated = scan_dates(after, 0).map_or(0, |found| found.len);
    let rest = after[dated..].trim_start();
    let marks =
        |c: char| c.is_ascii_digit() || matches!(c, '*' | '.' | ',' | '[' | ']' | '^' | ' ');
    let alone = rest.trim_matches(marks).is_empty();
    let extract = rest.starts_with("extract") || rest.starts_with('(') || rest.starts_with('[');
    (alone || extract).then(|| ResolutionHeading {
        noun,
        number: range(text, number),
        title: None,
        by_organ: false,
    })
}

/// `Commission on Human Rights resolution 2003/14`, and nothing else: the heading of a site's copy.
pub(crate) fn heading_by_organ(text: &str) -> Option<ResolutionHeading> {
    const ORGANS: [&str; 5] = [
        "Commission on Human Rights ",
        "Human Rights Council ",
        "Economic and Social Council ",
        "General Assembly ",
        "Security Council ",
    ];
    let bare = text.trim_matches(['*', '#', ' ']);
    let rest = ORGANS.iter().find_map(|organ| bare.strip_prefix(organ))?;
    let nouns = [
        ("resolution ", DeliberationNoun::Resolution),
        ("Resolution ", DeliberationNoun::Resolution),
        ("decision ", DeliberationNoun::Decision),
        ("Decision ", DeliberationNoun::Decision),
    ];
    let (rest, noun) =
        nouns.iter().find_map(|(word, noun)| Some((rest.strip_prefix(word)?, *noun)))?;
    let (after, number) = numbered(rest).ok()?;
    after.is_empty().then(|| ResolutionHeading {
        noun,
        number: range(text, number),
        title: None,
        by_organ: true,
    })
}

/// `86 (1950). Resolution of 26 September 1950`, `60/1. Title`, `PRST 15/2. Title`.
fn number_first(text: &str) -> Option<ResolutionHeading> {
    let start = text.trim_start_matches(['*', '#', ' ']);
    let prefix: IResult<&str, &str, ()> =
        alt((tag("PRST/"), tag("PRST "), tag("OM/"), tag(""))).parse(start);
    let (rest, prefix) = prefix.ok()?;
    let (after, number) = numbered(rest).ok()?;
    let dotted: IResult<&str, Option<&str>, ()> =
        preceded(space0, opt(alt((tag("\\."), tag(".")))))
            .parse(after.trim_start_matches(['*', ' ']));
    let (title, dot) = dotted.ok()?;
    let title = title.trim_start_matches(['*', ' ']);
    let resolution = title.get(..13).is_some_and(|t| t.eq_ignore_ascii_case("resolution of"));
    if resolution && scan_dates(title, 14).is_some() {
        return Some(ResolutionHeading {
            noun: DeliberationNoun::Resolution,
            number: range(text, number),
            title: None,
            by_organ: false,
        });
    }
    dot?;
    let dated = title.len() > 5
        && title.bytes().take(4).all(|b| b.is_ascii_digit())
        && title[4..].starts_with(' ');
    let capital = title.chars().next().is_none_or(|c| c.is_uppercase() || "“\"‘".contains(c));
    let noun = if prefix.starts_with("PRST") {
        DeliberationNoun::PresidentialStatement
    } else {
        DeliberationNoun::None
    };
    (capital || dated).then(|| ResolutionHeading {
        noun,
        number: range(text, number),
        title: Some(range(text, title).start),
        by_organ: false,
    })
}

/// Whether a line says who adopted: `Resolution adopted by the General Assembly on 3 May 2031`,
/// `Adopted by the Security Council at its 99th meeting, on 3 May 2031`.
pub(crate) fn is_adopted_by(text: &str) -> bool {
    let text = text.trim_start_matches(['*', '#', '_', ' ']);
    if is_foreign_adopted(text) {
        return true;
    }
    // Most lines begin otherwise.
    if !text.starts_with(['R', 'D', 'A']) {
        return false;
    }
    ["Resolution adopted ", "Resolutions adopted ", "Decision adopted ", "RESOLUTION ADOPTED "]
        .iter()
        .chain(&["Adopted by the Security", "Adopted by the Council", "Adopted by the Human"])
        .chain(&["Adopted by the General", "Adopted by the Economic", "ADOPTED BY THE"])
        .any(|opening| text.starts_with(opening))
}

/// Whether a line begins the reference on which a text was adopted: `[on the report of ...`,
/// `[without reference to a Main Committee (...)]`.
pub(crate) fn is_reference(text: &str) -> bool {
    let Some(inner) = text.trim_start_matches(['*', '_', ' ']).strip_prefix('[') else {
        return false;
    };
    // "[por recomendación de la Comisión (E/2031/15)]", in any language.
    if inner.ends_with(']') && (inner.contains("(A/") || inner.contains("(E/")) {
        return true;
    }
    let inner = inner.trim_start_matches(['*', '_']).to_ascii_lowercase();
    [
        "on the report",
        "without reference",
        "on the recommendation",
        "on a proposal",
        "on the proposal",
    ]
    .iter()
    .chain(&["on the basis", "as recommended", "adopted on", "based on"])
    .any(|opening| inner.starts_with(opening))
}

/// Whether a line ends as the line of sponsors does: `...: draft resolution`, or is the words
/// `Draft resolution` alone.
pub(crate) fn draft_noun(text: &str) -> Option<DraftNoun> {
    let text = text.trim_end_matches(['*', '_', ' ', '.']);
    let colon = memchr::memrchr(b':', text.as_bytes());
    let after = match colon {
        Some(colon) => text[colon + 1..].trim_start_matches(['*', ' ']),
        None => text.trim_start_matches(['*', '_', ' ']),
    };
    // Most lines begin with other letters than "draft", "revised", "joint", "amendment" and
    // "sub-amendment".
    if !matches!(
        after.as_bytes(),
        [b'D' | b'd', b'R' | b'r', ..]
            | [b'R' | b'r', b'E' | b'e', ..]
            | [b'J' | b'j', b'O' | b'o', ..]
            | [b'A' | b'a', b'M' | b'm', ..]
            | [b'S' | b's', b'U' | b'u', ..]
    ) {
        return None;
    }
    let lower = after.to_ascii_lowercase();
    let after = lower.as_str();
    let after = after.strip_prefix("revised ").unwrap_or(after);
    let after = after.strip_prefix("joint ").unwrap_or(after);
    let with_colon = colon.is_some();
    let exact = |noun: &str| after == noun || after.strip_prefix(noun) == Some("s");
    let submitted =
        |noun: &str| after.strip_prefix(noun).is_some_and(|rest| rest.starts_with(" submitted by"));
    if exact("draft resolution") || submitted("draft resolution") {
        Some(DraftNoun::Resolution)
    } else if exact("draft decision") || submitted("draft decision") {
        Some(DraftNoun::Decision)
    } else if with_colon
        && (after.starts_with("amendment to ")
            || after.starts_with("amendments to ")
            || after.starts_with("sub-amendment"))
    {
        Some(DraftNoun::Amendment)
    } else {
        None
    }
}

/// What a draft is a draft of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DraftNoun {
    Resolution,
    Decision,
    Amendment,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&str, Option<&str>)> {
        resolution_heading(text)
            .map(|found| (&text[found.number], found.title.map(|at| &text[at..])))
    }

    #[test]
    fn headings_of_all_eras() {
        assert_eq!(read("Resolution 987 (2031)"), Some(("987 (2031)", None)));
        assert_eq!(read("RESOLUTION 987 (2031) of 3 May 2031"), Some(("987 (2031)", None)));
        assert_eq!(read("86 (1950). Resolution of 26 September 1950"), Some(("86 (1950)", None)));
        assert_eq!(read("1 (1946) Resolution of 25 January 1946"), Some(("1 (1946)", None)));
        assert_eq!(read("86/29. Oceans and seas"), Some(("86/29", Some("Oceans and seas"))));
        assert_eq!(read("86/29. 2031 review"), Some(("86/29", Some("2031 review"))));
        assert_eq!(read("86/29."), Some(("86/29", Some(""))));
        assert_eq!(read("2625 (XXV). Relations"), Some(("2625 (XXV)", Some("Relations"))));
        assert_eq!(read("31/16 A. Peace"), Some(("31/16 A", Some("Peace"))));
        assert_eq!(read("Decision 1/CP.31"), Some(("1/CP.31", None)));
        assert_eq!(read("Decision G (70)"), Some(("G (70)", None)));
        assert_eq!(read("PRST 15/2. Lakes"), Some(("15/2", Some("Lakes"))));
    }

    #[test]
    fn a_site_names_the_organ() {
        let text = "Commission on Human Rights resolution 2003/14";
        let number = heading_by_organ(text).map(|found| &text[found.number]);
        assert_eq!(number, Some("2003/14"));
        assert_eq!(heading_by_organ("General Assembly resolution 86/2 of 3 May 2031"), None);
    }

    #[test]
    fn running_text_is_no_heading() {
        for text in [
            "Resolution 987 (2031) is recalled by the Council",
            "resolution 987 (2031)",
            "12/13 of the members",
            "3. Requests the Secretary-General",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn drafts_name_their_sponsors_before_a_colon() {
        assert_eq!(draft_noun("Chad and Fiji:* draft resolution"), Some(DraftNoun::Resolution));
        assert_eq!(draft_noun("Draft decision"), Some(DraftNoun::Decision));
        assert_eq!(
            draft_noun("Fiji: amendment to draft resolution A/86/L.3"),
            Some(DraftNoun::Amendment)
        );
        assert_eq!(draft_noun("to adopt the draft resolution"), None);
    }
}
