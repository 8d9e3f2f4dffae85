//! Dates and lists of dates in running text.
//!
//! UN style writes day, month, year without ordinal suffix or comma (`8 December 2005`); writers
//! outside the house write `August 16, 2006`, `16th of August 2006`, `16 Aug. 2006`, `16.08.2006`.
//!
//! ```text
//! dates   = group [ sep group ]...          one sep of a period, or many of a list; a group
//!                                           without year takes the year of the next one
//! group   = days sp [ "of" sp ] month [ [ "," ] sp year ]
//!         | month sp days [ "," ] sp year
//!         | month [ [ "," ] sp year ]
//!         | 2digit "." 2digit "." year
//! days    = day [ sep day ]...
//! day     = 1*2digit [ ( "st" | "nd" | "rd" | "th" ) [ "." ] ]  ; 1 to 31; one of two digits may be
//!                                                           ; misread (`l5`, `3O`)
//! sep     = period | list
//! period  = [ sp ] dash [ sp ] | sp "to" sp
//! list    = ( "," sp [ "and" sp ] | sp "and" sp | sp "&" sp ) [ ( "from" | "on" ) sp ]
//! month   = "August" | "AUGUST" | "Aug" [ "." ] | ...      ; never in lower case; a blank inside
//!                                                           ; (`Dece mber`) is read through, and
//!                                                           ; behind a day, before a year, one
//!                                                           ; letter misread (`Pecember`)
//! year    = 4digit                                         ; 1000 to 2999; behind day and month the
//!                                                           ; marker of a note may stick to it
//! sp      = 1 to 4 white-space characters
//! ```
//!
//! A reading without any year is no date. Groups are joined by a list separator only while the
//! year is still to come (`8 May and 9 June 2006`), so that `8 May 2006 and 9 June 2006` are two
//! readings.

mod month;
mod running;

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n};
use nom::combinator::{map, map_opt, opt, peek, recognize, value, verify};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use self::month::{begins_month, month};
pub(crate) use self::running::dates_in;
pub(super) use self::running::{DatesFound, begins_day, dates_at, follows_no_date, openers};
use crate::model::Date;
use crate::text::beginning;

/// What stands at one place: one date, a list of dates or a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateFound {
    /// Bytes read.
    pub len: usize,
    /// The dates, in the order of the text. An impossible one is missing.
    pub dates: Vec<DatePart>,
    /// Whether the first and the last date bound a period.
    pub range: bool,
    /// Whether one of the printed dates is in no calendar (31 February).
    pub impossible: bool,
    /// Whether damage was read through: a blank inside a month, a letter or digit misread.
    pub damaged: bool,
}

/// One date and its place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DatePart {
    /// Offset of its first byte in the text.
    pub start: usize,
    /// Offset after its last byte.
    pub end: usize,
    /// The date, the first one of a period.
    pub date: Date,
    /// The last date of a period that stands in a list: `2 to 8 March and 1 to 5 June 2023`.
    pub last: Option<Date>,
}

/// Reads the date, list of dates or period that begins exactly at byte `at` of `text`.
pub(crate) fn scan_dates(text: &str, at: usize) -> Option<DateFound> {
    let rest = head(text.get(at..)?).as_bytes();
    if rest.is_empty() || !begins_day(rest) && !begins_month(rest) {
        return None;
    }
    running::run_of_days(rest, 0).ok()?;
    dates_from(text, at)
}

