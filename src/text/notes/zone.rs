//! Where the notes stand: at the foot of a page under a rule, or anywhere by their markers.
//!
//! Under a rule everything up to the end of the page is notes. An extraction that follows the
//! reading order of the file, not of the page, tears markers and notes apart there:
//!
//! ```text
//! __________________
//!
//! Report of the Conference, annex I.        (the note 1)
//! 2
//! Ibid., annex II.
//! 1                                         (its marker)
//!
//! 31-10000 (E)
//! ```
//!
//! A marker that stands alone and above no text belongs to a note without marker, in the order of
//! the numbers.

use super::Note;
use super::opening::{Form, Opening, opening};
use crate::model::FurnitureKind;
use crate::span::Span;
use crate::text::layout::{begins_lower, ends_sentence};
use crate::text::{Layout, Line};

/// What proves that a note is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// A rule above it.
    Rule,
    /// Two blanks after its marker, and any place that refers to it.
    Wide,
    /// Its form, and a place above that surely refers to it.
    Anchor,
    /// A number with a point, and a place above with brackets.
    Bracket,
}

/// What the search for notes looks at.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) source: &'a str,
    pub(super) lines: &'a [Line],
    pub(super) furniture: &'a [Option<FurnitureKind>],
    pub(super) layout: Layout,
}

