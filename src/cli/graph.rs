//! `verbale graph`.

use std::io::{self, Write as _};

use verbale::export::{Graph, Row};

use super::args::{GraphArgs, GraphFormat};
use super::input::{Input, Inputs};
use super::output::Output;

/// Writes the network that all inputs make, when the last one is read.
pub(super) fn run(args: &GraphArgs, inputs: &mut Inputs) -> io::Result<()> {
    let mut graph = Graph::default();
    while let Some(Input { name, text, .. }) = inputs.open_next() {
        let parsed = verbale::parse(&text);
        inputs.judge(&name, &parsed.diagnostics);
        graph.add(&parsed.document.with_source(name));
    }
    let mut out = Output::stdout();
    match args.format {
        GraphFormat::Jsonl => {
            let nodes = graph.nodes().into_iter().map(Row::Node);
            let edges = graph.edges().into_iter().map(Row::Edge);
            nodes.chain(edges).try_for_each(|row| out.json_line(&row))
        }
        GraphFormat::Graphml => {
            graph.write_graphml(&mut out)?;
            out.flush()
        }
        GraphFormat::Dot => {
            out.write_all(graph.to_dot().as_bytes())?;
            out.flush()
        }
    }
}
