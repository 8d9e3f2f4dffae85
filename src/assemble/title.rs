//! Titles: what a document calls itself.

use std::ops::Range;

use crate::block::{
    CommunicationForm, RawBlock, Shape, communication_form, dated_tail, foreign_heading,
    is_classification, is_letterhead, place_date, titles_speech,
};
use crate::inline::names;
use crate::text::ends_sentence;

use super::front::{DEEPEST_FRONT, is_masthead_line};
use super::title_form::{is_by_line, is_heading_like, is_section_heading};
use super::title_lines::{is_lower_title, title_length};
use super::title_noun::document_noun;

/// The title of a document with the heading of a communication at `at`. Below a subject of its own the
/// heading of a note is a by-line; what stands right below the agenda item's number is the item's.
pub(super) fn headed_title(own: &[RawBlock], at: usize) -> Range<usize> {
    const MOST_LINES: usize = 3;
    if communication_form(&own[at].flow.text) != Some(CommunicationForm::Note) {
        return at..at + 1;
    }
    // The masthead ends with a field, or with the committee that the document is for.
    let of_masthead = |text: &str| {
        is_masthead_line(text) || names(text).iter().any(|name| name.range == (0..text.len()))
    };
    let fields = |raw: &RawBlock| raw.shape == Shape::Subject || of_masthead(&raw.flow.text);
    let last = own[..at.min(DEEPEST_FRONT)].iter().rposition(fields);
    let Some(last) = last.filter(|_| at <= DEEPEST_FRONT) else { return at..at + 1 };
    let start = last + 1;
    let subject = &own[start..at];
    let is_subject = |raw: &RawBlock| {
        let text = raw.flow.text.as_str();
        is_heading_like(raw) && !is_letterhead(text) && place_date(text).is_none()
    };
    if subject.is_empty() || subject.len() > MOST_LINES || !subject.iter().all(is_subject) {
        return at..at + 1;
    }
    start..at
}

/// The title of a document without the heading of a communication: below the masthead, if there is
/// one above the first sentence; else the first heading there that names a document.
pub(super) fn main_title(own: &[RawBlock]) -> Range<usize> {
    let is_body = |raw: &RawBlock| {
        let text = raw.flow.text.as_str();
        // A copy may have the masthead as a table.
        let named = matches!(
            raw.shape,
            Shape::Plain | Shape::Heading | Shape::LanguageNote | Shape::Table | Shape::Subject
        );
        !named || (ends_sentence(text) && text.len() > 80 && dated_tail(text).is_none())
    };
    let front = own.iter().take(DEEPEST_FRONT).take_while(|raw| !is_body(raw)).count();
    let foreign = own[..front].iter().position(|raw| foreign_heading(&raw.flow.text).is_some());
    if let Some(at) = foreign {
        return at..at + 1;
    }
    let is_field = |raw: &RawBlock| raw.shape == Shape::Subject || is_masthead_line(&raw.flow.text);
    let last_field = own[..front].iter().rposition(is_field);
    if let Some(last) = last_field {
        let start = last + 1;
        let start = start + body_above(&own[start..front]);
        return start..start + title_length(&own[start..front]);
    }
    let named = own[..front].iter().position(|raw| {
        let text = raw.flow.text.as_str();
        let noun = || document_noun(text).is_some() || titles_speech(text);
        is_heading_like(raw) && noun() && place_date(text).is_none() || is_lower_title(raw)
    });
    let Some(at) = named else { return telegram_subject(&own[..front]) };
    at..at + title_length(&own[at..front]).max(1)
}

/// The subject of a paper without the name of its form: the one line between that of its
/// classification and the first sentence.
fn telegram_subject(front: &[RawBlock]) -> Range<usize> {
    let last = front.iter().rposition(|raw| is_classification(&raw.flow.text));
    let Some(at) = last.map(|last| last + 1) else { return 0..0 };
    match &front[at..] {
        [subject] if is_heading_like(subject) && place_date(&subject.flow.text).is_none() => {
            at..at + 1
        }
        _ => 0..0,
    }
}

