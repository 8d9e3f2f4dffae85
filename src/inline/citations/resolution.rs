//! Resolutions and decisions by number, alone or in lists.
//!
//! ```text
//! reference = [ pinpoint "of" ] [ organ | "its" ] noun [ "No." ] item { separator item }
//! noun      = "resolution" | "resolutions" | "decision" | "decisions" | "Res." | "UNSCR" ...
//! item      = number [ dates ] { "," pinpoint } [ [","] dates ] [ [","] "on" subject ]
//! dates     = [","] "of" ( date { "and" date } | year )
//! ```
//!
//! A list shares its noun and organ; items without a date share that of a later one of the same
//! session, or have one each of as many dates as there are items. A list that its text breaks off at a comma goes on at the start of the next text. A
//! range stands for each member. A list that ends with `and subsequent resolutions` is open-ended.
//! `the same resolution`, `the said resolution` and a
//! place `of the resolution` mean the one named last, if it was named alone.

use memchr::memmem;

use super::attribution::{self, Context};
use super::lex::{after, before, skip_words, strip_words};
use super::memory::Known;
use super::number::{self, Id, Item};
use super::organ::{self, Body, Organ, Said};
use super::roman_sessions::roman_session;
use super::{Found, Latest, RawPinpoint, Scanner, dates, pinpoint};
use crate::inline::{scan_dates, scan_day};
use crate::model::{CitationTarget, Date, DecisionTarget, OtherTarget, ResolutionTarget, Status};

/// How many members a range may stand for.
const MOST: u32 = 120;

/// Whose the numbers of a list are, by the words before the noun.
struct Whose {
    said: Said,
    /// The body of the tables that is named there, if it is none of the organs.
    body: Option<Body>,
}

