//! Headings of communications.
//!
//! ```text
//! heading   = form , [ "dated" , dates ] , "from" , parties , [ [ "addressed" ] , "to" , parties ] ,
//!             [ verb , what ]
//!           | "Note by" , parties
//! form      = "Letter" | "Letters" | "Identical letters" | "Note verbale"           (any case)
//! parties   = party , { ( "," | "and" ) , party }
//! party     = [ "the" ] , office , [ "of" , [ mission "of" ] , states | body ] , [ "to" , body ]
//! verb      = "transmitting" | "forwarding" | "enclosing" | "containing"
//! ```
//!
//! Only a real heading counts: it begins a line, and "letter dated" in running text never does.
//! Source: the Editorial Manual on communications.

use std::ops::Range;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag_no_case;
use nom::combinator::{peek, value};
use nom::sequence::terminated;

use super::party::{PartyReading, parties, skip_article};
use crate::gazetteer::Named;
use crate::inline::{DateFound, NameHit, names, office_at, scan_dates};
use crate::model::Date;
use crate::text::ends_open;

/// The form of a communication, by the first words of its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CommunicationForm {
    Letter,
    IdenticalLetters,
    NoteVerbale,
    /// `Note by the Secretary-General`, `Note by the President of the Security Council`.
    Note,
    /// `Note dated 3 May 2031 from the Minister for Foreign Affairs of X addressed to ...`
    SentNote,
}

/// The form that the first words of a heading name.
pub(crate) fn communication_form(text: &str) -> Option<CommunicationForm> {
    form(text).ok().map(|(_, form)| form)
}

/// What a heading says, by ranges in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) form: CommunicationForm,
    pub(crate) dates: Vec<(Range<usize>, Date)>,
    pub(crate) senders: Vec<PartyReading>,
    pub(crate) addressees: Vec<PartyReading>,
    pub(crate) transmits: Option<Range<usize>>,
}

/// The marks that a telegram or a quotation sets before a heading.
const QUOTES: [&str; 2] = ["QTE ", "QUOTE "];

/// The marks of Markdown around a heading.
const MARKS: [char; 4] = ['#', '*', '_', ' '];

/// Where a heading stands in its line: within the marks of Markdown, behind the word that quotes it.
pub(crate) fn heading_range(text: &str) -> Range<usize> {
    let start = text.len() - text.trim_start_matches(MARKS).len();
    // A star alone at the end is that of a note or of a reissue.
    let emphasized = text.ends_with("**") || text.starts_with("**") || text.starts_with('_');
    let end = if emphasized { text.trim_end_matches(MARKS).len() } else { text.len() };
    let end = end.max(start);
    let inner = &text[start..end];
    let quote = QUOTES.iter().find(|quote| inner.starts_with(**quote));
    start + quote.map_or(0, |quote| quote.len())..end
}

fn form(i: &str) -> nom::IResult<&str, CommunicationForm, ()> {
    use CommunicationForm::{IdenticalLetters, Letter, Note, NoteVerbale, SentNote};
    let i = &i[heading_range(i).start..];
    alt((
        value(Note, tag_no_case("note by ")),
        value(IdenticalLetters, tag_no_case("identical letters ")),
        value(
            Letter,
            alt((
                tag_no_case("letters "),
                tag_no_case("letter "),
                tag_no_case("cablegram "),
                tag_no_case("telegram "),
                tag_no_case("cable "),
            )),
        ),
        value(NoteVerbale, alt((tag_no_case("notes verbales "), tag_no_case("note verbale ")))),
        value(SentNote, terminated(tag_no_case("note "), peek(tag_no_case("dated ")))),
    ))
    .parse(i)
}

/// Whether a line begins the heading of a communication.
pub(crate) fn opens_heading(line: &str) -> bool {
    // Most lines end here: their first letters begin none of the forms.
    if matches!(line.as_bytes().first(), Some(b'a'..=b'z' | b'0'..=b'9' | b'(')) {
        return false;
    }
    let begins = matches!(
        line.trim_start_matches(MARKS).as_bytes(),
        [b'C', b'a' | b'A', ..]
            | [b'I', b'd' | b'D', ..]
            | [b'L' | b'T', b'e' | b'E', ..]
            | [b'N', b'o' | b'O', ..]
            | [b'Q', b'T' | b'U', ..]
    );
    begins
        && line[heading_range(line).start..].starts_with(|c: char| c.is_uppercase())
        && form(line).is_ok_and(|(rest, form)| {
            let next = rest.split_whitespace().next().unwrap_or("");
            let expected: &[&str] =
                if form == CommunicationForm::Note { &["the"] } else { &["dated", "from"] };
            expected.iter().any(|word| next.eq_ignore_ascii_case(word))
        })
}

