//! One reading of a flow: what it mentions, with places in the text and in the source.
//!
//! One pass gives the hits of the tables; from them come States, organizations,
//! demonyms, offices and persons. Dates, definitions and the terms that the document has defined
//! are found in passes of their own, each linear. What is found is sorted by place while it is
//! still small (ranges and handles), and made into mentions of the model at the end.

use std::ops::Range;

use super::bodies::bodies_by_form;
use super::citations::{RawCitation, citations};
use super::context::judge;
use super::dates::{DatesFound, dates_at};
use super::names::{Hit, NameHit, What, names_into, scan_into};
use super::roles::{PersonFound, Roles, roles};
use super::stops::{Stop, stops, stops_into};
use super::terms::Identity;
use super::writer::{Found, Listed, Writer};
use super::{Memory, definitions};
use crate::gazetteer::{Evidence, Named, State};
use crate::model::{CitationTarget, Definition, Mention, Status};
use crate::text::Flow;

/// What was read in one flow.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// The mentions, by place.
    pub(crate) mentions: Vec<Mention>,
    /// The short names that the flow introduces.
    pub(crate) definitions: Vec<Definition>,
    /// Dates that no calendar has, by their ranges.
    pub(crate) impossible_dates: Vec<Range<usize>>,
}

/// What one flow needs while it is read; the next one has its room.
#[derive(Debug, Default)]
pub(super) struct Room {
    stops: Vec<Stop>,
    hits: Vec<Hit>,
    names: Vec<NameHit>,
    /// The State of each hit that names one.
    states: Vec<Option<State>>,
    found: Vec<(Range<usize>, Found)>,
}

/// Reads one flow; flows are read in the order of the document.
pub(crate) fn read(flow: &Flow, memory: &mut Memory) -> Reading {
    let mut reading = Reading::default();
    read_on(flow, memory, &mut reading);
    reading
}

/// Reads one flow and adds to what was read before.
pub(crate) fn read_on(flow: &Flow, memory: &mut Memory, reading: &mut Reading) {
    let mut room = std::mem::take(&mut memory.room);
    read_in(&mut room, flow, memory, reading);
    memory.room = room;
}

fn read_in(room: &mut Room, flow: &Flow, memory: &mut Memory, reading: &mut Reading) {
    let text = flow.text.as_str();
    let Room { stops, hits, names, states, found } = room;
    stops_into(text, stops);
    scan_into(text, stops, hits);
    names_into(text, hits, names);
    let defined = definitions(text, names);
    for found in &defined {
        remember(text, &found.terms, found.meaning.clone(), hits, memory);
        reading.definitions.push(Definition {
            terms: found.terms.iter().map(|term| flow.printed(term.clone())).collect(),
            meaning: flow.printed(found.meaning.clone()),
            span: flow.source(found.range.clone()),
        });
    }
    let cited = citations(text, stops, names, &defined, &mut memory.citations);
    let Roles { offices, persons } = roles(text, hits);
    let not_states = not_states(&cited, &persons);
    let symbols = symbols(&cited);
    named(text, hits, [&not_states, &symbols], memory, states, found);
    terms(text, stops, hits, memory, found);
    for DatesFound { range, dates, impossible } in dates_at(text, stops) {
        if impossible {
            reading.impossible_dates.push(range);
        }
        for (range, date, end_date, status) in dates {
            found.push((range, Found::Date { date, end_date, status }));
        }
    }
    found.extend(offices.iter().enumerate().map(|(n, o)| (o.range.clone(), Found::Office(n))));
    found.extend(persons.iter().enumerate().map(|(n, p)| (p.range.clone(), Found::Person(n))));
    found.extend(cited.iter().enumerate().map(|(n, c)| (c.range.clone(), Found::Citation(n))));
    found.sort_by_key(|(range, _)| (range.start, range.end));
    let writer = Writer { flow, memory, hits, states };
    let mut cited: Vec<Option<RawCitation>> = cited.into_iter().map(Some).collect();
    if reading.mentions.is_empty() {
        reading.mentions.reserve_exact(found.len());
    }
    let mentions = found.drain(..).filter_map(|(range, found)| match found {
        Found::Office(number) => Some(writer.office(&offices[number])),
        Found::Person(number) => Some(writer.person(&persons[number], &offices)),
        Found::Citation(number) => cited[number].take().map(|cited| writer.citation(cited)),
        found => Some(writer.simple(range, &found)),
    });
    reading.mentions.extend(mentions);
}

/// Where a State's name is not that State: inside the names of instruments and persons.
fn not_states(cited: &[RawCitation], persons: &[PersonFound]) -> Vec<Range<usize>> {
    let instruments = cited.iter().filter(|c| matches!(c.target, CitationTarget::Instrument(_)));
    let mut ranges: Vec<Range<usize>> = instruments
        .map(|cited| cited.core.clone())
        .chain(persons.iter().map(|person| person.name.clone()))
        .collect();
    ranges.sort_by_key(|range| range.start);
    ranges
}

