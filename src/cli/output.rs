//! Standard output for JSON: buffered, and safe to look at.

use std::io::{self, BufWriter, IsTerminal as _, StdoutLock, Write};

/// Standard output that writes JSON.
///
/// JSON itself escapes the old control characters but not DEL and U+0080 to U+009F, which some
/// terminals obey. On a terminal they are escaped too, as JSON allows.
pub(super) struct Output<W: Write = BufWriter<StdoutLock<'static>>> {
    inner: W,
    terminal: bool,
}

impl Output {
    /// Standard output.
    pub(super) fn stdout() -> Self {
        let stdout = io::stdout().lock();
        Output { terminal: stdout.is_terminal(), inner: BufWriter::with_capacity(1 << 16, stdout) }
    }

    /// Whether a person is looking.
    pub(super) fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Writes a value as one line.
    pub(super) fn json_line(&mut self, value: &impl serde::Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut *self, value)?;
        self.end_line()
    }

    /// Ends a line and hands on what was written.
    pub(super) fn end_line(&mut self) -> io::Result<()> {
        self.write_all(b"\n")?;
        self.flush()
    }
}

impl<W: Write> Write for Output<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.terminal {
            return self.inner.write(bytes);
        }
        let mut rest = bytes;
        // The serializer never parts a character, so the two bytes of one stand together.
        while let Some((at, length, code)) = first_steering(rest) {
            self.inner.write_all(&rest[..at])?;
            write!(self.inner, "\\u{code:04x}")?;
            rest = &rest[at + length..];
        }
        self.inner.write_all(rest)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Place, length and code of the first DEL or U+0080 to U+009F in UTF-8 bytes.
fn first_steering(bytes: &[u8]) -> Option<(usize, usize, u8)> {
    bytes.iter().enumerate().find_map(|(at, byte)| match byte {
        0x7F => Some((at, 1, 0x7F)),
        0xC2 => match bytes.get(at + 1) {
            Some(code @ 0x80..=0x9F) => Some((at, 2, *code)),
            _ => None,
        },
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::Output;

    #[test]
    fn control_characters_are_escaped_on_a_terminal_only() {
        let text = "a\u{9b}31m\u{7f}é\u{a0}z";
        for (terminal, expected) in
            [(true, "\"a\\u009b31m\\u007fé\u{a0}z\""), (false, "\"a\u{9b}31m\u{7f}é\u{a0}z\"")]
        {
            let mut output = Output { inner: Vec::new(), terminal };
            serde_json::to_writer(&mut output, text).unwrap();
            let json = String::from_utf8(output.inner).unwrap();
            assert_eq!(json, expected);
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
