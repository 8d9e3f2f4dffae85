//! For whose Government a note speaks.
//!
//! ```text
//! clause = "to" , verb , [ addressee ] , "that the Government of" , [ "the" ] , State
//! verb   = "inform" | "confirm" | "state" | "say" | ...
//! ```
//!
//! A ministry says what its own Government does: `The Ministry has the honour to inform the Embassy
//! that the Government of Norway agrees`.

use std::ops::Range;

use crate::gazetteer::{Named, State};
use crate::inline::NameHit;

/// The State whose Government the opening of a note speaks for.
pub(crate) fn government(text: &str, hits: &[NameHit]) -> Option<(Range<usize>, State)> {
    const VERBS: [&str; 9] = [
        "inform",
        "confirm",
        "state",
        "say",
        "advise",
        "notify",
        "communicate",
        "declare",
        "propose",
    ];
    const CLAUSE: &str = " that the Government of ";
    /// Words from the verb to its clause.
    const MOST: usize = 12;
    hits.iter().find_map(|hit| {
        let Named::State(state) = hit.named else { return None };
        let before = &text[..hit.range.start];
        let before = before.strip_suffix("the ").unwrap_or(before).strip_suffix(CLAUSE)?;
        let clause = &before[before.rfind(" to ")? + " to ".len()..];
        let verb = clause.split([' ', ',']).next().unwrap_or("");
        let said = VERBS.contains(&verb)
            && clause.split(' ').take(MOST + 1).count() <= MOST
            && !clause.contains(" which ");
        said.then(|| (hit.range.clone(), state))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inline::names;

    #[test]
    fn a_note_says_what_its_own_government_does() {
        let read =
            |text: &'static str| government(text, &names(text)).map(|(range, _)| &text[range]);
        assert_eq!(
            read(
                "The Ministry has the honour to inform the Embassy that the Government of Norway agrees."
            ),
            Some("Norway")
        );
        assert_eq!(read("It wishes to confirm that the Government of Peru agrees."), Some("Peru"));
        for other in [
            "It has the honour to refer to the note in which it is said that the Government of Peru agrees.",
            "It has the honour to thank the Government of Peru.",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
