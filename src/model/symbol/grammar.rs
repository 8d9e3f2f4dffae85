//! The lexical layer: the parts of one symbol, read with nom from ASCII text.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{cond, consumed, map, map_opt, not, opt, peek, recognize, value, verify};
use nom::multi::many0;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::fascicle::qualifier;
use super::numerals::{counted, roman, session, special};
use super::parts::{Session, SessionSystem};
use super::series::{Family, Series, series};

/// What the reading may take for granted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mode {
    /// Running text: layout damage is put up with.
    pub lenient: bool,
    /// A resolution or decision: letters and sessions may follow the number.
    pub resolution: bool,
    /// A treaty body: numbers may be ranges.
    pub treaty: bool,
}

/// One element between oblique strokes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// Its shape.
    pub shape: Shape<'a>,
    /// A session in parentheses behind it.
    pub ordinal: Option<Session>,
    /// A part, volume, section, ... in parentheses behind it, spelt with spaces.
    pub qualifier: Option<String>,
    /// Offset after it in the text that was read.
    pub end: usize,
    /// The same without what stands in parentheses.
    pub bare_end: usize,
    /// Whether something had to be repaired.
    pub damaged: bool,
}

/// The shapes of elements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape<'a> {
    /// `973`, `217A`, `18-20`.
    Number { digits: Cow<'a, str>, last: Option<Cow<'a, str>>, letter: Option<&'a str> },
    /// `L.20`, `CONF.V`, `SER.A`.
    Dotted { tag: &'a str, value: Cow<'a, str> },
    /// `S-27`, `ES-10`.
    Session(Session),
    /// `RES`, `HRC`, `USA`.
    Word(&'a str),
}

impl<'a> Part<'a> {
    /// An element of this shape alone.
    pub(super) fn of(shape: Shape<'a>) -> Self {
        Part { shape, ordinal: None, qualifier: None, end: 0, bare_end: 0, damaged: false }
    }

    /// Writes the element in canonical form.
    pub(super) fn write(&self, out: &mut String) {
        match &self.shape {
            Shape::Number { digits, last, letter } => {
                out.push_str(digits);
                if let Some(last) = last {
                    out.extend(["-", last]);
                }
                out.push_str(letter.unwrap_or_default());
            }
            Shape::Dotted { tag, value } => out.extend([tag, ".", value]),
            Shape::Session(session) => out.push_str(&session.printed),
            Shape::Word(word) => out.push_str(word),
        }
        if let Some(session) = &self.ordinal {
            out.extend(["(", &session.printed, ")"]);
        }
        if let Some(qualifier) = &self.qualifier {
            out.push('(');
            out.extend(qualifier.split(' '));
            out.push(')');
        }
    }
}

/// `series *( slash part )`: the elements that stand at the start of `text`.
pub(super) fn elements(text: &str, lenient: bool) -> Option<(&str, Series, usize, Vec<Part<'_>>)> {
    let (mut rest, (prefix, known)) = first_element(text).ok()?;
    let opened = text.len() - rest.len();
    let treaty = known.family == Family::Treaty;
    let mut mode = Mode { lenient, resolution: false, treaty };
    let mut parts: Vec<Part<'_>> = Vec::with_capacity(4);
    while parts.len() < 16 {
        let Ok((next, (spaced, mut part))) = (|i| slash(mode, i), |i| element(mode, i)).parse(rest)
        else {
            break;
        };
        part.damaged |= spaced;
        part.end = text.len() - next.len();
        part.bare_end = text.len() - part.bare_end;
        match &part.shape {
            Shape::Word("RES" | "DEC") => mode.resolution = true,
            Shape::Dotted { tag, value } => {
                mode.treaty |= parts.is_empty() && prefix == "E" && *tag == "C" && value == "12";
            }
            _ => {}
        }
        parts.push(part);
        rest = next;
    }
    Some((prefix, known, opened, parts))
}

/// The first one or two elements, if the tables know them and an oblique stroke follows.
pub(super) fn first_element(i: &str) -> IResult<&str, (&str, Series)> {
    fn name(i: &str) -> IResult<&str, &str> {
        let inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '(' | ')');
        recognize((satisfy(|c| c.is_ascii_uppercase()), take_while_m_n(0, 11, inner))).parse(i)
    }
    fn known<'a>(
        text: impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>>,
    ) -> impl Parser<&'a str, Output = (&'a str, Series), Error = nom::error::Error<&'a str>> {
        map_opt(text, |text| Some((text, series(text)?)))
    }
    let follows = peek((take_while(|c| c == ' '), char('/')));
    terminated(alt((known(recognize((name, char('/'), name))), known(name))), follows).parse(i)
}

