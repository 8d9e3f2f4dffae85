//! The names of months, whole, broken and misread.

use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::{IResult, Parser};

use super::boundary;
use crate::model::MONTHS;

/// The numbers of letters of a month's abbreviations.
fn short(full: &str) -> &'static [usize] {
    match full {
        "May" => &[],
        "September" => &[4, 3],
        _ => &[3],
    }
}

/// The month, and whether it is printed in two pieces.
pub(super) fn month(i: &str) -> IResult<&str, (u32, bool)> {
    let letters = i.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = i.split_at(letters);
    let cased = |full: &str| {
        word == full
            || word.eq_ignore_ascii_case(full) && word.bytes().all(|b| b.is_ascii_uppercase())
    };
    let begins = |full: &str| i.as_bytes().first() == full.as_bytes().first();
    for (number, full) in (1..).zip(MONTHS).filter(|(_, full)| begins(full)) {
        if cased(full) {
            let (rest, ()) = boundary(rest)?;
            return Ok((rest, (number, false)));
        }
        if short(full).iter().any(|&n| cased(&full[..n])) {
            if let Some(length) = broken(i, full) {
                return Ok((&i[length..], (number, true)));
            }
            let (rest, _) = (opt(tag(".")), boundary).parse(rest)?;
            return Ok((rest, (number, false)));
        }
        if let Some(length) = broken(i, full) {
            return Ok((&i[length..], (number, true)));
        }
    }
    Err(nom::Err::Error(nom::error::make_error(i, nom::error::ErrorKind::Verify)))
}

/// The length of a month with one blank inside, both pieces of two letters or more.
fn broken(i: &str, full: &str) -> Option<usize> {
    let at = i.bytes().take_while(u8::is_ascii_alphabetic).count();
    let inside = (2..=full.len().saturating_sub(2)).contains(&at);
    let whole = inside
        && i.as_bytes().get(at) == Some(&b' ')
        && i.get(..at) == full.get(..at)
        && i.get(at + 1..=full.len()) == full.get(at..);
    (whole && boundary(&i[full.len() + 1..]).is_ok()).then_some(full.len() + 1)
}

/// A month in full with one letter misread (`Pecember`), or an `m` read as `rn` (`Decernber`).
pub(super) fn misread(i: &str) -> IResult<&str, u32> {
    let letters = i.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = i.split_at(letters);
    let number =
        (letters >= SHORTEST).then(|| (1..).zip(MONTHS).find(|(_, full)| near(word, full)));
    match number.flatten() {
        Some((number, _)) => {
            let (rest, ()) = boundary(rest)?;
            Ok((rest, number))
        }
        None => Err(nom::Err::Error(nom::error::make_error(i, nom::error::ErrorKind::Verify))),
    }
}

/// A shorter month with one letter wrong is as near to other words.
const SHORTEST: usize = 6;

fn near(word: &str, full: &str) -> bool {
    let capitals = word.bytes().skip(1).all(|b| b.is_ascii_uppercase());
    let one_wrong = |word: &str| {
        let same = |(a, b): (u8, u8)| a == b || capitals && a.eq_ignore_ascii_case(&b);
        word.len() == full.len()
            && full.len() >= SHORTEST
            && word.bytes().zip(full.bytes()).filter(|&pair| !same(pair)).count() <= 1
    };
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && (one_wrong(word)
            || word.len() == full.len() + 1 && one_wrong(&word.replacen("rn", "m", 1)))
}

/// A cheap look at the first letters of what would be a month.
pub(super) fn begins_month(rest: &[u8]) -> bool {
    let second = rest.get(1).copied().unwrap_or(b' ');
    let third = rest.get(2).copied().unwrap_or(b' ');
    let two = [rest[0], second.to_ascii_lowercase()];
    // Two letters and a blank may be a month in two pieces.
    MONTHS.iter().any(|full| {
        let month = full.as_bytes();
        month[..2] == [two[0], two[1]] && (third == b' ' || month[2] == third.to_ascii_lowercase())
    })
}

/// Whether a word like a month begins here.
pub(super) fn begins_misread(rest: &[u8]) -> bool {
    let letters = rest.iter().take(10).take_while(|byte| byte.is_ascii_alphabetic()).count();
    std::str::from_utf8(&rest[..letters]).is_ok_and(|word| misread(word).is_ok())
}
