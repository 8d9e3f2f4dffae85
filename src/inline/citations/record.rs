//! Official Records, yearbooks and conference reports that are cited without a symbol.
//!
//! ```text
//! records  = "Official Records of the" organ { "," part } "," supplement
//! part     = ordinal ( "Session" | "Year" | "Series" ) | year | "Annexes"
//! supplement = "Supplement No." number [ letter ] | "Supplement for" months year
//! yearbook = "Yearbook of the" name [","] year [ "," "vol." number [ "(Part" count ")" ] ]
//! report   = "Report of the" name [ "(Habitat" roman ")" ] "," place "," dates
//! ```
//!
//! Where a symbol follows in the same reference, that alone is the citation.

use super::lex::{after, skip_words, to_sentence_end, word};
use super::memory::Known;
use super::{Found, Scanner};
use crate::inline::scan_dates;
use crate::model::symbol::scan;
use crate::model::{CitationTarget, OtherTarget, Status};

impl Scanner<'_> {
    /// Reads a reference to a publication that begins with `first` at `start`.
    pub(super) fn record(&mut self, start: usize, first: &str) -> Option<usize> {
        if !matches!(first, "Official" | "Yearbook" | "Report") {
            return None;
        }
        let window = to_sentence_end(after(self.text, start, 300));
        let len = match first {
            "Official" => official_records(window)?,
            "Yearbook" => yearbook(window)?,
            _ => report(window)?,
        };
        let end = start + len;
        if first != "Yearbook" && symbol_follows(self.text, end) {
            return None;
        }
        let label = self.text[start..end].to_owned();
        let target = CitationTarget::Other(OtherTarget { label: label.clone() });
        let known = Known { canonical: label, target };
        let (pinpoints, finish) = super::pinpoint::behind(self.text, end);
        let found = Found::of(start..end, known, Status::Printed);
        self.push(Found { pinpoints, end: finish, ..found });
        Some(end)
    }
}

fn official_records(text: &str) -> Option<usize> {
    text.strip_prefix("Official Records of the ")?;
    let stop = text.find([';', '(', ':']).unwrap_or(text.len());
    let reach = &text[..stop];
    if let Some(at) = reach.find("Supplement No. ") {
        let number = at + "Supplement No. ".len();
        let digits = word(text, number);
        let known = digits.starts_with(|c: char| c.is_ascii_digit());
        return known.then_some(number + digits.len());
    }
    let at = reach.find("Supplement for ")?;
    let year = reach[at..].find(|c: char| c.is_ascii_digit())? + at;
    let digits = word(text, year);
    (digits.len() == 4).then_some(year + 4)
}

fn yearbook(text: &str) -> Option<usize> {
    text.strip_prefix("Yearbook of the ")?;
    let year = text.find(|c: char| c.is_ascii_digit())?;
    let digits = word(text, year);
    if digits.len() != 4 || text[..year].contains(['.', ';', '(']) {
        return None;
    }
    let mut end = year + 4;
    if let Some(rest) = text[end..].strip_prefix(", vol. ") {
        let volume = word(rest, 0);
        end = text.len() - rest.len() + volume.len();
        if let Some(close) = text[end..].strip_prefix(" (Part ").and_then(|rest| rest.find(')')) {
            end += " (Part ".len() + close + 1;
        }
    }
    Some(end)
}

/// `Report of the World Summit for Social Development, Copenhagen, 6-12 March 1995`
fn report(text: &str) -> Option<usize> {
    let rest = skip_words(text, "Report of the")?.strip_prefix(' ')?;
    rest.starts_with(char::is_uppercase).then_some(())?;
    // `(Habitat II)` is a part of the name, what is said of the publication stands behind the dates.
    let opened = text.find('(').filter(|at| !text[at + 1..].starts_with("Habitat"));
    let stop = text.find(['.', ';']).unwrap_or(text.len()).min(opened.unwrap_or(text.len()));
    let meeting = ["Conference", "Summit", "Assembly", "Meeting", "Congress"];
    let mut commas = text[..stop].match_indices(", ").map(|(i, _)| i + 2);
    let date = commas.find_map(|i| {
        let found = scan_dates(text, i)?;
        meeting.iter().any(|noun| text[..i].contains(noun)).then_some(i + found.len)
    })?;
    Some(date)
}

/// Whether a symbol stands in what is left of the reference.
fn symbol_follows(text: &str, at: usize) -> bool {
    let window = to_sentence_end(after(text, at, 200));
    let stop = window.find(';').unwrap_or(window.len());
    let capital = |i: usize| window[i..].starts_with(|c: char| c.is_ascii_uppercase());
    (0..stop)
        .filter(|&i| window.is_char_boundary(i) && capital(i))
        .take(60)
        .any(|i| scan(text, at + i).is_some())
}
