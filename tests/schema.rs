//! The published JSON Schema: current, valid, kept by real output, and plain enough for the code
//! generators of other languages.
#![cfg(feature = "schema")]

mod support;

use serde_json::Value;
use verbale::Document;

#[test]
fn the_committed_schemas_are_current() {
    is_current("docs/schema/verbale-1.schema.json", &verbale::export::json_schema());
    is_current("docs/schema/verbale-record-1.schema.json", &verbale::export::record_schema());
    is_current("docs/schema/verbale-rows-1.schema.json", &verbale::export::rows_schema());
}

fn is_current(committed_at: &str, generated: &Value) {
    let path = support::root().join(committed_at);
    let text = serde_json::to_string_pretty(generated).expect("a schema is JSON") + "\n";
    if std::env::var_os("VERBALE_BLESS").is_some_and(|v| v == "1") {
        let folder = path.parent().expect("the schema is in a folder");
        std::fs::create_dir_all(folder).expect("the schema's folder can be made");
        std::fs::write(&path, &text).expect("the schema can be written");
        support::say(&format!("BLESSED: {committed_at} is written anew"));
    }
    let refresh = "VERBALE_BLESS=1 cargo test --all-features --test schema";
    let committed = std::fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("{committed_at}: {e}; to write it: {refresh}"));
    let differs = committed.lines().zip(text.lines()).position(|(a, b)| a != b);
    assert!(
        committed == text,
        "{committed_at} is not what the types say (first difference in line {}).\n\
         Refresh it with\n\n    {refresh}\n\n\
         and look at the difference: a field taken away or given another meaning needs a new \
         version of the format (SCHEMA_VERSION, CHANGELOG.md).",
        differs.map_or(committed.lines().count().min(text.lines().count()), |at| at) + 1
    );
}

#[test]
fn the_schema_is_a_schema() {
    let schema = verbale::export::json_schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let id = schema["$id"].as_str().expect("the schema has an $id");
    let major = verbale::model::SCHEMA_VERSION.split('.').next();
    let major = major.expect("a version has a first number");
    assert!(
        id.contains(&format!("verbale-{major}.")),
        "the $id {id} does not carry the version {major} of the format"
    );
    if let Err(error) = jsonschema::meta::validate(&schema) {
        panic!("the schema breaks its meta-schema at {}: {error}", error.instance_path());
    }
}

#[test]
fn rows_are_what_their_schema_says() {
    use verbale::export::RowKind;
    let schema = verbale::export::rows_schema();
    let validator = jsonschema::validator_for(&schema).expect("the schema of rows is a schema");
    let seed = support::seed();
    let document = verbale::parse(&seed).document.with_source("seed");
    for kind in [
        RowKind::Citations,
        RowKind::States,
        RowKind::Dates,
        RowKind::Persons,
        RowKind::Organizations,
    ] {
        let rows = verbale::export::rows(&seed, &document, kind);
        assert!(!rows.is_empty(), "{kind:?}");
        for row in rows {
            let json = serde_json::to_value(&row).expect("a row is JSON");
            if let Err(error) = validator.validate(&json) {
                panic!("{json}: {error}");
            }
            let line = json["line"].as_u64().expect("a line is a number") as usize;
            let start = json["span"]["start"].as_u64().expect("a place is a number") as usize;
            assert_eq!(seed[..start].matches('\n').count() + 1, line);
            assert_eq!(serde_json::from_value::<verbale::export::Row>(json).unwrap(), row);
        }
    }
}

#[test]
fn every_property_says_what_it_is() {
    let mut wrong = Vec::new();
    walk(&verbale::export::json_schema(), "", &mut |at, node| {
        let Some(Value::Object(properties)) = node.get("properties") else {
            return;
        };
        for (name, property) in properties {
            let described = property["description"].as_str().unwrap_or_default();
            // The tag of a union is a constant; there the branch itself says what it is.
            let tag = property.get("const").is_some();
            let branch = node["description"].as_str().unwrap_or_default();
            if described.trim().is_empty() && (!tag || branch.trim().is_empty()) {
                wrong.push(format!("{at}/properties/{name} has no description"));
            }
        }
    });
    support::report("properties without words", &wrong);
}

#[test]
fn descriptions_are_for_readers_of_any_language() {
    let mut wrong = Vec::new();
    walk(&verbale::export::json_schema(), "", &mut |at, node| {
        let description = node.get("description").and_then(Value::as_str);
        if let Some(link) = description.and_then(rustdoc_link) {
            wrong.push(format!("{at}: rustdoc link {link}"));
        }
    });
    support::report("links that only rustdoc can follow", &wrong);
}

#[test]
fn rustdoc_links_are_told_from_brackets() {
    assert_eq!(rustdoc_link("see [`Span`] there"), Some("[`Span`]"));
    assert_eq!(rustdoc_link("see [Span] there"), Some("[Span]"));
    assert_eq!(rustdoc_link("[crate::parse]"), Some("[crate::parse]"));
    assert_eq!(rustdoc_link("[the span](Span)"), Some("[the span]"));
    assert_eq!(rustdoc_link("\"[Original: Arabic]\", \"[12]\""), None);
}

