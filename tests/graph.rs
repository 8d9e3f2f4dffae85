//! The network of citations: its nodes and edges, and its three forms.

use std::collections::BTreeSet;
use std::path::Path;

use verbale::export::{EdgeRow, Graph};

fn read(graph: &mut Graph, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/deliberations");
    let text = std::fs::read_to_string(folder.join(name)).expect("a text of ours");
    graph.add(&verbale::parse(&text).document.with_source(name));
}

fn two_texts() -> Graph {
    let mut graph = Graph::default();
    read(&mut graph, "council_modern.txt");
    read(&mut graph, "president_of_the_council.txt");
    graph
}

#[test]
fn nodes_know_what_was_read_and_what_was_cited() {
    let nodes = two_texts().nodes();
    let nodes: Vec<_> = nodes
        .iter()
        .map(|node| {
            (
                node.id.as_str(),
                node.node_kind.as_str(),
                node.organ.as_deref(),
                node.date.as_deref(),
                node.source.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        nodes,
        [
            ("Charter of the United Nations", "instrument", None, None, None),
            ("S/PRST/2031/4", "document", Some("SC"), None, None),
            (
                "S/PRST/2031/9",
                "presidential_statement",
                Some("SC"),
                Some("2031-05-14"),
                Some("president_of_the_council.txt"),
            ),
            ("S/RES/2850(2030)", "resolution", Some("SC"), None, None),
            ("S/RES/2877(2031)", "resolution", Some("SC"), None, None),
            (
                "S/RES/2911(2031)",
                "resolution",
                Some("SC"),
                Some("2031-05-14"),
                Some("council_modern.txt"),
            ),
        ]
    );
}

fn line(edge: &EdgeRow) -> String {
    let action = edge.action.as_deref().unwrap_or("-");
    let places = edge.pinpoints.join(", ");
    format!("{} > {} | {action} | {} | {places}", edge.from, edge.to, edge.path)
}

#[test]
fn edges_know_verb_paragraph_and_pinpoint() {
    let edges: Vec<String> = two_texts().edges().iter().map(line).collect();
    assert_eq!(
        edges,
        [
            "S/RES/2911(2031) > S/RES/2850(2030) | Recalling | preambular/1 | ",
            "S/RES/2911(2031) > S/RES/2877(2031) | Recalling | preambular/1 | ",
            "S/RES/2911(2031) > S/PRST/2031/4 | Recalling | preambular/1 | ",
            "S/RES/2911(2031) > Charter of the United Nations | Acting | preambular/3 | Chapter VII",
            "S/RES/2911(2031) > S/RES/2850(2030) | Decides | operative/1 | paragraphs 4 and 5",
            "S/PRST/2031/9 > S/RES/2850(2030) | Recalls | text/3 | ",
        ]
    );
}

/// What stands in a footnote is cited by the paragraph that refers to it; what a document was
/// adopted on is cited by no paragraph; a document is one node under all its symbols.
#[test]
fn notes_references_and_further_symbols_find_their_place() {
    let mut graph = Graph::default();
    read(&mut graph, "assembly_layout.txt");
    let edges: Vec<String> = graph.edges().iter().map(line).collect();
    let has = |line: &str| edges.iter().any(|edge| edge == line);
    assert!(has("A/RES/86/41 > A/86/519/Add.3 | - | reference | para. 12"), "{edges:#?}");
    assert!(
        has("A/RES/86/41 > A/RES/85/30 | Noting with deep concern | preambular/2 | annex"),
        "{edges:#?}"
    );
    let mut graph = Graph::default();
    let citing = "RESOLUTION 97 (1952)\n\nThe Security Council,\n\nRecalling document S/2540,\n\n\
                  Decides to meet.\n";
    graph.add(&verbale::parse(citing).document.with_source("citing.txt"));
    read(&mut graph, "council_1950s.txt");
    let ends: Vec<(String, String)> =
        graph.edges().into_iter().map(|edge| (edge.from, edge.to)).collect();
    assert_eq!(ends, [("S/RES/97(1952)".to_owned(), "S/RES/96(1952)".to_owned())]);
    assert!(graph.nodes().iter().all(|node| node.id != "S/2540"));
}

/// The XML is read by a library that did not write it, by the rules of GraphML: keys are declared
/// for their owner, and edges end in nodes that are there.
#[cfg(feature = "graphml")]
#[test]
fn graphml_holds_the_whole_network() {
    let mut graph = two_texts();
    let hostile = "Letter dated 3 May 2031 from the Permanent Representative of Norway to the \
                   United Nations addressed to the Secretary-General\n\nI refer to the Treaty of \
                   Salt & \"Pepper\" <of> Bergen and to A/60/\u{1}973 and A/60/973.\n";
    graph.add(&verbale::parse(hostile).document.with_source("a&b <\u{0}>.txt"));
    let mut xml = Vec::new();
    graph.write_graphml(&mut xml).expect("memory is writable");
    let xml = String::from_utf8(xml).expect("UTF-8");
    let read = roxmltree::Document::parse(&xml).expect("well-formed XML");
    let root = read.root_element();
    let namespace = "http://graphml.graphdrawing.org/xmlns";
    assert!(root.has_tag_name((namespace, "graphml")));
    let all = |name: &'static str| {
        read.descendants().filter(move |node| node.has_tag_name((namespace, name)))
    };
    assert_eq!(all("graph").next().and_then(|g| g.attribute("edgedefault")), Some("directed"));
    let keys: BTreeSet<(&str, &str)> = all("key")
        .map(|key| (key.attribute("for").unwrap(), key.attribute("id").unwrap()))
        .collect();
    for data in all("data") {
        let owner = data.parent().unwrap().tag_name().name();
        assert!(keys.contains(&(owner, data.attribute("key").unwrap())));
    }
    let data = |node: roxmltree::Node<'_, '_>, key: &str| {
        let found = node.children().find(|data| data.attribute("key") == Some(key));
        found.map(|data| data.text().unwrap_or("").to_owned())
    };
    let clean = |text: &str| text.replace(['\u{0}', '\u{1}'], "\u{FFFD}");
    let nodes: Vec<_> = all("node")
        .map(|node| {
            let read = data(node, "read").unwrap() == "true";
            (node.attribute("id").unwrap().to_owned(), data(node, "kind").unwrap(), read)
        })
        .collect();
    let expected: Vec<_> = graph
        .nodes()
        .into_iter()
        .map(|node| (clean(&node.id), node.node_kind, node.source.is_some()))
        .collect();
    assert_eq!(nodes, expected);
    let names: BTreeSet<&str> = nodes.iter().map(|(id, ..)| id.as_str()).collect();
    let edges: Vec<_> = all("edge")
        .map(|edge| {
            let end = |name| edge.attribute(name).unwrap().to_owned();
            assert!(
                names.contains(end("source").as_str()) && names.contains(end("target").as_str())
            );
            (end("source"), end("target"), data(edge, "action"), data(edge, "pinpoint"))
        })
        .collect();
    let expected: Vec<_> = graph
        .edges()
        .into_iter()
        .map(|edge| {
            let places = Some(edge.pinpoints.join(", ")).filter(|places| !places.is_empty());
            (clean(&edge.from), clean(&edge.to), edge.action, places)
        })
        .collect();
    assert_eq!(edges, expected);
    assert!(edges.iter().any(|(from, ..)| from == "a&b <\u{FFFD}>.txt"));
}

#[test]
fn dot_names_every_node_and_edge() {
    let mut graph = Graph::default();
    read(&mut graph, "council_modern.txt");
    assert_eq!(
        graph.to_dot(),
        r#"digraph citations {
  rankdir=LR;
  node [shape=box];
  "Charter of the United Nations" [kind="instrument" style=dashed];
  "S/PRST/2031/4" [kind="document" organ="SC" style=dashed];
  "S/RES/2850(2030)" [kind="resolution" organ="SC" style=dashed];
  "S/RES/2877(2031)" [kind="resolution" organ="SC" style=dashed];
  "S/RES/2911(2031)" [kind="resolution" organ="SC" date="2031-05-14" style=solid];
  "S/RES/2911(2031)" -> "S/RES/2850(2030)" [label="Recalling" path="preambular/1"];
  "S/RES/2911(2031)" -> "S/RES/2877(2031)" [label="Recalling" path="preambular/1"];
  "S/RES/2911(2031)" -> "S/PRST/2031/4" [label="Recalling" path="preambular/1"];
  "S/RES/2911(2031)" -> "Charter of the United Nations" [label="Acting" path="preambular/3" pinpoint="Chapter VII"];
  "S/RES/2911(2031)" -> "S/RES/2850(2030)" [label="Decides" path="operative/1" pinpoint="paragraphs 4 and 5"];
}
"#
    );
}
