//! The network of citations in the language of Graphviz.

use std::fmt::Write as _;

use super::graph::{EdgeRow, Graph, NodeRow};

impl Graph {
    /// The network in DOT, to be drawn by Graphviz.
    pub fn to_dot(&self) -> String {
        let mut dot = String::from("digraph citations {\n  rankdir=LR;\n  node [shape=box];\n");
        for NodeRow { id, node_kind, organ, date, source, .. } in self.nodes() {
            let style = if source.is_some() { "solid" } else { "dashed" };
            let organ =
                organ.map_or_else(String::new, |organ| format!(" organ={}", quoted(&organ)));
            let date = date.map_or_else(String::new, |date| format!(" date={}", quoted(&date)));
            let (id, kind) = (quoted(&id), quoted(&node_kind));
            let _ = writeln!(dot, "  {id} [kind={kind}{organ}{date} style={style}];");
        }
        for EdgeRow { from, to, action, path, pinpoints, .. } in self.edges() {
            let label = action.unwrap_or_default();
            let place = if pinpoints.is_empty() {
                String::new()
            } else {
                format!(" pinpoint={}", quoted(&pinpoints.join(", ")))
            };
            let (from, to, label, path) =
                (quoted(&from), quoted(&to), quoted(&label), quoted(&path));
            let _ = writeln!(dot, "  {from} -> {to} [label={label} path={path}{place}];");
        }
        dot.push_str("}\n");
        dot
    }
}

/// A string of DOT: only the quotation mark is escaped, a backslash before it would escape it back.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn strings_are_closed_where_they_end() {
        assert_eq!(quoted("A/60/1"), "\"A/60/1\"");
        assert_eq!(quoted("the \"Pact\"\\"), "\"the \\\"Pact\\\"\\\\\"");
    }
}
