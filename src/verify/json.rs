//! Small readings of JSON values.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::span::Span;

/// A JSON object.
pub(super) type Object = Map<String, Value>;

/// Visits every object in a value, outer ones first.
pub(super) fn objects<'v>(value: &'v Value, visit: &mut impl FnMut(&'v Object)) {
    match value {
        Value::Object(object) => {
            visit(object);
            object.values().for_each(|inner| objects(inner, visit));
        }
        Value::Array(items) => items.iter().for_each(|item| objects(item, visit)),
        _ => {}
    }
}

/// Whether a value is nested deeper than so many levels; takes no stack that grows with it.
pub(super) fn depth_exceeds(value: &Value, limit: usize) -> bool {
    let mut open = vec![(value, 0)];
    while let Some((value, depth)) = open.pop() {
        if depth > limit {
            return true;
        }
        match value {
            Value::Object(object) => open.extend(object.values().map(|inner| (inner, depth + 1))),
            Value::Array(items) => open.extend(items.iter().map(|inner| (inner, depth + 1))),
            _ => {}
        }
    }
    false
}

/// The value as a span.
pub(super) fn as_span(value: &Value) -> Option<Span> {
    let offset = |key| value.get(key)?.as_u64()?.try_into().ok();
    Some(Span { start: offset("start")?, end: offset("end")? })
}

/// Where a thing stands in the source: its own span, that of its text, or, of a mention, that of
/// what it names.
pub(super) fn place(object: &Object) -> Option<Span> {
    let inner = |key| object.get(key)?.get("span").and_then(as_span);
    let named = || {
        let mention = object.contains_key("range");
        mention.then(|| inner("member_state").or_else(|| inner("organization"))).flatten()
    };
    object.get("span").and_then(as_span).or_else(|| inner("text")).or_else(named)
}

/// A text field of an object; empty where there is none.
pub(super) fn text<'v>(object: &'v Object, key: &str) -> &'v str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The items of an array; none where the value is none.
pub(super) fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The pointer of a field below another.
pub(super) fn below(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// Whether two spans share a byte.
pub(super) fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether two objects are of one notion: they have the same fields and, where they have one, the
/// same kind of mention.
pub(super) fn alike(a: &Object, b: &Object) -> bool {
    let mention =
        |object: &Object| object.contains_key("range").then(|| object.get("kind").cloned());
    a.len() == b.len() && a.keys().all(|key| b.contains_key(key)) && mention(a) == mention(b)
}

/// From the first to the last leaf of a document.
pub(super) fn extent(document: &Value) -> Option<Span> {
    let mut spans = Vec::new();
    let mut seen = HashSet::new();
    objects(document, &mut |object| {
        if object.contains_key("segments")
            && let Some(span) = object.get("span").and_then(as_span)
            && seen.insert(span)
        {
            spans.push(span);
        }
    });
    spans.into_iter().reduce(Span::cover)
}
