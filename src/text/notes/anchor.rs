//! The places in the text that refer to the notes.
//!
//! A marker that sticks to a word or has a form of its own is one wherever a note has it. What
//! extraction has set apart from its word is one only in its turn, letters here, numbers where
//! they are `due`: notes are referred to in their order, above the place where they stand.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::Note;
use super::behind::numbers;
use super::due::due;
use super::marker::DIGITS;
use super::place::{Strength, places};
use super::zone::{Page, Proof};
use crate::span::Span;
use crate::text::{NoteCut, Signs};

/// The places that have one marker, each kind in order.
#[derive(Default)]
struct Places {
    /// Sure by their form.
    sure: Vec<Found>,
    /// The first of a form of its own.
    own: Option<usize>,
    /// Set apart from their word.
    apart: Vec<Found>,
    /// The first of those that only a note that is due would tell from a number, by its line.
    behind: Option<usize>,
}

/// A place by its position.
#[derive(Debug, Clone, Copy)]
struct Found {
    line: usize,
    span: Span,
}

/// Leaves out the notes that nothing proves, and finds the markers that refer to the others, each
/// with its line.
pub(super) fn anchors(page: &Page<'_>, notes: &mut Vec<Note>) -> Vec<(usize, NoteCut)> {
    let found = search(page, notes);
    let proven = proven(page, notes, &found);
    let mut kept = proven.iter();
    notes.retain(|_| kept.next().copied().unwrap_or(false));
    let kept: HashSet<&str> = notes.iter().map(|note| note.marker.as_str()).collect();
    let mut cuts: Vec<(usize, NoteCut)> = Vec::new();
    for (marker, places) in found.iter().filter(|(marker, _)| kept.contains(marker.as_str())) {
        let cut =
            |place: &Found| (place.line, NoteCut { marker: marker.clone(), span: place.span });
        cuts.extend(places.sure.iter().map(cut));
    }
    cuts.extend(letters(notes, &found));
    cuts.sort_by_key(|(_, cut)| cut.span.start);
    cuts.dedup_by_key(|(_, cut)| cut.span.start);
    let late = due(page, notes, &cuts);
    cuts.extend(late);
    cuts.sort_by_key(|(_, cut)| cut.span.start);
    // "10,11": the comma between two marks is none of the text.
    for at in 1..cuts.len() {
        let (end, next) = (cuts[at - 1].1.span.end, cuts[at].1.span.start);
        if page.source.get(end as usize..next as usize) == Some(",") {
            cuts[at - 1].1.span.end += 1;
        }
    }
    cuts
}

/// For each note whether it is one.
fn proven(page: &Page<'_>, notes: &[Note], found: &HashMap<String, Places>) -> Vec<bool> {
    let tail = tail(page, notes);
    let markers = |proofs: &[Proof]| -> HashSet<&str> {
        let notes = notes.iter().filter(|note| proofs.contains(&note.proof));
        notes.map(|note| note.marker.as_str()).collect()
    };
    // Where a note of another form has the number, "10." is a paragraph's, and a number alone above
    // a line the cell of a table.
    let formed = markers(&[Proof::Rule, Proof::Wide, Proof::Anchor]);
    let ruled = markers(&[Proof::Rule, Proof::Wide]);
    let other = |note: &Note| match note.proof {
        Proof::Bracket => formed.contains(note.marker.as_str()),
        Proof::Anchor => is_alone(page, note) && ruled.contains(note.marker.as_str()),
        Proof::Rule | Proof::Wide => false,
    };
    let number = |at: usize| notes[at].marker.parse::<u32>().ok();
    let may_be = |at: usize| notes[at].proof == Proof::Anchor && !other(&notes[at]);
    // In a row a note proves those beside it, at the end of the text even over furniture.
    let beside = |above: usize, below: usize| {
        let row = notes[above].taken.end == notes[below].taken.start
            && !is_alone(page, &notes[above])
            && !is_alone(page, &notes[below]);
        (row || notes[above].taken.start >= tail)
            && number(above).is_some_and(|above| number(below) == Some(above + 1))
    };
    let mut proven: Vec<bool> =
        notes.iter().map(|note| is_proven(page, note, found, tail) && !other(note)).collect();
    for below in 1..notes.len() {
        proven[below] |= proven[below - 1] && may_be(below) && beside(below - 1, below);
    }
    for above in (1..notes.len()).rev().map(|below| below - 1) {
        proven[above] |= proven[above + 1] && may_be(above) && beside(above, above + 1);
    }
    proven
}

/// Whether a note is one.
fn is_proven(page: &Page<'_>, note: &Note, found: &HashMap<String, Places>, tail: usize) -> bool {
    let Some(places) = found.get(&note.marker) else { return false };
    let first = places.sure.first().map(|place| place.line);
    let above = |line: Option<usize>| line.is_some_and(|line| line < note.taken.start);
    // At the end of the text less is proof enough: a number set apart from its word, or the word
    // that only notes begin with.
    let at_end = || {
        let ibid = || page.text(note.taken.start).split(' ').nth(1).is_some_and(is_ibid);
        let before = |line: usize| line < tail;
        let set_apart = || places.apart.iter().any(|place| before(place.line));
        let set_apart = || set_apart() || places.behind.is_some_and(before);
        let set_apart = || !is_alone(page, note) && set_apart();
        note.taken.start >= tail && (set_apart() || ibid())
    };
    match note.proof {
        Proof::Rule => true,
        Proof::Wide => first.is_some(),
        Proof::Anchor => above(first) || at_end(),
        Proof::Bracket => above(places.own),
    }
}

