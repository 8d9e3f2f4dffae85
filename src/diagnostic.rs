//! What the reading has to say about the text: findings are data, never failures.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// How grave a finding is.
///
/// `error`: the reading as a whole should not be trusted. `warning`: a part was not understood or
/// is doubtful; it is kept as it stands. `note`: worth knowing, nothing is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Severity {
    Note,
    Warning,
    Error,
}

/// The kind of a finding, stable for programs to match on.
///
/// `empty_input`: there is no text. `not_text`: the input holds control characters that no text
/// holds, as binary files do. `input_too_large`: only the first 4 GiB were read.
/// `unrecognized_document`: the text has the form of no document that is read; it is kept whole.
/// `kind_not_read`: the form is known by name but is not read into fields of its own yet.
/// `unclassified_text`: a passage whose part in the document is not known; it is kept.
/// `missing_signature`: a letter without a signature. `footnote_without_anchor`: a note whose
/// marker stands nowhere in the text. `impossible_date`: a date that no calendar has.
/// `heading_not_understood`: a heading of which a part was not understood. `language_not_read`: a text
/// in a language whose sentences are not read yet; it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum DiagnosticCode {
    EmptyInput,
    NotText,
    InputTooLarge,
    UnrecognizedDocument,
    KindNotRead,
    UnclassifiedText,
    MissingSignature,
    FootnoteWithoutAnchor,
    ImpossibleDate,
    HeadingNotUnderstood,
    LanguageNotRead,
}

impl DiagnosticCode {
    /// The code as it stands in JSON and in messages, such as `unclassified_text`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EmptyInput => "empty_input",
            Self::NotText => "not_text",
            Self::InputTooLarge => "input_too_large",
            Self::UnrecognizedDocument => "unrecognized_document",
            Self::KindNotRead => "kind_not_read",
            Self::UnclassifiedText => "unclassified_text",
            Self::MissingSignature => "missing_signature",
            Self::FootnoteWithoutAnchor => "footnote_without_anchor",
            Self::ImpossibleDate => "impossible_date",
            Self::HeadingNotUnderstood => "heading_not_understood",
            Self::LanguageNotRead => "language_not_read",
        }
    }
}

/// One finding: what, how grave, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diagnostic {
    /// The kind of the finding.
    pub code: DiagnosticCode,
    /// How grave it is.
    pub severity: Severity,
    /// One sentence for a person.
    pub message: String,
    /// The place in the source that it speaks of; null where it speaks of the whole.
    pub span: Option<Span>,
    /// What a person can do about it; null where there is nothing to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding at a place (or, with `None`, on the whole).
    pub fn new(
        code: DiagnosticCode,
        severity: Severity,
        message: impl Into<String>,
        span: Option<Span>,
    ) -> Self {
        Diagnostic { code, severity, message: message.into(), span, help: None }
    }

    /// The same finding with a hint at what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
