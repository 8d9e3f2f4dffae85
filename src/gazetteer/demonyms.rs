//! Adjectives and names of peoples.

use std::fmt;
use std::sync::LazyLock;

use super::states::State;
use super::table::{fold, rows};

const DATA: &str = include_str!("data/demonyms.tsv");

/// An adjective or a people's name: `Kenyan`, `Swiss`. It is never a mention
/// of the State, and may belong to several (`Korean`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Demonym(u16);

#[derive(Debug)]
struct Record {
    word: &'static str,
    states: Box<[State]>,
}

static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    rows::<2>(DATA)
        .map(|[word, states]| Record {
            word,
            states: states
                .split(',')
                .filter_map(|key| State::all().find(|state| state.key() == key))
                .collect(),
        })
        .collect()
});

impl Demonym {
    /// Every demonym, sorted.
    pub fn all() -> impl Iterator<Item = Demonym> {
        (0..RECORDS.len() as u16).map(Demonym)
    }

    /// The demonym with exactly this word, in any case.
    pub fn by_word(word: &str) -> Option<Demonym> {
        let folded = fold(word);
        Self::all().find(|demonym| fold(demonym.word()) == folded)
    }

    /// The word as printed.
    pub fn word(self) -> &'static str {
        self.record().word
    }

    /// The States it may refer to.
    pub fn states(self) -> &'static [State] {
        &self.record().states
    }

    fn record(self) -> &'static Record {
        &RECORDS[usize::from(self.0)]
    }
}

impl fmt::Debug for Demonym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Demonym({})", self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::check;
    use super::*;

    #[test]
    fn table() {
        check::well_formed(DATA, "demonym states");
        for [word, states] in rows::<2>(DATA) {
            let found = Demonym::by_word(word).unwrap().states().len();
            assert_eq!(found, states.split(',').count(), "{word}");
            assert_eq!(State::by_name(word), None, "{word}");
        }
    }

    #[test]
    fn of_one_and_of_two_states() {
        let codes = |word| {
            let states = Demonym::by_word(word).unwrap().states().iter();
            states.map(|state| state.code()).collect::<Vec<_>>()
        };
        assert_eq!(codes("Kenyan"), ["KEN"]);
        assert_eq!(codes("Korean"), ["KOR", "PRK"]);
        assert_eq!(codes("Soviet"), ["SUN"]);
        assert_eq!(codes("Yugoslav"), ["YUG"]);
    }
}
