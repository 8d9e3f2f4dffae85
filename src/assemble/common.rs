//! What every family reads of a part: its blocks, notes and signatures, its place and date.

use std::ops::Range;

use crate::block::{Deliberative, RawBlock, Shape, heading_range};
use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::inline::dates_in;
use crate::model::{
    AttachmentKind, BlockKind, Content, Date, Masthead, Organization, Printed, PrintedDate,
    Signatory,
};
use crate::span::Span;
use crate::text::{Flow, Line};

use super::Reader;
use super::address::address;
use super::blocks::{block, footnotes, read_mentions};
use super::body::{BodyState, LONGEST_ENTRY, Stage, body_kind, is_cut_off};
use super::dating::Dating;
use super::deliberation::enacting_organ;
use super::frame_lines::above_letterhead;
use super::front::{lone_symbol, masthead, masthead_below};
use super::kind::{Family, Kind, is_note_opening};
use super::meeting::RecordFront;
use super::memorandum::form_lines;
use super::part::{Part, Taken};
use super::quotation::{Quotation, introduces_statement};
use super::said_date::meeting_date;
use super::signatories::{signatories as signatories_of, table_signatories};
use super::speech::session_year;
use super::title_form::is_by_line;
use super::title_noun::document_noun;
use super::unnumbered::unnumbered_lists;

/// The front of a document has so many blocks.
const FRONT: usize = 8;

/// What every family reads of a part.
pub(crate) struct Common {
    pub(crate) masthead: Masthead,
    pub(crate) title: Option<Printed>,
    /// The joined text of the title, to read a heading from.
    pub(crate) title_flow: Option<Flow>,
    /// The title from the line on that names the document.
    pub(crate) named_title: Option<Flow>,
    /// The first line of the title alone.
    pub(crate) title_line: Option<Flow>,
    /// The heading of a note below its subject, which says whose it is.
    pub(crate) by_line: Option<Flow>,
    /// The lines of a memorandum's form.
    pub(crate) form: Vec<Flow>,
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
    pub(crate) further_dates: Vec<PrintedDate>,
    pub(crate) signatories: Vec<Signatory>,
    pub(crate) content: Content,
}

