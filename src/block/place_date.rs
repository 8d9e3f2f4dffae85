//! Place and date on a line of their own.
//!
//! ```text
//! line  = [ "(" ] , [ place , "," ] , date , [ ")" ] , [ "." ]
//! place = capitalised words, at most six
//! ```

use std::ops::Range;

use crate::inline::{DateFound, scan_dates};
use crate::model::Date;

/// What the line says, by ranges in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlaceDate {
    pub(crate) place: Option<Range<usize>>,
    pub(crate) date: (Range<usize>, Date),
}

/// Reads a line that holds a date, perhaps a place before it, and nothing else.
pub(crate) fn place_date(text: &str) -> Option<PlaceDate> {
    if text.len() > 120 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let end = text.trim_end_matches(['.', ')', ']', ' ']).len();
    let start = text.len() - text.trim_start_matches(['(', '[', ' ']).len();
    let inner = text.get(start..end)?;
    let from = inner.rfind(", ").map_or(0, |at| at + 2);
    // American dates hold a comma themselves.
    let candidates =
        [Some(from), inner[..from.saturating_sub(2)].rfind(", ").map(|at| at + 2), Some(0)];
    for at in candidates.into_iter().flatten() {
        let Some(found) = whole_date(inner, at) else {
            continue;
        };
        let place = inner[..at].trim_end_matches([',', ' ']);
        if place.is_empty() || is_place(place) {
            let place = (!place.is_empty()).then_some(start..start + place.len());
            return Some(PlaceDate { place, date: (start + at..end, found) });
        }
    }
    None
}

/// What a final clause says, by ranges in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DoneAt {
    pub(crate) place: Range<usize>,
    pub(crate) date: Option<(Range<usize>, Date)>,
}

/// Reads the place and date that a final clause begins with: `Done at Oslo on 3 May 2031, in two
/// copies`.
pub(crate) fn done_at(text: &str) -> Option<DoneAt> {
    const VERBS: [&str; 4] = ["done", "signed", "adopted", "issued"];
    let verb = text.split(' ').next()?;
    let rest = text[verb.len()..].trim_start();
    if !VERBS.contains(&verb.to_ascii_lowercase().as_str()) || !verb.starts_with(char::is_uppercase)
    {
        return None;
    }
    let rest = rest.strip_prefix("at ").or_else(|| rest.strip_prefix("in "))?;
    let start = text.len() - rest.len();
    let mut end = start;
    for word in rest.split(' ').take(4) {
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        end = start + (word.as_ptr() as usize - rest.as_ptr() as usize) + word.len();
        if word.ends_with([',', '.']) {
            break;
        }
    }
    let place = start..start + text[start..end].trim_end_matches([',', '.']).len();
    if place.is_empty() {
        return None;
    }
    let after = text[end..].trim_start().trim_start_matches("on ").trim_start_matches("this ");
    let at = text.len() - after.len();
    let date = scan_dates(text, at)
        .and_then(|found| found.dates.first().map(|part| (part.start..part.end, part.date)));
    Some(DoneAt { place, date })
}

fn whole_date(text: &str, at: usize) -> Option<Date> {
    let DateFound { len, dates, .. } = scan_dates(text, at)?;
    (at + len == text.len()).then(|| dates.first().map(|part| part.date)).flatten()
}

fn is_place(text: &str) -> bool {
    let mut words = text.split_whitespace();
    text.split_whitespace().count() <= 6
        && words.all(|w| {
            let lower = ["of", "the", "and", "de", "la", "el", "del", "in", "at", "du"];
            w.starts_with(char::is_uppercase) || lower.contains(&w)
        })
        && text.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Option<&str>, String)> {
        let found = place_date(text)?;
        Some((found.place.map(|range| &text[range]), found.date.1.to_string()))
    }

    #[test]
    fn places_and_dates_are_read() {
        assert_eq!(read("(Oslo, 15 June 2031)"), Some((Some("Oslo"), "2031-06-15".into())));
        assert_eq!(read("New York, 3 May 2031"), Some((Some("New York"), "2031-05-03".into())));
        assert_eq!(read("Tbilisi, May 22, 2009"), Some((Some("Tbilisi"), "2009-05-22".into())));
        assert_eq!(read("3 May 2031"), Some((None, "2031-05-03".into())));
    }

    #[test]
    fn final_clauses_are_read() {
        let read = |text| {
            let DoneAt { place, date } = done_at(text)?;
            Some((&text[place], date.map(|(_, date)| date.to_string())))
        };
        assert_eq!(
            read("DONE at Alma Ata on 21 December 1991 in one copy"),
            Some(("Alma Ata", Some("1991-12-21".into())))
        );
        assert_eq!(read("Done at Oslo in two copies"), Some(("Oslo", None)));
        assert_eq!(read("Signed at the table"), None);
    }

    #[test]
    fn sentences_with_a_date_are_none() {
        assert_eq!(read("The meeting was held in Oslo, 15 June 2031"), None);
        assert_eq!(read("Oslo, 15 June 2031, and later"), None);
    }
}
