//! What a covering text says of a text that it carries: its kind, its date, its place.
//!
//! "I have the honour to convey the attached letter dated 16 December 2005 (see annex)." The
//! sentence is the one that points to the attachment by its label, else the first one that
//! transmits anything. Only a date that is said of the text counts ("dated", "signed on", "issued
//! on"), not that of a meeting where it was read out.

use std::ops::Range;

use crate::model::{AttachmentKind, BlockKind, Document, Mention, Printed, PrintedDate, Text};
use crate::text::Flow;

use super::kind::Kind;
use super::title::noun_kind;

/// What is said of a carried text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Covering {
    pub(crate) kind: Option<Kind>,
    pub(crate) date: Option<PrintedDate>,
    pub(crate) place: Option<Printed>,
}

/// Verbs and participles that carry a text.
const CARRIES: [&str; 17] = [
    "attached",
    "annexed",
    "enclosed",
    "herewith",
    "transmit",
    "transmitting",
    "transmits",
    "convey",
    "conveying",
    "forward",
    "forwarding",
    "enclose",
    "enclosing",
    "attach",
    "circulates",
    "circulate",
    "submit",
];

/// Reads what `parent` says of an attachment with this label; `flows` are those of its blocks.
pub(crate) fn covering(
    parent: &Document,
    flows: &[Flow],
    attached_as: AttachmentKind,
    label: Option<&Printed>,
) -> Covering {
    let pointer = pointer(attached_as, label);
    let mut best: Option<(u8, &Text, &Flow, Range<usize>)> = None;
    for (block, flow) in parent.content().blocks.iter().zip(flows) {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Title) {
            continue;
        }
        for sentence in sentences(&block.text.text) {
            let rank = rank(&block.text.text[sentence.clone()], &pointer);
            if rank > best.as_ref().map_or(0, |(rank, ..)| *rank) {
                best = Some((rank, &block.text, flow, sentence));
            }
        }
    }
    let Some((rank, text, flow, sentence)) = best else { return Covering::default() };
    let sentence = if rank == 2 { clause(&text.text, sentence, &pointer) } else { sentence };
    let (date, place) = dated(parent, text, flow, sentence.clone());
    Covering { kind: kind_named(&text.text[sentence]), date, place }
}

/// The words that point to the attachment: "see annex I", "see enclosure".
fn pointer(attached_as: AttachmentKind, label: Option<&Printed>) -> String {
    let noun = match attached_as {
        AttachmentKind::Annex => "annex",
        AttachmentKind::Enclosure => "enclosure",
        AttachmentKind::Appendix => "appendix",
        AttachmentKind::Addendum => "addendum",
        AttachmentKind::Attachment | AttachmentKind::Unlabelled => "attachment",
        AttachmentKind::Exchanged => "note",
    };
    let number = label.and_then(|label| label.printed.split_once(' ')).map(|(_, number)| number);
    match number {
        Some(number) => format!("see {noun} {}", number.to_lowercase()),
        None => format!("see {noun}"),
    }
}

/// The part of a sentence that belongs to a pointer: from the pointer before it to its own.
fn clause(text: &str, sentence: Range<usize>, pointer: &str) -> Range<usize> {
    let lower = text[sentence.clone()].to_ascii_lowercase();
    let Some(at) = find_pointer(&lower, pointer) else { return sentence };
    let start = lower[..at].rfind("(see ").filter(|&open| open + "(see ".len() < at);
    let start = start.and_then(|open| lower[open..at].find(')').map(|close| open + close + 1));
    // What is said behind the only pointer of a sentence is said of the text too.
    let end = if lower[at + pointer.len()..].contains("(see ") { at } else { lower.len() };
    let end = if start.is_none() && end < lower.len() { at } else { end };
    sentence.start + start.unwrap_or(0)..sentence.start + end
}

/// Where a pointer stands, whole, in a text in lower case.
fn find_pointer(lower: &str, pointer: &str) -> Option<usize> {
    lower
        .match_indices(pointer)
        .map(|(at, _)| at)
        .find(|&at| !lower[at + pointer.len()..].starts_with(|c: char| c.is_alphanumeric()))
}

