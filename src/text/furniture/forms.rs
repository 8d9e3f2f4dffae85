//! Furniture by the form of a single line or token.

use std::ops::Range;

use crate::model::FurnitureKind;

/// The kind of a line that is furniture whatever stands around it.
pub(super) fn own_form(text: &str) -> Option<FurnitureKind> {
    // Most lines of text begin with a small letter, and of all furniture only `page 2`. With a
    // capital or a digit only heads and feet begin.
    match text.as_bytes().first() {
        Some(b'a'..=b'z') if !text.starts_with("page ") => return None,
        Some(b'A'..=b'Z' | b'0'..=b'9') if text.len() > 400 || !may_head(text) => return None,
        Some(b'A'..=b'Z' | b'0'..=b'9') => return foot_or_head(text),
        _ => {}
    }
    // No furniture is long, but two columns may stand far apart; a long line is not looked through.
    if text.len() > 400 {
        return is_rule(text).then_some(FurnitureKind::Rule);
    }
    if is_rule(text) {
        return Some(FurnitureKind::Rule);
    }
    if is_continuation(text) || matches!(text, "/. . ." | "(continued)") {
        return Some(FurnitureKind::Continuation);
    }
    if text.starts_with("<<") && text.ends_with(">>") {
        return Some(FurnitureKind::FieldCode);
    }
    if is_glyphs(text) {
        return Some(FurnitureKind::BarCode);
    }
    if is_markup(text) {
        return Some(FurnitureKind::Markup);
    }
    foot_or_head(text).or_else(|| is_dashed_page(text).then_some(FurnitureKind::PageNumber))
}

/// Whether a line that begins with a capital or a digit may be a head or a foot by its first word:
/// one of letters alone is `Page`, `Please` or a language's name, any other has a digit, and no
/// number ends with a point.
fn may_head(text: &str) -> bool {
    let bytes = text.as_bytes();
    let word = &bytes[..memchr::memchr(b' ', bytes).unwrap_or(bytes.len())];
    if !word.iter().all(u8::is_ascii_alphabetic) {
        // Other white space than a blank may end the word before.
        let digit = |byte: &u8| byte.is_ascii_digit() || !byte.is_ascii_graphic();
        return word.last() != Some(&b'.') && word.iter().any(digit);
    }
    matches!(
        (word.len(), bytes[0]),
        (4, b'P') | (6, b'A' | b'F' | b'P') | (7, b'C' | b'E' | b'R' | b'S')
    )
}

/// A line that holds nothing but what stands at the head or foot of a page: job number with tag
/// and dates, bar code, symbol, language, page number, in any order and number.
fn foot_or_head(text: &str) -> Option<FurnitureKind> {
    if spaced_job(text).is_some() {
        return Some(FurnitureKind::JobNumber);
    }
    let mut tokens = text.split_whitespace().peekable();
    let (mut job, mut bar, mut symbol, mut page) = (false, false, false, false);
    let mut count = 0;
    while let Some(token) = tokens.next() {
        count += 1;
        let number = |t: &&str| is_short_number(t);
        if token.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            if token.eq_ignore_ascii_case("page") && tokens.next_if(number).is_some() {
                page = true;
                // `Page 2 of 10`
                if tokens.next_if_eq(&"of").is_some() && tokens.next_if(number).is_none() {
                    return None;
                }
            } else if !(is_language_name(token) || matches!(token, "Please" | "recycle")) {
                return None;
            }
        } else if job_in(token).is_some() {
            job = true;
        } else if is_bar_code(token) {
            bar = true;
        } else if is_page_of(token) {
            page |= count > 1 || tokens.peek().is_some();
        } else if is_symbol(token) {
            symbol = true;
        } else if !(is_language_tag(token)
            || is_print_date(token)
            || is_short_number(token)
            || is_typist(token)
            || is_continuation(token)
            || job && is_misread_continuation(token))
        {
            return None;
        }
    }
    if job {
        Some(FurnitureKind::JobNumber)
    } else if bar {
        Some(FurnitureKind::BarCode)
    } else if page {
        Some(if symbol { FurnitureKind::RunningHead } else { FurnitureKind::PageNumber })
    } else {
        (text == "Please recycle").then_some(FurnitureKind::RunningHead)
    }
}

