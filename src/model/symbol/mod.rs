//! Document symbols: `A/60/973`, `S/RES/1540(2004)`, `CD/1786`.

#![allow(dead_code)] // the scanners are called by the readers of citations

mod classify;
mod eras;
mod fascicle;
mod grammar;
mod json;
mod make;
mod numerals;
mod parts;
mod read;
mod run;
mod scan;
mod series;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::Serialize;
use thiserror::Error;

#[allow(unused_imports)] // for the readers of citations
pub(crate) use numerals::roman;
pub use parts::{Modifier, ModifierKind, Nature, Session, SessionSystem};
pub(crate) use run::scan_run;
#[allow(unused_imports)]
pub(crate) use scan::{Found, is_ideograph, scan};

/// The symbol of one document, taken apart.
///
/// A symbol says who issued or received a document, in which session or year, what kind of paper
/// it is, its number, and how it was later changed; it does not say the subject. Two symbols are
/// equal if their canonical forms are: no spaces, `Add.` and `Rev.` in mixed case, a hyphen
/// between joint symbols.
#[doc = concat!("\n\n# Syntax\n\n```text\n", include_str!("grammar.txt"), "```\n")]
///
/// Every symbol begins with a series that is known, and ends in a number (before the final
/// elements). Numbers keep to the eras of their series: the Assembly names its session from the
/// thirty-first on, the Security Council the year from 1994 on, the Economic and Social Council
/// the year from 1978 on. Symbols of some other organizations (`GOV/2020/41`) and press releases
/// (`SG/SM/10510`) are read as well; see `organ` and `nature`.
///
/// # Examples
///
/// ```
/// use verbale::model::Symbol;
/// use verbale::model::symbol::{ModifierKind, Nature};
///
/// let draft: Symbol = "A/C.3/61/L.20/Rev.1".parse()?;
/// assert_eq!(draft.organ(), Some("GA"));
/// assert_eq!(draft.bodies(), ["C.3"]);
/// assert_eq!(draft.session().map(|s| s.number), Some(61));
/// assert_eq!((draft.nature(), draft.number()), (Nature::Limited, Some("20")));
/// assert_eq!(draft.modifiers()[0].kind, ModifierKind::Revision);
///
/// let resolution: Symbol = "S/RES/1540 (2004)".parse()?;
/// assert_eq!(resolution.to_string(), "S/RES/1540(2004)");
///
/// let why = "S/554/2006".parse::<Symbol>().unwrap_err();
/// assert_eq!(
///     why.to_string(),
///     "`S/554/2006` is not a document symbol: \
///      the Security Council has years, not sessions (at byte 6)",
/// );
/// # Ok::<(), verbale::model::symbol::SymbolError>(())
/// ```
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(description = "The symbol of one document, taken apart. Two symbols name the same \
        document if their canonical forms are equal.")
)]
pub struct Symbol {
    /// The symbol in canonical form, such as A/60/973 or S/RES/1540(2004); joint symbols are
    /// joined by a hyphen. All other fields but `reissued` follow from it, and of a joint symbol
    /// they describe the first.
    canonical: String,
    /// The element or elements that open the symbol and name the organ or series: A, S, CD,
    /// UNEP/CBD, GC(43).
    series: String,
    /// The subsidiary bodies, or the names that stand in their place, from the outside in: AC.105,
    /// then C.2.
    bodies: Vec<String>,
    /// The State that a treaty body's or review's paper is about, by the three-letter code in the
    /// symbol.
    country: Option<String>,
    /// The session or year; null where the series counts without.
    session: Option<Session>,
    /// What kind of paper it is.
    nature: Nature,
    /// The running number in digits; a range of reports (18-20) and a communication's number and
    /// year (1011/2001) are kept as written. Null for the rare symbol of another organization
    /// that has none.
    number: Option<String>,
    /// The letter of one part of a resolution or decision (A), or the first and last (A-D).
    part: Option<String>,
    /// The final elements in order; each applies to all that stands before it.
    modifiers: Vec<Modifier>,
    /// What stands in parentheses to tell a fascicle, spelt as printed: Part I, Vol. I, Sect. 21,
    /// Resumption 1.
    qualifier: Option<String>,
    /// Whether an asterisk behind the symbol says that the document was issued again for technical
    /// reasons.
    reissued: bool,
    /// The canonical forms of the second and further symbols of a joint symbol.
    joint_with: Vec<String>,
    #[serde(skip)]
    organ: &'static str,
    #[serde(skip)]
    foreign: bool,
}

/// Why a string is not a [`Symbol`], and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{text}` is not a document symbol: {reason} (at byte {offset})")]
pub struct SymbolError {
    text: String,
    reason: &'static str,
    offset: usize,
}

impl SymbolError {
    /// The offset of the byte from which on the string is not understood.
    pub fn offset(&self) -> usize {
        self.offset
    }
}

impl Symbol {
    /// The canonical form, the same as `Display` writes.
    pub fn as_str(&self) -> &str {
        &self.canonical
    }

