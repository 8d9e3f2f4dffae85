//! Signatures.
//!
//! ```text
//! signature = [ party ] , [ mark ] , name , { title }
//! mark      = "(Signed)" | "(Signed):" | "[Signed]" | "Signed:" | "(Sgd.)" | "/s/"      (any case)
//! party     = ( "For" | "On behalf of" ) , ...                  (a line, see `signature_table`)
//! ```
//!
//! United Nations house form is "(Signed) Kofi A. Annan", with the titles on the lines below;
//! Geneva has a colon. A title may be broken over lines in the middle of a phrase.

use std::ops::Range;

use super::formulas::is_foreign_title;
use super::signature_columns::marks;
use super::signature_mark::{signature_mark, trailing_mark};
use super::signature_person::{name_and_title, once, without_honorific};
use super::signature_table::{party_length, party_line};
use crate::gazetteer::{Named, honorifics};
use crate::inline::{names, office_at};
use crate::text::{Line, begins_lower, ends_open};

/// What a signature says, by ranges in the joined text of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SignatureReading {
    /// For whom the person signs.
    pub(crate) party: Option<Range<usize>>,
    pub(crate) mark: Option<Range<usize>>,
    pub(crate) name: Option<Range<usize>>,
    pub(crate) titles: Vec<Range<usize>>,
}

/// Whether the line begins with the name of an office, as the lines below a signature do.
pub(crate) fn is_title_line(line: &str) -> bool {
    line.len() < 160
        && !line.ends_with(';')
        && (office_length(line).is_some() || is_foreign_title(line) || has_state_before(line))
}

/// `United States Representative`: an office behind the name of its State.
fn has_state_before(line: &str) -> bool {
    /// No such title is longer; lines of text mostly are.
    const LONGEST: usize = 72;
    let capital = line.starts_with(|c: char| c.is_ascii_uppercase());
    if line.len() > LONGEST || !capital || !line.contains(' ') {
        return false;
    }
    let state = names(line).into_iter().find(|hit| matches!(hit.named, Named::State(_)));
    state.filter(|hit| hit.range.start == 0).is_some_and(|hit| {
        line[hit.range.end..].starts_with(' ')
            && office_at(line, hit.range.end + 1)
                .is_some_and(|office| hit.range.end + 1 + office.len == line.len())
    })
}

/// The length of the office that a line begins with. A scan may have run the next word into it:
/// `Permanent RepresentativeByron`.
pub(crate) fn office_length(line: &str) -> Option<usize> {
    if let Some(office) = office_at(line, 0) {
        return Some(office.len);
    }
    let joints = line.char_indices().zip(line.chars().skip(1));
    let mut joints = joints.filter(|((_, c), next)| c.is_lowercase() && next.is_uppercase());
    let end = joints.next().map(|((at, c), _)| at + c.len_utf8())?;
    office_at(&line[..end], 0).filter(|office| office.len == end).map(|office| office.len)
}

/// Whether the line is the heading of a list of signatories.
pub(crate) fn lists_signatories(line: &str) -> bool {
    const HEADS: [&str; 3] = ["list of signatories", "signatories", "the signatories"];
    let head = line.trim_end_matches([':', '.', ' ']);
    HEADS.iter().any(|words| head.eq_ignore_ascii_case(words))
}

