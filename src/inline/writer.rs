//! What was found in a flow, written out as mentions of the model.

use std::ops::Range;

use super::Memory;
use super::citations::RawCitation;
use super::names::{Hit, What};
use super::roles::{OfficePhrase, PersonFound};
use super::terms::Identity;
use crate::gazetteer::{self, NameForm, Named, State};
use crate::model::{
    Citation, Date, DateMention, DemonymMention, MemberState, MemberStateMention, Mention, Office,
    OfficeMention, Organization, OrganizationMention, PersonMention, Pinpoint, Printed, Status,
    TextRange,
};
use crate::text::Flow;

/// A mention before it is written out.
#[derive(Debug)]
pub(super) enum Found {
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
    /// Known by its form.
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
pub(super) enum Listed {
    Organization(gazetteer::Organization),
    Group(gazetteer::RegionalGroup),
}

impl Listed {
    pub(super) fn identity(self) -> Identity {
        fn acronym(
            mut names: impl Iterator<Item = (&'static str, NameForm)>,
        ) -> Option<&'static str> {
            names.find(|(_, form)| *form == NameForm::Acronym).map(|(acronym, _)| acronym)
        }
        let (code, name, acronym) = match self {
            Listed::Organization(it) => (it.code(), it.name(), acronym(it.names())),
            Listed::Group(it) => (it.code(), it.name(), acronym(it.names())),
        };
        Identity { code: Some(code), acronym, name: name.to_owned() }
    }
}

/// Writes out what was found in a flow.
pub(super) struct Writer<'a> {
    pub(super) flow: &'a Flow,
    pub(super) memory: &'a Memory,
    pub(super) hits: &'a [Hit],
    /// The State of each hit that names one.
    pub(super) states: &'a [Option<State>],
}

impl Writer<'_> {
    pub(super) fn simple(&self, range: Range<usize>, found: &Found) -> Mention {
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
            Found::Term { identity, status } => {
                self.body(range, self.memory.terms.identity(identity).clone(), status)
            }
            Found::Body => {
                let name = self.flow.text[range.clone()].to_owned();
                let identity = Identity { code: None, acronym: None, name };
                self.body(range, identity, Status::Printed)
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

    pub(super) fn office(&self, phrase: &OfficePhrase) -> Mention {
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

    pub(super) fn person(&self, person: &PersonFound, offices: &[OfficePhrase]) -> Mention {
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

    /// A citation with its places in the source.
    pub(super) fn citation(&self, cited: RawCitation) -> Mention {
        let flow = self.flow;
        let printed = flow.printed(cited.range.clone());
        let pinpoints = cited.pinpoints.into_iter().map(|pinpoint| {
            let Printed { printed, span } = flow.printed(pinpoint.range);
            Pinpoint { unit: pinpoint.unit, number: pinpoint.number, printed, span }
        });
        Mention::Citation(Citation {
            printed: printed.printed,
            range: TextRange::new(cited.range.start, cited.range.end),
            span: printed.span,
            core_span: flow.source(cited.core),
            status: cited.status,
            relation: cited.relation,
            canonical: cited.canonical,
            target: cited.target,
            pinpoints: pinpoints.collect(),
            date: cited.date,
            open_ended: cited.open_ended,
        })
    }
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
