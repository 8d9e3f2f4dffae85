//! Instruments by the names of the gazetteer, and the short names that a text gives them.
//!
//! ```text
//! reference = [ pinpoint "of" ] name [ [","] "of" date ] [ definition ]
//! ```
//!
//! The canonical name is the one first printed in full, until then the short one first printed. Abbreviations stand for the full name, every name of the Charter of the United Nations for
//! that; a year before a name that needs none is no part of it. An abbreviation that means other
//! things too counts only once the text has introduced it.

use std::ops::Range;

use super::lex::{is_word, skip_words};
use super::memory::Known;
use super::tail::tail;
use super::{Found, Scanner, dates, form, pinpoint};
use crate::gazetteer::{Instrument, Named};
use crate::inline::NameHit;
use crate::inline::definitions::DefinitionFound;
use crate::model::{CitationTarget, InstrumentTarget, Status};

/// The name under which all references to the Charter count.
pub(super) const CHARTER: &str = "Charter of the United Nations";

impl Scanner<'_> {
    /// Reads a name of the gazetteer; gives the place to go on from.
    pub(super) fn listed(&mut self, hit: &NameHit, instrument: Instrument) -> Option<usize> {
        let text = self.text;
        let printed = &text[hit.range.clone()];
        let acronym = is_acronym(printed);
        if matches!(instrument.head(), "Partnership") {
            return Some(hit.range.end);
        }
        // `NPT Safeguards Agreement`, `Kyoto Protocol Adaptation Fund`; `CCW/CONF.V/10`
        let behind = &text[hit.range.end..];
        if acronym && (behind.starts_with('/') || form::head_follows(text, hit.range.end)) {
            return None;
        }
        // A short name that several instruments have, with the rest of one's full name behind it.
        if hit.ambiguous
            && !acronym
            && let Some(end) = tail(text, hit.range.end, self.names)
        {
            return self.unlisted(hit.range.start..end, instrument.head(), hit.range.clone());
        }
        // The rest of a longer name, to which a footnote's mark sticks, or in other capitals.
        let rest = &text[hit.range.start..];
        let begins = |name: &str| rest.starts_with(name) || skip_words(rest, name).is_some();
        let longest = instrument
            .names()
            .filter(|(name, _)| name.len() > printed.len() && begins(name))
            .map(|(name, _)| name.len())
            .max();
        if let Some(len) = longest {
            return Some(self.cite(
                hit.range.start..hit.range.start + len,
                instrument,
                hit.damaged,
            ));
        }
        // `Additional Protocol I of the Treaty of Tlatelolco`: another one's of that name.
        if instrument.head() == "Protocol"
            && printed != instrument.name()
            && let Some(end) = self.parent(hit.range.end, instrument)
        {
            // A heading in capitals names it in no form that could be its canonical one.
            if !printed.contains(char::is_lowercase) {
                return Some(hit.range.end);
            }
            return self.unlisted(hit.range.start..end, "Protocol", hit.range.clone());
        }
        if acronym && hit.ambiguous && self.memory.alias(printed).is_none() {
            return if self.memory.listed(instrument).is_some() {
                Some(self.cite(hit.range.clone(), instrument, hit.damaged))
            } else {
                Some(hit.range.end)
            };
        }
        // `Treaty Series`, `Collective Security Treaty Organization`: a longer name of something else.
        if form::names_a_body(text, hit.range.end) && !acronym {
            return Some(hit.range.end);
        }
        Some(self.cite(hit.range.clone(), instrument, hit.damaged))
    }

    /// Where the name of the instrument ends whose protocol a short name means: `of the Treaty of
    /// Tlatelolco`, for one that is not the parent of the listed protocol of that name.
    fn parent(&self, at: usize, protocol: Instrument) -> Option<usize> {
        let links = [" of the ", " to the "];
        let behind = self.text.get(at..at + links[0].len())?;
        let link = links.iter().find(|link| link.eq_ignore_ascii_case(behind))?;
        let hit = self.names[self.passed..].iter().find(|hit| hit.range.start >= at)?;
        let Named::Instrument(parent) = hit.named else { return None };
        let own = protocol.name().contains(parent.name()) || parent.name().starts_with("Geneva");
        (hit.range.start == at + link.len() && !own).then_some(hit.range.end)
    }

    pub(super) fn cite(
        &mut self,
        range: Range<usize>,
        instrument: Instrument,
        damaged: bool,
    ) -> usize {
        let printed = &self.text[range.clone()];
        let name = if damaged {
            undamaged(printed, instrument).to_owned()
        } else {
            canonical(printed, instrument)
        };
        // An instrument counts under its first print, and from where it stands in full under that.
        let bare = printed.strip_prefix("the ").unwrap_or(printed);
        let in_full = name == instrument.name() && (damaged || bare.eq_ignore_ascii_case(&name));
        let before = self.memory.listed(instrument).filter(|_| !in_full);
        let known = before.cloned().unwrap_or_else(|| Known {
            canonical: name,
            target: CitationTarget::Instrument(InstrumentTarget {
                name: instrument.name().to_owned(),
                listed: true,
            }),
        });
        self.memory.keep_listed(instrument, &known);
        let status = if damaged { Status::Normalized } else { Status::Printed };
        self.named_instrument(range, known, status)
    }

    /// Adds a reference to an instrument with what stands around its name.
    pub(super) fn named_instrument(
        &mut self,
        core: Range<usize>,
        known: Known,
        status: Status,
    ) -> usize {
        let text = self.text;
        let end = core.end;
        // A longer phrase that ends with the name means something else.
        let i = self.defined.partition_point(|found| found.meaning.end < end);
        let defined = self
            .defined
            .get(i)
            .filter(|found| found.meaning.end == end && found.meaning.start >= core.start);
        let mut next = end;
        // The acronym of a party at the end of the name is that party's: `between Norway and the
        // United Nations Development Programme (UNDP)`.
        let partys = |found: &DefinitionFound, term: &Range<usize>| {
            let i = self.names.partition_point(|hit| hit.range.start < found.meaning.start);
            let hit = self.names.get(i).filter(|hit| hit.range == found.meaning);
            is_acronym(&text[term.clone()])
                && hit.is_some_and(|hit| matches!(hit.named, Named::Organization(_)))
        };
        for (found, term) in defined.iter().flat_map(|f| f.terms.iter().map(move |t| (f, t))) {
            if !partys(found, term) {
                self.memory.define(&text[term.clone()], &known);
            }
            next = next.max(term.end);
        }
        let (mut pinpoints, start) = pinpoint::ahead(text, core.start);
        let (days, dated) = dates(text, end);
        let (more, finish) = pinpoint::behind(text, dated);
        pinpoints.extend(more);
        let found = Found::of(core, known, status);
        let date = days.first().copied();
        self.push(Found { start, end: finish, pinpoints, date, ..found });
        // The definition of a short name is no further reference.
        next
    }

    /// Reads a short name that the text has defined, at the word at `start`.
    pub(super) fn alias(&mut self, start: usize, word: &str) -> Option<usize> {
        if word.len() < 2 {
            return None;
        }
        let known = self.memory.alias(word)?.clone();
        let end = start + word.len();
        if self.text[end..].starts_with('-') || self.text[end..].starts_with('/') {
            return None;
        }
        Some(self.named_instrument(start..end, known, Status::Inferred))
    }

    /// Whether a name of the gazetteer that is not an instrument covers the place.
    pub(super) fn inside_other_name(&self, at: usize) -> bool {
        self.names[..self.passed].iter().rev().take(3).any(|hit| {
            hit.range.contains(&at)
                && hit.range.end > at
                && !matches!(hit.named, Named::Instrument(_) | Named::Demonym(_))
        })
    }
}

