//! Titles: what a document calls itself.

use crate::block::{RawBlock, Shape, is_salutation, item_number, place_date};
use crate::text::ends_sentence;

use super::part::Family;

/// The nouns by which documents call themselves, with the family that reads them.
const NOUNS: [(&str, Family); 27] = [
    ("statement", Family::Statement),
    ("declaration", Family::Other),
    ("communiqué", Family::Other),
    ("communique", Family::Other),
    ("memorandum", Family::Other),
    ("aide-memoire", Family::Other),
    ("aide-mémoire", Family::Other),
    ("report", Family::Other),
    ("note", Family::Other),
    ("resolution", Family::Other),
    ("decision", Family::Other),
    ("agreement", Family::Other),
    ("protocol", Family::Other),
    ("treaty", Family::Other),
    ("convention", Family::Other),
    ("message", Family::Other),
    ("appeal", Family::Other),
    ("address", Family::Other),
    ("speech", Family::Other),
    ("briefing", Family::Other),
    ("summary", Family::Other),
    ("assessment", Family::Other),
    ("programme", Family::Other),
    ("plan", Family::Other),
    ("list", Family::Other),
    ("document", Family::Other),
    ("release", Family::Other),
];

/// The noun by which a title names its document, with its bytes: the last word before the first
/// "of", "on", "by" and the like, as in "Joint statement of ..." or "Astana Declaration".
pub(crate) fn document_noun(title: &str) -> Option<(std::ops::Range<usize>, Family)> {
    const STOPS: [&str; 14] = [
        "of",
        "on",
        "by",
        "from",
        "to",
        "concerning",
        "regarding",
        "adopted",
        "issued",
        "made",
        "at",
        "for",
        "between",
        "entitled",
    ];
    let mut last = None;
    let mut at = 0;
    for word in title.split(' ').take(7) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if STOPS.contains(&bare.to_lowercase().as_str()) {
            break;
        }
        let start = at + word.find(bare).unwrap_or(0);
        if !bare.is_empty() {
            last = Some((start..start + bare.len(), bare.to_lowercase()));
        }
        at += word.len() + 1;
        if word.ends_with([',', ':']) {
            break;
        }
    }
    let (range, word) = last?;
    let (_, family) = NOUNS.iter().find(|(noun, _)| *noun == word)?;
    Some((range, *family))
}

/// Whether a block has the form of a heading: no sentence, not long.
pub(crate) fn is_heading_like(block: &RawBlock) -> bool {
    let text = block.flow.text.as_str();
    block.shape == Shape::Plain
        && text.len() <= 400
        && !ends_sentence(text)
        && !text.ends_with(',')
        && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"«(".contains(c))
        && text.chars().any(char::is_alphabetic)
}

/// Whether a heading is one inside a text rather than the title of one.
pub(crate) fn is_section_heading(text: &str) -> bool {
    const SECTIONS: [&str; 9] = [
        "introduction",
        "background",
        "summary",
        "contents",
        "preamble",
        "general",
        "overview",
        "i",
        "a",
    ];
    let first = text.split(['.', ' ']).next().unwrap_or("");
    SECTIONS.contains(&text.to_lowercase().as_str())
        || item_number(text).is_some()
        || (text.contains(". ") && SECTIONS[7..].contains(&first.to_lowercase().as_str()))
}

/// How many blocks from the start of `blocks` are the title. A second heading belongs to it while
/// the first names no document.
pub(crate) fn title_length(blocks: &[RawBlock]) -> usize {
    let mut length = 0;
    let mut named = false;
    for block in blocks.iter().take(3) {
        let text = block.flow.text.as_str();
        if !is_heading_like(block)
            || named
            || is_salutation(text)
            || place_date(text).is_some()
            || is_section_heading(text)
        {
            break;
        }
        named = document_noun(text).is_some();
        length += 1;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_document_before_the_first_of() {
        let noun = |title: &str| document_noun(title).map(|(range, _)| title[range].to_owned());
        assert_eq!(noun("Statement of the heads of State"), Some("Statement".into()));
        assert_eq!(noun("JOINT STATEMENT BY THE PRESIDENTS"), Some("STATEMENT".into()));
        assert_eq!(noun("Astana Declaration"), Some("Declaration".into()));
        assert_eq!(noun("Security and stability in the region"), None);
    }
}
