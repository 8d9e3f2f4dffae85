//! The names of those who sign, as one line holds them: one, or several side by side.
//!
//! Names are told apart by gaps of two blanks, or by initials (`A. Ivanov B. Petrov`).

use std::ops::Range;

use super::signature_mark::signature_mark;

/// Names in columns behind `from`, if there are as many as `count`.
pub(super) fn names_in_columns(line: &str, from: usize, count: usize) -> Vec<Range<usize>> {
    let columns = columns(&line[from..]).into_iter();
    let columns: Vec<Range<usize>> =
        columns.map(|c| unmarked(line, from + c.start..from + c.end)).collect();
    let named = columns.len() == count && columns.iter().all(|range| is_name(&line[range.clone()]));
    if named { columns } else { Vec::new() }
}

/// A cell without the mark of a signature before its name, or the brackets around it: `[ADA BYRON]`.
fn unmarked(line: &str, cell: Range<usize>) -> Range<usize> {
    let words = &line[cell.clone()];
    if words.starts_with('[') && words.ends_with(']') && signature_mark(words).is_none() {
        return cell.start + 1..cell.end - 1;
    }
    let rest = signature_mark(&line[cell.clone()]).map_or(&line[cell.clone()], |(_, rest)| rest);
    cell.end - rest.trim_start().len()..cell.end
}

/// Names of one or more initials and a family name; what else stands on the line is left.
pub(super) fn names_with_initials(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut initials: Option<usize> = None;
    for (start, word) in words(line) {
        let letters = word.trim_end_matches(['.', ',']);
        // `A.`, and as optical recognition has it `A,`, `»`.
        let initial = (letters.chars().count() == 1 && letters.len() < word.len() || word == "»")
            && !letters.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        if initial {
            initials = initials.or(Some(start));
        } else if let Some(from) = initials.take() {
            let family = letters.chars().count() >= 3 && letters.starts_with(char::is_uppercase);
            if family && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
            {
                found.push(from..start + letters.len());
            }
        }
    }
    found
}

/// What stands apart by two blanks or more.
pub(super) fn columns(line: &str) -> Vec<Range<usize>> {
    let mut columns: Vec<Range<usize>> = Vec::new();
    for (start, word) in words(line) {
        let end = start + word.len();
        match columns.last_mut() {
            Some(last) if start - last.end < 2 => last.end = end,
            _ => columns.push(start..end),
        }
    }
    columns
}

/// The names that a line is made of: with initials, or in columns.
pub(super) fn names_in_line(line: &str) -> Vec<Range<usize>> {
    let initials = names_with_initials(line);
    if !initials.is_empty() {
        return initials;
    }
    let columns = columns(line);
    let named = columns.len() > 1 && columns.iter().all(|range| is_name(&line[range.clone()]));
    if named { columns } else { Vec::new() }
}

/// Two to four capitalised words.
pub(super) fn is_name(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let capital = |word: &str| {
        let letters = word.trim_end_matches(['.', ',']);
        letters.starts_with(char::is_uppercase)
            && letters.chars().all(|c| c.is_alphabetic() || "-'’".contains(c))
    };
    (2..=4).contains(&count) && text.split_whitespace().all(capital)
}

fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    line.split_whitespace().map(|word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
}
