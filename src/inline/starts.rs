//! Where names may begin: a sieve over the first three bytes.
//!
//! Prose is mostly words in lower case that begin no name. The sieve lets one place in some hundred
//! through, so that names are looked up there only.

/// The beginnings of a set of names, by their first three bytes.
#[derive(Debug)]
pub(super) struct Starts {
    first: [bool; 256],
    /// One bit for each hash of three bytes.
    threes: Box<[u64; 1024]>,
}

impl Starts {
    /// The beginnings of these names.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut starts = Starts { first: [false; 256], threes: Box::new([0; 1024]) };
        for name in names {
            match *name.as_bytes() {
                [] => {}
                [a] => starts.admit(a, 0..=255, 0..=255),
                [a, b] => starts.admit(a, b..=b, 0..=255),
                [a, b, c, ..] => starts.admit(a, b..=b, c..=c),
            }
        }
        starts
    }

    fn admit(
        &mut self,
        a: u8,
        second: std::ops::RangeInclusive<u8>,
        third: std::ops::RangeInclusive<u8>,
    ) {
        self.first[usize::from(a)] = true;
        for b in second {
            for c in third.clone() {
                let (cell, bit) = place(a, b, c);
                self.threes[cell] |= bit;
            }
        }
    }

    /// The next place from `at` on where a name may begin: not inside a word of ASCII letters.
    pub(super) fn next(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let mut inside = at > 0 && goes_on(bytes[at - 1]);
        for (i, &byte) in bytes.iter().enumerate().skip(at) {
            if !inside && self.first[usize::from(byte)] && self.admits(byte, &bytes[i + 1..]) {
                return Some(i);
            }
            inside = goes_on(byte);
        }
        None
    }

    fn admits(&self, first: u8, rest: &[u8]) -> bool {
        let [second, third, ..] = *rest else { return true };
        let (cell, bit) = place(first, second, third);
        self.threes[cell] & bit != 0
    }
}

fn place(a: u8, b: u8, c: u8) -> (usize, u64) {
    let hash = u32::from_le_bytes([a, b, c, 0]).wrapping_mul(0x9E37_79B1) >> 16;
    ((hash >> 6) as usize, 1 << (hash & 63))
}

/// Whether a word of ASCII goes on behind the byte.
fn goes_on(byte: u8) -> bool {
    const WORD: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte = 0;
        while byte < 128 {
            table[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_';
            byte += 1;
        }
        table
    };
    WORD[usize::from(byte)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(names: &[&str], text: &str) -> Vec<usize> {
        let starts = Starts::of(names.iter().copied());
        let mut at = 0;
        std::iter::from_fn(|| {
            let found = starts.next(text.as_bytes(), at)?;
            at = found + 1;
            Some(found)
        })
        .collect()
    }

    #[test]
    fn every_beginning_is_let_through_and_no_inside_of_a_word() {
        assert_eq!(
            places(&["Kenya", "US"], "Kenya, aKenya, US; USA (Kenya) Ken"),
            [0, 15, 19, 24, 31]
        );
        assert_eq!(places(&["É"], "Éire “Éire” aÉ"), [0, 9]);
    }

    #[test]
    fn what_is_too_short_for_the_sieve_is_let_through() {
        assert_eq!(places(&["US"], "of US"), [3]);
        assert_eq!(places(&["Kenya"], "at K"), [3]);
    }
}
