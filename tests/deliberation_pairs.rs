//! Resolutions of the corpus beside the project: the same one in several extractions gives the same
//! paragraphs; numbers run, dates and symbols are found.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use verbale::Document;
use verbale::model::BlockKind;

/// Pairs that differ, by the end of the second path, and why: the one extraction has lost or moved
/// what the other has. A pair that no longer differs fails.
const DIFFERING: &[(&str, &str)] = &[
    ("A_RES_73_3-EN.txt", "no blank line between the heading of the declaration and its text"),
    (
        "resolutions_ga/A_RES_79_141.txt",
        "the extraction moves the rest of item (a) to another page",
    ),
    ("A_80_L.18.txt", "the extraction moves a line of the preamble behind another one"),
    ("A_C.2_80_L.32.txt", "the extraction moves a line of paragraph 1 behind the notes"),
];

/// Documents whose numbers do not run, and why.
const UNNUMBERED: &[(&str, &str)] = &[
    ("1971-10-25_GA_Resolution_2758_ru.ocr.txt", "in Russian"),
    ("A_RES_79_258.txt", "section XXV opens with \"Recalls ...,\" printed without number"),
    ("A_RES_80_11.md", "the extraction has lost the letters (a) and (b) of paragraph 2"),
];

/// Documents without a date of adoption, and why.
const UNDATED: &[(&str, &str)] = &[
    ("1971-10-25_GA_Resolution_2758_ru.ocr.txt", "in Russian"),
    ("S_RES_0462_1980_EN_GOLD.txt", "no date is printed"),
];

/// Documents without the symbol of their name, and why.
const UNNAMED: &[(&str, &str)] = &[("1971-10-25_GA_Resolution_2758_ru.ocr.txt", "in Russian")];

/// The symbol that a file's name stands for.
fn symbol(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let stem = name.trim_end_matches(".txt").trim_end_matches(".md").trim_end_matches(".layout");
    let parts: Vec<&str> = stem.trim_end_matches("-EN").split('_').collect();
    match parts[..] {
        ["S", "RES", number, year, ..] => {
            Some(format!("S/RES/{}({year})", number.trim_start_matches('0')))
        }
        ["A", "RES", session, number] => Some(format!("A/RES/{session}/{number}")),
        ["A", session, number] => Some(format!("A/{session}/{number}")),
        ["A", committee, session, number] => Some(format!("A/{committee}/{session}/{number}")),
        _ => None,
    }
}

fn texts(shared: &Path, folders: &[&str]) -> Vec<PathBuf> {
    let mut texts = support::corpus(shared);
    texts.retain(|path| {
        folders.iter().any(|folder| path.starts_with(shared.join("corpus").join(folder)))
    });
    texts
}

/// A text without what extractions differ in: white space, emphasis, the kind of dashes and quotes,
/// hyphens at line ends.
fn plain(text: &str) -> String {
    let kept = text.chars().filter_map(|c| match c {
        '“' | '”' | '«' | '»' => Some('"'),
        '’' | '‘' => Some('\''),
        '*' | '_' | '\\' | '-' | '‑' | '–' | '—' | '\u{AD}' => None,
        c if c.is_whitespace() => None,
        c => Some(c),
    });
    kept.collect()
}

type Paragraph = (BlockKind, Option<String>, u32, String);

fn paragraphs(document: &Document) -> Vec<Paragraph> {
    let blocks = document.content().blocks.iter().filter(|block| {
        matches!(
            block.kind,
            BlockKind::PreambularParagraph
                | BlockKind::OperativeParagraph
                | BlockKind::ListItem
                | BlockKind::Paragraph
        )
    });
    blocks
        .map(|block| (block.kind, block.number.clone(), block.depth, plain(&block.text.text)))
        .collect()
}

fn is_deliberation(document: &Document) -> bool {
    matches!(
        document,
        Document::Resolution(_) | Document::Decision(_) | Document::DraftResolution(_)
    )
}

