//! Inputs that are no text: what they look like, and how to get at their text.

use std::fmt;

/// Bytes at the start of an input that are enough to know what it is.
pub(super) const HEAD: usize = 1 << 16;

/// What an input that is no text looks like, and what to do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Foreign {
    what: &'static str,
    advice: &'static str,
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "looks like {}; {}", self.what, self.advice)
    }
}

const PDF: &str =
    "extract its text first, for example `pdftotext -layout FILE - | verbale parse -`";
const OFFICE: &str = "extract its text first, for example \
    `soffice --headless --convert-to 'txt:Text (encoded):UTF8' FILE`";
const PICTURE: &str = "it needs OCR first, for example `tesseract FILE - | verbale parse -`";
const PACKED: &str = "unpack it and name the texts in it";
const OTHER: &str = "name the text of a document instead";
const UTF_32: &str =
    "convert it first, for example `iconv -f UTF-32 -t UTF-8 FILE | verbale parse -`";

/// Bytes at a place, what they mean, and what to do. Marks that a text may begin with are long.
const MARKS: &[(usize, &[u8], &str, &str)] = &[
    (0, b"%PDF-", "a PDF", PDF),
    (0, b"\xFF\xD8\xFF", "a JPEG picture", PICTURE),
    (0, b"\x89PNG\r\n\x1A\n", "a PNG picture", PICTURE),
    (0, b"GIF87a", "a GIF picture", PICTURE),
    (0, b"GIF89a", "a GIF picture", PICTURE),
    (0, b"II*\0", "a TIFF picture", PICTURE),
    (0, b"MM\0*", "a TIFF picture", PICTURE),
    (8, b"WEBPVP8", "a WebP picture", PICTURE),
    (4, b"ftypheic", "a HEIC picture", PICTURE),
    (0, b"\0\0\0\x0CjP  ", "a JPEG 2000 picture", PICTURE),
    (0, b"{\\rtf", "an RTF document", OFFICE),
    (0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office file, such as a Word DOC", OFFICE),
    (0, b"\x1F\x8B", "a gzip file", PACKED),
    (4, b"1AY&SY", "a bzip2 file", PACKED),
    (0, b"\xFD7zXZ\0", "an xz file", PACKED),
    (0, b"\x28\xB5\x2F\xFD", "a zstd file", PACKED),
    (0, b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive", PACKED),
    (0, b"Rar!\x1A\x07", "a RAR archive", PACKED),
    (0, b"\x7FELF", "a program (ELF)", OTHER),
    (0, b"MZ\x90\0", "a program (EXE)", OTHER),
    (0, b"\xFF\xFE\0\0", "text in UTF-32", UTF_32),
    (0, b"\0\0\xFE\xFF", "text in UTF-32", UTF_32),
];

/// Says what the bytes look like where they are clearly no text that can be read.
pub(super) fn look(bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(zip(bytes));
    }
    for &(at, mark, what, advice) in MARKS {
        if bytes.get(at..).is_some_and(|rest| rest.starts_with(mark)) {
            return Some(Foreign { what, advice });
        }
    }
    let utf_16 = matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    (!utf_16 && bytes.contains(&0) && utf_16_shape(bytes).is_none())
        .then_some(Foreign { what: "a binary file (it holds NUL bytes)", advice: OTHER })
}

/// Office files are ZIP archives by their bytes; the names inside tell them apart.
fn zip(bytes: &[u8]) -> Foreign {
    let head = &bytes[..bytes.len().min(HEAD)];
    let names = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    if names(b"word/") {
        Foreign { what: "a Word document (DOCX)", advice: OFFICE }
    } else if names(b"mimetypeapplication/vnd.oasis.opendocument.text") {
        Foreign { what: "an OpenDocument text (ODT)", advice: OFFICE }
    } else if names(b"[Content_Types].xml") {
        Foreign { what: "an Office file (DOCX or its kin)", advice: OFFICE }
    } else {
        Foreign { what: "a ZIP archive", advice: PACKED }
    }
}

/// Byte order of text in UTF-16.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ByteOrder {
    /// UTF-16LE.
    Little,
    /// UTF-16BE.
    Big,
}

/// Whether the bytes have the shape of UTF-16 without a mark: the blanks, line ends and digits
/// of any script leave a NUL in the same half of every pair, and never in the other.
pub(super) fn utf_16_shape(bytes: &[u8]) -> Option<ByteOrder> {
    let pairs = bytes[..bytes.len().min(4096)].chunks_exact(2);
    let count = pairs.len();
    let (first, second) = pairs.fold((0, 0), |(first, second), pair| {
        (first + usize::from(pair[0] == 0), second + usize::from(pair[1] == 0))
    });
    let enough = |nuls: usize| nuls > 0 && nuls * 10 >= count;
    match (first, second) {
        (0, nuls) if enough(nuls) => Some(ByteOrder::Little),
        (nuls, 0) if enough(nuls) => Some(ByteOrder::Big),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{ByteOrder, look, utf_16_shape};

    #[test]
    fn says_what_it_sees() {
        let said = |bytes: &[u8]| look(bytes).map(|foreign| foreign.to_string());
        for (bytes, words) in [
            (&b"%PDF-1.7\n"[..], "looks like a PDF; extract its text"),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "a JPEG picture; it needs OCR"),
            (b"PK\x03\x04....word/document.xml", "a Word document (DOCX)"),
            (b"PK\x03\x04....letter.txt", "a ZIP archive; unpack it"),
            (b"{\\rtf1\\ansi", "an RTF document"),
            (b"\x7FELF\x02", "a program (ELF)"),
            (b"\xFF\xFE\0\0A\0\0\0", "UTF-32; convert it"),
            (b"a\0\0b", "a binary file"),
        ] {
            let said = said(bytes).unwrap_or_default();
            assert!(said.contains(words), "{said:?} does not say {words:?}");
        }
    }

    #[test]
    fn text_is_text() {
        for text in [&b""[..], b"MZ is an abbreviation", b"BM", b"\xE9t\xE9", b"\xFF\xFEA\0"] {
            assert_eq!(look(text), None, "{text:?}");
        }
    }

    #[test]
    fn shape_of_utf_16() {
        let utf_16 = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            text.encode_utf16().flat_map(bytes).collect()
        };
        let text = "Письмо от 16 августа 2006 года";
        let little = utf_16(text, u16::to_le_bytes);
        let big = utf_16(text, u16::to_be_bytes);
        assert_eq!(utf_16_shape(&little), Some(ByteOrder::Little));
        assert_eq!(utf_16_shape(&big), Some(ByteOrder::Big));
        assert_eq!(utf_16_shape(text.as_bytes()), None);
        assert_eq!(utf_16_shape(b"\0\0\0\0"), None);
    }
}
