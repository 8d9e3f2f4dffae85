//! The date and place that a text says of another one, or a title of its own text.
//!
//! Only a date that is said of the text counts ("dated", "signed on", "issued on", "adopted at the
//! meeting held on"), not that of a meeting where it was read out.

use std::ops::Range;

use crate::gazetteer::Named;
use crate::inline::{dates_in, names};
use crate::model::{Document, Mention, Printed, PrintedDate, Text};
use crate::text::{Flow, ending};

/// The date, and the place beside it, that the sentence gives of what it carries.
pub(super) fn said_date(
    parent: &Document,
    text: &Text,
    flow: &Flow,
    sentence: Range<usize>,
) -> (Option<PrintedDate>, Option<Printed>) {
    let words = text.text.as_str();
    // What stands before the verb is said of what the writer refers to.
    let carries = CARRIES.iter().filter_map(|verb| words[sentence.clone()].find(verb)).min();
    let carries = carries.map(|at| sentence.start + at);
    let first =
        text.mentions.partition_point(|found| (found.range().start as usize) < sentence.start);
    for mention in &text.mentions[first..] {
        if mention.range().start as usize >= sentence.end {
            break;
        }
        let Mention::Date(date) = mention else { continue };
        let (start, end) = (date.range.start as usize, date.range.end as usize);
        let above = carries.is_some_and(|at| start < at);
        if end > sentence.end || date.end_date.is_some() || above {
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

/// Verbs that a writer carries a text by.
const CARRIES: [&str; 8] = [
    " transmit ",
    " forward ",
    " convey ",
    " submit ",
    " enclose ",
    " attach ",
    " transmitting ",
    " forwarding ",
];

/// What is said of a text with its date.
const SAID: [&str; 11] = [
    "signed",
    "issued",
    "adopted",
    "approved",
    "concluded",
    "delivered",
    "endorsed",
    "made",
    "published",
    "released",
    "initialled",
];
/// Of these what a meeting does with a text: its date is that of the text.
const ADOPTED: [&str; 4] = ["adopted", "approved", "endorsed", "issued"];

fn is_said_of_the_text(before: &str, after: &str) -> bool {
    const NEAR: usize = 7;
    let clause = before.rfind([';', ':']).map_or(before, |at| &before[at + 1..]);
    let words = || clause.split(' ').filter(|word| !word.is_empty()).rev();
    let mut last = words();
    let (first, second) = (last.next().unwrap_or(""), last.next());
    let first = first.trim_start_matches('(');
    if first == "dated" || first == "the" && second == Some("dated") {
        return true;
    }
    let said_after = SAID
        .iter()
        .any(|verb| after.strip_prefix(" and ").is_some_and(|rest| rest.starts_with(verb)));
    match first {
        "of" => said_after || words().take(NEAR).any(|word| SAID.contains(&word)),
        "on" => said_after || is_said(words()),
        _ => false,
    }
}

/// Whether the words before a date, the nearest first, say it of the text: by the verb that stands
/// nearest.
fn is_said<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    const NONE: [&str; 5] = ["attached", "annexed", "enclosed", "entitled", "related"];
    let mut of_meeting = false;
    for word in words {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        if SAID.contains(&word) {
            return !of_meeting || ADOPTED.contains(&word);
        }
        let meets = ["held", "convened", "met"].contains(&word);
        let verb = word.ends_with("ed") && word.starts_with(char::is_lowercase);
        if !meets && verb && word.len() > 3 && !NONE.contains(&word) {
            return false;
        }
        of_meeting |= meets;
    }
    false
}

/// "in Shanghai on" or "at Shanghai on", before the date, or "in Shanghai" after it.
fn place(flow: &Flow, sentence: &Range<usize>, start: usize, end: usize) -> Option<Printed> {
    let words = flow.text.as_str();
    let before = words[sentence.start..start].trim_end();
    let head = before.strip_suffix(" on");
    let town = |head: &str| [" in ", " at "].iter().filter_map(|word| head.rfind(word)).max();
    let range = if let Some((head, at)) = head.and_then(|head| Some((head, town(head)?))) {
        // "at Taif, Saudi Arabia, on"
        let start = at + " in ".len();
        let end = head[start..].find(',').map_or(head.len(), |comma| start + comma);
        sentence.start + start..sentence.start + end
    } else {
        let after = &words[end..sentence.end];
        after.strip_prefix(" in ")?;
        let at = end + " in ".len();
        let stop = words[at..sentence.end].find([',', '.', '(', ';']);
        at..stop.map_or(sentence.end, |stop| at + stop)
    };
    let named = words.get(range.clone())?;
    let is_body = || {
        ["Headquarters", "Nations"].iter().any(|word| named.ends_with(word))
            || names(named).iter().any(|hit| matches!(hit.named, Named::Organization(_)))
    };
    let is_name = named.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && named.split(' ').count() <= 3;
    (is_name && !is_body()).then(|| flow.printed(range))
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

/// The date that the title of a text gives it, and the place beside it: `Statement issued on 3 May 2031
/// by ...`, `Briefing by ..., 3 May 2031`, `Statement made at Oslo on 3 May 2031`.
pub(super) fn title_date(title: &Flow) -> Option<(PrintedDate, Option<Printed>)> {
    let text = title.text.as_str();
    dates_in(text).into_iter().find_map(|found| {
        let [(range, date, ..)] = found.dates.as_slice() else { return None };
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let ends = after.is_empty() && before.ends_with(", ");
        // Of another text that the title names: "Comments on the statement issued on 3 May 2031".
        let of_another = [" on ", " concerning ", " regarding ", " to the "];
        let own = before.strip_suffix(" on ").unwrap_or(before);
        date.day()?;
        if of_another.iter().any(|word| own.contains(word)) && !ends {
            return None;
        }
        (ends || is_said_of_the_text(before.trim_end(), after)).then(|| {
            let Printed { printed, span } = title.printed(range.clone());
            let place = place(title, &(0..text.len()), range.start, range.end);
            (PrintedDate { date: *date, printed, span }, place)
        })
    })
}

/// The date of the meeting that a statement was made at: `At the 2730th meeting, held on 3 May 2031, the
/// President made the following statement`.
pub(super) fn meeting_date(flow: &Flow) -> Option<PrintedDate> {
    dates_in(&flow.text).into_iter().find_map(|found| {
        let [(range, date, ..)] = found.dates.as_slice() else { return None };
        date.day().filter(|_| flow.text[..range.start].ends_with("on "))?;
        let Printed { printed, span } = flow.printed(range.clone());
        Some(PrintedDate { date: *date, printed, span })
    })
}

#[cfg(test)]
mod tests {
    use super::is_said_of_the_text;

    #[test]
    fn a_date_is_said_of_a_text_by_the_nearest_verb() {
        for before in [
            "the statement issued in Oslo on",
            "a declaration adopted by the Council and its member States at Oslo on",
            "the statement delivered on",
            "the declaration adopted by the meeting of ministers, held in Oslo on",
            "the attached letter dated",
        ] {
            assert!(is_said_of_the_text(before, ""), "{before}");
        }
        for before in [
            "the statement that was read out at the meeting held on",
            "the statement issued by the Ministry, submitted on",
            "the situation on",
            "the statement delivered at the meeting held on",
        ] {
            assert!(!is_said_of_the_text(before, ""), "{before}");
        }
    }
}
