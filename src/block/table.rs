//! Tables: rows of cells set between strokes, or in columns that extraction has kept apart by
//! blanks.
//!
//! ```text
//! row   = "|" , { cell , "|" }                    (Markdown; the rule below the head is furniture)
//!       | cell , { three or more blanks , cell }  (a table has three such rows of three cells)
//! ```

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::segment::Row;
use super::signature_mark::signature_mark;
use super::signature_table::parties_in;
use crate::text::{Line, Signs};

/// Columns whose left edges are this near each other are one.
const NEAR: usize = 3;
/// Lines that a table may need to show its columns in.
const PROOF: usize = 3;

/// Whether a table begins in the row `at`.
pub(super) fn opens_table(source: &str, rows: &[Row], at: usize) -> bool {
    // Most lines have neither a stroke nor two blanks beside each other.
    if !rows[at].line.signs.may_hold(Signs::BAR.or(Signs::DOUBLED)) {
        return false;
    }
    let text = rows[at].line.text(source);
    if is_piped(text) {
        return rows.get(at + 1).is_some_and(|next| goes_on(source, next));
    }
    let gap =
        || rows[at].line.signs.may_hold(Signs::DOUBLED) && GAP.find(text.as_bytes()).is_some();
    let Some(proof) = rows.get(at..at + PROOF).filter(|_| gap()) else {
        return false;
    };
    let shows = |row: &Row| {
        let text = row.line.text(source);
        let signs = || columns(text).any(|cell| signature_mark(&text[cell]).is_some());
        columns(text).count() >= PROOF && parties_in(text) == 0 && !signs()
    };
    proof.iter().all(shows) && proof[1..].iter().all(|row| row.line.gap <= 1)
}

/// Whether a table between strokes goes on with a row.
fn goes_on(source: &str, row: &Row) -> bool {
    row.line.gap <= 1 && is_piped(row.line.text(source))
}

/// What sets columns apart.
static GAP: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("   "));

/// The end of the table that begins in the row `at`; none where none does.
pub(super) fn table_end(source: &str, rows: &[Row], at: usize) -> Option<usize> {
    if !opens_table(source, rows, at) {
        return None;
    }
    if is_piped(rows[at].line.text(source)) {
        let rest = rows[at + 1..].iter().take_while(|row| goes_on(source, row)).count();
        return Some(at + 1 + rest);
    }
    // A line of fewer cells goes on with a broken cell where it begins in a later column.
    let first = rows[at].line.indent as usize;
    let belongs = |row: &Row| {
        let text = row.line.text(source);
        row.line.gap <= 1
            && (columns(text).count() >= 2
                || row.line.gap == 0 && row.line.indent as usize > first + NEAR)
    };
    let rest = rows[at + PROOF..].iter().take_while(|row| belongs(row)).count();
    Some(at + PROOF + rest)
}

/// The cells of each line, by columns: where each stands in the source, none where the column is
/// empty.
pub(crate) fn cells(source: &str, lines: &[Line]) -> Vec<Vec<Option<Range<usize>>>> {
    if lines.first().is_some_and(|line| is_piped(line.text(source))) {
        return lines.iter().map(|line| piped_cells(source, *line)).collect();
    }
    let rows: Vec<Vec<(usize, Range<usize>)>> = lines
        .iter()
        .map(|line| {
            let text = line.text(source);
            let start = line.span.start as usize;
            let edge =
                |cell: &Range<usize>| line.indent as usize + text[..cell.start].chars().count();
            columns(text).map(|c| (edge(&c), start + c.start..start + c.end)).collect()
        })
        .collect();
    let mut edges: Vec<usize> = rows.iter().flatten().map(|(edge, _)| *edge).collect();
    edges.sort_unstable();
    edges.dedup_by(|next, edge| *next - *edge <= NEAR);
    rows.into_iter()
        .map(|row| {
            let mut cells: Vec<Option<Range<usize>>> = vec![None; edges.len()];
            let mut from = 0;
            for (edge, cell) in row {
                // The last column that begins at or before the cell; two never share one.
                let at = edges.partition_point(|&e| e <= edge).saturating_sub(1).max(from);
                if let Some(place) = cells.get_mut(at) {
                    *place = Some(cell);
                }
                from = at + 1;
            }
            cells
        })
        .collect()
}

fn is_piped(text: &str) -> bool {
    text.len() > 2 && text.starts_with('|') && text.ends_with('|')
}

/// Cells between strokes. The strokes belong to their cells' row, not to the cells.
fn piped_cells(source: &str, line: Line) -> Vec<Option<Range<usize>>> {
    let text = line.text(source);
    let mut at = line.span.start as usize + 1;
    text[1..text.len() - 1]
        .split('|')
        .map(|cell| {
            let start = at + (cell.len() - cell.trim_start().len());
            at += cell.len() + 1;
            let words = cell.trim();
            (!words.is_empty()).then(|| start..start + words.len())
        })
        .collect()
}

/// Stretches of a line that three or more blanks set apart.
fn columns(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let start = at + (rest.len() - rest.trim_start().len());
        if start == text.len() {
            return None;
        }
        let length = text[start..].find("   ").unwrap_or(text.len() - start);
        at = start + length;
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines;

    fn read(source: &str) -> Option<Vec<Vec<&str>>> {
        let lines = lines(source);
        let rows: Vec<Row> = lines.iter().map(|&line| Row { line, parted: false }).collect();
        let end = table_end(source, &rows, 0)?;
        let words = |cell: Option<Range<usize>>| cell.map_or("", |range| &source[range]);
        let rows = cells(source, &lines[..end]).into_iter();
        Some(rows.map(|row| row.into_iter().map(words).collect()).collect())
    }

    #[test]
    fn strokes_and_columns() {
        assert_eq!(
            read("| Lake | Depth |\n| Mjosa | 453 m |\n| Femund | |\nText"),
            Some(vec![vec!["Lake", "Depth"], vec!["Mjosa", "453 m"], vec!["Femund", ""]])
        );
        let source = "Lake         Depth     Shore\nMjosa        453 m     long\nFemund       150 m     \
             short\n                       and low\nTinn         460 m\nText of a paragraph.";
        assert_eq!(
            read(source),
            Some(vec![
                vec!["Lake", "Depth", "Shore"],
                vec!["Mjosa", "453 m", "long"],
                vec!["Femund", "150 m", "short"],
                vec!["", "", "and low"],
                vec!["Tinn", "460 m", ""],
            ])
        );
    }

    #[test]
    fn what_stands_side_by_side_is_no_table() {
        for source in [
            "United Nations        S/2031/7\nSecurity Council      Distr.: General\n      4 May 2031",
            "(Signed) A    (Signed) B    (Signed) C\nHead    Head    Head\nOslo    Rome    Bern",
            "| a stroke |",
        ] {
            assert_eq!(read(source), None, "{source}");
        }
    }
}
