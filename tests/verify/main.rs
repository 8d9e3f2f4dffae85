//! `verify`: our own output holds, and every small lie in it is found where it stands.

mod hostile;
mod more_lies;
#[path = "../support/mod.rs"]
mod support;

use std::panic::catch_unwind;

use serde_json::Value;
use verbale::{verify, verify_json};

#[test]
fn our_own_readings_hold() {
    let mut texts =
        vec![("the seed".to_owned(), support::seed()), ("nothing".to_owned(), String::new())];
    if let Some(shared) = support::shared("verification of our readings of the corpus") {
        let paths = support::corpus(&shared);
        texts.extend(paths.iter().map(|path| (path.display().to_string(), support::read(path))));
    }
    let own = ["tests/documents", "tests/clients/documents", "tests/released"];
    for path in own.iter().flat_map(|folder| support::texts(&support::root().join(folder))) {
        texts.push((path.display().to_string(), support::read(&path)));
    }
    let (even, odd): (Vec<_>, Vec<_>) = texts.iter().enumerate().partition(|(at, _)| at % 2 == 0);
    let discrepancies = |texts: Vec<(usize, &(String, String))>| -> Vec<String> {
        texts.into_iter().flat_map(|(_, (name, source))| discrepancies(name, source)).collect()
    };
    let failures = std::thread::scope(|scope| {
        let other = scope.spawn(|| discrepancies(odd));
        let mut failures = discrepancies(even);
        failures.extend(other.join().expect("panics are caught"));
        failures
    });
    support::say(&format!("verified our readings of {} texts", texts.len()));
    support::report("own readings that do not hold", &failures);
}

fn discrepancies(name: &str, source: &str) -> Vec<String> {
    let Ok(found) = catch_unwind(|| verify(source, &verbale::parse(source).document)) else {
        return vec![format!("{name}: verify panicked")];
    };
    let found = found.false_fields.into_iter().chain(found.missing);
    found.map(|d| format!("{name}: {}: {}", d.pointer, d.message)).collect()
}

/// A small lie about the seed: what it is, where it is told, and how; the place is the pointer at
/// which it must be found.
struct Lie {
    what: &'static str,
    found_at: &'static str,
    code: &'static str,
    tell: fn(&mut Value),
}

pub(crate) fn set(pointer: &'static str, value: impl Into<Value>) -> impl FnOnce(&mut Value) {
    let value = value.into();
    move |reading| *at(reading, pointer) = value
}

pub(crate) fn at<'v>(reading: &'v mut Value, pointer: &str) -> &'v mut Value {
    reading.pointer_mut(pointer).unwrap_or_else(|| panic!("the seed has no {pointer}"))
}

fn copy(reading: &mut Value, from: &str, to: &str) {
    let value = at(reading, from).clone();
    *at(reading, to) = value;
}

fn shift(reading: &mut Value, pointer: &str, by: i64) {
    let offset = at(reading, pointer);
    *offset = (offset.as_i64().expect("an offset") + by).into();
}

fn drop_last(reading: &mut Value, pointer: &str) {
    at(reading, pointer).as_array_mut().expect("an array").pop().expect("an item");
}

macro_rules! annex {
    ($rest:literal) => {
        concat!("/content/attachments/0/document", $rest)
    };
}

