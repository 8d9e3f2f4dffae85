//! The line by which an organ begins to speak.
//!
//! ```text
//! enacting = [ quote ] , "The" , name of an organ , [ "," ]
//! organ    = capitalised words , with "of" , "the" , "and" ... between , one of them a noun of organs
//! resolve  = ( "Resolves" | "Decides" | "Recommends" ... ) , [ "that" ] , ":" | "Therefore" , [ "," ]
//! ```
//!
//! Editorial Manual: the line is a paragraph of its own and ends with a comma, or without one where
//! there is no preamble. Text extraction may leave the first words of the preamble on it.

use super::formulas::is_foreign_enacting;

/// The nouns that organs are named by. States and parties ("The States Parties to this
/// Convention,") are no organ: they conclude a treaty or declare.
const ORGANS: [&str; 16] = [
    "assembly",
    "assemb/y",
    "authority",
    "board",
    "body",
    "bureau",
    "commission",
    "committee",
    "conference",
    "congress",
    "council",
    "forum",
    "meeting",
    "mechanism",
    "sub-commission",
    "subcommission",
];

/// Who speaks for an organ is not the organ.
const OFFICERS: [&str; 8] = [
    "Bureau of",
    "Chair",
    "Director",
    "Members of",
    "President",
    "Representative",
    "Secretary",
    "Under-Secretary",
];

/// Words that stand in the name of an organ without a capital.
const JOINTS: [&str; 12] =
    ["of", "the", "and", "for", "on", "in", "to", "as", "serving", "meeting", "at", "its"];

/// Whether the text is the line by which an organ begins to speak: `The Security Council,`.
pub(crate) fn is_enacting(text: &str) -> bool {
    organ(text).is_some_and(|name| name.end == bare(text).1) || is_foreign_enacting(text)
}

/// The name of the organ at the start of such a line, without article and comma.
pub(crate) fn organ(text: &str) -> Option<std::ops::Range<usize>> {
    if !text.starts_with(['T', '"', '“', '*', '_', '«', ' ']) {
        return None;
    }
    let (start, end) = bare(text);
    let line = text.get(start..end)?;
    if line.len() > 160 {
        return None;
    }
    let name = line.strip_prefix("The ").or_else(|| line.strip_prefix("THE "))?;
    let at = end - name.len();
    if OFFICERS.iter().any(|officer| name.starts_with(officer)) {
        return None;
    }
    let mut named = false;
    for word in name.split(' ') {
        let word = word.trim_matches(['*', '_']);
        let fits =
            word.starts_with(|c: char| c.is_uppercase() || c == '(') || is_one_of(word, &JOINTS);
        if !fits || word.ends_with(['.', ',', ';', ':']) {
            return None;
        }
        named |= is_one_of(word, &ORGANS);
    }
    named.then_some(at..end)
}

/// The end of the organ that a sentence begins with: `The Security Council requests`.
pub(crate) fn organ_prefix(text: &str) -> Option<usize> {
    let name = text.strip_prefix("The ").or_else(|| text.strip_prefix("the "))?;
    let mut at = text.len() - name.len();
    let mut end = None;
    let mut named = false;
    for word in name.split(' ').take(LONGEST_NAME) {
        let bare = word.trim_matches(['*', '_', ',']);
        let capital = bare.starts_with(char::is_uppercase);
        if !capital && !JOINTS.contains(&bare) {
            break;
        }
        let stem = bare.strip_suffix("’s").unwrap_or(bare);
        named |= is_one_of(stem, &ORGANS);
        if capital {
            end = (named && stem == bare).then_some(at + word.trim_end_matches(',').len());
        }
        if word.ends_with(',') {
            break;
        }
        at += word.len() + 1;
    }
    end
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Words of the longest name of an organ.
const LONGEST_NAME: usize = 24;

/// The text without the marks around it and the comma at its end.
fn bare(text: &str) -> (usize, usize) {
    let inner = text.trim_start_matches(['"', '“', '*', '_', '«', ' ']);
    let start = text.len() - inner.len();
    let end = start + inner.trim_end_matches([',', '*', '_', ' ']).len();
    (start, end)
}

/// What is said before a colon of what is resolved.
const RESOLVED: [&str; 5] = ["resolves", "decides", "recommends", "declares", "resolve"];

/// Whether the text passes from the preamble to what is resolved: `Resolves:`, `Therefore`.
pub(crate) fn is_resolving(text: &str) -> bool {
    let text = text.trim_matches(|c: char| matches!(c, '*' | '_' | ' '));
    let bare = text.trim_end_matches([':', ',', '-', '—', '.', ' ']);
    let bare = bare.strip_suffix(" that").unwrap_or(bare);
    if bare.len() == text.len() && bare != "Therefore" {
        return false;
    }
    let words = || bare.split(' ').take(6).count();
    let last = bare.rsplit(' ').next().unwrap_or("");
    if last.eq_ignore_ascii_case("follows") {
        // "Decides as follows:".
        let first = bare.split(' ').next().unwrap_or("");
        return is_one_of(first, &RESOLVED) && words() <= 5;
    }
    (is_one_of(last, &RESOLVED) || last.eq_ignore_ascii_case("therefore")) && words() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organs_begin_to_speak_on_a_line_of_their_own() {
        for text in [
            "The General Assembly,",
            "The Security Council",
            "“The Human Rights Council,",
            "*The Economic and Social Council*,",
            "The Conference of the Parties serving as the meeting of the Parties to the Paris Agreement,",
        ] {
            assert!(is_enacting(text), "{text}");
        }
        for text in [
            "The General Assembly decides",
            "The General Assembly, in its resolution",
            "The Government of Norway,",
            "The Chairman of the Armistice Commission,",
            "General Assembly",
            "The States,",
            "The States Parties to the present Convention,",
            "The High Contracting Parties,",
        ] {
            assert!(!is_enacting(text), "{text}");
        }
    }

    #[test]
    fn what_is_resolved_is_announced() {
        assert!(
            ["Resolves:", "Therefore", "Decides that:", "Therefore resolves:"]
                .iter()
                .all(|t| is_resolving(t))
        );
        assert!(
            !["Resolves to act:", "Decides", "It resolves the matter at hand:"]
                .iter()
                .any(|t| is_resolving(t))
        );
    }
}
