//! The States: Members, observers, associated States, and those that were.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::LazyLock;

use super::form::NameForm;
use super::regional_groups::RegionalGroup;
use super::status::{StateStatus, Succession};
use super::table::{fold, list, optional, rows};

const DATA: &str = include_str!("data/states.tsv");

/// A State, or a name under which one was known, as a row of `states.tsv`.
///
/// # Rows
/// Every present State has one row. A former Member (the Union of Soviet
/// Socialist Republics), a former name (Zaire) and a former observer have their
/// own rows, which point to the State of today by [`State::current`].
///
/// # What is not a State here
/// The Occupied Palestinian Territory, the Palestine Liberation Organization,
/// Taiwan, and colonial names (Gold Coast, Portuguese Guinea, East Timor) are
/// found by no lookup by name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct State(u16);

#[derive(Debug)]
struct Record {
    key: &'static str,
    status: StateStatus,
    short_name: &'static str,
    short_article: &'static str,
    formal_name: &'static str,
    formal_article: &'static str,
    alpha2: Option<&'static str>,
    alpha3: Option<&'static str>,
    m49: Option<&'static str>,
    admission: Option<&'static str>,
    un_end: Option<&'static str>,
    valid_from: Option<&'static str>,
    valid_to: Option<&'static str>,
    independence: Option<&'static str>,
    group: &'static str,
    current: &'static str,
    succession: Option<Succession>,
    alternatives: Box<[&'static str]>,
    former: Box<[&'static str]>,
    acronyms: Box<[&'static str]>,
    notes: &'static str,
}

static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    rows::<21>(DATA)
        .filter_map(|row| {
            let [
                key,
                status,
                short_name,
                short_article,
                formal_name,
                formal_article,
                alpha2,
                alpha3,
                m49,
                admission,
                un_end,
                valid_from,
                valid_to,
                independence,
                group,
                current,
                succession,
                alternatives,
                former,
                acronyms,
                notes,
            ] = row;
            Some(Record {
                key,
                status: StateStatus::from_cell(status)?,
                short_name,
                short_article,
                formal_name,
                formal_article,
                alpha2: optional(alpha2),
                alpha3: optional(alpha3),
                m49: optional(m49),
                admission: optional(admission),
                un_end: optional(un_end),
                valid_from: optional(valid_from),
                valid_to: optional(valid_to),
                independence: optional(independence),
                group,
                current,
                succession: Succession::from_cell(succession),
                alternatives: list(alternatives),
                former: list(former),
                acronyms: list(acronyms),
                notes,
            })
        })
        .collect()
});

/// Codes of all kinds; living States before former ones, which reuse codes.
static CODES: LazyLock<HashMap<&'static str, State>> = LazyLock::new(|| {
    let mut states: Vec<State> = State::all().collect();
    states.sort_by_key(|state| state.status());
    let mut codes = HashMap::new();
    for state in states {
        let record = state.record();
        for code in [record.alpha3, record.alpha2, record.m49].into_iter().flatten() {
            codes.entry(code).or_insert(state);
        }
    }
    codes
});

/// Folded names, each with the States that bear it, the likeliest first.
static NAMES: LazyLock<HashMap<String, Vec<State>>> = LazyLock::new(|| {
    let mut bearers: BTreeSet<(String, StateStatus, NameForm, State)> = BTreeSet::new();
    for state in State::all() {
        for (name, form) in state.names() {
            bearers.insert((fold(name), state.status(), form, state));
        }
    }
    let mut names: HashMap<String, Vec<State>> = HashMap::new();
    for (name, _, _, state) in bearers {
        let states = names.entry(name).or_default();
        if !states.contains(&state) {
            states.push(state);
        }
    }
    names
});

impl State {
    /// Every row, sorted by key: present States by alpha-3 code, then the others.
    pub fn all() -> impl Iterator<Item = State> {
        (0..RECORDS.len() as u16).map(State)
    }

    /// The 193 Member States.
    pub fn members() -> impl Iterator<Item = State> {
        Self::all().filter(|state| state.status() == StateStatus::Member)
    }

