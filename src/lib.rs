//! UN-style diplomatic documents as typed, exact, traceable data.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod assemble;
mod block;
mod diagnostic;
pub mod export;
pub mod gazetteer;
mod inline;
pub mod model;
mod parser;
mod span;
mod text;

pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use model::Document;
pub use parser::{ParseError, Parsed, parse};
pub use span::{Span, is_white};
