//! The lines of the source: where the printed words of each stand, and what separates them.

use memchr::memchr3;

use super::Signs;
use crate::span::{Span, is_white};

/// One line that holds something printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line without the white space around it.
    pub(crate) span: Span,
    /// Characters of white space before it.
    pub(crate) indent: u32,
    /// Characters from the left edge to its end.
    pub(crate) width: u32,
    /// Blank lines between the line before and this one.
    pub(crate) gap: u32,
    /// Whether a form feed stands between the line before and this one.
    pub(crate) new_page: bool,
    /// What signs it may hold.
    pub(crate) signs: Signs,
}

impl Line {
    /// The printed words.
    #[inline]
    pub(crate) fn text(self, source: &str) -> &str {
        self.span.slice(source)
    }
}

/// Cuts the source into lines at line feeds, carriage returns (a pair counts once) and form
/// feeds. Lines of white space only are not listed; the next line remembers how many there were.
pub(crate) fn lines(source: &str) -> Vec<Line> {
    let bytes = source.as_bytes();
    // Most lines are longer.
    let mut lines = Vec::with_capacity(source.len() / 48 + 1);
    let (mut start, mut gap, mut new_page) = (0, 0, false);
    while start <= bytes.len() {
        let end =
            memchr3(b'\n', b'\r', b'\x0C', &bytes[start..]).map_or(bytes.len(), |i| start + i);
        match line(source, start, end) {
            Some(found) => {
                let (words, rule) = apart(source, Line { gap, new_page, ..found });
                lines.push(words);
                lines.extend(rule);
                (gap, new_page) = (0, false);
            }
            // What stands before the first line of the text or of a page is no gap.
            None if !lines.is_empty() && bytes.get(end) != Some(&b'\x0C') => gap += 1,
            None => {}
        }
        new_page |= bytes.get(end) == Some(&b'\x0C');
        start = if matches!(bytes[end..], [b'\r', b'\n', ..]) { end + 2 } else { end + 1 };
    }
    lines
}

/// A line without the rule that extraction has glued to its last word, and the rule.
fn apart(source: &str, line: Line) -> (Line, Option<Line>) {
    let text = line.text(source);
    if text.as_bytes().last() != Some(&b'_') {
        return (line, None);
    }
    let words = text.trim_end_matches('_');
    let glued = words.ends_with(|c: char| !is_white(c) && c != ':');
    if !glued || text.len() - words.len() < 8 {
        return (line, None);
    }
    let split = line.span.start + words.len() as u32;
    let shorter = line.width - (text.len() - words.len()) as u32;
    let rule =
        Line { span: Span { start: split, end: line.span.end }, gap: 0, new_page: false, ..line };
    let words = Line { span: Span { start: line.span.start, end: split }, width: shorter, ..line };
    (words, Some(rule))
}

fn line(source: &str, start: usize, end: usize) -> Option<Line> {
    let raw = &source[start..end];
    let content = without_white(raw);
    if content.is_empty() {
        return None;
    }
    let before = content.as_ptr() as usize - raw.as_ptr() as usize;
    let from = start + before;
    let before = &raw[..before];
    let indent = if before.is_ascii() {
        before.len()
    } else {
        before.chars().filter(|&c| c.is_whitespace()).count()
    };
    let indent = indent as u32;
    let signs = Signs::of(content);
    let wide = signs.may_hold(Signs::WIDE);
    let letters = if wide { content.chars().count() } else { content.len() };
    Some(Line {
        span: Span::new(from, from + content.len()),
        indent,
        width: indent + letters as u32,
        gap: 0,
        new_page: false,
        signs,
    })
}

/// A line without the white space around it.
fn without_white(line: &str) -> &str {
    // Blanks first, as they are most of it.
    let blank = |&byte: &u8| byte == b' ';
    let line = &line[line.bytes().take_while(blank).count()..];
    let line = &line[..line.len() - line.bytes().rev().take_while(blank).count()];
    let printed = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if printed(line.as_bytes().first()) && printed(line.as_bytes().last()) {
        return line;
    }
    line.trim_start_matches(is_white).trim_end_matches(is_white)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Vec<(&str, u32, u32, bool)> {
        let describe = |l: &Line| (l.text(source), l.indent, l.gap, l.new_page);
        lines(source).iter().map(describe).collect()
    }

    #[test]
    fn line_ends_of_every_system_give_the_same_lines() {
        let expected = vec![("one", 0, 0, false), ("two", 2, 1, false), ("three", 0, 0, false)];
        assert_eq!(read("one\n\n  two \nthree"), expected);
        assert_eq!(read("one\r\n\r\n  two \r\nthree\r\n"), expected);
        assert_eq!(read("one\r\r  two \rthree"), expected);
    }

    #[test]
    fn a_form_feed_begins_a_page_and_is_no_gap() {
        assert_eq!(
            read("one\n\x0Ctwo\nthree\x0C"),
            vec![("one", 0, 0, false), ("two", 0, 0, true), ("three", 0, 0, false)]
        );
    }

    #[test]
    fn a_rule_glued_to_a_word_is_a_line_of_its_own() {
        assert_eq!(
            read("and medium__________\n1"),
            vec![("and medium", 0, 0, false), ("__________", 0, 0, false), ("1", 0, 0, false)]
        );
        assert_eq!(read("Name: __________").len(), 1);
    }

    #[test]
    fn a_byte_order_mark_is_not_printed() {
        assert_eq!(read("\u{FEFF}one"), vec![("one", 0, 0, false)]);
    }
}
