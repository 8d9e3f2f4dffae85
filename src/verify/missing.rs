//! What the text has and the reading lacks, and fields that take their words from elsewhere than
//! where the text gives the field.
//!
//! The reading is laid beside our own, part by part: parts are the same where they overlap, however
//! each is cut. A part of ours without a counterpart is missing. A counterpart at another place is
//! false: the text gives the field elsewhere.

use std::cmp::Reverse;

use serde_json::Value;

use super::index::Index;
use super::json::{Object, as_span, below, extent, items, objects, overlap, place};
use super::print::Print;
use super::report::{DiscrepancyCode, Report, short, shown};
use crate::coverage::covered;
use crate::span::Span;

/// Checks what there should be.
pub(super) fn check(print: &Print<'_>, own: &Value, reading: &Value, report: &mut Report) {
    let mut missing = Missing { print, report };
    missing.document(own, reading, "");
    missing.mentions(own, reading);
    missing.leaves(reading);
}

struct Missing<'c, 'a> {
    print: &'c Print<'a>,
    report: &'c mut Report,
}

impl Missing<'_, '_> {
    /// The fields of a document and the parts of its content; its blocks are leaves.
    fn document(&mut self, own: &Value, claimed: &Value, pointer: &str) {
        let (Some(own), Some(claimed)) = (own.as_object(), claimed.as_object()) else { return };
        let same_kind = own.get("document_type") == claimed.get("document_type");
        for (key, value) in own {
            match key.as_str() {
                // A kind that we do not know may be known to others.
                "document_type" if value != "other" => {
                    self.flag(value, claimed.get(key), &below(pointer, key));
                }
                "content" | "schema_version" | "offsets" | "source" | "document_type" => {}
                // A field of another kind of document is no field of this one.
                _ if same_kind || claimed.contains_key(key) => {
                    self.field(value, claimed.get(key), &below(pointer, key));
                }
                _ => {}
            }
        }
        let pointer = below(pointer, "content");
        let nothing = Value::Null;
        let own = own.get("content").unwrap_or(&nothing);
        let claimed = claimed.get("content").unwrap_or(&nothing);
        for key in ["footnotes", "definitions"] {
            let there = Index::of(items(claimed.get(key)).iter().map(placed));
            for part in items(own.get(key)) {
                if placed(part).is_some_and(|span| there.overlapping(span).next().is_none()) {
                    self.miss(part, &below(&pointer, key));
                }
            }
        }
        self.attachments(own, claimed, &below(&pointer, "attachments"));
    }

    /// Attachments are the same where their texts overlap most.
    fn attachments(&mut self, own: &Value, claimed: &Value, pointer: &str) {
        let extents = |content: &Value| -> Vec<Option<Span>> {
            let attachments = items(content.get("attachments")).iter();
            attachments.map(|a| a.get("document").and_then(extent)).collect()
        };
        let claimed_extents = extents(claimed);
        let claimed = items(claimed.get("attachments"));
        let mut from = 0;
        for (part, span) in items(own.get("attachments")).iter().zip(extents(own)) {
            let Some(span) = span else { continue };
            // Both lists are in the order of the page.
            let rest = claimed_extents.iter().enumerate().skip(from);
            let found = rest.filter_map(|(at, other)| other.map(|other| (at, other)));
            let found = found
                .filter(|(_, other)| overlap(span, *other))
                .max_by_key(|(_, other)| span.end.min(other.end) - span.start.max(other.start));
            let Some((at, _)) = found else {
                let words = short(span.slice(self.print.source));
                let message = format!("an attachment of the text: \"{words}\"");
                self.report.miss(pointer, Some(span), message);
                continue;
            };
            from = at + 1;
            let pointer = format!("{pointer}/{at}");
            for key in ["kind", "label"] {
                let value = part.get(key).unwrap_or(&Value::Null);
                self.field(value, claimed[at].get(key), &below(&pointer, key));
            }
            if let (Some(own), Some(claimed)) = (part.get("document"), claimed[at].get("document"))
            {
                self.document(own, claimed, &below(&pointer, "document"));
            }
        }
    }

    /// One field of ours and its counterpart.
    fn field(&mut self, own: &Value, claimed: Option<&Value>, pointer: &str) {
        let claimed = claimed.unwrap_or(&Value::Null);
        match (own, claimed) {
            (Value::Null, _) => {}
            (Value::Array(own), Value::Array(claimed)) => self.list(own, claimed, pointer),
            (Value::Array(own), _) if own.is_empty() => {}
            (_, Value::Null) => self.miss(own, pointer),
            (Value::Object(own), Value::Object(claimed)) => self.object(own, claimed, pointer),
            // Of a thing with a place the values are checked as claims.
            (Value::Bool(_) | Value::String(_), _) => self.flag(own, Some(claimed), pointer),
            _ => {}
        }
    }

    fn object(&mut self, own: &Object, claimed: &Object, pointer: &str) {
        let placed = place(own);
        if let (Some(a), Some(b)) = (placed, place(claimed))
            && !overlap(a, b)
        {
            return self.elsewhere(a, b, pointer);
        }
        for (key, value) in own {
            let there = claimed.get(key);
            let is_value = !(value.is_object() || value.is_array() || value.is_null());
            if placed.is_none() || !is_value || there.is_none_or(Value::is_null) {
                self.field(value, there, &below(pointer, key));
            }
        }
    }

