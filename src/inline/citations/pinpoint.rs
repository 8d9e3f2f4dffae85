//! Places inside a cited text, before the reference or behind it.
//!
//! ```text
//! behind = { [ ")" ] "," sp unit } , not before "of" but for that of a date
//! before = unit { ( "," [ sp "and" ] | "and" | "of" | "to" ) unit } [ "," ] ( "of" | "to" | "in" )
//! unit   = [ ordinal ] [ "operative" | "preambular" ] noun [ numbers ]
//! noun   = "paragraph" | "para." | "section" | "sect." | "annex" | "Article" | "Chapter" | "p." ...
//! number = digits [ "(" letter ")" ]... | roman [ "." letter ] | letter | "one" ... | "(" letter ")"
//! ```
//!
//! Small places stand before large ones where "of" joins them, large before small at commas.
//! A unit behind the reference that goes on with "of" belongs to the next one.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, satisfy};
use nom::combinator::{not, opt, recognize, value};
use nom::multi::many_m_n;
use nom::{IResult, Parser};

use super::RawPinpoint;
use super::lex::{after, before, closed, dash, is_word, number, sp, sp0, strip_words};
use crate::model::PinpointUnit;

/// The nouns of units; those marked may stand without a number.
const UNITS: &[(&str, PinpointUnit, bool)] = &[
    ("paragraphs", PinpointUnit::Paragraph, false),
    ("paragraph", PinpointUnit::Paragraph, false),
    ("paras.", PinpointUnit::Paragraph, false),
    ("para.", PinpointUnit::Paragraph, false),
    ("subparagraphs", PinpointUnit::Subparagraph, false),
    ("subparagraph", PinpointUnit::Subparagraph, false),
    ("subpara.", PinpointUnit::Subparagraph, false),
    ("sub-paragraphs", PinpointUnit::Subparagraph, false),
    ("sub-paragraph", PinpointUnit::Subparagraph, false),
    ("sections", PinpointUnit::Section, false),
    ("section", PinpointUnit::Section, false),
    ("sects.", PinpointUnit::Section, false),
    ("sect.", PinpointUnit::Section, false),
    ("chapters", PinpointUnit::Chapter, false),
    ("chapter", PinpointUnit::Chapter, false),
    ("chaps.", PinpointUnit::Chapter, false),
    ("chap.", PinpointUnit::Chapter, false),
    ("parts", PinpointUnit::Part, false),
    ("part", PinpointUnit::Part, false),
    ("annexes", PinpointUnit::Annex, true),
    ("annex", PinpointUnit::Annex, true),
    ("appendices", PinpointUnit::Appendix, true),
    ("appendix", PinpointUnit::Appendix, true),
    ("enclosures", PinpointUnit::Enclosure, true),
    ("enclosure", PinpointUnit::Enclosure, true),
    ("articles", PinpointUnit::Article, false),
    ("article", PinpointUnit::Article, false),
    ("arts.", PinpointUnit::Article, false),
    ("art.", PinpointUnit::Article, false),
    ("rules", PinpointUnit::Rule, false),
    ("rule", PinpointUnit::Rule, false),
    ("pages", PinpointUnit::Page, false),
    ("page", PinpointUnit::Page, false),
    ("pp.", PinpointUnit::Page, false),
    ("p.", PinpointUnit::Page, false),
    ("volume", PinpointUnit::Volume, false),
    ("vols.", PinpointUnit::Volume, false),
    ("vol.", PinpointUnit::Volume, false),
    ("footnote", PinpointUnit::Footnote, false),
    ("note", PinpointUnit::Footnote, false),
];

const COUNTS: [&str; 10] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// Places that the text from `at` on gives, and where they end.
pub(super) fn behind(text: &str, at: usize) -> (Vec<RawPinpoint>, usize) {
    let window = after(text, at, 160);
    let (mut rest, mut end, mut found) = (window, 0, Vec::new());
    while let Ok((next, (_, _, start, pinpoint))) =
        (opt(char(')')), (char(','), sp), here, unit).parse(rest)
    {
        if found.len() == 8 || goes_on(next) {
            break;
        }
        let (from, to) = (at + window.len() - start.len(), at + window.len() - next.len());
        found.push(RawPinpoint { unit: pinpoint.0, number: pinpoint.1, range: from..to });
        (rest, end) = (next, window.len() - next.len());
    }
    (found, at + end)
}

