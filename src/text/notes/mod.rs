//! Footnotes: the notes at the foot of pages or at the end, and their markers in the text above.
//!
//! Plain text loses superscription: a marker sticks to the word before it (`CHINA1`) or stands
//! apart from it. It is known as a marker because a note with the same marker stands at a foot. A
//! note is known by a rule above it, or by its form together with a place in the text that refers
//! to it.

mod anchor;
mod behind;
mod due;
mod lost;
mod marker;
mod opening;
mod place;
mod stack;
mod zone;

use std::ops::Range;

use super::{Layout, Line, NoteCut};
use crate::model::FurnitureKind;
use crate::span::Span;

use zone::{Page, Proof};

/// One note at a foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) marker: String,
    pub(crate) marker_span: Span,
    /// Its text, without the marker.
    pub(crate) lines: Vec<Line>,
    /// The lines of the page that its text takes.
    taken: Range<usize>,
    /// The line that its marker stands in.
    marker_line: usize,
    proof: Proof,
}

/// The notes of a text.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// In the order of the page.
    pub(crate) all: Vec<Note>,
    /// The markers in the text that refer to them, in order.
    pub(crate) cuts: Vec<NoteCut>,
    /// For each line whether it is of a note; empty where there are no notes.
    held: Vec<bool>,
}

impl Notes {
    /// Whether the line is of a note.
    pub(crate) fn holds(&self, line: usize) -> bool {
        self.held.get(line).copied().unwrap_or(false)
    }
}

/// Finds the notes of the text. A number that was taken for a page's and is the marker of a note
/// is furniture no more.
pub(crate) fn notes(
    source: &str,
    lines: &[Line],
    furniture: &mut [Option<FurnitureKind>],
    layout: Layout,
) -> Notes {
    let page = Page { source, lines, furniture, layout };
    let mut notes: Vec<Note> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if page.below_rule(at) {
            let (found, end) = page.foot(at - 1);
            if !found.is_empty() {
                notes.extend(found);
                at = end.max(at + 1);
                continue;
            }
        }
        if let Some(found) = page.stack(at) {
            at = found.last().map_or(at, |note| note.taken.end).max(at + 1);
            notes.extend(found);
            continue;
        }
        let found = furniture[at].is_none().then(|| page.lone(at, notes.last())).flatten();
        match found {
            Some(note) => {
                at = note.taken.end;
                notes.push(note);
            }
            None => at += 1,
        }
    }
    let cuts = if notes.is_empty() { Vec::new() } else { anchor::anchors(&page, &mut notes) };
    if notes.is_empty() {
        return Notes { cuts: lost::lost(&page), ..Notes::default() };
    }
    let mut held = vec![false; lines.len()];
    for note in &notes {
        held[note.taken.clone()].fill(true);
        held[note.marker_line] = true;
        furniture[note.marker_line] = None;
    }
    let cuts = cuts.into_iter().filter(|(line, _)| !held[*line]).map(|(_, cut)| cut).collect();
    Notes { all: notes, cuts, held }
}

#[cfg(test)]
mod tests;
