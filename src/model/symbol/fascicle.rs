//! What stands in parentheses to tell the fascicles of one document.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::char;
use nom::combinator::{map, opt, recognize, value, verify};
use nom::multi::many_m_n;
use nom::sequence::delimited;
use nom::{IResult, Parser};

use super::grammar::{capital, spaces};
use super::numerals::roman;

/// `"(" ( "Part" | "Vol." | ... ) list ")"`, spelt out as printed: `Parts I and II`.
pub(super) fn qualifier(i: &str) -> IResult<&str, String> {
    let name = alt((
        recognize((alt((tag("Parts"), tag("Part"))), opt(char('.')))),
        recognize((alt((tag("Vols"), tag("Vol"))), opt(char('.')))),
        recognize((alt((tag("Sects"), tag("Sect"), tag("Chaps"), tag("Chap"))), opt(char('.')))),
        alt((tag("Resumption"), tag("Suppl."), tag("Supp."), tag("SUPP"))),
        tag("Prog."),
        value("Income sect.", (tag("Income"), spaces, tag("sect."))),
    ));
    let number = || {
        alt((
            recognize(verify(take_while1(|c| "IVXLC".contains(c)), |n: &str| roman(n).is_some())),
            take_while_m_n(1, 4, |c: char| c.is_ascii_digit()),
            recognize(capital),
            alt((tag("one"), tag("two"), tag("three"), tag("four"))),
        ))
    };
    let joined = |mark: &'static str, spelt: &'static str| {
        map(delimited(spaces, tag(mark), spaces), move |_| spelt)
    };
    let more = (
        alt((joined("and", " and "), joined("to", " to "), joined("-", "-"), joined(",", ", "))),
        number(),
    );
    let listed = map((name, opt((spaces, number(), many_m_n(0, 8, more)))), |(name, list)| {
        let mut out = name.to_owned();
        if let Some((_, first, more)) = list {
            out.push(' ');
            out.push_str(first);
            for (mark, value) in more {
                out.push_str(mark);
                out.push_str(value);
            }
        }
        out
    });
    let bare = map(alt((tag("Corrected"), tag("Summary"), tag("Introduction"))), str::to_owned);
    delimited((char('('), spaces), alt((bare, listed)), (spaces, char(')'))).parse(i)
}