const LIES: &[Lie] = &[
    Lie {
        what: "a day later",
        found_at: "/document_date/date",
        code: "does_not_follow",
        tell: |r| set("/document_date/date", "2006-08-17")(r),
    },
    Lie {
        what: "a year later, in a mention",
        found_at: "/content/blocks/1/text/mentions/1/date",
        code: "does_not_follow",
        tell: |r| set("/content/blocks/1/text/mentions/1/date", "2007-06-15")(r),
    },
    Lie {
        what: "the month alone",
        found_at: annex!("/content/blocks/1/text/mentions/0/date"),
        code: "does_not_follow",
        tell: |r| set(annex!("/content/blocks/1/text/mentions/0/date"), "2006-06")(r),
    },
    Lie {
        what: "a period that is none",
        found_at: annex!("/content/blocks/2/text/mentions/9/end_date"),
        code: "does_not_follow",
        tell: |r| set(annex!("/content/blocks/2/text/mentions/9/end_date"), "2006-06-16")(r),
    },
    Lie {
        what: "the date from another place of the text",
        found_at: annex!("/document_date"),
        code: "other_place",
        tell: |r| {
            let date = serde_json::json!({
                "printed": "8 December 2005",
                "date": "2005-12-08",
                "span": { "start": 5608, "end": 5623 },
            });
            set(annex!("/document_date"), date)(r);
        },
    },
    Lie {
        what: "another State's code",
        found_at: "/senders/0/state/alpha3",
        code: "does_not_follow",
        tell: |r| set("/senders/0/state/alpha3", "KAZ")(r),
    },
    Lie {
        what: "another State's number",
        found_at: "/signatories/0/state/m49",
        code: "does_not_follow",
        tell: |r| set("/signatories/0/state/m49", "158")(r),
    },
    Lie {
        what: "another State's short name",
        found_at: annex!("/parties/0/short_name"),
        code: "does_not_follow",
        tell: |r| set(annex!("/parties/0/short_name"), "Kyrgyzstan")(r),
    },
    Lie {
        what: "another State's two letters in a mention",
        found_at: annex!("/content/blocks/2/text/mentions/6/member_state/alpha2"),
        code: "does_not_follow",
        tell: |r| set(annex!("/content/blocks/2/text/mentions/6/member_state/alpha2"), "BY")(r),
    },
    Lie {
        what: "the State of the next signature, true in itself",
        found_at: annex!("/signatories/1/state/span"),
        code: "outside",
        tell: |r| copy(r, annex!("/signatories/2/state"), annex!("/signatories/1/state")),
    },
    Lie {
        what: "a span moved by one byte",
        found_at: annex!("/title/printed"),
        code: "not_printed",
        tell: |r| {
            shift(r, annex!("/title/span/start"), 1);
            shift(r, annex!("/title/span/end"), 1);
        },
    },
    Lie {
        what: "a span longer by one blank",
        found_at: annex!("/parties/3/printed"),
        code: "not_printed",
        tell: |r| shift(r, annex!("/parties/3/span/start"), -1),
    },
    Lie {
        what: "a span that ends before it begins",
        found_at: annex!("/place/span"),
        code: "no_place",
        tell: |r| set(annex!("/place/span/end"), 1240)(r),
    },
    Lie {
        what: "a span beyond the text",
        found_at: "/senders/0/office/span",
        code: "no_place",
        tell: |r| set("/senders/0/office/span/end", 100_000)(r),
    },
    Lie {
        what: "a name with another letter",
        found_at: "/signatories/0/name/printed",
        code: "not_printed",
        tell: |r| set("/signatories/0/name/printed", "Cheng Jingyi")(r),
    },
    Lie {
        what: "a name from the other signature, with its span",
        found_at: annex!("/signatories/3/name/span"),
        code: "outside",
        tell: |r| copy(r, annex!("/signatories/4/name"), annex!("/signatories/3/name")),
    },
    Lie {
        what: "an office that nobody holds",
        found_at: "/addressees/0/office/name",
        code: "does_not_follow",
        tell: |r| set("/addressees/0/office/name", "Deputy Permanent Representative")(r),
    },
    Lie {
        what: "the addressee under another name",
        found_at: "/addressees/0/name",
        code: "does_not_follow",
        tell: |r| set("/addressees/0/name", "Secretary-General of the United Nations")(r),
    },
    Lie {
        what: "another body's code",
        found_at: "/senders/0/accredited_to/code",
        code: "does_not_follow",
        tell: |r| set("/senders/0/accredited_to/code", "GA")(r),
    },
    Lie {
        what: "a citation that is not there",
        found_at: "/content/footnotes/0/text/mentions/0/canonical",
        code: "does_not_follow",
        tell: |r| set("/content/footnotes/0/text/mentions/0/canonical", "A/60/937")(r),
    },
    Lie {
        what: "another resolution",
        found_at: annex!("/content/blocks/10/text/mentions/1/target/symbol/number"),
        code: "does_not_follow",
        tell: |r| set(annex!("/content/blocks/10/text/mentions/1/target/symbol/number"), "54")(r),
    },
    Lie {
        what: "a pinpoint into another annex",
        found_at: "/content/footnotes/0/text/mentions/0/pinpoints/0/number",
        code: "does_not_follow",
        tell: |r| set("/content/footnotes/0/text/mentions/0/pinpoints/0/number", "III")(r),
    },
    Lie {
        what: "an instrument by another name",
        found_at: annex!("/content/blocks/11/text/mentions/1/canonical"),
        code: "does_not_follow",
        tell: |r| {
            set(
                annex!("/content/blocks/11/text/mentions/1/canonical"),
                "Statute of the International Court of Justice",
            )(r);
        },
    },
    Lie {
        what: "a word of the text changed",
        found_at: annex!("/content/blocks/4/text/text"),
        code: "not_in_text",
        tell: |r| {
            let text = at(r, annex!("/content/blocks/4/text/text"));
            *text = text.as_str().expect("a text").replace("more fully", "less fully").into();
        },
    },
    Lie {
        what: "a paragraph that is a title",
        found_at: "/content/blocks/1/kind",
        code: "does_not_follow",
        tell: |r| set("/content/blocks/1/kind", "title")(r),
    },
    Lie {
        what: "a paragraph below another",
        found_at: "/content/blocks/2/parent",
        code: "structure",
        tell: |r| {
            set("/content/blocks/2/parent", 1)(r);
            set("/content/blocks/2/depth", 1)(r);
        },
    },
    Lie {
        what: "a note anchored elsewhere",
        found_at: "/content/footnotes/0/anchors/0",
        code: "structure",
        tell: |r| set("/content/footnotes/0/anchors/0/offset", 300)(r),
    },
    Lie {
        what: "a range that points at other words",
        found_at: "/content/blocks/0/text/mentions/7/range",
        code: "not_in_text",
        tell: |r| {
            set("/content/blocks/0/text/mentions/7/range/start", 90)(r);
            set("/content/blocks/0/text/mentions/7/range/end", 95)(r);
        },
    },
    Lie {
        what: "a note with another mark",
        found_at: "/content/blocks/0/text/note_marks/0/marker",
        code: "does_not_follow",
        tell: |r| set("/content/blocks/0/text/note_marks/0/marker", "2")(r),
    },
    Lie {
        what: "a definition of another term",
        found_at: annex!("/content/definitions/1/terms/0/printed"),
        code: "not_printed",
        tell: |r| set(annex!("/content/definitions/1/terms/0/printed"), "IT")(r),
    },
    Lie {
        what: "another kind of document",
        found_at: annex!("/document_type"),
        code: "does_not_follow",
        tell: |r| set(annex!("/document_type"), "declaration")(r),
    },
    Lie {
        what: "another kind of attachment",
        found_at: "/content/attachments/0/kind",
        code: "does_not_follow",
        tell: |r| set("/content/attachments/0/kind", "annex")(r),
    },
    Lie {
        what: "a dropped signatory",
        found_at: annex!("/signatories"),
        code: "missing",
        tell: |r| drop_last(r, annex!("/signatories")),
    },
    Lie {
        what: "a dropped title of a signatory",
        found_at: "/signatories/0/titles",
        code: "missing",
        tell: |r| drop_last(r, "/signatories/0/titles"),
    },
    Lie {
        what: "a dropped citation",
        found_at: annex!("/content/blocks/11/text/mentions"),
        code: "missing",
        tell: |r| {
            let mentions = at(r, annex!("/content/blocks/11/text/mentions"));
            let mentions = mentions.as_array_mut().expect("an array");
            mentions.retain(|m| m["canonical"] != "Universal Declaration of Human Rights");
        },
    },
    Lie {
        what: "a dropped State",
        found_at: annex!("/content/blocks/17/text/mentions"),
        code: "missing",
        tell: |r| drop_last(r, annex!("/content/blocks/17/text/mentions")),
    },
    Lie {
        what: "a transmittal that is not said",
        found_at: "/transmits",
        code: "missing",
        tell: |r| set("/transmits", Value::Null)(r),
    },
    Lie {
        what: "a dropped piece of the page",
        found_at: "/content/blocks",
        code: "missing",
        tell: |r| drop_last(r, annex!("/content/furniture")),
    },
];

