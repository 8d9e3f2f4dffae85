//! Lists whose entries have no numbers: a paragraph announces them by a colon, each entry but the last
//! ends with a semicolon, the last with a full stop.
//!
//! An extraction may have lost the numbers of such a list, or its dashes.

use std::ops::Range;

use crate::block::{RawBlock, Shape};
use crate::text::ends_sentence;

/// An entry is no longer, in bytes; what is, is a paragraph of its own.
const LONGEST: usize = 500;

/// The blocks of each list, in order. An entry that announces entries of its own ends with a colon.
pub(super) fn unnumbered_lists(blocks: &[RawBlock]) -> Vec<Range<usize>> {
    let mut lists = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let announces = matches!(blocks[at].shape, Shape::Plain | Shape::Item { .. })
            && blocks[at].flow.text.ends_with([':', '：']);
        let start = at + 1;
        at = start;
        if !announces {
            continue;
        }
        let entry = |raw: &&RawBlock| raw.shape == Shape::Plain && goes_on(&raw.flow.text);
        let open = blocks[start..].iter().take_while(entry).count();
        let parted =
            blocks[start..start + open].iter().any(|raw| !raw.flow.text.ends_with([':', '：']));
        let last = blocks.get(start + open);
        let closes = |text: &str| text.len() <= LONGEST && ends_sentence(text);
        let closed = last.is_some_and(|raw| raw.shape == Shape::Plain && closes(&raw.flow.text));
        if parted && closed {
            lists.push(start..start + open + 1);
        }
        at = start + open;
    }
    lists
}

/// Whether a text is an entry that another one follows: `...; and`.
fn goes_on(text: &str) -> bool {
    let text = text.strip_suffix(" and").or_else(|| text.strip_suffix(" or")).unwrap_or(text);
    text.len() <= LONGEST && text.ends_with([';', ':', '；', '：', '؛'])
}
