//! Parts: the document and each text that it carries, and the content that every part has.

use std::collections::HashMap;
use std::ops::Range;

use crate::block::{
    PlaceDate, RawBlock, Shape, cells, done_at, exchange_number, heading_start, is_capitals,
    is_closing, is_letterhead, is_salutation, place_date,
};
use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::inline::{self, dates_in};
use crate::model::{
    AttachmentKind, Block, BlockKind, Content, Date, Footnote, FootnoteAnchor, Furniture, Masthead,
    Printed, PrintedDate, Signatory, Table, TableRow, Text,
};
use crate::span::Span;
use crate::text::{Flow, Line, ends_sentence};

use super::deliberation::{fronts, main_form};
use super::exchange::exchanged;
use super::front::{DEEPEST_FRONT, is_masthead_line, lone_symbol, main_heading, masthead};
use super::kind::{Family, Kind, is_note_opening, kind};
use super::signatories::{signatories as signatories_of, table_signatories};
use super::title::{document_noun, is_by_line, is_heading_like, title_length};
use super::{Material, Note, Reader};

/// A part, by its blocks.
pub(crate) struct Part {
    pub(crate) kind: Kind,
    /// 0 for the document itself, 1 for what it carries, and so on.
    pub(crate) level: u32,
    pub(crate) attached_as: AttachmentKind,
    pub(crate) label: Option<Printed>,
    pub(crate) blocks: Range<usize>,
    /// Where its first block begins in the source.
    pub(crate) start: u32,
    /// The blocks of its title, counted from its first block.
    pub(crate) title: Range<usize>,
}

/// What stands in a part.
pub(crate) struct Taken {
    pub(crate) blocks: Vec<RawBlock>,
    pub(crate) notes: Vec<Note>,
    pub(crate) furniture: Vec<Furniture>,
}

/// Cuts the text into parts: at labels, and at what has the title of a document after a signature.
pub(crate) fn parts(material: &Material<'_>) -> Vec<Part> {
    let blocks = &material.blocks;
    let heading = main_heading(blocks);
    let mut starts = vec![0];
    let mut signed = false;
    let mut fronts = fronts(blocks).into_iter().peekable();
    let exchanged = exchanged(blocks);
    // The first block below the last signature: what follows it may be another letter.
    let mut below = 0;
    for (at, block) in blocks.iter().enumerate().skip(heading.map_or(1, |at| at + 1)) {
        while fronts.next_if(|&front| front < at).is_some() {}
        let another = fronts.peek() == Some(&at);
        let carried = match block.shape {
            _ if exchanged.binary_search(&at).is_ok() => true,
            Shape::Label(_) => true,
            Shape::Heading => signed,
            // A salutation below a signature opens another letter, with what stands above it.
            Shape::Plain if signed && below > 0 && is_salutation(&block.flow.text) => {
                starts.push(below);
                signed = false;
                false
            }
            Shape::Plain => {
                signed && is_heading_like(block) && document_noun(&block.flow.text).is_some()
            }
            _ => another,
        };
        if carried {
            starts.push(at);
            signed = false;
        }
        signed |= matches!(block.shape, Shape::Signature | Shape::SignatureTable);
        if matches!(block.shape, Shape::Signature | Shape::SignatureTable | Shape::Address) {
            below = at + 1;
        }
    }
    let mut parts: Vec<Part> = Vec::with_capacity(starts.len());
    let mut open = OpenParts::default();
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(blocks.len());
        let own = &blocks[start..end];
        let form = main_form(own).filter(|_| n > 0 || heading.is_none());
        let title = match (n, heading) {
            (0, Some(at)) => at..at + 1,
            _ if let Some((_, front)) = form => front..front,
            (0, None) => main_title(own),
            // The notes of an exchange have numbers only.
            _ if exchanged.binary_search(&start).is_ok() => 1..1,
            _ => carried_title(own),
        };
        let (attached_as, label) = match exchanged.binary_search(&start) {
            Ok(_) => (AttachmentKind::Exchanged, number(own)),
            Err(_) => label(own),
        };
        let level = if n == 0 { 0 } else { open.level(attached_as) };
        let kind = match form {
            Some((form, _)) => Kind::Deliberation(form),
            None if n == 0 && !exchanged.is_empty() => Kind::ExchangeOfNotes,
            None => {
                let exchanged = attached_as == AttachmentKind::Exchanged;
                kind(own, title.clone(), n == 0, exchanged)
            }
        };
        open.push(level, attached_as, kind.family() == Family::Letter);
        parts.push(Part {
            kind,
            level,
            attached_as,
            label: label.filter(|_| n > 0),
            blocks: start..end,
            start: own.first().map_or(0, |block| block.flow.span().start),
            title,
        });
    }
    parts
}

