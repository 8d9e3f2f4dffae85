//! One reading of a flow: what it mentions, with places in the text and in the source.

use std::collections::HashMap;
use std::ops::Range;

use super::citations::{self, RawCitation, citations};
use super::{NameHit, definitions, names, scan_dates};
use crate::gazetteer::{self, Named};
use crate::model::{
    Citation, CitationTarget, DateMention, Definition, MemberState, MemberStateMention, Mention,
    Organization, OrganizationMention, Pinpoint, Printed, Status, TextRange,
};
use crate::text::Flow;

/// What the flows of a document before this one have introduced.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// What citations refer back to.
    citations: citations::Memory,
    /// Defined short names of organizations, with what they stand for.
    organizations: HashMap<String, OrganizationIdentity>,
}

impl Memory {
    /// Says which organ issues the document, by its code, before any flow of it is read.
    pub(crate) fn issued_by(&mut self, organ: Option<&str>) {
        self.citations = citations::Memory::for_organ(organ);
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct OrganizationIdentity {
    code: Option<String>,
    name: String,
}

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

/// Reads one flow; flows are read in the order of the document.
pub(crate) fn read(flow: &Flow, memory: &mut Memory) -> Reading {
    let text = flow.text.as_str();
    let hits = names(text);
    let mut reading = Reading::default();
    for found in definitions(text, &hits) {
        remember(text, &found.terms, found.meaning.clone(), &hits, memory);
        reading.definitions.push(Definition {
            terms: found.terms.iter().map(|term| flow.printed(term.clone())).collect(),
            meaning: flow.printed(found.meaning),
            span: flow.source(found.range),
        });
    }
    dates(flow, &mut reading);
    let cited = citations(text, &hits, &mut memory.citations);
    let mut instruments =
        cited.iter().filter(|c| matches!(c.target, CitationTarget::Instrument(_)));
    let mut instrument = instruments.next();
    for hit in &hits {
        // A State's name inside the name of an instrument is not that State.
        while instrument.is_some_and(|cited| cited.core.end <= hit.range.start) {
            instrument = instruments.next();
        }
        let inside = instrument.is_some_and(|cited| cited.core.start <= hit.range.start);
        match hit.named {
            Named::State(_) if inside => {}
            Named::State(state) if !hit.ambiguous => {
                reading.mentions.push(Mention::MemberState(MemberStateMention {
                    range: TextRange::new(hit.range.start, hit.range.end),
                    status: Status::Printed,
                    member_state: member_state(flow, hit.range.clone(), state),
                }));
            }
            Named::Organization(organization) if !hit.ambiguous => {
                let identity = identity(organization);
                reading.mentions.push(organization_mention(
                    flow,
                    hit.range.clone(),
                    identity,
                    true,
                ));
            }
            _ => {}
        }
    }
    defined_organizations(flow, memory, &mut reading);
    reading.mentions.extend(cited.into_iter().map(|cited| citation(flow, cited)));
    reading.mentions.sort_by_key(|mention| (mention.range().start, mention.range().end));
    reading
}

/// A citation with its places in the source.
fn citation(flow: &Flow, cited: RawCitation) -> Mention {
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
    })
}

