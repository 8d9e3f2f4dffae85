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
use nom::combinator::value;

use crate::gazetteer::{Named, State};
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

/// One party of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PartyReading {
    /// The whole party without its article.
    pub(crate) range: Range<usize>,
    /// The office without its State and accreditation.
    pub(crate) office: Option<Range<usize>>,
    /// The office in the spelling of the table, where it lists it.
    pub(crate) office_name: Option<&'static str>,
    /// Whether several States share the office, which then stands in the plural.
    pub(crate) is_one_of_several: bool,
    pub(crate) state: Option<(Range<usize>, State)>,
    /// The body that the office belongs to.
    pub(crate) organization: Option<Range<usize>>,
    /// The body that it is accredited to.
    pub(crate) accredited_to: Option<Range<usize>>,
}

/// The marks that a telegram or a quotation sets before a heading.
const QUOTES: [&str; 2] = ["QTE ", "QUOTE "];

/// Where a heading begins in its line: behind the word that quotes it.
pub(crate) fn heading_start(text: &str) -> usize {
    QUOTES.iter().find(|quote| text.starts_with(**quote)).map_or(0, |quote| quote.len())
}

fn form(i: &str) -> nom::IResult<&str, CommunicationForm, ()> {
    use CommunicationForm::{IdenticalLetters, Letter, Note, NoteVerbale};
    let i = &i[heading_start(i)..];
    alt((
        value(Note, tag_no_case("note by ")),
        value(IdenticalLetters, tag_no_case("identical letters ")),
        value(Letter, alt((tag_no_case("letters "), tag_no_case("letter ")))),
        value(NoteVerbale, alt((tag_no_case("notes verbales "), tag_no_case("note verbale ")))),
    ))
    .parse(i)
}

