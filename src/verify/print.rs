//! Whether words stand at a place of the source: the printed form, letter for letter.
//!
//! White space is free but not its presence: words stay apart and whole. A printed form may leave
//! out what interrupts it on the page (furniture, footnotes and their marks, as our own reading
//! knows them) and the hyphen that breaks a word at the end of a line; nothing else.

use serde_json::Value;

use super::json::{as_span, objects};
use crate::span::{Span, is_white};

/// The source with what interrupts its text.
pub(super) struct Print<'a> {
    pub(super) source: &'a str,
    /// Furniture, footnotes and marks, in order and apart.
    noise: Vec<Span>,
}

/// One character that printed form and source share, by its byte offsets in both.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub(super) text: (usize, usize),
    pub(super) source: (usize, usize),
}

impl<'a> Print<'a> {
    /// The source, interrupted where our own reading of it says so.
    pub(super) fn of(source: &'a str, own: &Value) -> Self {
        let mut noise = Vec::new();
        objects(own, &mut |object| {
            let is_noise =
                object.contains_key("marker") || (object.contains_key("kind") && object.len() == 3);
            if is_noise {
                noise.extend(object.get("span").and_then(as_span));
                noise.extend(object.get("marker_span").and_then(as_span));
                let note = object.get("text").and_then(|text| text.get("segments"));
                noise.extend(
                    note.and_then(Value::as_array).into_iter().flatten().filter_map(as_span),
                );
            }
        });
        noise.sort_unstable();
        noise.dedup_by(|next, last| {
            let joined = next.start <= last.end;
            if joined {
                last.end = last.end.max(next.end);
            }
            joined
        });
        Print { source, noise }
    }

    /// Whether the span is a place in the source.
    pub(super) fn has(&self, span: Span) -> bool {
        let (start, end) = (span.start as usize, span.end as usize);
        start < end && self.source.get(start..end).is_some()
    }

    /// Whether the words stand exactly at the span.
    pub(super) fn stands(&self, printed: &str, span: Span) -> bool {
        let Some(slice) = self.source.get(span.start as usize..span.end as usize) else {
            return false;
        };
        let exact = !slice.starts_with(is_white) && !slice.ends_with(is_white);
        exact
            && (align(printed, self.source, &self.without_noise(span, printed.len())).is_some()
                || align(printed, self.source, &[span]).is_some())
    }

    /// The stretches of a span that no noise interrupts, as far as so many letters can fill them.
    fn without_noise(&self, span: Span, letters: usize) -> Vec<Span> {
        let first = self.noise.partition_point(|noise| noise.end <= span.start);
        let mut stretches = Vec::new();
        let mut start = span.start;
        let noise = self.noise[first..].iter().take_while(|noise| noise.start < span.end);
        for noise in noise.take(letters.saturating_mul(2).saturating_add(64)) {
            stretches.push(Span { start, end: noise.start.max(start) });
            start = noise.end.min(span.end);
        }
        stretches.push(Span { start, end: span.end });
        stretches.retain(|stretch| !stretch.is_empty());
        stretches
    }
}

/// Every letter of a printed form with its place in the stretches of the source; none where the
/// stretches do not hold exactly these words.
pub(super) fn align(printed: &str, source: &str, stretches: &[Span]) -> Option<Vec<Letter>> {
    let mut letters: Vec<Letter> = Vec::with_capacity(printed.len());
    let mut wanted = Wanted { rest: printed.char_indices(), blank: false };
    let mut next = wanted.next();
    for stretch in stretches {
        let slice = source.get(stretch.start as usize..stretch.end as usize)?;
        // Where a stretch begins, words may or may not be parted.
        let mut gap = Gap { free: true, ..Gap::default() };
        for (at, c) in slice.char_indices() {
            if is_white(c) {
                gap.see(c);
                continue;
            }
            let place = stretch.start as usize + at;
            match next {
                Some((blank, text, letter)) if letter == c => {
                    let last =
                        letters.last().map(|letter| &source[letter.source.0..letter.source.1]);
                    if !letters.is_empty() && !gap.fits(blank, last.unwrap_or_default(), c) {
                        return None;
                    }
                    letters.push(Letter {
                        text: (text, text + c.len_utf8()),
                        source: (place, place + c.len_utf8()),
                    });
                    gap = Gap::default();
                    next = wanted.next();
                }
                _ if is_undone(c, &slice[at + c.len_utf8()..]) => gap.free = true,
                _ => return None,
            }
        }
    }
    (next.is_none() && !letters.is_empty()).then_some(letters)
}

