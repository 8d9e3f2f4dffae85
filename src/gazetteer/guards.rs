//! Longer names that contain a State's name without being that State.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use super::form::NameForm;
use super::table::{fold, index, list, optional, rows};

const DATA: &str = include_str!("data/guards.tsv");
const HEADS: &str = include_str!("data/mission_heads.tsv");

/// A longer name that contains a State's name, or looks like one, without
/// being that State: `Gulf of Guinea`, `United Nations Mission in Liberia`,
/// `Gold Coast`. Where the longest match wins, it swallows the shorter one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guard(u16);

/// What a [`Guard`] names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GuardKind {
    /// A city, sea, river or region.
    Place,
    /// A colonial, occupied, disputed or self-proclaimed territory.
    Territory,
    /// A peace operation, political mission, or military or police mission.
    Mission,
    /// A court, tribunal or truth commission.
    Tribunal,
    /// An armed group or movement.
    ArmedGroup,
    /// A unit of money.
    Currency,
    /// A group, panel, forum or fund.
    Group,
    /// A company, bank, party, university or the like.
    Organization,
    /// A war or other event.
    Event,
}

#[derive(Debug)]
struct Record {
    name: &'static str,
    kind: GuardKind,
    alternatives: Box<[&'static str]>,
    acronyms: Box<[&'static str]>,
    from: Option<&'static str>,
    to: Option<&'static str>,
}

static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    rows::<6>(DATA)
        .filter_map(|[name, kind, alternatives, acronyms, from, to]| {
            Some(Record {
                name,
                kind: GuardKind::from_cell(kind)?,
                alternatives: list(alternatives),
                acronyms: list(acronyms),
                from: optional(from),
                to: optional(to),
            })
        })
        .collect()
});

static NAMES: LazyLock<HashMap<String, Guard>> = LazyLock::new(|| {
    index(Guard::all().flat_map(|guard| guard.names().map(move |(name, _)| (name, guard))))
});

static MISSION_HEADS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| rows::<1>(HEADS).map(|[phrase]| phrase).collect());

/// Phrases after which a State's name belongs to the name of a mission,
/// tribunal or panel: `United Nations Mission in`, `Panel of Experts on`.
/// Sorted; for missions whose full name is not in the table. An article may
/// follow the phrase.
pub fn mission_heads() -> &'static [&'static str] {
    &MISSION_HEADS
}

impl Guard {
    /// Every guard, sorted by name.
    pub fn all() -> impl Iterator<Item = Guard> {
        (0..RECORDS.len() as u16).map(Guard)
    }

    /// The guard with exactly this name or abbreviation, compared as in
    /// [`State::by_name`](super::State::by_name).
    pub fn by_name(name: &str) -> Option<Guard> {
        NAMES.get(&fold(name)).copied()
    }

    /// The name.
    pub fn name(self) -> &'static str {
        self.record().name
    }

    /// What it names.
    pub fn kind(self) -> GuardKind {
        self.record().kind
    }

    /// The year in which a mission began.
    pub fn from(self) -> Option<&'static str> {
        self.record().from
    }

    /// The year in which a mission ended.
    pub fn to(self) -> Option<&'static str> {
        self.record().to
    }

    /// The names with straight apostrophes, the principal one first.
    pub fn names(self) -> impl Iterator<Item = (&'static str, NameForm)> {
        let record = self.record();
        let alternatives = record.alternatives.iter();
        let acronyms = record.acronyms.iter();
        std::iter::once((record.name, NameForm::Short))
            .chain(alternatives.map(|name| (*name, NameForm::Alternative)))
            .chain(acronyms.map(|name| (*name, NameForm::Acronym)))
    }

    fn record(self) -> &'static Record {
        &RECORDS[usize::from(self.0)]
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Guard({})", self.name())
    }
}

/// The name.
impl fmt::Display for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl GuardKind {
    fn from_cell(cell: &str) -> Option<Self> {
        Some(match cell {
            "place" => Self::Place,
            "territory" => Self::Territory,
            "mission" => Self::Mission,
            "tribunal" => Self::Tribunal,
            "armed_group" => Self::ArmedGroup,
            "currency" => Self::Currency,
            "group" => Self::Group,
            "organization" => Self::Organization,
            "event" => Self::Event,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::states::State;
    use super::super::table::check;
    use super::*;

    #[test]
    fn tables() {
        check::well_formed(DATA, "name kind alternatives acronyms from to");
        check::well_formed(HEADS, "phrase");
        assert_eq!(rows::<6>(DATA).count(), RECORDS.len());
        for guard in Guard::all() {
            for date in [guard.from(), guard.to()].into_iter().flatten() {
                assert!(check::is_partial_date(date), "{guard}");
            }
        }
    }

    #[test]
    fn no_guard_is_a_state() {
        for (name, _) in Guard::all().flat_map(Guard::names) {
            assert_eq!(State::by_name(name), None, "{name}");
        }
    }

    #[test]
    fn missions_and_territories() {
        let kind = |name| Guard::by_name(name).map(Guard::kind);
        assert_eq!(kind("UNIFIL"), Some(GuardKind::Mission));
        assert_eq!(kind("United Nations Mission in Support of Libya"), Some(GuardKind::Mission));
        assert_eq!(kind("Occupied Palestinian Territory"), Some(GuardKind::Territory));
        assert_eq!(kind("Taiwan Province of China"), Some(GuardKind::Territory));
        assert_eq!(kind("ICTR"), Some(GuardKind::Tribunal));
        assert!(mission_heads().contains(&"United Nations Mission in"));
        assert!(mission_heads().is_sorted());
    }
}
