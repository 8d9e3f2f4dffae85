//! Bounded looks at a text: its beginning and its end, cut where a character begins.

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

#[cfg(test)]
mod tests {
    use super::*;

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