/// The same, where no run of days begins that has no month.
fn dates_from(text: &str, at: usize) -> Option<DateFound> {
    let rest = text.get(at..)?;
    let starts = rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    if !starts || text[..at].ends_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let rest = head(rest);
    let (mut after, first) = group(rest).ok()?;
    let mut groups = vec![first];
    let mut range = groups[0].range;
    while let Ok((next, (period, group))) = (sep, group).parse(after) {
        let open = groups.last().is_some_and(|g| g.year.is_none());
        let single = groups.len() == 1 && groups[0].days.len() <= 1 && group.days.len() <= 1;
        let alike = groups[0].days.is_empty() == group.days.is_empty();
        if !alike || !(open || period && single && group.year.is_some()) {
            break;
        }
        range = period && single;
        let opens = groups.last().is_some_and(|last| !last.closes && last.days.len() <= 1);
        let closes = period && opens && group.days.len() <= 1;
        groups.push(Group { closes, ..group });
        after = next;
    }
    // Groups behind the last year have none and belong to no date.
    groups.truncate(groups.iter().rposition(|g| g.year.is_some())? + 1);
    if groups.len() == 1 {
        range = groups[0].range;
    }
    let len = rest.len() - groups.last()?.rest;
    let damaged = groups.iter().any(|group| group.damaged);
    let mut found = DateFound { len, dates: Vec::new(), range, impossible: false, damaged };
    let mut later: Option<(i32, u32)> = None;
    let mut year_of = |group: &Group| {
        let year = group.year.or_else(|| {
            later.map(|(year, month)| if group.month > month { year - 1 } else { year })
        })?;
        later = Some((year, group.month));
        Some(year)
    };
    let mut groups = groups.as_slice();
    while let [before @ .., group] = groups {
        let year = year_of(group)?;
        groups = before;
        match before {
            [before @ .., opening] if group.closes && !range => {
                let (first, last) = (opening.date(year_of(opening)?), group.date(year));
                found.impossible |= last.is_none();
                let end = at + rest.len();
                found.push(first, last, end - opening.start, end - group.rest);
                groups = before;
            }
            _ => found.read(group, year, at + rest.len()),
        }
    }
    found.dates.reverse();
    Some(found)
}

/// Reads one day and month without a year, exactly at byte `at`, as a day of the year that the
/// context gives; and its length.
pub(crate) fn scan_day(text: &str, at: usize, year: i32) -> Option<(Date, usize)> {
    let rest = head(text.get(at..)?);
    let (after, (day, _, (month, _))) = (day, sp, month).parse(rest).ok()?;
    let date = Date::ymd(year, month, day.number)?;
    Some((date, rest.len() - after.len()))
}

impl DateFound {
    /// Adds the dates of `group`, last one first; `end` is the offset where the text ends.
    fn read(&mut self, group: &Group, year: i32, end: usize) {
        let date = |day: &Day| Date::ymd(year, group.month, day.number);
        let (mut days, mut stop) = (group.days.as_slice(), group.rest);
        if days.is_empty() {
            let date = Date::ym(year, group.month);
            self.push(date, None, end - group.start, end - group.rest);
        }
        while let [before @ .., day] = days {
            let mut first = day;
            let mut last = None;
            days = before;
            // The two dates of a period that is all that stands here are told apart.
            if let [before @ .., opening] = before
                && day.closes
                && !opening.closes
                && !self.range
            {
                (first, days) = (opening, before);
                last = date(day);
                self.impossible |= last.is_none();
            }
            let start = if days.is_empty() { group.start } else { first.start };
            self.push(date(first), last, end - start, end - stop);
            stop = days.last().map_or(stop, |day| day.rest);
        }
    }

    fn push(&mut self, date: Option<Date>, last: Option<Date>, start: usize, end: usize) {
        match date {
            Some(date) => self.dates.push(DatePart { start, end, date, last }),
            None => self.impossible = true,
        }
    }
}

/// Places are kept as the number of bytes that are left.
struct Group {
    start: usize,
    rest: usize,
    days: Vec<Day>,
    range: bool,
    month: u32,
    damaged: bool,
    year: Option<i32>,
    /// Whether it ends a period that the group before it begins: `23 July to 8 August`.
    closes: bool,
}

impl Group {
    /// Its first day, or its month where it has none.
    fn date(&self, year: i32) -> Option<Date> {
        let day = self.days.first();
        day.map_or_else(
            || Date::ym(year, self.month),
            |day| Date::ymd(year, self.month, day.number),
        )
    }
}

