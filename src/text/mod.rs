//! From source text to flows: lines, page furniture, footnote zones, joined text.

mod flow;
mod furniture;
mod language;
mod layout;
mod lines;
mod notes;
mod ordinal;
mod signs;
mod window;

pub(crate) use flow::{Flow, Hyphens, NoteCut};
pub(crate) use furniture::{furniture, furniture_run, job_number};
pub(crate) use language::language;
pub(crate) use layout::{
    COMMAS, Layout, begins_lower, ends_in_initials, ends_open, ends_sentence, ends_short,
};
pub(crate) use lines::{Line, lines};
pub(crate) use notes::{Note, Notes, notes};
pub(crate) use ordinal::{ordinal, ordinal_digits};
pub(crate) use signs::Signs;
pub(crate) use window::{beginning, ending, find, is_any};
