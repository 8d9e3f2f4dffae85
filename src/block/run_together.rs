//! Lines that a copy has run together.
//!
//! Web copies print a whole letter on one line: masthead, heading, body, signature and job number.
//! Such a line is longer than any page is wide; it is cut before and after what is a line of its own
//! by its own form (a heading, a label, a mark of a signature, a job number), so that all later
//! steps see the lines of the page. Nothing is cut in a line that a page could hold.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::formula::begins_sentence;
use super::heading::{complete_heading, opens_heading};
use super::label::{label, titled_label};
use super::meeting::meeting_title;
use super::run_frame::frame_cuts;
use super::signature_mark::signature_mark;
use crate::inline::scan_dates;
use crate::span::Span;
use crate::text::{Line, Signs, beginning, ends_open, ends_sentence, find, furniture_run, is_any};

/// Wider than the lines of any page, in characters.
const WIDEST_PAGE: u32 = 150;
/// No heading is longer, in bytes.
const LONGEST_HEADING: usize = 700;

/// The lines, with those that were run together cut apart. A label and the title on its line are
/// two lines too, where they begin a stretch of their own; so are the number of a meeting and where
/// it was held.
pub(crate) fn cut_apart(source: &str, lines: Vec<Line>) -> Vec<Line> {
    let titled = |line: &Line| {
        let set_off = line.gap > 0 || line.new_page;
        let text = line.text(source);
        set_off.then(|| titled_label(text).or_else(|| held_behind(text))).flatten()
    };
    if lines.iter().all(|line| line.width <= WIDEST_PAGE && titled(line).is_none()) {
        return lines;
    }
    let mut apart = Vec::with_capacity(lines.len());
    for line in lines {
        let text = line.text(source);
        let cuts = match titled(&line) {
            Some(title) => vec![title],
            None if line.width > WIDEST_PAGE => cuts(text),
            None => {
                apart.push(line);
                continue;
            }
        };
        let mut start = 0;
        for cut in cuts.into_iter().chain([text.len()]) {
            if let Some(piece) = piece(line, text, start, cut) {
                apart.push(piece);
            }
            start = cut;
        }
    }
    apart
}

/// Where on the line of a meeting's number the line begins that says where it was held.
fn held_behind(text: &str) -> Option<usize> {
    meeting_title(text).filter(|&end| text[end..].starts_with(" Held "))
}

/// A piece of a line as a line of its own, set off from what stands before it.
fn piece(line: Line, text: &str, start: usize, end: usize) -> Option<Line> {
    let words = &text[start..end];
    let from = start + (words.len() - words.trim_start().len());
    let words = words.trim();
    let base = line.span.start as usize;
    let first = start == 0;
    (!words.is_empty()).then(|| Line {
        span: Span::new(base + from, base + from + words.len()),
        indent: if first { line.indent } else { 0 },
        width: words.chars().count() as u32 + if first { line.indent } else { 0 },
        gap: if first { line.gap } else { 1 },
        new_page: first && line.new_page,
        signs: Signs::of(words),
    })
}

/// Where a line is cut, in order.
fn cuts(text: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut at = 0;
    while let Some(word) = next_word(text, at) {
        let rest = &text[word..];
        let (opens, length) = if let Some(length) = heading(rest) {
            (true, length)
        } else if signature_mark(rest)
            .is_some_and(|(_, name)| !name.starts_with(char::is_alphanumeric))
        {
            (true, 0)
        } else {
            let length = furniture_run(rest);
            (length > 0, length)
        };
        if opens {
            cuts.push(word);
            if length > 0 {
                cuts.push(word + length);
            }
        }
        at = word + length.max(1);
        if opens && label(rest).is_some() {
            cuts.extend(title(&text[word + length..]).into_iter().map(|cut| word + length + cut));
        }
    }
    cuts.extend(frame_cuts(text));
    cuts.extend(sourced_title(text));
    cuts.sort_unstable();
    cuts.retain(|&cut| cut > 0 && cut < text.len());
    cuts.dedup();
    cuts
}

