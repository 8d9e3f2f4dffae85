//! The rows above an enacting line: headings, references, sponsors, title.

use super::super::forms::Forms;
use super::super::introduction::introduction_opens;
use super::super::resolution_heading::{draft_noun, is_adopted_by, is_reference};
use super::{Deliberative, LONGEST_RUN, Planner, is_part_number};
use crate::gazetteer::Named;
use crate::inline::{names, scan_dates};
use crate::text::{ends_open, ends_sentence};

/// What a commission recommends to its council is said in so many rows at most.
const RECOMMENDS: usize = 5;

impl Planner<'_> {
    /// Plans the rows above an enacting line.
    pub(super) fn front(&mut self, from: usize, end: usize, first: bool) {
        let mut at = from;
        let mut title = None; // the first row that may be the title
        let mut told = false; // whether the meeting is told of above the organ's line
        while at < end {
            let text = self.text(at);
            let heading = self.heading(at);
            let planned = if let Some(heading) =
                heading.as_ref().filter(|h| !self.in_table(at, h.title))
            {
                let to = match heading.title {
                    Some(_) => (at + 1..end).find(|&row| ends_title(self.text(row))).unwrap_or(end),
                    None => self.heading_end(at, end),
                };
                Some((to, Deliberative::Heading))
            } else if is_adopted_by(text) {
                Some((self.adopted_end(at, end), Deliberative::AdoptedBy))
            } else if is_reference(text) {
                Some((self.bracket_end(at, end), Deliberative::Reference))
            } else if self.is_symbol(at) {
                Some((at + 1, Deliberative::Symbol))
            } else {
                self.sponsors(at, end).map(|to| (to, Deliberative::Sponsors))
            };
            match planned {
                Some((to, part)) => {
                    // The title stands above, and what a site prints below is none.
                    if heading.as_ref().is_some_and(|heading| heading.by_organ) && at > from {
                        self.plan(at - 1..at, Deliberative::Title);
                        told = true;
                    }
                    told |= part == Deliberative::Heading
                        && to < end
                        && introduction_opens(self.text(to));
                    self.plan(at..to, part);
                    title = Some(to);
                    at = to;
                }
                None => at += 1,
            }
        }
        match title.filter(|_| !told) {
            Some(title) => self.title(title, end),
            None if !first && !told => self.part(from, end),
            None => {}
        }
    }

    /// Plans the title between the front and the enacting line.
    fn title(&mut self, mut from: usize, end: usize) {
        // What the reference or the sponsors end with a gap is not yet the title where a form of
        // its own stands there.
        while from < end && self.forms[from].has(Forms::LABEL) {
            from += 1;
        }
        // `The Commission recommends to the Council the adoption of the following draft resolution:`
        let recommends = |row: &usize| self.text(*row).ends_with(':');
        from = (from..end).take(RECOMMENDS).rfind(recommends).map_or(from, |row| row + 1);
        let part = self.part_heading(from, end);
        let to = part.unwrap_or(end);
        self.plan(from..to, Deliberative::Title);
        if let Some(part) = part {
            self.plan(part..end, Deliberative::Part);
        }
    }

    /// Plans the heading of a part above a repeated enacting line.
    fn part(&mut self, from: usize, end: usize) {
        let from = from.max(end.saturating_sub(8));
        if let Some(part) = self.part_heading(from, end) {
            self.plan(part..end, Deliberative::Part);
        }
    }

    fn part_heading(&self, from: usize, end: usize) -> Option<usize> {
        (from..end).find(|&row| is_part_number(self.text(row)))
    }

    /// Whether a numbered title is one of a table of contents: another one follows at once.
    pub(super) fn in_table(&self, at: usize, title: Option<usize>) -> bool {
        title.is_some()
            && (at + 1..self.rows.len().min(at + 4))
                .any(|row| self.heading(row).is_some_and(|next| next.title.is_some()))
    }

    /// The end of a heading without title: its date may stand on the next row.
    fn heading_end(&self, at: usize, end: usize) -> usize {
        let next = at + 1;
        let goes_on = next < end && {
            let text = self.text(next);
            let date = text.strip_prefix("of ").or_else(|| text.strip_prefix("OF "));
            // Set off, the row must be the date and nothing else.
            let gap = self.rows[next].line.gap;
            date.is_some_and(|date| {
                scan_dates(date, 0).is_some_and(|f| gap == 0 || f.len + 2 >= date.len())
            })
        };
        if goes_on { next + 1 } else { next }
    }

    /// The end of "Resolution adopted by ... on ...": with its date, or before the next form.
    fn adopted_end(&self, at: usize, end: usize) -> usize {
        let mut to = at + 1;
        while to < end.min(at + 4) {
            let (above, text) = (self.text(to - 1), self.text(to));
            let continues = text.starts_with("on ")
                || text.starts_with("at ")
                || text.starts_with(|c: char| c.is_ascii_digit()) && scan_dates(text, 0).is_some()
                || ends_open(above);
            if !continues || is_reference(text) || self.rows[to].line.gap > 1 {
                break;
            }
            to += 1;
        }
        to
    }

    fn bracket_end(&self, at: usize, end: usize) -> usize {
        let close = |row: &usize| self.text(*row).trim_end_matches(['*', '_']).ends_with(']');
        (at..end.min(at + 8)).find(close).map_or(at + 1, |row| row + 1)
    }

    /// The end of `Draft resolution submitted by the Vice-Chair of the Committee, ..., on the basis of
    /// informal consultations on draft resolution A/C.2/86/L.3`: it is set off from the title.
    fn submitted_end(&self, at: usize, end: usize) -> usize {
        let limit = end.min(at + 5);
        let apart =
            (at + 1..limit).find(|&row| self.rows[row].line.gap > 0 || self.rows[row].parted);
        apart.unwrap_or(at + 1)
    }

    /// The end of the sponsors' lines that begin at `at`.
    fn sponsors(&self, at: usize, end: usize) -> Option<usize> {
        let text = self.text(at);
        if draft_noun(text).is_some() {
            return Some(if text.contains(" submitted by ") {
                self.submitted_end(at, end)
            } else {
                at + 1
            });
        }
        // Only names, commas and "and" may stand in a list.
        if ends_sentence(text.trim_end_matches([':', '*'])) {
            return None;
        }
        let hits = names(text);
        let party = hits.first().is_some_and(|hit| {
            // A committee alone on a row is the masthead's.
            let listed = || text.contains([',', ':']);
            hit.range.start <= 4
                && match hit.named {
                    Named::State(_) => true,
                    Named::Organization(_) => listed(),
                    _ => false,
                }
        });
        if !party {
            return None;
        }
        // "draft" and "resolution" may be parted by the line's end.
        let to = (at + 1..end.min(at + LONGEST_RUN)).find(|&row| {
            let text = self.text(row);
            draft_noun(text).is_some_and(|_| {
                text.contains(':') || self.text(row - 1).ends_with([':', '*', ','])
            }) || text.eq_ignore_ascii_case("resolution") && self.text(row - 1).ends_with("draft")
        })?;
        // Only names, commas and "and" may stand between.
        let listed = (at..to).all(|row| {
            let text = self.text(row);
            !ends_sentence(text.trim_end_matches([':', '*']))
                && (text.contains(',')
                    || text.contains(" and ")
                    || row + 1 == to
                    || row == at
                    || !names(text).is_empty())
        });
        listed.then_some(to + 1)
    }
}

/// Whether a row below a title has a form of its own.
fn ends_title(text: &str) -> bool {
    introduction_opens(text) || is_part_number(text) || is_reference(text) || is_adopted_by(text)
}
