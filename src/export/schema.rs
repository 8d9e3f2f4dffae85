//! The JSON Schemas of the document, of its record and of its rows, generated from the types.

use schemars::generate::SchemaSettings;
use schemars::transform::RestrictFormats;

use super::{Record, Row};
use crate::model::Document;

/// The JSON Schema (draft 2020-12) of a document as this crate writes it.
///
/// Its `$id` carries the version of the format; every description is the documentation of the
/// type. The committed copy is `docs/schema/verbale-1.schema.json`.
///
/// ```
/// let schema = verbale::export::json_schema();
/// assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
/// ```
pub fn json_schema() -> serde_json::Value {
    settings().into_generator().into_root_schema_for::<Document>().to_value()
}

/// The JSON Schema (draft 2020-12) of a record as this crate writes it.
///
/// Its `$id` carries the version of the format, as that of the document does.
///
/// ```
/// let schema = verbale::export::record_schema();
/// assert_eq!(schema["title"], "Record");
/// ```
pub fn record_schema() -> serde_json::Value {
    let mut schema = settings().into_generator().into_root_schema_for::<Record>();
    schema.insert("$id".to_owned(), RECORD_ID.into());
    schema.to_value()
}

/// The JSON Schema (draft 2020-12) of a row as this crate writes it, of any kind.
///
/// ```
/// let schema = verbale::export::rows_schema();
/// assert_eq!(schema["title"], "Row");
/// ```
pub fn rows_schema() -> serde_json::Value {
    settings().into_generator().into_root_schema_for::<Row>().to_value()
}

/// Identity of the record's schema, with the version of the format.
const RECORD_ID: &str = "https://verbale.invalid/schema/verbale-record-1.schema.json";

fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().for_serialize().with_transform(RestrictFormats::default())
}
