//! Treaties, declarations and named outcome documents.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use super::form::NameForm;
use super::table::{fold, index, list, optional, rows};

const DATA: &str = include_str!("data/instruments.tsv");

/// A treaty, declaration or named outcome document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instrument(u16);

#[derive(Debug)]
struct Record {
    name: &'static str,
    head: &'static str,
    adopted: Option<&'static str>,
    resolution: Option<&'static str>,
    alternatives: Box<[&'static str]>,
    acronyms: Box<[&'static str]>,
}

static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    rows::<6>(DATA)
        .map(|[name, head, adopted, resolution, alternatives, acronyms]| Record {
            name,
            head,
            adopted: optional(adopted),
            resolution: optional(resolution),
            alternatives: list(alternatives),
            acronyms: list(acronyms),
        })
        .collect()
});

static NAMES: LazyLock<HashMap<String, Instrument>> = LazyLock::new(|| {
    index(Instrument::all().flat_map(|it| it.names().map(move |(name, _)| (name, it))))
});

impl Instrument {
    /// Every instrument, sorted by name.
    pub fn all() -> impl Iterator<Item = Instrument> {
        (0..RECORDS.len() as u16).map(Instrument)
    }

    /// The instrument with exactly this name, short name or abbreviation,
    /// compared as in [`State::by_name`](super::State::by_name).
    pub fn by_name(name: &str) -> Option<Instrument> {
        NAMES.get(&fold(name)).copied()
    }

    /// The instruments whose names begin with these words.
    pub(crate) fn beginning_with(words: &str) -> impl Iterator<Item = Instrument> + '_ {
        // The table is sorted by name.
        let first = RECORDS.partition_point(|record| record.name < words);
        let named =
            RECORDS[first..].iter().take_while(move |record| record.name.starts_with(words));
        (first as u16..).zip(named).map(|(at, _)| Instrument(at))
    }

    /// The instruments that a resolution adopted, its symbol in canonical form:
    /// `A/RES/217A(III)`.
    pub fn by_resolution(symbol: &str) -> impl Iterator<Item = Instrument> + '_ {
        Self::all().filter(move |it| it.resolution() == Some(symbol))
    }

    /// The canonical name as the UN prints it: `Charter of the United Nations`.
    pub fn name(self) -> &'static str {
        self.record().name
    }

    /// The noun by which a text refers back to it: `Charter`, `Convention`.
    pub fn head(self) -> &'static str {
        self.record().head
    }

    /// The date of adoption or signature (ISO, may be partial), where certain.
    pub fn adopted(self) -> Option<&'static str> {
        self.record().adopted
    }

    /// The symbol of the resolution or decision that adopted it, where certain.
    pub fn resolution(self) -> Option<&'static str> {
        self.record().resolution
    }

    /// The names with straight apostrophes, the canonical one first.
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

impl fmt::Debug for Instrument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Instrument({})", self.name())
    }
}

