//! What a symbol is made of.

use serde::{Deserialize, Serialize};

/// What kind of paper a symbol names.
///
/// `document` is the ordinary numbered document; `other` is an element that names a kind of paper
/// outside this list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Nature {
    Document,
    Resolution,
    Decision,
    PresidentialStatement,
    VerbatimRecord,
    SummaryRecord,
    Limited,
    Restricted,
    Information,
    ConferenceRoomPaper,
    WorkingPaper,
    DiscussionPaper,
    Ngo,
    Petition,
    Agenda,
    Miscellaneous,
    Report,
    Note,
    Bulletin,
    AdministrativeInstruction,
    InformationCircular,
    GeneralComment,
    ConcludingObservations,
    Communication,
    ListOfIssues,
    PressRelease,
    Other,
}

/// How a series counts the sessions that stand in its symbols.
///
/// `arabic`: numbered sessions (60). `roman`: numbered sessions in roman numerals (XXV).
/// `special`: special sessions (S-27, S-VI). `emergency_special`: emergency special sessions
/// (ES-10). `organizational`: organizational sessions (OS/12). `year`: calendar years in the
/// place of sessions (2006).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum SessionSystem {
    Arabic,
    Roman,
    Special,
    EmergencySpecial,
    Organizational,
    Year,
}

/// The session or year in a symbol.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Session {
    /// How the series counts.
    pub system: SessionSystem,
    /// The number of the session, or the year.
    pub number: u32,
    /// The session as it stands in the symbol: 60, XXV, S-27, S-VI, OS/12, 2006.
    pub printed: String,
}

/// How a later paper changes the document that the elements before it name.
///
/// `addendum` is printed Add., `amendment` Amend., `corrigendum` Corr., `revision` Rev.,
/// `summary` Summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum ModifierKind {
    Addendum,
    Amendment,
    Corrigendum,
    Revision,
    Summary,
}

/// A final element of a symbol, such as Rev.1 or Add.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Modifier {
    /// What the element is.
    pub kind: ModifierKind,
    /// Its number; null for a summary.
    pub number: Option<u32>,
}
