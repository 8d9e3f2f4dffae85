//! Whether the texts and blocks of a reading are sound: text and segments, ranges and spans, order,
//! depth and parents, notes and their anchors.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::json::{Object, as_span, below, items, objects, place, text};
use super::places::Places;
use super::print::{Letter, Print, align};
use super::report::{DiscrepancyCode, Report, short, shown};
use crate::span::Span;

/// Bytes that other marks take between a text and a mark at its edge.
const MARKS: usize = 16;

/// Checks all texts and all lists of blocks.
pub(super) fn check(
    print: &Print<'_>,
    own: &Value,
    places: &Places<'_>,
    reading: &Value,
    report: &mut Report,
) {
    let parents = parents(own);
    Structure { print, places, parents, report }.walk(reading, "");
}

struct Structure<'c, 'a> {
    print: &'c Print<'a>,
    places: &'c Places<'a>,
    /// The place of the parent of each block of our own reading that has one.
    parents: HashMap<Span, Span>,
    report: &'c mut Report,
}

/// The places of our own blocks' parents.
fn parents(own: &Value) -> HashMap<Span, Span> {
    let mut parents = HashMap::new();
    objects(own, &mut |object| {
        let blocks = items(object.get("blocks"));
        for block in blocks {
            let parent = blocks.get(index(block, "parent").unwrap_or(usize::MAX));
            if let (Some(span), Some(parent)) = (block_span(block), parent.and_then(block_span)) {
                parents.insert(span, parent);
            }
        }
    });
    parents
}

fn block_span(block: &Value) -> Option<Span> {
    place(block.as_object()?)
}

fn index(object: &Value, key: &str) -> Option<usize> {
    object.get(key)?.as_u64()?.try_into().ok()
}

