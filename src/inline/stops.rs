//! Where anything may begin in a text: one pass over it, which all readers share.
//!
//! Prose is mostly words that begin nothing. The pass stops at the words that may, and each stop
//! says which readers know its word: by the letters that the word begins with, looked up in one
//! table that all readers have filled with the first words of what they read.

use super::citations::is_word;
use super::dates::{begins_day, follows_no_date};
use super::openers::{First, Openers, key, openers};

/// Readers that may have something at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Readers(pub(super) u16);

impl Readers {
    pub(super) const NONE: Self = Readers(0);
    /// The names of the tables.
    pub(super) const NAMES: Self = Readers(1);
    /// Dates.
    pub(super) const DATES: Self = Readers(1 << 1);
    /// Names of bodies that are known by their form.
    pub(super) const BODIES: Self = Readers(1 << 2);
    /// References by a noun: resolutions, letters, records, series.
    pub(super) const NOUNS: Self = Readers(1 << 3);
    /// References by the head noun of an instrument.
    pub(super) const HEADS: Self = Readers(1 << 4);
    /// The words that say what a text does with its references.
    pub(super) const RELATIONS: Self = Readers(1 << 5);
    /// References by symbol.
    pub(super) const SYMBOLS: Self = Readers(1 << 6);
    /// What a text names by words of its own.
    pub(super) const CAPITALS: Self = Readers(1 << 7);

    /// All that read references.
    pub(super) const REFERENCES: Self =
        Readers(Self::NOUNS.0 | Self::HEADS.0 | Self::SYMBOLS.0 | Self::CAPITALS.0);

    pub(super) fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    pub(super) fn with(self, more: Self) -> Self {
        Readers(self.0 | more.0)
    }

    pub(super) fn without(self, less: Self) -> Self {
        Readers(self.0 & !less.0)
    }
}

/// A place where something may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    at: u32,
    pub(super) readers: Readers,
}

impl Stop {
    /// Its place in the text, in bytes.
    pub(super) fn at(self) -> usize {
        self.at as usize
    }
}

/// A stroke stands no further behind the beginning of a symbol.
const STROKE: usize = 24;

/// So many bytes are sieved at once.
const BLOCK: usize = 256;

/// All stops of a text, in order.
pub(super) fn stops(text: &str) -> Vec<Stop> {
    let mut stops = Vec::new();
    stops_into(text, &mut stops);
    stops
}

/// Writes all stops of a text, in order, where others have been.
///
/// Places are written without a branch, for no processor foresees where words begin: first those
/// behind which no word goes on, then those of them that the table admits.
pub(super) fn stops_into(text: &str, stops: &mut Vec<Stop>) {
    stops.clear();
    let mut pass = Pass { text, openers: openers(), stroke: None };
    let bytes = text.as_bytes();
    // Nothing of one byte begins anything.
    let Some((_, firsts)) = bytes.split_last() else { return };
    let mut places = [0_u16; BLOCK + SPARE];
    for (number, block) in firsts.chunks(BLOCK).enumerate() {
        let base = number * BLOCK;
        let before = base.checked_sub(1).map_or(b' ', |at| bytes[at]);
        let count = beginnings(before, block, &mut places);
        let rest = &bytes[base..];
        let mut admitted = 0;
        for i in 0..count {
            let place = places[i];
            places[admitted] = place;
            let three = match rest[usize::from(place)..] {
                [first, second, third, ..] => [first, second, third],
                [first, second] => [first, second, 0],
                _ => continue,
            };
            admitted += usize::from(pass.openers.begins(three));
        }
        let places = places[..admitted].iter().map(|&at| base + usize::from(at));
        stops.extend(places.filter_map(|at| pass.stop(at)));
    }
}

/// So many places are written at once, whether or not there are so many.
const SPARE: usize = 2;

/// Writes the places of a block at which a visible character begins and no word of ASCII goes on;
/// gives their number.
fn beginnings(before: u8, block: &[u8], places: &mut [u16; BLOCK + SPARE]) -> usize {
    let mut all = [before; BLOCK + 1];
    all[1..=block.len()].copy_from_slice(block);
    // This loop is one that compilers read many bytes at once with.
    let mut begins = [0_u8; BLOCK];
    let pairs = all[..block.len()].iter().zip(&all[1..=block.len()]);
    for (begins, (&before, &byte)) in begins.iter_mut().zip(pairs) {
        let letter = u8::from((before | 0x20).wrapping_sub(b'a') < 26);
        let digit = u8::from(before.wrapping_sub(b'0') < 10);
        let unseen = u8::from(byte <= b' ');
        let goes_on = u8::from(byte & 0xC0 == 0x80);
        *begins = 1 ^ (letter | digit | unseen | goes_on);
    }
    let mut count = 0;
    for (number, eight) in begins.as_chunks::<8>().0.iter().enumerate() {
        let mut eight = u64::from_le_bytes(*eight);
        let total = count + (eight.wrapping_mul(0x0101_0101_0101_0101) >> 56) as usize;
        while count < total {
            for place in &mut places[count..count + SPARE] {
                // The last bit stands for none: the place is written over.
                let next = (eight | 1 << 63).trailing_zeros() / 8;
                *place = (8 * number as u32 + next) as u16;
                eight &= eight.wrapping_sub(1);
            }
            count += SPARE;
        }
        count = total;
    }
    count
}

