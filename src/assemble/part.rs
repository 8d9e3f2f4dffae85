//! Parts: the document and each text that it carries, and the content that every part has.

use std::collections::HashMap;
use std::ops::Range;

use crate::block::{
    PlaceDate, RawBlock, Shape, is_closing, is_salutation, line_ranges, place_date, signature,
};
use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::gazetteer::Named;
use crate::inline::{self, member_state, names};
use crate::model::{
    AttachmentKind, Block, BlockKind, Content, Footnote, FootnoteAnchor, Furniture, FurnitureKind,
    Masthead, Printed, PrintedDate, Signatory, Text,
};
use crate::text::{Flow, Line, job_number};

use super::deliberation::{fronts, main_form};
use super::front::{lone_symbol, main_heading, masthead};
use super::kind::{Family, Kind, kind};
use super::title::{document_noun, is_heading_like, title_length};
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
    for (at, block) in blocks.iter().enumerate().skip(heading.map_or(1, |at| at + 1)) {
        while fronts.next_if(|&front| front < at).is_some() {}
        let another = fronts.peek() == Some(&at);
        let carried = match block.shape {
            Shape::Label(_) => true,
            Shape::Heading => signed,
            Shape::Plain => {
                signed && is_heading_like(block) && document_noun(&block.flow.text).is_some()
            }
            _ => another,
        };
        if carried {
            starts.push(at);
            signed = false;
        }
        signed |= block.shape == Shape::Signature;
    }
    let mut parts: Vec<Part> = Vec::with_capacity(starts.len());
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(blocks.len());
        let own = &blocks[start..end];
        let form = main_form(own).filter(|_| n > 0 || heading.is_none());
        let title = match (n, heading) {
            (0, Some(at)) => at..at + 1,
            _ if let Some((_, front)) = form => front..front,
            (0, None) => main_title(own),
            _ => carried_title(own),
        };
        let (attached_as, label) = label(own);
        let level = if n == 0 { 0 } else { level(attached_as, &parts) };
        parts.push(Part {
            kind: match form {
                Some((form, _)) => Kind::Deliberation(form),
                None => kind(own, title.clone()),
            },
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

/// How deep a carried part stands: an annex below the document, an enclosure below the open annex,
/// an appendix below the open enclosure or annex; a text without label below the letter before it.
fn level(attached_as: AttachmentKind, before: &[Part]) -> u32 {
    let mut open: Vec<&Part> = Vec::new();
    for part in before.iter().skip(1) {
        open.retain(|above| above.level < part.level);
        open.push(part);
    }
    let depth_of = |kinds: &[AttachmentKind]| {
        open.iter().rev().find(|part| kinds.contains(&part.attached_as)).map(|part| part.level)
    };
    match attached_as {
        AttachmentKind::Annex | AttachmentKind::Addendum => 1,
        AttachmentKind::Enclosure => depth_of(&[AttachmentKind::Annex]).map_or(1, |l| l + 1),
        AttachmentKind::Appendix | AttachmentKind::Attachment => {
            depth_of(&[AttachmentKind::Annex, AttachmentKind::Enclosure]).map_or(1, |l| l + 1)
        }
        AttachmentKind::Unlabelled => match before.last() {
            Some(last) if last.kind.family() == Family::Letter => last.level + 1,
            Some(last) => last.level.max(1),
            None => 1,
        },
    }
}

/// The title of a document without the heading of a communication: the first heading that names a
/// document, else the first heading, before the first sentence.
fn main_title(own: &[RawBlock]) -> Range<usize> {
    let front =
        own.iter().take(25).take_while(|b| is_heading_like(b) || lone_symbol(&b.flow).is_some());
    let front = front.count();
    let named = own[..front].iter().position(|b| document_noun(&b.flow.text).is_some());
    match named {
        Some(at) => at..at + 1,
        None => 0..0,
    }
}

fn carried_title(own: &[RawBlock]) -> Range<usize> {
    let skipped =
        own.iter().take_while(|b| matches!(b.shape, Shape::Label(_) | Shape::LanguageNote)).count();
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
    pub(crate) place: Option<Printed>,
    pub(crate) date: Option<PrintedDate>,
    pub(crate) signatories: Vec<Signatory>,
    pub(crate) content: Content,
}

/// Reads what all families share: blocks, notes, signatures, place and date.
pub(crate) fn common(reader: &mut Reader<'_>, part: &Part, taken: Taken) -> (Common, Vec<Flow>) {
    let mut masthead = front_masthead(reader, part, &taken);
    let mut content = Content::default();
    let mut signatories = Vec::new();
    let (mut place, mut date) = (None, None);
    let mut title_flow: Option<Flow> = None;
    let mut title: Option<Printed> = None;
    let mut state = BodyState::default();
    let has_masthead = masthead != Masthead::default();
    for (at, raw) in taken.blocks.iter().enumerate() {
        let in_front = at < part.title.start && part.level == 0;
        let kind = if part.title.contains(&at) {
            BlockKind::Title
        } else if in_front && has_masthead {
            BlockKind::Masthead
        } else {
            body_kind(raw, &mut state)
        };
        match kind {
            BlockKind::Title => {
                let printed = raw.flow.all_printed();
                title = Some(match title.take() {
                    Some(before) => Printed {
                        printed: format!("{} {}", before.printed, printed.printed),
                        span: before.span.cover(printed.span),
                    },
                    None => printed,
                });
                title_flow = Some(raw.flow.clone());
            }
            BlockKind::Masthead if !in_front => {
                if let Some(symbols) = lone_symbol(&raw.flow).filter(|_| part.level == 0) {
                    for found in symbols {
                        if !masthead.symbols.iter().any(|s| s.symbol == found.symbol) {
                            masthead.symbols.push(found);
                        }
                    }
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
            BlockKind::Signature => signatories.extend(signatory(reader.source, raw)),
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
    let flows = taken.blocks.into_iter().map(|raw| raw.flow).collect();
    (Common { masthead, title, title_flow, place, date, signatories, content }, flows)
}

/// The masthead of the document: of the blocks above its title and of the job number.
pub(super) fn front_masthead(reader: &Reader<'_>, part: &Part, taken: &Taken) -> Masthead {
    if part.level > 0 {
        return Masthead::default();
    }
    let above: Vec<Line> =
        taken.blocks[..part.title.start].iter().flat_map(|raw| raw.lines.iter().copied()).collect();
    let mut masthead = masthead(&Flow::join(&above, &[], &reader.hyphens));
    let jobs = taken.furniture.iter().filter(|f| f.kind == FurnitureKind::JobNumber);
    let jobs = jobs.filter_map(|f| job_number(reader.source, f.span));
    // Of several, the one with the language tag.
    let best = jobs.min_by_key(|(_, tagged)| !tagged);
    masthead.job_number = best.map(|(span, _)| Flow::of(reader.source, span).all_printed());
    masthead
}

/// A numbered entry of a list is no longer than this, in bytes; a numbered paragraph mostly is.
const LONGEST_ENTRY: usize = 250;

/// What the body has shown so far.
#[derive(Default)]
struct BodyState {
    /// Whether the last paragraph announces a list.
    lists: bool,
    signed: bool,
}

fn body_kind(raw: &RawBlock, state: &mut BodyState) -> BlockKind {
    let text = raw.flow.text.as_str();
    match &raw.shape {
        Shape::Label(_) => return BlockKind::AttachmentLabel,
        Shape::LanguageNote => return BlockKind::LanguageNote,
        Shape::Signature => {
            state.signed = true;
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
        return BlockKind::Salutation;
    }
    if is_closing(text) {
        return BlockKind::Closing;
    }
    if state.signed {
        return BlockKind::Unclassified;
    }
    if raw.shape == Shape::Heading || is_heading_like(raw) {
        return BlockKind::Heading;
    }
    state.lists = text.ends_with(':');
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
    Block { kind, id: None, number, depth, parent, action: None, text }
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

/// Reads the signature in a block.
fn signatory(source: &str, raw: &RawBlock) -> Option<Signatory> {
    let flow = &raw.flow;
    let lines = line_ranges(source, &flow.text, &raw.lines);
    let reading = signature(&flow.text, &lines)?;
    let in_title = |range: &Range<usize>| {
        reading.titles.iter().any(|title| title.start <= range.start && range.end <= title.end)
    };
    let state = names(&flow.text).into_iter().find_map(|hit| match hit.named {
        Named::State(state) if in_title(&hit.range) => {
            Some(member_state(flow, hit.range.clone(), state))
        }
        _ => None,
    });
    Some(Signatory {
        mark: Some(flow.printed(reading.mark)),
        name: reading.name.map(|range| flow.printed(range)),
        titles: reading.titles.into_iter().map(|range| flow.printed(range)).collect(),
        state,
        on_behalf_of: None,
        span: flow.span(),
    })
}
