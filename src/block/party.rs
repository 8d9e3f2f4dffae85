//! Parties: who writes, who is written to, who makes a statement.
//!
//! ```text
//! parties = party , { ( "," | "and" ) , "the" , party }
//! party   = [ person , "," ] , [ "the" ] , office , [ "of" , [ mission "of" ] , states | body ] ,
//!           [ "to" , body ]
//! ```

use std::ops::Range;

use super::signature_person::without_honorific;
use crate::gazetteer::{Named, State};
use crate::inline::{NameHit, office_at};

/// One party of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PartyReading {
    /// The whole party without its article.
    pub(crate) range: Range<usize>,
    /// The person who holds the office, without honorific, where one is named.
    pub(crate) person: Option<Range<usize>>,
    /// The office without its State and accreditation.
    pub(crate) office: Option<Range<usize>>,
    /// The office in the spelling of the table, where it lists it.
    pub(crate) office_name: Option<&'static str>,
    /// Whether it is given in that spelling: several States share it, in the plural, or the language
    /// has it in a case, or another name within it.
    pub(crate) is_respelt: bool,
    pub(crate) state: Option<(Range<usize>, State)>,
    /// The body that the office belongs to.
    pub(crate) organization: Option<Range<usize>>,
    /// The body that it is accredited to.
    pub(crate) accredited_to: Option<Range<usize>>,
}

/// The parties that a title of a signature or the office of an address names.
pub(crate) fn title_parties(
    text: &str,
    range: Range<usize>,
    hits: &[NameHit],
) -> Vec<PartyReading> {
    parties(text, range, hits)
}

/// Behind the article that stands at `at`.
pub(crate) fn skip_article(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    match rest.get(..4) {
        Some(the) if the.eq_ignore_ascii_case("the ") => at + 4,
        _ => at,
    }
}

/// The parties in a range: a new one begins at "and" or a comma with an office behind it.
pub(super) fn parties(text: &str, range: Range<usize>, names: &[NameHit]) -> Vec<PartyReading> {
    let words = &text[range.clone()];
    let lower = words.to_ascii_lowercase();
    let mut starts = vec![0];
    for (i, separator) in lower.match_indices(" and the ").chain(lower.match_indices(", the ")) {
        let at = range.start + i + separator.len();
        if office_at(text, at).is_some() {
            starts.push(i + separator.len() - "the ".len());
        }
    }
    starts.sort_unstable();
    let mut parties = Vec::new();
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).map_or(words.len(), |&next| next);
        let end = words[..end].trim_end().trim_end_matches(" and").trim_end_matches(',').len();
        let start = skip_article(text, range.start + start);
        if start < range.start + end {
            party(text, start..range.start + end, names, &mut parties);
        }
    }
    parties
}

/// What "to" makes a preposition with.
const PREPOSITIONS: [&str; 4] = [" pursuant", " according", " relating", " related"];

/// Reads one party; one office of several States is several parties.
fn party(text: &str, range: Range<usize>, names: &[NameHit], parties: &mut Vec<PartyReading>) {
    let (person, range) = behind_person(text, range);
    let lower = text[range.clone()].to_ascii_lowercase();
    let office = office_at(text, range.start);
    let known = office.as_ref().map_or(0, |office| office.len);
    let inside = |hit: &&NameHit| hit.range.start >= range.start && hit.range.end <= range.end;
    // "to the United Nations", after the office and what it is of.
    let accredited = lower.get(known..).and_then(|rest| {
        // "established pursuant to resolution 1 (2031)" says nothing of accreditation.
        let last = |to: &str| {
            let mut places = rest.rmatch_indices(to).map(|(i, to)| (known + i, to.len()));
            places.find(|&(i, _)| !PREPOSITIONS.iter().any(|word| lower[..i].ends_with(word)))
        };
        last(" to the ").or_else(|| last(" to "))
    });
    let main_end = accredited.map_or(range.end, |(i, _)| range.start + i);
    let states: Vec<(Range<usize>, State)> = names
        .iter()
        .filter(inside)
        .filter(|hit| hit.range.end <= main_end && hit.range.start > range.start)
        .filter_map(|hit| match hit.named {
            Named::State(state) => Some((hit.range.clone(), state)),
            _ => None,
        })
        .filter(|(hit, _)| is_of(text, range.start, hit.start))
        .collect();
    let before_state =
        states.first().map(|(hit, _)| office_end(text, range.start, known, hit.start));
    // "Permanent Representative of" without a State: the copy has lost it.
    let secretariat = lower.find(" of the secretariat of ").map(|at| range.start + at);
    let main_end = secretariat.map_or(main_end, |at| at.min(main_end));
    let dangling =
        main_end - range.start == known + " of".len() && lower[known..].starts_with(" of");
    let whole = if dangling { range.start + known } else { main_end };
    let end = before_state.unwrap_or(whole);
    let office_range = Some(range.start..end).filter(|range| !range.is_empty());
    let whole_office = office.filter(|office| range.start + office.len == end);
    let organization = states.is_empty().then(|| lower.find(" of ").map(|i| range.start + i + 4));
    let organization = organization.flatten().map(|at| skip_article(text, at)..main_end);
    let reading = PartyReading {
        range: range.clone(),
        person,
        office: office_range,
        office_name: whole_office.map(|office| office.name),
        is_respelt: states.len() > 1,
        state: None,
        organization: organization.filter(|range| !range.is_empty()),
        accredited_to: accredited.map(|(i, to)| range.start + i + to..range.end),
    };
    for state in &states {
        parties.push(PartyReading { state: Some(state.clone()), ..reading.clone() });
    }
    if states.is_empty() {
        let mission = mission_of(text, range.start..main_end, names);
        parties.push(match mission {
            Some((office, state)) => {
                PartyReading { office: Some(office), state: Some(state), ..reading }
            }
            None => reading,
        });
    }
}

