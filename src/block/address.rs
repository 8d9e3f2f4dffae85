//! Letterheads and addresses: who writes and who is written to, where no heading says so.
//!
//! ```text
//! letterhead = institution , [ "of" , State ] , [ "to" , body ]      (any case, no sentence)
//! address    = person , { office | body | street | town }            (a line each)
//! person     = ( "H.E." | "His Excellency" | "Mr." | ... ) , [ name ]
//! ```

use std::ops::Range;

use super::formula::is_salutation;
use super::signature_person::has_initials;
use crate::gazetteer::{Named, OfficeClass};
use crate::inline::{names, office_at};
use crate::text::{begins_lower, ends_sentence};

/// What is longer, in bytes, is no line of an address.
const LONGEST: usize = 120;
/// What is longer, in bytes, is no whole address that a copy has run together.
const LONGEST_RUN: usize = 400;

/// Whether the line begins an address. It is asked only above and below the body of a letter; below
/// the signature a copy may have run the whole address into one line.
pub(crate) fn opens_address(line: &str, is_below: bool) -> bool {
    const PERSONS: [&str; 18] = [
        "h.e. ",
        "h. e. ",
        "h.e.\u{A0}",
        "his excellency",
        "her excellency",
        "their excellencies",
        "the honourable ",
        "the honorable ",
        "the right honourable ",
        "mr. ",
        "mrs. ",
        "ms. ",
        "dr. ",
        "sir ",
        "to: ",
        "to the ",
        "the rt. hon. ",
        "the hon. ",
    ];
    let line = line.trim_start_matches(['*', '_', ' ']);
    let ends = line.ends_with(['.', ';', ':', '?', '!']) && line.len() > 40;
    let longest = if is_below { LONGEST_RUN } else { LONGEST };
    if line.len() > longest || begins_lower(line) || ends || line.ends_with(',') && line.len() < 25
    {
        return false;
    }
    // "Mr. President, allow me to ...": a speech that turns to the chair.
    let turns = || line.split_once([',', ':']).is_some_and(|(head, _)| is_salutation(head));
    let prose = || !is_below && is_prose(line);
    let alone =
        |person: &str| person.starts_with("the ") && person.trim_end().eq_ignore_ascii_case(line);
    PERSONS.iter().any(|person| begins_with(line, person) || alone(person))
        && !has_initials(line)
        && !turns()
        && !prose()
        || line.trim_end().eq_ignore_ascii_case("h.e. mr.")
        || is_first_title(line)
}

/// Whether a line has words that no name and no office has: a sentence that a person is named in.
fn is_prose(line: &str) -> bool {
    const OF_NAMES: [&str; 12] =
        ["of", "the", "and", "to", "for", "de", "la", "van", "von", "al", "bin", "du"];
    let plain = |word: &&str| {
        word.starts_with(char::is_lowercase)
            && word.chars().all(char::is_alphabetic)
            && !OF_NAMES.contains(word)
    };
    line.split(' ').filter(plain).count() >= 3
}

/// Whether the line begins with the style of a dignitary: no one signs with it.
pub(crate) fn has_style(line: &str) -> bool {
    const STYLES: [&str; 7] =
        ["h.e. ", "his exc", "her exc", "their e", "the hon", "the rt.", "the rig"];
    let line = line.trim_start_matches(['*', '_', ' ']);
    STYLES.iter().any(|style| begins_with(line, style))
}

/// Whether a line says who has a copy: `cc: Ms. Ada Byron`, `(c.c.: Office of Legal Affairs)`.
pub(crate) fn names_copies(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '[', ' ']);
    let names = ["cc:", "c.c.", "cc.", "cc ", "copy to:", "copies to:", "copy:"];
    let begins =
        |name: &&str| text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
    names.iter().any(begins)
}

/// Whether the line is an office with its article and what it is of, as a second line of an address
/// has it: `The President of the Security Council`.
pub(super) fn is_office_line(line: &str) -> bool {
    line.len() <= LONGEST
        && line.strip_prefix("The ").is_some_and(|rest| {
            let behind = office_at(rest, 0).map(|office| &rest[office.len..]);
            behind.is_some_and(|behind| {
                behind.is_empty() || behind == "," || begins_with(behind, " of ")
            })
        })
}

/// Whether a line begins with the words, in any case.
fn begins_with(line: &str, words: &str) -> bool {
    line.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words))
}

/// `The Secretary-General` alone on its line, as the first line of an address.
fn is_first_title(line: &str) -> bool {
    line.strip_prefix("The ").is_some_and(|rest| {
        office_at(rest, 0).is_some_and(|office| {
            office.class == OfficeClass::UnOfficer && rest.len() <= office.len + 2
        })
    })
}

/// The office that an address names first, by its range in the joined text of the address: with
/// the State or body that it is of, and the body that it is accredited to, where the text says so.
pub(crate) fn addressee_office(text: &str) -> Option<Range<usize>> {
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    for start in starts {
        if !text[start..].starts_with(char::is_uppercase) {
            continue;
        }
        let Some(office) = office_at(text, start) else { continue };
        // "Ambassador X": the rank before a name says nothing of the office.
        if office.name == "Ambassador" || office.name == "Excellency" {
            continue;
        }
        // A representative who presides over an organ is written to as its president.
        if office.class == OfficeClass::Diplomatic
            && let Some(found) = presides(text, start + office.len)
        {
            return Some(found);
        }
        let end = start + office.len;
        let start = text[..start].strip_suffix("Assistant ").map_or(start, str::len);
        let of = text[end..].strip_prefix(" of ").map(|rest| text.len() - rest.len());
        let named = of.and_then(|of| {
            let hits = names(&text[of..]);
            let first = hits.into_iter().find(|hit| {
                matches!(hit.named, Named::State(_) | Named::Organization(_))
                    && hit.range.start <= "the ".len()
            })?;
            Some(of + first.range.end)
        });
        let end = named.unwrap_or(end);
        return Some(start..accredited(text, end).unwrap_or(end));
    }
    None
}

