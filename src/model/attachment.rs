//! What a document carries.

use serde::{Deserialize, Serialize};

use super::{Document, Printed};

/// What an attachment calls itself.
///
/// `annex`, `enclosure`, `appendix`, `addendum`, `attachment` after its label; `unlabelled` where a
/// transmitted text follows under its own title only; `exchanged` for a note or letter of an
/// exchange, after its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum AttachmentKind {
    Annex,
    Enclosure,
    Appendix,
    Addendum,
    Attachment,
    Unlabelled,
    Exchanged,
}

/// A text that a document carries, with all that this text carries in turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Attachment {
    /// Identifier in the form of Akoma Ntoso, such as `att_2`, unique among what the same document
    /// carries and the same for the same input.
    pub id: String,
    /// What it calls itself.
    pub kind: AttachmentKind,
    /// Its label as printed, such as "Annex" or "Enclosure II"; null where it has none.
    pub label: Option<Printed>,
    /// The attached document.
    pub document: Box<Document>,
}
