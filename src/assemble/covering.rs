//! What a covering text says of a text that it carries: its kind, its date, its place.
//!
//! "I have the honour to convey the attached letter dated 16 December 2005 (see annex)." The
//! sentence is the one that points to the attachment by its label, else the first one that
//! transmits anything. Only a date that is said of the text counts ("dated", "signed on", "issued
//! on"), not that of a meeting where it was read out.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::{AttachmentKind, BlockKind, Document, Mention, Printed, PrintedDate, Text};
use crate::text::{Flow, beginning, ending};

use super::kind::Kind;
use super::title_noun::noun_kind;

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

/// A sentence by its block and its range in it.
type Sentence = (usize, Range<usize>);

/// What is longer, in bytes, is no sentence: it is cut, as every attachment reads one again.
const LONGEST: usize = 4096;
/// Of the places that begin as a pointer does, no more are looked at.
const MOST_PLACES: usize = 16;

/// The sentences of a text that speak of what it carries, found once for all that it carries.
#[derive(Debug, Default)]
pub(crate) struct Carrying {
    /// The first that transmits anything.
    first: Option<Sentence>,
    /// Those that point to an attachment, in lower case.
    pointing: Vec<(Sentence, String)>,
    /// The places in those where a pointer stands, by its noun, and by its noun with the first word
    /// of its number.
    pointers: HashMap<String, Vec<(usize, usize)>>,
    /// What the first says, once it is read.
    first_said: Option<Covering>,
    /// What is said by a pointer, where it is read.
    said: HashMap<String, Covering>,
}

impl Carrying {
    /// Reads what a document says of all that it carries.
    pub(crate) fn of(parent: &Document) -> Self {
        let mut carrying = Carrying::default();
        for (at, block) in parent.content().blocks.iter().enumerate() {
            if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Title) {
                continue;
            }
            let text = block.text.text.as_str();
            for sentence in sentences(text) {
                // Places in it are places in the text.
                let lower = text[sentence.clone()].to_ascii_lowercase();
                let mut words = lower.split(|c: char| !c.is_alphabetic());
                if carrying.first.is_none()
                    && (words.any(|word| CARRIES.contains(&word)) || follows(&lower))
                {
                    carrying.first = Some((at, sentence.clone()));
                }
                carrying.point((at, sentence), lower);
            }
        }
        carrying
    }

    /// Notes the pointers of a sentence.
    fn point(&mut self, sentence: Sentence, lower: String) {
        let own = self.pointing.len();
        let mut points = false;
        for (at, see) in lower.match_indices("see ") {
            let noun = first_word(&lower[at + see.len()..]);
            if !NOUNS.contains(&noun) {
                continue;
            }
            points = true;
            let pointer = &lower[at..at + see.len() + noun.len()];
            self.pointers.entry(pointer.to_owned()).or_default().push((own, at));
            let number = lower[at + pointer.len()..].strip_prefix(' ').map_or("", first_word);
            if !number.is_empty() {
                let numbered = &lower[at..at + pointer.len() + 1 + number.len()];
                self.pointers.entry(numbered.to_owned()).or_default().push((own, at));
            }
        }
        if points {
            self.pointing.push((sentence, lower));
        }
    }

    /// The first sentence that has a pointer, and where in it that stands.
    fn pointed(&self, pointer: &str) -> Option<(usize, usize)> {
        let mut ends = pointer.match_indices(' ').map(|(at, _)| at).skip(1);
        let key = match ends.next() {
            Some(noun) => &pointer[..noun + 1 + first_word(&pointer[noun + 1..]).len()],
            None => pointer,
        };
        let places = self.pointers.get(key.trim_end())?;
        let is_whole = |(own, at): &&(usize, usize)| {
            let rest = self.pointing[*own].1[*at..].strip_prefix(pointer);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        places.iter().take(MOST_PLACES).find(is_whole).copied()
    }
}

/// Whether a sentence in lower case begins by saying that a paper follows: "following is text of
/// letter", "the following communication".
fn follows(sentence: &str) -> bool {
    const PAPERS: [&str; 8] =
        ["letter", "note", "message", "communication", "statement", "cable", "telegram", "text"];
    let sentence = sentence.strip_prefix("the ").unwrap_or(sentence);
    sentence
        .strip_prefix("following ")
        .is_some_and(|rest| rest.split(' ').take(4).any(|word| PAPERS.contains(&word)))
}

/// The letters and digits that a text begins with.
fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
}

