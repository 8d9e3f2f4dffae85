//! Page furniture: what the printing needs and the text does not.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// What a piece of page furniture is.
///
/// `job_number`: "06-24282 (E) 140206". `bar_code`: "*0624282*". `running_head`: the symbol and
/// the like at the head or foot of later pages. `page_number`, `continuation` ("/..."), `rule` (a
/// line above footnotes or at the end), `field_code` (a word processor's left-over), `markup` (a tag
/// or rule of a web page's or Markdown's that stands alone), `front_matter` (what a collector has
/// noted before the text), `site` (what a web page prints around the document: links, buttons, the
/// fields of its catalogue).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum FurnitureKind {
    JobNumber,
    BarCode,
    RunningHead,
    PageNumber,
    Continuation,
    Rule,
    FieldCode,
    Markup,
    FrontMatter,
    Site,
}

/// One piece of page furniture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Furniture {
    /// What it is.
    pub kind: FurnitureKind,
    /// As printed.
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}
