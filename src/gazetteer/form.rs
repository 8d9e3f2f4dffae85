//! The part that a printed form plays among the names of one thing.

/// The part that a printed form plays among the names of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameForm {
    /// The short name, or the only one: `China`, `Charter of the United Nations`.
    Short,
    /// The formal name of a State: `People's Republic of China`.
    Formal,
    /// Another spelling or a current by-name: `Iran`, `United Nations Charter`.
    Alternative,
    /// A name that was given up: `Burma`, `Polish People's Republic`.
    Former,
    /// An abbreviation: `DPRK`, `IAEA`, `NPT`.
    Acronym,
}
