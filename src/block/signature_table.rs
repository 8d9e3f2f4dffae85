//! Signatures by party: `For the Republic of X`, and below it a name; several side by side.
//!
//! ```text
//! table   = row , { row }
//! row     = parties , { rests of their names } , { names }
//! parties = party , { party }
//! party   = ( "For" | "On behalf of" ) , [ "the" ] , name , [ ":" ]
//! names   = [ mark ] , name , { [ mark ] , name }
//! ```
//!
//! An extraction keeps the columns only as blanks, often only one. Names are told apart by gaps of
//! two blanks, by initials (`A. Ivanov B. Petrov`), else the whole line is one name. A party whose
//! name is broken over lines takes what the next line goes on with in the name of a State or an
//! organization (`Union of Soviet`, `Socialist Republics`), or, where its end is open (`Republic
//! of`), the next such name of that line.

use std::ops::Range;

use super::signature_columns::marks;
use super::signature_mark::signature_mark;
use super::signature_names::{is_name, names_in_columns, names_with_initials};
use super::signature_stack::stack;
use super::signature_titles::titles;
use crate::gazetteer::Named;
use crate::inline;
use crate::text::ends_open;

/// Rows further below a party than this hold no name of it.
pub(super) const DEEPEST: usize = 6;
/// What is longer, in bytes, is no line of a table.
const LONGEST: usize = 120;

/// A stretch of one of the lines: which, and where in it.
pub(crate) type Piece = (usize, Range<usize>);

/// One who signs for a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signer {
    /// The party's name, in as many pieces as there are lines that it is broken over.
    pub(crate) party: Vec<Piece>,
    pub(crate) mark: Option<Piece>,
    pub(crate) name: Piece,
    /// Each in pieces, as it may be broken over lines.
    pub(crate) titles: Vec<Vec<Piece>>,
}

/// The party that a line names, if it names one and nothing else, by its place in the line.
pub(crate) fn party_line(line: &str) -> Option<Range<usize>> {
    const ON_BEHALF: [&str; 3] = ["On behalf of ", "For and on behalf of ", "In the name of "];
    // Most lines begin otherwise.
    if !line.starts_with(['F', 'O', 'I']) {
        return None;
    }
    let line = line.trim_end_matches([':', ' ']);
    let ends = line.ends_with(['.', ';', ',']) || line.len() > LONGEST;
    if let Some(prefix) = ON_BEHALF.iter().find(|prefix| line.starts_with(**prefix)) {
        let name = without_article(line, prefix.len()..line.len());
        let capital = line[name.clone()].starts_with(char::is_uppercase);
        return (!ends && capital).then_some(name);
    }
    let mut parties = parties(line);
    (parties.len() == 1).then(|| parties.remove(0))
}

/// How many parties a line names; 0 where it is no line of parties.
pub(crate) fn parties_in(line: &str) -> usize {
    parties(line).len()
}

/// The names of the parties in a line, without what runs on below them.
fn parties(line: &str) -> Vec<Range<usize>> {
    const FOR: &str = "For ";
    if !line.starts_with(FOR) || line.len() > LONGEST || line.ends_with(['.', ';', ',']) {
        return Vec::new();
    }
    let starts = line.match_indices(FOR).map(|(at, _)| at).filter(|&at| {
        let name = without_article(line, at + FOR.len()..line.len());
        let starts = at == 0 || line[..at].ends_with([' ', '-', '\t']);
        starts && line[name].starts_with(char::is_uppercase)
    });
    let starts: Vec<usize> = starts.collect();
    let ends = starts.iter().skip(1).copied().chain([line.len()]);
    let name = |(start, end): (&usize, usize)| {
        let name = without_article(line, start + FOR.len()..end);
        name.start..name.start + line[name.clone()].trim_end_matches([':', ' ', '-']).len()
    };
    starts.iter().zip(ends).map(name).collect()
}

fn without_article(line: &str, name: Range<usize>) -> Range<usize> {
    let article = if line[name.clone()].starts_with("the ") { "the ".len() } else { 0 };
    name.start + article..name.end
}

/// How many of the lines, the first one of which names parties, belong to its row of the table: up
/// to the last line with a name. 0 where no name follows.
pub(crate) fn row_length(lines: &[&str]) -> usize {
    match Row::read(lines).length {
        0 => stack(lines).map_or(0, |(length, _)| length),
        length => length,
    }
}

