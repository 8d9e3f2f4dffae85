//! Place and date on a line of their own.
//!
//! ```text
//! line   = [ "(" ] , [ form ] , [ number ] , [ place , "," ] , [ weekday , "," ] , date ,
//!          [ "," , hour ] , [ ")" ] , [ "." ]
//! form   = "Letter" | "Note" | "Cablegram" | "Despatch" | ... , [ "," ]
//! number = words with digits, as archives and foreign offices give them
//! place  = capitalised words without digits, at most six
//! ```
//!
//! Collections of diplomatic papers print one such line above each: `Cablegram 266 NEW DELHI,
//! 7 April 1949, 7.10 p.m.`

use std::ops::Range;

use super::formulas::first_date;
use crate::inline::{DateFound, scan_dates};
use crate::model::Date;

/// What the line says, by ranges in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlaceDate {
    /// What the line calls the paper that it heads.
    pub(crate) form: Option<PaperForm>,
    pub(crate) place: Option<Range<usize>>,
    /// The date; of a period or of several days, all that are printed.
    pub(crate) dates: Vec<(Range<usize>, Date)>,
    /// Whether a day of the week stands before the date, as it does of meetings.
    pub(crate) weekday: bool,
}

/// What a line of place and date calls the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PaperForm {
    Letter,
    Note,
    Memorandum,
    /// A part of another paper.
    Extract,
}

const FORMS: [(&str, PaperForm); 15] = [
    ("letter", PaperForm::Letter),
    ("cablegram", PaperForm::Letter),
    ("cable", PaperForm::Letter),
    ("telegram", PaperForm::Letter),
    ("despatch", PaperForm::Letter),
    ("dispatch", PaperForm::Letter),
    ("note", PaperForm::Note),
    ("note verbale", PaperForm::Note),
    ("memorandum", PaperForm::Memorandum),
    ("minute", PaperForm::Memorandum),
    ("aide-memoire", PaperForm::Memorandum),
    ("aide-mémoire", PaperForm::Memorandum),
    ("aide memoire", PaperForm::Memorandum),
    ("aide mémoire", PaperForm::Memorandum),
    ("extract", PaperForm::Extract),
];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Reads a line that holds a date, perhaps a place before it, and nothing else.
pub(crate) fn place_date(text: &str) -> Option<PlaceDate> {
    if text.len() > 120 || !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let end = text.trim_end_matches(['.', ')', ']', '}', ' ']).len();
    let start = text.len() - text.trim_start_matches(['(', '[', '{', ' ']).len();
    let inner = text.get(start..end)?;
    let inner = &inner[..without_hour(inner)];
    let inner = &inner[..without_second_date(inner)];
    // A date ends with its year, or with a word that English has not. Most lines with digits do not.
    let ends = |c: char| c.is_ascii_digit() || c.is_whitespace();
    if inner.is_ascii() && !inner.ends_with(ends) {
        return None;
    }
    let from = last_comma(inner).map(|at| at + 2);
    // American dates hold a comma themselves.
    let before = from.and_then(|from| last_comma(&inner[..from - 2])).map(|at| at + 2);
    for at in [from, before, Some(0)].into_iter().flatten() {
        let Some(found) = whole_date(inner, at) else {
            continue;
        };
        let before = inner[..at].trim_end_matches([',', ' ']);
        let (form, named) = form(before);
        let mut place = named..before.len();
        let last = before[place.clone()].rsplit([',', ' ']).next().unwrap_or("");
        let weekday = WEEKDAYS.contains(&last.to_lowercase().as_str());
        if weekday {
            let head = before[..before.len() - last.len()].trim_end_matches([',', ' ']).len();
            place.end = head.max(place.start);
        }
        place.start = behind_number(before, place.clone(), form.is_some());
        if place.is_empty() || is_place(&before[place.clone()]) {
            let place = (!place.is_empty()).then_some(start + place.start..start + place.end);
            let dates = found
                .into_iter()
                .map(|(range, date)| (start + range.start..start + range.end, date));
            return Some(PlaceDate { form, place, dates: dates.collect(), weekday });
        }
    }
    foreign_line(inner, start)
}

