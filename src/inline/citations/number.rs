//! The number by which a text cites a resolution or decision.
//!
//! ```text
//! item       = in-session | of-year | of-session | foreign | bare
//! in-session = ( [ "S-" | "ES-" ] number | year ) "/" number [ parts ]   ; 60/45, S-27/2, 2006/3
//! of-year    = number [ sp ] "(" year ")" | number "/" year              ; 1540 (2004)
//! of-session = number [ parts ] [ sp ] "(" ( [ "S-" | "ES-" ] roman | ( "S-" | "ES-" ) number ) ")" [ parts ]
//! foreign    = number "/" tag "." number | roman "/" number | tag number "." number
//!            | tag "-" number "/" number | tag "." number "(" number ")"
//! bare       = number
//! parts      = [ sp ] letters [ ( "," | "and" | "to" | dash ) letters ]...
//! ```
//!
//! Near misses: a number before `%`, a decimal, a date, a number with a zero before it
//! (`2005/06`), a further stroke (`8/12/2005`).

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{eof, map, map_opt, not, opt, peek, recognize, value, verify};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::lex::{closed, dash, number, roman, sp, sp0, year};

/// The number of a resolution or decision, by its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Id {
    /// Session or year, then number: `60/45`, `S-27/2`, `2006/3`.
    InSession(String, u32),
    /// Number, then a session in roman numerals: `2625 (XXV)`.
    OfSession(u32, String),
    /// Number, then a year: `1540 (2004)`.
    OfYear(u32, u32),
    /// A number alone.
    Bare(u32),
    /// The form of a body outside the principal organs, as printed without blanks.
    Foreign(String),
}

/// A number with its part letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) id: Id,
    /// The letters of parts; a range is spelt out.
    pub(super) parts: Vec<String>,
    /// Whether blanks were read over where none belong.
    pub(super) repaired: bool,
}

/// Reads one number.
pub(super) fn item(i: &str) -> IResult<&str, Item> {
    alt((islamic, in_session, of_year, of_session, foreign, bare)).parse(i)
}

/// Reads a year that stands alone.
pub(super) fn year_alone(i: &str) -> IResult<&str, u32> {
    terminated(year, (ends, not((sp, satisfy(char::is_uppercase))))).parse(i)
}

fn plain(id: Id) -> Item {
    Item { id, parts: Vec::new(), repaired: false }
}

fn in_session(i: &str) -> IResult<&str, Item> {
    let special = recognize((alt((tag("ES-"), tag("S-"))), number));
    let arabic = recognize(number);
    let (i, session) = alt((special, arabic)).parse(i)?;
    let (i, (left, _, right)) = (sp0, char('/'), sp0).parse(i)?;
    let (i, number) = terminated(number, ends).parse(i)?;
    let (i, parts) = map(opt(parts), Option::unwrap_or_default).parse(i)?;
    let id = match session.parse::<u32>() {
        // A writer's `1559/2004`.
        Ok(n) if (1945..=2100).contains(&number) && !(1945..=2100).contains(&n) => {
            Id::OfYear(n, number)
        }
        _ => Id::InSession(session.to_owned(), number),
    };
    let repaired = !left.is_empty() || !right.is_empty() || matches!(id, Id::OfYear(..));
    Ok((i, Item { id, parts, repaired }))
}

fn of_year(i: &str) -> IResult<&str, Item> {
    let (i, (n, _)) = (number, sp0).parse(i)?;
    // `(l991)`: the letter read for the digit.
    let misread = map_opt(
        preceded(one_of("lI"), take_while_m_n(3, 3, |c: char| c.is_ascii_digit())),
        |rest: &str| format!("1{rest}").parse().ok().filter(|year| (1945..=1999).contains(year)),
    );
    let year = alt((map(year, |year| (year, false)), map(misread, |year: u32| (year, true))));
    let (i, (year, repaired)) = delimited((char('('), sp0), year, (sp0, char(')'))).parse(i)?;
    Ok((i, Item { repaired, ..plain(Id::OfYear(n, year)) }))
}

