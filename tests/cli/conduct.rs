//! Exit codes, words for people, and manners.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{Run, folder, verbale, write};

#[test]
fn findings_of_severity_error_are_said_and_counted() {
    let folder = folder();
    write(&folder, "control.txt", b"A\x01\x02\x03B\n");
    for command in ["parse", "record"] {
        for file in ["empty.txt", "control.txt"] {
            let run = verbale(&folder, &[command, file]);
            assert_eq!(run.code, 1, "{command} {file}: {}", run.err);
            run.says(&format!("{file}: "));
            assert_eq!(run.json()["source"], file, "the document is written all the same");
        }
    }
}

#[test]
fn inputs_that_cannot_be_read_are_named_with_advice() {
    let folder = folder();
    write(&folder, "scan.txt", b"%PDF-1.4\n%\xE2\xE3");
    write(&folder, "note.txt", b"PK\x03\x04\x14\0\x06\0word/document.xml");
    write(&folder, "nul.txt", b"Letter dated\0 16 August");
    for (file, words) in [
        ("none.txt", "none.txt: no such file; check"),
        ("folder", "folder: is a folder; name the files in it"),
        ("photo.txt", "photo.txt: looks like a JPEG picture; it needs OCR"),
        ("scan.txt", "scan.txt: looks like a PDF; extract its text first, for example `pdftotext"),
        ("note.txt", "note.txt: looks like a Word document (DOCX); extract its text"),
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
        assert!(run.out.lines().all(|line| line.chars().count() <= 100), "{args:?}");
    }
    let run = verbale(&folder, &["--version"]);
    assert_eq!(run.out, concat!("verbale ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn fifty_megabytes_of_one_letter() {
    let folder = folder();
    write(&folder, "big.txt", &vec![b'A'; 50_000_000]);
    let run = verbale(&folder, &["record", "big.txt"]);
    assert_eq!(run.code, 1);
    run.says("big.txt: ");
    assert!(run.err.len() < 1000, "a sentence, not {} bytes", run.err.len());

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
