//! Lies about documents of other kinds than the seed: each found alone, where it is told.

use serde_json::{Value, json};

use crate::{at, findings, support};

/// A lie about one of the samples: what it is, and how it is told. What tells it says under which
/// code and pointer it must be found.
struct Lie {
    about: &'static str,
    what: &'static str,
    tell: fn(&str, &mut Value) -> String,
}

/// The pointer of the first object that is so.
fn first(value: &Value, is: &impl Fn(&Value) -> bool) -> Option<String> {
    if value.is_object() && is(value) {
        return Some(String::new());
    }
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(object) => object.iter().map(|(key, v)| (key.clone(), v)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(n, v)| (n.to_string(), v)).collect(),
        _ => return None,
    };
    inner.into_iter().find_map(|(key, v)| first(v, is).map(|rest| format!("/{key}{rest}")))
}

fn find(value: &Value, is: impl Fn(&Value) -> bool) -> String {
    first(value, &is).expect("the sample has one")
}

fn mention(kind: &'static str) -> impl Fn(&Value) -> bool {
    move |value| value.get("range").is_some() && value["kind"] == kind
}

/// Sets a field and says that the value does not follow.
fn falsify(reading: &mut Value, pointer: &str, value: Value) -> String {
    *at(reading, pointer) = value;
    format!("does_not_follow {pointer}")
}

/// Empties a field and says that it is missing.
fn empty(reading: &mut Value, pointer: &str) -> String {
    let value = at(reading, pointer);
    *value = if value.is_array() { json!([]) } else { Value::Null };
    format!("missing {pointer}")
}

/// Words of the source as a printed form.
fn printed(source: &str, words: &str) -> Value {
    let start = source.rfind(words).expect("the words stand there");
    json!({ "printed": words, "span": { "start": start, "end": start + words.len() } })
}

