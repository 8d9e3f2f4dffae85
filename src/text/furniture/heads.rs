//! Running heads: what later pages repeat of the first one, the symbol or a short title.

use std::collections::HashSet;

use super::forms::is_symbol;
use super::front::{FRONT, Front};
use crate::model::FurnitureKind;
use crate::text::Line;

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
        } else if at < FRONT && text.len() < 400 && text.contains('/') {
            seen.extend(text.split_whitespace().filter(|token| is_symbol(token)));
        }
    }
}

/// Marks lines beside other furniture, or at the head of a page, that say what the front says: the
/// title of the paper over its pages, on one line or several.
///
/// ```text
/// head = edge , title , [ edge ] | title , symbol , [ edge ]
/// ```
pub(super) fn titles(source: &str, lines: &[Line], kinds: &mut [Option<FurnitureKind>]) {
    use FurnitureKind::{BarCode, JobNumber, PageNumber, RunningHead};
    let is_edge = |kind: Option<FurnitureKind>| {
        matches!(kind, Some(BarCode | JobNumber | PageNumber | RunningHead))
    };
    let edge = |at: usize| lines[at].new_page || is_edge(kinds[at]);
    let Some(first) = (4..lines.len()).find(|&at| edge(at)) else { return };
    // The masthead may print a job number too; what begins a later page ends the front.
    let begins =
        |&at: &usize| lines[at].new_page || matches!(kinds[at], Some(PageNumber | RunningHead));
    let joint = (first..lines.len()).find(begins).unwrap_or(first);
    let front = Front::of(source, &lines[..joint.min(FRONT)]);
    let mut at = joint;
    while at < lines.len() {
        let beside = lines[at].new_page || is_edge(kinds[at - 1]);
        let end = if beside { free(lines, kinds, at) } else { at };
        let enclosed = |to: usize| kinds.get(to).is_some_and(|&kind| is_edge(kind));
        let found = (at + 1..=end)
            .rev()
            .find(|&to| front.repeated(source, &lines[at..to], enclosed(to)));
        match found {
            Some(to) => {
                kinds[at..to].fill(Some(RunningHead));
                at = to;
                // Below a blank line under the title the text begins, whatever it says.
                at += usize::from(lines.get(to).is_some_and(|line| line.gap > 0 && !line.new_page));
            }
            None => at += 1,
        }
    }
    for symbol in (first + 1..lines.len()).rev() {
        if kinds[symbol] != Some(RunningHead) || lines[symbol].new_page {
            continue;
        }
        let Some(from) = above(lines, kinds, symbol, is_edge) else { continue };
        let enclosed = kinds.get(symbol + 1).is_some_and(|&kind| is_edge(kind));
        if front.repeated(source, &lines[from..symbol], enclosed) {
            kinds[from..symbol].fill(Some(RunningHead));
        }
    }
}

/// No title takes more lines at the head of a page.
const LONGEST_TITLE: usize = 4;

/// The end of the lines from `at` on that stand together and are no furniture.
fn free(lines: &[Line], kinds: &[Option<FurnitureKind>], at: usize) -> usize {
    let longest = lines.len().min(at + LONGEST_TITLE);
    let joined = |&to: &usize| {
        kinds[to].is_none() && (to == at || lines[to].gap == 0 && !lines[to].new_page)
    };
    (at..longest).find(|to| !joined(to)).unwrap_or(longest)
}

/// The first of the lines that stand together above a symbol: at the head of a page, below a blank
/// line or below furniture.
fn above(
    lines: &[Line],
    kinds: &[Option<FurnitureKind>],
    symbol: usize,
    is_edge: impl Fn(Option<FurnitureKind>) -> bool,
) -> Option<usize> {
    let lowest = symbol.saturating_sub(LONGEST_TITLE).max(1);
    let begins = |&at: &usize| lines[at].new_page || lines[at].gap > 0 || is_edge(kinds[at - 1]);
    let mut free = (lowest..symbol).rev().take_while(|&at| kinds[at].is_none());
    free.find(begins)
}
