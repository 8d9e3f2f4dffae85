//! UN-style diplomatic documents as typed, exact, traceable data.
//!
//! [`parse`] reads the text of a letter or statement, with all that it carries, into a
//! [`Document`]: senders, addressees, signatories, paragraphs, footnotes, attachments, and every
//! State, organization, date and citation that the text mentions. It never fails: what is not
//! understood is kept as it stands and said in a [`Diagnostic`]. Every field that prints has its
//! place in the source as a [`Span`] of bytes, and [`coverage`] proves that nothing is lost.
//!
//! ```
//! let text = std::fs::read_to_string("seeds/cd-letter-2006-08-16.txt")?;
//! let parsed = verbale::parse(&text);
//! assert!(!parsed.has_errors());
//! let states: std::collections::BTreeSet<&str> =
//!     parsed.document.member_states().map(|state| state.alpha3.as_str()).collect();
//! assert_eq!(states, ["CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"].into());
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # Rooms
//! [`model`] is the typed data, [`gazetteer`] the names that the field uses, [`export`] the forms
//! in which a document leaves: JSON by `serde`, the catalogue card [`export::Record`], and, with
//! feature `schema`, the JSON Schema. How a text is read stands in `docs/design.md`.
//!
//! # Features
//! None by default. `schema`: the JSON Schema. `cli`: the command `verbale`.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod assemble;
mod block;
mod coverage;
mod diagnostic;
pub mod export;
pub mod gazetteer;
mod inline;
pub mod model;
mod parser;
mod sentence;
mod span;
mod text;
mod verify;

pub use coverage::{Coverage, coverage};
pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use model::Document;
pub use parser::{ParseError, Parsed, parse};
pub use sentence::{citations, mentions};
pub use span::{Span, is_white};
pub use verify::{Discrepancy, DiscrepancyCode, Verification, verify, verify_json};

/// The README's example, compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
