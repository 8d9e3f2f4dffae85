//! `verbale extract paragraphs` and `verbale graph`.

use super::{folder, verbale};

const RESOLUTION: &str = "RESOLUTION 987 (2031)\n\nThe Security Council,\n\nRecalling its \
    resolutions 986 (2031) and 985 (2030),\n\n1. Calls upon Chad:\n\n(a) To withdraw;\n\n\
    2. Decides to remain seized of the matter.\n";

#[test]
fn paragraphs_are_lines() {
    let folder = folder();
    std::fs::write(folder.path().join("resolution.txt"), RESOLUTION).unwrap();
    let run = verbale(&folder, &["extract", "paragraphs", "resolution.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let lines: Vec<String> = run
        .json_lines()
        .iter()
        .map(|line| format!("{} {} {}", line["kind"], line["path"], line["action"]))
        .collect();
    assert_eq!(
        lines,
        [
            r#""paragraph" "preambular/1" "Recalling""#,
            r#""paragraph" "operative/1" "Calls upon""#,
            r#""paragraph" "operative/1/a" "Calls upon""#,
            r#""paragraph" "operative/2" "Decides""#,
        ]
    );
}

#[test]
fn the_network_has_three_forms() {
    let folder = folder();
    std::fs::write(folder.path().join("resolution.txt"), RESOLUTION).unwrap();
    let run = verbale(&folder, &["graph", "resolution.txt", "none.txt"]);
    assert_eq!(run.code, 2);
    run.says("none.txt: ");
    let kinds: Vec<(String, String)> = run
        .json_lines()
        .iter()
        .map(|line| {
            let end = if line["kind"] == "node" { &line["id"] } else { &line["to"] };
            (line["kind"].as_str().unwrap().to_owned(), end.as_str().unwrap().to_owned())
        })
        .collect();
    let expected = [
        ("node", "S/RES/985(2030)"),
        ("node", "S/RES/986(2031)"),
        ("node", "S/RES/987(2031)"),
        ("edge", "S/RES/986(2031)"),
        ("edge", "S/RES/985(2030)"),
    ];
    assert_eq!(kinds, expected.map(|(kind, end)| (kind.to_owned(), end.to_owned())));
    let run = verbale(&folder, &["graph", "--format", "graphml", "resolution.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    let xml = roxmltree::Document::parse(&run.out).expect("well-formed XML");
    assert_eq!(xml.descendants().filter(|node| node.tag_name().name() == "edge").count(), 2);
    let run = verbale(&folder, &["graph", "--format", "dot", "resolution.txt"]);
    assert!(run.out.starts_with("digraph citations {\n") && run.out.ends_with("}\n"));
}
