//! Words beside a name that decide what it is.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::table::rows;

const NEIGHBOURS: &str = include_str!("data/neighbours.tsv");
const HONORIFICS: &str = include_str!("data/honorifics.tsv");

/// The phrases before a State's name, by their last word, and the words behind it; as printed and
/// in capitals.
struct Neighbours {
    before: HashMap<String, Vec<String>>,
    after: HashSet<String>,
}

static TABLE: LazyLock<Neighbours> = LazyLock::new(|| {
    let mut table = Neighbours { before: HashMap::new(), after: HashSet::new() };
    for [side, words, _] in rows::<3>(NEIGHBOURS) {
        for form in [words.to_owned(), words.to_uppercase()] {
            if side == "after" {
                table.after.insert(form);
            } else {
                let last = form.rsplit(' ').next().unwrap_or_default().to_owned();
                table.before.entry(last).or_default().push(form);
            }
        }
    }
    table
});

/// Whether a State's name with this word right behind it is another name: `Mexico City`,
/// `Jordan dinars`, `Panama Declaration`.
pub fn is_follower(word: &str) -> bool {
    TABLE.after.contains(word)
}

/// Whether a State's name right behind these words is part of another name: `Gulf of`,
/// `University of`. Only the end of `words` is looked at.
pub fn ends_with_leader(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    TABLE.before.get(last).is_some_and(|phrases| {
        phrases.iter().any(|phrase| {
            words
                .strip_suffix(phrase.as_str())
                .is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '-'))
        })
    })
}

/// What stands before a person's name, as printed: `Mr.`, `H.E.`, `Sheikh`.
pub fn honorifics() -> impl Iterator<Item = &'static str> {
    rows::<2>(HONORIFICS).map(|[text, _]| text)
}

#[cfg(test)]
mod tests {
    use super::super::table::check;
    use super::*;

    #[test]
    fn well_formed() {
        check::well_formed(HONORIFICS, "text kind");
        let all: Vec<[&str; 3]> = rows::<3>(NEIGHBOURS).collect();
        assert!(all.is_sorted_by_key(|[side, words, _]| (*side, *words)));
        for [side, words, kind] in all {
            assert!(["before", "after"].contains(&side), "{words}");
            assert!(
                ["place", "currency", "instrument", "organization", "armed_group"].contains(&kind),
                "{words}"
            );
        }
    }

    #[test]
    fn neighbours() {
        assert!(is_follower("City") && is_follower("CITY") && !is_follower("city"));
        assert!(ends_with_leader("in the Gulf of") && ends_with_leader("GULF OF"));
        assert!(!ends_with_leader("the Government of") && !ends_with_leader("Renew"));
    }
}