/// Where the title ends that a copy without capitals has run into the field of its source: `agreement on
/// riverssource: the parties to this agreement, ...`.
fn sourced_title(text: &str) -> Option<usize> {
    const LONGEST_TITLE: usize = 500;
    const FIELDS: [&str; 2] = ["source: ", "src: "];
    static FINDERS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| FIELDS.map(Finder::new));
    let head = beginning(text, LONGEST_TITLE);
    let at = FINDERS.iter().filter_map(|finder| finder.find(head.as_bytes())).min()?;
    let title = &head[..at];
    let glued = title.ends_with(|c: char| c.is_alphanumeric());
    (glued && !title.contains(char::is_uppercase)).then_some(at)
}

/// The next place from `at` on, at the start of a word, where a line of its own may begin.
fn next_word(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let opens = |byte: u8| byte.is_ascii_digit() | is_any(byte, *b"AEILN([");
    let mut from = at;
    while let Some(word) = find(bytes, from, opens) {
        if word == 0 || bytes[word - 1] == b' ' {
            return Some(word);
        }
        from = word + 1;
    }
    None
}

/// The length of a heading of a communication, or of a label with one, at the start of `text`, up
/// to the first word of what follows.
fn heading(text: &str) -> Option<usize> {
    let repeats = label(text).is_some_and(|label| label.repeats_heading);
    if !repeats && !opens_heading(text) {
        return None;
    }
    let text = beginning(text, LONGEST_HEADING);
    if !repeats && !names_a_date(text) {
        return None;
    }
    complete_heading(text).map(|end| end + 1)
}

/// Where the title ends that an attached text begins with: before and after a place and date, else
/// before the first sentence.
fn title(text: &str) -> Vec<usize> {
    const LONGEST_TITLE: usize = 400;
    let window = beginning(text, LONGEST_TITLE);
    let words = || window.match_indices(' ').map(|(i, _)| i + 1);
    let sentence =
        words().find(|&at| begins_sentence(&window[at..]) && !ends_open(window[..at].trim_end()));
    let sentence = sentence.filter(|&at| !ends_sentence(window[..at].trim_end()));
    let Some(sentence) = sentence else { return Vec::new() };
    let dated = words().filter(|&at| at <= sentence).find_map(|at| {
        let found = scan_dates(window, at)?;
        let place = window[..at].trim_end().strip_suffix(',')?.rfind(' ')? + 1;
        Some(vec![place, at + found.len])
    });
    dated.unwrap_or_else(|| vec![sentence])
}

/// "Letter dated 3 May": running text has "letter dated", a list has its number before it.
fn names_a_date(text: &str) -> bool {
    let dated = text.find("dated ").map(|i| &text[i + 6..]);
    dated.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines;

    #[test]
    fn a_letter_on_one_line_is_cut_into_its_lines() {
        let source = "United Nations S/2031/7 Security Council Distr.: General 4 May 2031 Original: \
            English Letter dated 3 May 2031 from the Permanent Representative of Norway to the \
            United Nations addressed to the President of the Security Council Due to the weather, \
            I have the honour to write. (Signed) Ada Byron Ambassador 31-10000 (E) 050531 *3110000* \
            Annex to the letter dated 3 May 2031 from the Permanent Representative of Norway to the \
            United Nations addressed to the President of the Security Council A text.";
        let apart: Vec<&str> =
            cut_apart(source, lines(source)).into_iter().map(|line| line.text(source)).collect();
        assert_eq!(
            apart,
            [
                "United Nations S/2031/7 Security Council Distr.: General 4 May 2031 Original: \
                 English",
                "Letter dated 3 May 2031 from the Permanent Representative of Norway to the United \
                 Nations addressed to the President of the Security Council",
                "Due to the weather, I have the honour to write.",
                "(Signed) Ada Byron Ambassador",
                "31-10000 (E) 050531 *3110000*",
                "Annex to the letter dated 3 May 2031 from the Permanent Representative of Norway \
                 to the United Nations addressed to the President of the Security Council",
                "A text.",
            ]
        );
    }

    #[test]
    fn a_line_that_a_page_holds_is_left_alone() {
        let source = "See the text (Signed) Ada Byron 31-10000 (E) 050531";
        assert_eq!(cut_apart(source, lines(source)), lines(source));
    }
}