/// A State at a place of a flow, with the codes that a reading reports.
pub(crate) fn member_state(
    flow: &Flow,
    range: Range<usize>,
    state: gazetteer::State,
) -> MemberState {
    let printed = flow.printed(range);
    // An old name of a living State is reported under the codes of today.
    let reported = match state.alpha3() {
        Some(code) if code == state.code() => state,
        _ => gazetteer::State::by_code(state.code()).unwrap_or(state),
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
    named(flow, range, identity(organization))
}

fn named(flow: &Flow, range: Range<usize>, identity: OrganizationIdentity) -> Organization {
    let printed = flow.printed(range);
    Organization {
        code: identity.code,
        name: identity.name,
        printed: printed.printed,
        span: printed.span,
    }
}

fn identity(organization: gazetteer::Organization) -> OrganizationIdentity {
    OrganizationIdentity {
        code: Some(organization.code().to_owned()),
        name: organization.name().to_owned(),
    }
}

fn organization_mention(
    flow: &Flow,
    range: Range<usize>,
    identity: OrganizationIdentity,
    is_printed: bool,
) -> Mention {
    Mention::Organization(OrganizationMention {
        range: TextRange::new(range.start, range.end),
        status: if is_printed { Status::Printed } else { Status::Inferred },
        organization: named(flow, range, identity),
    })
}

/// Words that end the name of an organization.
const ORGANIZATION_NOUNS: [&str; 10] = [
    "Organization",
    "Organisation",
    "Union",
    "Community",
    "Association",
    "Commonwealth",
    "League",
    "Alliance",
    "Group",
    "Movement",
];

/// Remembers the short names of an organization, listed or known by the last word of its name.
fn remember(
    text: &str,
    terms: &[Range<usize>],
    meaning: Range<usize>,
    hits: &[NameHit],
    memory: &mut Memory,
) {
    let listed = hits.iter().find(|hit| hit.range == meaning).and_then(|hit| match hit.named {
        Named::Organization(organization) => Some(identity(organization)),
        _ => None,
    });
    let name = &text[meaning];
    let last = name.rsplit(' ').next().unwrap_or("");
    let by_form = || {
        ORGANIZATION_NOUNS
            .contains(&last)
            .then(|| OrganizationIdentity { code: None, name: name.to_owned() })
    };
    if let Some(identity) = listed.or_else(by_form) {
        for term in terms {
            memory.organizations.insert(text[term.clone()].to_owned(), identity.clone());
        }
        memory.organizations.insert(name.to_owned(), identity);
    }
}

/// Mentions of organizations by names that the document itself has introduced.
fn defined_organizations(flow: &Flow, memory: &Memory, reading: &mut Reading) {
    let text = flow.text.as_str();
    for (term, identity) in &memory.organizations {
        for (at, _) in text.match_indices(term.as_str()) {
            let range = at..at + term.len();
            let word = |c: char| c.is_alphanumeric();
            let taken = |mention: &Mention| {
                matches!(mention, Mention::Organization(_))
                    && (mention.range().start as usize) < range.end
                    && (mention.range().end as usize) > range.start
            };
            if !text[..at].ends_with(word)
                && !text[range.end..].starts_with(word)
                && !reading.mentions.iter().any(taken)
            {
                let is_name = *term == identity.name;
                reading.mentions.push(organization_mention(flow, range, identity.clone(), is_name));
            }
        }
    }
}

fn dates(flow: &Flow, reading: &mut Reading) {
    let text = flow.text.as_str();
    let mut at = 0;
    while let Some(start) = date_candidate(text, at) {
        let Some(found) = scan_dates(text, start) else {
            at = start + 1;
            continue;
        };
        at = start + found.len.max(1);
        if found.impossible {
            reading.impossible_dates.push(start..start + found.len);
        }
        if let (true, [first, .., last]) = (found.range, found.dates.as_slice()) {
            let range = start..start + found.len;
            reading.mentions.push(date_mention(flow, range, first.date, Some(last.date)));
        } else {
            for part in &found.dates {
                reading.mentions.push(date_mention(flow, part.start..part.end, part.date, None));
            }
        }
    }
}

/// The next place from `at` on where a date may begin: a digit, or the capital of a month, at the
/// start of a word.
fn date_candidate(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (at..bytes.len()).find(|&i| {
        (bytes[i].is_ascii_digit() || b"JFMASOND".contains(&bytes[i]))
            && (i == 0 || !(bytes[i - 1].is_ascii_alphanumeric() || b"/.-".contains(&bytes[i - 1])))
    })
}

fn date_mention(
    flow: &Flow,
    range: Range<usize>,
    date: crate::model::Date,
    end_date: Option<crate::model::Date>,
) -> Mention {
    let text_range = TextRange::new(range.start, range.end);
    let printed = flow.printed(range);
    Mention::Date(DateMention {
        printed: printed.printed,
        range: text_range,
        span: printed.span,
        status: Status::Printed,
        date,
        end_date,
    })
}
