//! Records of meetings: how one is known, and where the meeting begins in it.

use crate::block::{
    RawBlock, Shape, is_summary_record, meeting_held, meeting_title, opens_meeting, place_date,
};
use crate::model::{BlockKind, Printed, PrintedDate};

use super::front::DEEPEST_FRONT;
use super::kind::Kind;
use super::part::Part;

/// Blocks between the title of a record and the line that says when the meeting was held.
const FURTHEST: usize = 4;

/// The block that calls a document the record of a meeting: with the line below it that says when the
/// meeting was held, or above the words that open it.
pub(super) fn record_title(blocks: &[RawBlock]) -> Option<usize> {
    let front = &blocks[..blocks.len().min(DEEPEST_FRONT)];
    let opened = front.iter().position(|raw| opens_meeting(&raw.flow.text));
    let above = &front[..opened.unwrap_or(front.len())];
    let is_title = |raw: &RawBlock| {
        let text = raw.flow.text.as_str();
        let named = || meeting_title(text).is_some_and(|end| end == bare(text).len());
        matches!(raw.shape, Shape::Plain | Shape::Deliberative(_)) && named()
    };
    let held = |raw: &RawBlock| {
        let text = raw.flow.text.as_str();
        meeting_held(text).is_some() || place_date(text).is_some_and(|found| found.weekday)
    };
    let titles = || above.iter().enumerate().filter(|(_, raw)| is_title(raw)).map(|(at, _)| at);
    let is_dated = |at: &usize| above.iter().skip(at + 1).take(FURTHEST).any(held);
    let dated = titles().rfind(is_dated);
    dated.or_else(|| opened.and_then(|_| titles().next()))
}

/// A title without the star of a note.
fn bare(text: &str) -> &str {
    let text = text.trim_end_matches(['*', ' ']);
    text.rfind(" (").filter(|_| text.ends_with(')')).map_or(text, |part| &text[..part])
}

/// The kind of a record, by its title and by the symbol above it.
pub(super) fn record_kind(own: &[RawBlock], title: usize) -> Kind {
    let front = own.iter().take(title + 1);
    let summary = front.map(|raw| raw.flow.text.as_str());
    let mut summary = summary.filter(|text| is_summary_record(text) || text.contains("/SR."));
    if summary.next().is_some() { Kind::SummaryRecord } else { Kind::VerbatimRecord }
}

/// What stands in a record above the meeting itself.
pub(super) struct RecordFront {
    /// The block that the meeting begins with.
    opened: usize,
    /// When it was held, where one line says it.
    pub(super) date: Option<PrintedDate>,
}

impl RecordFront {
    /// Reads the front of a record; `None` for what is none.
    pub(super) fn of(part: &Part, blocks: &[RawBlock]) -> Option<RecordFront> {
        if !matches!(part.kind, Kind::VerbatimRecord | Kind::SummaryRecord) {
            return None;
        }
        let opened = blocks.iter().position(|raw| opens_meeting(&raw.flow.text));
        let opened = opened.unwrap_or(blocks.len());
        let date = blocks.iter().take(opened).find_map(|raw| {
            let (range, date) = meeting_held(&raw.flow.text)?.date?;
            let Printed { printed, span } = raw.flow.printed(range);
            Some(PrintedDate { date, printed, span })
        });
        Some(RecordFront { opened, date })
    }

    /// What a block that looks like a paragraph is above the meeting: who was present and what the
    /// agenda was are no paragraphs of the record.
    pub(super) fn kind(&self, at: usize, raw: &RawBlock) -> Option<BlockKind> {
        (at < self.opened).then(|| match raw.shape {
            Shape::Item { .. } => BlockKind::ListItem,
            _ if meeting_held(&raw.flow.text).is_some() => BlockKind::PlaceDate,
            _ => BlockKind::Heading,
        })
    }
}
