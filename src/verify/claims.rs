//! Every thing that the reading claims: its printed form stands at its span, it lies in what it is
//! a part of, its values follow from the printed form.

use std::fmt::Write as _;

use serde_json::Value;

use super::json::{Object, as_span, below, place};
use super::places::{Places, Said};
use super::print::Print;
use super::report::{DiscrepancyCode, Report, short, shown};
use super::values;
use crate::span::Span;

/// Checks all that is claimed, thing by thing.
pub(super) fn check(print: &Print<'_>, places: &Places<'_>, reading: &Value, report: &mut Report) {
    Claims { print, places, report }.walk(reading, "", None);
}

struct Claims<'c, 'a> {
    print: &'c Print<'a>,
    places: &'c Places<'a>,
    report: &'c mut Report,
}

impl Claims<'_, '_> {
    fn walk(&mut self, value: &Value, pointer: &str, holder: Option<Span>) {
        match value {
            Value::Object(object) => {
                let span = self.placed(object, pointer, holder);
                if let Some(span) = span.or_else(|| place(object)) {
                    self.values(object, span, pointer);
                }
                for (key, inner) in object {
                    let holder = match key.as_str() {
                        // No part of the words that name it; or cut from the edge of a text,
                        // where the structure knows it.
                        "document" | "meaning" | "note_marks" => None,
                        // Said by the note to a sponsor's name, or by the one to a count of votes.
                        "on_behalf_of" if !object.contains_key("titles") => None,
                        key if key.starts_with("states_") => None,
                        // Of a party also named by the letterhead, or by the heading as an annex
                        // repeats it.
                        "state"
                            if object.contains_key("accredited_to")
                                && !object.contains_key("range") =>
                        {
                            None
                        }
                        // Beside the name of the person, in the same text.
                        "office" | "state" | "organization"
                            if object.contains_key("honorifics") =>
                        {
                            holder
                        }
                        _ => span.or(holder),
                    };
                    self.walk(inner, &below(pointer, key), holder);
                }
            }
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.walk(item, &format!("{pointer}/{at}"), holder);
                }
            }
            _ => {}
        }
    }

    /// The spans of a thing are places, in its holder, with its words.
    fn placed(&mut self, object: &Object, pointer: &str, holder: Option<Span>) -> Option<Span> {
        for (key, value) in object {
            if (key == "span" || key.ends_with("_span"))
                && let Some(span) = as_span(value)
            {
                let pointer = below(pointer, key);
                let (start, end) = (span.start, span.end);
                if !self.print.has(span) {
                    let message = format!("{start} to {end} is no place in the source");
                    self.report.refuse(DiscrepancyCode::NoPlace, &pointer, None, message);
                    return None;
                }
                if let Some(holder) = holder
                    && (start < holder.start || end > holder.end)
                {
                    let message = format!(
                        "{start} to {end} lies outside what it is a part of, {} to {}",
                        holder.start, holder.end
                    );
                    self.report.refuse(DiscrepancyCode::Outside, &pointer, Some(span), message);
                }
            }
        }
        let span = object.get("span").and_then(as_span)?;
        if let Some(Value::String(printed)) = object.get("printed")
            && !self.print.stands(printed, span)
            && !self.in_columns(object, printed, span)
        {
            let message = format!(
                "{} does not stand at {} to {}: there stands \"{}\"",
                shown(&Value::from(printed.as_str())),
                span.start,
                span.end,
                short(span.slice(self.print.source))
            );
            let pointer = below(pointer, "printed");
            self.report.refuse(DiscrepancyCode::NotPrinted, &pointer, Some(span), message);
        }
        Some(span)
    }

    /// Whether the words stand beside those of another column, as our own reading parts them.
    fn in_columns(&self, object: &Object, printed: &str, span: Span) -> bool {
        let mut there = span.slice(self.print.source).split_whitespace();
        self.places.at(span, object).any(|own| own.get("printed") == object.get("printed"))
            && printed.split_whitespace().all(|word| there.any(|other| other == word))
    }

    /// The values of a thing at a place follow from what is printed there.
    fn values(&mut self, object: &Object, span: Span, pointer: &str) {
        for (key, value) in object {
            if value.is_null() || values::is_no_value(key, value) {
                continue;
            }
            let said = self.places.say(span, object, key);
            if said == Said::Same || values::follows(self.print, object, key, value, said) {
                continue;
            }
            let (pointer, claimed, own) = deepest(&below(pointer, key), value, said);
            let printed = object.get("printed").and_then(Value::as_str);
            let printed = short(printed.unwrap_or_else(|| span.slice(self.print.source)));
            let mut message = format!("{} does not follow from \"{printed}\"", shown(claimed));
            if let Some(own) = own {
                let _ = write!(message, ": our grammar reads {}", shown(own));
            }
            self.report.refuse(DiscrepancyCode::DoesNotFollow, &pointer, Some(span), message);
        }
    }
}

/// The innermost place where two values differ, as far as it is one place.
fn deepest<'v>(
    pointer: &str,
    claimed: &'v Value,
    said: Said<'v>,
) -> (String, &'v Value, Option<&'v Value>) {
    let Said::Other(mut own) = said else {
        return (pointer.to_owned(), claimed, None);
    };
    let (mut pointer, mut claimed) = (pointer.to_owned(), claimed);
    while let (Value::Object(a), Value::Object(b)) = (claimed, own) {
        let mut differing = a.iter().filter(|(key, value)| b.get(*key) != Some(value));
        let (Some((key, value)), None) = (differing.next(), differing.next()) else { break };
        let Some(other) = b.get(key) else { break };
        (pointer, claimed, own) = (below(&pointer, key), value, other);
    }
    (pointer, claimed, Some(own))
}
