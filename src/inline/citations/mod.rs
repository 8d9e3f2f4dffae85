//! References to other documents in running text.
//!
//! References begin at the stops of a text: at the first letter of a symbol's series, the noun of a
//! resolution or decision, a name of the gazetteer, the head noun of an instrument. One parser runs
//! there; what it needs to know of the words around is looked up in bounded windows. A reader says
//! *what* an expression refers to from the [`Memory`] of the text before it, never from the text
//! behind it: text that is added changes no reference before it.

mod attribution;
mod capitals;
mod chinese;
mod document;
mod european;
mod foreign_symbol;
mod form;
mod instrument;
mod letter;
mod lex;
mod list;
mod memory;
mod number;
mod organ;
mod pinpoint;
mod record;
mod relation;
mod resolution;
mod roman_sessions;
mod tail;
#[cfg(test)]
mod tests;
mod treaty_series;
mod words;

use std::ops::Range;

pub(super) use self::lex::is_word;
use self::lex::word;
use self::memory::Known;
pub(crate) use self::memory::Memory;
use super::NameHit;
use super::definitions::DefinitionFound;
use super::stops::{Readers, Stop};
use crate::gazetteer::Named;
use crate::inline::scan_dates;
use crate::model::{CitationTarget, Date, PinpointUnit, Relation, Status};

/// Gives the words with which references begin, and those that relate a text to them.
pub(super) fn openers(add: &mut dyn FnMut(&str, Readers)) {
    let nouns = resolution::NOUNS.iter().map(|(noun, _)| *noun).chain(["ibid"]);
    for word in nouns.flat_map(cases) {
        add(&word, Readers::NOUNS);
    }
    for (noun, _) in resolution::OTHERS {
        add(noun, Readers::NOUNS);
        let (first, rest) = noun.split_at(noun.chars().next().map_or(0, char::len_utf8));
        add(&(first.to_uppercase() + rest), Readers::NOUNS);
    }
    add(chinese::OPENER, Readers::NOUNS);
    let spelt = resolution::SPELT.iter().map(|(noun, _)| *noun);
    let others = [
        "dated", "letter", "op", "Op", "loc", "Loc", "Idem", "Official", "Yearbook", "Report",
        "Treaty", "UNTS", "LNTS", "U.N.T.S.", "L.N.T.S.",
    ];
    for word in spelt.chain(others).chain(european::NOUNS) {
        add(word, Readers::NOUNS);
    }
    for (head, _) in words::HEADS {
        add(head, Readers::HEADS);
    }
    for (head, _) in capitals::HEADS {
        add(head, Readers::HEADS);
    }
    for word in relation::openers().flat_map(cases) {
        add(&word, Readers::RELATIONS);
    }
}

/// A word as it is printed in a sentence, at its start and in capitals.
fn cases(word: &str) -> [String; 3] {
    let (first, rest) = word.split_at(1);
    [word.to_owned(), first.to_ascii_uppercase() + rest, word.to_ascii_uppercase()]
}

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
/// `names` are the gazetteer's names in the text, `defined` the short names that it introduces. The
/// flows of a document are read in order with one memory.
pub(super) fn citations(
    text: &str,
    stops: &[Stop],
    names: &[NameHit],
    defined: &[DefinitionFound],
    memory: &mut Memory,
) -> Vec<RawCitation> {
    let mut scanner = Scanner {
        text,
        stops,
        names,
        passed: 0,
        memory,
        found: Vec::new(),
        resolution: Latest::Before,
        opening: relation::opening(text),
        defined,
    };
    scanner.run();
    scanner.found
}

/// The state of the pass over one text.
struct Scanner<'a> {
    text: &'a str,
    stops: &'a [Stop],
    names: &'a [NameHit],
    /// How many of the names begin before the place that is looked at.
    passed: usize,
    memory: &'a mut Memory,
    found: Vec<RawCitation>,
    resolution: Latest,
    /// The opening verb of the paragraph, and how far it reaches.
    opening: Option<(Relation, usize)>,
    /// The short names that the text introduces.
    defined: &'a [DefinitionFound],
}

/// The resolution named last, if it was named alone.
#[derive(Debug, Clone, Copy)]
enum Latest {
    /// As the memory has it.
    Before,
    /// By its number among those found here.
    Here(usize),
    None,
}

impl Scanner<'_> {
    fn run(&mut self) {
        let mut at = self.continued();
        for stop in self.stops {
            let start = stop.at();
            while self.names.get(self.passed).is_some_and(|hit| hit.range.start < start) {
                self.passed += 1;
            }
            let named = self.names.get(self.passed).filter(|hit| hit.range.start == start);
            let mut readers = stop.readers;
            if !self.memory.may_be_alias(&self.text[start..]) {
                readers = readers.without(Readers::CAPITALS);
            }
            if start >= at && (named.is_some() || readers.any(Readers::REFERENCES)) {
                at = self.at_stop(start, readers, named);
            }
        }
        let single = match self.found.as_slice() {
            [one] if one.core.start < 80 => Some(known(one)),
            _ => None,
        };
        self.memory.note = single;
        if !matches!(self.resolution, Latest::Before) {
            self.memory.resolution = self.latest_resolution();
        }
    }

    /// The resolution named last, if it was named alone.
    fn latest_resolution(&self) -> Option<Known> {
        match self.resolution {
            Latest::Before => self.memory.resolution.clone(),
            Latest::Here(number) => self.found.get(number).map(known),
            Latest::None => None,
        }
    }

    /// Reads what begins at a stop, as those do who know its word; gives the place to go on from.
    fn at_stop(&mut self, start: usize, readers: Readers, named: Option<&NameHit>) -> usize {
        if let Some(hit) = named {
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
        let word = word(self.text, start);
        let end = start + word.len().max(1);
        let mut next = None;
        if readers.any(Readers::SYMBOLS) {
            next = match self.text.as_bytes()[start] {
                b'5' | b'8' => self.misread_series(start),
                _ => self.document(start),
            };
        }
        if next.is_none() && readers.any(Readers::NOUNS) {
            next = self
                .european(start, word)
                .or_else(|| self.resolutions(start, word))
                .or_else(|| self.in_chinese(start))
                .or_else(|| self.letter(start, word))
                .or_else(|| self.record(start, word))
                .or_else(|| self.ibid(start, word))
                .or_else(|| self.treaty_series(start, word));
        }
        if next.is_none() && readers.any(Readers::HEADS) {
            next = self.in_capitals(start, word).or_else(|| self.by_form(start, word));
        }
        if next.is_none() && readers.any(Readers::CAPITALS) {
            next = self.alias(start, word);
        }
        let Some(next) = next else { return end };
        self.skip_title(next).max(end)
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
        let relation = self.relation(found.start);
        self.push_related(found, relation);
    }

    /// What the text says of a reference that begins at `at`.
    fn relation(&self, at: usize) -> Option<Relation> {
        relation::relation(self.text, self.stops, at)
            .or_else(|| self.opening.filter(|&(_, end)| at < end).map(|(relation, _)| relation))
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