/// The state of the pass.
struct Pass<'a> {
    text: &'a str,
    openers: &'static Openers,
    /// The first oblique stroke from the place on where it was last looked for.
    stroke: Option<usize>,
}

impl Pass<'_> {
    /// The stop at `at`, if a reader knows what begins there.
    fn stop(&mut self, at: usize) -> Option<Stop> {
        let rest = &self.text.as_bytes()[at..];
        let byte = rest[0];
        let first = self.openers.first[usize::from(byte)];
        if first == First::Nothing {
            return None;
        }
        let mut readers = self.openers.readers(key(rest));
        // Most small letters that the table admits begin another word.
        if readers == Readers::NONE && first == First::Small && byte != b'l' {
            return None;
        }
        let behind = at.checked_sub(1).map_or(b' ', |before| self.text.as_bytes()[before]);
        let capital = match first {
            First::Digit => return self.number(at, rest, behind, readers),
            First::Wide => self.text[at..].starts_with(|c: char| c.is_uppercase() || c == '§'),
            first => matches!(first, First::Capital | First::Dollar),
        };
        if capital {
            readers = readers.with(Readers::CAPITALS);
        }
        if readers.any(Readers::CAPITALS) && self.stroke_near(at) {
            readers = readers.with(Readers::SYMBOLS);
        }
        if matches!(byte, b'l' | b'I' | b'O') && begins_day(rest) {
            readers = readers.with(Readers::DATES);
        }
        if readers.any(Readers::DATES) && follows_no_date(behind) {
            readers = readers.without(Readers::DATES);
        }
        if self.goes_on(at, behind) {
            readers = readers.without(Readers::REFERENCES);
        }
        (readers != Readers::NONE).then_some(Stop { at: at as u32, readers })
    }

    /// The stop at a number: a day, the year in a name, or a digit read for the letter of a series.
    fn number(&self, at: usize, rest: &[u8], behind: u8, mut readers: Readers) -> Option<Stop> {
        let digits = rest.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
        if digits < 3 && !follows_no_date(behind) {
            readers = readers.with(Readers::DATES);
        }
        let series = matches!(rest, [b'5' | b'8', b'/', ..]) && !self.goes_on(at, behind);
        if series {
            readers = readers.with(Readers::SYMBOLS);
        }
        (readers != Readers::NONE).then_some(Stop { at: at as u32, readers })
    }

    /// Whether a word goes on at `at`, behind which no ASCII letter or digit stands.
    fn goes_on(&self, at: usize, behind: u8) -> bool {
        behind == b'_' || !behind.is_ascii() && self.text[..at].ends_with(is_word)
    }

    /// Whether an oblique stroke stands so near behind `at` that a symbol may begin there.
    fn stroke_near(&mut self, at: usize) -> bool {
        let stroke = match self.stroke {
            Some(stroke) if stroke >= at => stroke,
            _ => {
                let next = memchr::memchr(b'/', &self.text.as_bytes()[at..]);
                *self.stroke.insert(next.map_or(usize::MAX, |i| at + i))
            }
        };
        stroke - at < STROKE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, readers: Readers) -> Vec<&str> {
        let stops = stops(text).into_iter().filter(|stop| stop.readers.any(readers));
        let word = |stop: Stop| text[stop.at()..].split([' ', ',', ';']).next().unwrap();
        stops.map(word).collect()
    }

    #[test]
    fn names_begin_at_words() {
        assert_eq!(
            words("Kenya, aKenya, Us; US Ken (Signed", Readers::NAMES),
            ["Kenya", "US", "(Signed", "Signed"]
        );
    }

    #[test]
    fn capitals_and_nouns_begin_a_reference() {
        let text = "the Report, resolution aNd $/1; “Ёлка” ibid. in (Éa) xS/2";
        assert_eq!(
            words(text, Readers::REFERENCES),
            ["Report", "resolution", "$/1", "Ёлка”", "ibid.", "Éa)"]
        );
        assert_eq!(
            words("The Report of the Council (A/60/1)", Readers::SYMBOLS),
            ["Council", "A/60/1)"]
        );
    }

    #[test]
    fn days_and_months_begin_a_date() {
        assert_eq!(
            words("On 5 Dece mber or l5 March, A/60/7 and 1.5 Mays", Readers::DATES),
            ["5", "Dece", "l5", "March", "1.5"]
        );
    }
}
