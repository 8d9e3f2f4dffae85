//! The form of a memorandum: who it is to and from, its date and subject.

use std::ops::Range;

use crate::block::{FormField, RawBlock, Shape, form_fields, is_capitals, skip_article};
use crate::inline::{dates_in, office_at};
use crate::model::{Party, Printed, PrintedDate};
use crate::text::{Flow, begins_lower, ends_sentence};

use super::parties::{as_person, parties_of};

/// Blocks further down than this hold no field.
const DEEPEST: usize = 24;

/// What the fields say.
#[derive(Default)]
pub(super) struct Form {
    pub(super) to: Vec<Party>,
    pub(super) from: Vec<Party>,
    pub(super) date: Option<PrintedDate>,
    pub(super) subject: Option<Printed>,
    /// Whether the last line of a subject is that of the one kept.
    subject_goes_on: bool,
}

/// Whether the text stands on such a form: near its head two of the fields that make one, or its
/// name in capitals beside one of them.
pub(super) fn is_form(own: &[RawBlock]) -> bool {
    let (mut fields, mut named) = (Vec::new(), false);
    for raw in own.iter().take(DEEPEST) {
        let text = raw.flow.text.as_str();
        if text.len() > 300 {
            continue;
        }
        let makes = |field: &FormField| !matches!(field, FormField::Other | FormField::Date);
        fields.extend(form_fields(text).into_iter().map(|(field, _)| field).filter(makes));
        let mut words = text.split(|c: char| !c.is_alphabetic());
        named |= words.any(|word| word == "MEMORANDUM" || word == "MÉMORANDUM");
    }
    fields.sort_unstable_by_key(|field| *field as u8);
    fields.dedup();
    fields.len() + usize::from(named) > 1
}

/// The lines of the form, as far as the first sentence of the text.
pub(super) fn form_lines(source: &str, blocks: &[RawBlock]) -> Vec<Flow> {
    let is_text = |raw: &RawBlock| {
        let text = raw.flow.text.as_str();
        matches!(raw.shape, Shape::Item { .. })
            || text.len() > 80 && ends_sentence(text) && form_fields(text).is_empty()
    };
    let form = blocks.iter().take(DEEPEST).take_while(|raw| !is_text(raw));
    let lines = form.flat_map(|raw| &raw.lines);
    lines.map(|line| Flow::of(source, line.span)).collect()
}

/// Reads the fields on the lines of a form. A line without field goes on with the field that the
/// line before it began with.
pub(super) fn form(lines: &[Flow]) -> Form {
    let mut form = Form::default();
    // The field that the next line goes on with, and how far it has come.
    let mut open: Option<(FormField, Value)> = None;
    for flow in lines {
        let text = flow.text.as_str();
        let fields = form_fields(text);
        if let [(first, value), ..] = fields.as_slice() {
            // What stands before the first field of a line goes on with the one above.
            let head = text[..value.start].trim_end_matches([':', ' ']);
            let head = head.rfind(' ').map_or(0, |blank| text[..blank].trim_end().len());
            if let Some((field, before)) = open.filter(|_| head > 0) {
                form.read(field, flow, 0..head, before);
                continue;
            }
            let twin = open.filter(|&(field, before)| {
                field == *first && before != Value::Missing && is_twin(text, value)
            });
            if twin.is_some() && fields.len() == 1 {
                form.read(*first, flow, value.clone(), Value::Beside);
                open = Some((*first, Value::Whole));
                continue;
            }
            let value = match value {
                value if value.is_empty() => Value::Missing,
                value if value.end == text.len() => Value::Whole,
                _ => Value::Beside,
            };
            open = Some((*first, value));
            for (field, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
                form.read(field, flow, value, Value::Missing);
            }
            continue;
        }
        // A heading in capitals below the subject is one of the text.
        let goes_on = |&(field, value): &(FormField, Value)| {
            !(field == FormField::Subject && value != Value::Missing && is_capitals(text))
        };
        open = open.filter(goes_on);
        if let Some((field, before)) = open {
            form.read(field, flow, 0..text.len(), before);
            open = Some((field, Value::Whole));
        }
    }
    form
}