#[test]
fn extractions_of_one_text_give_the_same_paragraphs() {
    let Some(shared) = support::shared("resolutions in several extractions") else { return };
    let mut by_symbol: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for path in texts(&shared, &["resolutions_ga", "resolutions_other"]) {
        if let Some(symbol) = symbol(&path) {
            by_symbol.entry(symbol).or_default().push(path);
        }
    }
    let mut failures = Vec::new();
    let mut met = BTreeSet::new();
    let mut pairs = 0;
    for paths in by_symbol.values().filter(|paths| paths.len() > 1) {
        let first = verbale::parse(&support::read(&paths[0])).document;
        if !is_deliberation(&first) {
            continue;
        }
        let first = paragraphs(&first);
        for path in &paths[1..] {
            pairs += 1;
            let known = DIFFERING.iter().find(|(name, _)| path.ends_with(name));
            let other = paragraphs(&verbale::parse(&support::read(path)).document);
            if let Some((name, _)) = known {
                met.insert(*name);
            }
            match (known, first == other) {
                (Some(_), false) | (None, true) => continue,
                (Some(_), true) => {
                    failures.push(format!("{}: agrees now, listed", path.display()));
                    continue;
                }
                (None, false) => {}
            }
            let at = first.iter().zip(&other).position(|(a, b)| a != b);
            let at = at.unwrap_or(first.len().min(other.len()));
            failures.push(format!(
                "{} / {}: paragraph {at}\n  {:?}\n  {:?}",
                paths[0].display(),
                path.display(),
                first.get(at),
                other.get(at)
            ));
        }
    }
    for (name, _) in DIFFERING.iter().filter(|(name, _)| !met.contains(name)) {
        failures.push(format!("{name}: no such pair, listed"));
    }
    assert!(pairs > 50, "{pairs} pairs");
    support::report("pairs that differ", &failures);
}

/// Whether operative paragraphs are numbered from 1 on, anew or through in each division, or have
/// no numbers by form.
fn numbers_run(document: &Document) -> bool {
    let mut groups: Vec<Vec<Option<u32>>> = vec![Vec::new()];
    for block in &document.content().blocks {
        match block.kind {
            BlockKind::EnactingLine | BlockKind::Heading => groups.push(Vec::new()),
            BlockKind::OperativeParagraph => {
                let number = block.number.as_ref().and_then(|number| number.parse().ok());
                groups.last_mut().expect("one group").push(number);
            }
            _ => {}
        }
    }
    groups.retain(|group| !group.is_empty());
    let mut last = 0;
    let runs = |group: &Vec<Option<u32>>| {
        if group.iter().all(Option::is_none) {
            return true;
        }
        let start = if group[0] == Some(last + 1) { last + 1 } else { 1 };
        last = start + group.len() as u32 - 1;
        group.iter().zip(start..).all(|(number, due)| *number == Some(due))
    };
    !groups.is_empty() && groups.iter().all(runs)
}

#[test]
fn numbers_dates_and_symbols_of_resolutions() {
    let Some(shared) = support::shared("resolutions of the corpus") else { return };
    for folder in ["resolutions_sc", "resolutions_ga"] {
        let texts = texts(&shared, &[folder]);
        let mut failures = Vec::new();
        let mut exceptions = [0usize; 3];
        for path in &texts {
            let document = verbale::parse(&support::read(path)).document;
            let own = &document.masthead().symbols;
            let named = symbol(path)
                .is_some_and(|name| own.iter().any(|own| own.symbol.to_string() == name));
            let checks = [
                ("numbers", numbers_run(&document), UNNUMBERED),
                ("date", document.document_date().is_some(), UNDATED),
                ("symbol", named, UNNAMED),
            ];
            for (n, (what, holds, known)) in checks.into_iter().enumerate() {
                if known.iter().any(|(name, _)| path.ends_with(name)) {
                    exceptions[n] += 1;
                } else if !holds {
                    failures.push(format!("{}: {what}", path.display()));
                }
            }
        }
        for count in exceptions {
            assert!(count * 100 <= texts.len() * 3, "{folder}: {count} exceptions");
        }
        support::report(folder, &failures);
    }
}
