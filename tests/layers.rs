//! The import table of `docs/design.md` as a test, and a few more walls of the house.
//!
//! The sources are read as tokens (comments and literals set aside), not as syntax trees: enough
//! to see every `crate::` path and every `super::` path that leaves its room, groups included.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Which rooms a room may name. A room is a file or folder at the top of `src`; it may always name
/// itself. What is not in this table does not exist: a new room is given its layer here first.
const ALLOWED: &[(&str, &[&str])] = &[
    // Layer 0: places in the source and the tables. They know nothing.
    ("span", &[]),
    ("gazetteer", &[]),
    // Layer 1: what is said of a document. Knows layer 0.
    ("diagnostic", &["span", "gazetteer"]),
    ("model", &["span", "gazetteer"]),
    // Layer 2: lines and flows, then what one flow's text mentions. The grammars of `inline` read
    // plain text; only its `mentions` turns ranges into places, by the map that a flow keeps.
    ("text", &["span", "diagnostic", "model"]),
    ("inline", &["span", "gazetteer", "model", "text"]),
    // Layer 3: blocks, of no document kind. Knows layers 0 to 2.
    ("block", &["span", "gazetteer", "diagnostic", "model", "text", "inline"]),
    // Layer 4: documents of a kind, out of blocks. It fills the model, so it knows flows and reads
    // them; it never sees a page.
    ("assemble", &["span", "gazetteer", "diagnostic", "model", "text", "inline", "block"]),
    // Layer 5: the pipeline knows all below it; what leaves the house sees the model only.
    (
        "parser",
        &["span", "gazetteer", "diagnostic", "model", "text", "inline", "block", "assemble"],
    ),
    // The inline engine for a sentence without a document.
    ("sentence", &["model", "text", "inline"]),
    ("coverage", &["span", "model"]),
    ("export", &["span", "model"]),
    // The proof of a reading by others: the reading beside our own.
    (
        "verify",
        &["span", "gazetteer", "model", "inline", "parser", "sentence", "coverage", "export"],
    ),
    // Layer 6: the crate root names every room of the library; the command lives by the public API
    // (`verbale::…`) and has no way into the house.
    (
        "lib",
        &[
            "span",
            "gazetteer",
            "diagnostic",
            "model",
            "text",
            "inline",
            "block",
            "assemble",
            "parser",
            "sentence",
            "coverage",
            "export",
            "verify",
        ],
    ),
    ("main", &["cli"]),
    ("cli", &[]),
];

/// A file of this many lines asks to become two.
const LONG_FILE: usize = 600;

