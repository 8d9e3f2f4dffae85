//! Forms in which a document leaves the house. Every form sees the model only.

mod record;
#[cfg(feature = "schema")]
mod schema;

pub use record::{Record, RecordAttachment, RecordParagraphs, RecordSender, RecordSignatory};
#[cfg(feature = "schema")]
pub use schema::{json_schema, record_schema};
