//! The body of an adopted text: preamble, operative paragraphs, their items, divisions.
//!
//! A paragraph is preambular or operative by its opening; one that opens otherwise is what its
//! place makes it. A number makes a paragraph operative, whatever it opens with, but for those that
//! count the items of an unnumbered paragraph or of a text that it quotes. Text without number and
//! opening goes on with the paragraph above it.

mod place;

use crate::block::{
    ActionKind, ActionReading, RawBlock, Shape, action, action_behind_organ, introduction,
    is_resolving, item_number, number_length,
};
use crate::model::BlockKind;
use crate::text::{COMMAS, begins_lower};

use super::super::title_form::is_heading_like;
use super::Form;
use super::items::Items;
use super::scope::{Scope, division};

/// Which part of the text the next paragraph belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Above the organ's line.
    Front,
    Preamble,
    Operative,
    /// In an amendment: what it inserts stands between its instructions.
    Amendment,
    /// In a text that the operative paragraph at this block quotes in full.
    Quoted(u32),
    /// Below the closing line.
    Closed,
}

/// What the body has shown so far.
pub(super) struct Body {
    form: Form,
    phase: Phase,
    counted: Counted,
    /// How the block before ends: with a colon it announces what follows.
    announced: bool,
    /// Whether the block before ends in the middle of a sentence.
    broken: bool,
    run: Run,
    scope: Scope,
    recitals: u32,
    paragraphs: u32,
    items: Items,
    /// Whether the organ speaks another language than English: what closes a paragraph tells its kind.
    foreign: bool,
}

/// What the numbers of paragraphs count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    /// None was seen yet.
    Nothing,
    /// Operative paragraphs.
    Paragraphs,
    /// The items of an unnumbered operative paragraph.
    Items,
}

/// What the block before belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    Text,
    List,
    /// A quotation that is still open.
    Quotation,
}

/// A heading inside a body is no longer than this, in bytes.
const LONGEST_HEADING: usize = 200;
/// A note below the adoption is no longer, in bytes.
const LONGEST_NOTE: usize = 120;

impl Body {
    pub(super) fn new(form: Form) -> Body {
        Body {
            form,
            phase: Phase::Front,
            counted: Counted::Nothing,
            announced: false,
            broken: false,
            run: Run::Text,
            scope: Scope::default(),
            recitals: 0,
            paragraphs: 0,
            items: Items::default(),
            foreign: false,
        }
    }

    /// The organ begins to speak, or passes from the preamble to what it resolves.
    pub(super) fn enact(&mut self, resolving: bool) {
        self.phase = if resolving { Phase::Operative } else { Phase::Preamble };
        if !resolving {
            self.recitals = 0;
        }
        self.restart();
    }

    /// The organ speaks another language than English.
    pub(super) fn speak_foreign(&mut self) {
        self.foreign = true;
    }

    /// Counting begins anew.
    fn restart(&mut self) {
        self.counted = Counted::Nothing;
        self.paragraphs = 0;
        self.items.close();
    }

    /// What follows amends another text.
    pub(super) fn amend(&mut self) {
        self.phase = Phase::Amendment;
    }

    /// The text is closed by its adoption line.
    pub(super) fn close(&mut self) {
        self.phase = Phase::Closed;
        self.items.close();
    }

    pub(super) fn is_closed(&self) -> bool {
        self.phase == Phase::Closed
    }

    /// Whether an organ whose line opens with this text is quoted: `"The Assembly of Heads of State,`
    /// inside an operative paragraph.
    pub(super) fn quotes(&self, text: &str) -> bool {
        self.phase == Phase::Operative && self.paragraphs > 0 && text.starts_with(OPENING_QUOTES)
    }

    /// Whether the text has begun.
    pub(super) fn has_begun(&self) -> bool {
        self.phase != Phase::Front
    }

    /// A division begins; a part where the organ speaks again below its heading.
    pub(super) fn heading(&mut self, text: &str, is_part: bool) -> String {
        let opened = self.scope.heading(text, is_part);
        if opened.numbered && self.phase == Phase::Operative && !opened.of_instrument {
            // A section may have a preamble of its own.
            self.phase = Phase::Preamble;
            self.recitals = 0;
            self.restart();
        }
        if opened.numbered && matches!(self.phase, Phase::Quoted(_)) {
            self.paragraphs = 0;
        }
        if opened.numbered {
            self.items.close();
        } else {
            self.items.head();
        }
        self.items.unique(&opened.id)
    }

    /// The kind of a block that its form alone does not tell.
    pub(super) fn kind(&mut self, raw: &RawBlock, next: Option<&RawBlock>) -> BlockKind {
        let text = raw.flow.text.as_str();
        if let Shape::Item { numbered_paragraph, .. } = raw.shape {
            return self.item(numbered_paragraph, text);
        }
        // The heading of notes, which stand apart.
        if ["Note", "Notes", "NOTES"].contains(&text) {
            return BlockKind::Heading;
        }
        if self.form == Form::PresidentialStatement && self.phase != Phase::Closed {
            return BlockKind::Paragraph;
        }
        // With items below it "Decides:" is a paragraph, with paragraphs a line of the organ.
        let lettered = next.is_some_and(|next| {
            matches!(next.shape, Shape::Item { numbered_paragraph: false, .. })
        });
        if self.phase == Phase::Preamble && is_resolving(text) && !lettered {
            self.enact(true);
            return BlockKind::EnactingLine;
        }
        if self.form == Form::Decision
            && matches!(self.phase, Phase::Front | Phase::Preamble)
            && let Some(told) = introduction(text)
        {
            if told.announces {
                return BlockKind::AdoptedBy;
            }
            self.phase = Phase::Operative;
            return BlockKind::OperativeParagraph;
        }
        let opening = action(text).or_else(|| action_behind_organ(text));
        match self.phase {
            Phase::Closed => BlockKind::Unclassified,
            Phase::Front if is_heading_like(raw) => BlockKind::Heading,
            // `The Commission recommends to the Council the adoption of the following draft:`
            Phase::Front if text.ends_with(':') => BlockKind::Reference,
            Phase::Quoted(_) if self.is_heading(raw) => BlockKind::Heading,
            Phase::Front | Phase::Quoted(_) => BlockKind::Paragraph,
            Phase::Amendment => match opening {
                Some(ActionReading { kind: ActionKind::Preambular, listed: true, .. }) => {
                    BlockKind::PreambularParagraph
                }
                Some(ActionReading { kind: ActionKind::Operative, .. }) => {
                    BlockKind::OperativeParagraph
                }
                _ => BlockKind::Instruction,
            },
            Phase::Preamble => self.in_preamble(raw, opening),
            Phase::Operative => self.in_operative(raw, opening),
        }
    }

