//! The date and place of a text: of a line above its body, else of one at its foot, else of its
//! final clause.
//!
//! A date on a line of its own between the paragraphs, or one of several at the foot, is a cell of a
//! table or a heading; one with a day of the week at the foot is that of a meeting.

use std::ops::Range;

use crate::block::{
    PaperForm, PlaceDate, RawBlock, Shape, dated_tail, done_at, is_closing, is_place, place_date,
};
use crate::gazetteer::Named;
use crate::inline::{NameHit, names};
use crate::model::{Date, Printed, PrintedDate};
use crate::text::{Flow, ends_sentence};

use super::body::Stage;

/// What has been read so far.
pub(super) struct Dating {
    pub(super) place: Option<Printed>,
    pub(super) date: Option<PrintedDate>,
    /// The dates behind the first one: the last day of a period.
    pub(super) further: Vec<PrintedDate>,
    /// The last block of the body.
    last: usize,
    /// Whether at most two lines of the foot hold dates.
    foot: bool,
    /// Whether several lines are dates with their days of the week, as the headings of a diary are.
    diary: bool,
    /// The block of a date that has no place yet.
    unplaced: Option<usize>,
}

impl Dating {
    pub(super) fn of(blocks: &[RawBlock]) -> Dating {
        let last = blocks.iter().rposition(is_body).unwrap_or(0);
        let below = blocks.get(last + 1..).unwrap_or_default().iter();
        let dated = below.filter(|raw| place_date(&raw.flow.text).is_some()).take(3).count();
        let foot = dated < 3;
        let day = |raw: &&RawBlock| {
            place_date(&raw.flow.text).is_some_and(|found| found.weekday && found.place.is_none())
        };
        let diary = blocks.iter().filter(day).take(2).count() > 1;
        Dating { place: None, date: None, further: Vec::new(), last, foot, diary, unplaced: None }
    }

    /// Reads a line that may hold place and date; whether it does.
    pub(super) fn line(&mut self, at: usize, flow: &Flow, stage: Stage) -> bool {
        let Some(found) = place_date(&flow.text) else { return false };
        if self.diary && found.weekday && found.place.is_none() {
            return false;
        }
        let in_front = stage == Stage::Front;
        // With its place a date is that of the text, also where more stands below.
        let placed =
            found.place.is_some() && found.dates.iter().all(|(_, date)| date.day().is_some());
        let at_foot = (at > self.last || placed) && self.foot && !found.weekday;
        if !in_front && !at_foot && stage <= Stage::Body {
            return false;
        }
        let PlaceDate { place, dates, .. } = found;
        if self.date.is_none() {
            self.unplaced = place.is_none().then_some(at);
        }
        self.place = self.place.take().or_else(|| place.map(|range| flow.printed(range)));
        self.dates(flow, dates);
        true
    }

    /// Reads the place and date that a title ends with; gives where the title itself ends.
    pub(super) fn behind_title(&mut self, flow: &Flow) -> Option<usize> {
        let tail = dated_tail(&flow.text)?;
        let PlaceDate { place, dates, .. } = place_date(&flow.text[tail..])?;
        let shifted = |range: Range<usize>| range.start + tail..range.end + tail;
        self.place = self.place.take().or_else(|| place.map(|range| flow.printed(shifted(range))));
        self.dates(flow, dates.into_iter().map(|(range, date)| (shifted(range), date)).collect());
        Some(flow.text[..tail].trim_end_matches(['.', ' ']).len())
    }

    /// Reads the name of a town on the line below the date; whether it is one. That it is, another
    /// passage says: "in Oslo".
    pub(super) fn town(&mut self, at: usize, blocks: &[RawBlock]) -> bool {
        let flow = &blocks[at].flow;
        let below = self.place.is_none() && at > 0 && self.unplaced == Some(at - 1);
        if !below || !is_place(&flow.text) {
            return false;
        }
        // "Oslo, Norway"
        let of_state = || {
            let state = |hit: &NameHit| {
                matches!(hit.named, Named::State(_)) && hit.range.end == flow.text.len()
            };
            flow.text.contains(", ") && names(&flow.text).iter().any(state)
        };
        let found = is_named(&flow.text, &[" in "], blocks) || of_state();
        if found {
            self.place = Some(flow.all_printed());
        }
        found
    }

    /// Reads the place on the line right above that of the date, `Palace of Justice, Oslo`; whether it
    /// is one. That it is, another passage says: "at the Palace of Justice in Oslo".
    pub(super) fn place_above(&mut self, at: usize, blocks: &[RawBlock], stage: Stage) -> bool {
        const LONGEST: usize = 80;
        let flow = &blocks[at].flow;
        let dated = || {
            blocks.get(at + 1).and_then(|next| place_date(&next.flow.text)).is_some_and(|found| {
                let read = !(self.diary && found.weekday);
                read && found.place.is_none()
                    && found.dates.iter().all(|(_, date)| date.day().is_some())
            })
        };
        let free = self.place.is_none() && self.date.is_none() && stage == Stage::Front;
        if !free || flow.text.len() > LONGEST || !is_place(&flow.text) || !dated() {
            return false;
        }
        let first = flow.text.split(", ").next().unwrap_or("");
        let named = is_named(first, &[" in ", " at ", " at the "], blocks);
        if named {
            self.place = Some(flow.all_printed());
        }
        named
    }

    /// Reads a final clause, "Done at Oslo on 3 May 2031"; whether the text is one.
    pub(super) fn clause(&mut self, flow: &Flow) -> bool {
        let Some(found) = done_at(&flow.text) else { return false };
        // Of the days of a meeting above the text, it is that on which it was done.
        let done = found.date.as_ref().map(|(_, date)| *date);
        if done.is_some() && self.further.iter().any(|further| Some(further.date) == done) {
            (self.date, self.further) = (None, Vec::new());
            self.dates(flow, found.date.into_iter().collect());
        } else if self.place.is_none() {
            self.place = Some(flow.printed(found.place));
            self.dates(flow, found.date.into_iter().collect());
        }
        true
    }

    fn dates(&mut self, flow: &Flow, dates: Vec<(Range<usize>, Date)>) {
        if self.date.is_some() {
            return;
        }
        let mut dates = dates.into_iter().map(|(range, date)| {
            let Printed { printed, span } = flow.printed(range);
            PrintedDate { date, printed, span }
        });
        self.date = dates.next();
        self.further = dates.collect();
    }
}

/// Whether a passage says that something was at a place, by one of the words before it.
fn is_named(place: &str, words: &[&str], blocks: &[RawBlock]) -> bool {
    let place = place.to_lowercase();
    blocks.iter().any(|raw| {
        let text = raw.flow.text.as_str();
        words.iter().any(|word| {
            text.match_indices(word).any(|(i, found)| {
                let behind = &text[i + found.len()..];
                behind.get(..place.len()).is_some_and(|word| word.to_lowercase() == place)
            })
        })
    })
}

/// The form that the line of place and date above a text gives it.
pub(super) fn paper_form(own: &[RawBlock]) -> Option<PaperForm> {
    const DEEPEST: usize = 4;
    let front = own.iter().take_while(|raw| !is_body(raw)).take(DEEPEST);
    front.filter_map(|raw| place_date(&raw.flow.text)).find_map(|found| found.form)
}

/// Whether a block is a sentence of the body, not a short line around it.
fn is_body(raw: &RawBlock) -> bool {
    let text = raw.flow.text.as_str();
    let plain = matches!(raw.shape, Shape::Plain | Shape::Item { .. } | Shape::Deliberative(_));
    plain && text.len() > 80 && ends_sentence(text) && !is_closing(text)
}
