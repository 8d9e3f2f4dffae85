//! One row per paragraph and item.

use serde::{Deserialize, Serialize};

use super::place::{ParagraphType, Place, citations, places};
use crate::model::{Document, Mention, Offsets, Text};
use crate::span::Span;

/// A paragraph or item with its place, what it does, and what it cites and names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct ParagraphRow {
    /// Name of the input as the caller gave it; null where none was given.
    pub source: Option<String>,
    /// The document's own symbol, the first of several; null where it has none.
    pub symbol: Option<String>,
    /// Its place among the paragraphs, such as `operative/3/a`, `II/preambular/2` or
    /// `att_1/article/5`; `text/2` is the second paragraph without number.
    pub path: String,
    /// Its identifier in the document; null outside adopted texts and what they carry.
    pub id: Option<String>,
    /// What it is.
    pub paragraph_type: ParagraphType,
    /// The number or letter as printed, without point or parentheses; null where it has none.
    pub number: Option<String>,
    /// 1 for a paragraph, 2 for an item of it, and so on.
    pub level: u32,
    /// The opening words in canonical form, of an item those of its paragraph; null where it opens
    /// otherwise.
    pub action: Option<String>,
    /// The text as read, its number included.
    pub text: String,
    /// The canonical forms of what it cites, in order, each once, those in its footnotes last.
    pub citations: Vec<String>,
    /// The ISO 3166-1 alpha-3 codes of the States that it names, in order, each once.
    pub member_states: Vec<String>,
    /// What the span counts; `utf8` in rows of version 1.0, which do not say it.
    #[serde(default)]
    pub offsets: Offsets,
    /// Where it stands in the source.
    pub span: Span,
    /// The line of the source where it begins, counted from 1.
    pub line: u32,
}

/// The rows of the paragraphs of a document and of what it carries; `line` gives the line of a
/// byte.
pub(super) fn paragraph_rows(document: &Document, line: impl Fn(u32) -> u32) -> Vec<ParagraphRow> {
    let symbol = document.masthead().symbols.first().map(|symbol| symbol.symbol.to_string());
    let source = document.source().map(str::to_owned);
    let rows = places(document).into_iter().filter(|place| !place.is_note);
    rows.filter_map(|place| row(&place, source.clone(), symbol.clone(), &line)).collect()
}

fn row(
    place: &Place<'_>,
    source: Option<String>,
    symbol: Option<String>,
    line: impl Fn(u32) -> u32,
) -> Option<ParagraphRow> {
    let (paragraph_type, block) = (place.paragraph_type?, place.block?);
    let cited = place.citations().chain(place.notes.iter().copied().flat_map(citations));
    Some(ParagraphRow {
        source,
        symbol,
        path: place.path.clone(),
        id: block.id.clone(),
        paragraph_type,
        number: block.number.clone(),
        level: block.depth + 1,
        action: place.action.map(|action| action.canonical.clone()),
        text: block.text.text.clone(),
        citations: each_once(cited.map(|citation| citation.canonical.clone())),
        member_states: each_once(states(&block.text)),
        offsets: Offsets::Utf8,
        span: block.text.span,
        line: line(block.text.span.start),
    })
}

fn states(text: &Text) -> impl Iterator<Item = String> + '_ {
    text.mentions.iter().filter_map(|mention| match mention {
        Mention::MemberState(mention) => Some(mention.member_state.alpha3.clone()),
        _ => None,
    })
}

fn each_once(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    values.filter(|value| seen.insert(value.clone())).collect()
}
