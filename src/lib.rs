//! UN-style diplomatic documents as typed, exact, traceable data.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod diagnostic;
pub mod export;
#[allow(dead_code)]
mod gazetteer;
#[allow(dead_code)]
mod inline;
pub mod model;
mod parser;
mod span;
#[allow(dead_code)]
mod text;

pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use model::Document;
pub use parser::{ParseError, Parsed, parse};
pub use span::{Span, is_white};
