//! Looks at a text that cost little: its beginning and its end, cut where a character begins, and
//! the next byte of a kind.

/// The beginning of a text, of at most so many bytes.
pub(crate) fn beginning(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The end of a text, of at most so many bytes.
pub(crate) fn ending(text: &str, most: usize) -> &str {
    let mut from = text.len().saturating_sub(most);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// The first byte from `at` on that is of a kind. Where bytes of the kind are rare this is quicker
/// than one byte after the other: sixteen are tested at once, if the test has no branch.
pub(crate) fn find(bytes: &[u8], mut at: usize, is: impl Fn(u8) -> bool) -> Option<usize> {
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<16>) {
        if chunk.iter().fold(false, |any, &byte| any | is(byte)) {
            break;
        }
        at += 16;
    }
    bytes.get(at..)?.iter().position(|&byte| is(byte)).map(|found| at + found)
}

/// Whether a byte is one of some, without a branch, as a test for `find`.
#[inline]
pub(crate) fn is_any<const N: usize>(byte: u8, of: [u8; N]) -> bool {
    of.iter().fold(0, |found, &known| found | u8::from(known == byte)) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_byte_of_a_kind_is_found_wherever_it_stands() {
        let text = "The lakes of the north are deep and cold, they say";
        for at in 0..text.len() {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] = b'7';
            for from in 0..=text.len() {
                let found = find(&bytes, from, |byte| byte.is_ascii_digit());
                assert_eq!(found, (from <= at).then_some(at), "{at} from {from}");
            }
        }
        assert_eq!(find(b"", 0, |_| true), None);
        assert_eq!(find(b"7", 2, |_| true), None);
    }

    #[test]
    fn windows_are_cut_between_characters() {
        assert_eq!(
            [beginning("née", 2), beginning("née", 3), beginning("née", 9)],
            ["n", "né", "née"]
        );
        assert_eq!([ending("née", 2), ending("née", 3), ending("née", 9)], ["e", "ée", "née"]);
        assert_eq!([beginning("é", 0), ending("é", 1)], ["", ""]);
    }
}