/// An office, and the State's name beside it.
type OfState = (Range<usize>, (Range<usize>, State));

/// A mission that has the name of its State before it, and the State: `Royal Netherlands Embassy`.
fn mission_of(text: &str, range: Range<usize>, names: &[NameHit]) -> Option<OfState> {
    const MISSIONS: [&str; 5] =
        ["Embassy", "High Commission", "Legation", "Mission", "Permanent Mission"];
    names.iter().find_map(|hit| {
        let Named::State(state) = hit.named else { return None };
        let before = text.get(range.start..hit.range.start)?.trim_end();
        let mission = text.get(hit.range.end..range.end)?.strip_prefix(' ')?;
        let whole = MISSIONS.contains(&mission) && (before.is_empty() || before == "Royal");
        whole.then(|| (hit.range.end + 1..range.end, (hit.range.clone(), state)))
    })
}

/// The person named before the office, without honorific, and the party behind the name:
/// `Mr. Ada Byron, Permanent Representative`; with an honorific the comma may be lost.
pub(super) fn behind_person(
    text: &str,
    range: Range<usize>,
) -> (Option<Range<usize>>, Range<usize>) {
    const HONORIFICS: [&str; 9] =
        ["h.e.", "h. e.", "his excellency", "her excellency", "mr", "ms", "mrs", "dr.", "sir "];
    let words = &text[range.clone()];
    if office_at(text, range.start).is_some() {
        return (None, range);
    }
    let lower = words.to_lowercase();
    let honoured = HONORIFICS.iter().any(|honorific| lower.starts_with(honorific));
    let commas = words.match_indices(", ").map(|(i, _)| range.start + i + 2);
    let blanks = words.match_indices(' ').map(|(i, _)| range.start + i + 1);
    let starts: Vec<usize> = if honoured { blanks.collect() } else { commas.collect() };
    let office = starts.into_iter().find_map(|at| {
        let office = skip_article(text, at);
        office_at(text, office).is_some().then_some((at, office))
    });
    let Some((at, office)) = office.filter(|(_, office)| *office < range.end) else {
        return (None, range);
    };
    let name = without_honorific(text, range.start..at);
    let length = text[name.clone()].trim_end_matches([',', ' ']).len();
    let person = (length > 0).then_some(name.start..name.start + length);
    (person, office..range.end)
}

/// Whether a State's name at `at` is what the office is of: "of", a list or a mission before it.
fn is_of(text: &str, from: usize, at: usize) -> bool {
    let before = text[from..at].to_ascii_lowercase();
    let before = before.trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    // "Permanent Mission Argentina": a copy has lost the "of" at a line end.
    before.ends_with(" of")
        || before.ends_with(',')
        || before.ends_with(" and")
        || before.ends_with(" mission")
}

/// Where the office ends that a State's name at `at` follows: before "of", unless that is a part of
/// its name, of so many bytes ("Head of the Delegation"), and before the mission that a chargé
/// d'affaires heads.
fn office_end(text: &str, from: usize, known: usize, at: usize) -> usize {
    let lower = text[from..at].to_ascii_lowercase();
    let mission = [" of the permanent mission", " of the permanent observer mission"];
    let mission = mission.iter().find_map(|mission| lower.find(mission));
    // A State after a list follows the first "of" of the party.
    let behind = |of: &str| lower.rfind(of).filter(|&of| of >= known);
    let of = mission.or_else(|| behind(" of the ")).or_else(|| behind(" of "));
    from + of.unwrap_or(lower.len())
}
