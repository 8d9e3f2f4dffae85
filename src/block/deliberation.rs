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

use std::ops::Range;

use super::action::{ActionKind, action};
use super::enacting::{is_enacting, is_resolving};
use super::label::label;
use super::resolution_heading::{
    DeliberationNoun, draft_noun, is_adopted_by, is_reference, resolution_heading,
};
use super::segment::{Row, item_number};
use super::signature::signature_mark;
use crate::gazetteer::Named;
use crate::inline::{names, scan_dates};
use crate::model::symbol::scan;
use crate::text::ends_sentence;

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
}

/// A front further above its enacting line is none.
const LONGEST_FRONT: usize = 60;
/// Rows of one adoption line or one list of sponsors.
const LONGEST_RUN: usize = 40;

impl Plan {
    /// Finds the deliberations among the rows.
    pub(crate) fn of(source: &str, rows: &[Row]) -> Plan {
        let mut planner = Planner { source, rows, plan: Plan::default() };
        planner.run();
        planner.plan
    }

    /// The planned block that begins at a row.
    pub(crate) fn at(&self, row: usize) -> Option<&Planned> {
        let next = self.planned.partition_point(|planned| planned.rows.start < row);
        self.planned.get(next).filter(|planned| planned.rows.start == row)
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
    plan: Plan,
}

impl<'a> Planner<'a> {
    fn text(&self, at: usize) -> &'a str {
        self.rows[at].line.text(self.source)
    }

    fn plan(&mut self, rows: Range<usize>, part: Deliberative) {
        if !rows.is_empty() {
            self.plan.planned.push(Planned { rows, part });
        }
    }

    fn run(&mut self) {
        let mut at = 0;
        let mut free = 0; // the first row that no deliberation has taken
        while at < self.rows.len() {
            if self.is_statement(at) {
                self.plan(at..at + 1, Deliberative::StatementTitle);
                let end = (at + 1..self.rows.len())
                    .find(|&row| label(self.text(row)).is_some() && self.is_set_off(row))
                    .unwrap_or(self.rows.len());
                self.plan.bodies.push(at + 1..end);
                (at, free) = (end, end);
                continue;
            }
            let Some((start, length)) = self.opening(at) else {
                at += 1;
                continue;
            };
            let first = free == 0 || self.plan.planned.is_empty();
            self.front(free.max(start.saturating_sub(LONGEST_FRONT)), start, first);
            self.plan(start..start + length, Deliberative::Enacting);
            let body = start + length;
            let end = self.body_end(body);
            self.plan.bodies.push(body..end);
            let closed = self.closing(end);
            at = closed.max(body);
            free = at;
        }
    }

    /// Whether the heading of a presidential statement stands at `at`, its opening below it.
    fn is_statement(&self, at: usize) -> bool {
        let text = self.text(at).trim_matches(['*', '#', '_', ' ']);
        let Some(opening) = text.get(..26) else {
            return false;
        };
        opening.eq_ignore_ascii_case("Statement by the President")
            && text.len() < 90
            && (at + 1..self.rows.len().min(at + 8)).any(|row| {
                let text = self.text(row);
                text.contains("following statement")
                    || text.starts_with("At the ") && text.contains("meeting of the")
                    || text.starts_with("Following consultations")
            })
    }

