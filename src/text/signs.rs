//! What signs a line holds, found once where it is cut, so that most lines are not searched again.

/// What a stretch of text may hold. A piece of a line keeps what was found in the whole line: what
/// is not said to be there is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Signs(u8);

impl Signs {
    /// A digit of ASCII.
    pub(crate) const DIGIT: Signs = Signs(1);
    /// `/`.
    pub(crate) const STROKE: Signs = Signs(2);
    /// `|`.
    pub(crate) const BAR: Signs = Signs(4);
    /// `*` or `[`.
    pub(crate) const MARK: Signs = Signs(8);
    /// Anything that is not of ASCII.
    pub(crate) const WIDE: Signs = Signs(16);
    /// A control character of ASCII.
    pub(crate) const CONTROL: Signs = Signs(32);
    /// Two blanks beside each other.
    pub(crate) const DOUBLED: Signs = Signs(64);

    /// The signs of a text.
    pub(crate) fn of(text: &str) -> Signs {
        // Sixteen bytes at once, each with the one behind it.
        let mut found = [0; 16];
        let mut bytes = text.as_bytes();
        while let Some((window, _)) = bytes.split_first_chunk::<17>() {
            for at in 0..16 {
                found[at] |= signs(window[at], window[at + 1]);
            }
            bytes = &bytes[16..];
        }
        // The rest, filled up with what is no sign.
        let mut window = [b'a'; 17];
        window[..bytes.len()].copy_from_slice(bytes);
        for at in 0..16 {
            found[at] |= signs(window[at], window[at + 1]);
        }
        Signs(found.iter().fold(0, |all, found| all | found))
    }

    /// Whether any of these signs may stand here.
    pub(crate) fn may_hold(self, signs: Signs) -> bool {
        self.0 & signs.0 > 0
    }

    /// Whether words of ASCII stand here with one blank between them, as in most lines.
    pub(crate) fn are_even(self) -> bool {
        !self.may_hold(Signs::WIDE.or(Signs::CONTROL).or(Signs::DOUBLED))
    }

    /// These signs and others.
    pub(crate) const fn or(self, other: Signs) -> Signs {
        Signs(self.0 | other.0)
    }
}

/// The signs of a byte and the one behind it, without a branch.
const fn signs(byte: u8, next: u8) -> u8 {
    const fn sign(found: bool, sign: Signs) -> u8 {
        (found as u8).wrapping_neg() & sign.0
    }
    sign(byte.wrapping_sub(b'0') < 10, Signs::DIGIT)
        | sign(byte == b'/', Signs::STROKE)
        | sign(byte == b'|', Signs::BAR)
        | sign(matches!(byte, b'*' | b'['), Signs::MARK)
        | sign(byte >= 0x80, Signs::WIDE)
        | sign(matches!(byte, 0..=0x1F | 0x7F), Signs::CONTROL)
        | sign(byte == b' ' && next == b' ', Signs::DOUBLED)
}

#[cfg(test)]
mod tests {
    use super::Signs;

    #[test]
    fn each_sign_is_found_wherever_it_stands() {
        let all = [
            ("2", Signs::DIGIT),
            ("/", Signs::STROKE),
            ("|", Signs::BAR),
            ("[", Signs::MARK),
            ("*", Signs::MARK),
            ("é", Signs::WIDE),
            ("\t", Signs::CONTROL),
            ("\u{7F}", Signs::CONTROL),
            ("  ", Signs::DOUBLED),
        ];
        for (text, sign) in all {
            for before in ["", "The lake", "The lakes of the north are deep and cold, they say"] {
                assert_eq!(Signs::of(&format!("{before}{text}{before}")), sign, "{before}{text}");
            }
        }
        assert!(Signs::of("The lake is deep.").are_even());
        assert!(!Signs::of("The  lake").are_even());
    }
}
