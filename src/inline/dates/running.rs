//! All dates of a running text.

use std::ops::Range;

use super::month::{begins_misread, begins_month};
use super::{dates_from, is_misread};
use crate::inline::stops::{Readers, Stop, stops};
use crate::model::{Date, MONTHS, Status};
use crate::text::{ordinal, ordinal_digits};

/// The dates at one place of a running text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct DatesFound {
    /// The whole reading.
    pub(crate) range: Range<usize>,
    /// Each date or period, with its last day where it is a period.
    pub(crate) dates: Vec<(Range<usize>, Date, Option<Date>, Status)>,
    /// Whether one of them is in no calendar.
    pub(crate) impossible: bool,
}

/// All dates of a text, by place.
pub(crate) fn dates_in(text: &str) -> Vec<DatesFound> {
    dates_at(text, &stops(text))
}

/// All dates of a text, by place, at the stops where one may begin.
pub(in crate::inline) fn dates_at(text: &str, stops: &[Stop]) -> Vec<DatesFound> {
    let mut all = Vec::new();
    let mut at = 0;
    for start in stops.iter().filter(|stop| stop.readers.any(Readers::DATES)).map(|s| s.at()) {
        if start < at {
            continue;
        }
        let bytes = text.as_bytes();
        // Whatever begins in a run of days has the same end: if no month stands there, no date
        // begins in it.
        if let Err(end) = run_of_days(bytes, start) {
            at = end;
            continue;
        }
        let Some(found) = dates_from(text, start) else { continue };
        let range = start..start + found.len;
        at = range.end;
        let status = if found.damaged { Status::Normalized } else { Status::Printed };
        let dates = match found.dates.as_slice() {
            [first, .., last] if found.range => {
                vec![(range.clone(), first.date, Some(last.date), status)]
            }
            // "this thirteenth day of August 1964"
            [month] if month.date.day().is_none() => {
                let (begin, date) =
                    ordinal_day(text, start, month.date).unwrap_or((start, month.date));
                vec![(begin..range.end, date, None, status)]
            }
            parts => parts.iter().map(|d| (d.start..d.end, d.date, d.last, status)).collect(),
        };
        let range = dates.first().map_or(range.start, |(first, ..)| first.start)..range.end;
        all.push(DatesFound { range, dates, impossible: found.impossible });
    }
    all
}

/// The day of a month that stands at `at`, from the ordinal before it, with the place where that
/// begins: `thirteenth day of August 1964`, `21st day of May`, `the third of May 2031`.
fn ordinal_day(text: &str, at: usize, month: Date) -> Option<(usize, Date)> {
    let ends = |text: &'_ str, words: [&str; 2]| -> Option<usize> {
        words.iter().find_map(|word| Some(text.strip_suffix(word)?.len()))
    };
    let before = &text[..ends(&text[..at], [" of ", " OF "])?];
    let named = ends(before, [" day", " DAY"]);
    let before = &before[..named.unwrap_or(before.len())];
    let from = before.rfind(' ').map_or(0, |blank| blank + 1);
    let word = &before[from..];
    // "twenty first"
    let tens = before[..from].trim_end();
    let start = tens.rfind(' ').map_or(0, |blank| blank + 1);
    let (from, day) = match ordinal(&format!("{}-{word}", &tens[start..])) {
        Some(day) => (start, day),
        None => (from, ordinal(word).or_else(|| ordinal_digits(word))?),
    };
    // "the last third of May"
    let before = text[..from].trim_end().rsplit(' ').next();
    let the = || before.is_some_and(|word| word.eq_ignore_ascii_case("the"));
    let date = Date::ymd(month.year(), month.month()?, day)?;
    (named.is_some() || the()).then_some((from, date))
}

