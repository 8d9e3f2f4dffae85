//! The subject of an agenda item, as the masthead has it below the item's number.
//!
//! ```text
//! item     = "Agenda item" , numbers | "Item" , numbers , "of the provisional agenda"   (a line)
//! subjects = subject , { subject }              (right below it, as many as there are numbers)
//! subject  = line , { line }
//! ```
//!
//! It is set to the width of the masthead's column, which is narrower than the page: its lines go on
//! where those of a paragraph would end. One item has one subject; of several, one begins where the
//! line above has room left in the column.

use std::ops::Range;

use super::deliberation::Plan;
use super::heading::opens_heading;
use super::label::label;
use super::masthead::{MastheadField, masthead_fields};
use super::segment::Row;
use crate::gazetteer::{Named, OrganizationKind};
use crate::inline::names;
use crate::text::{begins_lower, ends_open, ends_sentence};

/// Rows further down than this are no masthead.
const DEEPEST: usize = 60;
/// Lines of the subjects of one item line.
const LONGEST: usize = 12;
/// What is longer, in bytes, is no line of a masthead's column.
const WIDEST: usize = 110;

/// The rows of each subject, in order.
pub(super) fn subjects(source: &str, rows: &[Row], plan: &Plan) -> Vec<Range<usize>> {
    let front = Front { source, rows: &rows[..rows.len().min(DEEPEST)], plan };
    let mut found = Vec::new();
    for at in 0..front.rows.len() {
        let text = front.text(at);
        if plan.at(at).is_some()
            || at > 0 && (opens_heading(text) || label(text).is_some())
            || text.len() > 80 && text.ends_with('.')
        {
            break;
        }
        if let Some(count) = items(text) {
            front.subjects(at + 1, count, &mut found);
        }
    }
    found
}

/// How many agenda items a line names, if it names them and nothing else.
fn items(text: &str) -> Option<usize> {
    if text.len() > WIDEST || ends_sentence(text) || !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let Some(MastheadField::AgendaItems(numbers)) = masthead_fields(text).pop() else {
        return None;
    };
    // Behind the number stands whose agenda it is.
    let rest = text[numbers.last()?.end..].trim_matches(['*', ' ']);
    let alone = rest.is_empty() || rest.starts_with(char::is_lowercase) && !rest.contains(':');
    alone.then_some(numbers.len())
}

struct Front<'a> {
    source: &'a str,
    rows: &'a [Row],
    plan: &'a Plan,
}

impl<'a> Front<'a> {
    fn text(&self, at: usize) -> &'a str {
        self.rows[at].line.text(self.source)
    }

    /// Finds the subjects of so many items below their line.
    fn subjects(&self, from: usize, count: usize, found: &mut Vec<Range<usize>>) {
        let mut end = self.end(from, count);
        if !self.parts_at(end) {
            // Nothing tells the subject from what stands below it, but what its lines leave open.
            let goes_on = |at: &usize| ends_open(self.text(at - 1)) || begins_lower(self.text(*at));
            end = (from + 1..end).find(|at| !goes_on(at)).unwrap_or(end);
        }
        // Set off, what stands below may be the title; above a form of its own it is not.
        let set_off = from < end && self.rows[from].line.gap > 0;
        if from >= end || set_off && !self.has_form(end) {
            return;
        }
        let column = self.rows[from..end].iter().map(|row| row.line.width).max().unwrap_or(0);
        let mut start = from;
        for at in from + 1..end {
            let word = self.text(at).split(' ').next().unwrap_or("").chars().count() as u32;
            let room = self.rows[at - 1].line.width + 1 + word < column;
            let begins = !begins_lower(self.text(at)) && !ends_open(self.text(at - 1));
            if count > 1 && begins && (room || self.rows[at].line.gap > 0) {
                found.push(start..at);
                start = at;
            }
        }
        found.push(start..end);
    }

    /// Where the lines end that stand together from `from` on.
    fn end(&self, from: usize, count: usize) -> usize {
        let mut more = count - 1; // subjects that may yet stand set off
        let mut goes_on = |at: usize| {
            let (row, text) = (self.rows[at], self.text(at));
            let first = at == from;
            let close = row.line.gap == 0 && !row.parted;
            let next = row.line.gap == self.rows[from].line.gap && more > 0;
            more -= usize::from(!first && !close && next);
            text.len() <= WIDEST
                && !self.has_form(at)
                && !ends_sentence(text.trim_end_matches([':', '*']))
                && !is_field(text)
                && (first && row.line.gap <= 2
                    || (close || next)
                        && row.line.indent.abs_diff(self.rows[at - 1].line.indent) <= 4)
                && (first || ends_open(self.text(at - 1)) || !is_organ(text))
        };
        let last = self.rows.len().min(from + LONGEST);
        (from..last).find(|&at| !goes_on(at)).unwrap_or(last)
    }

    /// Whether something other than its words parts a row from the one above.
    fn parts_at(&self, at: usize) -> bool {
        let Some(row) = self.rows.get(at) else { return true };
        row.line.gap > 0
            || row.parted
            || self.has_form(at)
            || row.line.indent.abs_diff(self.rows[at - 1].line.indent) > 4
            || is_organ(self.text(at))
            || is_field(self.text(at))
    }

    /// Whether a row opens a block that stands below a masthead by its own form.
    fn has_form(&self, at: usize) -> bool {
        at < self.rows.len() && (self.plan.at(at).is_some() || opens_heading(self.text(at)))
    }
}

/// Whether a line begins with another field of the masthead. A session in the middle of a line is
/// one that the subject names.
fn is_field(text: &str) -> bool {
    masthead_fields(text).first().is_some_and(|field| match field {
        MastheadField::Session(range) => range.start == 0,
        _ => true,
    })
}

/// Whether a line is the name of a principal organ: the masthead of a second one begins.
fn is_organ(text: &str) -> bool {
    names(text).iter().any(|hit| {
        hit.range == (0..text.len())
            && matches!(hit.named, Named::Organization(organ)
                if organ.kind() == OrganizationKind::PrincipalOrgan)
    })
}
