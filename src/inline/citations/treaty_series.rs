//! Places in the series of treaties.
//!
//! ```text
//! reference = ( "United Nations" | "League of Nations" ) "," "Treaty Series" { "," place }
//!           | "Ibid." { "," place }                          ; behind such a reference
//!           | volume ( "UNTS" | "U.N.T.S." | "LNTS" | "L.N.T.S." ) page
//! place     = ( "vol." | "vols." ) numbers [ "(" year ")" ] | ( "No." | "Nos." ) numbers | ( "p." | "pp." ) numbers
//! numbers   = number [ ( "-" | "and" ) number ]
//! ```

use super::lex::{after, before, word};
use super::memory::Known;
use super::{Found, Scanner};
use crate::model::{CitationTarget, Status, TreatySeriesTarget};

impl Scanner<'_> {
    /// Reads a reference whose `Treaty` before `Series`, or whose abbreviation, is the word at
    /// `start`.
    pub(super) fn treaty_series(&mut self, start: usize, first: &str) -> Option<usize> {
        let text = self.text;
        match first {
            "Treaty" => {
                let end = start + "Treaty Series".len();
                text[start..].starts_with("Treaty Series").then_some(())?;
                let head = before(text, start, 24);
                let (begin, series) = publisher(head, start)?;
                let (place, finish) = places(text, end)?;
                Some(self.treaty(begin..finish, series, place, Status::Printed))
            }
            "UNTS" | "LNTS" => self.short(start, start + first.len(), first),
            "U" if text[start..].starts_with("U.N.T.S.") => self.short(start, start + 8, "UNTS"),
            "L" if text[start..].starts_with("L.N.T.S.") => self.short(start, start + 8, "LNTS"),
            _ => None,
        }
    }

    /// `Ibid., vol. 993, No. 14531`: another place in the series of the note before.
    pub(super) fn same_series(&mut self, start: usize, end: usize) -> Option<usize> {
        let known = self.found.last().map(super::known).or_else(|| self.memory.note.clone())?;
        let CitationTarget::TreatySeries(before) = known.target else { return None };
        let (place, finish) = places(self.text, end)?;
        let series = if before.series == "LNTS" { "LNTS" } else { "UNTS" };
        Some(self.treaty(start..finish, series, place, Status::Inferred))
    }

    /// `1155 UNTS 331`
    fn short(&mut self, start: usize, end: usize, series: &str) -> Option<usize> {
        let text = self.text;
        let head = before(text, start, 12).strip_suffix(' ')?;
        let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
        let volume = &head[head.len() - digits..];
        let page = word(text.get(end..)?.strip_prefix(' ')?, 0);
        let plain =
            |s: &str| !s.is_empty() && s.len() <= 5 && s.bytes().all(|b| b.is_ascii_digit());
        if !(plain(volume) && plain(page)) {
            return None;
        }
        let finish = end + 1 + page.len();
        let page = Some(page.to_owned());
        let place = Place { volume: volume.to_owned(), number: None, page };
        Some(self.treaty(start - 1 - digits..finish, series, place, Status::Printed))
    }

    fn treaty(
        &mut self,
        range: std::ops::Range<usize>,
        series: &str,
        place: Place,
        status: Status,
    ) -> usize {
        let end = range.end;
        let mut canonical = format!("{series} vol. {}", place.volume);
        if let Some(number) = &place.number {
            canonical.extend([", No. ", number]);
        }
        if let Some(page) = &place.page {
            canonical.extend([", p. ", page]);
        }
        let target = CitationTarget::TreatySeries(TreatySeriesTarget {
            series: series.to_owned(),
            volume: place.volume,
            registration_number: place.number,
            page: place.page,
        });
        self.push(Found::of(range, Known { canonical, target }, status));
        end
    }
}

struct Place {
    volume: String,
    number: Option<String>,
    page: Option<String>,
}

/// Where the publisher before the series begins, and the series.
fn publisher(head: &str, at: usize) -> Option<(usize, &'static str)> {
    let stem = head.trim_end_matches([' ', ',', '*', '_']);
    let names = [("United Nations", "UNTS"), ("League of Nations", "LNTS")];
    let named = names.iter().find(|(name, _)| stem.ends_with(name));
    named.map(|(name, series)| (at - head.len() + stem.len() - name.len(), *series))
}

/// Volume, number and page from `at` on, and where they end.
fn places(text: &str, at: usize) -> Option<(Place, usize)> {
    let window = after(text, at, 120);
    let mut place = Place { volume: String::new(), number: None, page: None };
    let mut rest = window.trim_start_matches(['*', '_']);
    let mut end = window.len() - rest.len();
    while let Some(next) = rest.strip_prefix(',').map(str::trim_start) {
        let marks = ["vols. ", "vol. ", "Nos. ", "No. ", "pp. ", "p. "];
        let Some(mark) = marks.iter().find(|mark| next.starts_with(**mark)) else { break };
        let (value, behind) = numbers(&next[mark.len()..])?;
        match mark.as_bytes()[0] {
            b'v' => value.clone_into(&mut place.volume),
            b'N' => place.number = Some(value.to_owned()),
            _ => place.page = Some(value.to_owned()),
        }
        rest = behind;
        if let Some(year) = rest.strip_prefix(" (").and_then(|rest| rest.get(..5))
            && year.ends_with(')')
            && year[..4].bytes().all(|b| b.is_ascii_digit())
        {
            rest = &rest[7..];
        }
        end = window.len() - rest.len();
    }
    (!place.volume.is_empty()).then_some((place, at + end))
}

/// `2187`, `XCIV`, `970-973`, `1760 and 1761`
fn numbers(text: &str) -> Option<(&str, &str)> {
    let one = |text: &str| {
        let number = word(text, 0);
        let sound = number.bytes().all(|b| b.is_ascii_digit())
            || number.bytes().all(|b| b"IVXLC".contains(&b));
        (sound && !number.is_empty()).then_some(number.len())
    };
    let mut end = one(text)?;
    for joint in ["-", "–", " and ", ", "] {
        if let Some(more) = text[end..].strip_prefix(joint).and_then(one) {
            end += joint.len() + more;
            break;
        }
    }
    Some(text.split_at(end))
}