/// Where no name is that name: inside symbols (`ECE/TRADE/1`) and the titles of treaty series.
fn symbols(cited: &[RawCitation]) -> Vec<Range<usize>> {
    let coded = cited.iter().filter(|cited| {
        matches!(cited.target, CitationTarget::Document(_) | CitationTarget::TreatySeries(_))
    });
    coded.map(|cited| cited.core.clone()).collect()
}

/// Adds the States, bodies and demonyms among the hits, but for those inside the ranges: of States,
/// and of all names. Gives the State of each hit that names one.
fn named(
    text: &str,
    hits: &[Hit],
    [not_states, symbols]: [&[Range<usize>]; 2],
    memory: &mut Memory,
    states: &mut Vec<Option<State>>,
    found: &mut Vec<(Range<usize>, Found)>,
) {
    let mut not_states = not_states.iter().peekable();
    let mut symbols = symbols.iter().peekable();
    states.clear();
    states.resize(hits.len(), None);
    for (at, hit) in hits.iter().enumerate() {
        let What::Named(what) = hit.entry.what else {
            continue;
        };
        while not_states.next_if(|range| range.end <= hit.range.start).is_some() {}
        let inside = not_states.peek().is_some_and(|range| range.start <= hit.range.start);
        while symbols.next_if(|range| range.end <= hit.range.start).is_some() {}
        if symbols.peek().is_some_and(|range| range.start <= hit.range.start) {
            continue;
        }
        let status =
            if hit.entry.damaged || hit.marked { Status::Normalized } else { Status::Printed };
        let evidence = hit.entry.evidence;
        let alone = matches!(evidence, Evidence::Alone | Evidence::Context | Evidence::Person);
        let found_here = match what {
            Named::State(state) => {
                if inside || !judge(text, hits, at) || !(alone || memory.states.contains(&state)) {
                    continue;
                }
                let printed = &text[hit.range.clone()];
                let Some(state) = memory.state(state, hit.entry.shared, printed) else {
                    continue;
                };
                memory.states.insert(state);
                states[at] = Some(state);
                Found::State { state, status }
            }
            Named::Organization(organization) => {
                if !(alone || memory.organizations.contains(&organization)) {
                    continue;
                }
                if !hit.entry.acronym {
                    memory.organizations.insert(organization);
                }
                Found::Organization { organization: Listed::Organization(organization), status }
            }
            Named::RegionalGroup(group) => {
                Found::Organization { organization: Listed::Group(group), status }
            }
            Named::Demonym(demonym) => Found::Demonym { demonym, status },
            _ => continue,
        };
        found.push((hit.range.clone(), found_here));
    }
}

/// Adds the bodies that the document names by terms of its own, and those known by form.
fn terms(
    text: &str,
    stops: &[Stop],
    hits: &[Hit],
    memory: &Memory,
    found: &mut Vec<(Range<usize>, Found)>,
) {
    let listed = found
        .iter()
        .filter(|(_, found)| matches!(found, Found::Organization { .. }))
        .map(|(range, _)| range.clone());
    let mut taken: Vec<Range<usize>> = listed.collect();
    let terms = memory.terms.find(text).into_iter().map(|term| {
        let status = if term.is_name { Status::Printed } else { Status::Inferred };
        (term.range, Found::Term { identity: term.identity, status })
    });
    let terms = free(terms, &taken);
    // What the tables know by another name ("the Soviet Union") is no body.
    taken.extend(hits.iter().map(|hit| hit.range.clone()));
    taken.extend(terms.iter().map(|(range, _)| range.clone()));
    taken.sort_by_key(|range| range.start);
    found.extend(free(
        bodies_by_form(text, stops).into_iter().map(|range| (range, Found::Body)),
        &taken,
    ));
    found.extend(terms);
}

/// Those that overlap none of the ranges; all are in order.
fn free(
    found: impl Iterator<Item = (Range<usize>, Found)>,
    taken: &[Range<usize>],
) -> Vec<(Range<usize>, Found)> {
    let mut taken = taken.iter().peekable();
    let free = found.filter(|(range, _)| {
        while taken.next_if(|taken| taken.end <= range.start).is_some() {}
        taken.peek().is_none_or(|taken| taken.start >= range.end)
    });
    free.collect()
}

/// Remembers the short names of an organization, listed or known by the form of its name.
fn remember(
    text: &str,
    terms: &[Range<usize>],
    meaning: Range<usize>,
    hits: &[Hit],
    memory: &mut Memory,
) {
    let first = hits.partition_point(|hit| hit.range.start < meaning.start);
    let mut same = hits[first..].iter().take_while(|hit| hit.range.start == meaning.start);
    let listed = same.find_map(|hit| match hit.entry.what {
        What::Named(Named::Organization(organization)) if hit.range == meaning => {
            Some(Listed::Organization(organization).identity())
        }
        _ => None,
    });
    let name = &text[meaning];
    let is_body = || bodies_by_form(name, &stops(name)).iter().any(|body| body.len() == name.len());
    let by_form =
        || is_body().then(|| Identity { code: None, acronym: None, name: name.to_owned() });
    if let Some(identity) = listed.or_else(by_form) {
        // Headings print the name in capitals.
        let capitals = name.to_uppercase();
        let terms = terms.iter().map(|term| &text[term.clone()]).chain([name, &capitals]);
        memory.terms.introduce(identity, terms);
    }
}
