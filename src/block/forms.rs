//! What each row is by its own form, asked before any block is cut.
//!
//! One form is asked of all rows before the next one, so that what reads it stays at hand, and each
//! only once: nearly every row of a text has none, and the cursor passes over it with one look.

use super::deliberation::{is_adopted, is_meeting};
use super::exchange::exchange_number;
use super::formulas::is_article;
use super::heading::opens_heading;
use super::item::item_number;
use super::label::label;
use super::resolution_heading::{heading_by_organ, resolution_heading};
use super::segment::Row;
use super::signature::party_and_mark;
use super::signature_mark::signature_mark;
use super::signature_table::{parties_in, party_line};
use super::table::opens_table;

/// The forms of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Forms(u16);

impl Forms {
    pub(super) const NONE: Forms = Forms(0);
    /// Planned in a deliberation, or the subject of an agenda item.
    pub(super) const PLANNED: Forms = Forms(1);
    pub(super) const LABEL: Forms = Forms(2);
    /// The heading of a communication.
    pub(super) const HEADING: Forms = Forms(4);
    /// The mark of a signature.
    pub(super) const MARK: Forms = Forms(8);
    /// The mark of a signature stands in the next row: here may stand the title of its bearer.
    pub(super) const ABOVE_MARK: Forms = Forms(16);
    /// The parties that somebody signs for.
    pub(super) const PARTIES: Forms = Forms(32);
    /// `[Original: Arabic]`.
    pub(super) const LANGUAGE_NOTE: Forms = Forms(64);
    /// The number of a note or letter, and says so.
    pub(super) const NAMED_NUMBER: Forms = Forms(128);
    /// The number of an article, set off.
    pub(super) const ARTICLE: Forms = Forms(256);
    /// A table begins.
    pub(super) const TABLE: Forms = Forms(512);
    /// It is short and ends with a digit, as a place and date do.
    pub(super) const DATED: Forms = Forms(1024);
    /// The number of a paragraph or list item begins it.
    pub(super) const ITEM: Forms = Forms(2048);
    /// The number of a paragraph or list item is all that it holds.
    pub(super) const ITEM_ALONE: Forms = Forms(4096);
    /// The heading of a text of an organ, by its number.
    pub(super) const NUMBERED: Forms = Forms(8192);
    /// How a text of an organ was adopted.
    pub(super) const ADOPTED: Forms = Forms(16_384);
    /// The meeting of an organ, with or without its date.
    pub(super) const MEETING: Forms = Forms(32_768);

    /// Those by which a row may open a block, whatever stands before it: all above the numbers of items.
    pub(super) const OPENING: Forms = Forms(Forms::ITEM.0 - 1);

    /// Whether the row has any of these.
    pub(super) fn has(self, forms: Forms) -> bool {
        self.0 & forms.0 > 0
    }

    /// These forms and others.
    pub(super) const fn or(self, other: Forms) -> Forms {
        Forms(self.0 | other.0)
    }

    pub(super) fn add(&mut self, forms: Forms) {
        self.0 |= forms.0;
    }
}

