//! The JSON Schemas of the document, of its record and of its rows, generated from the types.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, RestrictFormats};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::{Record, Row};
use crate::model::{Document, SCHEMA_VERSION};

/// The JSON Schema (draft 2020-12) of a document as this crate writes it.
///
/// Its `$id` carries the version of the format; every description is the documentation of the
/// type. The committed copy is `docs/schema/verbale-1.schema.json`.
///
/// ```
/// let schema = verbale::export::json_schema();
/// assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
/// ```
pub fn json_schema() -> Value {
    schema_of::<Document>("verbale")
}

/// The JSON Schema (draft 2020-12) of a record as this crate writes it.
///
/// Its `$id` carries the version of the format, as that of the document does. The committed copy
/// is `docs/schema/verbale-record-1.schema.json`.
///
/// ```
/// let schema = verbale::export::record_schema();
/// assert_eq!(schema["title"], "Record");
/// ```
pub fn record_schema() -> Value {
    schema_of::<Record>("verbale-record")
}

/// The JSON Schema (draft 2020-12) of a row as this crate writes it, of any kind.
///
/// Its `$id` carries the version of the format, as that of the document does. The committed copy
/// is `docs/schema/verbale-rows-1.schema.json`.
///
/// ```
/// let schema = verbale::export::rows_schema();
/// assert_eq!(schema["title"], "Row");
/// ```
pub fn rows_schema() -> Value {
    schema_of::<Row>("verbale-rows")
}

/// The schema of what is written, in shapes that generators of code in other languages read
/// without loss, under an identity with the first number of the format's version.
fn schema_of<T: JsonSchema>(name: &str) -> Value {
    let major = SCHEMA_VERSION.split('.').next().unwrap_or(SCHEMA_VERSION);
    let mut schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RestrictFormats::default())
        .with_transform(RecursiveTransform(plain_reference))
        .with_transform(RecursiveTransform(later_fields))
        .with_transform(RecursiveTransform(flowing_description))
        .into_generator()
        .into_root_schema_for::<T>();
    schema.insert("$comment".to_owned(), format!("JSON format {SCHEMA_VERSION}").into());
    let id = format!("https://verbale.invalid/schema/{name}-{major}.schema.json");
    schema.insert("$id".to_owned(), id.into());
    let mut schema = schema.to_value();
    if let Ok(Value::Object(examples)) = serde_json::from_str(EXAMPLES) {
        with_examples(&mut schema, name, &examples);
    }
    schema
}

/// An example of every type whose values are short, by the name of the type: pieces of the sample
/// documents that are kept of every released version (`tests/schema.rs` takes them from there).
const EXAMPLES: &str = include_str!("examples.json");

/// Gives examples to the types of a schema: under `$defs` by their names, elsewhere by their titles.
fn with_examples(node: &mut Value, name: &str, examples: &Map<String, Value>) {
    let Some(fields) = node.as_object_mut() else { return };
    let title = fields.get("title").and_then(Value::as_str).unwrap_or(name);
    if let Some(example) = examples.get(title)
        && !fields.contains_key("examples")
    {
        fields.insert("examples".to_owned(), json!([example]));
    }
    if let Some(Value::Object(types)) = fields.get_mut("$defs") {
        for (name, node) in types {
            with_examples(node, name, examples);
        }
    }
    if let Some(Value::Array(branches)) = fields.get_mut("oneOf") {
        for branch in branches {
            with_examples(branch, "", examples);
        }
    }
}

/// A reference stands alone: words beside it make some generators (json-schema-to-typescript)
/// declare the type anew at every place.
fn plain_reference(schema: &mut Schema) {
    let fields = schema.ensure_object();
    if fields.len() > 1
        && let Some(reference) = fields.remove("$ref")
    {
        fields.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
    }
}

/// A field that came after version 1.0 is always written but not required: documents of earlier
/// versions lack it, and its default says how they are to be read.
fn later_fields(schema: &mut Schema) {
    let fields = schema.ensure_object();
    let later = |name: &Value| {
        let field = fields.get("properties")?.get(name.as_str()?)?;
        field.get("default").map(|_| name.clone())
    };
    let required = fields.get("required").and_then(Value::as_array);
    let later: Vec<Value> = required.into_iter().flatten().filter_map(later).collect();
    if let Some(Value::Array(required)) = fields.get_mut("required") {
        required.retain(|name| !later.contains(name));
    }
}

/// The line breaks of a doc comment are those of the source file; only its paragraphs are meant.
fn flowing_description(schema: &mut Schema) {
    if let Some(Value::String(words)) = schema.get_mut("description") {
        let paragraphs: Vec<String> =
            words.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
        *words = paragraphs.join("\n\n");
    }
}
