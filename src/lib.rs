//! UN-style diplomatic documents as typed, exact, traceable data.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod inline;
pub mod model;
mod span;

pub use span::Span;
