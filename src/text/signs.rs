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
        let bytes = text.as_bytes();
        let (mut digit, mut stroke, mut bar, mut mark) = (0, 0, 0, 0);
        let (mut wide, mut control, mut doubled) = (0, 0, 0);
        // Without branches, sixteen bytes are looked at at once.
        for &byte in bytes {
            digit |= u8::from(byte.wrapping_sub(b'0') < 10);
            stroke |= u8::from(byte == b'/');
            bar |= u8::from(byte == b'|');
            mark |= u8::from(byte == b'*') | u8::from(byte == b'[');
            wide |= byte & 0x80;
            control |= u8::from(byte < 0x20) | u8::from(byte == 0x7F);
        }
        for (&byte, &next) in bytes.iter().zip(bytes.get(1..).unwrap_or_default()) {
            doubled |= u8::from(byte == b' ') & u8::from(next == b' ');
        }
        let sign = |found: u8, sign: Signs| if found > 0 { sign.0 } else { 0 };
        Signs(
            sign(digit, Signs::DIGIT)
                | sign(stroke, Signs::STROKE)
                | sign(bar, Signs::BAR)
                | sign(mark, Signs::MARK)
                | sign(wide, Signs::WIDE)
                | sign(control, Signs::CONTROL)
                | sign(doubled, Signs::DOUBLED),
        )
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
