//! Votes.
//!
//! ```text
//! vote       = [ "by" ] , [ "a recorded vote of" ] , count , [ "votes" ] , "to" , count , [ states ] ,
//!              [ ", with" , count , "abstention" , [ "s" ] , [ states ] ]
//! states     = "(" , names , ")"
//! lists      = ( "In favour" | "Against" | "Abstaining" ) , ":" , names
//! non_voting = count , "member" , [ "s" ] , [ states ] , "did not participate"
//! ```

use std::ops::Range;

use crate::gazetteer::Named;
use crate::inline::{member_state, names};
use crate::model::{MemberState, Vote};
use crate::text::Flow;

/// Reads the vote that a text gives.
pub(super) fn vote(flow: &Flow) -> Option<Vote> {
    let text = flow.text.as_str();
    let mut vote = Vote {
        in_favour: None,
        against: None,
        abstaining: None,
        non_voting: None,
        states_in_favour: Vec::new(),
        states_against: Vec::new(),
        states_abstaining: Vec::new(),
        states_non_voting: Vec::new(),
        printed: String::new(),
        span: flow.span(),
    };
    let (start, mut end) = counts(flow, &mut vote)?;
    if let Some(found) = absent(flow, &mut vote) {
        end = end.max(found);
    }
    if let Some(found) = lists(flow, &mut vote) {
        end = end.max(found);
    }
    let printed = flow.printed(start..end.min(text.len()));
    (vote.printed, vote.span) = (printed.printed, printed.span);
    Some(vote)
}

/// A count at the start of the text: digits, a word, or a letter that a scan gives for 1.
fn count(text: &str) -> Option<(u32, usize)> {
    const WORDS: [(&str, u32); 9] = [
        ("none", 0),
        ("no", 0),
        ("One", 1),
        ("one", 1),
        ("Two", 2),
        ("two", 2),
        ("I", 1),
        ("l", 1),
        ("three", 3),
    ];
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let word = &text[..end];
    let value = word
        .parse()
        .ok()
        .or_else(|| WORDS.iter().find(|(name, _)| *name == word).map(|&(_, value)| value))?;
    Some((value, end))
}

/// The counts of a sentence; where they begin and end.
fn counts(flow: &Flow, vote: &mut Vote) -> Option<(usize, usize)> {
    let text = flow.text.as_str();
    let (start, in_favour, to) = text
        .match_indices(" to ")
        .find_map(|(to, _)| {
            let before = text[..to].trim_end_matches(" votes").trim_end_matches(" vote");
            let start = before.rfind(' ').map_or(0, |at| at + 1);
            let (value, length) = count(&before[start..])?;
            let after = count(&text[to + 4..])?;
            let _ = after;
            (start + length == before.len()).then_some((start, value, to + 4))
        })
        .or_else(|| {
            // "by 10 votes (Norway, absent)".
            let votes = text.find(" votes (").or_else(|| text.find(" votes."))?;
            let start = text[..votes].rfind(' ').map_or(0, |at| at + 1);
            let (value, _) = count(&text[start..])?;
            Some((start, value, usize::MAX))
        })?;
    vote.in_favour = Some(in_favour);
    if to == usize::MAX {
        let (states, end) = states(flow, text[start..].find('(').map_or(start, |i| start + i));
        if text[start..end].contains("absent") {
            vote.non_voting = Some(states.len() as u32);
            vote.states_non_voting = states;
        }
        return Some((start, end));
    }
    let (against, length) = count(&text[to..])?;
    vote.against = Some(against);
    let (named, mut end) = states(flow, to + length);
    vote.states_against = named;
    if let Some(with) = text[end..].find("abstention").map(|at| end + at)
        && with - end < 60
    {
        let before = text[..with].trim_end();
        let word = before.rfind(' ').map_or(0, |at| at + 1);
        vote.abstaining = count(&before[word..]).map(|(value, _)| value);
        let after = with + "abstention".len();
        let after = after + usize::from(text[after..].starts_with('s'));
        let (named, to) = states(flow, after);
        vote.states_abstaining = named;
        end = to;
    }
    Some((start, end))
}

/// The States in parentheses at or right behind an offset, and where they end.
fn states(flow: &Flow, at: usize) -> (Vec<MemberState>, usize) {
    let text = flow.text.as_str();
    let rest = text[at..].trim_start();
    let open = text.len() - rest.len();
    match rest.strip_prefix('(').and_then(|inner| inner.find(')')) {
        Some(close) => {
            let end = open + 1 + close;
            (named(flow, open + 1..end), end + 1)
        }
        None => (Vec::new(), at),
    }
}

fn named(flow: &Flow, range: Range<usize>) -> Vec<MemberState> {
    let hits = names(&flow.text[range.clone()]).into_iter();
    let states = hits.filter_map(|hit| match hit.named {
        Named::State(state) => {
            let place = range.start + hit.range.start..range.start + hit.range.end;
            Some(member_state(flow, place, state))
        }
        _ => None,
    });
    states.collect()
}

/// Reads of a note to a vote who did not take part in it.
pub(super) fn non_voting(flow: &Flow, vote: &mut Vote) {
    if vote.non_voting.is_none() {
        absent(flow, vote);
    }
}

/// Members that did not vote; where the words end.
fn absent(flow: &Flow, vote: &mut Vote) -> Option<usize> {
    let text = flow.text.as_str();
    let at = text.find("did not participate")?;
    let sentence = text[..at].rfind(['.', ';']).map_or(0, |dot| dot + 1);
    let words = text[sentence..at].trim_start();
    let start = at - words.len();
    vote.non_voting = count(words).map(|(value, _)| value);
    vote.states_non_voting = named(flow, start..at);
    Some(text[at..].find('.').map_or(text.len(), |dot| at + dot + 1))
}

/// The lists of those who voted; where they end.
fn lists(flow: &Flow, vote: &mut Vote) -> Option<usize> {
    let text = flow.text.as_str();
    let heads = ["In favour", "Against", "Abstaining"];
    let places: Vec<Option<usize>> = heads.iter().map(|head| text.find(head)).collect();
    let end_of = |at: usize| {
        places.iter().flatten().copied().filter(|&other| other > at).min().unwrap_or(text.len())
    };
    let mut end = None;
    for (n, place) in places.iter().enumerate() {
        let Some(at) = *place else { continue };
        let range = at + heads[n].len()..end_of(at);
        end = end.max(Some(range.end));
        let states = named(flow, range);
        match n {
            0 => vote.states_in_favour = states,
            1 => vote.states_against = states,
            _ => vote.states_abstaining = states,
        }
    }
    end
}
