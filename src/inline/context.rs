//! Whether a State's name is the State: by the words right beside it.
//!
//! ```text
//! no State = mission head [ "the" ] name         United Nations Office in Kenya
//!          | leader [ "the" ] name               the Gulf of Oman, the River Jordan
//!          | name follower                       Mexico City, Jordan dinars, Panama Declaration
//!          | name "$"                            US$
//!          | honorific name                      Mr. Chad
//!          | given name, name of caution         Michael Jordan
//!          | abbreviation among capitals         CONTACT US NOW
//! ```
//!
//! Leaders, followers and cautions are in the tables. Only a few words on either side are looked
//! at, so that the work at one name is bounded.

use super::names::{Hit, What};
use crate::gazetteer::{Evidence, Named, ends_with_leader, is_follower};
use crate::text::ending;

/// Bytes looked at on either side of a name.
const REACH: usize = 48;

/// Whether the State's name that is hit number `at` names the State, as far as its neighbours say.
pub(crate) fn judge(text: &str, hits: &[Hit], at: usize) -> bool {
    let hit = &hits[at];
    let rest = &text[hit.range.end..];
    if rest.starts_with('$') || is_follower(next_word(rest)) {
        return false;
    }
    let before = before(text, hit.range.start);
    let bare = before.strip_suffix(" ").unwrap_or(before);
    let bare = bare.strip_suffix(" the").or_else(|| bare.strip_suffix(" THE")).unwrap_or(bare);
    if ends_with_leader(bare) {
        return false;
    }
    if let Some(previous) = at.checked_sub(1).map(|i| &hits[i]) {
        let gap = text.get(previous.range.end..hit.range.start).unwrap_or("-");
        match previous.entry.what {
            What::MissionHead if matches!(gap, " " | " the ") => return false,
            What::Honorific if matches!(gap, " " | "") => return false,
            _ => {}
        }
    }
    match hit.entry.evidence {
        Evidence::Never => false,
        Evidence::Person => !behind_a_given_name(text, hits, at),
        Evidence::Context if hit.entry.acronym => !among_capitals(before, rest),
        _ => true,
    }
}

/// At most some bytes before a place, cut at a character.
pub(super) fn before(text: &str, at: usize) -> &str {
    ending(&text[..at], REACH)
}

/// The word that follows after one blank.
fn next_word(rest: &str) -> &str {
    let Some(rest) = rest.strip_prefix(' ') else {
        return "";
    };
    let length = rest.bytes().take(REACH).take_while(u8::is_ascii_alphabetic).count();
    &rest[..length]
}

/// Whether the word before is a given name, as far as its form says.
fn behind_a_given_name(text: &str, hits: &[Hit], at: usize) -> bool {
    let start = hits[at].range.start;
    let previous = at.checked_sub(1).map(|i| &hits[i]);
    let adjacent = previous.filter(|hit| text.get(hit.range.end..start) == Some(" "));
    if let Some(previous) = adjacent {
        let styled = at.checked_sub(2).map(|i| &hits[i]).is_some_and(|first| {
            first.entry.what == What::Honorific
                && text.get(first.range.end..previous.range.start) == Some(" ")
        });
        return styled || matches!(previous.entry.what, What::Named(Named::Office(_)));
    }
    let Some(before) = before(text, start).strip_suffix(' ') else {
        return false;
    };
    let word = before.rsplit(' ').next().unwrap_or("");
    let ahead = before[..before.len() - word.len()].trim_end();
    let titled = at.checked_sub(1).map(|i| &hits[i]).is_some_and(|previous| {
        previous.entry.what == What::Honorific
            && text.get(previous.range.end..start - 1).map(str::trim) == Some(word)
    });
    if titled {
        return true;
    }
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    word.starts_with(char::is_uppercase)
        && word.ends_with(char::is_alphabetic)
        && capitals < word.chars().count()
        && !(ahead.is_empty() || ahead.ends_with(['.', ':', ';', '?', '!', ')']))
        && !is_small_word(word)
}

