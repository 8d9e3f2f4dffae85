//! What a verification has found.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Whether a reading holds against its text, and where it does not.
///
/// A field that the text contradicts stands in `false_fields`; what the text has and the reading
/// lacks stands in `missing`. Both are in the order of the places in the reading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Verification {
    /// The fields that do not hold.
    pub false_fields: Vec<Discrepancy>,
    /// What the text has and the reading lacks.
    pub missing: Vec<Discrepancy>,
}

impl Verification {
    /// Whether every field holds; something may still be missing.
    pub fn is_true(&self) -> bool {
        self.false_fields.is_empty()
    }

    /// Whether every field holds and nothing is missing.
    pub fn is_complete(&self) -> bool {
        self.is_true() && self.missing.is_empty()
    }
}

/// One field that does not hold, or one thing that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Discrepancy {
    /// The kind of the discrepancy.
    pub code: DiscrepancyCode,
    /// The JSON pointer of the field; of what is missing, of the place where it belongs.
    pub pointer: String,
    /// One sentence for a person.
    pub message: String,
    /// The place in the source that it speaks of, in UTF-8 bytes; null where there is none.
    pub span: Option<Span>,
}

/// The kind of a [`Discrepancy`], stable for programs to match on.
///
/// `malformed`: the field is not of the form that the schema gives it. `no_place`: the span is no
/// place in the source. `not_printed`: the printed words do not stand at the span.
/// `outside`: the field stands outside what it is a part of. `not_in_text`: the text of a block is
/// not what its segments hold, or a range or offset in it points elsewhere than the span.
/// `does_not_follow`: the value does not follow from the printed words. `other_place`: the text
/// gives this field at another place. `structure`: order, depth or parents are not those of the
/// text. `counted_twice`: a stretch of the source lies in two leaves. `missing`: the text has it,
/// the reading lacks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum DiscrepancyCode {
    Malformed,
    NoPlace,
    NotPrinted,
    Outside,
    NotInText,
    DoesNotFollow,
    OtherPlace,
    Structure,
    CountedTwice,
    Missing,
}

impl DiscrepancyCode {
    /// The code as it stands in JSON and in messages, such as `not_printed`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::NoPlace => "no_place",
            Self::NotPrinted => "not_printed",
            Self::Outside => "outside",
            Self::NotInText => "not_in_text",
            Self::DoesNotFollow => "does_not_follow",
            Self::OtherPlace => "other_place",
            Self::Structure => "structure",
            Self::CountedTwice => "counted_twice",
            Self::Missing => "missing",
        }
    }
}

/// A verification while it is made.
#[derive(Default)]
pub(super) struct Report {
    found: Verification,
    refused: BTreeSet<String>,
}

impl Report {
    /// Adds a field that does not hold. Of one field the first reason is enough.
    pub(super) fn refuse(
        &mut self,
        code: DiscrepancyCode,
        pointer: &str,
        span: Option<Span>,
        message: String,
    ) {
        let pointer = pointer.to_owned();
        if self.refused.insert(pointer.clone()) {
            self.found.false_fields.push(Discrepancy { code, pointer, message, span });
        }
    }

    /// Adds what the reading lacks.
    pub(super) fn miss(&mut self, pointer: &str, span: Option<Span>, message: String) {
        let pointer = pointer.to_owned();
        let missing = Discrepancy { code: DiscrepancyCode::Missing, pointer, message, span };
        self.found.missing.push(missing);
    }

    /// Whether a field at this pointer or below it was refused.
    pub(super) fn has_refused(&self, pointer: &str) -> bool {
        self.refused.contains(pointer) || {
            let below = format!("{pointer}/");
            let mut next = self.refused.range(below.clone()..);
            next.next().is_some_and(|refused| refused.starts_with(&below))
        }
    }

    /// What was found.
    pub(super) fn end(self) -> Verification {
        self.found
    }
}

/// A value, short, for a sentence.
pub(super) fn shown(value: &serde_json::Value) -> String {
    let text = match value {
        serde_json::Value::String(text) => format!("\"{text}\""),
        other => other.to_string(),
    };
    short(&text)
}

/// The beginning of a text, for a sentence.
pub(super) fn short(text: &str) -> String {
    const LENGTH: usize = 60;
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