/// The canonical name.
impl fmt::Display for Instrument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::check;
    use super::*;

    fn find(name: &str) -> Instrument {
        Instrument::by_name(name).unwrap_or_else(|| panic!("no {name}"))
    }

    #[test]
    fn table() {
        check::well_formed(DATA, "name head adopted resolution alternatives acronyms");
        assert!(Instrument::all().count() >= 1_500);
        for it in Instrument::all() {
            assert!(it.adopted().is_none_or(check::is_partial_date), "{it}");
            assert!(it.head().starts_with(char::is_uppercase), "{it}");
            if let Some(symbol) = it.resolution() {
                let body = symbol.split('/').next();
                assert!(matches!(body, Some("A" | "S")), "{it}: {symbol}");
                assert!(symbol.contains("/RES/") || symbol.contains("/DEC/"));
                assert!(!symbol.contains(' '));
            }
        }
    }

    #[test]
    fn every_name_finds_its_bearer() {
        for it in Instrument::all() {
            for (name, _) in it.names() {
                assert_eq!(Instrument::by_name(name), Some(it), "{name}");
            }
        }
    }

    #[test]
    fn other_names() {
        for (name, canonical) in [
            ("the United Nations Charter", "Charter of the United Nations"),
            ("UN Charter", "Charter of the United Nations"),
            ("NPT", "Treaty on the Non-Proliferation of Nuclear Weapons"),
            ("UNCLOS", "United Nations Convention on the Law of the Sea"),
            ("2030 Agenda", "2030 Agenda for Sustainable Development"),
            (
                "Chemical Weapons Convention",
                "Convention on the Prohibition of the Development, Production, Stockpiling and Use \
                 of Chemical Weapons and on Their Destruction",
            ),
        ] {
            assert_eq!(find(name).name(), canonical);
        }
        assert_eq!(Instrument::by_name("the Charter"), None);
    }

    #[test]
    fn short_names_mean_the_instrument_that_bears_them() {
        for (name, canonical, adopted) in [
            (
                "First Geneva Convention",
                "Geneva Convention for the Amelioration of the Condition of the Wounded and Sick in \
                 Armed Forces in the Field",
                "1949-08-12",
            ),
            (
                "Second Geneva Convention",
                "Geneva Convention for the Amelioration of the Condition of Wounded, Sick and \
                 Shipwrecked Members of Armed Forces at Sea",
                "1949-08-12",
            ),
            (
                "Third Geneva Convention",
                "Geneva Convention relative to the Treatment of Prisoners of War",
                "1949-08-12",
            ),
            (
                "Fourth Geneva Convention",
                "Geneva Convention relative to the Protection of Civilian Persons in Time of War",
                "1949-08-12",
            ),
            (
                "ILO Convention No. 105",
                "Abolition of Forced Labour Convention, 1957 (No. 105)",
                "1957-06-25",
            ),
            ("ILO Convention No. 1", "Hours of Work (Industry) Convention, 1919 (No. 1)", "1919"),
            (
                "Riyadh Guidelines",
                "United Nations Guidelines for the Prevention of Juvenile Delinquency",
                "1990-12-14",
            ),
            (
                "Multifibre Arrangement",
                "Arrangement Regarding International Trade in Textiles",
                "1973-12-20",
            ),
            (
                "Tokyo Rules",
                "United Nations Standard Minimum Rules for Non-custodial Measures",
                "1990-12-14",
            ),
            ("Bicesse Accords", "Peace Accords for Angola", "1991-05-31"),
            (
                "Hudaydah Agreement",
                "Agreement on the City of Hodeidah and the Ports of Hodeidah, Salif and Ras Issa",
                "2018-12-13",
            ),
        ] {
            let it = find(name);
            assert_eq!((it.name(), it.adopted()), (canonical, Some(adopted)), "{name}");
        }
        // A date is no part of a name, and names that several instruments share are nobody's.
        let dated = "Geneva Convention relative to the Protection of Civilian Persons in Time of \
                     War, of 12 August 1949";
        for name in [dated, "Peace Agreement", "Ceasefire Agreement", "Joint Declaration"] {
            assert_eq!(Instrument::by_name(name), None, "{name}");
        }
    }

    #[test]
    fn dates_and_resolutions_of_the_shared_facts() {
        for (name, adopted, resolution) in [
            ("Charter of the United Nations", "1945-06-26", ""),
            ("Statute of the International Court of Justice", "1945-06-26", ""),
            ("Universal Declaration of Human Rights", "1948-12-10", "A/RES/217A(III)"),
            ("Geneva Conventions", "1949-08-12", ""),
            ("Refugee Convention", "1951-07-28", ""),
            ("Vienna Convention on Diplomatic Relations", "1961-04-18", ""),
            (
                "International Covenant on Civil and Political Rights",
                "1966-12-16",
                "A/RES/2200A(XXI)",
            ),
            ("Outer Space Treaty", "1967-01-27", "A/RES/2222(XXI)"),
            ("NPT", "1968-07-01", "A/RES/2373(XXII)"),
            ("Vienna Convention on the Law of Treaties", "1969-05-23", ""),
            ("Biological Weapons Convention", "1972-04-10", "A/RES/2826(XXVI)"),
            ("UNCLOS", "1982-12-10", ""),
            ("Convention on the Rights of the Child", "1989-11-20", "A/RES/44/25"),
            ("Framework Convention on Climate Change", "1992-05-09", ""),
            ("CWC", "1992-09-03", ""),
            ("Rome Statute", "1998-07-17", ""),
            ("United Nations Millennium Declaration", "2000-09-08", "A/RES/55/2"),
            ("2005 World Summit Outcome", "2005-09-16", "A/RES/60/1"),
            (
                "Declaration on Measures to Eliminate International Terrorism",
                "1994-12-09",
                "A/RES/49/60",
            ),
        ] {
            assert_eq!(find(name).adopted(), Some(adopted), "{name}");
            assert_eq!(find(name).resolution().unwrap_or(""), resolution, "{name}");
        }
        let adopted_by = |symbol| Instrument::by_resolution(symbol).count();
        assert_eq!(adopted_by("A/RES/217A(III)"), 1);
        assert_eq!(find("UNCLOS").head(), "Convention");
        assert_eq!(find("UNFCCC").head(), "Convention");
        assert_eq!(find("Rome Statute").head(), "Statute");
    }
}