/// Where a sentence of place and date begins that a title ends with: `... on the lakes. OSLO, 3 May
/// 2031`.
pub(crate) fn dated_tail(text: &str) -> Option<usize> {
    const MOST: usize = 3;
    let mut ends = text.rmatch_indices(". ").take(MOST).map(|(at, end)| at + end.len());
    let whole = |&at: &usize| {
        // "St. Petersburg" is one name.
        let word = text[..at - ". ".len()].rsplit([' ', '.']).next().unwrap_or("");
        word.chars().count() > 2
            && place_date(&text[at..]).is_some_and(|found| {
                found.place.is_some() && found.dates.iter().all(|(_, date)| date.day().is_some())
            })
    };
    ends.find(whole)
}

/// A line in another language than English: `Genève, le 3 mai 2031`, `3 de mayo de 2031`.
fn foreign_line(inner: &str, start: usize) -> Option<PlaceDate> {
    let (range, date) = first_date(inner, 0)?;
    // Some months are the same in English, in capitals.
    if scan_dates(inner, range.start).is_some() {
        return None;
    }
    let behind = inner[range.end..].trim();
    // "2031 года", "2031 г."
    if !(behind.is_empty() || behind.starts_with('г') && behind.chars().count() <= 4) {
        return None;
    }
    let before = inner[..range.start].trim_end();
    let before = before.strip_suffix(" le").unwrap_or(before).trim_end_matches([',', ' ']);
    let before = if matches!(before, "le" | "Le") { "" } else { before };
    let named = is_place(before) && before.split(' ').count() <= 3;
    (before.is_empty() || named).then(|| PlaceDate {
        form: None,
        place: named.then_some(start..start + before.len()),
        dates: vec![(start + range.start..start + range.end, date)],
        weekday: false,
    })
}

/// The last comma with a blank behind it.
fn last_comma(text: &str) -> Option<usize> {
    let mut commas = memchr::memrchr_iter(b',', text.as_bytes());
    commas.find(|&at| text.as_bytes().get(at + 1) == Some(&b' '))
}

/// Where the line ends without the hour behind its date: `, 7.10 p.m.`
fn without_hour(line: &str) -> usize {
    let Some(comma) = last_comma(line) else { return line.len() };
    let hour = line[comma + 2..].to_ascii_lowercase();
    let hour = hour.strip_prefix("at ").unwrap_or(&hour);
    let digits = hour.starts_with(|c: char| c.is_ascii_digit());
    let units = ["a.m", "p.m", " gmt", " hours", "am", "pm"];
    if digits && units.iter().any(|unit| hour.ends_with(unit)) { comma } else { line.len() }
}

/// Where the line ends without the same day of another calendar, `3 May 2031 (11 Muharram 1453`, whose
/// parenthesis is off already.
fn without_second_date(line: &str) -> usize {
    let Some(open) = line.rfind(" (") else { return line.len() };
    let (mut words, inner) = (0, &line[open + " (".len()..]);
    let inner =
        [" A.H", " AH", " H"].iter().find_map(|era| inner.strip_suffix(era)).unwrap_or(inner);
    let digits = |word: &str, most: usize| {
        word.len() <= most && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
    };
    for word in inner.split(' ') {
        words += 1;
        if words == 1 && !digits(word, 2) {
            return line.len();
        }
    }
    let year = inner.rsplit(' ').next().unwrap_or("");
    let is_date = (3..=4).contains(&words) && year.len() == 4 && digits(year, 4);
    // A date of our own calendar is another day.
    if is_date && scan_dates(inner, 0).is_none() { open } else { line.len() }
}

/// The form that a line begins with, and where what follows it begins.
fn form(before: &str) -> (Option<PaperForm>, usize) {
    let lower = before.to_lowercase();
    let found = FORMS.iter().filter(|(noun, _)| {
        lower.strip_prefix(noun).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
    });
    let Some((noun, form)) = found.max_by_key(|(noun, _)| noun.len()) else { return (None, 0) };
    let rest = before.get(noun.len()..).unwrap_or("");
    (Some(*form), before.len() - rest.trim_start_matches([',', ' ']).len())
}

