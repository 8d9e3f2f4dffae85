//! The words that openings are made of.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::ActionKind;

/// What may begin with one word.
pub(super) struct Row {
    /// The word, in lower case.
    pub(super) first: &'static str,
    /// The openings of the table, by the words behind it, the longest first.
    pub(super) openings: Vec<(Vec<&'static str>, ActionKind)>,
    /// The modifiers, by the words behind it.
    pub(super) modifiers: Vec<Vec<&'static str>>,
}

/// All first words.
#[derive(Default)]
pub(super) struct Actions {
    /// By their length in letters, which are all of ASCII; those of a length in order, each with
    /// its key.
    lengths: Vec<(Vec<u64>, Vec<Row>)>,
    /// For each first letter the lengths of its words, as bits: most words of a text have none.
    begins: [u32; 26],
}

/// The first eight letters of a word, in any case, as a number of the same order.
fn key(word: &str) -> u64 {
    let letters = word.bytes().take(8);
    letters.fold(0, |key, letter| key << 8 | u64::from(letter.to_ascii_lowercase()))
}

/// The place of a word's first letter in the alphabet; beyond it where it is none.
fn letter(word: &str) -> usize {
    let first = word.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
    usize::from(first.wrapping_sub(b'a'))
}

pub(super) static ACTIONS: LazyLock<Actions> = LazyLock::new(|| {
    let mut actions = Actions::default();
    let rows = include_str!("../data/actions.tsv").lines().filter(|line| !line.starts_with('#'));
    for row in rows.skip(1) {
        let Some((words, kind)) = row.split_once('\t') else { continue };
        let kind = if kind == "operative" { ActionKind::Operative } else { ActionKind::Preambular };
        let lower: &'static str = words.to_lowercase().leak();
        let mut words = lower.split(' ');
        let Some(first) = words.next() else { continue };
        actions.row(first).openings.push((words.collect(), kind));
    }
    for modifier in MODIFIERS {
        let mut words = modifier.split(' ');
        let Some(first) = words.next() else { continue };
        actions.row(first).modifiers.push(words.collect());
    }
    for row in actions.lengths.iter_mut().flat_map(|(_, rows)| rows) {
        row.openings.sort_by_key(|(rest, _)| Reverse(rest.len()));
    }
    actions
});

impl Actions {
    /// The row of a word, a new one where there is none yet.
    fn row(&mut self, first: &'static str) -> &mut Row {
        if self.lengths.len() <= first.len() {
            self.lengths.resize_with(first.len() + 1, Default::default);
        }
        if let Some(lengths) = self.begins.get_mut(letter(first)) {
            *lengths |= 1 << first.len().min(31);
        }
        let (keys, rows) = &mut self.lengths[first.len()];
        let at = rows.binary_search_by_key(&first, |row| row.first);
        let at = at.unwrap_or_else(|at| {
            keys.insert(at, key(first));
            rows.insert(at, Row { first, openings: Vec::new(), modifiers: Vec::new() });
            at
        });
        &mut rows[at]
    }

    /// What may begin with a word, in any case.
    pub(super) fn find(&self, word: &str) -> Option<&Row> {
        let lengths = self.begins.get(letter(word))?;
        if lengths >> word.len().min(31) & 1 == 0 {
            return None;
        }
        let (keys, rows) = self.lengths.get(word.len())?;
        let own = key(word);
        let from = keys.partition_point(|&key| key < own);
        let alike = keys[from..].iter().take_while(|&&key| key == own).count();
        rows[from..from + alike].iter().find(|row| row.first.eq_ignore_ascii_case(word))
    }

    /// The only row of openings whose word differs from a damaged one in one letter, as scanning
    /// changes letters.
    pub(super) fn nearest(&self, word: &str) -> Option<&Row> {
        // Shorter words are too near to others, and a past participle is a word of its own.
        let past = word.len().checked_sub(2).and_then(|at| word.get(at..));
        if word.len() < 7 || past.is_some_and(|end| end.eq_ignore_ascii_case("ed")) {
            return None;
        }
        let folded = |c: char| if c.is_ascii() { c.to_ascii_lowercase() as u8 } else { 0 };
        let letters = || word.chars().map(folded);
        let differs = |entry: &str| {
            let pairs = entry.bytes().zip(letters());
            pairs.filter(|(a, b)| a != b).take(2).count() == 1
        };
        let (keys, rows) = self.lengths.get(word.chars().count())?;
        let own = letters().take(8).fold(0, |key, letter| key << 8 | u64::from(letter));
        // Most keys differ in more than one letter.
        let like = |key: u64| {
            let other = key ^ own;
            other == 0 || other >> (other.trailing_zeros() & !7) <= 0xFF
        };
        let rows = keys.iter().zip(rows).filter(|(key, _)| like(**key)).map(|(_, row)| row);
        let mut near = rows.filter(|row| !row.openings.is_empty() && differs(row.first));
        let first = near.next()?;
        near.next().is_none().then_some(first)
    }
}

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

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted_and_lists_each_opening_once() {
        let rows = include_str!("../data/actions.tsv").lines().filter(|l| !l.starts_with('#'));
        let rows: Vec<&str> = rows.skip(1).collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