/// Whether the note's marker is all that its line holds.
fn is_alone(page: &Page<'_>, note: &Note) -> bool {
    page.text(note.marker_line).len() == note.marker_span.len()
}

fn is_ibid(word: &str) -> bool {
    ["Ibid", "ibid"].iter().any(|ibid| word.starts_with(ibid))
}

/// The line from which the text is notes to its end.
fn tail(page: &Page<'_>, notes: &[Note]) -> usize {
    let mut tail = page.lines.len();
    for note in notes.iter().rev() {
        let furniture = (note.taken.end..tail).all(|line| page.furniture[line].is_some());
        if note.taken.end > tail || !furniture {
            break;
        }
        tail = note.taken.start;
    }
    tail
}

/// The letters set apart that refer to notes, each in its turn: in order, above its note.
fn letters(notes: &[Note], found: &HashMap<String, Places>) -> Vec<(usize, NoteCut)> {
    let mut cuts = Vec::new();
    let (mut last, mut reached, mut below) = (0, 0, 0);
    for note in notes {
        let Some(letter) = note.marker.bytes().next().filter(u8::is_ascii_lowercase) else {
            continue;
        };
        let Some(places) = found.get(&note.marker) else { continue };
        // A letter that is not higher begins anew, below the notes before it.
        let from = if letter > last { reached } else { below };
        let ahead = |places: &[Found]| {
            let at = places.partition_point(|place| place.span.start < from);
            places.get(at).copied().filter(|place| place.line < note.taken.start)
        };
        let sure = ahead(&places.sure);
        let apart = ahead(&places.apart).filter(|_| sure.is_none());
        if let Some(place) = apart {
            cuts.push((place.line, NoteCut { marker: note.marker.clone(), span: place.span }));
        }
        let end = note.lines.last().map_or(0, |line| line.span.end);
        (last, below) = (letter, below.max(end));
        reached = sure.or(apart).map_or(from, |place| place.span.end);
    }
    cuts
}

/// No note has a higher number.
const MOST: usize = 10_usize.pow(DIGITS as u32);

/// The signs that a marker begins with.
const MARKERS: Signs = Signs::DIGIT.or(Signs::MARK).or(Signs::WIDE);

/// Every place of the text outside the notes that has a marker of one of them.
fn search(page: &Page<'_>, notes: &[Note]) -> HashMap<String, Places> {
    let mut found: HashMap<String, Places> =
        notes.iter().map(|note| (note.marker.clone(), Places::default())).collect();
    // For each number of a note the first line that has it behind another number or set apart. By
    // number, so that one of the text is not spelt to be looked up; most are none of a note.
    let mut behind: Vec<Option<Cell<Option<usize>>>> = vec![None; MOST];
    for number in found.keys().filter_map(|marker| marker.parse::<usize>().ok()) {
        if let Some(behind) = behind.get_mut(number) {
            *behind = Some(Cell::default());
        }
    }
    let first = |number: u32| behind.get(number as usize)?.as_ref();
    let is_open = |number: u32| first(number).is_some_and(|first| first.get().is_none());
    let wanted = |digits: &str| digits.parse().is_ok_and(|number| first(number).is_some());
    let mut seen = Vec::new();
    let mut inside = vec![false; page.lines.len()];
    for note in notes.iter().filter(|note| note.proof == Proof::Rule) {
        inside[note.taken.clone()].fill(true);
        inside[note.marker_line] = true;
    }
    for (line, held) in inside.iter().enumerate() {
        if *held || page.furniture[line].is_some() {
            continue;
        }
        let start = page.lines[line].span.start as usize;
        if let Some((at, letter)) = letter_at_end(page.text(line))
            && let Some(places) = found.get_mut(letter)
        {
            let span = Span::new(start + at, start + at + letter.len());
            places.apart.push(Found { line, span });
        }
        if !page.lines[line].signs.may_hold(MARKERS) {
            continue;
        }
        numbers(page.text(line), "", is_open, |_, number, _| {
            if let Some(first) = first(number) {
                first.set(first.get().or(Some(line)));
            }
        });
        seen.extend(places(page.text(line), wanted));
        for place in seen.drain(..) {
            let Some(places) = found.get_mut(place.marker.as_ref()) else { continue };
            let span = Span::new(start + place.start, start + place.end);
            let found = Found { line, span };
            match place.strength {
                Strength::Weak | Strength::Set => places.apart.push(found),
                Strength::Glued => places.sure.push(found),
                Strength::Own => {
                    places.own = places.own.or(Some(line));
                    places.sure.push(found);
                }
            }
        }
    }
    for (marker, places) in &mut found {
        let number = marker.parse::<u32>().ok().filter(|number| number.to_string() == *marker);
        places.behind = number.and_then(|number| first(number)?.get());
    }
    found
}

/// A letter set apart after a mark at the end of a line: `on their shores. a`.
fn letter_at_end(text: &str) -> Option<(usize, &str)> {
    let bytes = text.as_bytes();
    let at = bytes.len().checked_sub(1)?;
    let set =
        at >= 2 && bytes[at - 1] == b' ' && matches!(bytes[at - 2], b'.' | b',' | b';' | b')');
    (bytes[at].is_ascii_lowercase() && set).then(|| (at, &text[at..]))
}