/// Reads a signature from its lines, given with the range that each takes in the joined text.
///
/// The first line, below that of a party, holds the mark, the name, or both; what stands below are
/// titles.
pub(crate) fn signature(text: &str, lines: &[Range<usize>]) -> SignatureReading {
    // A party and the mark on one line are two.
    let split = lines.first().and_then(|line| {
        let at = line.start + party_and_mark(&text[line.clone()])?;
        Some([&[line.start..at, at..line.end], &lines[1..]].concat())
    });
    let lines = split.as_deref().unwrap_or(lines);
    // The last line at least holds the mark or the name.
    let all: Vec<&str> = lines.iter().map(|line| text[line.clone()].trim()).collect();
    let (party_lines, lines) =
        lines.split_at(party_length(&all).min(lines.len().saturating_sub(1)));
    let party = party_lines.first().zip(party_lines.last()).and_then(|(first, last)| {
        let start = first.start + party_line(&text[first.clone()])?.start;
        Some(start..last.start + text[last.clone()].trim_end_matches([':', ' ']).len())
    });
    // The title may stand above the mark.
    let marked = lines.iter().position(|line| signature_mark(text[line.clone()].trim()).is_some());
    let (above, lines) = match marked {
        Some(1) if is_title_line(text[lines[0].clone()].trim()) => lines.split_at(1),
        _ => lines.split_at(0),
    };
    let above = above.first().and_then(|line| trimmed(text, line.clone()));
    let start = lines.first().map_or(0, |line| line.start);
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    let first = lines.first().map_or(start, |line| line.end.max(start));
    let trailing = trailing_mark(&text[start..first]).map(|at| start + at..first);
    let leading = || signature_mark(&text[start..]).map(|(length, _)| start..start + length);
    let mark = trailing.clone().or_else(leading);
    let length = mark.as_ref().filter(|_| trailing.is_none()).map_or(start, |mark| mark.end);
    let mut rest: Vec<Range<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let start = if at == 0 { length } else { line.start };
        let end = trailing.as_ref().filter(|_| at == 0).map_or(line.end, |mark| mark.start);
        if let Some(range) = trimmed(text, start..end) {
            rest.push(range);
        }
    }
    let mut rest = rest.into_iter();
    let Some(first) = rest.next() else {
        return SignatureReading { party, mark, name: None, titles: Vec::new() };
    };
    let (name, inline_title) = name_and_title(text, first);
    // A sentence of a telegram: "Signed-Byron."
    let dashed = mark.as_ref().is_some_and(|mark| text[mark.clone()].ends_with(['-', '–', '—']));
    let name = if dashed {
        name.start..name.start + text[name.clone()].trim_end_matches('.').len()
    } else {
        name
    };
    let name = once(text, without_honorific(text, name));
    let mut titles: Vec<Range<usize>> = inline_title.into_iter().collect();
    let mut whole = titles.is_empty();
    for line in rest {
        let words = &text[line.clone()];
        match titles.last_mut() {
            Some(last) if !whole && continues(&text[last.clone()], words) => last.end = line.end,
            _ => titles.push(line),
        }
        whole = false;
    }
    let titles = above.into_iter().chain(titles).flat_map(|title| apart(text, title)).collect();
    SignatureReading { party, mark, name: Some(name), titles }
}

/// Where the mark begins that stands on the line of the party: `For the Republic of X: (Signed) Ada
/// Byron`.
pub(super) fn party_and_mark(line: &str) -> Option<usize> {
    const LONGEST: usize = 300;
    if line.len() > LONGEST || !line.starts_with(['F', 'O', 'I']) {
        return None;
    }
    let at = marks(line).first().copied().filter(|&at| at > 0)?;
    party_line(line[..at].trim_end()).map(|_| at)
}

/// The titles on one line: a second one begins where an office follows a whole office.
fn apart(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    let mut start = line.start;
    while let Some(office) = office_at(text, start) {
        let end = start + office.len;
        let rest = &text[end.min(line.end)..line.end];
        let gap = rest.len() - rest.trim_start_matches([',', ' ', '/']).len();
        let next = end + gap;
        let another =
            rest.starts_with([',', ' ', '/']) && begins_office(&text[next.min(line.end)..line.end]);
        if !another {
            break;
        }
        titles.push(start..end);
        start = next;
    }
    titles.push(start..line.end);
    titles
}

/// Whether the words begin with an office, which may have its article: `The Legal Counsel`.
fn begins_office(words: &str) -> bool {
    let words = words.strip_prefix("The ").unwrap_or(words);
    words.starts_with(char::is_uppercase) && office_at(words, 0).is_some()
        || is_foreign_title(words)
}

/// Whether a title line goes on with the next line: it ends open, or what follows is no office. A
/// rank alone ("Archbishop") goes on with nothing.
fn continues(title: &str, next: &str) -> bool {
    if ends_open(title) || begins_lower(next) {
        return true;
    }
    let rank = !title.contains(' ') && office_at(title, 0).is_some_and(|o| o.len == title.len());
    let whole = rank || honorifics().any(|honorific| honorific == title);
    !whole && !begins_office(next) && next.chars().next().is_some_and(char::is_alphabetic)
}

pub(super) fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let words = text.get(range.clone())?;
    // Stars of Markdown are no part of a name.
    let blank = [' ', '*', '_', '\u{A0}'];
    let start = range.start + (words.len() - words.trim_start_matches(blank).len());
    let length = words.trim_matches(blank).len();
    (length > 0).then_some(start..start + length)
}

