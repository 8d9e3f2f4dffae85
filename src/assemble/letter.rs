//! Letters and notes.

use crate::block::{
    addressee_office, capacity, circulation, exchange_parties, first_date, foreign_heading,
    foreign_parties, government, heading, office_length, on_behalf_of, opening_parties,
    opens_heading,
};
use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::gazetteer::Named;
use crate::inline::{dates_in, member_state, names, office_at, organization};
use crate::model::{
    AgendaItem, BlockKind, CirculationRequest, Document, Letter, Masthead, Offsets, Party, Printed,
    PrintedDate, SCHEMA_VERSION,
};
use crate::text::Flow;

use super::Reader;
use super::address::addressees;
use super::common::Common;
use super::kind::Kind;
use super::parties::{parties_of, party};

/// Reads a letter.
pub(crate) fn read(
    reader: &mut Reader<'_>,
    kind: Kind,
    common: Common,
    flows: &[Flow],
) -> Document {
    let mut letter = Letter {
        schema_version: SCHEMA_VERSION.to_owned(),
        offsets: Offsets::Utf8,
        source: None,
        masthead: common.masthead,
        title: common.title,
        document_date: common.date,
        further_dates: common.further_dates,
        place: common.place,
        senders: Vec::new(),
        addressees: Vec::new(),
        transmits: None,
        capacity: None,
        on_behalf_of: None,
        circulation: None,
        signatories: common.signatories,
        content: common.content,
    };
    let heading = common.by_line.as_ref().or(common.title_flow.as_ref());
    if let Some(flow) = heading.filter(|flow| opens_heading(&flow.text)) {
        read_heading(reader, flow, &mut letter);
    } else if let Some((flow, (_, range, date))) =
        heading.and_then(|flow| Some((flow, foreign_heading(&flow.text)?)))
    {
        let Printed { printed, span } = flow.printed(range);
        letter.document_date = Some(PrintedDate { date, printed, span });
        let hits = names(&flow.text);
        let (senders, addressees) = foreign_parties(&flow.text, &hits).unwrap_or_default();
        let mut bodies = Vec::new();
        letter.senders = senders.iter().map(|p| party(flow, p, &hits, &mut bodies)).collect();
        letter.addressees = addressees.iter().map(|p| party(flow, p, &hits, &mut bodies)).collect();
    } else if let Some(flow) = &common.opening {
        read_opening(flow, &mut letter);
    } else if let Some((flow, (from, to))) =
        common.frame.iter().find_map(|flow| Some((flow, exchange_parties(&flow.text)?)))
    {
        letter.senders = parties_of(flow, from);
        letter.addressees = parties_of(flow, to);
    } else {
        read_frame(reader.source, &common.letterhead, &common.addresses, &mut letter);
    }
    if letter.document_date.is_none()
        && (letter.title.is_none() || letter.masthead == Masthead::default())
    {
        letter.document_date = common.letterhead.iter().chain(&common.frame).find_map(frame_date);
    }
    read_purpose(flows, &mut letter);
    let unsigned_by_rule = matches!(kind, Kind::NoteVerbale | Kind::Note);
    if letter.signatories.is_empty() && !unsigned_by_rule {
        reader.diagnostics.push(Diagnostic::new(
            DiagnosticCode::MissingSignature,
            Severity::Warning,
            "this letter has no signature that could be read",
            letter.title.as_ref().map(|title| title.span),
        ));
    }
    match kind {
        Kind::IdenticalLetters => Document::IdenticalLetters(letter),
        Kind::NoteVerbale => Document::NoteVerbale(letter),
        Kind::Note => Document::Note(letter),
        _ => Document::Letter(letter),
    }
}

