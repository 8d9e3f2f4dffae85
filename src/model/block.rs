//! Blocks: the document in reading order.

use serde::{Deserialize, Serialize};

use super::Text;

/// What a block is.
///
/// `masthead`: lines above the heading that say organ, symbol, date and the like. `title`: the
/// heading of the document. `attachment_label`: "Annex", "Enclosure I" and what stands in the same
/// heading. `language_note`: "[Original: Arabic]". `place_date`: a line with place and date.
/// `salutation`, `closing`: the opening address and the complimentary close. `paragraph`: a
/// paragraph of the body. `list_item`: an item below a paragraph. `heading`: a heading inside the
/// body. `signature`: a signature with its titles. `address`: an address or letterhead line.
/// `unclassified`: text whose part in the document is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum BlockKind {
    Masthead,
    Title,
    AttachmentLabel,
    LanguageNote,
    PlaceDate,
    Salutation,
    Closing,
    Paragraph,
    ListItem,
    Heading,
    Signature,
    Address,
    Unclassified,
}

/// One block of the document. Blocks are flat: depth and parent say how they nest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The number or letter as printed, without point or parentheses ("12", "a", "iv"); null
    /// where it has none.
    pub number: Option<String>,
    /// 0 for a block of the document itself, 1 for an item below it, and so on.
    pub depth: u32,
    /// Position, in the same list of blocks, of the block that this one belongs to; null at
    /// depth 0.
    pub parent: Option<u32>,
    /// The text with what it mentions.
    pub text: Text,
}
