//! Rows of paragraphs, and the schema that rows keep.

use std::path::Path;

use serde_json::{Value, json};
use verbale::export::{Row, RowKind, rows};

fn of(name: &str) -> (String, Vec<Value>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/deliberations");
    let text = std::fs::read_to_string(folder.join(name)).expect("a text of ours");
    let document = verbale::parse(&text).document.with_source(name);
    let rows = rows(&text, &document, RowKind::Paragraphs);
    let rows = rows.iter().map(|row| serde_json::to_value(row).expect("a row is JSON")).collect();
    (text, rows)
}

#[test]
fn a_row_is_a_paragraph_with_all_that_is_known_of_it() {
    let (text, rows) = of("assembly_layout.txt");
    let at = |path: &str| rows.iter().find(|row| row["path"] == path).expect(path);
    let row = at("preambular/2");
    let start = text.find("Noting with deep concern").unwrap();
    let end = text.find("twenty years,").unwrap() + "twenty years,".len();
    assert_eq!(
        row,
        &json!({
            "kind": "paragraph",
            "source": "assembly_layout.txt",
            "symbol": "A/RES/86/41",
            "path": "preambular/2",
            "id": "rec_2",
            "paragraph_type": "preambular",
            "number": null,
            "level": 1,
            "action": "Noting with deep concern",
            "text": "Noting with deep concern that two lakes have lost a third of their water in \
                     twenty years,",
            "citations": ["A/RES/85/30"],
            "member_states": [],
            "offsets": "utf8",
            "span": { "start": start, "end": end },
            "line": 21,
        })
    );
    assert!(text.lines().nth(20).unwrap().contains("Noting with deep concern"));
    let item = at("operative/2/a/ii");
    assert_eq!(
        [&item["number"], &item["level"], &item["action"], &item["paragraph_type"]],
        [&json!("ii"), &json!(3), &json!("Calls upon"), &json!("operative")]
    );
    let third = at("operative/3");
    assert_eq!(third["member_states"], json!(["TCD", "NER", "NGA"]));
}

#[test]
fn paragraphs_of_letters_have_paths_too() {
    let text = "Letter dated 3 May 2031 from the Permanent Representative of Norway to the United \
                Nations addressed to the Secretary-General\n\nI have the honour to write.\n\n\
                I refer to:\n\n(a) The first report;\n\n(b) The second report.\n";
    let document = verbale::parse(text).document;
    let paths: Vec<(String, Option<String>)> = rows(text, &document, RowKind::Paragraphs)
        .into_iter()
        .map(|row| match row {
            Row::Paragraph(row) => (row.path, row.id),
            _ => panic!("not a paragraph"),
        })
        .collect();
    let expected = ["text/1", "text/2", "text/2/a", "text/2/b"].map(|path| (path.to_owned(), None));
    assert_eq!(paths, expected);
}

#[cfg(feature = "schema")]
#[test]
fn rows_keep_their_schema() {
    use verbale::export::Graph;

    let validator = jsonschema::validator_for(&verbale::export::rows_schema()).expect("a schema");
    let mut graph = Graph::default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/deliberations");
    let mut seen = 0;
    let mut check = |row: &Row| {
        let row = serde_json::to_value(row).expect("a row is JSON");
        let errors: Vec<String> =
            validator.iter_errors(&row).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{row}: {errors:?}");
        let back: Row = serde_json::from_value(row.clone()).expect("a row reads back");
        assert_eq!(serde_json::to_value(back).expect("a row is JSON"), row);
        seen += 1;
    };
    for entry in std::fs::read_dir(folder).expect("the folder of documents") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a text");
        let document = verbale::parse(&text).document.with_source(path.display().to_string());
        rows(&text, &document, RowKind::Paragraphs).iter().for_each(&mut check);
        graph.add(&document);
    }
    graph.nodes().into_iter().map(Row::Node).for_each(|row| check(&row));
    graph.edges().into_iter().map(Row::Edge).for_each(|row| check(&row));
    assert!(seen > 150, "{seen} rows");
}
