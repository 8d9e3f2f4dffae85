//! Markers that an extraction has torn from their notes and stacked above them, without a rule:
//!
//! ```text
//! *                       (the markers)
//! **
//!
//! A/65/50.                (their notes)
//! E/2010/100.
//!
//! 31-10000 (E)            (the foot of the page)
//! ```

use super::opening::{Form, Opening, opening};
use super::zone::{LONGEST_NOTE, Page, Proof};
use super::{Note, zone};
use crate::model::FurnitureKind;
use crate::text::layout::ends_sentence;

/// No page has more notes.
const MOST: usize = 12;

impl Page<'_> {
    /// The notes whose markers stand one below the other from the line `at` on, if at least two do, and
    /// their notes stand below them at the foot of the page.
    pub(super) fn stack(&self, at: usize) -> Option<Vec<Note>> {
        let set_off = self.lines[at].gap > 0 || self.lines[at].new_page;
        let first = set_off.then(|| self.alone(at)).flatten()?;
        let mut markers = vec![first];
        while let Some(next) = self.alone(at + markers.len())
            && self.lines[at + markers.len()].gap == 0
            && markers.len() < MOST
            && markers.last().is_some_and(|last| follows(last, &next))
        {
            markers.push(next);
        }
        if markers.len() < 2 {
            return None;
        }
        let mut start = at + markers.len();
        // The number of the page may stand between them.
        start += usize::from(self.alone(start).is_some_and(|number| number.form == Form::Plain));
        let count = markers.len();
        let mut notes = Vec::with_capacity(count);
        for (n, found) in markers.into_iter().enumerate() {
            let end = self.stacked_end(start, n + 1 == count)?;
            notes.push(Note {
                marker_span: zone::marker_span(self.lines[at + n], &found),
                marker: found.marker,
                lines: self.lines[start..end].to_vec(),
                taken: start..end,
                marker_line: at + n,
                proof: Proof::Anchor,
            });
            start = end;
        }
        let foot = self.lines.get(start).is_none_or(|line| line.new_page)
            || self.furniture[start].is_some();
        foot.then_some(notes)
    }

    /// A star or number that is all that its line holds.
    fn alone(&self, at: usize) -> Option<Opening> {
        // Two stars alone are what Markdown leaves of emphasis elsewhere.
        let free = self.furniture.get(at).is_some_and(|kind| {
            kind.is_none() || *kind == Some(FurnitureKind::Markup) && self.text(at).starts_with('*')
        });
        let found = free.then(|| opening(self.text(at))).flatten()?;
        (found.alone && matches!(found.form, Form::Star | Form::Plain)).then_some(found)
    }

    /// Where the note ends that begins in the line `start`: with a sentence, the last one with what
    /// stands together.
    fn stacked_end(&self, start: usize, is_last: bool) -> Option<usize> {
        let text = |at: usize| self.lines.get(at).map(|line| line.text(self.source));
        let begins = text(start)?.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if !begins || self.furniture[start].is_some() {
            return None;
        }
        let mut end = start + 1;
        while let Some(line) = self.lines.get(end)
            && self.furniture[end].is_none()
            && line.gap == 0
            && !line.new_page
            && end - start < LONGEST_NOTE
            && (is_last || !ends_sentence(self.text(end - 1)))
        {
            end += 1;
        }
        (is_last || ends_sentence(self.text(end - 1))).then_some(end)
    }
}

/// Whether a marker is the next one: the next number, or a star more.
fn follows(last: &Opening, next: &Opening) -> bool {
    match (last.number(), next.number()) {
        (Some(last), Some(next)) => next == last + 1,
        (None, None) => next.marker.len() == last.marker.len() + 1,
        _ => false,
    }
}
