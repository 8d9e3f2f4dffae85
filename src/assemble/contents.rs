//! Tables of contents: a label that one lists begins no attachment.

use std::collections::HashSet;

use crate::block::{RawBlock, is_contents};
use crate::text::ends_sentence;

/// What the blocks that have been passed say of a table of contents.
#[derive(Default)]
pub(super) struct Contents {
    /// Whether one is open: it goes on to the first sentence.
    open: bool,
    /// The labels that it has listed.
    listed: HashSet<String>,
}

impl Contents {
    /// Passes a block.
    pub(super) fn pass(&mut self, block: &RawBlock) {
        let text = block.flow.text.as_str();
        if is_contents(text) {
            self.open = true;
        } else if self.open {
            // An entry ends with its page.
            let sentence = ends_sentence(text) && text.len() > 80;
            self.open = !sentence || text.ends_with(|c: char| c.is_ascii_digit());
        }
    }

    /// Whether the table lists this label here. The second time it stands above its text.
    pub(super) fn lists(&mut self, label: &str) -> bool {
        self.open && self.listed.insert(label.to_lowercase())
    }
}
