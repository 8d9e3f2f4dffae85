//! Footnotes.

use serde::{Deserialize, Serialize};

use super::Text;
use crate::span::Span;

/// A footnote: its marker, its text and where the text above refers to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Footnote {
    /// The marker in plain digits, letters or stars.
    pub marker: String,
    /// Where the marker stands before the note in the source.
    pub marker_span: Span,
    /// The note itself.
    pub text: Text,
    /// The places that refer to it; empty where none was found.
    pub anchors: Vec<FootnoteAnchor>,
}

/// A place in the text that refers to a footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FootnoteAnchor {
    /// Position, in the document's list of blocks, of the block that the marker stands in.
    pub block: u32,
    /// Offset in that block's text as read.
    pub offset: u32,
    /// Where the marker stands in the source.
    pub span: Span,
}