    /// A list: what overlaps is the same; of what is left over, ours is missing and the reading's
    /// is from another place.
    fn list(&mut self, own: &[Value], claimed: &[Value], pointer: &str) {
        if own.iter().all(|part| placed(part).is_none()) {
            return;
        }
        let spans: Vec<Option<Span>> = claimed.iter().map(placed).collect();
        let index = Index::of(spans.iter().copied());
        let mut taken = vec![false; claimed.len()];
        let mut left = Vec::new();
        for part in own {
            let Some(span) = placed(part) else { continue };
            let free = |(at, _): &(usize, Span)| !taken[*at];
            let exact = index.overlapping(span).filter(free).find(|(_, other)| *other == span);
            match exact.or_else(|| index.overlapping(span).find(free)) {
                Some((at, _)) => {
                    taken[at] = true;
                    self.field(part, claimed.get(at), &format!("{pointer}/{at}"));
                }
                None => left.push(part),
            }
        }
        for (at, span) in spans.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            let Some(span) = span.filter(|_| !own.is_empty()) else { continue };
            let message = format!(
                "the text gives this field at other places, not at {} to {}: \"{}\"",
                span.start,
                span.end,
                short(span.slice(self.print.source))
            );
            let pointer = format!("{pointer}/{at}");
            self.report.refuse(DiscrepancyCode::OtherPlace, &pointer, Some(span), message);
        }
        for part in left {
            self.miss(part, pointer);
        }
    }

    fn elsewhere(&mut self, own: Span, claimed: Span, pointer: &str) {
        if self.report.has_refused(pointer) {
            return; // it stands nowhere
        }
        let message = format!(
            "the text gives this field at {} to {}, \"{}\", not at {} to {}",
            own.start,
            own.end,
            short(own.slice(self.print.source)),
            claimed.start,
            claimed.end
        );
        self.report.refuse(DiscrepancyCode::OtherPlace, pointer, Some(claimed), message);
    }

    /// A value without a place.
    fn flag(&mut self, own: &Value, claimed: Option<&Value>, pointer: &str) {
        let claimed = claimed.unwrap_or(&Value::Null);
        if own != claimed {
            let message = format!(
                "{} does not follow from the text: our grammar reads {}",
                shown(claimed),
                shown(own)
            );
            self.report.refuse(DiscrepancyCode::DoesNotFollow, pointer, None, message);
        }
    }

    fn miss(&mut self, own: &Value, pointer: &str) {
        let span = own.as_object().and_then(place);
        match span {
            Some(span) => {
                let words = short(span.slice(self.print.source));
                self.report.miss(pointer, Some(span), format!("the text has \"{words}\" here"));
            }
            // A group of fields, such as the vote: what is in it is missing.
            None if own.is_object() => {
                for value in own.as_object().into_iter().flat_map(Object::values) {
                    if !value.is_null() && !items(Some(value)).is_empty() {
                        self.miss(value, pointer);
                    }
                }
            }
            None if own.is_array() => {
                for own in items(Some(own)) {
                    self.miss(own, pointer);
                }
            }
            None => self.report.miss(pointer, None, format!("the text gives {} here", shown(own))),
        }
    }

    /// What the text mentions, of the kinds that one extracts.
    fn mentions(&mut self, own: &Value, claimed: &Value) {
        let mut texts = Vec::new();
        texts_of(claimed, "", &mut texts);
        texts.sort_by_key(|text: &ClaimedText<'_>| text.span);
        let mut ours = Vec::new();
        texts_of(own, "", &mut ours);
        for text in &ours {
            for mention in text.mentions {
                let Some((kind, span)) = extracted(mention) else { continue };
                let holder = holder(&texts, span);
                let same = holder.and_then(|holder| {
                    let there = holder.index.overlapping(span);
                    let there = there.map(|(at, _)| (at, &holder.mentions[at]));
                    let alike = there.filter(|(_, claimed)| {
                        extracted(claimed).is_some_and(|(other, _)| other == kind)
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
                    (_, Some(holder)) => {
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

    /// Every printed byte of the source lies in one leaf.
    fn leaves(&mut self, reading: &Value) {
        let mut spans = Vec::new();
        leaves_of(reading, &mut spans);
        let coverage = covered(self.print.source, spans);
        for span in coverage.doubled {
            let words = short(span.slice(self.print.source));
            let message = format!("\"{words}\" lies in two blocks, notes or pieces of furniture");
            let code = DiscrepancyCode::CountedTwice;
            self.report.refuse(code, "/content/blocks", Some(span), message);
        }
        for span in coverage.uncovered {
            let words = short(span.slice(self.print.source));
            let message = format!("no block, note or piece of furniture holds \"{words}\"");
            self.report.miss("/content/blocks", Some(span), message);
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

/// The place of a part.
fn placed(part: &Value) -> Option<Span> {
    place(part.as_object()?)
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

/// Kind and place of a mention that one extracts.
fn extracted(mention: &Value) -> Option<(&str, Span)> {
    let kind = mention.get("kind")?.as_str()?;
    let extracted =
        matches!(kind, "citation" | "member_state" | "date" | "organization" | "person");
    Some((kind, extracted.then(|| place(mention.as_object()?)).flatten()?))
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
