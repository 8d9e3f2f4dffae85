//! How the text is set: the measure of its lines, and where paragraphs end.

use super::{Line, Signs};

/// The measure of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    /// The width, in characters, that lines are broken at; `None` where each line is a paragraph,
    /// as in text from web pages.
    measure: Option<u32>,
}

/// Lines longer than this are not broken to a measure: no printed page is so wide.
const WIDEST_PAGE: u32 = 150;

/// A line of Chinese that is shorter may be a heading.
const SHORTEST_CHINESE: u32 = 18;
/// The signs by which a line of Chinese ends that is a paragraph.
const STOPS: [char; 5] = ['。', '：', '；', '？', '！'];

impl Layout {
    /// Measures the lines. The measure is the width that one line in ten reaches, so that a few
    /// overlong lines do not change it.
    ///
    /// Chinese has no blanks to break lines at: where most of its lines end with a sentence, no
    /// measure has broken them.
    pub(crate) fn of(source: &str, lines: impl Iterator<Item = Line>) -> Layout {
        let (mut chinese, mut whole) = (0, 0);
        let width = |line: Line| {
            let wide = line.signs.may_hold(Signs::WIDE) && line.width >= SHORTEST_CHINESE;
            if let Some(last) = line.text(source).chars().next_back().filter(|_| wide) {
                let stops = STOPS.contains(&last);
                chinese += usize::from(stops || is_wide(last));
                whole += usize::from(stops);
            }
            line.width
        };
        let mut widths: Vec<u32> = lines.map(width).collect();
        if widths.is_empty() || whole > 2 && whole * 2 > chinese {
            return Layout { measure: None };
        }
        let tenth = widths.len() - 1 - (widths.len() - 1) / 10;
        let (_, &mut measure, _) = widths.select_nth_unstable(tenth);
        Layout { measure: (measure <= WIDEST_PAGE).then_some(measure) }
    }

    /// Whether lines are broken to a measure.
    pub(crate) fn is_wrapped(self) -> bool {
        self.measure.is_some()
    }

    /// Whether `line` stops short: the first word of `next` would have found room on it.
    pub(crate) fn stops_short(self, line: Line, next: &str) -> bool {
        let word = first_word(next);
        // Chinese is broken between any two characters, and behind a number.
        let letters = || word.chars().take_while(|&c| !is_wide(c)).count() as u32;
        let word = letters().max(1);
        self.measure.is_none_or(|measure| line.width + 1 + word < measure)
    }

    /// Whether `line` takes less than two thirds of the measure, as a heading does.
    pub(crate) fn is_short(self, line: Line) -> bool {
        self.measure.is_some_and(|measure| line.width * 3 < measure * 2)
    }
}

/// Abbreviations that a name or a number follows: their point ends no sentence.
const ABBREVIATED: [&str; 18] = [
    "Add", "Corr", "Dr", "Messrs", "Mr", "Mrs", "Ms", "No", "Nos", "Rev", "Vol", "chap", "para",
    "paras", "pp", "sect", "vol", "vols",
];

/// Whether the text ends as a sentence, a clause before a list or a quotation does.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '»' | '*') || c.is_ascii_digit()
    });
    // "A/60/L.1/Add.1", "his letter to Mr."
    let ends = text.ends_with(['.', ':', ';', '?', '!', '。', '：', '；', '？', '！']);
    ends && !ends_short(text)
}

/// Whether the text ends with letters that each have a point, as streets, towns and States are
/// shortened in addresses: `N.W.`, `N.Y.`, `D.C.`, `U.S.A.`
pub(crate) fn ends_in_initials(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or("").as_bytes();
    let pairs = word.chunks_exact(2);
    (4..=8).contains(&word.len())
        && pairs.remainder().is_empty()
        && pairs.into_iter().all(|pair| pair[0].is_ascii_uppercase() && pair[1] == b'.')
}

/// Whether the text ends with an abbreviation that a name or a number follows: `Mr.`, `No.`.
pub(crate) fn ends_short(text: &str) -> bool {
    text.strip_suffix('.').is_some_and(|text| {
        let stem = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        ABBREVIATED.contains(&&text[stem.len()..])
    })
}

/// The commas of the six languages.
pub(crate) const COMMAS: [char; 3] = [',', '，', '،'];

/// Whether the character is one of Chinese.
fn is_wide(c: char) -> bool {
    ('\u{3000}'..='\u{9FFF}').contains(&c)
}

/// Words after which a phrase goes on.
const OPEN: [&str; 24] = [
    "a",
    "an",
    "and",
    "as",
    "at",
    "both",
    "by",
    "concerning",
    "for",
    "from",
    "in",
    "into",
    "of",
    "on",
    "or",
    "regarding",
    "the",
    "their",
    "to",
    "under",
    "upon",
    "with",
    "its",
    "between",
];

/// The first word of a text, up to white space.
fn first_word(text: &str) -> &str {
    // Most words are of ASCII and end at a blank.
    let length = text.bytes().take_while(u8::is_ascii_graphic).count();
    match text.as_bytes().get(length) {
        None | Some(b' ') if length > 0 => &text[..length],
        _ => text.split_whitespace().next().unwrap_or(""),
    }
}

/// What stands behind the last white space of a text.
fn last_word(text: &str) -> &str {
    let length = text.bytes().rev().take_while(u8::is_ascii_graphic).count();
    let at = text.len() - length;
    match text.as_bytes()[..at].last() {
        None | Some(b' ') => &text[at..],
        _ => text.rsplit(char::is_whitespace).next().unwrap_or(""),
    }
}

/// Whether the text ends in the middle of a phrase: no heading, title or paragraph does.
pub(crate) fn ends_open(text: &str) -> bool {
    let last = last_word(text);
    last.ends_with([',', '-'])
        || ends_short(last)
        || OPEN.iter().any(|word| word.eq_ignore_ascii_case(last))
}

/// Whether the text begins in lower case, as the rest of a broken phrase does.
pub(crate) fn begins_lower(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_sentence() {
        for text in ["The end.", "the end.1", "He said: \u{201C}No!\u{201D}", "(see A/60/45.)"] {
            assert!(ends_sentence(text), "{text}");
            assert!(!ends_open(text), "{text}");
        }
        for text in ["told Mr.", "its letter No.", "A/60/L.1/Add.1", "Supplement No. 12"] {
            assert!(!ends_sentence(text), "{text}");
        }
        assert!(ends_open("told Mr.") && ends_open("of the") && !ends_open("A/60/L.1/Add.1"));
    }
}
