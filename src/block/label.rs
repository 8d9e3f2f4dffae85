//! Labels of attachments.
//!
//! ```text
//! label  = noun , [ number , { ( "," | "and" ) , number } ] , [ "*" ] , ( end | ":" | "." | "to the" , covering | "to the" , instrument )
//! noun   = "NNEX" | "Annex" | "Annexe" | "Enclosure" | "Appendix" | "Addendum" | "Attachment"   (any case)
//! number = digits | roman | one capital letter
//! ```
//!
//! New York repeats the heading of the covering letter after the label ("Annex to the letter dated
//! ..."); what is repeated is part of the block, not of the label.

use super::formulas::{is_covering, label_noun};
use super::segment::is_capitals;

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n};
use nom::character::complete::{char, digit1, satisfy, space1};
use nom::combinator::{eof, opt, peek, recognize, value, verify};
use nom::multi::many1;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use crate::model::AttachmentKind;

/// A label at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) kind: AttachmentKind,
    /// Where the label itself begins, within the marks of Markdown, and ends: "Annex I" of "Annex I
    /// to the letter dated ...".
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether the heading of the covering document follows.
    pub(crate) repeats_heading: bool,
}

/// Reads a label at the start of a line that holds nothing else.
pub(crate) fn label(line: &str) -> Option<Label> {
    let start = match line.as_bytes().first()? {
        b'#' | b'*' | b'_' => line.len() - line.trim_start_matches(['#', '*', '_', ' ']).len(),
        _ => 0,
    };
    let inner = &line[start..];
    // No label is read in the middle of a sentence: the noun has a capital. Most lines end here.
    if !matches!(
        inner.as_bytes(),
        [b'A', b'a' | b'n' | b'N' | b'p' | b'P' | b'd' | b'D' | b't' | b'T', ..]
            | [b'E', b'n' | b'N', ..]
            | [b'A' | b'E', b' ', b'N' | b'P' | b'D' | b'T', b' ', ..]
            | [b'B' | b'P', b'i' | b'I', ..]
            | [b'D', b'o', ..]
            | [b'N', b'N', ..]
            | [0xD0 | 0xD8 | 0xD9 | 0xE9, ..]
    ) {
        return None;
    }
    let (rest, (kind, number)) = (noun, opt(preceded(space1, numbers))).parse(inner).ok()?;
    let end = line.len() - rest.len();
    let (rest, _) = opt(char::<&str, ()>('*')).parse(rest).ok()?;
    // "Annex I to the Convention" is what texts name, in capitals it is a label.
    let of_instrument = || instrument(rest).is_ok() && (number.is_none() || is_capitals(rest));
    let repeats_heading = covering(rest).is_ok() || is_covering(rest) || of_instrument();
    let ends = matches!(rest.trim_matches(['*', '_', ' ']), "" | ":" | "." | "–" | "—" | "-");
    (ends || repeats_heading).then_some(Label { kind, start, end, repeats_heading })
}

/// Where the title begins that stands on the line of a label, behind a colon or dash: `Annex 1: Plan
/// for the river`. Behind a noun alone a blank is enough, if the words are those of a title.
pub(crate) fn titled_label(line: &str) -> Option<usize> {
    const LONGEST: usize = 200;
    if line.len() > LONGEST || !matches!(line.as_bytes().first()?, b'A' | b'E') {
        return None;
    }
    let (rest, (_, number)) = (noun, opt(preceded(space1, number))).parse(line).ok()?;
    let mark = [": ", " – ", " — ", " - "].iter().find(|mark| rest.starts_with(**mark));
    let title = match (number, mark) {
        (Some(_), Some(mark)) => &rest[mark.len()..],
        (None, None) if label(line).is_none() => {
            rest.strip_prefix(' ').filter(|title| is_in_title_case(title))?
        }
        _ => return None,
    };
    let whole = !title.ends_with(['.', ';', ',', ':']) && !title.contains("...");
    let paged = title.ends_with(|c: char| c.is_ascii_digit());
    let begins = title.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (begins && whole && !paged).then_some(line.len() - title.len())
}

