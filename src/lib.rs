//! UN-style diplomatic documents as typed, exact, traceable data.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod gazetteer;
mod span;

pub use span::Span;
