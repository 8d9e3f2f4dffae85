//! Signatures whose columns an extraction has printed row by row: all parties, then all names.
//!
//! ```text
//! stack = party , party , { party } , { [ mark ] , name , { title } }
//! ```
//!
//! As many names as there are parties sign for them in order; where their numbers differ nobody can
//! say who signs for whom.

use std::ops::Range;

use super::signature::is_title_line;
use super::signature_mark::signature_mark;
use super::signature_names::names_in_line;
use super::signature_person::is_name_line;
use super::signature_table::{DEEPEST, Piece, Signer, party_length, party_line};
use crate::gazetteer::Named;
use crate::inline;

/// Lines of the largest stack.
pub(super) const LONGEST: usize = 64;

/// The lines of the stack that the first of the lines begins, up to the last one with a name, and
/// who signs in it; `None` where it begins none.
pub(super) fn stack(lines: &[&str]) -> Option<(usize, Vec<Signer>)> {
    if !has_name(lines) {
        return None;
    }
    let (parties, mut at) = parties(lines)?;
    let mut signers: Vec<Signer> = Vec::new();
    let mut length = 0;
    while at < lines.len() {
        let line = lines[at];
        let named = names(line);
        if named.is_empty() {
            match signers.last_mut() {
                Some(last) if is_title_line(line) => {
                    last.titles.push(vec![(at, 0..line.len())]);
                }
                _ => break,
            }
        }
        signers.extend(named.into_iter().map(|(mark, name)| Signer {
            party: Vec::new(),
            mark: mark.map(|mark| (at, mark)),
            name: (at, name),
            titles: Vec::new(),
        }));
        at += 1;
        length = at;
    }
    if signers.is_empty() {
        return None;
    }
    if signers.len() == parties.len() {
        for (signer, party) in signers.iter_mut().zip(parties) {
            signer.party = party;
        }
    }
    Some((length, signers))
}

/// Whether a name stands so near below a party that it may end a stack: of a long list of parties
/// without one, each line would be read anew as the first.
fn has_name(lines: &[&str]) -> bool {
    let mut below = 0;
    for line in lines {
        if party_line(line).is_some() {
            below = 0;
        } else if !names(line).is_empty() {
            return true;
        } else {
            below += 1;
            if below > DEEPEST {
                return false;
            }
        }
    }
    false
}

/// The parties that stand one below the other, with the lines that they take; `None` for one alone
/// and for words that name no State and no organization.
fn parties(lines: &[&str]) -> Option<(Vec<Vec<Piece>>, usize)> {
    let mut parties = Vec::new();
    let mut at = 0;
    let mut known = false;
    while let Some(name) = lines.get(at).and_then(|line| party_line(line)) {
        let count = party_length(&lines[at..]).max(1);
        known |= inline::names(&lines[at][name.clone()])
            .iter()
            .any(|hit| matches!(hit.named, Named::State(_) | Named::Organization(_)));
        let mut party = vec![(at, name)];
        let rests = lines.iter().enumerate().take(at + count).skip(at + 1);
        party.extend(rests.map(|(row, line)| (row, 0..line.trim_end_matches([':', ' ']).len())));
        parties.push(party);
        at += count;
    }
    (parties.len() > 1 && known).then_some((parties, at))
}

/// The names in a line that holds nothing else, each with its mark.
fn names(line: &str) -> Vec<(Option<Range<usize>>, Range<usize>)> {
    let (mark, start) = match signature_mark(line) {
        Some((length, rest)) => (Some(0..length), line.len() - rest.trim_start().len()),
        None => (None, 0),
    };
    let name = &line[start..];
    let several = names_in_line(name);
    if several.len() > 1 && mark.is_none() {
        return several.into_iter().map(|name| (None, name)).collect();
    }
    let one = several.first().is_some_and(|found| *found == (0..name.len())) || is_name_line(name);
    if one { vec![(mark, start..line.len())] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<'a>(lines: &[&'a str]) -> Vec<(String, &'a str, Vec<&'a str>)> {
        let (_, signers) = stack(lines).unwrap_or_default();
        let words = |(at, range): &Piece| &lines[*at][range.clone()];
        let signer = |signer: Signer| {
            let party: Vec<&str> = signer.party.iter().map(words).collect();
            let titles = signer.titles.iter().flatten().map(words).collect();
            (party.join(" "), words(&signer.name), titles)
        };
        signers.into_iter().map(signer).collect()
    }

    #[test]
    fn as_many_names_as_parties_sign_in_order() {
        let lines = [
            "For the Syrian Arab",
            "Republic",
            "On behalf of the Government of Peru:",
            "For Norway",
            "N. HADDAD",
            "(Signed) Berta Perez",
            "Ada Byron",
            "Ambassador",
            "and so on.",
        ];
        assert_eq!(
            read(&lines),
            [
                ("Syrian Arab Republic".to_owned(), "N. HADDAD", vec![]),
                ("Government of Peru".to_owned(), "Berta Perez", vec![]),
                ("Norway".to_owned(), "Ada Byron", vec!["Ambassador"]),
            ]
        );
        assert_eq!(stack(&lines).map(|(length, _)| length), Some(8));
        let lines = ["For Peru", "For Norway", "B. PEREZ A. BYRON"];
        assert_eq!(
            read(&lines),
            [("Peru".to_owned(), "B. PEREZ", vec![]), ("Norway".to_owned(), "A. BYRON", vec![])]
        );
    }

    #[test]
    fn where_their_numbers_differ_nobody_signs_for_a_party() {
        let lines = ["For Peru", "For Norway", "B. PEREZ", "A. BYRON", "C. DAHL"];
        let names: Vec<_> =
            read(&lines).into_iter().map(|(party, name, _)| (party, name)).collect();
        let alone = |name| (String::new(), name);
        assert_eq!(names, [alone("B. PEREZ"), alone("A. BYRON"), alone("C. DAHL")]);
    }

    #[test]
    fn one_party_and_other_words_are_no_stack() {
        for lines in [
            &["For Norway", "A. BYRON"][..],
            &["For Norway", "For Peru", "The matter is closed."],
            &["For Immediate Release", "For Monday Papers", "Ada Byron"],
        ] {
            assert_eq!(stack(lines), None, "{lines:?}");
        }
    }
}
