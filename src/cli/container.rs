//! Pages and answers of web sites: the text that an HTML page or a JSON object holds.
//!
//! Such a file is decoded as a file in another encoding is: the text that comes out is what is
//! read, and spans count its bytes. What is markup and what is text is a question for a parser of
//! HTML, not for one of diplomatic papers.

/// Lines of a page are not broken: each is a paragraph.
const WIDTH: usize = 100_000;
/// Bytes at the beginning of a file that are looked at.
const HEAD: usize = 4096;

/// A text taken out of its container, and what it was.
pub(super) struct Unpacked {
    pub(super) text: String,
    pub(super) note: &'static str,
}

/// The text in an HTML page or in the longest string of a JSON object; none where the text is
/// neither.
pub(super) fn unpack(text: &str) -> Option<Unpacked> {
    let start = text.trim_start();
    if is_json(start) {
        let longest = longest_string(start)?;
        let text = if is_html(&longest) { html(&longest)? } else { longest };
        let note = "a JSON object; its longest text is read, spans count the bytes of that text";
        return (!text.trim().is_empty()).then_some(Unpacked { text, note });
    }
    if start.starts_with('<') && is_html(start) {
        let text = html(start).filter(|text| !text.trim().is_empty())?;
        let note = "an HTML page; its text is read, spans count the bytes of that text";
        return Some(Unpacked { text, note });
    }
    None
}

/// Whether a text begins as an object or an array of objects does.
fn is_json(start: &str) -> bool {
    let object = start.strip_prefix('[').map_or(start, str::trim_start).strip_prefix('{');
    let key = object.map(str::trim_start).and_then(|t| t.strip_prefix('"'));
    let value = key.and_then(|key| key.split_once('"'));
    value.is_some_and(|(name, rest)| name.len() < 80 && rest.trim_start().starts_with(':'))
}

/// The longest string among the values. An object that is cut off is read up to there.
fn longest_string(json: &str) -> Option<String> {
    let bytes = json.as_bytes();
    let mut longest = 0..0;
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'"', &bytes[at..]).map(|i| at + i + 1) {
        let mut close = open;
        while close < bytes.len() && bytes[close] != b'"' {
            close += if bytes[close] == b'\\' { 2 } else { 1 };
        }
        let close = close.min(bytes.len());
        if close - open > longest.len() {
            longest = open..close;
        }
        at = (close + 1).min(bytes.len());
    }
    let mut raw = json.get(longest)?;
    // The last escape may be cut off: at most a pair of surrogates.
    for _ in 0..=12 {
        if let Ok(text) = serde_json::from_str(&format!("\"{raw}\"")) {
            return Some(text);
        }
        raw = &raw[..raw.char_indices().next_back()?.0];
    }
    None
}

/// Whether a text has the tags of a page near its beginning.
fn is_html(text: &str) -> bool {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].to_ascii_lowercase();
    ["<!doctype html", "<html", "<body", "<p>", "<p ", "<div", "<br", "<table", "<span"]
        .iter()
        .any(|tag| head.contains(tag))
}

fn html(text: &str) -> Option<String> {
    let config = html2text::config::plain_no_decorate().raw_mode(true).no_link_wrapping();
    config.string_from_read(text.as_bytes(), WIDTH).ok()
}

#[cfg(test)]
mod tests {
    use super::unpack;

    fn read(text: &str) -> Option<String> {
        unpack(text).map(|unpacked| unpacked.text)
    }

    #[test]
    fn pages_and_objects_give_their_text() {
        let page = "<!DOCTYPE html>\n<html><head><title>T</title><style>p { color: red }</style>\
            </head><body><p>Letter dated 3&nbsp;May</p><p>I have <b>the</b> honour &#8211; so.</p>\
            </body></html>";
        assert_eq!(read(page).unwrap(), "Letter dated 3\u{a0}May\n\nI have the honour – so.\n");
        let object = r#"[{"id": 1, "title": {"rendered": "T"}, "content": {"rendered":
            "<div>\n<p>One.<\/p>\n<p>Two.<\/p><\/div>"}}]"#;
        assert_eq!(read(object).unwrap(), "One.\n\nTwo.\n");
        let cut = r#"{"id": 1, "content": {"rendered": "<p>One.<\/p>\n<p>Two \u20"#;
        assert_eq!(read(cut).unwrap(), "One.\n\nTwo\n");
        let plain = r#"{"text": "Letter dated 3 May\nA letter.", "id": 7}"#;
        assert_eq!(read(plain).unwrap(), "Letter dated 3 May\nA letter.");
    }

    #[test]
    fn texts_are_left_alone() {
        for text in ["Letter dated 3 May", "[Original: Arabic]", "{sic}", "<<ODS DOC>>\nText", "{}"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
