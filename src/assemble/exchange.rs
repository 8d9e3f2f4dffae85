//! Exchanges of notes and letters: which of the numbers on a line stand above one of its notes.

use crate::block::{RawBlock, Shape, exchange_number, is_closing, is_salutation, place_date};

use super::kind::{Kind, is_note_opening};
use super::title_form::is_heading_like;
use super::title_noun::document_noun;

/// Blocks between a number and the salutation or opening of its note.
const DEEPEST: usize = 14;

/// The blocks that number the notes of an exchange, in order; empty where the text is none.
///
/// They count from one, begin anew only where a translation follows, and each stands above the
/// front of a letter or note. One number alone is no exchange.
pub(crate) fn exchanged(blocks: &[RawBlock]) -> Vec<usize> {
    let titled = is_titled(blocks);
    let mut found: Vec<(usize, u8)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if !matches!(block.shape, Shape::Exchange | Shape::Plain) {
            continue;
        }
        let Some(number) = exchange_number(&block.flow.text) else { continue };
        let next = found.last().map_or(1, |(_, last)| last + 1);
        let follows = number.value == next || number.value == 1 && next > 2;
        // A translation may be in any language.
        let translated = number.named && number.value == 1 && found.len() > 1
            || number.named && found.iter().any(|(_, value)| *value == number.value);
        if follows && (translated || opens_note(&blocks[at + 1..], number.named)) {
            found.push((at, number.value));
        }
    }
    let mut starts: Vec<usize> = found.into_iter().map(|(at, _)| at).collect();
    let named = named(blocks);
    if named.len() > starts.len() {
        starts = named;
    }
    if starts.len() < 2 && !titled {
        return Vec::new();
    }
    if !starts.is_empty() {
        unnumbered(blocks, &mut starts);
    }
    starts
}

/// The numbers that say what they number, where none goes before the one below it: of a text in
/// several languages, each note in each. One of the notes at least is to be known as one.
fn named(blocks: &[RawBlock]) -> Vec<usize> {
    let numbers = blocks.iter().enumerate().filter(|(_, block)| block.shape == Shape::Exchange);
    let (mut starts, mut last) = (Vec::new(), 0);
    for (at, block) in numbers {
        let Some(number) = exchange_number(&block.flow.text) else { continue };
        if number.value > last + 1 {
            return Vec::new();
        }
        last = last.max(number.value);
        starts.push(at);
    }
    let known = last > 1 && starts.iter().any(|&at| opens_note(&blocks[at + 1..], true));
    if known { starts } else { Vec::new() }
}

/// Adds the letters of an exchange that have lost their numbers: a salutation right below a place
/// and date opens one, with the letterhead above them.
fn unnumbered(blocks: &[RawBlock], starts: &mut Vec<usize>) {
    let mut lost = Vec::new();
    for at in 1..blocks.len() {
        let text = |at: usize| blocks[at].flow.text.as_str();
        if !is_salutation(text(at)) || place_date(text(at - 1)).is_none() {
            continue;
        }
        let above = (0..at - 1).rev().take(DEEPEST);
        let front = above.take_while(|&i| {
            blocks[i].shape == Shape::Address
                || is_heading_like(&blocks[i])
                || text(i).len() <= 60 && text(i).starts_with("to the ")
        });
        let start = front.last().unwrap_or(at - 1);
        let above = starts[..starts.partition_point(|&number| number < at)].last();
        let numbered = above.is_some_and(|number| at - number <= DEEPEST);
        if !numbered {
            lost.push(start);
        }
    }
    starts.extend(lost);
    starts.sort_unstable();
}

/// Whether the text begins with the title of an exchange.
fn is_titled(blocks: &[RawBlock]) -> bool {
    let mut front = blocks.iter().take(6).filter_map(|block| document_noun(&block.flow.text));
    front.any(|(_, kind)| kind == Kind::ExchangeOfNotes)
}

/// Whether a note or letter begins with these blocks. A number that names no note needs the
/// salutation or the opening formula; a named one may have lost it.
fn opens_note(below: &[RawBlock], named: bool) -> bool {
    let own = below.iter().take_while(|b| !matches!(b.shape, Shape::Exchange | Shape::Label(_)));
    let mut front = own.take(DEEPEST).map(|block| block.flow.text.as_str());
    front.any(|text| {
        is_salutation(text) || is_note_opening(text) || named && (is_closing(text) || says(text))
    })
}

/// "I have the honour to refer to your note ...", "... acknowledges receipt of the note ...".
fn says(text: &str) -> bool {
    let head: String = text.chars().take(400).collect::<String>().to_lowercase();
    ["have the hono", "has the hono", "acknowledge", "refer to"].iter().any(|f| head.contains(f))
}
