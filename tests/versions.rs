//! The versions of the JSON: what changes has a number and a line in the changelog, what was
//! released stays, and documents of earlier versions are read by today's types.
#![cfg(all(feature = "schema", feature = "cli"))]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use verbale::Document;
use verbale::export::{Record, Row};
use verbale::model::SCHEMA_VERSION;

/// The file of a schema, and the schema as the types give it today.
type Generated = (&'static str, fn() -> Value);

const SCHEMAS: [Generated; 3] = [
    ("verbale-1.schema.json", verbale::export::json_schema),
    ("verbale-record-1.schema.json", verbale::export::record_schema),
    ("verbale-rows-1.schema.json", verbale::export::rows_schema),
];

/// The two numbers of a version.
fn numbers(version: &str) -> (u32, u32) {
    let numbers = version
        .split_once('.')
        .and_then(|(major, minor)| Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?)));
    numbers.unwrap_or_else(|| panic!("{version} is no version of the format"))
}

/// The released versions, in order, each with the folder of its schemas and that of its samples.
fn released() -> Vec<(String, PathBuf, PathBuf)> {
    let folder = support::root().join("docs/schema/released");
    let mut versions: Vec<String> = std::fs::read_dir(&folder)
        .expect("the folder of the released schemas")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().expect("a name").to_str().expect("a plain name").to_owned())
        .collect();
    versions.sort_by_key(|version| numbers(version));
    assert!(!versions.is_empty(), "no released schema");
    let samples = support::root().join("tests/released");
    versions.into_iter().map(|v| (v.clone(), folder.join(&v), samples.join(&v))).collect()
}

fn json_at(path: &Path) -> Value {
    serde_json::from_str(&support::read(path)).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// What a schema has that an earlier one has not (by its name), and what breaks its readers.
#[derive(Debug, Default, PartialEq)]
struct Changes {
    additions: BTreeSet<String>,
    breaks: Vec<String>,
}

impl Changes {
    fn between(old: &Value, new: &Value) -> Self {
        let mut changes = Changes::default();
        changes.compare(old, new, "");
        changes
    }

    fn breaks(&mut self, at: &str, why: &str) {
        self.breaks.push(format!("{at}: {why}"));
    }

    fn compare(&mut self, old: &Value, new: &Value, at: &str) {
        let (Some(old_fields), Some(new_fields)) = (old.as_object(), new.as_object()) else {
            if old != new {
                self.breaks(at, &format!("{old} has become {new}"));
            }
            return;
        };
        let keys: BTreeSet<&String> = old_fields.keys().chain(new_fields.keys()).collect();
        for key in keys {
            let at = format!("{at}/{key}");
            let nothing = Value::Null;
            let old_value = old_fields.get(key).unwrap_or(&nothing);
            let new_value = new_fields.get(key).unwrap_or(&nothing);
            match key.as_str() {
                // Words for people.
                "description" | "examples" | "$comment" => {}
                "properties" => self.fields(old_value, new_value, &at),
                "$defs" => self.types(old_value, new_value, &at),
                "required" => self.required(old_value, new, new_value, &at),
                "enum" => self.values(old_value, new_value, &at),
                "oneOf" => self.branches(old_value, new_value, &at),
                _ if old_value.is_object() && new_value.is_object() => {
                    self.compare(old_value, new_value, &at);
                }
                // A type, a pattern, the title that generated code is named by.
                _ if old_value != new_value => {
                    self.breaks(&at, &format!("{old_value} has become {new_value}"));
                }
                _ => {}
            }
        }
    }

    /// Types by their names. A new one comes with a field or value that is of it.
    fn types(&mut self, old: &Value, new: &Value, at: &str) {
        for (name, schema) in old.as_object().into_iter().flatten() {
            match new.get(name) {
                Some(there) => self.compare(schema, there, &format!("{at}/{name}")),
                None => self.breaks(at, &format!("`{name}` is gone")),
            }
        }
    }

    fn fields(&mut self, old: &Value, new: &Value, at: &str) {
        self.types(old, new, at);
        let added = new.as_object().into_iter().flatten().map(|(name, _)| name);
        self.additions.extend(added.filter(|name| old.get(name).is_none()).cloned());
    }

    /// What was always there stays so; a new field is none that earlier documents must have.
    fn required(&mut self, old: &Value, schema: &Value, new: &Value, at: &str) {
        let names = |value: &Value| -> BTreeSet<String> {
            let names = value.as_array().into_iter().flatten();
            names.map(|name| name.as_str().expect("a name").to_owned()).collect()
        };
        let (old, new) = (names(old), names(new));
        for name in old.difference(&new).filter(|name| schema["properties"].get(name).is_some()) {
            self.breaks(at, &format!("`{name}` was always there"));
        }
        for name in new.difference(&old) {
            self.breaks(at, &format!("earlier documents lack `{name}`: give it a default"));
        }
    }

    /// The values of an enumeration.
    fn values(&mut self, old: &Value, new: &Value, at: &str) {
        let values = |value: &Value| -> BTreeSet<String> {
            let values = value.as_array().into_iter().flatten();
            values.map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned)).collect()
        };
        let (old, new) = (values(old), values(new));
        for gone in old.difference(&new) {
            self.breaks(at, &format!("the value `{gone}` is gone"));
        }
        self.additions.extend(new.difference(&old).cloned());
    }

    /// The branches of a union, by their titles.
    fn branches(&mut self, old: &Value, new: &Value, at: &str) {
        let find = |branches: &Value, title: &Value| -> Option<Value> {
            branches.as_array()?.iter().find(|branch| branch["title"] == *title).cloned()
        };
        for branch in old.as_array().into_iter().flatten() {
            match find(new, &branch["title"]) {
                Some(there) => self.compare(branch, &there, &format!("{at}/{}", branch["title"])),
                None => self.breaks(at, &format!("the kind {} is gone", branch["title"])),
            }
        }
        for branch in new.as_array().into_iter().flatten() {
            if find(old, &branch["title"]).is_none() {
                let mut fields = branch["properties"].as_object().into_iter().flatten();
                let tag = fields.find_map(|(_, field)| field["const"].as_str());
                self.additions.insert(tag.expect("a branch has a tag").to_owned());
            }
        }
    }
}

