//! The cursor over the lines: where each block begins and ends.
//!
//! A line that opens a block by its own form (a label, the heading of a communication, a mark of
//! a signature, a list marker) begins one. All other lines are joined to paragraphs: a paragraph
//! ends at a blank line, at a line that stops short after a full stop, or before an indented line,
//! and goes on over a page break in the middle of a sentence.

use super::deliberation::{Deliberative, Plan, begins_paragraph};
use super::formula::{begins_sentence, opens_paragraph};
use super::heading::{ends_with_name, is_complete_heading, names_addressee, opens_heading};
use super::label::{Label, label};
use super::signature::{is_title_line, signature_mark};
use super::signature_table::{parties_in, row_length};
use super::table::table_end;
use crate::text::{Flow, Hyphens, Layout, Line, NoteCut, begins_lower, ends_open, ends_sentence};

/// A line of the text itself: neither furniture nor note.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) line: Line,
    /// Whether furniture, a note or the end of a page stands between the row before and this one.
    pub(crate) parted: bool,
}

/// What a block is by its own form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The label of an attachment.
    Label(Label),
    /// The heading of a communication.
    Heading,
    /// A mark of a signature with the name and titles around it.
    Signature,
    /// Parties, and below them the names of those who sign for them.
    SignatureTable,
    /// Rows of cells.
    Table,
    /// `[Original: Arabic]`.
    LanguageNote,
    /// A numbered paragraph or list item, with its number.
    Item { number: Option<String>, numbered_paragraph: bool },
    /// What its form makes it in a resolution or another adopted text.
    Deliberative(Deliberative),
    /// Anything else.
    Plain,
}

/// A block by its own form.
#[derive(Debug, Clone)]
pub(crate) struct RawBlock {
    pub(crate) shape: Shape,
    pub(crate) flow: Flow,
    /// The lines, one by one, for what is read line by line.
    pub(crate) lines: Vec<Line>,
}

/// Cuts the rows into blocks. Every row lies in exactly one block.
pub(crate) fn segment(
    source: &str,
    rows: &[Row],
    cuts: &[NoteCut],
    hyphens: &Hyphens<'_>,
    layout: Layout,
) -> Vec<RawBlock> {
    let cursor = Cursor { source, rows, layout, plan: Plan::of(source, rows) };
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let (shape, end) = cursor.block_at(at);
        let lines: Vec<Line> = rows[at..end].iter().map(|row| row.line).collect();
        let flow = Flow::join(&lines, cuts, hyphens);
        blocks.push(RawBlock { shape, flow, lines });
        at = end;
    }
    blocks
}

struct Cursor<'a> {
    source: &'a str,
    rows: &'a [Row],
    layout: Layout,
    plan: Plan,
}

/// Headings longer than this are none.
const LONGEST_HEADING: usize = 14;
/// No line of a heading that is broken to a measure is wider.
const WIDEST_HEADING: u32 = 110;
/// Titles below one signature.
const MOST_TITLES: usize = 8;

