//! Votes on adopted texts.

use serde::{Deserialize, Serialize};

use super::MemberState;
use crate::span::Span;

/// How Members voted. A count is null where the page gives none; the States are those it names, in
/// printed order, which for most votes are some or none of those counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Vote {
    /// Votes in favour.
    pub in_favour: Option<u32>,
    /// Votes against; "none" is 0.
    pub against: Option<u32>,
    /// Abstentions; "no abstentions" is 0.
    pub abstaining: Option<u32>,
    /// Members absent or not participating in the vote.
    pub non_voting: Option<u32>,
    /// The States named as voting in favour.
    pub states_in_favour: Vec<MemberState>,
    /// The States named as voting against.
    pub states_against: Vec<MemberState>,
    /// The States named as abstaining.
    pub states_abstaining: Vec<MemberState>,
    /// The States named as absent or not participating.
    pub states_non_voting: Vec<MemberState>,
    /// The words that give the vote, as printed.
    pub printed: String,
    /// Where they stand in the source.
    pub span: Span,
}
