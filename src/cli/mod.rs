//! The command: arguments in, one function a subcommand, one exit code out.

mod args;
mod check;
mod container;
mod decode;
mod excerpt;
mod extract;
mod foreign;
mod graph;
mod input;
mod output;
mod parse;
mod record;
mod say;
mod schema;
mod verify;

use std::io;
use std::process::ExitCode;

use clap::Parser as _;

use args::{Cli, Command};
use input::Inputs;

/// How a run went; the order is that of gravity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// All is well.
    #[default]
    Fine,
    /// A document has a finding of severity error.
    Findings,
    /// Something could not be read or written.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => ExitCode::SUCCESS,
            Outcome::Findings => ExitCode::from(1),
            Outcome::Failed => ExitCode::from(2),
        }
    }
}

/// Runs the command of this process's arguments.
pub(crate) fn run() -> ExitCode {
    let command = Cli::parse().command;
    let mut inputs = Inputs::of(&command);
    let result = match &command {
        Command::Parse(args) => parse::run(args, &mut inputs),
        Command::Record(_) => record::run(&mut inputs),
        Command::Extract(args) => extract::run(args, &mut inputs),
        Command::Graph(args) => graph::run(args, &mut inputs),
        Command::Check(args) => check::run(args, &mut inputs),
        Command::Verify(args) => verify::run(args, &mut inputs),
        Command::Schema(args) => schema::run(args),
    };
    match result {
        Ok(()) => inputs.outcome().into(),
        // Whoever reads has had enough, as `head` does: nothing to complain about.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => inputs.outcome().into(),
        Err(error) => {
            say::line(&format!("standard output: cannot be written ({error})"));
            Outcome::Failed.into()
        }
    }
}
