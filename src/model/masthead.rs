//! The masthead: who issues the paper, under which symbol, when and for whom.

use serde::{Deserialize, Serialize};

use super::{Organization, Printed, PrintedDate, Symbol};
use crate::span::Span;

/// What the masthead says. Fields that the page does not print are null or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Masthead {
    /// The organs that issue the document, such as the Security Council.
    pub organs: Vec<Organization>,
    /// The document's own symbols, both of a joint masthead.
    pub symbols: Vec<PrintedSymbol>,
    /// Who the paper is distributed to.
    pub distribution: Option<Distribution>,
    /// The date of issue (not the date of a letter).
    pub publication_date: Option<PrintedDate>,
    /// The language or languages that the text was submitted in, as printed, without "Original:".
    pub original_language: Option<Printed>,
    /// The sessions named, such as Sixty-first session; a year of the Security Council is none.
    pub sessions: Vec<Printed>,
    /// The agenda items that the paper is issued under.
    pub agenda_items: Vec<AgendaItem>,
    /// The job number of the printing, without language tag and dates.
    pub job_number: Option<Printed>,
}

/// A document symbol as printed and in its canonical form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrintedSymbol {
    /// The symbol, taken apart.
    pub symbol: Symbol,
    /// As printed.
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}

/// Who a paper is distributed to.
///
/// `general`, `limited`, `restricted` and `provisional` are the United Nations' own; anything else
/// is `other`, with its words in the printed form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum DistributionKind {
    General,
    Limited,
    Restricted,
    Provisional,
    Other,
}

/// The distribution of a paper, as printed in its masthead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Distribution {
    /// The kind of distribution.
    pub kind: DistributionKind,
    /// The value as printed, without "Distr.:".
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}

/// An agenda item that a paper is issued under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgendaItem {
    /// The number, with its letters, such as "97" or "97 (a)".
    pub number: String,
    /// As printed.
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}