/// Where the place begins behind the number of the paper, which may stick to it. Behind a form the
/// number may be a word: `unnumbered`.
fn behind_number(text: &str, range: Range<usize>, formed: bool) -> usize {
    let mut start = range.start;
    for word in text[range.clone()].split(' ') {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let numbered = word.contains(|c: char| c.is_ascii_digit())
            || formed && (word.starts_with(char::is_lowercase) || word == "No.");
        if !numbered {
            return at;
        }
        // `32/05The Hague`
        let bytes = word.as_bytes();
        let sticks = (1..bytes.len())
            .find(|&i| bytes[i - 1].is_ascii_digit() && bytes[i].is_ascii_uppercase())
            .filter(|&i| word[i..].bytes().skip(1).all(|b| b.is_ascii_lowercase()));
        if let Some(i) = sticks {
            return at + i;
        }
        start = (at + word.len() + 1).min(range.end);
    }
    start
}

/// What a final clause says, by ranges in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DoneAt {
    pub(crate) place: Range<usize>,
    pub(crate) date: Option<(Range<usize>, Date)>,
}

/// Reads the place and date that a final clause begins with: `Done at Oslo on 3 May 2031, in two
/// copies`.
pub(crate) fn done_at(text: &str) -> Option<DoneAt> {
    const VERBS: [&str; 4] = ["done", "signed", "adopted", "issued"];
    // Most paragraphs begin otherwise.
    if !text.starts_with(['D', 'S', 'A', 'I']) {
        return None;
    }
    let verb = text.split(' ').next()?;
    let rest = text[verb.len()..].trim_start();
    let is_verb = VERBS.iter().any(|known| known.eq_ignore_ascii_case(verb));
    if !is_verb || !verb.starts_with(char::is_uppercase) {
        return None;
    }
    let rest = rest.strip_prefix("at ").or_else(|| rest.strip_prefix("in "))?;
    let start = text.len() - rest.len();
    let mut end = start;
    for word in rest.split(' ').take(4) {
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        end = start + (word.as_ptr() as usize - rest.as_ptr() as usize) + word.len();
        if word.ends_with([',', '.']) {
            break;
        }
    }
    let place = start..start + text[start..end].trim_end_matches([',', '.']).len();
    if place.is_empty() {
        return None;
    }
    let after = text[end..].trim_start().trim_start_matches("on ").trim_start_matches("this ");
    let at = text.len() - after.len();
    let date = scan_dates(text, at)
        .and_then(|found| found.dates.first().map(|part| (part.start..part.end, part.date)));
    Some(DoneAt { place, date })
}

/// The dates that the rest of the line from `at` holds, if it holds nothing else. Where there is one
/// it is the rest of the line.
fn whole_date(text: &str, at: usize) -> Option<Vec<(Range<usize>, Date)>> {
    let DateFound { len, dates, .. } = scan_dates(text, at)?;
    if at + len != text.len() {
        return None;
    }
    match dates.as_slice() {
        [] => None,
        [part] => Some(vec![(at..text.len(), part.date)]),
        several => Some(several.iter().map(|part| (part.start..part.end, part.date)).collect()),
    }
}

