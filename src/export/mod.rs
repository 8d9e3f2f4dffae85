//! Forms in which a document leaves the house. Every form sees the model only.

mod dot;
mod exchange;
mod graph;
#[cfg(feature = "graphml")]
mod graphml;
mod offsets;
mod paragraphs;
mod place;
mod record;
mod rows;
#[cfg(feature = "schema")]
mod schema;

pub use crate::model::Offsets;
pub use graph::{EdgeRow, Graph, NodeRow};
pub use offsets::OffsetsError;
pub use paragraphs::ParagraphRow;
pub use place::ParagraphType;
pub use record::{Record, RecordAttachment, RecordParagraphs, RecordSender, RecordSignatory};
pub use rows::{CitationRow, DateRow, OrganizationRow, PersonRow, Row, RowKind, StateRow, rows};
#[cfg(feature = "schema")]
pub use schema::{json_schema, record_schema, rows_schema};