/// Every finding as code and pointer.
pub(crate) fn findings(source: &str, reading: &Value) -> Vec<String> {
    let report = verify_json(source, reading);
    let found = report.false_fields.iter().chain(&report.missing);
    found.map(|d| format!("{} {}", d.code.as_str(), d.pointer)).collect()
}

pub(crate) fn honest() -> (String, Value) {
    let seed = support::seed();
    let reading = serde_json::to_value(verbale::parse(&seed).document).expect("a document is JSON");
    (seed, reading)
}

#[test]
fn every_lie_is_found_where_it_is_told() {
    let (seed, honest) = honest();
    let mut failures = Vec::new();
    for lie in LIES {
        let mut reading = honest.clone();
        (lie.tell)(&mut reading);
        let found = findings(&seed, &reading);
        if found != [format!("{} {}", lie.code, lie.found_at)] {
            failures.push(format!("{}: {found:#?}", lie.what));
        }
    }
    support::report("lies that are not found as they are", &failures);
}

#[test]
fn lies_do_not_hide_one_another() {
    let (seed, mut reading) = honest();
    for lie in LIES {
        (lie.tell)(&mut reading);
    }
    let mut found = findings(&seed, &reading);
    let mut told: Vec<String> =
        LIES.iter().map(|lie| format!("{} {}", lie.code, lie.found_at)).collect();
    found.sort();
    told.sort();
    assert!(LIES.len() >= 30);
    assert_eq!(found, told);
}

