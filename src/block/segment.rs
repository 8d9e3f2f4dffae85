//! The cursor over the lines: where each block begins and ends.
//!
//! A line that opens a block by its own form (a label, the heading of a communication, a mark of
//! a signature, a list marker) begins one. All other lines are joined to paragraphs: a paragraph
//! ends at a blank line, at a line that stops short after a full stop, or before an indented line,
//! and goes on over a page break in the middle of a sentence.

use std::ops::Range;

use super::address::{has_style, is_letterhead, opens_address};
use super::deliberation::{Deliberative, Paragraphs, Plan};
use super::forms::{Forms, begins_plainly, forms};
use super::formula::is_closing;
use super::frame::Frame;
use super::item::item_number;
use super::label::{Label, label};
use super::place_date::{done_at, place_date};
use super::signature::is_title_line;
use super::signature_columns::signatures;
use super::signature_mark::signature_mark;
use super::signature_person::{is_family_name, is_last_name, is_name_line};
use super::signature_stack::LONGEST as LONGEST_STACK;
use super::signature_table::{party_length, party_line, row_length};
use super::subject::subjects;
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
    /// The subject of an agenda item, below its number in the masthead.
    Subject,
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
    let mut forms = forms(source, rows);
    let plan = Plan::of(source, rows, &forms);
    let subjects = subjects(source, rows, &plan);
    for row in plan.starts().chain(subjects.iter().map(|subject| subject.start)) {
        forms[row].add(Forms::PLANNED);
    }
    let forms = forms.as_slice();
    let paragraphs = Paragraphs::of(source, rows, forms);
    let cursor = Cursor { source, rows, forms, layout, plan, paragraphs, subjects };
    // Most blocks are longer.
    let mut blocks = Vec::with_capacity(rows.len() / 3 + 1);
    let mut frame = Frame::default();
    let mut at = 0;
    while at < rows.len() {
        let (shape, mut end) = cursor.block_at(at, frame);
        // A mark of a note that is alone on its line is broken off the block above.
        while rows.get(end).is_some_and(|row| is_mark(row.line, cuts)) {
            end += 1;
        }
        let lines: Vec<Line> = rows[at..end].iter().map(|row| row.line).collect();
        let flow = Flow::join(&lines, cuts, hyphens);
        let shape = match shape {
            Shape::Label(found) => Shape::Label(in_flow(found, &flow.text)),
            shape => shape,
        };
        let block = RawBlock { shape, flow, lines };
        frame = frame.after(&block);
        blocks.push(block);
        at = end;
    }
    blocks
}

/// Whether the line is the mark of a note and nothing else.
fn is_mark(line: Line, cuts: &[NoteCut]) -> bool {
    let at = cuts.partition_point(|cut| cut.span.start < line.span.start);
    cuts.get(at).is_some_and(|cut| cut.span == line.span)
}

/// A label by its place in the text of its block, where white space is one blank and the marks of
/// notes are gone.
fn in_flow(found: Label, text: &str) -> Label {
    label(text).unwrap_or_else(|| {
        let place = |mut at: usize| {
            at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        Label { start: place(found.start), end: place(found.end), ..found }
    })
}

/// What looks at the rows, and at what is known of them before.
pub(super) struct Cursor<'a> {
    pub(super) source: &'a str,
    pub(super) rows: &'a [Row],
    /// What each row is by its own form.
    pub(super) forms: &'a [Forms],
    pub(super) layout: Layout,
    pub(super) plan: Plan,
    pub(super) paragraphs: Paragraphs<'a>,
    /// The rows of the subjects of agenda items.
    subjects: Vec<Range<usize>>,
}