#[derive(Clone, Copy)]
struct Day {
    start: usize,
    rest: usize,
    number: u32,
    /// Whether one of its digits is printed as a letter.
    misread: bool,
    /// Whether it ends a period that the day before it begins.
    closes: bool,
}

/// The part of `rest` that a reading may use: it keeps the work at one place bounded.
fn head(rest: &str) -> &str {
    beginning(rest, 200)
}

fn group(i: &str) -> IResult<&str, Group> {
    alt((dotted, day_first, month_first, month_only)).parse(i)
}

fn day_first(i: &str) -> IResult<&str, Group> {
    let named = (month, opt(marked_year));
    let misread = (map(month::misread, |month| (month, true)), map(marked_year, Some));
    let (rest, ((days, range), _, _, ((month, broken), year))) =
        (days, sp, opt((tag("of"), sp)), alt((named, misread))).parse(i)?;
    let (start, left) = (i.len(), rest.len());
    let (year, marked) = (year.map(|(year, _)| year), year.is_some_and(|(_, marked)| marked));
    let damaged = broken || marked || days.iter().any(|day| day.misread);
    Ok((rest, Group { start, rest: left, days, range, month, damaged, year, closes: false }))
}

fn month_first(i: &str) -> IResult<&str, Group> {
    let (rest, ((month, damaged), _, (days, range), year)) =
        (month, sp, days, comma_year).parse(i)?;
    let (start, left, year) = (i.len(), rest.len(), Some(year));
    let damaged = damaged || days.iter().any(|day| day.misread);
    Ok((rest, Group { start, rest: left, days, range, month, damaged, year, closes: false }))
}

fn month_only(i: &str) -> IResult<&str, Group> {
    let (rest, ((month, damaged), year)) = (month, opt(comma_year)).parse(i)?;
    let (start, left) = (i.len(), rest.len());
    Ok((
        rest,
        Group {
            start,
            rest: left,
            days: Vec::new(),
            range: false,
            month,
            damaged,
            year,
            closes: false,
        },
    ))
}

fn dotted(i: &str) -> IResult<&str, Group> {
    let (rest, (day, month, year)) =
        (terminated(two(31), tag(".")), terminated(two(12), tag(".")), year).parse(i)?;
    let day = Day { start: i.len(), rest: rest.len(), number: day, misread: false, closes: false };
    let year = Some(year);
    let (days, range, damaged) = (vec![day], false, false);
    Ok((
        rest,
        Group {
            start: day.start,
            rest: day.rest,
            days,
            range,
            month,
            damaged,
            year,
            closes: false,
        },
    ))
}

/// The days before or behind one month, and whether they are the two ends of a period.
fn days(i: &str) -> IResult<&str, (Vec<Day>, bool)> {
    let (mut rest, first) = day(i)?;
    let (mut days, mut range) = (vec![first], false);
    while let Ok((next, (period, day))) = (sep, day).parse(rest) {
        days.push(Day { closes: period, ..day });
        range = period && days.len() == 2;
        rest = next;
    }
    Ok((rest, (days, range)))
}

fn day(i: &str) -> IResult<&str, Day> {
    let suffix =
        || alt((tag_no_case("st"), tag_no_case("nd"), tag_no_case("rd"), tag_no_case("th")));
    let end = || (opt((suffix(), opt(tag(".")))), boundary);
    let sound = map(terminated(number(1, 2), end()), |number| (number, false));
    let (rest, (number, misread)) = alt((sound, terminated(misread_day, end()))).parse(i)?;
    if !(1..=31).contains(&number) {
        return Err(nom::Err::Error(nom::error::make_error(i, nom::error::ErrorKind::Verify)));
    }
    Ok((rest, Day { start: i.len(), rest: rest.len(), number, misread, closes: false }))
}

/// Two digits of which one is printed as a letter: `l5`, `3O`; and `ll`.
fn misread_day(i: &str) -> IResult<&str, (u32, bool)> {
    let pair = take_while_m_n(2, 2, |c: char| c.is_ascii_digit() || is_misread(c));
    map_opt(pair, |pair: &str| {
        let read = pair.replace(['l', 'I'], "1").replace('O', "0");
        let letters = pair.chars().filter(|&c| is_misread(c)).count();
        read.parse().ok().filter(|_| letters == 1 || pair == "ll").map(|number| (number, true))
    })
    .parse(i)
}

