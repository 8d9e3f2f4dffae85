//! The cursor over the lines: where each block begins and ends.
//!
//! A line that opens a block by its own form (a label, the heading of a communication, a mark of
//! a signature, a list marker) begins one. All other lines are joined to paragraphs: a paragraph
//! ends at a blank line, at a line that stops short after a full stop, or before an indented line,
//! and goes on over a page break in the middle of a sentence.

use super::address::{has_style, is_letterhead, opens_address};
use super::deliberation::{Deliberative, Plan, begins_paragraph};
use super::exchange::exchange_number;
use super::formula::{begins_sentence, is_closing, is_salutation, opens_paragraph};
use super::heading::{ends_with_name, is_complete_heading, names_addressee, opens_heading};
pub(super) use super::item::item_number;
use super::label::{Label, label};
use super::place_date::{done_at, place_date};
use super::signature::{
    is_last_name, is_name_line, is_title_line, lists_signatories, signature_mark,
};
use super::signature_columns::signatures;
use super::signature_table::{parties_in, party_line, row_length};
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
    /// A mark of a signature with the name and titles around it; without a mark, a name below the
    /// close of a letter or above the title of its bearer.
    Signature,
    /// Parties, and below them the names of those who sign for them.
    SignatureTable,
    /// The name and address of the one who is written to.
    Address,
    /// The number of a note or letter in an exchange: `Nr. I`, `Letter II`. A number alone is plain.
    Exchange,
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
    let mut frame = Frame::default();
    let mut at = 0;
    while at < rows.len() {
        let (shape, end) = cursor.block_at(at, frame);
        let lines: Vec<Line> = rows[at..end].iter().map(|row| row.line).collect();
        let flow = Flow::join(&lines, cuts, hyphens);
        let block = RawBlock { shape, flow, lines };
        frame = frame.after(&block);
        blocks.push(block);
        at = end;
    }
    blocks
}

/// Where in a letter's frame the cursor stands: names and addresses are no paragraphs only above
/// and below the body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Frame {
    /// Above the body.
    #[default]
    Front,
    Body,
    /// Right below the complimentary close.
    Closed,
    /// Below a signature.
    Signed,
    /// In a list of signatories.
    Listed,
}

impl Frame {
    fn after(self, block: &RawBlock) -> Frame {
        let text = block.flow.text.as_str();
        match block.shape {
            Shape::Label(_) | Shape::Heading | Shape::Exchange => Frame::Front,
            Shape::Signature if self == Frame::Listed => self,
            Shape::Signature | Shape::SignatureTable => Frame::Signed,
            Shape::Deliberative(_) => Frame::Body,
            Shape::Address | Shape::LanguageNote => self,
            _ if exchange_number(text).is_some() => Frame::Front,
            _ if lists_signatories(text) => Frame::Listed,
            _ if is_closing(text) => Frame::Closed,
            _ if is_salutation(text) => Frame::Body,
            _ if ends_sentence(text) && text.len() > 80 || done_at(text).is_some() => Frame::Body,
            _ => self,
        }
    }
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

