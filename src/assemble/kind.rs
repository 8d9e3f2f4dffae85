//! The kinds of documents and how a part is known to be one: by the heading of a communication, by
//! the noun in its title, else by its form.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::block::{
    CommunicationForm, PaperForm, RawBlock, Shape, communication_form, foreign_heading, is_article,
    is_closing, is_salutation,
};

use crate::gazetteer::Named;
use crate::inline::{NameHit, names};
use crate::model::symbol::Nature;
use crate::text::{beginning, ends_sentence};

use super::dating::paper_form;
use super::deliberation::Form;
use super::front::lone_symbol;
use super::memorandum::is_form;
use super::speech::{is_foreign_speech, is_reported, is_speech, speaks};
use super::title_form::is_by_line;
use super::title_noun::document_noun;

/// A kind of document, as `document_type` has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Letter,
    IdenticalLetters,
    NoteVerbale,
    Note,
    Statement,
    Declaration,
    Communique,
    Speech,
    Memorandum,
    PressRelease,
    Report,
    Treaty,
    ExchangeOfNotes,
    VerbatimRecord,
    SummaryRecord,
    Agenda,
    /// A text of an organ, by its form.
    Deliberation(Form),
    Other,
}

/// The kinds that are read alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// Letters and notes.
    Letter,
    /// Statements and their kin.
    Statement,
    /// Resolutions and other texts of organs.
    Deliberation(Form),
    /// Kept whole.
    Other,
}

impl Kind {
    pub(crate) fn family(self) -> Family {
        match self {
            Kind::Letter | Kind::IdenticalLetters | Kind::NoteVerbale | Kind::Note => {
                Family::Letter
            }
            Kind::Statement
            | Kind::Declaration
            | Kind::Communique
            | Kind::Speech
            | Kind::Memorandum
            | Kind::PressRelease => Family::Statement,
            Kind::Deliberation(form) => Family::Deliberation(form),
            _ => Family::Other,
        }
    }
}

/// The kind of a part, from its blocks and the blocks of its title; a speech is never carried, only
/// the document itself.
pub(crate) fn kind(own: &[RawBlock], title: Range<usize>, is_main: bool, exchanged: bool) -> Kind {
    // A by-line below the title names the document where the title does not.
    let by_line = own.get(title.end).filter(|block| is_by_line(&block.flow.text));
    let named = title.start..title.end + usize::from(by_line.is_some());
    let title = &own[named];
    let heading = title.iter().find(|block| block.shape == Shape::Heading);
    let foreign = || title.iter().find_map(|block| foreign_heading(&block.flow.text));
    let form = heading
        .and_then(|block| communication_form(&block.flow.text))
        .or_else(|| foreign().map(|(form, ..)| form));
    if let Some(form) = form {
        return match form {
            CommunicationForm::Letter => Kind::Letter,
            CommunicationForm::IdenticalLetters => Kind::IdenticalLetters,
            CommunicationForm::NoteVerbale => Kind::NoteVerbale,
            CommunicationForm::Note | CommunicationForm::SentNote => Kind::Note,
        };
    }
    let noun = title.iter().rev().find_map(|block| {
        let (range, kind) = document_noun(&block.flow.text)?;
        let summary = block.flow.text[..range.end].to_lowercase().contains("summary");
        Some(if summary && kind == Kind::VerbatimRecord { Kind::SummaryRecord } else { kind })
    });
    let unsigned =
        || !own.iter().any(|b| matches!(b.shape, Shape::Signature | Shape::SignatureTable));
    if let Some(kind) = noun {
        // "Statement by H.E. ...": a delegation's copy of what was said in a meeting.
        let spoken = kind == Kind::Statement && is_main && unsigned() && is_speech(own);
        // "SC/12452": what an organ says to the press has the symbol of a release.
        let released = kind == Kind::Statement && is_main && is_release(own);
        return match kind {
            _ if spoken => Kind::Speech,
            _ if released => Kind::PressRelease,
            kind => kind,
        };
    }
    if is_main && is_form(own) {
        return Kind::Memorandum;
    }
    if is_main && unsigned() && is_foreign_speech(own) {
        return Kind::Speech;
    }
    if is_main && title.is_empty() && is_by_states(own) {
        return Kind::Declaration;
    }
    if own.iter().any(|block| is_note_opening(&block.flow.text)) {
        return Kind::NoteVerbale;
    }
    if is_main && own.iter().any(|block| goes_to_press(&block.flow.text)) {
        return Kind::PressRelease;
    }
    match paper_form(own) {
        Some(PaperForm::Letter) => return Kind::Letter,
        Some(PaperForm::Note) => return Kind::Note,
        Some(PaperForm::Memorandum) => return Kind::Memorandum,
        Some(PaperForm::Extract) | None => {}
    }
    if is_main && title.is_empty() && has_articles(own) {
        return Kind::Treaty;
    }
    if !title.is_empty() {
        let spoken = is_main && unsigned() && is_speech(own);
        return if spoken { Kind::Speech } else { Kind::Other };
    }
    let says = |formula: fn(&str) -> bool| own.iter().any(|block| formula(&block.flow.text));
    let signed = own.iter().any(|b| matches!(b.shape, Shape::Signature | Shape::SignatureTable));
    let opened = says(is_letter_opening);
    // The letter's own marks; a carried text may have lost its end.
    let framed = (signed || exchanged) && (opened || says(is_salutation));
    if says(is_closing) || framed || (opened && !is_main) {
        Kind::Letter
    } else if is_main && !signed && is_speech(own) {
        Kind::Speech
    } else if is_main && opened {
        Kind::Letter
    } else if is_main && !signed && (speaks(own) || is_reported(own)) {
        Kind::Speech
    } else {
        Kind::Other
    }
}

