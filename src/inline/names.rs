//! The names of the tables, found in one pass over a text.
//!
//! ```text
//! hit      = name | mission head | honorific | signature mark
//! boundary = no letter or digit on either side; behind a name one or two digits of a footnote's
//!            marker may stick
//! name     = as the tables print it; a hyphen may have a blank on one side, be another dash, or
//!            be lost between two words (`Secretary -General`, `SecretaryGeneral`): read through,
//!            with the status of what is normalized
//! ```
//!
//! The leftmost hit wins, of those the longest. Offices alone let the names inside them through
//! (`President of the Security Council` is an office and names an organ).

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::context::judge;
use super::longest::Longest;
use super::stops::{Readers, Stop, stops};
use crate::gazetteer::{
    Evidence, Name, NameForm, Named, State, all_names, honorifics, mission_heads,
};

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// A name of the gazetteer.
    Named(Named),
    /// Words after which a State's name belongs to a mission: `Panel of Experts on`.
    MissionHead,
    /// What stands before a person's name: `Mr.`.
    Honorific,
    /// `(Signed)`, after which a person's name stands.
    Signed,
}

/// A printed form that is looked for.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) what: What,
    pub(crate) evidence: Evidence,
    pub(crate) acronym: bool,
    /// Whether the form is damaged print.
    pub(crate) damaged: bool,
    /// Whether several States bear the name, at different times.
    pub(crate) shared: bool,
}

/// A hit at a place in a text.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    pub(crate) range: Range<usize>,
    pub(crate) entry: &'static Entry,
    /// Whether a marker sticks to it.
    pub(crate) marked: bool,
}

/// A name of the gazetteer at a place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameHit {
    pub(crate) range: Range<usize>,
    pub(crate) named: Named,
    /// Whether the form alone is not evidence enough.
    pub(crate) ambiguous: bool,
    /// Whether the form is damaged print.
    pub(crate) damaged: bool,
}

/// The marks of a signature, with what may follow up to the name.
const SIGNED: [&str; 9] = [
    "(Signed)",
    "(SIGNED)",
    "(signed)",
    "[Signed]",
    "[signed]",
    "(Signed )",
    "( Signed )",
    "Signed:",
    "/s/",
];

/// All printed forms that are looked for.
struct Forms {
    longest: Longest,
    /// By the numbers of the forms.
    entries: Vec<Entry>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let whole = |what| Entry {
        what,
        evidence: Evidence::Alone,
        acronym: false,
        damaged: false,
        shared: false,
    };
    let mut forms: Vec<(Cow<'static, str>, Entry)> = Vec::new();
    forms.extend(all_names().map(|name| (name.text().into(), entry(name, false))));
    forms.extend(mission_heads().iter().map(|head| ((*head).into(), whole(What::MissionHead))));
    for honorific in honorifics() {
        forms.push((honorific.replace('\'', "\u{2019}").into(), whole(What::Honorific)));
        forms.push((honorific.into(), whole(What::Honorific)));
        if honorific.len() > 3 || honorific.ends_with('.') {
            forms.push((honorific.to_uppercase().into(), whole(What::Honorific)));
        }
    }
    forms.extend(SIGNED.iter().map(|mark| ((*mark).into(), whole(What::Signed))));
    for name in all_names().filter(|name| name.form() != NameForm::Acronym) {
        forms.extend(damaged(name.text()).into_iter().map(|text| (text.into(), entry(name, true))));
    }
    // Of equal forms the first keeps its place: what is printed whole before what is damaged.
    forms.sort_by(|(a, _), (b, _)| a.cmp(b));
    forms.dedup_by(|(later, _), (first, _)| later == first);
    let longest = Longest::of(forms.iter().map(|(text, _)| &**text));
    Forms { longest, entries: forms.into_iter().map(|(_, entry)| entry).collect() }
});

fn entry(name: &Name, damaged: bool) -> Entry {
    let is_state = matches!(name.named(), Named::State(_));
    Entry {
        what: What::Named(name.named()),
        evidence: name.evidence(),
        acronym: name.form() == NameForm::Acronym,
        damaged,
        shared: is_state && State::bearers(name.text()).len() > 1,
    }
}

/// The damaged forms of a name: of its hyphens, one form a kind of damage.
fn damaged(text: &str) -> Vec<String> {
    let inner = |at: usize| {
        let after = text[at + 1..].chars().next();
        text[..at].ends_with(char::is_alphabetic) && after.is_some_and(char::is_alphabetic)
    };
    if !memchr::memchr_iter(b'-', text.as_bytes()).any(inner) {
        return Vec::new();
    }
    let mut forms: Vec<String> =
        [" -", "- ", "\u{2013}", "\u{2011}"].iter().map(|dash| text.replace('-', dash)).collect();
    // Lost between two words only: "Co-operation" and "Cooperation" are two spellings.
    let between = |at: usize| text[at + 1..].starts_with(char::is_uppercase);
    if text.len() > 12 && text.find('-').is_some_and(between) {
        forms.push(text.replacen('-', "", 1));
    }
    forms
}

/// All printed forms that are looked for.
pub(super) fn printed_forms() -> impl Iterator<Item = &'static str> {
    FORMS.longest.names()
}

/// All hits in the text, by place: none inside another but those inside an office.
pub(super) fn scan(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    scan_into(text, &stops(text), &mut hits);
    hits
}