#[test]
fn code_generators_can_read_the_schema() {
    let mut wrong = Vec::new();
    walk(&verbale::export::json_schema(), "", &mut |at, node| {
        for (place, branch) in list(node.get("oneOf")).enumerate() {
            if branch["title"].as_str().unwrap_or_default().is_empty() {
                wrong.push(format!("{at}/oneOf/{place} has no title"));
            }
        }
        for combined in ["anyOf", "allOf"] {
            for (place, branch) in list(node.get(combined)).enumerate() {
                let plain = branch.get("$ref").is_some() || branch["type"] == "null";
                if !plain {
                    wrong.push(format!("{at}/{combined}/{place} is no $ref and no null"));
                }
            }
        }
        let format = node.get("format").and_then(Value::as_str).unwrap_or_default();
        if !matches!(format, "" | "date" | "uri" | "date-time") {
            wrong.push(format!("{at} has format {format}, which strict validators refuse"));
        }
        if node.get("prefixItems").is_some() {
            wrong.push(format!("{at} is a tuple (prefixItems)"));
        }
    });
    support::report("shapes that code generators lose", &wrong);
}

#[test]
fn real_output_keeps_the_schema() {
    let schema = verbale::export::json_schema();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the schema compiles");
    let mut failures = Vec::new();
    let mut check = |name: &str, source: &str| {
        let parsed = verbale::parse(source);
        let json = serde_json::to_value(&parsed.document).expect("a document is JSON");
        if let Some(error) = validator.iter_errors(&json).next() {
            failures.push(format!("{name}: {}: {error}", error.instance_path()));
        }
    };
    check("the seed", &support::seed());
    check("nothing", "");
    check("one word", "Resolution");
    if let Some(shared) = support::shared("the schema on the corpus") {
        for path in support::corpus(&shared) {
            let source = support::read(&path);
            if source.len() <= 16 * 1024 {
                check(&path.display().to_string(), &source);
            }
        }
    }
    support::report("output that breaks the schema", &failures);
}

#[test]
fn a_false_document_breaks_the_schema() {
    let schema = verbale::export::json_schema();
    let validator = jsonschema::validator_for(&schema).expect("the schema compiles");
    let parsed = verbale::parse(&support::seed());
    let good = serde_json::to_value(&parsed.document).expect("a document is JSON");
    let broken = support::read(&support::root().join("tests/clients/broken.json"));
    let broken: Vec<Value> = serde_json::from_str(&broken).expect("a list of broken documents");
    assert_eq!(broken.len(), 12);
    for case in broken {
        let pointer = case["pointer"].as_str().expect("a pointer");
        let (holder, key) = pointer.rsplit_once('/').expect("a pointer to a field");
        let mut bad = good.clone();
        let holder = bad.pointer_mut(holder).and_then(Value::as_object_mut);
        let holder = holder.unwrap_or_else(|| panic!("no {pointer} in the seed"));
        match case.get("value") {
            Some(value) => holder.insert(key.to_owned(), value.clone()),
            None => holder.remove(key),
        };
        assert!(!validator.is_valid(&bad), "the schema lets pass: {}", case["name"]);
    }
}

#[test]
fn examples_keep_their_own_schema() {
    for (schema, least) in [
        (verbale::export::json_schema(), 60),
        (verbale::export::rows_schema(), 10),
        (verbale::export::record_schema(), 4),
    ] {
        let mut examples = 0;
        walk(&schema, "", &mut |at, node| {
            for example in list(node.get("examples")) {
                examples += 1;
                let mut alone = node.clone();
                alone["$defs"] = schema["$defs"].clone();
                if alone["$defs"].is_null() {
                    alone["$defs"] = serde_json::json!({});
                }
                assert!(jsonschema::is_valid(&alone, example), "{at}: {example}");
            }
        });
        assert!(examples >= least, "{examples} examples in {}", schema["title"]);
    }
}

