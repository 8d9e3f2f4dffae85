//! Where an organ begins to speak.

use super::super::action::action;
use super::super::bracketed_symbol::bracketed_symbol;
use super::super::enacting::{is_enacting, is_resolving, organ_prefix};
use super::super::forms::Forms;
use super::super::formulas::is_foreign_organ;
use super::super::introduction::{introduction, introduction_opens};
use super::super::resolution_heading::{
    DeliberationNoun, DraftNoun, ResolutionHeading, draft_noun, is_adopted_by,
};
use super::paragraph::numbers_division;
use super::{Planner, is_part_number};
use crate::text::{COMMAS, ends_sentence};

/// Whether a row is the number of an article, a chapter or the like of an instrument: `ARTICLE 33`.
fn is_article(text: &str) -> bool {
    let text = text.trim_matches(['*', '_', '#', ' ', '.', ':']);
    text.split_once(' ').is_some_and(|(noun, number)| {
        (number.len() <= 3 || is_part_number(number)) && numbers_division(noun, number)
    })
}

/// Rows that a title takes at most.
const DEEPEST_TITLE: usize = 16;

/// Where a text of an organ begins.
pub(super) struct Opening {
    pub(super) start: usize,
    /// Rows of the organ's own line; 0 where it has none.
    pub(super) length: usize,
}

/// What stood above since the last text of an organ.
#[derive(Default)]
pub(super) struct Seen {
    /// The row that says who adopted.
    adopted: Option<usize>,
    /// The row of a heading with a number.
    headed: Option<usize>,
    /// The row that says who submits a draft.
    sponsored: Option<usize>,
}

impl Planner<'_> {
    /// Whether the heading of a presidential statement stands at `at`, its opening below it.
    pub(super) fn is_statement(&self, at: usize) -> bool {
        let text = self.text(at);
        if !text.starts_with(['S', 's', '*', '#', '_', ' ']) {
            return false;
        }
        let text = text.trim_matches(['*', '#', '_', ' ']);
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

    /// Where a text of an organ begins at or just after `at`.
    pub(super) fn opening(
        &self,
        at: usize,
        heading: Option<&ResolutionHeading>,
        seen: &mut Seen,
    ) -> Option<Opening> {
        let text = self.text(at);
        let noun = draft_noun(text);
        let opening = self.spoken(at).or_else(|| self.unspoken(at, seen, heading, noun));
        if is_adopted_by(text) {
            seen.adopted = Some(at);
        }
        if noun.is_some() {
            seen.sponsored = Some(at);
        }
        if heading.is_some_and(|heading| !self.in_table(at, heading.title)) {
            seen.headed = Some(at);
        }
        opening
    }

    /// The organ's own line at `at`.
    pub(super) fn spoken(&self, at: usize) -> Option<Opening> {
        let text = self.text(at);
        if !text.starts_with(['T', '“', '"', '*', '_', '«']) && !is_foreign_organ(text) {
            return None;
        }
        let next = (at + 1 < self.rows.len()).then(|| self.text(at + 1));
        if is_enacting(text) {
            // Below the number of an article the body is what the article is of.
            let heads = !text.ends_with(',') && at > 0 && is_article(self.text(at - 1));
            let opens = next.is_some_and(|next| {
                text.ends_with(COMMAS)
                    || text.ends_with(['*', '_'])
                    || action(next).is_some()
                    || self.forms[at + 1].has(Forms::ITEM)
            });
            return (opens && !heads).then_some(Opening { start: at, length: 1 });
        }
        let next = next?;
        // "大会", "决定：": without a preamble it has no comma.
        if is_foreign_organ(text) && next.ends_with([':', '：']) {
            return Some(Opening { start: at, length: 1 });
        }
        let broken = text.len() < 120
            && !text.ends_with([',', '.', ';', ':'])
            && next.ends_with(',')
            && !is_enacting(next)
            && is_enacting(&format!("{text} {next}"));
        broken.then_some(Opening { start: at, length: 2 })
    }

    /// What proves a text whose organ has no line of its own: a heading with number and date, the
    /// words "Resolution adopted by" above a preamble, the meeting of a decision, or the sponsors
    /// of an amendment.
    fn unspoken(
        &self,
        at: usize,
        seen: &Seen,
        heading: Option<&ResolutionHeading>,
        noun: Option<DraftNoun>,
    ) -> Option<Opening> {
        let text = self.text(at);
        if heading.is_some_and(|h| h.noun == DeliberationNoun::Resolution && h.title.is_none()) {
            let ahead = at + 1..self.rows.len().min(at + 12);
            let spoken = ahead.clone().any(|row| is_enacting(self.text(row)));
            let moved = ahead.clone().any(|row| {
                let text = self.text(row);
                is_resolving(text) || action(text).is_some_and(|action| action.listed)
            });
            let end = self.front_run_end(at);
            return (!spoken && moved && end < self.rows.len())
                .then_some(Opening { start: end, length: 0 });
        }
        if noun == Some(DraftNoun::Amendment) {
            let start = self.amendment_start(at + 1);
            return (start < self.rows.len()).then_some(Opening { start, length: 0 });
        }
        let near = |row: Option<usize>| row.is_some_and(|row| at - row <= DEEPEST_TITLE);
        let set_off = self.rows[at].line.gap > 0 || self.rows[at].parted;
        let moved = near(seen.adopted)
            && near(seen.headed)
            && set_off
            && action(text).is_some_and(|action| action.listed);
        let met = near(seen.headed) && text.starts_with("At ") && self.is_met(at);
        // What a commission recommends to another organ has that one's line below.
        let spoken = || {
            let mut ahead = at + 1..self.rows.len().min(at + 12);
            ahead.any(|row| is_enacting(self.text(row)))
        };
        // A draft decision is often one sentence, with the organ as its subject.
        let told = near(seen.sponsored)
            && organ_prefix(text).is_some_and(|end| set_off || text[end..].starts_with(','))
            && !spoken();
        (moved || met || told).then_some(Opening { start: at, length: 0 })
    }

    /// Whether a decision tells at `at` of the meeting that took it.
    pub(super) fn is_met(&self, at: usize) -> bool {
        let rows = at..self.rows.len().min(at + 8);
        let text = rows.map(|row| self.text(row)).collect::<Vec<_>>().join(" ");
        // A decision that gives the organ's words in full has them on their own lines.
        introduction(&text).is_some_and(|found| !found.announces)
    }

    /// Where the instructions of an amendment begin, below its title.
    fn amendment_start(&self, from: usize) -> usize {
        let title = |row: usize| {
            let text = self.text(row);
            let other = row > from && self.rows[row].line.gap > 0;
            !other && !ends_sentence(text) && !self.forms[row].has(Forms::ITEM)
        };
        (from..self.rows.len().min(from + DEEPEST_TITLE)).find(|&row| !title(row)).unwrap_or(from)
    }

    /// Where the text of a presidential statement begins whose heading is a number and a title at
    /// `at`.
    pub(super) fn read_out(&self, at: usize, heading: &ResolutionHeading) -> Option<usize> {
        if heading.noun != DeliberationNoun::PresidentialStatement {
            return None;
        }
        let below = at + 1..self.rows.len().min(at + DEEPEST_TITLE);
        below.into_iter().find(|&row| introduction_opens(self.text(row)))
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
    pub(super) fn is_symbol(&self, at: usize) -> bool {
        bracketed_symbol(self.text(at)).is_some()
    }
}