/// Whether words are those of a title: most of the long ones have a capital.
fn is_in_title_case(words: &str) -> bool {
    let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let count = words.split_whitespace().filter(long).count();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let capitals = words.split_whitespace().filter(long).filter(capital).count();
    count >= 3 && capitals * 4 >= count * 3
}

fn noun(i: &str) -> IResult<&str, AttachmentKind, ()> {
    if let Some((length, kind)) = label_noun(i) {
        return Ok((&i[length..], kind));
    }
    if let Some((length, kind)) = letters_apart(i) {
        return Ok((&i[length..], kind));
    }
    alt((
        // Optical recognition loses the first letter.
        value(
            AttachmentKind::Annex,
            alt((tag_no_case("annexe"), tag_no_case("annex"), tag("NNEX"))),
        ),
        value(AttachmentKind::Enclosure, tag_no_case("enclosure")),
        value(AttachmentKind::Appendix, tag_no_case("appendix")),
        value(AttachmentKind::Addendum, tag_no_case("addendum")),
        value(AttachmentKind::Attachment, tag_no_case("attachment")),
    ))
    .parse(i)
}

/// A noun in capitals set apart: `A N N E X`.
fn letters_apart(i: &str) -> Option<(usize, AttachmentKind)> {
    let bytes = i.as_bytes();
    let apart = |noun: &str| {
        let letters = noun.bytes().enumerate();
        let set = |(n, letter)| {
            bytes.get(2 * n) == Some(&letter) && matches!(bytes.get(2 * n + 1), None | Some(b' '))
        };
        letters.clone().all(set).then_some(2 * noun.len() - 1)
    };
    if bytes.get(1) != Some(&b' ') {
        return None;
    }
    let nouns = [
        ("ANNEXE", AttachmentKind::Annex),
        ("ANNEX", AttachmentKind::Annex),
        ("ENCLOSURE", AttachmentKind::Enclosure),
        ("APPENDIX", AttachmentKind::Appendix),
        ("ADDENDUM", AttachmentKind::Addendum),
        ("ATTACHMENT", AttachmentKind::Attachment),
    ];
    nouns.into_iter().find_map(|(noun, kind)| Some((apart(noun)?, kind)))
}

/// One number, or of annexes that are one text several: `I, II and III`.
fn numbers(i: &str) -> IResult<&str, &str, ()> {
    let next = preceded(alt((tag(", "), tag(" and "))), listed);
    alt((recognize((listed, many1(next))), number)).parse(i)
}

/// A number in a list.
fn listed(i: &str) -> IResult<&str, &str, ()> {
    let roman = take_while_m_n(1, 5, |c: char| "IVX".contains(c));
    let digits = verify(digit1, |d: &str| d.len() <= 2);
    let letter = recognize(satisfy(|c| c.is_ascii_uppercase()));
    terminated(alt((roman, digits, letter)), peek(not_letter)).parse(i)
}

fn number(i: &str) -> IResult<&str, &str, ()> {
    // Optical recognition reads II as IT and III as Jil.
    let roman = verify(take_while_m_n(1, 6, |c: char| "IVXLJTil1".contains(c)), |n: &str| {
        n.starts_with(['I', 'V', 'X', 'L', 'J'])
    });
    let letter = recognize(satisfy(|c| c.is_ascii_uppercase()));
    let ends = peek(alt((eof, tag(" "), tag("*"), tag("."), tag(":"))));
    terminated(
        alt((verify(digit1, |d: &str| d.len() <= 3), terminated(roman, peek(not_letter)), letter)),
        ends,
    )
    .parse(i)
}