/// Whether a text is what each of several States declares, below its name as a depositary prints it:
/// the first line names a State, and two of them do or a copy in Markdown marks it.
fn is_by_states(own: &[RawBlock]) -> bool {
    let is_state = |raw: &RawBlock| {
        let text = raw.flow.text.trim_matches(['#', '*', '_', ' ']);
        let whole =
            |hit: &NameHit| matches!(hit.named, Named::State(_)) && hit.range == (0..text.len());
        raw.shape == Shape::Plain && text.len() <= LONGEST_STATE && names(text).iter().any(whole)
    };
    let first = own.first().filter(|raw| is_state(raw));
    first.is_some_and(|first| {
        let below = own.get(1).is_some_and(|raw| !is_state(raw) && ends_sentence(&raw.flow.text));
        let marked = || first.flow.text.starts_with('#');
        let another = |raw: &&RawBlock| is_state(raw) && raw.flow.text != first.flow.text;
        below && (marked() || own.iter().any(|raw| another(&raw)))
    })
}

/// Whether the symbol of a press release stands alone near the head of a text.
fn is_release(own: &[RawBlock]) -> bool {
    const DEEPEST: usize = 12;
    let mut symbols = own.iter().take(DEEPEST).filter_map(|raw| lone_symbol(&raw.flow)).flatten();
    symbols.any(|found| found.symbol.nature() == Nature::PressRelease)
}

/// No State's name is longer, in bytes.
const LONGEST_STATE: usize = 80;

/// `(more)`: the foot of a page of a press release that goes on.
fn goes_to_press(text: &str) -> bool {
    const LONGEST: usize = 12;
    text.len() <= LONGEST
        && text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(') == "(more)"
}

/// Whether a text stands in articles, as an instrument does whose title is lost.
fn has_articles(own: &[RawBlock]) -> bool {
    const FEWEST: usize = 3;
    own.iter().filter(|raw| is_article(&raw.flow.text)).take(FEWEST).count() == FEWEST
}

/// `The Permanent Mission of X ... presents its compliments to ...`
pub(crate) fn is_note_opening(text: &str) -> bool {
    const FORMULAS: [&str; 6] = [
        "presents its compliments",
        "present their compliments",
        "presents his compliments",
        "presents her compliments",
        "presents to the ",
        "present her compliments",
    ];
    static VERB: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("present"));
    let head = beginning(text, 400);
    let mut verbs = VERB.find_iter(head.as_bytes()).map(|at| &head[at..]);
    verbs.any(|verb| FORMULAS.iter().any(|formula| verb.starts_with(formula)))
        && head.contains("The ")
}

/// The first words of a letter's body: the writer speaks.
fn is_letter_opening(text: &str) -> bool {
    const OPENINGS: [&str; 9] = [
        "I have the hono",
        "We have the hono",
        "I am writing to",
        "I would like to",
        "I wish to",
        "I should like to",
        "I am pleased to",
        "I write to",
        "I refer to",
    ];
    static WRITER: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("I have the hono"));
    let head = beginning(text, 300);
    OPENINGS.iter().any(|opening| head.starts_with(opening))
        || WRITER.find(head.as_bytes()).is_some()
}