/// The lines of the changelog under the heading of a version of the format.
fn lines_of(changelog: &str, version: &str) -> String {
    let heading = format!("### JSON format {version}");
    let lines = changelog.lines().skip_while(|line| line.trim_end() != heading).skip(1);
    lines.take_while(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n")
}

/// What is wrong with a change: it breaks readers, or has no new number, or no line.
fn faults(changes: &Changes, last: &str, version: &str, changelog: &str) -> Vec<String> {
    let mut faults: Vec<String> = changes
        .breaks
        .iter()
        .map(|broken| format!("{broken}; within 1.x no reader breaks (docs/schema/README.md)"))
        .collect();
    let newer = numbers(version) > numbers(last);
    if numbers(version) < numbers(last) {
        faults.push(format!("SCHEMA_VERSION is {version}, but {last} is released"));
    }
    for added in &changes.additions {
        if !newer {
            faults.push(format!("`{added}` is not in {last}: raise SCHEMA_VERSION"));
        } else if !lines_of(changelog, version).contains(&format!("`{added}`")) {
            faults.push(format!(
                "CHANGELOG.md does not name `{added}` under \"### JSON format {version}\""
            ));
        }
    }
    faults
}

#[test]
fn a_change_of_the_schema_has_a_version_and_a_line() {
    let changelog = support::read(&support::root().join("CHANGELOG.md"));
    let all = released();
    let (last, folder, _) = all.last().expect("a released version");
    let mut wrong = Vec::new();
    for (name, today) in SCHEMAS {
        let changes = Changes::between(&json_at(&folder.join(name)), &today());
        let faults = faults(&changes, last, SCHEMA_VERSION, &changelog);
        wrong.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    support::report("changes of the schema", &wrong);
}

#[test]
fn every_released_schema_is_read_by_the_next_version() {
    let all = released();
    let mut wrong = Vec::new();
    for pair in all.windows(2) {
        for (name, _) in SCHEMAS {
            let (old, new) = (json_at(&pair[0].1.join(name)), json_at(&pair[1].1.join(name)));
            wrong.extend(Changes::between(&old, &new).breaks);
        }
    }
    support::report("released schemas that break the one before", &wrong);
    let minors: Vec<(u32, u32)> = all.iter().map(|(version, ..)| numbers(version)).collect();
    let expected: Vec<(u32, u32)> = (0..).take(minors.len()).map(|minor| (1, minor)).collect();
    assert_eq!(minors, expected, "every released schema is kept");
}

/// A small lie about a schema, and what it is.
type Edit = (&'static str, fn(&mut Value));

#[test]
fn a_break_is_told_from_an_addition() {
    let (_, folder, _) = released().remove(0);
    let old = json_at(&folder.join("verbale-1.schema.json"));
    let breaks: [Edit; 9] = [
        ("a field taken away", |s| remove(s, "/$defs/MemberState/properties", "m49")),
        ("a field renamed", |s| {
            remove(s, "/$defs/Party/properties", "name");
            insert(s, "/$defs/Party/properties", "label", json!({ "type": "string" }));
        }),
        ("another type", |s| set(s, "/$defs/Span/properties/start/type", json!("string"))),
        ("a null that was none", |s| {
            set(s, "/$defs/Party/properties/name/type", json!(["string", "null"]));
        }),
        ("a value taken away", |s| drop_first(s, "/$defs/BlockKind/enum")),
        ("a kind taken away", |s| drop_first(s, "/oneOf")),
        ("a type under another name", |s| set(s, "/oneOf/0/title", json!("Letter"))),
        ("a field no longer there", |s| drop_first(s, "/$defs/Block/required")),
        ("a new field that earlier documents lack", |s| {
            insert(s, "/$defs/Block/properties", "style", json!({ "type": "string" }));
            push(s, "/$defs/Block/required", json!("style"));
        }),
    ];
    for (what, edit) in breaks {
        let mut new = old.clone();
        edit(&mut new);
        let changes = Changes::between(&old, &new);
        assert!(!changes.breaks.is_empty(), "{what} is not noticed");
        let changelog = "### JSON format 1.1\n- `style` `label` `Letter`\n";
        assert!(!faults(&changes, "1.0", "1.1", changelog).is_empty(), "{what} passes");
    }
    let additions: [(&str, Edit); 3] = [
        (
            "style",
            ("a field", |s| {
                insert(s, "/$defs/Block/properties", "style", json!({ "default": null }));
            }),
        ),
        ("stanza", ("a value", |s| push(s, "/$defs/BlockKind/enum", json!("stanza")))),
        (
            "poem",
            ("a kind", |s| {
                let poem = json!({
                    "title": "PoemDocument",
                    "properties": { "document_type": { "const": "poem" } },
                });
                push(s, "/oneOf", poem);
            }),
        ),
    ];
    for (name, (what, edit)) in additions {
        let mut new = old.clone();
        edit(&mut new);
        let changes = Changes::between(&old, &new);
        assert_eq!(changes.breaks, Vec::<String>::new(), "{what}");
        assert_eq!(changes.additions, [name.to_owned()].into(), "{what}");
        let line = format!("### JSON format 1.1\n\n- New: `{name}`.\n\n### Added\n");
        assert_eq!(faults(&changes, "1.0", "1.1", &line), Vec::<String>::new());
        assert_eq!(faults(&changes, "1.0", "1.0", &line).len(), 1, "{what} without a version");
        let other = format!("### JSON format 1.1\n\n### Added\n\n- New: `{name}`.\n");
        assert_eq!(faults(&changes, "1.0", "1.1", &other).len(), 1, "{what} without a line");
    }
    let mut words = old.clone();
    set(&mut words, "/$defs/Block/description", json!("Other words."));
    assert_eq!(Changes::between(&old, &words), Changes::default());
}

fn holder<'v>(schema: &'v mut Value, pointer: &str) -> &'v mut Value {
    schema.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}"))
}

