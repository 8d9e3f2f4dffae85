//! Senders and addressees of communications.

use serde::{Deserialize, Serialize};

use super::{MemberState, Organization, Printed};
use crate::span::Span;

/// Who a communication is from or addressed to: the holder of an office, a mission or a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Party {
    /// The person who holds the office, without honorific; null where none is named.
    #[serde(default)]
    pub person: Option<Printed>,
    /// The office or institution; null where none is named.
    pub office: Option<Office>,
    /// The State that the party speaks for, as the party names it, else the letterhead or the
    /// heading that an annex repeats; null where none is named.
    pub state: Option<MemberState>,
    /// The organization or body that the office belongs to; null where none is named.
    pub organization: Option<Organization>,
    /// The organization or body that the party is accredited to, such as the Conference on
    /// Disarmament; null where none is named.
    pub accredited_to: Option<Organization>,
    /// The whole party as a librarian files it, without article, such as Secretary-General of the
    /// Conference on Disarmament: a short name introduced before is given in full.
    pub name: String,
    /// The party as printed here.
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}

/// The office that a party holds, or the institution that it is, without its State or
/// accreditation: Permanent Representative, President of the Security Council, Permanent Mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Office {
    /// The office in the singular and in the United Nations' spelling where the page has it in
    /// capitals or in the plural and verbale's table lists it; else as printed.
    pub name: String,
    /// As printed.
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}
