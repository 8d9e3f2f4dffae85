//! The names of the field: States, organs and organizations, instruments,
//! offices, and the longer names that only look like one of them.
//!
//! The tables are the TSV files in `data/`, embedded and parsed once, on first
//! use. Every record is reached by a small `Copy` handle ([`State`],
//! [`Organization`], [`Instrument`], [`Office`], ...), whose strings live as
//! long as the program. [`all_names`] is the flat list of printed forms in
//! which a text engine looks names up.
//!
//! # Scope
//! What a name *may* mean, never what it means in a given text: that takes the
//! words around it and the date. A name's [`Name::caution`] says where the
//! form alone is not evidence enough.

mod demonyms;
mod form;
mod guards;
mod instruments;
mod names;
mod neighbours;
mod offices;
mod organizations;
mod regional_groups;
mod states;
mod status;
mod table;

pub use demonyms::Demonym;
pub use form::NameForm;
pub use guards::{Guard, GuardKind, mission_heads};
pub use instruments::Instrument;
pub use names::{Evidence, Name, Named, all_names};
pub use neighbours::{ends_with_leader, honorifics, is_follower};
pub use offices::{Office, OfficeClass};
pub use organizations::{Membership, Organization, OrganizationKind};
pub use regional_groups::RegionalGroup;
pub use states::State;
pub use status::{StateStatus, Succession};
