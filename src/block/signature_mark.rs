//! The mark of a signature: `(Signed)` and its kin.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while};
use nom::character::complete::{char, one_of, satisfy, space0};
use nom::combinator::{opt, peek, recognize};
use nom::sequence::{delimited, terminated};
use nom::{IResult, Parser};

/// The mark of a signature at the start of a line: its length, and what follows it. A line that ends
/// with its mark has none at its start, and all of it follows. Marks of
/// emphasis in Markdown may stand around it or its word: `(*Signed*)`.
pub(crate) fn signature_mark(line: &str) -> Option<(usize, &str)> {
    if trailing_mark(line).is_some() {
        return Some((0, line));
    }
    if !line.starts_with(['(', '[', '{', 'S', 's', '/', '*', '_']) {
        return None;
    }
    let signed = || spaced;
    let short = alt((tag_no_case("sgd"), tag_no_case("sd")));
    let short = recognize(terminated(short, opt(char('.'))));
    // The treaty series of Canada is in two languages: "[Signed - Signé]".
    let both = opt((space0, one_of("-–—"), space0, tag_no_case("sign"), one_of("eé")));
    let foreign = alt((
        tag_no_case("signé"),
        tag_no_case("firmado"),
        tag_no_case("подпись"),
        tag_no_case("подписано"),
        tag("签名"),
        tag("توقيع"),
    ));
    let inner = alt((foreign, recognize((signed(), both)), short));
    let blank = || take_while(|c: char| matches!(c, ' ' | '*' | '_'));
    let emphasis = || take_while(|c: char| matches!(c, '*' | '_'));
    let bracketed = delimited(one_of("([{"), delimited(blank(), inner, blank()), one_of(")]}"));
    let (rest, _) = alt((
        recognize((emphasis(), bracketed, opt((space0, char(':'))), emphasis())),
        recognize(terminated(signed(), (opt(tag_no_case(" by")), space0, char(':')))),
        recognize(tag_no_case("/s/")),
        // A telegram: "Signed-Byron."
        recognize((signed(), one_of("-–—"), peek(satisfy(char::is_uppercase)))),
    ))
    .parse(line)
    .ok()?;
    Some((line.len() - rest.len(), rest))
}

/// Where the mark stands that a line ends with: Chinese has it behind the name.
pub(super) fn trailing_mark(line: &str) -> Option<usize> {
    const MARKS: [&str; 2] = ["(签名)", "（签名）"];
    let mark = MARKS.iter().find(|mark| line.ends_with(**mark))?;
    Some(line.len() - mark.len()).filter(|&at| !line[..at].trim().is_empty())
}

/// The word "signed" in any case, its letters perhaps set apart by a scan: `S igned`.
fn spaced(line: &str) -> IResult<&str, &str, ()> {
    let mut letters = "signed".chars().peekable();
    for (at, c) in line.char_indices() {
        match letters.peek() {
            None => return Ok((&line[at..], &line[..at])),
            Some(letter) if c.eq_ignore_ascii_case(letter) => {
                letters.next();
            }
            Some('s') => break,
            Some(_) if c == ' ' => {}
            Some(_) => break,
        }
    }
    let whole = letters.peek().is_none();
    // The rest is one of this line, as those ask who measure how far was read.
    if whole { Ok((&line[line.len()..], line)) } else { Err(nom::Err::Error(())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_every_house() {
        for mark in [
            "(Signed)",
            "(signed)",
            "(Signed):",
            "[Signed]",
            "Signed:",
            "/s/",
            "( Signed )",
            "(Sgd.)",
            "(sd.)",
            "(*Signed*)",
            "[Signed - Signé]",
            "(Signed}",
            "(Signé)",
            "(Firmado)",
            "(Подпись)",
            "(签名)",
            "(S igned)",
            "**(Signed)**",
        ] {
            let line = format!("{mark} Ada Byron");
            assert_eq!(signature_mark(&line), Some((mark.len(), " Ada Byron")), "{mark}");
        }
        assert_eq!(signature_mark("Signed-Byron."), Some((7, "Byron.")));
        assert_eq!(signature_mark("(Signed"), None);
        assert_eq!(signature_mark("Signed"), None);
        assert_eq!(signature_mark("Signed in two copies"), None);
        assert_eq!(signature_mark("Signed-off by"), None);
    }
}