#[test]
fn imports_keep_to_the_table() {
    let mut wrong = Vec::new();
    for file in sources() {
        wrong.extend(edges_out_of_order(&file));
    }
    assert!(
        wrong.is_empty(),
        "imports that the house does not allow (table at the head of tests/layers.rs):\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_room_is_in_the_table() {
    for file in sources() {
        assert!(
            allowed(&file.room).is_some(),
            "{}: the room `{}` has no layer yet; give it one at the head of tests/layers.rs and in \
             docs/design.md",
            file.path.display(),
            file.room
        );
    }
}

#[test]
fn nom_stays_inside() {
    let mut wrong = Vec::new();
    for file in sources() {
        for (line, name) in nom_in_public(&tokens(&file.text)) {
            wrong.push(format!(
                "{}:{line}: `{name}` (of nom) in a public signature; a caller must not need to \
                 know that the grammar is written with nom",
                file.path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn unsafe_appears_nowhere() {
    for file in sources() {
        for token in tokens(&file.text) {
            assert!(
                token.text != "unsafe",
                "{}:{}: `unsafe`; nothing here needs it",
                file.path.display(),
                token.line
            );
        }
    }
}

#[test]
fn files_stay_short() {
    let mut long = String::new();
    for file in sources() {
        let lines = file.text.lines().count();
        if lines > LONG_FILE {
            let _ = writeln!(long, "{}: {lines} lines", file.path.display());
        }
    }
    assert!(
        long.is_empty(),
        "files of more than {LONG_FILE} lines. The number is a feeling, not a law: look whether \
         the file holds two notions and part them; if it truly holds one, raise the number.\n{long}"
    );
}

// The reader of sources.

struct Source {
    path: PathBuf,
    /// The file or folder at the top of `src`.
    room: String,
    /// The module path of the file, empty for the crate root.
    module: Vec<String>,
    text: String,
}

fn source(path: &str, text: &str) -> Source {
    let inside = path.strip_prefix("src/").expect("a path in src/");
    let stem = inside.strip_suffix(".rs").expect("a Rust file");
    let mut module: Vec<String> = stem.split('/').map(str::to_owned).collect();
    let room = module[0].clone();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    if room == "lib" || room == "main" {
        module.clear();
    }
    Source { path: path.into(), room, module, text: text.to_owned() }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("src can be listed") {
            let path = entry.expect("an entry of src").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source is UTF-8");
                let name = path.strip_prefix(root).expect("src is in the root");
                let name = name.to_str().expect("a source has a plain name");
                found.push(source(&name.replace('\\', "/"), &text));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no sources found");
    place_by_attribute(&mut found);
    found
}

/// A file that another one takes in by `#[path = "…"] mod name;` is a module of that one.
fn place_by_attribute(found: &mut [Source]) {
    let mut moved = Vec::new();
    for file in found.iter() {
        for declared in file.text.split("#[path = \"").skip(1) {
            let Some((path, rest)) = declared.split_once("\"]") else {
                continue;
            };
            let tokens = tokens(rest);
            let name = tokens.iter().skip_while(|t| t.text != "mod").nth(1);
            let name = name.expect("an attribute `path` stands before a module");
            let module = [&file.module[..], std::slice::from_ref(&name.text)].concat();
            moved.push((file.path.with_file_name(path), module));
        }
    }
    for (path, module) in moved {
        let file = found.iter_mut().find(|file| file.path == path);
        file.expect("a module by path is in src").module = module;
    }
}

fn allowed(room: &str) -> Option<&'static [&'static str]> {
    let row = ALLOWED.iter().find(|(name, _)| *name == room);
    row.map(|(_, rooms)| *rooms)
}

/// One message for each edge out of this file that the table does not allow.
fn edges_out_of_order(file: &Source) -> Vec<String> {
    let Some(rooms) = allowed(&file.room) else {
        return Vec::new(); // said by another test
    };
    let mut wrong = BTreeMap::new();
    for (line, target) in edges(file) {
        if target == file.room || rooms.contains(&target.as_str()) {
            continue;
        }
        let why = if allowed(&target).is_some() {
            format!(
                "`{}` may name {}",
                file.room,
                if rooms.is_empty() { "no other room".to_owned() } else { rooms.join(", ") }
            )
        } else {
            format!("`{target}` is no room; name the room that it lives in, not the crate root")
        };
        let path = file.path.display();
        wrong.insert(
            (line, target.clone()),
            format!("{path}:{line}: {} -> {target}: {why}", file.room),
        );
    }
    wrong.into_values().collect()
}

/// Every room (or item of the crate root) that the file names by a path, with the line.
fn edges(file: &Source) -> Vec<(usize, String)> {
    let tokens = tokens(&file.text);
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|t: &Token| t.text == text);
    let mut found = Vec::new();
    // Inline modules that are open here, each with the depth of braces inside it.
    let mut inner: Vec<usize> = Vec::new();
    let mut names: Vec<String> = file.module.clone();
    let mut depth = 0;
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            "{" => depth += 1,
            "}" => {
                if inner.last() == Some(&depth) {
                    inner.pop();
                    names.pop();
                }
                depth -= 1;
            }
            "mod" if is(at + 2, "{") => {
                names.push(tokens[at + 1].text.clone());
                inner.push(depth + 1);
            }
            start @ ("crate" | "super" | "self")
                if is(at + 1, "::") && !is(at.wrapping_sub(1), "::") =>
            {
                let mut base = if start == "crate" { Vec::new() } else { names.clone() };
                let mut next = at;
                while matches!(tokens[next].text.as_str(), "crate" | "super" | "self")
                    && is(next + 1, "::")
                {
                    if tokens[next].text == "super" {
                        base.pop();
                    }
                    next += 2;
                }
                if base.is_empty() {
                    found.extend(heads(&tokens, next));
                }
                // A group may hold `super::` paths of its own only as `self`; walk on inside it.
                at = next;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// The first names of the path or group of paths that begins here.
fn heads(tokens: &[Token], at: usize) -> Vec<(usize, String)> {
    let Some(first) = tokens.get(at) else {
        return Vec::new();
    };
    if first.text != "{" {
        return vec![(first.line, first.text.clone())];
    }
    let mut found = Vec::new();
    let mut depth = 0;
    let mut fresh = false;
    for token in &tokens[at..] {
        match token.text.as_str() {
            "{" => {
                depth += 1;
                fresh = depth == 1;
            }
            "}" => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            "," if depth == 1 => fresh = true,
            name if fresh => {
                found.push((token.line, name.to_owned()));
                fresh = false;
            }
            _ => {}
        }
    }
    found
}

/// Names of nom in public signatures: after `pub`, and in the heads of `impl` blocks.
fn nom_in_public(tokens: &[Token]) -> Vec<(usize, String)> {
    let types = nom_types(tokens);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let restricted = tokens.get(at + 1).is_some_and(|next| next.text == "(")
            && tokens
                .get(at + 2)
                .is_some_and(|t| matches!(t.text.as_str(), "crate" | "super" | "self" | "in"));
        let opens = match token.text.as_str() {
            "pub" => !restricted,
            "impl" => at == 0 || matches!(tokens[at - 1].text.as_str(), "}" | ";" | "]" | "{"),
            _ => false,
        };
        if !opens {
            continue;
        }
        let kind = tokens.get(at + 1).map_or("", |t| t.text.as_str());
        for token in signature(&tokens[at..], matches!(kind, "enum" | "trait")) {
            if token.text == "nom" || types.contains(&token.text) {
                found.push((token.line, token.text.clone()));
            }
        }
    }
    found
}

/// From here to the body, the `;`, or (for a field) the `,`; with the body where that is public.
fn signature(tokens: &[Token], with_body: bool) -> &[Token] {
    let field = tokens.get(2).is_some_and(|t| t.text == ":");
    let mut round = 0_i32;
    let mut curly = 0_i32;
    let mut angle = 0_i32;
    for (at, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "(" | "[" => round += 1,
            ")" | "]" if round == 0 => return &tokens[..at],
            ")" | "]" => round -= 1,
            "{" if round == 0 && with_body => curly += 1,
            "{" if round == 0 => return &tokens[..at],
            "}" if with_body && curly == 1 => return &tokens[..at],
            "}" if curly == 0 => return &tokens[..at],
            "}" => curly -= 1,
            "<" => angle += 1,
            ">" => angle -= 1,
            "," if field && round == 0 && angle == 0 => return &tokens[..at],
            ";" if round == 0 && curly == 0 => return &tokens[..at],
            _ => {}
        }
    }
    tokens
}

/// The types and traits that the file imports from nom (functions are no part of a signature).
fn nom_types(tokens: &[Token]) -> BTreeSet<String> {
    let mut types = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        let from_nom = tokens.get(at + 1).is_some_and(|next| next.text == "nom");
        if token.text != "use" || !from_nom {
            continue;
        }
        let end = tokens[at..].iter().position(|t| t.text == ";");
        let tree = &tokens[at..at + end.unwrap_or(0)];
        for (place, name) in tree.iter().enumerate() {
            let renamed = tree.get(place + 1).is_some_and(|next| next.text == "as");
            if name.text.starts_with(char::is_uppercase) && !renamed {
                types.insert(name.text.clone());
            }
        }
    }
    types
}

#[derive(Debug)]
struct Token {
    line: usize,
    text: String,
}

/// Words, `::` and single signs; comments, strings and characters are left out.
fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let peek = |at: usize| chars.get(at).copied().unwrap_or('\0');
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut line = 1;
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        let c = chars[at];
        if c == '/' && peek(at + 1) == '/' {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if c == '/' && peek(at + 1) == '*' {
            let mut depth = 0;
            loop {
                match (peek(at), peek(at + 1)) {
                    ('/', '*') => (depth, at) = (depth + 1, at + 2),
                    ('*', '/') => (depth, at) = (depth - 1, at + 2),
                    _ => at += 1,
                }
                if depth == 0 || at >= chars.len() {
                    break;
                }
            }
        } else if c == '"' {
            at = after_string(&chars, at);
        } else if c == '\'' {
            // A character ends with a quote; a lifetime does not.
            if peek(at + 1) == '\\' {
                at += 3;
                while at < chars.len() && chars[at] != '\'' {
                    at += 1;
                }
                at += 1;
            } else if peek(at + 2) == '\'' {
                at += 3;
            } else {
                at += 1;
            }
        } else if is_word(c) {
            while at < chars.len() && is_word(chars[at]) {
                at += 1;
            }
            let word: String = chars[start..at].iter().collect();
            let raw = matches!(word.as_str(), "r" | "br" | "cr");
            let mut hashes = 0;
            while raw && peek(at + hashes) == '#' {
                hashes += 1;
            }
            if raw && peek(at + hashes) == '"' {
                at += hashes + 1;
                let close: Vec<char> =
                    std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                while at < chars.len() && !chars[at..].starts_with(&close) {
                    at += 1;
                }
                at += close.len();
            } else {
                found.push(Token { line, text: word });
            }
        } else if c == ':' && peek(at + 1) == ':' {
            at += 2;
            found.push(Token { line, text: "::".to_owned() });
        } else {
            at += 1;
            if !c.is_whitespace() {
                found.push(Token { line, text: c.to_string() });
            }
        }
        let end = at.min(chars.len());
        line += chars[start..end].iter().filter(|c| **c == '\n').count();
    }
    found
}

fn after_string(chars: &[char], open: usize) -> usize {
    let mut at = open + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

// The reader itself, tried on sources with known faults.

fn edges_of(path: &str, text: &str) -> Vec<String> {
    let found = edges(&source(path, text)).into_iter();
    found.map(|(line, target)| format!("{line} {target}")).collect()
}

#[test]
fn the_reader_sees_every_way_out_of_a_room() {
    let text = r##"//! crate::comment::x
use crate::model::Text;
use crate::{span::Span, text::{line, page},
    block};
use super::{assemble as a, super_name};
fn f() -> &'static str { let _ = ('"', '\'', 'x'); crate::export::json(); "crate::string" }
/* crate::a /* crate::b */ crate::c */
const S: &str = r#"crate::raw "x" "#;
mod tests {
    use super::*;
    use super::super::parser;
    mod deep { use super::super::super::gazetteer; }
    use super::f;
}
use super::cli;
"##;
    let expected = [
        "2 model",
        "3 span",
        "3 text",
        "4 block",
        "5 assemble",
        "5 super_name",
        "6 export",
        "11 parser",
        "12 gazetteer",
        "15 cli",
    ];
    assert_eq!(edges_of("src/inline.rs", text), expected);
    // From a file in the room, `super` stays in the room and `super::super` leaves it.
    let text = "use super::dates;\nuse super::super::block;\nuse super::super::*;";
    assert_eq!(edges_of("src/inline/symbols.rs", text), ["2 block", "3 *"]);
    assert_eq!(edges_of("src/inline/mod.rs", "use super::block;"), ["1 block"]);
}

#[test]
fn a_module_by_path_stands_where_it_is_declared() {
    let declared = "#[cfg(test)]\n#[path = \"states_tests.rs\"]\nmod tests;";
    let mut files = [
        source("src/gazetteer/states.rs", declared),
        source("src/gazetteer/states_tests.rs", "use super::super::table;"),
    ];
    assert_eq!(edges(&files[1]).len(), 1);
    place_by_attribute(&mut files);
    assert_eq!(files[1].module, ["gazetteer", "states", "tests"]);
    assert_eq!(edges(&files[1]), []);
}

#[test]
fn a_wrong_edge_is_named_with_its_place() {
    let wrong = |path, text| edges_out_of_order(&source(path, text)).join("\n");
    assert_eq!(wrong("src/block/list.rs", "use crate::inline::numbers;"), "");
    assert_eq!(
        wrong("src/text/lines.rs", "\nuse crate::inline::names;"),
        "src/text/lines.rs:2: text -> inline: `text` may name span, diagnostic, model"
    );
    assert_eq!(
        wrong("src/span.rs", "use crate::model;"),
        "src/span.rs:1: span -> model: `span` may name no other room"
    );
    assert!(wrong("src/export/akn.rs", "use crate::Document;").contains("is no room"));
    assert!(wrong("src/cli/mod.rs", "use crate::parser::parse;").contains("cli -> parser"));
    assert_eq!(wrong("src/cli/check.rs", "use crate::cli::exit;\nuse verbale::parse;"), "");
}

#[test]
fn nom_is_seen_in_every_public_place() {
    for leak in [
        "pub fn f(i: &str) -> nom::IResult<&str, u8> { x() }",
        "use nom::{IResult as R, Parser};\npub fn f<P: Parser>(p: P) {}",
        "use nom::{IResult as R};\npub fn f() -> R<u8> {}",
        "pub enum E { A(nom::Err<()>) }",
        "pub struct S { a: nom::X, pub b: nom::Y }",
        "pub struct S(pub nom::X);",
        "pub type T<'a> = nom::IResult<&'a str, u8>;",
        "impl From<nom::Err<()>> for ParseError { }",
        "pub use nom::IResult;",
    ] {
        assert!(!nom_in_public(&tokens(leak)).is_empty(), "not seen: {leak}");
    }
    for fine in [
        "use nom::IResult;\npub(crate) fn f() -> IResult<u8> {}\nfn g() {}",
        "use nom::combinator::value;\npub fn f(value: u8) -> u8 { nom::x(value) }",
        "pub struct S { pub a: Map<A, B>, b: nom::Y }",
    ] {
        let seen = nom_in_public(&tokens(fine));
        assert!(seen.is_empty(), "{seen:?} in: {fine}");
    }
}
