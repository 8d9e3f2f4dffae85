//! Document symbols.
/// A symbol.
pub struct Symbol;
