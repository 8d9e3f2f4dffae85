//! The words with which anything begins that a reader knows, all in one table.
//!
//! Each reader gives the first words of what it reads; the table says of a word in the text who
//! knows it. Different words may share a place in it: the readers look for themselves.

use std::sync::LazyLock;

use super::stops::Readers;
use super::{bodies, citations, dates, names};

/// What the table knows a word by: its first letters; of anything else its first three bytes.
pub(super) type Key = u16;

/// The table.
pub(super) struct Openers {
    /// Who may know what begins with a byte.
    pub(super) first: [First; 256],
    /// Which first bytes say enough.
    alone: [bool; 256],
    /// One bit for each hash of three bytes with which something may begin.
    threes: Box<[u64; 1024]>,
    readers: Box<[u8]>,
}

/// What the first byte of a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum First {
    /// Nothing begins with it.
    Nothing,
    Capital,
    /// A letter in lower case.
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
        alone: [false; 256],
        threes: Box::new([0; 1024]),
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
        if table.first[usize::from(byte)] != First::Nothing {
            table.alone[usize::from(byte)] = true;
        }
    }
    // `§/2006/100`
    let [section, sign] = *b"\xC2\xA7";
    table.first[usize::from(section)] = First::Wide;
    table.admit([section, sign, b'/']);
    // `l5 May`, `ll May`
    table.first[usize::from(b'l')] = First::Small;
    for second in *b"0123456789l" {
        (0..=u8::MAX).for_each(|third| table.admit([b'l', second, third]));
    }
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
        let [first, second, ..] = *bytes else { return };
        let known = &mut self.first[usize::from(first)];
        if *known == First::Nothing {
            *known = if first.is_ascii_lowercase() { First::Small } else { First::Mark };
        }
        // Behind a word of two letters anything may stand: it has the key of the word alone.
        match (word_of_eight(bytes).1, bytes) {
            _ if self.alone[usize::from(first)] => {}
            (0 | 3.., &[_, _, third, ..]) => self.admit([first, second, third]),
            // `résolution`
            (1, &[_, _, third, ..]) if !second.is_ascii() => self.admit([first, second, third]),
            (1, _) => self.alone[usize::from(first)] = true,
            _ => (0..=u8::MAX).for_each(|third| self.admit([first, second, third])),
        }
        self.readers[usize::from(key(bytes))] |= readers.0 as u8;
    }

    fn admit(&mut self, three: [u8; 3]) {
        let (cell, bit) = place(three);
        self.threes[cell] |= 1 << bit;
    }

    /// Whether anything begins with three such bytes.
    #[inline]
    pub(super) fn begins(&self, three: [u8; 3]) -> bool {
        let (cell, bit) = place(three);
        let alone = u64::from(self.alone[usize::from(three[0])]);
        (alone | self.threes[cell] >> bit) & 1 != 0
    }

    /// Who knows what has this key.
    #[inline]
    pub(super) fn readers(&self, key: Key) -> Readers {
        Readers(u16::from(self.readers[usize::from(key)]))
    }
}

/// The cell and the bit of three bytes.
#[inline]
fn place(three: [u8; 3]) -> (usize, u32) {
    let [first, second, third] = three;
    let bits = u32::from(first) | u32::from(second) << 8 | u32::from(third) << 16;
    let hash = bits.wrapping_mul(0x9E37_79B1) >> 16;
    ((hash >> 6) as usize, hash & 63)
}

/// The key of what begins `bytes`: of a word its first sixteen letters, read eight at a time.
#[inline]
pub(super) fn key(bytes: &[u8]) -> Key {
    let (first, letters) = word_of_eight(bytes);
    let hash = match letters {
        0 => spread(u64::from_le_bytes(eight(bytes)) & 0x00FF_FFFF),
        8 => spread(first ^ spread(word_of_eight(&bytes[8..]).0)),
        _ => spread(first),
    };
    (hash >> 48) as Key
}

#[inline]
fn spread(bits: u64) -> u64 {
    bits.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The first eight bytes; zeros where there are fewer.
#[inline]
pub(super) fn eight(bytes: &[u8]) -> [u8; 8] {
    bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut eight = [0; 8];
        eight[..bytes.len()].copy_from_slice(bytes);
        eight
    })
}

/// The ASCII letters that stand in the first eight bytes before anything else, and their number.
#[inline]
fn word_of_eight(bytes: &[u8]) -> (u64, u32) {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let bits = u64::from_le_bytes(eight(bytes));
    // In a byte of seven bits a sum of more than 127 sets the eighth; none overflows.
    let small = (bits | (0x20 * EACH)) & (0x7F * EACH);
    let from_a = small + (0x80 - 0x61) * EACH;
    let behind_z = small + (0x80 - 0x7B) * EACH;
    let others = !(from_a & !behind_z & !bits) & (0x80 * EACH);
    let letters = others.trailing_zeros() / 8;
    let mask = if letters == 8 { u64::MAX } else { (1 << (8 * letters)) - 1 };
    (bits & mask, letters)
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
        assert_eq!(key(b"Kenya"), key(b"Kenya\xC3"));
        assert_eq!(key(b"Recommending"), key(b"Recommending that"));
        assert_ne!(key(b"Kenya"), key(b"Kenyan"));
        assert_ne!(key(b"Recommending"), key(b"Recommended"));
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
