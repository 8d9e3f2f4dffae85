//! What a covering text says of a text that it carries: its kind, its date, its place.
//!
//! "I have the honour to convey the attached letter dated 16 December 2005 (see annex)." The
//! sentence is the one that points to the attachment by its label, else the first one that
//! transmits anything. What it says of the date: `said_date`.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::{AttachmentKind, BlockKind, Document, Printed, PrintedDate};
use crate::text::{Flow, beginning};

use super::kind::Kind;
use super::said_date::said_date;
use super::title_noun::noun_kind;

/// What is said of a carried text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Covering {
    pub(crate) kind: Option<Kind>,
    pub(crate) date: Option<PrintedDate>,
    pub(crate) place: Option<Printed>,
    /// Whether it is a letter or note that calls this very text so.
    pub(crate) of_letter: bool,
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

/// As many sentences that transmit anything are read.
const MOST_SENTENCES: usize = 2;

/// A sentence that points to attachments: `(see annex I)`, `(annex I)`, `see enclosure`.
#[derive(Debug)]
struct Pointing {
    sentence: Sentence,
    /// In lower case.
    lower: String,
    /// Where its pointers stand.
    places: Vec<usize>,
}

/// The sentences of a text that speak of what it carries, found once for all that it carries.
#[derive(Debug, Default)]
pub(crate) struct Carrying {
    /// The first that transmit anything: the heading may say it, and the body with the date.
    first: Vec<Sentence>,
    /// Those that point to an attachment.
    pointing: Vec<Pointing>,
    /// The places in those where a pointer stands, by its noun, and by its noun with its number.
    pointers: HashMap<String, Vec<(usize, usize)>>,
    /// What the first say, once they are read.
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
                if carrying.first.len() < MOST_SENTENCES
                    && (words.any(|word| CARRIES.contains(&word)) || follows(&lower))
                {
                    carrying.first.push((at, sentence.clone()));
                }
                carrying.point((at, sentence), lower);
            }
        }
        carrying
    }

    /// Notes the pointers of a sentence.
    fn point(&mut self, sentence: Sentence, lower: String) {
        let own = self.pointing.len();
        let mut places = Vec::new();
        let see = lower.match_indices("see ").map(|(at, see)| at + see.len());
        let open = lower.match_indices('(').map(|(at, _)| at + 1);
        let mut starts: Vec<usize> = see.chain(open).collect();
        starts.sort_unstable();
        for at in starts {
            let word = first_word(&lower[at..]);
            let found = NOUNS.iter().find(|(one, several)| word == *one || word == *several);
            let Some((noun, _)) = found else { continue };
            places.push(at);
            self.pointers.entry((*noun).to_owned()).or_default().push((own, at));
            for number in numbers(&lower[at + word.len()..]) {
                self.pointers.entry(format!("{noun} {number}")).or_default().push((own, at));
            }
        }
        if !places.is_empty() {
            self.pointing.push(Pointing { sentence, lower, places });
        }
    }

    /// The first sentence that has a pointer, and where in it that stands.
    fn pointed(&self, pointer: &str) -> Option<(usize, usize)> {
        self.pointers.get(pointer)?.first().copied()
    }
}

/// The numbers behind the noun of a pointer: ` i)`, ` i and ii)`.
fn numbers(rest: &str) -> impl Iterator<Item = &str> {
    const MOST: usize = 8;
    let end = rest.find([')', ';', '(']).unwrap_or(rest.len());
    let words = rest[..end].split([' ', ',']).filter(|word| !word.is_empty() && *word != "and");
    let is_number =
        |word: &&str| word.len() <= 5 && word.bytes().all(|b| b.is_ascii_alphanumeric());
    words.take(MOST).take_while(is_number)
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
        let pointing = &carrying.pointing[own];
        let (at, sentence) = &pointing.sentence;
        let clause = clause(pointing, place);
        let clause = sentence.start + clause.start..sentence.start + clause.end;
        let said = say(parent, flows, *at, clause);
        carrying.said.insert(pointer, said.clone());
        return said;
    }
    let sentences = &carrying.first;
    let said = carrying.first_said.get_or_insert_with(|| {
        let all = sentences.iter().map(|(at, said)| say(parent, flows, *at, said.clone()));
        all.reduce(|first, next| match first.date {
            Some(_) => first,
            None => Covering { kind: first.kind.or(next.kind), ..next },
        })
        .unwrap_or_default()
    });
    // The sentence tells of one text, which is the first.
    let first = parent.content().attachments.is_empty();
    let (date, place) = (said.date.clone(), said.place.clone());
    let (date, place) = (date.filter(|_| first), place.filter(|_| first));
    Covering { kind: said.kind, date, place, of_letter: said.of_letter && first }
}

/// What a stretch of a block says of what is carried.
fn say(parent: &Document, flows: &[Flow], at: usize, said: Range<usize>) -> Covering {
    let (Some(block), Some(flow)) = (parent.content().blocks.get(at), flows.get(at)) else {
        return Covering::default();
    };
    let (date, place) = said_date(parent, &block.text, flow, said.clone());
    let (kind, object) = kind_named(&block.text.text[said]).unzip();
    let of_letter = parent.as_letter().is_some() && object == Some(true);
    Covering { kind, date, place, of_letter }
}

/// What a pointer calls an attachment, and several.
const NOUNS: [(&str, &str); 6] = [
    ("annex", "annexes"),
    ("enclosure", "enclosures"),
    ("appendix", "appendices"),
    ("addendum", "addenda"),
    ("attachment", "attachments"),
    ("note", "notes"),
];

/// The words that point to the attachment: "annex i", "enclosure".
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
        Some(number) => format!("{noun} {}", number.to_ascii_lowercase()),
        None => noun.to_owned(),
    }
}

/// The part of a sentence that belongs to the pointer at `at`: from the pointer before it to its own.
fn clause(pointing: &Pointing, at: usize) -> Range<usize> {
    let Pointing { lower, places, .. } = pointing;
    let before = places.iter().rev().find(|&&place| place < at);
    let start = before.and_then(|&place| lower[place..at].find(')').map(|end| place + end + 1));
    // What is said behind the last pointer of a sentence is said of its text too.
    let last = places.last() == Some(&at);
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

/// The kind of the text by the first noun of a document behind the verb, and whether that is what the
/// verb carries: not so in "transmit the comments on the report".
fn kind_named(sentence: &str) -> Option<(Kind, bool)> {
    let lower = sentence.to_lowercase();
    let (mut carried, mut object, mut last) = (false, true, "");
    // "aide-memoire"
    lower.split(|c: char| !c.is_alphabetic() && c != '-').find_map(|word| {
        carried |= CARRIES.contains(&word) || word == "following";
        let kind = match word {
            "letter" | "letters" | "communication" => Some(Kind::Letter),
            // "the text of a letter"
            "text" => None,
            _ => noun_kind(word),
        };
        let text = word == "of" && ["text", "texts", "copy", "copies"].contains(&last);
        let about = ["of", "on", "concerning", "regarding"].contains(&word) && !text;
        object &= !(carried && about);
        last = word;
        kind.filter(|_| carried).map(|kind| (kind, object))
    })
}
