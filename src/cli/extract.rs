//! `verbale extract`.

use std::io;

use verbale::export::{RowKind, rows};

use super::args::{ExtractArgs, ExtractWhat};
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
        for row in rows(&text, &parsed.document.with_source(name), kind) {
            out.json_line(&row)?;
        }
    }
    Ok(())
}