/// The forms of all rows.
pub(super) fn forms(source: &str, rows: &[Row]) -> Vec<Forms> {
    let mut forms = vec![Forms::NONE; rows.len()];
    let texts: Vec<&str> = rows.iter().map(|row| row.line.text(source)).collect();
    for (forms, text) in forms.iter_mut().zip(&texts) {
        if is_dated(text) {
            forms.add(Forms::DATED);
        }
    }
    for (at, forms) in forms.iter_mut().enumerate() {
        let text = texts[at];
        if let Some((length, ..)) = item_number(text)
            && !at.checked_sub(1).is_some_and(|above| is_session_of(texts[above], text))
        {
            forms.add(Forms::ITEM);
            if length == text.len() {
                forms.add(Forms::ITEM_ALONE);
            }
        }
    }
    for (at, forms) in forms.iter_mut().enumerate() {
        if opens_table(source, rows, at) {
            forms.add(Forms::TABLE);
        }
    }
    // Most rows of a paragraph begin as no block with another form does.
    let others: Vec<usize> = (0..rows.len()).filter(|&at| !begins_plainly(texts[at])).collect();
    let mut ask = |form: Forms, has: fn(&str) -> bool| {
        for &at in others.iter().filter(|&&at| has(texts[at])) {
            forms[at].add(form);
        }
    };
    ask(Forms::LABEL, |text| label(text).is_some());
    ask(Forms::HEADING, opens_heading);
    ask(Forms::MARK, |text| signature_mark(text).is_some() || party_and_mark(text).is_some());
    ask(Forms::PARTIES, |text| party_line(text).is_some() || parties_in(text) > 0);
    ask(Forms::NUMBERED, |text| resolution_heading(text).is_some());
    ask(Forms::ADOPTED, is_adopted);
    ask(Forms::MEETING, is_meeting);
    ask(Forms::LANGUAGE_NOTE, is_language_note);
    ask(Forms::NAMED_NUMBER, |text| exchange_number(text).is_some_and(|number| number.named));
    for &at in &others {
        if rows[at].line.gap > 0 && is_article(texts[at]) {
            forms[at].add(Forms::ARTICLE);
        }
    }
    // The heading of a site's copy stands apart.
    for &at in &others {
        let apart = rows[at].line.gap > 0 || rows.get(at + 1).is_some_and(|row| row.line.gap > 0);
        if apart && heading_by_organ(texts[at]).is_some() {
            forms[at].add(Forms::NUMBERED);
        }
    }
    for at in 1..rows.len() {
        if forms[at].has(Forms::MARK) {
            forms[at - 1].add(Forms::ABOVE_MARK);
        }
    }
    forms
}

/// Whether a row opens with the Roman session of the resolution whose number ends the row above:
/// `2145 / (XXI) of 27 October 1966`, `2672 C / (XXV)`.
pub(super) fn is_session_of(above: &str, text: &str) -> bool {
    let numerals = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    if !numerals.is_some_and(|(inner, _)| inner.bytes().all(|b| b"IVXL".contains(&b))) {
        return false;
    }
    let part = above.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let number = if part.len() < above.len() { part.strip_suffix(' ') } else { Some(part) };
    number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a row is as short as a place and date, and ends as they do.
fn is_dated(text: &str) -> bool {
    text.len() <= 60 && text.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a line begins with a small letter, and with none that begins a mark of a signature or
/// the number of a note: as most lines do, and no block with a form of its own but a table, a place
/// and date, or what a deliberation is planned to have there.
pub(super) fn begins_plainly(text: &str) -> bool {
    let first = text.as_bytes().first();
    first.is_some_and(|first| first.is_ascii_lowercase() && !matches!(first, b's' | b'n' | b'l'))
}

/// `[Original: Arabic]`, `[Original: English and French]`, `[English only]`.
fn is_language_note(text: &str) -> bool {
    let inner = text.strip_prefix('[').and_then(|t| t.strip_suffix(']'));
    inner.is_some_and(|inner| {
        inner.len() < 100
            && (inner.starts_with("Original:")
                || inner.starts_with("Original text:")
                || inner.starts_with("ORIGINAL:")
                || inner.starts_with("TRANSLATION")
                || inner.starts_with("Translation ")
                || inner.starts_with("TRADUCTION")
                || inner.ends_with(" only")
                || inner.ends_with(" ONLY"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines;

    #[test]
    fn each_row_has_its_forms() {
        let source = "Annex I\nOslo, 3 May 2031\nAmbassador\n(Signed) Ada Byron\n(b)\nsigned: by all\n\
            (a) The lakes\nFor Norway:\nNote I\n[English only]\nthe lakes of 2031";
        let rows: Vec<Row> =
            lines(source).into_iter().map(|line| Row { line, parted: false }).collect();
        assert_eq!(
            forms(source, &rows),
            [
                Forms::LABEL,
                Forms::DATED,
                Forms::ABOVE_MARK,
                Forms::MARK,
                Forms::ITEM.or(Forms::ITEM_ALONE).or(Forms::ABOVE_MARK),
                Forms::MARK,
                Forms::ITEM,
                Forms::PARTIES,
                Forms::NAMED_NUMBER,
                Forms::LANGUAGE_NOTE,
                Forms::DATED,
            ]
        );
    }
}
