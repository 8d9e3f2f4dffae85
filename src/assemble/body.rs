//! What a block is in the body of a communication, by its form and by what stands before it.

use crate::block::{
    RawBlock, Shape, heads_votes, is_as_stated, is_capitals, is_classification, is_closing,
    is_contents, is_letterhead, is_salutation, names_copies, party_line, place_date, takes_leave,
};
use crate::model::BlockKind;
use crate::text::{begins_lower, ends_open, ends_sentence};

use super::frame_lines::{is_initials, is_reference, is_register, is_street, is_testimonium};
use super::front::lone_symbol;
use super::telegram::is_mark;
use super::title_form::{is_by_line, is_heading_like};

/// A numbered entry of a list is no longer than this, in bytes; a numbered paragraph mostly is.
pub(super) const LONGEST_ENTRY: usize = 250;
/// A line of a letterhead is no longer than this, in bytes.
const LONGEST_LINE: usize = 80;

/// Whether the block, which looks like a heading, is the last one of a body: the rest of a text that
/// an extraction cut off in the middle of a sentence.
pub(super) fn is_cut_off(at: usize, blocks: &[RawBlock], state: BodyState) -> bool {
    let text = blocks[at].flow.text.as_str();
    // What stands in parentheses may be the mark of a signature in another language.
    // Emphasis is put on what stands apart.
    let plain = blocks[at].shape == Shape::Plain && !text.starts_with(['(', '[', '*', '_']);
    let last = plain && at + 1 == blocks.len() && at > 0 && state.stage < Stage::Closed;
    let words = || text.split(' ').count();
    last && words() > if state.stage == Stage::Body { 2 } else { 10 }
        && !is_capitals(text)
        && !is_by_line(text)
        && !is_register(text)
        && !heads_section(text)
        && party_line(text).is_none()
}

/// What the body has shown so far.
#[derive(Clone, Copy, Default)]
pub(super) struct BodyState {
    /// The list that the last paragraph announces.
    list: List,
    /// Whether a table of contents is open, which goes on to the first sentence.
    contents: bool,
    /// What the last block is, if it is a heading or letterhead that may go on in lower case.
    open: Option<BlockKind>,
    /// Whether the last block is a heading, but for lettered paragraphs.
    headed: bool,
    /// The number of the last numbered paragraph.
    number: Option<u32>,
    /// The last entry of a list that a numbered paragraph or a heading announces.
    entry: Option<Entry>,
    /// Whether who has a copy is being listed.
    copied: bool,
    pub(super) stage: Stage,
}

/// A list that a colon announces.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum List {
    #[default]
    None,
    /// The paragraph that announces it is the last block.
    Announced,
    Open,
}

/// An entry of a list with its own numbers.
#[derive(Clone, Copy)]
struct Entry {
    /// Its number, 0 above the first.
    number: u32,
    /// Whether the entries are no sentences, as below a heading.
    unsaid: bool,
}

/// How far the reading of a body has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    #[default]
    Front,
    Body,
    Closed,
    /// Below the date of a note, which nobody signs.
    Dated,
    Signed,
}

impl BodyState {
    fn reaches(&mut self, stage: Stage) {
        self.stage = self.stage.max(stage);
    }

    /// Whether a numbered line is an entry of a list with its own numbers, which a numbered paragraph
    /// announces: `4. The agenda was as follows:`, `1. Opening of the session.`
    fn lists_entry(&mut self, raw: &RawBlock) -> bool {
        let Some(number) = paragraph_number(raw) else { return false };
        let Some(last) = self.entry else { return false };
        let listed = number == last.number.saturating_add(1)
            && raw.flow.text.len() <= LONGEST_ENTRY
            && (!last.unsaid || is_entry(raw));
        if listed {
            self.entry = Some(Entry { number, ..last });
        }
        listed
    }

    /// Whether a block is the heading or an entry of a table of contents.
    fn lists_contents(&mut self, raw: &RawBlock) -> bool {
        let text = raw.flow.text.as_str();
        let plain = matches!(raw.shape, Shape::Plain | Shape::Item { .. });
        if plain && is_contents(text) {
            self.contents = true;
            return true;
        }
        if !self.contents || !plain {
            return false;
        }
        // An entry ends with its page.
        let paged = text.ends_with(|c: char| c.is_ascii_digit());
        self.contents = paged || !(ends_sentence(text) && text.len() > 80);
        self.contents && (paged || !ends_sentence(text))
    }
}