/// Who signs in a row of the table: the names below it, each with its party, in the order of the
/// parties. Where there is one party, all names are of it.
pub(crate) fn signers(lines: &[&str]) -> Vec<Signer> {
    let Row { parties, mut signers, length } = Row::read(lines);
    if length == 0 {
        return stack(lines).map_or_else(Vec::new, |(_, signers)| signers);
    }
    signers.sort_by_key(|(party, _)| *party);
    let with_party = |(party, signer): (usize, Signer)| Signer {
        party: parties.get(party).cloned().unwrap_or_default(),
        ..signer
    };
    signers.into_iter().map(with_party).collect()
}

/// The lines that the name of the one party takes which the first of them names, and nothing else:
/// `On behalf of the Syrian Arab`, `Republic`. 0 where that line names none.
pub(crate) fn party_length(lines: &[&str]) -> usize {
    let Some(name) = lines.first().and_then(|line| party_line(line)) else { return 0 };
    let mut party = [vec![(0, name)]];
    let goes_on = |at: usize, party: &mut [Vec<Piece>; 1]| {
        let line = lines[at].trim_end_matches([':', ' ']);
        if ends_name(lines, at, &party[0]) {
            party[0].push((at, 0..line.len()));
            return true;
        }
        let end = (line.len() <= LONGEST).then(|| complete(lines, at, 0..line.len(), party));
        end.flatten() == Some(line.len())
    };
    let last = lines.len().min(DEEPEST);
    (1..last).find(|&at| !goes_on(at, &mut party)).unwrap_or(last.max(1))
}

/// A row of the table as far as its lines are read.
struct Row {
    parties: Vec<Vec<Piece>>,
    /// Who signs, each with the number of the party.
    signers: Vec<(usize, Signer)>,
    /// The lines up to the last one with a name.
    length: usize,
}

impl Row {
    fn read(lines: &[&str]) -> Row {
        let first = lines.first().map_or_else(Vec::new, |line| parties(line));
        let parties = first.into_iter().map(|name| vec![(0, name)]).collect();
        let mut row = Row { parties, signers: Vec::new(), length: 0 };
        for at in 1..lines.len().min(DEEPEST + 1) {
            let all = row.signers.len() >= row.parties.len();
            if all || parties_in(lines[at]) > 0 || !row.line(lines, at) {
                break;
            }
        }
        row.titles(lines);
        row
    }

    /// Reads the titles below the names, if these stand side by side in one line.
    fn titles(&mut self, lines: &[&str]) {
        let count = self.parties.len();
        let together = self.signers.iter().all(|(_, signer)| signer.name.0 + 1 == self.length);
        if self.length == 0 || self.signers.len() != count || !together {
            return;
        }
        let (titles, end) = titles(lines, self.length, count);
        for ((_, signer), titles) in self.signers.iter_mut().zip(titles) {
            signer.titles = titles;
        }
        self.length = end;
    }

    /// Reads a line below the parties: what their broken names go on with, then names. Whether it
    /// may be a line of the row.
    fn line(&mut self, lines: &[&str], at: usize) -> bool {
        let line = lines[at];
        if line.len() > LONGEST {
            return false;
        }
        if let [party] = self.parties.as_mut_slice()
            && ends_name(lines, at, party)
        {
            party.push((at, 0..line.trim_end_matches([':', ' ']).len()));
            return true;
        }
        let initials = names_with_initials(line);
        let whole: Vec<bool> = self.parties.iter().map(|party| is_whole(lines, party)).collect();
        let rests = initials.first().map_or(line.len(), |name| name.start);
        let broken = complete(lines, at, 0..rests, &mut self.parties);
        if line.ends_with(['.', ';']) || line.ends_with(':') && broken.is_none() {
            return false;
        }
        let is_named = |party: usize| self.signers.iter().any(|(named, _)| *named == party);
        // The name of a party that is broken stands deeper than those of its neighbours.
        let free = |party: &usize| !is_named(*party) && (broken.is_none() || whole[*party]);
        let free: Vec<usize> = (0..self.parties.len()).filter(free).collect();
        let found = match broken {
            _ if !initials.is_empty() => initials,
            _ => names_in_columns(line, broken.unwrap_or(0), free.len()),
        };
        let marks = marks(line);
        for (n, name) in found.into_iter().enumerate() {
            let one = (self.parties.len() == 1).then_some(0);
            let Some(party) = free.get(n).copied().or(one) else { continue };
            let mark = marks.iter().rev().find_map(|&start| {
                let (length, _) = signature_mark(&line[start..])?;
                let between = line.get(start + length..name.start)?;
                between.trim().is_empty().then_some((at, start..start + length))
            });
            let name = (at, name);
            let signer = Signer { party: Vec::new(), mark, name, titles: Vec::new() };
            self.signers.push((party, signer));
            self.length = at + 1;
        }
        true
    }
}

