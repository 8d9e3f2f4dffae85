//! The content that every kind of document has.

use serde::{Deserialize, Serialize};

use super::{Attachment, Block, Definition, Footnote, Furniture, Language};

/// The whole text of a document in reading order, its notes and what it carries.
///
/// Every byte of the source that is not white space lies in exactly one of: a block's text or one
/// of its note marks, a footnote's text, marker or note marks, a piece of furniture, or the
/// content of an attachment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Content {
    /// The language that the text is written in, its attachments aside; null where it is too short
    /// or too damaged to tell.
    pub language: Option<Language>,
    /// The blocks of the document in reading order, from masthead to signature.
    pub blocks: Vec<Block>,
    /// The footnotes of the document, in order.
    pub footnotes: Vec<Footnote>,
    /// The short names that the document introduces.
    pub definitions: Vec<Definition>,
    /// What the document carries, in order.
    pub attachments: Vec<Attachment>,
    /// The page furniture between its first and its last block.
    pub furniture: Vec<Furniture>,
}
