//! What a text mentions.

use serde::{Deserialize, Serialize};

use super::{Citation, Date, MemberState, Organization, Status, TextRange};
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
    /// Where it stands in the source, in UTF-8 bytes.
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

impl Mention {
    /// Where the mention stands in the text as read.
    pub fn range(&self) -> TextRange {
        match self {
            Mention::Citation(m) => m.range,
            Mention::Date(m) => m.range,
            Mention::MemberState(m) => m.range,
            Mention::Organization(m) => m.range,
        }
    }

    /// Where the mention stands in the source.
    pub fn span(&self) -> Span {
        match self {
            Mention::Citation(m) => m.span,
            Mention::Date(m) => m.span,
            Mention::MemberState(m) => m.member_state.span,
            Mention::Organization(m) => m.organization.span,
        }
    }

    /// The words as printed.
    pub fn printed(&self) -> &str {
        match self {
            Mention::Citation(m) => &m.printed,
            Mention::Date(m) => &m.printed,
            Mention::MemberState(m) => &m.member_state.printed,
            Mention::Organization(m) => &m.organization.printed,
        }
    }

    /// How the mention is known.
    pub fn status(&self) -> Status {
        match self {
            Mention::Citation(m) => m.status,
            Mention::Date(m) => m.status,
            Mention::MemberState(m) => m.status,
            Mention::Organization(m) => m.status,
        }
    }
}
