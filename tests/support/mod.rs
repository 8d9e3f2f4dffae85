//! What the test files share: the seed, the texts beside the project, and loud words.

#![allow(dead_code, reason = "every test file uses its own part of this one")]

use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Where the project's own files are.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The seed: the one document that comes with the project.
pub(crate) fn seed() -> String {
    read(&root().join("seeds/cd-letter-2006-08-16.txt"))
}

/// A file as text; bytes that are not UTF-8 are replaced, as a caller of the library would do.
pub(crate) fn read(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The folder of real documents beside the project, or a loud word that it is not here.
pub(crate) fn shared(what_is_skipped: &str) -> Option<PathBuf> {
    let shared = root().join("../shared");
    if shared.join("corpus").is_dir() {
        return Some(shared);
    }
    say(&format!("SKIPPED: ../shared is not here, so nothing was tested of: {what_is_skipped}"));
    None
}

/// Says something past the test runner's capture, so that it is seen where all tests pass.
pub(crate) fn say(line: &str) {
    writeln!(std::io::stderr(), "\n{line}").expect("standard error can be written");
}

/// All texts of the corpus and all sources of gold labels, sorted, each once.
pub(crate) fn corpus(shared: &Path) -> Vec<PathBuf> {
    let mut texts = Vec::new();
    collect_texts(&shared.join("corpus"), &mut texts);
    let labels = std::fs::read_dir(shared.join("gold")).expect("../shared/gold can be listed");
    for label in labels.map(|entry| entry.expect("an entry of gold/").path()) {
        if label.extension().is_some_and(|e| e == "json") {
            let card: serde_json::Value =
                serde_json::from_str(&read(&label)).expect("a gold label is JSON");
            let source = card["source"].as_str().expect("a gold label has a source");
            let places = [shared.join("corpus").join(source), shared.join(source)];
            let place = places.into_iter().find(|place| place.is_file());
            texts.push(place.unwrap_or_else(|| panic!("gold source {source} is nowhere")));
        }
    }
    texts.sort();
    texts.dedup();
    texts
}

/// All texts in a folder and those below it, sorted.
pub(crate) fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut texts = Vec::new();
    collect_texts(folder, &mut texts);
    texts.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    texts.sort();
    texts
}

fn collect_texts(folder: &Path, texts: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
        let path = entry.expect("an entry of the corpus").path();
        if path.is_dir() {
            collect_texts(&path, texts);
        } else if path.extension().is_some_and(|e| e == "txt" || e == "md") {
            texts.push(path);
        }
    }
}

/// All failures of a run over many texts in one message, the first twenty in full.
pub(crate) fn report(what: &str, failures: &[String]) {
    assert!(
        failures.is_empty(),
        "{what}: {} failures, the first of them:\n{}",
        failures.len(),
        failures[..failures.len().min(20)].join("\n")
    );
}
