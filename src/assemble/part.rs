//! Parts: the document and each text that it carries.

use std::ops::Range;

use crate::block::{RawBlock, Shape, exchange_number, is_as_stated, is_salutation};
use crate::model::{AttachmentKind, Furniture, Printed};

use super::contents::Contents;
use super::deliberation::{fronts, main_form};
use super::exchange::exchanged;
use super::front::main_heading;
use super::kind::{Family, Kind, kind};
use super::levels::OpenParts;
use super::meeting::{record_kind, record_title};
use super::telegram::quoted;
use super::title::{carried_title, headed_title, main_title, marked_title};
use super::title_form::{is_heading_like, is_section_heading};
use super::title_noun::document_noun;
use super::{Material, Note};

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
    let record = record_title(blocks);
    let heading = main_heading(blocks).filter(|_| record.is_none());
    let exchanged = if record.is_none() { exchanged(blocks) } else { Vec::new() };
    let mut starts = vec![0];
    // Nothing stands above the first note of an exchange.
    starts.extend(exchanged.first().filter(|&&at| at == 0));
    let mut signed = false;
    let fronts = if record.is_none() { fronts(blocks) } else { Vec::new() };
    let mut fronts = fronts.into_iter().peekable();
    // The first block below the last signature: what follows it may be another letter.
    let mut below = 0;
    let mut contents = Contents::default();
    let quoted = if record.is_none() { quoted(blocks) } else { None };
    for (at, block) in blocks.iter().enumerate().skip(heading.map_or(1, |at| at + 1)) {
        contents.pass(block);
        while fronts.next_if(|&front| front < at).is_some() {}
        let another = fronts.peek() == Some(&at);
        let carried = match block.shape {
            _ if exchanged.binary_search(&at).is_ok() || quoted == Some(at) => true,
            Shape::Label(label) => {
                let listed = contents.lists(&block.flow.text[label.start..label.end]);
                // Right below the heading it says that the paper is one.
                let own = label.kind == AttachmentKind::Addendum && heading == Some(at - 1);
                !own && !listed
                    && !blocks.get(at + 1).is_some_and(|next| is_as_stated(&next.flow.text))
            }
            // What is read out in a meeting is a part of its record.
            _ if record.is_some() => false,
            Shape::Heading => signed,
            // A salutation below a signature opens another letter, with what stands above it.
            Shape::Plain if signed && below > 0 && is_salutation(&block.flow.text) => {
                starts.push(below);
                signed = false;
                false
            }
            Shape::Plain => {
                let text = block.flow.text.as_str();
                signed
                    && is_heading_like(block)
                    && !is_section_heading(text)
                    && document_noun(text).is_some()
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
        let record = record.filter(|_| n == 0);
        let form = main_form(own).filter(|&(_, front)| {
            n > 0 || heading.is_none() && record.is_none() && !reports(&own[..front])
        });
        let title = match (n, heading) {
            (0, Some(at)) => headed_title(own, at),
            _ if let Some(at) = record => at..at + 1,
            _ if let Some((_, front)) = form => front..front,
            (0, None) => Some(main_title(own))
                .filter(|title| !title.is_empty() || exchanged.is_empty())
                .unwrap_or_else(|| marked_title(own)),
            // The notes of an exchange have numbers only.
            _ if exchanged.binary_search(&start).is_ok() => {
                let headed = own.get(1).is_some_and(|raw| raw.shape == Shape::Heading);
                1..1 + usize::from(headed)
            }
            _ => carried_title(own),
        };
        let (attached_as, label) = match exchanged.binary_search(&start) {
            Ok(_) => (AttachmentKind::Exchanged, number(own)),
            Err(_) => label(own),
        };
        let level = if n == 0 { 0 } else { open.level(attached_as) };
        let kind = match form {
            Some((form, _)) => Kind::Deliberation(form),
            None if let Some(at) = record => record_kind(own, at),
            None if n == 0
                && !exchanged.is_empty()
                && heading.is_none()
                && !is_signed_treaty(own, title.clone()) =>
            {
                Kind::ExchangeOfNotes
            }
            None => {
                let exchanged = attached_as == AttachmentKind::Exchanged;
                match kind(own, title.clone(), n == 0, exchanged) {
                    // What quotes another paper and no more covers it.
                    Kind::Other if n == 0 && quoted.is_some() => Kind::Letter,
                    kind => kind,
                }
            }
        };
        open.push(level, attached_as, kind);
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
    translations(&mut parts);
    parts
}

/// Gives a note of an exchange in a language that is not read the kind of the note whose number it
/// has, else that of all the others.
fn translations(parts: &mut [Part]) {
    let read = |part: &&Part| {
        part.attached_as == AttachmentKind::Exchanged && part.kind.family() == Family::Letter
    };
    let number = |part: &Part| part.label.as_ref().map(|label| label.printed.to_lowercase());
    let known: Vec<(Option<String>, Kind)> =
        parts.iter().filter(read).map(|part| (number(part), part.kind)).collect();
    let Some(&(_, first)) = known.first() else { return };
    let alike = known.iter().all(|(_, kind)| *kind == first);
    for part in parts.iter_mut().filter(|part| part.attached_as == AttachmentKind::Exchanged) {
        if part.kind == Kind::Other && part.title.is_empty() {
            let own = number(part);
            let twin = known.iter().find(|(known, _)| known.is_some() && *known == own);
            part.kind = twin.map(|(_, kind)| *kind).or(alike.then_some(first)).unwrap_or(part.kind);
        }
    }
}

/// Whether a report stands above the text of an organ that it recommends.
fn reports(above: &[RawBlock]) -> bool {
    let is_report = |raw: &RawBlock| {
        document_noun(&raw.flow.text).is_some_and(|(_, kind)| kind == Kind::Report)
    };
    let title = above.iter().position(is_report);
    title.is_some_and(|title| above[title..].iter().any(is_numbered_paragraph))
}

fn is_numbered_paragraph(raw: &RawBlock) -> bool {
    matches!(raw.shape, Shape::Item { numbered_paragraph: true, .. })
}

/// Whether the blocks are a treaty with the signatures of its parties: notes that are exchanged
/// below it go with it.
fn is_signed_treaty(own: &[RawBlock], title: Range<usize>) -> bool {
    let noun = own[title].iter().find_map(|raw| document_noun(&raw.flow.text));
    noun.is_some_and(|(_, kind)| kind == Kind::Treaty)
        && own.iter().any(|raw| matches!(raw.shape, Shape::Signature | Shape::SignatureTable))
}

fn label(own: &[RawBlock]) -> (AttachmentKind, Option<Printed>) {
    match own.first().map(|block| (&block.shape, &block.flow)) {
        Some((Shape::Label(label), flow)) => {
            (label.kind, Some(flow.printed(label.start..label.end)))
        }
        _ => (AttachmentKind::Unlabelled, None),
    }
}

/// The number that a note or letter of an exchange begins with.
fn number(own: &[RawBlock]) -> Option<Printed> {
    let flow = &own.first()?.flow;
    exchange_number(&flow.text)?;
    let number = flow.text.trim_start_matches(['#', '*', '_', ' ']);
    let start = flow.text.len() - number.len();
    let number = number.trim_end_matches(['*', '_', ' ', '.']);
    Some(flow.printed(start..start + number.len()))
}
