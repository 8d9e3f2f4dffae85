//! What running text mentions: one file per construct, each with its grammar.

mod citations;
mod dates;
mod definitions;
mod mentions;
mod names;
mod offices;

pub(crate) use dates::{DateFound, scan_dates};
pub(crate) use definitions::definitions;
pub(crate) use mentions::{Memory, member_state, organization, read};
pub(crate) use names::{NameHit, names};
pub(crate) use offices::office_at;
