//! The form of a line that is a title, heads a part of a text, or says whose the text is.

use crate::block::{RawBlock, Shape, begins_with_subject, dated_tail, item_number, skip_article};
use crate::inline::office_at;
use crate::text::ends_sentence;

use super::deliberation::opens_instrument;
use super::title_noun::document_noun;

/// Whether a block has the form of a heading: no sentence, not long.
pub(crate) fn is_heading_like(block: &RawBlock) -> bool {
    let text = block.flow.text.as_str();
    let bare = text.trim_start_matches(['#', '*', '_', ' ']);
    block.shape == Shape::Plain
        && text.len() <= 400
        && (!ends_sentence(text) || ends_with_number(text) || dated_tail(text).is_some())
        && !text.ends_with([',', ':'])
        && !begins_with_subject(bare)
        && (bare
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"«(".contains(c))
            || is_caseless_heading(bare))
        && text.chars().any(char::is_alphabetic)
}

/// Whether a text in letters without capitals, as in Chinese and Arabic, is short enough for a heading
/// and ends as none of its sentences does.
fn is_caseless_heading(text: &str) -> bool {
    const LONGEST: usize = 80;
    let caseless = |c: char| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase();
    text.starts_with(caseless)
        && text.chars().take(LONGEST + 1).count() <= LONGEST
        && !text
            .trim_end_matches(['\u{200E}', '\u{200F}'])
            .ends_with(['，', '、', '،', ')', '）', '.', '؛', '؟'])
}

/// Whether a text ends with the number of a decision or a file, which has a point of its own:
/// `7/CMA.3`, `600.P.1`.
fn ends_with_number(text: &str) -> bool {
    let last = text.trim_end_matches('*').rsplit(' ').next().unwrap_or("");
    let file = || last.starts_with(digit) && last.contains(|c: char| c.is_ascii_alphabetic());
    last.ends_with(digit) && (last.contains('/') || file())
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether a heading is one inside a text rather than the title of one.
pub(crate) fn is_section_heading(text: &str) -> bool {
    const SECTIONS: [&str; 7] =
        ["introduction", "background", "summary", "contents", "preamble", "general", "overview"];
    let first = text.split(['.', ' ']).next().unwrap_or("");
    text.len() <= 36 && SECTIONS.contains(&text.to_lowercase().as_str())
        || item_number(text).is_some()
        || opens_instrument(text)
        || (text.contains(". ") && is_section_number(first))
        || is_named_section(text)
}

/// `Part I`, `Section 1. Transitional arrangements`: a section by its noun and number.
fn is_named_section(text: &str) -> bool {
    const NOUNS: [&str; 4] = ["part", "section", "chapter", "title"];
    let mut words = text.split(' ');
    let noun = words.next().unwrap_or("");
    let number = words.next().unwrap_or("");
    let numbered = number.trim_end_matches(['.', ':']);
    let digits = !numbered.is_empty() && numbered.bytes().all(|byte| byte.is_ascii_digit());
    NOUNS.iter().any(|known| known.eq_ignore_ascii_case(noun))
        && (digits || is_section_number(numbered))
        && (numbered.len() < number.len() || words.next().is_none())
}

/// `E`, `IV`: what a section is numbered by.
fn is_section_number(word: &str) -> bool {
    let roman =
        !word.is_empty() && word.len() <= 6 && word.bytes().all(|b| b"IVXLivxl".contains(&b));
    roman || word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// "Report by the Director General", "Report of the Secretary-General": a line below a title that says
/// who made the document, and no more.
pub(crate) fn is_by_line(text: &str) -> bool {
    let is_office = |at: usize| {
        let at = skip_article(text, at);
        office_at(text, at)
            .is_some_and(|office| text[at + office.len..].trim_end_matches('*').is_empty())
    };
    document_noun(text).is_some_and(|(range, _)| {
        let rest = &text[range.end..];
        rest.starts_with(" by ") || rest.starts_with(" of ") && is_office(range.end + " of ".len())
    })
}
