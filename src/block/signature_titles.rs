//! Titles below names that stand side by side: one in each column, perhaps broken over lines.
//!
//! ```text
//! Ada BYRON                         Berit FOSSEN
//! Minister for Foreign Affairs      Ambassador of
//!                                   Norway
//! ```

use super::signature::is_title_line;
use super::signature_names::columns;
use super::signature_table::Piece;
use crate::text::{begins_lower, ends_open};

/// Lines below the names that may hold their titles.
const DEEPEST: usize = 4;

/// The titles of as many persons as `count`, whose names stand side by side in the line above `from`:
/// for each its titles, each in pieces; and where they end.
pub(super) fn titles(lines: &[&str], from: usize, count: usize) -> (Vec<Vec<Vec<Piece>>>, usize) {
    let mut titles: Vec<Vec<Vec<Piece>>> = vec![Vec::new(); count];
    let mut end = from;
    for (at, line) in lines.iter().enumerate().skip(from).take(DEEPEST) {
        let cells = columns(line);
        if cells.len() != count || line.ends_with(['.', ';', ':']) && !line.ends_with("a.i.") {
            break;
        }
        let goes_on = |titles: &[Vec<Piece>], cell: &str| {
            titles.last().and_then(|title| title.last()).is_some_and(|(row, piece)| {
                begins_lower(cell) || ends_open(&lines[*row][piece.clone()])
            })
        };
        let words = |n: usize| &line[cells[n].clone()];
        let fits = |n: usize| is_title_line(words(n)) || goes_on(&titles[n], words(n));
        if !(0..count).all(fits) {
            break;
        }
        for (n, cell) in cells.iter().enumerate() {
            let goes_on = goes_on(&titles[n], words(n));
            match titles[n].last_mut() {
                Some(title) if goes_on => title.push((at, cell.clone())),
                _ => titles[n].push(vec![(at, cell.clone())]),
            }
        }
        end = at + 1;
    }
    (titles, end)
}

#[cfg(test)]
mod tests {
    use super::titles;

    #[test]
    fn titles_stand_in_the_columns_of_the_names() {
        let lines = [
            "Minister for Foreign Affairs      President of the Republic",
            "Ambassador                        of Norway",
            "In witness of it      all have signed",
        ];
        let (found, end) = titles(&lines, 0, 2);
        let words = |person: usize| -> Vec<Vec<&str>> {
            let pieces = |title: &Vec<_>| {
                title
                    .iter()
                    .map(|(at, range): &(usize, std::ops::Range<usize>)| &lines[*at][range.clone()])
                    .collect()
            };
            found[person].iter().map(pieces).collect()
        };
        assert_eq!(words(0), [["Minister for Foreign Affairs"], ["Ambassador"]]);
        assert_eq!(words(1), [["President of the Republic", "of Norway"]]);
        assert_eq!(end, 2);
    }
}
