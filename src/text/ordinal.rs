//! Ordinal numbers, in words and in digits.

const UNITS: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

const TENS: [(&str, &str); 8] = [
    ("twenty", "twentieth"),
    ("thirty", "thirtieth"),
    ("forty", "fortieth"),
    ("fifty", "fiftieth"),
    ("sixty", "sixtieth"),
    ("seventy", "seventieth"),
    ("eighty", "eightieth"),
    ("ninety", "ninetieth"),
];

/// What every ordinal ends with.
const ENDS: [&str; 4] = ["st", "nd", "rd", "th"];

/// The value of an ordinal in one word, `first` to `ninety-ninth`, in any case.
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    // Most words are none by their last letters.
    let [.., before, last] = *word.as_bytes() else { return None };
    let end = [before.to_ascii_lowercase(), last.to_ascii_lowercase()];
    if !ENDS.iter().any(|known| known.as_bytes() == end) {
        return None;
    }
    let is = |known: &str| known.eq_ignore_ascii_case(word);
    if let Some(at) = UNITS.iter().position(|unit| is(unit)) {
        return Some(at as u32 + 1);
    }
    (2..).zip(TENS).find_map(|(tens, (ten, tenth))| {
        if is(tenth) {
            return Some(10 * tens);
        }
        let head = word.get(..ten.len())?;
        let unit =
            word[ten.len()..].strip_prefix('-').filter(|_| head.eq_ignore_ascii_case(ten))?;
        let at = UNITS[..9].iter().position(|known| known.eq_ignore_ascii_case(unit))?;
        Some(10 * tens + at as u32 + 1)
    })
}

/// The value of an ordinal in digits: `1st`, `22nd`.
pub(crate) fn ordinal_digits(word: &str) -> Option<u32> {
    let digits = ENDS.iter().find_map(|end| word.strip_suffix(end))?;
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_have_values() {
        for (word, value) in [
            ("first", Some(1)),
            ("NINETEENTH", Some(19)),
            ("twentieth", Some(20)),
            ("Twenty-first", Some(21)),
            ("ninety-ninth", Some(99)),
            ("twenty", None),
            ("twenty-tenth", None),
            ("fir", None),
            ("été", None),
            ("", None),
        ] {
            assert_eq!(ordinal(word), value, "{word}");
        }
        for (word, value) in [("1st", Some(1)), ("22nd", Some(22)), ("st", None), ("1", None)] {
            assert_eq!(ordinal_digits(word), value, "{word}");
        }
    }
}
