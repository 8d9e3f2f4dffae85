//! Who signed.

use serde::{Deserialize, Serialize};

use super::{MemberState, Printed};
use crate::span::Span;

/// One signature: the name, the titles below or above it, and the State that they name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Signatory {
    /// The mark of a signature as printed, such as "(Signed)"; null where there is none.
    pub mark: Option<Printed>,
    /// The name, in the order and with the capitals of the page; null where it is lost.
    pub name: Option<Printed>,
    /// The titles, each whole even where the page breaks it over lines, in printed order.
    pub titles: Vec<Printed>,
    /// The State that the block names; null where it names none.
    pub state: Option<MemberState>,
    /// For whom the person signs, where the block says so; null otherwise.
    pub on_behalf_of: Option<Printed>,
    /// The whole signature in the source.
    pub span: Span,
}
