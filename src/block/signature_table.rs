//! Signatures by party: `For the Republic of X`, and below it a name; several side by side.
//!
//! ```text
//! table   = row , { row }
//! row     = parties , { rest of a party's name } , { names }
//! parties = party , { party }
//! party   = "For" , [ "the" ] , name
//! names   = name , { name }
//! ```
//!
//! An extraction keeps the columns only as blanks, often only one. Names are told apart by gaps of
//! two blanks, by initials (`A. Ivanov B. Petrov`), else the whole line is one name.

use std::ops::Range;

/// Rows further below a party than this hold no name of it.
const DEEPEST: usize = 6;

/// How many parties a line names; 0 where it is no line of parties.
pub(crate) fn parties_in(line: &str) -> usize {
    if line.len() > 120 || line.ends_with(['.', ';', ',']) || !line.starts_with("For ") {
        return 0;
    }
    let parties = line.match_indices("For ").filter(|&(at, _)| {
        let rest = &line[at + "For ".len()..];
        let name = rest.strip_prefix("the ").unwrap_or(rest);
        let starts = at == 0 || line[..at].ends_with([' ', '-', '\t']);
        starts && name.starts_with(char::is_uppercase)
    });
    parties.count()
}

/// How many of the lines, the first one of which names parties, belong to its row of the table: up
/// to the last line with a name. 0 where no name follows.
pub(crate) fn row_length(lines: &[&str]) -> usize {
    let parties = lines.first().map_or(0, |line| parties_in(line));
    if parties == 0 {
        return 0;
    }
    let mut named = 0;
    let mut length = 0;
    for (at, line) in lines.iter().enumerate().skip(1).take(DEEPEST) {
        if parties_in(line) > 0 || line.len() > 120 || line.ends_with(['.', ';', ':']) {
            break;
        }
        let found = names(line, parties).len();
        if found > 0 && named < parties {
            named += found;
            length = at + 1;
        }
        if named >= parties {
            break;
        }
    }
    length
}

/// The names in a line below a row of parties.
pub(crate) fn names(line: &str, parties: usize) -> Vec<Range<usize>> {
    let by_initials = names_with_initials(line);
    if !by_initials.is_empty() {
        return by_initials;
    }
    let columns: Vec<Range<usize>> = columns(line);
    if columns.len() == parties && columns.iter().all(|range| is_name(&line[range.clone()])) {
        return columns;
    }
    Vec::new()
}

/// Names of one or more initials and a family name; what else stands on the line is left.
fn names_with_initials(line: &str) -> Vec<Range<usize>> {
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
fn columns(line: &str) -> Vec<Range<usize>> {
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

/// Two to four capitalised words.
fn is_name(text: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn all_names<'a>(lines: &[&'a str]) -> Vec<&'a str> {
        let parties = parties_in(lines[0]);
        let length = row_length(lines);
        lines[1.min(length)..length]
            .iter()
            .flat_map(|line| names(line, parties).into_iter().map(|range| &line[range]))
            .collect()
    }

    #[test]
    fn names_side_by_side_are_told_apart() {
        let lines =
            ["For the Republic of For the Kingdom of", "Finland Norway", "A. Virta B. Fossen"];
        assert_eq!(all_names(&lines), ["A. Virta", "B. Fossen"]);
        let lines = ["For Finland      For the Kingdom of Norway", "Aino Virta      Berit Fossen"];
        assert_eq!(all_names(&lines), ["Aino Virta", "Berit Fossen"]);
        assert_eq!(all_names(&["For the Government of Norway:", "Berit Fossen"]), ["Berit Fossen"]);
    }

    #[test]
    fn sentences_name_no_parties() {
        for line in ["For the purposes of this Agreement", "For Norway, this is new.", "for Norway"]
        {
            assert_eq!(parties_in(line), 0, "{line}");
        }
        assert_eq!(row_length(&["For Norway", "the matter is closed"]), 0);
    }
}
