//! Symbols of texts that are cited by number.

use super::classify::classify;
use super::grammar::{Part, Shape};
use super::numerals::{counted, roman, session as session_of, special};
use super::parts::{Session, SessionSystem};
use super::series::series as known_series;
use super::{Symbol, SymbolError, read};

/// A roman session goes behind the number, in parentheses; any other before it.
fn text(
    series: &str,
    session: &str,
    number: u32,
    part: Option<&str>,
) -> Result<Symbol, SymbolError> {
    if let Some(symbol) = made(series, Some(session), number, part) {
        return Ok(symbol);
    }
    // The grammar says what is wrong.
    let part = part.unwrap_or_default();
    let numerals = session.trim_start_matches('E').trim_start_matches("S-");
    if roman(numerals).is_some() || numerals.len() < session.len() && runs_on(number) {
        format!("{series}/{number}{part}({session})").parse()
    } else {
        format!("{series}/{session}/{number}{part}").parse()
    }
}

/// The symbol of a text made of its elements as they would be read, where they are sound.
fn made(series: &str, session: Option<&str>, number: u32, part: Option<&str>) -> Option<Symbol> {
    let letter = |part: &str| part.len() == 1 && part.as_bytes()[0].is_ascii_uppercase();
    if number > 9_999_999 || !part.is_none_or(letter) {
        return None;
    }
    let digits = number.to_string();
    let (prefix, inner) = series.split_once('/')?;
    let mut parts: Vec<Part<'_>> = Vec::with_capacity(4);
    parts.extend(inner.split('/').map(|element| {
        Part::of(match element.split_once('.') {
            Some((tag, value)) => Shape::Dotted { tag, value: value.into() },
            None => Shape::Word(element),
        })
    }));
    let (before, behind) = match session {
        Some(session) => sessions(session, number, prefix == "S")?,
        None => (None, None),
    };
    parts.extend(before.map(Part::of));
    let number = Shape::Number { digits: digits.as_str().into(), last: None, letter: part };
    parts.push(Part { ordinal: behind, ..Part::of(number) });
    let half = classify(prefix, known_series(prefix)?, &parts).ok()?;
    Some(read::symbol(half, &[], false))
}

/// Whether a text of a special session has a number that runs on from session to session, behind
/// which the session stands: `106 (S-1)`, `3201 (S-VI)`; later ones begin anew: `S-8/1`.
fn runs_on(number: u32) -> bool {
    number > 99
}

/// A session as the element before the number, or as what stands behind it.
fn sessions(
    printed: &str,
    of: u32,
    years_behind: bool,
) -> Option<(Option<Shape<'_>>, Option<Session>)> {
    let (kind, count) = match printed.strip_prefix("ES-") {
        Some(count) => (Some(special(true)), count),
        None => match printed.strip_prefix("S-") {
            Some(count) => (Some(special(false)), count),
            None => (None, printed),
        },
    };
    if let Some(number) = roman(count) {
        let system = kind.unwrap_or(SessionSystem::Roman);
        return Some((None, Some(session_of(system, number, printed))));
    }
    let sound = (1..=4).contains(&count.len()) && count.bytes().all(|b| b.is_ascii_digit());
    let number: u32 = count.parse().ok().filter(|_| sound)?;
    match kind {
        Some(_) if count.len() > 3 => None,
        Some(system) if runs_on(of) => Some((None, Some(session_of(system, number, printed)))),
        Some(system) => Some((Some(Shape::Session(session_of(system, number, printed))), None)),
        None if years_behind => Some((None, counted(count))),
        None => {
            Some((Some(Shape::Number { digits: count.into(), last: None, letter: None }), None))
        }
    }
}

/// Constructors for resolutions and decisions, which texts cite by body, session and number.
///
/// A session is written as the body writes it: `60`, `S-26`, `ES-10`, `XXV`, `S-VI`, `2006`.
impl Symbol {
    /// A resolution of the General Assembly: `60/45`, `31/16 A`, `S-26/2`, `2625 (XXV)`,
    /// `186 (S-2)`.
    ///
    /// ```
    /// # use verbale::model::Symbol;
    /// assert_eq!(Symbol::ga_resolution("60", 45, None)?.as_str(), "A/RES/60/45");
    /// assert_eq!(Symbol::ga_resolution("31", 16, Some("A"))?.as_str(), "A/RES/31/16A");
    /// assert_eq!(Symbol::ga_resolution("III", 217, Some("A"))?.as_str(), "A/RES/217A(III)");
    /// assert_eq!(Symbol::ga_resolution("S-VI", 3201, None)?.as_str(), "A/RES/3201(S-VI)");
    /// assert_eq!(Symbol::ga_resolution("S-2", 186, None)?.as_str(), "A/RES/186(S-2)");
    /// assert!(Symbol::ga_resolution("16", 18, None).is_err());
    /// # Ok::<(), verbale::model::symbol::SymbolError>(())
    /// ```
    pub fn ga_resolution(
        session: &str,
        number: u32,
        part: Option<&str>,
    ) -> Result<Self, SymbolError> {
        text("A/RES", session, number, part)
    }

