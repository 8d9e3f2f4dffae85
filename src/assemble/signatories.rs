//! Signatories of a part, out of its blocks of signatures.

use std::ops::Range;

use crate::block::{
    RawBlock, SignatureReading, columns, line_ranges, marks, names_below, parties_in, signature,
};
use crate::gazetteer::Named;
use crate::inline::{member_state, names};
use crate::model::Signatory;
use crate::span::Span;
use crate::text::{Flow, Hyphens, Line};

/// Reads who signs in a block: one person, or several side by side.
pub(super) fn signatories(source: &str, hyphens: &Hyphens<'_>, raw: &RawBlock) -> Vec<Signatory> {
    let several = raw.lines.first().is_some_and(|line| marks(line.text(source)).len() > 1);
    if !several {
        return vec![signatory(&raw.flow, &line_ranges(source, &raw.flow.text, &raw.lines))];
    }
    let columns = columns(source, &raw.lines);
    columns
        .into_iter()
        .map(|column| {
            let lines: Vec<Line> = column.into_iter().map(cell).collect();
            let flow = Flow::join(&lines, &[], hyphens);
            let ranges = line_ranges(source, &flow.text, &lines);
            signatory(&flow, &ranges)
        })
        .collect()
}

/// A stretch of the source as a line.
fn cell(range: Range<usize>) -> Line {
    let width = range.len() as u32;
    Line { span: Span::new(range.start, range.end), indent: 0, width, gap: 0, new_page: false }
}

/// Reads the signature in a flow, given with the range that each of its lines takes in it.
fn signatory(flow: &Flow, lines: &[Range<usize>]) -> Signatory {
    let SignatureReading { mark, name, titles } = signature(&flow.text, lines);
    let in_title = |range: &Range<usize>| {
        titles.iter().any(|title| title.start <= range.start && range.end <= title.end)
    };
    let state = names(&flow.text).into_iter().find_map(|hit| match hit.named {
        Named::State(state) if in_title(&hit.range) => {
            Some(member_state(flow, hit.range.clone(), state))
        }
        _ => None,
    });
    Signatory {
        mark: mark.map(|range| flow.printed(range)),
        name: name.map(|range| flow.printed(range)),
        titles: titles.into_iter().map(|range| flow.printed(range)).collect(),
        state,
        on_behalf_of: None,
        span: flow.span(),
    }
}

/// Reads the names below a row of parties; a single one is signed for the one party.
pub(super) fn table_signatories(source: &str, raw: &RawBlock) -> Vec<Signatory> {
    let Some((first, below)) = raw.lines.split_first() else { return Vec::new() };
    let parties = parties_in(first.text(source));
    let for_whom = (parties == 1).then(|| {
        let span = Span { start: first.span.start + "For ".len() as u32, end: first.span.end };
        Flow::of(source, span)
    });
    let state = for_whom.as_ref().and_then(|flow| {
        names(&flow.text).into_iter().find_map(|hit| match hit.named {
            Named::State(state) => Some(member_state(flow, hit.range, state)),
            _ => None,
        })
    });
    let on_behalf_of = for_whom.map(|flow| flow.all_printed());
    let mut signatories = Vec::new();
    for line in below {
        for range in names_below(line.text(source), parties) {
            let start = line.span.start as usize;
            let span = Span::new(start + range.start, start + range.end);
            signatories.push(Signatory {
                mark: None,
                name: Some(Flow::of(source, span).all_printed()),
                titles: Vec::new(),
                state: state.clone(),
                on_behalf_of: on_behalf_of.clone(),
                span: raw.flow.span(),
            });
        }
    }
    signatories
}
