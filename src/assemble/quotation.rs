//! Quotations that a paragraph introduces, by a colon or as "the following": they belong to it. So
//! does the text that a report recommends to an organ.

use crate::block::{Deliberative, RawBlock, Shape};
use crate::model::{Block, BlockKind};
use crate::text::ending;

/// The marks that open and close a quotation.
const OPENS: [char; 5] = ['“', '"', '«', '‘', '\''];
const CLOSES: [char; 5] = ['”', '"', '»', '’', '\''];

/// Paragraphs of one quotation at most.
const MOST: usize = 40;

/// The quotation that is being read.
pub(super) struct Quotation {
    /// Its last block, and the paragraph that introduces it.
    open: Option<(usize, u32)>,
    /// The paragraph that recommends a text of an organ, while that text lasts.
    recommends: Option<Recommending>,
    /// Whether the text is a note, which may be the statement of a President.
    of_note: bool,
}

/// A numbered paragraph of a report that ends with a text for an organ to adopt.
struct Recommending {
    at: u32,
    number: u32,
}

impl Quotation {
    /// Of a note, or of another text.
    pub(super) fn of(note: bool) -> Self {
        Quotation { open: None, recommends: None, of_note: note }
    }

    /// The paragraph that introduces the block `at`, a paragraph too, if it is one of a quotation.
    /// `read` are the blocks before it.
    pub(super) fn parent(&mut self, at: usize, blocks: &[RawBlock], read: &[Block]) -> Option<u32> {
        if let Some((last, parent)) = self.open
            && at <= last
        {
            return Some(parent);
        }
        self.open = None;
        if let Some(parent) = self.recommended(&blocks[at], read) {
            return Some(parent);
        }
        if !blocks[at].flow.text.starts_with(OPENS) {
            return None;
        }
        let before = read.last().filter(|before| before.kind == BlockKind::Paragraph)?;
        let introduced = introduces(&before.text.text)
            && !(self.of_note && introduces_statement(&before.text.text));
        if before.depth > 0 || !introduced {
            return None;
        }
        let parent = (read.len() - 1) as u32;
        // It goes on to the mark that closes it, if each paragraph before that one opens anew.
        let closed =
            |raw: &RawBlock| raw.flow.text.trim_end_matches(['.', ';', ' ']).ends_with(CLOSES);
        let quoted = blocks[at..].iter().take(MOST);
        let opened = quoted.clone().take_while(|raw| raw.flow.text.starts_with(OPENS)).count();
        let last = blocks[at..].iter().take(opened).position(closed);
        let last = last.or_else(|| closed_below(&blocks[at..])).unwrap_or(0);
        self.open = Some((at + last, parent));
        Some(parent)
    }

    /// The paragraph of a report that recommends the text in which a block stands: `9. The Committee
    /// recommends to the General Assembly the adoption of the following draft resolution:`. The text
    /// goes on to the next number of the report.
    fn recommended(&mut self, raw: &RawBlock, read: &[Block]) -> Option<u32> {
        let number = match &raw.shape {
            Shape::Item { number: Some(number), numbered_paragraph: true } => number.parse().ok(),
            _ => None,
        };
        if let Some(Recommending { at, number: before }) = self.recommends {
            if number != Some(before.saturating_add(1)) {
                return Some(at);
            }
            self.recommends = None;
        }
        if raw.shape != Shape::Deliberative(Deliberative::Enacting) {
            return None;
        }
        // Its title may stand between.
        let (at, block) = read.iter().enumerate().rev().take(TITLE).find(|(_, block)| {
            block.kind == BlockKind::Paragraph && block.text.text.trim_end().ends_with(':')
        })?;
        let number = block.number.as_ref()?.parse().ok()?;
        self.recommends = Some(Recommending { at: at as u32, number });
        Some(at as u32)
    }
}

/// More blocks than these do not stand between a paragraph and the text that it recommends.
const TITLE: usize = 4;

/// Whether a paragraph introduces what stands below it: by a colon, or as "the following".
fn introduces(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with(':') || {
        let text = ending(text.trim_end_matches('.'), SENTENCE);
        let sentence = text.rsplit(". ").next().unwrap_or("");
        sentence.split(' ').any(|word| word == "following")
    }
}

/// Whether a paragraph tells that the President of an organ made the statement that follows: what is
/// quoted is the text of the note itself.
pub(super) fn introduces_statement(text: &str) -> bool {
    introduces(text) && text.contains("President") && text.contains("made the following statement")
}

/// How much of a paragraph's end is looked at for the words that introduce a quotation, in bytes.
const SENTENCE: usize = 300;

/// The paragraph that closes a quotation whose mark only the first one has, and only the last one
/// closes.
fn closed_below(blocks: &[RawBlock]) -> Option<usize> {
    let first = blocks.first()?.flow.text.as_str();
    let mark = first.chars().next()?;
    let close = CLOSES[OPENS.iter().position(|open| *open == mark)?];
    // An apostrophe has a letter behind it.
    let ends = |(at, _): (usize, &str)| {
        let behind = &first[at + close.len_utf8()..];
        !behind.starts_with(char::is_alphanumeric)
    };
    if first[mark.len_utf8()..]
        .match_indices(close)
        .any(|(at, found)| ends((at + mark.len_utf8(), found)))
    {
        return None;
    }
    let below = blocks.iter().take(MOST).skip(1);
    let paragraph = |raw: &&RawBlock| {
        matches!(raw.shape, Shape::Plain | Shape::Item { .. }) && !raw.flow.text.starts_with(OPENS)
    };
    let last = below
        .take_while(paragraph)
        .position(|raw| raw.flow.text.trim_end_matches(['.', ';', ' ']).ends_with(close))?;
    Some(last + 1)
}
