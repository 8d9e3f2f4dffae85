//! The lines of a record of a meeting: what it is called, where and when it was held, its opening.
//!
//! ```text
//! title   = [ words , "record of the" ] , ordinal , [ words ] , "meeting" , [ part ]   (any case)
//! held    = "Held" , ( "at" | "in" ) , place , "on" , [ weekday , "," ] , date , [ "," , hour ]
//! opening = "The meeting" , ( "was called to order" | "was opened" | "was resumed" | "opened" ) , ...
//! ```
//!
//! Source: the Editorial Manual on meeting records.

use std::ops::Range;

use super::formula::says;
use super::formulas::{foreign_held, is_foreign_record, opens_foreign_meeting};
use crate::inline::scan_dates;
use crate::model::Date;
use crate::text::{ordinal, ordinal_digits};

/// What is longer, in bytes, is no title of a record.
const LONGEST: usize = 160;
const MEETING: &str = "meeting";

/// The title of a record at the start of a line, by the bytes that it takes; where more stands on the
/// line, that is the place or a part of the meeting.
pub(crate) fn meeting_title(line: &str) -> Option<usize> {
    let bare = line.trim_end_matches(['*', ' ']);
    if is_foreign_record(bare) {
        return Some(bare.len());
    }
    if bare.len() > LONGEST || !bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    if !says(bare, MEETING, 0) {
        return None;
    }
    let lower = bare.to_ascii_lowercase();
    let at = lower.find(MEETING)?;
    let end = at + MEETING.len();
    let rest = &lower[end..];
    let ends = rest.is_empty() || rest.starts_with(" (") || opens_place(&lower[end..]);
    let named = &lower[..at];
    let count = match named.find("record of the ") {
        Some(record) => &named[record + "record of the ".len()..],
        None => named,
    };
    // "ONE THOUSAND AND SIXTH PLENARY"
    let mut words = count.split_whitespace();
    let is_ordinal = |word: &str| ordinal(word).or_else(|| ordinal_digits(word)).is_some();
    let counts = |word: &str| {
        is_ordinal(word)
            || matches!(word, "one" | "two" | "thousand" | "and")
            || word.ends_with("hundred")
    };
    let counted = is_ordinal(words.by_ref().take_while(|word| counts(word)).last()?);
    let further = words.count();
    (ends && counted && further <= 3).then_some(end)
}

/// Whether the name of a meeting is that of its summary record.
pub(crate) fn is_summary_record(title: &str) -> bool {
    title.to_ascii_lowercase().contains("summary record") || is_foreign_record(title)
}

/// ` held in New York on ...`
fn opens_place(lower: &str) -> bool {
    lower.starts_with(" held ")
}

/// What the line says that tells where and when a meeting was held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MeetingHeld {
    /// The date, by its place in the line; none where the line ends before it.
    pub(crate) date: Option<(Range<usize>, Date)>,
}

/// Reads the line that says where and when a meeting was held.
pub(crate) fn meeting_held(line: &str) -> Option<MeetingHeld> {
    if let Some(date) = foreign_held(line) {
        return Some(MeetingHeld { date: Some(date) });
    }
    let lower = line.get(.."held at ".len())?.to_ascii_lowercase();
    if line.len() > LONGEST || !matches!(lower.as_str(), "held at " | "held in ") {
        return None;
    }
    let mut starts = line.match_indices(' ').map(|(at, _)| at + 1);
    let found = starts.find_map(|at| scan_dates(line, at).filter(|found| !found.range));
    let date =
        found.and_then(|found| found.dates.first().map(|part| (part.start..part.end, part.date)));
    Some(MeetingHeld { date })
}

/// Whether a paragraph says that a meeting begins, or has its chair speak.
pub(crate) fn opens_meeting(text: &str) -> bool {
    const OPENINGS: [&str; 9] = [
        "The meeting was called to order",
        "The meeting was opened",
        "The meeting was resumed",
        "The meeting opened",
        "The meeting resumed",
        "The meeting began",
        "The PRESIDENT",
        "The CHAIR",
        "The ACTING PRESIDENT",
    ];
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
    text.starts_with("The ") && OPENINGS.iter().any(|opening| text.starts_with(opening))
        || opens_foreign_meeting(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_called_by_the_number_of_its_meeting() {
        let title = |line: &'static str| meeting_title(line).map(|end| &line[..end]);
        for line in [
            "FIRST MEETING",
            "24th plenary meeting",
            "Summary record of the 413th meeting",
            "Provisional summary record of the twenty-second meeting",
            "FINAL RECORD OF THE ONE THOUSAND AND SIXTH PLENARY MEETING",
        ] {
            assert_eq!(title(line), Some(line));
        }
        assert_eq!(title("1875th MEETING Held in Oslo on Friday,"), Some("1875th MEETING"));
        assert_eq!(title("5326th meeting (Resumption 1)"), Some("5326th meeting"));
        for line in [
            "Fourth ministerial meeting of the Group",
            "The first meeting was held in Oslo",
            "First and foremost a useful kind of meeting",
            "Report of the first meeting",
            "Meeting",
        ] {
            assert_eq!(title(line), None, "{line}");
        }
    }

    #[test]
    fn where_and_when_it_was_held() {
        let date = |line: &'static str| {
            meeting_held(line).map(|held| held.date.map(|(range, _)| &line[range]))
        };
        assert_eq!(
            date("Held at Headquarters, New York, on Tuesday, 3 May 2031, at 3 p.m."),
            Some(Some("3 May 2031"))
        );
        assert_eq!(date("Held in Oslo on Friday,"), Some(None));
        assert_eq!(date("Held by three of them on 3 May 2031"), None);
    }
}
