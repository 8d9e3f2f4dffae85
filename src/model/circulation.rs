//! What a letter asks to be done with it.

use serde::{Deserialize, Serialize};

use super::{AgendaItem, Organization};
use crate::span::Span;

/// The request that a letter or note be circulated as a document of one body or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CirculationRequest {
    /// The bodies whose document it shall become, in printed order.
    pub bodies: Vec<Organization>,
    /// The agenda items that it shall be circulated under; empty where none is named.
    pub agenda_items: Vec<AgendaItem>,
    /// The sentence as printed.
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}
