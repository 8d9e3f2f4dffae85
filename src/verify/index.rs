//! Spans that can be asked what overlaps them.

use crate::span::Span;

/// The spans of a list, by place; each known by its position in the list.
pub(super) struct Index {
    spans: Vec<(Span, usize)>,
    /// The farthest end up to each span.
    reach: Vec<u32>,
}

impl Index {
    pub(super) fn of(spans: impl Iterator<Item = Option<Span>>) -> Self {
        let mut spans: Vec<(Span, usize)> =
            spans.enumerate().filter_map(|(at, span)| Some((span?, at))).collect();
        spans.sort_unstable();
        let mut farthest = 0;
        let reach = spans
            .iter()
            .map(|(span, _)| {
                farthest = farthest.max(span.end);
                farthest
            })
            .collect();
        Index { spans, reach }
    }

    /// The positions of all that share a byte with a span, by place.
    pub(super) fn overlapping(&self, span: Span) -> impl Iterator<Item = (usize, Span)> + '_ {
        let first = self.reach.partition_point(|end| *end <= span.start);
        let here = self.spans[first..].iter().take_while(move |(other, _)| other.start < span.end);
        here.filter(move |(other, _)| other.end > span.start).map(|(other, at)| (*at, *other))
    }
}
