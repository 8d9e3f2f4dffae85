//! The pipeline, from source text to document.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Document;

/// A document and what the reading has to say about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Parsed {
    /// The document.
    pub document: Document,
    /// The findings, by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Parsed {
    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|d| d.severity == Severity::Error)
    }
}

/// Why a text is refused by the strict form of the parse.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.summary())]
pub struct ParseError {
    /// All findings, the errors among them.
    pub diagnostics: Vec<Diagnostic>,
}

impl ParseError {
    fn summary(&self) -> String {
        let mut errors = self
            .diagnostics
            .iter()
            .filter(|d| d.severity == Severity::Error);
        let first = errors
            .next()
            .map_or("the text was refused", |d| d.message.as_str());
        match errors.count() {
            0 => first.to_owned(),
            more => format!("{first} (and {more} more)"),
        }
    }
}

/// Reads a document. Never fails and never panics: what is not understood is kept and said.
pub fn parse(_source: &str) -> Parsed {
    todo!("pipeline")
}

impl FromStr for Document {
    type Err = ParseError;

    /// The strict form of `parse`: a reading with a finding of severity error is refused.
    fn from_str(source: &str) -> Result<Self, Self::Err> {
        let parsed = parse(source);
        if parsed.has_errors() {
            Err(ParseError {
                diagnostics: parsed.diagnostics,
            })
        } else {
            Ok(parsed.document)
        }
    }
}
