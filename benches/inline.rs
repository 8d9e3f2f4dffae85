//! How fast running text is read, with yardsticks over the same bytes.
//!
//! ```text
//! cargo bench --bench inline
//! VERBALE_BENCH_CORPUS=../shared/corpus cargo bench --bench inline
//! ```
//!
//! `mentions` is ours. `yardstick_markdown` (all events of pulldown-cmark) says what a fast reader
//! of structure costs, `yardstick_automaton` what it costs to look for all names of the gazetteer
//! and do nothing with them. The hostile inputs repeat one thing; their rates should be within
//! three times that of ordinary text.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use verbale::gazetteer::all_names;

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

static TEXTS: LazyLock<Vec<Input>> = LazyLock::new(|| {
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/cd-letter-2006-08-16.txt");
    let mut inputs = vec![Input { name: "seed", texts: vec![read(&seed)] }];
    if let Some(folder) = std::env::var_os("VERBALE_BENCH_CORPUS") {
        let mut paths = Vec::new();
        collect(Path::new(&folder), &mut paths);
        paths.sort();
        let folder = Path::new(&folder).display();
        assert!(!paths.is_empty(), "VERBALE_BENCH_CORPUS={folder}: no .txt or .md in it");
        inputs.push(Input { name: "corpus", texts: paths.iter().map(|path| read(path)).collect() });
    }
    inputs
});

/// One megabyte each of what would trip a careless reader.
static HOSTILE: LazyLock<Vec<Input>> = LazyLock::new(|| {
    let repeated = |name, piece: &str| {
        let text = piece.repeat(1_000_000 / piece.len());
        Input { name, texts: vec![text] }
    };
    let one_list = format!("resolutions {}", "150, ".repeat(200_000));
    vec![
        Input { name: "one list", texts: vec![one_list] },
        repeated("one word", "a"),
        repeated("one capital", "A"),
        repeated("parentheses", "("),
        repeated("symbol", "S/2006/"),
        repeated("stroke", "A/"),
        repeated("resolutions", "resolutions 1, 1, 1, "),
        repeated("ones", "1, "),
        repeated("states", "Kenya-"),
        repeated("honorifics", "Mr. "),
        repeated("presidents", "President "),
        repeated("days", "3 and "),
        repeated("definitions", "Old Union (OU) "),
        repeated("quotations", "(hereinafter “"),
        repeated("conventions", "Convention on "),
        repeated("organizations", "the Organization of "),
        repeated("paragraphs", "paragraph 1 of "),
        repeated("ibid", "Ibid. "),
        repeated("ranges", "1 (I) to 99 (I), "),
        repeated("joint symbols", "A/60/1-S/2006/1 "),
        repeated("subjects", "resolutions 60/1 on peace, "),
        repeated("dates", "60/1 of 1 May 2006, "),
    ]
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

#[divan::bench(args = TEXTS.iter())]
fn mentions(bencher: Bencher, input: &Input) {
    bencher.counter(input.bytes()).bench(|| input.each(verbale::mentions));
}

#[divan::bench(args = HOSTILE.iter(), sample_count = 5)]
fn mentions_of_hostile_text(bencher: Bencher, input: &Input) {
    bencher.counter(input.bytes()).bench(|| input.each(verbale::mentions));
}

#[divan::bench(args = TEXTS.iter())]
fn yardstick_markdown(bencher: Bencher, input: &Input) {
    bencher
        .counter(input.bytes())
        .bench(|| input.each(|text| pulldown_cmark::Parser::new(text).map(black_box).count()));
}

#[divan::bench(args = TEXTS.iter())]
fn yardstick_automaton(bencher: Bencher, input: &Input) {
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(all_names().map(verbale::gazetteer::Name::text))
        .expect("the names make an automaton");
    bencher
        .counter(input.bytes())
        .bench(|| input.each(|text| automaton.find_iter(text).map(black_box).count()));
}
