//! How deep a carried text stands.

use super::kind::{Family, Kind};
use crate::model::AttachmentKind;

/// Nothing real is attached deeper; what follows stands beside it.
const DEEPEST: u32 = 12;

/// The parts that what follows may belong to, the outermost first, each by its level, its kind of
/// attachment and its own kind.
#[derive(Default)]
pub(super) struct OpenParts(Vec<(u32, AttachmentKind, Kind)>);

impl OpenParts {
    /// How deep a carried part stands: an annex below the document, an enclosure below the open
    /// annex, an appendix below the open enclosure or annex; a text without label below the letter
    /// before it; a note that is exchanged below the exchange.
    pub(super) fn level(&self, attached_as: AttachmentKind) -> u32 {
        use AttachmentKind::{
            Addendum, Annex, Appendix, Attachment, Enclosure, Exchanged, Unlabelled,
        };
        let below = |kinds: &[AttachmentKind]| {
            let open = self.0.iter().rev().find(|(_, kind, _)| kinds.contains(kind));
            open.map_or(1, |(level, ..)| level + 1)
        };
        let level = match attached_as {
            Exchanged => {
                let exchange = |(_, _, kind): &&(_, _, Kind)| *kind == Kind::ExchangeOfNotes;
                self.0.iter().rev().find(exchange).map_or(1, |(level, ..)| level + 1)
            }
            Annex | Addendum => below(&[Exchanged]),
            Enclosure => below(&[Annex, Exchanged]),
            Appendix | Attachment => below(&[Annex, Enclosure, Exchanged]),
            Unlabelled => match self.0.last() {
                Some((level, _, kind)) if kind.family() == Family::Letter => level + 1,
                Some((level, ..)) => (*level).max(1),
                None => 1,
            },
        };
        level.min(DEEPEST)
    }

    pub(super) fn push(&mut self, level: u32, attached_as: AttachmentKind, kind: Kind) {
        self.0.retain(|(open, ..)| *open < level);
        self.0.push((level, attached_as, kind));
    }
}
