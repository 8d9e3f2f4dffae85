//! The words that open a paragraph of a resolution.
//!
//! ```text
//! action   = { modifier } , words , { modifier } , [ "with" , { adjective } , feeling ] ,
//!            [ "its" , { adjective } , feeling ]
//! modifier = "also" | "further" | "once again" | "deeply" | "strongly" | ...
//! words    = one row of the table of actions
//! ```
//!
//! A preambular paragraph opens with a participle, an adjective or a preposition, an operative one
//! with a verb in the present tense. The table is data; a participle that it does not list is known
//! by its ending. Source: the Editorial Manual on the drafting of resolutions.

mod lexicon;
mod organ;
mod word;

use lexicon::{ACTIONS, DEGREES, FEELINGS, NO_PARTICIPLES, Row};
pub(crate) use organ::{action_behind_organ, opens_conclusion};
use word::Word;

/// Which part of a resolution an opening belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ActionKind {
    Preambular,
    Operative,
}

/// An opening at the start of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ActionReading {
    pub(crate) kind: ActionKind,
    /// Bytes of the opening from the start of the text, quotation and emphasis marks included.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether its first word is one of the table and not only known by its ending.
    pub(crate) listed: bool,
    /// Where a damaged word was read through, and how the table spells it.
    repair: Option<(usize, &'static str)>,
}

impl ActionReading {
    /// Whether a damaged word was read through.
    pub(crate) fn is_repaired(&self) -> bool {
        self.repair.is_some()
    }

    /// The opening with one capital, single blanks and the table's spelling, from the text that it
    /// was read in.
    pub(crate) fn canonical(&self, text: &str) -> String {
        let mut canonical = String::with_capacity(self.end - self.start);
        let mut at = self.start;
        while let Some(word) = Word::at(&text[..self.end], at) {
            if !canonical.is_empty() {
                canonical.push(' ');
            }
            match self.repair {
                Some((start, spelt)) if start == word.start => canonical.push_str(spelt),
                _ if word.text.is_ascii() => {
                    let start = canonical.len();
                    canonical.push_str(word.text);
                    canonical[start..].make_ascii_lowercase();
                }
                _ => canonical.extend(word.text.chars().flat_map(char::to_lowercase)),
            }
            at = word.next;
        }
        if canonical.starts_with(|c: char| c.is_ascii()) {
            canonical[..1].make_ascii_uppercase();
            return canonical;
        }
        let mut letters = canonical.chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => canonical,
        }
    }
}

/// Most words that stand before or behind the words of the table.
const LONGEST: usize = 12;

/// Reads the opening of a paragraph, from the start of its text without its number.
pub(crate) fn action(text: &str) -> Option<ActionReading> {
    let capital = text.trim_start_matches(is_mark).chars().next()?;
    if capital.is_uppercase() { uncapitalized(text) } else { None }
}

/// Reads an opening whose first word may stand without its capital.
fn uncapitalized(text: &str) -> Option<ActionReading> {
    let first = Word::at(text, 0).filter(|word| !text[..word.start].contains(' '))?;
    let row = ACTIONS.find(first.text);
    let (verb, row) = match modifiers(text, first, row) {
        // "Also", "Further" alone open nothing.
        Some(last) => {
            let verb = Word::at(text, last.next)?;
            (verb, ACTIONS.find(verb.text))
        }
        None => (first, row),
    };
    let Found { mut last, kind, listed, repair } = opening(text, verb, row)?;
    for _ in 0..LONGEST {
        let next = Word::at(text, last.next).filter(|_| !last.closed);
        let behind = next.and_then(|next| {
            modifiers(text, next, ACTIONS.find(next.text)).or_else(|| feeling(text, next))
        });
        let Some(behind) = behind else { break };
        last = behind;
    }
    Some(ActionReading { kind, start: first.start, end: last.end, listed, repair })
}

fn is_mark(c: char) -> bool {
    matches!(c, '*' | '_' | '"' | '“' | '”' | '\'' | '‘' | '«' | '[' | '(') || c.is_whitespace()
}