impl Structure<'_, '_> {
    fn walk(&mut self, value: &Value, pointer: &str) {
        match value {
            Value::Object(object) => {
                if object.contains_key("segments") {
                    self.text(object, pointer);
                }
                if object.contains_key("blocks") {
                    self.blocks(object, pointer);
                    self.anchors(object, pointer);
                }
                for (key, inner) in object {
                    self.walk(inner, &below(pointer, key));
                }
            }
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.walk(item, &format!("{pointer}/{at}"));
                }
            }
            _ => {}
        }
    }

    fn refuse(&mut self, code: DiscrepancyCode, pointer: &str, span: Option<Span>, why: &str) {
        self.report.refuse(code, pointer, span, why.to_owned());
    }

    /// A text is what its segments hold; what it mentions stands where it is said to stand.
    fn text(&mut self, object: &Object, pointer: &str) {
        let span = object.get("span").and_then(as_span);
        let segments: Vec<Span> =
            items(object.get("segments")).iter().filter_map(as_span).collect();
        let mut end = span.map_or(0, |span| span.start);
        for (at, segment) in segments.iter().enumerate() {
            let pointer = format!("{pointer}/segments/{at}");
            if !self.print.has(*segment) {
                self.refuse(DiscrepancyCode::NoPlace, &pointer, None, "no place in the source");
                return;
            }
            if segment.start < end {
                let why = "the segment begins before the last one ends";
                self.refuse(DiscrepancyCode::Structure, &pointer, Some(*segment), why);
                return;
            }
            end = segment.end;
        }
        let ends = segments.first().map(|first| first.start)..segments.last().map(|last| last.end);
        if ends != (span.map(|span| span.start)..span.map(|span| span.end)) {
            let why = "the span is not from the first to the last segment";
            self.refuse(DiscrepancyCode::Structure, &below(pointer, "span"), span, why);
        }
        let words = text(object, "text");
        let Some(letters) = align(words, self.print.source, &segments) else {
            let held = self.held(&segments, words.len());
            let message = format!(
                "\"{}\" is not what its segments hold: \"{}\"",
                short(words),
                short(differing(words, &held))
            );
            let pointer = below(pointer, "text");
            self.report.refuse(DiscrepancyCode::NotInText, &pointer, span, message);
            return;
        };
        for (at, mention) in items(object.get("mentions")).iter().enumerate() {
            self.range(mention, &letters, &format!("{pointer}/mentions/{at}"));
        }
        for (at, mark) in items(object.get("note_marks")).iter().enumerate() {
            self.mark(mark, words, &letters, &format!("{pointer}/note_marks/{at}"));
        }
    }

    /// What segments hold, as far as words of a length are worth comparing with it.
    fn held(&self, segments: &[Span], length: usize) -> String {
        let mut held = String::new();
        for segment in segments {
            let room = (2 * length + 100).saturating_sub(held.len());
            let slice = segment.slice(self.print.source);
            match slice.char_indices().nth(room) {
                Some((end, _)) => {
                    held.push_str(&slice[..end]);
                    break;
                }
                None => held.push_str(slice),
            }
        }
        held
    }

    /// The range of a mention in the text is its span in the source.
    fn range(&mut self, mention: &Value, letters: &[Letter], pointer: &str) {
        let span = mention.as_object().and_then(place);
        let range = mention.get("range").and_then(as_span);
        let (Some(span), Some(range)) = (span, range) else { return };
        let (start, end) = (range.start as usize, range.end as usize);
        let first = letters.binary_search_by_key(&start, |letter| letter.text.0);
        let last = letters.binary_search_by_key(&end, |letter| letter.text.1);
        let (Ok(first), Ok(last)) = (first, last) else {
            let why = format!("{start} to {end} are no words of the text");
            return self.refuse(
                DiscrepancyCode::NotInText,
                &below(pointer, "range"),
                Some(span),
                &why,
            );
        };
        let stands = letters[first].source.0..letters[last].source.1;
        if stands != (span.start as usize..span.end as usize) {
            let why = format!(
                "{start} to {end} in the text stand at {} to {} in the source, not at {} to {}",
                stands.start, stands.end, span.start, span.end
            );
            self.refuse(DiscrepancyCode::NotInText, &below(pointer, "range"), Some(span), &why);
        }
    }

    /// A mark was cut from between the letters before its offset and those behind.
    fn mark(&mut self, mark: &Value, words: &str, letters: &[Letter], pointer: &str) {
        let (Some(span), Some(offset)) =
            (mark.get("span").and_then(as_span), index(mark, "offset"))
        else {
            return;
        };
        let next = letters.partition_point(|letter| letter.text.0 < offset);
        let (before, behind) = letters.split_at(next);
        let parted = before.last().is_none_or(|l| l.source.1 <= span.start as usize)
            && behind.first().is_none_or(|l| l.source.0 >= span.end as usize);
        // At an edge of the text nothing but other marks stands between.
        let gap = match (before.last(), behind.first()) {
            (Some(last), None) => last.source.1..span.start as usize,
            (None, Some(first)) => span.end as usize..first.source.0,
            _ => 0..0,
        };
        let near = self.print.source.get(gap).is_some_and(|gap| gap.trim().len() <= MARKS);
        if !words.is_char_boundary(offset) || !parted || !near {
            let why = "the mark does not stand at this offset of the text";
            self.refuse(DiscrepancyCode::NotInText, &below(pointer, "offset"), Some(span), why);
        }
    }

    /// Blocks stand in the order of the page, below a block before them, under a name of their own.
    fn blocks(&mut self, content: &Object, pointer: &str) {
        let blocks = items(content.get("blocks"));
        let claimed: HashSet<Span> = blocks.iter().filter_map(block_span).collect();
        let mut ids = HashSet::new();
        let mut start = 0;
        for (at, block) in blocks.iter().enumerate() {
            let pointer = format!("{pointer}/blocks/{at}");
            let span = block_span(block);
            if let Some(span) = span {
                if span.start < start {
                    let why = "the block stands before the one that is listed before it";
                    self.refuse(DiscrepancyCode::Structure, &pointer, Some(span), why);
                }
                start = span.start;
            }
            let id = block.get("id").and_then(Value::as_str);
            if id.is_some_and(|id| !ids.insert(id)) {
                let why = "another block has the same id";
                self.refuse(DiscrepancyCode::Structure, &below(&pointer, "id"), span, why);
            }
            let parent = index(block, "parent");
            let up = parent.filter(|up| *up < at).and_then(|up| blocks.get(up));
            let depth = index(block, "depth");
            let sound = match (parent, up) {
                (None, _) => depth == Some(0),
                (Some(_), Some(up)) => depth == index(up, "depth").map(|up| up + 1),
                (Some(_), None) => false,
            };
            if !sound {
                let why = "a block is one deeper than its parent, which stands before it";
                self.refuse(DiscrepancyCode::Structure, &below(&pointer, "parent"), span, why);
                continue;
            }
            let Some((span, object)) = span.zip(block.as_object()) else { continue };
            let Some(same) = self.places.at(span, object).next() else { continue };
            for key in ["id", "number", "action", "table"] {
                let own = same.get(key).filter(|own| !own.is_null());
                if let Some(own) = own
                    && object.get(key).is_some_and(Value::is_null)
                {
                    let own = own.get("printed").unwrap_or(own);
                    let message = format!("the text gives the block {}", shown(own));
                    self.report.miss(&below(&pointer, key), Some(span), message);
                }
            }
            let own = self.parents.get(&span);
            let there = own.is_none_or(|own| claimed.contains(own));
            if there && own.copied() != up.and_then(block_span) {
                let why = match own {
                    Some(own) => {
                        let words = short(own.slice(self.print.source));
                        format!("in the text the block is a part of \"{words}\"")
                    }
                    None => "in the text the block is a part of no other".to_owned(),
                };
                self.refuse(
                    DiscrepancyCode::Structure,
                    &below(&pointer, "parent"),
                    Some(span),
                    &why,
                );
            }
        }
    }

    /// The anchors of a note are marks in the blocks that they name.
    fn anchors(&mut self, content: &Object, pointer: &str) {
        let mut marks = HashSet::new();
        for (at, block) in items(content.get("blocks")).iter().enumerate() {
            let there = items(block.get("text").and_then(|text| text.get("note_marks")));
            marks.extend(there.iter().map(|mark| anchor_at(at, mark)));
        }
        for (note_at, note) in items(content.get("footnotes")).iter().enumerate() {
            for (at, anchor) in items(note.get("anchors")).iter().enumerate() {
                let block = index(anchor, "block").unwrap_or(usize::MAX);
                let is_mark = marks.contains(&anchor_at(block, anchor));
                if !is_mark {
                    let pointer = format!("{pointer}/footnotes/{note_at}/anchors/{at}");
                    let span = anchor.get("span").and_then(as_span);
                    let why = "the block has no mark of a note at this place";
                    self.refuse(DiscrepancyCode::Structure, &pointer, span, why);
                }
            }
        }
    }
}

/// Block, offset and place of the mark of a note.
fn anchor_at(block: usize, mark: &Value) -> (usize, Option<usize>, Option<Span>) {
    (block, index(mark, "offset"), mark.get("span").and_then(as_span))
}

/// The rest of `held` from where it differs from `words`, a little before.
fn differing<'h>(words: &str, held: &'h str) -> &'h str {
    let black = |text: &'h str| text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let mut wanted = words.chars().filter(|c| !c.is_whitespace());
    let at = black(held).find(|(_, c)| wanted.next() != Some(*c)).map_or(held.len(), |(at, _)| at);
    let mut from = at.saturating_sub(20);
    while !held.is_char_boundary(from) {
        from += 1;
    }
    held[from..].trim()
}
