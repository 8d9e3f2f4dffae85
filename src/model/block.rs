//! Blocks: the document in reading order.

use serde::{Deserialize, Serialize};

use super::{Action, Table, Text};

/// What a block is.
///
/// `masthead`: lines above the heading that say organ, symbol, date and the like. `title`: the
/// heading of the document. `attachment_label`: "Annex", "Enclosure I" and what stands in the same
/// heading. `language_note`: "[Original: Arabic]". `place_date`: a line with place and date.
/// `salutation`, `closing`: the opening address and the complimentary close. `paragraph`: a
/// paragraph of the body. `list_item`: an item below a paragraph. `heading`: a heading inside the
/// body. `signature`: a signature with its titles. `address`: an address or letterhead line.
/// `table`: rows of cells.
/// Of resolutions and other adopted texts: `adopted_by`: a line that says who adopted the text and
/// when. `reference`: "[on the report of the First Committee (A/80/1)]". `sponsors`: the line of
/// those who submit a draft. `enacting_line`: "The General Assembly,", and "Resolves:" after a
/// preamble. `preambular_paragraph`, `operative_paragraph`: a paragraph of the preamble or of what
/// is decided. `instruction`: what an amendment does to the text that it amends. `adoption`: the closing line with meeting, date and vote.
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
    Table,
    AdoptedBy,
    Reference,
    Sponsors,
    EnactingLine,
    PreambularParagraph,
    OperativeParagraph,
    Instruction,
    Adoption,
    Unclassified,
}

/// One block of the document. Blocks are flat: depth and parent say how they nest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Identifier of the paragraph, division or item in the form of Akoma Ntoso, such as `rec_2`,
    /// `sec_II__para_3` or `para_3__list_1__point_a`, unique in the document without its
    /// attachments and the same for the same input; null outside adopted texts and what they carry.
    pub id: Option<String>,
    /// The number or letter as printed, without point or parentheses ("12", "a", "iv"); the digits
    /// that are meant where a scan has damaged them; null where it has none.
    pub number: Option<String>,
    /// 0 for a block of the document itself, 1 for an item below it, or for a paragraph of a
    /// quotation that the one above introduces, and so on.
    pub depth: u32,
    /// Position, in the same list of blocks, of the block that this one belongs to; null at
    /// depth 0.
    pub parent: Option<u32>,
    /// The words that open it and say what it does; null where it is no paragraph of an adopted
    /// text or opens otherwise.
    pub action: Option<Action>,
    /// The cells of a table; null for any other block.
    pub table: Option<Table>,
    /// The text with what it mentions.
    pub text: Text,
}
