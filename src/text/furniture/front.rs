//! The front of a text, and what later pages repeat of it.

use super::forms::is_symbol;
use crate::text::{Line, Signs};

/// The front of a text: its first lines.
pub(super) const FRONT: usize = 64;
/// A shorter title says too little to be known again, unless furniture encloses it.
const SHORTEST: usize = 16;
const SHORTEST_ENCLOSED: usize = 4;
/// No line of a front or of a title is longer.
const LONGEST_LINE: usize = 400;

/// What the front says, its lines as one text without white space: a title is broken elsewhere at
/// the head of a page.
#[derive(Default)]
pub(super) struct Front {
    text: String,
    /// Where its lines begin, behind the number of a resolution too.
    starts: Vec<usize>,
    /// Where its lines end.
    ends: Vec<usize>,
    /// Where each line of the source begins here.
    lines: Vec<usize>,
}

impl Front {
    pub(super) fn of(source: &str, lines: &[Line]) -> Self {
        let mut front = Front::default();
        for line in lines {
            front.lines.push(front.text.len());
            if line.span.len() > LONGEST_LINE {
                continue;
            }
            let text = line.text(source);
            front.starts.push(front.text.len());
            // `78/328.  Title`
            let numbered = text.starts_with(|c: char| c.is_ascii_digit());
            let numbered = numbered.then(|| text.split_once(". ")).flatten();
            if let Some((number, title)) = numbered.filter(|(number, _)| is_number(number)) {
                front.text.extend([number, "."]);
                front.starts.push(front.text.len());
                push_words(&mut front.text, title, *line);
            } else {
                push_words(&mut front.text, text, *line);
            }
            front.ends.push(front.text.len());
        }
        front
    }

    /// Whether the lines at the head of a page, the first of them the line `at`, repeat a place of
    /// the front above them that begins with a line of its own. `enclosed`: furniture stands on both
    /// sides; then a short title is known too, if it ends with a line of the front as well.
    pub(super) fn repeated(&self, source: &str, lines: &[Line], at: usize, enclosed: bool) -> bool {
        let Some(last) = lines.last() else { return false };
        let long = lines.iter().any(|line| line.span.len() > LONGEST_LINE);
        if long || last.text(source).ends_with([',', ';']) {
            return false;
        }
        let above = self.lines.get(at).map_or(self.text.as_str(), |&own| &self.text[..own]);
        let starts = || self.starts.iter().copied().take_while(|&start| start < above.len());
        // Most lines begin with another word than any of the front.
        let word = columns(source, lines[0]).find_map(|column| column.split_whitespace().next());
        let begins = |start: usize, word: &str| {
            above.as_bytes()[start] == word.as_bytes()[0] && above[start..].starts_with(word)
        };
        if let Some(word) = word
            && !starts().any(|start| begins(start, word))
        {
            return false;
        }
        let mut title = String::new();
        for &line in lines {
            for column in columns(source, line) {
                push_words(&mut title, column, line);
            }
        }
        let long_enough = title.len() >= SHORTEST;
        if title.len() < SHORTEST_ENCLOSED || !long_enough && !enclosed {
            return false;
        }
        starts().any(|start| {
            above[start..].starts_with(title.as_str())
                && (long_enough || self.ends.binary_search(&(start + title.len())).is_ok())
        })
    }
}

/// The columns of a line, without those that hold a symbol.
fn columns(source: &str, line: Line) -> impl Iterator<Item = &str> {
    let text = line.text(source);
    // Most lines are one column.
    let several = line.signs.may_hold(Signs::DOUBLED);
    let columns = several.then(|| text.split("   ").map(str::trim)).into_iter().flatten();
    (!several).then_some(text).into_iter().chain(columns).filter(|column| !is_symbol(column))
}

/// Appends a part of a line without its white space.
fn push_words(to: &mut String, part: &str, line: Line) {
    if line.signs.may_hold(Signs::WIDE.or(Signs::CONTROL)) {
        to.extend(part.split_whitespace());
        return;
    }
    let mut from = 0;
    for blank in memchr::memchr_iter(b' ', part.as_bytes()).chain([part.len()]) {
        to.push_str(&part[from..blank]);
        from = blank + 1;
    }
}

/// The number of a resolution: `78/328`.
fn is_number(text: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || byte == b'/';
    text.len() < 12 && text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(digit)
}
