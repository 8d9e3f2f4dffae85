//! The words with which anything begins that a reader knows, all in one table.
//!
//! Each reader gives the first words of what it reads; the table says of a word in the text who
//! knows it. Different words may share a place in it: the readers look for themselves.

use std::sync::LazyLock;

use super::stops::Readers;
use super::{bodies, citations, dates, names};

/// What the table knows a word by: of a word its letters, of anything else its first three bytes.
pub(super) type Key = u16;

/// The table.
pub(super) struct Openers {
    /// Who may know what begins with a byte.
    pub(super) first: [First; 256],
    /// The second letters of words in lower case, one bit each, by their first.
    pairs: [u32; 26],
    readers: Box<[u8]>,
}

/// What the first byte of a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum First {
    /// Nothing begins with it.
    Nothing,
    Capital,
    /// A letter in lower case: the second one counts too.
    Small,
    Digit,
    /// A dollar sign, read for an `S`.
    Dollar,
    /// A mark that some name begins with.
    Mark,
    /// The character decides.
    Wide,
}

static OPENERS: LazyLock<Openers> = LazyLock::new(|| {
    let mut table = Openers {
        first: [First::Nothing; 256],
        pairs: [0; 26],
        readers: vec![0; 1 << Key::BITS].into(),
    };
    for byte in 0..=u8::MAX {
        table.first[usize::from(byte)] = match byte {
            b'A'..=b'Z' => First::Capital,
            b'0'..=b'9' => First::Digit,
            b'$' => First::Dollar,
            // Latin, Greek and Cyrillic capitals.
            0xC3..=0xC5 | 0xCE | 0xD0 => First::Wide,
            _ => First::Nothing,
        };
    }
    // `l5 May`, `ll May`
    table.small(b"l5");
    table.small(b"ll");
    for name in names::printed_forms() {
        table.add(name, Readers::NAMES);
    }
    for month in dates::openers() {
        table.add(&month, Readers::DATES);
    }
    for noun in bodies::NOUNS {
        table.add(noun, Readers::BODIES);
    }
    citations::openers(&mut |word, readers| table.add(word, readers));
    table
});

/// The table, made at its first use.
pub(super) fn openers() -> &'static Openers {
    &OPENERS
}

impl Openers {
    fn add(&mut self, text: &str, readers: Readers) {
        let bytes = text.as_bytes();
        let Some(&first) = bytes.first() else { return };
        if first.is_ascii_lowercase() {
            self.small(bytes);
        } else if self.first[usize::from(first)] == First::Nothing {
            self.first[usize::from(first)] = First::Mark;
        }
        self.readers[usize::from(key(bytes))] |= readers.0 as u8;
    }

    fn small(&mut self, word: &[u8]) {
        self.first[usize::from(word[0])] = First::Small;
        self.pairs[usize::from(word[0] - b'a')] |= match word.get(1) {
            Some(second) if second.is_ascii_lowercase() => 1 << (second - b'a'),
            _ => 1 << OTHER,
        };
    }

    /// Whether anything begins with the byte.
    #[inline]
    pub(super) fn begins(&self, byte: u8) -> bool {
        self.first[usize::from(byte)] != First::Nothing
    }

    /// Whether a word in lower case begins with two such bytes.
    pub(super) fn begins_small(&self, first: u8, second: u8) -> bool {
        let bit = if second.is_ascii_lowercase() { second - b'a' } else { OTHER };
        self.pairs[usize::from(first - b'a')] & 1 << bit != 0
    }

    /// Who knows what has this key.
    pub(super) fn readers(&self, key: Key) -> Readers {
        Readers(u16::from(self.readers[usize::from(key)]))
    }
}

/// The bit of a second byte that is no letter.
const OTHER: u8 = 26;

/// No word that begins anything has more letters.
const LONGEST_WORD: usize = 24;

/// The key of what begins `bytes`.
pub(super) fn key(bytes: &[u8]) -> Key {
    let mut hash = 0_u32;
    let mut letters = 0;
    for &byte in bytes.iter().take(LONGEST_WORD) {
        if !byte.is_ascii_alphabetic() {
            break;
        }
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        letters += 1;
    }
    if letters == 0 {
        for &byte in bytes.iter().take(3) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    (hash ^ hash >> 16) as Key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readers(text: &str) -> Readers {
        openers().readers(key(text.as_bytes()))
    }

    #[test]
    fn a_word_is_known_by_its_letters() {
        assert_eq!(key(b"Kenya"), key(b"Kenya12, and"));
        assert_eq!(key(b"(Signed)"), key(b"(Si"));
        assert_ne!(key(b"Kenya"), key(b"Kenyan"));
    }

    #[test]
    fn readers_know_their_words() {
        assert!(readers("Kenya").any(Readers::NAMES));
        assert!(readers("Dece mber 2005").any(Readers::DATES));
        assert!(readers("UNION").any(Readers::BODIES));
        assert!(readers("RESOLUTIONS").any(Readers::NOUNS));
        assert!(readers("Framework").any(Readers::HEADS));
        assert!(readers("pursuance").any(Readers::RELATIONS));
        assert_eq!(readers("zzzyva"), Readers::NONE);
    }
}
