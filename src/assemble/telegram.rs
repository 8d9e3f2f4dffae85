//! The text that a telegram quotes: between the words `Begins` and `Ends`.
//!
//! ```text
//! quoted = introduction , "Begins" , ( ":" | "-" | "." ) , text , [ "Ends" , [ "." ] ]
//! ```
//!
//! The introduction says that a text follows. What stands below `Ends` would be the telegram's own
//! again: then nothing is taken out of it.

use crate::block::{RawBlock, Shape};
use crate::text::ends_sentence;

/// The block with which the text begins that a telegram quotes to its end.
pub(super) fn quoted(blocks: &[RawBlock]) -> Option<usize> {
    let at = blocks.iter().position(|raw| is_begin(&raw.flow.text))?;
    let above = blocks[..at].iter().rev().find(|raw| ends(&raw.flow.text))?;
    let introduced = above.shape == Shape::Plain && introduces(&above.flow.text);
    let end = blocks[at..].iter().position(|raw| is_end(&raw.flow.text)).map(|end| at + end + 1);
    let below = blocks[end.unwrap_or(blocks.len())..].iter();
    let resumed = below.filter(|raw| raw.flow.text.len() > 80).any(|raw| ends(&raw.flow.text));
    (introduced && !resumed).then_some(at)
}

/// Whether the text is the word that opens or closes what is quoted, alone on its line.
pub(super) fn is_mark(text: &str) -> bool {
    is_end(text) || matches!(text.trim_end_matches(MARKS), "Begins" | "BEGINS")
}

const MARKS: [char; 6] = [':', '-', '–', '—', '.', ' '];

fn is_begin(text: &str) -> bool {
    let rest = text.strip_prefix("Begins").or_else(|| text.strip_prefix("BEGINS"));
    rest.is_some_and(|rest| rest.trim_start().starts_with([':', '-', '–', '—', '.']))
}

fn is_end(text: &str) -> bool {
    matches!(text.trim_end_matches(MARKS), "Ends" | "ENDS" | "Message ends")
}

fn ends(text: &str) -> bool {
    ends_sentence(text) || text.ends_with(':')
}

/// `Following is text of letter dated 3 May`, `Please transmit following letter:`.
fn introduces(text: &str) -> bool {
    const LONGEST: usize = 400;
    let lower = if text.len() <= LONGEST { text.to_ascii_lowercase() } else { return false };
    lower.split(' ').any(|word| word == "following") || lower.contains("text of ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_around_what_is_quoted() {
        for text in ["Begins- As it is so", "Begins:", "BEGINS. As it is so", "Begins-As it is"] {
            assert!(is_begin(text), "{text}");
        }
        assert!(!is_begin("Begins with it"));
        assert!(is_mark("Ends.") && is_mark("Begins:") && !is_mark("Ends with it"));
        assert!(introduces("Following is text of letter dated 3 May from Oslo."));
        assert!(!introduces("We have your letter."));
    }
}