const LIES: &[Lie] = &[
    Lie {
        about: "every_target",
        what: "the State of another office",
        tell: |_, r| {
            let other = find(r, |v| v["alpha3"] == "CHL");
            let office = find(r, mention("office"));
            let other = at(r, &other).clone();
            *at(r, &format!("{office}/state")) = other;
            format!("outside {office}/state/span")
        },
    },
    Lie {
        about: "every_target",
        what: "an office without its State",
        tell: |_, r| {
            let office = find(r, mention("office"));
            empty(r, &format!("{office}/state"))
        },
    },
    Lie {
        about: "every_target",
        what: "a person without the office",
        tell: |_, r| {
            let person = find(r, mention("person"));
            empty(r, &format!("{person}/office"))
        },
    },
    Lie {
        about: "every_target",
        what: "a citation with another relation",
        tell: |_, r| {
            let citation = find(r, mention("citation"));
            falsify(r, &format!("{citation}/relation"), "reaffirmed".into())
        },
    },
    Lie {
        about: "every_target",
        what: "a date that the text is said to imply",
        tell: |_, r| {
            let date = find(r, mention("date"));
            falsify(r, &format!("{date}/status"), "inferred".into())
        },
    },
    Lie {
        about: "every_target",
        what: "another volume of the treaties",
        tell: |_, r| {
            let target = find(r, |v| v["kind"] == "treaty_series");
            falsify(r, &format!("{target}/volume"), "1834".into())
        },
    },
    Lie {
        about: "every_target",
        what: "a letter of another sender",
        tell: |_, r| {
            let target = find(r, |v| v["kind"] == "letter" && v.get("form").is_some());
            falsify(r, &format!("{target}/sender"), "Permanent Representative of Peru".into())
        },
    },
    Lie {
        about: "every_target",
        what: "a list that goes on",
        tell: |_, r| {
            let citation = find(r, mention("citation"));
            falsify(r, &format!("{citation}/open_ended"), true.into())
        },
    },
    Lie {
        about: "every_target",
        what: "a citation without its pinpoint",
        tell: |_, r| {
            let citation = find(r, |v| v["pinpoints"].as_array().is_some_and(|p| !p.is_empty()));
            empty(r, &format!("{citation}/pinpoints"))
        },
    },
    Lie {
        about: "every_target",
        what: "the people of another State",
        tell: |_, r| {
            let demonym = find(r, mention("demonym"));
            falsify(r, &format!("{demonym}/states"), json!(["KGZ"]))
        },
    },
    Lie {
        about: "every_target",
        what: "another agenda item to circulate under",
        tell: |_, r| falsify(r, "/circulation/agenda_items/0/number", "98 (a)".into()),
    },
    Lie {
        about: "new_york_letter",
        what: "another number of a paragraph",
        tell: |_, r| {
            let block = find(r, |v| v["number"] == "2" && v.get("depth").is_some());
            falsify(r, &format!("{block}/number"), "3".into())
        },
    },
    Lie {
        about: "new_york_letter",
        what: "an addressee without the organization",
        tell: |_, r| empty(r, "/addressees/0/organization"),
    },
    Lie {
        about: "new_york_letter",
        what: "another body that the addressee presides over",
        tell: |_, r| falsify(r, "/addressees/0/organization/code", "GA".into()),
    },
    Lie {
        about: "new_york_letter",
        what: "a title with another letter",
        tell: |_, r| {
            let title = at(r, "/title/printed");
            *title = title.as_str().expect("words").replace("Letter", "Latter").into();
            "not_printed /title/printed".into()
        },
    },
    Lie {
        about: "new_york_letter",
        what: "a title cut short",
        tell: |source, r| {
            let words = "Letter dated 8 February 2031 from the Secretary-General";
            *at(r, "/title") = printed(source, words);
            "missing /title/printed".into()
        },
    },
    Lie {
        about: "new_york_letter",
        what: "a name cut short",
        tell: |source, r| {
            *at(r, "/signatories/0/name") = printed(source, "Byron");
            "missing /signatories/0/name/printed".into()
        },
    },
    Lie {
        about: "new_york_letter",
        what: "a paragraph twice",
        tell: |_, r| {
            let blocks = at(r, "/content/blocks").as_array_mut().expect("blocks");
            blocks.insert(9, blocks[8].clone());
            "counted_twice /content/blocks".into()
        },
    },
    Lie {
        about: "new_york_letter",
        what: "paragraphs in another order",
        tell: |_, r| {
            at(r, "/content/blocks").as_array_mut().expect("blocks").swap(7, 8);
            "structure /content/blocks/8".into()
        },
    },
    Lie {
        about: "new_york_letter",
        what: "the symbol of the running head for that of the masthead",
        tell: |source, r| {
            let there = printed(source, "S/2031/77")["span"].clone();
            *at(r, "/masthead/symbols/0/span") = there;
            "other_place /masthead/symbols/0".into()
        },
    },
    Lie {
        about: "new_york_letter",
        what: "the date of the letter for that of its issue",
        tell: |_, r| {
            let date = at(r, "/document_date").clone();
            *at(r, "/masthead/publication_date") = date;
            "other_place /masthead/publication_date".into()
        },
    },
    Lie {
        about: "new_york_letter",
        what: "a session out of the body",
        tell: |source, r| {
            *at(r, "/masthead/sessions") = json!([printed(source, "present letter")]);
            "other_place /masthead/sessions/0".into()
        },
    },
    Lie {
        about: "new_york_letter",
        what: "a paragraph as furniture of the page",
        tell: |_, r| {
            let block = at(r, "/content/blocks").as_array_mut().expect("blocks").remove(8);
            let furniture = at(r, "/content/furniture").as_array_mut().expect("furniture");
            furniture.push(json!({
                "kind": "running_head",
                "printed": block["text"]["text"],
                "span": block["text"]["span"],
            }));
            format!("does_not_follow /content/furniture/{}", furniture.len() - 1)
        },
    },
    Lie {
        about: "new_york_letter",
        what: "another language",
        tell: |_, r| falsify(r, "/content/language", "french".into()),
    },
    Lie {
        about: "assembly_annexes",
        what: "annexes in another order",
        tell: |_, r| {
            at(r, "/content/attachments").as_array_mut().expect("attachments").reverse();
            "structure /content/attachments/0".into()
        },
    },
    Lie {
        about: "assembly_annexes",
        what: "an annex under another name",
        tell: |_, r| falsify(r, "/content/attachments/0/id", "att_7".into()),
    },
    Lie {
        about: "assembly_recorded_vote",
        what: "another count of votes, of those that are printed",
        tell: |_, r| falsify(r, "/adoption/vote/in_favour", 2.into()),
    },
    Lie {
        about: "assembly_recorded_vote",
        what: "unanimity",
        tell: |_, r| falsify(r, "/adoption/unanimous", true.into()),
    },
    Lie {
        about: "assembly_recorded_vote",
        what: "another meeting",
        tell: |_, r| falsify(r, "/adoption/meeting/number", 65.into()),
    },
    Lie {
        about: "assembly_recorded_vote",
        what: "a preambular paragraph that decides",
        tell: |_, r| {
            let block = find(r, |v| v["kind"] == "preambular_paragraph");
            falsify(r, &format!("{block}/kind"), "operative_paragraph".into())
        },
    },
    Lie {
        about: "assembly_recorded_vote",
        what: "a paragraph that does something else",
        tell: |_, r| {
            let block = find(r, |v| v["kind"] == "operative_paragraph");
            falsify(r, &format!("{block}/action/canonical"), "Condemns".into())
        },
    },
    Lie {
        about: "assembly_recorded_vote",
        what: "a paragraph that does nothing",
        tell: |_, r| {
            let block = find(r, |v| v["kind"] == "operative_paragraph");
            empty(r, &format!("{block}/action"))
        },
    },
    Lie {
        about: "assembly_recorded_vote",
        what: "a paragraph without its number",
        tell: |_, r| {
            let block = find(r, |v| v["kind"] == "operative_paragraph");
            empty(r, &format!("{block}/number"))
        },
    },
    Lie {
        about: "draft_with_sponsors",
        what: "a sponsor on behalf of another's group",
        tell: |_, r| {
            let other = at(r, "/sponsors/2/on_behalf_of").clone();
            *at(r, "/sponsors/0/on_behalf_of") = other;
            "other_place /sponsors/0/on_behalf_of".into()
        },
    },
    Lie {
        about: "draft_with_sponsors",
        what: "a note of nothing",
        tell: |_, r| empty(r, "/content/footnotes/0/anchors"),
    },
    Lie {
        about: "draft_with_sponsors",
        what: "a note at the place of another",
        tell: |_, r| {
            let other = at(r, "/content/footnotes/1/anchors").clone();
            *at(r, "/content/footnotes/0/anchors") = other;
            "other_place /content/footnotes/0/anchors/0".into()
        },
    },
    Lie {
        about: "draft_with_sponsors",
        what: "a draft of something else",
        tell: |_, r| falsify(r, "/draft_of", "decision".into()),
    },
    Lie {
        about: "tables",
        what: "cells in another order",
        tell: |_, r| {
            let block = find(r, |v| v["table"].is_object());
            let cells = at(r, &format!("{block}/table/rows/1/cells"));
            cells.as_array_mut().expect("cells").reverse();
            format!("does_not_follow {block}/table/rows")
        },
    },
];

