//! The sessions of the Assembly's first thirty-one years, which it counted in roman numerals.

/// Numbers of Assembly resolutions whose sessions are certain. The numbers run through the
/// sessions, so that a number between two of one session is of that session.
const ANCHORS: [(u32, &str); 58] = [
    (1, "I"),
    (103, "I"),
    (106, "S-1"),
    (109, "II"),
    (181, "II"),
    (194, "III"),
    (273, "III"),
    (289, "IV"),
    (319, "IV"),
    (377, "V"),
    (428, "V"),
    (505, "VI"),
    (545, "VI"),
    (610, "VII"),
    (640, "VII"),
    (717, "VIII"),
    (748, "VIII"),
    (810, "IX"),
    (849, "IX"),
    (913, "X"),
    (926, "X"),
    (997, "ES-I"),
    (1003, "ES-I"),
    (1040, "XI"),
    (1132, "XI"),
    (1136, "XII"),
    (1236, "XII"),
    (1237, "ES-III"),
    (1252, "XIII"),
    (1348, "XIII"),
    (1353, "XIV"),
    (1472, "XIV"),
    (1474, "ES-IV"),
    (1514, "XV"),
    (1599, "XV"),
    (1653, "XVI"),
    (1742, "XVI"),
    (1761, "XVII"),
    (1803, "XVII"),
    (1904, "XVIII"),
    (1991, "XVIII"),
    (2106, "XX"),
    (2131, "XX"),
    (2142, "XXI"),
    (2222, "XXI"),
    (2252, "ES-V"),
    (2270, "XXII"),
    (2373, "XXII"),
    (2440, "XXIII"),
    (2467, "XXIII"),
    (2535, "XXIV"),
    (2574, "XXIV"),
    (2625, "XXV"),
    (2749, "XXV"),
    (2758, "XXVI"),
    (2832, "XXVI"),
    (3281, "XXIX"),
    (3314, "XXIX"),
];

/// The session of an Assembly resolution of the roman era that is cited by its number alone.
pub(super) fn roman_session(number: u32) -> Option<&'static str> {
    let next = ANCHORS.partition_point(|&(n, _)| n < number);
    let (to, session) = *ANCHORS.get(next)?;
    let before = next.checked_sub(1).and_then(|i| ANCHORS.get(i));
    let alike = to == number || before.is_some_and(|&(_, earlier)| earlier == session);
    alike.then_some(session)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_fix_sessions() {
        assert_eq!(roman_session(377), Some("V"));
        assert_eq!(roman_session(194), Some("III"));
        assert_eq!(roman_session(181), Some("II"));
        assert_eq!(roman_session(217), Some("III"));
        assert_eq!(roman_session(500), None);
        assert!(ANCHORS.is_sorted_by_key(|&(n, _)| n));
    }
}
