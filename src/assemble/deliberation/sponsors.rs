//! Sponsors of drafts.
//!
//! ```text
//! sponsors = [ sponsor , { ( "," | "and" ) , sponsor } , ":" , [ "*" ] ] , noun
//! sponsor  = State , [ "*" ] , [ "(" , "on behalf of" , words , ")" | ", on behalf of" , words ]
//! note     = "*" , [ "Submitted" ] , "On behalf of" , words , "."
//! ```
//!
//! Editorial Manual: sponsors stand in English alphabetical order before a colon; for whom one of
//! them submits the draft is said in a note to its name.

use std::ops::Range;

use crate::gazetteer::Named;
use crate::inline::{member_state, names};
use crate::model::{NoteMark, Printed, Sponsor};
use crate::text::Flow;

use super::super::Note;

/// Reads the line of sponsors.
pub(super) fn sponsors(flow: &Flow) -> Vec<Sponsor> {
    let text = flow.text.as_str();
    let Some(colon) = text.rfind(':') else {
        return Vec::new();
    };
    let list = &text[..colon];
    let principals = principals(list);
    let inside = |at: usize| principals.iter().any(|words| words.contains(&at));
    let mut sponsors: Vec<(usize, Sponsor)> = Vec::new();
    for hit in names(list) {
        let Named::State(state) = hit.named else { continue };
        if inside(hit.range.start) {
            continue;
        }
        let end = hit.range.end;
        let state = member_state(flow, hit.range, state);
        sponsors.push((
            end,
            Sponsor {
                name: state.short_name.clone(),
                printed: state.printed.clone(),
                span: state.span,
                on_behalf_of: None,
                state: Some(state),
            },
        ));
    }
    for words in principals {
        let above = sponsors.iter_mut().rev().find(|(end, _)| *end <= words.start);
        if let Some((_, sponsor)) = above {
            sponsor.on_behalf_of = Some(flow.printed(words));
        }
    }
    if !sponsors.is_empty() {
        return sponsors.into_iter().map(|(_, sponsor)| sponsor).collect();
    }
    let printed = flow.printed(0..list.trim_end_matches('*').len());
    if printed.printed.is_empty() {
        return Vec::new();
    }
    vec![Sponsor {
        state: None,
        name: printed.printed.clone(),
        on_behalf_of: None,
        printed: printed.printed,
        span: printed.span,
    }]
}

/// The words behind "on behalf of" in a list of sponsors, up to the bracket or the list's end.
fn principals(list: &str) -> Vec<Range<usize>> {
    const WORDS: &str = "on behalf of ";
    let places = list.match_indices(WORDS);
    let found = places.map(|(at, _)| {
        let start = at + WORDS.len();
        let bracket = list[..at].ends_with('(');
        let end = if bracket { list[start..].find(')') } else { None };
        start..end.map_or(list.len(), |end| start + end)
    });
    found.collect()
}

/// Says for whom sponsors submit the draft, by the notes to their names: each mark belongs to the
/// sponsor that stands before it.
pub(super) fn principals_in_notes(sponsors: &mut [Sponsor], marks: &[NoteMark], notes: &[Note]) {
    for mark in marks {
        let note = notes.iter().find(|note| note.marker == mark.marker);
        let Some(principal) = note.and_then(|note| principal(&note.flow)) else { continue };
        let mut above = sponsors.iter_mut().rev();
        if let Some(sponsor) = above.find(|sponsor| sponsor.span.end <= mark.span.start) {
            sponsor.on_behalf_of = Some(principal);
        }
    }
}

/// Whom a note names: "On behalf of the States that are members of the Group of 77 and China."; what
/// is added behind a comma is not the name.
fn principal(note: &Flow) -> Option<Printed> {
    let text = note.text.as_str();
    let start = ["On behalf of ", "Submitted on behalf of ", "Also on behalf of "]
        .iter()
        .find_map(|opening| text.strip_prefix(opening))
        .map(|rest| text.len() - rest.len())?;
    let end = text[start..].find([',', '.', ';']).map_or(text.len(), |end| start + end);
    Some(note.printed(start..end))
}
