//! What running text mentions: one file per construct, each with its grammar.

mod dates;
mod definitions;
mod mentions;
mod names;
mod offices;

pub(crate) use dates::{DateFound, scan_dates};
pub(crate) use definitions::{DefinitionFound, definitions};
pub(crate) use mentions::{Memory, Reading, member_state, organization, read};
pub(crate) use names::{NameHit, names};
pub(crate) use offices::{OfficeFound, office_at};