/// The ranges that the lines of a block take in its joined text, found word by word.
pub(crate) fn line_ranges(source: &str, text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut ranges = Vec::with_capacity(lines.len());
    for line in lines {
        let start = at;
        for word in line.text(source).split_whitespace() {
            if let Some(found) = text[at..].find(word) {
                at += found + word.len();
            }
        }
        ranges.push(start..at);
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> (Option<String>, Vec<String>) {
        let text = lines.join(" ");
        let mut at = 0;
        let ranges: Vec<Range<usize>> = lines
            .iter()
            .map(|line| {
                let range = at..at + line.len();
                at = range.end + 1;
                range
            })
            .collect();
        let reading = signature(&text, &ranges);
        let words = |range: Range<usize>| text[range].to_owned();
        (reading.name.map(words), reading.titles.into_iter().map(words).collect())
    }

    #[test]
    fn titles_broken_over_lines_are_joined() {
        let lines = [
            "(Signed): Ada Byron",
            "Ambassador for Disarmament Affairs",
            "Head of Delegation of the",
            "Kingdom of Norway",
            "to the Conference on Disarmament",
        ];
        assert_eq!(
            read(&lines),
            (
                Some("Ada Byron".into()),
                vec![
                    "Ambassador for Disarmament Affairs".into(),
                    "Head of Delegation of the Kingdom of Norway to the Conference on Disarmament"
                        .into()
                ]
            )
        );
    }

    #[test]
    fn initials_are_part_of_the_name() {
        assert_eq!(
            read(&["H. E. BYRON", "Ambassador"]),
            (Some("H. E. BYRON".into()), vec!["Ambassador".into()])
        );
        assert_eq!(read(&["(Signed) H. E. Ada Byron"]), (Some("Ada Byron".into()), vec![]));
    }

    #[test]
    fn a_rank_is_a_title_of_its_own() {
        assert_eq!(
            read(&["(Signed) Ada Byron", "Archbishop", "Legate of the Holy See"]),
            (Some("Ada Byron".into()), vec!["Archbishop".into(), "Legate of the Holy See".into()])
        );
    }

    #[test]
    fn a_name_that_is_repeated_in_type_is_one() {
        assert_eq!(
            read(&["(sd.) A. BYRON Dr. Ada Byron", "Ambassador"]),
            (Some("Ada Byron".into()), vec!["Ambassador".into()])
        );
        assert_eq!(
            read(&["(sd.) A. V. BYRON Mrs. A. V. Byron", "Ambassador"]),
            (Some("A. V. BYRON".into()), vec!["Ambassador".into()])
        );
    }

    #[test]
    fn the_party_may_stand_above_the_mark() {
        let text = "On behalf of the Government of Norway: (Signed) Ada Byron Ambassador";
        let reading = signature(text, &[0..38, 39..57, 58..68]);
        assert_eq!(reading.party.map(|range| &text[range]), Some("Government of Norway"));
        assert_eq!(reading.mark.map(|range| &text[range]), Some("(Signed)"));
        assert_eq!(reading.name.map(|range| &text[range]), Some("Ada Byron"));
    }

    #[test]
    fn the_party_may_stand_on_the_line_of_the_mark() {
        let text = "For the Republic of Norway: (Signed) Ada Byron";
        let line = 0..text.len();
        let reading = signature(text, std::slice::from_ref(&line));
        assert_eq!(reading.party.map(|range| &text[range]), Some("Republic of Norway"));
        assert_eq!(reading.name.map(|range| &text[range]), Some("Ada Byron"));
        assert_eq!(party_and_mark("For Norway"), None);
        assert_eq!(party_and_mark("For all who sign (signed) below"), None);
    }

    #[test]
    fn titles_on_the_line_of_the_name_are_told_from_it() {
        assert_eq!(
            read(&["(Signed) Ada Byron Permanent Representative"]),
            (Some("Ada Byron".into()), vec!["Permanent Representative".into()])
        );
        assert_eq!(
            read(&["(Signed) Ada Byron Ambassador Permanent Representative of Norway"]),
            (
                Some("Ada Byron".into()),
                vec!["Ambassador".into(), "Permanent Representative of Norway".into()]
            )
        );
    }

    #[test]
    fn titles_of_other_languages_are_told_from_the_name() {
        assert_eq!(
            read(&["(Firmado) Ada W. Byron Embajadora Representante Permanente"]),
            (Some("Ada W. Byron".into()), vec!["Embajadora Representante Permanente".into()])
        );
    }

    #[test]
    fn a_title_may_stand_above_the_mark() {
        assert_eq!(
            read(&["President of the Republic of Peru", "(signed) A. Byron"]),
            (Some("A. Byron".into()), vec!["President of the Republic of Peru".into()])
        );
    }

    #[test]
    fn a_word_may_be_run_into_an_office() {
        assert_eq!(office_length("Permanent RepresentativeByron"), Some(24));
        assert_eq!(office_length("Ambassador of Norway"), Some(10));
        assert_eq!(office_length("Permanent RiverByron"), None);
    }

    #[test]
    fn a_signature_may_have_no_mark() {
        assert_eq!(
            read(&["Mr. Ada BYRON", "Chargé d’affaires a.i."]),
            (Some("Ada BYRON".into()), vec!["Chargé d’affaires a.i.".into()])
        );
    }
}
