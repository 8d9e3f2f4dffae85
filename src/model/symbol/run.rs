//! What follows a symbol in a run with parts left out.
//!
//! ```text
//! run     = *( sep member )
//! sep     = "," sp [ "and" sp ] | sp ( "and" | "&" | "or" ) sp | range
//! range   = sp "to" sp | dash
//! member  = modifier *( "/" modifier )           ; Add.1, Rev.1/Add.2
//!         | "Resumption" sp number               ; of a record
//!         | number [ "/" number ]                ; 174; 61/54 of a series with sessions
//!         | number [ sp ] "(" year ")"           ; of a resolution with a year
//!         | letter                               ; of a resolution with a letter
//! ```
//!
//! The pieces are read against what stands before them. A modifier belongs to the first symbol of
//! the run as printed there, or takes the place of one of its own kind. A number takes the place of
//! the last one: of the modifier's if one stands there, else of the document's. A range means each
//! number between. A bare number or letter is a member only if the list goes on behind it or ends
//! at a closing mark, so that `A/60/202, 15 States` and `A/60/202, 2 May` have none.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, satisfy};
use nom::combinator::{eof, map, map_opt, not, opt, peek, recognize, value};
use nom::multi::{many_m_n, separated_list1};
use nom::sequence::{delimited, terminated};
use nom::{IResult, Parser};

use super::parts::{Nature, SessionSystem};
use super::{Modifier, ModifierKind, Symbol};

/// A further member of a run.
#[derive(Debug, Clone)]
pub(crate) struct RunMember {
    /// Offset of its first byte in the text; the members that a range leaves out have the place of
    /// its end.
    pub start: usize,
    /// Offset after its last byte.
    pub end: usize,
    /// The whole symbol that is meant.
    pub symbol: Symbol,
}

/// How many members one range may stand for, and one run hold.
const MOST: u32 = 120;

/// Reads the members that follow the symbol `base`, whose text ends at byte `at` of `text`.
pub(crate) fn scan_run(text: &str, at: usize, base: &Symbol) -> Vec<RunMember> {
    let mut members: Vec<RunMember> = Vec::new();
    let Some(mut rest) = text.get(at..) else {
        return members;
    };
    while members.len() < MOST as usize {
        let Ok((piece, range)) = sep(rest) else { break };
        let Ok((next, kind)) = member(8, piece) else {
            break;
        };
        let before = members.last().map_or(base, |member| &member.symbol);
        let Some(symbols) = resolve(base, before, &kind, range) else {
            break;
        };
        let (start, end) = (text.len() - piece.len(), text.len() - next.len());
        members.extend(symbols.into_iter().map(|symbol| RunMember { start, end, symbol }));
        rest = next;
    }
    members
}

#[derive(Debug, Clone)]
enum Member {
    Modifiers(Vec<Modifier>),
    Number(u32),
    InSession(u32, u32),
    OfYear(u32, u32),
    Letter(char),
    Resumption(u32),
}

/// Reads one member; `ahead` says how many pieces more may be looked at.
fn member(ahead: u32, i: &str) -> IResult<&str, Member> {
    alt((
        map(terminated(separated_list1(char('/'), modifier), closed), Member::Modifiers),
        map((tag("Resumption"), sp, terminated(number, closed)), |(.., n)| Member::Resumption(n)),
        map((number, sp0, delimited(char('('), number, char(')'))), |(n, _, year)| {
            Member::OfYear(n, year)
        }),
        map((terminated(number, char('/')), terminated(number, closed)), |(s, n)| {
            Member::InSession(s, n)
        }),
        map(terminated(number, (closed, |i| goes_on(ahead, i))), Member::Number),
        map(
            terminated(satisfy(|c| c.is_ascii_uppercase()), (closed, |i| goes_on(ahead, i))),
            Member::Letter,
        ),
    ))
    .parse(i)
}