/// Whether the unit belongs to what follows: `, paragraph 6 of resolution ...`, but not
/// `, section IV, of 1 May 2006`.
fn goes_on(rest: &str) -> bool {
    let mut of = (opt(char(',')), sp, alt((tag("of "), tag("to "))));
    let linked: IResult<&str, _> = of.parse(rest);
    linked.is_ok_and(|(behind, _)| {
        let day: IResult<&str, _> = (number, sp, satisfy(|c| c.is_ascii_uppercase())).parse(behind);
        day.is_err()
    })
}

#[allow(clippy::unnecessary_wraps)] // a parser
fn here(i: &str) -> IResult<&str, &str> {
    Ok((i, i))
}

/// Places before the reference that begins at `at`, from large to small, and where they begin.
///
/// The reference is joined by `of`, `to` or `in` and perhaps an article.
pub(super) fn ahead(text: &str, at: usize) -> (Vec<RawPinpoint>, usize) {
    let none = (Vec::new(), at);
    let window = before(text, at, 140);
    let base = at - window.len();
    let mut head = window.trim_end();
    // `of the said`
    for _ in 0..2 {
        let articles = ["the", "a", "an", "said", "its"];
        let bare = articles.iter().find_map(|article| strip_words(head, article));
        head = bare.unwrap_or(head).trim_end();
    }
    let Some(head) = ["of", "to", "in"].iter().find_map(|link| strip_words(head, link)) else {
        return none;
    };
    let head = head.trim_end().trim_end_matches(',');
    if !may_end(head) {
        return none;
    }
    for start in starts(head) {
        if let Some(found) = whole(&head[start..], base + start) {
            return (found, base + start);
        }
    }
    none
}

/// Where words of ASCII begin in `head`.
fn starts(head: &str) -> impl Iterator<Item = usize> {
    let bytes = head.as_bytes();
    let opens = |&start: &usize| match bytes[..start].last() {
        Some(&byte) if byte.is_ascii() => {
            !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
        }
        _ => !head[..start].ends_with(is_word),
    };
    (0..bytes.len()).filter(|&at| bytes[at].is_ascii_alphabetic()).filter(opens)
}

/// Whether the last word of `head` may be that of a unit: a number, or a noun that may stand alone
/// or behind its ordinal.
fn may_end(head: &str) -> bool {
    if head.ends_with(|c: char| c.is_ascii_digit() || c == ')') {
        return true;
    }
    let word = &head[head.trim_end_matches(|c: char| is_word(c) || c == '.').len()..];
    let stem = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let numeral = !word.is_empty() && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
    numeral
        || stem.ends_with(|c: char| c.is_ascii_digit())
        || UNITS.iter().any(|(noun, ..)| word.eq_ignore_ascii_case(noun))
        || COUNTS.iter().any(|count| word.eq_ignore_ascii_case(count))
}

/// Reads units up to the end of `chain`, which stands at `base`.
fn whole(chain: &str, base: usize) -> Option<Vec<RawPinpoint>> {
    let (mut next, (mut kind, mut number)) = unit(chain).ok()?;
    let mut groups: Vec<Vec<RawPinpoint>> = vec![Vec::new()];
    let mut rest = chain;
    loop {
        let range = base + chain.len() - rest.len()..base + chain.len() - next.len();
        groups.last_mut()?.push(RawPinpoint { unit: kind, number, range });
        if next.is_empty() {
            groups.reverse();
            return Some(groups.concat());
        }
        let of;
        (rest, of) = link(next).ok()?;
        if of {
            groups.push(Vec::new());
        }
        (next, (kind, number)) = unit(rest).ok()?;
    }
}