#[test]
fn a_reading_that_cuts_in_another_way_is_as_true() {
    let (seed, mut reading) = honest();
    let blocks = at(&mut reading, annex!("/content/blocks")).as_array_mut().expect("an array");
    let second = blocks.remove(4);
    let first = &mut blocks[3]["text"];
    let length = i64::try_from(first["text"].as_str().expect("a text").len() + 1).expect("short");
    let joined =
        format!("{} {}", first["text"].as_str().unwrap(), second["text"]["text"].as_str().unwrap());
    first["text"] = joined.into();
    first["span"]["end"] = second["text"]["span"]["end"].clone();
    for (list, offsets) in [("segments", false), ("mentions", true)] {
        for mut item in second["text"][list].as_array().expect("an array").clone() {
            if offsets {
                shift(&mut item, "/range/start", length);
                shift(&mut item, "/range/end", length);
            }
            first[list].as_array_mut().expect("an array").push(item);
        }
    }
    assert_eq!(findings(&seed, &reading), Vec::<String>::new());
    // With the fields of its own choice only, it is true and lacks the rest.
    *at(&mut reading, annex!("/signatories")) = Value::Array(Vec::new());
    let report = verify_json(&seed, &reading);
    assert!(report.is_true() && !report.is_complete());
    let missing: Vec<&str> = report.missing.iter().map(|d| d.pointer.as_str()).collect();
    assert_eq!(missing, [annex!("/signatories"); 6]);
}

#[test]
fn what_has_not_the_form_of_the_schema_is_named() {
    let (seed, honest) = honest();
    for (pointer, value) in [
        ("/document_date/date", Value::from("2006-02-31")),
        ("/content/blocks/0/kind", Value::from("stanza")),
        ("/content/attachments/0/document/content/footnotes", Value::Null),
        ("/signatories/0/titles/0", Value::from("Ambassador")),
        ("/schema_version", Value::from("2.0")),
    ] {
        let mut reading = honest.clone();
        *at(&mut reading, pointer) = value;
        let report = verify_json(&seed, &reading);
        let holder = pointer.rsplit_once('/').expect("a pointer").0;
        let named = report.false_fields.iter().any(|d| d.pointer == pointer || d.pointer == holder);
        assert!(named, "{pointer}: {report:#?}");
    }
    for reading in [Value::Null, serde_json::json!([1]), serde_json::json!({})] {
        assert!(!verify_json(&seed, &reading).is_true());
    }
}
