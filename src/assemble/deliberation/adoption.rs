//! Who adopted a text, when, at which meeting and how.

use std::ops::Range;

use crate::block::organ as organ_range;
use crate::gazetteer::{Named, OrganizationKind};
use crate::inline::{names, organization};
use crate::model::{Adoption, Meeting, Organization, Printed};
use crate::text::Flow;

use super::heading::first_date;
use super::{organ, vote};

/// Reads `Resolution adopted by the General Assembly on 3 May 2031` and its kin, and
/// `At the 12th meeting of the Security Council, held on 3 May 2031, ...`.
pub(super) fn adopted_by(flow: &Flow, adoption: &mut Adoption) {
    adoption.date = first_date(flow, 0).or_else(|| adoption.date.take());
    adoption.meeting = meeting(flow, 0).or_else(|| adoption.meeting.take());
    adoption.reference = adoption.reference.take().or_else(|| running_reference(flow));
    manner(flow, adoption);
}

/// Reads `Adopted at the 12th meeting by 9 votes to none`, `12th plenary meeting / 3 May 2031`.
pub(super) fn closing(flow: &Flow, adoption: &mut Adoption) {
    if adoption.date.is_none() {
        adoption.date = first_date(flow, 0);
    }
    if adoption.meeting.is_none() {
        adoption.meeting = meeting(flow, 0);
    }
    if adoption.reference.is_none() {
        adoption.reference = running_reference(flow);
    }
    manner(flow, adoption);
}

/// Reads a note to the closing line: `Adopted without vote.`, `One member did not participate.`
pub(super) fn noted(flow: &Flow, adoption: &mut Adoption) {
    match &mut adoption.vote {
        Some(vote) => vote::non_voting(flow, vote),
        None => manner(flow, adoption),
    }
}

/// What a sentence says that the text was adopted on, up to the symbol in parentheses.
fn running_reference(flow: &Flow) -> Option<Printed> {
    let text = flow.text.as_str();
    let start = ["on the recommendation of ", "on the report of "]
        .iter()
        .filter_map(|words| text.find(words))
        .min()?;
    let end = start + text[start..].find(')')? + 1;
    text[start..end].contains('(').then(|| flow.printed(start..end))
}

fn manner(flow: &Flow, adoption: &mut Adoption) {
    let lower = flow.text.to_lowercase();
    adoption.unanimous |= lower.contains("unanimous");
    adoption.without_a_vote |= ["without a vote", "without vote", "consensus", "acclamation"]
        .iter()
        .any(|words| lower.contains(words));
    if adoption.vote.is_none() {
        adoption.vote = vote::vote(flow);
    }
}

/// The first meeting that the text names by its number.
fn meeting(flow: &Flow, from: usize) -> Option<Meeting> {
    let text = flow.text.as_str();
    text[from..].match_indices(|c: char| c.is_ascii_digit()).find_map(|(at, _)| {
        let at = from + at;
        if text[..at].ends_with(|c: char| c.is_alphanumeric()) {
            return None;
        }
        let rest = &text[at..];
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: u32 = rest[..digits].parse().ok()?;
        let rest = ["st", "nd", "rd", "th"].iter().find_map(|e| rest[digits..].strip_prefix(e))?;
        let lower = rest.get(..40).unwrap_or(rest).to_lowercase();
        // "meet- ing" of a column's end.
        let end = ["meetings", "meeting", "meet- ing", "mtg."]
            .iter()
            .find_map(|noun| lower.find(noun).map(|i| i + noun.len()))?;
        let between = lower[..end].split(' ').filter(|word| !word.is_empty()).count();
        (between <= 5).then(|| {
            let end = text.len() - rest.len() + end;
            let printed = flow.printed(at..end);
            Meeting { number, printed: printed.printed, span: printed.span }
        })
    })
}

/// The words in the brackets of a reference.
pub(super) fn reference(flow: &Flow) -> Printed {
    let text = flow.text.as_str();
    let inner = text.trim_matches(|c: char| matches!(c, '[' | ']' | '*' | '_' | ' '));
    let start = text.find(inner).unwrap_or(0);
    flow.printed(start..start + inner.len())
}

/// The organ of an enacting line.
pub(in crate::assemble) fn enacting_organ(flow: &Flow) -> Option<Organization> {
    organ_range(&flow.text).map(|range| organ(flow, range))
}

/// The first organ that a text names.
pub(super) fn organ_named(flow: &Flow) -> Option<Organization> {
    names(&flow.text).into_iter().find_map(|hit| match hit.named {
        Named::Organization(found)
            if matches!(
                found.kind(),
                OrganizationKind::PrincipalOrgan | OrganizationKind::SubsidiaryBody
            ) =>
        {
            Some(organization(flow, hit.range, found))
        }
        _ => None,
    })
}

/// The title of the agenda item that a presidential statement was made on.
pub(super) fn item(flow: &Flow) -> Option<Printed> {
    let text = flow.text.as_str();
    let after = text.find(" item ")? + " item ".len();
    let quote = |c: char| matches!(c, '“' | '”' | '"' | '«' | '»');
    let open = after + text[after..].find(quote)?;
    let start = open + text[open..].chars().next()?.len_utf8();
    let end = start + text[start..].find(quote)?;
    let title: Range<usize> = start..end;
    Some(flow.printed(title))
}
