//! The places of a document's texts: paragraphs by their path, all other text by its kind.

use serde::{Deserialize, Serialize};

use super::rows::name_of;
use crate::model::{Action, Block, BlockKind, Citation, Content, Document, Mention, Text};

/// What a paragraph is in the text that it stands in.
///
/// `preambular`, `operative`: a paragraph of an adopted text. `instruction`: what an amendment
/// does. `text`: any other paragraph, such as those of a letter, of a presidential statement, of
/// an annex and of a text that a resolution quotes. An item is what its paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum ParagraphType {
    Preambular,
    Operative,
    Instruction,
    Text,
}

/// One text of a document with its place.
pub(super) struct Place<'a> {
    /// `operative/3/a`, `att_1/article/5`, `reference`, `note/2`.
    pub(super) path: String,
    /// What the paragraph is; `None` for text that is none.
    pub(super) paragraph_type: Option<ParagraphType>,
    /// The block; of a footnote the one that refers to it.
    pub(super) block: Option<&'a Block>,
    /// The opening of the paragraph, or of the one that an item belongs to.
    pub(super) action: Option<&'a Action>,
    pub(super) text: &'a Text,
    /// The notes that the text refers to.
    pub(super) notes: Vec<&'a Text>,
    /// Whether the text is a footnote.
    pub(super) is_note: bool,
}

impl Place<'_> {
    /// The citations of the text itself.
    pub(super) fn citations(&self) -> impl Iterator<Item = &Citation> {
        citations(self.text)
    }
}

/// The citations in a text.
pub(super) fn citations(text: &Text) -> impl Iterator<Item = &Citation> {
    text.mentions.iter().filter_map(|mention| match mention {
        Mention::Citation(citation) => Some(citation),
        _ => None,
    })
}

/// All texts of a document and of what it carries, in the order of [`Document::texts`].
pub(super) fn places(document: &Document) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    collect(document, "", &mut places);
    places
}

fn collect<'a>(document: &'a Document, prefix: &str, places: &mut Vec<Place<'a>>) {
    let content = document.content();
    let adopted = matches!(
        document,
        Document::Resolution(_) | Document::Decision(_) | Document::DraftResolution(_)
    );
    let first = places.len();
    let mut counts = Counts::default();
    for block in &content.blocks {
        let above = block.parent.and_then(|parent| places.get(first + parent as usize));
        let above = above.map(|place| place.path.as_str());
        let path = match &block.id {
            Some(id) => format!("{prefix}{}", path_of(id, adopted)),
            None => counts.path(block, above, prefix),
        };
        places.push(Place {
            path,
            paragraph_type: paragraph_type(content, block),
            block: Some(block),
            action: action(content, block),
            text: &block.text,
            notes: Vec::new(),
            is_note: false,
        });
    }
    for note in &content.footnotes {
        let anchor = note.anchors.first().map(|anchor| anchor.block as usize);
        for at in note.anchors.iter().map(|anchor| anchor.block as usize) {
            if let Some(place) = places.get_mut(first + at) {
                place.notes.push(&note.text);
            }
        }
        let block = anchor.and_then(|at| content.blocks.get(at));
        let path = match anchor.and_then(|at| places.get(first + at)) {
            Some(place) => place.path.clone(),
            None => format!("{prefix}note/{}", note.marker),
        };
        places.push(Place {
            path,
            paragraph_type: block.and_then(|block| paragraph_type(content, block)),
            block,
            action: block.and_then(|block| action(content, block)),
            text: &note.text,
            notes: Vec::new(),
            is_note: true,
        });
    }
    for attachment in &content.attachments {
        collect(&attachment.document, &format!("{prefix}{}/", attachment.id), places);
    }
}

/// Blocks in the way from an item to its paragraph, itself first. Items nest no deeper than this.
fn upwards<'a>(content: &'a Content, block: &'a Block) -> impl Iterator<Item = &'a Block> {
    let above =
        |block: &&'a Block| block.parent.and_then(|parent| content.blocks.get(parent as usize));
    std::iter::successors(Some(block), above).take(32)
}

