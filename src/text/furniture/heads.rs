//! Running heads: what later pages repeat of the first one, the symbol or a short title.

use std::collections::HashSet;
use std::ops::Range;

use super::forms::is_symbol;
use crate::model::FurnitureKind;
use crate::text::{Line, Signs};

/// The front of a text: its first lines, which later pages repeat.
const FRONT: usize = 48;
/// A shorter line says too little to be known again.
const SHORTEST: usize = 18;

/// Marks symbols that stand alone a second time, or at the head of a page.
pub(super) fn symbols(source: &str, lines: &[Line], kinds: &mut [Option<FurnitureKind>]) {
    let mut seen: HashSet<&str> = HashSet::new();
    for (at, line) in lines.iter().enumerate() {
        let text = line.text(source);
        let stroke = line.signs.may_hold(Signs::STROKE);
        if stroke && kinds[at].is_none() && is_symbol(text) {
            // The first time a symbol stands alone it is the masthead's.
            let repeated = !seen.insert(text) || (line.new_page && at > 0);
            if repeated {
                kinds[at] = Some(FurnitureKind::RunningHead);
            }
        } else if at < FRONT && text.len() < 400 && stroke {
            seen.extend(text.split_whitespace().filter(|token| is_symbol(token)));
        }
    }
}

/// Marks lines beside other furniture, or at the head of a page, that say what the front says: the
/// title of the paper over its pages.
pub(super) fn titles(source: &str, lines: &[Line], kinds: &mut [Option<FurnitureKind>]) {
    use FurnitureKind::{BarCode, JobNumber, PageNumber, RunningHead};
    let edge = |kind: Option<FurnitureKind>| {
        matches!(kind, Some(BarCode | JobNumber | PageNumber | RunningHead))
    };
    let first = (1..lines.len()).find(|&at| lines[at].new_page || edge(kinds[at]));
    let Some(first) = first.filter(|&at| at > 3) else { return };
    if !(first..lines.len()).any(|at| lines[at].new_page || edge(kinds[at])) {
        return;
    }
    let front = Front::of(source, &lines[..first.min(FRONT)]);
    // Down from an edge, then up to one.
    let mut titled = usize::MAX;
    let mut place = 0..0;
    for at in first..lines.len() {
        // Below a blank line under the title the text begins, whatever it says.
        let apart = titled == at - 1 && lines[at].gap > 0;
        let beside = lines[at].new_page || (edge(kinds[at - 1]) && !apart);
        if kinds[at].is_none()
            && beside
            && let Some(found) = front.repeated(lines[at].text(source), &place)
        {
            kinds[at] = Some(RunningHead);
            (titled, place) = (at, found);
        }
    }
    place = 0..0;
    for at in (first..lines.len().saturating_sub(1)).rev() {
        let heads = kinds[at + 1] == Some(RunningHead) && !lines[at + 1].new_page;
        let pages = lines[at].new_page || lines[at].gap > 0 || edge(kinds[at - 1]);
        if !heads {
            place = 0..0;
        }
        if kinds[at].is_none()
            && heads
            && pages
            && let Some(found) = front.repeated(lines[at].text(source), &place)
        {
            kinds[at] = Some(RunningHead);
            place = found;
        }
    }
}

/// What the front says, its lines as one text.
struct Front {
    text: String,
    /// Where its lines begin.
    starts: Vec<usize>,
}

impl Front {
    fn of(source: &str, lines: &[Line]) -> Self {
        let mut front = Front { text: String::new(), starts: Vec::new() };
        for line in lines.iter().filter(|line| line.span.len() < 400) {
            let (text, start) = (line.text(source), front.text.len());
            front.starts.push(start);
            // `78/328.  Title`
            if let Some((_, title)) = text.split_once(". ").filter(|(n, _)| is_number(n)) {
                front.starts.push(start + text.len() - title.trim_start().len());
            }
            front.text.push_str(text);
            front.text.push(' ');
        }
        front
    }

    /// Where the front says what a line repeats: from the beginning of a line of its own, or right
    /// beside the place that the neighbouring line repeats.
    fn repeated(&self, line: &str, beside: &Range<usize>) -> Option<Range<usize>> {
        if line.len() > 400 || line.ends_with([',', ';']) {
            return None;
        }
        let mut place = None;
        for column in line.split("   ").map(str::trim) {
            if column.is_empty() || is_symbol(column) {
                continue;
            }
            let found = memchr::memmem::find_iter(self.text.as_bytes(), column)
                .map(|at| at..at + column.len())
                .find(|found| {
                    self.starts.binary_search(&found.start).is_ok()
                        || found.start == beside.end + 1
                        || found.end + 1 == beside.start
                })?;
            if column.len() >= SHORTEST || place.is_none() {
                place = Some(found);
            }
        }
        place.filter(|place| place.len() >= SHORTEST)
    }
}

/// The number of a resolution: `78/328`.
fn is_number(text: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || byte == b'/';
    text.len() < 12 && text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(digit)
}
