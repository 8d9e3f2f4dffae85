//! Offsets in the units of other languages.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde_json::Value;
use thiserror::Error;

use crate::model::{Document, Offsets};

/// A span or range that is no place in the text that was given for it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{pointer}` is no place in the text: another source was given, or other offsets")]
pub struct OffsetsError {
    /// The JSON pointer of the span or offset.
    pub pointer: String,
}

impl Document {
    /// The same document with its offsets in other units: those of spans counted in `source`, the
    /// text that the document was read from, those of ranges and marks in their text as read.
    ///
    /// The document says so in its field `offsets`. Rows and coverage are made for bytes: ask for
    /// them before; `verify` takes any unit. Takes time linear in document and source.
    ///
    /// ```
    /// use verbale::export::Offsets;
    ///
    /// let source = "Lettre datée du 3 mai 2031 — Letter dated 3 May 2031 from the Secretary-General";
    /// let document = verbale::parse(source).document.with_offsets(source, Offsets::CodePoint)?;
    /// let mention = document.mentions().last().unwrap();
    /// let letters: Vec<char> = source.chars().collect();
    /// let span = mention.span();
    /// let sliced: String = letters[span.start as usize..span.end as usize].iter().collect();
    /// assert_eq!(sliced, mention.printed());
    /// # Ok::<(), verbale::export::OffsetsError>(())
    /// ```
    pub fn with_offsets(self, source: &str, offsets: Offsets) -> Result<Document, OffsetsError> {
        if offsets == Offsets::Utf8 {
            return Ok(self);
        }
        let whole = |_| OffsetsError { pointer: String::new() };
        let mut json = serde_json::to_value(&self).map_err(whole)?;
        offsets.count(source, &mut json)?;
        serde_json::from_value(json).map_err(whole)
    }
}

impl Offsets {
    /// Turns the offsets in the JSON of a document or of rows from bytes into these units, and its
    /// fields `offsets` with them.
    pub fn count(self, source: &str, json: &mut Value) -> Result<(), OffsetsError> {
        self.turn(source, json, self, |ruler, byte| ruler.units(byte?))
    }

    /// Turns the offsets in the JSON of a document or of rows from these units into bytes. One that
    /// is no place becomes the largest number, which is none in bytes either.
    pub fn to_bytes(self, source: &str, json: &mut Value) {
        let bytes: Measure = |ruler, unit| {
            Some(unit.and_then(|unit| ruler.bytes(unit)).unwrap_or(u32::MAX as usize))
        };
        let turned = self.turn(source, json, Offsets::Utf8, bytes);
        debug_assert!(turned.is_ok(), "every offset has become a number");
    }

    fn turn(
        self,
        source: &str,
        json: &mut Value,
        into: Offsets,
        by: Measure,
    ) -> Result<(), OffsetsError> {
        if self == Offsets::Utf8 {
            return Ok(());
        }
        let source = Ruler::new(source.to_owned(), self);
        Turning { offsets: self, into, source, by }.walk(json, "", None)
    }

    fn length(self, c: char) -> usize {
        match self {
            Offsets::Utf8 => c.len_utf8(),
            Offsets::Utf16 => c.len_utf16(),
            Offsets::CodePoint => 1,
        }
    }
}

/// How an offset is turned on a text; none is a number that is no offset.
type Measure = fn(&Ruler, Option<usize>) -> Option<usize>;

struct Turning {
    /// The unit that is not bytes.
    offsets: Offsets,
    /// The unit that the JSON says from then on.
    into: Offsets,
    source: Ruler,
    by: Measure,
}

