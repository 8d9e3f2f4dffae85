//! Flows: the lines of one paragraph, heading or signature line as one string, with the way back.

use std::cell::{Cell, OnceCell};
use std::collections::HashSet;
use std::ops::Range;

use super::{Line, Signs, find, is_any};
use crate::model::{NoteMark, Printed};
use crate::span::{Span, is_white};

/// The marker of a footnote to cut out of the text that it is glued to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoteCut {
    pub(crate) marker: String,
    pub(crate) span: Span,
}

/// The bytes that begin no white space and no soft hyphen.
const PLAIN: [bool; 256] = {
    let mut table = [true; 256];
    let mut byte = 0;
    while byte <= 0x20 {
        table[byte] = false;
        byte += 1;
    }
    let mut i = 0;
    while i < WIDE.len() {
        table[WIDE[i] as usize] = false;
        i += 1;
    }
    table
};

/// First bytes of U+0085, U+00A0, U+00AD, U+1680, U+2000 to U+2060, U+3000, U+FEFF.
const WIDE: [u8; 5] = [0xC2, 0xE1, 0xE2, 0xE3, 0xEF];

/// A run of bytes that flow and source share: from `text` in the flow, from `source` in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    text: u32,
    source: u32,
}

/// Joined text and its map to the source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Flow {
    /// The text as read.
    pub(crate) text: String,
    pieces: Vec<Piece>,
    /// The stretches of source that it holds; only white space lies between the lines of one.
    pub(crate) segments: Vec<Span>,
    /// Markers cut out of it.
    pub(crate) marks: Vec<NoteMark>,
}

impl Flow {
    /// Joins lines: white space becomes one blank, soft hyphens go, a hyphen at a line end stays
    /// or goes as `hyphens` knows the word, note markers are cut out.
    pub(crate) fn join(lines: &[Line], cuts: &[NoteCut], hyphens: &Hyphens<'_>) -> Flow {
        let room = lines.iter().map(|line| line.span.len() + 1).sum();
        // Most flows hold one stretch of the source, a piece for each line, and no mark.
        let mut flow = Flow {
            text: String::with_capacity(room),
            pieces: Vec::with_capacity(lines.len()),
            segments: Vec::with_capacity(1),
            marks: Vec::new(),
        };
        flow.fill(lines, cuts, hyphens);
        flow
    }

    /// The same, in the room of a flow that is no longer needed.
    pub(crate) fn join_again(&mut self, lines: &[Line], hyphens: &Hyphens<'_>) {
        let Flow { text, pieces, segments, marks } = self;
        text.clear();
        pieces.clear();
        segments.clear();
        marks.clear();
        self.fill(lines, &[], hyphens);
    }

    fn fill(&mut self, lines: &[Line], cuts: &[NoteCut], hyphens: &Hyphens<'_>) {
        let source = hyphens.source;
        let flow = self;
        let first = lines.first().map_or(0, |line| line.span.start);
        let mut next_cut = cuts.partition_point(|cut| cut.span.start < first);
        for line in lines {
            flow.break_line(line.text(source), hyphens);
            let mut from = line.span.start;
            while let Some(cut) = cuts.get(next_cut).filter(|cut| cut.span.end <= line.span.end) {
                flow.append(source, Span { start: from, end: cut.span.start }, line.signs);
                flow.marks.push(NoteMark {
                    marker: cut.marker.clone(),
                    offset: flow.text.trim_end().len() as u32,
                    span: cut.span,
                });
                from = cut.span.end;
                next_cut += 1;
            }
            flow.append(source, Span { start: from, end: line.span.end }, line.signs);
        }
        let end = flow.text.trim_end().len();
        flow.text.truncate(end);
    }

    /// The words of one line.
    pub(crate) fn words(source: &str, line: Line) -> String {
        if line.signs.are_even() {
            return line.text(source).to_owned();
        }
        Flow::of(source, line.span).text
    }

    /// A flow of one stretch of the source.
    pub(crate) fn of(source: &str, span: Span) -> Flow {
        let mut flow = Flow { text: String::with_capacity(span.len()), ..Flow::default() };
        flow.append(source, span, Signs::of(span.slice(source)));
        flow
    }