/// A letter that may stand for a digit.
fn is_misread(c: char) -> bool {
    matches!(c, 'l' | 'I' | 'O')
}

fn comma_year(i: &str) -> IResult<&str, i32> {
    preceded((opt(tag(",")), sp), year).parse(i)
}

fn year(i: &str) -> IResult<&str, i32> {
    let four = verify(number(4, 4), |year| (1000..=2999).contains(year));
    map(terminated(four, boundary), u32::cast_signed).parse(i)
}

/// A year behind its day and month; the marker of a note may stick to it (`1 April 198259`).
fn marked_year(i: &str) -> IResult<&str, (i32, bool)> {
    let four = verify(number(4, 4), |year| (1945..=2100).contains(year));
    let marked = terminated(four, peek((number(1, 2), boundary)));
    let marked = map(marked, |year| (year.cast_signed(), true));
    preceded((opt(tag(",")), sp), alt((map(year, |year| (year, false)), marked))).parse(i)
}

fn two<'a>(most: u32) -> impl Parser<&'a str, Output = u32, Error = nom::error::Error<&'a str>> {
    verify(number(2, 2), move |n| (1..=most).contains(n))
}

fn number<'a>(
    least: usize,
    most: usize,
) -> impl Parser<&'a str, Output = u32, Error = nom::error::Error<&'a str>> {
    take_while_m_n(least, most, |c: char| c.is_ascii_digit()).map_res(str::parse::<u32>)
}

/// A separator; true if it makes a period.
fn sep(i: &str) -> IResult<&str, bool> {
    let from = || opt((alt((tag("from"), tag("on"))), sp));
    let dash = recognize(take_while_m_n(1, 1, |c| matches!(c, '-' | '\u{2010}'..='\u{2015}')));
    alt((
        value(true, delimited(opt(sp), dash, opt(sp))),
        value(true, (sp, tag("to"), sp)),
        value(false, (tag(","), sp, opt((tag("and"), sp)), from())),
        value(false, (sp, alt((tag("and"), tag("&"))), sp, from())),
    ))
    .parse(i)
}

fn sp(i: &str) -> IResult<&str, &str> {
    take_while_m_n(1, 4, char::is_whitespace).parse(i)
}

