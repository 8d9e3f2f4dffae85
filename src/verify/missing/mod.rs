//! What the text has and the reading lacks, and fields that take their words from elsewhere than
//! where the text gives the field.
//!
//! The reading is laid beside our own, part by part: parts are the same where they overlap, however
//! each is cut. A part of ours without a counterpart is missing. A counterpart at another place is
//! false: the text gives the field elsewhere.

mod leaves;
mod mentions;

use serde_json::Value;

use super::index::Index;
use super::json::{Object, below, extent, items, overlap, place};
use super::print::Print;
use super::report::{DiscrepancyCode, Report, short, shown};
use crate::span::Span;
use leaves::body;

/// Checks what there should be.
pub(super) fn check(print: &Print<'_>, own: &Value, reading: &Value, report: &mut Report) {
    let mut missing = Missing { print, body: body(own), report };
    missing.document(own, reading, "");
    missing.mentions(own, reading);
    missing.leaves(reading);
}

struct Missing<'c, 'a> {
    print: &'c Print<'a>,
    /// Where our own reading has body.
    body: Index,
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
        self.strays(own.get("masthead"), claimed.get("masthead"), &below(pointer, "masthead"));
        let pointer = below(pointer, "content");
        let nothing = Value::Null;
        let own = own.get("content").unwrap_or(&nothing);
        let claimed = claimed.get("content").unwrap_or(&nothing);
        if let Some(language) = own.get("language") {
            self.field(language, claimed.get("language"), &below(&pointer, "language"));
        }
        for (key, parts) in [("footnotes", &["anchors"][..]), ("definitions", &["meaning"])] {
            let pointer = below(&pointer, key);
            let claimed = items(claimed.get(key));
            let there = Index::of(claimed.iter().map(placed));
            for part in items(own.get(key)) {
                let Some(span) = placed(part) else { continue };
                let Some((at, _)) = there.overlapping(span).next() else {
                    self.miss(part, &pointer);
                    continue;
                };
                for key in parts {
                    let own = part.get(key).unwrap_or(&nothing);
                    self.field(own, claimed[at].get(key), &format!("{pointer}/{at}/{key}"));
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
        let there = Index::of(extents(claimed).into_iter());
        let claimed = items(claimed.get("attachments"));
        let own = (items(own.get("attachments")), extents(own));
        let mut taken = vec![false; claimed.len()];
        let mut last = 0;
        for (part, span) in own.0.iter().zip(own.1) {
            let Some(span) = span else { continue };
            let free = there.overlapping(span).filter(|(at, _)| !taken[*at]);
            let found =
                free.max_by_key(|(_, other)| span.end.min(other.end) - span.start.max(other.start));
            let Some((at, _)) = found else {
                let words = short(span.slice(self.print.source));
                let message = format!("an attachment of the text: \"{words}\"");
                self.report.miss(pointer, Some(span), message);
                continue;
            };
            taken[at] = true;
            let pointer = format!("{pointer}/{at}");
            self.in_order(at, &mut last, Some(span), &pointer);
            let as_many = own.0.len() == claimed.len(); // else they are numbered otherwise
            for key in ["kind", "label"].into_iter().chain(as_many.then_some("id")) {
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

    /// What a list holds stands there in the order of the page.
    fn in_order(&mut self, at: usize, last: &mut usize, span: Option<Span>, pointer: &str) {
        if at < *last {
            let message = "in the text it stands behind what is listed behind it".to_owned();
            self.report.refuse(DiscrepancyCode::Structure, pointer, span, message);
        }
        *last = at.max(*last);
    }

    fn object(&mut self, own: &Object, claimed: &Object, pointer: &str) {
        let placed = place(own);
        if let (Some(a), Some(b)) = (placed, place(claimed))
            && !overlap(a, b)
        {
            return self.elsewhere(a, b, pointer);
        }
        // A mention may be cut in another way; what a field prints is whole.
        let cut = placed.zip(place(claimed)).filter(|(a, b)| {
            a != b && a.start <= b.start && b.end <= a.end && !claimed.contains_key("range")
        });
        if let (Some((whole, _)), Some(printed)) = (cut, own.get("printed")) {
            let message = format!("the text has more here: {}", shown(printed));
            self.report.miss(&below(pointer, "printed"), Some(whole), message);
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
        let mut last = 0;
        for part in own {
            let Some(span) = placed(part) else { continue };
            let free = |(at, _): &(usize, Span)| !taken[*at];
            let exact = index.overlapping(span).filter(free).find(|(_, other)| *other == span);
            match exact.or_else(|| index.overlapping(span).find(free)) {
                Some((at, _)) => {
                    taken[at] = true;
                    let pointer = format!("{pointer}/{at}");
                    self.in_order(at, &mut last, Some(span), &pointer);
                    self.field(part, claimed.get(at), &pointer);
                }
                None => left.push(part),
            }
        }
        let mut instead = 0;
        for (at, span) in spans.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            let Some(span) = span.filter(|_| !own.is_empty()) else { continue };
            instead += 1;
            let message = format!(
                "the text gives this field at other places, not at {} to {}: \"{}\"",
                span.start,
                span.end,
                short(span.slice(self.print.source))
            );
            let pointer = format!("{pointer}/{at}");
            self.report.refuse(DiscrepancyCode::OtherPlace, &pointer, Some(span), message);
        }
        // One at another place stands for one of ours: that is said already.
        for part in left.into_iter().skip(instead) {
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
}

/// The place of a part.
fn placed(part: &Value) -> Option<Span> {
    place(part.as_object()?)
}
