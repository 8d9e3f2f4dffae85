//! The typed data: one file per notion.

mod date;
pub mod symbol;

pub use date::{Date, DateError};
pub use symbol::Symbol;