    /// Sets what separates the text so far from the line that follows.
    fn break_line(&mut self, next: &str, hyphens: &Hyphens<'_>) {
        // Most lines end with a word or a mark that a blank follows, whatever the next begins with.
        let plain = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b',' | b'.' | b';');
        if self.text.as_bytes().last().is_some_and(plain) {
            self.text.push(' ');
            return;
        }
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        if self.text.is_empty() {
            return;
        }
        let text = &self.text;
        let before = |mark: char| text.strip_suffix(mark).and_then(|t| t.chars().next_back());
        if before('\u{AD}').is_some() {
            self.text.pop();
        } else if before('-').is_some_and(char::is_alphanumeric)
            && next.starts_with(char::is_alphanumeric)
        {
            if hyphens.splits_a_word(text, next) {
                self.text.pop();
            }
        } else if !(before('/').is_some_and(char::is_alphanumeric)
            || (next.starts_with('/') && text.ends_with(|c: char| c.is_ascii_digit())))
        {
            self.text.push(' ');
        }
    }

    /// Appends a stretch of the source, which may hold these signs.
    fn append(&mut self, source: &str, span: Span, signs: Signs) {
        if span.is_empty() {
            return;
        }
        match self.segments.last_mut() {
            Some(last) if source_is_white(source, last.end, span.start) => last.end = span.end,
            _ => self.segments.push(span),
        }
        let base = span.start as usize;
        let raw = span.slice(source);
        let bytes = raw.as_bytes();
        if signs.are_even() && bytes.first() != Some(&b' ') {
            self.copy(base, raw, 0..raw.len());
            return;
        }
        let mut run = 0; // start of the run that is copied as it is
        let mut at = 0;
        let plain = |byte: u8| PLAIN[usize::from(byte)];
        // Where no blank stands beside another, those between words need no look: only one behind
        // other white space, at the start of a run.
        let parted_by_one = !signs.may_hold(Signs::CONTROL.or(Signs::DOUBLED));
        let stop = |at: usize, run: usize| {
            if parted_by_one && (at > run || bytes.get(at) != Some(&b' ')) {
                return find(bytes, at, |byte| is_any(byte, WIDE));
            }
            bytes[at..].iter().position(|&byte| !plain(byte)).map(|found| at + found)
        };
        while let Some(found) = stop(at, run) {
            at = found;
            // Most words are parted by one blank.
            let single = at > run && bytes[at - 1] != b' ' && bytes[at] == b' ';
            if single && bytes.get(at + 1).is_some_and(|&byte| plain(byte)) {
                at += 2;
                continue;
            }
            let mut chars = raw[at..].chars();
            let Some(c) = chars.next() else { break };
            let next = chars.next();
            let end = at + c.len_utf8();
            let soft = c == '\u{AD}' && next.is_some();
            let single = c == ' ' && !next.is_some_and(is_white);
            if !(is_white(c) || soft) || single && !self.ends_blank(raw, run, at) {
                at = end;
                continue;
            }
            self.copy(base, raw, run..at);
            if !soft && !self.text.is_empty() && !self.text.ends_with(' ') {
                self.piece(base + at);
                self.text.push(' ');
            }
            (at, run) = (end, end);
        }
        self.copy(base, raw, run..raw.len());
    }

    /// Whether what is before `at` is blank, once the run is copied.
    fn ends_blank(&self, raw: &str, run: usize, at: usize) -> bool {
        if run < at {
            raw[run..at].ends_with(' ')
        } else {
            self.text.is_empty() || self.text.ends_with(' ')
        }
    }

    fn copy(&mut self, base: usize, raw: &str, range: Range<usize>) {
        if !range.is_empty() {
            self.piece(base + range.start);
            self.text.push_str(&raw[range]);
        }
    }

    fn piece(&mut self, source: usize) {
        self.pieces.push(Piece { text: self.text.len() as u32, source: source as u32 });
    }

    /// From the first to the last byte in the source.
    pub(crate) fn span(&self) -> Span {
        match (self.segments.first(), self.segments.last()) {
            (Some(first), Some(last)) => Span { start: first.start, end: last.end },
            _ => Span { start: 0, end: 0 },
        }
    }

    /// Where a range of the text stands in the source: from its first to its last character.
    pub(crate) fn source(&self, range: Range<usize>) -> Span {
        let start = self.offset(range.start);
        let end = if range.is_empty() { start } else { self.offset(range.end - 1) + 1 };
        Span { start, end }
    }

    fn offset(&self, at: usize) -> u32 {
        let at = at as u32;
        let next = self.pieces.partition_point(|piece| piece.text <= at);
        let piece = next.checked_sub(1).and_then(|i| self.pieces.get(i));
        piece.map_or(0, |piece| piece.source + (at - piece.text))
    }

    /// A range of the text as printed words; white space around it is left out.
    pub(crate) fn printed(&self, range: Range<usize>) -> Printed {
        let mut words = &self.text[range.clone()];
        let mut start = range.start;
        let bytes = words.as_bytes();
        if ![bytes.first(), bytes.last()].iter().flatten().all(|byte| byte.is_ascii_graphic()) {
            start += words.len() - words.trim_start().len();
            words = words.trim();
        }
        Printed { printed: words.to_owned(), span: self.source(start..start + words.len()) }
    }

    /// The whole text as printed words.
    pub(crate) fn all_printed(&self) -> Printed {
        self.printed(0..self.text.len())
    }
}

