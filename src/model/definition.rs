//! Short names that a text introduces for itself.

use serde::{Deserialize, Serialize};

use super::Printed;
use crate::span::Span;

/// A definition: from here on the terms stand for the meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Definition {
    /// The short names introduced, without quotation marks, such as SCO and the organization.
    pub terms: Vec<Printed>,
    /// What they stand for, without article, such as Shanghai Cooperation Organization.
    pub meaning: Printed,
    /// The defining words, from the parenthesis' first to its last byte in the source.
    pub span: Span,
}
