//! The form of a memorandum: who it is to and from, its date and subject.

use std::ops::Range;

use crate::block::{FormField, RawBlock, Shape, form_fields, is_capitals};
use crate::inline::dates_in;
use crate::model::{Party, Printed, PrintedDate};
use crate::text::{Flow, ends_sentence};

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
    // The field that the next line goes on with, and whether it has a value.
    let mut open: Option<(FormField, bool)> = None;
    for flow in lines {
        let text = flow.text.as_str();
        let fields = form_fields(text);
        if let [(first, value), ..] = fields.as_slice() {
            open = Some((*first, !value.is_empty()));
            for (field, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
                form.read(field, flow, value, false);
            }
            continue;
        }
        // A heading in capitals below the subject is one of the text.
        let goes_on = |&(field, filled): &(FormField, bool)| {
            !(field == FormField::Subject && filled && is_capitals(text))
        };
        open = open.filter(goes_on);
        if let Some((field, filled)) = open {
            form.read(field, flow, 0..text.len(), filled);
            open = Some((field, true));
        }
    }
    form
}

impl Form {
    /// Reads a value, or a line that goes on with one.
    fn read(&mut self, field: FormField, flow: &Flow, value: Range<usize>, goes_on: bool) {
        match field {
            FormField::To => add(&mut self.to, flow, value, goes_on),
            FormField::From => add(&mut self.from, flow, value, goes_on),
            FormField::Date if self.date.is_none() => {
                let found = dates_in(&flow.text[value.clone()]).into_iter().next();
                let date = found.and_then(|found| found.dates.into_iter().next());
                if let Some((range, date, ..)) = date {
                    let range = value.start + range.start..value.start + range.end;
                    let Printed { printed, span } = flow.printed(range);
                    self.date = Some(PrintedDate { date, printed, span });
                }
            }
            FormField::Subject => {
                let printed = flow.printed(value);
                self.subject = Some(match self.subject.take() {
                    Some(before) => Printed {
                        printed: format!("{} {}", before.printed, printed.printed),
                        span: before.span.cover(printed.span),
                    },
                    None => printed,
                });
            }
            FormField::Date | FormField::Other => {}
        }
    }
}

/// Adds the parties in a value. A line that goes on with it names the office of the person in the
/// first, if that has none yet.
fn add(parties: &mut Vec<Party>, flow: &Flow, value: Range<usize>, goes_on: bool) {
    let read = parties_of(flow, value).into_iter().map(as_person);
    let begins = |party: &Party| party.printed.starts_with(char::is_uppercase);
    let read: Vec<Party> = read.filter(begins).collect();
    if !goes_on {
        parties.extend(read);
    } else if let Some(last) = parties.last_mut().filter(|last| last.office.is_none())
        && let Some(office) = read.into_iter().find(|party| party.office.is_some())
    {
        let person = last.person.take();
        *last = Party { person, ..office };
    }
}
