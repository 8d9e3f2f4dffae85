//! Parties of the model: the senders and addressees of communications, the issuers of statements.

use std::ops::Range;

use crate::block::{PartyReading, is_capitals, title_parties, without_honorific};
use crate::gazetteer::{self, Named};
use crate::inline::{NameHit, member_state, names, office_at, organization};
use crate::model::{Office, Organization, Party, Printed};
use crate::span::Span;
use crate::text::Flow;

/// The parties that a range of a flow names.
pub(super) fn parties_of(flow: &Flow, range: Range<usize>) -> Vec<Party> {
    let hits = names(&flow.text);
    let mut bodies = Vec::new();
    let readings = title_parties(&flow.text, range, &hits);
    readings.iter().map(|reading| party(flow, reading, &hits, &mut bodies)).collect()
}

/// Whether the party's office is one of the table.
pub(super) fn is_listed(party: &Party) -> bool {
    party.office.as_ref().is_some_and(|office| office_at(&office.printed, 0).is_some())
}

/// A party that names no office is a person: its name without honorific.
pub(super) fn as_person(mut party: Party) -> Party {
    if party.person.is_some() || is_listed(&party) || party.state.is_some() {
        return party;
    }
    let known = party.organization.as_ref().is_some_and(|body| body.code.is_some());
    if let Some(office) = party.office.take_if(|_| !known) {
        let name = without_honorific(&office.printed, 0..office.printed.len());
        let span = Span { start: office.span.start + name.start as u32, end: office.span.end };
        let printed = office.printed[name].to_owned();
        party.person = Some(Printed { printed, span });
        party.organization = None;
    }
    party
}

/// Makes a party of its reading. `bodies` holds the bodies named so far in the heading, by which
/// "the Conference" is given in full.
pub(super) fn party(
    flow: &Flow,
    reading: &PartyReading,
    hits: &[NameHit],
    bodies: &mut Vec<Organization>,
) -> Party {
    let mut body = |range: &Range<usize>| {
        let body = body(flow, range.clone(), hits, bodies);
        bodies.push(body.clone());
        body
    };
    let accredited_to = reading.accredited_to.as_ref().map(&mut body);
    let organization = reading.organization.as_ref().map(&mut body);
    let printed = flow.printed(reading.range.clone());
    let office = reading.office.clone().map(|range| {
        let printed = flow.printed(range);
        // A spelling of the page is kept, but for capitals and the plural of a joint letter.
        let respelt = is_capitals(&printed.printed) || reading.is_respelt;
        let listed = reading.office_name.filter(|_| respelt);
        Office {
            name: listed.map_or_else(|| printed.printed.clone(), str::to_owned),
            printed: printed.printed,
            span: printed.span,
        }
    });
    let name = name(flow, reading, organization.as_ref(), &printed.printed);
    let state = reading.state.clone().map(|(range, state)| member_state(flow, range, state));
    // The name stands before the office.
    let whole = reading.person.as_ref().map(|person| person.start..reading.range.end);
    let printed = whole.map_or(printed, |whole| flow.printed(whole));
    Party {
        person: reading.person.clone().map(|range| flow.printed(range)),
        office,
        state,
        organization,
        accredited_to,
        name,
        printed: printed.printed,
        span: printed.span,
    }
}

/// The party as a librarian files it: in the table's spelling where the heading is in capitals or
/// names the body by a short name, else as printed.
fn name(
    flow: &Flow,
    reading: &PartyReading,
    organization: Option<&Organization>,
    printed: &str,
) -> String {
    let Some((organization, range)) = organization.zip(reading.organization.as_ref()) else {
        return printed.to_owned();
    };
    let office = flow.text[reading.range.start..range.start].trim_end();
    let lower = office.to_ascii_lowercase();
    let bare = lower.strip_suffix(" the").unwrap_or(&lower);
    let bare = bare.strip_suffix(" of").unwrap_or(bare);
    let listed = gazetteer::Office::by_name(&office[..bare.len()]);
    // "Sixth Committee" is no short form of the name in the table.
    let (whole, short) = (organization.name.to_lowercase(), organization.printed.to_lowercase());
    let shortened = whole != short && (whole.contains(&short) || !short.contains(' '));
    match listed {
        Some(office)
            if organization.name != organization.printed && (shortened || whole == short) =>
        {
            format!("{} of the {}", office.name(), organization.name)
        }
        None if shortened && whole.starts_with(&short) && bare.len() < lower.len() => {
            format!("{} of the {}", &office[..bare.len()], organization.name)
        }
        _ => printed.to_owned(),
    }
}

/// A body in a heading: one of the table, one named in full before, else as printed.
fn body(
    flow: &Flow,
    range: Range<usize>,
    hits: &[NameHit],
    bodies: &[Organization],
) -> Organization {
    let listed = hits.iter().find_map(|hit| match hit.named {
        Named::Organization(found) if hit.range == range => Some(found),
        _ => None,
    });
    if let Some(found) = listed.filter(|found| found.name().contains(' ') || bodies.is_empty()) {
        return organization(flow, range, found);
    }
    let printed = flow.printed(range);
    let short = printed.printed.to_lowercase();
    let full = bodies.iter().rev().find(|body| {
        let name = body.name.to_lowercase();
        name.len() > short.len() && (name.starts_with(&short) || name.ends_with(&short))
    });
    Organization {
        code: full.and_then(|full| full.code.clone()),
        name: full.map_or_else(|| printed.printed.clone(), |full| full.name.clone()),
        acronym: full.and_then(|full| full.acronym.clone()),
        printed: printed.printed,
        span: printed.span,
    }
}