    fn item(&mut self, numbered_paragraph: bool, text: &str) -> BlockKind {
        if !numbered_paragraph {
            return BlockKind::ListItem;
        }
        if self.form == Form::PresidentialStatement {
            return BlockKind::Paragraph;
        }
        match self.phase {
            Phase::Operative if self.counted == Counted::Items || self.announces_items() => {
                self.counted = Counted::Items;
                BlockKind::ListItem
            }
            Phase::Preamble | Phase::Operative => {
                self.phase = Phase::Operative;
                self.counted = Counted::Paragraphs;
                BlockKind::OperativeParagraph
            }
            // What an amendment inserts opens with a verb, its instructions do not.
            Phase::Amendment if action(&text[number_end(text)..]).is_some() => {
                BlockKind::OperativeParagraph
            }
            Phase::Amendment => BlockKind::Instruction,
            // The note of who did not vote, with its number as a list has it.
            Phase::Closed if text.len() <= LONGEST_NOTE => BlockKind::Unclassified,
            Phase::Closed | Phase::Front | Phase::Quoted(_) => BlockKind::Paragraph,
        }
    }

    /// Whether the paragraph above is operative, has no number, and announces what follows.
    fn announces_items(&self) -> bool {
        self.announced && self.paragraphs > 0 && self.counted != Counted::Paragraphs
    }

    fn is_heading(&self, raw: &RawBlock) -> bool {
        is_heading_like(raw)
            && raw.flow.text.len() <= LONGEST_HEADING
            && (!self.announced || division(&raw.flow.text).is_some())
    }

    fn in_preamble(&mut self, raw: &RawBlock, opening: Option<ActionReading>) -> BlockKind {
        let text = raw.flow.text.as_str();
        match opening {
            Some(found) if found.kind == ActionKind::Operative => {
                self.phase = Phase::Operative;
                return BlockKind::OperativeParagraph;
            }
            Some(found) if found.listed => return BlockKind::PreambularParagraph,
            _ => {}
        }
        if self.foreign && !self.announced {
            let closes = |signs: &[char]| text.ends_with(signs);
            if closes(&COMMAS) {
                return BlockKind::PreambularParagraph;
            }
            if closes(&['.', '。', ';', '；', '؛', ':', '：']) {
                self.phase = Phase::Operative;
                return BlockKind::OperativeParagraph;
            }
        }
        if self.announced || self.run == Run::List && begins_lower(text) {
            return BlockKind::Paragraph;
        }
        if self.is_heading(raw) {
            return BlockKind::Heading;
        }
        if self.recitals > 0 && (begins_lower(text) || self.broken) {
            return BlockKind::Paragraph;
        }
        if text.ends_with('.') && self.recitals + self.paragraphs == 0 {
            // "The Assembly / Adopts": the only sentence of a text without preamble.
            self.phase = Phase::Operative;
            return BlockKind::OperativeParagraph;
        }
        BlockKind::PreambularParagraph
    }

    fn in_operative(&mut self, raw: &RawBlock, opening: Option<ActionReading>) -> BlockKind {
        let text = raw.flow.text.as_str();
        match opening {
            Some(found) if found.kind == ActionKind::Operative && !self.announced => {
                return BlockKind::OperativeParagraph;
            }
            // A preamble repeated inside the text.
            Some(found) if found.listed && text.ends_with([',', ':']) && !self.announced => {
                return BlockKind::PreambularParagraph;
            }
            _ => {}
        }
        // A recital that closes otherwise stood above.
        if self.foreign
            && self.counted == Counted::Nothing
            && !self.announced
            && text.ends_with(COMMAS)
        {
            return BlockKind::PreambularParagraph;
        }
        if self.announces_items()
            && is_heading_like(raw)
            && let Some((above, id)) = self.items.above()
        {
            // What the only paragraph adopts follows in full.
            self.phase = Phase::Quoted(above);
            self.paragraphs = 0;
            self.scope.quote(&id);
            return BlockKind::Heading;
        }
        if self.is_heading(raw) {
            return BlockKind::Heading;
        }
        if self.paragraphs > 0 && (self.run == Run::Quotation || text.starts_with(OPENING_QUOTES)) {
            return BlockKind::Paragraph;
        }
        let goes_on = self.announced
            || self.counted != Counted::Nothing
            || self.run == Run::List
            || begins_lower(text);
        if goes_on { BlockKind::Paragraph } else { BlockKind::OperativeParagraph }
    }
}

/// Marks that open a quotation.
const OPENING_QUOTES: [char; 3] = ['“', '"', '«'];

/// The bytes of the number that a paragraph begins with.
fn number_end(text: &str) -> usize {
    let item = item_number(text).map(|(end, ..)| end);
    item.or_else(|| number_length(text)).unwrap_or(0)
}
