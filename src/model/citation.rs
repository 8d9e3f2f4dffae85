//! References to other documents.

use serde::{Deserialize, Serialize};

use super::{Date, Status, Symbol, TextRange};
use crate::span::Span;

/// One reference to one resolution, decision, document, treaty or other instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct Citation {
    /// The reference as printed, with its pinpoint.
    pub printed: String,
    /// Where it stands in the text as read, pinpoint included.
    pub range: TextRange,
    /// Where it stands in the source, pinpoint included.
    pub span: Span,
    /// Where the reference itself stands in the source, without pinpoint, date and subject.
    pub core_span: Span,
    /// How the target is known.
    pub status: Status,
    /// What the citing text says of it; null where it says nothing.
    pub relation: Option<Relation>,
    /// The canonical form of the target: its symbol, or the name of the instrument.
    pub canonical: String,
    /// What is referred to.
    pub target: CitationTarget,
    /// The places inside the target that are referred to, from large to small; empty where none.
    pub pinpoints: Vec<Pinpoint>,
    /// The date given with the reference; null where none is given.
    pub date: Option<Date>,
    /// Whether the text means further ones that it does not number: `and subsequent resolutions`,
    /// `and other relevant decisions`.
    pub open_ended: bool,
}

/// What the citing text says of the cited one.
///
/// `originally_issued_as`: the text first appeared under this symbol. `transmitted`: the document
/// carries it. `recalled`, `reaffirmed`, `pursuant_to`, `in_accordance_with`: by their verb.
/// `see`: a pointer. `other`: none of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Relation {
    OriginallyIssuedAs,
    Transmitted,
    Recalled,
    Reaffirmed,
    PursuantTo,
    InAccordanceWith,
    See,
    Other,
}

/// What a citation refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum CitationTarget {
    /// A resolution.
    #[cfg_attr(feature = "schema", schemars(title = "ResolutionCitationTarget"))]
    Resolution(ResolutionTarget),
    /// A decision.
    #[cfg_attr(feature = "schema", schemars(title = "DecisionCitationTarget"))]
    Decision(DecisionTarget),
    /// A document referred to by its symbol.
    #[cfg_attr(feature = "schema", schemars(title = "DocumentCitationTarget"))]
    Document(DocumentTarget),
    /// A treaty, charter, declaration or other instrument referred to by its name.
    #[cfg_attr(feature = "schema", schemars(title = "InstrumentCitationTarget"))]
    Instrument(InstrumentTarget),
    /// A letter or note verbale referred to by its date, without a symbol.
    #[cfg_attr(feature = "schema", schemars(title = "LetterCitationTarget"))]
    Letter(LetterTarget),
    /// A place in a series of treaties.
    #[cfg_attr(feature = "schema", schemars(title = "TreatySeriesCitationTarget"))]
    TreatySeries(TreatySeriesTarget),
    /// A reference whose target has no symbol in this grammar, by its printed form.
    #[cfg_attr(feature = "schema", schemars(title = "OtherCitationTarget"))]
    Other(OtherTarget),
}

/// A resolution as the target of a citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
pub struct ResolutionTarget {
    /// The code of the organ that adopted it, such as GA or SC; null where it is not known.
    pub organ: Option<String>,
    /// How the organ is known.
    pub organ_status: Status,
    /// The symbol of the resolution.
    pub symbol: Symbol,
}

/// A decision as the target of a citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
pub struct DecisionTarget {
    /// The code of the organ that took it, such as GA or SC; null where it is not known.
    pub organ: Option<String>,
    /// How the organ is known.
    pub organ_status: Status,
    /// The symbol of the decision.
    pub symbol: Symbol,
}

/// A document as the target of a citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
pub struct DocumentTarget {
    /// The symbol of the document.
    pub symbol: Symbol,
}

/// An instrument as the target of a citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
pub struct InstrumentTarget {
    /// Its name in full, without article.
    pub name: String,
    /// Whether verbale's table of instruments lists it; otherwise it is known from its form.
    pub listed: bool,
}

/// A letter or note verbale as the target of a citation, known by its date and sender only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
pub struct LetterTarget {
    /// What it is, as the text calls it: letter, note verbale, telegram or cablegram.
    pub form: String,
    /// Its date.
    pub date: Date,
    /// Who it is from, as printed without article; null where the text does not say (`my letter`).
    pub sender: Option<String>,
}

/// A place in a series of treaties as the target of a citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
pub struct TreatySeriesTarget {
    /// `UNTS` (United Nations, *Treaty Series*) or `LNTS` (League of Nations, *Treaty Series*).
    pub series: String,
    /// The volume as printed, such as 2187 or XCIV.
    pub volume: String,
    /// The registration number as printed; null where none is given.
    pub registration_number: Option<String>,
    /// The page as printed; null where none is given.
    pub page: Option<String>,
}

/// Any other target of a citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
pub struct OtherTarget {
    /// The reference as printed.
    pub label: String,
}

/// A place inside a cited document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pinpoint {
    /// The unit that is named.
    pub unit: PinpointUnit,
    /// The number, letter or range as printed, such as "II" or "4-7"; null where the unit alone is
    /// named ("annex").
    pub number: Option<String>,
    /// As printed.
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}

/// The unit of a pinpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum PinpointUnit {
    Paragraph,
    PreambularParagraph,
    Subparagraph,
    Section,
    Chapter,
    Part,
    Annex,
    Appendix,
    Enclosure,
    Article,
    Rule,
    Page,
    Volume,
    Footnote,
}
