//! The words that openings are made of.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::{ActionKind, Word};

/// Words and kind of each opening, by the first word.
pub(super) type Actions = HashMap<String, Vec<(Vec<String>, ActionKind)>>;

/// The openings of the table, by their first word.
pub(super) static ACTIONS: LazyLock<Actions> = LazyLock::new(|| {
    let mut actions = Actions::new();
    let rows = include_str!("../data/actions.tsv").lines().filter(|line| !line.starts_with('#'));
    for row in rows.skip(1) {
        let Some((words, kind)) = row.split_once('\t') else { continue };
        let kind = if kind == "operative" { ActionKind::Operative } else { ActionKind::Preambular };
        let words: Vec<String> = words.split(' ').map(str::to_lowercase).collect();
        let Some(first) = words.first().cloned() else { continue };
        actions.entry(first).or_default().push((words, kind));
    }
    for entries in actions.values_mut() {
        entries.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    actions
});

/// Words that may stand before or behind the opening itself.
pub(super) const MODIFIERS: [&str; 56] = [
    "accordingly",
    "again",
    "also",
    "always",
    "categorically",
    "clearly",
    "deeply",
    "duly",
    "emphatically",
    "equally",
    "especially",
    "ever",
    "explicitly",
    "expressly",
    "extremely",
    "finally",
    "firmly",
    "formally",
    "fully",
    "further",
    "furthermore",
    "gravely",
    "greatly",
    "hereby",
    "highly",
    "in addition",
    "in particular",
    "in this regard",
    "keenly",
    "likewise",
    "moreover",
    "nevertheless",
    "once again",
    "once more",
    "particularly",
    "positively",
    "profoundly",
    "reluctantly",
    "resolutely",
    "seriously",
    "sincerely",
    "solemnly",
    "specifically",
    "still",
    "strongly",
    "therefore",
    "thereby",
    "unanimously",
    "unequivocally",
    "urgently",
    "vigorously",
    "warmly",
    "well",
    "wholeheartedly",
    "therefor",
    "vehemently",
];

/// What one notes, expresses or regrets with.
pub(super) const FEELINGS: [&str; 26] = [
    "alarm",
    "anxiety",
    "appreciation",
    "approval",
    "awareness",
    "concern",
    "condolences",
    "confidence",
    "consternation",
    "conviction",
    "deep",
    "determination",
    "disappointment",
    "dismay",
    "gratitude",
    "grave",
    "hope",
    "indignation",
    "interest",
    "pride",
    "regret",
    "satisfaction",
    "shock",
    "support",
    "sympathy",
    "thanks",
];

/// Words that may stand before a feeling.
pub(super) const DEGREES: [&str; 20] = [
    "the",
    "its",
    "deep",
    "deepest",
    "full",
    "grave",
    "gravest",
    "great",
    "growing",
    "heartfelt",
    "high",
    "increasing",
    "much",
    "particular",
    "profound",
    "serious",
    "sincere",
    "strong",
    "utmost",
    "warm",
];

/// Nouns in -ing that begin sentences.
pub(super) const NO_PARTICIPLES: [&str; 12] = [
    "anything",
    "building",
    "during",
    "everything",
    "funding",
    "housing",
    "including",
    "meeting",
    "nothing",
    "planning",
    "something",
    "training",
];
/// The openings of the table that begin with a word: the longest that the words go on with.
pub(super) fn listed(first: &str, words: &[Word]) -> Option<(usize, ActionKind)> {
    let entries = ACTIONS.get(first)?;
    let (found, kind) = entries.iter().find(|(entry, _)| {
        entry.len() <= words.len()
            && entry[1..].iter().zip(&words[1..]).all(|(a, b)| *a == b.folded)
            && words[..entry.len() - 1].iter().all(|word| !word.closed)
    })?;
    Some((found.len(), *kind))
}
/// The first words of modifiers.
static FIRST_OF_MODIFIERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| MODIFIERS.iter().filter_map(|modifier| modifier.split(' ').next()).collect());

/// Whether an opening may begin with a word.
pub(super) fn may_open(first: &str) -> bool {
    ACTIONS.contains_key(first)
        || FIRST_OF_MODIFIERS.contains(first)
        || first.ends_with("ing")
        || is_long(first) && nearest(first).is_some()
}

/// Whether damage of a word can be read through: shorter ones are too near to others, and a past
/// participle is a word of its own.
pub(super) fn is_long(word: &str) -> bool {
    word.len() >= 7 && !word.ends_with("ed")
}

/// The first words of the table, by their length in letters.
static BY_LENGTH: LazyLock<HashMap<usize, Vec<&'static str>>> = LazyLock::new(|| {
    let mut by_length: HashMap<usize, Vec<&str>> = HashMap::new();
    for word in ACTIONS.keys() {
        by_length.entry(word.chars().count()).or_default().push(word);
    }
    by_length
});

/// The only first word of the table that differs from `word` in one letter, as scanning changes
/// letters.
pub(super) fn nearest(word: &str) -> Option<&'static str> {
    let differs =
        |entry: &str| entry.chars().zip(word.chars()).filter(|(a, b)| a != b).count() == 1;
    let alike = BY_LENGTH.get(&word.chars().count())?;
    let mut near = alike.iter().filter(|entry| differs(entry));
    let first = near.next()?;
    near.next().is_none().then_some(*first)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted_and_lists_each_opening_once() {
        let rows = include_str!("../data/actions.tsv").lines().filter(|l| !l.starts_with('#'));
        let rows: Vec<&str> = rows.skip(1).collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
