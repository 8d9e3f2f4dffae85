//! The short lines around the body of a letter that are no paragraphs, though a point ends them:
//! numbers of files, streets and towns, initials.

use crate::block::{RawBlock, Shape, is_letterhead};
use crate::text::ends_in_initials;

/// Whether a line above the body holds the number that its writer gives the paper, or another field of
/// a letterhead, and no sentence: `No. 1385.`, `Ref. 12/31 dated 3 May 2031.`, `File No.: 119.N.8.`
pub(super) fn is_reference(text: &str) -> bool {
    const LONGEST: usize = 60;
    let named = ["No. ", "No ", "Nº ", "N° ", "Ref. ", "Ref: ", "Ref.: "];
    let number = named.iter().find_map(|name| text.strip_prefix(name));
    let has_digit = |words: &str| {
        let words = words.split(' ').filter(|word| !word.is_empty()).take(2);
        words.flat_map(str::bytes).any(|byte| byte.is_ascii_digit())
    };
    text.len() <= LONGEST && (number.is_some_and(has_digit) || field(text).is_some_and(has_digit))
}

/// The value of a field that is few words long, behind its name: `119.N.8.` of `File No.: 119.N.8.`
fn field(text: &str) -> Option<&str> {
    let (name, value) = text.split_once(':')?;
    let short = name.split(' ').count() <= 3 && value.trim().split(' ').count() <= 3;
    (short && name.starts_with(char::is_uppercase) && value.starts_with(' ')).then_some(value)
}

/// Whether a line above the body is of an address: `1520 Sixteenth Street, N.W.`, `Washington, D.C.`
pub(super) fn is_street(text: &str) -> bool {
    const LONGEST: usize = 120;
    let named = |word: &str| word.starts_with(|c: char| !c.is_lowercase()) || word == "of";
    text.len() <= LONGEST && ends_in_initials(text) && text.split(' ').all(named)
}

/// Whether a line above a treaty is of the register that it is printed in, or joins the names of its
/// parties: `Official texts: English and Norwegian.`, `Registered by Norway on 3 May 2031.`, `and`.
pub(super) fn is_register(text: &str) -> bool {
    const LONGEST: usize = 300;
    const WORDS: [&str; 8] = [
        "Official text",
        "Authentic text",
        "Registered by ",
        "Registered ex officio",
        "Came into force ",
        "Entry into force: ",
        "Filed and recorded ",
        "Textes authentiques",
    ];
    let bare = text.trim_start_matches('[');
    let joins = ["and", "et", "y"];
    text.len() <= LONGEST && WORDS.iter().any(|words| bare.starts_with(words))
        || joins.contains(&text)
}

/// Whether a line is the initials of the one who has written or passed it: `A.K.`, `A. K.`
pub(super) fn is_initials(text: &str) -> bool {
    const LONGEST: usize = 9;
    let letters = text.split(['.', ' ', '/']).filter(|letter| !letter.is_empty());
    text.len() <= LONGEST
        && text.contains('.')
        && letters.clone().count() > 1
        && letters
            .into_iter()
            .all(|letter| letter.len() == 1 && letter.as_bytes()[0].is_ascii_uppercase())
}

/// Whether a paragraph is the formula by which a treaty says that it is signed: `IN WITNESS WHEREOF, the
/// undersigned, being duly authorized, have signed the present Agreement.`
pub(super) fn is_testimonium(text: &str) -> bool {
    const LONGEST: usize = 400;
    const WORDS: [&str; 4] =
        ["in witness whereof", "in faith whereof", "in witness thereof", "en foi de quoi"];
    let begins =
        |words: &&str| text.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words));
    text.len() <= LONGEST && WORDS.iter().any(begins)
}

/// How many blocks at the head of a letter stand above the name of the institution that writes it:
/// what its paper asks of who answers.
pub(super) fn above_letterhead(blocks: &[RawBlock]) -> usize {
    const DEEPEST: usize = 8;
    const LONGEST: usize = 200;
    let front = blocks.iter().take(DEEPEST);
    let mut front =
        front.take_while(|raw| raw.shape == Shape::Plain && raw.flow.text.len() <= LONGEST);
    front.position(|raw| is_letterhead(&raw.flow.text)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_a_letterhead_are_no_sentences() {
        for line in [
            "No. 1385.",
            "File No.: 119.N.8.",
            "Ref. 12/31 dated 3 May 2031.",
            "Tel: 212-555-0100.",
        ] {
            assert!(is_reference(line), "{line}");
        }
        for line in
            ["It was so: 12 of 30 agreed.", "No one said so.", "The points: 1, 2 and 3 of it."]
        {
            assert!(!is_reference(line), "{line}");
        }
        assert!(is_street("1520 Sixteenth Street, N.W."));
        assert!(!is_street("It was in the year 2031."));
    }

    #[test]
    fn initials_are_no_names() {
        assert!(["A.K.", "A. K.", "J.B./A.K."].iter().all(|line| is_initials(line)));
        assert!(!["No.", "A", "I.", "A. Byron", "UN."].iter().any(|line| is_initials(line)));
    }
}
