//! `verbale parse`.

use std::io;

use clap::CommandFactory as _;
use clap::error::ErrorKind;
use serde::ser::{SerializeSeq as _, Serializer as _};
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};
use verbale::Document;

use super::args::{Cli, JsonFormat, ParseArgs};
use super::input::{Input, Inputs};
use super::output::Output;

/// Writes each input's document.
pub(super) fn run(args: &ParseArgs, inputs: &mut Inputs) -> io::Result<()> {
    let mut out = Output::stdout();
    if args.format == JsonFormat::Jsonl {
        if args.pretty {
            let message = "JSON lines have one line a document: --pretty goes with --format json";
            Cli::command().error(ErrorKind::ArgumentConflict, message).exit();
        }
        while let Some(input) = inputs.open_next() {
            let document = read(args, input, inputs)?;
            out.json_line(&document)?;
        }
        Ok(())
    } else if args.pretty || (out.is_terminal() && !args.no_pretty) {
        json(args, inputs, &mut out, PrettyFormatter::new())
    } else {
        json(args, inputs, &mut out, CompactFormatter)
    }
}

/// One input gives one object; several give one array, closed whatever becomes of them.
fn json<F: Formatter>(
    args: &ParseArgs,
    inputs: &mut Inputs,
    out: &mut Output,
    formatter: F,
) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(&mut *out, formatter);
    if args.files.paths.len() == 1 {
        let Some(input) = inputs.open_next() else {
            return Ok(());
        };
        serde::Serialize::serialize(&read(args, input, inputs)?, &mut serializer)?;
    } else {
        let mut array = serializer.serialize_seq(None)?;
        while let Some(input) = inputs.open_next() {
            array.serialize_element(&read(args, input, inputs)?)?;
        }
        array.end()?;
    }
    out.end_line()
}

fn read(args: &ParseArgs, input: Input, inputs: &mut Inputs) -> io::Result<Document> {
    let Input { name, text, .. } = input;
    let parsed = verbale::parse(&text);
    inputs.judge(&name, &parsed.diagnostics);
    let document = parsed.document.with_offsets(&text, args.offsets.into());
    Ok(document.map_err(io::Error::other)?.with_source(name))
}
