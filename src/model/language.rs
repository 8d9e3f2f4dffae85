//! The language that a text is written in.

use serde::{Deserialize, Serialize};

/// One of the official languages of the United Nations, or another.
///
/// `english`, `french`, `spanish`, `russian`, `chinese` and `arabic` are the official ones (ISO 639-1
/// en, fr, es, ru, zh, ar); `other` is any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Language {
    English,
    French,
    Spanish,
    Russian,
    Chinese,
    Arabic,
    Other,
}

impl Language {
    /// Its English name; null where it is none of the official ones.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Language::English => "English",
            Language::French => "French",
            Language::Spanish => "Spanish",
            Language::Russian => "Russian",
            Language::Chinese => "Chinese",
            Language::Arabic => "Arabic",
            Language::Other => return None,
        })
    }
}