fn source_is_white(source: &str, start: u32, end: u32) -> bool {
    source.get(start as usize..end as usize).is_some_and(|between| between.chars().all(is_white))
}

/// What the text itself knows of its words: whether a word broken at a hyphen is one word.
pub(crate) struct Hyphens<'a> {
    source: &'a str,
    words: OnceCell<HashSet<&'a str>>,
    asked: Cell<u32>,
}

impl<'a> Hyphens<'a> {
    pub(crate) fn of(source: &'a str) -> Self {
        Hyphens { source, words: OnceCell::new(), asked: Cell::new(0) }
    }

    /// After so many questions about its words the source is indexed; until then it is searched.
    const SEARCHES: u32 = 48;

    /// Whether the word at the end of `text`, before its hyphen, and the first word of `next` stand
    /// elsewhere in the source as one word. Where they do not, the hyphen is the word's own: United
    /// Nations papers break lines at such hyphens only.
    fn splits_a_word(&self, text: &str, next: &str) -> bool {
        if !next.starts_with(char::is_lowercase) {
            return false;
        }
        let head = text.trim_end_matches('-');
        let head = &head[head.trim_end_matches(char::is_alphabetic).len()..];
        let tail = &next[..next.len() - next.trim_start_matches(char::is_alphabetic).len()];
        !head.is_empty() && self.knows(&format!("{head}{tail}"))
    }

    /// Whether the source has this word of letters.
    fn knows(&self, word: &str) -> bool {
        self.asked.set(self.asked.get().saturating_add(1));
        if self.asked.get() <= Self::SEARCHES {
            return memchr::memmem::find_iter(self.source.as_bytes(), word).any(|at| {
                let (before, behind) = (&self.source[..at], &self.source[at + word.len()..]);
                !(before.ends_with(char::is_alphabetic) || behind.starts_with(char::is_alphabetic))
            });
        }
        let words = self.words.get_or_init(|| {
            self.source.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).collect()
        });
        words.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    fn joined(source: &str) -> Flow {
        Flow::join(&lines(source), &[], &Hyphens::of(source))
    }

    #[test]
    fn white_space_becomes_one_blank_and_every_word_keeps_its_place() {
        let source = "  The  heads\u{A0}of\r\n State.  ";
        let flow = joined(source);
        assert_eq!(flow.text, "The heads of State.");
        for word in ["The", "heads", "of", "State."] {
            let at = flow.text.find(word).unwrap();
            assert_eq!(flow.source(at..at + word.len()).slice(source), word);
        }
        assert_eq!(flow.segments, vec![Span::new(2, 25)]);
    }

    #[test]
    fn a_hyphen_at_a_line_end_stays_unless_the_word_stands_elsewhere_without_it() {
        assert_eq!(joined("non-\nproliferation").text, "non-proliferation");
        assert_eq!(joined("pro-\nmote and promote").text, "promote and promote");
        assert_eq!(joined("SECRETARY-\nGENERAL").text, "SECRETARY-GENERAL");
        assert_eq!(joined("sixtieth -\nanniversary").text, "sixtieth - anniversary");
    }

    #[test]
    fn soft_hyphens_go() {
        let source = "dis\u{AD}armament con\u{AD}\nference";
        let flow = joined(source);
        assert_eq!(flow.text, "disarmament conference");
        assert_eq!(flow.source(0..11).slice(source), "dis\u{AD}armament");
    }

    #[test]
    fn a_symbol_broken_at_its_stroke_is_joined() {
        assert_eq!(joined("document S/2006/\n100 and").text, "document S/2006/100 and");
        assert_eq!(joined("A/60/L.1\n/Rev.1").text, "A/60/L.1/Rev.1");
    }

    #[test]
    fn a_marker_is_cut_out_and_remembered() {
        let source = "IN CHINA1 \nand";
        let cut = NoteCut { marker: "1".into(), span: Span::new(8, 9) };
        let flow = Flow::join(&lines(source), &[cut], &Hyphens::of(source));
        assert_eq!(flow.text, "IN CHINA and");
        assert_eq!(
            flow.marks,
            vec![NoteMark { marker: "1".into(), offset: 8, span: Span::new(8, 9) }]
        );
        assert_eq!(flow.segments, vec![Span::new(0, 8), Span::new(11, 14)]);
    }
}