/// What joins two units; true if the second holds the first.
fn link(i: &str) -> IResult<&str, bool> {
    let article = || opt((tag("the"), sp));
    alt((
        value(true, (opt(char(',')), sp, alt((tag("of"), tag("to"))), sp, article())),
        value(false, (opt(char(',')), sp, tag("and"), sp, article())),
        value(false, (char(','), sp)),
    ))
    .parse(i)
}

fn unit(i: &str) -> IResult<&str, (PinpointUnit, Option<String>)> {
    if i.starts_with(['O', 'P']) { alt((operative, named)).parse(i) } else { named(i) }
}

/// `OP6`, `PP2`.
fn operative(i: &str) -> IResult<&str, (PinpointUnit, Option<String>)> {
    let (i, kind) = alt((
        value(PinpointUnit::Paragraph, tag("OP")),
        value(PinpointUnit::PreambularParagraph, tag("PP")),
    ))
    .parse(i)?;
    let (i, digits) = take_while_m_n(1, 3, |c: char| c.is_ascii_digit()).parse(i)?;
    let (i, ()) = closed(i)?;
    Ok((i, (kind, Some(digits.to_owned()))))
}

fn named(i: &str) -> IResult<&str, (PinpointUnit, Option<String>)> {
    let (i, ordinal) = opt(ordinal).parse(i)?;
    let (i, which) =
        opt(alt((tag("operative "), tag("preambular "), tag("Preambular ")))).parse(i)?;
    let first = i.as_bytes().first().map(u8::to_ascii_lowercase);
    let Some(&(noun, kind, alone)) = UNITS
        .iter()
        .filter(|(noun, ..)| noun.as_bytes().first().copied() == first)
        .find(|(noun, ..)| i.get(..noun.len()).is_some_and(|head| head.eq_ignore_ascii_case(noun)))
    else {
        return Err(nom::Err::Error(nom::error::make_error(i, nom::error::ErrorKind::Tag)));
    };
    let (i, ()) = closed(&i[noun.len()..])?;
    let preambular = which.is_some_and(|word| word.starts_with(['p', 'P']));
    let kind = if preambular { PinpointUnit::PreambularParagraph } else { kind };
    if let Some(ordinal) = ordinal {
        return Ok((i, (kind, Some(ordinal.to_owned()))));
    }
    match (sp, numbers).parse(i) {
        Ok((rest, (_, number))) => Ok((rest, (kind, Some(number.to_owned())))),
        Err(_) if alone => Ok((i, (kind, None))),
        Err(error) => Err(error),
    }
}

fn ordinal(i: &str) -> IResult<&str, &str> {
    let end = i.find(|c: char| !c.is_alphabetic()).unwrap_or(i.len());
    let (word, rest) = i.split_at(end);
    let last = ["penultimate", "last"].iter().any(|last| word.eq_ignore_ascii_case(last));
    let known = last || crate::text::ordinal(word).is_some();
    let (rest, _) = sp(rest)?;
    if known {
        Ok((rest, word))
    } else {
        Err(nom::Err::Error(nom::error::make_error(i, nom::error::ErrorKind::Tag)))
    }
}

fn numbers(i: &str) -> IResult<&str, &str> {
    let sep = || {
        alt((
            recognize(dash),
            recognize((char(','), sp, opt((tag("and"), sp)), opt((tag("to"), sp)))),
            recognize((sp, alt((tag("and"), tag("to"), tag("or"))), sp)),
        ))
    };
    recognize((one, many_m_n(0, 20, (sep(), one)))).parse(i)
}