fn not_letter(i: &str) -> IResult<&str, (), ()> {
    match i.chars().next() {
        Some(c) if c.is_alphanumeric() => Err(nom::Err::Error(())),
        _ => Ok((i, ())),
    }
}

fn covering(i: &str) -> IResult<&str, &str, ()> {
    to_the(alt((
        tag_no_case("letter"),
        tag_no_case("identical letters"),
        tag_no_case("note"),
        tag_no_case("letters"),
    )))
    .parse(i)
}

fn instrument(i: &str) -> IResult<&str, &str, ()> {
    to_the(alt((
        tag_no_case("agreement"),
        tag_no_case("convention"),
        tag_no_case("protocol"),
        tag_no_case("treaty"),
    )))
    .parse(i)
}

fn to_the<'a>(
    what: impl Parser<&'a str, Output = &'a str, Error = ()>,
) -> impl Parser<&'a str, Output = &'a str, Error = ()> {
    preceded((space1, tag_no_case("to the"), space1), what)
}

/// Whether the words below a label only say that the text above has named what is enclosed:
/// `Enclosure:`, `As stated.`
pub(crate) fn is_as_stated(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    ["as stated", "as stated above", "as above"].iter().any(|said| said.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(AttachmentKind, &str, bool)> {
        label(line).map(|l| (l.kind, &line[l.start..l.end], l.repeats_heading))
    }

    #[test]
    fn labels_are_read_with_their_numbers() {
        use AttachmentKind::{Annex, Appendix, Enclosure};
        assert_eq!(read("Annex"), Some((Annex, "Annex", false)));
        assert_eq!(read("ANNEX II"), Some((Annex, "ANNEX II", false)));
        assert_eq!(read("Annex 37"), Some((Annex, "Annex 37", false)));
        assert_eq!(read("Annex to the Agreement"), Some((Annex, "Annex", true)));
        assert_eq!(read("ANNEX I TO THE AGREEMENT"), Some((Annex, "ANNEX I", true)));
        assert_eq!(read("Enclosure I*"), Some((Enclosure, "Enclosure I", false)));
        assert_eq!(read("## **Annex II**"), Some((Annex, "Annex II", false)));
        assert_eq!(read("A N N E X   IV"), Some((Annex, "A N N E X   IV", false)));
        assert_eq!(read("A N N E X"), Some((Annex, "A N N E X", false)));
        assert_eq!(read("NNEX II"), Some((Annex, "NNEX II", false)));
        assert_eq!(read("ANNEX I, II and III"), Some((Annex, "ANNEX I, II and III", false)));
        assert_eq!(read("Annexes A and B"), None);
        assert_eq!(read("Annex I, the first of them"), None);
        assert_eq!(read("Appendix B"), Some((Appendix, "Appendix B", false)));
        assert_eq!(
            read("Annex I to the letter dated 5 May 2006 from the"),
            Some((Annex, "Annex I", true))
        );
    }

    #[test]
    fn a_title_may_stand_on_the_line_of_a_label() {
        let title = |line: &'static str| titled_label(line).map(|at| &line[at..]);
        assert_eq!(title("Annex 1: Plan for the river"), Some("Plan for the river"));
        assert_eq!(title("ANNEX II – LIST OF MEMBERS"), Some("LIST OF MEMBERS"));
        let line = "Annex 2031 Declaration on the Rivers of the North";
        assert_eq!(title(line), Some("2031 Declaration on the Rivers of the North"));
        for line in [
            "Annex I: the river",
            "Annex I: Plan ..... 4",
            "Annex I: It is so.",
            "Annex II",
            "Annex The rivers of the north and what they bring",
            "Annex Table",
        ] {
            assert_eq!(title(line), None, "{line}");
        }
    }

    #[test]
    fn words_in_sentences_are_no_labels() {
        assert_eq!(read("Annex I to the Convention and its Protocol"), None);
        for line in ["annex", "Annexed is a copy", "Annex I of that report says", "Annex to Part"] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
