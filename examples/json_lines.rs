//! Documents and cards as JSON lines, offsets as Python counts: `cargo run --example json_lines FILE...`.

use std::io::Write as _;

use verbale::export::{Offsets, Record};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut paths: Vec<String> = std::env::args().skip(1).collect();
    if paths.is_empty() {
        paths.push("seeds/cd-letter-2006-08-16.txt".to_owned());
    }
    let mut out = std::io::stdout().lock();
    for path in paths {
        let source = std::fs::read_to_string(&path)?;
        let document = verbale::parse(&source).document.with_source(path);
        writeln!(out, "{}", serde_json::to_string(&Record::from(&document))?)?;
        let document = document.with_offsets(&source, Offsets::CodePoint)?;
        writeln!(out, "{}", serde_json::to_string(&document)?)?;
    }
    Ok(())
}