/// The first words of dates that begin with a month: its name, its first letters before a blank or
/// full stop, in capitals too.
pub(in crate::inline) fn openers() -> impl Iterator<Item = String> {
    let pieces = MONTHS.into_iter().flat_map(|month| (2..=month.len()).map(|n| &month[..n]));
    pieces.flat_map(|piece| [piece.to_owned(), piece.to_ascii_uppercase()])
}

/// Refuses a run of days at `at` behind which no month stands, and says where it ends.
pub(super) fn run_of_days(bytes: &[u8], at: usize) -> Result<(), usize> {
    if begins_day(&bytes[at..]) { days_end(bytes, at) } else { Ok(()) }
}

/// Whether a month, or the dot of a numeric date, ends the run of days that begins at `at`; else
/// where the run ends.
fn days_end(bytes: &[u8], at: usize) -> Result<(), usize> {
    const LINKS: [&[u8]; 13] = [
        b"st.", b"nd.", b"rd.", b"th.", b"st", b"nd", b"rd", b"th", b"and", b"to", b"of", b"from",
        b"on",
    ];
    let mut i = at;
    while let Some(&byte) = bytes.get(i) {
        if begins_day(&bytes[i..]) {
            let digits = bytes[i..].iter().take_while(|&&byte| is_digit(byte)).count();
            if digits > 2 {
                return Err(i + digits);
            }
            i += digits;
            // `28TH JULY`
            let ordinal = bytes.get(i..i + 2).is_some_and(|suffix| {
                [b"ST", b"ND", b"RD", b"TH"].iter().any(|capital| suffix == *capital)
            });
            i += if ordinal { 2 } else { 0 };
            if bytes.get(i) == Some(&b'.') && bytes.get(i + 1).is_some_and(u8::is_ascii_digit) {
                return Ok(());
            }
        } else if DATE_START[usize::from(byte)] {
            let month = begins_month(&bytes[i..]) || begins_misread(&bytes[i..]);
            return if month { Ok(()) } else { Err(i) };
        } else if let Some(link) = LINKS.iter().find(|link| bytes[i..].starts_with(link)) {
            i += link.len();
        } else if matches!(byte, b' ' | b',' | b'-' | b'&' | b'\n' | b'\t' | 128..) {
            i += 1;
        } else if byte.is_ascii_uppercase() && begins_misread(&bytes[i..]) {
            return Ok(());
        } else {
            return Err(i.max(at + 1));
        }
    }
    Err(bytes.len())
}

/// A digit, or a letter that may be one.
fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit() || is_misread(char::from(byte))
}

/// Whether the digits of a day begin here; one of two may be misread.
pub(in crate::inline) fn begins_day(rest: &[u8]) -> bool {
    match *rest {
        [first, ..] if first.is_ascii_digit() => true,
        [b'l', b'l', ..] => true,
        [first, second, ..] => is_digit(first) && second.is_ascii_digit(),
        _ => false,
    }
}

/// Whether no date begins behind the byte.
pub(in crate::inline) fn follows_no_date(byte: u8) -> bool {
    IN_WORD[usize::from(byte)]
}

/// Bytes behind which no date begins.
static IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric()
            || matches!(byte as u8, b'/' | b'.' | b'-' | 128..);
        byte += 1;
    }
    table
};

