//! What the offsets of a document count.

use serde::{Deserialize, Serialize};

/// What all spans, ranges and offsets of a document count.
///
/// A span is made for slicing. `utf8`: bytes of UTF-8, for strings of Rust and Go. `utf16`: code
/// units of UTF-16, for strings of JavaScript, Java and C#. `codepoint`: code points (Unicode scalar
/// values), for strings of Python.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Offsets {
    #[default]
    Utf8,
    Utf16,
    CodePoint,
}

impl Offsets {
    /// The unit as it stands in JSON, such as `utf8`.
    pub fn as_str(self) -> &'static str {
        match self {
            Offsets::Utf8 => "utf8",
            Offsets::Utf16 => "utf16",
            Offsets::CodePoint => "codepoint",
        }
    }
}
