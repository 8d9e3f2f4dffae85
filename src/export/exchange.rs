//! The notes of an exchange on its card.
//!
//! An exchange of notes is an agreement in several letters: they are what it is made of, not texts
//! that it carries. Who writes to whom, who signs and how many paragraphs there are is said by them,
//! and the last of them concludes it. A note whose number comes again is there in translation.

use std::collections::HashSet;

use crate::model::symbol::roman;
use crate::model::{Attachment, AttachmentKind, Document};

/// What a document is made of, and what it carries, flat and in order.
pub(super) struct Made<'a> {
    /// The document itself, then the notes that it exchanges.
    pub(super) of: Vec<&'a Document>,
    pub(super) carried: Vec<&'a Attachment>,
}

impl<'a> Made<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let mut made = Made { of: vec![document], carried: Vec::new() };
        if !matches!(document, Document::ExchangeOfNotes(_)) {
            made.carried = document.all_attachments();
            return made;
        }
        let mut numbers = HashSet::new();
        for attachment in document.attachments() {
            if attachment.kind == AttachmentKind::Exchanged {
                if number(attachment).is_some_and(|number| !numbers.insert(number)) {
                    continue;
                }
                made.of.push(&attachment.document);
            } else {
                made.carried.push(attachment);
            }
            made.carried.extend(attachment.document.all_attachments());
        }
        made
    }
}

/// The number of a note, in digits or in roman numerals: `Nr. 1`, `Letter I`.
fn number(note: &Attachment) -> Option<u32> {
    let number = note.label.as_ref()?.printed.rsplit(' ').next()?;
    number.parse().ok().or_else(|| roman(&number.to_uppercase()))
}
