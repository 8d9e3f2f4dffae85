//! Page numbers that nothing around them tells from text: they count the pages.
//!
//! A number alone on its line may be a page's, a paragraph's, or the cell of a table. But pages are
//! counted through the text, a page apart from each other, and their ends break sentences, which
//! no other number does.

use std::collections::HashMap;

use super::forms::{is_page_of, is_short_number};
use crate::model::FurnitureKind;
use crate::text::layout::{begins_lower, ends_open, ends_sentence};
use crate::text::{Line, Signs};

/// No page has fewer lines.
const SHORTEST_PAGE: usize = 10;

/// Paragraphs are not so long, one like the other.
const LONG_PAGE: usize = 40;

/// Fewer numbers in a row may be chance.
const FEWEST: usize = 3;

/// Numbers that follow each other.
#[derive(Default)]
struct Row {
    lines: Vec<usize>,
    /// Whether one of them is a page's by what stands around it.
    known: bool,
}

impl Row {
    /// Whether the numbers stand as far apart as pages of one height do.
    fn counts_pages(&self) -> bool {
        let heights = self.lines.windows(2).map(|pair| pair[1] - pair[0]);
        let (least, most) = heights.fold((usize::MAX, 0), |(a, b), n| (a.min(n), b.max(n)));
        let even = self.lines.len() >= FEWEST && most <= 2 * least;
        even && (self.known || least >= LONG_PAGE)
    }
}

/// Marks the lines that are a page's number with that of all pages, `2/5`. Where one total is
/// printed again and again, another (`73/89`, broken from a line) is none of pages.
pub(super) fn of_a_total(source: &str, lines: &[Line], kinds: &mut [Option<FurnitureKind>]) {
    let total = |line: &Line| line.text(source).split_once('/').map(|(_, total)| total);
    let is_page = |&at: &usize| {
        let stroke = lines[at].signs.may_hold(Signs::STROKE);
        kinds[at].is_none() && stroke && is_page_of(lines[at].text(source))
    };
    let found: Vec<usize> = (0..lines.len()).filter(is_page).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for total in found.iter().filter_map(|&at| total(&lines[at])) {
        *counts.entry(total).or_default() += 1;
    }
    let usual = counts
        .into_iter()
        .filter(|&(_, count)| count > 1)
        .max_by_key(|&(total, count)| (count, total));
    for at in found {
        if usual.is_none_or(|(usual, _)| total(&lines[at]) == Some(usual)) {
            kinds[at] = Some(FurnitureKind::PageNumber);
        }
    }
}

/// Marks the numbers alone on their lines that count pages.
pub(super) fn counted(source: &str, lines: &[Line], kinds: &mut [Option<FurnitureKind>]) {
    let mut rows: Vec<Row> = Vec::new();
    // The row that ends with a number.
    let mut ends: HashMap<u32, usize> = HashMap::new();
    for at in 0..lines.len() {
        let page = kinds[at] == Some(FurnitureKind::PageNumber);
        // A number between two lines is a cell of a table or the marker of a note.
        let apart = || lines[at].gap > 0 || lines.get(at + 1).is_none_or(|next| next.gap > 0);
        // No page number is longer.
        if !page && (lines[at].span.len() > 4 || kinds[at].is_some() || !apart()) {
            continue;
        }
        let text = lines[at].text(source);
        if !(page || is_short_number(text)) {
            continue;
        }
        let Ok(number) = text.parse::<u32>() else { continue };
        let known = page || breaks_phrase(source, lines, kinds, at);
        let apart = |row: &usize| rows[*row].lines.last().is_some_and(|l| l + SHORTEST_PAGE <= at);
        let before = number.checked_sub(1).and_then(|before| ends.get(&before).copied());
        let row = before.filter(apart).unwrap_or_else(|| {
            rows.push(Row::default());
            rows.len() - 1
        });
        rows[row].lines.push(at);
        rows[row].known |= known;
        ends.insert(number, row);
    }
    // Numbers of notes that are counted among the pages are none of pages.
    let is_page = |at: usize| kinds[at] == Some(FurnitureKind::PageNumber);
    let known: Vec<usize> = (0..lines.len()).filter(|&at| is_page(at)).collect();
    let upto = |line: usize| known.partition_point(|&at| at < line);
    let alone = |row: &Row| {
        let (first, last) = (row.lines[0], row.lines[row.lines.len() - 1]);
        let members = row.lines.iter().filter(|&&at| is_page(at)).count();
        // The page's own number may stand below that of its last note.
        let below = &known[upto(last + 1)..upto(last + SHORTEST_PAGE)];
        let twice = below.iter().any(|&at| lines[at].text(source) == lines[last].text(source));
        upto(last + 1) - upto(first) == members && !twice
    };
    rows.retain(|row| row.counts_pages() && alone(row));
    for row in rows {
        for at in row.lines {
            kinds[at] = Some(FurnitureKind::PageNumber);
        }
    }
}

/// Whether the line stands in the middle of a phrase, which goes on below it.
pub(super) fn breaks_phrase(
    source: &str,
    lines: &[Line],
    kinds: &[Option<FurnitureKind>],
    at: usize,
) -> bool {
    at > 0 && kinds[at - 1].is_none() && {
        let above = lines[at - 1].text(source);
        let lower = || lines.get(at + 1).is_some_and(|next| begins_lower(next.text(source)));
        ends_open(above) || !ends_sentence(above) && lower()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::lines;
    use super::super::furniture;
    use crate::model::FurnitureKind;

    fn pages(source: &str) -> Vec<&str> {
        let lines = lines(source);
        let kinds = furniture(source, &lines);
        let pages = lines.iter().zip(kinds);
        let is_page = |kind| kind == Some(FurnitureKind::PageNumber);
        pages.filter(|&(_, kind)| is_page(kind)).map(|(line, _)| line.text(source)).collect()
    }

    #[test]
    fn pages_have_one_total() {
        let source =
            "31-10000 (E)\nits resolution\n73/89\nof 6 December\n1/3\nlakes\n2/3\nponds\n3/3";
        assert_eq!(pages(source), ["1/3", "2/3", "3/3"]);
        assert_eq!(pages("31-10000 (E)\nThe lakes\n1/3"), ["1/3"]);
    }

    #[test]
    fn numbers_that_count_pages() {
        let page = "The lakes are deep.\n".repeat(12);
        let broken = format!("{page}The rivers of\n");
        let text =
            format!("{page}2\n\n{page}3\n\n{broken}4\n\nthe north.\n{page}5\n\n{page}12\n{page}");
        assert_eq!(pages(&text), ["2", "3", "4", "5"]);
        // Paragraphs are counted too, but break no sentence; tables have no pages.
        assert_eq!(pages(&format!("{page}2\n{page}3\n{page}4\n{page}")), Vec::<&str>::new());
        assert_eq!(pages(&format!("{page}of\n2\nthe\n3\nof\n4\n{page}")), Vec::<&str>::new());
    }
}
