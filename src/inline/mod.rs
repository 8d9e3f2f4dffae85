//! What running text mentions: one file per construct, each with its grammar.

mod dates;
mod names;
mod offices;

pub(crate) use dates::{DateFound, scan_dates};
pub(crate) use names::{NameHit, names};
pub(crate) use offices::{OfficeFound, office_at};
