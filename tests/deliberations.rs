//! Adopted texts of our own, in the forms that real ones have, against what was read of them by
//! eye: who adopted, when and how, who submits, and every paragraph with its place.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use verbale::Document;
use verbale::export::{Row, RowKind, rows};
use verbale::model::{Adoption, MemberState, Vote};

fn codes(states: &[MemberState]) -> Value {
    states.iter().map(|state| state.alpha3.clone()).collect()
}

fn vote(vote: &Vote) -> Value {
    json!({
        "in_favour": [vote.in_favour, codes(&vote.states_in_favour)],
        "against": [vote.against, codes(&vote.states_against)],
        "abstaining": [vote.abstaining, codes(&vote.states_abstaining)],
        "non_voting": [vote.non_voting, codes(&vote.states_non_voting)],
    })
}

fn adoption(adoption: &Adoption) -> Value {
    json!({
        "date": adoption.date.as_ref().map(|date| date.date.to_string()),
        "meeting": adoption.meeting.as_ref().map(|meeting| meeting.number),
        "unanimous": adoption.unanimous,
        "without_a_vote": adoption.without_a_vote,
        "vote": adoption.vote.as_ref().map(vote),
        "reference": adoption.reference.as_ref().map(|reference| reference.printed.clone()),
    })
}

/// What the test compares: one line a paragraph.
fn reading(text: &str) -> Value {
    let document = verbale::parse(text).document;
    let (organ, number, how) = match &document {
        Document::Resolution(d) => (&d.organ, d.number.as_ref(), adoption(&d.adoption)),
        Document::Decision(d) => (&d.organ, d.number.as_ref(), adoption(&d.adoption)),
        Document::PresidentialStatement(d) => (&d.organ, d.item.as_ref(), adoption(&d.adoption)),
        Document::DraftResolution(d) => {
            let sponsors = d.sponsors.iter().map(|sponsor| {
                json!([
                    sponsor.name,
                    sponsor.on_behalf_of.as_ref().map(|words| words.printed.clone())
                ])
            });
            let sponsors: Value = sponsors.collect();
            (&d.organ, None, json!({ "draft_of": d.draft_of, "sponsors": sponsors }))
        }
        _ => (&None, None, Value::Null),
    };
    let paragraphs = rows(text, &document, RowKind::Paragraphs).into_iter().map(|row| {
        let Row::Paragraph(row) = row else { panic!("not a paragraph") };
        let action = row.action.unwrap_or_default();
        format!("{} | {} | {} | {}", row.path, row.id.unwrap_or_default(), action, row.text)
    });
    json!({
        "document_type": document.document_type(),
        "organ": organ.as_ref().map(|organ| organ.code.as_ref().unwrap_or(&organ.name).clone()),
        "number_or_item": number.map(|number| number.printed.clone()),
        "how": how,
        "carries": document.all_attachments().iter().map(|attachment| {
            json!([attachment.id, attachment.document.title().map(|title| title.printed.clone())])
        }).collect::<Value>(),
        "paragraphs": paragraphs.collect::<Value>(),
    })
}

fn texts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/deliberations");
    let entries = std::fs::read_dir(folder).expect("the folder of documents");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut texts: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt")).collect();
    texts.sort();
    texts
}

#[test]
fn every_deliberation_is_read_as_by_eye() {
    let mut failures = Vec::new();
    for path in texts() {
        let text = std::fs::read_to_string(&path).expect("a text");
        let found = reading(&text);
        let expected_at = path.with_extension("reading.json");
        if std::env::var_os("VERBALE_BLESS").is_some() && !expected_at.exists() {
            let json = serde_json::to_string_pretty(&found).expect("a reading is JSON");
            std::fs::write(&expected_at, json + "\n").expect("the reading is written");
            println!("WRITTEN, read it: {}", expected_at.display());
        }
        let expected = std::fs::read_to_string(&expected_at).unwrap_or_default();
        let expected: Value = serde_json::from_str(&expected).unwrap_or(Value::Null);
        if expected != found {
            failures.push(format!("{}: found\n{found:#}", path.display()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// Identifiers are unique in their document, and the same for the same input.
#[test]
fn identifiers_are_unique_and_stable() {
    for path in texts() {
        let text = std::fs::read_to_string(&path).expect("a text");
        let document = verbale::parse(&text).document;
        assert_eq!(document, verbale::parse(&text).document);
        let mut documents = vec![&document];
        let carried = document.all_attachments();
        documents.extend(carried.iter().map(|attachment| &*attachment.document));
        for document in documents {
            let blocks = &document.content().blocks;
            let ids: Vec<&String> = blocks.iter().filter_map(|block| block.id.as_ref()).collect();
            let mut once = ids.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), ids.len(), "{}: {ids:?}", path.display());
        }
    }
}