fn set(schema: &mut Value, pointer: &str, value: Value) {
    *holder(schema, pointer) = value;
}

fn remove(schema: &mut Value, pointer: &str, key: &str) {
    holder(schema, pointer).as_object_mut().expect("an object").remove(key).expect("the field");
}

fn insert(schema: &mut Value, pointer: &str, key: &str, value: Value) {
    holder(schema, pointer).as_object_mut().expect("an object").insert(key.to_owned(), value);
}

fn push(schema: &mut Value, pointer: &str, value: Value) {
    holder(schema, pointer).as_array_mut().expect("an array").push(value);
}

fn drop_first(schema: &mut Value, pointer: &str) {
    holder(schema, pointer).as_array_mut().expect("an array").remove(0);
}

/// Every JSON of the samples of a released version, with the schema that it keeps and what today's
/// type makes of it.
fn samples(folder: &Path) -> Vec<(String, &'static str, Value, Result<Value, String>)> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let mut samples = Vec::new();
    for path in paths {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let (schema, read_again): (_, Again) = match name.as_str() {
            "records.jsonl" => ("verbale-record-1.schema.json", again::<Record>),
            "rows.jsonl" => ("verbale-rows-1.schema.json", again::<Row>),
            _ if path.extension().is_some_and(|extension| extension == "json") => {
                ("verbale-1.schema.json", again::<Document>)
            }
            _ => continue,
        };
        for (at, line) in support::read(&path).lines().enumerate() {
            let value = serde_json::from_str(line).expect("a sample is JSON");
            samples.push((format!("{name}:{}", at + 1), schema, value, read_again(line)));
        }
    }
    samples
}