    fn block_at(&self, at: usize, frame: Frame) -> (Shape, usize) {
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
        if is_named_number(text) {
            return (Shape::Exchange, at + 1);
        }
        if self.opens_party(at) {
            return (Shape::Signature, self.signature_end(at + 1));
        }
        if frame == Frame::Listed && is_name_line(text) {
            return (Shape::Signature, self.entry_end(at));
        }
        if signature_mark(text).is_some() || self.is_unmarked_signature(at, frame) {
            return (Shape::Signature, self.signature_end(at));
        }
        let below = matches!(frame, Frame::Closed | Frame::Signed);
        // Right below the close of a note stands the institution that it is for.
        let institution =
            frame == Frame::Closed && is_letterhead(text.trim_start_matches(['*', '_', ' ']));
        if institution || frame != Frame::Body && opens_address(text, below) {
            return (Shape::Address, self.address_end(at));
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
            // A telegram goes on in capitals below its heading.
            let whole = is_complete_heading(heading)
                && self.layout.stops_short(self.rows[end - 1].line, text);
            return set_off || whole || !is_capitals(text);
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

    /// Whether the line names the one for whom the next line signs.
    fn opens_party(&self, at: usize) -> bool {
        party_line(self.text(at)).is_some()
            && at + 1 < self.rows.len()
            && signature_mark(self.text(at + 1)).is_some()
    }

    /// Whether a signature without a mark begins at `at`: a name right below the complimentary
    /// close, a name that stands apart below a sentence with a title below it, or one by which the
    /// text ends.
    fn is_unmarked_signature(&self, at: usize, frame: Frame) -> bool {
        let text = self.text(at);
        // Below the close initials are a name ("H. E. Byron"), a style is an address.
        let address =
            if frame == Frame::Closed { has_style(text) } else { opens_address(text, true) };
        let named = is_name_line(text) || signatures(text).len() > 1;
        if frame == Frame::Front || !named || address {
            return false;
        }
        let titled = at + 1 < self.rows.len()
            && self.rows[at + 1].line.gap <= 1
            && is_title_line(self.text(at + 1))
            && !ends_sentence(self.text(at + 1));
        let row = self.rows[at];
        let below = at > 0 && ends_sentence(self.text(at - 1)) && (row.line.gap > 0 || row.parted);
        let ends = || at + 1 == self.rows.len() || label(self.text(at + 1)).is_some();
        match frame {
            Frame::Closed => true,
            Frame::Signed => titled,
            _ => below && (titled || is_last_name(text) && ends()),
        }
    }

    /// The end of an address that begins at `at`: at a gap, before a salutation, a date or the
    /// first words of the body.
    fn address_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.rows.len() && end - at < MOST_TITLES && !self.opens_block(end) {
            let (row, text) = (self.rows[end], self.text(end));
            let goes_on = row.line.gap == 0 && !row.parted || !self.layout.is_wrapped();
            let ends = is_salutation(text) || begins_sentence(text) || text.len() > 80;
            if !goes_on || ends || ends_sentence(text) || place_date(text).is_some() {
                break;
            }
            end += 1;
        }
        end
    }

    /// The end of a signature whose mark stands at `at`: the name, on the same line or after page
    /// furniture below it, and the titles. One without a mark begins with its name.
    fn signature_end(&self, at: usize) -> usize {
        let named = signature_mark(self.text(at)).is_none_or(|(_, rest)| !rest.trim().is_empty());
        let mut end = at + 1;
        if !named && end < self.rows.len() && !self.opens_block(end) {
            end += 1;
        }
        while end < self.rows.len() && end - at <= MOST_TITLES && !self.opens_block(end) {
            let (row, text) = (self.rows[end], self.text(end));
            let set_off = row.line.gap > 0 || row.parted || !self.layout.is_wrapped();
            let goes_on = ends_open(self.text(end - 1)) || begins_lower(text);
            let may_follow = !set_off && !begins_sentence(text);
            let other = opens_address(text, true)
                || place_date(text).is_some()
                || text.starts_with('[')
                || exchange_number(text).is_some()
                || text.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("annex"));
            if text.len() > 160 || other || !(goes_on || may_follow || is_title_line(text)) {
                break;
            }
            end += 1;
        }
        end
    }

    /// The end of an entry in a list of signatories: a name, and titles on its line or below it.
    fn entry_end(&self, at: usize) -> usize {
        let goes_on = |end: usize| {
            let (text, above) = (self.text(end), self.text(end - 1));
            self.rows[end].line.gap == 0
                && (ends_open(above) || begins_lower(text) || is_title_line(text))
        };
        let last = self.rows.len().min(at + MOST_TITLES);
        (at + 1..last).find(|&end| !goes_on(end)).unwrap_or(last)
    }

    /// Whether the line is a place and date alone, though the lines above it are as short.
    fn is_place_date(&self, at: usize) -> bool {
        let text = self.text(at);
        let dated =
            text.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit()) && text.len() <= 60;
        let alone = at + 1 == self.rows.len() || !begins_lower(self.text(at + 1));
        dated
            && alone
            && self.layout.is_short(self.rows[at].line)
            && at > 0
            && !ends_open(self.text(at - 1))
            && place_date(text).is_some_and(|found| {
                // With a full stop only a whole date: "the Forum, October 2017." ends a sentence.
                found.place.is_some() && (!text.ends_with('.') || found.date.1.day().is_some())
            })
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
            if end == at + 1 && is_frame_line(self.text(at)) {
                break;
            }
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
        let short = self.layout.stops_short(self.with_number(at - 1), text);
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

    /// The line as wide as on the page, where its number stood before it: some extractions print
    /// the number on a line of its own.
    fn with_number(&self, at: usize) -> Line {
        const TAB: u32 = 8;
        let mut line = self.rows[at].line;
        let above = at.checked_sub(1).map(|above| self.text(above));
        if above
            .and_then(item_number)
            .is_some_and(|(length, ..)| above.is_some_and(|above| length == above.len()))
        {
            line.width += TAB;
        }
        line
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
            || self.opens_party(at)
            || is_language_note(text)
            || self.is_place_date(at)
            || is_named_number(text)
            || self.table_row(at) > 0
            || table_end(self.source, self.rows, at).is_some()
            || (label(text).is_some() && set_off())
            || (opens_heading(text) && set_off())
    }
}

/// Whether the line numbers a note or letter and says so.
fn is_named_number(text: &str) -> bool {
    exchange_number(text).is_some_and(|number| number.named)
}

/// Whether the line is one of a letter's frame that is never a part of a paragraph, though it ends
/// open: `Excellency,`, `Yours sincerely,`.
fn is_frame_line(text: &str) -> bool {
    is_salutation(text) || (text.len() < 60 && is_closing(text))
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
