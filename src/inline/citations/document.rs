//! Documents by their symbols, anywhere in a text.
//!
//! ```text
//! reference = symbol { run } [ [","] "of" date ] { "," pinpoint }
//! ```
//!
//! The symbol, joint symbols and runs (`and Add.1`, `, 174 and 323`) are those of
//! [`Symbol`](crate::model::Symbol). Each half of a joint symbol is a reference. A place before the
//! reference may be joined by the words that name the document (`annex II to a General Assembly
//! document issued under the symbol A/60/973`).

use super::lex::{after, before, strip_words};
use super::memory::Known;
use super::organ::Organ;
use super::{Found, Latest, Scanner, dates, pinpoint};
use crate::model::symbol::{Nature, scan, scan_run};
use crate::model::{
    CitationTarget, DecisionTarget, DocumentTarget, OtherTarget, ResolutionTarget, Status, Symbol,
};

/// More blanks than one reference holds.
const BLANKS: usize = 8;

impl Scanner<'_> {
    /// Reads a symbol that begins at `start`.
    pub(super) fn document(&mut self, start: usize) -> Option<usize> {
        let text = self.text;
        if text[..start].ends_with('/') {
            return None;
        }
        // Blanks stand in a symbol only in its parentheses and where it is damaged.
        let blanks = memchr::memchr_iter(b' ', after(text, start, 200).as_bytes()).nth(BLANKS);
        let reach = blanks.map_or(text.len(), |i| start + i);
        let Some(found) = scan(&text[..reach], start) else {
            return self.other_symbol(start).or_else(|| self.foreign_symbol(start));
        };
        let end = start + found.len;
        // `A/80/___`: a number that is still to come.
        if text[end..].starts_with("/_") {
            return Some(end);
        }
        let members = scan_run(text, end, &found.symbol);
        let digits = |symbol: &Symbol| symbol.number().map_or(0, str::len);
        let first_digits = digits(&found.symbol);
        let repaired = if found.repaired { Status::Normalized } else { Status::Printed };
        let first = self.found.len();
        if found.halves.is_empty() {
            self.push(Found::of(start..end, target(found.symbol), repaired));
        }
        for (symbol, at) in found.halves {
            self.push(Found::of(start + at.start..start + at.end, target(symbol), repaired));
        }
        let mut last = end;
        // A range stands for each member between its ends: they have the place of its end.
        for at_one in members.chunk_by(|a, b| a.start == b.start) {
            let [member, ..] = at_one else { continue };
            // `S/714, 1`: no document of the same run.
            let plain = member.symbol.modifiers().is_empty();
            if plain && digits(&member.symbol) + 1 < first_digits {
                break;
            }
            for symbol in at_one.iter().flat_map(|member| member.symbol.halves()) {
                self.push(Found::of(member.start..member.end, target(symbol), Status::Inferred));
            }
            last = member.end;
        }
        let (days, dated) = dates(text, last);
        let (places, mut finish) = pinpoint::behind(text, dated);
        if let Some(end) = self.found.last_mut().filter(|_| places.is_empty() && dated > last) {
            end.range.end = dated;
        }
        let (mut ahead, began) = pinpoint::ahead(text, naming_words(text, start));
        for citation in &mut self.found[first..] {
            if citation.core.end == last {
                citation.date = days.first().copied();
                citation.range.end = citation.range.end.max(finish);
                citation.pinpoints.extend(places.iter().cloned());
            }
            if citation.core.start == start && !ahead.is_empty() {
                citation.range.start = began;
                ahead.append(&mut citation.pinpoints);
                citation.pinpoints = std::mem::take(&mut ahead);
            }
        }
        if let [.., one] = &self.found[first..]
            && matches!(one.target, CitationTarget::Resolution(_))
        {
            let alone = self.found.len() == first + 1;
            self.resolution = if alone { Latest::Here(first) } else { Latest::None };
        }
        finish = finish.max(last);
        Some(finish)
    }

    /// `8/26385`, `5/2002/1005`: a digit read for the `S` of the Security Council, in parentheses or
    /// behind `document`.
    pub(super) fn misread_series(&mut self, start: usize) -> Option<usize> {
        let head = before(self.text, start, 12).trim_end();
        if !(head.ends_with('(') || head.ends_with("document")) {
            return None;
        }
        let rest = self.text.get(start + 1..)?;
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '/')).unwrap_or(rest.len());
        let number = rest[..end].trim_end_matches('/').trim_start_matches('/');
        // Five digits, or a year of the later form.
        let sound = match number.split_once('/') {
            None => number.len() == 5,
            Some((year, _)) => {
                year.len() == 4 && (year.starts_with("199") || year.starts_with("20"))
            }
        };
        let end = start + 2 + number.len();
        let modifier = sound.then(|| modifier(&self.text[end..]))?;
        let symbol: Symbol = format!("S/{number}{modifier}").parse().ok()?;
        let end = end + modifier.len();
        let (pinpoints, finish) = pinpoint::behind(self.text, end);
        let found = Found::of(start..end, target(symbol), Status::Normalized);
        self.push(Found { pinpoints, end: finish, ..found });
        Some(finish)
    }

    /// Symbols that the grammar of the United Nations refuses: notes of the OPCW (`S/1906/2020`),
    /// and joint symbols whose joint was misread (`A/78/3358/2023/642` for `-S`).
    fn other_symbol(&mut self, start: usize) -> Option<usize> {
        let token = after(self.text, start, 40);
        let len = token
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '/' | '$' | '-' | '–')))
            .unwrap_or(token.len());
        let token = token[..len].trim_end_matches('-');
        let parts: Vec<&str> = token.split('/').collect();
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let year =
            |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
        let end = start + token.len();
        match parts.as_slice() {
            ["S", number, of] if digits(number) && digits(of) && year(of) => {
                if !self.memory.chemical_weapons {
                    return None;
                }
                let label = token.to_owned();
                let target = CitationTarget::Other(OtherTarget { label: label.clone() });
                let known = Known { canonical: label, target };
                let (pinpoints, finish) = pinpoint::behind(self.text, end);
                let found = Found::of(start..end, known, Status::Printed);
                self.push(Found { pinpoints, end: finish, ..found });
                Some(finish)
            }
            // `President’s statement PRST/8/1`, of the Human Rights Council
            ["PRST", session, number] if digits(session) && digits(number) => {
                if self.memory.own != Some(Organ::HumanRights) && !self.memory.rights_council {
                    return None;
                }
                let symbol: Symbol = format!("A/HRC/{token}").parse().ok()?;
                self.push(Found::of(start..end, target(symbol), Status::Inferred));
                Some(end)
            }
            ["A", session, number, of, last] if digits(of) && year(of) && digits(last) => {
                let number = number.strip_suffix(['8', '$'])?.trim_end_matches(['-', '–']);
                if number.is_empty() || !digits(session) {
                    return None;
                }
                let symbols = [format!("A/{session}/{number}"), format!("S/{of}/{last}")];
                let cut = start + "A/".len() + session.len() + 1 + number.len();
                for (symbol, range) in symbols.into_iter().zip([start..cut, cut..end]) {
                    let symbol: Symbol = symbol.parse().ok()?;
                    self.push(Found::of(range, target(symbol), Status::Normalized));
                }
                Some(end)
            }
            _ => None,
        }
    }
}