/// Whether a line begins the heading of a communication.
pub(crate) fn opens_heading(line: &str) -> bool {
    matches!(
        line.as_bytes(),
        [b'I', b'd' | b'D', ..] | [b'L', b'e' | b'E', ..] | [b'N', b'o' | b'O', ..] | [b'Q', ..]
    ) && form(line).is_ok_and(|(rest, form)| {
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
    Some(Heading {
        form,
        dates,
        senders: parties(text, senders_at..senders_end, hits),
        addressees: parties(text, addressees_at..verb, hits),
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
    let to = verb + text.get(verb..)?.find(compliments)? + compliments.len();
    let rest = &text[to..];
    let stops = [" and has ", " and have ", ", and has ", " and, ", " and wishes ", ". ", ", and "];
    let end = stops.iter().filter_map(|stop| rest.find(stop)).min().unwrap_or(rest.len());
    let end = end.min(rest.find(" and ").filter(|&i| begins_verb(&rest[i + 5..])).unwrap_or(end));
    let start = subject(text, verb, hits)?;
    (start < verb).then(|| (parties(text, start..verb, hits), parties(text, to..to + end, hits)))
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

/// The parties that a title of a signature or the office of an address names.
pub(crate) fn title_parties(
    text: &str,
    range: Range<usize>,
    hits: &[NameHit],
) -> Vec<PartyReading> {
    parties(text, range, hits)
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

fn skip_article(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    match rest.get(..4) {
        Some(the) if the.eq_ignore_ascii_case("the ") => at + 4,
        _ => at,
    }
}

/// The parties in a range: a new one begins at "and" or a comma with an office behind it.
fn parties(text: &str, range: Range<usize>, names: &[NameHit]) -> Vec<PartyReading> {
    let words = &text[range.clone()];
    let lower = words.to_ascii_lowercase();
    let mut starts = vec![0];
    for (i, separator) in lower.match_indices(" and the ").chain(lower.match_indices(", the ")) {
        let at = range.start + i + separator.len();
        if office_at(text, at).is_some() {
            starts.push(i + separator.len() - "the ".len());
        }
    }
    starts.sort_unstable();
    let mut parties = Vec::new();
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).map_or(words.len(), |&next| next);
        let end = words[..end].trim_end().trim_end_matches(" and").trim_end_matches(',').len();
        let start = skip_article(text, range.start + start);
        if start < range.start + end {
            party(text, start..range.start + end, names, &mut parties);
        }
    }
    parties
}

/// Reads one party; one office of several States is several parties.
fn party(text: &str, range: Range<usize>, names: &[NameHit], parties: &mut Vec<PartyReading>) {
    let range = behind_name(text, range);
    let lower = text[range.clone()].to_ascii_lowercase();
    let office = office_at(text, range.start);
    let known = office.as_ref().map_or(0, |office| office.len);
    let inside = |hit: &&NameHit| hit.range.start >= range.start && hit.range.end <= range.end;
    // "to the United Nations", after the office and what it is of.
    let accredited = lower.get(known..).and_then(|rest| {
        let i = rest.rfind(" to the ").map(|i| (known + i, " to the ".len()));
        i.or_else(|| rest.rfind(" to ").map(|i| (known + i, " to ".len())))
    });
    let main_end = accredited.map_or(range.end, |(i, _)| range.start + i);
    let states: Vec<(Range<usize>, State)> = names
        .iter()
        .filter(inside)
        .filter(|hit| hit.range.end <= main_end && hit.range.start > range.start)
        .filter_map(|hit| match hit.named {
            Named::State(state) => Some((hit.range.clone(), state)),
            _ => None,
        })
        .filter(|(hit, _)| is_of(text, range.start, hit.start))
        .collect();
    let before_state = states.first().map(|(hit, _)| office_end(text, range.start, hit.start));
    // "Permanent Representative of" without a State: the copy has lost it.
    let secretariat = lower.find(" of the secretariat of ").map(|at| range.start + at);
    let main_end = secretariat.map_or(main_end, |at| at.min(main_end));
    let dangling =
        main_end - range.start == known + " of".len() && lower[known..].starts_with(" of");
    let whole = if dangling { range.start + known } else { main_end };
    let end = before_state.unwrap_or(whole);
    let office_range = Some(range.start..end).filter(|range| !range.is_empty());
    let whole_office = office.filter(|office| range.start + office.len == end);
    let organization = states.is_empty().then(|| lower.find(" of ").map(|i| range.start + i + 4));
    let organization = organization.flatten().map(|at| skip_article(text, at)..main_end);
    let reading = PartyReading {
        range: range.clone(),
        office: office_range,
        office_name: whole_office.map(|office| office.name),
        is_one_of_several: states.len() > 1,
        state: None,
        organization: organization.filter(|range| !range.is_empty()),
        accredited_to: accredited.map(|(i, to)| range.start + i + to..range.end),
    };
    for state in &states {
        parties.push(PartyReading { state: Some(state.clone()), ..reading.clone() });
    }
    if states.is_empty() {
        parties.push(reading);
    }
}

/// The party without the person's name before the office: "Mr. Ada Byron, Permanent Representative".
fn behind_name(text: &str, range: Range<usize>) -> Range<usize> {
    if office_at(text, range.start).is_some() {
        return range;
    }
    let commas = text[range.clone()].match_indices(", ").map(|(i, _)| range.start + i + 2);
    let mut offices = commas.map(|at| skip_article(text, at));
    let start = offices.find(|&at| at < range.end && office_at(text, at).is_some());
    start.unwrap_or(range.start)..range.end
}

/// Whether a State's name at `at` is what the office is of: "of", a list or a mission before it.
fn is_of(text: &str, from: usize, at: usize) -> bool {
    let before = text[from..at].to_ascii_lowercase();
    let before = before.trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    // "Permanent Mission Argentina": a copy has lost the "of" at a line end.
    before.ends_with(" of")
        || before.ends_with(',')
        || before.ends_with(" and")
        || before.ends_with(" mission")
}

/// Where the office ends that a State's name at `at` follows: before "of", and before the mission
/// that a chargé d'affaires heads.
fn office_end(text: &str, from: usize, at: usize) -> usize {
    let lower = text[from..at].to_ascii_lowercase();
    let mission = [" of the permanent mission", " of the permanent observer mission"];
    let mission = mission.iter().find_map(|mission| lower.find(mission));
    // A State after a list follows the first "of" of the party.
    let of = mission.or_else(|| lower.rfind(" of the ")).or_else(|| lower.rfind(" of "));
    from + of.unwrap_or(lower.len())
}