#[test]
fn every_lie_is_found_where_it_is_told() {
    let mut failures = Vec::new();
    let folder = support::root().join("tests/released/1.0");
    for lie in LIES {
        let source = support::read(&folder.join(format!("{}.txt", lie.about)));
        let document = verbale::parse(&source).document;
        let mut reading = serde_json::to_value(document).expect("a document is JSON");
        assert_eq!(findings(&source, &reading), Vec::<String>::new(), "{}", lie.about);
        let told = (lie.tell)(&source, &mut reading);
        let found = findings(&source, &reading);
        if found != [told.clone()] {
            failures.push(format!("{}: {}: {told}, but {found:#?}", lie.about, lie.what));
        }
    }
    support::report("lies that are not found as they are", &failures);
}

#[test]
fn signatures_in_another_order_are_found() {
    let path = support::root().join("tests/documents/communications/joint_letter.txt");
    let source = support::read(&path);
    let mut reading = serde_json::to_value(verbale::parse(&source).document).expect("JSON");
    let signatories = at(&mut reading, "/signatories").as_array_mut().expect("signatories");
    let last = signatories.len() - 1;
    assert!(last > 0);
    signatories.swap(0, last);
    let found = findings(&source, &reading);
    assert!(found.contains(&"structure /signatories/0".to_owned()), "{found:?}");
    assert!(found.iter().all(|found| found.starts_with("structure /signatories/")), "{found:?}");
}

#[test]
fn a_name_that_two_bear_means_the_one_that_the_text_decides() {
    let source = "Letter dated 3 May 2031 from the Permanent Representative of Norway to the United \
                  Nations addressed to the Secretary-General\n\nThe Government of the Congo has \
                  written to us.\n\n(Signed) Ada Byron\n";
    let mut reading = serde_json::to_value(verbale::parse(source).document).expect("JSON");
    let state = find(&reading, |v| v["printed"] == "Congo");
    assert_eq!(*at(&mut reading, &format!("{state}/alpha3")), "COG");
    for (field, value) in [
        ("alpha3", "COD"),
        ("alpha2", "CD"),
        ("m49", "180"),
        ("short_name", "Democratic Republic of the Congo"),
        ("formal_name", "Democratic Republic of the Congo"),
    ] {
        *at(&mut reading, &format!("{state}/{field}")) = value.into();
    }
    assert_eq!(findings(source, &reading), [format!("does_not_follow {state}/alpha3")]);
}
