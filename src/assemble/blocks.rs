//! Blocks of the model out of blocks by form: their texts with all that these mention, tables, notes.

use std::collections::HashMap;
use std::ops::Range;

use crate::block::{RawBlock, Shape, cells};
use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::inline;
use crate::model::{
    Block, BlockKind, Content, Definition, Footnote, FootnoteAnchor, Mention, Table, TableRow, Text,
};
use crate::span::Span;
use crate::text::Flow;

use super::{Note, Reader};

/// A block of this kind, below those that stand already. What it mentions is read with that of the
/// others (`read_mentions`).
pub(super) fn block(source: &str, raw: &RawBlock, kind: BlockKind, above: &[Block]) -> Block {
    let number = match &raw.shape {
        Shape::Item { number, .. } => number.clone(),
        _ => None,
    };
    let parent = match kind {
        BlockKind::ListItem => {
            // The item above, if one stands nearer than the paragraph, belongs to it too.
            let above = above.iter().enumerate().rev().find_map(|(at, block)| match block.kind {
                BlockKind::Paragraph => Some(Some(at as u32)),
                BlockKind::ListItem => Some(block.parent),
                _ => None,
            });
            above.flatten()
        }
        _ => None,
    };
    let depth = u32::from(parent.is_some());
    let table = (kind == BlockKind::Table).then(|| table(source, raw));
    let text = text(&raw.flow, Vec::new());
    Block { kind, id: None, number, depth, parent, action: None, table, text }
}

/// Reads what the blocks mention, one after the other, once all stand: the readers of forms and
/// those of running text are much code each, and in turn would drive each other out of the cache.
pub(super) fn read_mentions(reader: &mut Reader<'_>, raws: &[RawBlock], content: &mut Content) {
    for (block, raw) in content.blocks.iter_mut().zip(raws) {
        block.text.mentions = mentions(reader, &raw.flow, &mut content.definitions);
    }
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
fn mentions(
    reader: &mut Reader<'_>,
    flow: &Flow,
    definitions: &mut Vec<Definition>,
) -> Vec<Mention> {
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
    definitions.extend(reading.definitions);
    reading.mentions
}

fn text(flow: &Flow, mentions: Vec<Mention>) -> Text {
    Text {
        text: flow.text.clone(),
        span: flow.span(),
        segments: flow.segments.clone(),
        mentions,
        note_marks: flow.marks.clone(),
    }
}

/// Reads the notes and ties them to the markers in the blocks above.
pub(super) fn footnotes(reader: &mut Reader<'_>, notes: Vec<Note>, content: &mut Content) {
    let mut anchors: HashMap<&str, Vec<FootnoteAnchor>> = HashMap::new();
    // Notes that begin anew on every page share their markers.
    let mut alike: HashMap<String, usize> = HashMap::new();
    for note in &notes {
        *alike.entry(note.marker.clone()).or_default() += 1;
    }
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
    let each = anchors.into_iter().map(|(marker, marks)| (marker, marks.into_iter().peekable()));
    let mut anchors: HashMap<&str, _> = each.collect();
    for note in notes {
        // A mark refers to the next note below it, below the last one to that.
        let more = alike.get_mut(&note.marker).is_some_and(|left| {
            *left -= 1;
            *left > 0
        });
        let marks = anchors.get_mut(note.marker.as_str());
        let above = |mark: &FootnoteAnchor| !more || mark.span.start < note.marker_span.start;
        let anchors: Vec<FootnoteAnchor> = marks
            .map_or_else(Vec::new, |marks| std::iter::from_fn(|| marks.next_if(above)).collect());
        if anchors.is_empty() {
            reader.diagnostics.push(Diagnostic::new(
                DiagnosticCode::FootnoteWithoutAnchor,
                Severity::Note,
                format!("nothing in the text refers to footnote {}", note.marker),
                Some(note.marker_span),
            ));
        }
        let mentions = mentions(reader, &note.flow, &mut content.definitions);
        let text = text(&note.flow, mentions);
        let Note { marker, marker_span, .. } = note;
        content.footnotes.push(Footnote { marker, marker_span, text, anchors });
    }
    drop(anchors);
    content.blocks = blocks;
}