/// Whether a heading names sender and addressee (a note: its author) and ends with a name, so that
/// what follows may be the body.
pub(crate) fn is_complete_heading(text: &str) -> bool {
    names_addressee(text) && !ends_open(text) && ends_with_name(text)
}

/// Whether a heading has come to its addressee, or, a note, to its author.
pub(crate) fn names_addressee(text: &str) -> bool {
    addressee_at(text).is_some()
}

/// Where the addressee begins, or the author of a note. The body that a sender is accredited to is
/// no addressee.
fn addressee_at(text: &str) -> Option<usize> {
    const ADDRESSED: &str = " addressed to ";
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("note by ") {
        return Some("note by ".len());
    }
    if let Some(at) = lower.find(ADDRESSED) {
        return Some(at + ADDRESSED.len());
    }
    let from = lower.find(" from ")?;
    let mut officers = lower[from..].match_indices(" to ").map(|(i, to)| from + i + to.len());
    officers.find(|&at| office_at(text, skip_article(text, at)).is_some())
}

/// Whether the text ends with the name of a State, a body or an office.
pub(crate) fn ends_with_name(text: &str) -> bool {
    let text = text.trim_end_matches(['*', ' ', '.']);
    let from = text.len().saturating_sub(LONGEST_NAME);
    name_ends(text, from).contains(&text.len())
}

/// Where a heading that begins `text` is complete, with its last name before a word with a capital:
/// the first place where the body may begin.
pub(crate) fn complete_heading(text: &str) -> Option<usize> {
    let at = addressee_at(text)?;
    let mut ends = name_ends(text, at);
    ends.sort_unstable();
    ends.into_iter().find(|&end| {
        end > at
            && text[end..]
                .strip_prefix(' ')
                .is_some_and(|rest| rest.starts_with(char::is_uppercase))
    })
}

/// No name of a body or office is longer, in bytes.
const LONGEST_NAME: usize = 200;

/// The places from `from` on where the name of a State, a body or an office ends.
fn name_ends(text: &str, from: usize) -> Vec<usize> {
    let named = names(text).into_iter().filter(|hit| {
        hit.range.end > from && matches!(hit.named, Named::State(_) | Named::Organization(_))
    });
    let starts = text.match_indices(' ').map(|(at, _)| at + 1).filter(|&at| at >= from);
    let offices = starts.filter_map(|at| office_at(text, at).map(|office| at + office.len));
    named.map(|hit| hit.range.end).chain(offices).collect()
}

/// What is longer, in bytes, is no heading, whatever it begins with.
const LONGEST_HEADING: usize = 4000;

/// Reads a heading, with the names that were found in it.
pub(crate) fn heading(text: &str, hits: &[NameHit]) -> Option<Heading> {
    if text.len() > LONGEST_HEADING {
        return None;
    }
    let text = &text[..heading_range(text).end];
    let (rest, form) = form(text).ok()?;
    let mut at = text.len() - rest.len();
    let lower = text.to_ascii_lowercase();
    let mut dates = Vec::new();
    if let Some(dated) = lower[at..].strip_prefix("dated ") {
        at = text.len() - dated.len();
        if let Some(DateFound { len, dates: found, .. }) = scan_dates(text, at) {
            dates.extend(found.iter().map(|part| (part.start..part.end, part.date)));
            at += len;
        }
    }
    let senders_at = if form == CommunicationForm::Note {
        at
    } else {
        let before = at.saturating_sub(1);
        lower[before..].find(" from ").map(|i| before + i + " from ".len())?
    };
    let (verb, transmits) = match transmits(&lower, senders_at) {
        Some((verb, what)) => (verb, Some(what..text.len())),
        None => (text.len(), None),
    };
    // "to the Secretary-General: (the subject)"
    let verb = lower[senders_at..verb].find(": ").map_or(verb, |colon| senders_at + colon);
    let (senders_end, addressees_at) =
        addressed(text, &lower, senders_at, verb).unwrap_or((verb, verb));
    // Until about 1965 the date stands behind the addressee.
    let last = addressees_at.max(senders_at);
    let dated = lower[last..verb].find(" dated ").filter(|_| dates.is_empty());
    let dated = dated.map(|at| (last + at, last + at + " dated ".len()));
    let found = dated.and_then(|(_, at)| scan_dates(text, at));
    let end = match (dated, found) {
        (Some((end, _)), Some(found)) => {
            dates.extend(found.dates.iter().map(|part| (part.start..part.end, part.date)));
            end
        }
        _ => verb,
    };
    Some(Heading {
        form,
        dates,
        senders: parties(text, senders_at..senders_end.min(end), hits),
        addressees: parties(text, addressees_at.min(end)..end, hits),
        transmits,
    })
}