    /// The State with this alpha-3, alpha-2 or three-digit M49 code, in any case.
    ///
    /// A code that was used twice is the present State's, else the older
    /// bearer's row that comes first by key (`CS` is Czechoslovakia's).
    pub fn by_code(code: &str) -> Option<State> {
        CODES.get(code.to_ascii_uppercase().as_str()).copied()
    }

    /// The State with exactly this name: short, formal, alternative, former or
    /// abbreviated.
    ///
    /// Case, a leading "the", the kind of apostrophe and runs of white space do
    /// not matter. Of several bearers a present State comes first.
    pub fn by_name(name: &str) -> Option<State> {
        NAMES.get(&fold(name))?.first().copied()
    }

    /// All bearers of a name, compared as in [`State::by_name`], the likeliest first.
    pub fn bearers(name: &str) -> &'static [State] {
        NAMES.get(&fold(name)).map_or(&[], Vec::as_slice)
    }

    /// As [`State::by_name`], but of several bearers the one whose name was
    /// valid on the date: `China` in 1960 is the row of the Republic of China.
    ///
    /// A name that no bearer had on the date still finds its likeliest bearer,
    /// for texts use names before and after their time.
    pub fn by_name_on(name: &str, year: i32, month: u8, day: u8) -> Option<State> {
        let bearers = NAMES.get(&fold(name))?;
        bearers
            .iter()
            .copied()
            .filter(|state| state.valid_on(year, month, day))
            .max_by_key(|state| (state.valid_from(), std::cmp::Reverse(*state)))
            .or(bearers.first().copied())
    }

    /// The row's key in `states.tsv`: an alpha-3 code, or a word for rows
    /// without one of their own (`zaire`).
    pub fn key(self) -> &'static str {
        self.record().key
    }

    /// The code that a reading reports.
    ///
    /// A former Member's own alpha-3 code (`SUN`, `YUG`, `CSK`, `DDR`, `YMD`,
    /// `SCG`) if it has one; for every other row the State's of today
    /// (`COD` for Zaire, `CHN` for the Republic of China).
    pub fn code(self) -> &'static str {
        let record = self.record();
        match (record.status, record.alpha3) {
            (
                StateStatus::Member
                | StateStatus::Observer
                | StateStatus::Associated
                | StateStatus::FormerMember,
                Some(own),
            ) => own,
            _ => record.current,
        }
    }

    /// The short name as the UN prints it: `Iran (Islamic Republic of)`.
    pub fn short_name(self) -> &'static str {
        self.record().short_name
    }

    /// The formal name: `Islamic Republic of Iran`.
    pub fn formal_name(self) -> &'static str {
        self.record().formal_name
    }

    /// Whether the short name takes "the" in running text: `the Sudan`.
    pub fn short_name_takes_article(self) -> bool {
        !self.record().short_article.is_empty()
    }

    /// Whether the formal name takes "the" in running text.
    pub fn formal_name_takes_article(self) -> bool {
        !self.record().formal_article.is_empty()
    }

    /// The row's own ISO 3166 alpha-2 code.
    pub fn alpha2(self) -> Option<&'static str> {
        self.record().alpha2
    }

    /// The row's own ISO 3166 alpha-3 code; [`State::code`] is what to report.
    pub fn alpha3(self) -> Option<&'static str> {
        self.record().alpha3
    }

    /// The three-digit code of the UN's M49 standard.
    pub fn m49(self) -> Option<&'static str> {
        self.record().m49
    }

    /// Where the row stands towards the United Nations.
    pub fn status(self) -> StateStatus {
        self.record().status
    }

    /// The date of admission to the United Nations (ISO, may be partial).
    pub fn admission(self) -> Option<&'static str> {
        self.record().admission
    }

    /// The date on which the membership ended (ISO, may be partial).
    pub fn membership_end(self) -> Option<&'static str> {
        self.record().un_end
    }

    /// The day from which the name is valid (ISO, may be partial).
    pub fn valid_from(self) -> Option<&'static str> {
        self.record().valid_from
    }

    /// The day to which the name was valid (ISO, may be partial).
    pub fn valid_to(self) -> Option<&'static str> {
        self.record().valid_to
    }

    /// The date of independence, only where it is later than 24 October 1945.
    pub fn independence(self) -> Option<&'static str> {
        self.record().independence
    }

    /// How a historical row ended; none for a present State.
    pub fn succession(self) -> Option<Succession> {
        self.record().succession
    }

    /// The regional group, for a former Member the one it belonged to.
    pub fn regional_group(self) -> Option<RegionalGroup> {
        RegionalGroup::by_code(self.record().group)
    }

    /// The State of today: itself for a present State; none where several
    /// States succeeded (Czechoslovakia, Yugoslavia).
    pub fn current(self) -> Option<State> {
        Self::by_code(self.record().current)
    }

    /// What an editor should know of the row.
    pub fn notes(self) -> &'static str {
        self.record().notes
    }

    /// Whether the row's name was valid on the date. Partial limits count whole
    /// years and months; both limits count.
    pub fn valid_on(self, year: i32, month: u8, day: u8) -> bool {
        let date = iso(year, month, day);
        self.valid_from().is_none_or(|from| reached(&date, from))
            && self.valid_to().is_none_or(|to| !passed(&date, to))
    }

    /// Whether there was such a State on the date: not before independence
    /// (Angola in 1967), not after the end of a former Member.
    pub fn existed_on(self, year: i32, month: u8, day: u8) -> bool {
        let date = iso(year, month, day);
        let start = self.independence().or_else(|| self.current().and_then(State::independence));
        self.status() != StateStatus::Territory
            && start.is_none_or(|from| reached(&date, from))
            && self.membership_end().is_none_or(|to| !passed(&date, to))
    }

    /// Whether there was such a State by the date, be it that it has ended since: what a text of
    /// that date may name as a State.
    pub fn had_begun_on(self, year: i32, month: u8, day: u8) -> bool {
        let start = self.independence().or_else(|| self.current().and_then(State::independence));
        self.status() != StateStatus::Territory
            && start.is_none_or(|from| reached(&iso(year, month, day), from))
    }

    /// The row under which the same State was known on the date: for Türkiye in
    /// 2010 the row `Turkey`. Itself if no other row fits.
    #[must_use]
    pub fn as_of(self, year: i32, month: u8, day: u8) -> State {
        let Some(living) = self.current() else {
            return self;
        };
        Self::all()
            .filter(|row| {
                *row == living
                    || row.current() == Some(living)
                        && row.status() != StateStatus::FormerObserver
                        && matches!(
                            row.succession(),
                            Some(Succession::Renamed | Succession::Continued)
                        )
            })
            .filter(|row| row.valid_on(year, month, day))
            .max_by_key(|row| (row.valid_from(), std::cmp::Reverse(*row)))
            .unwrap_or(self)
    }

    /// The names of the row with straight apostrophes, the short name first.
    /// A territory has none.
    pub fn names(self) -> impl Iterator<Item = (&'static str, NameForm)> {
        let record = self.record();
        let given_up =
            matches!(record.status, StateStatus::FormerName | StateStatus::FormerObserver);
        let own = [(record.short_name, NameForm::Short), (record.formal_name, NameForm::Formal)];
        let listed = [
            (&record.alternatives, NameForm::Alternative),
            (&record.former, NameForm::Former),
            (&record.acronyms, NameForm::Acronym),
        ];
        own.into_iter()
            .chain(
                listed
                    .into_iter()
                    .flat_map(|(names, form)| names.iter().map(move |name| (*name, form))),
            )
            .filter(move |_| record.status != StateStatus::Territory)
            .map(move |(name, form)| match form {
                NameForm::Short | NameForm::Formal | NameForm::Alternative if given_up => {
                    (name, NameForm::Former)
                }
                _ => (name, form),
            })
    }

    fn record(self) -> &'static Record {
        &RECORDS[usize::from(self.0)]
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "State({})", self.key())
    }
}

/// The short name.
impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.short_name())
    }
}

fn iso(year: i32, month: u8, day: u8) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// The part of a full date that is as exact as a limit.
fn cut<'a>(date: &'a str, limit: &str) -> &'a str {
    date.get(..limit.len()).unwrap_or(date)
}

fn reached(date: &str, limit: &str) -> bool {
    cut(date, limit) >= limit
}

fn passed(date: &str, limit: &str) -> bool {
    cut(date, limit) > limit
}

#[cfg(test)]
#[path = "states_tests.rs"]
mod tests;