impl<'a> Page<'a> {
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.lines[at].text(self.source)
    }

    /// Whether notes may begin below the line: it is a rule, or the mark that a web copy leaves of
    /// one.
    fn is_ruled(&self, at: usize) -> bool {
        match self.furniture[at] {
            Some(FurnitureKind::Rule) => true,
            Some(FurnitureKind::Markup) => self.text(at).bytes().all(|b| b == b'_'),
            _ => false,
        }
    }

    /// The notes below the rule at `rule`, in the order of the page, and the line after the last.
    pub(super) fn foot(&self, rule: usize) -> (Vec<Note>, usize) {
        // Other marks than a line end a text, and another may follow.
        let torn = self.text(rule).starts_with(['_', '─', '—']);
        let mut foot = Foot::default();
        let mut at = rule + 1;
        while at < self.lines.len() && self.lines.len() > at && at - rule <= LONGEST_FOOT {
            if self.ends_foot(at, at == rule + 1) {
                break;
            }
            match self.entry(at, &foot) {
                Some(entry) => at = self.take(entry, at, &mut foot),
                // A stretch without a marker: a note whose marker is elsewhere, or the text again.
                None if self.furniture[at].is_some() => at += 1,
                None => {
                    let end = self.stretch_end(at);
                    foot.stretches.push((at, end));
                    at = end;
                }
            }
        }
        foot.into_notes(self, torn)
    }

    /// Whether the foot of the page ends before the line.
    fn ends_foot(&self, at: usize, first: bool) -> bool {
        let ends = matches!(self.furniture[at], Some(FurnitureKind::RunningHead))
            || (!first && self.is_ruled(at));
        ends || self.lines[at].new_page
    }

    /// The marker that a line under a rule begins with.
    fn entry(&self, at: usize, foot: &Foot) -> Option<Opening> {
        let found = opening(self.text(at))?;
        let number = self.furniture[at] == Some(FurnitureKind::PageNumber) && found.alone;
        if self.furniture[at].is_some() && !number {
            return None;
        }
        let next = || found.number().is_some_and(|n| foot.last == Some(n.wrapping_sub(1)));
        let begins = match found.form {
            Form::Point => false,
            Form::Letter => found.alone || found.opens && foot.last.is_none(),
            Form::Plain => found.alone || found.blanks > 0 && (found.opens || next()),
            _ => found.alone || found.opens || next(),
        };
        begins.then_some(found)
    }

    /// Takes the note that the marker at `at` begins, or the marker alone.
    fn take(&self, found: Opening, at: usize, foot: &mut Foot) -> usize {
        let marker_span = self.marker_span(at, &found);
        // A typewriter's mark alone on its line may have a blank line below it.
        let apart = u32::from(found.alone && found.form == Form::Stroke);
        let below = self.lines.get(at + 1).filter(|line| line.gap <= apart && !line.new_page);
        let has_note = below.is_some()
            && self.furniture[at + 1].is_none()
            && !opening(self.text(at + 1)).is_some_and(|next| next.alone);
        if found.alone && !has_note {
            foot.loose.push((at, found));
            return at + 1;
        }
        let start = at + usize::from(found.alone);
        let end = self.note_end(start, &found, true);
        foot.last = found.number().or(foot.last);
        let mut lines = self.lines[start..end].to_vec();
        if !found.alone {
            lines[0].span.start += (found.length + found.blanks) as u32;
        }
        foot.taken.extend(at..end);
        foot.notes.push(Note {
            marker: found.marker,
            marker_span,
            lines,
            taken: at..end,
            marker_line: at,
            proof: Proof::Rule,
        });
        end
    }

    fn marker_span(&self, at: usize, found: &Opening) -> Span {
        marker_span(self.lines[at], found)
    }

    /// The end of a stretch of lines without a marker.
    fn stretch_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.lines.len()
            && self.furniture[end].is_none()
            && self.lines[end].gap == 0
            && !self.lines[end].new_page
            && opening(self.text(end)).is_none_or(|next| !next.alone && next.form != Form::Star)
            && end - at < LONGEST_NOTE
        {
            end += 1;
        }
        end
    }

    /// The note without a rule that begins at `at`, if its form is that of one.
    pub(super) fn lone(&self, at: usize, run: Option<&Note>) -> Option<Note> {
        let found = opening(self.text(at))?;
        let set_off = self.lines[at].gap > 0 || self.lines[at].new_page || at == 0;
        let follows = run.is_some_and(|note| {
            note.taken.end == at
                && note
                    .marker
                    .parse::<u32>()
                    .ok()
                    .zip(found.number())
                    .is_some_and(|(a, b)| b == a + 1)
        });
        let (proof, opens) = match found.form {
            Form::Plain | Form::Star | Form::Superscript if found.blanks >= 2 && found.opens => {
                (Proof::Wide, true)
            }
            Form::Plain | Form::Star | Form::Stroke if found.alone => {
                (Proof::Anchor, self.note_below(at))
            }
            // Below a sentence that is broken in the middle too.
            Form::Plain => {
                let broken = || !ends_sentence(self.text(at - 1));
                let opens = found.opens && (set_off || broken());
                (Proof::Anchor, opens || follows && !found.dated)
            }
            Form::Superscript | Form::Star | Form::Stroke | Form::Bracket => {
                (Proof::Anchor, found.opens)
            }
            Form::Point => (Proof::Bracket, found.opens && (set_off || follows)),
            Form::Letter => return None,
        };
        if !opens {
            return None;
        }
        let start = at + usize::from(found.alone);
        let end = self.note_end(start, &found, proof != Proof::Wide);
        let mut lines = self.lines[start..end].to_vec();
        if !found.alone {
            lines[0].span.start += (found.length + found.blanks) as u32;
        }
        Some(Note {
            marker_span: self.marker_span(at, &found),
            marker: found.marker,
            lines,
            taken: at..end,
            marker_line: at,
            proof,
        })
    }

    /// Whether a note stands below a marker that stands alone.
    fn note_below(&self, at: usize) -> bool {
        self.lines.get(at + 1).is_some_and(|below| {
            let text = below.text(self.source);
            below.gap <= 1
                && !below.new_page
                && self.furniture[at + 1].is_none()
                && !begins_lower(text)
                && opening(text).is_none_or(|next| !next.alone)
        })
    }

    /// The end of the note whose text begins in the line `start`. `in_order`: a marker with the
    /// next number begins the next note.
    fn note_end(&self, start: usize, marker: &Opening, in_order: bool) -> usize {
        let mut end = start + 1;
        while let Some(&line) = self.lines.get(end).filter(|_| end - start < LONGEST_NOTE) {
            let (above, text) = (self.text(end - 1), line.text(self.source));
            let stops = ends_sentence(above) && self.layout.stops_short(self.lines[end - 1], text);
            if self.furniture[end].is_some()
                || line.new_page
                || line.gap > 0
                || stops
                || next_note(text, marker, in_order)
            {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether a rule stands above the line.
    pub(super) fn below_rule(&self, at: usize) -> bool {
        at > 0 && self.is_ruled(at - 1)
    }
}

/// Where the marker stands that a line begins with.
pub(super) fn marker_span(line: Line, found: &Opening) -> Span {
    let start = line.span.start as usize;
    Span::new(start, start + found.length)
}

/// No foot of a page has more lines, no note either.
const LONGEST_FOOT: usize = 300;
pub(super) const LONGEST_NOTE: usize = 80;

/// Whether a line below a note begins another one: by two blanks after its marker, by a marker of
/// its own form or one that stands alone, or by the next number.
fn next_note(text: &str, marker: &Opening, in_order: bool) -> bool {
    opening(text).is_some_and(|next| {
        let follows = marker.number().zip(next.number()).is_some_and(|(a, b)| b == a + 1);
        match next.form {
            Form::Plain => {
                next.blanks >= 2 || (in_order && (follows || next.alone && next.number().is_some()))
            }
            Form::Letter => next.alone && in_order,
            Form::Point => marker.form == Form::Point && follows,
            _ => true,
        }
    })
}

/// What stands below a rule.
#[derive(Default)]
struct Foot {
    notes: Vec<Note>,
    /// The number of the last note.
    last: Option<u32>,
    /// Markers that stand alone, above no note.
    loose: Vec<(usize, Opening)>,
    /// Stretches of lines without a marker.
    stretches: Vec<(usize, usize)>,
    taken: Vec<usize>,
}

impl Foot {
    /// The notes in the order of the page: those without a marker get the loose ones in the order
    /// of the numbers. The first stretch that needs none is text again, and ends the foot.
    fn into_notes(mut self, page: &Page<'_>, torn: bool) -> (Vec<Note>, usize) {
        let wanted = self.stretches.len();
        // A page number stands among the markers: what the notes do not go on to is none.
        let known: Vec<u32> =
            self.notes.iter().filter_map(|note| note.marker.parse().ok()).collect();
        let mut loose: Vec<(usize, Opening)> = std::mem::take(&mut self.loose);
        loose.sort_by_key(|(at, found)| (found.number().unwrap_or(0), *at));
        loose.dedup_by(|a, b| a.1.marker == b.1.marker);
        loose.retain(|(_, found)| found.number().is_none_or(|n| !known.contains(&n)));
        if wanted == 0 || loose.is_empty() || !torn {
            let end = self.stretches.first().map(|&(at, _)| at);
            self.notes.retain(|note| end.is_none_or(|end| note.marker_line < end));
            let last = self.notes.last().map_or(0, |note| note.taken.end);
            return (self.notes, last);
        }
        let mut stretches = self.stretches;
        let mut missing = loose.len().saturating_sub(wanted);
        // More markers than stretches: notes that stand below each other without a marker.
        let mut parts: Vec<(usize, usize)> = Vec::new();
        for (start, end) in stretches.drain(..) {
            let mut from = start;
            for at in start + 1..end {
                if missing > 0 && ends_sentence(page.text(at - 1)) {
                    parts.push((from, at));
                    from = at;
                    missing -= 1;
                }
            }
            parts.push((from, end));
        }
        for ((start, end), (marker_line, found)) in parts.into_iter().zip(loose) {
            self.notes.push(Note {
                marker_span: page.marker_span(marker_line, &found),
                marker: found.marker,
                lines: page.lines[start..end].to_vec(),
                taken: start..end,
                marker_line,
                proof: Proof::Rule,
            });
        }
        self.notes.sort_by_key(|note| note.taken.start);
        let last = self.notes.iter().map(|n| n.taken.end.max(n.marker_line + 1)).max();
        (self.notes, last.unwrap_or(0))
    }
}