fn action<'a>(content: &'a Content, block: &'a Block) -> Option<&'a Action> {
    upwards(content, block).find_map(|block| block.action.as_ref())
}

fn paragraph_type(content: &Content, block: &Block) -> Option<ParagraphType> {
    let of = |kind| match kind {
        BlockKind::PreambularParagraph => Some(ParagraphType::Preambular),
        BlockKind::OperativeParagraph => Some(ParagraphType::Operative),
        BlockKind::Instruction => Some(ParagraphType::Instruction),
        BlockKind::Paragraph | BlockKind::ListItem => Some(ParagraphType::Text),
        _ => None,
    };
    let own = of(block.kind)?;
    if block.id.as_ref().is_some_and(|id| id.contains("qstr_")) {
        return Some(ParagraphType::Text);
    }
    upwards(content, block).last().and_then(|top| of(top.kind)).or(Some(own))
}

/// Paragraphs and items without identifier so far.
#[derive(Default)]
struct Counts {
    paragraphs: u32,
    items: u32,
}

impl Counts {
    fn path(&mut self, block: &Block, above: Option<&str>, prefix: &str) -> String {
        match block.kind {
            BlockKind::Paragraph => {
                self.paragraphs += 1;
                self.items = 0;
                match &block.number {
                    Some(number) => format!("{prefix}paragraph/{number}"),
                    None => format!("{prefix}text/{}", self.paragraphs),
                }
            }
            BlockKind::ListItem => {
                self.items += 1;
                let number = block.number.clone().unwrap_or_else(|| self.items.to_string());
                match above {
                    Some(above) => format!("{above}/{number}"),
                    None => format!("{prefix}item/{number}"),
                }
            }
            kind => format!("{prefix}{}", name_of(kind)),
        }
    }
}

/// The path that an identifier stands for.
///
/// ```text
/// part_A, sec_II -> A, II        rec_2  -> preambular/2      point_a -> a
/// chp_1, art_5   -> chapter/1 .. para_3 -> operative/3       p_2     -> text/2
/// qstr_1         -> quoted/1     mod_1  -> instruction/1     wrapup  -> closing
/// ```
fn path_of(id: &str, adopted: bool) -> String {
    let mut path = Vec::new();
    let mut quoted = false;
    for step in id.split("__") {
        let (kind, number) = step.split_once('_').unwrap_or((step, ""));
        match kind {
            "part" | "sec" | "point" => path.push(number.to_owned()),
            "list" if number == "1" => {}
            "qstr" => {
                quoted = true;
                path.push(format!("quoted/{number}"));
            }
            "para" if adopted && !quoted => path.push(format!("operative/{number}")),
            _ if kind.starts_with("wrapup") => path.push(kind.replacen("wrapup", "closing", 1)),
            _ => {
                let name = match kind {
                    "rec" => "preambular",
                    "para" => "paragraph",
                    "p" => "text",
                    "mod" => "instruction",
                    "chp" => "chapter",
                    "art" => "article",
                    "reg" => "regulation",
                    "crossHeading" => "heading",
                    other => other,
                };
                path.push(format!("{name}/{number}"));
            }
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn identifiers_are_paths() {
        for (id, path) in [
            ("para_3__list_1__point_a", "operative/3/a"),
            ("part_A__sec_II__rec_2", "A/II/preambular/2"),
            ("para_3__list_2__point_b__list_1__point_i", "operative/3/list/2/b/i"),
            ("para_1__qstr_1__art_5__para_2", "operative/1/quoted/1/article/5/paragraph/2"),
            ("para_3__list_1__wrapup-2", "operative/3/closing-2"),
            ("mod_2__para_1", "instruction/2/operative/1"),
            ("p_4", "text/4"),
        ] {
            assert_eq!(path_of(id, true), path);
        }
        assert_eq!(path_of("art_5__para_2", false), "article/5/paragraph/2");
    }
}