/// `/...`: the text goes on.
fn is_continuation(token: &str) -> bool {
    matches!(token, "/..." | "/…" | "…/" | ".../")
}

/// `/ee-`: what a scan makes of the points behind a job number.
fn is_misread_continuation(token: &str) -> bool {
    (3..=5).contains(&token.len()) && token.starts_with('/')
}

/// `- 2 -`, `-2-`.
fn is_dashed_page(text: &str) -> bool {
    let inner = text.strip_prefix(['-', '–']).and_then(|t| t.strip_suffix(['-', '–']));
    inner.is_some_and(|n| is_short_number(n.trim()))
}

/// Three or more marks of one kind: `-----`, `* * *`, `______`.
pub(super) fn is_rule(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    matches!(first, '_' | '-' | '–' | '—' | '*' | '=' | '─')
        && chars.all(|c| c == first || c.is_whitespace())
        && text.chars().filter(|&c| c == first).take(3).count() == 3
}

/// The job number in a token: `06-24282`, `GE.06-60728`, `V.06-12345(E)`; a page number or a rule
/// may be glued to it: `20-143783/104`, `----94-12975`.
pub(super) fn job_in(token: &str) -> Option<Range<usize>> {
    let bare = token.trim_start_matches(['-', '_', '/', '.']);
    // A number that a dash only goes before is a span of years or pages, not a rule.
    let start = if token.len() - bare.len() >= 3 { token.len() - bare.len() } else { 0 };
    let token = &token[start..];
    let prefix = ["GE.", "V.", "N", "M."].iter().find(|p| token.starts_with(**p));
    let digits = &token[prefix.map_or(0, |p| p.len())..];
    let dash = memchr::memchr(b'-', digits.as_bytes())?;
    let (year, number) = (&digits[..dash], &digits[dash + 1..]);
    let length = number.bytes().take_while(u8::is_ascii_digit).count();
    if year.len() != 2 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let behind = &number[length..];
    let length = match behind {
        "" | "*" | "(E)" | "(E)*" | "*(E)" if (5..=6).contains(&length) => length,
        // "20-14378" and "3/104".
        _ if behind.starts_with('/') && (6..=8).contains(&length) && is_page_of(&number[5..]) => 5,
        _ => return None,
    };
    Some(start..start + token.len() - number.len() + length)
}

/// `02 54483`: a job number alone on its line, as the papers of 2000 to 2003 print it. Groups of
/// thousands have three digits.
pub(super) fn spaced_job(text: &str) -> Option<Range<usize>> {
    let (year, number) = text.split_once(' ')?;
    let digits =
        |text: &str, len: usize| text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    (digits(year, 2) && year.starts_with('0') && digits(number, 5)).then_some(0..text.len())
}

/// `(E)`: the language of the version.
pub(super) fn is_language_tag(token: &str) -> bool {
    matches!(token, "(E)" | "(F)" | "(S)" | "(R)" | "(C)" | "(A)" | "(EFS)")
}

/// `220806`: day, month and year of translation or printing; a digit too many is a slip of the
/// press.
pub(super) fn is_print_date(token: &str) -> bool {
    (6..=7).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_digit())
}

/// `1234Z`: the typist's number beside a job number.
fn is_typist(token: &str) -> bool {
    let digits = token.strip_suffix(|c: char| c.is_ascii_alphabetic());
    digits.is_some_and(|d| d.len() == 4 && d.bytes().all(|b| b.is_ascii_digit()))
}

/// `*0624282*`.
pub(super) fn is_bar_code(token: &str) -> bool {
    let digits = token.strip_prefix('*').and_then(|t| t.strip_suffix('*'));
    digits.is_some_and(|d| (6..=9).contains(&d.len()) && d.bytes().all(|b| b.is_ascii_digit()))
}

