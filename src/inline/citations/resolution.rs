//! Resolutions and decisions by number, alone or in lists.
//!
//! ```text
//! reference = [ pinpoint "of" ] [ organ | "its" ] noun [ "No." ] list
//!           | noun [ "of" date ] "[" list "]"
//! noun      = "resolution" | "resolutions" | "decision" | "decisions" | "Res." | "UNSCR" ...
//! ```
//!
//! A list shares its noun and organ. A list that its text breaks off at a comma goes on at the start
//! of the next text; one that ends with `and subsequent resolutions` is open-ended. `the same
//! resolution`, `the said resolution` and a place `of the resolution` mean the one named last, if it
//! was named alone.

use super::attribution::{self, Context};
use super::lex::{after, before, strip_words};
use super::list::{Member, between, names_more, share_dates};
use super::memory::Known;
use super::number::Id;
use super::organ::{self, Body, Organ, Said};
use super::roman_sessions::roman_session;
use super::{Found, Latest, Scanner, dates, pinpoint};
use crate::model::{CitationTarget, Date, DecisionTarget, OtherTarget, ResolutionTarget, Status};

/// Whose the numbers of a list are, by the words before the noun.
pub(super) struct Whose {
    pub(super) said: Said,
    /// The body of the tables that is named there, if it is none of the organs.
    pub(super) body: Option<Body>,
}

/// The nouns, printed in any case; true for decisions.
pub(super) const NOUNS: [(&str, bool); 4] =
    [("resolution", false), ("resolutions", false), ("decision", true), ("decisions", true)];

/// Nouns of resolutions of one spelling, with the organ that some imply. Scans read `t` as `c`.
pub(super) const SPELT: [(&str, Option<Organ>); 11] = [
    ("UNSCR", Some(Organ::Security)),
    ("UNSCRs", Some(Organ::Security)),
    ("SCR", Some(Organ::Security)),
    ("SCRs", Some(Organ::Security)),
    ("UNGAR", Some(Organ::Assembly)),
    ("Res", None),
    ("RES", None),
    ("res", None),
    ("resolucion", None),
    ("resolucions", None),
    ("Resolucion", None),
];

/// The nouns of other languages, in small letters; true for decisions.
pub(super) const OTHERS: [(&str, bool); 17] = [
    ("resolución", false),
    ("resoluciones", false),
    ("decisión", true),
    ("decisiones", true),
    ("résolution", false),
    ("résolutions", false),
    ("décision", true),
    ("décisions", true),
    ("резолюция", false),
    ("резолюции", false),
    ("резолюцию", false),
    ("резолюцией", false),
    ("резолюций", false),
    ("резолюциях", false),
    ("решение", true),
    ("решения", true),
    ("решении", true),
];

/// What a noun says.
struct Noun {
    decision: bool,
    /// The organ that it implies.
    organ: Option<Organ>,
    english: bool,
}

/// Reads a noun of resolutions or decisions.
fn noun(word: &str) -> Option<Noun> {
    let of = |decision, organ, english| Noun { decision, organ, english };
    if let Some(&(_, decision)) = NOUNS.iter().find(|(noun, _)| word.eq_ignore_ascii_case(noun)) {
        return Some(of(decision, None, true));
    }
    if let Some(&(_, organ)) = SPELT.iter().find(|(noun, _)| word == *noun) {
        return Some(of(false, organ, true));
    }
    let small = |noun: &str| {
        word.eq_ignore_ascii_case(noun)
            || !word.is_ascii() && word.len() == noun.len() && word.to_lowercase() == noun
    };
    let other = OTHERS.iter().find(|(noun, _)| small(noun));
    other.map(|&(_, decision)| of(decision, None, false))
}

