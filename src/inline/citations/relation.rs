//! What the citing words say of the cited text.
//!
//! ```text
//! originally issued as | originally issued under | first issued     -> originally_issued_as
//! a symbol alone in brackets                                        -> originally_issued_as
//! see | see also | cf.                                              -> see
//! pursuant to                                                       -> pursuant_to
//! in accordance with | in conformity with | as required by          -> in_accordance_with
//! recalling | recalls | reaffirming | reaffirms | transmitting ...  -> the verb
//! ```
//!
//! The words stand in the same sentence; of several the nearest one says it. Verbs reach over a
//! whole list, the opening verb of a paragraph through its sentence, but not into the clause behind
//! `that` or `in which`.

use super::lex::{BEHIND, before, sentence, skip_words, word};
use crate::inline::stops::{Readers, Stop};
use crate::model::Relation;

/// Phrases with how many bytes before the reference they may stand.
const PHRASES: [(&str, Relation, usize); 22] = [
    ("originally issued", Relation::OriginallyIssuedAs, 140),
    ("first issued", Relation::OriginallyIssuedAs, 140),
    ("previously issued", Relation::OriginallyIssuedAs, 140),
    ("see also", Relation::See, 24),
    ("see", Relation::See, 24),
    ("cf.", Relation::See, 12),
    ("pursuant to", Relation::PursuantTo, 100),
    ("in pursuance of", Relation::PursuantTo, 100),
    ("in accordance with", Relation::InAccordanceWith, 100),
    ("in conformity with", Relation::InAccordanceWith, 100),
    ("in compliance with", Relation::InAccordanceWith, 100),
    ("consistent with", Relation::InAccordanceWith, 100),
    ("recalling", Relation::Recalled, BEHIND),
    ("recalls", Relation::Recalled, BEHIND),
    ("recalled", Relation::Recalled, BEHIND),
    ("recall", Relation::Recalled, BEHIND),
    ("reaffirming", Relation::Reaffirmed, BEHIND),
    ("reaffirms", Relation::Reaffirmed, BEHIND),
    ("reaffirmed", Relation::Reaffirmed, BEHIND),
    ("transmitting", Relation::Transmitted, 100),
    ("transmits", Relation::Transmitted, 100),
    ("transmit herewith", Relation::Transmitted, 100),
];

/// The relation of a reference that begins at `at`.
pub(super) fn relation(text: &str, stops: &[Stop], at: usize) -> Option<Relation> {
    // `[S/4216]` alone under the heading.
    if at == 1 && text.starts_with('[') && text.ends_with(']') {
        return Some(Relation::OriginallyIssuedAs);
    }
    let passed = stops.partition_point(|stop| stop.at() < at);
    let known = stops[..passed].iter().rev().take_while(|stop| stop.at() + BEHIND >= at);
    let mut places = known.filter(|s| s.readers.any(Readers::RELATIONS)).map(|s| s.at()).peekable();
    places.peek()?;
    let window = sentence(before(text, at, BEHIND));
    let base = at - window.len();
    places.take_while(|&place| place >= base).find_map(|place| {
        let place = place - base;
        // `in accordance with` is known by its second word.
        let head = place.checked_sub(IN.len());
        let head = head.filter(|&head| {
            window.get(head..).is_some_and(|w| skip_words(w, IN.trim_end()).is_some())
        });
        phrase_at(window, place).or_else(|| phrase_at(window, head?))
    })
}

const IN: &str = "in ";

/// The words that phrases are known by.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    PHRASES.iter().filter_map(|(phrase, ..)| {
        phrase.strip_prefix(IN).unwrap_or(phrase).split([' ', '.']).next()
    })
}

/// What the phrase at `at` says, if one stands there near enough to the end.
fn phrase_at(window: &str, at: usize) -> Option<Relation> {
    let rest = &window[at..];
    let bytes = rest.as_bytes();
    let alike = |phrase: &[u8]| {
        bytes.len() >= phrase.len()
            && bytes[1].eq_ignore_ascii_case(&phrase[1])
            && bytes[2].eq_ignore_ascii_case(&phrase[2])
    };
    let found = PHRASES.iter().find(|&&(phrase, _, reach)| {
        alike(phrase.as_bytes())
            && skip_words(rest, phrase)
                .is_some_and(|behind| behind.len() <= reach && !(reach == BEHIND && turns(behind)))
    });
    found.map(|&(_, relation, _)| relation)
}

/// Whether a clause begins here whose references are no longer the object of the verb before it.
fn turns(text: &str) -> bool {
    clause(text) < text.len()
}

/// Where the first clause ends that a verb rules: at a clause that hangs on it, or at the next verb.
fn clause(text: &str) -> usize {
    const TURNS: [&str; 6] =
        [" that ", " in which ", " by which ", " whereby ", " wherein ", ", as set "];
    const VERBS: [&str; 16] = [
        "acknowledging",
        "affirming",
        "appreciating",
        "bearing in mind",
        "deeply",
        "determined",
        "emphasizing",
        "expressing",
        "noting",
        "recalling",
        "reaffirming",
        "recognizing",
        "reiterating",
        "stressing",
        "taking note",
        "welcoming",
    ];
    let bytes = text.as_bytes();
    let ends = TURNS.iter().filter_map(|turn| memchr::memmem::find(bytes, turn.as_bytes()));
    let verb = memchr::memmem::find_iter(bytes, " and ").find(|at| {
        let next = &text[at + " and ".len()..];
        let next = next.strip_prefix("also ").unwrap_or(next);
        VERBS.iter().any(|verb| next.starts_with(verb))
    });
    ends.chain(verb).min().unwrap_or(text.len())
}

/// The verb that opens a paragraph, and where the clause ends that it rules.
pub(super) fn opening(text: &str) -> Option<(Relation, usize)> {
    let start = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let first = word(start, 0);
    let opens = |verbs: [&str; 2]| verbs.iter().any(|verb| first.eq_ignore_ascii_case(verb));
    let relation = if opens(["recalling", "recalls"]) {
        Relation::Recalled
    } else if opens(["reaffirming", "reaffirms"]) {
        Relation::Reaffirmed
    } else {
        return None;
    };
    let end = text.find(['.', ';']).map_or(text.len(), |i| i + 1);
    Some((relation, clause(&text[..end])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inline::stops::stops;

    #[test]
    fn the_nearest_words_say_it() {
        let read = |text: &str| relation(text, &stops(text), text.len());
        let original = "Originally issued as annex II to a document issued under the symbol ";
        assert_eq!(read(original), Some(Relation::OriginallyIssuedAs));
        assert_eq!(read("(see "), Some(Relation::See));
        assert_eq!(read("Recalling its "), Some(Relation::Recalled));
        assert_eq!(read("Recalling that, pursuant to "), Some(Relation::PursuantTo));
        assert_eq!(read("Recalling it. The report "), None);
        assert_eq!(read("oversee "), None);
        assert_eq!(read("Recalling it, and recognizing the value of "), None);
        assert_eq!(read("Recalling it, and the report on "), Some(Relation::Recalled));
        assert_eq!(read("Reaffirming its commitment, as set forth in "), None);
        assert_eq!(read("Reaffirming its determination that the duties under "), None);
        assert_eq!(read("recalled the report in which it noted "), None);
        assert_eq!(relation("[S/4216]", &[], 1), Some(Relation::OriginallyIssuedAs));
    }
}
