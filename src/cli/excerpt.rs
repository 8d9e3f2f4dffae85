//! The few words of a text that a finding is drawn on, and their place.

use std::ops::Range;

use verbale::Span;

use super::say;

/// Characters shown at most before a span, of a span, and after it.
const BEFORE: usize = 200;
const WITHIN: usize = 100;
const AFTER: usize = 40;

/// Where a byte offset lies, as a person counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The line, from 1.
    pub(super) line: usize,
    /// The character in the line, from 1.
    pub(super) column: usize,
    /// Offset of the line's first byte.
    line_start: usize,
}

/// Finds places in a text, in one pass where they are asked for in order.
pub(super) struct Places<'a> {
    text: &'a str,
    offset: usize,
    place: Place,
}

impl<'a> Places<'a> {
    const START: Place = Place { line: 1, column: 1, line_start: 0 };

    /// Places in `text`.
    pub(super) fn new(text: &'a str) -> Self {
        Places { text, offset: 0, place: Self::START }
    }

    /// The place of a byte offset; one inside a character is that of the character.
    pub(super) fn at(&mut self, offset: usize) -> Place {
        let offset = floor(self.text, offset);
        if offset < self.offset {
            *self = Places::new(self.text);
        }
        let passed = &self.text[self.offset..offset];
        if let Some(end) = passed.rfind('\n') {
            self.place.line += passed.bytes().filter(|byte| *byte == b'\n').count();
            self.place.line_start = self.offset + end + 1;
            self.place.column = 1 + passed[end + 1..].chars().count();
        } else {
            self.place.column += passed.chars().count();
        }
        self.offset = offset;
        self.place
    }
}

/// A part of one line around the start of a span, safe to show.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The part of the line.
    pub(super) text: String,
    /// The bytes of `text` that the finding is on.
    pub(super) marked: Range<usize>,
    /// Whether the line begins before `text`.
    pub(super) cut_left: bool,
    /// Whether the span goes on behind what is marked.
    pub(super) goes_on: bool,
}

impl Excerpt {
    /// The part of the line around `span`, which starts at `place`.
    pub(super) fn new(text: &str, span: Span, place: Place) -> Self {
        let start = floor(text, span.start as usize);
        let end = floor(text, span.end as usize).max(start);
        let line_end = {
            let reach = after(text, start, WITHIN + AFTER);
            let end = text[start..reach].find('\n').map(|at| start + at);
            end.unwrap_or(reach)
        };
        let mark_end = end.min(after(text, start, WITHIN)).min(line_end);
        let from = before(text, place.line_start, start);
        let to = line_end.min(after(text, mark_end, AFTER));
        let cut_left = from > place.line_start;
        let cut_right = text[to..].chars().next().is_some_and(|c| c != '\n');

        let mut shown = String::new();
        if cut_left {
            shown.push('…');
        }
        push_safe(&mut shown, &text[from..start]);
        let marked = shown.len();
        push_safe(&mut shown, text[start..mark_end].trim_end_matches('\r'));
        let marked = marked..shown.len();
        push_safe(&mut shown, text[mark_end..to].trim_end_matches('\r'));
        if cut_right {
            shown.push('…');
        }
        Excerpt { text: shown, marked, cut_left, goes_on: !text[mark_end..end].trim().is_empty() }
    }
}

/// The offset some characters before `at`, but not before `line_start`.
fn before(text: &str, line_start: usize, at: usize) -> usize {
    let mut places = text[line_start..at].char_indices().rev();
    places.nth(BEFORE - 1).map_or(line_start, |(back, _)| line_start + back)
}

/// The offset `count` characters after `at`, but not after the end.
fn after(text: &str, at: usize, count: usize) -> usize {
    let mut places = text[at..].char_indices();
    places.nth(count).map_or(text.len(), |(on, _)| at + on)
}

/// Appends text with U+FFFD for what would steer a terminal; tabs are blanks.
fn push_safe(to: &mut String, text: &str) {
    to.extend(text.chars().map(|c| match c {
        '\t' => ' ',
        c if say::steers(c) => '\u{FFFD}',
        c => c,
    }));
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, Places};
    use verbale::Span;

    fn excerpt(text: &str, start: usize, end: usize) -> Excerpt {
        Excerpt::new(text, Span::new(start, end), Places::new(text).at(start))
    }

    fn marked(excerpt: &Excerpt) -> &str {
        &excerpt.text[excerpt.marked.clone()]
    }

    #[test]
    fn places_count_lines_and_characters() {
        let text = "éé\nabc\r\n\nd";
        let mut places = Places::new(text);
        let mut at = |offset| {
            let place = places.at(offset);
            (place.line, place.column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(2), (1, 2));
        assert_eq!(at(3), (1, 2), "inside a character");
        assert_eq!(at(6), (2, 2));
        assert_eq!(at(11), (4, 1));
        assert_eq!(at(5), (2, 1), "back again");
        assert_eq!(at(999), (4, 2), "behind the end");
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let shown = excerpt("one\r\ntwo words\r\nthree", 9, 14);
        assert_eq!(shown.text, "two words");
        assert_eq!(marked(&shown), "words");
        assert!(!shown.goes_on);
    }

    #[test]
    fn a_passage_is_marked_in_its_first_line() {
        let shown = excerpt("one\ntwo\nthree", 4, 13);
        assert_eq!((shown.text.as_str(), marked(&shown)), ("two", "two"));
        assert!(shown.goes_on);
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text = "é".repeat(1000);
        for start in 999..1003 {
            let shown = excerpt(&text, start, 2000);
            assert!(shown.text.chars().count() < 350);
            assert!(shown.text.starts_with('…') && shown.text.ends_with('…'));
            assert!(shown.cut_left);
            assert!(marked(&shown).chars().all(|c| c == 'é'));
            assert!(shown.goes_on);
        }
    }

    #[test]
    fn nothing_in_it_steers_the_terminal() {
        let shown = excerpt("a\u{1b}[31m\tb\u{9b}", 1, 2);
        assert_eq!(shown.text, "a\u{FFFD}[31m b\u{FFFD}");
        assert_eq!(marked(&shown), "\u{FFFD}");
    }

    #[test]
    fn spans_that_do_not_fit_are_clipped() {
        assert_eq!(excerpt("", 0, 0).text, "");
        assert_eq!(marked(&excerpt("ab", 1, 99)), "b");
        assert_eq!(marked(&excerpt("ab", 50, 99)), "");
    }
}