impl Scanner<'_> {
    /// Reads the list behind the noun `word` at `start`.
    pub(super) fn resolutions(&mut self, start: usize, word: &str) -> Option<usize> {
        let Noun { decision, organ: implied, english } = noun(word)?;
        let text = self.text;
        // `CP/RES.594`: a part of another organization's symbol.
        if text[..start].ends_with('/') {
            return None;
        }
        let mut at = start + word.len();
        if text[at..].starts_with('.') && word.eq_ignore_ascii_case("res") {
            at += 1;
        }
        at = skip_marks(text, at);
        let (mut said, phrase) = organ::said(text, start);
        if let Some(organ) = implied {
            said = Said::Organ(organ);
        }
        let (names, passed) = (self.names, self.passed);
        let mut begin = phrase;
        let body = match said {
            Said::Nothing | Said::Foreign => {
                let body = organ::body_before(&text[..start], phrase, names, passed);
                begin = body.as_ref().map_or(phrase, |body| body.name.start);
                body
            }
            Said::Own => organ::acts_before(text, phrase, names, passed)
                .or_else(|| organ::subject(text, phrase, names, passed)),
            _ => None,
        };
        if body.is_some() {
            said = Said::Foreign;
        }
        let phrase = begin;
        let head = before(text, phrase, 24).trim_end();
        let draft = ["draft", "proposed"].iter().any(|word| strip_words(head, word).is_some());
        let mut members = if draft { Vec::new() } else { self.numbers(at) };
        if members.is_empty() && !draft {
            members = self.in_brackets(at);
        }
        if members.is_empty() && !draft {
            members = self.behind_damage(at);
        }
        if !english {
            // Of other languages the words before are not read: a number alone says nothing.
            members.retain(|it| !matches!(it.item.id, Id::Bare(_)) || it.behind.is_some());
        }
        let Some(last) = members.last() else {
            return self.same(start, word, phrase, decision);
        };
        let (end, unsaid) = (last.end, matches!(said, Said::Nothing));
        let body = body
            .or_else(|| unsaid.then(|| organ::adopter(text, start, end, names, passed)).flatten());
        if body.is_some() {
            said = Said::Foreign;
        }
        self.members(start, phrase, &Whose { said, body }, decision, members)
    }

    /// Reads the rest of a list that a page break or the like cut from its beginning, at the start
    /// of this text.
    pub(super) fn continued(&mut self) -> usize {
        let Some((decision, said)) = self.memory.open.take() else { return 0 };
        let whose = Whose { said, body: None };
        let members = self.numbers(0);
        let sure = members
            .first()
            .is_some_and(|member| !matches!(member.item.id, Id::Bare(_) | Id::Foreign(_)));
        let finish = if sure { self.members(0, 0, &whose, decision, members) } else { None };
        finish.unwrap_or(0)
    }

    pub(super) fn members(
        &mut self,
        noun: usize,
        phrase: usize,
        whose: &Whose,
        decision: bool,
        mut members: Vec<Member>,
    ) -> Option<usize> {
        share_dates(&mut members);
        let (mut ahead, began) = pinpoint::ahead(self.text, phrase);
        let relation = self.relation(began);
        let first = self.found.len();
        let mut finish = None;
        let behind = members.iter().rev().find_map(|member| member.behind);
        let mut previous: Option<Id> = None;
        for (i, member) in members.iter().enumerate() {
            let expanded = match &previous {
                Some(from) if member.range => between(from, &member.item.id),
                _ => Vec::new(),
            };
            let context = Context {
                text: self.text,
                names: self.names,
                passed: self.passed,
                noun,
                said: whose.said,
                body: whose.body.as_ref(),
                behind: member.behind.or(behind),
                year: member.dates.first().map(|date| date.year()),
                memory: self.memory,
            };
            let mut all: Vec<(Known, Status, usize)> = Vec::new();
            for id in expanded.iter().chain([&member.item.id]) {
                let parts = &member.item.parts;
                let whole = parts.is_empty().then_some(None);
                let parts = whole.into_iter().chain(parts.iter().map(|part| Some(part.as_str())));
                for (n, part) in parts.enumerate() {
                    let known = resolve(&context, decision, id, part, member);
                    all.extend(known.map(|(known, status)| (known, status, n)));
                }
            }
            previous = Some(member.item.id.clone());
            let count = all.len();
            let start = if i == 0 { phrase } else { member.start };
            // `36/87 A and B`, `1 (I) to 5 (I)`: what is printed as one has one place.
            let core = start..member.end;
            for (k, (known, status, part)) in all.into_iter().enumerate() {
                let status = if member.item.repaired { Status::Normalized } else { status };
                let mut found = Found::of(core.clone(), known, status);
                found.date = member.dates.get(part).or(member.dates.last()).copied();
                if k + 1 == count {
                    found.end = member.finish;
                    found.pinpoints.clone_from(&member.pinpoints);
                }
                if i == 0 && k == 0 {
                    found.start = began;
                    ahead.append(&mut found.pinpoints);
                    found.pinpoints = std::mem::take(&mut ahead);
                }
                self.push_related(found, relation);
            }
            finish = Some(member.finish);
        }
        if let Some(finish) = finish {
            let rest = self.text[finish..].trim();
            let cut = matches!(rest, "," | "and" | ", and");
            self.memory.open = cut.then_some((decision, whose.said));
        }
        if let ([.., last], Some(finish)) = (&mut self.found[first..], finish) {
            last.open_ended = names_more(self.text, finish);
        }
        match self.found.len() - first {
            0 => {}
            1 => self.resolution = Latest::Here(first),
            _ => self.resolution = Latest::None,
        }
        finish
    }

    /// What an editor of records adds: `the resolution [181 (II)]`, `the resolution of 22 November
    /// 1967 [242 (1967)]`.
    fn in_brackets(&self, at: usize) -> Vec<Member> {
        // Most nouns have no number at all.
        if !after(self.text, at, 48).contains('[') {
            return Vec::new();
        }
        let (days, dated) = dates(self.text, at);
        let window = after(self.text, dated, 4);
        let Some(inner) = window.trim_start().strip_prefix('[') else { return Vec::new() };
        let open = dated + window.len() - inner.len();
        let mut members = self.numbers(open);
        let sure = |id: &Id| !matches!(id, Id::Bare(_) | Id::Foreign(_));
        match members.as_mut_slice() {
            [only] if sure(&only.item.id) && only.dates.is_empty() => only.dates = days,
            [first, ..] if sure(&first.item.id) => {}
            _ => members.clear(),
        }
        members
    }

    /// The list behind a first number that nobody can read: `resolutions I (1) of 24 January 1946
    /// and 41 (I)`.
    fn behind_damage(&self, at: usize) -> Vec<Member> {
        let window = after(self.text, at, 12);
        if !window.starts_with(|c: char| c.is_ascii_digit() || "IVXLl|".contains(c)) {
            return Vec::new();
        }
        let number = window.split_once(" (").filter(|(number, _)| number.len() <= 4);
        let damaged = number.is_some_and(|(number, _)| {
            number.chars().all(|c| c.is_ascii_digit() || "IVXLl|".contains(c))
        });
        let next = if damaged { self.next_item(at, true) } else { None };
        next.map_or_else(Vec::new, |(next, _)| self.numbers(next))
    }

    /// `the same resolution`, and a place `of the resolution`.
    fn same(&mut self, start: usize, word: &str, phrase: usize, decision: bool) -> Option<usize> {
        if decision || !word.eq_ignore_ascii_case("resolution") || phrase != start {
            return None;
        }
        let known = self.latest_resolution()?;
        let head = before(self.text, start, 40).trim_end();
        let words = ["same", "said", "above-mentioned", "aforementioned", "that"];
        let same = words.iter().any(|word| strip_words(head, word).is_some());
        let the = strip_words(head, "the").is_some() || strip_words(head, "that").is_some();
        let (pinpoints, began) = pinpoint::ahead(self.text, start);
        let end = start + word.len();
        if same && strip_words(head, "that").is_none() || the && !pinpoints.is_empty() {
            let found = Found::of(start..end, known, Status::Inferred);
            self.push(Found { start: began, pinpoints, ..found });
            return Some(end);
        }
        None
    }
}

