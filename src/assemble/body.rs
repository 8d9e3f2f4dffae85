//! What a block is in the body of a communication, by its form and by what stands before it.

use crate::block::{
    RawBlock, Shape, is_capitals, is_closing, is_letterhead, is_salutation, place_date,
};
use crate::model::BlockKind;
use crate::text::ends_sentence;

use super::front::lone_symbol;
use super::title::{is_by_line, is_heading_like};

/// A numbered entry of a list is no longer than this, in bytes; a numbered paragraph mostly is.
pub(super) const LONGEST_ENTRY: usize = 250;
/// Whether the block, which looks like a heading, is the last one of a body: the rest of a text that
/// an extraction cut off in the middle of a sentence.
pub(super) fn is_cut_off(at: usize, blocks: &[RawBlock], state: BodyState) -> bool {
    let text = blocks[at].flow.text.as_str();
    // What stands in parentheses may be the mark of a signature in another language.
    let plain = blocks[at].shape == Shape::Plain && !text.starts_with(['(', '[']);
    let last = plain && at + 1 == blocks.len() && at > 0 && state.stage < Stage::Closed;
    let words = || text.split(' ').count();
    last && words() > if state.stage == Stage::Body { 2 } else { 10 }
        && !is_capitals(text)
        && !is_by_line(text)
}

/// What the body has shown so far.
#[derive(Clone, Copy, Default)]
pub(super) struct BodyState {
    /// Whether the last paragraph announces a list.
    lists: bool,
    pub(super) stage: Stage,
}

/// How far the reading of a body has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    #[default]
    Front,
    Body,
    Closed,
    Signed,
}

impl BodyState {
    fn reaches(&mut self, stage: Stage) {
        self.stage = self.stage.max(stage);
    }
}

pub(super) fn body_kind(raw: &RawBlock, state: &mut BodyState) -> BlockKind {
    let text = raw.flow.text.as_str();
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
        // Numbers count paragraphs, but for short entries of a list that a colon announces.
        Shape::Item { numbered_paragraph: true, .. } => {
            if ends_sentence(text) && text.len() > 80 {
                state.reaches(Stage::Body);
            }
            state.lists &= text.len() <= LONGEST_ENTRY;
            let listed = state.lists;
            return if listed { BlockKind::ListItem } else { BlockKind::Paragraph };
        }
        Shape::Item { .. } => return BlockKind::ListItem,
        Shape::Heading | Shape::Deliberative(_) | Shape::Plain => {}
    }
    if lone_symbol(&raw.flow).is_some() {
        return BlockKind::Masthead;
    }
    if place_date(text).is_some() {
        return BlockKind::PlaceDate;
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
    if state.stage != Stage::Body && is_letterhead(text) {
        return BlockKind::Address;
    }
    // A telegram is in capitals; its sentences end with a word.
    let telegram = is_capitals(text) && text.split(' ').any(|word| word == "STOP");
    if telegram || text.starts_with("I HAVE THE HONOUR") {
        state.reaches(Stage::Body);
        return BlockKind::Paragraph;
    }
    // An empty field of a form: `SUBJECT:`.
    let field = text.len() <= 24 && text.ends_with(':') && is_capitals(text);
    if raw.shape == Shape::Heading || is_heading_like(raw) || field {
        return BlockKind::Heading;
    }
    state.lists = text.ends_with(':');
    if ends_sentence(text) || text.len() > 80 {
        state.reaches(Stage::Body);
    }
    BlockKind::Paragraph
}