fn label(own: &[RawBlock]) -> (AttachmentKind, Option<Printed>) {
    match own.first().map(|block| (&block.shape, &block.flow)) {
        Some((Shape::Label(label), flow)) => (label.kind, Some(flow.printed(0..label.length))),
        _ => (AttachmentKind::Unlabelled, None),
    }
}

/// The number that a note or letter of an exchange begins with.
fn number(own: &[RawBlock]) -> Option<Printed> {
    let flow = &own.first()?.flow;
    exchange_number(&flow.text)?;
    let number = flow.text.trim_start_matches(['#', '*', '_', ' ']);
    Some(flow.printed(flow.text.len() - number.len()..flow.text.len()))
}

/// Nothing real is attached deeper; what follows stands beside it.
const DEEPEST: u32 = 12;

/// The parts that what follows may belong to, the outermost first, each by its level, its kind of
/// attachment and whether it is a letter.
#[derive(Default)]
struct OpenParts(Vec<(u32, AttachmentKind, bool)>);

impl OpenParts {
    /// How deep a carried part stands: an annex below the document, an enclosure below the open
    /// annex, an appendix below the open enclosure or annex; a text without label below the letter
    /// before it.
    fn level(&self, attached_as: AttachmentKind) -> u32 {
        use AttachmentKind::{
            Addendum, Annex, Appendix, Attachment, Enclosure, Exchanged, Unlabelled,
        };
        let below = |kinds: &[AttachmentKind]| {
            let open = self.0.iter().rev().find(|(_, kind, _)| kinds.contains(kind));
            open.map_or(1, |(level, ..)| level + 1)
        };
        let level = match attached_as {
            Exchanged => 1,
            Annex | Addendum => below(&[Exchanged]),
            Enclosure => below(&[Annex, Exchanged]),
            Appendix | Attachment => below(&[Annex, Enclosure, Exchanged]),
            Unlabelled => match self.0.last() {
                Some((level, _, true)) => level + 1,
                Some((level, ..)) => (*level).max(1),
                None => 1,
            },
        };
        level.min(DEEPEST)
    }

    fn push(&mut self, level: u32, attached_as: AttachmentKind, is_letter: bool) {
        self.0.retain(|(open, ..)| *open < level);
        self.0.push((level, attached_as, is_letter));
    }
}

/// The title of a document without the heading of a communication: below the masthead, if there is
/// one above the first sentence; else the first heading there that names a document.
fn main_title(own: &[RawBlock]) -> Range<usize> {
    let is_body = |raw: &RawBlock| {
        let text = raw.flow.text.as_str();
        // A copy may have the masthead as a table.
        let named =
            matches!(raw.shape, Shape::Plain | Shape::Heading | Shape::LanguageNote | Shape::Table);
        !named || (ends_sentence(text) && text.len() > 80)
    };
    let front = own.iter().take(DEEPEST_FRONT).take_while(|raw| !is_body(raw)).count();
    let last_field = own[..front].iter().rposition(|raw| is_masthead_line(&raw.flow.text));
    if let Some(last) = last_field {
        let start = last + 1;
        return start..start + title_length(&own[start..front]);
    }
    let named = own[..front].iter().position(|raw| document_noun(&raw.flow.text).is_some());
    named.map_or(0..0, |at| at..at + 1)
}

fn carried_title(own: &[RawBlock]) -> Range<usize> {
    let is_above = |block: &&RawBlock| {
        matches!(block.shape, Shape::Label(_) | Shape::LanguageNote | Shape::Exchange)
            || block.shape == Shape::Plain && is_letterhead(&block.flow.text)
    };
    let skipped = own.iter().take_while(is_above).count();
    match own.get(skipped) {
        Some(block) if block.shape == Shape::Heading => skipped..skipped + 1,
        _ => skipped..skipped + title_length(&own[skipped..]),
    }
}

/// What every family reads of a part.
pub(crate) struct Common {
    pub(crate) masthead: Masthead,
    pub(crate) title: Option<Printed>,
    /// The joined text of the title, to read a heading from.
    pub(crate) title_flow: Option<Flow>,
    /// The lines above the body that name the institution that writes.
    pub(crate) letterhead: Vec<Flow>,
    /// The addresses above or below the body.
    pub(crate) addresses: Vec<Flow>,
    /// Other short lines above and below the body, such as a place and date with a number behind.
    pub(crate) frame: Vec<Flow>,
    /// The opening paragraph of a note, which names its parties.
    pub(crate) opening: Option<Flow>,
    pub(crate) place: Option<Printed>,
    pub(crate) date: Option<PrintedDate>,
    pub(crate) signatories: Vec<Signatory>,
    pub(crate) content: Content,
}

