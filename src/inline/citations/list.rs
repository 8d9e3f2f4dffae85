//! Lists of numbers of resolutions and decisions, with the dates and places of each.
//!
//! ```text
//! list      = item { separator item } [ further ]
//! item      = number [ dates ] { "," pinpoint } [ [","] dates ] [ [","] "on" subject ]
//! dates     = [","] "of" ( date { "and" date } | year )
//! further   = "and" { "its" | "all" | "other" | "subsequent" ... } ( "resolutions" | "decisions" )
//! ```
//!
//! Items without a date share that of a later one of the same session, or have one each of as many
//! dates as there are items. A range stands for each member.

use memchr::memmem;

use super::lex::{after, skip_words};
use super::number::{self, Id, Item};
use super::organ::{self, Said};
use super::{RawPinpoint, Scanner, dates, pinpoint};
use crate::inline::{scan_dates, scan_day};
use crate::model::Date;

/// How many members a range may stand for.
const MOST: u32 = 120;

/// One number of a list with what belongs to it.
pub(super) struct Member {
    pub(super) item: Item,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) dates: Vec<Date>,
    pub(super) pinpoints: Vec<RawPinpoint>,
    pub(super) finish: usize,
    pub(super) behind: Option<Said>,
    /// Whether a range ends here.
    pub(super) range: bool,
}

impl Scanner<'_> {
    /// Reads the numbers from `at` on.
    pub(super) fn numbers(&self, mut at: usize) -> Vec<Member> {
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
    pub(super) fn next_item(&self, at: usize, named: bool) -> Option<(usize, bool)> {
        let window = after(self.text, at, 320);
        if let Ok((rest, range)) = number::separator(window) {
            let next = at + window.len() - rest.len();
            if number::item(after(self.text, next, 80)).is_ok() {
                return Some((next, range));
            }
        }
        // A point that a scan reads for the comma: `432 (1978). 435 (1978)`.
        if let Some(rest) = window.strip_prefix(". ") {
            let rest = rest.strip_prefix("and ").unwrap_or(rest);
            let next = at + window.len() - rest.len();
            let found = number::item(after(self.text, next, 80));
            if found.is_ok_and(|(_, item)| matches!(item.id, Id::OfYear(..) | Id::OfSession(..))) {
                return Some((next, false));
            }
        }
        // `, on a subject, and 61/54 of 6 December 2006`: the number is sure of itself there.
        let bare = window.strip_prefix(',').unwrap_or(window).trim_start();
        let words =
            ["on", "entitled", "containing", "concerning", "regarding", "relating to", "of", "by"];
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
                // `and 5/2, on the Code of Conduct`: with a subject of its own.
                Id::InSession(..)
                    if [", on ", " on "].iter().any(|on| self.text[place..].starts_with(on)) =>
                {
                    true
                }
                Id::InSession(..) | Id::Bare(_) => !dates(self.text, place).0.is_empty(),
                Id::Foreign(_) => false,
            }
        });
        sure.map(|i| (at + i, false))
    }
}

/// Whether the list ends with words for further members: `and subsequent resolutions`, `and all
/// other relevant resolutions and decisions`.
pub(super) fn names_more(text: &str, at: usize) -> bool {
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

/// Gives items without a date that of the next one of the same session, and of the same year where
/// the numbers follow each other.
pub(super) fn share_dates(members: &mut [Member]) {
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
pub(super) fn between(from: &Id, to: &Id) -> Vec<Id> {
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
