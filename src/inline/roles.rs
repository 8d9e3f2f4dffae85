//! Offices in running text, with what they are of, and the persons who hold them.
//!
//! ```text
//! office phrase = office [ of institution ] [ of ( State | body ) ] [ to body ]
//! of            = "of" [ "the" ] | "for" [ "the" ]
//! to            = "to" [ "the" ]
//! person        = title+ name [ "(" State ")" ] [ "," [ "the" ] office phrase ]
//!               | office phrase "," person
//! title         = honorific | office | "(Signed)" [ ":" ]
//! ```
//!
//! An office that is also a common noun counts only with what it is of, or with a name.

use std::ops::Range;

use super::names::{Hit, What};
use super::person_names::{is_personal, person_name};
use crate::gazetteer::{Evidence, Named, Office, OfficeClass};

/// An office phrase, by ranges in the text and numbers of hits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OfficePhrase {
    /// From the office to the last thing that it is of.
    pub(crate) range: Range<usize>,
    pub(crate) office: Range<usize>,
    pub(crate) named: Office,
    pub(crate) damaged: bool,
    pub(crate) state: Option<usize>,
    pub(crate) organization: Option<usize>,
    pub(crate) accredited_to: Option<usize>,
    /// Whether it counts without a person.
    pub(crate) counts: bool,
}

/// A person, by ranges in the text and numbers of hits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PersonFound {
    pub(crate) range: Range<usize>,
    pub(crate) name: Range<usize>,
    pub(crate) honorifics: Vec<Range<usize>>,
    /// The number of the office phrase.
    pub(crate) office: Option<usize>,
    /// The State in parentheses behind the name.
    pub(crate) state: Option<usize>,
}

/// Offices and persons of a text, by place.
#[derive(Debug, Default)]
pub(crate) struct Roles {
    pub(crate) offices: Vec<OfficePhrase>,
    pub(crate) persons: Vec<PersonFound>,
}

/// Reads the offices and persons among the hits of a text.
pub(crate) fn roles(text: &str, hits: &[Hit]) -> Roles {
    let mut offices: Vec<OfficePhrase> =
        (0..hits.len()).filter_map(|at| office_phrase(text, hits, at)).collect();
    let mut persons: Vec<PersonFound> = Vec::new();
    for at in 0..hits.len() {
        let free = persons.last().is_none_or(|last| last.range.end <= hits[at].range.start);
        if !free {
            continue;
        }
        if let Some(person) = person(text, hits, at, &offices) {
            persons.push(person);
        }
    }
    for person in &persons {
        if let Some(number) = person.office {
            offices[number].counts = true;
        }
    }
    drop_uncounted(&mut offices, &mut persons);
    Roles { offices, persons }
}

/// Drops the offices that do not count; those that stay get new numbers.
fn drop_uncounted(offices: &mut Vec<OfficePhrase>, persons: &mut [PersonFound]) {
    let mut kept = 0_usize;
    let numbers: Vec<usize> = offices
        .iter()
        .map(|office| {
            kept += usize::from(office.counts);
            kept.saturating_sub(1)
        })
        .collect();
    for person in persons {
        person.office = person.office.map(|number| numbers[number]);
    }
    offices.retain(|office| office.counts);
}

fn office_of(hit: &Hit) -> Option<Office> {
    match hit.entry.what {
        What::Named(Named::Office(office)) if office.class() != OfficeClass::Institution => {
            Some(office)
        }
        _ => None,
    }
}

fn office_phrase(text: &str, hits: &[Hit], at: usize) -> Option<OfficePhrase> {
    let hit = &hits[at];
    let named = office_of(hit)?;
    let mut phrase = OfficePhrase {
        range: hit.range.clone(),
        office: hit.range.clone(),
        named,
        damaged: hit.entry.damaged || hit.marked,
        state: None,
        organization: None,
        accredited_to: None,
        counts: matches!(hit.entry.evidence, Evidence::Alone | Evidence::Context),
    };
    let mut institution = false;
    for (number, next) in hits.iter().enumerate().skip(at + 1).take(8) {
        let What::Named(what) = next.entry.what else {
            break;
        };
        if next.range.start < hit.range.end {
            // The body in the office's own name.
            if matches!(what, Named::Organization(_)) && next.range.end <= hit.range.end {
                phrase.organization = phrase.organization.or(Some(number));
            }
            continue;
        }
        if next.range.start < phrase.range.end {
            continue;
        }
        let gap = text.get(phrase.range.end..next.range.start).unwrap_or("");
        match what {
            Named::Office(office)
                if is_of(gap) && office.class() == OfficeClass::Institution && !institution =>
            {
                institution = true;
            }
            // A Special Representative for a State is not that State's.
            Named::State(_) if is_of(gap) && !is_for(gap) && phrase.state.is_none() => {
                phrase.state = Some(number);
            }
            Named::Organization(_) if is_of(gap) && phrase.organization.is_none() => {
                phrase.organization = Some(number);
            }
            Named::Organization(_) if is_to(gap) && phrase.accredited_to.is_none() => {
                phrase.accredited_to = Some(number);
            }
            _ => break,
        }
        phrase.range.end = next.range.end;
    }
    phrase.counts |= phrase.state.is_some() || phrase.organization.is_some();
    Some(phrase)
}

