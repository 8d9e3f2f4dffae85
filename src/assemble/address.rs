//! The address of a letter as one text, without what a copy has put between its lines.
//!
//! A copy in Markdown has each line in emphasis (`*H.E. Ada Byron* *Oslo*`); an extraction may run
//! them into each other (`His ExcellencyThe Minister`).

use std::ops::Range;

use super::parties::parties_of;
use super::signatories::cell;
use crate::block::RawBlock;
use crate::model::Party;
use crate::text::{Flow, Hyphens, Line};

/// Joins the lines of an address.
pub(super) fn address(source: &str, hyphens: &Hyphens<'_>, raw: &RawBlock) -> Flow {
    let pieces: Vec<Line> = raw
        .lines
        .iter()
        .flat_map(|line| {
            let start = line.span.start as usize;
            let pieces = pieces(line.text(source)).into_iter();
            pieces.map(move |piece| cell(source, start + piece.start..start + piece.end))
        })
        .collect();
    if pieces.len() == raw.lines.len() {
        raw.flow.clone()
    } else {
        Flow::join(&pieces, &[], hyphens)
    }
}

/// The parties in a range of an address. What they have printed is as it stands in the source, with the
/// marks between its lines; their names are without.
pub(super) fn addressees(source: &str, address: &Flow, range: Range<usize>) -> Vec<Party> {
    let mut parties = parties_of(address, range);
    for party in &mut parties {
        let Party { office, state, organization, accredited_to, printed, span, .. } = party;
        let office = office.as_mut().map(|office| (&mut office.printed, office.span));
        let state = state.as_mut().map(|state| (&mut state.printed, state.span));
        let bodies = [organization, accredited_to].into_iter().flatten();
        let bodies = bodies.map(|body| (&mut body.printed, body.span));
        let all = office.into_iter().chain(state).chain(bodies).chain([(printed, *span)]);
        for (printed, span) in all {
            let stands = span.slice(source);
            if stands.contains(['*', '_']) {
                *printed = Flow::of(source, span).text;
            }
        }
    }
    parties
}

/// What stands between marks of emphasis, and between words that are run together.
fn pieces(line: &str) -> Vec<Range<usize>> {
    const SHORTEST: usize = 5;
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut push = |range: Range<usize>| {
        let words = &line[range.clone()];
        let from = range.start + (words.len() - words.trim_start().len());
        if !words.trim().is_empty() {
            pieces.push(from..from + words.trim().len());
        }
    };
    // Letters of the word so far, and whether the last one is small.
    let (mut letters, mut small) = (0, false);
    for (at, c) in line.char_indices() {
        if matches!(c, '*' | '_') {
            push(start..at);
            start = at + c.len_utf8();
        } else if c.is_uppercase() && small && letters >= SHORTEST {
            push(start..at);
            (start, letters) = (at, 0);
        }
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
        small = c.is_lowercase();
    }
    push(start..line.len());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<&str> {
        pieces(line).into_iter().map(|range| &line[range]).collect()
    }

    #[test]
    fn lines_are_told_apart_by_emphasis_and_capitals() {
        assert_eq!(
            read("*H.E. Ada Byron *   *Minister of* *Trade*"),
            ["H.E. Ada Byron", "Minister of", "Trade"]
        );
        assert_eq!(
            read("His ExcellencyThe Secretary GeneralUnited Nations"),
            ["His Excellency", "The Secretary General", "United Nations"]
        );
        for whole in ["Mr. Ada MacByron", "Ms. Ada FitzByron, UNESCO", "Oslo"] {
            assert_eq!(read(whole), [whole]);
        }
    }
}
