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

use lexicon::{DEGREES, FEELINGS, MODIFIERS, NO_PARTICIPLES, is_long, listed, may_open, nearest};
pub(crate) use organ::{action_behind_organ, opens_conclusion};

/// Which part of a resolution an opening belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ActionKind {
    Preambular,
    Operative,
}

/// An opening at the start of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ActionReading {
    pub(crate) kind: ActionKind,
    /// Bytes of the opening from the start of the text, quotation and emphasis marks included.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The opening with one capital, single blanks and the table's spelling.
    pub(crate) canonical: String,
    /// Whether its first word is one of the table and not only known by its ending.
    pub(crate) listed: bool,
    /// Whether a damaged word was read through.
    pub(crate) repaired: bool,
}

/// A word of the text: its bytes and its form for comparing.
struct Word {
    start: usize,
    end: usize,
    folded: String,
    /// Whether a comma or another mark follows it.
    closed: bool,
}

/// Most words that an opening takes.
const LONGEST: usize = 12;

fn words(text: &str, most: usize) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    for raw in text.split(' ').take(most) {
        let bare = raw.trim_matches(|c: char| !c.is_alphanumeric());
        if !bare.is_empty() {
            let start = at + raw.find(bare).unwrap_or(0);
            let after = raw[start - at + bare.len()..].trim_matches(['*', '_']);
            words.push(Word {
                start,
                end: start + bare.len(),
                folded: bare.to_lowercase(),
                closed: !after.is_empty(),
            });
        }
        at += raw.len() + 1;
    }
    words
}

/// Reads the opening of a paragraph, from the start of its text without its number.
pub(crate) fn action(text: &str) -> Option<ActionReading> {
    let capital = text.trim_start_matches(is_mark).chars().next()?;
    if !capital.is_uppercase() {
        return None;
    }
    // Most texts open otherwise: their first word tells.
    if !may_open(&words(text, 1).first()?.folded) {
        return None;
    }
    let words = words(text, LONGEST);
    let mut at = modifiers(&words, 0);
    // "Also", "Further" alone open nothing.
    let (length, kind, listed, repaired, spelt) = opening(words.get(at..)?)?;
    let start = words.first()?.start;
    let mut canonical: Vec<&str> = words[..at].iter().map(|word| word.folded.as_str()).collect();
    match &spelt {
        Some(spelt) => canonical.push(spelt),
        None => canonical.extend(words[at..at + length].iter().map(|w| w.folded.as_str())),
    }
    at += length;
    let mut end = at;
    while !words[end - 1].closed {
        let next = modifiers(&words, end);
        let next = if next > end { next } else { feeling(&words, end) };
        if next == end {
            break;
        }
        end = next;
    }
    canonical.extend(words[at..end].iter().map(|word| word.folded.as_str()));
    let end = words[end - 1].end;
    let canonical = canonical.join(" ");
    let mut letters = canonical.chars();
    let canonical = match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => canonical,
    };
    Some(ActionReading { kind, start, end, canonical, listed, repaired })
}

fn is_mark(c: char) -> bool {
    matches!(c, '*' | '_' | '"' | '“' | '”' | '\'' | '‘' | '«' | '[' | '(') || c.is_whitespace()
}

/// The end of the modifiers at `at`.
fn modifiers(words: &[Word], mut at: usize) -> usize {
    loop {
        let Some(first) = words.get(at) else { return at };
        let begun = MODIFIERS.iter().filter(|modifier| modifier.starts_with(&first.folded));
        let step = begun
            .filter_map(|modifier| {
                let n = modifier.split(' ').count();
                let run = words.get(at..at + n)?;
                let open = run[..n - 1].iter().all(|word| !word.closed);
                let same = modifier.split(' ').zip(run).all(|(a, b)| a == b.folded);
                (open && same).then_some(n)
            })
            .max();
        match step {
            Some(step) => at += step,
            None => return at,
        }
    }
}

/// The end of "with deep concern", "its appreciation" at `at`.
fn feeling(words: &[Word], at: usize) -> usize {
    let mut end = at;
    if words.get(end).is_some_and(|word| word.folded == "with") {
        end += 1;
    }
    while words.get(end).is_some_and(|w| DEGREES.contains(&w.folded.as_str()) && !w.closed) {
        end += 1;
    }
    let found = end > at && words.get(end).is_some_and(|w| FEELINGS.contains(&w.folded.as_str()));
    if found { end + 1 } else { at }
}

type Opening = (usize, ActionKind, bool, bool, Option<String>);

/// The opening itself: words taken, kind, whether listed, whether repaired, spelling.
fn opening(words: &[Word]) -> Option<Opening> {
    let first = words.first()?;
    if let Some((length, kind)) = listed(&first.folded, words) {
        return Some((length, kind, true, false, None));
    }
    let word = first.folded.as_str();
    if is_long(word)
        && let Some(spelt) = nearest(word)
        && let Some((length, kind)) = listed(spelt, words)
    {
        let rest = words[1..length].iter().map(|w| w.folded.as_str());
        let spelt = std::iter::once(spelt).chain(rest).collect::<Vec<_>>().join(" ");
        return Some((length, kind, true, true, Some(spelt)));
    }
    let participle = word.len() >= 6 && word.ends_with("ing") && !NO_PARTICIPLES.contains(&word);
    participle.then_some((1, ActionKind::Preambular, false, false, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, ActionKind)> {
        action(text).map(|found| (found.canonical, found.kind))
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
        let found = action("Recallinx its resolutions").unwrap();
        assert_eq!((found.canonical.as_str(), found.repaired), ("Recalling", true));
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
