//! What running text mentions: one file per construct, each with its grammar.

mod bodies;
mod citations;
mod context;
mod dates;
mod definitions;
mod longest;
mod memory;
mod mentions;
mod names;
mod offices;
mod openers;
mod person_names;
mod roles;
mod stops;
mod terms;
mod writer;

pub(crate) use dates::{DateFound, dates_in, scan_dates, scan_day};
pub(crate) use definitions::definitions;
pub(crate) use memory::Memory;
pub(crate) use mentions::{Reading, read, read_on};
pub(crate) use names::{NameHit, names};
pub(crate) use offices::office_at;
pub(crate) use writer::{member_state, organization};
