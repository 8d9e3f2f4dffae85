//! The command `verbale` as a person or a pipeline meets it.
#![cfg(feature = "cli")]

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const SEED: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/seeds/cd-letter-2006-08-16.txt"
);

/// What a run said: exit code, standard output, standard error.
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Run {
            code: output.status.code().expect("ended by itself"),
            out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }
}

impl Run {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {:?}", self.out))
    }

    fn json_lines(&self) -> Vec<Value> {
        let lines = self.out.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line:?}")))
            .collect()
    }

    #[track_caller]
    fn says(&self, words: &str) -> &Self {
        assert!(
            self.err.contains(words),
            "{:?} not in {:?}",
            words,
            self.err
        );
        self
    }
}

fn verbale(folder: &TempDir, args: &[&str]) -> Run {
    fed(folder, args, b"")
}

fn fed(folder: &TempDir, args: &[&str], stdin: &[u8]) -> Run {
    let output = assert_cmd::Command::cargo_bin("verbale")
        .unwrap()
        .current_dir(folder.path())
        .args(args)
        .write_stdin(stdin)
        .output()
        .unwrap();
    Run::from(output)
}

/// A folder with the seed as `letter.txt` and a few troubles beside it.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::copy(SEED, folder.path().join("letter.txt")).unwrap();
    write(&folder, "empty.txt", b"");
    write(&folder, "photo.txt", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01");
    fs::create_dir(folder.path().join("folder")).unwrap();
    folder
}

fn write(folder: &TempDir, name: &str, bytes: &[u8]) {
    fs::write(folder.path().join(name), bytes).unwrap();
}

fn seed() -> String {
    fs::read_to_string(SEED).unwrap()
}

/// The document without its name, to compare readings of one text under several names.
fn nameless(mut document: Value) -> Value {
    document["source"] = Value::Null;
    document
}

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
    assert!(
        pretty
            .out
            .starts_with("{\n  \"document_type\": \"letter\",\n")
    );
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
    let sources: Vec<_> = json
        .as_array()
        .unwrap()
        .iter()
        .map(|d| &d["source"])
        .collect();
    assert_eq!(sources, ["letter.txt", "empty.txt"]);
    run.says("none.txt: ")
        .says("photo.txt: ")
        .says("empty.txt: ");
    assert_eq!(run.err.lines().count(), 3);

    let run = verbale(&folder, &["parse", "none.txt", "nor-this.txt"]);
    assert_eq!((run.code, run.json()), (2, Value::Array(Vec::new())));
}

#[test]
fn json_lines_are_one_line_a_document() {
    let files = [
        "parse",
        "--format",
        "jsonl",
        "letter.txt",
        "none.txt",
        "letter.txt",
    ];
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
    let run = verbale(
        &folder(),
        &["record", "letter.txt", "none.txt", "empty.txt"],
    );
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
    write(
        &folder,
        "control.txt",
        "Letter\r\nté \u{1}\u{2}\u{1b}[31m".as_bytes(),
    );
    let run = verbale(&folder, &["check", "control.txt", "empty.txt"]);
    assert_eq!(run.code, 1);
    run.says("2 documents checked: 2 errors");
    assert!(run.out.contains("error[not_text]: "), "{}", run.out);
    assert!(run.out.contains("--> control.txt"), "{}", run.out);
    assert!(run.out.contains("error[empty_input]: "), "{}", run.out);
    assert!(
        !run.out.contains('\u{1b}'),
        "file bytes reached the terminal"
    );
}

