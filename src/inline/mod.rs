//! What running text mentions: one file per construct, each with its grammar.

#[allow(dead_code)] // called by the reading of flows
mod citations;
mod dates;
mod definitions;
mod mentions;
mod names;
mod offices;

#[allow(unused_imports)]
pub(crate) use citations::{Memory as CitationMemory, RawCitation, RawPinpoint, citations};
pub(crate) use dates::{DateFound, scan_dates};
pub(crate) use definitions::definitions;
pub(crate) use mentions::{Memory, member_state, organization, read};
pub(crate) use names::{NameHit, names};
pub(crate) use offices::office_at;
