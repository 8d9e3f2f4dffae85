//! All dates of a running text.

use std::ops::Range;

use super::month::{begins_misread, begins_month};
use super::{dates_from, is_misread};
use crate::inline::stops::{Readers, Stop, stops};
use crate::model::{Date, MONTHS, Status};

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
            parts => parts.iter().map(|d| (d.start..d.end, d.date, None, status)).collect(),
        };
        all.push(DatesFound { range, dates, impossible: found.impossible });
    }
    all
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
    const LINKS: [&[u8]; 7] = [b"st", b"nd", b"rd", b"th", b"and", b"to", b"of"];
    let mut i = at;
    while let Some(&byte) = bytes.get(i) {
        if begins_day(&bytes[i..]) {
            let digits = bytes[i..].iter().take_while(|&&byte| is_digit(byte)).count();
            if digits > 2 {
                return Err(i + digits);
            }
            i += digits;
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
    fn dates_of_a_running_text() {
        let text = "On 5 May 2006, from 3 to 5 June 2007, S/2006/12 May be 7 July. In March 2008.";
        let seen: Vec<&str> = dates_in(text).into_iter().map(|found| &text[found.range]).collect();
        assert_eq!(seen, ["5 May 2006", "3 to 5 June 2007", "March 2008"]);
    }
}
