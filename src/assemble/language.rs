//! What is said of a text in a language whose sentences are not read yet.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::model::{Document, Language};

/// Says once for each language which parts of a text in it are read. What is said of an English
/// text that lacks its formulas is not said of a text in another language.
pub(crate) fn say(document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let foreign = |document: &Document| {
        document.content().language.filter(|&language| language != Language::English)
    };
    let own = foreign(document);
    if own.is_some() {
        diagnostics.retain(|diagnostic| {
            !matches!(
                diagnostic.code,
                DiagnosticCode::UnrecognizedDocument
                    | DiagnosticCode::KindNotRead
                    | DiagnosticCode::MissingSignature
                    | DiagnosticCode::HeadingNotUnderstood
                    | DiagnosticCode::UnclassifiedText
            )
        });
    }
    let mut said: BTreeSet<Language> = BTreeSet::new();
    if let Some(language) = own {
        said.insert(language);
        diagnostics.push(finding(language, "this text", document));
    }
    for attachment in document.attachments() {
        if let Some(language) = foreign(&attachment.document).filter(|l| said.insert(*l)) {
            diagnostics.push(finding(language, "an attached text", &attachment.document));
        }
    }
}

fn finding(language: Language, what: &str, document: &Document) -> Diagnostic {
    let name = language.name().map_or("in a language that is not official", |name| name);
    let is = if language.name().is_some() { "is in " } else { "is " };
    let span = document.content().blocks.first().map(|block| block.text.span);
    Diagnostic::new(
        DiagnosticCode::LanguageNotRead,
        Severity::Warning,
        format!(
            "{what} {is}{name}: masthead, symbols, the heading of a communication, signatures, labels of \
             attachments and footnotes are read, the rest is kept whole"
        ),
        span,
    )
    .with_help("the English version of a paper has the same symbol and is read in full")
}
