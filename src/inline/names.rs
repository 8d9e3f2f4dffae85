//! Names that the gazetteer lists, found in one pass over a text.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};

use crate::gazetteer::{Name, Named, all_names, mission_heads};

/// A name of the gazetteer at a place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameHit {
    pub(crate) range: Range<usize>,
    pub(crate) named: Named,
    /// Whether the form alone is not evidence enough.
    pub(crate) ambiguous: bool,
}

/// The automaton over all names, with the names in the order of its patterns. Offices are left
/// out: they are read where a title may stand, and would hide the names inside them.
static AUTOMATON: LazyLock<(AhoCorasick, Vec<&'static Name>)> = LazyLock::new(|| {
    let names: Vec<&'static Name> =
        all_names().filter(|name| !matches!(name.named(), Named::Office(_))).collect();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(names.iter().map(|name| name.text()))
        .expect("the tables are small enough for an automaton");
    (automaton, names)
});

/// All names in the text: the leftmost first, of those the longest, none inside another.
pub(crate) fn names(text: &str) -> Vec<NameHit> {
    let (automaton, names) = &*AUTOMATON;
    let mut hits = Vec::new();
    let mut at = 0;
    while let Some(found) = automaton.find(Input::new(text).span(at..text.len())) {
        let range = found.range();
        let bounded = !text[..range.start].ends_with(is_word)
            && !text[range.end..].starts_with(is_word)
            // "Guinea-Bissau" is not Guinea; "China-Pakistan" is both.
            && !text[range.end..].starts_with("-B");
        if !bounded {
            at = range.start + text[range.start..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        at = range.end;
        let name = names[found.pattern().as_usize()];
        if matches!(name.named(), Named::State(_)) && names_a_mission(text, range.start) {
            continue;
        }
        hits.push(NameHit { range, named: name.named(), ambiguous: name.is_ambiguous() });
    }
    hits
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether the words before a State's name make it the name of a mission, tribunal or panel.
fn names_a_mission(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    let preposition = before.rsplit(' ').next().unwrap_or("");
    matches!(preposition, "in" | "for" | "to" | "on" | "of" | "concerning")
        && mission_heads()
            .iter()
            .any(|head| before.strip_suffix(head).is_some_and(|rest| !rest.ends_with(is_word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(text: &str) -> Vec<&'static str> {
        names(text)
            .into_iter()
            .filter_map(|hit| match hit.named {
                Named::State(state) => Some(state.code()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn the_longest_name_wins_and_names_end_with_words() {
        assert_eq!(
            states("Guinea-Bissau, Guinea, Papua New Guinea and Equatorial Guinea"),
            ["GNB", "GIN", "PNG", "GNQ"]
        );
        assert_eq!(states("Nigerian, Niger, the Gulf of Guinea, Romania"), ["NER", "ROU"]);
    }

    #[test]
    fn capitals_and_both_apostrophes_are_read() {
        assert_eq!(states("THE PEOPLE’S REPUBLIC OF CHINA"), ["CHN"]);
        assert_eq!(states("Côte d'Ivoire and CÔTE D’IVOIRE"), ["CIV", "CIV"]);
    }

    #[test]
    fn a_mission_is_not_the_state_that_it_is_in() {
        assert_eq!(states("the United Nations Political Office for Somalia in Kenya"), ["KEN"]);
    }
}
