//! The inputs of a run, one after the other, and how grave what became of them is.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read};
use std::path::{Path, PathBuf};
use std::vec::IntoIter;

use sha2::{Digest as _, Sha256};
use verbale::{Diagnostic, Severity};

use super::Outcome;
use super::args::Command;
use super::{container, decode, foreign, say};

/// The largest input; spans reach no further.
const LIMIT: u64 = u32::MAX as u64;

/// One input, read.
pub(super) struct Input {
    /// Its path as given; `-` is standard input.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
    /// The SHA-256 of its bytes, where the command writes it.
    pub(super) sha256: Option<String>,
}

/// The inputs still to be read, in order.
pub(super) struct Inputs {
    paths: IntoIter<PathBuf>,
    hashed: bool,
    stdin_read: bool,
    unreadable: usize,
    outcome: Outcome,
}

impl Inputs {
    /// The inputs that a command names.
    pub(super) fn of(command: &Command) -> Self {
        let paths = match command {
            Command::Parse(args) => args.files.paths.clone(),
            Command::Record(args) => args.files.paths.clone(),
            Command::Extract(args) => args.files.paths.clone(),
            Command::Graph(args) => args.files.paths.clone(),
            Command::Check(args) => args.files.paths.clone(),
            Command::Verify(args) => vec![args.source.clone()],
            Command::Schema(_) => Vec::new(),
        };
        Inputs {
            paths: paths.into_iter(),
            hashed: matches!(command, Command::Record(_)),
            stdin_read: false,
            unreadable: 0,
            outcome: Outcome::Fine,
        }
    }

    /// How grave the gravest was until now.
    pub(super) fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// How many could not be read until now.
    pub(super) fn unreadable(&self) -> usize {
        self.unreadable
    }

    /// The next input that can be read. Those that cannot are said and passed over.
    pub(super) fn open_next(&mut self) -> Option<Input> {
        while let Some(path) = self.paths.next() {
            let name = path.to_string_lossy().into_owned();
            match self.open(&path) {
                Ok((text, sha256)) => return Some(Input { name, text, sha256 }),
                Err(sentence) => self.refuse(&name, &sentence),
            }
        }
        None
    }

    /// Says the errors among an input's findings and counts them in.
    pub(super) fn judge(&mut self, name: &str, diagnostics: &[Diagnostic]) {
        for error in diagnostics.iter().filter(|d| d.severity == Severity::Error) {
            say::line(&format!("{}: {}", title(name), error.message));
        }
        self.weigh(diagnostics);
    }

    /// Counts an input's findings in, without a word.
    pub(super) fn weigh(&mut self, diagnostics: &[Diagnostic]) {
        if diagnostics.iter().any(|d| d.severity == Severity::Error) {
            self.outcome = self.outcome.max(Outcome::Findings);
        }
    }

    /// The JSON at a path. What cannot be read is said and counted.
    pub(super) fn json(&mut self, path: &Path) -> Option<serde_json::Value> {
        let bytes = self.bytes(path);
        let value = bytes.and_then(|bytes| {
            serde_json::from_slice(&bytes)
                .map_err(|error| format!("is not one JSON value ({error})"))
        });
        value.map_err(|sentence| self.refuse(&path.to_string_lossy(), &sentence)).ok()
    }

    fn refuse(&mut self, name: &str, sentence: &str) {
        say::line(&format!("{}: {sentence}", title(name)));
        self.unreadable += 1;
        self.outcome = Outcome::Failed;
    }

    /// Counts in that what was asked for does not hold.
    pub(super) fn fail(&mut self) {
        self.outcome = self.outcome.max(Outcome::Findings);
    }

    fn open(&mut self, path: &Path) -> Result<(String, Option<String>), String> {
        let bytes = self.bytes(path)?;
        if let Some(foreign) = foreign::look(&bytes) {
            return Err(foreign.to_string());
        }
        let sha256 = self.hashed.then(|| format!("{:x}", Sha256::digest(&bytes)));
        let decoded = decode::decode(bytes);
        if let Some(note) = decoded.note {
            say::line(&format!("{}: {note}", title(&path.to_string_lossy())));
        }
        if let Some(unpacked) = container::unpack(&decoded.text) {
            say::line(&format!("{}: {}", title(&path.to_string_lossy()), unpacked.note));
            return Ok((unpacked.text, sha256));
        }
        Ok((decoded.text, sha256))
    }

    fn bytes(&mut self, path: &Path) -> Result<Vec<u8>, String> {
        if is_stdin(path) {
            if std::mem::replace(&mut self.stdin_read, true) {
                return Err("was read already; name `-` only once".to_owned());
            }
            let stdin = io::stdin().lock();
            if stdin.is_terminal() {
                say::line("standard input: waiting for text; end it with Ctrl-D");
            }
            read(stdin, 0)
        } else {
            // Some systems refuse to open a folder, others to read it.
            if path.is_dir() {
                return Err(refusal(&io::ErrorKind::IsADirectory.into()));
            }
            let file = File::open(path).map_err(|error| refusal(&error))?;
            let length = file.metadata().map_or(0, |metadata| metadata.len());
            read(file, length)
        }
    }
}

/// The name of an input as it is said to a person.
pub(super) fn title(name: &str) -> &str {
    if name == "-" { "standard input" } else { name }
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads all bytes, but no more than the head of what is no text.
fn read(mut from: impl Read, length: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    if length < LIMIT {
        // Where there is no room, the reading says so.
        let _ = bytes.try_reserve_exact(length as usize + 1);
    }
    let head = foreign::HEAD as u64;
    let mut read = |limit: u64, bytes: &mut Vec<u8>| {
        let mut part = from.by_ref().take(limit);
        part.read_to_end(bytes).map_err(|error| refusal(&error))
    };
    read(head, &mut bytes)?;
    if let Some(foreign) = foreign::look(&bytes) {
        return Err(foreign.to_string());
    }
    read(LIMIT + 1 - head, &mut bytes)?;
    if bytes.len() as u64 > LIMIT {
        return Err("is larger than 4 GiB; split it into its documents".to_owned());
    }
    Ok(bytes)
}

/// Why an input cannot be read, and what to do.
fn refusal(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            "no such file; check its name and its folder".to_owned()
        }
        io::ErrorKind::PermissionDenied => "may not be read; check its permissions".to_owned(),
        io::ErrorKind::IsADirectory => {
            "is a folder; name the files in it, for example FOLDER/*.txt".to_owned()
        }
        _ => format!("cannot be read ({error}); check the file and its disk"),
    }
}