    /// The opening element or elements: `A`, `CD`, `UNEP/CBD`, `GC(43)`.
    pub fn series(&self) -> &str {
        &self.series
    }

    /// The subsidiary bodies, from the outside in.
    pub fn bodies(&self) -> &[String] {
        &self.bodies
    }

    /// The State that a treaty body's paper is about, by the code in the symbol.
    pub fn country(&self) -> Option<&str> {
        self.country.as_deref()
    }

    /// The session or year.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// The kind of paper.
    pub fn nature(&self) -> Nature {
        self.nature
    }

    /// The running number as written.
    pub fn number(&self) -> Option<&str> {
        self.number.as_deref()
    }

    /// The letter of one part of a resolution or decision.
    pub fn part(&self) -> Option<&str> {
        self.part.as_deref()
    }

    /// The final elements: `Rev.1`, `Add.2`.
    pub fn modifiers(&self) -> &[Modifier] {
        &self.modifiers
    }

    /// The fascicle in parentheses: `Part I`, `Resumption 1`.
    pub fn qualifier(&self) -> Option<&str> {
        self.qualifier.as_deref()
    }

    /// Whether an asterisk stood behind the symbol.
    pub fn is_reissued(&self) -> bool {
        self.reissued
    }

    /// The further symbols of a joint symbol, in canonical form.
    pub fn joint_with(&self) -> &[String] {
        &self.joint_with
    }

    /// Each of the symbols that are joined here; just this one if it is not joint.
    ///
    /// ```
    /// # use verbale::model::Symbol;
    /// let joint: Symbol = "A/60/973\u{2013}S/2006/555".parse()?;
    /// assert_eq!(joint.to_string(), "A/60/973-S/2006/555");
    /// let halves: Vec<String> = joint.halves().map(|half| half.to_string()).collect();
    /// assert_eq!(halves, ["A/60/973", "S/2006/555"]);
    /// # Ok::<(), verbale::model::symbol::SymbolError>(())
    /// ```
    pub fn halves(&self) -> impl Iterator<Item = Symbol> {
        let joint = !self.joint_with.is_empty();
        let joined: usize = self.joint_with.iter().map(|half| half.len() + 1).sum();
        let first = self.canonical.len().checked_sub(joined).and_then(|n| self.canonical.get(..n));
        let first = first.filter(|_| joint);
        let halves = first.into_iter().chain(self.joint_with.iter().map(String::as_str));
        (!joint).then(|| self.clone()).into_iter().chain(halves.filter_map(|half| {
            let half: Symbol = half.parse().ok()?;
            Some(Symbol { reissued: self.reissued, ..half })
        }))
    }

    /// The short name of the organ or organization that the series belongs to: `GA`, `SC`,
    /// `ECOSOC`, `TC`, `Secretariat`, `CD`, `IAEA`, ... The Human Rights Council (`HRC`) and the
    /// Commission on Human Rights (`CHR`) count as organs. Press releases have none.
    pub fn organ(&self) -> Option<&'static str> {
        match (self.series.as_str(), self.bodies.first().map(String::as_str)) {
            _ if self.nature == Nature::PressRelease => None,
            ("A", Some("HRC")) => Some("HRC"),
            ("E", Some("CN.4")) => Some("CHR"),
            _ => Some(self.organ),
        }
    }

    /// The address under which the United Nations gives the document out; none for press releases
    /// and for other organizations' documents. Of a joint symbol the first leads there.
    ///
    /// ```
    /// # use verbale::model::Symbol;
    /// let symbol: Symbol = "S/RES/1540 (2004)".parse()?;
    /// assert_eq!(symbol.url().as_deref(), Some("https://undocs.org/S/RES/1540(2004)"));
    /// # Ok::<(), verbale::model::symbol::SymbolError>(())
    /// ```
    pub fn url(&self) -> Option<String> {
        if self.foreign || self.nature == Nature::PressRelease {
            return None;
        }
        let joined: usize = self.joint_with.iter().map(|half| half.len() + 1).sum();
        let first = self.canonical.len().checked_sub(joined).and_then(|n| self.canonical.get(..n));
        Some(format!("https://undocs.org/{}", first?.replace(' ', "%20")))
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.canonical)
    }
}

impl FromStr for Symbol {
    type Err = SymbolError;

    fn from_str(s: &str) -> Result<Self, SymbolError> {
        read::whole(s).map_err(|(reason, offset)| SymbolError {
            text: s.to_owned(),
            reason,
            offset,
        })
    }
}

impl TryFrom<&str> for Symbol {
    type Error = SymbolError;

    fn try_from(s: &str) -> Result<Self, SymbolError> {
        s.parse()
    }
}

impl PartialEq for Symbol {
    fn eq(&self, other: &Self) -> bool {
        self.canonical == other.canonical
    }
}

impl Eq for Symbol {}

impl Hash for Symbol {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.canonical.hash(state);
    }
}

impl PartialOrd for Symbol {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Symbol {
    fn cmp(&self, other: &Self) -> Ordering {
        self.canonical.cmp(&other.canonical)
    }
}
