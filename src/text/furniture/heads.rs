//! Running heads: what later pages repeat of the first one, the symbol or a short title.

use std::collections::HashSet;

use super::forms::is_symbol;
use crate::model::FurnitureKind;
use crate::text::Line;

/// The front of a text: its first lines, which later pages repeat.
const FRONT: usize = 48;
/// A shorter line says too little to be known again.
const SHORTEST: usize = 18;

/// Marks symbols that stand alone a second time, or at the head of a page.
pub(super) fn symbols(source: &str, lines: &[Line], kinds: &mut [Option<FurnitureKind>]) {
    let mut seen: HashSet<&str> = HashSet::new();
    for (at, line) in lines.iter().enumerate() {
        let text = line.text(source);
        if kinds[at].is_none() && is_symbol(text) {
            // The first time a symbol stands alone it is the masthead's.
            let repeated = !seen.insert(text) || (line.new_page && at > 0);
            if repeated {
                kinds[at] = Some(FurnitureKind::RunningHead);
            }
        } else if at < FRONT && text.len() < 400 {
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
    let front = joined(source, &lines[..first.min(FRONT)]);
    let repeats = |at: usize, length: usize| {
        let text = lines[at].text(source);
        if text.len() > 400 || text.ends_with([',', ';']) {
            return false;
        }
        let mut columns = text.split("   ").map(str::trim).filter(|column| !column.is_empty());
        let one = columns.clone().any(|column| column.len() >= length && !is_symbol(column));
        one && columns.all(|column| is_symbol(column) || front.contains(column))
    };
    // Down from an edge, then up to one.
    let mut titled = usize::MAX;
    for at in first..lines.len() {
        // Below a blank line under the title the text begins, whatever it says.
        let apart = titled == at - 1 && lines[at].gap > 0;
        let beside = lines[at].new_page || (edge(kinds[at - 1]) && !apart);
        if kinds[at].is_none() && beside && repeats(at, SHORTEST) {
            kinds[at] = Some(RunningHead);
            titled = at;
        }
    }
    for at in (first..lines.len().saturating_sub(1)).rev() {
        let heads = kinds[at + 1] == Some(RunningHead) && !lines[at + 1].new_page;
        let pages = lines[at].new_page || lines[at].gap > 0 || edge(kinds[at - 1]);
        if kinds[at].is_none() && heads && pages && repeats(at, SHORTEST) {
            kinds[at] = Some(RunningHead);
        }
    }
}

fn joined(source: &str, lines: &[Line]) -> String {
    let mut joined = String::new();
    for line in lines.iter().filter(|line| line.span.len() < 400) {
        joined.push(' ');
        joined.push_str(line.text(source));
    }
    joined
}