/// One number of a list with what belongs to it.
struct Member {
    item: Item,
    start: usize,
    end: usize,
    dates: Vec<Date>,
    pinpoints: Vec<RawPinpoint>,
    finish: usize,
    behind: Option<Said>,
    /// Whether a range ends here.
    range: bool,
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

/// Whether a noun is that of decisions, and the organ that it implies.
fn noun(word: &str) -> Option<(bool, Option<Organ>)> {
    let any_case = NOUNS.iter().find(|(noun, _)| word.eq_ignore_ascii_case(noun));
    let spelt = || SPELT.iter().find(|(noun, _)| word == *noun).map(|&(_, organ)| (false, organ));
    any_case.map(|&(_, decision)| (decision, None)).or_else(spelt)
}

impl Scanner<'_> {
    /// Reads the list behind the noun `word` at `start`.
    pub(super) fn resolutions(&mut self, start: usize, word: &str) -> Option<usize> {
        let (decision, implied) = noun(word)?;
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
            Said::Own => organ::acts_before(text, phrase, names, passed),
            _ => None,
        };
        if body.is_some() {
            said = Said::Foreign;
        }
        let phrase = begin;
        let head = before(text, phrase, 24).trim_end();
        let draft = ["draft", "proposed"].iter().any(|word| strip_words(head, word).is_some());
        let members = if draft { Vec::new() } else { self.list(at) };
        if members.is_empty() {
            return self.same(start, word, phrase, decision);
        }
        self.members(start, phrase, &Whose { said, body }, decision, members)
    }

    /// Reads the rest of a list that a page break or the like cut from its beginning, at the start
    /// of this text.
    pub(super) fn continued(&mut self) -> usize {
        let Some((decision, said)) = self.memory.open.take() else { return 0 };
        let whose = Whose { said, body: None };
        let members = self.list(0);
        let sure = members
            .first()
            .is_some_and(|member| !matches!(member.item.id, Id::Bare(_) | Id::Foreign(_)));
        let finish = if sure { self.members(0, 0, &whose, decision, members) } else { None };
        finish.unwrap_or(0)
    }

    /// Reads the numbers from `at` on.
    fn list(&self, mut at: usize) -> Vec<Member> {
        let text = self.text;
        let mut members: Vec<Member> = Vec::new();
        let mut range = false;
        let mut all_bare = true;
        loop {
            let window = after(text, at, 80);
            let Ok((rest, item)) = number::item(window) else { break };
            let end = at + window.len() - rest.len();
            let further = !members.is_empty();
            if let Id::Bare(n) = item.id {
                let refused = scan_dates(text, at).is_some_and(|found| found.len > 4)
                    || further && !(n >= 100 && (all_bare || pauses(rest)))
                    || rest.starts_with(|c: char| c.is_ascii_uppercase());
                if refused && !range {
                    break;
                }
            }
            if further
                && matches!(item.id, Id::Foreign(_))
                && !matches!(members[0].item.id, Id::Foreign(_))
            {
                break;
            }
            let (mut dates, mut dated) = dates_of(text, end, &item.id);
            let (pinpoints, mut finish) = pinpoint::behind(text, dated);
            if dates.is_empty() && finish > end {
                // `60/3, section IV, of 1 May 2006`
                (dates, dated) = dates_of(text, finish, &item.id);
                finish = finish.max(dated);
            }
            let behind = organ::named_behind(text, end)
                .or_else(|| if dated > end { organ::named_behind(text, dated) } else { None });
            all_bare &= matches!(item.id, Id::Bare(_));
            members.push(Member { item, start: at, end, dates, pinpoints, finish, behind, range });
            let Some((next, to)) = self.next_item(finish, behind.is_some()) else { break };
            (at, range) = (next, to);
        }
        members
    }

    /// Where the next number of a list begins behind `at`, and whether it ends a range.
    fn next_item(&self, at: usize, named: bool) -> Option<(usize, bool)> {
        let window = after(self.text, at, 320);
        if let Ok((rest, range)) = number::separator(window) {
            let next = at + window.len() - rest.len();
            if number::item(after(self.text, next, 80)).is_ok() {
                return Some((next, range));
            }
        }
        // `, on a subject, and 61/54 of 6 December 2006`: the number is sure of itself there.
        let bare = window.strip_prefix(',').unwrap_or(window).trim_start();
        let words = ["on", "entitled", "concerning", "regarding", "relating to", "of", "by"];
        let subject = words.iter().any(|word| skip_words(bare, word).is_some());
        if !(subject || named || window.starts_with(" (")) {
            return None;
        }
        let stops = [". ", "; ", "resolution", "decision"];
        let stop = stops.iter().filter_map(|stop| memmem::find(window.as_bytes(), stop.as_bytes()));
        let window = &window[..stop.min().unwrap_or(window.len())];
        let ahead = [", ", " and "].iter();
        let mut places: Vec<usize> = ahead
            .flat_map(|sep| memmem::find_iter(window.as_bytes(), sep).map(|i| i + sep.len()))
            .collect();
        places.sort_unstable();
        let sure = places.into_iter().find(|&i| {
            let Ok((rest, item)) = number::item(after(self.text, at + i, 80)) else { return false };
            let place = at + i + after(self.text, at + i, 80).len() - rest.len();
            match item.id {
                Id::OfYear(..) | Id::OfSession(..) => true,
                Id::InSession(..) | Id::Bare(_) => !dates(self.text, place).0.is_empty(),
                Id::Foreign(_) => false,
            }
        });
        sure.map(|i| (at + i, false))
    }

    fn members(
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

/// Whether the list ends with words for further members: `and subsequent resolutions`, `and all
/// other relevant resolutions and decisions`.
fn names_more(text: &str, at: usize) -> bool {
    const OTHERS: [&str; 12] = [
        "other",
        "relevant",
        "subsequent",
        "succeeding",
        "successor",
        "previous",
        "later",
        "related",
        "pertinent",
        "earlier",
        "further",
        "all",
    ];
    const ARTICLES: [&str; 4] = ["its", "the", "their", "any"];
    let window = after(text, at, 100).trim_start_matches(',').trim_start();
    let link = skip_words(window, "and").or_else(|| skip_words(window, "as well as"));
    let Some(mut rest) = link else { return false };
    let mut others = false;
    for _ in 0..6 {
        rest = rest.trim_start();
        let next = super::lex::word(rest, 0);
        if matches!(next, "resolutions" | "decisions") {
            return others;
        }
        if !(ARTICLES.contains(&next) || OTHERS.contains(&next)) {
            return false;
        }
        others |= OTHERS.contains(&next);
        rest = &rest[next.len()..];
    }
    false
}

/// Whether the sentence pauses or a list goes on.
fn pauses(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([',', '.', ';', ')']) || rest.starts_with(" and ")
}

/// The dates that stand behind a number, and where they end.
fn dates_of(text: &str, at: usize, id: &Id) -> (Vec<Date>, usize) {
    let (found, end) = dates(text, at);
    match *id {
        _ if !found.is_empty() => (found, end),
        // `192 (1964) of 20 June`
        Id::OfYear(_, year) => day_of_year(text, at, year),
        // `242 of 1967`
        Id::Bare(_) => year_alone(text, at),
        _ => (found, end),
    }
}

/// The year alone behind a number, and where it ends.
fn year_alone(text: &str, at: usize) -> (Vec<Date>, usize) {
    let window = after(text, at, 16);
    let found = skip_words(window.trim_start(), "of").and_then(|rest| {
        let (rest, year) = number::year_alone(rest.trim_start()).ok()?;
        let date = Date::y(year.cast_signed())?;
        Some((vec![date], at + window.len() - rest.len()))
    });
    found.unwrap_or((Vec::new(), at))
}

/// The day behind a number whose year stands in its parenthesis, and where it ends.
fn day_of_year(text: &str, at: usize, year: u32) -> (Vec<Date>, usize) {
    let window = after(text, at, 40);
    let day = skip_words(window.trim_start_matches(',').trim_start(), "of").map(str::trim_start);
    let found = day.and_then(|day| {
        let start = at + window.len() - day.len();
        scan_day(text, start, year.cast_signed()).map(|(date, len)| (vec![date], start + len))
    });
    found.unwrap_or((Vec::new(), at))
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

/// Gives items without a date that of the next one of the same session, and of the same year where
/// the numbers follow each other.
fn share_dates(members: &mut [Member]) {
    let alike = |a: &Id, b: &Id| match (a, b) {
        (Id::InSession(a, _) | Id::OfSession(_, a), Id::InSession(b, _) | Id::OfSession(_, b)) => {
            a == b
        }
        (Id::OfYear(a, of), Id::OfYear(b, year)) => a + 1 == *b && of == year,
        _ => false,
    };
    // `60/1 and 60/2 of 16 September and 23 December 2005`
    let count = members.len();
    if let Some((last, before)) = members.split_last_mut()
        && last.dates.len() == count
        && before.iter().chain([&*last]).all(|member| member.item.parts.len() < 2)
        && before.iter().all(|member| member.dates.is_empty())
    {
        for (member, date) in before.iter_mut().zip(&last.dates) {
            member.dates.push(*date);
        }
        last.dates.drain(..count - 1);
    }
    for i in (1..members.len()).rev() {
        let (before, after) = members.split_at_mut(i);
        if let ([.., earlier], [later, ..]) = (before, after)
            && earlier.dates.is_empty()
            && later.dates.len() == 1
            && alike(&earlier.item.id, &later.item.id)
        {
            earlier.dates.clone_from(&later.dates);
        }
    }
}

/// The numbers that a range leaves out.
fn between(from: &Id, to: &Id) -> Vec<Id> {
    let spread =
        |a: u32, b: u32| (a < b && b - a <= MOST).then_some(a + 1..b).into_iter().flatten();
    match (from, to) {
        (Id::InSession(s, a), Id::InSession(t, b)) if s == t => {
            spread(*a, *b).map(|n| Id::InSession(s.clone(), n)).collect()
        }
        (Id::OfSession(a, s), Id::OfSession(b, t)) if s == t => {
            spread(*a, *b).map(|n| Id::OfSession(n, s.clone())).collect()
        }
        (Id::OfYear(a, s), Id::OfYear(b, t)) if s == t => {
            spread(*a, *b).map(|n| Id::OfYear(n, *s)).collect()
        }
        (Id::Bare(a), Id::Bare(b)) => spread(*a, *b).map(Id::Bare).collect(),
        // `2/CMP.7 to 5/CMP.7`
        (Id::Foreign(from), Id::Foreign(to)) => {
            let parts = |id: &str| {
                let (number, tag) = id.split_once('/')?;
                Some((number.parse::<u32>().ok()?, tag.to_owned()))
            };
            match (parts(from), parts(to)) {
                (Some((a, tag)), Some((b, other))) if tag == other => {
                    spread(a, b).map(|n| Id::Foreign(format!("{n}/{tag}"))).collect()
                }
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
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
            (Id::InSession(session, number), _) if context.is_foreign(id) => {
                other(format!("{session}/{number}"))
            }
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
            Some(session) if session.contains("S-") && !session.contains("S-I") => {
                (Id::InSession(session.to_owned(), *n), true)
            }
            Some(session) => (Id::OfSession(*n, session.to_owned()), true),
            None => (id.clone(), false),
        },
        _ => (id.clone(), false),
    }
}