fn of_session(i: &str) -> IResult<&str, Item> {
    let (i, n) = number(i)?;
    let (i, before) = opt(letters).parse(i)?;
    // `(XV)`, `(S-VI)`, `(S-2)`
    let special = || alt((tag("ES-"), tag("S-")));
    let in_roman = recognize((opt(special()), roman));
    let session = alt((in_roman, recognize((special(), number))));
    let whole =
        map(delimited(char('('), session, char(')')), |session: &str| (session.to_owned(), false));
    // `(XVID`: one sign read for the last two.
    let misread =
        map(delimited(char('('), roman, char('D')), |session: &str| (format!("{session}I"), true));
    // `22 A (1)`: the digit read for the letter, behind a part, where no pinpoint stands.
    let ones = delimited(char('('), take_while_m_n(1, 3, |c| c == '1'), char(')'));
    let ones = map_opt(ones, |ones: &str| before.is_some().then(|| ("I".repeat(ones.len()), true)));
    let (i, (session, repaired)) = preceded(sp0, alt((whole, misread, ones))).parse(i)?;
    let (i, behind) = if before.is_none() { opt(parts).parse(i)? } else { (i, None) };
    let parts = before.or(behind).unwrap_or_default();
    Ok((i, Item { id: Id::OfSession(n, session), parts, repaired }))
}

fn foreign(i: &str) -> IResult<&str, Item> {
    let capitals = |i| take_while_m_n(2, 6, |c: char| c.is_ascii_uppercase()).parse(i);
    // `1/CP.21`, `4/CMA.1`; `XI/32`, `SS.VII/1`; `WHA58.33`, `A39-3`
    let conference = recognize((number, char('/'), capitals, char('.'), number));
    let roman = recognize((opt((capitals, char('.'))), roman, char('/'), number));
    let running = recognize((
        take_while_m_n(1, 4, |c: char| c.is_ascii_uppercase()),
        number,
        alt((char('.'), char('-'))),
        opt(char('R')),
        number,
    ));
    // `BC-10/3`; `A.1024(26)`, `MSC.428(98)`
    let convention = recognize((capitals, char('-'), number, char('/'), number));
    let series = take_while_m_n(1, 5, |c: char| c.is_ascii_uppercase());
    let maritime = recognize((series, char('.'), number, char('('), number, char(')')));
    // `1080 (XXI-O/91)`
    let numerals = take_while_m_n(1, 8, |c: char| "IVXLC".contains(c));
    let held = (numerals, char('-'), satisfy(|c| c.is_ascii_uppercase()), char('/'), number);
    let american = recognize((number, sp0, char('('), held, char(')')));
    let forms = alt((conference, roman, running, convention, maritime, american));
    let (i, printed) = terminated(forms, ends).parse(i)?;
    Ok((i, plain(Id::Foreign(printed.to_owned()))))
}

/// `10/42-POL`, `1/9-P(IS)`: a number and session with the committee.
fn islamic(i: &str) -> IResult<&str, Item> {
    let committee = take_while_m_n(1, 4, |c: char| c.is_ascii_uppercase());
    let summit =
        delimited(char('('), take_while_m_n(2, 4, |c: char| c.is_ascii_uppercase()), char(')'));
    let form = recognize((number, char('/'), number, char('-'), committee, opt(summit)));
    let (i, printed) = terminated(form, ends).parse(i)?;
    Ok((i, plain(Id::Foreign(printed.to_owned()))))
}

fn bare(i: &str) -> IResult<&str, Item> {
    let (i, n) = terminated(number, ends).parse(i)?;
    let unit = (sp, alt((tag("per cent"), tag("percent"), tag("times"), tag("years"))));
    let (i, ()) = not(unit).parse(i)?;
    Ok((i, plain(Id::Bare(n))))
}

/// The number ends here.
fn ends(i: &str) -> IResult<&str, ()> {
    let decimal = recognize((char('.'), satisfy(|c| c.is_ascii_digit())));
    let more = recognize(satisfy(|c| matches!(c, '/' | '%' | '$') || c.is_ascii_digit()));
    let small = recognize(satisfy(char::is_lowercase));
    not(alt((decimal, more, small))).parse(i)
}

/// Letters of parts behind a complete number, where the sentence goes on as it does behind one.
fn parts(i: &str) -> IResult<&str, Vec<String>> {
    let mark = recognize(satisfy(|c| ",.;:)]”\"’".contains(c)));
    let words = alt((
        tag("of"),
        tag("and"),
        tag("to"),
        tag("on"),
        tag("or"),
        tag("entitled"),
        tag("adopted"),
        tag("in"),
        tag("by"),
    ));
    let next = alt((mark, eof, recognize((sp, words, closed))));
    terminated(letters, peek(next)).parse(i)
}

