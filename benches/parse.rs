//! How fast documents are read, with yardsticks over the same bytes.
//!
//! ```text
//! cargo bench --bench parse
//! VERBALE_BENCH_CORPUS=../shared/corpus cargo bench --bench parse
//! VERBALE_BENCH_GROWTH=50 cargo bench --bench parse -- growth
//! ```
//!
//! `parse` and `parse_to_json` are ours. `yardstick_markdown` (all events of pulldown-cmark) says
//! what a fast reader of structure costs, `yardstick_lines` what it costs to look at every byte.
//! `growth` reads texts of 10 kB up to as many MB as the variable says (1 by default), ordinary ones
//! and such as no page has: the rate must stay the same from row to row.

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

/// A text of one shape and length.
struct Grown {
    shape: &'static str,
    length: usize,
}

impl fmt::Display for Grown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:>5} kB", self.shape, self.length / 1000)
    }
}

/// What the shapes repeat, one unit below the other; the seed stands for ordinary text.
const SHAPES: [(&str, &[&str]); 17] = [
    ("seed", &[]),
    ("one line", &["the Permanent Representative of Norway, 3 May 2031, and A/60/1; "]),
    ("one word", &["word"]),
    ("blank lines", &["\n"]),
    ("one letter a line", &["a\n"]),
    ("labels", &["Annex\n"]),
    ("numbers", &["1.\n"]),
    ("signatures", &["(Signed)\n"]),
    ("parties", &["For the Kingdom of Norway\n"]),
    ("note markers", &["word1 and\n_____\n1 Note.\n\n"]),
    ("rules", &["_____\n1\n"]),
    ("form feeds", &["Heading of the page\n\u{C}"]),
    ("table rows", &["| a | b |\n"]),
    ("columns", &["a    b    c\n"]),
    ("headings", &["Letter dated 3 May 2031 from the Secretary-General\n"]),
    (
        "carried",
        &["the letter of 3 May 2031 attached hereto, see annex 1, ", "\n\nAnnex 1\n\nIt.\n"],
    ),
    ("enacting lines", &["The General Assembly,\nRecalling it,\n1. Decides so.\n"]),
];

static GROWTH: LazyLock<Vec<Grown>> = LazyLock::new(|| {
    let most = std::env::var("VERBALE_BENCH_GROWTH").ok().and_then(|most| most.parse().ok());
    let most = most.unwrap_or(1) * 1_000_000;
    let lengths = [10_000, 100_000, 1_000_000, 10_000_000, 50_000_000];
    let shapes = SHAPES.iter().map(|(shape, _)| *shape);
    let rows = shapes.flat_map(|shape| lengths.map(|length| Grown { shape, length }));
    rows.filter(|row| row.length <= most).collect()
});

impl Grown {
    fn text(&self) -> String {
        let units = SHAPES.iter().find(|(shape, _)| *shape == self.shape).map(|(_, units)| *units);
        let units = match units.unwrap_or_default() {
            [] => &[INPUTS[0].texts[0].as_str()],
            units => units,
        };
        let share = self.length / units.len();
        let text: String = units.iter().map(|unit| unit.repeat(share / unit.len())).collect();
        // A text of blanks alone is not read.
        format!("{text}\nThe end of the text.\n")
    }
}

#[divan::bench(args = GROWTH.iter(), sample_count = 3, sample_size = 1)]
fn growth(bencher: Bencher, grown: &Grown) {
    let text = grown.text();
    bencher.counter(BytesCount::new(text.len())).bench(|| verbale::parse(black_box(&text)));
}
