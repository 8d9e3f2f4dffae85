//! The form of the data files, and how names are compared.
//!
//! A file is UTF-8: comment lines that begin with `#`, one header line, then
//! one row a line, cells between tabs, `|` between the items of a list.

use std::collections::HashMap;
use std::hash::Hash;

/// The rows of a data file, each as an array of its `N` cells.
///
/// A cell that is missing reads as empty: the tests find malformed rows, and a
/// reader of documents should not panic over one.
pub(super) fn rows<const N: usize>(
    text: &'static str,
) -> impl Iterator<Item = [&'static str; N]> + use<N> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1).map(|line| {
        let mut cells = [""; N];
        for (cell, value) in cells.iter_mut().zip(line.split('\t')) {
            *cell = value;
        }
        cells
    })
}

/// The items of a list cell; an empty cell has none.
pub(super) fn list(cell: &'static str) -> Box<[&'static str]> {
    cell.split('|').filter(|item| !item.is_empty()).collect()
}

/// A cell that may be empty.
pub(super) fn optional(cell: &'static str) -> Option<&'static str> {
    (!cell.is_empty()).then_some(cell)
}

/// The form under which names are compared: lower case, straight apostrophes,
/// single spaces, without a leading "the".
pub(super) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for letter in word.chars() {
            match letter {
                ascii if ascii.is_ascii() => folded.push(ascii.to_ascii_lowercase()),
                '\u{2019}' | '\u{2018}' | '\u{02BC}' => folded.push('\''),
                _ => folded.extend(letter.to_lowercase()),
            }
        }
    }
    match folded.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => folded,
    }
}

/// An index from folded names to handles; the first to claim a name keeps it.
pub(super) fn index<T: Copy + Eq + Hash, S: AsRef<str>>(
    names: impl Iterator<Item = (S, T)>,
) -> HashMap<String, T> {
    let mut index = HashMap::new();
    for (name, handle) in names {
        index.entry(fold(name.as_ref())).or_insert(handle);
    }
    index
}

/// Tests of a data file's form, for the tests at the foot of each table.
#[cfg(test)]
pub(super) mod check {
    /// The file says its source and date, has the header, full rows, clean
    /// cells, and is strictly sorted by its first column in byte order.
    pub(in super::super) fn well_formed(text: &str, header: &str) {
        let mut lines = text.lines();
        let comment: String = lines.by_ref().take_while(|l| l.starts_with('#')).collect();
        assert!(comment.contains("Source:") && comment.contains("2026-11"));
        let body: Vec<&str> = text.lines().filter(|l| !l.starts_with('#')).collect();
        assert_eq!(body[0].replace('\t', " "), header);
        let columns = header.split(' ').count();
        let mut before = "";
        for line in &body[1..] {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), columns, "{line}");
            assert!(cells.iter().all(|c| c.trim() == *c), "{line}");
            assert!(!line.contains("||"), "{line}");
            assert!(!line.contains('\u{2019}'), "curly apostrophe: {line}");
            assert!(before < cells[0], "not sorted: {before:?} before {:?}", cells[0]);
            before = cells[0];
        }
    }

    /// An ISO date that may stop at the year or the month.
    pub(in super::super) fn is_partial_date(text: &str) -> bool {
        text.split('-')
            .zip([4, 2, 2])
            .all(|(part, width)| part.len() == width && part.bytes().all(|b| b.is_ascii_digit()))
            && text.split('-').count() <= 3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding() {
        assert_eq!(fold("  The  Lao People\u{2019}s "), "lao people's");
        assert_eq!(fold("THE SUDAN"), "sudan");
        assert_eq!(fold("the"), "the");
        assert_eq!(fold(""), "");
    }

    #[test]
    fn short_rows_are_padded() {
        let all: Vec<[&str; 3]> = rows("# c\nh\ti\tj\na\tb\nd\te\tf\tg\n").collect();
        assert_eq!(all, [["a", "b", ""], ["d", "e", "f"]]);
    }
}
