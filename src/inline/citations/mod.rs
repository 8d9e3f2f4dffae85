//! References to other documents in running text.
//!
//! One pass over a text stops at places where a reference may begin: the first letter of a
//! symbol's series, the noun of a resolution or decision, a name of the gazetteer, the head noun
//! of an instrument (the file `candidate`). One parser runs there; what it needs to know of the words around is looked up
//! in bounded windows. A reader says *what* an expression refers to from the [`Memory`] of the text
//! before it, never from the text behind it: text that is added changes no reference before it.

mod candidate;
mod capitals;
mod document;
mod form;
mod instrument;
mod letter;
mod lex;
mod memory;
mod number;
mod organ;
mod pinpoint;
mod record;
mod relation;
mod resolution;
mod tail;
#[cfg(test)]
mod tests;
mod treaty_series;
mod words;

use std::ops::Range;

use self::lex::word;
use self::memory::Known;
pub(crate) use self::memory::Memory;
use super::NameHit;
use super::definitions::DefinitionFound;
use crate::gazetteer::Named;
use crate::inline::scan_dates;
use crate::model::{CitationTarget, Date, PinpointUnit, Relation, Status};

/// One reference in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RawCitation {
    /// With its pinpoints.
    pub(crate) range: Range<usize>,
    /// The reference itself, without pinpoints, date and subject.
    pub(crate) core: Range<usize>,
    /// How the target is known.
    pub(crate) status: Status,
    /// What the text says of it.
    pub(crate) relation: Option<Relation>,
    /// The symbol of the target, or the name of the instrument as first printed.
    pub(crate) canonical: String,
    /// What is referred to.
    pub(crate) target: CitationTarget,
    /// Places inside the target, from large to small.
    pub(crate) pinpoints: Vec<RawPinpoint>,
    /// The date given with it.
    pub(crate) date: Option<Date>,
    /// Whether further ones are meant that the text does not number.
    pub(crate) open_ended: bool,
}

/// A place inside a cited text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RawPinpoint {
    pub(crate) unit: PinpointUnit,
    /// As printed; none where the unit stands alone.
    pub(crate) number: Option<String>,
    pub(crate) range: Range<usize>,
}

/// The references in one flow's text, by place; the cores do not overlap.
///
/// `names` are the gazetteer's names in the text, `defined` the short names that it introduces. The flows of a document are read in order with
/// one memory.
pub(crate) fn citations(
    text: &str,
    names: &[NameHit],
    defined: &[DefinitionFound],
    memory: &mut Memory,
) -> Vec<RawCitation> {
    let mut scanner = Scanner {
        text,
        names,
        passed: 0,
        memory,
        found: Vec::new(),
        opening: relation::opening(text),
        defined,
        stroke: 0,
    };
    scanner.run();
    scanner.found
}

/// The state of the pass over one text.
struct Scanner<'a> {
    text: &'a str,
    names: &'a [NameHit],
    /// How many of the names begin before the place that is looked at.
    passed: usize,
    memory: &'a mut Memory,
    found: Vec<RawCitation>,
    /// The opening verb of the paragraph, and how far it reaches.
    opening: Option<(Relation, usize)>,
    /// The short names that the text introduces.
    defined: &'a [DefinitionFound],
    /// An oblique stroke, the first from the place on where it was last looked for.
    stroke: usize,
}

