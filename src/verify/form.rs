//! Whether a reading has the form of the schema, and if not, where not.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::json::below;
use super::report::{DiscrepancyCode, Report};
use crate::model::{
    Adoption, Attachment, Block, Content, Date, Definition, Document, Footnote, Furniture,
    Masthead, MemberState, Mention, Organization, Party, Pinpoint, Printed, PrintedDate,
    SCHEMA_VERSION, Signatory, Symbol, Text,
};
use crate::span::Span;

/// Checks the form. Every part that alone is of no known form is named, the innermost one first.
pub(super) fn check(reading: &Value, report: &mut Report) {
    let version = reading.get("schema_version").and_then(Value::as_str).unwrap_or_default();
    let major = |version: &str| version.split('.').next().map(str::to_owned);
    if major(version) != major(SCHEMA_VERSION) {
        let message = format!("the reading is in version \"{version}\" of the format, not in 1.x");
        report.refuse(DiscrepancyCode::Malformed, "/schema_version", None, message);
    }
    let Some(message) = refusal::<Document>(reading) else { return };
    if !parts(reading, "", report) {
        report.refuse(DiscrepancyCode::Malformed, "", None, message);
    }
}

fn refusal<T: DeserializeOwned>(value: &Value) -> Option<String> {
    serde_json::from_value::<T>(value.clone()).err().map(|error| error.to_string())
}

/// Names the innermost parts that are of no known form, where nothing worse is known of them;
/// whether there are any.
fn parts(value: &Value, pointer: &str, report: &mut Report) -> bool {
    let mut found = false;
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                found |= parts(inner, &below(pointer, key), report);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                found |= parts(item, &format!("{pointer}/{at}"), report);
            }
        }
        _ => {}
    }
    if found {
        return true;
    }
    let Some(message) = part(value, pointer) else { return false };
    if !report.has_refused(pointer) {
        report.refuse(DiscrepancyCode::Malformed, pointer, None, message);
    }
    true
}

/// What is wrong with one part, by its place in the schema.
fn part(value: &Value, pointer: &str) -> Option<String> {
    let mut keys = pointer.rsplit('/');
    let last = keys.next().unwrap_or_default();
    let (key, is_item) = match last.parse::<usize>() {
        Ok(_) => (keys.next().unwrap_or_default(), true),
        Err(_) => (last, false),
    };
    if value.is_null() {
        return None; // what may be null is known by what it is a part of
    }
    match key {
        "blocks" if is_item => refusal::<Block>(value),
        "footnotes" if is_item => refusal::<Footnote>(value),
        "definitions" if is_item => refusal::<Definition>(value),
        "attachments" if is_item => refusal::<Attachment>(value),
        "furniture" if is_item => refusal::<Furniture>(value),
        "mentions" if is_item => refusal::<Mention>(value),
        "pinpoints" if is_item => refusal::<Pinpoint>(value),
        "signatories" if is_item => refusal::<Signatory>(value),
        "senders" | "addressees" if is_item => refusal::<Party>(value),
        "segments" if is_item => refusal::<Span>(value),
        "titles" | "sessions" | "terms" if is_item => refusal::<Printed>(value),
        "masthead" => refusal::<Masthead>(value),
        "content" => refusal::<Content>(value),
        "adoption" => refusal::<Adoption>(value),
        "document" | "" => refusal::<Document>(value),
        "document_date" | "publication_date" => refusal::<PrintedDate>(value),
        "date" | "end_date" if value.is_string() => refusal::<Date>(value),
        "symbol" => refusal::<Symbol>(value),
        "state" | "member_state" => refusal::<MemberState>(value),
        "accredited_to" => refusal::<Organization>(value),
        "title" | "place" | "transmits" | "label" | "mark" | "meaning" | "form" => {
            refusal::<Printed>(value)
        }
        "text" if value.is_object() => refusal::<Text>(value),
        _ if key.ends_with("span") => refusal::<Span>(value),
        _ => None,
    }
}
