//! Which part of the page is which: every byte in one leaf, body apart from front and furniture.

use serde_json::Value;

use super::super::index::Index;
use super::super::json::{as_span, below, items, objects, overlap, place};
use super::super::report::{DiscrepancyCode, short};
use super::{Missing, placed};
use crate::coverage::covered;
use crate::span::Span;

impl Missing<'_, '_> {
    /// Every printed byte of the source lies in one leaf.
    pub(super) fn leaves(&mut self, reading: &Value) {
        let mut spans = Vec::new();
        leaves_of(reading, &mut spans);
        let coverage = covered(self.print.source, spans);
        for span in coverage.doubled {
            let words = short(span.slice(self.print.source));
            let message = format!("\"{words}\" lies in two blocks, notes or pieces of furniture");
            let code = DiscrepancyCode::CountedTwice;
            self.report.refuse(code, "/content/blocks", Some(span), message);
        }
        self.furniture(reading, "");
        for span in coverage.uncovered {
            let words = short(span.slice(self.print.source));
            let message = format!("no block, note or piece of furniture holds \"{words}\"");
            self.report.miss("/content/blocks", Some(span), message);
        }
    }

    /// What is text to us is no furniture.
    fn furniture(&mut self, value: &Value, pointer: &str) {
        match value {
            Value::Object(object) => {
                for (key, inner) in object {
                    let pointer = below(pointer, key);
                    for (at, piece) in items(Some(inner)).iter().enumerate() {
                        let Some(span) = placed(piece).filter(|_| key == "furniture") else {
                            break;
                        };
                        if self.in_body(span) {
                            let words = short(span.slice(self.print.source));
                            let message = format!("\"{words}\" is text, no furniture of the page");
                            let (code, pointer) =
                                (DiscrepancyCode::DoesNotFollow, format!("{pointer}/{at}"));
                            self.report.refuse(code, &pointer, Some(span), message);
                        }
                    }
                    self.furniture(inner, &pointer);
                }
            }
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.furniture(item, &format!("{pointer}/{at}"));
                }
            }
            _ => {}
        }
    }

    /// Whether a place lies in one stretch of what is body to us.
    fn in_body(&self, span: Span) -> bool {
        let first = Span { start: span.start, end: span.start.saturating_add(1) };
        self.body.overlapping(first).any(|(_, body)| span.end <= body.end)
    }

    /// What a masthead says does not stand in the body of the text, or below it.
    pub(super) fn strays(&mut self, own: Option<&Value>, claimed: Option<&Value>, pointer: &str) {
        let mut ours = Vec::new();
        placed_in(own.unwrap_or(&Value::Null), "", &mut ours);
        let mut theirs = Vec::new();
        placed_in(claimed.unwrap_or(&Value::Null), pointer, &mut theirs);
        for (pointer, span) in theirs {
            let known = |span| ours.iter().any(|(_, own)| overlap(*own, span));
            if self.in_body(span) && !known(span) {
                let message = "this stands in the body of the text, not in a masthead".to_owned();
                self.report.refuse(DiscrepancyCode::OtherPlace, &pointer, Some(span), message);
            }
        }
    }
}

/// The leaves of all texts, notes and furniture.
fn leaves_of(reading: &Value, leaves: &mut Vec<Span>) {
    objects(reading, &mut |object| {
        leaves.extend(object.get("marker_span").and_then(as_span));
        leaves.extend(items(object.get("segments")).iter().filter_map(as_span));
        for key in ["note_marks", "furniture"] {
            let spans = items(object.get(key)).iter();
            leaves.extend(spans.filter_map(|leaf| leaf.get("span").and_then(as_span)));
        }
    });
}

/// Everything in a value that has a place, outermost only.
fn placed_in(value: &Value, pointer: &str, found: &mut Vec<(String, Span)>) {
    match value {
        Value::Object(object) => match place(object) {
            Some(span) => found.push((pointer.to_owned(), span)),
            None => {
                for (key, inner) in object {
                    placed_in(inner, &below(pointer, key), found);
                }
            }
        },
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                placed_in(item, &format!("{pointer}/{at}"), found);
            }
        }
        _ => {}
    }
}

/// The places of our own blocks that are body, not front, and of the notes.
pub(super) fn body(own: &Value) -> Index {
    let mut spans = Vec::new();
    objects(own, &mut |object| {
        let kind = object.get("kind").and_then(Value::as_str).unwrap_or_default();
        let is_body = object.contains_key("marker_span")
            || (object.contains_key("depth")
                && matches!(
                    kind,
                    "paragraph"
                        | "list_item"
                        | "preambular_paragraph"
                        | "operative_paragraph"
                        | "instruction"
                        | "salutation"
                        | "closing"
                        | "signature"
                ));
        if is_body {
            let text = object.get("text").and_then(|text| text.get("segments"));
            spans.extend(items(text).iter().filter_map(as_span).map(Some));
        }
    });
    Index::of(spans.into_iter())
}
