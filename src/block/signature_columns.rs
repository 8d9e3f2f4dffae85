//! Signatures side by side: several marks, or names with initials, on one line, the titles of each
//! in its column below.
//!
//! ```text
//! row = [ mark ] , name , { [ mark ] , name } , { line of titles }
//! ```
//!
//! Where the extraction keeps the columns as runs of blanks, what stands below a mark is its own;
//! where it left one blank between them, a line of titles is parted where a new office begins, if
//! that gives one title for each.

use std::ops::Range;

use super::signature_mark::signature_mark;
use super::signature_names::{names_in_line, names_with_initials};
use crate::inline::office_at;
use crate::text::Line;

/// Where marks of signatures begin in a line.
pub(crate) fn marks(line: &str) -> Vec<usize> {
    if !line.contains(['(', '[', '{', '/']) {
        return Vec::new();
    }
    let starts = line.char_indices().filter(|&(at, c)| {
        matches!(c, '(' | '[' | '{' | '/') && (at == 0 || line[..at].ends_with(char::is_whitespace))
    });
    starts.filter(|&(at, _)| signature_mark(&line[at..]).is_some()).map(|(at, _)| at).collect()
}

/// Where signatures begin in a line that holds several: at their marks, or at the initials of
/// names that fill the line, or where names in columns have their families in capitals.
pub(crate) fn signatures(line: &str) -> Vec<usize> {
    let marks = marks(line);
    if !marks.is_empty() {
        return marks;
    }
    let names = names_with_initials(line);
    let gaps = names.iter().zip(names.iter().skip(1)).all(|(name, next)| {
        line[name.end..next.start].chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.'))
    });
    let fill = names.first().is_some_and(|first| first.start == 0)
        && names.last().is_some_and(|last| line[last.end..].trim().is_empty());
    if gaps && fill {
        return names.into_iter().map(|name| name.start).collect();
    }
    let names = names_in_line(line);
    let has_family = |name: &Range<usize>| line[name.clone()].split(' ').any(is_family);
    if names.iter().all(has_family) {
        names.into_iter().map(|name| name.start).collect()
    } else {
        Vec::new()
    }
}

/// Whether a word is a family name in capitals: `BYRON`.
fn is_family(word: &str) -> bool {
    word.chars().count() >= 3 && word.chars().all(|c| c.is_uppercase() || "-'’".contains(c))
}

/// For each signature that the first line begins, the stretches of the source that are its own: the mark
/// with its name, then its titles. Lines that cannot be shared out are given to none.
pub(crate) fn columns(source: &str, lines: &[Line]) -> Vec<Vec<Range<usize>>> {
    let Some((first, below)) = lines.split_first() else { return Vec::new() };
    let text = first.text(source);
    let marks = signatures(text);
    let base = first.span.start as usize;
    let place = |at: usize| first.indent as usize + text[..at].chars().count();
    let places: Vec<usize> = marks.iter().map(|&at| place(at)).collect();
    let mut columns: Vec<Vec<Range<usize>>> = Vec::new();
    for (n, &at) in marks.iter().enumerate() {
        let end = marks.get(n + 1).map_or(text.len(), |&next| next);
        let end = at + text[at..end].trim_end().len();
        columns.push(Vec::from([Range { start: base + at, end: base + end }]));
    }
    for line in below {
        let cells = cells(*line, source);
        if cells.len() == 1 && columns.len() > 1 && line.indent as usize + 8 < places[1] {
            let shared = by_offices(line.text(source), columns.len());
            let from = line.span.start as usize;
            match shared {
                Some(shared) => {
                    for (column, range) in columns.iter_mut().zip(shared) {
                        column.push(from + range.start..from + range.end);
                    }
                    continue;
                }
                // One blank apart and no office: a long title of the first column otherwise.
                None if cells[0].1.len() > places[1] => continue,
                None => {}
            }
        }
        for (at, range) in cells {
            // The nearest mark to the left, with some room for centred titles.
            let column = places.iter().rposition(|&place| place <= at + 6).unwrap_or(0);
            columns[column].push(range);
        }
    }
    columns
}

/// What stands apart by two blanks or more in a line: its column and its place in the source.
fn cells(line: Line, source: &str) -> Vec<(usize, Range<usize>)> {
    let text = line.text(source);
    let base = line.span.start as usize;
    let mut cells: Vec<(usize, Range<usize>)> = Vec::new();
    for word in text.split_whitespace() {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        match cells.last_mut() {
            Some((_, last)) if base + at - last.end < 2 => last.end = base + at + word.len(),
            _ => {
                let column = line.indent as usize + text[..at].chars().count();
                cells.push((column, base + at..base + at + word.len()));
            }
        }
    }
    cells
}

/// The titles on a line, parted where an office begins, if there are as many as `count`.
fn by_offices(line: &str, count: usize) -> Option<Vec<Range<usize>>> {
    let mut starts = Vec::new();
    let mut at = 0;
    while at < line.len() {
        if let Some(office) =
            office_at(line, at).filter(|_| line[at..].starts_with(char::is_uppercase))
        {
            starts.push(at);
            at += office.len;
        }
        at = line[at..].find(' ').map_or(line.len(), |blank| at + blank + 1);
    }
    if starts.len() != count || starts.first() != Some(&0) {
        return None;
    }
    let ends = starts.iter().skip(1).copied().chain([line.len()]);
    Some(starts.iter().zip(ends).map(|(&s, e)| s..s + line[s..e].trim_end().len()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines;

    fn read(source: &str) -> Vec<Vec<&str>> {
        let columns = columns(source, &lines(source));
        columns.into_iter().map(|c| c.into_iter().map(|range| &source[range]).collect()).collect()
    }

    #[test]
    fn columns_of_blanks_are_kept_apart() {
        let source = "    (Signed) Ada Byron              (Signed) Berit Fossen\n    \
                      Permanent Representative       Permanent Representative\n    \
                      of Finland                     of Norway\n";
        assert_eq!(
            read(source),
            [
                ["(Signed) Ada Byron", "Permanent Representative", "of Finland"],
                ["(Signed) Berit Fossen", "Permanent Representative", "of Norway"]
            ]
        );
    }

    #[test]
    fn titles_one_blank_apart_are_parted_by_their_offices() {
        let source = "(Signed) Ada Byron (Signed) Berit Fossen\n\
                      Permanent Representative Chargé d’affaires a.i.\n";
        assert_eq!(
            read(source),
            [
                ["(Signed) Ada Byron", "Permanent Representative"],
                ["(Signed) Berit Fossen", "Chargé d’affaires a.i."]
            ]
        );
    }

    #[test]
    fn names_with_initials_stand_side_by_side_without_marks() {
        let source = "A. VIRTA B. FOSSEN\nPresident of Finland Prime Minister of Norway\n";
        assert_eq!(
            read(source),
            [["A. VIRTA", "President of Finland"], ["B. FOSSEN", "Prime Minister of Norway"]]
        );
        assert_eq!(signatures("A. V. Virta"), [0]);
        assert!(signatures("A. Virta and B. Fossen").is_empty());
    }

    #[test]
    fn one_mark_is_one_column() {
        assert_eq!(marks("(Signed) Ada Byron"), [0]);
        assert_eq!(marks("the text was (signed) by"), [13]);
    }
}
