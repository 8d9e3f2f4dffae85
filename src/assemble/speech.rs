//! Speeches: how one is known, who speaks, at what meeting and session.

use memchr::memmem;

use crate::block::{RawBlock, first_date, is_salutation, titles_speech, turns_to_house};
use crate::model::{Date, Party, Printed};
use crate::text::{Flow, ending, find, ordinal};

use super::common::Common;
use super::parties::{as_person, is_listed, parties_of};
use super::title_form::is_heading_like;

/// A speech as it was held: near its beginning the speaker turns to the chair of a meeting, or
/// speaks of the meeting that is spoken to.
pub(super) fn is_speech(own: &[RawBlock]) -> bool {
    const TURNS: [&str; 18] = [
        "mr. president",
        "madam president",
        "mr president",
        "madame president",
        "mr. chairman",
        "check against delivery",
        "congratulat",
        "election",
        "my delegation",
        "our delegation",
        "the delegation of",
        "distinguished delegates",
        "address the general assembly",
        "general debate",
        "session of the general assembly",
        "president of the general assembly",
        "this assembly",
        "this session",
    ];
    let mut head = String::new();
    for block in own.iter().take(16) {
        let text = block.flow.text.as_str();
        let end = text.char_indices().nth(2000).map_or(text.len(), |(end, _)| end);
        push_lower(&mut head, &text[..end]);
        head.push(' ');
        if head.len() > 4000 {
            break;
        }
    }
    let says = |turn: &&&str| memmem::find(head.as_bytes(), turn.as_bytes()).is_some();
    // "Mr. President," on a line of its own turns to the chair beyond doubt.
    let chair = |raw: &RawBlock| raw.flow.text.starts_with('M') && is_salutation(&raw.flow.text);
    let turns = usize::from(own.iter().take(16).any(chair));
    turns + TURNS.iter().filter(says).count() >= 2
}

/// A speech as the minutes of a meeting report it, in the third person: `Mr. BYRON said that`,
/// `Mrs. Byron (Norway) recalled`.
pub(super) fn is_reported(own: &[RawBlock]) -> bool {
    const HONORIFICS: [&str; 5] = ["Mr.", "Mrs.", "Miss", "Ms.", "Sir"];
    const VERBS: [&str; 12] = [
        "congratulated",
        "considered",
        "expressed",
        "noted",
        "observed",
        "pointed",
        "recalled",
        "remarked",
        "said",
        "stated",
        "thanked",
        "thought",
    ];
    const LONGEST_NAME: usize = 6;
    own.first().is_some_and(|first| {
        let text = first.flow.text.as_str();
        let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
        let mut words = text.split(' ');
        let honorific = words.next().is_some_and(|word| HONORIFICS.contains(&word));
        let is_name = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c == '(');
        let verb = words.by_ref().take(LONGEST_NAME).find(|word| !is_name(word));
        honorific && verb.is_some_and(|verb| VERBS.contains(&verb))
    })
}

/// A speech in another language than English: its title calls it one, or the speaker turns to the
/// house near its head, below such a title or the date of the meeting.
pub(super) fn is_foreign_speech(own: &[RawBlock]) -> bool {
    const DEEPEST: usize = 24;
    let front = &own[..own.len().min(DEEPEST)];
    let titled = |raw: &RawBlock| is_heading_like(raw) && titles_speech(&raw.flow.text);
    let heads = |raw: &RawBlock| {
        let text = raw.flow.text.as_str();
        titles_speech(text) || text.len() < 80 && first_date(text, 0).is_some()
    };
    let turn = front.iter().position(|raw| turns_to_house(&raw.flow.text));
    front.iter().any(titled) || turn.is_some_and(|turn| front[..turn].iter().any(heads))
}

/// Adds a text in lower case.
fn push_lower(lower: &mut String, text: &str) {
    let mut rest = text;
    // Most of a text is of ASCII; what is not is lowered one by one.
    while !rest.is_empty() {
        let wide = find(rest.as_bytes(), 0, |byte| byte >= 0x80).unwrap_or(rest.len());
        let start = lower.len();
        lower.push_str(&rest[..wide]);
        lower[start..].make_ascii_lowercase();
        let mut letters = rest[wide..].chars();
        lower.extend(letters.next().into_iter().flat_map(char::to_lowercase));
        rest = letters.as_str();
    }
}

