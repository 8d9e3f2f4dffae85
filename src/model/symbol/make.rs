//! Symbols of texts that are cited by number.

use super::{Symbol, SymbolError};

/// A roman session goes behind the number, in parentheses; any other before it.
fn text(
    series: &str,
    session: &str,
    number: u32,
    part: Option<&str>,
) -> Result<Symbol, SymbolError> {
    let part = part.unwrap_or_default();
    let numerals = session.trim_start_matches('E').trim_start_matches("S-");
    if super::numerals::roman(numerals).is_some() {
        format!("{series}/{number}{part}({session})").parse()
    } else {
        format!("{series}/{session}/{number}{part}").parse()
    }
}

/// Constructors for resolutions and decisions, which texts cite by body, session and number.
///
/// A session is written as the body writes it: `60`, `S-26`, `ES-10`, `XXV`, `S-VI`, `2006`.
impl Symbol {
    /// A resolution of the General Assembly: `60/45`, `31/16 A`, `S-26/2`, `2625 (XXV)`.
    ///
    /// ```
    /// # use verbale::model::Symbol;
    /// assert_eq!(Symbol::ga_resolution("60", 45, None)?.as_str(), "A/RES/60/45");
    /// assert_eq!(Symbol::ga_resolution("31", 16, Some("A"))?.as_str(), "A/RES/31/16A");
    /// assert_eq!(Symbol::ga_resolution("III", 217, Some("A"))?.as_str(), "A/RES/217A(III)");
    /// assert_eq!(Symbol::ga_resolution("S-VI", 3201, None)?.as_str(), "A/RES/3201(S-VI)");
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
        match year {
            Some(year) => format!("S/RES/{number}({year})").parse(),
            None => format!("S/RES/{number}").parse(),
        }
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
