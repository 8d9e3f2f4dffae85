//! How fast documents are read, with yardsticks over the same bytes.
//!
//! ```text
//! cargo bench --bench parse
//! VERBALE_BENCH_CORPUS=../shared/corpus cargo bench --bench parse
//! ```
//!
//! `parse` and `parse_to_json` are ours. `yardstick_markdown` (all events of pulldown-cmark) says
//! what a fast reader of structure costs, `yardstick_lines` what it costs to look at every byte.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// Texts that are read one after the other.
struct Input {
    name: &'static str,
    texts: Vec<String>,
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name)
    }
}

impl Input {
    fn bytes(&self) -> BytesCount {
        BytesCount::new(self.texts.iter().map(String::len).sum::<usize>())
    }

    fn each<T>(&self, read: impl Fn(&str) -> T) {
        for text in &self.texts {
            black_box(read(black_box(text)));
        }
    }
}

static INPUTS: LazyLock<Vec<Input>> = LazyLock::new(|| {
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/cd-letter-2006-08-16.txt");
    let mut inputs = vec![Input { name: "seed", texts: vec![read(&seed)] }];
    if let Some(folder) = std::env::var_os("VERBALE_BENCH_CORPUS") {
        let mut paths = Vec::new();
        collect(Path::new(&folder), &mut paths);
        paths.sort();
        assert!(
            !paths.is_empty(),
            "VERBALE_BENCH_CORPUS={}: no .txt or .md in it",
            Path::new(&folder).display()
        );
        inputs.push(Input { name: "corpus", texts: paths.iter().map(|path| read(path)).collect() });
    }
    inputs
});

fn read(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    String::from_utf8_lossy(&bytes).into_owned()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|e| e == "txt" || e == "md") {
            paths.push(path);
        }
    }
}

#[divan::bench(args = INPUTS.iter())]
fn parse(bencher: Bencher, input: &Input) {
    bencher.counter(input.bytes()).bench(|| input.each(verbale::parse));
}

#[divan::bench(args = INPUTS.iter())]
fn parse_to_json(bencher: Bencher, input: &Input) {
    bencher.counter(input.bytes()).bench(|| {
        input.each(|text| {
            let parsed = verbale::parse(text);
            serde_json::to_vec(&parsed.document).expect("a document is JSON")
        });
    });
}

#[divan::bench(args = INPUTS.iter())]
fn yardstick_markdown(bencher: Bencher, input: &Input) {
    bencher
        .counter(input.bytes())
        .bench(|| input.each(|text| pulldown_cmark::Parser::new(text).map(black_box).count()));
}

#[divan::bench(args = INPUTS.iter())]
fn yardstick_lines(bencher: Bencher, input: &Input) {
    bencher.counter(input.bytes()).bench(|| input.each(|text| text.lines().map(black_box).count()));
}
