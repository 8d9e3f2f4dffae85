//! Names of persons behind a title.
//!
//! ```text
//! name     = word { sp word }                       at most seven words
//! word     = capitalised | initial | particle word | suffix
//! initial  = capital "." [ "-" capital "." ]        A., J.-P.
//! particle = "de" | "la" | "van" | "bin" | ...      in lower case, before a word
//! suffix   = "Jr." | "II" | "III"
//! ```
//!
//! The name ends at a sign, at a word in lower case, at the possessive, and where a name of the
//! tables or a word of dates and headings begins. United Nations style keeps the bearer's order
//! and may print the family name in capitals: `PARK In-kook`.

use super::names::{Hit, What};
use crate::gazetteer::{Evidence, Named};
use crate::model::MONTHS;
use crate::text::beginning;

const LONGEST: usize = 120;
const MOST_WORDS: usize = 7;

const PARTICLES: [&str; 27] = [
    "de", "del", "della", "la", "las", "los", "le", "van", "der", "den", "von", "zu", "bin", "ibn",
    "ben", "bint", "ould", "uld", "da", "das", "do", "dos", "di", "du", "des", "al", "el",
];

/// Particles with which no name begins: before an office they are articles.
const ARTICLES: [&str; 6] = ["la", "las", "los", "le", "el", "al"];

/// Words in capitals that end a name, beside the months.
const STOPS: &[&str] = &[
    "The",
    "In",
    "On",
    "At",
    "To",
    "Of",
    "And",
    "For",
    "From",
    "With",
    "By",
    "As",
    "Also",
    "His",
    "Her",
    "I",
    "We",
    "It",
    "This",
    "That",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Addressed",
    "Transmitting",
    "Letter",
    "Annex",
    "Enclosure",
    "Report",
    "Statement",
    "Office",
    "Mission",
    "Note",
    "Dated",
    "Presidente",
    "Presidenta",
    // They begin titles and the names of bodies.
    "Acting",
    "Adviser",
    "Advisor",
    "Chief",
    "Deputy",
    "Former",
    "Group",
    "Groups",
    "Special",
];

/// First letters that initials keep together where another script is written in Latin letters, or
/// by old custom.
const INITIALS: [&str; 15] =
    ["Ch", "Chr", "Dzh", "Fr", "Ge", "Kh", "Ph", "Sh", "St", "Th", "Ts", "Ya", "Ye", "Yu", "Zh"];

/// The length of the name at `from`; `hits` are those that begin there or later. Without an
/// honorific (`styled`) less counts as a name.
pub(super) fn person_name(text: &str, from: usize, hits: &[Hit], styled: bool) -> Option<usize> {
    let window = beginning(text.get(from..)?, LONGEST);
    let mut hits = hits.iter().peekable();
    let (mut length, mut words, mut letters) = (0, 0, 0);
    let mut at = 0;
    for token in window.split(' ').take(MOST_WORDS + 3) {
        while hits.next_if(|hit| hit.range.start < from + at).is_some() {}
        let named = hits.peek().filter(|hit| hit.range.start == from + at);
        let of = || window[at..].split(' ').nth(1).is_some_and(|next| matches!(next, "of" | "and"));
        // `I. Rhonda King`: behind a name without a comma.
        let personal = |hit: &Hit| words > 0 && styled && is_personal(hit) && !of();
        if named.is_some_and(|hit| ends_a_name(hit, words == 0 && styled) && !personal(hit)) {
            break;
        }
        let (word, last) = clean(token);
        if is_stop(word) || words == MOST_WORDS {
            break;
        }
        if is_capitalised(word) {
            words += 1;
            letters = letters.max(word.chars().filter(|c| c.is_alphabetic()).count());
            length = at + word.len();
        } else {
            // `Mr. van den Berg`, but not `Monsieur le Président`.
            let opens = at > 0 || styled && !ARTICLES.contains(&word);
            if !(opens && PARTICLES.contains(&word)) {
                break;
            }
        }
        if last {
            break;
        }
        at += token.len() + 1;
    }
    let name = &window[..length];
    let shouted = !name.chars().any(char::is_lowercase);
    (letters >= 2 && (styled || !shouted)).then_some(length)
}

/// Whether a hit is no part of a person's name. The first word behind an honorific may be any
/// name of one word: Mr. Israel, Mr. French.
fn ends_a_name(hit: &Hit, first: bool) -> bool {
    match hit.entry.what {
        What::Named(Named::State(_) | Named::Demonym(_)) => {
            !first && !matches!(hit.entry.evidence, Evidence::Person | Evidence::Never)
        }
        What::Named(Named::Organization(_) | Named::Instrument(_)) => {
            !(hit.entry.acronym && hit.entry.evidence == Evidence::Introduced)
        }
        // "King" and "Speaker" are family names too.
        What::Named(Named::Office(_)) => !first || hit.entry.evidence != Evidence::Qualified,
        What::Honorific => false,
        _ => true,
    }
}

/// Whether the name of an office is also one of persons: `Amir Saeid`, `Rhonda King`.
pub(super) fn is_personal(hit: &Hit) -> bool {
    const NAMES: [&str; 3] = ["Emir", "King", "Sultan"];
    let What::Named(Named::Office(office)) = hit.entry.what else { return false };
    hit.entry.evidence == Evidence::Qualified && NAMES.contains(&office.name())
}

/// The word of a token without the signs around it, and whether a name ends with it.
fn clean(token: &str) -> (&str, bool) {
    let cut = token
        .find(|c: char| !(c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’' | '‘' | '`')));
    let (word, mut last) = match cut {
        Some(cut) => (&token[..cut], true),
        None => (token, false),
    };
    let mut word = word;
    for possessive in ["'s", "’s"] {
        if let Some(owner) = word.strip_suffix(possessive) {
            (word, last) = (owner, true);
        }
    }
    if word.ends_with(['\'', '’']) {
        (word, last) = (word.trim_end_matches(['\'', '’']), true);
    }
    if word.ends_with('.') && !is_initial(word) && !matches!(word, "Jr." | "Sr.") {
        (word, last) = (word.trim_end_matches('.'), true);
    }
    (word, last)
}

/// One letter before each dot, or what counts as one: `A.`, `J.-P.`, `Yu.`.
fn is_initial(word: &str) -> bool {
    word.split_terminator('.').all(|part| {
        let part = part.trim_start_matches('-');
        let mut letters = part.chars();
        let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        single || INITIALS.contains(&part)
    })
}

fn is_stop(word: &str) -> bool {
    let shouted = word.len() > 2 && !word.chars().any(char::is_lowercase);
    STOPS
        .iter()
        .chain(&MONTHS)
        .any(|stop| *stop == word || (shouted && stop.eq_ignore_ascii_case(word)))
}

/// A capital first, or behind an article that is a part of the name (`al-`, `d'`).
fn is_capitalised(word: &str) -> bool {
    if word.starts_with(char::is_uppercase) {
        return true;
    }
    let (article, rest) = match word.find(['-', '\'', '’', '‘']) {
        Some(at) => word.split_at(at),
        None => return false,
    };
    let rest = rest.trim_start_matches(['-', '\'', '’', '‘']);
    article.chars().count() <= 3
        && article.chars().all(char::is_lowercase)
        && rest.starts_with(char::is_uppercase)
}