    /// A decision of the General Assembly: `60/503`. Libraries made the form `A/DEC/60/503`.
    pub fn ga_decision(
        session: &str,
        number: u32,
        part: Option<&str>,
    ) -> Result<Self, SymbolError> {
        text("A/DEC", session, number, part)
    }

    /// A resolution of the Security Council: `1540 (2004)`, or a number whose year is not printed.
    ///
    /// ```
    /// # use verbale::model::Symbol;
    /// assert_eq!(Symbol::sc_resolution(1540, Some(2004))?.as_str(), "S/RES/1540(2004)");
    /// assert_eq!(Symbol::sc_resolution(2211, None)?.as_str(), "S/RES/2211");
    /// # Ok::<(), verbale::model::symbol::SymbolError>(())
    /// ```
    pub fn sc_resolution(number: u32, year: Option<u32>) -> Result<Self, SymbolError> {
        let year = year.map(|year| year.to_string());
        made("S/RES", year.as_deref(), number, None).map_or_else(
            || match &year {
                Some(year) => format!("S/RES/{number}({year})").parse(),
                None => format!("S/RES/{number}").parse(),
            },
            Ok,
        )
    }

    /// A resolution of the Economic and Social Council: `2006/3`, `1079 (XXXIX)`.
    pub fn ecosoc_resolution(
        session: &str,
        number: u32,
        part: Option<&str>,
    ) -> Result<Self, SymbolError> {
        text("E/RES", session, number, part)
    }

    /// A decision of the Economic and Social Council: `2022/328`.
    pub fn ecosoc_decision(
        session: &str,
        number: u32,
        part: Option<&str>,
    ) -> Result<Self, SymbolError> {
        text("E/DEC", session, number, part)
    }

    /// A resolution of the Human Rights Council: `16/18`, `S-1/1`.
    pub fn hrc_resolution(session: &str, number: u32) -> Result<Self, SymbolError> {
        text("A/HRC/RES", session, number, None)
    }

    /// A decision of the Human Rights Council: `2/102`.
    pub fn hrc_decision(session: &str, number: u32) -> Result<Self, SymbolError> {
        text("A/HRC/DEC", session, number, None)
    }

    /// A resolution of the Commission on Human Rights: `2005/10`, `8 (XXIII)`.
    ///
    /// ```
    /// # use verbale::model::Symbol;
    /// let symbol = Symbol::chr_resolution("2005", 10)?;
    /// assert_eq!(symbol.as_str(), "E/CN.4/RES/2005/10");
    /// assert_eq!(symbol.organ(), Some("CHR"));
    /// # Ok::<(), verbale::model::symbol::SymbolError>(())
    /// ```
    pub fn chr_resolution(session: &str, number: u32) -> Result<Self, SymbolError> {
        text("E/CN.4/RES", session, number, None)
    }

    /// A decision of the Commission on Human Rights: `2005/101`.
    pub fn chr_decision(session: &str, number: u32) -> Result<Self, SymbolError> {
        text("E/CN.4/DEC", session, number, None)
    }

    /// A resolution of the Trusteeship Council: `2183 (LIII)`.
    pub fn tc_resolution(session: &str, number: u32) -> Result<Self, SymbolError> {
        text("T/RES", session, number, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_is_what_the_printed_form_reads_as() {
        let whole = |symbol: &Symbol| format!("{symbol:?}");
        for series in ["A/RES", "A/DEC", "E/RES", "E/DEC", "A/HRC/RES", "E/CN.4/RES", "T/RES"] {
            for session in ["1", "31", "60", "S-26", "ES-10", "2006", "2"] {
                for part in [None, Some("A")] {
                    let printed = format!("{series}/{session}/45{}", part.unwrap_or_default());
                    let read = printed.parse::<Symbol>().ok().as_ref().map(whole);
                    let made = made(series, Some(session), 45, part).as_ref().map(whole);
                    assert_eq!(made, read, "{printed}");
                }
            }
            for session in ["I", "XXV", "S-VI", "ES-III", "XXXIX", "LIII"] {
                for part in [None, Some("B")] {
                    let printed = format!("{series}/217{}({session})", part.unwrap_or_default());
                    let read = printed.parse::<Symbol>().ok().as_ref().map(whole);
                    let made = made(series, Some(session), 217, part).as_ref().map(whole);
                    assert_eq!(made, read, "{printed}");
                }
            }
        }
        for (year, printed) in
            [(None, "S/RES/242"), (Some("1967"), "S/RES/242(1967)"), (Some("1"), "S/RES/242(1)")]
        {
            let read = printed.parse::<Symbol>().ok().as_ref().map(whole);
            assert_eq!(made("S/RES", year, 242, None).as_ref().map(whole), read, "{printed}");
        }
    }
}
