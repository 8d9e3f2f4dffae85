//! How fast readings are proved: `cargo bench --bench verify`.
//!
//! `honest` is the seed's own reading, `lies` ten megabytes of false fields about it, each with the
//! whole text as its place. Both are linear in the JSON; `parse` is the part that the text takes.

use std::path::Path;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use serde_json::{Value, json};

fn main() {
    divan::main();
}

fn seed() -> (String, Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/cd-letter-2006-08-16.txt");
    let text = std::fs::read_to_string(path).expect("the seed can be read");
    let reading = serde_json::to_value(verbale::parse(&text).document).expect("a document is JSON");
    (text, reading)
}

#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let (text, _) = seed();
    bencher.counter(BytesCount::new(text.len())).bench_local(|| verbale::parse(black_box(&text)));
}

#[divan::bench]
fn honest(bencher: Bencher<'_, '_>) {
    let (text, reading) = seed();
    bencher
        .counter(BytesCount::new(reading.to_string().len()))
        .bench_local(|| verbale::verify_json(black_box(&text), black_box(&reading)));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn lies(bencher: Bencher<'_, '_>) {
    let (text, mut reading) = seed();
    let whole = json!({ "start": 0, "end": text.len() });
    let signatory = json!({
        "mark": null, "titles": [], "state": null, "on_behalf_of": null, "span": whole,
        "name": { "printed": "PERMANENT", "span": whole },
    });
    reading["signatories"] = Value::Array(vec![signatory; 70_000]);
    bencher
        .counter(BytesCount::new(reading.to_string().len()))
        .bench_local(|| verbale::verify_json(black_box(&text), black_box(&reading)));
}
