//! Offices of persons, and the institutions that write in their stead.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use super::form::NameForm;
use super::table::{fold, index, list, rows};

const DATA: &str = include_str!("data/offices.tsv");

/// An office that a person holds (`Permanent Representative`), or an
/// institution that writes in its stead (`Permanent Mission`).
///
/// The name is the office alone, without the State or body it belongs to,
/// except where the body makes the office (`President of the Security
/// Council`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Office(u16);

/// Whom an [`Office`] serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeClass {
    /// A member of a mission or delegation.
    Diplomatic,
    /// A Head of State or Government, a minister or an official of a State.
    State,
    /// An officer of the United Nations or of one of its organs.
    UnOfficer,
    /// A mission, embassy, ministry or Government.
    Institution,
}

#[derive(Debug)]
struct Record {
    name: &'static str,
    class: OfficeClass,
    spellings: Box<[&'static str]>,
}

static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    rows::<3>(DATA)
        .filter_map(|[name, class, spellings]| {
            Some(Record { name, class: OfficeClass::from_cell(class)?, spellings: list(spellings) })
        })
        .collect()
});

static NAMES: LazyLock<HashMap<String, Office>> = LazyLock::new(|| {
    index(Office::all().flat_map(|office| office.names().map(move |(name, _)| (name, office))))
});

impl Office {
    /// Every office, sorted by name.
    pub fn all() -> impl Iterator<Item = Office> {
        (0..RECORDS.len() as u16).map(Office)
    }

    /// The office with exactly this name or spelling, compared as in
    /// [`State::by_name`](super::State::by_name).
    pub fn by_name(name: &str) -> Option<Office> {
        NAMES.get(&fold(name)).copied()
    }

    /// The canonical name: `Chargé d'affaires a.i.`.
    pub fn name(self) -> &'static str {
        self.record().name
    }

    /// Whom the office serves.
    pub fn class(self) -> OfficeClass {
        self.record().class
    }

    /// The names with straight apostrophes, the canonical one first.
    pub fn names(self) -> impl Iterator<Item = (&'static str, NameForm)> {
        let record = self.record();
        let spellings = record.spellings.iter();
        std::iter::once((record.name, NameForm::Short))
            .chain(spellings.map(|name| (*name, NameForm::Alternative)))
    }

    fn record(self) -> &'static Record {
        &RECORDS[usize::from(self.0)]
    }
}

impl fmt::Debug for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Office({})", self.name())
    }
}

/// The canonical name.
impl fmt::Display for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl OfficeClass {
    fn from_cell(cell: &str) -> Option<Self> {
        Some(match cell {
            "diplomatic" => Self::Diplomatic,
            "state" => Self::State,
            "un_officer" => Self::UnOfficer,
            "institution" => Self::Institution,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::check;
    use super::*;

    #[test]
    fn table() {
        check::well_formed(DATA, "name class spellings");
        assert_eq!(rows::<3>(DATA).count(), RECORDS.len());
        for office in Office::all() {
            for (name, _) in office.names() {
                assert_eq!(Office::by_name(name), Some(office), "{name}");
            }
        }
    }

    #[test]
    fn lookups() {
        for (name, canonical, class) in [
            ("Charge d\u{2019}Affaires, a.i.", "Chargé d'affaires a.i.", OfficeClass::Diplomatic),
            ("Permanent Representative", "Permanent Representative", OfficeClass::Diplomatic),
            ("Foreign Minister", "Minister for Foreign Affairs", OfficeClass::State),
            ("Chairman", "Chair", OfficeClass::UnOfficer),
            ("the Secretary-General", "Secretary-General", OfficeClass::UnOfficer),
            ("permanent mission", "Permanent Mission", OfficeClass::Institution),
        ] {
            let office = Office::by_name(name).unwrap();
            assert_eq!((office.name(), office.class()), (canonical, class));
        }
        assert_eq!(Office::by_name("Permanent Representative of Kenya"), None);
    }
}