/// Whether a hit is the name of a party: a State, or an organization of States.
fn is_party(hit: &inline::NameHit) -> bool {
    matches!(hit.named, Named::State(_) | Named::Organization(_))
}

/// The name of a party as far as it is read.
fn joined(lines: &[&str], party: &[Piece]) -> String {
    let pieces: Vec<&str> = party.iter().map(|(at, range)| &lines[*at][range.clone()]).collect();
    pieces.join(" ")
}

/// Whether the name of a party is whole: it names a State, or goes on in a second line already.
fn is_whole(lines: &[&str], party: &[Piece]) -> bool {
    party.len() > 1 || inline::names(&joined(lines, party)).iter().any(is_party)
}

/// Whether a line between a party that no table knows and a signature is the rest of the party's name:
/// `For the European`, `Economic Community`, `(Signed) A. Dahl`.
fn ends_name(lines: &[&str], at: usize, party: &[Piece]) -> bool {
    let signs = |line: &str| {
        signature_mark(line).is_some()
            || names_with_initials(line).first().is_some_and(|name| *name == (0..line.len()))
    };
    let line = lines[at].trim_end_matches([':', ' ']);
    at == 1
        && lines.get(at + 1).is_some_and(|next| signs(next))
        && !signs(line)
        && is_name(line)
        && !is_whole(lines, party)
}

