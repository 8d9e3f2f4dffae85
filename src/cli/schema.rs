//! `verbale schema`.

use std::io::{self, Write as _};

use super::args::{SchemaArgs, SchemaOf};

/// Prints a JSON Schema.
pub(super) fn run(args: &SchemaArgs) -> io::Result<()> {
    let schema = match args.of {
        SchemaOf::Document => verbale::export::json_schema(),
        SchemaOf::Record => verbale::export::record_schema(),
        SchemaOf::Rows => verbale::export::rows_schema(),
    };
    writeln!(io::stdout().lock(), "{schema:#}")
}