/// Reads what all families share: blocks, notes, signatures, place and date.
pub(crate) fn common(reader: &mut Reader<'_>, part: &Part, taken: Taken) -> (Common, Vec<Flow>) {
    let mut masthead = front_masthead(reader, part, &taken);
    introduce(reader, part, &masthead, &taken);
    let mut content = Content::default();
    let mut signatories = Vec::new();
    let (mut letterhead, mut addresses, mut frame) = (Vec::new(), Vec::new(), Vec::new());
    let (mut place, mut date) = (None, None);
    let mut title_flow: Option<Flow> = None;
    let mut title: Option<Printed> = None;
    let mut state = BodyState::default();
    let has_masthead = masthead != Masthead::default();
    for (at, raw) in taken.blocks.iter().enumerate() {
        let in_front = at < part.title.start && part.level == 0;
        let kind = if part.title.contains(&at) {
            BlockKind::Title
        } else if at == 0 && part.attached_as == AttachmentKind::Exchanged && part.label.is_some() {
            BlockKind::AttachmentLabel
        } else if in_front && has_masthead {
            BlockKind::Masthead
        } else {
            match body_kind(raw, &mut state) {
                // Below a heading stands what it heads: at the end it is a text that was cut off.
                BlockKind::Heading
                    if is_cut_off(at, &taken.blocks, state) && at >= part.title.end =>
                {
                    BlockKind::Paragraph
                }
                // What stands above the heading of a communication is no part of its body.
                BlockKind::Paragraph if in_front && part.kind.family() == Family::Letter => {
                    BlockKind::Masthead
                }
                kind => kind,
            }
        };
        match kind {
            BlockKind::Title => {
                let start = heading_start(&raw.flow.text);
                let printed = raw.flow.printed(start..raw.flow.text.len());
                title = Some(match title.take() {
                    Some(before) => Printed {
                        printed: format!("{} {}", before.printed, printed.printed),
                        span: before.span.cover(printed.span),
                    },
                    None => printed,
                });
                title_flow = Some(raw.flow.clone());
            }
            BlockKind::Masthead if !in_front && !part.title.contains(&at) => {
                // At the foot a symbol is the document's own where the masthead is lost.
                let lost = part.level == 0 && masthead.symbols.is_empty();
                if let Some(symbols) = lone_symbol(&raw.flow).filter(|_| lost) {
                    for found in symbols {
                        if !masthead.symbols.iter().any(|s| s.symbol == found.symbol) {
                            masthead.symbols.push(found);
                        }
                    }
                }
            }
            BlockKind::Paragraph if place.is_none() => {
                if let Some(found) = done_at(&raw.flow.text) {
                    place = Some(raw.flow.printed(found.place));
                    date = date.or(found.date.map(|(range, value)| {
                        let Printed { printed, span } = raw.flow.printed(range);
                        PrintedDate { date: value, printed, span }
                    }));
                }
            }
            BlockKind::PlaceDate => {
                if let Some(found) = place_date(&raw.flow.text) {
                    let PlaceDate { place: named, date: (range, value) } = found;
                    let printed = raw.flow.printed(range);
                    place = place.or(named.map(|range| raw.flow.printed(range)));
                    date = date.or(Some(PrintedDate {
                        date: value,
                        printed: printed.printed,
                        span: printed.span,
                    }));
                }
            }
            BlockKind::Address if raw.shape == Shape::Address => addresses.push(raw.flow.clone()),
            BlockKind::Address => letterhead.push(raw.flow.clone()),
            BlockKind::Signature if raw.shape == Shape::SignatureTable => {
                signatories.extend(table_signatories(reader.source, raw));
            }
            BlockKind::Signature => {
                signatories.extend(signatories_of(reader.source, &reader.hyphens, raw));
            }
            BlockKind::LanguageNote if part.level == 0 && masthead.original_language.is_none() => {
                masthead.original_language = noted_language(&raw.flow);
            }
            BlockKind::Heading if state.stage != Stage::Body => frame.push(raw.flow.clone()),
            BlockKind::Unclassified => reader.diagnostics.push(Diagnostic::new(
                DiagnosticCode::UnclassifiedText,
                Severity::Warning,
                "what this passage is in the document is not known; it is kept as it stands",
                Some(raw.flow.span()),
            )),
            _ => {}
        }
        let block = block(reader, raw, kind, &mut content);
        content.blocks.push(block);
    }
    footnotes(reader, taken.notes, &mut content);
    content.furniture = taken.furniture;
    let opening = taken.blocks.iter().find(|raw| is_note_opening(&raw.flow.text));
    let opening = opening.map(|raw| raw.flow.clone());
    let flows = taken.blocks.into_iter().map(|raw| raw.flow).collect();
    let common = Common {
        masthead,
        title,
        title_flow,
        letterhead,
        addresses,
        frame,
        opening,
        place,
        date,
        signatories,
        content,
    };
    (common, flows)
}