fn is_of(gap: &str) -> bool {
    [" of the ", " of "].iter().any(|of| gap.eq_ignore_ascii_case(of)) || is_for(gap)
}

fn is_for(gap: &str) -> bool {
    [" for the ", " for "].iter().any(|of| gap.eq_ignore_ascii_case(of))
}

fn is_to(gap: &str) -> bool {
    [" to the ", " to "].iter().any(|to| gap.eq_ignore_ascii_case(to))
}

/// Whether the name of an office is that of several, which is no title of one person.
fn is_plural(office: &str) -> bool {
    let noun =
        office.find(" of ").or_else(|| office.find(" for ")).map_or(office, |at| &office[..at]);
    noun.ends_with('s') && !["ffairs", "ffaires"].iter().any(|affairs| noun.ends_with(affairs))
}

/// The person whose titles begin with hit number `at`.
fn person(text: &str, hits: &[Hit], at: usize, offices: &[OfficePhrase]) -> Option<PersonFound> {
    let opens = |hit: &Hit| {
        matches!(hit.entry.what, What::Honorific | What::Signed)
            || office_of(hit).is_some() && !is_plural(&text[hit.range.clone()])
    };
    // `Sharm el-Sheikh`
    if !opens(&hits[at]) || text[..hits[at].range.start].ends_with('-') {
        return None;
    }
    let mut titles = vec![at];
    let mut end = hits[at].range.end;
    let mut next = at + 1;
    while let Some(hit) = hits.get(next).filter(|_| titles.len() < 6) {
        if hit.range.start >= end {
            let gap = text.get(end..hit.range.start).unwrap_or("-");
            let signed = hits[at].entry.what == What::Signed;
            let near = gap.trim().is_empty() || signed && gap == ": ";
            // Who signs begins with a name, be it that of an office.
            let is_name = signed && is_personal(hit);
            if !opens(hit) || !near || is_name {
                break;
            }
            titles.push(next);
            end = hit.range.end;
        }
        next += 1;
    }
    let is = |what: What| titles.iter().any(|&title| hits[title].entry.what == what);
    let (styled, signed) = (is(What::Honorific), is(What::Signed));
    let rest = &text[end..];
    let skipped = rest.trim_start_matches([' ', ':']);
    let from = end + rest.len() - skipped.len();
    let spaced = from > end || rest.starts_with(|_| text[..end].ends_with('.'));
    if !spaced || (from > end + 1 && !signed) {
        return None;
    }
    let name = from..from + person_name(text, from, &hits[next..], styled || signed)?;
    // `HE` among capitals is a word.
    let shouted = !text[name.clone()].contains(char::is_lowercase);
    if shouted && titles.iter().all(|&title| &text[hits[title].range.clone()] == "HE") {
        return None;
    }
    // One word behind an office may be anything: "High Commissioner Improving".
    let takes_a_surname = |office: Office| {
        office.class() != OfficeClass::UnOfficer || office.name() == "Secretary-General"
    };
    let office = titles.iter().rev().find_map(|&title| office_of(&hits[title]));
    let alone = !styled && !signed && !text[name.clone()].contains(' ');
    if alone && !office.is_some_and(takes_a_surname) {
        return None;
    }
    let first = titles.iter().copied().find(|&title| hits[title].entry.what != What::Signed);
    let start = first.map_or(name.start, |title| hits[title].range.start);
    let mut person = PersonFound {
        range: start..name.end,
        honorifics: titles
            .iter()
            .filter(|&&title| hits[title].entry.what == What::Honorific)
            .map(|&title| hits[title].range.clone())
            .collect(),
        office: None,
        state: None,
        name,
    };
    let title_offices = titles.iter().rev().filter(|&&title| office_of(&hits[title]).is_some());
    let titled = title_offices.map(|&title| hits[title].range.start).next();
    person.office = titled
        .and_then(|start| offices.binary_search_by_key(&start, |o| o.office.start).ok())
        .or_else(|| beside(text, &person, offices));
    person.state = in_parentheses(text, &person, hits, next);
    Some(person)
}

/// The office in apposition: before the person, or behind.
fn beside(text: &str, person: &PersonFound, offices: &[OfficePhrase]) -> Option<usize> {
    let after = offices.partition_point(|office| office.range.start < person.range.end);
    if let Some(office) = offices.get(after) {
        let gap = text.get(person.range.end..office.range.start).unwrap_or("-");
        if [", ", ", the ", " ", " (", ", former ", ", then "].contains(&gap) {
            return Some(after);
        }
    }
    let before = after.checked_sub(1)?;
    let gap = text.get(offices[before].range.end..person.range.start)?;
    [", ", " "].contains(&gap).then_some(before)
}

/// The State in parentheses right behind the name: `Mr. Wang Guangya (China)`.
fn in_parentheses(text: &str, person: &PersonFound, hits: &[Hit], from: usize) -> Option<usize> {
    let at = person.range.end + " (".len();
    let number = (from..hits.len()).take(8).find(|&number| hits[number].range.start == at)?;
    let hit = &hits[number];
    let is_state = matches!(hit.entry.what, What::Named(Named::State(_)));
    let closed = text[hit.range.end..].starts_with(')');
    let opened = text.get(person.range.end..at) == Some(" (");
    (is_state && opened && closed).then_some(number)
}