/// The last word of the modifiers that begin with a word, whose row of the table is given.
fn modifiers<'t>(text: &'t str, first: Word<'t>, row: Option<&Row>) -> Option<Word<'t>> {
    let more = |last: &Word<'t>| {
        let next = Word::at(text, last.next)?;
        modifier(text, next, ACTIONS.find(next.text)?)
    };
    std::iter::successors(modifier(text, first, row?), more).take(LONGEST).last()
}

/// The last word of the modifier that begins with a word.
fn modifier<'t>(text: &'t str, first: Word<'t>, row: &Row) -> Option<Word<'t>> {
    let entries = row.modifiers.iter();
    entries.filter_map(|rest| first.goes_on(text, rest)).max_by_key(|last| last.end)
}

/// The last word of "with deep concern", "its appreciation", from its first one on.
fn feeling<'t>(text: &'t str, first: Word<'t>) -> Option<Word<'t>> {
    let mut word = first;
    if word.is("with") {
        word = Word::at(text, word.next)?;
    }
    for _ in 0..LONGEST {
        if word.closed || !DEGREES.iter().any(|degree| word.is(degree)) {
            break;
        }
        word = Word::at(text, word.next)?;
    }
    (word.start > first.start && FEELINGS.iter().any(|feeling| word.is(feeling))).then_some(word)
}

/// The words of the table that a text opens with.
struct Found<'t> {
    last: Word<'t>,
    kind: ActionKind,
    listed: bool,
    repair: Option<(usize, &'static str)>,
}

/// The opening itself, from its first word on, whose row of the table is given.
fn opening<'t>(text: &'t str, first: Word<'t>, row: Option<&Row>) -> Option<Found<'t>> {
    // The longest that the words go on with.
    let longest = |openings: &[(Vec<&'static str>, ActionKind)]| {
        openings.iter().find_map(|(rest, kind)| Some((first.goes_on(text, rest)?, *kind)))
    };
    if let Some((last, kind)) = row.and_then(|row| longest(&row.openings)) {
        return Some(Found { last, kind, listed: true, repair: None });
    }
    if let Some(row) = ACTIONS.nearest(first.text)
        && let Some((last, kind)) = longest(&row.openings)
    {
        return Some(Found { last, kind, listed: true, repair: Some((first.start, row.first)) });
    }
    let kind = ActionKind::Preambular;
    let participle = first.text.len() >= 6
        && first.ends_in("ing")
        && !NO_PARTICIPLES.iter().any(|noun| first.is(noun));
    participle.then_some(Found { last: first, kind, listed: false, repair: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, ActionKind)> {
        action(text).map(|found| (found.canonical(text), found.kind))
    }

    #[test]
    fn openings_of_both_kinds() {
        use ActionKind::{Operative, Preambular};
        for (text, canonical, kind) in [
            ("Recalling its resolution 1 (1946),", "Recalling", Preambular),
            ("Noting with deep concern that", "Noting with deep concern", Preambular),
            ("Also taking note of the report", "Also taking note", Preambular),
            ("Deeply concerned about the loss", "Deeply concerned", Preambular),
            ("Having considered the report", "Having considered", Preambular),
            ("Expressing its deep appreciation to", "Expressing its deep appreciation", Preambular),
            ("Decides also to remain seized", "Decides also", Operative),
            ("Once again urges States", "Once again urges", Operative),
            ("Calls upon all parties", "Calls upon", Operative),
            ("*Takes note* with appreciation of", "Takes note with appreciation", Operative),
            ("“Strongly condemns the attack", "Strongly condemns", Operative),
        ] {
            assert_eq!(read(text), Some((canonical.to_owned(), kind)), "{text}");
        }
    }

    #[test]
    fn damage_is_read_through_and_participles_are_known_by_their_ending() {
        let text = "Deeply recallinx its resolutions";
        let found = action(text).unwrap();
        assert_eq!(
            (found.canonical(text).as_str(), found.is_repaired()),
            ("Deeply recalling", true)
        );
        assert_eq!(read("Safeguarding the rights").unwrap().1, ActionKind::Preambular);
    }

    #[test]
    fn other_sentences_open_nothing() {
        for text in ["The Council requests", "recalling its decision", "Meeting at Geneva", "2031"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
