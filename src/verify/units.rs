//! What the offsets of a reading count, and the reading with bytes instead.

use std::borrow::Cow;

use serde_json::Value;

use super::json::{Object, as_span, below, objects};
use super::report::{DiscrepancyCode, Report, shown};
use crate::model::Offsets;

/// The reading with offsets in bytes. A unit that is none is refused, and so is one in which the
/// printed forms do not stand where another unit finds them: the reading is then taken in that one,
/// so that one false word is one finding.
pub(super) fn in_bytes<'r>(
    source: &str,
    reading: &'r Value,
    report: &mut Report,
) -> Cow<'r, Value> {
    let Some(object) = reading.as_object() else { return Cow::Borrowed(reading) };
    let claimed = match object.get("offsets") {
        None => Some(Offsets::Utf8),
        Some(said) => serde_json::from_value(said.clone()).ok(),
    };
    if let Some(said) = object.get("offsets")
        && claimed.is_none()
    {
        let message = format!("{} is no unit of offsets", shown(said));
        report.refuse(DiscrepancyCode::Malformed, "/offsets", None, message);
    }
    inner(object, "", object.get("offsets"), report);
    let claimed = claimed.unwrap_or_default();
    let here = in_unit(claimed, source, reading);
    let (standing, all) = printed_and_standing(source, &here);
    // A lie or two about places is no other unit: that shifts all that stands behind some letter.
    if source.is_ascii() || standing >= all - all.div_ceil(8) {
        return here;
    }
    let others = [Offsets::Utf8, Offsets::CodePoint, Offsets::Utf16].into_iter();
    let others = others.filter(|unit| *unit != claimed).map(|unit| {
        let turned = in_unit(unit, source, reading);
        (printed_and_standing(source, &turned).0, unit, turned)
    });
    match others.max_by_key(|(standing, ..)| *standing) {
        Some((there, unit, turned)) if there > standing + 2 && there >= all - all.div_ceil(8) => {
            let message = format!(
                "the printed forms stand where the spans say if they count {}, not {}",
                unit.as_str(),
                claimed.as_str()
            );
            report.refuse(DiscrepancyCode::DoesNotFollow, "/offsets", None, message);
            turned
        }
        _ => here,
    }
}

fn in_unit<'r>(unit: Offsets, source: &str, reading: &'r Value) -> Cow<'r, Value> {
    if unit == Offsets::Utf8 {
        return Cow::Borrowed(reading);
    }
    let mut turned = reading.clone();
    unit.to_bytes(source, &mut turned);
    Cow::Owned(turned)
}

/// How many printed forms begin and end at their spans, and how many there are.
fn printed_and_standing(source: &str, reading: &Value) -> (usize, usize) {
    let (mut count, mut all) = (0, 0);
    objects(reading, &mut |object| {
        let (Some(printed), Some(span)) =
            (object.get("printed").and_then(Value::as_str), object.get("span").and_then(as_span))
        else {
            return;
        };
        let there = span.slice(source);
        all += 1;
        count += usize::from(
            !printed.is_empty()
                && printed.chars().next() == there.chars().next()
                && printed.chars().next_back() == there.chars().next_back(),
        );
    });
    (count, all)
}

/// The attached documents count as the whole does.
fn inner(object: &Object, pointer: &str, whole: Option<&Value>, report: &mut Report) {
    for (key, value) in object {
        let pointer = below(pointer, key);
        match value {
            Value::Object(object) => {
                let own = object.get("offsets").filter(|_| key == "document");
                if own.is_some_and(|own| Some(own) != whole) {
                    let message = "an attached document counts its offsets as the whole does";
                    let pointer = below(&pointer, "offsets");
                    report.refuse(DiscrepancyCode::DoesNotFollow, &pointer, None, message.into());
                }
                inner(object, &pointer, whole, report);
            }
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    if let Value::Object(object) = item {
                        inner(object, &format!("{pointer}/{at}"), whole, report);
                    }
                }
            }
            _ => {}
        }
    }
}
