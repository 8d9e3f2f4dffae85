//! The number of a resolution, and the symbol that it makes.

use std::ops::Range;

use crate::block::{any_heading, first_date as date_of_language};
use crate::inline::scan_dates;
use crate::model::symbol::scan;
use crate::model::{Printed, PrintedDate, PrintedSymbol, Symbol};
use crate::text::Flow;

use super::Form;

/// A heading with a number.
pub(super) struct Heading {
    pub(super) number: Printed,
    pub(super) title: Option<Printed>,
    /// Whether the heading itself is the title, as for the Security Council.
    pub(super) is_whole_title: bool,
    pub(super) date: Option<PrintedDate>,
}

impl Heading {
    pub(super) fn read(flow: &Flow) -> Option<Heading> {
        let found = any_heading(&flow.text)?;
        let year = year_of(&flow.text[found.number.clone()]);
        let title = match found.title {
            Some(at) => Some(flow.printed(at..flow.text.len())).filter(|t| !t.printed.is_empty()),
            None => Some(flow.all_printed()).filter(|_| !found.by_organ),
        };
        let date = match found.title {
            Some(_) => None,
            None => first_date(flow, found.number.end),
        };
        Some(Heading {
            number: flow.printed(found.number),
            is_whole_title: found.title.is_some_and(|at| at < flow.text.len())
                || found.title.is_none() && year.is_some(),
            title,
            date,
        })
    }

    /// The symbol that the number makes, for the organ with the code and the form of text.
    pub(super) fn symbol(&self, organ: Option<&str>, form: Form) -> Option<PrintedSymbol> {
        let printed = self.number.printed.clone();
        // The Council numbers by the year of adoption: beside a whole date a year that differs is a
        // misprint.
        let adopted = self.date.as_ref().map(|date| date.date.year());
        let number = match (year_of(&printed), adopted.and_then(|year| u32::try_from(year).ok())) {
            (Some(year), Some(adopted)) if year != adopted => {
                printed.replacen(&year.to_string(), &adopted.to_string(), 1)
            }
            _ => printed.clone(),
        };
        let symbol = number_symbol(&number, organ, form)?;
        Some(PrintedSymbol { symbol, printed, span: self.number.span })
    }
}

/// The year in `487 (1981)`.
fn year_of(number: &str) -> Option<u32> {
    let (_, year) = number.split_once('(')?;
    let year = year.split(')').next()?.trim();
    (year.len() == 4).then(|| year.parse().ok()).flatten()
}

fn number_symbol(number: &str, organ: Option<&str>, form: Form) -> Option<Symbol> {
    let (core, part) = match number.rsplit_once(' ') {
        Some((core, part)) if part.bytes().all(|b| b.is_ascii_uppercase()) => (core, Some(part)),
        _ => (number, None),
    };
    if let Some(year) = year_of(core) {
        let number = core.split('(').next()?.trim().parse().ok()?;
        return Symbol::sc_resolution(number, Some(year)).ok();
    }
    let (session, number) = match (core.split_once('/'), core.split_once('(')) {
        (Some((session, number)), _) => (session.trim(), number.trim()),
        (None, Some((number, session))) => (session.trim_end_matches(')').trim(), number.trim()),
        _ => return None,
    };
    let Ok(number) = number.parse::<u32>() else {
        return core.parse().ok();
    };
    match (organ, form) {
        (Some("ECOSOC"), Form::Decision) => Symbol::ecosoc_decision(session, number, part).ok(),
        (Some("ECOSOC"), _) => Symbol::ecosoc_resolution(session, number, part).ok(),
        (Some("HRC"), Form::Decision) => Symbol::hrc_decision(session, number).ok(),
        (Some("HRC"), Form::PresidentialStatement) => {
            format!("A/HRC/PRST/{session}/{number}").parse().ok()
        }
        (Some("HRC"), _) => Symbol::hrc_resolution(session, number).ok(),
        (Some("CHR"), Form::Decision) => Symbol::chr_decision(session, number).ok(),
        (Some("CHR"), _) => Symbol::chr_resolution(session, number).ok(),
        (Some("TC"), _) => Symbol::tc_resolution(session, number).ok(),
        (Some("GA"), Form::Decision) => Symbol::ga_decision(session, number, part).ok(),
        (Some("GA"), _) => Symbol::ga_resolution(session, number, part).ok(),
        _ => None,
    }
}

/// The first date with its day at or behind an offset.
pub(super) fn first_date(flow: &Flow, from: usize) -> Option<PrintedDate> {
    dates(flow, from).next().or_else(|| {
        let (range, date) = date_of_language(&flow.text, from)?;
        let Printed { printed, span } = flow.printed(range);
        Some(PrintedDate { date, printed, span })
    })
}

/// The dates with their day at or behind an offset.
pub(super) fn dates(flow: &Flow, from: usize) -> impl Iterator<Item = PrintedDate> {
    let text = flow.text.as_str();
    let starts = text.char_indices().filter(move |&(at, c)| {
        at >= from
            && c.is_ascii_alphanumeric()
            && !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '('))
    });
    starts.filter_map(|(at, _)| {
        let found = scan_dates(text, at)?;
        let part = found.dates.first().filter(|part| part.date.day().is_some() && !found.range)?;
        let printed = flow.printed(part.start..part.end);
        Some(PrintedDate { date: part.date, printed: printed.printed, span: printed.span })
    })
}

/// The symbols in a range that holds nothing else.
pub(super) fn symbols_in(flow: &Flow, range: Range<usize>) -> Vec<PrintedSymbol> {
    let words = &flow.text[range.clone()];
    let Some(found) = scan(words, 0) else {
        return Vec::new();
    };
    let printed = flow.printed(range.start..range.start + found.len);
    let symbols = found.symbol.halves().map(|symbol| PrintedSymbol {
        symbol,
        printed: printed.printed.clone(),
        span: printed.span,
    });
    symbols.collect()
}
