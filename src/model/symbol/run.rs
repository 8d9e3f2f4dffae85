//! What follows a symbol in a run with parts left out.
//!
//! ```text
//! run     = *( sep member )
//! sep     = "," sp [ "and" sp ] | sp ( "and" | "&" | "to" | "or" ) sp | dash
//! member  = modifier *( "/" modifier )           ; Add.1, Rev.1/Add.2
//!         | number [ "/" number ] [ letter ]     ; 174; 61/54 of a series with sessions
//!         | number [ sp ] "(" ( year | roman ) ")"
//!         | letter                               ; of a resolution with a letter
//! ```
//!
//! The pieces are read against what stands before them. A modifier belongs to the first symbol of
//! the run as printed there, or takes the place of one of its own kind. A number takes the place of
//! the last one: of the modifier's if one stands there, else of the document's. `to` and a dash
//! mean each number between. A bare number is a member only if the list goes on behind it or ends
//! at a closing mark, so that `A/60/202, 15 States` has none.

use super::Symbol;

/// A further member of a run.
#[derive(Debug, Clone)]
pub(crate) struct RunMember {
    /// Offset of its first byte in the text; the members that a range leaves out have the place of
    /// its end.
    pub start: usize,
    /// Offset after its last byte.
    pub end: usize,
    /// The whole symbol that is meant.
    pub symbol: Symbol,
}

/// Reads the members that follow the symbol `base`, whose text ends at byte `at` of `text`.
pub(crate) fn scan_run(text: &str, at: usize, base: &Symbol) -> Vec<RunMember> {
    let _ = (text, at, base);
    Vec::new()
}