/// The name of an instrument that a damaged print has: the one of the same letters.
fn undamaged(printed: &str, instrument: Instrument) -> &'static str {
    let letters = |name: &str| -> String {
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let damaged = letters(printed);
    let whole = instrument.names().map(|(name, _)| name).find(|name| letters(name) == damaged);
    whole.unwrap_or(instrument.name())
}

/// A printed name as the name of a citation.
fn canonical(printed: &str, instrument: Instrument) -> String {
    let name = instrument.name();
    let mut bare = printed.strip_prefix("the ").unwrap_or(printed);
    if let Some((first, rest)) = bare.split_once(' ') {
        // "1951 Convention", "four Geneva Conventions"
        let counts = form::is_year(first) || first.starts_with(char::is_lowercase);
        if counts && bare != name && Instrument::by_name(rest) == Some(instrument) {
            bare = rest;
        }
    }
    let capitals = !bare.contains(char::is_lowercase);
    if name == CHARTER || is_acronym(bare) || name.eq_ignore_ascii_case(bare) {
        name.to_owned()
    } else if capitals {
        let mut names = instrument.names().map(|(name, _)| name);
        names.find(|name| name.eq_ignore_ascii_case(bare)).unwrap_or(name).to_owned()
    } else {
        bare.to_owned()
    }
}

fn is_acronym(printed: &str) -> bool {
    !printed.contains(' ')
        && printed.chars().filter(|c| c.is_uppercase()).count() >= 2
        && printed.chars().all(|c| is_word(c) || c == '-')
}