/// Whether a numbered line is the entry of a list rather than a sentence: `1. Adoption of the agenda`.
fn is_entry(raw: &RawBlock) -> bool {
    const LONGEST: usize = 120;
    let text = raw.flow.text.as_str();
    text.len() <= LONGEST
        && !ends_sentence(text)
        && !ends_open(text)
        && !text.ends_with([',', '-', '–', '—'])
}

/// `A. Legal frameworks`: the heading of a section by its number.
fn heads_section(text: &str) -> bool {
    text.split_once(". ").is_some_and(|(number, words)| {
        let letter = number.len() == 1 && number.starts_with(|c: char| c.is_ascii_uppercase());
        let roman = number.len() <= 5 && number.bytes().all(|byte| b"IVX".contains(&byte));
        !number.is_empty() && (letter || roman) && words.starts_with(char::is_uppercase)
    })
}

/// Whether a numbered line is the first entry of a list: the next one stands right below it.
fn opens_list(raw: &RawBlock, next: Option<&RawBlock>) -> bool {
    let follows = |next: &RawBlock| {
        let (number, after) = (paragraph_number(raw), paragraph_number(next));
        is_entry(next) && number.zip(after).is_some_and(|(a, b)| a.saturating_add(1) == b)
    };
    is_entry(raw) && next.is_some_and(follows)
}

/// The number of a numbered paragraph.
fn paragraph_number(raw: &RawBlock) -> Option<u32> {
    match &raw.shape {
        Shape::Item { number: Some(number), numbered_paragraph: true } => number.parse().ok(),
        _ => None,
    }
}

/// Whether the numbered blocks that stand together are paragraphs rather than the entries of a list: one
/// of them is longer than any entry.
fn are_paragraphs(raw: &RawBlock, below: &[RawBlock]) -> bool {
    let numbered = std::iter::once(raw).chain(below);
    let mut run = numbered.take_while(|raw| matches!(raw.shape, Shape::Item { .. }));
    run.any(|raw| paragraph_number(raw).is_some() && raw.flow.text.len() > LONGEST_ENTRY)
}

/// Whether a numbered line is the heading of a part of a longer text: short, no sentence, and not the
/// next number of the paragraphs, whose numbers run on below it.
fn is_numbered_heading(raw: &RawBlock, state: &BodyState) -> bool {
    let breaks = || {
        let (number, last) = (paragraph_number(raw), state.number);
        number.zip(last).is_some_and(|(number, last)| number != last.saturating_add(1))
    };
    state.stage == Stage::Body && state.list == List::None && is_entry(raw) && breaks()
}

/// What a block is; `below` are those that follow it.
pub(super) fn body_kind(raw: &RawBlock, below: &[RawBlock], state: &mut BodyState) -> BlockKind {
    let kind = kind_by_form(raw, below, state);
    let open = kind == BlockKind::Address
        || kind == BlockKind::Heading && raw.shape == Shape::Plain && !is_capitals(&raw.flow.text);
    state.open = open.then_some(kind);
    let lettered = matches!(raw.shape, Shape::Item { numbered_paragraph: false, .. });
    let on = state.headed && lettered && kind == BlockKind::Paragraph;
    state.headed = kind == BlockKind::Heading || on;
    if kind != BlockKind::ListItem {
        state.entry = None;
    }
    if kind == BlockKind::Heading {
        state.list = List::None;
    }
    if kind == BlockKind::Paragraph {
        let number = paragraph_number(raw);
        state.number = number.or(state.number);
        let announced = number.is_some() && raw.flow.text.ends_with(':');
        state.entry = announced.then_some(Entry { number: 0, unsaid: false });
    }
    kind
}