/// Gives the parties what a part of the line goes on with in their names, in order; gives where the
/// last of it ends.
fn complete(
    lines: &[&str],
    at: usize,
    part: Range<usize>,
    parties: &mut [Vec<Piece>],
) -> Option<usize> {
    let line = &lines[at][..part.end];
    let mut given = None;
    for party in parties {
        let from = given.unwrap_or(part.start);
        let rest = line[from..].trim_start_matches([':', ' ']);
        let start = line.len() - rest.len();
        let head = joined(lines, party);
        let text = format!("{head} {}", &line[start..]);
        // The name begins in the line above ("Russian"), or stands whole behind an open end.
        let begins = |at: usize| at < head.len() || ends_open(&head) && at == head.len() + 1;
        let mut hits = inline::names(&text).into_iter().filter(is_party);
        let Some(name) = hits.find(|hit| hit.range.end > head.len() + 1) else { continue };
        if !begins(name.range.start) {
            continue;
        }
        let mut end = start + name.range.end - head.len() - 1;
        if let Some(bracket) = line[end..].strip_prefix(" (").and_then(|rest| rest.find(')')) {
            end += " (".len() + bracket + ")".len();
        }
        // "Great Britain and": what joins it to a further line.
        let rest = line[end..].trim_end();
        if rest.split_whitespace().all(|word| matches!(word, "and" | "of" | "the")) {
            end += rest.len();
        }
        party.push((at, start..end));
        given = Some(end);
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<'a>(lines: &[&'a str]) -> Vec<(String, &'a str)> {
        let lines = &lines[..row_length(lines)];
        let party = |signer: &Signer| {
            let pieces: Vec<&str> =
                signer.party.iter().map(|(at, r)| &lines[*at][r.clone()]).collect();
            pieces.join(" ")
        };
        signers(lines)
            .into_iter()
            .map(|signer| (party(&signer), &lines[signer.name.0][signer.name.1.clone()]))
            .collect()
    }

    fn owned<'a>(pairs: &[(&str, &'a str)]) -> Vec<(String, &'a str)> {
        pairs.iter().map(|(party, name)| ((*party).to_owned(), *name)).collect()
    }

    #[test]
    fn names_side_by_side_are_told_apart() {
        let lines =
            ["For the Republic of For the Kingdom of", "Finland Norway", "A. Virta B. Fossen"];
        assert_eq!(
            read(&lines),
            owned(&[("Republic of Finland", "A. Virta"), ("Kingdom of Norway", "B. Fossen")])
        );
        let lines = ["For Finland      For the Kingdom of Norway", "Aino Virta      Berit Fossen"];
        assert_eq!(
            read(&lines),
            owned(&[("Finland", "Aino Virta"), ("Kingdom of Norway", "Berit Fossen")])
        );
        assert_eq!(
            read(&["For the Government of Norway:", "Berit Fossen"]),
            owned(&[("Government of Norway", "Berit Fossen")])
        );
    }

    #[test]
    fn a_party_in_one_line_has_its_name_above_those_of_the_others() {
        let lines = [
            "For the Russian For the Republic of For Sweden",
            "Federation (RSFSR) Finland L. Dahl",
            "I. Ivanov A. Virta",
        ];
        assert_eq!(
            read(&lines),
            owned(&[
                ("Russian Federation (RSFSR)", "I. Ivanov"),
                ("Republic of Finland", "A. Virta"),
                ("Sweden", "L. Dahl")
            ])
        );
    }

    #[test]
    fn a_name_broken_over_lines_is_read_whole() {
        for (lines, party, name) in [
            (
                &["For the Democratic People's", "Republic of Korea", "D. Kim"][..],
                "Democratic People's Republic of Korea",
                "D. Kim",
            ),
            (
                &["For the Syrian Arab", "Republic:", "Nour Haddad"],
                "Syrian Arab Republic",
                "Nour Haddad",
            ),
            (
                &["For the Union of Soviet", "Socialist Republics", "A. Gromov"],
                "Union of Soviet Socialist Republics",
                "A. Gromov",
            ),
            (
                &["For the Government of the United States", "of America", "Ada Byron"],
                "Government of the United States of America",
                "Ada Byron",
            ),
            (
                &["For the United Kingdom of", "Great Britain and", "Northern Ireland", "A. Byron"],
                "United Kingdom of Great Britain and Northern Ireland",
                "A. Byron",
            ),
            (&["For the African", "Union", "Ada Byron"], "African Union", "Ada Byron"),
        ] {
            assert_eq!(read(lines), owned(&[(party, name)]));
            assert_eq!(party_length(&lines[..lines.len() - 1]), lines.len() - 1, "{lines:?}");
            assert_eq!(party_length(lines), lines.len() - 1, "{lines:?}");
        }
        let lines =
            ["For the Syrian Arab      For Norway", "Republic      Berit Fossen", "Nour Haddad"];
        assert_eq!(
            read(&lines),
            owned(&[("Syrian Arab Republic", "Nour Haddad"), ("Norway", "Berit Fossen")])
        );
    }

    #[test]
    fn marks_are_no_part_of_names() {
        let lines =
            ["For Finland      For Norway", "(Signed) Aino Virta      (Signed) Berit Fossen"];
        let found = signers(&lines);
        let marks: Vec<_> = found.iter().map(|signer| signer.mark.clone()).collect();
        assert_eq!(marks, [Some((1, 0..8)), Some((1, 25..33))]);
        assert_eq!(read(&lines), owned(&[("Finland", "Aino Virta"), ("Norway", "Berit Fossen")]));
    }

    #[test]
    fn sentences_name_no_parties() {
        for line in ["For the purposes of this Agreement", "For Norway, this is new.", "for Norway"]
        {
            assert_eq!(parties_in(line), 0, "{line}");
            assert_eq!(party_line(line), None, "{line}");
        }
        assert_eq!(row_length(&["For Norway", "the matter is closed"]), 0);
    }

    #[test]
    fn a_line_may_name_a_party_on_whose_behalf_one_signs() {
        let read = |line: &'static str| party_line(line).map(|range| &line[range]);
        assert_eq!(read("On behalf of the Government of Norway:"), Some("Government of Norway"));
        assert_eq!(read("For the Republic of Finland"), Some("Republic of Finland"));
        assert_eq!(read("For Finland      For Norway"), None);
        assert_eq!(read("On behalf of my Government"), None);
    }
}
