//! The command `verbale` as a person or a pipeline meets it.
#![cfg(feature = "cli")]

mod conduct;
mod encodings;
mod graph;
mod results;
mod verify;

use std::fs;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

const SEED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/cd-letter-2006-08-16.txt");

/// What a run said: exit code, standard output, standard error.
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Run {
            code: output.status.code().expect("ended by itself"),
            out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }
}

impl Run {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {:?}", self.out))
    }

    fn json_lines(&self) -> Vec<Value> {
        let lines = self.out.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line:?}")))
            .collect()
    }

    #[track_caller]
    fn says(&self, words: &str) -> &Self {
        assert!(self.err.contains(words), "{:?} not in {:?}", words, self.err);
        self
    }
}

fn verbale(folder: &TempDir, args: &[&str]) -> Run {
    fed(folder, args, b"")
}

fn fed(folder: &TempDir, args: &[&str], stdin: &[u8]) -> Run {
    let output = assert_cmd::Command::cargo_bin("verbale")
        .unwrap()
        .current_dir(folder.path())
        .args(args)
        .write_stdin(stdin)
        .output()
        .unwrap();
    Run::from(output)
}

/// A folder with the seed as `letter.txt` and a few troubles beside it.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::copy(SEED, folder.path().join("letter.txt")).unwrap();
    write(&folder, "empty.txt", b"");
    write(&folder, "photo.txt", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01");
    fs::create_dir(folder.path().join("folder")).unwrap();
    folder
}

fn write(folder: &TempDir, name: &str, bytes: &[u8]) {
    fs::write(folder.path().join(name), bytes).unwrap();
}

fn seed() -> String {
    fs::read_to_string(SEED).unwrap()
}

/// The document without its name, to compare readings of one text under several names.
fn nameless(mut document: Value) -> Value {
    document["source"] = Value::Null;
    document
}
