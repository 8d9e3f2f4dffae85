//! Where a State stands, and how a historical one ended.

/// Where a [`State`](super::State) stands towards the United Nations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateStatus {
    /// One of the 193 Member States.
    Member,
    /// A non-member State with a permanent observer mission: the Holy See, Palestine.
    Observer,
    /// A self-governing State in free association: Cook Islands, Niue.
    Associated,
    /// A Member that is no more, or whose seat another State continues.
    FormerMember,
    /// A name that a State of today has given up.
    FormerName,
    /// An observer that is no more, or became a Member.
    FormerObserver,
    /// A territory before its independence: no State, and no name finds it.
    Territory,
}

/// How a former Member, name or observer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Succession {
    /// The same State took another name.
    Renamed,
    /// Another State, or another government, continues the membership.
    Continued,
    /// It joined with another State.
    Merged,
    /// It dissolved into several States.
    Dissolved,
}

impl StateStatus {
    /// The value of a cell of `states.tsv`; none for an unknown word.
    pub(super) fn from_cell(cell: &str) -> Option<Self> {
        Some(match cell {
            "member" => Self::Member,
            "observer" => Self::Observer,
            "associated" => Self::Associated,
            "former_member" => Self::FormerMember,
            "former_name" => Self::FormerName,
            "former_observer" => Self::FormerObserver,
            "territory" => Self::Territory,
            _ => return None,
        })
    }
}

impl Succession {
    /// The value of a cell of `states.tsv`; none for an unknown word.
    pub(super) fn from_cell(cell: &str) -> Option<Self> {
        Some(match cell {
            "renamed" => Self::Renamed,
            "continued" => Self::Continued,
            "merged" => Self::Merged,
            "dissolved" => Self::Dissolved,
            _ => return None,
        })
    }
}
