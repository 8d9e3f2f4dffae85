//! The command `verbale`: UN-style diplomatic documents in, typed data out.
//!
//! It stands on the public interface of the library alone; `docs/cli.md` describes it.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
