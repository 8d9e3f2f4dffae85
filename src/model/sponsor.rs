//! Sponsors of drafts.

use serde::{Deserialize, Serialize};

use super::{MemberState, Printed};
use crate::span::Span;

/// Who submits a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Sponsor {
    /// The State; null where the sponsor is none, such as a chair or a group.
    pub state: Option<MemberState>,
    /// The sponsor as a librarian files it: the State's short name, else as printed.
    pub name: String,
    /// For whom the sponsor submits the draft, as the note to its name says, without "On behalf
    /// of"; null where nothing is said.
    pub on_behalf_of: Option<Printed>,
    /// The sponsor as printed.
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}