/// The office of the United Nations that is named first behind `from`.
fn presides(text: &str, from: usize) -> Option<Range<usize>> {
    let starts = text[from..].match_indices(' ').map(|(at, _)| from + at + 1);
    let capital = |at: &usize| text[*at..].starts_with(char::is_uppercase);
    starts.filter(capital).find_map(|at| {
        let office = office_at(text, at)?;
        (office.class == OfficeClass::UnOfficer).then_some(at..at + office.len)
    })
}

/// The end of the body that an office, whose name ends at `end`, is accredited to.
fn accredited(text: &str, end: usize) -> Option<usize> {
    let at = text.len() - text[end..].strip_prefix(" to ")?.len();
    let hits = names(&text[at..]);
    let body = hits.iter().find(|hit| matches!(hit.named, Named::Organization(_)))?;
    (body.range.start <= "the ".len()).then_some(at + body.range.end)
}

/// Whether a line is the letterhead of an institution that writes: `PERMANENT MISSION OF NORWAY`,
/// `Ministry of Foreign Affairs`.
pub(crate) fn is_letterhead(line: &str) -> bool {
    const NOUNS: [&str; 4] = ["department of ", "legation of ", "high commission", "legation"];
    // The marks of Markdown say nothing of it; a copy may have run the lines in them into one.
    let bare = line.trim_start_matches(['#', '*', '_', ' ']);
    let line = if line.starts_with('*') { bare.split('*').next().unwrap_or("") } else { bare };
    if line.len() > LONGEST || ends_sentence(line) {
        return false;
    }
    let start = ["the ", "royal "].iter().find_map(|first| {
        let head = line.get(..first.len())?;
        head.eq_ignore_ascii_case(first).then_some(first.len())
    });
    let is_institution = |at: usize| {
        let named = |noun: &&str| {
            line.get(at..at + noun.len()).is_some_and(|head| head.eq_ignore_ascii_case(noun))
        };
        line[at..].starts_with(char::is_uppercase)
            && (office_at(line, at).is_some_and(|office| office.class == OfficeClass::Institution)
                || NOUNS.iter().any(named))
    };
    // A copy may have run numbers and dates into it; the name itself stands first.
    let first = || line.split(' ').take(6);
    let capitals = first().filter(|word| word.starts_with(char::is_uppercase)).count();
    if capitals * 2 < first().count() {
        return false;
    }
    is_institution(start.unwrap_or(0))
        || line.match_indices(' ').take(4).any(|(at, _)| {
            // "Canadian Embassy", "Royal Netherlands Embassy"
            let rest = &line[at + 1..];
            is_institution(at + 1) && rest.split(' ').count() == 1
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_begins_with_a_person() {
        for line in
            ["H.E. Mr. Ada Byron", "His Excellency", "Mr. Ada Byron", "The Secretary-General"]
        {
            assert!(opens_address(line, false), "{line}");
        }
        for line in [
            "Mr. President,",
            "Mr. President, allow me first of all to congratulate you most",
            "Mr. Byron on his assumption of the office of",
            "The Secretary-General wrote",
            "Sir,",
        ] {
            assert!(!opens_address(line, false), "{line}");
        }
    }

    #[test]
    fn initials_begin_no_address_and_an_office_goes_on_with_one() {
        assert!(!opens_address("H. E. BYRON", true));
        assert!(opens_address("H. E. Ada Byron", true));
        assert!(is_office_line("The Secretary-General"));
        assert!(is_office_line("The President of the Security Council"));
        assert!(!is_office_line("The Secretary-General wrote"));
        assert!(!is_office_line("The matter is closed"));
    }

    #[test]
    fn the_office_of_an_address_is_read_with_its_body() {
        let read = |text: &'static str| addressee_office(text).map(|range| &text[range]);
        assert_eq!(
            read("H.E. Ambassador Ada Byron President of the Security Council New York"),
            Some("President of the Security Council")
        );
        assert_eq!(
            read("Mr. Ada Byron Permanent Representative of Norway to the United Nations"),
            Some("Permanent Representative of Norway to the United Nations")
        );
        assert_eq!(
            read("Mr. Ada Byron Assistant Administrator Oslo"),
            Some("Assistant Administrator")
        );
        assert_eq!(read("Mr. Ada Byron Oslo"), None);
    }

    #[test]
    fn who_presides_is_written_to_as_president() {
        let address = "H.E. Ms. Ada Byron Permanent Representative of Norway to the United Nations \
                       President of the Security Council United Nations New York";
        let office = addressee_office(address).map(|range| &address[range]);
        assert_eq!(office, Some("President of the Security Council"));
    }

    #[test]
    fn lines_that_say_who_has_a_copy() {
        assert!(
            ["cc: Ms. Byron", "(c.c.: Office of Legal Affairs)"].iter().all(|l| names_copies(l))
        );
        assert!(!names_copies("Copies of the note were sent."));
    }

    #[test]
    fn institutions_have_letterheads() {
        for line in [
            "PERMANENT MISSION OF NORWAY",
            "Permanent Mission of Norway to the United Nations",
            "Ministry of Foreign Affairs",
            "ROYAL NORWEGIAN EMBASSY",
            "####PERMANENT MISSION OF NORWAY",
            "*The Royal Norwegian Embassy**in Lima.*",
        ] {
            assert!(is_letterhead(line), "{line}");
        }
        for line in ["Permanent Mission was told that it is so", "NEW YORK", "A mission"] {
            assert!(!is_letterhead(line), "{line}");
        }
    }
}