    /// Where an organ begins to speak at or just after `at`: the row and how many rows it takes.
    fn opening(&self, at: usize) -> Option<(usize, usize)> {
        let text = self.text(at);
        let next = (at + 1 < self.rows.len()).then(|| self.text(at + 1));
        if text.starts_with(['T', '“', '"', '*', '_', '«']) {
            if is_enacting(text) {
                let opens = next.is_some_and(|next| {
                    text.ends_with([',', '*', '_'])
                        || action(next).is_some()
                        || item_number(next).is_some()
                });
                return opens.then_some((at, 1));
            }
            if let Some(next) = next
                && text.len() < 120
                && !text.ends_with([',', '.', ';', ':'])
                && next.ends_with(',')
                && is_enacting(&format!("{text} {next}"))
            {
                return Some((at, 2));
            }
        }
        // No organ's line: a numbered heading alone proves the text below it.
        let heading = resolution_heading(text)
            .is_some_and(|h| h.noun == DeliberationNoun::Resolution && h.title.is_none());
        if heading {
            let ahead = at + 1..self.rows.len().min(at + 12);
            let spoken = ahead.clone().any(|row| is_enacting(self.text(row)));
            let moved = ahead.clone().any(|row| {
                let text = self.text(row);
                is_resolving(text) || action(text).is_some_and(|action| action.listed)
            });
            let end = self.front_run_end(at);
            return (!spoken && moved && end < self.rows.len()).then_some((end, 0));
        }
        None
    }