/// Says whose the document is and of what date, before its flows are read.
pub(super) fn introduce(reader: &mut Reader<'_>, part: &Part, masthead: &Masthead, taken: &Taken) {
    if part.level > 0 {
        return;
    }
    let by_symbol = masthead.symbols.iter().find_map(|s| s.symbol.organ());
    let named = || masthead.organs.iter().find_map(|organ| organ.code.as_deref());
    reader.memory.issued_by(by_symbol.or_else(named));
    let published = masthead.publication_date.as_ref().map(|date| date.date);
    reader.memory.dated(published.or_else(|| front_date(part, taken)));
}

/// The date that the title, or else the front of the document, names first: what is named in it is
/// read as of that date.
fn front_date(part: &Part, taken: &Taken) -> Option<Date> {
    let titles = taken.blocks.get(part.title.clone()).unwrap_or_default().iter();
    let front = taken.blocks.iter().take(8).filter(|raw| raw.flow.text.len() <= LONGEST_ENTRY);
    titles.chain(front).find_map(|raw| {
        let found = dates_in(&raw.flow.text).into_iter().next()?;
        found.dates.first().map(|&(_, date, ..)| date)
    })
}

/// The masthead of the document: of the blocks above its title and of the job number.
pub(super) fn front_masthead(reader: &Reader<'_>, part: &Part, taken: &Taken) -> Masthead {
    if part.level > 0 {
        return Masthead::default();
    }
    let above: Vec<Line> =
        taken.blocks[..part.title.start].iter().flat_map(|raw| raw.lines.iter().copied()).collect();
    let mut masthead = masthead(&Flow::join(&above, &[], &reader.hyphens));
    let job = reader.job_number;
    masthead.job_number = job.map(|span| Flow::of(reader.source, span).all_printed());
    masthead
}

/// A numbered entry of a list is no longer than this, in bytes; a numbered paragraph mostly is.
const LONGEST_ENTRY: usize = 250;

/// The language in `[Original: Arabic]`.
fn noted_language(flow: &Flow) -> Option<Printed> {
    let (_, named) = flow.text.split_once(':')?;
    let named = named.trim_end_matches(']').trim();
    let start = flow.text.find(named)?;
    Some(flow.printed(start..start + named.len()))
}

/// Whether the block, which looks like a heading, is the last one of a body: the rest of a text that
/// an extraction cut off in the middle of a sentence.
fn is_cut_off(at: usize, blocks: &[RawBlock], state: BodyState) -> bool {
    let text = blocks[at].flow.text.as_str();
    // What stands in parentheses may be the mark of a signature in another language.
    let plain = blocks[at].shape == Shape::Plain && !text.starts_with(['(', '[']);
    let last = plain && at + 1 == blocks.len() && at > 0 && state.stage < Stage::Closed;
    let words = text.split(' ').count();
    last && words > if state.stage == Stage::Body { 2 } else { 10 }
        && !is_capitals(text)
        && !is_by_line(text)
}

/// What the body has shown so far.
#[derive(Clone, Copy, Default)]
struct BodyState {
    /// Whether the last paragraph announces a list.
    lists: bool,
    stage: Stage,
}

/// How far the reading of a body has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    #[default]
    Front,
    Body,
    Closed,
    Signed,
}

impl BodyState {
    fn reaches(&mut self, stage: Stage) {
        self.stage = self.stage.max(stage);
    }
}

