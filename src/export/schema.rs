//! The JSON Schema of the document, generated from the types.

use schemars::generate::SchemaSettings;
use schemars::transform::RestrictFormats;

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
    SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RestrictFormats::default())
        .into_generator()
        .into_root_schema_for::<Document>()
        .to_value()
}