fn rank(sentence: &str, pointer: &str) -> u8 {
    let lower = sentence.to_lowercase();
    let points = find_pointer(&lower, pointer).is_some();
    let mut words = lower.split(|c: char| !c.is_alphabetic());
    match (points, words.any(|word| CARRIES.contains(&word))) {
        (true, _) => 2,
        (false, true) => 1,
        (false, false) => 0,
    }
}

/// The sentences of a text; a point inside parentheses or after one letter ends none.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        let word = text[start..at].rsplit(' ').next().unwrap_or("");
        let abbreviated =
            word.chars().count() <= 2 || word.contains('.') || word == "Mr" || word == "No";
        if !abbreviated && text[at + 2..].starts_with(char::is_uppercase) {
            sentences.push(start..at + 1);
            start = at + 2;
        }
    }
    sentences.push(start..text.len());
    sentences
}

/// The kind of the text by the first noun of a document behind the verb.
fn kind_named(sentence: &str) -> Option<Kind> {
    let lower = sentence.to_lowercase();
    let mut carried = false;
    lower.split(|c: char| !c.is_alphabetic()).find_map(|word| {
        carried |= CARRIES.contains(&word);
        let kind = match word {
            "letter" | "letters" | "communication" => Some(Kind::Letter),
            _ => noun_kind(word),
        };
        kind.filter(|_| carried)
    })
}

/// The date, and the place beside it, that the sentence gives of what it carries.
fn dated(
    parent: &Document,
    text: &Text,
    flow: &Flow,
    sentence: Range<usize>,
) -> (Option<PrintedDate>, Option<Printed>) {
    let words = text.text.as_str();
    for mention in &text.mentions {
        let Mention::Date(date) = mention else { continue };
        let (start, end) = (date.range.start as usize, date.range.end as usize);
        if start < sentence.start || end > sentence.end || date.end_date.is_some() {
            continue;
        }
        if is_said_of_the_text(&words[sentence.start..start], &words[end..sentence.end]) {
            let printed =
                PrintedDate { date: date.date, printed: date.printed.clone(), span: date.span };
            return (Some(printed), place(flow, &sentence, start, end));
        }
    }
    (today(parent, flow, sentence), None)
}

fn is_said_of_the_text(before: &str, after: &str) -> bool {
    let clause = before.rfind([';', ':']).map_or(before, |at| &before[at + 1..]);
    let near: Vec<&str> = clause.split(' ').filter(|word| !word.is_empty()).rev().take(7).collect();
    let last = near.first().copied().unwrap_or("").trim_start_matches('(');
    let said = ["signed", "issued", "adopted", "published", "released", "made", "concluded"];
    if last == "dated" || (last == "the" && near.get(1) == Some(&"dated")) {
        return true;
    }
    let said_before = near.iter().any(|word| said.contains(word));
    let said_after = said
        .iter()
        .any(|verb| after.strip_prefix(" and ").is_some_and(|rest| rest.starts_with(verb)));
    matches!(last, "on" | "of") && (said_before || said_after)
}

/// "in Shanghai on", before the date, or "in Shanghai" after it.
fn place(flow: &Flow, sentence: &Range<usize>, start: usize, end: usize) -> Option<Printed> {
    let words = flow.text.as_str();
    let before = words[sentence.start..start].trim_end();
    let head = before.strip_suffix(" on");
    let range = if let Some((head, at)) = head.and_then(|head| Some((head, head.rfind(" in ")?))) {
        sentence.start + at + " in ".len()..sentence.start + head.len()
    } else {
        let after = &words[end..sentence.end];
        after.strip_prefix(" in ")?;
        let at = end + " in ".len();
        let stop = words[at..sentence.end].find([',', '.', '(', ';']);
        at..stop.map_or(sentence.end, |stop| at + stop)
    };
    let named = words.get(range.clone())?;
    let is_name = named.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && named.split(' ').count() <= 3;
    is_name.then(|| flow.printed(range))
}

/// "issued today": the date of the covering text itself.
fn today(parent: &Document, flow: &Flow, sentence: Range<usize>) -> Option<PrintedDate> {
    let words = &flow.text[sentence.clone()];
    let at = ["issued today", "submitted today", "released today"].iter().find_map(|said| {
        words.find(said).map(|at| sentence.start + at + said.len() - "today".len())
    })?;
    let date = parent.document_date()?.date;
    let Printed { printed, span } = flow.printed(at..at + "today".len());
    Some(PrintedDate { date, printed, span })
}
