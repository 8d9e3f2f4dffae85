//! One reading of a flow: what it mentions, with places in the text and in the source.
//!
//! One pass of the automaton gives the hits of the tables; from them come States, organizations,
//! demonyms, offices and persons. Dates, definitions and the terms that the document has defined
//! are found in passes of their own, each linear. What is found is sorted by place while it is
//! still small (ranges and handles), and made into mentions of the model at the end.

use std::ops::Range;

use super::bodies::bodies_by_form;
use super::citations::{RawCitation, citations};
use super::context::judge;
use super::dates::DatesFound;
use super::names::{Hit, What, named_hits};
use super::roles::{OfficePhrase, PersonFound, Roles, roles};
use super::terms::Identity;
use super::{Memory, NameHit, dates_in, definitions, scan};
use crate::gazetteer::{self, Evidence, NameForm, Named, State};
use crate::model::{
    Citation, CitationTarget, Date, DateMention, Definition, DemonymMention, MemberState,
    MemberStateMention, Mention, Office, OfficeMention, Organization, OrganizationMention,
    PersonMention, Pinpoint, Printed, Status, TextRange,
};
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

/// A mention before it is written out.
enum Found {
    State {
        state: State,
        status: Status,
    },
    Organization {
        organization: Listed,
        status: Status,
    },
    Term {
        identity: usize,
        status: Status,
    },
    /// A body known by the form of its name only.
    Body,
    Demonym {
        demonym: gazetteer::Demonym,
        status: Status,
    },
    Date {
        date: Date,
        end_date: Option<Date>,
        status: Status,
    },
    Office(usize),
    Person(usize),
    Citation(usize),
}

/// What the tables list as a body.
#[derive(Debug, Clone, Copy)]
enum Listed {
    Organization(gazetteer::Organization),
    Group(gazetteer::RegionalGroup),
}

/// Reads one flow; flows are read in the order of the document.
pub(crate) fn read(flow: &Flow, memory: &mut Memory) -> Reading {
    let text = flow.text.as_str();
    let hits = scan(text);
    let names = named_hits(text, &hits);
    let mut reading = Reading::default();
    for found in definitions(text, &names) {
        remember(text, &found.terms, found.meaning.clone(), &names, memory);
        reading.definitions.push(Definition {
            terms: found.terms.iter().map(|term| flow.printed(term.clone())).collect(),
            meaning: flow.printed(found.meaning),
            span: flow.source(found.range),
        });
    }
    let mut found: Vec<(Range<usize>, Found)> = Vec::with_capacity(hits.len());
    let cited = citations(text, &names, &mut memory.citations);
    let states = named(text, &hits, &cited, memory, &mut found);
    terms(text, memory, &mut found);
    for DatesFound { range, dates, impossible } in dates_in(text) {
        if impossible {
            reading.impossible_dates.push(range);
        }
        for (range, date, end_date, status) in dates {
            found.push((range, Found::Date { date, end_date, status }));
        }
    }
    let Roles { offices, persons } = roles(text, &hits);
    found.extend(offices.iter().enumerate().map(|(n, o)| (o.range.clone(), Found::Office(n))));
    found.extend(persons.iter().enumerate().map(|(n, p)| (p.range.clone(), Found::Person(n))));
    found.extend(cited.iter().enumerate().map(|(n, c)| (c.range.clone(), Found::Citation(n))));
    found.sort_by_key(|(range, _)| (range.start, range.end));
    let writer = Writer { flow, memory, hits: &hits, states: &states };
    reading.mentions = found
        .into_iter()
        .map(|(range, found)| match found {
            Found::Office(number) => writer.office(&offices[number]),
            Found::Person(number) => writer.person(&persons[number], &offices),
            Found::Citation(number) => citation(flow, &cited[number]),
            found => writer.simple(range, &found),
        })
        .collect();
    reading
}