/// The letters of a printed form, each with whether a blank stands before it.
struct Wanted<'a> {
    rest: std::str::CharIndices<'a>,
    blank: bool,
}

impl Wanted<'_> {
    fn next(&mut self) -> Option<(bool, usize, char)> {
        self.blank = false;
        for (at, c) in self.rest.by_ref() {
            if is_white(c) {
                self.blank = true;
            } else {
                return Some((self.blank, at, c));
            }
        }
        None
    }
}

/// What stands between two letters of the source.
#[derive(Default)]
struct Gap {
    blank: bool,
    line_break: bool,
    /// A blank may stand here in the printed form or not.
    free: bool,
}

impl Gap {
    fn see(&mut self, c: char) {
        if c.is_whitespace() {
            self.blank = true;
            self.line_break |= matches!(c, '\n' | '\r' | '\u{c}' | '\u{2028}' | '\u{85}' | '\u{b}');
        } else {
            self.free = true; // without width
        }
    }

    /// Whether the printed form has or lacks its blank rightly.
    fn fits(&self, blank: bool, before: &str, after: char) -> bool {
        // A line may break behind a hyphen or at a stroke inside a word.
        let inside_a_word = self.line_break && (matches!(before, "-" | "/") || after == '/');
        self.free || inside_a_word || blank == self.blank
    }
}

/// What reading takes out: a hyphen that a line end follows, soft hyphens, control characters.
fn is_undone(c: char, rest: &str) -> bool {
    match c {
        '-' | '\u{2010}' | '\u{2011}' => {
            let line = rest.trim_start_matches([' ', '\t', '\u{a0}']);
            line.is_empty() || line.starts_with(['\n', '\r', '\u{c}', '\u{2028}', '\u{85}'])
        }
        '\u{ad}' | '\u{200e}' | '\u{200f}' => true,
        _ => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stands(printed: &str, slice: &str) -> bool {
        let print = Print { source: slice, noise: Vec::new() };
        print.stands(printed, Span::new(0, slice.len()))
    }

    #[test]
    fn words_stand_letter_for_letter() {
        assert!(stands("Shanghai Cooperation", "Shanghai \n   Cooperation"));
        assert!(stands("information", "infor-\nmation"));
        assert!(stands("co-operation", "co-\noperation"));
        assert!(stands("information", "infor\u{ad}mation"));
        for (printed, slice) in [
            ("China", "hina"),
            ("China", "Chin"),
            ("China", " China"),
            ("China", "China\n"),
            ("China", "Chain"),
            ("China", "China1"),
            ("Hu Jintao", "HuJintao"),
            ("HuJintao", "Hu Jintao"),
            ("cooperation", "co-operation"),
            ("", ""),
            ("", "a"),
        ] {
            assert!(!stands(printed, slice), "{printed:?} at {slice:?}");
        }
    }

    #[test]
    fn what_interrupts_is_left_out() {
        let source = "CHINA1 SEA";
        let print = Print { source, noise: vec![Span::new(5, 6)] };
        assert!(print.stands("CHINA SEA", Span::new(0, 10)));
        assert!(print.stands("CHINA1 SEA", Span::new(0, 10)));
        assert!(print.stands("1", Span::new(5, 6)));
        assert!(!print.stands("CHINA", Span::new(0, 10)));
    }
}