fn read_heading(reader: &mut Reader<'_>, flow: &Flow, letter: &mut Letter) {
    let hits = names(&flow.text);
    let Some(found) = heading(&flow.text, &hits) else {
        reader.diagnostics.push(Diagnostic::new(
            DiagnosticCode::HeadingNotUnderstood,
            Severity::Warning,
            "the heading does not say in a known form who writes to whom",
            Some(flow.span()),
        ));
        return;
    };
    let mut dates = found.dates.into_iter().map(|(range, date)| {
        let Printed { printed, span } = flow.printed(range);
        PrintedDate { date, printed, span }
    });
    if let Some(date) = dates.next() {
        letter.document_date = Some(date);
        letter.further_dates = dates.collect();
    }
    let mut bodies = Vec::new();
    letter.senders =
        found.senders.iter().map(|reading| party(flow, reading, &hits, &mut bodies)).collect();
    letter.addressees =
        found.addressees.iter().map(|reading| party(flow, reading, &hits, &mut bodies)).collect();
    letter.transmits = found.transmits.map(|range| flow.printed(range));
}

/// Reads who writes to whom in the opening of a note that has no heading.
fn read_opening(flow: &Flow, letter: &mut Letter) {
    let hits = names(&flow.text);
    let Some((senders, addressees)) = opening_parties(&flow.text, &hits) else { return };
    let mut bodies = Vec::new();
    letter.senders = senders.iter().map(|p| party(flow, p, &hits, &mut bodies)).collect();
    letter.addressees = addressees.iter().map(|p| party(flow, p, &hits, &mut bodies)).collect();
    for party in letter.senders.iter_mut().chain(&mut letter.addressees) {
        without_united_nations(party);
    }
    // A ministry that does not say of what State it is speaks for its Government.
    if let [sender] = letter.senders.as_mut_slice()
        && sender.state.is_none()
        && sender.office.as_ref().is_some_and(|office| is_ministry(&office.name))
        && let Some((range, state)) = government(&flow.text, &hits)
    {
        sender.state = Some(member_state(flow, range, state));
    }
}

/// Gives an officer of the United Nations the name of the office alone, where the page says of what it
/// is one: `Secretary-General of the United Nations`.
fn without_united_nations(party: &mut Party) {
    const OF: &str = " of the United Nations";
    let Some(office) = &mut party.office else { return };
    let printed = office.printed.as_str();
    let tail = printed.len().checked_sub(OF.len()).and_then(|at| printed.get(at..));
    if !tail.is_some_and(|tail| tail.eq_ignore_ascii_case(OF)) {
        return;
    }
    let listed = office_at(printed, 0).filter(|listed| listed.len == printed.len());
    let Some(listed) = listed else { return };
    listed.name.clone_into(&mut office.name);
    if party.printed == office.printed {
        party.name.clone_from(&office.name);
    }
}

fn is_ministry(office: &str) -> bool {
    ["Ministry", "MINISTRY", "Department", "DEPARTMENT"].iter().any(|noun| office.starts_with(noun))
}

/// Reads what the paragraphs say of the letter itself: for whom it speaks, what shall be done with
/// it. `flows` are those of its blocks.
fn read_purpose(flows: &[Flow], letter: &mut Letter) {
    const LONGEST: usize = 4000;
    let blocks = letter.content.blocks.iter().zip(flows);
    let mut paragraphs = 0;
    for (block, flow) in blocks {
        if block.kind != BlockKind::Paragraph || flow.text.len() > LONGEST {
            continue;
        }
        paragraphs += 1;
        if paragraphs <= 2 {
            letter.capacity =
                letter.capacity.take().or_else(|| capacity(&flow.text).map(|r| flow.printed(r)));
            letter.on_behalf_of = letter
                .on_behalf_of
                .take()
                .or_else(|| on_behalf_of(&flow.text).map(|range| flow.printed(range)));
        }
        if let Some(found) = circulation(&flow.text).filter(|found| !found.bodies.is_empty()) {
            let Printed { printed, span } = flow.printed(found.range);
            let bodies = found.bodies.into_iter();
            let items = found.agenda_items.into_iter().map(|range| {
                let Printed { printed, span } = flow.printed(range);
                AgendaItem { number: printed.clone(), printed, span }
            });
            letter.circulation = Some(CirculationRequest {
                bodies: bodies.map(|(range, body)| organization(flow, range, body)).collect(),
                agenda_items: items.collect(),
                printed,
                span,
            });
        }
    }
}

