//! Calendar dates, whole or partial.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The months in English.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A calendar date whose day, or day and month, may be unknown.
///
/// It is written as an ISO 8601 date of the precision that is known: `2006-08-16`, `2006-08` or
/// `2006`. A date that exists as a value exists in the calendar: there is no 31 February. Dates
/// sort by year, month, day; a partial date comes before the whole ones that it contains.
///
/// ```
/// use verbale::model::Date;
///
/// let date: Date = "2006-08-16".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2006, Some(8), Some(16)));
/// assert_eq!(date.to_string(), "2006-08-16");
/// assert!(Date::ym(2006, 8).unwrap() < date);
/// assert_eq!(
///     "2006-02-31".parse::<Date>().unwrap_err().to_string(),
///     "`2006-02-31` is not in the calendar",
/// );
/// # Ok::<(), verbale::model::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

/// Why a string is not a [`Date`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DateError {
    /// The string has none of the three ISO forms.
    #[error("`{0}` is not written as YYYY-MM-DD, YYYY-MM or YYYY")]
    Form(String),
    /// The string has the form of a date, but no calendar has that date.
    #[error("`{0}` is not in the calendar")]
    NoSuchDate(String),
}

impl Date {
    /// The day `year`-`month`-`day`, if the calendar has it and the year is one of 1 to 9999.
    ///
    /// ```
    /// use verbale::model::Date;
    ///
    /// assert!(Date::ymd(2004, 2, 29).is_some());
    /// assert_eq!(Date::ymd(2006, 2, 29), None);
    /// ```
    pub fn ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day)?;
        Some(Date { day: Some(day), ..Self::ym(year, month)? })
    }

    /// The month `year`-`month`, if there is one.
    pub fn ym(year: i32, month: u32) -> Option<Self> {
        (1..=12).contains(&month).then_some(())?;
        Some(Date { month: Some(month), ..Self::y(year)? })
    }

    /// The year, if it is one of 1 to 9999.
    pub fn y(year: i32) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Date { year, month: None, day: None })
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, if known.
    pub fn month(self) -> Option<u32> {
        self.month
    }

    /// The day of the month, 1 to 31, if known.
    pub fn day(self) -> Option<u32> {
        self.day
    }

    /// The date as chrono's type, if the day is known.
    ///
    /// ```
    /// use chrono::{Datelike, Weekday};
    /// use verbale::model::Date;
    ///
    /// let adopted = Date::ymd(2006, 2, 28).and_then(Date::naive).unwrap();
    /// assert_eq!(adopted.weekday(), Weekday::Tue);
    /// ```
    pub fn naive(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month?, self.day?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(s: &str) -> Result<Self, DateError> {
        fn field(s: &str, len: usize) -> Option<u32> {
            let digits = s.len() == len && s.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| s.parse().ok()).flatten()
        }
        let form = || DateError::Form(s.to_owned());
        let mut fields = s.split('-');
        let year = fields.next().and_then(|f| field(f, 4)).ok_or_else(form)?.cast_signed();
        let mut next = || fields.next().map(|f| field(f, 2).ok_or_else(form)).transpose();
        let (month, day) = (next()?, next()?);
        if next()?.is_some() {
            return Err(form());
        }
        match (month, day) {
            (Some(month), Some(day)) => Self::ymd(year, month, day),
            (Some(month), None) => Self::ym(year, month),
            _ => Self::y(year),
        }
        .ok_or_else(|| DateError::NoSuchDate(s.to_owned()))
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(s: String) -> Result<Self, DateError> {
        s.parse()
    }
}

impl TryFrom<&str> for Date {
    type Error = DateError;

    fn try_from(s: &str) -> Result<Self, DateError> {
        s.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
            "examples": ["2006-08-16", "2006-08", "2006"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_forms_round_trip() {
        for iso in ["2006-08-16", "2006-08", "2006", "0045-01-01"] {
            assert_eq!(iso.parse::<Date>().map(|d| d.to_string()).as_deref(), Ok(iso));
            let json = format!("\"{iso}\"");
            let date: Date = serde_json::from_str(&json).expect(iso);
            assert_eq!(serde_json::to_string(&date).expect(iso), json);
        }
    }

    #[test]
    fn other_forms_are_refused() {
        for s in ["", "16 August 2006", "2006-8-16", "06-08-16", "2006-08-16-1", "2006-", "+006"] {
            assert_eq!(s.parse::<Date>(), Err(DateError::Form(s.to_owned())));
        }
        for s in ["2006-13", "2006-02-30", "0000", "2006-00"] {
            assert_eq!(s.parse::<Date>(), Err(DateError::NoSuchDate(s.to_owned())));
        }
    }
}