/// Skips blanks and `No.`
fn skip_marks(text: &str, at: usize) -> usize {
    let window = after(text, at, 16);
    let bare = window.trim_start();
    let rest = ["Nos.", "No.", "Nos", "No", "nos.", "no.", "numbers", "number"]
        .iter()
        .find_map(|mark| bare.strip_prefix(mark))
        .map_or(bare, str::trim_start);
    at + window.len() - rest.len()
}

/// The target of a number, and how it is known.
fn resolve(
    context: &Context<'_>,
    decision: bool,
    id: &Id,
    part: Option<&str>,
    member: &Member,
) -> Option<(Known, Status)> {
    let other = |label: String| {
        let target = CitationTarget::Other(OtherTarget { label: label.clone() });
        Some((Known { canonical: label, target }, Status::Printed))
    };
    if let Id::Foreign(label) = id {
        return other(label.clone());
    }
    let Some((organ, organ_status)) = context.organ(id) else {
        let printed = || -> String {
            let printed = &context.text[member.start..member.end];
            printed.chars().filter(|c| !c.is_whitespace()).collect()
        };
        let noun = if decision { "decision" } else { "resolution" };
        return match (id, context.body) {
            (id, Some(body)) if body.outside || matches!(id, Id::Bare(_)) => {
                other(format!("{} {noun} {}", &context.text[body.name.clone()], printed()))
            }
            // Of a body that the text names elsewhere.
            (Id::InSession(session, number), _) => other(format!("{session}/{number}")),
            (Id::OfSession(..), _) => other(printed()),
            (Id::OfYear(..), _) if context.is_foreign(id) => other(printed()),
            _ => None,
        };
    };
    let (id, filled) = complete(organ, id, member.dates.first().copied());
    let symbol = attribution::symbol(organ, decision, &id, part)?;
    let canonical = symbol.as_str().to_owned();
    let organ_code = Some(organ.code().to_owned());
    let target = if decision {
        CitationTarget::Decision(DecisionTarget { organ: organ_code, organ_status, symbol })
    } else {
        CitationTarget::Resolution(ResolutionTarget { organ: organ_code, organ_status, symbol })
    };
    let status = if filled { Status::Inferred } else { organ_status };
    Some((Known { canonical, target }, status))
}

/// Completes a bare number: by the year of its date, or by the session that the number fixes.
fn complete(organ: Organ, id: &Id, date: Option<Date>) -> (Id, bool) {
    match (organ, id) {
        (Organ::Security, Id::Bare(n)) => {
            match date.and_then(|date| u32::try_from(date.year()).ok()) {
                Some(year) => (Id::OfYear(*n, year), true),
                None => (id.clone(), false),
            }
        }
        (Organ::Assembly, Id::Bare(n)) => match roman_session(*n) {
            Some(session) => (Id::OfSession(*n, session.to_owned()), true),
            None => (id.clone(), false),
        },
        _ => (id.clone(), false),
    }
}