fn one(i: &str) -> IResult<&str, &str> {
    let digits = || take_while_m_n(1, 4, |c: char| c.is_ascii_digit());
    let sub = || {
        let inner = take_while_m_n(1, 3, |c: char| c.is_ascii_alphanumeric());
        (sp0, char('('), inner, char(')'))
    };
    // `para. 10, and 37/111`, `para. 2, and 1540 (2004)`: the next text of a list.
    let year = (sp0, char('('), take_while_m_n(4, 4, |c: char| c.is_ascii_digit()), char(')'));
    let other = alt((recognize(char('/')), recognize(year)));
    let arabic =
        recognize((digits(), opt(satisfy(|c| c.is_ascii_lowercase())), closed, not(other)));
    let roman = recognize((
        take_while_m_n(1, 8, |c: char| "IVXLC".contains(c)),
        many_m_n(0, 3, (char('.'), take_while_m_n(1, 3, |c: char| c.is_ascii_alphanumeric()))),
        closed,
    ));
    // `paras. 2-3, and A/C.4/38/SR.16`: the next text of a list.
    let letter = recognize((
        satisfy(|c| c.is_ascii_uppercase()),
        opt((char('.'), digits())),
        closed,
        not(char('/')),
    ));
    let alone = recognize((sub(), many_m_n(0, 3, sub())));
    let main = alt((arabic, roman, letter, counted));
    alt((recognize((main, many_m_n(0, 4, sub()))), alone)).parse(i)
}

fn counted(i: &str) -> IResult<&str, &str> {
    let end = i.find(|c: char| !c.is_alphabetic()).unwrap_or(i.len());
    let (word, rest) = i.split_at(end);
    if COUNTS.iter().any(|count| word.eq_ignore_ascii_case(count)) {
        Ok((rest, word))
    } else {
        Err(nom::Err::Error(nom::error::make_error(i, nom::error::ErrorKind::Tag)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(text: &str, found: &[RawPinpoint]) -> Vec<String> {
        found.iter().map(|p| format!("{:?} {}", p.unit, &text[p.range.clone()])).collect()
    }

    #[test]
    fn behind_the_reference() {
        for (text, want) in [
            (", para. 4)", vec!["Paragraph para. 4"]),
            (", paras. 4-7)", vec!["Paragraph paras. 4-7"]),
            (", annex II", vec!["Annex annex II"]),
            (", annex, enclosure).", vec!["Annex annex", "Enclosure enclosure"]),
            (", annex, art. 5;", vec!["Annex annex", "Article art. 5"]),
            (", p. 3", vec!["Page p. 3"]),
            ("), sect. III.B, para. 20", vec!["Section sect. III.B", "Paragraph para. 20"]),
            (
                ", chap. IV, sect. E.1, para. 76",
                vec!["Chapter chap. IV", "Section sect. E.1", "Paragraph para. 76"],
            ),
            (", vol. I", vec!["Volume vol. I"]),
            (", paragraph 6 of resolution 1", vec![]),
            (" and paragraph 6", vec![]),
        ] {
            assert_eq!(spelt(text, &behind(text, 0).0), want, "{text}");
        }
    }

    #[test]
    fn before_the_reference() {
        for (text, want) in [
            ("in paragraph 6 of ", vec!["Paragraph paragraph 6"]),
            ("paragraphs 2 and 3 of the ", vec!["Paragraph paragraphs 2 and 3"]),
            ("operative paragraph 6 of ", vec!["Paragraph operative paragraph 6"]),
            ("section III of ", vec!["Section section III"]),
            ("the annex to ", vec!["Annex annex"]),
            (
                "Article 12, paragraph 2, of the ",
                vec!["Article Article 12", "Paragraph paragraph 2"],
            ),
            ("paragraph 3 of annex II to ", vec!["Annex annex II", "Paragraph paragraph 3"]),
            ("under Article 2 (4) of the ", vec!["Article Article 2 (4)"]),
            ("under Article 77 of the said ", vec!["Article Article 77"]),
            ("Articles 8, 97, 100 and 101 of the ", vec!["Article Articles 8, 97, 100 and 101"]),
            (
                "the sixth preambular paragraph and paragraph 2 of ",
                vec!["PreambularParagraph sixth preambular paragraph", "Paragraph paragraph 2"],
            ),
            ("Chapter VII of the ", vec!["Chapter Chapter VII"]),
            ("OP6 of ", vec!["Paragraph OP6"]),
            ("in the light of ", vec![]),
        ] {
            assert_eq!(spelt(text, &ahead(text, text.len()).0), want, "{text}");
        }
    }
}
