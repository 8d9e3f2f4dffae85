//! Sessions and years in arabic and roman numerals.

use super::parts::{Session, SessionSystem};

/// The system of a session marked `S-` or `ES-`.
pub(super) fn special(emergency: bool) -> SessionSystem {
    if emergency { SessionSystem::EmergencySpecial } else { SessionSystem::Special }
}

/// A session from its pieces.
pub(super) fn session(system: SessionSystem, number: u32, printed: &str) -> Session {
    Session { system, number, printed: printed.to_owned() }
}

/// A session or year in arabic digits.
pub(super) fn counted(digits: &str) -> Option<Session> {
    let system = if is_year(digits) { SessionSystem::Year } else { SessionSystem::Arabic };
    Some(session(system, digits.parse().ok()?, digits))
}

/// Whether these are the four digits of a year.
pub(super) fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.parse().is_ok_and(|year: u32| (1900..=2100).contains(&year))
}

/// Roman numerals that stand for more than their letters alone are spelt greedily.
const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The value of a well-formed roman numeral below 4000.
pub(crate) fn roman(numerals: &str) -> Option<u32> {
    let (mut rest, mut value) = (numerals, 0);
    for (worth, mark) in ROMAN {
        for _ in 0..3 {
            let Some(next) = rest.strip_prefix(mark) else {
                break;
            };
            (rest, value) = (next, value + worth);
        }
    }
    // Only the spelling that the value itself would get is well formed: no IXI, no VV.
    let (mut left, mut unspelt) = (value, numerals);
    for (worth, mark) in ROMAN {
        while left >= worth {
            unspelt = unspelt.strip_prefix(mark)?;
            left -= worth;
        }
    }
    (value > 0 && rest.is_empty() && unspelt.is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn numerals_have_the_value_of_their_only_spelling() {
        for (text, value) in [
            ("XXV", Some(25)),
            ("XXXIX", Some(39)),
            ("LI", Some(51)),
            ("IV", Some(4)),
            ("XL", Some(40)),
            ("DCCXLII", Some(742)),
            ("IXI", None),
            ("VV", None),
            ("", None),
        ] {
            assert_eq!(roman(text), value, "{text}");
        }
    }
}
