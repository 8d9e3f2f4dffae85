//! Who makes a statement, by its title, and on what occasion.
//!
//! ```text
//! title    = noun phrase , [ participle ] , ( "by" | "of" | "from" ) , parties , { occasion | rest }
//! occasion = ( "at" | "on the occasion of" | "during" ) , { word }
//! rest     = ( "on" | "concerning" | "in" | "adopted" | "issued" | ... ) , { word }
//! ```
//!
//! Behind "of" only an office, a body, a State or a group is who makes it: a "declaration of
//! principles" has none.

use std::ops::Range;

use super::party::{PartyReading, behind_person, parties, skip_article};
use crate::gazetteer::Named;
use crate::inline::{NameHit, office_at};

/// What a title says, by ranges in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct IssuerReading {
    pub(crate) issuers: Vec<PartyReading>,
    pub(crate) occasion: Option<Range<usize>>,
}

/// The words that an issuer follows, of a title in lower case.
const BEFORE: [&str; 9] = [
    " delivered by ",
    " presented by ",
    " issued by ",
    " made by ",
    " given by ",
    " by ",
    " from ",
    " on behalf of ",
    " of ",
];

/// The words that end the issuers.
const BEHIND: [&str; 18] = [
    " at the ",
    " at its ",
    " at a ",
    " at their ",
    " on ",
    " in ",
    " during ",
    " concerning ",
    " regarding ",
    " following ",
    " after ",
    " with respect ",
    " with regard ",
    " adopted ",
    " issued ",
    " made ",
    " delivered ",
    " before ",
];

/// The first words of an occasion, behind their blank.
const OCCASIONS: [&str; 6] =
    ["at the ", "at its ", "at a ", "at their ", "on the occasion", "during "];

/// Reads a title behind the noun that ends at `noun`, with the names that were found in it.
pub(crate) fn issuers(title: &str, noun: usize, hits: &[NameHit]) -> IssuerReading {
    let mut reading = IssuerReading::default();
    let lower = title.to_ascii_lowercase();
    let Some(behind) = lower.get(noun..) else { return reading };
    let before = BEFORE.iter().filter_map(|words| behind.find(words).map(|at| (at, *words)));
    let Some((at, words)) = before.min_by_key(|(at, words)| (*at, usize::MAX - words.len())) else {
        reading.occasion = occasion(title, &lower, noun);
        return reading;
    };
    let start = skip_article(title, noun + at + words.len());
    // What the noun is of must be someone, and stands right behind it.
    let someone = words != " of " || at == 0 && is_someone(title, start, hits);
    if !someone {
        reading.occasion = occasion(title, &lower, noun);
        return reading;
    }
    let (person, from) = behind_person(title, start..title.len());
    let office = from.start + office_at(title, from.start).map_or(0, |office| office.len);
    let stops = BEHIND.iter().filter_map(|words| lower[office..].find(words));
    let end = stops.min().map_or(title.len(), |stop| office + stop);
    let end = start + title[start..end].trim_end_matches([',', ' ', '.']).len();
    if from.start < end {
        reading.issuers = parties(title, from.start..end, hits);
        if let Some(first) = reading.issuers.first_mut() {
            first.person = first.person.take().or(person);
        }
    }
    reading.occasion = occasion(title, &lower, end);
    reading
}

/// Whether an office, a State, a body or a group begins here.
fn is_someone(title: &str, at: usize, hits: &[NameHit]) -> bool {
    const GROUPS: [&str; 14] = [
        "heads",
        "presidents",
        "leaders",
        "ministers",
        "foreign",
        "governments",
        "government",
        "representatives",
        "permanent",
        "members",
        "member",
        "participants",
        "delegation",
        "group",
    ];
    let first = title[at..].split(' ').next().unwrap_or("").to_lowercase();
    office_at(title, at).is_some()
        || GROUPS.contains(&first.as_str())
        || hits.iter().any(|hit| {
            hit.range.start == at && matches!(hit.named, Named::State(_) | Named::Organization(_))
        })
}

/// The occasion behind the issuers, up to a comma or the end.
fn occasion(title: &str, lower: &str, from: usize) -> Option<Range<usize>> {
    let starts = lower.get(from..)?.match_indices(' ').map(|(at, _)| from + at + 1);
    let start = starts
        .into_iter()
        .find(|&at| OCCASIONS.iter().any(|words| lower[at..].starts_with(words)))?;
    let start = ["at ", "on ", "during "]
        .iter()
        .find(|word| lower[start..].starts_with(**word))
        .map_or(start, |word| skip_article(title, start + word.len()));
    let stops = [", ", " on ", " concerning ", " regarding ", " adopted ", " issued "];
    let end = stops.iter().filter_map(|stop| lower[start..].find(stop)).min();
    let end = end.map_or(title.len(), |end| start + end);
    let length = title[start..end].trim_end_matches(['.', ' ']).len();
    (length > 0).then_some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inline::names;

    fn read(title: &str, noun: &str) -> (Vec<String>, Option<String>) {
        let end = title.find(noun).unwrap() + noun.len();
        let found = issuers(title, end, &names(title));
        let party = |party: PartyReading| {
            let person = party.person.map(|range| format!("{}: ", &title[range]));
            format!("{}{}", person.unwrap_or_default(), &title[party.range])
        };
        (
            found.issuers.into_iter().map(party).collect(),
            found.occasion.map(|range| title[range].to_owned()),
        )
    }

    #[test]
    fn titles_say_who_speaks_and_where() {
        assert_eq!(
            read(
                "Address by H.E. Ada Byron, the Prime Minister of the Kingdom of Norway, at the \
                 General Debate of the 86th session",
                "Address"
            ),
            (
                vec!["Ada Byron: Prime Minister of the Kingdom of Norway".into()],
                Some("General Debate of the 86th session".into())
            )
        );
        assert_eq!(
            read("Statement by the Ministry of Foreign Affairs of Norway on the lake", "Statement"),
            (vec!["Ministry of Foreign Affairs of Norway".into()], None)
        );
        assert_eq!(read("Declaration of principles on the lake", "Declaration"), (vec![], None));
    }

    #[test]
    fn several_ministers_are_several_issuers() {
        let title = "Joint communiqué of the Ministers for Foreign Affairs of Norway, Finland and \
                     Sweden on the lake";
        let found = issuers(title, title.find(" of ").unwrap(), &names(title));
        assert_eq!(found.issuers.len(), 3);
    }
}
