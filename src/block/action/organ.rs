//! The verb behind the organ that a paragraph names as its subject.

use super::super::enacting::organ_prefix;
use super::lexicon::ACTIONS;
use super::{ActionKind, ActionReading, Word, is_mark, modifiers, uncapitalized};

/// Reads the verb behind the organ that a paragraph names as its subject: `The Council requests`,
/// `Now, therefore, the Council, having examined the matter, hereby resolves`.
pub(crate) fn action_behind_organ(text: &str) -> Option<ActionReading> {
    let start = text.trim_start_matches(is_mark);
    let concluding = CONCLUSIONS.iter().find_map(|words| start.strip_prefix(words));
    let from = text.len() - concluding.unwrap_or(start).trim_start().len();
    let subject = from + organ_prefix(&text[from..])?;
    let rest = &text[subject..];
    // Other clauses may stand between the organ and its verb, which a comma or an adverb precedes.
    let parted = concluding.is_some() || rest.starts_with(',');
    let places = memchr::memchr_iter(b' ', rest.as_bytes()).map(|at| subject + at + 1);
    places.take(if parted { FURTHEST_VERB } else { 1 }).find_map(|at| {
        if !text[at..].starts_with(char::is_lowercase) {
            return None;
        }
        let first = Word::at(text, at)?;
        let modified = modifiers(text, first, ACTIONS.find(first.text));
        let verb = modified.map_or(Some(first), |last| Word::at(text, last.next))?;
        let known = ACTIONS.find(verb.text)?;
        let before = text[..at].trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
        let due = !parted || modified.is_some() || before.trim_end().ends_with(',');
        if !due || known.openings.iter().all(|(_, kind)| *kind == ActionKind::Preambular) {
            return None;
        }
        let end = at + text[at..].find([';', ':']).unwrap_or(text.len() - at);
        let found = uncapitalized(&text[at..end])?;
        let repair = found.repair.map(|(start, spelt)| (at + start, spelt));
        Some(ActionReading { start: at + found.start, end: at + found.end, repair, ..found })
    })
}

/// Whether a text passes from the preamble to the only sentence of what is decided.
pub(crate) fn opens_conclusion(text: &str) -> bool {
    CONCLUSIONS.iter().any(|words| text.starts_with(words))
}

/// Words that pass from the preamble to the only sentence of what is decided.
const CONCLUSIONS: [&str; 4] = ["Now, therefore,", "Now therefore,", "Now therefore", "Therefore,"];

/// A verb further behind its organ than this many words is not that organ's.
const FURTHEST_VERB: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organ_may_be_the_subject() {
        let read = |text: &'static str| {
            action_behind_organ(text)
                .map(|found| (found.canonical(text), &text[found.start..found.end]))
        };
        assert_eq!(
            read("The Security Council further requests its members to meet"),
            Some(("Further requests".to_owned(), "further requests"))
        );
        assert_eq!(
            read("“The Security Council strongly condemns the attack"),
            Some(("Strongly condemns".to_owned(), "strongly condemns"))
        );
        assert_eq!(
            read("Now, therefore, the Council, having seen the terms, hereby resolves to act"),
            Some(("Hereby resolves".to_owned(), "hereby resolves"))
        );
        assert_eq!(
            read("The Council, noting the requests of States, 1 decides to meet"),
            Some(("Decides".to_owned(), "decides"))
        );
        assert_eq!(read("The Council recalling the requests of States"), None);
        assert_eq!(read("The Government of Norway requests"), None);
    }
}
