//! The structure of what a deliberation carries: divisions, paragraphs and items of declarations,
//! statutes, programmes and rules, with their identifiers.

use crate::model::{BlockKind, Content};

use super::items::Items;
use super::scope::{Scope, division};

/// Gives the blocks of all that is carried, however deep, their identifiers, and items their depth.
pub(in crate::assemble) fn structure(content: &mut Content) {
    for attachment in &mut content.attachments {
        let carried = attachment.document.content_mut();
        // A resolution that is carried has its own.
        if carried.blocks.iter().all(|block| block.id.is_none()) {
            place(carried);
        }
        structure(carried);
    }
}

fn place(content: &mut Content) {
    let mut scope = Scope::default();
    let mut items = Items::default();
    let mut unnumbered = 0;
    for (at, block) in content.blocks.iter_mut().enumerate() {
        let at = at as u32;
        match block.kind {
            BlockKind::Heading => {
                let opened = scope.heading(&block.text.text, false);
                if opened.numbered {
                    unnumbered = 0;
                }
                items.close();
                block.id = Some(items.unique(&opened.id));
            }
            // The title may be the first division: "Article 1".
            BlockKind::Title if division(&block.text.text).is_some() => {
                block.id = Some(items.unique(&scope.heading(&block.text.text, false).id));
            }
            BlockKind::Paragraph => {
                let prefix = scope.prefix();
                let id = if let Some(number) = &block.number {
                    format!("{prefix}para_{number}")
                } else {
                    unnumbered += 1;
                    format!("{prefix}p_{unnumbered}")
                };
                block.id = Some(items.paragraph(at, 0, &id));
            }
            BlockKind::ListItem => {
                let place = items.item(at, block.number.as_deref());
                block.depth = place.depth;
                block.parent = place.parent;
                block.id = Some(place.id);
                block.number = place.number.or(block.number.take());
            }
            _ => {}
        }
    }
}
