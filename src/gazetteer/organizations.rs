//! Organs, committees, treaty bodies, agencies, regional organizations and
//! groupings.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use super::form::NameForm;
use super::states::State;
use super::table::{index, list, optional, rows};

const DATA: &str = include_str!("data/organizations.tsv");

/// An organ, committee, agency, regional organization or grouping.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Organization(u16);

/// What an [`Organization`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganizationKind {
    /// The United Nations itself.
    Organization,
    /// A principal organ under Article 7 of the Charter.
    PrincipalOrgan,
    /// A Main Committee of the General Assembly.
    MainCommittee,
    /// A procedural or standing committee of the General Assembly.
    AssemblyCommittee,
    /// A subsidiary or related body.
    SubsidiaryBody,
    /// A functional commission of the Economic and Social Council.
    FunctionalCommission,
    /// A regional commission of the Economic and Social Council.
    RegionalCommission,
    /// A committee of experts under a human rights treaty.
    TreatyBody,
    /// A programme, fund, department or office.
    ProgrammeOrOffice,
    /// A specialized agency or related organization.
    Agency,
    /// An intergovernmental organization outside the system.
    RegionalOrganization,
    /// An organization or entity with observer status.
    ObserverOrganization,
    /// A group of States without organs of its own.
    Grouping,
    /// A class of States: least developed countries.
    Category,
}

/// A State's membership of an [`Organization`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Membership {
    state: State,
    since: Option<&'static str>,
}

impl Membership {
    /// The member.
    pub fn state(self) -> State {
        self.state
    }

    /// The date of accession (ISO); none for a founder or where unknown.
    pub fn since(self) -> Option<&'static str> {
        self.since
    }
}

#[derive(Debug)]
struct Record {
    code: &'static str,
    name: &'static str,
    kind: OrganizationKind,
    symbol_prefixes: Box<[&'static str]>,
    parents: &'static str,
    founded: Option<&'static str>,
    ended: Option<&'static str>,
    members: Box<[Membership]>,
    alternatives: Box<[&'static str]>,
    acronyms: Box<[&'static str]>,
    notes: &'static str,
}

static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    rows::<11>(DATA)
        .filter_map(
            |[
                code,
                name,
                kind,
                prefixes,
                parents,
                founded,
                ended,
                members,
                alternatives,
                acronyms,
                notes,
            ]| {
                Some(Record {
                    code,
                    name,
                    kind: OrganizationKind::from_cell(kind)?,
                    symbol_prefixes: list(prefixes),
                    parents,
                    founded: optional(founded),
                    ended: optional(ended),
                    members: members.split(',').filter_map(membership).collect(),
                    alternatives: list(alternatives),
                    acronyms: list(acronyms),
                    notes,
                })
            },
        )
        .collect()
});

static CODES: LazyLock<HashMap<&'static str, Organization>> =
    LazyLock::new(|| Organization::all().map(|org| (org.code(), org)).collect());

static NAMES: LazyLock<HashMap<String, Organization>> = LazyLock::new(|| {
    index(Organization::all().flat_map(|org| org.names().map(move |(name, _)| (name, org))))
});

/// `IND@2017-06-09`: a code, and the accession if later than the founding.
fn membership(cell: &'static str) -> Option<Membership> {
    let (code, since) = match cell.split_once('@') {
        Some((code, since)) => (code, Some(since)),
        None => (cell, None),
    };
    let state = State::by_code(code)?;
    Some(Membership { state, since })
}

impl Organization {
    /// Every organization, sorted by code.
    pub fn all() -> impl Iterator<Item = Organization> {
        (0..RECORDS.len() as u16).map(Organization)
    }

    /// The organization with exactly this code: `SC`, `A/C.1`, `UNESCO`.
    pub fn by_code(code: &str) -> Option<Organization> {
        CODES.get(code).copied()
    }

    /// The organization with exactly this name or abbreviation, compared as in
    /// [`State::by_name`].
    pub fn by_name(name: &str) -> Option<Organization> {
        NAMES.get(&super::table::fold(name)).copied()
    }

    /// The body in whose series a document symbol stands: the longest symbol
    /// prefix decides, so `A/C.1/61/L.11` is the First Committee's.
    pub fn by_symbol(symbol: &str) -> Option<Organization> {
        Self::all()
            .flat_map(|org| org.symbol_prefixes().iter().map(move |prefix| (*prefix, org)))
            .filter(|(prefix, _)| symbol.starts_with(prefix))
            .max_by_key(|(prefix, _)| prefix.len())
            .map(|(_, org)| org)
    }

    /// The code, unique in the table; an abbreviation where there is one.
    pub fn code(self) -> &'static str {
        self.record().code
    }

