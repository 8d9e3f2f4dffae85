//! Who can have signed: what a line must be to be the name of a person, and where on it the name
//! stands.

use std::ops::Range;

use super::formulas::begins_foreign_office;
use super::signature::trimmed;
use super::signature_names::names_with_initials;
use crate::gazetteer::{OfficeClass, honorifics};
use crate::inline::{names, office_at};

/// Whether the line can be the name of a person that signs without a mark: two to six words with
/// capitals, none of them the name of a State, a body or an office.
pub(crate) fn is_name_line(line: &str) -> bool {
    const PARTICLES: [&str; 14] = [
        "de", "la", "del", "da", "dos", "van", "der", "den", "von", "bin", "ibn", "al", "el", "du",
    ];
    if line.len() > 160 {
        return false;
    }
    // A copy may have run the titles into the line.
    let (name, _) = name_and_title(line, 0..line.len());
    let name = line[without_honorific(line, name)].trim_end_matches(',');
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let is_word = |word: &str| {
        word.chars().all(|c| c.is_alphabetic() || ".-'’".contains(c))
            && (word.starts_with(char::is_uppercase) || PARTICLES.contains(&word))
    };
    let count = name.split(' ').count();
    name.len() <= 60
        && (2..=6).contains(&count)
        && name.split(' ').all(is_word)
        && name.split(' ').any(|word| letters(word) >= 3)
        && !name.ends_with("..")
        && !name.starts_with("The ")
        && office_at(name, 0).is_none()
        && names(name).is_empty()
}

/// Whether the line, by which a letter ends, can only be the name of the one who signs: a name with
/// initials (`A. V. Byron`), or two or three words in capitals (`ADA BYRON`).
pub(crate) fn is_last_name(line: &str) -> bool {
    const NO_NAMES: [&str; 9] = ["OF", "THE", "AND", "TO", "FOR", "IN", "ON", "END", "TEXT"];
    let initials = names_with_initials(line).first().is_some_and(|name| *name == (0..line.len()));
    let capitals = line.chars().all(|c| !c.is_lowercase())
        && (2..=3).contains(&line.split(' ').count())
        && line.split(' ').all(|word| !NO_NAMES.contains(&word));
    initials || capitals
}

/// The name without "Mr." and the like: signatures leave honorifics out.
pub(crate) fn without_honorific(text: &str, name: Range<usize>) -> Range<usize> {
    const HONORIFICS: [&str; 12] = [
        "H.E. ",
        "H. E. ",
        "His Excellency ",
        "Her Excellency ",
        "Mr. ",
        "Mrs. ",
        "Ms. ",
        "Miss ",
        "Dr. ",
        "Prof. ",
        "Mr ",
        "Ms ",
    ];
    let begins = |start: usize, honorific: &str| {
        let words = text[start..name.end].get(..honorific.len());
        words.is_some_and(|words| words.eq_ignore_ascii_case(honorific))
    };
    if has_initials(&text[name.clone()]) {
        return name;
    }
    let mut start = name.start;
    while let Some(honorific) = HONORIFICS.iter().find(|honorific| begins(start, honorific)) {
        start += honorific.len();
    }
    start..name.end
}

/// Whether `H. E.` are initials of a name rather than a style: a family name alone stands behind.
pub(super) fn has_initials(line: &str) -> bool {
    line.strip_prefix("H. E. ").is_some_and(|family| {
        let whole = family.chars().all(|c| c.is_alphabetic() || "-'’".contains(c));
        whole && family.chars().count() >= 3 && family.starts_with(char::is_uppercase)
    })
}

/// Whether the line can be a person who signs with one name: a word with a capital that names no
/// State, body or office. It counts only above the title of its bearer.
pub(super) fn is_family_name(line: &str) -> bool {
    line.chars().all(|c| c.is_alphabetic() || "-'’".contains(c))
        && (3..=24).contains(&line.chars().count())
        && line.starts_with(char::is_uppercase)
        && office_at(line, 0).is_none()
        && !honorifics().any(|honorific| honorific.eq_ignore_ascii_case(line))
        && names(line).is_empty()
}

/// The name without its repetition: a signature in capitals, and the same name typed below it, which
/// a copy has run into one line (`A. BYRON Ada Byron`). It is the fuller of the two.
pub(super) fn once(text: &str, name: Range<usize>) -> Range<usize> {
    let words = &text[name.clone()];
    let letters =
        |range: &Range<usize>| text[range.clone()].chars().filter(|c| c.is_alphabetic()).count();
    let is_capitals = |word: &str| {
        word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && word.chars().all(|c| !c.is_lowercase())
    };
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    for word in words.split(' ').filter(|word| is_capitals(word)) {
        let end = place(word) + word.len();
        let lower = word.to_lowercase();
        let again = |other: &&str| !is_capitals(other) && other.to_lowercase() == lower;
        let Some(last) = text[end..name.end].split(' ').find(again) else { continue };
        let typed = end + 1..place(last) + last.len();
        let (signed, typed) = (name.start..end, without_honorific(text, typed));
        return if letters(&typed) > letters(&signed) { typed } else { signed };
    }
    name
}

/// Splits a line that holds a name with titles behind it.
pub(super) fn name_and_title(
    text: &str,
    line: Range<usize>,
) -> (Range<usize>, Option<Range<usize>>) {
    let words = &text[line.clone()];
    let starts = words.match_indices(' ').map(|(at, _)| at + 1);
    let title = starts.filter(|&at| words[..at].trim_end().contains(' ')).find(|&at| {
        let foreign = begins_foreign_office(&words[at..]);
        foreign
            || words[at..].starts_with(char::is_uppercase)
                && office_at(words, at).is_some_and(|office| {
                    // "King" and "Prince" are family names too.
                    let ends = at + office.len == words.len() && !office.name.contains(' ');
                    !(ends && office.class == OfficeClass::State)
                })
    });
    let whole = |range: Range<usize>| {
        let words = text[range.clone()].trim_end_matches([',', ' ']);
        range.start..range.start + words.len()
    };
    match title {
        Some(at) => (whole(line.start..line.start + at), trimmed(text, line.start + at..line.end)),
        None => (whole(line), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_no_style() {
        assert!(is_name_line("H. E. BYRON"));
        for line in ["H. E. Mr. Byron", "H.E. Byron", "H. E. The Minister"] {
            assert!(!has_initials(line), "{line}");
        }
    }

    #[test]
    fn one_word_may_be_a_name_but_no_office_or_state() {
        assert!(is_family_name("Byron"));
        for line in ["Ambassador", "Norway", "Ada Byron", "byron", "Excellency,", "Archbishop"] {
            assert!(!is_family_name(line), "{line}");
        }
        assert!(!is_name_line("The Secretary-General"));
    }

    #[test]
    fn a_letter_may_end_with_a_name() {
        for line in ["A. V. Byron", "A. BYRON", "ADA BYRON"] {
            assert!(is_last_name(line), "{line}");
        }
        for line in ["Ada Byron", "END OF TEXT", "A. Introduction to it"] {
            assert!(!is_last_name(line), "{line}");
        }
    }

    #[test]
    fn a_name_may_stand_without_a_mark() {
        for line in ["Ada Byron", "TH. C. VIRTA", "Berit de la Fosse", "A. Virta"] {
            assert!(is_name_line(line), "{line}");
        }
        for line in [
            "Ada",
            "Permanent Representative",
            "Republic of Norway",
            "Security Council",
            "In the end",
        ] {
            assert!(!is_name_line(line), "{line}");
        }
    }
}