/// How a line of JSON goes through today's type and out again.
type Again = fn(&str) -> Result<Value, String>;

fn again<T: DeserializeOwned + Serialize>(line: &str) -> Result<Value, String> {
    let read: T = serde_json::from_str(line).map_err(|error| error.to_string())?;
    serde_json::to_value(&read).map_err(|error| error.to_string())
}

/// The first place where today's JSON does not say what the earlier one said.
fn lost(old: &Value, new: &Value, at: &str) -> Option<String> {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => old.iter().find_map(|(key, value)| {
            lost(value, new.get(key).unwrap_or(&Value::Null), &format!("{at}/{key}"))
        }),
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            let mut pairs = old.iter().zip(new).enumerate();
            pairs.find_map(|(place, (a, b))| lost(a, b, &format!("{at}/{place}")))
        }
        _ => (old != new).then(|| format!("{at}: {old} has become {new}")),
    }
}

#[test]
fn documents_of_earlier_versions_are_read_by_todays_types() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (version, schemas, folder) in released() {
        for (name, schema, old, read) in samples(&folder) {
            let name = format!("{version}/{name}");
            count += 1;
            match &read {
                Ok(new) => wrong.extend(lost(&old, new, "").map(|why| format!("{name}: {why}"))),
                Err(error) => wrong.push(format!("{name}: {error}")),
            }
            let today = SCHEMAS.iter().find(|(file, _)| *file == schema).expect("a schema").1;
            for (whose, schema) in
                [("its own", json_at(&schemas.join(schema))), ("today's", today())]
            {
                if !jsonschema::is_valid(&schema, &old) {
                    wrong.push(format!("{name} breaks {whose} schema"));
                }
            }
        }
    }
    support::say(&format!("read {count} documents, cards and rows of earlier versions"));
    assert!(count >= 200, "{count}");
    support::report("what earlier versions wrote", &wrong);
}

#[test]
fn types_of_earlier_versions_read_what_is_written_today() {
    let changelog = support::read(&support::root().join("CHANGELOG.md"));
    let mut wrong = Vec::new();
    for (version, schemas, folder) in released() {
        let schema = json_at(&schemas.join("verbale-1.schema.json"));
        let validator = jsonschema::validator_for(&schema).expect("a released schema compiles");
        for (name, _, old, _) in samples(&folder) {
            let Some(text) = name.strip_suffix(".json:1") else { continue };
            let source = support::read(&folder.join(format!("{text}.txt")));
            let today = serde_json::to_value(verbale::parse(&source).document).expect("JSON");
            assert_eq!(old["document_type"], today["document_type"], "{text}");
            for error in validator.iter_errors(&today) {
                // A value that came later is unknown there, and said in the changelog.
                let value = error.instance().as_str().unwrap_or_default().to_owned();
                if value.is_empty() || !changelog.contains(&format!("`{value}`")) {
                    let at = error.instance_path();
                    wrong.push(format!("{text} under {version}: {at}: {error}"));
                }
            }
        }
    }
    support::report("today's documents that earlier types refuse", &wrong);
}

#[test]
fn what_was_released_stays_as_it_was() {
    let mut sums = String::new();
    for (version, schemas, samples) in released() {
        for folder in [schemas, samples] {
            let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
                .expect("a released folder")
                .map(|entry| entry.expect("an entry").path())
                .collect();
            paths.sort();
            for path in paths {
                let bytes = std::fs::read(&path).expect("a released file");
                for byte in Sha256::digest(&bytes) {
                    let _ = write!(sums, "{byte:02x}");
                }
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                let _ = writeln!(sums, "  {version}/{name}");
            }
        }
    }
    let path = support::root().join("docs/schema/released/SHA256SUMS");
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let today: BTreeSet<&str> = sums.lines().collect();
    let changed: Vec<String> =
        kept.lines().filter(|sum| !today.contains(sum)).map(str::to_owned).collect();
    support::report("released files that are changed or gone", &changed);
    if std::env::var_os("VERBALE_BLESS").is_some_and(|v| v == "1") {
        std::fs::write(&path, &sums).expect("the sums can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let unlisted = today.into_iter().filter(|sum| !kept.lines().any(|kept| kept == *sum));
    let unlisted: Vec<String> = unlisted.map(str::to_owned).collect();
    support::report("released files without a sum (VERBALE_BLESS=1 adds it)", &unlisted);
}
