//! The check that nothing is lost: every printed byte of the source in exactly one leaf.

use crate::model::{Content, Document, Text};
use crate::span::{Span, is_white};

/// What the leaves of a document leave out of its source, or hold twice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Stretches of the source, other than white space, that lie in no leaf.
    pub uncovered: Vec<Span>,
    /// Stretches that lie in more than one.
    pub doubled: Vec<Span>,
    /// Leaves that do not fit the source: another one was given.
    pub outside: Vec<Span>,
}

impl Coverage {
    /// Whether every byte that is not white space lies in exactly one leaf.
    pub fn is_complete(&self) -> bool {
        self.uncovered.is_empty() && self.doubled.is_empty() && self.outside.is_empty()
    }
}

/// Checks a document against the source that it was read from.
///
/// The leaves are the segments and note marks of texts (blocks and footnotes), the markers of
/// footnotes and the pieces of furniture, of the document and of all that it carries. White space
/// is what [`crate::is_white`] says; it may lie in a leaf or in none. A document of another source
/// gives findings, never a panic.
///
/// ```
/// let source = "Letter dated 3 May 2031 from the Secretary-General\n\nText.\n";
/// assert!(verbale::coverage(source, &verbale::parse(source).document).is_complete());
/// ```
pub fn coverage(source: &str, document: &Document) -> Coverage {
    let mut leaves = Vec::new();
    collect(document.content(), &mut leaves);
    covered(source, leaves)
}

/// Lays leaves beside each other.
pub(crate) fn covered(source: &str, mut leaves: Vec<Span>) -> Coverage {
    leaves.retain(|leaf| !leaf.is_empty());
    leaves.sort_unstable();
    let mut coverage = Coverage::default();
    let mut end = 0;
    for leaf in leaves {
        if source.get(leaf.start as usize..leaf.end as usize).is_none() {
            coverage.outside.push(leaf);
            continue;
        }
        if leaf.start < end {
            coverage.doubled.push(Span { start: leaf.start, end: leaf.end.min(end) });
        } else {
            printed(source, Span { start: end, end: leaf.start }, &mut coverage.uncovered);
        }
        end = end.max(leaf.end);
    }
    let rest = Span::new(end as usize, source.len());
    printed(source, rest, &mut coverage.uncovered);
    coverage
}

/// Adds the stretch without the white space around it, where anything is left.
fn printed(source: &str, gap: Span, uncovered: &mut Vec<Span>) {
    let text = gap.slice(source);
    let start = gap.start as usize + (text.len() - text.trim_start_matches(is_white).len());
    let text = text.trim_matches(is_white);
    if !text.is_empty() {
        uncovered.push(Span::new(start, start + text.len()));
    }
}

fn collect(content: &Content, leaves: &mut Vec<Span>) {
    for block in &content.blocks {
        collect_text(&block.text, leaves);
    }
    for note in &content.footnotes {
        leaves.push(note.marker_span);
        collect_text(&note.text, leaves);
    }
    leaves.extend(content.furniture.iter().map(|furniture| furniture.span));
    for attachment in &content.attachments {
        collect(attachment.document.content(), leaves);
    }
}

fn collect_text(text: &Text, leaves: &mut Vec<Span>) {
    leaves.extend(&text.segments);
    leaves.extend(text.note_marks.iter().map(|mark| mark.span));
}
