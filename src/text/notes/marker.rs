//! What markers of footnotes are made of.

/// Longer numbers are none of notes.
pub(super) const DIGITS: usize = 3;

/// What a character is in a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Digit,
    Superscript,
    Star,
    Other,
}

pub(super) fn class(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        '*' | '†' | '‡' => Class::Star,
        _ if superscript(c).is_some() => Class::Superscript,
        _ => Class::Other,
    }
}

/// The length of the run of one class that a text begins with.
pub(super) fn run(text: &str, class: Class) -> usize {
    text.find(|c| self::class(c) != class).unwrap_or(text.len())
}

fn superscript(c: char) -> Option<char> {
    Some(match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁰' => '0',
        '⁴'..='⁹' => char::from(b'4' + (c as u32 - '⁴' as u32) as u8),
        _ => return None,
    })
}

/// A marker in plain digits.
pub(super) fn plain(marker: &str) -> String {
    marker.chars().map(|c| superscript(c).unwrap_or(c)).collect()
}

/// `[1]`, `[^1]`, with a backslash before each bracket where Markdown escapes them: its length and
/// its number.
pub(super) fn bracketed(text: &str) -> Option<(usize, &str)> {
    let inner = text.strip_prefix('[')?;
    let inner = inner.strip_prefix('^').unwrap_or(inner);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=DIGITS).contains(&digits) {
        return None;
    }
    let rest = &inner[digits..];
    let rest = rest.strip_prefix('\\').unwrap_or(rest).strip_prefix(']')?;
    Some((text.len() - rest.len(), &inner[..digits]))
}