fn body_kind(raw: &RawBlock, state: &mut BodyState) -> BlockKind {
    let text = raw.flow.text.as_str();
    match &raw.shape {
        Shape::Label(_) => return BlockKind::AttachmentLabel,
        Shape::Exchange => return BlockKind::Heading,
        Shape::Address => return BlockKind::Address,
        Shape::LanguageNote => return BlockKind::LanguageNote,
        Shape::Table => return BlockKind::Table,
        Shape::Signature | Shape::SignatureTable => {
            state.reaches(Stage::Signed);
            return BlockKind::Signature;
        }
        // Numbers count paragraphs, but for short entries of a list that a colon announces.
        Shape::Item { numbered_paragraph: true, .. } => {
            state.lists &= text.len() <= LONGEST_ENTRY;
            let listed = state.lists;
            return if listed { BlockKind::ListItem } else { BlockKind::Paragraph };
        }
        Shape::Item { .. } => return BlockKind::ListItem,
        Shape::Heading | Shape::Deliberative(_) | Shape::Plain => {}
    }
    if lone_symbol(&raw.flow).is_some() {
        return BlockKind::Masthead;
    }
    if place_date(text).is_some() {
        return BlockKind::PlaceDate;
    }
    if is_salutation(text) {
        state.reaches(Stage::Body);
        return BlockKind::Salutation;
    }
    if is_closing(text) {
        state.reaches(Stage::Closed);
        return BlockKind::Closing;
    }
    if state.stage == Stage::Signed {
        return BlockKind::Unclassified;
    }
    if state.stage != Stage::Body && is_letterhead(text) {
        return BlockKind::Address;
    }
    // An empty field of a form: `SUBJECT:`.
    let field = text.len() <= 24 && text.ends_with(':') && is_capitals(text);
    if raw.shape == Shape::Heading || is_heading_like(raw) || field {
        return BlockKind::Heading;
    }
    state.lists = text.ends_with(':');
    if ends_sentence(text) || text.len() > 80 {
        state.reaches(Stage::Body);
    }
    BlockKind::Paragraph
}

pub(super) fn block(
    reader: &mut Reader<'_>,
    raw: &RawBlock,
    kind: BlockKind,
    content: &mut Content,
) -> Block {
    let number = match &raw.shape {
        Shape::Item { number, .. } => number.clone(),
        _ => None,
    };
    let parent = match kind {
        BlockKind::ListItem => {
            let above = content.blocks.iter().rposition(|block| block.kind == BlockKind::Paragraph);
            above.map(|at| at as u32)
        }
        _ => None,
    };
    let text = text(reader, &raw.flow, content);
    let depth = u32::from(parent.is_some());
    let table = (kind == BlockKind::Table).then(|| table(reader.source, raw));
    Block { kind, id: None, number, depth, parent, action: None, table, text }
}

/// The rows of a table.
fn table(source: &str, raw: &RawBlock) -> Table {
    let printed = |cell: Option<Range<usize>>| {
        cell.map(|range| Flow::of(source, Span::new(range.start, range.end)).all_printed())
    };
    let rows = cells(source, &raw.lines).into_iter();
    Table {
        rows: rows.map(|row| TableRow { cells: row.into_iter().map(printed).collect() }).collect(),
    }
}

/// Reads what a flow mentions and defines, and says what is wrong in it.
fn text(reader: &mut Reader<'_>, flow: &Flow, content: &mut Content) -> Text {
    let reading = inline::read(flow, &mut reader.memory);
    for range in reading.impossible_dates {
        let printed = flow.printed(range);
        reader.diagnostics.push(Diagnostic::new(
            DiagnosticCode::ImpossibleDate,
            Severity::Warning,
            format!("no calendar has the date \u{201C}{}\u{201D}", printed.printed),
            Some(printed.span),
        ));
    }
    content.definitions.extend(reading.definitions);
    Text {
        text: flow.text.clone(),
        span: flow.span(),
        segments: flow.segments.clone(),
        mentions: reading.mentions,
        note_marks: flow.marks.clone(),
    }
}

/// Reads the notes and ties them to the markers in the blocks above.
pub(super) fn footnotes(reader: &mut Reader<'_>, notes: Vec<Note>, content: &mut Content) {
    let mut anchors: HashMap<&str, Vec<FootnoteAnchor>> = HashMap::new();
    let blocks = std::mem::take(&mut content.blocks);
    for (at, block) in blocks.iter().enumerate() {
        for mark in &block.text.note_marks {
            anchors.entry(&mark.marker).or_default().push(FootnoteAnchor {
                block: at as u32,
                offset: mark.offset,
                span: mark.span,
            });
        }
    }
    for note in notes {
        let anchors = anchors.get(note.marker.as_str()).cloned().unwrap_or_default();
        if anchors.is_empty() {
            reader.diagnostics.push(Diagnostic::new(
                DiagnosticCode::FootnoteWithoutAnchor,
                Severity::Note,
                format!("nothing in the text refers to footnote {}", note.marker),
                Some(note.marker_span),
            ));
        }
        let text = text(reader, &note.flow, content);
        let Note { marker, marker_span, .. } = note;
        content.footnotes.push(Footnote { marker, marker_span, text, anchors });
    }
    drop(anchors);
    content.blocks = blocks;
}
