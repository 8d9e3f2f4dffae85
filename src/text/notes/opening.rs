//! The marker that a note begins with, by its form.
//!
//! ```text
//! note = digits , ( blank | end ) | superscript | stars | "[" , [ "^" ] , digits , "]" , [ ":" ]
//!      | ( digits | letter ) , "/" , ( blank | end ) | digits , "." , blank
//! ```

use super::marker::{Class, DIGITS, bracketed, class, plain, run};
use crate::model::MONTHS;

/// How a note's marker is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `1` and a blank.
    Plain,
    /// `¹`, which nothing else is.
    Superscript,
    /// `*`.
    Star,
    /// `a`, as in tables and annexes.
    Letter,
    /// `[1]`, `[^1]:`.
    Bracket,
    /// `1/`, the typewriter's superscript.
    Stroke,
    /// `1.`, as a web page's list of notes has it.
    Point,
}

/// The marker that a line begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) marker: String,
    pub(super) form: Form,
    /// Bytes of the marker.
    pub(super) length: usize,
    /// Blanks after it.
    pub(super) blanks: usize,
    /// Whether it is all that the line holds.
    pub(super) alone: bool,
    /// Whether what follows begins as a note does.
    pub(super) opens: bool,
    /// Whether the number is that of a date.
    pub(super) dated: bool,
}

impl Opening {
    /// The marker's number.
    pub(super) fn number(&self) -> Option<u32> {
        self.marker.parse().ok()
    }
}

/// The marker that a line begins with, if any.
pub(super) fn opening(text: &str) -> Option<Opening> {
    // Most lines begin with a word.
    if let [b'A'..=b'Z', ..] | [b'a'..=b'z', b'a'..=b'z', ..] = text.as_bytes() {
        return None;
    }
    let first = text.chars().next()?;
    let (form, length, marker) = match class(first) {
        Class::Digit => {
            let length = run(text, Class::Digit);
            let marker = &text[..length];
            if length > DIGITS || marker.starts_with('0') {
                return None;
            }
            match text.as_bytes().get(length) {
                Some(b'/') => (Form::Stroke, length + 1, marker.to_owned()),
                Some(b'.') => (Form::Point, length + 1, marker.to_owned()),
                _ => (Form::Plain, length, marker.to_owned()),
            }
        }
        Class::Superscript => {
            let length = run(text, Class::Superscript);
            (Form::Superscript, length, plain(&text[..length]))
        }
        Class::Star => {
            let length = run(text, Class::Star);
            (Form::Star, length, text[..length].to_owned())
        }
        Class::Other if first == '[' => {
            let (length, marker) = bracketed(text)?;
            let colon = usize::from(text[length..].starts_with(':'));
            (Form::Bracket, length + colon, marker.to_owned())
        }
        Class::Other if first.is_ascii_lowercase() => match text.as_bytes().get(1) {
            Some(b'/') => (Form::Stroke, 2, text[..1].to_owned()),
            None | Some(b' ') => (Form::Letter, 1, text[..1].to_owned()),
            _ => return None,
        },
        Class::Other => return None,
    };
    if marker.len() > DIGITS {
        return None;
    }
    let rest = &text[length..];
    let note = rest.trim_start();
    let blanks = rest.len() - note.len();
    let alone = note.is_empty();
    let glued = match form {
        Form::Superscript | Form::Bracket => true,
        // "*Recalling* ..." is a word that Markdown sets in italics.
        Form::Star => !note.contains('*'),
        _ => false,
    };
    if !(alone || blanks > 0 || glued) || (alone && form == Form::Point) {
        return None;
    }
    let dated = form == Form::Plain && begins_with_month(note);
    let opens = !dated
        && note
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"‘'[(".contains(c))
        || (is_uncased(note) && !note.is_empty());
    Some(Opening { marker, form, length, blanks, alone, opens, dated })
}

/// "1 July 2031" is a date, not the note 1.
fn begins_with_month(note: &str) -> bool {
    MONTHS.iter().any(|month| note.strip_prefix(month).is_some_and(|rest| rest.starts_with(' ')))
}

/// Whether a text begins with a letter of a script without capitals.
fn is_uncased(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_before_a_note() {
        let read = |text| opening(text).map(|o| (o.marker, o.form, o.alone));
        assert_eq!(read("12  See"), Some(("12".into(), Form::Plain, false)));
        assert_eq!(read("3"), Some(("3".into(), Form::Plain, true)));
        assert_eq!(read("²See"), Some(("2".into(), Form::Superscript, false)));
        assert_eq!(read("** See"), Some(("**".into(), Form::Star, false)));
        assert_eq!(read("[^4]: See"), Some(("4".into(), Form::Bracket, false)));
        assert_eq!(read("[4] See"), Some(("4".into(), Form::Bracket, false)));
        assert_eq!(read("5/ See"), Some(("5".into(), Form::Stroke, false)));
        assert_eq!(read("a/ See"), Some(("a".into(), Form::Stroke, false)));
        assert_eq!(read("5/"), Some(("5".into(), Form::Stroke, true)));
        assert_eq!(read("6. See"), Some(("6".into(), Form::Point, false)));
        for none in [
            "2031 was",
            "3-14 June",
            "5/10",
            "See",
            "01 May",
            "[Original: Arabic]",
            "*Recalling* it",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
