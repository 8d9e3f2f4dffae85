//! The body of an adopted text: preamble, operative paragraphs, their items, sections.
//!
//! A paragraph is preambular or operative by its opening; one that opens otherwise is what its
//! place makes it. A number makes a paragraph operative, whatever it opens with. Text without
//! number and opening goes on with the paragraph above it.

use crate::block::{
    ActionKind, ActionReading, RawBlock, Shape, action, is_part_number, item_number,
};
use crate::model::{Action, Block, BlockKind, Status};
use crate::text::{Flow, begins_lower};

use super::super::title::is_heading_like;
use super::Form;
use super::items::Items;

/// Which part of the text the next paragraph belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Above the organ's line.
    Front,
    Preamble,
    Operative,
    /// In an amendment: what it inserts stands between its instructions.
    Amendment,
    /// Below the closing line.
    Closed,
}

/// What the body has shown so far.
pub(super) struct Body {
    form: Form,
    phase: Phase,
    /// Whether operative paragraphs carry numbers.
    numbered: bool,
    /// How the block before ends: with a colon it announces what follows.
    announced: bool,
    /// Whether the block before belongs to a list.
    listed: bool,
    /// Identifier of the open section, with its separator.
    section: String,
    recitals: u32,
    paragraphs: u32,
    items: Items,
}

/// A heading inside a body is no longer than this, in bytes.
const LONGEST_HEADING: usize = 200;

impl Body {
    pub(super) fn new(form: Form) -> Body {
        Body {
            form,
            phase: Phase::Front,
            numbered: false,
            announced: false,
            listed: false,
            section: String::new(),
            recitals: 0,
            paragraphs: 0,
            items: Items::default(),
        }
    }

    /// The organ begins to speak, or passes from the preamble to what it resolves.
    pub(super) fn enact(&mut self, resolving: bool) {
        self.phase = if resolving { Phase::Operative } else { Phase::Preamble };
        self.numbered = false;
        self.recitals = if resolving { self.recitals } else { 0 };
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

    /// A section or part begins.
    pub(super) fn section(&mut self, heading: &str) {
        let number = heading.split(' ').next().unwrap_or("");
        if is_part_number(number) {
            let number = number.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            self.section = format!("sec_{number}__");
        }
        self.items.close();
    }

    /// The kind of a block that its form alone does not tell.
    pub(super) fn kind(&mut self, raw: &RawBlock) -> BlockKind {
        let text = raw.flow.text.as_str();
        if let Shape::Item { numbered_paragraph, .. } = raw.shape {
            return self.item(numbered_paragraph);
        }
        if self.form == Form::PresidentialStatement && self.phase != Phase::Closed {
            return BlockKind::Paragraph;
        }
        let opening = action(text);
        match self.phase {
            Phase::Closed => BlockKind::Unclassified,
            Phase::Front if is_heading_like(raw) => BlockKind::Heading,
            Phase::Front => BlockKind::Paragraph,
            Phase::Amendment => match opening {
                Some(ActionReading { kind: ActionKind::Preambular, listed: true, .. }) => {
                    BlockKind::PreambularParagraph
                }
                Some(ActionReading { kind: ActionKind::Operative, .. }) => {
                    BlockKind::OperativeParagraph
                }
                _ => BlockKind::Paragraph,
            },
            Phase::Preamble => self.in_preamble(raw, opening),
            Phase::Operative => self.in_operative(raw, opening),
        }
    }

    fn item(&mut self, numbered_paragraph: bool) -> BlockKind {
        match self.phase {
            Phase::Preamble | Phase::Operative if numbered_paragraph => {
                self.phase = Phase::Operative;
                self.numbered = true;
                BlockKind::OperativeParagraph
            }
            Phase::Amendment if numbered_paragraph => BlockKind::OperativeParagraph,
            Phase::Front | Phase::Closed if numbered_paragraph => BlockKind::Paragraph,
            _ => BlockKind::ListItem,
        }
    }

    fn is_heading(&self, raw: &RawBlock) -> bool {
        is_heading_like(raw) && raw.flow.text.len() <= LONGEST_HEADING && !self.announced
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
        if self.announced || self.listed && begins_lower(text) {
            return BlockKind::Paragraph;
        }
        if self.is_heading(raw) {
            return BlockKind::Heading;
        }
        if self.recitals > 0 && begins_lower(text) {
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
            Some(found) if found.listed && text.ends_with(',') && !self.announced => {
                return BlockKind::PreambularParagraph;
            }
            _ => {}
        }
        if self.is_heading(raw) {
            return BlockKind::Heading;
        }
        let goes_on = self.announced || self.numbered || self.listed || begins_lower(text);
        if goes_on { BlockKind::Paragraph } else { BlockKind::OperativeParagraph }
    }

    /// Gives a block its place: identifier, parent, depth, number, action.
    pub(super) fn place(&mut self, flow: &Flow, block: &mut Block, at: usize) {
        let at = at as u32;
        let text = flow.text.as_str();
        match block.kind {
            BlockKind::PreambularParagraph => {
                self.recitals += 1;
                let id = format!("{}rec_{}", self.section, self.recitals);
                self.top(at, block, &id);
                block.action = opening(flow, 0);
            }
            BlockKind::OperativeParagraph => {
                self.paragraphs += 1;
                let number = block.number.clone().unwrap_or_else(|| self.paragraphs.to_string());
                let id = format!("{}para_{number}", self.section);
                self.top(at, block, &id);
                let from = block.number.as_ref().and(item_number(text)).map_or(0, |item| item.0);
                block.action = opening(flow, from);
            }
            BlockKind::ListItem => {
                let place = self.items.item(at, block.number.as_deref());
                block.depth = place.depth;
                block.parent = place.parent;
                block.id = Some(place.id);
                self.listed = true;
            }
            BlockKind::Paragraph => {
                let parent = if self.form == Form::PresidentialStatement {
                    None
                } else {
                    self.items.parent()
                };
                block.parent = parent;
                block.depth = u32::from(parent.is_some());
                self.items.interrupt();
                self.listed = false;
            }
            BlockKind::Heading => {
                self.section(text);
                self.listed = false;
            }
            _ => self.listed = false,
        }
        self.announced = text.ends_with(':');
    }

    fn top(&mut self, at: u32, block: &mut Block, id: &str) {
        block.depth = 0;
        block.parent = None;
        block.id = Some(self.items.paragraph(at, id));
        self.listed = false;
    }
}

/// The words that open a paragraph, behind its number.
fn opening(flow: &Flow, from: usize) -> Option<Action> {
    let found = action(&flow.text[from..])?;
    let printed = flow.printed(from + found.start..from + found.end);
    Some(Action {
        canonical: found.canonical,
        printed: printed.printed,
        status: if found.repaired { Status::Normalized } else { Status::Printed },
        span: printed.span,
    })
}