/// Digits, what is misread for one, and the first letters of the months.
static DATE_START: [bool; 256] = {
    let mut table = [false; 256];
    let letters = b"0123456789JFMASONDlI";
    let mut i = 0;
    while i < letters.len() {
        table[letters[i] as usize] = true;
        i += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_dates_are_read_through() {
        for (text, want) in [
            ("8 Dece mber 2005", "2005-12-08 Normalized"),
            ("Octo ber 2005", "2005-10 Normalized"),
            ("8 December 2005", "2005-12-08 Printed"),
            ("8 Sept ember 2005", "2005-09-08 Normalized"),
            ("8 Dece mbers 2005", ""),
            // Letters read for others.
            ("l5 May 1995 and 3O June 1995", "1995-05-15 Normalized 1995-06-30 Normalized"),
            ("8 Pecember 2005, 9 Decernber 2005", "2005-12-08 Normalized 2005-12-09 Normalized"),
            ("on 15 AUQUST 1947", "1947-08-15 Normalized"),
            ("ll May 1995", "1995-05-11 Normalized"),
            ("on 1 April 198259 and", "1982-04-01 Normalized"),
            ("Oslo, 1st. May, 1953", "1953-05-01 Printed"),
            ("It was the 1st. May I", ""),
            ("12 Members 2005, 5 Pecember", ""),
            ("Pecember 2005", ""),
        ] {
            let found = dates_in(text);
            let seen = found.iter().flat_map(|found| &found.dates);
            let seen: Vec<String> = seen.map(|(_, d, _, s)| format!("{d} {s:?}")).collect();
            assert_eq!(seen.join(" "), want, "{text}");
        }
    }

    #[test]
    fn days_may_stand_in_words_before_of() {
        for (text, want) in [
            (
                "executed this thirteenth day of August, 1964, by",
                "thirteenth day of August, 1964 1964-08-13",
            ),
            ("this 21st day of August 1991", "21st day of August 1991 1991-08-21"),
            ("on the third of May 2031", "third of May 2031 2031-05-03"),
            ("THIS TWENTY-FIRST DAY OF MAY 2031", "TWENTY-FIRST DAY OF MAY 2031 2031-05-21"),
            ("this Twenty First day of May 2031", "Twenty First day of May 2031 2031-05-21"),
            ("in the last third of May 2031", "May 2031 2031-05"),
            ("the session of May 2031", "May 2031 2031-05"),
            ("the thirty-first day of June 2031", "June 2031 2031-06"),
        ] {
            let found = dates_in(text);
            let [DatesFound { dates, .. }] = found.as_slice() else { panic!("{text}") };
            let [(range, date, None, Status::Printed)] = dates.as_slice() else { panic!("{text}") };
            assert_eq!(format!("{} {date}", &text[range.clone()]), want, "{text}");
        }
    }

    #[test]
    fn periods_stand_in_lists() {
        for (text, want) in [
            (
                "and 2 to 8 March and 1 to 5 June 2023,",
                "2023-03-02/2023-03-08 2023-06-01/2023-06-05",
            ),
            (
                "from 14 to 30 July and from 15 to 27 August 2028",
                "2028-07-14/2028-07-30 2028-08-15/2028-08-27",
            ),
            ("from 2 to 4 and 7 to 9 May 2031", "2031-05-02/2031-05-04 2031-05-07/2031-05-09"),
            ("on 2 May and on 4-6 and 9 June 2031", "2031-05-02 2031-06-04/2031-06-06 2031-06-09"),
            ("from 2 to 4 May 2031", "2031-05-02/2031-05-04"),
            (
                "from 23 July to 8 August and from 24 August to 5 September 2032",
                "2032-07-23/2032-08-08 2032-08-24/2032-09-05",
            ),
            ("from 28 December to 3 January and on 5 May 2032", "2031-12-28/2032-01-03 2032-05-05"),
            ("from 23 July to 8 August 2032", "2032-07-23/2032-08-08"),
        ] {
            let found = dates_in(text);
            let seen = found.iter().flat_map(|found| &found.dates).map(|(_, first, last, _)| {
                last.map_or_else(|| first.to_string(), |last| format!("{first}/{last}"))
            });
            assert_eq!(seen.collect::<Vec<_>>().join(" "), want, "{text}");
        }
    }

    #[test]
    fn dates_of_a_running_text() {
        let text = "On 5 May 2006, from 3 to 5 June 2007, S/2006/12 May be 7 July. In March 2008.";
        let seen: Vec<&str> = dates_in(text).into_iter().map(|found| &text[found.range]).collect();
        assert_eq!(seen, ["5 May 2006", "3 to 5 June 2007", "March 2008"]);
    }
}