    /// The end of a heading and of what stands right below it.
    fn front_run_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.rows.len() && (is_adopted_by(self.text(end)) || self.is_symbol(end)) {
            end += 1;
        }
        end
    }

    /// `[S/4216]` alone on a row.
    fn is_symbol(&self, at: usize) -> bool {
        let text = self.text(at).trim_matches(['*', ' ']);
        text.strip_prefix('[')
            .and_then(|t| t.strip_suffix(']'))
            .is_some_and(|inner| scan(inner, 0).is_some_and(|found| inner.len() - found.len <= 1))
    }

    /// Plans the rows above an enacting line.
    fn front(&mut self, from: usize, end: usize, first: bool) {
        let mut at = from;
        let mut title = None; // the first row that may be the title
        while at < end {
            let text = self.text(at);
            let heading = resolution_heading(text);
            let planned = if let Some(heading) = heading.filter(|h| !self.in_table(at, h.title)) {
                let to = match heading.title {
                    Some(_) => end,
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
                    self.plan(at..to, part);
                    title = Some(to);
                    at = to;
                }
                None => at += 1,
            }
        }
        match title {
            Some(title) => self.title(title, end),
            None if !first => self.part(from, end),
            None => {}
        }
    }

    /// Plans the title between the front and the enacting line.
    fn title(&mut self, mut from: usize, end: usize) {
        // What the reference or the sponsors end with a gap is not yet the title where a form of
        // its own stands there.
        while from < end && label(self.text(from)).is_some() {
            from += 1;
        }
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
    fn in_table(&self, at: usize, title: Option<usize>) -> bool {
        title.is_some()
            && (at + 1..self.rows.len().min(at + 4)).any(|row| {
                resolution_heading(self.text(row)).is_some_and(|next| next.title.is_some())
            })
    }

    /// The end of a heading without title: its date may stand on the next row.
    fn heading_end(&self, at: usize, end: usize) -> usize {
        let next = at + 1;
        let goes_on = next < end && {
            let text = self.text(next);
            let date = text.strip_prefix("of ").or_else(|| text.strip_prefix("OF "));
            date.is_some_and(|date| scan_dates(date, 0).is_some()) && self.rows[next].line.gap == 0
        };
        if goes_on { next + 1 } else { next }
    }

    /// The end of "Resolution adopted by ... on ...": with its date, or before the next form.
    fn adopted_end(&self, at: usize, end: usize) -> usize {
        let mut to = at + 1;
        while to < end.min(at + 4) {
            let (above, text) = (self.text(to - 1), self.text(to));
            let continues = above.ends_with([',', '-'])
                || text.starts_with("on ")
                || text.starts_with("at ")
                || text.starts_with(|c: char| c.is_ascii_digit()) && scan_dates(text, 0).is_some()
                || [" on", " the", " at", " of", " and"].iter().any(|word| above.ends_with(word));
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

    /// The end of the sponsors' lines that begin at `at`.
    fn sponsors(&self, at: usize, end: usize) -> Option<usize> {
        let text = self.text(at);
        if draft_noun(text).is_some() {
            return Some(at + 1);
        }
        let hits = names(text);
        let party = hits.first().is_some_and(|hit| {
            hit.range.start <= 4 && matches!(hit.named, Named::State(_) | Named::Organization(_))
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

    /// The end of the body that begins at `from`.
    fn body_end(&self, from: usize) -> usize {
        (from..self.rows.len())
            .find(|&at| {
                let text = self.text(at);
                self.is_adoption(at)
                    || self.opens_other(at)
                    || signature_mark(text).is_some()
                    || label(text).is_some_and(|label| !label.repeats_heading)
                        && self.is_set_off(at)
                    || is_enacting(text) && self.opening(at).is_some()
                    || is_part_number(text) && self.part_follows(at)
            })
            .unwrap_or(self.rows.len())
    }

    fn is_set_off(&self, at: usize) -> bool {
        let above = at.checked_sub(1).map_or("", |above| self.text(above));
        self.rows[at].line.gap > 0 || self.rows[at].parted || ends_sentence(above)
    }

    /// Whether the heading of another resolution stands at `at`.
    fn opens_other(&self, at: usize) -> bool {
        let text = self.text(at);
        let heads = resolution_heading(text).is_some_and(|heading| {
            heading.noun != DeliberationNoun::None || heading.title.is_some_and(|t| t < text.len())
        });
        (heads || is_adopted_by(text) && text.starts_with("Resolution"))
            && ends_sentence(at.checked_sub(1).map_or(".", |above| self.text(above)))
            && (at + 1..self.rows.len().min(at + 16)).any(|row| is_enacting(self.text(row)))
    }

    /// Whether an enacting line follows the number of a part.
    fn part_follows(&self, at: usize) -> bool {
        (at + 1..self.rows.len().min(at + 6)).any(|row| {
            is_enacting(self.text(row))
                && self.text(row).trim_end_matches(['*', '_']).ends_with(',')
        })
    }

    /// Whether the closing of a deliberation begins at `at`.
    fn is_adoption(&self, at: usize) -> bool {
        let text = self.text(at);
        is_adopted(text)
            || is_meeting(text)
            || scan_dates(text, 0).is_some_and(|found| found.len == text.len())
                && self.rows.get(at + 1).is_some_and(|_| is_meeting(self.text(at + 1)))
    }

    /// Plans the closing rows at `at`, several where they follow each other; their end.
    fn closing(&mut self, mut at: usize) -> usize {
        while at < self.rows.len() && self.is_adoption(at) {
            let text = self.text(at);
            let mut end = at + 1;
            if is_adopted(text) {
                let bracketed = text.starts_with('[');
                while end < self.rows.len().min(at + LONGEST_RUN) {
                    let above = self
                        .text(end - 1)
                        .trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
                    let done = if bracketed {
                        above.ends_with(']')
                    } else {
                        self.rows[end].line.gap > 0 || above.ends_with('.') && !self.is_vote(end)
                    };
                    if done && !self.is_vote(end) || self.rows[end].line.new_page {
                        break;
                    }
                    end += 1;
                }
            } else {
                let dated = |row: usize| {
                    scan_dates(self.text(row), 0).is_some_and(|f| f.len == self.text(row).len())
                };
                if end < self.rows.len()
                    && (dated(end) || is_meeting(self.text(end)) && !is_meeting(text))
                {
                    end += 1;
                }
            }
            self.plan(at..end, Deliberative::Adoption);
            at = end;
        }
        at
    }

    /// Whether a row goes on with the names of those who voted.
    fn is_vote(&self, at: usize) -> bool {
        let text = self.text(at).trim_start_matches(['*', '_']);
        ["In favour", "Against", "Abstaining", "One member", "Two members", "Absent"]
            .iter()
            .any(|opening| text.starts_with(opening))
    }
}

/// `Adopted unanimously at the 12th meeting.`, `[Adopted without a vote.]`.
fn is_adopted(text: &str) -> bool {
    let text = text.trim_start_matches(['[', '*', '_', ' ']);
    let Some(rest) = text.strip_prefix("Adopted ") else {
        return false;
    };
    [
        "unanimously",
        "at the",
        "at its",
        "by a ",
        "by consensus",
        "by acclamation",
        "without a vote",
        "without vote",
        "as a whole",
        "on ",
    ]
    .iter()
    .chain(&["by 1", "by 2", "by 3", "by 4", "by 5", "by 6", "by 7", "by 8", "by 9"])
    .any(|opening| rest.starts_with(opening))
}

/// `12th plenary meeting`, `12th (resumed) plenary meeting`, with or without its date.
fn is_meeting(text: &str) -> bool {
    let text = text.trim_start_matches(['*', '_', ' ']);
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == text.len() || text.len() > 80 {
        return false;
    }
    let Some(rest) = ["st ", "nd ", "rd ", "th "].iter().find_map(|end| rest.strip_prefix(end))
    else {
        return false;
    };
    let rest = rest.strip_prefix("(resumed) ").unwrap_or(rest);
    let rest = rest.strip_prefix("plenary ").unwrap_or(rest);
    let Some(rest) = rest.strip_prefix("meeting") else {
        return false;
    };
    let rest = rest.strip_prefix(" (resumed)").unwrap_or(rest);
    let rest = rest.trim_start_matches([',', '.', ' ', '*', '_']);
    rest.is_empty() || scan_dates(rest, 0).is_some_and(|found| rest.len() - found.len <= 2)
}

/// The number of a part alone on a row: one or two capitals, or a Roman numeral.
pub(crate) fn is_part_number(text: &str) -> bool {
    let bare = text.trim_matches(['*', '#', '_', ' ', '.']);
    let roman = !bare.is_empty() && bare.len() <= 6 && bare.bytes().all(|b| b"IVXL".contains(&b));
    roman || bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether a paragraph or item of a body begins at a row, by its words and those above it; `None`
/// where its layout decides.
pub(crate) fn begins_paragraph(above: &str, text: &str, before: Row, row: Row) -> Option<bool> {
    let clause = closes_clause(above);
    let apart = row.line.gap > 0 && !row.parted;
    if item_number(text).is_some() && clause {
        return Some(true);
    }
    if is_resolving(text) && clause {
        return Some(true);
    }
    if text.starts_with(['“', '"', '«']) && ends_sentence(above) {
        return Some(true);
    }
    let opening = action(text);
    if let Some(opening) = &opening
        && clause
        && (opening.listed || apart || row.line.indent > before.line.indent)
    {
        // After a comma an operative verb begins the operative part only at a paragraph's start.
        let comma = above.trim_end_matches(is_note).ends_with(',');
        if !comma || opening.kind == ActionKind::Preambular || apart || !opening.listed {
            return Some(true);
        }
        return Some(row.line.indent >= before.line.indent);
    }
    let capital = text.starts_with(|c: char| c.is_uppercase() || "“\"".contains(c));
    (apart && clause && capital).then_some(true)
}

fn is_note(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, ' ' | '*' | '_' | '”' | '"' | '’' | '\'' | ')' | '^' | '[' | ']')
}

/// Whether a line ends as the paragraphs and items of a resolution do.
fn closes_clause(text: &str) -> bool {
    let text = text.trim_end_matches(is_note);
    let text = text.strip_suffix(" and").or_else(|| text.strip_suffix(" or")).unwrap_or(text);
    text.trim_end_matches(is_note).ends_with([',', ';', ':', '.', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closings_are_told_from_paragraphs() {
        assert!(is_meeting("12th plenary meeting"));
        assert!(is_meeting("12th (resumed) plenary meeting 3 May 2031"));
        assert!(!is_meeting("12th meeting of the Committee was held"));
        assert!(is_adopted("Adopted at the 12th meeting by 9 votes to none."));
        assert!(!is_adopted("Adopted texts are listed below."));
    }

    #[test]
    fn a_clause_may_end_before_a_note_and_a_conjunction() {
        assert!(
            ["its report, 54", "its report;12", "items; and", "items:", "the item”."]
                .iter()
                .all(|text| closes_clause(text))
        );
        assert!(!closes_clause("of 14 October"));
    }
}
