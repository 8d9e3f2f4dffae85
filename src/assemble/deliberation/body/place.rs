//! The places of blocks in a body: identifier, parent, depth, number, action.

use crate::block::{action, action_behind_organ, introduction};
use crate::model::{Action, Block, BlockKind, Status};
use crate::text::{Flow, ends_sentence};

use super::super::Form;
use super::{Body, Counted, OPENING_QUOTES, Phase, Run, number_end};

impl Body {
    /// Gives a block its place: identifier, parent, depth, number, action.
    pub(in super::super) fn place(&mut self, flow: &Flow, block: &mut Block, at: usize) {
        let at = at as u32;
        let text = flow.text.as_str();
        match block.kind {
            BlockKind::PreambularParagraph => {
                self.recitals += 1;
                let id = format!("{}rec_{}", self.scope.prefix(), self.recitals);
                self.top(at, block, &id);
                block.action = opening(flow, 0);
            }
            BlockKind::OperativeParagraph => {
                self.paragraphs += 1;
                if self.counted == Counted::Items {
                    self.counted = Counted::Nothing;
                }
                let number = block.number.as_ref().map(|number| number.replace(' ', "-"));
                let number = number.unwrap_or_else(|| self.paragraphs.to_string());
                let id = format!("{}para_{number}", self.scope.prefix());
                self.top(at, block, &id);
                let from = block.number.as_ref().map_or(0, |_| number_end(text));
                block.action = opening(flow, from);
            }
            BlockKind::ListItem => {
                let place = self.items.item(at, block.number.as_deref());
                block.depth = place.depth;
                block.parent = place.parent;
                block.id = Some(place.id);
                block.number = place.number.or(block.number.take());
            }
            BlockKind::Paragraph => self.paragraph(at, flow, block),
            BlockKind::Instruction => {
                block.id = Some(self.scope.instruction());
                self.items.close();
                self.paragraphs = 0;
                self.recitals = 0;
            }
            // A heading that the plan knows has its identifier already.
            BlockKind::Heading if block.id.is_none() => {
                block.id = Some(self.heading(text, false));
            }
            _ => {}
        }
        // The organ's "Resolves:" announces its paragraphs.
        self.announced = text.ends_with(':') && block.kind != BlockKind::EnactingLine;
        self.run = match block.kind {
            BlockKind::ListItem => Run::List,
            BlockKind::Paragraph
                if text.starts_with(OPENING_QUOTES) || self.run == Run::Quotation =>
            {
                let marks = |c: char| matches!(c, '.' | ';' | ',') || is_digit(c);
                let closed = text.trim_end_matches(marks).ends_with(CLOSING_QUOTES);
                if closed { Run::Text } else { Run::Quotation }
            }
            _ => Run::Text,
        };
        self.broken = !ends_sentence(text) && !text.trim_end_matches(is_note).ends_with(',');
    }

    fn paragraph(&mut self, at: u32, flow: &Flow, block: &mut Block) {
        let spoken = self.form == Form::PresidentialStatement && self.has_begun();
        let quoted = if let Phase::Quoted(above) = self.phase { Some(above) } else { None };
        if spoken || quoted.is_some() {
            self.paragraphs += 1;
            let prefix = self.scope.prefix();
            let id = match &block.number {
                Some(number) => format!("{prefix}para_{number}"),
                None => format!("{prefix}p_{}", self.paragraphs),
            };
            block.parent = quoted;
            block.depth = u32::from(quoted.is_some());
            block.id = Some(self.items.paragraph(at, block.depth, &id));
        } else if let Some(place) = self.items.text() {
            block.depth = place.depth;
            block.parent = place.parent;
            block.id = Some(place.id);
        }
        if spoken {
            let from = block.number.as_ref().map_or(0, |_| number_end(&flow.text));
            block.action = opening(flow, from);
        }
    }

    fn top(&mut self, at: u32, block: &mut Block, id: &str) {
        block.depth = 0;
        block.parent = None;
        block.id = Some(self.items.paragraph(at, 0, id));
    }
}

const CLOSING_QUOTES: [char; 4] = ['”', '"', '»', '’'];

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn is_note(c: char) -> bool {
    is_digit(c) || matches!(c, ' ' | '*' | '”' | '"')
}

/// The words that open a paragraph, behind its number.
fn opening(flow: &Flow, from: usize) -> Option<Action> {
    let text = &flow.text[from..];
    // Behind a number the capital may be lost.
    let capital: String;
    let text = if from > 0 && text.starts_with(|c: char| c.is_ascii_lowercase()) {
        capital = text[..1].to_ascii_uppercase() + &text[1..];
        &capital
    } else {
        text
    };
    if let Some(found) = action(text).or_else(|| action_behind_organ(text)) {
        let printed = flow.printed(from + found.start..from + found.end);
        return Some(Action {
            canonical: found.canonical(text),
            printed: printed.printed,
            status: if found.is_repaired() { Status::Normalized } else { Status::Printed },
            span: printed.span,
        });
    }
    // A decision that is told.
    let found = introduction(text)?;
    let printed = flow.printed(from + found.verb.start..from + found.verb.end);
    let mut letters = printed.printed.chars();
    let canonical = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters);
    Some(Action {
        canonical: canonical.collect(),
        printed: printed.printed.clone(),
        status: Status::Printed,
        span: printed.span,
    })
}
