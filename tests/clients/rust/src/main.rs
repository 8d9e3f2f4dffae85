//! Reads documents through the generated types and prints what the other clients print.

use std::path::PathBuf;

#[allow(clippy::all, dead_code, clippy::pedantic)]
mod verbale {
    include!(concat!(env!("OUT_DIR"), "/verbale.rs"));
}

use verbale::{Content, Document, Mention, Offsets, Party, Signatory, Span, Text};

/// Senders, signatories, content and unit of offsets of a document of any kind; adopted texts have
/// neither of the first two.
fn parts(document: &Document) -> (&[Party], &[Signatory], &Content, Offsets) {
    use Document as D;
    match document {
        D::Letter { senders, signatories, content, offsets, .. }
        | D::IdenticalLetters { senders, signatories, content, offsets, .. }
        | D::NoteVerbale { senders, signatories, content, offsets, .. }
        | D::Note { senders, signatories, content, offsets, .. } => (senders, signatories, content, *offsets),
        D::Statement { signatories, content, offsets, .. }
        | D::Declaration { signatories, content, offsets, .. }
        | D::Communique { signatories, content, offsets, .. }
        | D::Speech { signatories, content, offsets, .. }
        | D::Memorandum { signatories, content, offsets, .. }
        | D::PressRelease { signatories, content, offsets, .. }
        | D::Report { signatories, content, offsets, .. }
        | D::Treaty { signatories, content, offsets, .. }
        | D::ExchangeOfNotes { signatories, content, offsets, .. }
        | D::VerbatimRecord { signatories, content, offsets, .. }
        | D::SummaryRecord { signatories, content, offsets, .. }
        | D::Agenda { signatories, content, offsets, .. }
        | D::Other { signatories, content, offsets, .. } => (&[], signatories, content, *offsets),
        D::Resolution { content, offsets, .. }
        | D::DraftResolution { content, offsets, .. }
        | D::Decision { content, offsets, .. }
        | D::PresidentialStatement { content, offsets, .. } => (&[], &[], content, *offsets),
    }
}

fn signatories(document: &Document) -> Vec<&Signatory> {
    let (_, own, content, _) = parts(document);
    let carried = content.attachments.iter().flat_map(|attachment| signatories(&attachment.document));
    own.iter().chain(carried).collect()
}

fn texts(document: &Document) -> Vec<&Text> {
    let (_, _, content, _) = parts(document);
    let blocks = content.blocks.iter().map(|block| &block.text);
    let notes = content.footnotes.iter().map(|note| &note.text);
    let carried = content.attachments.iter().flat_map(|attachment| texts(&attachment.document));
    blocks.chain(notes).chain(carried).collect()
}

/// The words at a span, and how many of them were as printed until now.
struct Words {
    source: String,
    matched: usize,
    total: usize,
}

impl Words {
    fn at(&mut self, span: &Span, printed: &str) -> String {
        let slice = &self.source[span.start as usize..span.end as usize];
        let mut there = String::new();
        for word in slice.split([' ', '\t', '\r', '\n', '\u{c}']).filter(|word| !word.is_empty()) {
            if !there.is_empty() {
                there.push(' ');
            }
            there.push_str(word);
        }
        self.total += 1;
        self.matched += usize::from(there == printed);
        there
    }
}

fn main() {
    let folder = std::env::args_os().nth(1).expect("the folder of the documents is named");
    if folder == "--types" {
        println!("{}", env!("VERBALE_TYPES"));
        return;
    }
    let entries = std::fs::read_dir(folder).expect("the folder can be listed");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    for path in paths {
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a plain name");
        let line = |cells: &[&str]| println!("{name}\t{}", cells.join("\t"));
        let json = std::fs::read_to_string(&path).expect("a document can be read");
        let document: Document = serde_json::from_str(&json).expect("the document is typed");
        let source = std::fs::read_to_string(path.with_extension("txt")).expect("a source");
        let mut words = Words { source, matched: 0, total: 0 };
        let kind = serde_json::to_value(&document).expect("a document is JSON");
        line(&["type", kind["document_type"].as_str().expect("a document has a kind")]);
        // Rust slices by bytes of UTF-8; where all is ASCII, all units are the same.
        let unit = parts(&document).3;
        let sliceable = matches!(unit, Offsets::Utf8) || words.source.is_ascii();
        line(&["sliceable", &if sliceable { "yes".to_owned() } else { format!("no: {unit}") }]);
        for party in parts(&document).0 {
            let state = party.state.as_ref().map_or("-", |state| state.alpha3.as_str());
            line(&["sender", &party.name, state, &words.at(&party.span, &party.printed)]);
        }
        for signatory in signatories(&document) {
            let name = signatory.name.as_ref();
            let name = name.map_or("-".to_owned(), |name| words.at(&name.span, &name.printed));
            let state = signatory.state.as_ref().map_or("-", |state| state.short_name.as_str());
            line(&["signatory", &name, state]);
        }
        for mention in texts(&document).into_iter().flat_map(|text| &text.mentions) {
            match mention {
                Mention::Citation { canonical, span, printed, .. } => {
                    line(&["citation", canonical, &words.at(span, printed)]);
                }
                Mention::MemberState { member_state, .. } => {
                    let there = words.at(&member_state.span, &member_state.printed);
                    line(&["state", member_state.alpha3.as_str(), &there]);
                }
                _ => {}
            }
        }
        line(&["matched", &words.matched.to_string(), &words.total.to_string()]);
    }
}