/// The oblique stroke; true if white space stands beside it.
fn slash(mode: Mode, i: &str) -> IResult<&str, bool> {
    let (rest, (before, _, after)) = (spaces, char('/'), spaces).parse(i)?;
    let spaced = !before.is_empty() || !after.is_empty();
    if spaced && (!mode.lenient || !before.is_empty() && !after.is_empty()) {
        return fail(i);
    }
    Ok((rest, spaced))
}

fn element(mode: Mode, i: &str) -> IResult<&str, Part<'_>> {
    let (rest, (raw, shape)) = consumed(alt((
        map(special_session, Shape::Session),
        |i| dotted(mode, i),
        |i| number(mode, i),
        map(word, Shape::Word),
    )))
    .parse(i)?;
    let bare_end = rest.len();
    let damaged = match &shape {
        Shape::Number { .. } => raw.contains('l'),
        Shape::Dotted { value, .. } => !raw.ends_with(&**value) || raw.contains(' '),
        _ => false,
    };
    // `RES/1540 (2004)`, but `COP(13)` without space; other numbers have no session behind them.
    let word = matches!(shape, Shape::Word(_));
    let text = matches!(&shape, Shape::Dotted { tag, .. } if matches!(*tag, "COMM" | "Dec" | "Decl" | "Res"));
    let gap = cond(!word, spaces);
    let session = cond(word || text || mode.resolution, opt(preceded(gap, |i| ordinal(mode, i))));
    let (rest, ordinal) = map(session, Option::flatten).parse(rest)?;
    let (rest, qualifier) = opt(preceded(spaces, qualifier)).parse(rest)?;
    Ok((rest, Part { shape, ordinal, qualifier, end: 0, bare_end, damaged }))
}

/// `( "S-" | "ES-" ) 1*DIGIT`
fn special_session(i: &str) -> IResult<&str, Session> {
    let number = map_opt(take_while_m_n(1, 3, |c: char| c.is_ascii_digit()), |n: &str| {
        n.parse::<u32>().ok()
    });
    let (rest, (printed, (emergency, _, number))) =
        terminated(consumed((opt(char('E')), tag("S-"), number)), boundary).parse(i)?;
    Ok((rest, session(special(emergency.is_some()), number, printed)))
}

/// `tag "." ( number | roman | capitals ) | "COMM."`
fn dotted(mode: Mode, i: &str) -> IResult<&str, Shape<'_>> {
    let name = take_while_m_n(1, 10, |c: char| c.is_ascii_alphabetic());
    let number = |i| digits(mode, i);
    let capitals = map(take_while_m_n(1, 8, |c: char| c.is_ascii_uppercase()), Cow::Borrowed);
    let gap = cond(mode.lenient, take_while_m_n(0, 2, |c| c == ' '));
    let (rest, (tag, value)) = terminated(
        alt((
            (terminated(name, char('.')), capitals),
            (
                terminated(
                    take_while_m_n(1, 10, |c: char| c.is_ascii_alphabetic()),
                    (char('.'), gap),
                ),
                number,
            ),
            // `COMM.(CCLXXX)`: a session and no number.
            (
                terminated(alt((tag("COMM"), tag("Comm"))), char('.')),
                value(
                    Cow::Borrowed(""),
                    peek((char('('), take_while_m_n(1, 10, is_numeral), char(')'))),
                ),
            ),
        )),
        boundary,
    )
    .parse(i)?;
    Ok((rest, Shape::Dotted { tag: tag_case(tag), value }))
}

/// The final elements are printed in mixed case, whatever machines make of them.
fn tag_case(tag: &str) -> &str {
    let known = ["Add", "Amend", "Corr", "Misc", "Rev", "Sub"];
    let known = known.into_iter().find(|known| known.eq_ignore_ascii_case(tag));
    known.unwrap_or(tag)
}