/// The modifier at the start of a text: `/Add.1`.
fn modifier(text: &str) -> &str {
    let kinds = ["/Add.", "/Corr.", "/Rev."];
    let behind = kinds.iter().find_map(|kind| text.strip_prefix(kind)).unwrap_or("");
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 { &text[..text.len() - behind.len() + digits] } else { "" }
}

/// The target that a symbol names.
pub(super) fn target(symbol: Symbol) -> Known {
    let organ = symbol.organ().map(str::to_owned);
    let canonical = symbol.as_str().to_owned();
    let target = match symbol.nature() {
        Nature::Resolution => CitationTarget::Resolution(ResolutionTarget {
            organ,
            organ_status: Status::Printed,
            symbol,
        }),
        Nature::Decision => CitationTarget::Decision(DecisionTarget {
            organ,
            organ_status: Status::Printed,
            symbol,
        }),
        _ => CitationTarget::Document(DocumentTarget { symbol }),
    };
    Known { canonical, target }
}

/// Where the words begin that only say that a symbol follows.
fn naming_words(text: &str, at: usize) -> usize {
    const WORDS: [&str; 18] = [
        "the symbol",
        "the symbols",
        "symbol",
        "under",
        "with",
        "bearing",
        "issued",
        "circulated",
        "as",
        "document",
        "documents",
        "draft resolution",
        "General Assembly",
        "Security Council",
        "contained in",
        "reproduced in",
        "the report",
        "report",
    ];
    let window = before(text, at, 120);
    let mut head = window.trim_end();
    for _ in 0..8 {
        let Some(rest) = WORDS.iter().find_map(|words| strip_words(head, words)) else { break };
        head = rest.trim_end();
    }
    at - window.len() + head.len() + usize::from(head.len() < window.len())
}