/// Reads what `parent` says of an attachment with this label; `flows` are those of its blocks.
pub(crate) fn covering(
    parent: &Document,
    carrying: &mut Carrying,
    flows: &[Flow],
    attached_as: AttachmentKind,
    label: Option<&Printed>,
) -> Covering {
    let pointer = pointer(attached_as, label);
    if let Some(said) = carrying.said.get(&pointer) {
        return said.clone();
    }
    if let Some((own, place)) = carrying.pointed(&pointer) {
        let ((at, sentence), lower) = &carrying.pointing[own];
        let clause = clause(lower, place, pointer.len());
        let clause = sentence.start + clause.start..sentence.start + clause.end;
        let said = say(parent, flows, *at, clause);
        carrying.said.insert(pointer, said.clone());
        return said;
    }
    let Some((at, sentence)) = carrying.first.clone() else { return Covering::default() };
    carrying.first_said.get_or_insert_with(|| say(parent, flows, at, sentence)).clone()
}

/// What a stretch of a block says of what is carried.
fn say(parent: &Document, flows: &[Flow], at: usize, said: Range<usize>) -> Covering {
    let (Some(block), Some(flow)) = (parent.content().blocks.get(at), flows.get(at)) else {
        return Covering::default();
    };
    let (date, place) = dated(parent, &block.text, flow, said.clone());
    Covering { kind: kind_named(&block.text.text[said]), date, place }
}

/// What a pointer calls an attachment.
const NOUNS: [&str; 6] = ["annex", "enclosure", "appendix", "addendum", "attachment", "note"];

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
        Some(number) => format!("see {noun} {}", number.to_ascii_lowercase()),
        None => format!("see {noun}"),
    }
}

/// The part of a sentence in lower case that belongs to the pointer at `at`: from the pointer before
/// it to its own.
fn clause(lower: &str, at: usize, pointer: usize) -> Range<usize> {
    let start = lower[..at].rfind("(see ").filter(|&open| open + "(see ".len() < at);
    let start = start.and_then(|open| lower[open..at].find(')').map(|close| open + close + 1));
    // What is said behind the last pointer of a sentence is said of its text too.
    let last = !lower[at + pointer..].contains("(see ");
    start.unwrap_or(0)..if last { lower.len() } else { at }
}

/// The sentences of a text; a point inside parentheses or after one letter ends none.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let cut = |start: &mut usize, end: usize, sentences: &mut Vec<Range<usize>>| {
        while end - *start > LONGEST {
            let piece = beginning(&text[*start..end], LONGEST).len();
            sentences.push(*start..*start + piece);
            *start += piece;
        }
        sentences.push(*start..end);
    };
    for (at, _) in text.match_indices(". ") {
        let word = text[start..at].rsplit(' ').next().unwrap_or("");
        let abbreviated =
            word.chars().count() <= 2 || word.contains('.') || word == "Mr" || word == "No";
        if !abbreviated && text[at + 2..].starts_with(char::is_uppercase) {
            cut(&mut start, at + 1, &mut sentences);
            start = at + 2;
        }
    }
    cut(&mut start, text.len(), &mut sentences);
    sentences
}

/// The kind of the text by the first noun of a document behind the verb.
fn kind_named(sentence: &str) -> Option<Kind> {
    let lower = sentence.to_lowercase();
    let mut carried = false;
    lower.split(|c: char| !c.is_alphabetic()).find_map(|word| {
        carried |= CARRIES.contains(&word) || word == "following";
        let kind = match word {
            "letter" | "letters" | "communication" => Some(Kind::Letter),
            // "the text of a letter"
            "text" => None,
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
    let first =
        text.mentions.partition_point(|found| (found.range().start as usize) < sentence.start);
    for mention in &text.mentions[first..] {
        if mention.range().start as usize >= sentence.end {
            break;
        }
        let Mention::Date(date) = mention else { continue };
        let (start, end) = (date.range.start as usize, date.range.end as usize);
        if end > sentence.end || date.end_date.is_some() {
            continue;
        }
        let before = ending(&words[sentence.start..start], CLAUSE);
        if is_said_of_the_text(before, &words[end..sentence.end]) {
            let printed =
                PrintedDate { date: date.date, printed: date.printed.clone(), span: date.span };
            return (Some(printed), place(flow, &sentence, start, end));
        }
    }
    (today(parent, flow, sentence), None)
}

/// As much, in bytes, stands between a date and the word that it is said with.
const CLAUSE: usize = 256;

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
