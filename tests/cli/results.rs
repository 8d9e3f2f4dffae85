//! What the commands write.

use serde_json::Value;

use super::{fed, folder, nameless, seed, verbale, write};

#[test]
fn parse_writes_one_object() {
    let run = verbale(&folder(), &["parse", "letter.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(run.out.lines().count(), 1);
    let document = run.json();
    assert_eq!(document["document_type"], "letter");
    assert_eq!(document["source"], "letter.txt");
    let expected = verbale::parse(&seed()).document.with_source("letter.txt");
    assert_eq!(document, serde_json::to_value(expected).unwrap());
}

#[test]
fn parse_is_pretty_when_asked() {
    let folder = folder();
    let plain = verbale(&folder, &["parse", "letter.txt"]);
    let pretty = verbale(&folder, &["parse", "--pretty", "letter.txt"]);
    assert!(pretty.out.starts_with("{\n  \"document_type\": \"letter\",\n"));
    assert_eq!(plain.json(), pretty.json());
    let last_wins = verbale(&folder, &["parse", "--pretty", "--no-pretty", "letter.txt"]);
    assert_eq!(last_wins.out, plain.out);
    let array = verbale(&folder, &["parse", "--pretty", "letter.txt", "letter.txt"]);
    assert!(array.out.starts_with("[\n  {\n    \"document_type\""));
    assert_eq!(array.json()[1], plain.json());
}

#[test]
fn several_inputs_make_one_array_whatever_becomes_of_them() {
    let folder = folder();
    let files = ["parse", "none.txt", "letter.txt", "photo.txt", "empty.txt"];
    let run = verbale(&folder, &files);
    assert_eq!(run.code, 2, "the gravest wins");
    let json = run.json();
    let sources: Vec<_> = json.as_array().unwrap().iter().map(|d| &d["source"]).collect();
    assert_eq!(sources, ["letter.txt", "empty.txt"]);
    run.says("none.txt: ").says("photo.txt: ").says("empty.txt: ");
    assert_eq!(run.err.lines().count(), 3);

    let run = verbale(&folder, &["parse", "none.txt", "nor-this.txt"]);
    assert_eq!((run.code, run.json()), (2, Value::Array(Vec::new())));
}

#[test]
fn json_lines_are_one_line_a_document() {
    let files = ["parse", "--format", "jsonl", "letter.txt", "none.txt", "letter.txt"];
    let run = verbale(&folder(), &files);
    assert_eq!(run.code, 2);
    let lines = run.json_lines();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0], lines[1]);
}

#[test]
fn standard_input_is_a_dash() {
    let folder = folder();
    let run = fed(&folder, &["parse", "-"], seed().as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.json()["source"], "-");
    let file = verbale(&folder, &["parse", "letter.txt"]);
    assert_eq!(nameless(run.json()), nameless(file.json()));

    let run = fed(&folder, &["parse", "-", "-"], seed().as_bytes());
    assert_eq!(run.code, 2);
    run.says("standard input: was read already");
    assert_eq!(run.json().as_array().unwrap().len(), 1);

    let run = fed(&folder, &["check", "-"], b"");
    assert_eq!(run.code, 1);
    assert!(run.out.contains("standard input"), "{}", run.out);
}

#[test]
fn record_writes_a_card_a_line() {
    let run = verbale(&folder(), &["record", "letter.txt", "none.txt", "empty.txt"]);
    assert_eq!(run.code, 2);
    let cards = run.json_lines();
    assert_eq!(cards.len(), 2);
    assert_eq!(cards[0]["source"], "letter.txt");
    assert_eq!(cards[0]["document_type"], "letter");
    let sha256 = cards[0]["sha256"].as_str().unwrap();
    assert_eq!(sha256.len(), 64);
    // That of no bytes is known by heart.
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(cards[1]["sha256"], empty);
}

#[test]
fn record_hashes_the_bytes_of_the_file_not_its_text() {
    let folder = folder();
    write(&folder, "mark.txt", b"\xEF\xBB\xBFA");
    write(&folder, "plain.txt", b"A");
    let run = verbale(&folder, &["record", "mark.txt", "plain.txt"]);
    let cards = run.json_lines();
    assert_ne!(cards[0]["sha256"], cards[1]["sha256"]);
    let of_a = "559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd";
    assert_eq!(cards[1]["sha256"], of_a);
}

