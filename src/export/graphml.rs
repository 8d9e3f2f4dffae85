//! The network of citations in GraphML, the XML of graphs: <http://graphml.graphdrawing.org>.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::graph::{EdgeRow, Graph, NodeRow};
use super::rows::name_of;

/// The attributes of nodes and edges: identifier, owner, name, type.
const KEYS: [(&str, &str, &str, &str); 13] = [
    ("label", "node", "label", "string"),
    ("kind", "node", "kind", "string"),
    ("organ", "node", "organ", "string"),
    ("date", "node", "date", "string"),
    ("read", "node", "read", "boolean"),
    ("symbols", "node", "other_symbols", "string"),
    ("relation", "edge", "relation", "string"),
    ("action", "edge", "action", "string"),
    ("type", "edge", "paragraph_type", "string"),
    ("path", "edge", "path", "string"),
    ("pinpoint", "edge", "pinpoint", "string"),
    ("printed", "edge", "printed", "string"),
    ("source", "edge", "source", "string"),
];

impl Graph {
    /// Writes the network as GraphML, as Gephi and networkx read it: a directed graph that may have
    /// several edges between two nodes.
    pub fn write_graphml(&self, to: impl io::Write) -> io::Result<()> {
        let mut xml = Writer::new_with_indent(to, b' ', 1);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let root = xml.create_element("graphml");
        root.with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"))
            .write_inner_content(|xml| {
                for (id, owner, name, of_type) in KEYS {
                    xml.create_element("key")
                        .with_attributes([
                            ("id", id),
                            ("for", owner),
                            ("attr.name", name),
                            ("attr.type", of_type),
                        ])
                        .write_empty()?;
                }
                let graph = xml.create_element("graph");
                graph
                    .with_attributes([("id", "citations"), ("edgedefault", "directed")])
                    .write_inner_content(|xml| {
                        self.nodes().iter().try_for_each(|found| node(xml, found))?;
                        let edges = self.edges();
                        edges.iter().enumerate().try_for_each(|(at, found)| edge(xml, at, found))
                    })?;
                Ok(())
            })?;
        xml.into_inner().write_all(b"\n")
    }
}

fn node<W: io::Write>(xml: &mut Writer<W>, node: &NodeRow) -> io::Result<()> {
    let element = xml.create_element("node").with_attribute(("id", clean(&node.id).as_str()));
    element.write_inner_content(|xml| {
        data(xml, "label", Some(&node.id))?;
        data(xml, "kind", Some(&node.node_kind))?;
        data(xml, "organ", node.organ.as_deref())?;
        data(xml, "date", node.date.as_deref())?;
        data(xml, "read", Some(if node.source.is_some() { "true" } else { "false" }))?;
        let symbols = node.other_symbols.join("; ");
        data(xml, "symbols", Some(symbols.as_str()).filter(|symbols| !symbols.is_empty()))
    })?;
    Ok(())
}

fn edge<W: io::Write>(xml: &mut Writer<W>, at: usize, edge: &EdgeRow) -> io::Result<()> {
    let (id, from, to) = (format!("e{at}"), clean(&edge.from), clean(&edge.to));
    let element = xml.create_element("edge").with_attributes([
        ("id", id.as_str()),
        ("source", from.as_str()),
        ("target", to.as_str()),
    ]);
    element.write_inner_content(|xml| {
        data(xml, "relation", edge.relation.map(name_of).as_deref())?;
        data(xml, "action", edge.action.as_deref())?;
        data(xml, "type", edge.paragraph_type.map(name_of).as_deref())?;
        data(xml, "path", Some(&edge.path))?;
        let pinpoints = edge.pinpoints.join(", ");
        data(xml, "pinpoint", Some(pinpoints.as_str()).filter(|places| !places.is_empty()))?;
        data(xml, "printed", Some(&edge.printed))?;
        data(xml, "source", edge.source.as_deref())
    })?;
    Ok(())
}

fn data<W: io::Write>(xml: &mut Writer<W>, key: &str, value: Option<&str>) -> io::Result<()> {
    let Some(value) = value else { return Ok(()) };
    let element = xml.create_element("data").with_attribute(("key", key));
    element.write_text_content(BytesText::new(&clean(value)))?;
    Ok(())
}

/// The text without what XML 1.0 cannot say, however escaped.
fn clean(text: &str) -> String {
    let legal = |c: char| {
        matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..) && c != '\u{FFFE}'
    };
    text.chars().map(|c| if legal(c) { c } else { '\u{FFFD}' }).collect()
}