/// A speech from its middle or without its courtesies: the writer speaks in the first person, of a
/// meeting of States.
pub(super) fn speaks(own: &[RawBlock]) -> bool {
    // "I" has its capital always.
    const PERSONS: [&str; 6] = ["we", "our", "us", "my", "me", "mine"];
    const MEETINGS: [&str; 7] = [
        "general assembly",
        "this assembly",
        "session",
        "united nations",
        "this hall",
        "this rostrum",
        "debate",
    ];
    const LONGEST: usize = 8000;
    let (mut words, mut persons, mut read) = (0_usize, 0_usize, 0);
    let mut met = [false; MEETINGS.len()];
    let mut lower = String::new();
    for text in own.iter().map(|block| block.flow.text.as_str()) {
        let mut count = |word: &[u8]| {
            words += usize::from(!word.is_empty());
            let short = (1..=4).contains(&word.len());
            let person = |own: &str| own.as_bytes().eq_ignore_ascii_case(word);
            persons +=
                usize::from(short && (word == b"I" || PERSONS.iter().any(|own| person(own))));
        };
        if text.is_ascii() {
            text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).for_each(&mut count);
        } else {
            let words = text.split(|c: char| !c.is_alphanumeric());
            words.for_each(|word| count(word.as_bytes()));
        }
        lower.clear();
        push_lower(&mut lower, text);
        for (met, meeting) in met.iter_mut().zip(MEETINGS) {
            *met = *met || memmem::find(lower.as_bytes(), meeting.as_bytes()).is_some();
        }
        read += text.len();
        if read > LONGEST {
            break;
        }
    }
    words > 200 && persons * 100 > words && met.into_iter().filter(|met| *met).count() > 1
}

/// Reads the speaker and the meeting in the lines above a speech, as far as its title names none.
pub(super) fn speaker(common: &Common, speakers: &mut Vec<Party>, occasion: &mut Option<Printed>) {
    if speakers.is_empty() {
        let lines = common.addresses.iter().chain(&common.frame);
        let lines = lines.filter(|flow| !flow.text.starts_with("Your "));
        let read = |flow: &Flow| {
            let parties: Vec<Party> =
                parties_of(flow, 0..flow.text.len()).into_iter().map(as_person).collect();
            Some(parties).filter(|parties| parties.iter().any(is_listed))
        };
        *speakers = lines.clone().find_map(read).unwrap_or_default();
        if let Some(line) = common.addresses.first().filter(|_| speakers.is_empty()) {
            speakers.extend(parties_of(line, 0..line.text.len()).into_iter().map(as_person));
        }
    }
    if occasion.is_none() {
        let line = common.frame.iter().find(|flow| is_occasion(&flow.text));
        *occasion = line.map(Flow::all_printed);
    }
}

/// Whether a line near the head of a speech names the meeting that it was held at.
fn is_occasion(text: &str) -> bool {
    const MEETINGS: [&str; 7] =
        ["session", "debate", "meeting", "conference", "summit", "assembly", "segment"];
    let lower = text.to_lowercase();
    text.len() <= 300 && MEETINGS.iter().any(|meeting| lower.contains(meeting))
}

/// The year of the session of the General Assembly in which a speech is made, by its first words:
/// the latest one that they name, if they congratulate its President, else the one behind it at the
/// latest. Its sessions open in the September of the years from 1946 on.
pub(super) fn session_year(blocks: &[RawBlock]) -> Option<Date> {
    const FIRST: i32 = 1946;
    const THANKS: [&str; 5] = ["predecessor", "presided", "guided", "outgoing", "conducted"];
    const WISHES: [&str; 3] = ["election", "elected", "presiden"];
    let sessions = blocks.iter().take(OPENING).flat_map(|raw| {
        let text = raw.flow.text.as_str();
        text.match_indices(" session").filter_map(|(at, _)| {
            let (before, word) = text[..at].rsplit_once(' ')?;
            // `thirty seventh`, `thirty -seventh`
            let word = word.trim_start_matches('-');
            let tens = before.rsplit(' ').next().filter(|tens| tens.ends_with("ty"));
            let whole = tens.and_then(|tens| ordinal(&format!("{tens}-{word}")));
            let session = i32::try_from(whole.or_else(|| ordinal(word))?).ok()?;
            let around = ending(before, 160);
            let says = |words: &[&str]| words.iter().any(|word| around.contains(word));
            let this = says(&WISHES) && !says(&THANKS);
            Some(session + i32::from(!this))
        })
    });
    sessions.max().and_then(|session| Date::y(FIRST - 1 + session))
}

/// A speech names its session within so many paragraphs.
const OPENING: usize = 4;