fn letters(i: &str) -> IResult<&str, Vec<String>> {
    let (mut i, first) = preceded(sp0, letter).parse(i)?;
    let mut all = vec![first.to_owned()];
    while let Ok((rest, (range, next))) = (letter_sep, letter).parse(i) {
        match (range, all.last().map(String::as_bytes), next.as_bytes()) {
            (true, Some(&[from]), &[to]) if from < to => {
                all.extend((from + 1..=to).map(|b| char::from(b).to_string()));
            }
            (true, ..) => break,
            (false, ..) => all.push(next.to_owned()),
        }
        i = rest;
        if all.len() > 26 {
            break;
        }
    }
    Ok((i, all))
}

fn letter(i: &str) -> IResult<&str, &str> {
    let capitals = take_while_m_n(1, 2, |c: char| c.is_ascii_uppercase());
    // Two letters are the same one twice: `53/77 AA`.
    let double = verify(capitals, |l: &str| l.len() == 1 || l.as_bytes()[0] == l.as_bytes()[1]);
    terminated(double, closed).parse(i)
}

fn letter_sep(i: &str) -> IResult<&str, bool> {
    alt((
        value(true, (sp, tag("to"), sp)),
        value(true, dash),
        value(false, (char(','), sp, opt((tag("and"), sp)))),
        value(false, (sp, tag("and"), sp)),
    ))
    .parse(i)
}

/// What stands between two numbers of a list; true for a range.
pub(super) fn separator(i: &str) -> IResult<&str, bool> {
    alt((
        value(true, (sp, tag("to"), sp)),
        value(true, dash),
        value(false, (char(','), sp, opt((alt((tag("and"), tag("or"))), sp)))),
        value(false, (sp, alt((tag("and"), tag("or"), tag("&"))), sp)),
        // Spanish, French, Russian
        value(false, (sp, alt((tag("y"), tag("et"), tag("и"))), sp)),
    ))
    .parse(i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Id, String, &str)> {
        let (rest, item) = item(text).ok()?;
        Some((item.id, item.parts.concat(), rest))
    }

    fn session(s: &str, n: u32) -> Id {
        Id::InSession(s.to_owned(), n)
    }

    #[test]
    fn numbers_of_every_era() {
        assert_eq!(read("60/45 of"), Some((session("60", 45), String::new(), " of")));
        assert_eq!(read("31/16 A."), Some((session("31", 16), "A".into(), ".")));
        assert_eq!(read("49/222 A and B of"), Some((session("49", 222), "AB".into(), " of")));
        assert_eq!(read("31/406 A to E"), Some((session("31", 406), "ABCDE".into(), "")));
        assert_eq!(read("53/77 AA of"), Some((session("53", 77), "AA".into(), " of")));
        assert_eq!(read("S-27/2, annex"), Some((session("S-27", 2), String::new(), ", annex")));
        assert_eq!(read("1540 (2004),"), Some((Id::OfYear(1540, 2004), String::new(), ",")));
        assert_eq!(read("1929(2010)"), Some((Id::OfYear(1929, 2010), String::new(), "")));
        let roman = |n, s: &str| Id::OfSession(n, s.to_owned());
        assert_eq!(read("2625 (XXV)"), Some((roman(2625, "XXV"), String::new(), "")));
        assert_eq!(read("217 A (III)"), Some((roman(217, "III"), "A".into(), "")));
        assert_eq!(read("1991 (XVIII) A."), Some((roman(1991, "XVIII"), "A".into(), ".")));
        assert_eq!(read("3201 (S-VI)"), Some((roman(3201, "S-VI"), String::new(), "")));
        assert_eq!(read("3419 A to D (XXX)"), Some((roman(3419, "XXX"), "ABCD".into(), "")));
        for printed in ["1/CP.21", "XI/32", "WHA58.33", "A39-3"] {
            assert_eq!(read(printed), Some((Id::Foreign(printed.into()), String::new(), "")));
        }
    }

    #[test]
    fn letters_that_begin_words_are_no_parts() {
        assert_eq!(read("60/45 A new"), Some((session("60", 45), String::new(), " A new")));
        assert_eq!(read("60/45 AND"), Some((session("60", 45), String::new(), " AND")));
    }

    #[test]
    fn near_misses() {
        for text in ["2005/06", "8/12/2005", "15%", "12.5 million", "3 per cent", "60th", "12345"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
