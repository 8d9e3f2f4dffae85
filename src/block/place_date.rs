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
    if text.len() > 120 {
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
    fn sentences_with_a_date_are_none() {
        assert_eq!(read("The meeting was held in Oslo, 15 June 2031"), None);
        assert_eq!(read("Oslo, 15 June 2031, and later"), None);
    }
}
