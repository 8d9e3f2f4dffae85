//! The symbol that stands alone in brackets under the heading of a resolution.
//!
//! ```text
//! bracketed symbol = "[" , symbol , [ "," , part ] , "]"
//! ```
//!
//! Reading machines take one of the brackets for another, the `S` of the Security Council for a
//! digit, and the part of the document (`S/525, II`) for other strokes.

use std::ops::Range;

use crate::model::symbol::{Symbol, scan};

/// The bytes of the symbol in a row that holds nothing else in brackets, and the symbols it is.
pub(crate) fn bracketed_symbol(text: &str) -> Option<(Range<usize>, Vec<Symbol>)> {
    let row = text.trim_matches(['*', '_', ' ']);
    if row.len() > LONGEST {
        return None;
    }
    let open = row.starts_with(['[', '{', '(']).then_some(1)?;
    let inner = row[open..].strip_suffix([']', '}', ')'])?;
    // Both round: a reference or a note.
    if row.starts_with('(') && row.ends_with(')') {
        return None;
    }
    let words = inner.trim();
    let start = words.as_ptr() as usize - text.as_ptr() as usize;
    let (len, symbols) = match scan(words, 0) {
        Some(found) => (found.len, found.symbol.halves().collect()),
        None => misread(words)?,
    };
    let rest = words[len..].trim_start();
    let sole = rest.chars().count() <= 1
        || rest.strip_prefix([',', '.']).is_some_and(|part| is_part(part.trim()));
    sole.then_some((start..start + len, symbols))
}

/// No such row is longer, in bytes.
const LONGEST: usize = 80;

/// `II`, or what is read for it: `IY`, `1`.
fn is_part(text: &str) -> bool {
    (1..=4).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'Y' | b'l' | b'1' | b'L'))
}

/// `8/525`, `5/4357`: a digit read for the `S` of the Security Council.
fn misread(text: &str) -> Option<(usize, Vec<Symbol>)> {
    let rest = text.strip_prefix(['5', '8', '§', 's'])?.strip_prefix('/')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    // `5/12`: a page.
    if !(3..=5).contains(&digits) {
        return None;
    }
    let symbol = format!("S/{}", &rest[..digits]).parse().ok()?;
    Some((text.len() - rest.len() + digits, vec![symbol]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&str, Vec<String>)> {
        let (range, symbols) = bracketed_symbol(text)?;
        Some((&text[range], symbols.iter().map(Symbol::to_string).collect()))
    }

    #[test]
    fn symbols_alone_in_brackets() {
        for (text, printed, symbol) in [
            ("[S/9216]", "S/9216", "S/9216"),
            ("*[S/9216]*", "S/9216", "S/9216"),
            ("(S/925]", "S/925", "S/925"),
            ("[S/925}", "S/925", "S/925"),
            ("[S/925, II]", "S/925", "S/925"),
            ("[S/925, IY]", "S/925", "S/925"),
            ("(S/925, 1]", "S/925", "S/925"),
            ("[$/925]", "$/925", "S/925"),
            ("[8/925]", "8/925", "S/925"),
            ("[5/9216]", "5/9216", "S/9216"),
            ("[S/268/Rev.1/Corr.1]", "S/268/Rev.1/Corr.1", "S/268/Rev.1/Corr.1"),
        ] {
            assert_eq!(read(text), Some((printed, vec![symbol.to_owned()])), "{text}");
        }
    }

    #[test]
    fn other_brackets_are_none() {
        for text in [
            "(S/925)",
            "[5/12]",
            "[on the report of the Committee (A/99/1)]",
            "[S/925 and S/926]",
            "[S/925, paragraph 2]",
            "[]",
            "S/925",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
