//! Where the texts that organs adopt stand among the rows, and how their rows are cut.
//!
//! ```text
//! deliberation = front , enacting , body , [ closing ] , { part heading , enacting , body , [ closing ] }
//! front        = { heading | adopted by | reference | symbol | sponsors | masthead } , title
//! body         = { paragraph | item }
//! closing      = adoption | meeting , date
//! ```
//!
//! The enacting line proves a deliberation; its front is found by going back from it. Paragraphs of
//! a body are known by their openings, as many extractions leave nothing else between them.

mod closing;
mod front;
mod number;
mod opening;
mod paragraph;

use std::ops::Range;

use super::forms::Forms;
use super::resolution_heading::{ResolutionHeading, any_heading};
use super::segment::Row;

pub(crate) use closing::{heads_votes, is_adopted, is_meeting};
pub(crate) use number::number_length;
use opening::{Opening, Seen};
pub(crate) use paragraph::{Paragraphs, is_part_number};

/// What a run of rows is in a deliberation, by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deliberative {
    /// `Resolution 487 (1981) of 19 June 1981`, `60/1. Title`, with what continues it.
    Heading,
    /// `Resolution adopted by the General Assembly on ...`.
    AdoptedBy,
    /// `[on the report of the First Committee (A/80/1)]`.
    Reference,
    /// `[S/4216]`: the symbol that the text was first issued under.
    Symbol,
    /// `Chad and Fiji: draft resolution`, `Draft resolution`.
    Sponsors,
    /// The title below them.
    Title,
    /// `Statement by the President of the Security Council`.
    StatementTitle,
    /// The heading of a part: `A`, `II`, with its title.
    Part,
    /// `The General Assembly,`.
    Enacting,
    /// `Adopted at the 12th meeting by ...`, `12th plenary meeting` with its date.
    Adoption,
}

/// Rows that make one block whatever else their form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Planned {
    pub(crate) rows: Range<usize>,
    pub(crate) part: Deliberative,
}

/// The deliberations among the rows.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    planned: Vec<Planned>,
    bodies: Vec<Range<usize>>,
    /// Rows of bodies that begin with a number of another form, with the number that is meant.
    numbers: Vec<(usize, String)>,
}

/// A front further above its enacting line is none.
const LONGEST_FRONT: usize = 60;
/// Rows of one adoption line or one list of sponsors.
const LONGEST_RUN: usize = 40;

impl Plan {
    /// Finds the deliberations among the rows.
    pub(crate) fn of(source: &str, rows: &[Row], forms: &[Forms]) -> Plan {
        let mut planner = Planner { source, rows, forms, plan: Plan::default() };
        planner.run();
        planner.plan
    }

    /// The planned block that begins at a row.
    pub(crate) fn at(&self, row: usize) -> Option<&Planned> {
        let next = self.planned.partition_point(|planned| planned.rows.start < row);
        self.planned.get(next).filter(|planned| planned.rows.start == row)
    }

    /// The rows that planned blocks begin at.
    pub(crate) fn starts(&self) -> impl Iterator<Item = usize> {
        self.planned.iter().map(|planned| planned.rows.start)
    }

    /// The number that a paragraph of a body begins with, where a scan has damaged it or an
    /// amendment inserts it.
    pub(crate) fn number(&self, row: usize) -> Option<&str> {
        let at = self.numbers.binary_search_by_key(&row, |&(row, _)| row).ok()?;
        Some(&self.numbers[at].1)
    }

    /// Whether a row stands in the body of a deliberation.
    pub(crate) fn in_body(&self, row: usize) -> bool {
        let next = self.bodies.partition_point(|body| body.end <= row);
        self.bodies.get(next).is_some_and(|body| body.contains(&row))
    }
}

struct Planner<'a> {
    source: &'a str,
    rows: &'a [Row],
    forms: &'a [Forms],
    plan: Plan,
}

impl<'a> Planner<'a> {
    fn text(&self, at: usize) -> &'a str {
        self.rows[at].line.text(self.source)
    }

    /// The heading at a row, if its form is that of one.
    fn heading(&self, at: usize) -> Option<ResolutionHeading> {
        self.forms[at].has(Forms::NUMBERED).then(|| any_heading(self.text(at)))?
    }

    fn plan(&mut self, rows: Range<usize>, part: Deliberative) {
        if !rows.is_empty() {
            self.plan.planned.push(Planned { rows, part });
        }
    }

    fn run(&mut self) {
        let mut at = 0;
        let mut free = 0; // the first row that no deliberation has taken
        let mut seen = Seen::default();
        while at < self.rows.len() {
            if self.is_statement(at) {
                self.plan(at..at + 1, Deliberative::StatementTitle);
                let end = (at + 1..self.rows.len())
                    .find(|&row| self.forms[row].has(Forms::LABEL) && self.is_set_off(row))
                    .unwrap_or(self.rows.len());
                self.plan.bodies.push(at + 1..end);
                (at, free) = (end, end);
                continue;
            }
            let heading = self.heading(at);
            if let Some(start) = heading.as_ref().and_then(|heading| self.read_out(at, heading)) {
                self.plan(at..start, Deliberative::Heading);
                let end = self.body_end(start);
                self.plan.bodies.push(start..end);
                (at, free) = (end, end);
                continue;
            }
            let Some(Opening { start, length }) = self.opening(at, heading.as_ref(), &mut seen)
            else {
                at += 1;
                continue;
            };
            let first = free == 0 || self.plan.planned.is_empty();
            self.front(free.max(start.saturating_sub(LONGEST_FRONT)), start, first);
            self.plan(start..start + length, Deliberative::Enacting);
            let body = start + length;
            let end = self.body_end(body);
            self.numbers(body..end);
            self.plan.bodies.push(body..end);
            let closed = self.closing(end);
            at = closed.max(body);
            free = at;
            seen = Seen::default();
        }
    }
}
