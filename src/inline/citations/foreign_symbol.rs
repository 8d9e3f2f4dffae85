//! Documents of other organizations whose symbols no table knows.
//!
//! ```text
//! reference = noun symbol { ( "," | "and" | ", and" ) symbol }
//! symbol    = name 1*( "/" element ) [ [ sp ] "(" session ")" ]
//! name      = 2*6UPPER | UPPER "-" number           ; MRE/RES.6/94, CG/255, G-77/AM(XXXII)/2008/3
//! element   = "RES." [ sp ] number | 1*( ALPHA | DIGIT | "." | "-" )
//! session   = 1*( UPPER | DIGIT | "-" | "/" )       ; AG/RES. 1080 (XXI-O/91)
//! ```
//!
//! Much else has strokes (`HIV/AIDS`, `TCP/IP`), so that a noun must say that a document follows, unless
//! an element does (`RES.`, `DEC.`), and a digit stand in it. The label is the symbol as printed,
//! without blanks.

use super::lex::{after, before, strip_words};
use super::memory::Known;
use super::{Found, Scanner, dates, pinpoint};
use crate::model::{CitationTarget, OtherTarget, Status};

/// The nouns behind which any symbol is one.
const NOUNS: [&str; 8] = [
    "resolution",
    "resolutions",
    "decision",
    "decisions",
    "document",
    "documents",
    "declaration",
    "recommendation",
];

/// Longer symbols than this are not read.
const LONGEST: usize = 64;

impl Scanner<'_> {
    /// Reads a symbol of a series that is not the United Nations', at `start`.
    pub(super) fn foreign_symbol(&mut self, start: usize) -> Option<usize> {
        let text = self.text;
        let len = length(after(text, start, LONGEST))?;
        let ahead = before(text, start, 24).trim_end();
        let named = NOUNS.iter().any(|noun| strip_words(ahead, noun).is_some())
            || is_text_of_an_organ(&text[start..start + len])
            || is_alone(text, start, start + len);
        let listed = || {
            let last = self.found.last()?;
            let gap = text.get(last.range.end..start)?;
            let is_foreign =
                matches!(&last.target, CitationTarget::Other(other) if other.label.contains('/'));
            (is_foreign && matches!(gap, " and " | ", " | ", and ")).then_some(())
        };
        if !named && listed().is_none() {
            return None;
        }
        let core = start..start + len;
        let label: String = text[core.clone()].chars().filter(|c| !c.is_whitespace()).collect();
        let target = CitationTarget::Other(OtherTarget { label: label.clone() });
        let (days, dated) = dates(text, core.end);
        let (pinpoints, end) = pinpoint::behind(text, dated);
        let found = Found::of(core, Known { canonical: label, target }, Status::Printed);
        self.push(Found { pinpoints, end, date: days.first().copied(), ..found });
        Some(end)
    }
}

/// Whether an element says that the symbol is that of a resolution or decision.
fn is_text_of_an_organ(symbol: &str) -> bool {
    let mut elements = symbol.split('/').skip(1).filter_map(|element| element.split_once('.'));
    elements.any(|(tag, _)| ["RES", "DEC"].iter().any(|text| text.eq_ignore_ascii_case(tag)))
}

/// Whether a symbol that is a revision, addendum or corrigendum stands alone in parentheses or at the
/// beginning of its note: `(IT/32/Rev.30)`.
fn is_alone(text: &str, start: usize, end: usize) -> bool {
    let issued = text[start..end].rsplit('/').next().and_then(|last| last.split_once('.'));
    let issued = issued.is_some_and(|(tag, _)| ["Rev", "Add", "Corr"].contains(&tag));
    let (ahead, behind) = (&text[..start], &text[end..]);
    issued
        && (ahead.ends_with('(') && behind.starts_with(')')
            || ahead.is_empty() && (behind.is_empty() || behind == "." || behind.starts_with(". ")))
}

/// Length of the symbol at the start of `text`.
fn length(text: &str) -> Option<usize> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    // `G-77/AM(XXXII)/2008/3`
    let number = text[letters..]
        .strip_prefix('-')
        .map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    // `ODIHR.GAL/26/22/Rev.1`
    let second = text[letters..]
        .strip_prefix('.')
        .map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_uppercase).count());
    let name = letters
        + [number, second].iter().filter(|more| **more > 0).map(|more| 1 + more).sum::<usize>();
    if !(2..=10).contains(&name) {
        return None;
    }
    let is_inner = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'/');
    // A session in the middle, with an element behind it.
    let middle = text[name..].find(")/").filter(|&at| {
        let (head, session) = text[name..name + at].split_once('(').unwrap_or_default();
        head.bytes().all(|b| is_inner(&b))
            && session.bytes().all(|b| b"IVXL".contains(&b))
            && at > 0
    });
    let name_end = middle.map_or(name, |at| name + at + 1);
    let mut end = name_end + text[name_end..].bytes().take_while(is_inner).count();
    // `RES. 1080`: a blank behind the point.
    if text[..end].ends_with('.') {
        let digits = text[end..].strip_prefix(' ').unwrap_or("");
        let digits = digits.bytes().take_while(u8::is_ascii_digit).count();
        end += if digits > 0 { 1 + digits } else { 0 };
    }
    let end = text[..end].trim_end_matches(['.', '-', '/']).len();
    let symbol = &text[..end];
    if !(symbol[name..].starts_with('/') && symbol.bytes().any(|b| b.is_ascii_digit())) {
        return None;
    }
    let rest = &text[end..];
    let session = || {
        let inner = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix('(')?;
        let is_session =
            |b: &u8| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'-' | b'/');
        let len = inner.bytes().take_while(is_session).count();
        (len > 0 && inner[len..].starts_with(')')).then(|| text.len() - inner.len() + len + 1)
    };
    Some(session().unwrap_or(end))
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn lengths() {
        for (text, want) in [
            ("MRE/RES.6/94 of the Meeting", Some("MRE/RES.6/94")),
            ("AG/RES. 1080 (XXI-O/91), and", Some("AG/RES. 1080 (XXI-O/91)")),
            ("CG/255 of the General Conference", Some("CG/255")),
            ("CP/RES.1095.", Some("CP/RES.1095")),
            ("G-77/AM(XXXII)/2008/3. They", Some("G-77/AM(XXXII)/2008/3")),
            ("HIV/AIDS of 2020", None),
            ("A/47/100", None),
            ("USA and 1/2", None),
        ] {
            assert_eq!(length(text), want.map(str::len), "{text}");
        }
    }
}
