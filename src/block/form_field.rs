//! Fields of the form that a memorandum is written on.
//!
//! ```text
//! field = name , [ " " ] , ":" , value
//! name  = "TO" | "FROM" | "THROUGH" | "DATE" | "SUBJECT" | "REFERENCE" | ...   (first letter in
//!         capitals), in English or French
//! ```
//!
//! Two columns of the form come out of an extraction on one line, so that a value ends where the
//! next field begins.

use std::ops::Range;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormField {
    To,
    From,
    Date,
    Subject,
    /// Through whom it goes, who has a copy, its number: no party to it.
    Other,
}

const FIELDS: [(&str, FormField); 20] = [
    ("to", FormField::To),
    ("a", FormField::To),
    ("à", FormField::To),
    ("from", FormField::From),
    ("de", FormField::From),
    ("date", FormField::Date),
    ("subject", FormField::Subject),
    ("objet", FormField::Subject),
    ("re", FormField::Subject),
    ("reference", FormField::Other),
    ("référence", FormField::Other),
    ("ref", FormField::Other),
    ("ref.", FormField::Other),
    ("through", FormField::Other),
    ("thru", FormField::Other),
    ("via", FormField::Other),
    ("cc", FormField::Other),
    ("c.c.", FormField::Other),
    ("copy", FormField::Other),
    ("room", FormField::Other),
];

/// The fields in a text, each with the range of its value, which may be empty.
pub(crate) fn form_fields(text: &str) -> Vec<(FormField, Range<usize>)> {
    let mut fields: Vec<(FormField, usize, usize)> = Vec::new();
    for (colon, _) in text.match_indices(':') {
        let before = text[..colon].trim_end();
        let start = before.rfind([' ', '\u{A0}', ':']).map_or(0, |blank| blank + 1);
        let name = before.get(start..).unwrap_or("");
        if !name.starts_with(char::is_uppercase) {
            continue;
        }
        let lower = name.to_lowercase();
        let Some((_, field)) = FIELDS.iter().find(|(known, _)| *known == lower) else { continue };
        fields.push((*field, start, colon + 1));
    }
    let ends: Vec<usize> = fields.iter().skip(1).map(|(_, start, _)| *start).collect();
    let values = fields.into_iter().enumerate().map(|(n, (field, _, from))| {
        let to = ends.get(n).copied().unwrap_or(text.len());
        let value = text.get(from..to).unwrap_or("");
        let start = from + value.len() - value.trim_start().len();
        (field, start..start + value.trim().len())
    });
    values.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_columns_of_a_form_are_read_from_one_line() {
        let read = |text: &'static str| {
            let fields = form_fields(text).into_iter();
            fields.map(|(field, range)| (field, &text[range])).collect::<Vec<_>>()
        };
        assert_eq!(
            read("TO: Ms. Ada Byron, Chef de Cabinet DATE: 3 May 2031"),
            [(FormField::To, "Ms. Ada Byron, Chef de Cabinet"), (FormField::Date, "3 May 2031")]
        );
        assert_eq!(
            read("SUBJECT: OBJET: The lake"),
            [(FormField::Subject, ""), (FormField::Subject, "The lake")]
        );
        assert_eq!(read("It went to: the lake, from: the sea"), []);
    }
}
