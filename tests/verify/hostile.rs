//! Readings made to do harm: `verify` answers each with a report, in time linear in what it was
//! given.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::{Value, json};
use verbale::export::Offsets;
use verbale::{Verification, verify_json};

use crate::{honest, support};

fn reading_of(source: &str) -> Value {
    serde_json::to_value(verbale::parse(source).document).expect("a document is JSON")
}

/// The pointers of the false fields with their codes.
fn refused(report: &Verification) -> Vec<String> {
    report.false_fields.iter().map(|d| format!("{} {}", d.code.as_str(), d.pointer)).collect()
}

/// Visits every span in a value.
fn spans(value: &mut Value, visit: &mut impl FnMut(&mut Value)) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                if key == "span" || key.ends_with("_span") {
                    visit(inner);
                }
                spans(inner, visit);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| spans(item, visit)),
        _ => {}
    }
}

#[test]
fn spans_beyond_the_text_or_inside_a_character_are_no_places() {
    let (seed, honest) = honest();
    let inside = seed.find('’').expect("the seed has a character of three bytes") + 1;
    for place in [
        json!({ "start": seed.len(), "end": seed.len() + 4 }),
        json!({ "start": u32::MAX - 1, "end": u32::MAX }),
        json!({ "start": 10, "end": 10 }),
        json!({ "start": 20, "end": 10 }),
        json!({ "start": inside, "end": inside + 5 }),
        json!({ "start": 0, "end": inside }),
    ] {
        let mut reading = honest.clone();
        let mut count = 0;
        spans(&mut reading, &mut |span| {
            *span = place.clone();
            count += 1;
        });
        let report = verify_json(&seed, &reading);
        let found = report.false_fields.iter().filter(|d| d.code.as_str() == "no_place").count();
        // A text with a segment that is elsewhere is said once, at its span.
        assert!(found > count * 3 / 4, "{place}: {found} of {count}");
    }
    for place in [json!({ "start": -1, "end": 4 }), json!({ "start": 5_000_000_000_u64, "end": 1 })]
    {
        let mut reading = honest.clone();
        reading["title"]["span"] = place.clone();
        assert_eq!(refused(&verify_json(&seed, &reading)), ["malformed /title/span"], "{place}");
    }
}

#[test]
fn huge_nesting_is_named_and_not_followed() {
    let mut deep = Value::Null;
    for level in 0..20_000 {
        deep = if level % 2 == 0 {
            Value::Array(vec![deep])
        } else {
            Value::Object([("document".to_owned(), deep)].into_iter().collect())
        };
    }
    let report = verify_json("Text.", &deep);
    assert_eq!(refused(&report), ["malformed "]);
    assert_eq!(report.false_fields[0].message, "nested more than 128 deep, as no reading is");
    // Taken apart level by level: a value drops itself by recursion.
    loop {
        deep = match deep {
            Value::Array(mut items) => items.pop().unwrap_or_default(),
            Value::Object(mut fields) => fields.remove("document").unwrap_or_default(),
            _ => break,
        };
    }
}

#[test]
fn a_parent_that_is_its_own_child_is_refused() {
    let (seed, mut reading) = honest();
    for (block, parent) in [(1, 1), (2, 3), (3, 2)] {
        reading["content"]["blocks"][block]["parent"] = parent.into();
    }
    let mut found = refused(&verify_json(&seed, &reading));
    found.sort();
    let blocks = [1, 2, 3].map(|at| format!("structure /content/blocks/{at}/parent"));
    assert_eq!(found, blocks);
}

#[test]
fn an_empty_source_has_nothing_of_a_reading() {
    let (_, reading) = honest();
    let report = verify_json("", &reading);
    assert!(!report.is_true());
    let all_say_so = report
        .false_fields
        .iter()
        .all(|d| matches!(d.code.as_str(), "no_place" | "does_not_follow" | "not_in_text"));
    assert!(all_say_so, "{:#?}", refused(&report));
    assert!(verify_json("", &reading_of("")).is_complete());
}

#[test]
fn the_unit_of_the_offsets_is_one_finding() {
    let source = format!("Note à l’attention du Président — 中文 🌍\n\n{}", support::seed());
    let document = verbale::parse(&source).document;
    for unit in [Offsets::Utf8, Offsets::Utf16, Offsets::CodePoint] {
        let reading = document.clone().with_offsets(&source, unit).expect("the same source");
        assert_eq!(reading.offsets(), unit);
        assert!(verbale::verify(&source, &reading).is_complete(), "{unit:?}");
        let mut reading = serde_json::to_value(reading).expect("a document is JSON");
        for other in ["utf8", "utf16", "codepoint"] {
            for pointer in ["/offsets", "/content/attachments/0/document/offsets"] {
                *reading.pointer_mut(pointer).expect("a document says it") = other.into();
            }
            let found = refused(&verify_json(&source, &reading));
            let wrong = (other != unit.as_str()).then(|| "does_not_follow /offsets".to_owned());
            assert_eq!(found, Vec::from_iter(wrong), "{unit:?} as {other}");
        }
        reading["offsets"] = "furlong".into();
        let found = refused(&verify_json(&source, &reading));
        assert!(found.contains(&"malformed /offsets".to_owned()), "{found:?}");
    }
    let (seed, mut reading) = honest();
    reading["content"]["attachments"][0]["document"]["offsets"] = "utf16".into();
    assert_eq!(
        refused(&verify_json(&seed, &reading)),
        ["does_not_follow /content/attachments/0/document/offsets"]
    );
}

