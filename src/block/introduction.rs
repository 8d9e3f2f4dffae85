//! The sentence by which a decision tells of the meeting that took it.
//!
//! ```text
//! introduction = "At" , ( "its" | "the" ) , ordinal , { word } , "meeting" , { any } , verb , { any }
//! verb         = { modifier } , ( "decided" | "took note" | "adopted" | "elected" | ... )
//! ```
//!
//! Editorial Manual: decisions of the Assembly and the Council are told in the past tense, those of
//! the Human Rights Council announce the organ's own words.

use std::ops::Range;

/// Such a sentence, by ranges in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Introduction {
    /// The verb with its modifiers.
    pub(crate) verb: Range<usize>,
    /// Whether it announces a text: "decided to adopt the following text:".
    pub(crate) announces: bool,
}

/// What organs are told to have done.
const VERBS: [&str; 24] = [
    "accepted",
    "adopted",
    "agreed",
    "appointed",
    "approved",
    "authorized",
    "concurred",
    "confirmed",
    "decided",
    "deferred",
    "designated",
    "elected",
    "endorsed",
    "expressed",
    "invited",
    "noted",
    "recalled",
    "reconfirmed",
    "recommended",
    "referred",
    "requested",
    "resolved",
    "took",
    "welcomed",
];

/// Words that may stand before such a verb and belong to it.
const BEFORE: [&str; 4] = ["also", "further", "again", "therefore"];

/// The verb stands no further from the start than this, in bytes.
const FURTHEST_VERB: usize = 800;

/// Whether such a sentence may begin here: `At its 61st`.
pub(crate) fn introduction_opens(text: &str) -> bool {
    let rest = text.strip_prefix("At its ").or_else(|| text.strip_prefix("At the "));
    rest.is_some_and(|rest| {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
        digits > 0 && ["st ", "nd ", "rd ", "th "].iter().any(|end| rest[digits..].starts_with(end))
    })
}

/// Reads the sentence at the start of a paragraph.
pub(crate) fn introduction(text: &str) -> Option<Introduction> {
    if !introduction_opens(text) {
        return None;
    }
    let end = (0..=text.len().min(FURTHEST_VERB)).rev().find(|&at| text.is_char_boundary(at))?;
    let meeting = text[..end].find(" meeting")? + " meeting".len();
    let mut start = meeting;
    let mut modified = None;
    let verb = loop {
        let word = text[start..end].trim_start_matches(|c: char| !c.is_alphanumeric());
        start = end - word.len();
        let length = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        if length == 0 {
            return None;
        }
        let word = &word[..length];
        if VERBS.contains(&word) {
            break modified.unwrap_or(start)..start + length;
        }
        modified = BEFORE.contains(&word).then(|| modified.unwrap_or(start));
        start += length;
    };
    // "took note" is one verb.
    let noted = text[verb.end..].strip_prefix(" note").map_or(0, |_| " note".len());
    if text[verb.clone()].ends_with("took") && noted == 0 {
        return None;
    }
    let verb = verb.start..verb.end + noted;
    let colon = text[verb.end..].find(':').map_or(text.len(), |at| verb.end + at);
    let announced = &text[verb.end..colon];
    let announces = colon < text.len()
        && ["the following text", "the following decision", "the text below", "as follows"]
            .iter()
            .any(|words| announced.contains(words));
    Some(Introduction { verb, announces })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meetings_and_what_they_did() {
        let read = |text: &'static str| {
            introduction(text).map(|found| (&text[found.verb], found.announces))
        };
        assert_eq!(
            read(
                "At its 61st plenary meeting, on 8 May 2031, the General Assembly, on the \
                  recommendation of the Third Committee,1 decided to defer the item."
            ),
            Some(("decided", false))
        );
        assert_eq!(
            read("At its 9th meeting, the Council also took note of the report."),
            Some(("also took note", false))
        );
        assert_eq!(
            read("At its 9th meeting, the Council decided to adopt the following text:"),
            Some(("decided", true))
        );
        assert_eq!(read("At its request, the Council decided to act."), None);
        assert_eq!(read("At its 9th meeting the Council took up the item."), None);
    }
}
