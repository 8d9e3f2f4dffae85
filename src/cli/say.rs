//! Words for people, on standard error.

use std::io::{self, Write};

/// Says one line on standard error; where nobody listens, nothing is lost.
pub(super) fn line(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", escaped(text));
}

/// The text with all characters escaped that would steer a terminal: control characters and those
/// that turn the direction of writing.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if steers(c) {
            safe.extend(c.escape_default());
        } else {
            safe.push(c);
        }
    }
    safe
}

/// Whether a terminal may take the character for a command.
pub(super) fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(escaped("a\u{1b}[31mb"), r"a\u{1b}[31mb");
        assert_eq!(escaped("a\nb\u{9b}c\u{202e}"), r"a\nb\u{9b}c\u{202e}");
        assert_eq!(escaped("Совет «é» 会议"), "Совет «é» 会议");
    }
}
