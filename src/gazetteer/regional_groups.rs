//! The five regional groups of Member States.

use std::fmt;
use std::sync::LazyLock;

use super::form::NameForm;
use super::states::State;
use super::table::{fold, list, rows};

const DATA: &str = include_str!("data/regional_groups.tsv");

/// One of the five regional groups of Member States.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionalGroup(u16);

#[derive(Debug)]
struct Record {
    code: &'static str,
    name: &'static str,
    un_form: &'static str,
    alternatives: Box<[&'static str]>,
    acronyms: Box<[&'static str]>,
    members: &'static str,
}

static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    rows::<8>(DATA)
        .map(|[code, name, un_form, alternatives, acronyms, _count, members, _notes]| Record {
            code,
            name,
            un_form,
            alternatives: list(alternatives),
            acronyms: list(acronyms),
            members,
        })
        .collect()
});

impl RegionalGroup {
    /// The five groups, sorted by code.
    pub fn all() -> impl Iterator<Item = RegionalGroup> {
        (0..RECORDS.len() as u16).map(RegionalGroup)
    }

    /// The group with this code: `AFR`, `APG`, `EEG`, `GRULAC` or `WEOG`.
    pub fn by_code(code: &str) -> Option<RegionalGroup> {
        Self::all().find(|group| group.code() == code)
    }

    /// The group with exactly this name, compared as in [`State::by_name`].
    pub fn by_name(name: &str) -> Option<RegionalGroup> {
        let folded = fold(name);
        Self::all().find(|group| group.names().any(|(own, _)| fold(own) == folded))
    }

    /// The code: `AFR`, `APG`, `EEG`, `GRULAC` or `WEOG`.
    pub fn code(self) -> &'static str {
        self.record().code
    }

    /// The common name: `African Group`.
    pub fn name(self) -> &'static str {
        self.record().name
    }

    /// The name of its States in UN texts: `Asia-Pacific States`.
    pub fn un_form(self) -> &'static str {
        self.record().un_form
    }

    /// The Members that belong to the group, in the order of their codes.
    pub fn members(self) -> impl Iterator<Item = State> {
        self.record().members.split(',').filter_map(State::by_code)
    }

    /// The names of the group, the common one first.
    pub fn names(self) -> impl Iterator<Item = (&'static str, NameForm)> {
        let record = self.record();
        std::iter::once((record.name, NameForm::Short))
            .chain(std::iter::once((record.un_form, NameForm::Formal)))
            .chain(record.alternatives.iter().map(|name| (*name, NameForm::Alternative)))
            .chain(record.acronyms.iter().map(|name| (*name, NameForm::Acronym)))
    }

    fn record(self) -> &'static Record {
        &RECORDS[usize::from(self.0)]
    }
}

impl fmt::Debug for RegionalGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RegionalGroup({})", self.code())
    }
}

/// The common name.
impl fmt::Display for RegionalGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::check;
    use super::*;

    #[test]
    fn table() {
        let header = "code name un_form alternatives acronyms member_count members notes";
        check::well_formed(DATA, header);
        for row in rows::<8>(DATA) {
            let group = RegionalGroup::by_code(row[0]).unwrap();
            assert_eq!(row[5], group.members().count().to_string());
        }
    }

    #[test]
    fn sizes_and_agreement_with_the_states() {
        let sizes: Vec<usize> = RegionalGroup::all().map(|g| g.members().count()).collect();
        assert_eq!(sizes, [54, 54, 23, 33, 29]);
        for group in RegionalGroup::all() {
            let of_states: Vec<State> =
                State::members().filter(|state| state.regional_group() == Some(group)).collect();
            assert!(group.members().eq(of_states), "{group}");
        }
    }

    #[test]
    fn names() {
        let weog = RegionalGroup::by_code("WEOG");
        assert_eq!(RegionalGroup::by_name("Group of Western European and other States"), weog);
        assert_eq!(RegionalGroup::by_name("the GRULAC"), RegionalGroup::by_code("GRULAC"));
        assert_eq!(RegionalGroup::by_name("Group of 77"), None);
    }
}
