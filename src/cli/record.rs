//! `verbale record`.

use std::io;

use verbale::export::Record;

use super::input::{Input, Inputs};
use super::output::Output;

/// Writes each input's card as one line, as soon as it is read.
pub(super) fn run(inputs: &mut Inputs) -> io::Result<()> {
    let mut out = Output::stdout();
    while let Some(Input { name, text, sha256 }) = inputs.open_next() {
        let parsed = verbale::parse(&text);
        drop(text);
        inputs.judge(&name, &parsed.diagnostics);
        let record = Record::from(&parsed.document).with_source(name, sha256.unwrap_or_default());
        out.json_line(&record)?;
    }
    Ok(())
}
