//! States and organizations as the text names them.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A State that the text names: a Member, an observer State or a former Member.
///
/// Codes are those of ISO 3166-1, which the ISO 3166 Maintenance Agency assigns, and of M49, which
/// the United Nations Statistics Division assigns; names are those of the United Nations
/// terminology database. A former Member has its own former code (SUN, YUG, CSK, DDR); an old name
/// of a State that still exists has the code of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MemberState {
    /// ISO 3166-1 alpha-3 code, or the former code (ISO 3166-3) of a former Member: three capitals,
    /// such as KAZ.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[A-Z]{3}$"), example = &"KAZ"))]
    pub alpha3: String,
    /// ISO 3166-1 alpha-2 code: two capitals, such as KZ; null where there is none.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[A-Z]{2}$"), example = &"KZ"))]
    pub alpha2: Option<String>,
    /// M49 code of the United Nations Statistics Division: three digits, leading zeros kept, such as
    /// 398 or 004; null where there is none.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{3}$"), example = &"398"))]
    pub m49: Option<String>,
    /// Short name in United Nations English, such as Kazakhstan.
    #[cfg_attr(feature = "schema", schemars(example = &"Kazakhstan"))]
    pub short_name: String,
    /// Formal name in United Nations English, without article, such as Republic of Kazakhstan.
    #[cfg_attr(feature = "schema", schemars(example = &"Republic of Kazakhstan"))]
    pub formal_name: String,
    /// The name as printed here.
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}

/// An organization, organ, body or group that the text names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Organization {
    /// The code under which verbale's own table lists it, such as GA, CD, SCO or (a regional group)
    /// GRULAC; no other authority assigns it. Null where the name is known from its form only.
    #[cfg_attr(feature = "schema", schemars(example = &"CD"))]
    pub code: Option<String>,
    /// Its full name in United Nations English.
    pub name: String,
    /// Its abbreviation, such as IAEA; null where the table has none.
    #[cfg_attr(feature = "schema", schemars(example = &"IAEA"))]
    pub acronym: Option<String>,
    /// The name as printed here.
    pub printed: String,
    /// Where it stands in the source.
    pub span: Span,
}
