//! Our own reading of the text, by place.

use std::collections::HashMap;

use serde_json::Value;

use super::json::{Object, alike, objects, place};
use crate::span::Span;

/// What our own reading says at each place of the text.
pub(super) struct Places<'a> {
    by_span: HashMap<Span, Vec<&'a Object>>,
}

/// What our own reading says of a field at a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Said<'a> {
    /// The same.
    Same,
    /// Something else.
    Other(&'a Value),
    /// It has no such thing there.
    Nothing,
}

impl<'a> Places<'a> {
    pub(super) fn of(own: &'a Value) -> Self {
        let mut by_span: HashMap<Span, Vec<&'a Object>> = HashMap::new();
        objects(own, &mut |object| {
            let Some(span) = place(object) else { return };
            let here = by_span.entry(span).or_default();
            // The same thing is said of one place a few times at most; more is repetition.
            if here.len() < 32 && !here.contains(&object) {
                here.push(object);
            }
        });
        Places { by_span }
    }

    /// The things of one notion with this one at a place.
    pub(super) fn at(&self, span: Span, object: &Object) -> impl Iterator<Item = &'a Object> {
        let here = self.by_span.get(&span).map_or(&[][..], Vec::as_slice);
        here.iter().copied().filter(move |own| alike(own, object))
    }

    /// What is said of a field of a thing at a place.
    pub(super) fn say(&self, span: Span, object: &Object, key: &str) -> Said<'a> {
        let claimed = object.get(key);
        let mut other = Said::Nothing;
        for own in self.at(span, object) {
            match own.get(key) {
                value if value == claimed => return Said::Same,
                Some(value) if other == Said::Nothing => other = Said::Other(value),
                _ => {}
            }
        }
        other
    }
}
