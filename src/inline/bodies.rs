//! Organizations that no table lists, by the form of their names.
//!
//! ```text
//! name = capitalised , { capitalised } , noun | noun , "of" , [ "the" ] , capitalised , { capitalised }
//! noun = "Organization" | "Union" | "Community" | "Association" | "League" | "Alliance" | ...
//! ```

use std::ops::Range;

use super::stops::{Readers, Stop};

/// The nouns, as printed and in capitals.
pub(super) const NOUNS: [&str; 12] = [
    "Organization",
    "Organisation",
    "Union",
    "Community",
    "Association",
    "League",
    "ORGANIZATION",
    "ORGANISATION",
    "UNION",
    "COMMUNITY",
    "ASSOCIATION",
    "LEAGUE",
];

/// No name has more words before its noun, or behind it.
const MOST_WORDS: usize = 6;

/// The names of organizations that have the form of one, by place.
pub(super) fn bodies_by_form(text: &str, stops: &[Stop]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let bytes = text.as_bytes();
    // A longer name takes the place of one inside it; no two overlap.
    let mut push = |range: Range<usize>| match found.last_mut() {
        Some(last) if range.start <= last.start => *last = range,
        Some(last) if range.start < last.end => {}
        _ => found.push(range),
    };
    let known = stops.iter().filter(|stop| stop.readers.any(Readers::BODIES));
    for at in known.map(|stop| stop.at()) {
        if at > 0 && bytes[at - 1] != b' ' {
            continue;
        }
        let Some(noun) = NOUNS.iter().find(|noun| text[at..].starts_with(**noun)) else { continue };
        let end = at + noun.len();
        if text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '-') {
            continue;
        }
        let start = words_before(text, at);
        // "the International Union for the ..." goes on.
        let goes_on = [" of ", " for ", " against "].iter().any(|of| text[end..].starts_with(of));
        if start < at && goes_on {
            continue;
        }
        if start < at {
            push(start..end);
        } else if let Some(end) = of_words(text, end) {
            push(at..end);
        }
    }
    found
}

/// No word of a name is longer, in bytes.
const LONGEST_WORD: usize = 40;

/// Where the capitalised words begin that stand right before `at`; `at` where none does.
fn words_before(text: &str, at: usize) -> usize {
    let mut start = at;
    for _ in 0..MOST_WORDS {
        let before = text[..start].trim_end_matches(' ');
        if before.len() + 1 != start {
            break;
        }
        let from = before.rfind(' ').map_or(0, |blank| blank + 1);
        if from + LONGEST_WORD < before.len() {
            break;
        }
        if !is_name_word(&before[from..]) {
            break;
        }
        start = from;
    }
    start
}

/// The end of "of [the] Inland Harbours" behind the noun.
fn of_words(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let of = [" of the ", " OF THE ", " of ", " OF "].iter().find(|of| rest.starts_with(**of))?;
    let mut end = at;
    let mut from = at + of.len();
    for _ in 0..MOST_WORDS {
        let word = text[from..].split(' ').next().unwrap_or("");
        let bare = word.trim_end_matches([',', '.', ';', ':', ')', '”', '"']);
        if !is_name_word(bare) {
            break;
        }
        end = from + bare.len();
        if bare.len() < word.len() {
            break;
        }
        from += word.len() + 1;
        if from >= text.len() {
            break;
        }
    }
    (end > at).then_some(end)
}

/// A capitalised word that may be part of a name: no article or preposition in capitals, nothing
/// with punctuation.
fn is_name_word(word: &str) -> bool {
    const FUNCTION: [&str; 20] = [
        "A", "AN", "AND", "AS", "AT", "BY", "FOR", "FROM", "IN", "OF", "ON", "OR", "THE", "TO",
        "WITH", "The", "This", "That", "Our", "Its",
    ];
    word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphanumeric() || c == '-')
        && !FUNCTION.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::stops::stops;
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        bodies_by_form(text, &stops(text)).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn organizations_are_known_by_their_form() {
        assert_eq!(
            read(
                "STATES OF THE NORDIC TRANSIT ORGANIZATION ON ROADS and the Nordic Transit Union."
            ),
            ["NORDIC TRANSIT ORGANIZATION", "Nordic Transit Union"]
        );
        assert_eq!(
            read("the Organization of Inland Harbours, and"),
            ["Organization of Inland Harbours"]
        );
        assert_eq!(read("The Organization met; the organization of work; Union"), [""; 0]);
    }
}