#[test]
fn another_version_of_the_format_is_named() {
    let (seed, honest) = honest();
    for version in [json!("2.0"), json!("0.9"), json!(""), json!(1), Value::Null] {
        let mut reading = honest.clone();
        reading["schema_version"] = version.clone();
        assert_eq!(
            refused(&verify_json(&seed, &reading)),
            ["malformed /schema_version"],
            "{version}"
        );
    }
    // Those of the same first number are read, fields that came later included.
    for version in ["1.0", "1.1", "1.999"] {
        let mut reading = honest.clone();
        reading["schema_version"] = version.into();
        reading["later"] = json!({ "field": true });
        assert!(verify_json(&seed, &reading).is_complete(), "{version}");
    }
}

/// How long a verification takes.
fn time(source: &str, reading: &Value) -> Duration {
    let start = Instant::now();
    let report = verify_json(source, reading);
    assert!(!report.is_true());
    start.elapsed()
}

/// A reading of so many lies, each of its own kind in turn.
fn heap_of_lies(source: &str, lies: usize) -> Value {
    let (_, mut reading) = honest();
    let whole = json!({ "start": 0, "end": source.len() });
    let signatory = json!({
        "mark": null, "titles": [], "state": null, "on_behalf_of": null, "span": whole,
        "name": { "printed": "P", "span": whole },
    });
    let symbol = json!({ "printed": "PERMANENT", "span": whole });
    let furniture = json!({ "kind": "rule", "printed": "P E R M", "span": whole });
    let block = json!({
        "kind": "paragraph", "id": "a", "number": null, "depth": 0, "parent": null,
        "action": null, "table": null,
        "text": { "text": "P", "span": whole, "segments": [whole, whole], "mentions": [
            { "kind": "date", "printed": "16", "range": { "start": 0, "end": 1 }, "span": whole,
              "status": "printed", "date": "2006-08-16", "end_date": null },
        ], "note_marks": [] },
    });
    let of = |value: &Value| Value::Array(vec![value.clone(); lies / 4]);
    reading["signatories"] = of(&signatory);
    reading["masthead"]["sessions"] = of(&symbol);
    reading["content"]["furniture"] = of(&furniture);
    reading["content"]["blocks"] = of(&block);
    reading
}

#[test]
fn ten_times_the_lies_take_ten_times_as_long() {
    let source = support::seed().repeat(8);
    let [small, large] = [2_000, 20_000].map(|lies| heap_of_lies(&source, lies));
    assert!(large.to_string().len() > 2_500_000);
    let parse = time(&source, &heap_of_lies(&source, 4));
    let (small, large) = (time(&source, &small), time(&source, &large));
    support::say(&format!("lies: the text alone {parse:?}, 2,000 {small:?}, 20,000 {large:?}"));
    // Time is that of a machine with other work: twice what linear gives, and a second, is enough.
    assert!(large < 20 * small + Duration::from_secs(1), "{small:?} {large:?}");
}

/// A value to put where it does not belong.
fn anything() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u16>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([{ "span": { "start": 0, "end": 9 }, "printed": "PERMANENT" }])),
        Just(json!({ "span": { "start": 3, "end": 2 }, "segments": [null, 3], "text": 5 })),
    ]
}

/// The pointers of everything in a value.
fn pointers(value: &Value, pointer: &str, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                pointers(inner, &format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                pointers(item, &format!("{pointer}/{at}"), found);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Whatever stands where in a reading: a report, whose pointers are places in it.
    #[test]
    fn any_reading_gets_a_report(
        edits in prop::collection::vec((any::<prop::sample::Index>(), anything()), 1..6),
    ) {
        let source = "S/2031/77\n\nLetter dated 3 May 2031 from the Permanent Representative of \
                      Norway to the United Nations addressed to the Secretary-General\n\nI refer \
                      to resolution 1540 (2004), para. 3.1\n\n(Signed) Ada Byron – Ærø\n\n\
                      1 Annex to document A/60/973.\n";
        let mut reading = reading_of(source);
        let mut places = Vec::new();
        pointers(&reading, "", &mut places);
        for (place, value) in edits {
            if let Some(there) = reading.pointer_mut(place.get(&places[..]).as_str()) {
                *there = value;
            }
        }
        let report = verify_json(source, &reading);
        for found in report.false_fields.iter().chain(&report.missing) {
            let holder = found.pointer.rsplit_once('/').map_or("", |(holder, _)| holder);
            let known = reading.pointer(&found.pointer).or_else(|| reading.pointer(holder));
            prop_assert!(
                known.is_some() || found.code.as_str() == "missing",
                "{} of {}", found.pointer, reading
            );
            prop_assert!(!found.message.is_empty());
        }
        for unit in [Offsets::Utf16, Offsets::CodePoint] {
            unit.to_bytes(source, &mut reading);
            let _ = unit.count(source, &mut reading);
        }
    }

    /// A document of one text is no document of another, and never a panic.
    #[test]
    fn a_reading_of_another_text_is_refused(text in "\\PC{0,200}") {
        let (_, reading) = honest();
        let report = verify_json(&text, &reading);
        prop_assert!(!report.is_true());
    }
}