    /// The name as the UN prints it.
    pub fn name(self) -> &'static str {
        self.record().name
    }

    /// What it is.
    pub fn kind(self) -> OrganizationKind {
        self.record().kind
    }

    /// How its document symbols begin: `A/HRC/`.
    pub fn symbol_prefixes(self) -> &'static [&'static str] {
        &self.record().symbol_prefixes
    }

    /// The organs it reports to, as far as the table knows.
    pub fn parents(self) -> impl Iterator<Item = Organization> {
        self.record().parents.split('/').filter_map(Self::by_code)
    }

    /// The date of foundation (ISO, may be partial).
    pub fn founded(self) -> Option<&'static str> {
        self.record().founded
    }

    /// The date of its end (ISO, may be partial).
    pub fn ended(self) -> Option<&'static str> {
        self.record().ended
    }

    /// The members; empty where the table does not list them.
    pub fn members(self) -> &'static [Membership] {
        &self.record().members
    }

    /// What an editor should know of the row.
    pub fn notes(self) -> &'static str {
        self.record().notes
    }

    /// The names with straight apostrophes, the UN's form first.
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

impl fmt::Debug for Organization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Organization({})", self.code())
    }
}

/// The name.
impl fmt::Display for Organization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl OrganizationKind {
    fn from_cell(cell: &str) -> Option<Self> {
        Some(match cell {
            "organization" => Self::Organization,
            "principal_organ" => Self::PrincipalOrgan,
            "main_committee" => Self::MainCommittee,
            "ga_committee" => Self::AssemblyCommittee,
            "subsidiary_body" => Self::SubsidiaryBody,
            "functional_commission" => Self::FunctionalCommission,
            "regional_commission" => Self::RegionalCommission,
            "treaty_body" => Self::TreatyBody,
            "programme_or_office" => Self::ProgrammeOrOffice,
            "specialized_or_related_agency" => Self::Agency,
            "regional_organization" => Self::RegionalOrganization,
            "observer_organization" => Self::ObserverOrganization,
            "grouping" => Self::Grouping,
            "category" => Self::Category,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::check;
    use super::*;

    fn org(code: &str) -> Organization {
        Organization::by_code(code).unwrap()
    }

    #[test]
    fn table() {
        check::well_formed(
            DATA,
            "code name type symbol_prefix parent founded ended members alternatives acronyms notes",
        );
        assert_eq!(rows::<11>(DATA).count(), RECORDS.len());
        for [code, _, _, _, parent, founded, ended, members, ..] in rows::<11>(DATA) {
            for date in [founded, ended].into_iter().filter(|d| !d.is_empty()) {
                assert!(check::is_partial_date(date), "{code}");
            }
            let printed = members.split(',').filter(|m| !m.is_empty()).count();
            assert_eq!(org(code).members().len(), printed, "{code}");
            for parent in parent.split('/').filter(|p| !p.is_empty() && *p != "own") {
                assert!(Organization::by_code(parent).is_some(), "{code}: {parent}");
            }
        }
    }

    #[test]
    fn every_name_finds_its_bearer() {
        for org in Organization::all() {
            for (name, _) in org.names() {
                assert_eq!(Organization::by_name(name), Some(org), "{name}");
            }
        }
    }

    #[test]
    fn lookups() {
        assert_eq!(Organization::by_name("the First Committee"), Some(org("A/C.1")));
        assert_eq!(Organization::by_name("UNICEF"), Some(org("UNICEF")));
        let fund = "United Nations Children\u{2019}s Fund";
        assert_eq!(Organization::by_name(fund), Some(org("UNICEF")));
        assert_eq!(Organization::by_symbol("A/C.1/61/L.11"), Some(org("A/C.1")));
        assert_eq!(Organization::by_symbol("A/61/1"), Some(org("GA")));
        assert_eq!(Organization::by_symbol("S/2006/100"), Some(org("SC")));
        assert_eq!(Organization::by_symbol("CD/1679"), Some(org("CD")));
        assert_eq!(Organization::by_symbol("OAU/1"), None);
        assert!(org("PBC").parents().eq([org("GA"), org("SC")]));
        assert_eq!(org("GA").kind(), OrganizationKind::PrincipalOrgan);
    }

    #[test]
    fn members_of_the_shared_facts() {
        let sizes = [
            ("SCO", 10),
            ("CIS", 10),
            ("CSTO", 6),
            ("EAEU", 5),
            ("EU", 27),
            ("ECOWAS", 12),
            ("SADC", 16),
            ("LAS", 22),
            ("GCC", 6),
            ("ASEAN", 11),
            ("CARICOM", 14),
            ("G20", 19),
            ("P5", 5),
            ("BRICS", 10),
        ];
        for (code, size) in sizes {
            assert_eq!(org(code).members().len(), size, "{code}");
        }
        let india = State::by_code("IND").unwrap();
        let in_sco = org("SCO").members().iter().find(|m| m.state() == india);
        assert_eq!(in_sco.unwrap().since(), Some("2017-06-09"));
    }
}