/// Writes all hits in the text, by place, where others have been.
pub(super) fn scan_into(text: &str, stops: &[Stop], hits: &mut Vec<Hit>) {
    let Forms { longest, entries } = &*FORMS;
    hits.clear();
    let mut at = 0;
    // Where the last office ends; another one before that is a part of it.
    let mut office_end = 0;
    for stop in stops.iter().filter(|stop| stop.readers.any(Readers::NAMES)) {
        let start = stop.at();
        if start < at {
            continue;
        }
        let bounded = longest.at(&text[start..]).and_then(|(number, len)| {
            let (range, entry) = (start..start + len, &entries[number]);
            bounded(text, &range, entry).map(|marked| (range, entry, marked))
        });
        let Some((range, entry, marked)) = bounded else { continue };
        if let What::Named(Named::Office(_)) = entry.what {
            at = next_capital(text, &range);
            if range.start < office_end {
                continue;
            }
            office_end = range.end;
        } else {
            at = range.end;
        }
        hits.push(Hit { range, entry, marked });
    }
}

/// Whether the hit stands as words of its own; if so, whether a marker sticks to it.
fn bounded(text: &str, range: &Range<usize>, entry: &Entry) -> Option<bool> {
    let bytes = text.as_bytes();
    let before = range.start.checked_sub(1).map(|at| bytes[at]);
    let opens = match before {
        None => true,
        Some(byte) if byte.is_ascii() => !(byte.is_ascii_alphanumeric() || byte == b'_'),
        Some(_) => !text[..range.start].ends_with(is_word),
    };
    if !opens {
        return None;
    }
    let rest = &bytes[range.end..];
    match entry.what {
        What::Signed => return Some(false),
        What::Honorific if bytes[range.end - 1] == b'.' => return Some(false),
        What::Named(Named::Office(_)) if before == Some(b'-') || rest.first() == Some(&b'-') => {
            return None;
        }
        // "Guinea-Bissau" is not Guinea; "China-Pakistan" is both.
        What::Named(Named::State(_)) if rest.starts_with(b"-B") => return None,
        _ => {}
    }
    match rest.first() {
        None => Some(false),
        Some(byte) if byte.is_ascii_digit() => {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let whole = !entry.acronym
                && digits <= 2
                && bytes[range.end - 1].is_ascii_lowercase()
                && !text[range.end + digits..].starts_with(|c| is_word(c) || c == '/');
            whole.then_some(true)
        }
        Some(byte) if byte.is_ascii() => {
            (!(byte.is_ascii_alphabetic() || *byte == b'_')).then_some(false)
        }
        Some(_) => (!text[range.end..].starts_with(is_word)).then_some(false),
    }
}

/// Where the search goes on behind the first word of an office: at the next word in capitals.
fn next_capital(text: &str, range: &Range<usize>) -> usize {
    let words = &text.as_bytes()[range.clone()];
    let next = (1..words.len()).find(|&i| {
        words[i].is_ascii_uppercase() && !words[i - 1].is_ascii_alphanumeric() && words[i - 1] < 128
    });
    next.map_or(range.end, |i| range.start + i)
}

/// All names in the text that are what they seem, as far as the words around them say.
pub(crate) fn names(text: &str) -> Vec<NameHit> {
    let mut names = Vec::new();
    names_into(text, &scan(text), &mut names);
    names
}

/// Writes the names among the hits of a text where others have been.
pub(super) fn names_into(text: &str, hits: &[Hit], named: &mut Vec<NameHit>) {
    named.clear();
    for (at, hit) in hits.iter().enumerate() {
        let What::Named(what) = hit.entry.what else {
            continue;
        };
        let evidence = hit.entry.evidence;
        let is_state = matches!(what, Named::State(_));
        if matches!(what, Named::Office(_)) || (is_state && !judge(text, hits, at)) {
            continue;
        }
        let ambiguous = !matches!(evidence, Evidence::Alone | Evidence::Context | Evidence::Person);
        let (range, damaged) = (hit.range.clone(), hit.entry.damaged);
        named.push(NameHit { range, named: what, ambiguous, damaged });
    }
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(text: &str) -> Vec<&'static str> {
        names(text)
            .into_iter()
            .filter_map(|hit| match hit.named {
                Named::State(state) => Some(state.code()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn the_longest_name_wins_and_names_end_with_words() {
        assert_eq!(
            states("Guinea-Bissau, Guinea, Papua New Guinea and Equatorial Guinea"),
            ["GNB", "GIN", "PNG", "GNQ"]
        );
        assert_eq!(states("Nigerian, Niger, the Gulf of Guinea, Romania"), ["NER", "ROU"]);
    }

    #[test]
    fn capitals_and_both_apostrophes_are_read() {
        assert_eq!(states("THE PEOPLE’S REPUBLIC OF CHINA"), ["CHN"]);
        assert_eq!(states("Côte d'Ivoire and CÔTE D’IVOIRE"), ["CIV", "CIV"]);
    }

    #[test]
    fn a_mission_is_not_the_state_that_it_is_in() {
        assert_eq!(states("the United Nations Political Office for Somalia in Kenya"), ["KEN"]);
    }

    #[test]
    fn damage_is_read_through() {
        assert_eq!(
            states("Timor -Leste, Timor- Leste, Guinea\u{2013}Bissau"),
            ["TLS", "TLS", "GNB"]
        );
        assert_eq!(states("Kenya1 and Kenya12, Kenya2006 and Kenya3/4"), ["KEN", "KEN"]);
    }

    #[test]
    fn an_office_lets_the_names_inside_it_through() {
        let text = "the President of the Security Council and the Deputy Permanent Representative";
        let seen: Vec<&str> = scan(text).iter().map(|hit| &text[hit.range.clone()]).collect();
        assert_eq!(
            seen,
            [
                "President of the Security Council",
                "Security Council",
                "Deputy Permanent Representative"
            ]
        );
    }
}
