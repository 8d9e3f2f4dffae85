//! Forms in which a document leaves the house. Every form sees the model only.

mod offsets;
mod record;
mod rows;
#[cfg(feature = "schema")]
mod schema;

pub use offsets::{Offsets, OffsetsError};
pub use record::{Record, RecordAttachment, RecordParagraphs, RecordSender, RecordSignatory};
pub use rows::{CitationRow, DateRow, OrganizationRow, PersonRow, Row, RowKind, StateRow, rows};
#[cfg(feature = "schema")]
pub use schema::{json_schema, record_schema, rows_schema};