/// Nothing that would go on with the word or number before.
fn boundary(i: &str) -> IResult<&str, ()> {
    if i.starts_with(|c: char| c.is_alphanumeric()) {
        return Err(nom::Err::Error(nom::error::make_error(i, nom::error::ErrorKind::Verify)));
    }
    Ok((i, ()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `[text]=iso` of each date, then `range` and `impossible`; what was read, or `-`.
    fn read(text: &str, at: usize) -> String {
        let Some(found) = scan_dates(text, at) else {
            return "-".to_owned();
        };
        let mut out: Vec<String> = vec![format!("<{}>", &text[at..at + found.len])];
        out.extend(found.dates.iter().map(|d| format!("[{}]={}", &text[d.start..d.end], d.date)));
        out.extend(found.range.then(|| "range".to_owned()));
        out.extend(found.impossible.then(|| "impossible".to_owned()));
        out.join(" ")
    }

    #[test]
    fn forms() {
        for (text, want) in [
            ("16 August 2006.", "<16 August 2006> [16 August 2006]=2006-08-16"),
            ("16 AUGUST 2006", "<16 AUGUST 2006> [16 AUGUST 2006]=2006-08-16"),
            ("16\u{a0}August\n2006", "<16\u{a0}August\n2006> [16\u{a0}August\n2006]=2006-08-16"),
            ("August 16, 2006,", "<August 16, 2006> [August 16, 2006]=2006-08-16"),
            ("16th of August 2006", "<16th of August 2006> [16th of August 2006]=2006-08-16"),
            ("28TH JULY 2009", "<28TH JULY 2009> [28TH JULY 2009]=2009-07-28"),
            ("16 Aug. 2006", "<16 Aug. 2006> [16 Aug. 2006]=2006-08-16"),
            ("16 Sept 2006", "<16 Sept 2006> [16 Sept 2006]=2006-09-16"),
            ("16.08.2006", "<16.08.2006> [16.08.2006]=2006-08-16"),
            ("May 2006", "<May 2006> [May 2006]=2006-05"),
            (
                "10 and 14 March 1994",
                "<10 and 14 March 1994> [10]=1994-03-10 [14 March 1994]=1994-03-14",
            ),
            ("3-14 June 1992", "<3-14 June 1992> [3]=1992-06-03 [14 June 1992]=1992-06-14 range"),
            ("3 to 5 May 2006", "<3 to 5 May 2006> [3]=2006-05-03 [5 May 2006]=2006-05-05 range"),
            (
                "30 July\u{2013}3 August 2006",
                "<30 July\u{2013}3 August 2006> [30 July]=2006-07-30 [3 August 2006]=2006-08-03 range",
            ),
            (
                "30 December-3 January 2006",
                "<30 December-3 January 2006> [30 December]=2005-12-30 [3 January 2006]=2006-01-03 range",
            ),
            (
                "1 August 2012-31 July 2013",
                "<1 August 2012-31 July 2013> [1 August 2012]=2012-08-01 [31 July 2013]=2013-07-31 range",
            ),
            (
                "8 May, 9 June and 10 July 2006",
                "<8 May, 9 June and 10 July 2006> [8 May]=2006-05-08 [9 June]=2006-06-09 [10 July 2006]=2006-07-10",
            ),
            (
                "1, 2 and 5 May 2006",
                "<1, 2 and 5 May 2006> [1]=2006-05-01 [2]=2006-05-02 [5 May 2006]=2006-05-05",
            ),
            ("June 3-5, 2006", "<June 3-5, 2006> [June 3]=2006-06-03 [5, 2006]=2006-06-05 range"),
            ("8 May 2006 and 9 June 2006", "<8 May 2006> [8 May 2006]=2006-05-08"),
            ("8 May 2006, 9 June", "<8 May 2006> [8 May 2006]=2006-05-08"),
            (
                "July 2005 to June 2006",
                "<July 2005 to June 2006> [July 2005]=2005-07 [June 2006]=2006-06 range",
            ),
            ("31 February 2006", "<31 February 2006> impossible"),
            ("29 and 31 June 2006", "<29 and 31 June 2006> [29]=2006-06-29 impossible"),
            ("26 and 27 May", "-"),
            ("May 5 people", "-"),
            ("may 2006", "-"),
            ("32 May 2006", "-"),
            ("16 Marching 2006", "-"),
            ("16 August 20061", "<16 August 2006> [16 August 2006]=2006-08-16"),
            ("16 August 2006123", "-"),
            ("45 and 16 August 2006", "-"),
            ("march 2006", "-"),
            ("2006", "-"),
        ] {
            assert_eq!(read(text, 0), want, "{text}");
        }
    }

    #[test]
    fn place_and_boundaries() {
        let text = "dated 116 August 2006";
        assert_eq!(read(text, 6), "-");
        assert_eq!(read(text, 7), "-");
        assert_eq!(read("on 5 May 2006", 3), "<5 May 2006> [5 May 2006]=2006-05-05");
        assert_eq!(read("\u{e9} 5 May 2006", 1), "-");
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "([0-9]{1,4}|May|June|AUG\\.| |,|and|to|-|\u{2013}|\\PC){0,12}") {
            for (at, _) in text.char_indices() {
                if let Some(found) = scan_dates(&text, at) {
                    assert!(found.len > 0 && text.is_char_boundary(at + found.len));
                    for d in &found.dates {
                        assert!(at <= d.start && d.end <= at + found.len);
                        assert!(text.get(d.start..d.end).is_some_and(|s| !s.is_empty()));
                    }
                }
            }
        }
    }
}
