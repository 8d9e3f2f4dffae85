//! Grammars over the text of one flow, one file per construct.

pub(crate) mod dates;
