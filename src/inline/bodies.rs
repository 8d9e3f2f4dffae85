//! Organizations that no table lists, by the form of their names.
//!
//! ```text
//! name = capitalised , { capitalised } , noun | noun , "of" , [ "the" ] , capitalised , { capitalised }
//! noun = "Organization" | "Union" | "Community" | "Association" | "League" | "Alliance" | ...
//! ```

use std::ops::Range;

/// The nouns, as printed and in capitals.
const NOUNS: [&str; 12] = [
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
pub(crate) fn bodies_by_form(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let bytes = text.as_bytes();
    for at in memchr::memchr_iter(b' ', bytes).map(|at| at + 1).chain([0]) {
        if !bytes.get(at).is_some_and(|b| b"OUCALouca".contains(b)) {
            continue;
        }
        let Some(noun) = NOUNS.iter().find(|noun| text[at..].starts_with(**noun)) else { continue };
        let end = at + noun.len();
        if text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '-') {
            continue;
        }
        let start = words_before(text, at);
        if start < at {
            found.push(start..end);
        } else if let Some(end) = of_words(text, end) {
            found.push(at..end);
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// Where the capitalised words begin that stand right before `at`; `at` where none does.
fn words_before(text: &str, at: usize) -> usize {
    let mut start = at;
    for _ in 0..MOST_WORDS {
        let before = text[..start].trim_end_matches(' ');
        if before.len() + 1 != start {
            break;
        }
        let from = before.rfind(' ').map_or(0, |blank| blank + 1);
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
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        bodies_by_form(text).into_iter().map(|range| &text[range]).collect()
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