/// Reads the parties of a note in its opening: "The Permanent Mission of X presents its compliments
/// to Y and has the honour to ...".
pub(crate) fn opening_parties(
    text: &str,
    hits: &[NameHit],
) -> Option<(Vec<PartyReading>, Vec<PartyReading>)> {
    let verb = [" presents ", " present "].iter().find_map(|verb| text.find(verb))?;
    let compliments = " compliments to ";
    let Some(found) = text.get(verb..)?.find(compliments) else {
        // "presents its compliments and has the honour to transmit to ..."
        text[verb..].find(" compliments and ")?;
        let start = subject(text, verb, hits)?;
        return (start < verb).then(|| (parties(text, start..verb, hits), Vec::new()));
    };
    let to = verb + found + compliments.len();
    let rest = &text[to..];
    let stops = [
        " and has ",
        " and have ",
        ", and has ",
        " and, ",
        " and wishes ",
        ". ",
        ", and ",
        // In what capacity, and for whose attention.
        ", as ",
        ", in his ",
        ", in her ",
        ", in its ",
        " (Attention",
        " (attention",
        " (Attn",
    ];
    let end = stops.iter().filter_map(|stop| rest.find(stop)).min().unwrap_or(rest.len());
    let end = end.min(rest.find(" and ").filter(|&i| begins_verb(&rest[i + 5..])).unwrap_or(end));
    let start = subject(text, verb, hits)?;
    (start < verb).then(|| (parties(text, start..verb, hits), parties(text, to..to + end, hits)))
}

/// Reads the line above a note of an exchange that says whose it is and to whom: `The Ambassador of X
/// to the Minister for Foreign Affairs of Y`.
pub(crate) fn exchange_parties(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    const LONGEST: usize = 200;
    let from = skip_article(text, 0);
    if text.len() > LONGEST || text.ends_with(['.', ',', ';', ':']) {
        return None;
    }
    office_at(text, from)?;
    // The body that a sender is accredited to is no addressee.
    let mut officers = text.rmatch_indices(" to ").map(|(at, to)| (at, at + to.len()));
    let (end, to) = officers.find(|&(_, to)| office_at(text, skip_article(text, to)).is_some())?;
    Some((from..end, to..text.len()))
}

/// Where the subject of the opening begins, behind its article. A copy may have run the place, the
/// date or a number into it: "The Hague, 3 May 2031 The Ministry of ...".
fn subject(text: &str, verb: usize, hits: &[NameHit]) -> Option<usize> {
    const ARTICLE: &str = "The ";
    let starts = text[..verb].rmatch_indices(ARTICLE).map(|(at, _)| at);
    let is_state = |at: usize| {
        hits.iter().any(|hit| {
            matches!(hit.named, Named::State(_))
                && hit.range.start >= at
                && hit.range.start <= at + 4
        })
    };
    let mut begins = starts.filter(|&at| at == 0 || !is_state(at));
    begins.next().map(|at| at + ARTICLE.len())
}

/// Whether what follows "and" is what the writer does, not a second addressee.
fn begins_verb(text: &str) -> bool {
    !text.starts_with("the ") && !text.starts_with("to ") && !text.starts_with(char::is_uppercase)
}

/// The verb that says what is transmitted: where it begins, and where what follows it begins.
fn transmits(lower: &str, from: usize) -> Option<(usize, usize)> {
    [" transmitting ", " forwarding ", " enclosing ", " containing "]
        .iter()
        .filter_map(|verb| lower[from..].find(verb).map(|i| (from + i, from + i + verb.len())))
        .min()
}

/// Where the senders end and the addressees begin.
fn addressed(text: &str, lower: &str, from: usize, end: usize) -> Option<(usize, usize)> {
    let words = &lower[from..end];
    if let Some(i) = words.find(" addressed to ") {
        return Some((from + i, from + i + " addressed to ".len()));
    }
    // "to the Secretary-General": the last "to" that an office follows.
    words
        .rmatch_indices(" to ")
        .map(|(i, to)| (from + i, from + i + to.len()))
        .find(|&(_, at)| office_at(text, skip_article(text, at)).is_some())
}