fn modifier(i: &str) -> IResult<&str, Modifier> {
    let kind = alt((
        value(ModifierKind::Addendum, alt((tag("Add"), tag("ADD")))),
        value(ModifierKind::Amendment, alt((tag("Amend"), tag("AMEND")))),
        value(ModifierKind::Corrigendum, alt((tag("Corr"), tag("CORR")))),
        value(ModifierKind::Revision, alt((tag("Rev"), tag("REV")))),
    ));
    map((kind, char('.'), opt(char(' ')), number), |(kind, _, _, number)| Modifier {
        kind,
        number: Some(number),
    })
    .parse(i)
}

fn number(i: &str) -> IResult<&str, u32> {
    let digits = take_while_m_n(1, 6, |c: char| c.is_ascii_digit());
    map_opt(terminated(digits, not(satisfy(|c| c.is_ascii_digit()))), |digits: &str| {
        digits.parse().ok().filter(|_| !digits.starts_with('0'))
    })
    .parse(i)
}

/// The token ends here.
fn closed(i: &str) -> IResult<&str, ()> {
    let decimal = recognize((char('.'), satisfy(|c| c.is_ascii_digit())));
    let more = recognize(satisfy(|c| c.is_alphanumeric() || c == '/' || c == '%'));
    not(alt((more, decimal))).parse(i)
}

/// Behind a bare number: the list goes on with another piece or symbol, or the sentence pauses.
fn goes_on(ahead: u32, i: &str) -> IResult<&str, ()> {
    let pause = recognize((sp0, satisfy(|c| ").;:]*".contains(c))));
    let comma = recognize((char(','), sp, satisfy(char::is_lowercase)));
    let end = recognize((opt(char(',')), sp0, eof));
    let list = recognize((sep, |i| next(ahead, i)));
    let series = take_while_m_n(0, 12, |c: char| c.is_ascii_alphanumeric() || ".-".contains(c));
    let symbol = recognize((sep, satisfy(|c| c.is_ascii_uppercase()), series, char('/')));
    let words = alt((tag("respectively"), tag("were"), tag("are"), tag("dated"), tag("contain")));
    peek(value((), alt((pause, comma, end, list, symbol, recognize((sp, words)))))).parse(i)
}

/// A further piece of the list, which far away is taken on trust.
fn next(ahead: u32, i: &str) -> IResult<&str, ()> {
    match ahead.checked_sub(1) {
        Some(ahead) => value((), |i| member(ahead, i)).parse(i),
        None => value((), number).parse(i),
    }
}

