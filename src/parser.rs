//! The pipeline, from source text to document.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::assemble::{self, Material, assemble};
use crate::block::{Row, cut_apart, segment};
use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::model::{Document, Furniture, FurnitureKind};
use crate::span::is_white;
use crate::text::{Flow, Hyphens, Layout, Line, Note, Notes, beginning, furniture, lines, notes};

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
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
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
        let mut errors = self.diagnostics.iter().filter(|d| d.severity == Severity::Error);
        let first = errors.next().map_or("the text was refused", |d| d.message.as_str());
        match errors.count() {
            0 => first.to_owned(),
            more => format!("{first} (and {more} more)"),
        }
    }
}

/// Reads a document. Never fails and never panics: what is not understood is kept and said.
///
/// The source may be of any language, length and origin; offsets in the result are bytes of it.
/// Time and memory are linear in its length.
///
/// ```
/// let parsed = verbale::parse(
///     "Letter dated 3 May 2031 from the Permanent Representative of Norway to the United Nations \
///      addressed to the Secretary-General\n\nI have the honour to write.\n\n(Signed) Ada Byron\n",
/// );
/// let verbale::Document::Letter(letter) = parsed.document else { panic!("no letter") };
/// assert_eq!(letter.senders[0].state.as_ref().unwrap().alpha3, "NOR");
/// assert_eq!(letter.signatories[0].name.as_ref().unwrap().printed, "Ada Byron");
/// ```
pub fn parse(source: &str) -> Parsed {
    let mut diagnostics = input_findings(source);
    let source = readable(source);
    let lines = cut_apart(source, lines(source));
    let mut furniture_kinds = furniture(source, &lines);
    let layout = Layout::of(source, lines.iter().copied());
    let notes = notes(source, &lines, &mut furniture_kinds, layout);
    let rows = rows(&lines, &furniture_kinds, &notes);
    // The measure of the text itself, without notes and furniture.
    let layout = Layout::of(source, rows.iter().map(|row| row.line));
    let hyphens = Hyphens::of(source);
    let blocks = segment(source, &rows, &notes.cuts, &hyphens, layout);
    let notes = notes.all.into_iter().map(|found| note(found, &hyphens)).collect();
    let furniture = lines
        .iter()
        .zip(&furniture_kinds)
        .filter_map(|(line, kind)| {
            let printed = || Flow::words(source, *line);
            kind.map(|kind| Furniture { kind, printed: printed(), span: line.span })
        })
        .collect();
    let (document, findings) = assemble(Material { source, hyphens, blocks, notes, furniture });
    if diagnostics.is_empty() {
        diagnostics = findings;
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.map_or(0, |span| span.start));
    Parsed { document, diagnostics }
}

/// The lines that are neither furniture nor note.
fn rows(lines: &[Line], furniture: &[Option<FurnitureKind>], notes: &Notes) -> Vec<Row> {
    let mut rows = Vec::with_capacity(lines.len());
    let mut parted = false;
    for (at, line) in lines.iter().enumerate() {
        parted |= line.new_page;
        if furniture[at].is_some() || notes.holds(at) {
            parted = true;
        } else {
            rows.push(Row { line: *line, parted: parted && !rows.is_empty() });
            parted = false;
        }
    }
    rows
}

/// A note with its text joined.
fn note(found: Note, hyphens: &Hyphens<'_>) -> assemble::Note {
    let flow = Flow::join(&found.lines, &[], hyphens);
    assemble::Note { marker: found.marker, marker_span: found.marker_span, flow }
}

/// What is wrong with the input as a whole.
fn input_findings(source: &str) -> Vec<Diagnostic> {
    use DiagnosticCode::{EmptyInput, InputTooLarge, NotText};
    let whole = |code, message: &str, help: &str| {
        vec![Diagnostic::new(code, Severity::Error, message, None).with_help(help)]
    };
    if source.len() > u32::MAX as usize {
        return whole(
            InputTooLarge,
            "the input is longer than 4 GiB; only its beginning was read",
            "give the documents one by one",
        );
    }
    if source.chars().all(is_white) {
        return whole(
            EmptyInput,
            "the input holds no text",
            "where it comes from a scanned page, the page needs optical character recognition first",
        );
    }
    // Few texts have any of these bytes, which begin such characters, near their beginning.
    let control = |c: &char| c.is_control() && !c.is_whitespace();
    let odd = || source.chars().take(4096).filter(|c| control(c) || *c == '\u{FFFD}').count();
    let begin = &source.as_bytes()[..source.len().min(4 * 4096)];
    // Without an early exit, many bytes are looked at at once.
    let may_begin = |byte: u8| matches!(byte, 0..=8 | 14..=31 | 0x7F | 0xC2 | 0xEF);
    let count = |part: &[u8]| part.iter().fold(0, |found, &byte| found + u8::from(may_begin(byte)));
    let suspected: usize = begin.chunks(128).map(|part| usize::from(count(part))).sum();
    // Each of them begins with one.
    if suspected * 20 > begin.len() / 4 && odd() * 20 > source.chars().take(4096).count() {
        return whole(
            NotText,
            "the input holds control characters that no text holds; it looks like a binary file",
            "extract the text first",
        );
    }
    Vec::new()
}

/// As much of the source as offsets of 32 bits reach.
fn readable(source: &str) -> &str {
    beginning(source, u32::MAX as usize)
}

impl FromStr for Document {
    type Err = ParseError;

    /// The strict form of `parse`: a reading with a finding of severity error is refused.
    fn from_str(source: &str) -> Result<Self, Self::Err> {
        let parsed = parse(source);
        if parsed.has_errors() {
            Err(ParseError { diagnostics: parsed.diagnostics })
        } else {
            Ok(parsed.document)
        }
    }
}