impl Turning {
    /// Turns all offsets in a value; `text` is the text as read that ranges and marks in it count.
    fn walk(
        &self,
        value: &mut Value,
        pointer: &str,
        text: Option<&Ruler>,
    ) -> Result<(), OffsetsError> {
        match value {
            Value::Object(object) => {
                let own = match (object.get("text"), object.contains_key("segments")) {
                    (Some(Value::String(words)), true) => Some(self.ruler(words)),
                    _ => None,
                };
                let text = own.as_ref().or(text);
                if object.contains_key("footnotes") {
                    self.anchors(object, pointer)?;
                }
                for (key, inner) in object.iter_mut() {
                    if key == "anchors" {
                        continue; // they count the text of another block: done above
                    }
                    if key == "offsets" {
                        *inner = self.into.as_str().into();
                        continue;
                    }
                    let pointer = format!("{pointer}/{key}");
                    let ruler = match key.as_str() {
                        "range" | "offset" => text,
                        _ => Some(&self.source),
                    };
                    match (is_offset(key), ruler) {
                        (true, Some(ruler)) => self.offset(inner, &pointer, ruler)?,
                        _ => self.walk(inner, &pointer, text)?,
                    }
                }
            }
            Value::Array(items) => {
                for (at, item) in items.iter_mut().enumerate() {
                    self.walk(item, &format!("{pointer}/{at}"), text)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Turns a number, or all numbers of a span, a range or a list of spans.
    fn offset(&self, value: &mut Value, pointer: &str, ruler: &Ruler) -> Result<(), OffsetsError> {
        match value {
            Value::Number(number) => {
                let turned = (self.by)(ruler, number.as_u64().and_then(|at| at.try_into().ok()));
                let turned = turned.ok_or_else(|| OffsetsError { pointer: pointer.to_owned() })?;
                *value = turned.into();
            }
            Value::Object(span) => {
                for (_, end) in span.iter_mut() {
                    self.offset(end, pointer, ruler)?;
                }
            }
            Value::Array(spans) => {
                for (at, span) in spans.iter_mut().enumerate() {
                    self.offset(span, &format!("{pointer}/{at}"), ruler)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Turns the offsets of anchors, which count the text of the block that they name.
    fn anchors(
        &self,
        content: &mut serde_json::Map<String, Value>,
        pointer: &str,
    ) -> Result<(), OffsetsError> {
        let mut rulers: HashMap<u64, Ruler> = HashMap::new();
        let blocks = content.get("blocks").cloned().unwrap_or_default();
        let notes = content.get_mut("footnotes").and_then(Value::as_array_mut);
        for (at, note) in notes.into_iter().flatten().enumerate() {
            let anchors = note.get_mut("anchors").and_then(Value::as_array_mut);
            for (place, anchor) in anchors.into_iter().flatten().enumerate() {
                let Some(block) = anchor.get("block").and_then(Value::as_u64) else { continue };
                let text = || {
                    let text = blocks.get(block as usize)?.get("text")?.get("text")?.as_str()?;
                    Some(self.ruler(text))
                };
                if let Entry::Vacant(free) = rulers.entry(block)
                    && let Some(ruler) = text()
                {
                    free.insert(ruler);
                }
                let pointer = format!("{pointer}/footnotes/{at}/anchors/{place}");
                if let (Some(ruler), Some(offset)) = (rulers.get(&block), anchor.get_mut("offset"))
                {
                    self.offset(offset, &pointer, ruler)?;
                }
                if let Some(span) = anchor.get_mut("span") {
                    self.offset(span, &pointer, &self.source)?;
                }
            }
        }
        Ok(())
    }

    fn ruler(&self, text: &str) -> Ruler {
        Ruler::new(text.to_owned(), self.offsets)
    }
}

/// Whether the field holds offsets.
fn is_offset(key: &str) -> bool {
    key == "span" || key.ends_with("_span") || matches!(key, "segments" | "range" | "offset")
}

/// A text with marks, from which any offset is a few steps away.
struct Ruler {
    text: String,
    offsets: Offsets,
    /// Bytes and units up to every so many characters; none where both are the same throughout.
    marks: Vec<(usize, usize)>,
}

impl Ruler {
    const STEP: usize = 64;

    fn new(text: String, offsets: Offsets) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let mut units = 0;
            for (number, (at, c)) in text.char_indices().enumerate() {
                if number % Self::STEP == 0 {
                    marks.push((at, units));
                }
                units += offsets.length(c);
            }
        }
        Ruler { text, offsets, marks }
    }

    /// The offset in units of an offset in bytes.
    fn units(&self, byte: usize) -> Option<usize> {
        if !self.text.is_char_boundary(byte) {
            return None;
        }
        let mark = self.marks.partition_point(|(at, _)| *at <= byte);
        let Some((at, units)) = mark.checked_sub(1).map(|mark| self.marks[mark]) else {
            return Some(byte);
        };
        let passed = self.text.get(at..byte)?.chars();
        Some(units + passed.map(|c| self.offsets.length(c)).sum::<usize>())
    }

    /// The offset in bytes of an offset in units.
    fn bytes(&self, unit: usize) -> Option<usize> {
        let mark = self.marks.partition_point(|(_, units)| *units <= unit);
        let Some((mut at, mut units)) = mark.checked_sub(1).map(|mark| self.marks[mark]) else {
            return (unit <= self.text.len()).then_some(unit);
        };
        for c in self.text.get(at..)?.chars() {
            if units >= unit {
                break;
            }
            units += self.offsets.length(c);
            at += c.len_utf8();
        }
        (units == unit).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_goes_there_and_back() {
        let text = "é中文 🌍a".repeat(40);
        for offsets in [Offsets::Utf8, Offsets::Utf16, Offsets::CodePoint] {
            let ruler = Ruler::new(text.clone(), offsets);
            let mut units = 0;
            for (at, c) in text.char_indices() {
                assert_eq!((ruler.units(at), ruler.bytes(units)), (Some(units), Some(at)));
                units += offsets.length(c);
            }
            assert_eq!(
                (ruler.units(text.len()), ruler.bytes(units)),
                (Some(units), Some(text.len()))
            );
            assert_eq!((ruler.units(1), ruler.bytes(units + 1)), (None, None));
        }
        let utf16 = Ruler::new("🌍".to_owned(), Offsets::Utf16);
        assert_eq!(utf16.bytes(1), None);
    }
}
