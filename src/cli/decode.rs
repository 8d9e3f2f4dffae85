//! From the bytes of an input to its text.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::foreign::{self, ByteOrder};

/// A text, and what is to be said of how it was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without a byte-order mark. Spans count its bytes.
    pub(super) text: String,
    /// How it was read, where that is not a matter of course.
    pub(super) note: Option<String>,
}

/// Reads bytes as text: as UTF-8, by their byte-order mark, by the shape of UTF-16, as UTF-8 with
/// some damage, or in the encoding that they seem to be in.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    let mut bytes = bytes;
    match Encoding::for_bom(&bytes) {
        Some((encoding, length)) if encoding == UTF_8 => {
            bytes.drain(..length);
        }
        Some((encoding, length)) => return decode_as(encoding, &bytes[length..]),
        None if bytes.contains(&0) => match foreign::utf_16_shape(&bytes) {
            Some(ByteOrder::Little) => return decode_as(UTF_16LE, &bytes),
            Some(ByteOrder::Big) => return decode_as(UTF_16BE, &bytes),
            None => {}
        },
        None => {}
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Decoded { text, note: None },
        Err(error) => error.into_bytes(),
    };
    if let Some(places) = damaged_utf_8(&bytes) {
        return Decoded {
            text: String::from_utf8_lossy(&bytes).into_owned(),
            note: Some(format!(
                "damaged UTF-8; {places} broken {} read as U+FFFD",
                if places == 1 { "place is" } else { "places are" },
            )),
        };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    decode_as(detector.guess(None, Utf8Detection::Deny), &bytes)
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let mut note = format!("not UTF-8; read as {}", encoding.name());
    if damaged {
        note.push_str(" (bytes that mean nothing there are read as U+FFFD)");
    }
    Decoded { text: text.into_owned(), note: Some(note) }
}

/// The number of broken places where the bytes are UTF-8 all the same: characters of more than
/// one byte, which other encodings hardly ever hit, outnumber them by far.
fn damaged_utf_8(bytes: &[u8]) -> Option<usize> {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        let lead_bytes = chunk.valid().bytes().filter(|byte| *byte >= 0xC0);
        whole += lead_bytes.count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    (whole >= broken * 4).then_some(broken)
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn read(bytes: &[u8]) -> (String, String) {
        let decoded = decode(bytes.to_vec());
        (decoded.text, decoded.note.unwrap_or_default())
    }

    fn ok(text: &str, note: &str) -> (String, String) {
        (text.to_owned(), note.to_owned())
    }

    #[test]
    fn utf_8_as_it_is() {
        assert_eq!(read("é\r\n".as_bytes()), ok("é\r\n", ""));
        assert_eq!(read(b"\xEF\xBB\xBFabc"), ok("abc", ""));
        assert_eq!(read(b""), ok("", ""));
    }

    #[test]
    fn utf_16_by_its_mark_or_its_shape() {
        let note = "not UTF-8; read as UTF-16LE";
        assert_eq!(read(b"\xFF\xFEa\0 \0b\0"), ok("a b", note));
        assert_eq!(read(b"a\0 \0b\0"), ok("a b", note));
        let note = "not UTF-8; read as UTF-16BE";
        assert_eq!(read(b"\xFE\xFF\0a\0 \0b"), ok("a b", note));
    }

    #[test]
    fn damage_is_not_another_encoding() {
        let text = b"\xE2\x80\x9CSCO\xE2\x80\x9D and \xC3\xA9t\xC3\xA9 \xE2\x80";
        let expected =
            ok("“SCO” and été \u{FFFD}", "damaged UTF-8; 1 broken place is read as U+FFFD");
        assert_eq!(read(text), expected);
    }

    #[test]
    fn others_by_guess() {
        let text = "Lettre datée du 16 août 2006, adressée au Secrétaire général";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        assert_eq!(read(&bytes), ok(text, "not UTF-8; read as windows-1252"));
    }
}
