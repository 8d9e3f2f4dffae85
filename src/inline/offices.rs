//! Offices of persons, read where a title may stand.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::gazetteer::{Office, OfficeClass};
use crate::text::beginning;

/// An office at a place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OfficeFound {
    /// Length of its printed form in bytes.
    pub(crate) len: usize,
    /// Its name in the spelling of the table.
    pub(crate) name: &'static str,
    pub(crate) class: OfficeClass,
}

/// The spellings by their first word in lower case, the longest first.
static SPELLINGS: LazyLock<HashMap<String, Vec<(String, Office)>>> = LazyLock::new(|| {
    let mut by_word: HashMap<String, Vec<(String, Office)>> = HashMap::new();
    for office in Office::all() {
        for (spelling, _) in office.names() {
            let folded = fold(spelling);
            by_word.entry(first_word(&folded).to_owned()).or_default().push((folded, office));
        }
    }
    for spellings in by_word.values_mut() {
        spellings.sort_by_key(|(spelling, _)| std::cmp::Reverse(spelling.len()));
    }
    by_word
});

/// Reads the longest office that begins exactly at byte `at`, in any case and with either
/// apostrophe, ending with a word.
pub(crate) fn office_at(text: &str, at: usize) -> Option<OfficeFound> {
    const LONGEST: usize = 120;
    let window = beginning(text.get(at..)?, LONGEST);
    if !window.starts_with(char::is_alphabetic) {
        return None;
    }
    // Most words begin no office.
    let first: String = window.chars().map(folded).take_while(|&c| is_of_word(c)).collect();
    let spellings = SPELLINGS.get(&first)?;
    let folded = fold(window);
    let (spelling, office) = spellings.iter().find(|(spelling, _)| {
        folded.strip_prefix(spelling.as_str()).is_some_and(|rest| {
            !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '\'')
        })
    })?;
    // Folding keeps characters apart, not bytes.
    let len = window.chars().take(spelling.chars().count()).map(char::len_utf8).sum();
    Some(OfficeFound { len, name: office.name(), class: office.class() })
}

/// One character for one: lower case, straight apostrophe, plain hyphen and blank.
fn fold(text: &str) -> String {
    text.chars().map(folded).collect()
}

fn folded(c: char) -> char {
    match c {
        '’' | '‘' | '´' | '`' => '\'',
        '\u{A0}' => ' ',
        '\u{2010}' | '\u{2011}' | '–' => '-',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !is_of_word(c)).next().unwrap_or("")
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '\''
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&str, &'static str)> {
        office_at(text, 0).map(|found| (&text[..found.len], found.name))
    }

    #[test]
    fn offices_are_read_in_any_case_and_spelling() {
        assert_eq!(
            read("PERMANENT REPRESENTATIVE OF NORWAY"),
            Some(("PERMANENT REPRESENTATIVE", "Permanent Representative"))
        );
        assert_eq!(
            read("Chargé d’affaires a.i. of the Permanent Mission"),
            Some(("Chargé d’affaires a.i.", "Chargé d'affaires a.i."))
        );
        assert_eq!(read("Presidential adviser"), None);
    }
}