/// The glyphs of a bar code's own font, which have no meaning outside it.
fn is_glyphs(text: &str) -> bool {
    text.chars().all(|c| ('\u{E000}'..='\u{F8FF}').contains(&c) || c.is_whitespace())
}

/// A tag, or a line of a table's rules, that stands alone.
fn is_markup(text: &str) -> bool {
    let tag = text.starts_with('<') && text.ends_with('>') && text.matches('<').count() == 1;
    let rule = text.starts_with('|') && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    tag || rule || matches!(text, "_" | "__" | "\\" | "**")
}

/// `2/104`.
pub(super) fn is_page_of(token: &str) -> bool {
    if token.len() > "1234/1234".len() {
        return false;
    }
    let Some((page, of)) = token.split_once('/') else {
        return false;
    };
    let value = |s: &str| s.parse::<u32>().unwrap_or(0);
    is_short_number(page) && is_short_number(of) && (1..=value(of)).contains(&value(page))
}

/// Up to four digits.
pub(super) fn is_short_number(token: &str) -> bool {
    (1..=4).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_digit())
}

/// A page number in roman digits, as forewords have it: `iv`.
pub(super) fn is_roman_page(token: &str) -> bool {
    (1..=5).contains(&token.len()) && token.bytes().all(|b| b"ivx".contains(&b))
}

pub(super) fn is_language_name(text: &str) -> bool {
    ["English", "French", "Spanish", "Russian", "Chinese", "Arabic"]
        .iter()
        .any(|name| text.eq_ignore_ascii_case(name))
}

/// Whether a token is one document symbol by its outer form.
pub(super) fn is_symbol(text: &str) -> bool {
    // A scan reads S as another sign.
    text.len() <= 60
        && text.starts_with(|c: char| c.is_ascii_uppercase() || matches!(c, '§' | '$'))
        && text.contains('/')
        && text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ')' || c == '*')
        && text.bytes().any(|b| b.is_ascii_digit())
        && !text.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_of_one_kind_of_mark() {
        assert!(["-----", "* * *", "________"].iter().all(|r| is_rule(r)));
        assert!(!["--", "-*-", "- a -"].iter().any(|r| is_rule(r)));
    }

    #[test]
    fn job_numbers_and_what_is_glued_to_them() {
        let read = |token: &'static str| job_in(token).map(|range| &token[range]);
        assert_eq!(read("31-10000"), Some("31-10000"));
        assert_eq!(read("GE.31-60728"), Some("GE.31-60728"));
        assert_eq!(read("31-10000(E)"), Some("31-10000"));
        assert_eq!(read("31-10000*"), Some("31-10000"));
        assert_eq!(read("31-100003/104"), Some("31-10000"));
        assert_eq!(read("----31-10000"), Some("31-10000"));
        for none in ["2031-10000", "31-100", "31-10000/1999", "3-14", "S-31-10000"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn heads_and_feet_in_one_line() {
        use FurnitureKind::{BarCode, JobNumber, PageNumber, RunningHead};
        let read = own_form;
        assert_eq!(read("31-10000 (E)     020131      Please recycle"), Some(JobNumber));
        assert_eq!(read("86-20456   3425Z (E)"), Some(JobNumber));
        assert_eq!(read("86-20456 (E)   121186          /..."), Some(JobNumber));
        assert_eq!(read("86-20456 0518h (E) /ee-"), Some(JobNumber));
        assert_eq!(read("2/12                                  31-10000"), Some(JobNumber));
        assert_eq!(read("02 54483"), Some(JobNumber));
        assert_eq!(read("65 54483"), None);
        assert_eq!(read("*3110000*"), Some(BarCode));
        assert_eq!(read("S/2031/7 English Page 2"), Some(RunningHead));
        assert_eq!(read("Page 12"), Some(PageNumber));
        assert_eq!(read("Page 2 of 10"), Some(PageNumber));
        assert_eq!(read("Page 2 of the report"), None);
        assert_eq!(read("- 12 -"), Some(PageNumber));
        for none in ["S/2031/7", "S/2031/7 English", "English", "12", "2/12", "31 December 2031"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
