//! Documents of our own, in the forms that real papers have, against their cards.

use std::path::{Path, PathBuf};

use serde_json::Value;
use verbale::export::Record;

/// The fields of a card that come from the caller.
const FROM_CALLER: [&str; 2] = ["source", "sha256"];

fn card(text: &str) -> Value {
    let parsed = verbale::parse(text);
    let mut card = serde_json::to_value(Record::from(&parsed.document)).expect("a card is JSON");
    if let Value::Object(fields) = &mut card {
        for field in FROM_CALLER {
            fields.remove(field);
        }
    }
    card
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder of documents") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            texts.extend(self::texts(&path));
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            texts.push(path);
        }
    }
    texts.sort();
    texts
}

/// Where a card differs from the expected one, field by field.
fn differences(expected: &Value, found: &Value) -> Vec<String> {
    let (Value::Object(expected), Value::Object(found)) = (expected, found) else {
        return vec!["no card".to_owned()];
    };
    let keys = expected.keys().chain(found.keys().filter(|key| !expected.contains_key(*key)));
    keys.filter(|key| expected.get(*key) != found.get(*key))
        .map(|key| {
            let show = |card: &serde_json::Map<String, Value>| {
                card.get(key).map_or_else(|| "nothing".to_owned(), Value::to_string)
            };
            format!("{key}:\n    expected {}\n    found    {}", show(expected), show(found))
        })
        .collect()
}

#[test]
fn every_document_gives_its_card() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let mut failures = Vec::new();
    for path in texts(&root) {
        let text = std::fs::read_to_string(&path).expect("a text");
        let name = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
        let expected_at = path.with_extension("json");
        let found = card(&text);
        if std::env::var_os("VERBALE_BLESS").is_some() && !expected_at.exists() {
            let json = serde_json::to_string_pretty(&found).expect("a card is JSON");
            std::fs::write(&expected_at, json + "\n").expect("the card is written");
            println!("WRITTEN, read it: {}", expected_at.display());
        }
        let expected = std::fs::read_to_string(&expected_at).unwrap_or_default();
        let expected = serde_json::from_str(&expected).unwrap_or(Value::Null);
        let differences = differences(&expected, &found);
        if !differences.is_empty() {
            failures.push(format!("{name}: {}", differences.join("\n")));
        }
        let coverage = verbale::coverage(&text, &verbale::parse(&text).document);
        if !coverage.is_complete() {
            failures.push(format!("{name}: {coverage:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn every_document_stands_in_the_index() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let index = std::fs::read_to_string(root.join("INDEX.md")).expect("the index");
    for path in texts(&root) {
        let name = path.with_extension("");
        let name = name.strip_prefix(&root).unwrap_or(&name).display().to_string();
        assert!(index.contains(&format!("| {name} |")), "{name} is missing in INDEX.md");
    }
}

/// The cells of every table of a document, by row.
#[test]
fn tables_keep_their_cells() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/page/tables.txt");
    let text = std::fs::read_to_string(root).expect("a text");
    let document = verbale::parse(&text).document;
    let tables: Vec<Vec<Vec<&str>>> = document
        .content()
        .blocks
        .iter()
        .filter_map(|block| block.table.as_ref())
        .map(|table| {
            let cell = |cell: &Option<verbale::model::Printed>| {
                cell.as_ref().map_or("", |cell| cell.span.slice(&text))
            };
            table.rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect()
        })
        .collect();
    assert_eq!(
        tables,
        vec![
            vec![
                vec!["Lake", "State", "Depth"],
                vec!["Mjosa", "Norway", "453 m"],
                vec!["Vattern", "Sweden", "128 m"],
                vec!["", "", "(2030)"],
                vec!["Inari", "Finland", "92 m"],
            ],
            vec![vec!["Lake", "Depth"], vec!["Mjosa", "452 m"], vec!["Inari", ""]],
        ]
    );
}

/// For whom each signature is made, where the page says so.
#[test]
fn signatures_say_for_whom_they_are_made() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/communications");
    let read = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).expect("a text");
        let document = verbale::parse(&text).document;
        let own = document.signatories().iter().cloned();
        let carried = document.attachments().iter();
        let carried = carried.flat_map(|attachment| attachment.document.signatories().to_vec());
        let printed = |printed: verbale::model::Printed| printed.printed;
        own.chain(carried)
            .map(|signatory| {
                let whom = signatory.on_behalf_of.map(printed);
                (signatory.name.map(printed), whom, signatory.state.map(|state| state.alpha3))
            })
            .collect::<Vec<_>>()
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        read("on_behalf_signature.txt"),
        vec![
            (some("Aino Virta"), some("Government of Finland"), some("FIN")),
            (some("Berit Fossen"), some("Government of Norway"), some("NOR")),
        ]
    );
    // What columns break over two lines names a State, but is no whole name.
    assert_eq!(
        read("treaty_annex.txt")[1..],
        [
            (some("A. Virta"), None, some("FIN")),
            (some("K. Nordmann"), None, some("NOR")),
            (some("T. Tamm"), some("Republic of Estonia"), some("EST")),
        ]
    );
}
