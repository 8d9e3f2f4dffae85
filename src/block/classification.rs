//! The line that says how secret and how urgent a paper is: `SECRET`, `776. Confidential Priority`.
//!
//! ```text
//! line = [ number , "." ] , word , { word }
//! word = "SECRET" | "CONFIDENTIAL" | "PRIORITY" | "IMMEDIATE" | ...      (any case)
//! ```

use super::item::item_number;

/// Whether a line says nothing else.
pub(crate) fn is_classification(line: &str) -> bool {
    const LONGEST: usize = 60;
    const CLASSES: [&str; 8] = [
        "secret",
        "confidential",
        "restricted",
        "unclassified",
        "immediate",
        "priority",
        "urgent",
        "routine",
    ];
    const DEGREES: [&str; 5] = ["top", "strictly", "most", "important", "personal"];
    if line.len() > LONGEST {
        return false;
    }
    let line = item_number(line).map_or(line, |(length, ..)| &line[length..]);
    let words = || line.split([' ', '/', ',', '.', '-']).filter(|word| !word.is_empty());
    let is = |word: &str, known: &[&str]| {
        word.starts_with(char::is_uppercase)
            && known.iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    words().all(|word| is(word, &CLASSES) || is(word, &DEGREES))
        && words().any(|word| is(word, &CLASSES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_classify_a_paper() {
        for line in ["SECRET", "TOP SECRET", "776\\. Confidential Priority", "IMMEDIATE SECRET"] {
            assert!(is_classification(line), "{line}");
        }
        for line in ["Most", "Priority issues", "secret", "", "12. Oslo", "SECRET TREATIES"] {
            assert!(!is_classification(line), "{line}");
        }
    }
}