impl Cursor<'_> {
    pub(super) fn text(&self, at: usize) -> &str {
        self.rows[at].line.text(self.source)
    }

    fn block_at(&self, at: usize, frame: Frame) -> (Shape, usize) {
        let (text, forms) = (self.text(at), self.forms[at]);
        if forms.has(Forms::PLANNED) {
            if let Some(planned) = self.plan.at(at) {
                return (Shape::Deliberative(planned.part), planned.rows.end);
            }
            if let Some(end) = self.subject_end(at) {
                return (Shape::Subject, end);
            }
        }
        if forms.has(Forms::LABEL)
            && let Some(found) = label(text)
        {
            let end = if found.repeats_heading { self.heading_end(at) } else { at + 1 };
            return (Shape::Label(found), end);
        }
        if forms.has(Forms::HEADING) {
            return (Shape::Heading, self.heading_end(at));
        }
        if forms.has(Forms::NAMED_NUMBER) {
            return (Shape::Exchange, at + 1);
        }
        if let Some(signed) = self.signed_below_party(at) {
            return (Shape::Signature, self.signature_end(signed));
        }
        if self.is_titled_above(at) {
            return (Shape::Signature, self.signature_end(at + 1));
        }
        if frame == Frame::Listed && is_name_line(text) {
            return (Shape::Signature, self.entry_end(at));
        }
        if forms.has(Forms::MARK) || self.is_unmarked_signature(at, frame) {
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
        if forms.has(Forms::TABLE)
            && let Some(end) = table_end(self.source, self.rows, at)
        {
            return (Shape::Table, end);
        }
        if forms.has(Forms::LANGUAGE_NOTE) {
            return (Shape::LanguageNote, at + 1);
        }
        let end = self.paragraph_end(at);
        if let Some(number) = self.plan.number(at) {
            let number = Some(number.to_string());
            return (Shape::Item { number, numbered_paragraph: true }, end);
        }
        if forms.has(Forms::ITEM)
            && let Some((_, number, numbered_paragraph)) = item_number(text)
        {
            let number = number.map(str::to_owned);
            return (Shape::Item { number, numbered_paragraph }, end);
        }
        (Shape::Plain, end)
    }

    /// Where the subject of an agenda item ends that begins at `at`.
    fn subject_end(&self, at: usize) -> Option<usize> {
        self.subjects.iter().find(|subject| subject.start == at).map(|subject| subject.end)
    }

    /// Whether a signature without a mark begins at `at`: a name right below the complimentary
    /// close, a name that stands apart below a sentence with a title below it, or one by which the
    /// text ends.
    fn is_unmarked_signature(&self, at: usize, frame: Frame) -> bool {
        let text = self.text(at);
        let titled = || {
            at + 1 < self.rows.len()
                && self.rows[at + 1].line.gap <= 1
                && is_title_line(self.text(at + 1))
                && !ends_sentence(self.text(at + 1))
        };
        let row = self.rows[at];
        let below = || {
            at > 0 && (row.line.gap > 0 || row.parted) && {
                let above = self.text(at - 1);
                ends_sentence(above) || done_at(above).is_some()
            }
        };
        let ends = || self.forms.get(at + 1).is_none_or(|next| next.has(Forms::LABEL));
        let may = match frame {
            Frame::Front => false,
            Frame::Body | Frame::Listed => below() && (titled() || ends() && is_last_name(text)),
            // A line right below others goes on with them: the town of an address.
            Frame::Closed => {
                let above = |at: usize| self.text(at - 1);
                row.line.gap > 0
                    || row.parted
                    || at == 0
                    || is_closing(above(at))
                    || ends_sentence(above(at))
                    || above(at).ends_with(',')
                    || place_date(above(at)).is_some()
            }
            Frame::Signed => titled(),
        };
        // Below the close initials are a name ("H. E. Byron"), a style is an address.
        let is_address =
            || if frame == Frame::Closed { has_style(text) } else { opens_address(text, true) };
        // Right below the close one word is a name, if a title stands below it.
        let one_word = || frame == Frame::Closed && is_family_name(text) && titled();
        may && (is_name_line(text) || signatures(text).len() > 1 || one_word()) && !is_address()
    }

    /// Where the mark of a signature stands below the lines that name for whom it is, if they do.
    fn signed_below_party(&self, at: usize) -> Option<usize> {
        if !self.forms[at].has(Forms::PARTIES) {
            return None;
        }
        party_line(self.text(at))?;
        if self.forms[at].has(Forms::MARK) {
            return None;
        }
        let mut below = at + 1..self.rows.len().min(at + 6);
        let mark = below.find(|&row| self.forms[row].has(Forms::MARK))?;
        let lines: Vec<&str> = (at..=mark).map(|row| self.text(row)).collect();
        (party_length(&lines) == mark - at).then_some(mark)
    }

    /// Whether the title of one who signs stands at `at`, set off, with the mark right below it:
    /// `President of the Republic of X`, `(signed) A. Byron`.
    pub(super) fn is_titled_above(&self, at: usize) -> bool {
        if !self.forms[at].has(Forms::ABOVE_MARK) {
            return false;
        }
        let Some(next) = self.rows.get(at + 1) else { return false };
        if signature_mark(self.text(at + 1)).is_some_and(|(length, _)| length == 0) {
            return self.is_titled_above_in_turn(at);
        }
        (self.rows[at].line.gap > 0 || self.rows[at].parted)
            && next.line.gap == 0
            && signature_mark(self.text(at + 1)).is_some_and(|(_, name)| !name.trim().is_empty())
            && is_title_line(self.text(at))
            && !ends_sentence(self.text(at))
    }

    /// The same for a mark behind the name: of several who sign in turn, the first has a title above.
    fn is_titled_above_in_turn(&self, at: usize) -> bool {
        /// Who signs at most.
        const MOST: usize = 60;
        let marked =
            |at: usize| signature_mark(self.text(at)).is_some_and(|(length, _)| length == 0);
        let titled = |at: usize| is_title_line(self.text(at)) && marked(at + 1);
        let mut first = at;
        for _ in 0..MOST {
            if !titled(first) {
                return false;
            }
            match first.checked_sub(2).filter(|above| marked(above + 1)) {
                Some(above) => first = above,
                None => return first == 0 || !marked(first - 1),
            }
        }
        false
    }

    /// The lines of the row of a signature table that begins at `at`; 0 where none does.
    fn table_row(&self, at: usize) -> usize {
        /// Lines of a row that has its parties side by side.
        const ROW: usize = 8;
        if !self.forms[at].has(Forms::PARTIES) {
            return 0;
        }
        // A label ends what is signed.
        let below = |rows: usize| -> Vec<&str> {
            let rows = at..self.rows.len().min(at + rows);
            let rows = rows.take_while(|&row| !self.forms[row].has(Forms::LABEL));
            rows.map(|row| self.text(row)).collect()
        };
        // Parties one below the other have their names further down.
        let lines = below(ROW);
        let next = lines.get(party_length(&lines).max(1)).or(lines.last());
        let stacked = lines.len() > 1 && next.is_some_and(|line| party_line(line).is_some());
        row_length(&if stacked { below(LONGEST_STACK) } else { lines })
    }

    /// Whether the line is a place and date alone, though the lines above it are as short.
    fn is_place_date(&self, at: usize) -> bool {
        let text = self.text(at);
        let alone = || at + 1 == self.rows.len() || !begins_lower(self.text(at + 1));
        self.forms[at].has(Forms::DATED)
            && alone()
            && self.layout.is_short(self.rows[at].line)
            && at > 0
            && !ends_open(self.text(at - 1))
            && place_date(text).is_some_and(|found| {
                // With a full stop only a whole date: "the Forum, October 2017." ends a sentence.
                found.place.is_some()
                    && (!text.ends_with('.')
                        || found.dates.iter().all(|(_, date)| date.day().is_some()))
            })
    }

    /// Whether the line begins a block by its own form, whatever stands before it.
    pub(super) fn opens_block(&self, at: usize) -> bool {
        self.forms[at].has(Forms::OPENING) && self.opens_by_form(at)
    }

    fn opens_by_form(&self, at: usize) -> bool {
        const ALWAYS: Forms = Forms::PLANNED
            .or(Forms::MARK)
            .or(Forms::LANGUAGE_NOTE)
            .or(Forms::NAMED_NUMBER)
            .or(Forms::ARTICLE)
            .or(Forms::TABLE);
        let forms = self.forms[at];
        let set_off = || {
            let row = self.rows[at];
            at == 0 || row.line.gap > 0 || row.parted || !self.layout.is_wrapped() || {
                let above = self.text(at - 1);
                !ends_open(above) && self.layout.stops_short(self.rows[at - 1].line, self.text(at))
            }
        };
        forms.has(ALWAYS)
            || self.signed_below_party(at).is_some()
            || self.is_titled_above(at) && !begins_plainly(self.text(at))
            || self.is_place_date(at)
            || self.table_row(at) > 0
            || forms.has(Forms::LABEL.or(Forms::HEADING)) && set_off()
    }
}

/// Whether the line has letters and all of them are capitals.
pub(crate) fn is_capitals(text: &str) -> bool {
    let mut has_letters = false;
    for c in text.chars() {
        // What is of lower case is a letter; whether others are is asked until one is.
        if c.is_lowercase() {
            return false;
        }
        has_letters = has_letters || c.is_alphabetic();
    }
    has_letters
}
