//! Requests for circulation, and for whom a letter speaks.
//!
//! ```text
//! request  = ... ( "circulated" | "distributed" | "issued" | ... ) ... "as" [ "an official" | "a" ]
//!            document [ "s" ] "of" body { "," | "and of" body } [ "under agenda item" numbers ]
//! capacity = "in my capacity as" office
//! group    = "on behalf of" [ "the" ] group
//! ```

use std::ops::Range;

use crate::gazetteer::{Named, Organization};
use crate::inline::names;

/// What a request asks for, by ranges in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CirculationReading {
    /// The sentence.
    pub(crate) range: Range<usize>,
    /// The bodies whose document the paper shall become.
    pub(crate) bodies: Vec<(Range<usize>, Organization)>,
    pub(crate) agenda_items: Vec<Range<usize>>,
}

/// Reads the request in a paragraph.
pub(crate) fn circulation(text: &str) -> Option<CirculationReading> {
    const VERBS: [&str; 6] =
        ["circulat", "distribut", "issu", "publish", "reproduc", "brought out"];
    let at = [" document of ", " documents of "].iter().find_map(|words| text.find(words))?;
    let start = text[..at].rfind(". ").map_or(0, |point| point + 2);
    let before = &text[start..at];
    if !before.contains(" as ") || !VERBS.iter().any(|verb| before.contains(verb)) {
        return None;
    }
    let end = text[at..].find(". ").map_or(text.len(), |point| at + point + 1);
    let hits = names(&text[at..end]);
    let bodies = hits.into_iter().filter_map(|hit| match hit.named {
        Named::Organization(body) if is_of(&text[at..at + hit.range.start]) => {
            Some((at + hit.range.start..at + hit.range.end, body))
        }
        _ => None,
    });
    let agenda_items = items(&text[start..end]).into_iter();
    Some(CirculationReading {
        range: start..end,
        bodies: bodies.collect(),
        agenda_items: agenda_items.map(|range| start + range.start..start + range.end).collect(),
    })
}

/// The numbers in "under agenda items 12, 83 and 85 (b)", "under item 8 of the provisional agenda".
fn items(text: &str) -> Vec<Range<usize>> {
    let begins = ["agenda item ", "agenda items ", "under item ", "under items "];
    let Some(mut at) = begins.iter().find_map(|words| text.find(words).map(|i| i + words.len()))
    else {
        return Vec::new();
    };
    let mut items = Vec::new();
    loop {
        let rest = &text[at..];
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits == 0 || digits > 3 {
            break;
        }
        let letter = rest[digits..].strip_prefix(" (").and_then(|behind| {
            let close = behind.find(')').filter(|&close| (1..=2).contains(&close))?;
            Some(digits + " (".len() + close + 1)
        });
        let end = letter.unwrap_or(digits);
        items.push(at..at + end);
        let Some(next) = [", ", " and ", ", and "].iter().rev().find_map(|between| {
            let behind = rest[end..].strip_prefix(between)?;
            behind.starts_with(|c: char| c.is_ascii_digit()).then_some(end + between.len())
        }) else {
            break;
        };
        at += next;
    }
    items
}

/// Whether a body behind these words is one that the document is of, not one in an item's title.
fn is_of(before: &str) -> bool {
    let before = before.strip_suffix("the ").unwrap_or(before).trim_end();
    (before.ends_with(" of") || before.ends_with(" and") || before.ends_with(','))
        && !before.contains(['“', '"', '”'])
}

/// The group or person that the writer speaks for: "On behalf of the Group of 77, I have ...". One's
/// own Government is none.
pub(crate) fn on_behalf_of(text: &str) -> Option<Range<usize>> {
    const WORDS: &str = "n behalf of ";
    let at = text.find(WORDS)? + WORDS.len();
    let at = if text[at..].starts_with("the ") { at + 4 } else { at };
    let whom = phrase(text, at)?;
    let own = ["my ", "our ", "his ", "her ", "its ", "Government of "];
    (!own.iter().any(|word| text[whom.clone()].starts_with(word))).then_some(whom)
}

/// The capacity that the writer writes in, other than the own office.
pub(crate) fn capacity(text: &str) -> Option<Range<usize>> {
    ["n my capacity as ", "n its capacity as ", "n his capacity as ", "n her capacity as "]
        .iter()
        .find_map(|words| text.find(words).map(|at| at + words.len()))
        .and_then(|at| phrase(text, at))
}

/// From `at` to the end of the phrase: as far as its words have capitals, or tie such words.
fn phrase(text: &str, at: usize) -> Option<Range<usize>> {
    const TIES: [&str; 16] = [
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "at",
        "member",
        "members",
        "group",
        "countries",
        "delegations",
        "heads",
        "permanent",
        "representatives",
    ];
    const LONGEST: usize = 200;
    let mut end = at;
    for word in text[at..].split(' ') {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let bare = word.trim_end_matches([',', '.', ';', ':']);
        let named = bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if !(named && bare != "I" || TIES.contains(&bare)) || start - at > LONGEST {
            break;
        }
        if named {
            end = start + bare.len();
        }
        if bare.len() < word.len() {
            break;
        }
    }
    (end > at).then_some(at..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Vec<&str>, Vec<&str>)> {
        let found = circulation(text)?;
        Some((
            found.bodies.into_iter().map(|(range, _)| &text[range]).collect(),
            found.agenda_items.into_iter().map(|range| &text[range]).collect(),
        ))
    }

    #[test]
    fn requests_name_bodies_and_items() {
        assert_eq!(
            read(
                "We met. I should be grateful if the present letter could be circulated as a document \
                 of the General Assembly, under agenda item 97, and of the Security Council."
            ),
            Some((vec!["General Assembly", "Security Council"], vec!["97"]))
        );
        assert_eq!(
            read(
                "I would appreciate it if this text could be distributed as an official document of \
                 the Conference on Disarmament."
            ),
            Some((vec!["Conference on Disarmament"], vec![]))
        );
        assert_eq!(items("under agenda items 12, 83 and 85 (b), and of"), [19..21, 23..25, 30..36]);
        assert_eq!(read("It was a document of the Security Council."), None);
    }

    #[test]
    fn the_writer_says_for_whom() {
        let text = "In my capacity as Chair of the Group of 77, I have the honour to write on behalf \
                    of my Government.";
        assert_eq!(capacity(text).map(|range| &text[range]), Some("Chair of the Group of 77"));
        assert_eq!(on_behalf_of(text), None);
        let text =
            "On behalf of the Movement of Non-Aligned Countries, I have the honour to write.";
        assert_eq!(
            on_behalf_of(text).map(|range| &text[range]),
            Some("Movement of Non-Aligned Countries")
        );
    }
}