impl Cursor<'_> {
    fn text(&self, at: usize) -> &str {
        self.rows[at].line.text(self.source)
    }

    fn block_at(&self, at: usize) -> (Shape, usize) {
        let text = self.text(at);
        if let Some(planned) = self.plan.at(at) {
            return (Shape::Deliberative(planned.part), planned.rows.end);
        }
        if let Some(found) = label(text) {
            let end = if found.repeats_heading { self.heading_end(at) } else { at + 1 };
            return (Shape::Label(found), end);
        }
        if opens_heading(text) {
            return (Shape::Heading, self.heading_end(at));
        }
        if signature_mark(text).is_some() {
            return (Shape::Signature, self.signature_end(at));
        }
        let row = self.table_row(at);
        if row > 0 {
            return (Shape::SignatureTable, at + row);
        }
        if let Some(end) = table_end(self.source, self.rows, at) {
            return (Shape::Table, end);
        }
        if is_language_note(text) {
            return (Shape::LanguageNote, at + 1);
        }
        let end = self.paragraph_end(at);
        if let Some(number) = self.plan.number(at) {
            let number = Some(number.to_string());
            return (Shape::Item { number, numbered_paragraph: true }, end);
        }
        match item_number(text) {
            Some((_, number, numbered_paragraph)) => {
                (Shape::Item { number, numbered_paragraph }, end)
            }
            None => (Shape::Plain, end),
        }
    }

    /// The end of a heading that begins at `at`. A heading goes on while its line ends open, the
    /// next one begins in lower case, or sender and addressee are not named yet; it stops at a
    /// blank line and before the first words of the body.
    fn heading_end(&self, at: usize) -> usize {
        let mut heading = self.text(at).to_owned();
        let mut end = at + 1;
        while end < self.rows.len() && end - at < LONGEST_HEADING && !self.opens_block(end) {
            let (row, text) = (self.rows[end], self.text(end));
            let open = ends_open(&heading) || begins_lower(text);
            if !open && self.heading_stops(&heading, end) {
                break;
            }
            if row.line.gap > 1 && !open {
                break;
            }
            heading.push(' ');
            heading.push_str(text);
            end += 1;
        }
        end
    }

    /// Whether a heading, whose last line does not end open, stops before the row.
    fn heading_stops(&self, heading: &str, end: usize) -> bool {
        let (row, text) = (self.rows[end], self.text(end));
        let set_off = row.line.gap > 0 || row.parted;
        if is_capitals(heading) {
            return set_off || !is_capitals(text);
        }
        // A line wider than a heading's was not broken to a measure.
        let whole = self.rows[end - 1].line.width > WIDEST_HEADING;
        if begins_sentence(text) || whole || text.len() > 150 {
            return true;
        }
        if names_addressee(heading) {
            set_off || is_complete_heading(heading)
        } else {
            // Set off in the middle of a name, it goes on; a mission is always that of a State.
            set_off && ends_with_name(heading) && !heading.ends_with("Mission")
        }
    }

    /// The end of a signature whose mark stands at `at`: the name, on the same line or after page
    /// furniture below it, and the titles.
    fn signature_end(&self, at: usize) -> usize {
        let named = signature_mark(self.text(at)).is_some_and(|(_, rest)| !rest.trim().is_empty());
        let mut end = at + 1;
        if !named && end < self.rows.len() && !self.opens_block(end) {
            end += 1;
        }
        while end < self.rows.len() && end - at <= MOST_TITLES && !self.opens_block(end) {
            let (row, text) = (self.rows[end], self.text(end));
            let set_off = row.line.gap > 0 || row.parted || !self.layout.is_wrapped();
            let goes_on = ends_open(self.text(end - 1)) || begins_lower(text);
            let may_follow = !set_off && !begins_sentence(text);
            if text.len() > 160 || !(goes_on || may_follow || is_title_line(text)) {
                break;
            }
            end += 1;
        }
        end
    }

    /// The lines of the row of a signature table that begins at `at`; 0 where none does.
    fn table_row(&self, at: usize) -> usize {
        if parties_in(self.text(at)) == 0 {
            return 0;
        }
        let end = self.rows.len().min(at + 8);
        let lines: Vec<&str> = (at..end).map(|row| self.text(row)).collect();
        row_length(&lines)
    }

    /// The end of the paragraph that begins at `at`.
    fn paragraph_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        // A number that stands alone belongs to the paragraph after it.
        let text = self.text(at);
        if (is_lone_number(text) || item_number(text).is_some_and(|(l, ..)| l == text.len()))
            && end < self.rows.len()
            && !self.opens_block(end)
        {
            end += 1;
        }
        while end < self.rows.len() && !self.opens_block(end) && !self.ends_paragraph(end) {
            end += 1;
        }
        end
    }

    /// Whether a new paragraph begins at `at`, judged by the line before.
    fn ends_paragraph(&self, at: usize) -> bool {
        let (before, row) = (self.rows[at - 1], self.rows[at]);
        let (above, text) = (self.text(at - 1), self.text(at));
        if self.plan.number(at).is_some() {
            return true;
        }
        if self.plan.in_body(at)
            && let Some(begins) = begins_paragraph(self.source, self.rows, at)
        {
            return begins;
        }
        if !self.layout.is_wrapped() {
            return true;
        }
        let short = self.layout.stops_short(before.line, text);
        let sentence = ends_sentence(above);
        if item_number(text).is_some() && (sentence || short) {
            return true;
        }
        if row.line.gap > 0 || row.parted {
            // Only a sentence that is broken in the middle goes on over a gap.
            let broken =
                !sentence && (begins_lower(text) || ends_open(above) || row.parted && !short);
            return !broken;
        }
        if sentence {
            return short || row.line.indent > before.line.indent || opens_paragraph(text);
        }
        // A heading: short, and what follows does not go on.
        self.layout.is_short(before.line) && short && !begins_lower(text) && !ends_open(above)
    }

    /// Whether the line begins a block by its own form, whatever stands before it.
    fn opens_block(&self, at: usize) -> bool {
        let text = self.text(at);
        let set_off = || {
            let row = self.rows[at];
            at == 0 || row.line.gap > 0 || row.parted || !self.layout.is_wrapped() || {
                let above = self.text(at - 1);
                !ends_open(above) && self.layout.stops_short(self.rows[at - 1].line, text)
            }
        };
        self.plan.at(at).is_some()
            || signature_mark(text).is_some()
            || is_language_note(text)
            || self.table_row(at) > 0
            || table_end(self.source, self.rows, at).is_some()
            || (label(text).is_some() && set_off())
            || (opens_heading(text) && set_off())
    }
}