/// Whether a value goes on with that of the same field above it, whose name it has in another language:
/// `TO: Ms. Ada Byron`, `A: Chef de Cabinet`.
fn is_twin(text: &str, value: &Range<usize>) -> bool {
    let name = text[..value.start].trim_end_matches([':', ' ']);
    matches!(name, "A" | "À" | "DE") && !value.is_empty()
}

/// Whether words are an office and nothing else: `The Legal Counsel`.
fn is_office(words: &str) -> bool {
    let at = skip_article(words, 0);
    office_at(words, at).is_some_and(|office| at + office.len == words.trim_end().len())
}

/// What the lines above have of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Value {
    Missing,
    /// Up to the end of its line.
    Whole,
    /// With another field beside it, so that what follows does not stand behind it.
    Beside,
}

impl Form {
    /// Reads a value, or a line that goes on with one.
    fn read(&mut self, field: FormField, flow: &Flow, value: Range<usize>, before: Value) {
        match field {
            FormField::To => add(&mut self.to, flow, value, before),
            FormField::From => add(&mut self.from, flow, value, before),
            FormField::Date if self.date.is_none() => {
                let found = dates_in(&flow.text[value.clone()]).into_iter().next();
                let date = found.and_then(|found| found.dates.into_iter().next());
                if let Some((range, date, ..)) = date {
                    let range = value.start + range.start..value.start + range.end;
                    let Printed { printed, span } = flow.printed(range);
                    self.date = Some(PrintedDate { date, printed, span });
                }
            }
            // A scan has the lines in disorder: an office is no subject.
            FormField::Subject if is_office(&flow.text[value.clone()]) => {}
            FormField::Subject => {
                let printed = flow.printed(value);
                match self.subject.take() {
                    Some(above) if before == Value::Whole && self.subject_goes_on => {
                        self.subject = Some(Printed {
                            printed: format!("{} {}", above.printed, printed.printed),
                            span: above.span.cover(printed.span),
                        });
                    }
                    // The field stands twice, in two languages: the first value counts.
                    above => {
                        self.subject_goes_on = above.is_none();
                        self.subject = above.or(Some(printed));
                    }
                }
            }
            FormField::Date | FormField::Other => {}
        }
    }
}

/// Adds the parties in a value. A line that goes on with it names the office of the person in the
/// first, if that has none yet.
fn add(parties: &mut Vec<Party>, flow: &Flow, value: Range<usize>, before: Value) {
    // The name of an office that is broken over lines.
    if before == Value::Whole
        && begins_lower(&flow.text[value.clone()])
        && let Some(last) = parties.last_mut().filter(|last| last.office.is_some())
    {
        let Printed { printed, span } = flow.printed(value);
        if let Some(office) = &mut last.office {
            office.name = format!("{} {printed}", office.name);
            office.printed = format!("{} {printed}", office.printed);
            office.span = office.span.cover(span);
        }
        last.name = format!("{} {printed}", last.name);
        last.printed = format!("{} {printed}", last.printed);
        last.span = last.span.cover(span);
        return;
    }
    let read = parties_of(flow, value).into_iter().map(as_person);
    let begins = |party: &Party| party.printed.starts_with(char::is_uppercase);
    let read = read.filter(begins);
    if before == Value::Missing {
        parties.extend(read);
        return;
    }
    let mut read = read.filter(|party| party.office.is_some());
    let Some(last) = parties.last_mut().filter(|last| last.office.is_none()) else { return };
    let Some(mut party) = read.next() else { return };
    // One party has one place; what stands apart is not one.
    if before == Value::Whole
        && let Some(person) = last.person.take()
    {
        party.printed = format!("{} {}", person.printed, party.printed);
        party.span = person.span.cover(party.span);
        party.person = Some(person);
    }
    *last = party;
}