#[test]
fn check_is_quiet_on_a_sound_letter_but_for_the_count() {
    let run = verbale(&folder(), &["check", "letter.txt"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run.says("1 document checked: no errors");
    assert!(!run.out.contains("error["));
}

#[test]
fn check_draws_what_it_finds() {
    let folder = folder();
    write(&folder, "control.txt", "Letter\r\nté \u{1}\u{2}\u{1b}[31m".as_bytes());
    let run = verbale(&folder, &["check", "control.txt", "empty.txt"]);
    assert_eq!(run.code, 1);
    run.says("2 documents checked: 2 errors");
    assert!(run.out.contains("error[not_text]: "), "{}", run.out);
    assert!(run.out.contains("--> control.txt"), "{}", run.out);
    assert!(run.out.contains("error[empty_input]: "), "{}", run.out);
    assert!(!run.out.contains('\u{1b}'), "file bytes reached the terminal");
}

#[test]
fn check_as_json_lines_has_lines_and_columns() {
    let folder = folder();
    write(&folder, "control.txt", "Letter\r\nté \u{1}\u{2}".as_bytes());
    let run = verbale(&folder, &["check", "--format", "jsonl", "control.txt", "empty.txt"]);
    assert_eq!(run.code, 1);
    let findings = run.json_lines();
    let of = |code: &str| {
        let found = findings.iter().find(|finding| finding["code"] == code);
        found.unwrap_or_else(|| panic!("no {code} in {}", run.out))
    };
    let text = of("not_text");
    assert_eq!((&text["source"], &text["severity"]), (&"control.txt".into(), &"error".into()));
    if let Some(start) = text["span"]["start"].as_u64() {
        let before = &"Letter\r\nté \u{1}\u{2}"[..usize::try_from(start).unwrap()];
        assert_eq!(text["line"], before.matches('\n').count() + 1);
        let line = before.rsplit('\n').next().unwrap_or_default();
        assert_eq!(text["column"], line.chars().count() + 1);
    }
    let empty = of("empty_input");
    assert_eq!(empty["source"], "empty.txt");
    for key in ["line", "column", "span", "help", "message"] {
        assert!(empty.get(key).is_some(), "no {key}");
    }
}

#[test]
fn schema_prints_a_versioned_schema() {
    let folder = folder();
    for (args, id) in [
        (&["schema"][..], "/verbale-1.schema.json"),
        (&["schema", "document"], "/verbale-1.schema.json"),
        (&["schema", "record"], "/verbale-record-1.schema.json"),
    ] {
        let run = verbale(&folder, args);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        let schema = run.json();
        assert!(schema["$id"].as_str().unwrap().ends_with(id), "{}", schema["$id"]);
        jsonschema::meta::validate(&schema).expect("a schema itself");
    }
}

#[test]
fn what_is_written_holds_against_its_schema() {
    let folder = folder();
    for (command, of) in [("parse", "document"), ("record", "record")] {
        let schema = verbale(&folder, &["schema", of]).json();
        let validator = jsonschema::validator_for(&schema).unwrap();
        for file in ["letter.txt", "empty.txt"] {
            let json = verbale(&folder, &[command, file]).json();
            if let Err(error) = validator.validate(&json) {
                panic!("{command} {file}: {error}");
            }
        }
    }
}

#[test]
fn extract_writes_a_mention_a_line() {
    let folder = folder();
    let run = verbale(&folder, &["extract", "citations", "letter.txt", "none.txt"]);
    assert_eq!(run.code, 2);
    run.says("none.txt: ");
    let lines = run.json_lines();
    let canonical: Vec<&str> =
        lines.iter().map(|line| line["canonical"].as_str().unwrap()).collect();
    assert!(canonical.contains(&"A/60/973") && canonical.contains(&"A/RES/60/45"));
    let seed = seed();
    for line in &lines {
        assert_eq!((&line["kind"], &line["source"]), (&"citation".into(), &"letter.txt".into()));
        let printed = line["printed"].as_str().unwrap();
        let number = line["line"].as_u64().unwrap() as usize;
        let word = printed.split(' ').next().unwrap();
        assert!(seed.lines().nth(number - 1).unwrap().contains(word), "{printed}: line {number}");
        assert!(line["snippet"].as_str().unwrap().contains(printed), "{printed}");
    }
    for (what, kind) in [
        ("states", "state"),
        ("dates", "date"),
        ("persons", "person"),
        ("organizations", "organization"),
    ] {
        let run = verbale(&folder, &["extract", what, "letter.txt"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        let lines = run.json_lines();
        assert!(!lines.is_empty() && lines.iter().all(|line| line["kind"] == kind), "{what}");
    }
    assert_eq!(verbale(&folder, &["extract", "letters", "letter.txt"]).code, 2);
}

#[test]
fn the_schema_of_rows_is_printed() {
    let run = verbale(&folder(), &["schema", "rows"]);
    assert_eq!(run.json(), verbale::export::rows_schema());
}