impl Scanner<'_> {
    fn run(&mut self) {
        let mut at = self.continued();
        while let Some(start) = self.candidate(at) {
            at = self.at_word(start);
        }
        let single = match self.found.as_slice() {
            [one] if one.core.start < 80 => Some(known(one)),
            _ => None,
        };
        self.memory.note = single;
    }

    /// The next word from `at` on that a reference may begin with.
    fn candidate(&mut self, at: usize) -> Option<usize> {
        let next = candidate::next(self.text, at);
        let reach = next.unwrap_or(self.text.len());
        while let Some(hit) = self.names.get(self.passed).filter(|hit| hit.range.start < reach) {
            if hit.range.start >= at {
                return Some(hit.range.start);
            }
            self.passed += 1;
        }
        next
    }

    /// Reads what begins at the word at `start`; gives the place to go on from.
    fn at_word(&mut self, start: usize) -> usize {
        let text = self.text;
        let word = word(text, start);
        let end = start + word.len().max(1);
        if let Some(hit) = self.names.get(self.passed).filter(|hit| hit.range.start == start) {
            match hit.named {
                Named::Organization(organization) => self.memory.named(organization),
                Named::Instrument(instrument) => {
                    if let Some(next) = self.listed(hit, instrument) {
                        return next;
                    }
                }
                _ => {}
            }
        }
        let next = match text.as_bytes()[start] {
            b'5' | b'8' => self.misread_series(start),
            b'i' | b'o' => self.ibid(start, word),
            b'l' => self.letter(start, word).or_else(|| self.ibid(start, word)),
            b'd' => self.resolutions(start, word).or_else(|| self.letter(start, word)),
            b'a'..=b'z' => self.resolutions(start, word),
            _ => {
                let symbol = if self.stroke_near(start) { self.document(start) } else { None };
                symbol
                    .or_else(|| self.resolutions(start, word))
                    .or_else(|| self.record(start, word))
                    .or_else(|| self.ibid(start, word))
                    .or_else(|| self.treaty_series(start, word))
                    .or_else(|| self.in_capitals(start, word))
                    .or_else(|| self.by_form(start, word))
            }
        };
        let Some(next) = next else { return end };
        self.skip_title(next).max(end)
    }

    /// Whether an oblique stroke stands so near behind `start` that a symbol may begin there.
    fn stroke_near(&mut self, start: usize) -> bool {
        const REACH: usize = 40;
        let bytes = self.text.as_bytes();
        if self.stroke < start {
            let next = memchr::memchr(b'/', &bytes[start..]);
            self.stroke = next.map_or(bytes.len() + REACH, |i| start + i);
        }
        self.stroke < start + REACH
    }

    /// Skips a title in quotation marks that follows a reference: `, entitled "..."`.
    ///
    /// A title holds no sentence end, so that text behind the sentence changes nothing.
    fn skip_title(&self, at: usize) -> usize {
        let (_, dated) = dates(self.text, at);
        let rest = self.text[dated..].trim_start_matches([',', ' ', ')']);
        let Some(title) = rest.strip_prefix("entitled ") else { return at };
        let open = self.text.len() - title.len();
        let title = lex::to_sentence_end(lex::after(self.text, open, 400));
        let close = match title.chars().next() {
            Some('“') => '”',
            Some('"') => '"',
            _ => return at,
        };
        title.char_indices().skip(1).find(|&(_, c)| c == close).map_or(at, |(i, _)| open + i)
    }

    /// `Ibid.`, and what writers outside the house use for it, in a note: the target of the note
    /// before.
    fn ibid(&mut self, start: usize, word: &str) -> Option<usize> {
        let behind = &self.text[start + word.len()..];
        let len = match word {
            _ if word.eq_ignore_ascii_case("ibid") => {
                word.len() + usize::from(behind.starts_with('.'))
            }
            "op" | "Op" if behind.starts_with(". cit.") => "op. cit.".len(),
            "loc" | "Loc" if behind.starts_with(". cit.") => "loc. cit.".len(),
            "Idem" if behind.starts_with([',', '.']) => word.len(),
            _ => return None,
        };
        let end = start + len;
        if let Some(next) = self.same_series(start, end) {
            return Some(next);
        }
        let (pinpoints, after) = pinpoint::behind(self.text, end);
        let rest = lex::after(self.text, after, 120);
        // Another session, supplement or volume of the same series is another document.
        let same = rest.trim_matches(['.', ' ', ')', ';']).is_empty()
            || rest.starts_with(';')
            || rest.starts_with(". ");
        let volume = pinpoints.iter().any(|p| p.unit == PinpointUnit::Volume);
        let known = self.found.last().map(known).or_else(|| self.memory.note.clone());
        if let Some(known) = known.filter(|_| same && !volume) {
            self.push(Found {
                pinpoints,
                end: after,
                ..Found::of(start..end, known, Status::Inferred)
            });
        }
        Some(after)
    }

    /// Adds a reference.
    fn push(&mut self, found: Found) {
        let relation = relation::relation(self.text, found.start).or_else(|| {
            self.opening.filter(|&(_, end)| found.start < end).map(|(relation, _)| relation)
        });
        self.push_related(found, relation);
    }

    fn push_related(&mut self, found: Found, relation: Option<Relation>) {
        // The members of a printed range share its place; nothing else overlaps.
        let overlaps = self
            .found
            .last()
            .is_some_and(|last| last.core.end > found.core.start && last.core != found.core);
        if overlaps {
            return;
        }
        self.found.push(RawCitation {
            range: found.start.min(found.core.start)..found.end.max(found.core.end),
            core: found.core,
            status: found.status,
            relation,
            canonical: found.known.canonical,
            target: found.known.target,
            pinpoints: found.pinpoints,
            date: found.date,
            open_ended: false,
        });
    }
}

/// A reference before its relation is known.
struct Found {
    start: usize,
    core: Range<usize>,
    end: usize,
    known: Known,
    status: Status,
    pinpoints: Vec<RawPinpoint>,
    date: Option<Date>,
}

impl Found {
    fn of(core: Range<usize>, known: Known, status: Status) -> Self {
        let (start, end) = (core.start, core.end);
        Found { start, core, end, known, status, pinpoints: Vec::new(), date: None }
    }
}

fn known(citation: &RawCitation) -> Known {
    Known { canonical: citation.canonical.clone(), target: citation.target.clone() }
}

/// The dates that follow a reference (`of 8 December 2005`), and where they end.
fn dates(text: &str, at: usize) -> (Vec<Date>, usize) {
    let rest = lex::after(text, at, 40);
    let rest_at = |tail: &str| at + rest.len() - tail.len();
    let bare = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    let links = ["of", "dated", "adopted on"];
    let Some(tail) = links.iter().find_map(|link| lex::skip_words(bare, link)) else {
        return (Vec::new(), at);
    };
    let start = rest_at(tail.trim_start());
    let Some(found) = scan_dates(text, start).filter(|found| !found.dates.is_empty()) else {
        return (Vec::new(), at);
    };
    let mut all: Vec<Date> = found.dates.iter().map(|part| part.date).collect();
    let mut end = start + found.len;
    // `of 23 December 1994 and 20 July 1995`
    while let Some(tail) = lex::skip_words(lex::after(text, end, 40).trim_start(), "and") {
        let tail = tail.trim_start();
        let next = end + lex::after(text, end, 40).len() - tail.len();
        let Some(more) = scan_dates(text, next).filter(|more| !more.dates.is_empty()) else {
            break;
        };
        all.extend(more.dates.iter().map(|part| part.date));
        end = next + more.len;
        if all.len() > 30 {
            break;
        }
    }
    (all, end)
}
