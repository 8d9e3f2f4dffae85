//! Marks of notes that the extraction has lost.
//!
//! Collections of treaties print a mark at the title's first noun, `EXCHANGE OF NOTES CONSTITUTING
//! AN AGREEMENT1 BETWEEN`, and copies of them often leave the notes out. A mark that sticks to a
//! word of a line in capitals is no part of it, nor are those that follow it in order.

use super::behind::numbers;
use super::place::{Place, Strength, is_numbered, places};
use super::zone::Page;
use crate::span::Span;
use crate::text::{NoteCut, Signs};

/// Shorter words in capitals are rather names that end with a number.
const SHORTEST_WORD: usize = 4;

/// The signs that a marker begins with.
const MARKERS: Signs = Signs::DIGIT.or(Signs::MARK).or(Signs::WIDE);

/// The marks of a text that has no notes, in order.
pub(super) fn lost(page: &Page<'_>) -> Vec<NoteCut> {
    let mut found = Vec::new();
    let mut next = None; // the number that follows the last mark
    for (line, at) in page.lines.iter().enumerate() {
        if page.furniture[line].is_some() || !at.signs.may_hold(MARKERS) {
            continue;
        }
        let text = page.text(line);
        let titled = next.is_none() && !text.contains(char::is_lowercase);
        if !titled && next.is_none() {
            continue;
        }
        for place in glued(text) {
            let number = place.marker.parse::<u32>().ok();
            if next.map_or_else(|| titled && is_first(text, &place), |next| number == Some(next)) {
                next = number.map(|number| number + 1);
                let start = at.span.start as usize;
                let span = Span::new(start + place.start, start + place.end);
                found.push(NoteCut { marker: place.marker.into_owned(), span });
            }
        }
    }
    found
}

/// The places of a line that stick to what they stand behind, in order.
fn glued(text: &str) -> Vec<Place<'_>> {
    let mut found: Vec<Place<'_>> = places(text, |_| true).collect();
    found.retain(|place| place.strength == Strength::Glued);
    numbers(
        text,
        "",
        |_| true,
        |range, number, glued| {
            if glued {
                let marker = number.to_string().into();
                let (start, end) = (range.start, range.end);
                found.push(Place { marker, start, end, strength: Strength::Glued });
            }
        },
    );
    found.sort_by_key(|place| place.start);
    found.dedup_by_key(|place| place.start);
    found
}

/// Whether a place is the first mark of a title in capitals: `AGREEMENT1`, `CONVENTION*`.
fn is_first(text: &str, place: &Place<'_>) -> bool {
    let before = &text[..place.start];
    let word = &before[before.trim_end_matches(char::is_uppercase).len()..];
    let begins = match place.marker.as_ref() {
        "1" => !is_numbered(&word.to_lowercase()),
        // Two stars are the emphasis of Markdown.
        "*" => text.matches('*').nth(1).is_none(),
        _ => false,
    };
    begins && word.chars().count() >= SHORTEST_WORD
}