/// The examples of the schemas are pieces of the samples of released versions, as today's types
/// write them: of each type the fullest value, and of those the shortest.
#[test]
fn examples_are_pieces_of_real_documents() {
    use std::collections::BTreeMap;
    use verbale::export::{Record, Row};

    fn again<T: serde::de::DeserializeOwned + serde::Serialize>(line: &str) -> Value {
        let read: T = serde_json::from_str(line).expect("a sample is read by today's types");
        serde_json::to_value(&read).expect("JSON")
    }
    let mut found: BTreeMap<String, (usize, usize, Value)> = BTreeMap::new();
    let folder = support::root().join("tests/released/1.0");
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .expect("the samples")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let (schema, read): (_, fn(&str) -> Value) = match name.as_str() {
            "records.jsonl" => (verbale::export::record_schema(), again::<Record>),
            "rows.jsonl" => (verbale::export::rows_schema(), again::<Row>),
            _ if path.extension().is_some_and(|extension| extension == "json") => {
                (verbale::export::json_schema(), again::<Document>)
            }
            _ => continue,
        };
        for line in support::read(&path).lines() {
            pieces(&schema, &schema, &read(line), &mut |name, value| {
                const LONGEST: usize = 1200;
                let length = value.to_string().len();
                let nothing =
                    |value: &&Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
                let empty = value.as_object().map_or(0, |o| o.values().filter(nothing).count());
                let better = |held: &(usize, usize, Value)| (empty, length) < (held.0, held.1);
                if length <= LONGEST && found.get(name).is_none_or(better) {
                    found.insert(name.to_owned(), (empty, length, value.clone()));
                }
            });
        }
    }
    let examples: BTreeMap<String, Value> =
        found.into_iter().map(|(name, (_, _, value))| (name, value)).collect();
    let text = serde_json::to_string_pretty(&examples).expect("examples are JSON") + "\n";
    let path = support::root().join("src/export/examples.json");
    if std::env::var_os("VERBALE_BLESS").is_some_and(|v| v == "1") {
        std::fs::write(&path, &text).expect("the examples can be written");
        support::say("BLESSED: src/export/examples.json; build again for the schemas");
    }
    assert!(
        support::read(&path) == text,
        "src/export/examples.json is not what the samples give; \
         VERBALE_BLESS=1 cargo test --all-features --test schema, twice"
    );
}

/// Visits every object in a value that the schema gives a name or title.
fn pieces(root: &Value, schema: &Value, value: &Value, visit: &mut impl FnMut(&str, &Value)) {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.trim_start_matches("#/$defs/");
        let there = if reference == "#" { root } else { &root["$defs"][name] };
        if reference != "#" && value.is_object() {
            visit(name, value);
        }
        return pieces(root, there, value, visit);
    }
    if let (Some(title), true) = (schema["title"].as_str(), value.is_object()) {
        visit(title, value);
    }
    let matches = |branch: &&Value| {
        let fields = branch["properties"].as_object();
        fields.is_some_and(|fields| {
            fields.iter().all(|(name, field)| {
                field.get("const").is_none_or(|constant| *constant == value[name])
            })
        })
    };
    list(schema.get("oneOf")).filter(matches).for_each(|b| pieces(root, b, value, visit));
    for key in ["anyOf", "allOf"] {
        let null = |branch: &&Value| branch["type"] != "null" && !value.is_null();
        list(schema.get(key)).filter(null).for_each(|b| pieces(root, b, value, visit));
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        pieces(root, field, &value[name], visit);
    }
    if let Some(items) = schema.get("items") {
        list(Some(value)).for_each(|item| pieces(root, items, item, visit));
    }
}

#[test]
fn json_reads_back_to_the_same_document() {
    let mut failures = Vec::new();
    let mut check = |name: &str, source: &str| {
        let document = verbale::parse(source).document;
        let text = serde_json::to_string(&document).expect("a document is JSON");
        match serde_json::from_str::<Document>(&text) {
            Ok(back) if back == document => {}
            Ok(_) => failures.push(format!("{name}: comes back as another document")),
            Err(error) => failures.push(format!("{name}: {error}")),
        }
    };
    check("the seed", &support::seed());
    check("nothing", "");
    if let Some(shared) = support::shared("JSON of the corpus read back") {
        for path in support::corpus(&shared) {
            check(&path.display().to_string(), &support::read(&path));
        }
    }
    support::report("JSON that does not read back", &failures);
}

/// Visits every schema in the schema, with its JSON pointer.
fn walk(node: &Value, at: &str, visit: &mut impl FnMut(&str, &Value)) {
    match node {
        Value::Object(fields) => {
            // The keys of `properties` and `$defs` are names, not keywords.
            if !at.ends_with("/properties") && !at.ends_with("/$defs") {
                visit(at, node);
            }
            for (key, value) in fields {
                walk(value, &format!("{at}/{key}"), visit);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                walk(value, &format!("{at}/{place}"), visit);
            }
        }
        _ => {}
    }
}

fn list(node: Option<&Value>) -> impl Iterator<Item = &Value> {
    node.and_then(Value::as_array).into_iter().flatten()
}

/// The first link that rustdoc would resolve: backticks in brackets, a path in brackets, or a
/// bracket followed by its target. Brackets as printed on a page ("[Original: Arabic]") are none.
fn rustdoc_link(description: &str) -> Option<&str> {
    let mut from = 0;
    while let Some(open) = description[from..].find('[').map(|at| from + at) {
        let close = open + description[open..].find(']')?;
        let inside = &description[open + 1..close];
        let after = &description[close + 1..];
        let path = inside.starts_with(char::is_alphabetic)
            && inside.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ':'));
        if inside.starts_with('`') || path || after.starts_with('(') || after.starts_with('[') {
            return Some(&description[open..=close]);
        }
        from = close + 1;
    }
    None
}
