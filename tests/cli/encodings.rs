//! Texts in other encodings, and what is said of them.

use serde_json::Value;

use super::{folder, nameless, seed, verbale, write};

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
    write(&folder, "mark.txt", format!("\u{feff}{}", seed()).as_bytes());
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