/// `1*DIGIT [ "-" 1*DIGIT ] [ letter [ "-" letter ] ]`
fn number(mode: Mode, i: &str) -> IResult<&str, Shape<'_>> {
    let last = cond(mode.treaty, opt(preceded(char('-'), |i| digits(mode, i))));
    // The letters behind Z are AA, BB, ...
    let name = || take_while_m_n(1, 2, |c: char| c.is_ascii_uppercase());
    let letters = recognize((name(), opt((char('-'), name()))));
    let close = terminated(letters, boundary);
    let letter = cond(
        mode.resolution,
        opt(alt((
            close,
            // `217 A (III)`, `31/16 A`: an A before a word is an article.
            delimited(
                char(' '),
                recognize((capital, opt((char('-'), capital)))),
                peek(alt((recognize((spaces, char('('))), recognize(one_of(",;.)]*")), end))),
            ),
        ))),
    );
    let (rest, (digits, last, letter)) = (|i| digits(mode, i), last, letter).parse(i)?;
    let (rest, ()) = boundary(rest)?;
    Ok((rest, Shape::Number { digits, last: last.flatten(), letter: letter.flatten() }))
}

fn end(i: &str) -> IResult<&str, &str> {
    if i.is_empty() { Ok((i, i)) } else { fail(i) }
}

pub(super) fn capital(i: &str) -> IResult<&str, char> {
    satisfy(|c| c.is_ascii_uppercase()).parse(i)
}

/// Up to seven digits; in damaged text the letter l is the digit 1.
fn digits(mode: Mode, i: &str) -> IResult<&str, Cow<'_, str>> {
    let digit = move |c: char| c.is_ascii_digit() || mode.lenient && c == 'l';
    let sound = |digits| {
        if str::contains(digits, 'l') {
            digits.replace('l', "1").into()
        } else {
            Cow::Borrowed(digits)
        }
    };
    map(take_while_m_n(1, 7, digit), sound).parse(i)
}

/// `RES`, `WGRPE`, `IRON ORE`: letters and digits, a letter first.
fn word(i: &str) -> IResult<&str, &str> {
    let one = recognize((
        satisfy(|c| c.is_ascii_alphabetic()),
        take_while_m_n(0, 15, |c: char| c.is_ascii_alphanumeric()),
    ));
    let (rest, word) =
        terminated(alt((tag("IRON ORE"), tag("CODE TOT"), one)), boundary).parse(i)?;
    let summary = word.eq_ignore_ascii_case("Summary");
    Ok((rest, if summary { "Summary" } else { word }))
}

fn is_numeral(c: char) -> bool {
    "IVXLCDM".contains(c)
}

/// `"(" ( number | [ "S-" | "ES-" ] roman | ( "S-" | "ES-" ) number ) ")"`
fn ordinal(mode: Mode, i: &str) -> IResult<&str, Session> {
    let numerals = take_while_m_n(1, 10, is_numeral);
    let in_roman = map_opt(
        (opt(alt((tag("ES-"), tag("S-")))), numerals),
        |(kind, numerals): (Option<&str>, &str)| {
            let number = roman(numerals)?;
            Some(match kind {
                None => session(SessionSystem::Roman, number, numerals),
                Some(kind) => session(special(kind == "ES-"), number, &format!("{kind}{numerals}")),
            })
        },
    );
    let in_arabic = map_opt(|i| digits(mode, i), |digits| counted(&digits));
    let known = alt((in_roman, special_session, in_arabic));
    delimited((char('('), spaces), known, (spaces, char(')'))).parse(i)
}

/// `*`, printed behind a symbol that was issued again.
pub(super) fn asterisks(i: &str) -> IResult<&str, usize> {
    map(many0(char('*')), |stars| stars.len()).parse(i)
}

/// The mark between joint symbols and the white space behind it; a series must follow.
pub(super) fn joint(i: &str) -> IResult<&str, &str> {
    let dash = recognize((char('-'), spaces));
    let stroke = terminated(
        tag("/"),
        peek(verify(first_element, |(prefix, series)| {
            series.family == Family::Treaty || matches!(*prefix, "A" | "S" | "E")
        })),
    );
    terminated(alt((dash, stroke)), peek(first_element)).parse(i)
}

pub(super) fn spaces(i: &str) -> IResult<&str, &str> {
    take_while_m_n(0, 4, |c| c == ' ').parse(i)
}

fn boundary(i: &str) -> IResult<&str, ()> {
    not(satisfy(|c| c.is_ascii_alphanumeric())).parse(i)
}

fn fail<T>(i: &str) -> IResult<&str, T> {
    Err(nom::Err::Error(nom::error::make_error(i, nom::error::ErrorKind::Verify)))
}
