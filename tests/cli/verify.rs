//! `verify`, and offsets in the units of other languages.

use serde_json::json;

use super::{fed, folder, seed, verbale, write};

#[test]
fn an_honest_reading_holds() {
    let folder = folder();
    let reading = verbale(&folder, &["parse", "letter.txt"]);
    let run = fed(&folder, &["verify", "--source", "letter.txt", "-"], reading.out.as_bytes());
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    run.says("no field is false, no thing is missing");
}

#[test]
fn a_lie_is_said_with_pointer_and_place() {
    let folder = folder();
    let mut reading = verbale(&folder, &["parse", "letter.txt"]).json();
    reading["document_date"]["date"] = json!("2006-08-17");
    reading["signatories"] = json!([]);
    write(&folder, "lie.json", reading.to_string().as_bytes());
    let run = verbale(&folder, &["verify", "--source", "letter.txt", "lie.json"]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.out,
        "false[does_not_follow] /document_date/date: \"2006-08-17\" does not follow from \"16 AUGUST \
         2006\": our grammar reads \"2006-08-16\" (letter.txt:1:15)\n\
         missing /signatories: the text has \"(Signed): Cheng Jingye \\n        Ambassador for \
         Disarmament A…\" here (letter.txt:18:8)\n"
    );
    run.says("1 field is false, 1 thing is missing");

    let run =
        verbale(&folder, &["verify", "--source", "letter.txt", "lie.json", "--format", "json"]);
    assert_eq!(run.code, 1);
    let report = run.json();
    assert_eq!(report["false_fields"][0]["pointer"], "/document_date/date");
    assert_eq!(report["false_fields"][0]["code"], "does_not_follow");
    assert_eq!(report["missing"][0]["span"], json!({ "start": 782, "end": 963 }));

    reading["document_date"]["date"] = json!("2006-08-16");
    write(&folder, "part.json", reading.to_string().as_bytes());
    let run = verbale(&folder, &["verify", "--source", "letter.txt", "part.json", "--partial"]);
    assert_eq!(run.code, 0);
}

#[test]
fn what_is_no_json_is_refused() {
    let folder = folder();
    write(&folder, "half.json", b"{\"document_type\":");
    let run = verbale(&folder, &["verify", "--source", "letter.txt", "half.json"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    run.says("half.json: is not one JSON value");
    let run = verbale(&folder, &["verify", "--source", "nowhere.txt", "half.json"]);
    assert_eq!(run.code, 2);
}

#[test]
fn offsets_are_those_of_the_language_that_slices() {
    let folder = folder();
    let text = format!("🌍 «é» — 中文\n\n{}", seed());
    write(&folder, "wide.txt", text.as_bytes());
    let letters: Vec<char> = text.chars().collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    let slice = |unit: &str, start: usize, end: usize| match unit {
        "codepoint" => letters[start..end].iter().collect(),
        "utf16" => String::from_utf16(&units[start..end]).expect("whole characters"),
        _ => text[start..end].to_owned(),
    };
    for unit in ["utf8", "utf16", "codepoint"] {
        let run = verbale(&folder, &["extract", "states", "wide.txt", "--offsets", unit]);
        let rows = run.json_lines();
        assert!(rows.len() > 10);
        for row in rows {
            let offset = |key: &str| row["span"][key].as_u64().expect("an offset") as usize;
            let there = slice(unit, offset("start"), offset("end"));
            let words: Vec<&str> = there.split_whitespace().collect();
            assert_eq!(words.join(" "), row["printed"].as_str().expect("words"));
        }
        // There and back: a reading is verified in the unit that it says.
        let reading = verbale(&folder, &["parse", "wide.txt", "--offsets", unit]).out;
        let said = format!("\"offsets\":\"{unit}\"");
        assert!(reading.contains(&said), "{unit}");
        let verify = ["verify", "--source", "wide.txt", "-"];
        let run = fed(&folder, &verify, reading.as_bytes());
        assert_eq!((run.code, run.out.as_str()), (0, ""), "{unit}");
        // Another unit than it counts is one false field, not all of them.
        let other = if unit == "utf8" { "utf16" } else { "utf8" };
        let wrong = reading.replace(&said, &format!("\"offsets\":\"{other}\""));
        let run = fed(&folder, &verify, wrong.as_bytes());
        assert_eq!(
            (run.code, run.out),
            (
                1,
                format!(
                    "false[does_not_follow] /offsets: the printed forms stand where the spans say \
                     if they count {unit}, not {other}\n"
                )
            )
        );
        // One that does not say it, as in version 1.0, counts what the caller says.
        let silent = reading.replace(&format!("{said},"), "");
        let asked = [&verify[..], &["--offsets", unit]].concat();
        let run = fed(&folder, &asked, silent.as_bytes());
        assert_eq!((run.code, run.out.as_str()), (0, ""), "{unit} unsaid");
    }
}
