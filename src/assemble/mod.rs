//! From blocks to a document: parts, their kinds, and what each kind is made of.
//!
//! The text is first cut into parts (the document and what it carries), then each part is read by
//! the file of its family, then the parts are nested.

mod address;
mod blocks;
mod body;
mod common;
mod contents;
mod covering;
mod dating;
mod deliberation;
mod exchange;
mod frame_lines;
mod front;
mod kind;
mod language;
mod letter;
mod levels;
mod meeting;
mod memorandum;
mod other;
mod part;
mod parties;
mod quotation;
mod said_date;
mod signatories;
mod speech;
mod statement;
mod telegram;
mod title;
mod title_form;
mod title_lines;
mod title_noun;
mod unnumbered;

use crate::block::RawBlock;
use crate::diagnostic::Diagnostic;
use crate::inline::Memory;
use crate::model::{
    Attachment, AttachmentKind, Document, Furniture, FurnitureKind, Printed, PrintedSymbol,
};
use crate::span::Span;
use crate::text::{Flow, Hyphens, job_number, language};

use common::common;
use covering::{Carrying, Covering, covering};
use front::lone_symbol;
use kind::{Family, Kind};
use part::{Part, Taken, parts};
use said_date::title_date;

/// What the layers before have made of the source.
pub(crate) struct Material<'a> {
    pub(crate) source: &'a str,
    pub(crate) hyphens: Hyphens<'a>,
    pub(crate) blocks: Vec<RawBlock>,
    pub(crate) notes: Vec<Note>,
    pub(crate) furniture: Vec<Furniture>,
}

/// A footnote before its anchors are known.
pub(crate) struct Note {
    pub(crate) marker: String,
    pub(crate) marker_span: Span,
    pub(crate) flow: Flow,
}

/// Assembles the document.
pub(crate) fn assemble(material: Material<'_>) -> (Document, Vec<Diagnostic>) {
    let parts = parts(&material);
    let mut reader = Reader {
        source: material.source,
        hyphens: material.hyphens,
        memory: Memory::default(),
        diagnostics: Vec::new(),
        job_number: None,
        foot_symbols: Vec::new(),
    };
    reader.foot_symbols = foot_symbols(&parts, &material.blocks);
    reader.job_number = job_of(reader.source, &material.furniture);
    let mut blocks = material.blocks.into_iter();
    let mut notes = material.notes.into_iter().peekable();
    let mut furniture = material.furniture.into_iter().peekable();
    let mut open: Vec<Open> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        // What stands before the next part's first byte is this part's.
        let end = parts.get(at + 1).map_or(u32::MAX, |next| next.start);
        let taken = Taken {
            blocks: blocks.by_ref().take(part.blocks.len()).collect(),
            notes: std::iter::from_fn(|| notes.next_if(|n| n.marker_span.start < end)).collect(),
            furniture: std::iter::from_fn(|| furniture.next_if(|f| f.span.start < end)).collect(),
        };
        close(&mut open, part.level);
        let covering = open.last_mut().map_or_else(Covering::default, |parent| {
            let Open { document, flows, carrying, .. } = parent;
            let carrying = carrying.get_or_insert_with(|| Carrying::of(document));
            covering(document, carrying, flows, part.attached_as, part.label.as_ref())
        });
        let (mut document, flows) = read_part(&mut reader, part, taken, covering);
        let own = Span { start: part.start, end: end.min(material.source.len() as u32) };
        document.content_mut().language = language(own.slice(material.source));
        if let (Some(parent), Some(label)) = (open.last_mut(), flows.first())
            && part.label.is_some()
            && let Some(letter) = parent.document.as_letter_mut()
        {
            letter::complete(letter, label);
        }
        let (level, kind, label) = (part.level, part.attached_as, part.label.clone());
        open.push(Open { level, kind, label, document, flows, carrying: None });
    }
    close(&mut open, 1);
    let mut document = open.pop().map_or_else(other::empty, |open| open.document);
    if matches!(parts.first().map(|part| part.kind.family()), Some(Family::Deliberation(_))) {
        deliberation::structure(document.content_mut());
    }
    language::say(&document, &mut reader.diagnostics);
    (document, reader.diagnostics)
}

