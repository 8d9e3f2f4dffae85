//! The coverage check finds what is lost and what is held twice.

use serde_json::Value;
use verbale::{Coverage, Document, Span, coverage, parse};

const SOURCE: &str = "Letter dated 3 May 2031 from the Secretary-General\n\nText.\n";

/// The reading of `SOURCE` with its list of blocks changed.
fn with_blocks(change: impl Fn(&mut Vec<Value>)) -> Document {
    let mut json = serde_json::to_value(parse(SOURCE).document).unwrap();
    let Value::Array(blocks) = &mut json["content"]["blocks"] else { panic!("no blocks") };
    change(blocks);
    serde_json::from_value(json).unwrap()
}

#[test]
fn a_reading_of_its_own_source_is_complete() {
    assert_eq!(coverage(SOURCE, &parse(SOURCE).document), Coverage::default());
}

#[test]
fn what_no_leaf_holds_is_found() {
    let document = with_blocks(|blocks| drop(blocks.pop()));
    let found = coverage(SOURCE, &document);
    assert_eq!(found.uncovered, [Span::new(52, 57)]);
    assert_eq!(found.doubled, []);
}

#[test]
fn what_two_leaves_hold_is_found() {
    let document = with_blocks(|blocks| blocks.push(blocks[1].clone()));
    let found = coverage(SOURCE, &document);
    assert_eq!(found.uncovered, []);
    assert_eq!(found.doubled, [Span::new(52, 57)]);
}

#[test]
fn a_reading_of_another_source_gives_findings() {
    assert!(!coverage("Short.", &parse(SOURCE).document).is_complete());
}

#[test]
fn a_label_with_wide_blanks_is_read_in_its_joined_text() {
    let source =
        "Letter dated 3 May 2031 from the Secretary-General\n\nText.\n\nAnnex  I\n\nMore.\n";
    let document = parse(source).document;
    let label = document.attachments()[0].label.as_ref().unwrap();
    assert_eq!((label.printed.as_str(), label.span), ("Annex I", Span::new(59, 67)));
    assert_eq!(coverage(source, &document), Coverage::default());
}
