//! Where a reference may begin.
//!
//! ```text
//! candidate = word that begins with a capital or "$"     ; symbols, instruments, "Resolution"
//!           | "re" ... | "de" ...                        ; "resolution", "decision"
//!           | "le" ... | "da" ...                        ; "letter", "dated"
//!           | "5/" ... | "8/" ...                        ; "S/" misread
//!           | "ib" ... | "op" ... | "lo" ...             ; "ibid.", "op. cit.", "loc. cit."
//! ```

use super::lex::is_word;

/// What the first byte of a word says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    No,
    Yes,
    /// If one of these follows.
    Before([u8; 2]),
    /// The character decides.
    Wide,
}

const FIRST: [First; 256] = {
    let mut table = [First::No; 256];
    let mut byte = b'A';
    while byte <= b'Z' {
        table[byte as usize] = First::Yes;
        byte += 1;
    }
    table[b'$' as usize] = First::Yes;
    table[b'r' as usize] = First::Before(*b"ee");
    table[b'd' as usize] = First::Before(*b"ea");
    table[b'i' as usize] = First::Before(*b"bb");
    table[b'l' as usize] = First::Before(*b"eo");
    table[b'o' as usize] = First::Before(*b"pp");
    table[b'5' as usize] = First::Before(*b"//");
    table[b'8' as usize] = First::Before(*b"//");
    let mut byte = 0xC0;
    while byte < 256 {
        table[byte] = First::Wide;
        byte += 1;
    }
    table
};

/// The next place from `at` on where a reference may begin, by the first letters of its word.
pub(super) fn next(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let here = |i: usize| match FIRST[usize::from(bytes[i])] {
        First::No => false,
        First::Yes => true,
        First::Before(second) => bytes.get(i + 1).is_some_and(|byte| second.contains(byte)),
        First::Wide => text[i..].starts_with(|c: char| is_word(c) && !c.is_lowercase()),
    };
    (at..bytes.len()).find(|&i| here(i) && begins(text, i))
}

/// Whether no word goes on at `at`.
fn begins(text: &str, at: usize) -> bool {
    match at.checked_sub(1).map(|before| text.as_bytes()[before]) {
        None => true,
        Some(byte) if byte.is_ascii() => !(byte.is_ascii_alphanumeric() || byte == b'_'),
        Some(_) => !text[..at].ends_with(is_word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_nouns_begin_a_reference() {
        let text = "the Report, resolution aNd $/1; “Ёлка” ibid. in (Éa) xS/2";
        let mut at = 0;
        let mut seen = Vec::new();
        while let Some(start) = next(text, at) {
            seen.push(&text[start..start + text[start..].chars().next().unwrap().len_utf8()]);
            at = start + 1;
        }
        assert_eq!(seen, ["R", "r", "$", "Ё", "i", "É"]);
    }
}
