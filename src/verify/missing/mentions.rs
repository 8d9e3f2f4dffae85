//! What the text mentions and the reading lacks.

use std::cmp::Reverse;

use serde_json::Value;

use super::super::index::Index;
use super::super::json::{as_span, below, items, place};
use super::super::report::short;
use super::{Missing, placed};
use crate::span::Span;

impl Missing<'_, '_> {
    /// What the text mentions, of the kinds that one extracts.
    pub(super) fn mentions(&mut self, own: &Value, claimed: &Value) {
        let mut texts = Vec::new();
        texts_of(claimed, "", &mut texts);
        texts.sort_by_key(|text: &ClaimedText<'_>| text.span);
        let mut ours = Vec::new();
        texts_of(own, "", &mut ours);
        for text in &ours {
            for mention in text.mentions {
                let Some((kind, span)) = compared(mention) else { continue };
                let holder = holder(&texts, span);
                let same = holder.and_then(|holder| {
                    let there = holder.index.overlapping(span);
                    let there = there.map(|(at, _)| (at, &holder.mentions[at]));
                    let alike = there.filter(|(_, claimed)| {
                        compared(claimed).is_some_and(|(other, _)| other == kind)
                    });
                    // Members of a list or range share their place: the likest is the same.
                    alike.max_by_key(|(at, claimed)| (likeness(mention, claimed), Reverse(*at)))
                });
                let same = same.filter(|(_, claimed)| likeness(mention, claimed) > 0);
                match (same, holder) {
                    (Some((at, same)), Some(holder)) => {
                        let pointer = format!("{}/{at}", holder.pointer);
                        self.field(mention, Some(same), &pointer);
                    }
                    // Where the whole text is missing, that is said once.
                    (_, Some(holder)) if is_extracted(kind) => {
                        let words = short(span.slice(self.print.source));
                        let kind = kind.replace('_', " ");
                        let message = format!("the text mentions a {kind} here: \"{words}\"");
                        self.report.miss(&holder.pointer, Some(span), message);
                    }
                    _ => {}
                }
            }
        }
    }
}

/// A text of the reading, with the pointer of its mentions.
struct ClaimedText<'v> {
    span: Span,
    pointer: String,
    mentions: &'v [Value],
    index: Index,
}

fn texts_of<'v>(value: &'v Value, pointer: &str, texts: &mut Vec<ClaimedText<'v>>) {
    match value {
        Value::Object(object) => {
            if let (Some(span), Some(mentions)) =
                (object.get("span").and_then(as_span), object.get("mentions"))
            {
                let mentions = items(Some(mentions));
                let index = Index::of(mentions.iter().map(placed));
                texts.push(ClaimedText {
                    span,
                    pointer: below(pointer, "mentions"),
                    mentions,
                    index,
                });
                return;
            }
            for (key, inner) in object {
                texts_of(inner, &below(pointer, key), texts);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                texts_of(item, &format!("{pointer}/{at}"), texts);
            }
        }
        _ => {}
    }
}

/// The text that holds a place: the last one that begins before it, else one that began earlier
/// and is interrupted by it.
fn holder<'t, 'v>(texts: &'t [ClaimedText<'v>], span: Span) -> Option<&'t ClaimedText<'v>> {
    const INTERRUPTIONS: usize = 64;
    let end = texts.partition_point(|text| text.span.start <= span.start);
    texts[..end].iter().rev().take(INTERRUPTIONS).find(|text| text.span.end >= span.end)
}

/// Kind and place of a mention.
fn compared(mention: &Value) -> Option<(&str, Span)> {
    Some((mention.get("kind")?.as_str()?, place(mention.as_object()?)?))
}

/// Whether a mention of this kind is one that a reading must have.
fn is_extracted(kind: &str) -> bool {
    matches!(kind, "citation" | "member_state" | "date" | "organization" | "person")
}

/// How far a mention is the same as one of ours at its place; 0 where it is another.
fn likeness(own: &Value, claimed: &Value) -> u8 {
    let same = |key| own.get(key) == claimed.get(key);
    match own.get("canonical") {
        _ if own == claimed => 3,
        Some(_) if same("canonical") => 2,
        Some(_) if !same("span") => 0,
        _ => 1,
    }
}
