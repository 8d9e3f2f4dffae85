//! Running heads: what later pages repeat of the first one, the symbol or a short title.

use std::collections::HashSet;

use super::forms::{is_page_of, is_symbol};
use super::front::{FRONT, Front};
use crate::model::FurnitureKind;
use crate::text::{Line, Signs};

/// Marks symbols that stand alone a second time, or at the head of a page.
pub(super) fn symbols(source: &str, lines: &[Line], kinds: &mut [Option<FurnitureKind>]) {
    let mut seen: HashSet<&str> = HashSet::new();
    for (at, line) in lines.iter().enumerate() {
        if !line.signs.may_hold(Signs::STROKE) {
            continue;
        }
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
    // The masthead may print a job number too, and a number beside it; what begins a later page
    // ends the front.
    let begins = |&at: &usize| {
        let numbered = || is_page_of(lines[at].text(source)) || !is_edge(kinds[at - 1]);
        lines[at].new_page
            || kinds[at] == Some(RunningHead)
            || kinds[at] == Some(PageNumber) && numbered()
    };
    let joint = (first..lines.len()).find(begins).unwrap_or(first);
    let front = Front::of(source, &lines[..joint.min(FRONT)]);
    let mut at = joint;
    while at < lines.len() {
        let beside = lines[at].new_page || is_edge(kinds[at - 1]);
        let end = if beside { free(lines, kinds, at) } else { at };
        let enclosed = |to: usize| kinds.get(to).is_some_and(|&kind| is_edge(kind));
        let found = (at + 1..=end)
            .rev()
            .find(|&to| front.repeated(source, &lines[at..to], at, enclosed(to)));
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
    let mut below = lines.len();
    while let Some(symbol) = (first + 1..below).rev().find(|&at| kinds[at] == Some(RunningHead)) {
        below = symbol;
        if lines[symbol].new_page {
            continue;
        }
        let Some(from) = above(lines, kinds, symbol, is_edge) else { continue };
        let enclosed = kinds.get(symbol + 1).is_some_and(|&kind| is_edge(kind));
        if front.repeated(source, &lines[from..symbol], from, enclosed) {
            kinds[from..symbol].fill(Some(RunningHead));
            below = from;
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

#[cfg(test)]
mod tests {
    use super::super::furniture;
    use super::*;
    use crate::text::lines;

    /// The running heads of a text whose front is a resolution's first page.
    fn heads(title: &str, pages: &str) -> Vec<String> {
        let source = format!(
            "United Nations\nA/RES/99/7\n\nGeneral Assembly\nDistr.: General\n44-20007 (E)\n*4420007*\n\n\
             3\n\nNinety-ninth session\nAgenda item 4\n{title}\n\n99/7. {title}\n\nThe General \
             Assembly,\n\nRecalling its work in\n____________\n\n1 Resolution 98/1.\n\n{pages}"
        );
        let lines = lines(&source);
        let kinds = furniture(&source, &lines);
        let heads = lines.iter().zip(kinds);
        heads
            .filter(|(_, kind)| *kind == Some(FurnitureKind::RunningHead))
            .map(|(line, _)| line.text(&source).to_owned())
            .collect()
    }

    #[test]
    fn the_title_of_several_lines_beside_the_symbol() {
        let pages = "A/RES/99/7\nCare of the lakes and of all\nthe ponds\n\n44-20007\n2/3\n\nthe \
            lakes, and in\n\nCare of the lakes and of all\nthe ponds\nA/RES/99/7\n\n3/3\n44-20007\n\n\
            the ponds\n";
        assert_eq!(
            heads("Care of the lakes\nand of all the ponds", pages),
            [
                "A/RES/99/7",
                "Care of the lakes and of all",
                "the ponds",
                "Care of the lakes and of all",
                "the ponds",
                "A/RES/99/7",
            ]
        );
    }

    #[test]
    fn a_short_title_is_known_between_furniture() {
        let pages = "A/RES/99/7\nLakes\n\n44-20007\n2/3\n\nLakes\n\nLakes\nA/RES/99/7\n\n3/3\n";
        assert_eq!(heads("Lakes", pages), ["A/RES/99/7", "Lakes", "Lakes", "A/RES/99/7"]);
    }

    #[test]
    fn what_the_front_does_not_say_is_text() {
        let pages =
            "A/RES/99/7\n\n44-20007\n2/3\n\nCare of the rivers\n\nAnnex\nA/RES/99/7\n\n3/3\n";
        assert_eq!(heads("Care of the lakes and ponds", pages), ["A/RES/99/7", "A/RES/99/7"]);
    }
}