#[test]
fn check_as_json_lines_has_lines_and_columns() {
    let folder = folder();
    write(&folder, "control.txt", "Letter\r\nté \u{1}\u{2}".as_bytes());
    let run = verbale(
        &folder,
        &["check", "--format", "jsonl", "control.txt", "empty.txt"],
    );
    assert_eq!(run.code, 1);
    let findings = run.json_lines();
    let of = |code: &str| {
        let found = findings.iter().find(|finding| finding["code"] == code);
        found.unwrap_or_else(|| panic!("no {code} in {}", run.out))
    };
    let text = of("not_text");
    assert_eq!(
        (&text["source"], &text["severity"]),
        (&"control.txt".into(), &"error".into())
    );
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
        assert!(
            schema["$id"].as_str().unwrap().ends_with(id),
            "{}",
            schema["$id"]
        );
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
fn findings_of_severity_error_are_said_and_counted() {
    let folder = folder();
    write(&folder, "control.txt", b"A\x01\x02\x03B\n");
    for command in ["parse", "record"] {
        for file in ["empty.txt", "control.txt"] {
            let run = verbale(&folder, &[command, file]);
            assert_eq!(run.code, 1, "{command} {file}: {}", run.err);
            run.says(&format!("{file}: "));
            assert_eq!(
                run.json()["source"],
                file,
                "the document is written all the same"
            );
        }
    }
}

#[test]
fn inputs_that_cannot_be_read_are_named_with_advice() {
    let folder = folder();
    write(&folder, "scan.txt", b"%PDF-1.4\n%\xE2\xE3");
    write(
        &folder,
        "note.txt",
        b"PK\x03\x04\x14\0\x06\0word/document.xml",
    );
    write(&folder, "nul.txt", b"Letter dated\0 16 August");
    for (file, words) in [
        ("none.txt", "none.txt: no such file; check"),
        ("folder", "folder: is a folder; name the files in it"),
        (
            "photo.txt",
            "photo.txt: looks like a JPEG picture; it needs OCR",
        ),
        (
            "scan.txt",
            "scan.txt: looks like a PDF; extract its text first, for example `pdftotext",
        ),
        (
            "note.txt",
            "note.txt: looks like a Word document (DOCX); extract its text",
        ),
        ("nul.txt", "nul.txt: looks like a binary file"),
    ] {
        for command in ["parse", "record", "check"] {
            let run = verbale(&folder, &[command, file]);
            assert_eq!((run.code, run.out.as_str()), (2, ""), "{command} {file}");
            run.says(words);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let path = folder.path().join("letter.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&path).is_ok() {
        return; // Whoever runs the test may read everything.
    }
    let run = verbale(&folder, &["parse", "letter.txt"]);
    assert_eq!(run.code, 2);
    run.says("letter.txt: may not be read; check its permissions");
}

#[cfg(unix)]
#[test]
fn names_cannot_steer_the_terminal() {
    let run = verbale(&folder(), &["parse", "a\u{1b}[31mb\n.txt"]);
    assert_eq!(run.code, 2);
    run.says(r"a\u{1b}[31mb\n.txt: no such file");
    assert!(!run.err.contains('\u{1b}'));
}

#[test]
fn a_mistyped_command_is_2() {
    let folder = folder();
    for args in [
        &[][..],
        &["parse"],
        &["parze", "letter.txt"],
        &["parse", "--format", "xml", "letter.txt"],
        &["parse", "--format", "jsonl", "--pretty", "letter.txt"],
        &["schema", "letter"],
    ] {
        let run = verbale(&folder, args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        run.says("--help");
    }
}

#[test]
fn help_has_examples_and_exit_codes() {
    let folder = folder();
    for args in [
        &["--help"][..],
        &["-h"],
        &["parse", "--help"],
        &["record", "--help"],
        &["check", "--help"],
    ] {
        let run = verbale(&folder, args);
        assert_eq!(run.code, 0);
        for words in ["Example:\n  verbale ", "Exit codes:", "mistyped"] {
            assert!(run.out.contains(words), "{args:?}: {}", run.out);
        }
        assert!(
            run.out.lines().all(|line| line.chars().count() <= 100),
            "{args:?}"
        );
    }
    let run = verbale(&folder, &["--version"]);
    assert_eq!(
        run.out,
        concat!("verbale ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn line_ends_of_any_house() {
    let folder = folder();
    write(&folder, "crlf.txt", seed().replace('\n', "\r\n").as_bytes());
    let run = verbale(&folder, &["record", "letter.txt", "crlf.txt"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let mut cards = run.json_lines();
    for card in &mut cards {
        card["source"] = Value::Null;
        card["sha256"] = Value::Null;
    }
    assert_eq!(cards[0], cards[1]);
}

#[test]
fn utf_8_with_a_mark_is_read_without_a_word() {
    let folder = folder();
    write(
        &folder,
        "mark.txt",
        format!("\u{feff}{}", seed()).as_bytes(),
    );
    let run = verbale(&folder, &["parse", "mark.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let plain = verbale(&folder, &["parse", "letter.txt"]);
    assert_eq!(nameless(run.json()), nameless(plain.json()));
}

#[test]
fn utf_16_is_read_as_what_it_is() {
    let folder = folder();
    let plain = nameless(verbale(&folder, &["parse", "letter.txt"]).json());
    let units = |bytes: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        let text = format!("{mark}{}", seed());
        text.encode_utf16().flat_map(bytes).collect()
    };
    for (bytes, name) in [
        (units(u16::to_le_bytes, "\u{feff}"), "UTF-16LE"),
        (units(u16::to_be_bytes, "\u{feff}"), "UTF-16BE"),
        (units(u16::to_le_bytes, ""), "UTF-16LE"),
        (units(u16::to_be_bytes, ""), "UTF-16BE"),
    ] {
        write(&folder, "wide.txt", &bytes);
        let run = verbale(&folder, &["parse", "wide.txt"]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert_eq!(run.err, format!("wide.txt: not UTF-8; read as {name}\n"));
        assert_eq!(nameless(run.json()), plain);
    }
}

#[test]
fn windows_1252_is_guessed_and_said() {
    let folder = folder();
    // ’ “ ” of the seed as windows-1252 has them.
    let mut bytes = Vec::new();
    for c in seed().chars() {
        bytes.push(match c {
            '’' => 0x92,
            '“' => 0x93,
            '”' => 0x94,
            c => u8::try_from(c).expect("the seed is in windows-1252"),
        });
    }
    write(&folder, "old.txt", &bytes);
    let run = verbale(&folder, &["parse", "old.txt"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.err, "old.txt: not UTF-8; read as windows-1252\n");
    let plain = verbale(&folder, &["parse", "letter.txt"]);
    assert_eq!(nameless(run.json()), nameless(plain.json()));
}

#[test]
fn koi8_is_guessed_and_said() {
    let folder = folder();
    let text = "Письмо Постоянного представителя от шестнадцатого августа";
    // KOI8-R: the order of the Latin alphabet, capitals behind the small letters.
    let small = "юабцдефгхийклмнопярстужвьызшэщчъ";
    let bytes: Vec<u8> = text
        .chars()
        .map(|c| {
            let lower = c.to_lowercase().next().unwrap();
            match small.chars().position(|s| s == lower) {
                Some(at) => 0xC0 + u8::try_from(at).unwrap() + if c == lower { 0 } else { 0x20 },
                None => u8::try_from(c).unwrap(),
            }
        })
        .collect();
    write(&folder, "koi.txt", &bytes);
    let run = verbale(&folder, &["parse", "koi.txt"]);
    run.says("koi.txt: not UTF-8; read as KOI8-");
    assert!(run.out.contains(text), "{}", run.out);
}

#[test]
fn a_damaged_character_is_not_another_encoding() {
    let folder = folder();
    let mut bytes = seed().into_bytes();
    bytes.extend(b"\xE2\x80");
    write(&folder, "cut.txt", &bytes);
    let run = verbale(&folder, &["parse", "cut.txt"]);
    run.says("cut.txt: damaged UTF-8; 1 broken place is read as U+FFFD");
    assert!(run.out.contains("PEOPLE’S"), "{}", run.out);
}

#[test]
fn fifty_megabytes_of_one_letter() {
    let folder = folder();
    write(&folder, "big.txt", &vec![b'A'; 50_000_000]);
    let run = verbale(&folder, &["record", "big.txt"]);
    assert_eq!(run.code, 1);
    run.says("big.txt: ");
    assert!(
        run.err.len() < 1000,
        "a sentence, not {} bytes",
        run.err.len()
    );

    let run = verbale(&folder, &["check", "big.txt"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("error[unrecognized_document]: "));
    assert!(run.out.len() < 4000, "drawn in {} bytes", run.out.len());
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let folder = folder();
    let program = assert_cmd::cargo::cargo_bin("verbale");
    for args in [&["parse"][..], &["parse", "--format", "jsonl"], &["record"]] {
        let mut child = Command::new(Path::new(&program))
            .current_dir(folder.path())
            .args(args)
            .args(["letter.txt"; 200])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut first).unwrap();
        drop(out);
        let run = Run::from(child.wait_with_output().unwrap());
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
    }
}
