//! One document in two extractions: in the order of the page's file and with its layout kept.
//!
//! The corpus has such pairs (`X.txt`, `X.layout.txt`). Both give the same card, but for what one
//! of the extractions has lost. Where they still differ, the fields and the cause stand here; a
//! pair that differs in another field, or no longer differs, fails.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use verbale::export::Record;

mod support;

/// A pair that differs: its path in the corpus, the fields, and why.
const DIFFERENT: &[(&str, &[&str], &str)] = &[
    (
        "other/11_ECE_TRADE_C_CEFACT_2020_18E_AGAT_PoW",
        &["paragraphs"],
        "a justified line: the plain text has each of its words on a line of its own",
    ),
    (
        "other/ECE_TRADE_437E_Rec42",
        &["footnotes", "paragraphs"],
        "a table of contents and boxes: lines of the plain text are torn from their numbers; the \
         layout has a blank line within each note, so that notes 2 to 4 are no row",
    ),
    (
        "other/FINAL_Provisional_agenda_-_ECE_AGAT_2020_INF1",
        &["paragraphs"],
        "an agenda: the plain text has numbers and entries of its list in separate runs of lines",
    ),
    (
        "reports/11E_ECE_TRACE_C_CEFACT_2019_26",
        &["footnotes", "paragraphs", "title"],
        "notes without a rule whose markers the plain text has set into the list of paragraphs; \
         the number that ends the title is taken for one of them",
    ),
    (
        "resolutions_other/drafts/A_80_L.18",
        &["paragraphs"],
        "the plain text has two lines of the page in one, in the wrong order",
    ),
    (
        "resolutions_other/drafts/A_C.5_80_L.1",
        &["attachments", "citations", "member_states"],
        "a table of documents in columns: names and symbols broken over lines of one column are \
         whole in the plain text only",
    ),
    (
        "resolutions_other/drafts/A_C.6_80_L.1",
        &["paragraphs"],
        "a table of documents: each cell a line in the plain text",
    ),
];

fn card(path: &Path) -> serde_json::Map<String, Value> {
    let parsed = verbale::parse(&support::read(path));
    let card = serde_json::to_value(Record::from(&parsed.document)).expect("a card is JSON");
    let Value::Object(card) = card else { panic!("a card is an object") };
    card
}

#[test]
fn two_extractions_of_a_document_give_one_card() {
    let Some(shared) = support::shared("documents in two extractions") else { return };
    let corpus = shared.join("corpus");
    let mut expected: BTreeMap<&str, &[&str]> =
        DIFFERENT.iter().map(|(path, fields, _)| (*path, *fields)).collect();
    let (mut pairs, mut failures) = (0, Vec::new());
    for layout in support::corpus(&shared) {
        let name = layout.strip_prefix(&corpus).unwrap_or(&layout).display().to_string();
        let Some(name) = name.strip_suffix(".layout.txt") else { continue };
        let plain = corpus.join(format!("{name}.txt"));
        if !plain.is_file() {
            continue;
        }
        pairs += 1;
        let (one, other) = (card(&plain), card(&layout));
        let differ: Vec<&str> =
            one.keys().filter(|key| one.get(*key) != other.get(*key)).map(String::as_str).collect();
        let known = expected.remove(name).unwrap_or_default();
        let mut known: Vec<&str> = known.to_vec();
        known.sort_unstable();
        let mut sorted = differ.clone();
        sorted.sort_unstable();
        if sorted != known {
            failures.push(format!("{name}: differ in {sorted:?}, known {known:?}"));
        }
    }
    failures.extend(expected.keys().map(|name| format!("{name}: no such pair")));
    assert!(pairs > 50, "only {pairs} pairs");
    support::report("pairs", &failures);
}
