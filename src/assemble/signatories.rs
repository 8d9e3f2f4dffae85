//! Signatories of a part, out of its blocks of signatures.

use std::ops::Range;

use crate::block::{
    Piece, RawBlock, SignatureReading, Signer, columns, line_ranges, signature, signatures, signers,
};
use crate::gazetteer::Named;
use crate::inline::{member_state, names};
use crate::model::Signatory;
use crate::span::Span;
use crate::text::{Flow, Hyphens, Line, Signs, ends_open};

/// Reads who signs in a block: one person, or several side by side.
pub(super) fn signatories(source: &str, hyphens: &Hyphens<'_>, raw: &RawBlock) -> Vec<Signatory> {
    let several = raw.lines.first().is_some_and(|line| signatures(line.text(source)).len() > 1);
    if !several {
        return vec![signatory(&raw.flow, &line_ranges(source, &raw.flow.text, &raw.lines))];
    }
    let columns = columns(source, &raw.lines);
    columns
        .into_iter()
        .map(|column| {
            let lines: Vec<Line> = column.into_iter().map(|range| cell(source, range)).collect();
            let flow = Flow::join(&lines, &[], hyphens);
            let ranges = line_ranges(source, &flow.text, &lines);
            signatory(&flow, &ranges)
        })
        .collect()
}

/// A stretch of the source as a line.
pub(super) fn cell(source: &str, range: Range<usize>) -> Line {
    let (width, span) = (range.len() as u32, Span::new(range.start, range.end));
    let signs = Signs::of(span.slice(source));
    Line { span, indent: 0, width, gap: 0, new_page: false, signs }
}

/// Reads the signature in a flow, given with the range that each of its lines takes in it.
fn signatory(flow: &Flow, lines: &[Range<usize>]) -> Signatory {
    let SignatureReading { party, mark, name, titles } = signature(&flow.text, lines);
    // "Committee established pursuant to resolution 1 (2031) concerning Norway"
    let is_subject = |title: &str| {
        let title = title.trim_end();
        let title = title.strip_suffix(" the").unwrap_or(title);
        ["concerning", "regarding", "on"].iter().any(|word| title.ends_with(word))
    };
    let in_title = |range: &Range<usize>| {
        let says = titles.iter().chain(&party);
        says.into_iter().any(|words| {
            words.start <= range.start
                && range.end <= words.end
                && !is_subject(&flow.text[words.start..range.start])
        })
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
        on_behalf_of: party.map(|range| flow.printed(range)),
        span: flow.span(),
    }
}

/// Reads the names below a row of parties, each with the party that it is signed for.
pub(super) fn table_signatories(
    source: &str,
    hyphens: &Hyphens<'_>,
    raw: &RawBlock,
) -> Vec<Signatory> {
    let lines: Vec<&str> = raw.lines.iter().map(|line| line.text(source)).collect();
    let place = |(at, range): &Piece| {
        let start = raw.lines[*at].span.start as usize;
        start + range.start..start + range.end
    };
    let flow = |piece: &Piece| Flow::join(&[cell(source, place(piece))], &[], hyphens);
    let joined = |pieces: &[Piece]| {
        let lines: Vec<Line> = pieces.iter().map(|piece| cell(source, place(piece))).collect();
        Flow::join(&lines, &[], hyphens)
    };
    let signatory = |Signer { party, mark, name, titles }: Signer| {
        let party = joined(&party);
        let state = names(&party.text).into_iter().find_map(|hit| match hit.named {
            Named::State(state) => Some(member_state(&party, hit.range, state)),
            _ => None,
        });
        // What has other columns between its parts is not one form.
        let whole = party.segments.len() == 1 && !ends_open(&party.text);
        Signatory {
            mark: mark.map(|piece| flow(&piece).all_printed()),
            name: Some(flow(&name).all_printed()),
            titles: titles.iter().map(|title| joined(title).all_printed()).collect(),
            state,
            on_behalf_of: whole.then(|| party.all_printed()),
            span: raw.flow.span(),
        }
    };
    signers(&lines).into_iter().map(signatory).collect()
}
