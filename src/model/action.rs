//! What a paragraph of an adopted text does.

use serde::{Deserialize, Serialize};

use super::Status;
use crate::span::Span;

/// The words that open a paragraph of a resolution and say what it does: Recalling, Noting with
/// deep concern, Decides also.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Action {
    /// The opening with one capital and single blanks, without marks of emphasis; scanning damage
    /// is undone.
    pub canonical: String,
    /// As printed.
    pub printed: String,
    /// How it is known: normalized where damage was read through.
    pub status: Status,
    /// Where it stands in the source.
    pub span: Span,
}
