//! Sponsors of drafts.
//!
//! ```text
//! sponsors = [ sponsor , { ( "," | "and" ) , sponsor } , ":" , [ "*" ] ] , noun
//! ```
//!
//! Editorial Manual: sponsors stand in English alphabetical order before a colon.

use crate::gazetteer::Named;
use crate::inline::{member_state, names};
use crate::model::Sponsor;
use crate::text::Flow;

/// Reads the line of sponsors.
pub(super) fn sponsors(flow: &Flow) -> Vec<Sponsor> {
    let text = flow.text.as_str();
    let Some(colon) = text.rfind(':') else {
        return Vec::new();
    };
    let list = &text[..colon];
    let states: Vec<Sponsor> = names(list)
        .into_iter()
        .filter_map(|hit| match hit.named {
            Named::State(state) => {
                let state = member_state(flow, hit.range, state);
                Some(Sponsor {
                    name: state.short_name.clone(),
                    printed: state.printed.clone(),
                    span: state.span,
                    on_behalf_of: None,
                    state: Some(state),
                })
            }
            _ => None,
        })
        .collect();
    if !states.is_empty() {
        return states;
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