fn kind_by_form(raw: &RawBlock, below: &[RawBlock], state: &mut BodyState) -> BlockKind {
    let text = raw.flow.text.as_str();
    let of_telegram = state.stage == Stage::Front && is_classification(text) || is_mark(text);
    if state.lists_contents(raw) || of_telegram {
        return BlockKind::Heading;
    }
    match &raw.shape {
        Shape::Label(_) => return BlockKind::AttachmentLabel,
        Shape::Exchange => return BlockKind::Heading,
        Shape::Address => return BlockKind::Address,
        Shape::LanguageNote => return BlockKind::LanguageNote,
        Shape::Subject => return BlockKind::Masthead,
        Shape::Table => return BlockKind::Table,
        Shape::Signature | Shape::SignatureTable => {
            state.reaches(Stage::Signed);
            return BlockKind::Signature;
        }
        // The list that a heading announces has entries that are no sentences.
        Shape::Item { numbered_paragraph: true, .. }
            if state.headed && opens_list(raw, below.first()) =>
        {
            let entry = |number| Entry { number, unsaid: true };
            state.entry = paragraph_number(raw).map(entry);
            return BlockKind::ListItem;
        }
        // Numbers count paragraphs, but for short entries of a list that a colon announces.
        Shape::Item { numbered_paragraph: true, .. } if state.lists_entry(raw) => {
            return BlockKind::ListItem;
        }
        Shape::Item { numbered_paragraph: true, .. } if is_numbered_heading(raw, state) => {
            return BlockKind::Heading;
        }
        Shape::Item { numbered_paragraph: true, .. } => {
            if ends_sentence(text) && text.len() > 80 {
                state.reaches(Stage::Body);
            }
            // Asked of the first of them only.
            let ends = state.list == List::Announced && are_paragraphs(raw, below);
            let listed = state.list != List::None && !ends && text.len() <= LONGEST_ENTRY;
            state.list = if listed { List::Open } else { List::None };
            return if listed { BlockKind::ListItem } else { BlockKind::Paragraph };
        }
        // Nothing introduces them as a list.
        Shape::Item { number: Some(_), .. } if state.headed && text.ends_with('.') => {
            return BlockKind::Paragraph;
        }
        Shape::Item { .. } => return BlockKind::ListItem,
        Shape::Heading | Shape::Deliberative(_) | Shape::Plain => {}
    }
    if is_as_stated(text) {
        return BlockKind::AttachmentLabel;
    }
    // Those who voted, below the paragraph that tells of the vote.
    if heads_votes(text) {
        return BlockKind::ListItem;
    }
    if lone_symbol(&raw.flow).is_some() {
        return BlockKind::Masthead;
    }
    if place_date(text).is_some() {
        // A note is not signed: with its date below the close it has ended.
        if state.stage == Stage::Closed {
            state.reaches(Stage::Dated);
        }
        return BlockKind::PlaceDate;
    }
    if state.stage >= Stage::Body && names_copies(text) {
        state.copied = true;
    }
    if state.copied && text.len() <= LONGEST_LINE {
        return BlockKind::Address;
    }
    if state.stage >= Stage::Body && is_initials(text) {
        return BlockKind::Unclassified;
    }
    if is_salutation(text) {
        state.reaches(Stage::Body);
        return BlockKind::Salutation;
    }
    if is_closing(text) {
        state.reaches(Stage::Closed);
        return BlockKind::Closing;
    }
    if state.stage == Stage::Signed {
        return BlockKind::Unclassified;
    }
    if is_testimonium(text) || takes_leave(text) {
        return BlockKind::Closing;
    }
    // "Permanent Mission of Norway", "to the United Nations"
    let goes_on = || {
        state.open == Some(BlockKind::Address)
            && begins_lower(text)
            && text.len() <= LONGEST_LINE
            && !ends_sentence(text)
    };
    // The parties of a treaty, above what they agree: "The Government of X and the Government of Y,".
    let letterhead = || is_letterhead(text) && !(text.ends_with(',') && text.contains(" and "));
    if state.stage != Stage::Body && (letterhead() || goes_on()) {
        return BlockKind::Address;
    }
    let of_frame = || is_reference(text) || is_street(text) || is_register(text);
    if state.stage == Stage::Front && of_frame() {
        return BlockKind::Heading;
    }
    // A telegram is in capitals; its sentences end with a word.
    let telegram = is_capitals(text) && text.split(' ').any(|word| word == "STOP");
    if telegram || text.starts_with("I HAVE THE HONOUR") {
        state.reaches(Stage::Body);
        return BlockKind::Paragraph;
    }
    // An empty field of a form: `SUBJECT:`, `Documentation:`.
    let word = || !text.contains(' ') && text.starts_with(char::is_uppercase);
    let field = text.len() <= 24 && text.ends_with(':') && (is_capitals(text) || word());
    // A heading that is broken over lines.
    let whole = || !ends_sentence(text) && !ends_open(text) && !text.ends_with(',');
    let headed = state.open == Some(BlockKind::Heading);
    let goes_on = headed && begins_lower(text) && whole();
    let marked = text.starts_with('#') && text.len() <= LONGEST_LINE && !text.ends_with('.');
    if raw.shape == Shape::Heading || is_heading_like(raw) || marked || field || goes_on {
        return BlockKind::Heading;
    }
    if state.stage == Stage::Dated {
        return BlockKind::Unclassified;
    }
    state.list = if text.ends_with(':') { List::Announced } else { List::None };
    if ends_sentence(text) || text.len() > 80 {
        state.reaches(Stage::Body);
    }
    BlockKind::Paragraph
}