/// Adds the States, bodies and demonyms among the hits; gives the State of each hit that names
/// one.
fn named(
    text: &str,
    hits: &[Hit],
    cited: &[RawCitation],
    memory: &mut Memory,
    found: &mut Vec<(Range<usize>, Found)>,
) -> Vec<Option<State>> {
    let mut states = vec![None; hits.len()];
    let mut instruments = cited
        .iter()
        .filter(|cited| matches!(cited.target, CitationTarget::Instrument(_)))
        .map(|cited| cited.core.clone())
        .peekable();
    for (at, hit) in hits.iter().enumerate() {
        while instruments.next_if(|core| core.end <= hit.range.start).is_some() {}
        let inside = instruments.peek().is_some_and(|core| core.start <= hit.range.start);
        let What::Named(what) = hit.entry.what else {
            continue;
        };
        let status =
            if hit.entry.damaged || hit.marked { Status::Normalized } else { Status::Printed };
        let evidence = hit.entry.evidence;
        let alone = matches!(evidence, Evidence::Alone | Evidence::Context | Evidence::Person);
        let found_here = match what {
            // A State's name inside the name of an instrument is not that State.
            Named::State(_) if inside => continue,
            Named::State(state) => {
                if !judge(text, hits, at) || !(alone || memory.states.contains(&state)) {
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
    states
}

/// Adds the bodies that the document names by terms of its own.
fn terms(text: &str, memory: &Memory, found: &mut Vec<(Range<usize>, Found)>) {
    let terms = memory.terms.find(text);
    let by_form = bodies_by_form(text);
    if terms.is_empty() && by_form.is_empty() {
        return;
    }
    let is_known = |range: &Range<usize>| {
        let next = terms.partition_point(|term| term.range.end <= range.start);
        terms.get(next).is_some_and(|term| term.range.start < range.end)
    };
    let by_form = by_form.into_iter().filter(|range| !is_known(range));
    let mut named: Vec<(Range<usize>, Found)> = by_form.map(|range| (range, Found::Body)).collect();
    named.extend(terms.iter().map(|term| {
        let status = if term.is_name { Status::Printed } else { Status::Inferred };
        (term.range.clone(), Found::Term { identity: term.identity, status })
    }));
    named.sort_by_key(|(range, _)| range.start);
    let taken: Vec<Range<usize>> = found
        .iter()
        .filter(|(_, found)| matches!(found, Found::Organization { .. }))
        .map(|(range, _)| range.clone())
        .collect();
    let mut taken = taken.into_iter().peekable();
    for (range, body) in named {
        while taken.next_if(|taken| taken.end <= range.start).is_some() {}
        if taken.peek().is_none_or(|taken| taken.start >= range.end) {
            found.push((range, body));
        }
    }
}

/// Remembers the short names of an organization, listed or known by the form of its name.
fn remember(
    text: &str,
    terms: &[Range<usize>],
    meaning: Range<usize>,
    names: &[NameHit],
    memory: &mut Memory,
) {
    let listed = names.binary_search_by_key(&meaning.start, |hit| hit.range.start).ok();
    let listed = listed.and_then(|at| match names[at].named {
        Named::Organization(organization) if names[at].range == meaning => {
            Some(Listed::Organization(organization).identity())
        }
        _ => None,
    });
    let name = &text[meaning];
    let is_body = || bodies_by_form(name).iter().any(|body| body.len() == name.len());
    let by_form =
        || is_body().then(|| Identity { code: None, acronym: None, name: name.to_owned() });
    if let Some(identity) = listed.or_else(by_form) {
        // Headings print the name in capitals.
        let capitals = name.to_uppercase();
        let terms = terms.iter().map(|term| &text[term.clone()]).chain([name, &capitals]);
        memory.terms.introduce(identity, terms);
    }
}

impl Listed {
    fn identity(self) -> Identity {
        let (code, name, mut names): (_, _, Box<dyn Iterator<Item = _>>) = match self {
            Listed::Organization(it) => (it.code(), it.name(), Box::new(it.names())),
            Listed::Group(it) => (it.code(), it.name(), Box::new(it.names())),
        };
        let acronym =
            names.find(|(_, form)| *form == NameForm::Acronym).map(|(acronym, _)| acronym);
        Identity { code: Some(code), acronym, name: name.to_owned() }
    }
}

/// Writes out what was found in a flow.
struct Writer<'a> {
    flow: &'a Flow,
    memory: &'a Memory,
    hits: &'a [Hit],
    /// The State of each hit that names one.
    states: &'a [Option<State>],
}

impl Writer<'_> {
    fn simple(&self, range: Range<usize>, found: &Found) -> Mention {
        let text_range = TextRange::new(range.start, range.end);
        match *found {
            Found::State { state, status } => Mention::MemberState(MemberStateMention {
                range: text_range,
                status,
                member_state: member_state(self.flow, range, state),
            }),
            Found::Organization { organization, status } => {
                self.body(range, organization.identity(), status)
            }
            Found::Body => {
                let name = self.flow.text[range.clone()].to_owned();
                let identity = Identity { code: None, acronym: None, name };
                self.body(range, identity, Status::Printed)
            }
            Found::Term { identity, status } => {
                self.body(range, self.memory.terms.identity(identity).clone(), status)
            }
            Found::Demonym { demonym, status } => {
                let printed = self.flow.printed(range);
                Mention::Demonym(DemonymMention {
                    printed: printed.printed,
                    range: text_range,
                    span: printed.span,
                    status,
                    states: demonym.states().iter().map(|state| state.code().to_owned()).collect(),
                })
            }
            Found::Date { date, end_date, status } => {
                let printed = self.flow.printed(range);
                Mention::Date(DateMention {
                    printed: printed.printed,
                    range: text_range,
                    span: printed.span,
                    status,
                    date,
                    end_date,
                })
            }
            Found::Office(_) | Found::Person(_) | Found::Citation(_) => {
                unreachable!("written out by their own")
            }
        }
    }

    fn body(&self, range: Range<usize>, identity: Identity, status: Status) -> Mention {
        Mention::Organization(OrganizationMention {
            range: TextRange::new(range.start, range.end),
            status,
            organization: named_body(self.flow, range, identity),
        })
    }

    fn state(&self, hit: Option<usize>) -> Option<MemberState> {
        let state = self.states[hit?]?;
        Some(member_state(self.flow, self.hits[hit?].range.clone(), state))
    }

    fn organization(&self, hit: Option<usize>) -> Option<Organization> {
        let hit = &self.hits[hit?];
        match hit.entry.what {
            What::Named(Named::Organization(found)) => {
                Some(organization(self.flow, hit.range.clone(), found))
            }
            _ => None,
        }
    }

    fn office_name(&self, phrase: &OfficePhrase) -> Office {
        let printed = self.flow.printed(phrase.office.clone());
        Office {
            name: phrase.named.name().to_owned(),
            printed: printed.printed,
            span: printed.span,
        }
    }

    fn office(&self, phrase: &OfficePhrase) -> Mention {
        let printed = self.flow.printed(phrase.range.clone());
        Mention::Office(OfficeMention {
            printed: printed.printed,
            range: TextRange::new(phrase.range.start, phrase.range.end),
            span: printed.span,
            status: if phrase.damaged { Status::Normalized } else { Status::Printed },
            office: self.office_name(phrase),
            state: self.state(phrase.state),
            organization: self.organization(phrase.organization),
            accredited_to: self.organization(phrase.accredited_to),
        })
    }

    fn person(&self, person: &PersonFound, offices: &[OfficePhrase]) -> Mention {
        let printed = self.flow.printed(person.range.clone());
        let office = person.office.map(|number| &offices[number]);
        Mention::Person(PersonMention {
            printed: printed.printed,
            range: TextRange::new(person.range.start, person.range.end),
            span: printed.span,
            status: Status::Printed,
            name: self.flow.printed(person.name.clone()),
            honorifics: person
                .honorifics
                .iter()
                .map(|range| self.flow.text[range.clone()].to_owned())
                .collect(),
            office: office.map(|phrase| self.office_name(phrase)),
            state: self
                .state(person.state)
                .or_else(|| self.state(office.and_then(|phrase| phrase.state))),
            organization: self.organization(office.and_then(|phrase| phrase.organization)),
        })
    }
}

/// A citation with its places in the source.
fn citation(flow: &Flow, cited: &RawCitation) -> Mention {
    let printed = flow.printed(cited.range.clone());
    let pinpoints = cited.pinpoints.iter().map(|pinpoint| {
        let Printed { printed, span } = flow.printed(pinpoint.range.clone());
        Pinpoint { unit: pinpoint.unit, number: pinpoint.number.clone(), printed, span }
    });
    Mention::Citation(Citation {
        printed: printed.printed,
        range: TextRange::new(cited.range.start, cited.range.end),
        span: printed.span,
        core_span: flow.source(cited.core.clone()),
        status: cited.status,
        relation: cited.relation,
        canonical: cited.canonical.clone(),
        target: cited.target.clone(),
        pinpoints: pinpoints.collect(),
        date: cited.date,
    })
}

/// A State at a place of a flow, with the codes that a reading reports.
pub(crate) fn member_state(flow: &Flow, range: Range<usize>, state: State) -> MemberState {
    let printed = flow.printed(range);
    // An old name of a living State is reported under the codes of today.
    let reported = match state.alpha3() {
        Some(code) if code == state.code() => state,
        _ => State::by_code(state.code()).unwrap_or(state),
    };
    MemberState {
        alpha3: state.code().to_owned(),
        alpha2: reported.alpha2().map(str::to_owned),
        m49: reported.m49().map(str::to_owned),
        short_name: reported.short_name().to_owned(),
        formal_name: reported.formal_name().to_owned(),
        printed: printed.printed,
        span: printed.span,
    }
}

/// An organization at a place of a flow.
pub(crate) fn organization(
    flow: &Flow,
    range: Range<usize>,
    organization: gazetteer::Organization,
) -> Organization {
    named_body(flow, range, Listed::Organization(organization).identity())
}

fn named_body(flow: &Flow, range: Range<usize>, identity: Identity) -> Organization {
    let printed = flow.printed(range);
    Organization {
        code: identity.code.map(str::to_owned),
        name: identity.name,
        acronym: identity.acronym.map(str::to_owned),
        printed: printed.printed,
        span: printed.span,
    }
}
