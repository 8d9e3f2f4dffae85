//! Quotations that a paragraph introduces by a colon: they belong to it.

use crate::block::RawBlock;
use crate::model::{Block, BlockKind};

/// The marks that open and close a quotation.
const OPENS: [char; 5] = ['“', '"', '«', '‘', '\''];
const CLOSES: [char; 5] = ['”', '"', '»', '’', '\''];

/// Paragraphs of one quotation at most.
const MOST: usize = 40;

/// The quotation that is being read.
#[derive(Default)]
pub(super) struct Quotation {
    /// Its last block, and the paragraph that introduces it.
    open: Option<(usize, u32)>,
}

impl Quotation {
    /// The paragraph that introduces the block `at`, a paragraph too, if it is one of a quotation.
    /// `read` are the blocks before it.
    pub(super) fn parent(&mut self, at: usize, blocks: &[RawBlock], read: &[Block]) -> Option<u32> {
        if let Some((last, parent)) = self.open
            && at <= last
        {
            return Some(parent);
        }
        self.open = None;
        if !blocks[at].flow.text.starts_with(OPENS) {
            return None;
        }
        let before = read.last().filter(|before| before.kind == BlockKind::Paragraph)?;
        if before.depth > 0 || !before.text.text.trim_end().ends_with(':') {
            return None;
        }
        let parent = (read.len() - 1) as u32;
        // It goes on to the mark that closes it, if each paragraph before that one opens anew.
        let closed =
            |raw: &RawBlock| raw.flow.text.trim_end_matches(['.', ';', ' ']).ends_with(CLOSES);
        let quoted = blocks[at..].iter().take(MOST);
        let opened = quoted.clone().take_while(|raw| raw.flow.text.starts_with(OPENS)).count();
        let last = blocks[at..].iter().take(opened).position(closed).unwrap_or(0);
        self.open = Some((at + last, parent));
        Some(parent)
    }
}
