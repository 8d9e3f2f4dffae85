//! Statements of a person or a group, and their kin.

use crate::block::{issuers, place_date};
use crate::inline::names;
use crate::model::{
    BlockKind, Content, Document, MemberState, Mention, Offsets, Party, Printed, SCHEMA_VERSION,
    Statement,
};

use super::common::Common;
use super::kind::Kind;
use super::letter::frame_date;
use super::memorandum::form;
use super::parties::{as_person, party};
use super::speech::speaker;
use super::title_noun::document_noun;

/// Reads a statement.
pub(crate) fn read(kind: Kind, common: Common) -> Document {
    let form = form(&common.form);
    let (mut issuers, occasion) = made_by(kind, &common);
    if issuers.is_empty() {
        issuers = form.from;
    }
    let mut parties = parties(&common.content);
    if parties.is_empty() {
        parties.extend(issuers.iter().filter_map(|issuer| issuer.state.clone()));
        if parties.len() < 2 {
            parties.clear();
        }
    }
    // The form of an office memorandum has its date beside its name, a speech that of its meeting.
    let date = common.date.or(form.date).or_else(|| {
        let dated = matches!(kind, Kind::Memorandum | Kind::Speech);
        common.frame.iter().filter(|flow| dated || is_dateline(&flow.text)).find_map(frame_date)
    });
    let statement = Statement {
        schema_version: SCHEMA_VERSION.to_owned(),
        offsets: Offsets::Utf8,
        source: None,
        masthead: common.masthead,
        title: common.title,
        document_date: date,
        further_dates: common.further_dates,
        place: common.place,
        issuers,
        addressees: form.to,
        subject: form.subject,
        occasion,
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

/// Whether a line above a statement says where and when it was made, or published: `Media stakeout —
/// New York, 3 May 2031`, `*Published on May 3, 2031*`.
fn is_dateline(text: &str) -> bool {
    const LONGEST: usize = 80;
    let bare = text.trim_matches(['#', '*', '_', ' ']);
    bare.len() <= LONGEST && {
        let tail = bare.rsplit(['—', '–', '|']).next().unwrap_or(bare).trim();
        let published = ["Published on ", "Posted on ", "Issued on ", "Published: ", "Date: "];
        let tail = published.iter().find_map(|words| tail.strip_prefix(words)).unwrap_or(tail);
        place_date(tail).is_some_and(|found| found.dates.len() == 1)
    }
}

/// Who makes the statement and on what occasion: by the title, else, of a speech, by the lines
/// between it and the salutation.
fn made_by(kind: Kind, common: &Common) -> (Vec<Party>, Option<Printed>) {
    let mut made = (Vec::new(), None);
    if let Some(flow) = &common.named_title
        && let Some((noun, _)) = document_noun(&flow.text)
    {
        let hits = names(&flow.text);
        let reading = issuers(&flow.text, noun.end, &hits);
        let mut bodies = Vec::new();
        let parties = reading.issuers.iter().map(|p| party(flow, p, &hits, &mut bodies));
        made =
            (parties.map(as_person).collect(), reading.occasion.map(|range| flow.printed(range)));
    }
    if kind == Kind::Speech {
        speaker(common, &mut made.0, &mut made.1);
    }
    made
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