/// Words that stand in capitals inside headings without being names.
fn is_small_word(word: &str) -> bool {
    const SMALL: [&str; 20] = [
        "of",
        "in",
        "and",
        "the",
        "for",
        "to",
        "by",
        "with",
        "from",
        "on",
        "at",
        "including",
        "between",
        "against",
        "within",
        "concerning",
        "or",
        "as",
        "both",
        "via",
    ];
    SMALL.iter().any(|small| small.eq_ignore_ascii_case(word))
}

/// Whether the words on both sides, or on the one where there is any, are in capitals.
fn among_capitals(before: &str, rest: &str) -> bool {
    let shouted = |word: &str| {
        word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_punctuation())
    };
    let left = before.trim_end().rsplit(' ').next().unwrap_or("");
    let right = next_word(rest);
    match (left.is_empty(), right.is_empty()) {
        (false, false) => shouted(left) && shouted(right),
        (false, true) => shouted(left),
        (true, false) => shouted(right),
        (true, true) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::names;
    use crate::gazetteer::Named;

    #[test]
    fn traps() {
        for (text, want) in [
            // Ambiguous names that are the State.
            ("in Georgia and in Jordan, and with Chad", "GEO JOR TCD"),
            ("Georgia, Jordan and Chad met", "GEO JOR TCD"),
            ("PERMANENT REPRESENTATIVE OF GEORGIA", "GEO"),
            ("The US and the UK voted", "USA GBR"),
            ("the Niger and Nigeria", "NER NGA"),
            ("Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea", "GIN GNB GNQ PNG"),
            ("Dominica and the Dominican Republic", "DMA DOM"),
            ("the Congo and the Democratic Republic of the Congo", "COG COD"),
            ("the Republic of Korea and the Democratic People's Republic of Korea", "KOR PRK"),
            ("Serbia and Montenegro, Trinidad and Tobago and Tuvalu", "SCG TTO TUV"),
            ("Antigua and Barbuda, Bosnia and Herzegovina and Kenya", "ATG BIH KEN"),
            ("Saint Vincent and the Grenadines and Sao Tome and Principe", "VCT STP"),
            ("Federal Republic of Yugoslavia (Serbia and Montenegro)", "YUG"),
            ("Türkiye, Turkey and TURKEY", "TUR TUR TUR"),
            ("Kuwait, Mexico, Panama, Singapore and Luxembourg", "KWT MEX PAN SGP LUX"),
            ("Switzerland’s and Norway's views", "CHE NOR"),
            ("the Turkey–Greece border", "TUR GRC"),
            // What only looks like one.
            ("Mr. Jordan, Mrs. Georgia Chad and Mr. Michael Jordan", ""),
            ("Ambassador Jordan spoke", ""),
            ("the River Jordan, the Jordan River, the Jordan Valley", ""),
            ("Mexico City, the Panama Canal, Kuwait City", ""),
            ("the South China Sea, the China Sea and the Korea Strait", ""),
            ("Lake Chad, the Niger Delta, the Gulf of Oman, the Congo River", ""),
            ("New Mexico, New Guinea, Northern Ireland, East Timor", ""),
            ("United States dollars, Jordan dinars, US$ 5, Kenya shillings", ""),
            ("the Panama Declaration, the Mauritius Strategy", ""),
            ("the Group of 77 and China", ""),
            ("the Islamic State in Iraq and the Levant", ""),
            ("the United Nations Mission in Ethiopia and Eritrea", ""),
            ("the Panel of Experts on Liberia", ""),
            ("turkey was served at dinner, in a chad", ""),
            ("CONTACT US NOW", ""),
            ("Salvador, a city", ""),
            ("Angolan, Chadian and Nigerian", ""),
        ] {
            let seen: Vec<&str> = names(text)
                .into_iter()
                .filter_map(|hit| match hit.named {
                    Named::State(state) if !hit.ambiguous => Some(state.code()),
                    _ => None,
                })
                .collect();
            assert_eq!(seen.join(" "), want, "{text}");
        }
    }
}
