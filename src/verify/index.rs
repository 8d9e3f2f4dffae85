//! Spans that can be asked what overlaps them.

use crate::span::Span;

/// The spans of a list, by place; each known by its position in the list.
pub(super) struct Index {
    spans: Vec<(Span, usize)>,
    /// The farthest end up to each span.
    reach: Vec<u32>,
}

impl Index {
    /// How many are looked at; more overlap nowhere but in what is made to take time.
    const CROWD: usize = 1024;

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

    /// The positions of those that share a byte with a span, by place; of a crowd the first ones.
    pub(super) fn overlapping(&self, span: Span) -> impl Iterator<Item = (usize, Span)> + '_ {
        let first = self.reach.partition_point(|end| *end <= span.start);
        let here = self.spans[first..].iter().take_while(move |(other, _)| other.start < span.end);
        let here = here.take(Self::CROWD).filter(move |(other, _)| other.end > span.start);
        here.map(|(other, at)| (*at, *other))
    }
}