/// Reads what all families share: blocks, notes, signatures, place and date.
pub(crate) fn common(reader: &mut Reader<'_>, part: &Part, taken: Taken) -> (Common, Vec<Flow>) {
    let mut masthead = front_masthead(reader, part, &taken);
    introduce(reader, part, &masthead, &taken);
    let blocks = Vec::with_capacity(taken.blocks.len());
    let mut content = Content { blocks, ..Content::default() };
    let mut signatories = Vec::new();
    let (mut letterhead, mut addresses, mut frame) = (Vec::new(), Vec::new(), Vec::new());
    let named_title = named_title(reader, part, &taken);
    let title_line = taken.blocks.get(part.title.clone()).and_then(|title| title.first());
    let title_line = title_line.map(|raw| raw.flow.clone());
    let form = match part.kind {
        Kind::Memorandum => form_lines(reader.source, &taken.blocks),
        _ => Vec::new(),
    };
    let mut quotation = Quotation::of(part.kind == Kind::Note);
    let mut lists = unnumbered_lists(&taken.blocks).into_iter().peekable();
    let mut dating = Dating::of(&taken.blocks);
    let record = RecordFront::of(part, &taken.blocks);
    let mut title_flow: Option<Flow> = None;
    let mut title: Option<Printed> = None;
    let mut state = BodyState::default();
    let above_letterhead = above_letterhead(&taken.blocks);
    let has_masthead = masthead != Masthead::default();
    let below = below_title(part, &taken.blocks);
    // The last block with a symbol that the masthead has lost.
    let mut last_symbol = None;
    for (at, raw) in taken.blocks.iter().enumerate() {
        while lists.next_if(|list| list.end <= at).is_some() {}
        let listed = lists.peek().is_some_and(|list| list.contains(&at));
        let in_front = at < part.title.start && part.level == 0;
        let kind = if part.title.contains(&at) {
            BlockKind::Title
        } else if at == 0 && part.attached_as == AttachmentKind::Exchanged && part.label.is_some() {
            BlockKind::AttachmentLabel
        } else if in_front && has_masthead || below.contains(&at) {
            BlockKind::Masthead
        } else {
            match body_kind(raw, &taken.blocks[at + 1..], &mut state) {
                BlockKind::Heading | BlockKind::Paragraph if dating.clause(&raw.flow) => {
                    BlockKind::PlaceDate
                }
                // Below a heading stands what it heads: at the end it is a text that was cut off.
                BlockKind::Heading
                    if is_cut_off(at, &taken.blocks, state) && at >= part.title.end =>
                {
                    BlockKind::Paragraph
                }
                BlockKind::Paragraph | BlockKind::Heading
                    if let Some(kind) = record.as_ref().and_then(|front| front.kind(at, raw)) =>
                {
                    kind
                }
                BlockKind::Paragraph if at < above_letterhead => BlockKind::Heading,
                // What stands above the heading of a communication is no part of its body.
                BlockKind::Paragraph if in_front && part.kind.family() == Family::Letter => {
                    BlockKind::Masthead
                }
                BlockKind::PlaceDate if !dating.line(at, &raw.flow, state.stage) => {
                    BlockKind::Heading
                }
                BlockKind::Paragraph if listed => BlockKind::ListItem,
                BlockKind::Heading
                    if dating.town(at, &taken.blocks)
                        || dating.place_above(at, &taken.blocks, state.stage) =>
                {
                    BlockKind::PlaceDate
                }
                kind => kind,
            }
        };
        match kind {
            BlockKind::Title => {
                let mut range = heading_range(&raw.flow.text);
                if let Some(tail) = dating.behind_title(&raw.flow) {
                    range.end = tail;
                }
                let printed = raw.flow.printed(range);
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
                let next = at > 0 && last_symbol == Some(at - 1);
                let lost = part.level == 0 && (masthead.symbols.is_empty() || next);
                if let Some(symbols) = lone_symbol(&raw.flow).filter(|_| lost) {
                    last_symbol = Some(at);
                    for found in symbols {
                        if !masthead.symbols.iter().any(|s| s.symbol == found.symbol) {
                            masthead.symbols.push(found);
                        }
                    }
                }
            }
            BlockKind::Address if raw.shape == Shape::Address => {
                addresses.push(address(reader.source, &reader.hyphens, raw));
            }
            BlockKind::Address if state.stage != Stage::Body && state.stage < Stage::Signed => {
                letterhead.push(raw.flow.clone());
            }
            BlockKind::Signature if raw.shape == Shape::SignatureTable => {
                signatories.extend(table_signatories(reader.source, &reader.hyphens, raw));
            }
            BlockKind::Signature => {
                signatories.extend(signatories_of(reader.source, &reader.hyphens, raw));
            }
            BlockKind::LanguageNote if part.level == 0 && masthead.original_language.is_none() => {
                masthead.original_language = noted_language(&raw.flow);
            }
            // `[30 October 1956]`, where the Official Records print the date of issue.
            BlockKind::PlaceDate
                if part.level == 0
                    && masthead.publication_date.is_none()
                    && raw.flow.text.starts_with('[')
                    && content.blocks.last().map(|block| block.kind)
                        == Some(BlockKind::LanguageNote) =>
            {
                masthead.publication_date.clone_from(&dating.date);
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
        let quoted = (kind == BlockKind::Paragraph)
            .then(|| quotation.parent(at, &taken.blocks, &content.blocks))
            .flatten();
        let mut block = block(reader.source, raw, kind, &content.blocks);
        if quoted.is_some() {
            (block.parent, block.depth) = (quoted, 1);
        }
        content.blocks.push(block);
    }
    if part.kind == Kind::Note && dating.date.is_none() {
        let said = taken.blocks.iter().find(|raw| introduces_statement(&raw.flow.text));
        dating.date = said.and_then(|raw| meeting_date(&raw.flow));
    }
    read_mentions(reader, &taken.blocks, &mut content);
    footnotes(reader, taken.notes, &mut content);
    content.furniture = taken.furniture;
    let by_line = taken.blocks.get(part.title.end);
    let by_line = by_line.filter(|raw| raw.shape == Shape::Heading && is_by_line(&raw.flow.text));
    let by_line = by_line.map(|raw| raw.flow.clone());
    let opening = taken.blocks.iter().find(|raw| is_note_opening(&raw.flow.text));
    let opening = opening.map(|raw| raw.flow.clone());
    let flows = taken.blocks.into_iter().map(|raw| raw.flow).collect();
    let common = Common {
        masthead,
        title,
        title_flow,
        named_title,
        title_line,
        by_line,
        form,
        letterhead,
        addresses,
        frame,
        opening,
        place: dating.place,
        date: record.and_then(|front| front.date).or(dating.date),
        further_dates: dating.further,
        signatories,
        content,
    };
    (common, flows)
}

/// The title from the line on that names the document.
fn named_title(reader: &Reader<'_>, part: &Part, taken: &Taken) -> Option<Flow> {
    let titles = taken.blocks.get(part.title.clone())?;
    let first = titles.iter().position(|raw| document_noun(&raw.flow.text).is_some())?;
    let lines: Vec<Line> = titles[first..].iter().flat_map(|raw| raw.lines.clone()).collect();
    Some(Flow::join(&lines, &[], &reader.hyphens))
}

/// Says whose the document is and of what date, before its flows are read.
pub(super) fn introduce(reader: &mut Reader<'_>, part: &Part, masthead: &Masthead, taken: &Taken) {
    if part.level > 0 {
        return;
    }
    // The organ that speaks in the text issued it, whatever its masthead says.
    let speaks = match part.kind.family() {
        Family::Deliberation(_) => taken.blocks.iter().find_map(|raw| {
            let enacting = raw.shape == Shape::Deliberative(Deliberative::Enacting);
            enacting.then(|| enacting_organ(&raw.flow)).flatten()?.code
        }),
        _ => None,
    };
    let by_symbol = || masthead.symbols.iter().find_map(|s| s.symbol.organ());
    let named = || masthead.organs.iter().find_map(|organ| organ.code.as_deref());
    reader.memory.issued_by(speaks.as_deref().or_else(by_symbol).or_else(named));
    let published = masthead.publication_date.as_ref().map(|date| date.date);
    let named = || front_date(part, taken);
    let debated = || (part.kind == Kind::Speech).then(|| session_year(&taken.blocks)).flatten();
    reader.memory.dated(published.or_else(named).or_else(debated));
}

/// The date that the title, the front of the document or the note of its adoption names first: what
/// is named in it is read as of that date. What a text of an organ recalls is older than the text.
fn front_date(part: &Part, taken: &Taken) -> Option<Date> {
    let blocks = &taken.blocks;
    let is = |raw: &RawBlock, what| raw.shape == Shape::Deliberative(what);
    let enacting = blocks.iter().position(|raw| is(raw, Deliberative::Enacting));
    let front = &blocks[..enacting.unwrap_or(blocks.len()).min(FRONT)];
    let front = front.iter().filter(|raw| raw.flow.text.len() <= LONGEST_ENTRY);
    let titles = blocks.get(part.title.clone()).unwrap_or_default().iter();
    let adopted = blocks.iter().filter(|raw| is(raw, Deliberative::Adoption));
    titles.chain(front).chain(adopted).find_map(|raw| {
        let found = dates_in(&raw.flow.text).into_iter().next()?;
        found.dates.first().map(|&(_, date, ..)| date)
    })
}

/// The masthead of the document: of the blocks above its title and of the job number.
pub(super) fn front_masthead(reader: &Reader<'_>, part: &Part, taken: &Taken) -> Masthead {
    if part.level > 0 {
        return Masthead::default();
    }
    let below = below_title(part, &taken.blocks);
    let own = if below.is_empty() { 0..part.title.start } else { below };
    let above = &taken.blocks[own];
    let lines: Vec<Line> = above.iter().flat_map(|raw| raw.lines.iter().copied()).collect();
    let mut masthead = masthead(&Flow::join(&lines, &[], &reader.hyphens));
    if masthead.symbols.is_empty() {
        masthead.symbols.clone_from(&reader.foot_symbols);
    }
    // What the subject of an item names did not issue the document.
    let subjects = above.iter().filter(|raw| raw.shape == Shape::Subject);
    let subjects: Vec<Span> = subjects.map(|raw| raw.flow.span()).collect();
    let named = |organ: &Organization| {
        subjects
            .iter()
            .any(|subject| subject.start <= organ.span.start && organ.span.end <= subject.end)
    };
    masthead.organs.retain(|organ| !named(organ));
    let job = reader.job_number;
    masthead.job_number = job.map(|span| Flow::of(reader.source, span).all_printed());
    masthead
}

/// The masthead of a letter below its title, where nothing stands above.
fn below_title(part: &Part, blocks: &[RawBlock]) -> Range<usize> {
    let Range { start, end } = part.title;
    let first = part.level == 0 && start == 0 && end > 0 && part.kind.family() == Family::Letter;
    end..if first { masthead_below(blocks, end) } else { end }
}

/// The language in `[Original: Arabic]`.
fn noted_language(flow: &Flow) -> Option<Printed> {
    let (_, named) = flow.text.split_once(':')?;
    let named = named.trim_end_matches(']').trim();
    let start = flow.text.find(named)?;
    Some(flow.printed(start..start + named.len()))
}