/// Completes the senders by the heading as an annex repeats it ("Annex to the letter dated ..."),
/// where the copy of the heading itself has lost their States.
pub(crate) fn complete(letter: &mut Letter, label: &Flow) {
    let Some((_, at)) =
        label.text.split_once(" to the ").map(|(head, rest)| (head, label.text.len() - rest.len()))
    else {
        return;
    };
    if letter.senders.iter().all(|sender| sender.state.is_some()) {
        return;
    }
    let repeated = &label.text[at..];
    let hits = names(repeated);
    let Some(found) = heading(repeated, &hits) else { return };
    if found.senders.len() != letter.senders.len() {
        return;
    }
    for (sender, reading) in letter.senders.iter_mut().zip(found.senders) {
        let office = sender.office.as_ref().map(|office| office.printed.as_str());
        let same = reading.office.is_some_and(|range| Some(&repeated[range]) == office);
        if let Some((range, state)) = reading.state.filter(|_| same && sender.state.is_none()) {
            let range = at + range.start..at + range.end;
            sender.state = Some(member_state(label, range, state));
        }
    }
}

/// Reads who writes to whom in the frame of a letter without heading: the signature and the
/// letterhead say who writes, the address who is written to.
fn read_frame(source: &str, letterhead: &[Flow], addresses: &[Flow], letter: &mut Letter) {
    let state = letterhead.iter().find_map(|flow| {
        names(&flow.text).into_iter().find_map(|hit| match hit.named {
            Named::State(state) => Some(member_state(flow, hit.range, state)),
            _ => None,
        })
    });
    for signatory in &letter.signatories {
        // The rank says nothing of the office.
        let is_rank =
            |title: &str| office_at(title, 0).is_some_and(|office| office.name == "Ambassador");
        let office =
            |title: &&Printed| office_length(&title.printed).is_some() && !is_rank(&title.printed);
        let Some(title) = signatory.titles.iter().find(office) else { continue };
        let flow = Flow::of(source, title.span);
        let whole = office_at(&flow.text, 0).map(|_| flow.text.len());
        let end = whole.or_else(|| office_length(&flow.text)).unwrap_or(flow.text.len());
        letter.senders.extend(parties_of(&flow, 0..end));
    }
    if letter.senders.is_empty() && letter.signatories.is_empty() {
        letter.senders = letterhead.first().map_or_else(Vec::new, |flow| {
            let hits = names(&flow.text);
            let end = hits.iter().map(|hit| hit.range.end).max().unwrap_or(flow.text.len());
            parties_of(flow, 0..end)
        });
    }
    for sender in &mut letter.senders {
        sender.state = sender.state.take().or_else(|| state.clone());
    }
    for flow in addresses {
        if let Some(office) = addressee_office(&flow.text) {
            letter.addressees.extend(addressees(source, flow, office));
        }
    }
}

/// The date in a short line of the frame, which may hold numbers and names beside it.
///
/// Behind a word in lower case ("of 3 May") it is the date of something else.
pub(super) fn frame_date(flow: &Flow) -> Option<PrintedDate> {
    let Some(found) = dates_in(&flow.text).into_iter().next() else {
        let (range, date) = first_date(&flow.text, 0)?;
        let Printed { printed, span } = flow.printed(range);
        return Some(PrintedDate { date, printed, span });
    };
    let (range, date) = found.dates.first().map(|(range, date, ..)| (range.clone(), *date))?;
    date.day()?;
    let before = flow.text[..range.start].trim_end().rsplit(' ').next().unwrap_or("");
    if ["of", "OF", "and", "AND", "dated", "on"].contains(&before) {
        return None;
    }
    let printed = flow.printed(range);
    Some(PrintedDate { date, printed: printed.printed, span: printed.span })
}
