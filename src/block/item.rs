//! Numbers of paragraphs and list items.

/// The number that a paragraph or list item begins with: bytes up to its text, the number (none
/// for a dash or dot), and whether it numbers paragraphs (`12.`) rather than items (`(a)`).
///
/// ```text
/// item = digits , "." | "(" , ( letter | roman | digits ) , ")" | ( letter | roman ) , ")"
///      | ( small letter | small roman ) , "." | dash
/// ```
///
/// Markdown escapes the sign behind a number: `12\.`. A scan may read a brace: `(c}`, `(c})`.
pub(crate) fn item_number(text: &str) -> Option<(usize, Option<&str>, bool)> {
    // Most texts begin with a word: a letter that is no Roman numeral is a number alone only.
    if let [first, second, ..] = text.as_bytes()
        && first.is_ascii_alphabetic()
        && !b"ivxIVX".contains(first)
        && !matches!(second, b')' | b'.' | b'\\')
    {
        return None;
    }
    let spaced = |at: usize| {
        let rest = &text[at..];
        let blanks = rest.len() - rest.trim_start().len();
        (blanks > 0 || rest.is_empty()).then_some(at + blanks)
    };
    let first = text.chars().next()?;
    if matches!(first, '–' | '—' | '•' | '·' | '-' | '▪' | '●') {
        return spaced(first.len_utf8()).map(|at| (at, None, false));
    }
    let inner = text.strip_prefix('(').unwrap_or(text);
    let opened = text.len() - inner.len();
    // No number is longer than five letters or digits.
    let length = inner.bytes().take(6).take_while(u8::is_ascii_alphanumeric).count();
    let escape = usize::from(inner.as_bytes().get(length) == Some(&b'\\'));
    let mark =
        inner.as_bytes().get(length + escape).filter(|mark| matches!(mark, b')' | b'.' | b'}'))?;
    let number = &inner[..length];
    let digits = number.bytes().all(|b| b.is_ascii_digit());
    // A capital with a point is an initial, "A. Byron"; a party to a case stands behind "v.".
    let roman = number.bytes().all(|b| b"ivxIVX".contains(&b));
    let known =
        !number.is_empty() && (digits && length <= 3 || length == 1 || roman && length <= 5);
    let at = opened + length + escape + 1;
    match mark {
        b'}' if known && opened == 1 => {
            let at = at + usize::from(text[at..].starts_with(')'));
            spaced(at).map(|at| (at, Some(number), false))
        }
        b')' if known && (opened == 1 || !digits) => {
            let glued = || opened == 1 && begins_glued(&text[at..]);
            let at = spaced(at).or_else(|| glued().then_some(at))?;
            Some((at, Some(number), false))
        }
        b'.' if known && opened == 0 && number != "v" && number >= "a" => {
            let is_text = |c: char| c.is_alphabetic() || "\"“„‘`".contains(c);
            let words = spaced(at).filter(|&at| text[at..].starts_with(is_text));
            words.map(|at| (at, Some(number), false))
        }
        b'.' if known && digits && opened == 0 => {
            let at = spaced(at).or_else(|| begins_glued(&text[at..]).then_some(at))?;
            Some((at, Some(number), true))
        }
        _ => None,
    }
}

/// Whether a text begins right behind the sign of its number, `33.One member`, `(1)Holders of`: with a
/// word that has one capital, and a further word behind it that is no number, as in a date.
fn begins_glued(text: &str) -> bool {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let mut letters = word.trim_end_matches(',').chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_lowercase)
        && rest.starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::item_number;

    #[test]
    fn numbers_of_paragraphs_and_items() {
        assert_eq!(item_number("12. Takes note"), Some((4, Some("12"), true)));
        assert_eq!(item_number("33.One member said"), Some((3, Some("33"), true)));
        assert_eq!(item_number("12\\. Takes note"), Some((5, Some("12"), true)));
        assert_eq!(item_number("(iv) The lakes"), Some((5, Some("iv"), false)));
        assert_eq!(item_number("(2)The lakes"), Some((3, Some("2"), false)));
        assert_eq!(item_number("a\\) The lakes"), Some((4, Some("a"), false)));
        assert_eq!(item_number("(c} The lakes"), Some((4, Some("c"), false)));
        assert_eq!(item_number("(c}) The lakes"), Some((5, Some("c"), false)));
        assert_eq!(item_number("- The lakes"), Some((2, None, false)));
        assert_eq!(item_number("b. The lakes"), Some((3, Some("b"), false)));
        assert_eq!(item_number("iii. The lakes"), Some((5, Some("iii"), false)));
        for none in [
            "1999. A year",
            "1.5 metres",
            "i.e. the lakes",
            "v. Norway",
            "p. 12",
            "A. Byron said",
            "(2)Lakes",
            "(a)lakes of it",
            "12\\ metres",
        ] {
            assert_eq!(item_number(none), None, "{none}");
        }
    }
}