/// How many lines below the masthead name the body that the document is of: the title below them has
/// all their words again, `Report of the Committee on Rivers` below `Committee on Rivers`.
fn body_above(blocks: &[RawBlock]) -> usize {
    const MOST_LINES: usize = 3;
    const SHORTEST: usize = 12;
    // "GENERAL COMMITTEE" below the session, and the title set apart below it.
    if let [body, title, ..] = blocks
        && is_body(&body.flow.text)
        && title.lines.first().is_some_and(|line| line.gap > 0)
        && body.lines.first().is_some_and(|line| line.gap == 0)
        && is_heading_like(title)
    {
        return 1;
    }
    let mut name = String::new();
    for (at, block) in blocks.iter().enumerate().take(MOST_LINES + 1) {
        let text = block.flow.text.to_lowercase();
        let repeats = name.len() >= SHORTEST && text.len() > name.len() && text.contains(&name);
        if repeats && document_noun(&block.flow.text).is_some() {
            return at;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&text);
    }
    0
}

/// Whether a line is the name of a committee or the like, and no more.
fn is_body(text: &str) -> bool {
    const LONGEST: usize = 60;
    const NOUNS: [&str; 4] = ["committee", "commission", "council", "board"];
    let lower = text.to_lowercase();
    text.len() <= LONGEST
        && NOUNS.iter().any(|noun| lower.ends_with(noun))
        && text.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// The title of an exchange in any language: the first heading that a copy in Markdown marks.
pub(super) fn marked_title(own: &[RawBlock]) -> Range<usize> {
    let mut front = own.iter().take(8).take_while(|raw| raw.shape == Shape::Plain);
    let marked = front.position(|raw| raw.flow.text.starts_with('#') && is_heading_like(raw));
    marked.map_or(0..0, |at| at..at + 1)
}

/// The title of a carried text: below its label, the note of its language and the letterhead.
pub(super) fn carried_title(own: &[RawBlock]) -> Range<usize> {
    let is_above = |block: &&RawBlock| {
        matches!(block.shape, Shape::Label(_) | Shape::LanguageNote | Shape::Exchange)
            || block.shape == Shape::Plain && is_letterhead(&block.flow.text)
    };
    let skipped = own.iter().take_while(is_above).count();
    match own.get(skipped) {
        Some(block) if block.shape == Shape::Heading => skipped..skipped + 1,
        _ => {
            let length = title_length(&own[skipped..]);
            let end = skipped + length;
            let title = &own[skipped..end];
            let named = title.iter().any(|raw| document_noun(&raw.flow.text).is_some());
            match noun_alone(&own[skipped..]).filter(|_| !named) {
                Some(at) => skipped + at..skipped + at + 1,
                None if length > 0 => skipped..above_language_note(own, end),
                None => skipped..end,
            }
        }
    }
}

/// The line above the body that is the name of a document and nothing else: below the organ, its
/// meeting, place and date stands `COMMUNIQUÉ`.
fn noun_alone(own: &[RawBlock]) -> Option<usize> {
    const DEEPEST: usize = 9;
    const LONGEST: usize = 100;
    let short = |raw: &&RawBlock| {
        let text = raw.flow.text.as_str();
        raw.shape == Shape::Plain && text.len() <= LONGEST && !ends_sentence(text)
    };
    let front = own.iter().take(DEEPEST).take_while(short);
    front.enumerate().skip(2).find_map(|(at, raw)| {
        let text = raw.flow.text.trim_matches(['*', '_', '#', ' ']);
        let (range, _) = document_noun(text)?;
        (range == (0..text.len())).then_some(at)
    })
}

/// Where a title ends that goes on from `end` to the note of its language, which stands below the whole.
fn above_language_note(own: &[RawBlock], end: usize) -> usize {
    const MOST_LINES: usize = 3;
    let is_note = |raw: &RawBlock| raw.shape == Shape::LanguageNote;
    let Some(more) = own[end..].iter().take(MOST_LINES + 1).position(is_note) else { return end };
    let is_line = |raw: &RawBlock| {
        let text = raw.flow.text.as_str();
        is_heading_like(raw)
            && !is_by_line(text)
            && !is_section_heading(text)
            && !is_letterhead(text)
            && place_date(text).is_none()
    };
    if own[end..end + more].iter().all(is_line) { end + more } else { end }
}
