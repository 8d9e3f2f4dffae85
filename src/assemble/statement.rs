//! Statements of a person or a group, and their kin.

use crate::model::{BlockKind, Content, Document, MemberState, Mention, SCHEMA_VERSION, Statement};

use super::common::Common;
use super::kind::Kind;
use super::letter::frame_date;

/// Reads a statement.
pub(crate) fn read(kind: Kind, common: Common) -> Document {
    let parties = parties(&common.content);
    // The form of an office memorandum has its date beside its name.
    let date = common.date.or_else(|| {
        let frame = common.frame.iter().filter(|_| kind == Kind::Memorandum);
        frame.into_iter().find_map(frame_date)
    });
    let statement = Statement {
        schema_version: SCHEMA_VERSION.to_owned(),
        source: None,
        masthead: common.masthead,
        title: common.title,
        document_date: date,
        place: common.place,
        parties,
        signatories: common.signatories,
        content: common.content,
    };
    match kind {
        Kind::Declaration => Document::Declaration(statement),
        Kind::Communique => Document::Communique(statement),
        Kind::Speech => Document::Speech(statement),
        Kind::Memorandum => Document::Memorandum(statement),
        Kind::PressRelease => Document::PressRelease(statement),
        _ => Document::Statement(statement),
    }
}

/// The States listed in the opening paragraph of a group's statement: the longest run of names
/// that only commas, "and" and articles part.
fn parties(content: &Content) -> Vec<MemberState> {
    let opening = content.blocks.iter().find(|block| block.kind == BlockKind::Paragraph);
    let Some(text) = opening.map(|block| &block.text) else {
        return Vec::new();
    };
    if !is_group(&text.text) {
        return Vec::new();
    }
    let mut best: Vec<MemberState> = Vec::new();
    let mut run: Vec<MemberState> = Vec::new();
    let mut end = 0;
    for mention in &text.mentions {
        let Mention::MemberState(named) = mention else {
            continue;
        };
        let between = text.text.get(end..named.range.start as usize).unwrap_or("");
        let listed = between
            .split([',', ' '])
            .all(|word| matches!(word, "" | "and" | "the" | "of" | "Governments" | "Government"));
        if !listed {
            run.clear();
        }
        run.push(named.member_state.clone());
        end = named.range.end as usize;
        if run.len() > best.len() {
            best.clone_from(&run);
        }
    }
    if best.len() > 1 { best } else { Vec::new() }
}

/// Whether the paragraph opens with a group as its subject.
fn is_group(text: &str) -> bool {
    const GROUPS: [&str; 13] = [
        "heads",
        "presidents",
        "leaders",
        "ministers",
        "governments",
        "representatives",
        "states",
        "members",
        "participants",
        "parties",
        "delegations",
        "we",
        "undersigned",
    ];
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(4)
        .any(|word| GROUPS.contains(&word.to_lowercase().as_str()))
}
