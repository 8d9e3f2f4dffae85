//! The marks that only their turn tells from numbers: each is looked for where its note is due.
//!
//! A mark behind a number has no form of its own (`60/180,1`, `20051`, `in 2005 1`). But a note
//! stands at the foot of the page that refers to it, and the marks of a page follow each other in
//! order. So a note without a mark has it between the marks of the notes before and after it, and
//! only its own number will do there.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::Note;
use super::behind::numbers;
use super::zone::Page;
use crate::span::Span;
use crate::text::{NoteCut, Signs};

/// A number that may be the mark of a note that is due.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    line: usize,
    span: Span,
    number: u32,
    /// Whether it sticks to what stands before it.
    glued: bool,
}

/// A stretch of the text and the notes that are due in it, by number.
struct Window {
    bytes: Range<u32>,
    due: Vec<u32>,
}

/// The marks of the notes that have none among `cuts`, which are in order, each with its line.
pub(super) fn due(
    page: &Page<'_>,
    notes: &[Note],
    cuts: &[(usize, NoteCut)],
) -> Vec<(usize, NoteCut)> {
    let mut is_text: Vec<bool> = page.furniture.iter().map(Option::is_none).collect();
    for note in notes {
        is_text[note.taken.clone()].fill(false);
        is_text[note.marker_line] = false;
    }
    let mut found = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(first) = notes.get(at) {
        // The notes of one foot: no text stands between them.
        let foot = first_line(first);
        let (mut end, mut last) = (at + 1, last_line(first));
        while let Some(next) = notes.get(end).filter(|next| {
            last >= first_line(next) || !is_text[last..first_line(next)].contains(&true)
        }) {
            last = last.max(last_line(next));
            end += 1;
        }
        if from < foot {
            let windows = windows(page, &notes[at..end], from..foot, cuts);
            if !windows.is_empty() {
                let candidates = candidates(page, from..foot, &is_text, &windows);
                found.extend(windows.into_iter().flat_map(|window| chosen(window, &candidates)));
            }
        }
        (from, at) = (last, end);
    }
    let cut = |c: Candidate| (c.line, NoteCut { marker: c.number.to_string(), span: c.span });
    found.into_iter().map(cut).collect()
}

fn first_line(note: &Note) -> usize {
    note.taken.start.min(note.marker_line)
}

/// The line behind the note.
fn last_line(note: &Note) -> usize {
    note.taken.end.max(note.marker_line + 1)
}

/// Where the notes of a foot that have no mark above it are due: between the marks of the others.
fn windows(
    page: &Page<'_>,
    foot: &[Note],
    lines: Range<usize>,
    cuts: &[(usize, NoteCut)],
) -> Vec<Window> {
    let start = page.lines[lines.start].span.start;
    let end = page.lines[lines.end - 1].span.end;
    let first = cuts.partition_point(|(_, cut)| cut.span.start < start);
    let last = cuts.partition_point(|(_, cut)| cut.span.start < end);
    let mut marks: HashMap<&str, Vec<Span>> = HashMap::new();
    for (_, cut) in &cuts[first..last] {
        marks.entry(&cut.marker).or_default().push(cut.span);
    }
    let numbered = |note: &Note| Some((note.marker.parse::<u32>().ok()?, note.marker.clone()));
    let mut numbers: Vec<(u32, String)> = foot.iter().filter_map(numbered).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut windows = Vec::new();
    let (mut from, mut due) = (start, Vec::new());
    for (number, marker) in numbers {
        match marks.get(marker.as_str()) {
            Some(spans) => {
                // A mark out of its turn bounds nothing.
                let Some(span) = spans.iter().find(|span| span.start >= from) else { continue };
                let before = std::mem::take(&mut due);
                windows.push(Window { bytes: from..span.start, due: before });
                from = span.end;
            }
            None => due.push(number),
        }
    }
    windows.push(Window { bytes: from..end, due });
    windows.retain(|window| !window.due.is_empty());
    windows
}

/// The numbers of a page, in order, that may be marks of what is due there.
fn candidates(
    page: &Page<'_>,
    lines: Range<usize>,
    is_text: &[bool],
    windows: &[Window],
) -> Vec<Candidate> {
    let due: HashSet<u32> = windows.iter().flat_map(|window| window.due.iter().copied()).collect();
    let mut found = Vec::new();
    for line in lines {
        let here = page.lines[line];
        if !is_text[line] || !here.signs.may_hold(Signs::DIGIT) {
            continue;
        }
        // What a mark at the start of the line stands behind.
        let above = match line.checked_sub(1).filter(|&above| is_text[above]) {
            Some(above) if here.gap == 0 && !here.new_page => page.text(above),
            _ => "",
        };
        let start = here.span.start as usize;
        let wanted = |number: u32| due.contains(&number);
        numbers(page.text(line), above, wanted, |range, number, glued| {
            let span = Span::new(start + range.start, start + range.end);
            found.push(Candidate { line, span, number, glued });
        });
    }
    found
}

/// The candidates that are the marks: those that stick to a word before those set apart, as many
/// as follow each other in order.
fn chosen(window: Window, candidates: &[Candidate]) -> Vec<Candidate> {
    let mut marks = in_order(&window, candidates, true);
    let Window { bytes, due } = window;
    let mut apart = Vec::new();
    let (mut from, mut next) = (bytes.start, 0);
    let end = (Span { start: bytes.end, end: bytes.end }, u32::MAX);
    for (span, number) in marks.iter().map(|mark| (mark.span, mark.number)).chain([end]) {
        let upto = due.partition_point(|&due| due < number);
        let rest = Window { bytes: from..span.start, due: due[next..upto].to_vec() };
        apart.extend(in_order(&rest, candidates, false));
        (from, next) = (span.end, (upto + 1).min(due.len()));
    }
    marks.extend(apart);
    marks
}

/// The longest row of candidates whose numbers rise, of several the one whose marks stand first.
fn in_order(window: &Window, candidates: &[Candidate], glued: bool) -> Vec<Candidate> {
    let first = candidates.partition_point(|c| c.span.start < window.bytes.start);
    let last = candidates.partition_point(|c| c.span.end <= window.bytes.end);
    let candidates = candidates.get(first..last).unwrap_or_default();
    let fits = |c: &Candidate| c.glued == glued && window.due.binary_search(&c.number).is_ok();
    // For each length the row of it that ends with the lowest number.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; candidates.len()];
    for (at, candidate) in candidates.iter().enumerate().filter(|(_, c)| fits(c)) {
        let length = ends.partition_point(|&end| candidates[end].number < candidate.number);
        before[at] = length.checked_sub(1).map(|length| ends[length]);
        match ends.get_mut(length) {
            Some(end) if candidates[*end].number > candidate.number => *end = at,
            Some(_) => {}
            None => ends.push(at),
        }
    }
    let row = std::iter::successors(ends.last().copied(), |&at| before[at]);
    let mut row: Vec<Candidate> = row.map(|at| candidates[at]).collect();
    row.reverse();
    row
}
