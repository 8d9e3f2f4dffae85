//! What a text mentions.

use serde::{Deserialize, Serialize};

use super::{Citation, Date, MemberState, Office, Organization, Printed, Status, TextRange};
use crate::span::Span;

/// One mention in a text. Mentions of one kind do not overlap, but for the members of a printed
/// range ("Add.1-3"), which share its place; mentions of different kinds may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Mention {
    /// A reference to another document.
    #[cfg_attr(feature = "schema", schemars(title = "CitationMention"))]
    Citation(Citation),
    /// A date.
    #[cfg_attr(feature = "schema", schemars(title = "DateMention"))]
    Date(DateMention),
    /// A State.
    #[cfg_attr(feature = "schema", schemars(title = "MemberStateMention"))]
    MemberState(MemberStateMention),
    /// An organization, organ, body or group.
    #[cfg_attr(feature = "schema", schemars(title = "OrganizationMention"))]
    Organization(OrganizationMention),
    /// An adjective or the name of a people: it names no State.
    #[cfg_attr(feature = "schema", schemars(title = "DemonymMention"))]
    Demonym(DemonymMention),
    /// An office of a person.
    #[cfg_attr(feature = "schema", schemars(title = "OfficeMention"))]
    Office(OfficeMention),
    /// A person by name.
    #[cfg_attr(feature = "schema", schemars(title = "PersonMention"))]
    Person(PersonMention),
}

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct DateMention {
    /// As printed.
    pub printed: String,
    /// Where it stands in the text as read.
    pub range: TextRange,
    /// Where it stands in the source.
    pub span: Span,
    /// How it is known.
    pub status: Status,
    /// The date, or the first day of a period.
    pub date: Date,
    /// The last day of a period; null where the mention is one date.
    pub end_date: Option<Date>,
}

/// A State in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct MemberStateMention {
    /// Where it stands in the text as read.
    pub range: TextRange,
    /// How it is known.
    pub status: Status,
    /// The State, with the name as printed and its place in the source.
    pub member_state: MemberState,
}

/// An organization in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct OrganizationMention {
    /// Where it stands in the text as read.
    pub range: TextRange,
    /// How it is known.
    pub status: Status,
    /// The organization, with the name as printed and its place in the source.
    pub organization: Organization,
}

/// An adjective of a State, or the name of a people, in a text, such as Kazakh or Koreans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct DemonymMention {
    /// As printed.
    pub printed: String,
    /// Where it stands in the text as read.
    pub range: TextRange,
    /// Where it stands in the source.
    pub span: Span,
    /// How it is known.
    pub status: Status,
    /// The ISO 3166-1 alpha-3 codes of the States that it may belong to, such as KAZ.
    pub states: Vec<String>,
}

/// An office in a text, with the State or body that the text gives it: the whole of Permanent
/// Representative of Norway to the United Nations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct OfficeMention {
    /// As printed.
    pub printed: String,
    /// Where it stands in the text as read.
    pub range: TextRange,
    /// Where it stands in the source.
    pub span: Span,
    /// How it is known.
    pub status: Status,
    /// The office alone.
    pub office: Office,
    /// The State that the office is of; null where none is named with it.
    pub state: Option<MemberState>,
    /// The organization or body that the office is of; null where none is named with it.
    pub organization: Option<Organization>,
    /// The organization or body that the office is accredited to; null where none is named with
    /// it.
    pub accredited_to: Option<Organization>,
}

/// A person in a text, known by an honorific, an office or a signature beside the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct PersonMention {
    /// As printed, with honorifics and with an office that stands right before the name.
    pub printed: String,
    /// Where it stands in the text as read.
    pub range: TextRange,
    /// Where it stands in the source.
    pub span: Span,
    /// How it is known.
    pub status: Status,
    /// The name without honorific, in the order of the page.
    pub name: Printed,
    /// What stands before the name, such as H.E. and Mr.
    pub honorifics: Vec<String>,
    /// The office that the text gives the person beside the name; null where it gives none.
    pub office: Option<Office>,
    /// The State that the text gives the person beside the name; null where it gives none.
    pub state: Option<MemberState>,
    /// The organization or body that the office is of; null where none is named with it.
    pub organization: Option<Organization>,
}

impl Mention {
    /// Where the mention stands in the text as read.
    pub fn range(&self) -> TextRange {
        match self {
            Mention::Citation(m) => m.range,
            Mention::Date(m) => m.range,
            Mention::MemberState(m) => m.range,
            Mention::Organization(m) => m.range,
            Mention::Demonym(m) => m.range,
            Mention::Office(m) => m.range,
            Mention::Person(m) => m.range,
        }
    }

    /// Makes the range that of the source, where the source itself is the text.
    pub(crate) fn set_range_to_span(&mut self) {
        let span = self.span();
        let range = TextRange { start: span.start, end: span.end };
        match self {
            Mention::Citation(m) => m.range = range,
            Mention::Date(m) => m.range = range,
            Mention::MemberState(m) => m.range = range,
            Mention::Organization(m) => m.range = range,
            Mention::Demonym(m) => m.range = range,
            Mention::Office(m) => m.range = range,
            Mention::Person(m) => m.range = range,
        }
    }

    /// Where the mention stands in the source.
    pub fn span(&self) -> Span {
        match self {
            Mention::Citation(m) => m.span,
            Mention::Date(m) => m.span,
            Mention::MemberState(m) => m.member_state.span,
            Mention::Organization(m) => m.organization.span,
            Mention::Demonym(m) => m.span,
            Mention::Office(m) => m.span,
            Mention::Person(m) => m.span,
        }
    }

    /// The words as printed.
    pub fn printed(&self) -> &str {
        match self {
            Mention::Citation(m) => &m.printed,
            Mention::Date(m) => &m.printed,
            Mention::MemberState(m) => &m.member_state.printed,
            Mention::Organization(m) => &m.organization.printed,
            Mention::Demonym(m) => &m.printed,
            Mention::Office(m) => &m.printed,
            Mention::Person(m) => &m.printed,
        }
    }

    /// How the mention is known.
    pub fn status(&self) -> Status {
        match self {
            Mention::Citation(m) => m.status,
            Mention::Date(m) => m.status,
            Mention::MemberState(m) => m.status,
            Mention::Organization(m) => m.status,
            Mention::Demonym(m) => m.status,
            Mention::Office(m) => m.status,
            Mention::Person(m) => m.status,
        }
    }
}
