//! `verbale extract`.

use std::io;

use verbale::export::{Offsets, Row, RowKind, rows};

use super::args::{self, ExtractArgs, ExtractWhat};
use super::input::{Input, Inputs};
use super::output::Output;

/// Writes one line a mention or paragraph, input by input.
pub(super) fn run(args: &ExtractArgs, inputs: &mut Inputs) -> io::Result<()> {
    let mut out = Output::stdout();
    let kind = match args.what {
        ExtractWhat::Citations => RowKind::Citations,
        ExtractWhat::States => RowKind::States,
        ExtractWhat::Dates => RowKind::Dates,
        ExtractWhat::Persons => RowKind::Persons,
        ExtractWhat::Organizations => RowKind::Organizations,
        ExtractWhat::Paragraphs => RowKind::Paragraphs,
    };
    while let Some(Input { name, text, .. }) = inputs.open_next() {
        let parsed = verbale::parse(&text);
        inputs.judge(&name, &parsed.diagnostics);
        for row in counted(rows(&text, &parsed.document.with_source(name), kind), args, &text)? {
            out.json_line(&row)?;
        }
    }
    Ok(())
}

/// The rows with their offsets in the units that were asked for.
fn counted(rows: Vec<Row>, args: &ExtractArgs, text: &str) -> io::Result<Vec<Row>> {
    if args.offsets == args::Offsets::Utf8 {
        return Ok(rows);
    }
    let mut json = serde_json::to_value(rows)?;
    Offsets::from(args.offsets).count(text, &mut json).map_err(io::Error::other)?;
    Ok(serde_json::from_value(json)?)
}