/// Whether the line has letters and all of them are capitals.
pub(crate) fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
}

/// `[Original: Arabic]`, `[Original: English and French]`, `[English only]`.
fn is_language_note(text: &str) -> bool {
    let inner = text.strip_prefix('[').and_then(|t| t.strip_suffix(']'));
    inner.is_some_and(|inner| {
        inner.len() < 100
            && (inner.starts_with("Original:")
                || inner.starts_with("ORIGINAL:")
                || inner.ends_with(" only")
                || inner.ends_with(" ONLY"))
    })
}

/// Whether a line is the number of a section and nothing else: `I.`, `A.`.
fn is_lone_number(text: &str) -> bool {
    let number = text.strip_suffix('.').unwrap_or("");
    let roman = number.len() <= 5 && number.bytes().all(|b| b"IVX".contains(&b));
    let letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_uppercase());
    !number.is_empty() && (roman || letter)
}

/// The number that a paragraph or list item begins with: bytes up to its text, the number (none
/// for a dash or dot), and whether it numbers paragraphs (`12.`) rather than items (`(a)`).
///
/// ```text
/// item = digits , "." | "(" , ( letter | roman | digits ) , ")" | ( letter | roman ) , ")" | dash
/// ```
pub(crate) fn item_number(text: &str) -> Option<(usize, Option<String>, bool)> {
    let spaced = |at: usize| {
        let rest = &text[at..];
        let blanks = rest.len() - rest.trim_start().len();
        (blanks > 0 || rest.is_empty()).then_some(at + blanks)
    };
    let first = text.chars().next()?;
    if matches!(first, '–' | '—' | '•' | '·' | '-' | '▪' | '●') {
        return spaced(first.len_utf8()).map(|at| (at, None, false));
    }
    let inner = text.strip_prefix('(').unwrap_or(text);
    let opened = text.len() - inner.len();
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let number = &inner[..length];
    let digits = number.bytes().all(|b| b.is_ascii_digit());
    let roman = number.bytes().all(|b| b"ivxIVX".contains(&b));
    let known =
        !number.is_empty() && (digits && length <= 3 || length == 1 || roman && length <= 5);
    let at = opened + length + 1;
    match inner.as_bytes().get(length) {
        Some(b')') if known && (opened == 1 || !digits) => {
            spaced(at).map(|at| (at, Some(number.to_owned()), false))
        }
        Some(b'.') if known && digits && opened == 0 => {
            spaced(at).map(|at| (at, Some(number.to_owned()), true))
        }
        _ => None,
    }
}