/// What is shared by the reading of all parts.
pub(crate) struct Reader<'a> {
    source: &'a str,
    hyphens: Hyphens<'a>,
    memory: Memory,
    diagnostics: Vec<Diagnostic>,
    /// The job number of the paper, wherever in it that is printed.
    job_number: Option<Span>,
    /// The symbols of the paper that stand alone at its foot, below the last text it carries.
    foot_symbols: Vec<PrintedSymbol>,
}

/// The symbol of a text of an organ, which the extraction has left alone on its line below an annex.
fn foot_symbols(parts: &[Part], blocks: &[RawBlock]) -> Vec<PrintedSymbol> {
    let main = parts.first().map(|part| part.kind.family());
    let (Some(Family::Deliberation(_)), [_, .., last]) = (main, parts) else { return Vec::new() };
    let mut alone = blocks[last.blocks.clone()].iter().rev().map(|raw| lone_symbol(&raw.flow));
    alone.find_map(|found| found).unwrap_or_default()
}

/// The job number: of several, the first with a language tag.
fn job_of(source: &str, furniture: &[Furniture]) -> Option<Span> {
    let jobs = furniture.iter().filter(|piece| piece.kind == FurnitureKind::JobNumber);
    let jobs = jobs.filter_map(|piece| job_number(source, piece.span));
    jobs.min_by_key(|(_, tagged)| !tagged).map(|(span, _)| span)
}

/// A part that has been read and may still carry what follows.
struct Open {
    level: u32,
    kind: AttachmentKind,
    label: Option<Printed>,
    document: Document,
    /// The flows of its blocks, while it may still carry something.
    flows: Vec<Flow>,
    /// What it says of what it carries, read where it carries anything.
    carrying: Option<Carrying>,
}

/// Closes every open part at `level` or deeper: each is attached to the one before it.
fn close(open: &mut Vec<Open>, level: u32) {
    while open.len() > 1 && open.last().is_some_and(|last| last.level >= level.max(1)) {
        let Some(Open { kind, label, document, .. }) = open.pop() else {
            return;
        };
        if let Some(parent) = open.last_mut() {
            let siblings = &mut parent.document.content_mut().attachments;
            let id = format!("att_{}", siblings.len() + 1);
            siblings.push(Attachment { id, kind, label, document: Box::new(document) });
        }
    }
}

/// Reads a part by the file of its family, with what the text that carries it says of it.
fn read_part(
    reader: &mut Reader<'_>,
    part: &Part,
    taken: Taken,
    covering: Covering,
) -> (Document, Vec<Flow>) {
    if let Family::Deliberation(form) = part.kind.family() {
        return deliberation::read(reader, part, form, taken);
    }
    let (mut common, flows) = common(reader, part, taken);
    let titled = || common.named_title.as_ref().or(common.title_flow.as_ref()).and_then(title_date);
    let titled = if part.kind.family() == Family::Letter { None } else { titled() };
    let (date, place) = titled.unzip();
    // The place of a date that is not the text's own is none of its.
    let place = place.flatten().filter(|_| common.date.is_none());
    common.date = common.date.or(date).or(covering.date);
    common.place = common.place.or(place).or(covering.place);
    // A text of no form of its own is what its covering text calls it, if it has no title; below a title
    // that names no form, if a letter says it. A letter that is carried has more form than that.
    let said = covering.kind.filter(|kind| {
        let unnamed = || common.named_title.is_none() && kind.family() != Family::Letter;
        let titled = common.title.is_some();
        part.kind == Kind::Other && (!titled || covering.of_letter && unnamed())
    });
    let kind = said.unwrap_or(part.kind);
    let document = match kind.family() {
        Family::Letter => letter::read(reader, kind, common, &flows),
        Family::Statement => statement::read(kind, common),
        Family::Deliberation(_) | Family::Other => other::read(reader, kind, part.level, common),
    };
    (document, flows)
}