/// A separator; true for a range.
fn sep(i: &str) -> IResult<&str, bool> {
    let dash = recognize(satisfy(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}')));
    alt((
        value(true, alt((dash, recognize((sp, tag("to"), sp))))),
        value(false, (char(','), sp, opt((alt((tag("and"), tag("AND"))), sp)))),
        value(false, (sp, alt((tag("and"), tag("AND"), tag("&"), tag("or"))), sp)),
    ))
    .parse(i)
}

fn sp(i: &str) -> IResult<&str, &str> {
    recognize(many_m_n(1, 3, satisfy(char::is_whitespace))).parse(i)
}

fn sp0(i: &str) -> IResult<&str, &str> {
    recognize(many_m_n(0, 3, satisfy(char::is_whitespace))).parse(i)
}

/// The symbols that a piece stands for; more than one if it closes a range.
fn resolve(base: &Symbol, before: &Symbol, piece: &Member, range: bool) -> Option<Vec<Symbol>> {
    let between = |first: u32, last: u32, make: &dyn Fn(u32) -> Option<Symbol>| {
        let sound = first < last && last - first <= MOST;
        sound.then(|| (first + 1..=last).map(make).collect()).flatten()
    };
    let last_modifier = before.modifiers().last().filter(|_| before.qualifier().is_none());
    match piece {
        Member::Modifiers(added) if range => {
            // `Add.7 to Add.10`
            let [to] = added.as_slice() else { return None };
            let from = last_modifier.filter(|from| from.kind == to.kind)?;
            between(from.number?, to.number?, &|n| renumbered(before, n))
        }
        Member::Modifiers(added) => {
            let kind = added.first()?.kind;
            let halves = base.halves().map(|half| {
                let kept = half.modifiers().iter().position(|m| m.kind == kind);
                let drop = kept.map_or(0, |kept| half.modifiers().len() - kept);
                let mut out = half.as_str();
                for _ in 0..drop {
                    out = &out[..out.rfind('/')?];
                }
                Some(added.iter().fold(out.to_owned(), |out, m| format!("{out}/{}", spelt(*m))))
            });
            one(&halves.collect::<Option<Vec<String>>>()?.join("-"))
        }
        Member::Number(n) => {
            if last_modifier.is_none() && !base.joint_with().is_empty() {
                return None;
            }
            if !range {
                // Lists of documents go up; what does not is a page or a footnote. A year is a date
                // that has lost its day; a modifier's number is small.
                let up = last_modifier.is_some()
                    || before.number().and_then(|m| m.parse().ok()).is_some_and(|m: u32| m < *n);
                let odd = (1945..=2100).contains(n) || last_modifier.is_some() && *n > 999;
                return renumbered(before, *n).filter(|_| up && !odd).map(|symbol| vec![symbol]);
            }
            let from = match last_modifier {
                Some(modifier) => modifier.number?,
                None => before.number()?.parse().ok()?,
            };
            between(from, *n, &|n| renumbered(before, n))
        }
        Member::InSession(session, n) if !range => {
            let counted = before.session().is_some_and(|s| {
                let in_place = matches!(s.system, SessionSystem::Arabic | SessionSystem::Year);
                in_place && before.as_str().ends_with(&format!("/{}/{}", s.printed, tail(before)))
            });
            let head = before.as_str().rsplitn(3, '/').nth(2)?;
            counted.then(|| one(&format!("{head}/{session}/{n}"))).flatten()
        }
        Member::OfYear(n, year) if !range => {
            let text = before.as_str();
            let of_year = before.session()?.system == SessionSystem::Year && text.ends_with(')');
            let head = &text[..text.rfind('/')?];
            let sound = of_year && (1946..=2100).contains(year);
            sound.then(|| one(&format!("{head}/{n}({year})"))).flatten()
        }
        Member::Letter(letter) => {
            let text = matches!(before.nature(), Nature::Resolution | Nature::Decision);
            let part = before.part().filter(|part| text && part.len() == 1)?;
            let from = u32::from(part.chars().next()?);
            let (head, behind) = before.as_str().rsplit_once(part)?;
            let make = |n| format!("{head}{}{behind}", char::from_u32(n)?).parse().ok();
            let to = u32::from(*letter);
            if range { between(from, to, &make) } else { make(to).map(|symbol| vec![symbol]) }
        }
        Member::Resumption(n) if !range && base.qualifier().is_none() => {
            one(&format!("{}(Resumption{n})", base.as_str()))
        }
        Member::InSession(..) | Member::OfYear(..) | Member::Resumption(_) => None,
    }
}

fn one(canonical: &str) -> Option<Vec<Symbol>> {
    canonical.parse().ok().map(|symbol| vec![symbol])
}

/// What stands behind the last stroke.
fn tail(symbol: &Symbol) -> &str {
    symbol.as_str().rsplit('/').next().unwrap_or_default()
}

/// `symbol` with `n` in the place of the number at its end.
fn renumbered(symbol: &Symbol, n: u32) -> Option<Symbol> {
    let of_half = |text: &str| {
        let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
        (head.len() < text.len() && !head.ends_with('-')).then(|| format!("{head}{n}"))
    };
    let halves: Option<Vec<String>> = symbol.halves().map(|half| of_half(half.as_str())).collect();
    halves?.join("-").parse().ok()
}

fn spelt(modifier: Modifier) -> String {
    let kind = match modifier.kind {
        ModifierKind::Addendum => "Add.",
        ModifierKind::Amendment => "Amend.",
        ModifierKind::Corrigendum => "Corr.",
        ModifierKind::Revision => "Rev.",
        ModifierKind::Summary => "Summary",
    };
    modifier.number.map_or_else(|| kind.to_owned(), |n| format!("{kind}{n}"))
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;

    /// The members behind the symbol that opens `text`.
    fn members(text: &str) -> Vec<String> {
        let found = scan(text, 0).unwrap_or_else(|| panic!("{text}"));
        let run = scan_run(text, found.len, &found.symbol);
        run.iter().map(|m| format!("{}={}", &text[m.start..m.end], m.symbol)).collect()
    }

    #[test]
    fn runs() {
        for (text, want) in [
            ("A/64/13 and Add.1)", &["Add.1=A/64/13/Add.1"] as &[&str]),
            ("A/64/115, 174, 323 and 324)", &["174=A/64/174", "323=A/64/323", "324=A/64/324"]),
            ("S/2000/40/Add.39, 44 and 50.", &["44=S/2000/40/Add.44", "50=S/2000/40/Add.50"]),
            (
                "S/2001/15/Add.11-13, 34 and 50)",
                &[
                    "13=S/2001/15/Add.12",
                    "13=S/2001/15/Add.13",
                    "34=S/2001/15/Add.34",
                    "50=S/2001/15/Add.50",
                ],
            ),
            (
                "A/59/668/Add.7 to Add.10 were",
                &["Add.10=A/59/668/Add.8", "Add.10=A/59/668/Add.9", "Add.10=A/59/668/Add.10"],
            ),
            ("A/59/668/Add.7-8;", &["8=A/59/668/Add.8"]),
            ("S/PV.5968 and Resumption 1)", &["Resumption 1=S/PV.5968(Resumption1)"]),
            ("A/56/863 and Corr.1 and Add.1", &["Corr.1=A/56/863/Corr.1", "Add.1=A/56/863/Add.1"]),
            ("A/60/5/Rev.1 and Add.1/Corr.2,", &["Add.1/Corr.2=A/60/5/Rev.1/Add.1/Corr.2"]),
            ("A/60/5/Add.1 and Add.2", &["Add.2=A/60/5/Add.2"]),
            ("A/60/5/Add.1 and 2,", &["2=A/60/5/Add.2"]),
            ("S/11838 AND CORR. 1 AND", &["CORR. 1=S/11838/Corr.1"]),
            ("A/RES/60/45 and 61/54.", &["61/54=A/RES/61/54"]),
            ("A/RES/60/45 and 46.", &["46=A/RES/60/46"]),
            (
                "S/RES/1373 (2001), 1540 (2004) and 1673 (2006)",
                &["1540 (2004)=S/RES/1540(2004)", "1673 (2006)=S/RES/1673(2006)"],
            ),
            ("A/RES/31/6A and B)", &["B=A/RES/31/6B"]),
            ("A/RES/3419A(XXX) to C.", &["C=A/RES/3419B(XXX)", "C=A/RES/3419C(XXX)"]),
            ("A/55/432-S/2000/921 and Add.1", &["Add.1=A/55/432/Add.1-S/2000/921/Add.1"]),
            ("CD/1679, CD/1818 and CD/1847", &[]),
            ("A/60/202, 215 States", &[]),
            ("A/60/2, 15 May and 16 June", &[]),
            ("A/60/2, 15 and 16 May 2006", &[]),
            ("A/60/202, 2 May 2006", &[]),
            ("A/60/202, para. 4", &[]),
            ("A/60/202 and 2006.", &[]),
            ("A/60/202 and 3.5 per cent", &[]),
            ("A/60/202-5.", &[]),
            ("S/714, 1]", &[]),
            ("A/60/973-S/2006/555, 556)", &[]),
            ("S/2006/100 and 24/7.", &[]),
        ] {
            assert_eq!(members(text), want, "{text}");
        }
    }
}
