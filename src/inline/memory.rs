//! What a document has said so far.

use std::collections::HashSet;

use super::citations;
use super::mentions::Room;
use super::terms::Terms;
use crate::gazetteer::{Organization, State};
use crate::model::Date;

/// What the flows of a document before this one have introduced, and what is known of it.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    date: Option<Date>,
    /// What citations refer back to.
    pub(super) citations: citations::Memory,
    /// The bodies that the text gives short names.
    pub(super) terms: Terms,
    pub(super) states: HashSet<State>,
    pub(super) organizations: HashSet<Organization>,
    /// Where flows are read.
    pub(super) room: Room,
}

impl Memory {
    /// Says which organ issues the document, by its code, before any flow of it is read.
    pub(crate) fn issued_by(&mut self, organ: Option<&str>) {
        self.citations = citations::Memory::for_organ(organ);
    }

    /// Says the date of the document: names are read as of it. The first date that is said stays.
    pub(crate) fn dated(&mut self, date: Option<Date>) {
        self.date = self.date.or(date);
    }

    /// Year, month and day of the document, a partial date as its last day.
    fn day(&self) -> Option<(i32, u8, u8)> {
        let date = self.date?;
        Some((date.year(), date.month().unwrap_or(12) as u8, date.day().unwrap_or(31) as u8))
    }

    /// The State that bears a name at the document's date; none where there was no such State.
    pub(super) fn state(&self, state: State, shared: bool, printed: &str) -> Option<State> {
        let Some((year, month, day)) = self.day() else {
            return Some(state);
        };
        let state = if shared {
            State::by_name_on(printed, year, month, day).unwrap_or(state)
        } else {
            state
        };
        state.had_begun_on(year, month, day).then_some(state)
    }
}
