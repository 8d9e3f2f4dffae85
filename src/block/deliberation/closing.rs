//! Where a body ends, and the rows that close it: adoption, meeting, date, votes.

use super::super::enacting::is_enacting;
use super::super::forms::{Forms, begins_plainly};
use super::super::formulas::{is_foreign_date, is_foreign_meeting};
use super::super::label::label;
use super::super::resolution_heading::{DeliberationNoun, is_adopted_by};
use super::{Deliberative, LONGEST_RUN, Planner, is_part_number};
use crate::inline::scan_dates;
use crate::text::ends_sentence;

impl Planner<'_> {
    /// The end of the body that begins at `from`.
    pub(super) fn body_end(&self, from: usize) -> usize {
        (from..self.rows.len())
            .find(|&at| {
                let text = self.text(at);
                if begins_plainly(text) {
                    return self.is_adoption(at);
                }
                self.is_adoption(at)
                    || self.opens_other(at)
                    || self.forms[at].has(Forms::MARK)
                    || self.forms[at].has(Forms::LABEL)
                        && label(text).is_some_and(|label| !label.repeats_heading)
                        && self.is_set_off(at)
                    || is_enacting(text) && self.spoken(at).is_some()
                    || is_part_number(text) && self.part_follows(at)
            })
            .unwrap_or(self.rows.len())
    }

    pub(super) fn is_set_off(&self, at: usize) -> bool {
        let above = at.checked_sub(1).map_or("", |above| self.text(above));
        self.rows[at].line.gap > 0 || self.rows[at].parted || ends_sentence(above)
    }

    /// Whether the heading of another resolution stands at `at`.
    fn opens_other(&self, at: usize) -> bool {
        let text = self.text(at);
        let heading = self.heading(at);
        let heads = heading.is_some_and(|heading| {
            heading.noun != DeliberationNoun::None || heading.title.is_some_and(|t| t < text.len())
        });
        (heads || is_adopted_by(text) && text.starts_with("Resolution"))
            && ends_sentence(at.checked_sub(1).map_or(".", |above| self.text(above)))
            && (at + 1..self.rows.len().min(at + 16)).any(|row| {
                let text = self.text(row);
                is_enacting(text) || text.starts_with("At ") && self.is_met(row)
            })
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
        self.forms[at].has(Forms::ADOPTED.or(Forms::MEETING))
            || self.forms.get(at + 1).is_some_and(|next| next.has(Forms::MEETING)) && is_date(text)
    }

    /// Plans the closing rows at `at`, several where they follow each other; their end.
    pub(super) fn closing(&mut self, mut at: usize) -> usize {
        while at < self.rows.len() && self.is_adoption(at) {
            let text = self.text(at);
            let mut end = at + 1;
            if self.forms[at].has(Forms::ADOPTED) {
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
                let meets = |row: usize| self.forms[row].has(Forms::MEETING);
                if end < self.rows.len() && (is_date(self.text(end)) || meets(end) && !meets(at)) {
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

/// Whether a text holds the names of those who voted: `Against: Norway, ...`, `In favour: None.`.
pub(crate) fn heads_votes(text: &str) -> bool {
    let text = text.trim_start_matches(['*', '_']);
    let heads = ["In favour", "Against", "Abstaining", "Abstentions"];
    let behind = heads.iter().find_map(|head| text.strip_prefix(head));
    behind.is_some_and(|behind| behind.trim_start_matches(['*', '_']).starts_with(':'))
}

/// `Adopted unanimously at the 12th meeting.`, `[Adopted without a vote.]`.
pub(crate) fn is_adopted(text: &str) -> bool {
    if !matches!(text.as_bytes().first(), Some(b'A' | b'[' | b'*' | b'_' | b' ')) {
        return false;
    }
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

/// Whether a row is a date and nothing else.
fn is_date(text: &str) -> bool {
    let text = text.strip_suffix('.').unwrap_or(text);
    scan_dates(text, 0).is_some_and(|found| found.len == text.len()) || is_foreign_date(text)
}

/// `12th plenary meeting`, `12th (resumed) plenary meeting`, with or without its date.
pub(crate) fn is_meeting(text: &str) -> bool {
    if is_foreign_meeting(text) {
        return true;
    }
    if !matches!(text.as_bytes().first(), Some(b'0'..=b'9' | b'*' | b'_' | b' ')) {
        return false;
    }
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
}