/// Whether a line may be the name of a town.
pub(crate) fn is_place(text: &str) -> bool {
    let mut words = text.split_whitespace();
    text.split_whitespace().count() <= 6
        && words.all(|w| {
            let lower = ["of", "the", "and", "de", "la", "el", "del", "in", "at", "du"];
            (w.starts_with(char::is_uppercase) || lower.contains(&w))
                && !w.contains(|c: char| c.is_ascii_digit())
        })
        && text.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Option<&str>, String)> {
        let found = place_date(text)?;
        Some((found.place.map(|range| &text[range]), found.dates.first()?.1.to_string()))
    }

    #[test]
    fn a_title_may_end_with_place_and_date() {
        let tail = |text: &'static str| dated_tail(text).map(|at| &text[at..]);
        assert_eq!(tail("NOTES ON THE LAKES. OSLO, 3 MAY 2031"), Some("OSLO, 3 MAY 2031"));
        assert_eq!(
            tail("DISCURSO DE LA SRA. BYRON. Nueva York, 28 de mayo de 2031."),
            Some("Nueva York, 28 de mayo de 2031.")
        );
        assert_eq!(tail("It was made in Oslo. The lake rose on 3 May 2031"), None);
        assert_eq!(tail("Notes on the lakes. St. Ives, 3 May 2031"), Some("St. Ives, 3 May 2031"));
        assert_eq!(tail("OSLO, 3 MAY 2031"), None);
    }

    #[test]
    fn places_and_dates_are_read() {
        for (line, place) in [
            ("Genève, le 15 juin 2031", Some("Genève")),
            ("Nueva York, 15 de junio de 2031", Some("Nueva York")),
            ("15 июня 2031 года", None),
        ] {
            assert_eq!(read(line), Some((place, "2031-06-15".into())), "{line}");
        }
        assert_eq!(read("Le rapport du 15 juin 2031"), None);
        assert_eq!(read("(Oslo, 15 June 2031)"), Some((Some("Oslo"), "2031-06-15".into())));
        assert_eq!(read("New York, 3 May 2031"), Some((Some("New York"), "2031-05-03".into())));
        assert_eq!(read("Tbilisi, May 22, 2009"), Some((Some("Tbilisi"), "2009-05-22".into())));
        for line in
            ["3 May 2031", "3 May 2031 (11 Muharram 1453)", "3 May 2031 (11 Muharram 1453 AH)"]
        {
            assert_eq!(read(line), Some((None, "2031-05-03".into())), "{line}");
        }
        assert_eq!(read("3 May 2031 (4 May 2031)"), None);
    }

    #[test]
    fn the_line_above_a_paper_of_a_collection_is_read() {
        let form = |text| place_date(text).and_then(|found| found.form);
        for (line, of) in [
            ("Cablegram 266 OSLO, 7 April 2031, 7.10 p.m.", PaperForm::Letter),
            ("Cablegram unnumbered OSLO, 7 April 2031", PaperForm::Letter),
            ("Despatch 1, Oslo, 7 April 2031", PaperForm::Letter),
            ("Note C9/3823 OSLO, 7 April 2031", PaperForm::Note),
            ("Aide-Memoire OSLO, 7 April 2031", PaperForm::Memorandum),
            ("Extract, Oslo, 7 April 2031", PaperForm::Extract),
        ] {
            let (place, date) = read(line).unwrap();
            assert_eq!(place.map(str::to_lowercase).as_deref(), Some("oslo"), "{line}");
            assert_eq!((date.as_str(), form(line)), ("2031-04-07", Some(of)), "{line}");
        }
        assert_eq!(
            read("AB/CD-1032/05The Hague, 7 April 2031"),
            Some((Some("The Hague"), "2031-04-07".into()))
        );
        assert_eq!(read("Tuesday, 8 April 2031"), Some((None, "2031-04-08".into())));
        assert_eq!(read("Oslo, Tuesday, 8 April 2031"), Some((Some("Oslo"), "2031-04-08".into())));
    }

    #[test]
    fn final_clauses_are_read() {
        let read = |text| {
            let DoneAt { place, date } = done_at(text)?;
            Some((&text[place], date.map(|(_, date)| date.to_string())))
        };
        assert_eq!(
            read("DONE at Alma Ata on 21 December 1991 in one copy"),
            Some(("Alma Ata", Some("1991-12-21".into())))
        );
        assert_eq!(read("Done at Oslo in two copies"), Some(("Oslo", None)));
        assert_eq!(read("Signed at the table"), None);
    }

    #[test]
    fn sentences_with_a_date_are_none() {
        assert_eq!(read("The meeting was held in Oslo, 15 June 2031"), None);
        assert_eq!(read("Oslo, 15 June 2031, and later"), None);
    }
}
