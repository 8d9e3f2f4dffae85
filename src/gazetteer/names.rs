//! The flat list of printed forms, for the text engine.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::demonyms::Demonym;
use super::form::NameForm;
use super::guards::Guard;
use super::instruments::Instrument;
use super::offices::Office;
use super::organizations::Organization;
use super::regional_groups::RegionalGroup;
use super::states::State;
use super::table::rows;

const AMBIGUOUS: &str = include_str!("data/ambiguous.tsv");

/// What a printed form names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Named {
    /// A State; [`State::code`] is what to report.
    State(State),
    /// One of the five regional groups.
    RegionalGroup(RegionalGroup),
    /// An organ, organization or grouping.
    Organization(Organization),
    /// A treaty, declaration or outcome document.
    Instrument(Instrument),
    /// An office or an institution.
    Office(Office),
    /// A longer name that only contains a State's name: it names none of these.
    Guard(Guard),
    /// An adjective: not a mention of a State.
    Demonym(Demonym),
}

/// One printed form and what it names.
#[derive(Debug, Clone)]
pub struct Name {
    text: Cow<'static, str>,
    named: Named,
    form: NameForm,
    capitals: bool,
    caution: Option<Caution>,
}

/// What the tables say of a name that is not evidence enough.
#[derive(Debug, Clone, Copy)]
struct Caution {
    evidence: Evidence,
    reason: &'static str,
}

/// What it takes for a printed form to be a mention of the thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// The form alone.
    Alone,
    /// The form, unless the words around it make it part of something else: `Niger` (the river).
    Context,
    /// As `Context`, and no name of a person around it: `Jordan`.
    Person,
    /// That the text has named the thing in full before: `CD`, `CAR`.
    Introduced,
    /// For an office: what it is of, or a person's name, behind it: `President`.
    Qualified,
    /// None: the form never counts alone: `Salvador`.
    Never,
}

impl Evidence {
    fn from_cell(cell: &str) -> Option<Self> {
        Some(match cell {
            "context" => Evidence::Context,
            "person" => Evidence::Person,
            "introduced" => Evidence::Introduced,
            "qualified" => Evidence::Qualified,
            "never" => Evidence::Never,
            _ => return None,
        })
    }
}

impl Name {
    /// The form as printed, in this case and with this kind of apostrophe.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it names.
    pub fn named(&self) -> Named {
        self.named
    }

    /// The part that it plays among the thing's names.
    pub fn form(&self) -> NameForm {
        self.form
    }

    /// Whether it is the form in capital letters that was derived for headings.
    pub fn is_capitals(&self) -> bool {
        self.capitals
    }

    /// Whether the form alone is not evidence enough.
    pub fn is_ambiguous(&self) -> bool {
        self.caution.is_some()
    }

    /// What else has this form, where it is ambiguous.
    pub fn caution(&self) -> Option<&'static str> {
        self.caution.map(|caution| caution.reason)
    }

    /// What it takes for the form to be a mention.
    pub fn evidence(&self) -> Evidence {
        self.caution.map_or(Evidence::Alone, |caution| caution.evidence)
    }
}

static NAMES: LazyLock<Vec<Name>> = LazyLock::new(build);

/// Every printed form that the gazetteer knows, sorted by its text.
///
/// Each text occurs once. A form is given as the tables have it, with the
/// curly apostrophe beside the straight one, with a dash between years beside
/// the hyphen, long ones also as titles print them, and in capital letters with each apostrophe
/// (abbreviations keep their case). A text that several things share goes to
/// the first of: present State, former State, regional group, organization,
/// instrument, office, guard, demonym.
pub fn all_names() -> impl ExactSizeIterator<Item = &'static Name> + Clone {
    NAMES.iter()
}

fn build() -> Vec<Name> {
    let cautions: HashMap<&str, Caution> = rows::<3>(AMBIGUOUS)
        .filter_map(|[name, needs, reason]| {
            Some((name, Caution { evidence: Evidence::from_cell(needs)?, reason }))
        })
        .collect();
    let mut names = Vec::new();
    let mut all_derived = Vec::new();
    for (text, named, form) in entries() {
        let caution = match named {
            Named::Demonym(demonym) if demonym.states().len() > 1 => {
                let reason = "the people of more than one State";
                Some(Caution { evidence: Evidence::Context, reason })
            }
            _ => cautions.get(text).copied(),
        };
        let name = |text, capitals| Name { text, named, form, capitals, caution };
        names.push(name(Cow::Borrowed(text), false));
        derived(text, form, |text, capitals| all_derived.push(name(text.into(), capitals)));
    }
    // Of equal texts the first stays, and a derived form must not take the place of a printed one.
    names.append(&mut all_derived);
    names.sort_by(|a, b| a.text.cmp(&b.text));
    names.dedup_by(|later, first| later.text == first.text);
    names
}

/// The names of all tables, the likelier bearer of a shared text first.
fn entries() -> Vec<(&'static str, Named, NameForm)> {
    fn of<T: Copy>(
        things: impl IntoIterator<Item = T>,
        printed: impl Fn(T) -> Vec<(&'static str, NameForm)>,
        wrap: impl Fn(T) -> Named,
    ) -> Vec<(&'static str, Named, NameForm)> {
        let with_name = |thing| {
            let named = wrap(thing);
            printed(thing).into_iter().map(move |(name, form)| (name, named, form))
        };
        things.into_iter().flat_map(with_name).collect()
    }
    let mut states: Vec<State> = State::all().collect();
    states.sort_by_key(|state| state.status());
    let mut entries = of(states, |it| it.names().collect(), Named::State);
    for (text, named, _) in &mut entries {
        // The list and the lookup must agree on a shared name.
        if let Some(bearer) = State::by_name(text) {
            *named = Named::State(bearer);
        }
    }
    entries.extend(of(RegionalGroup::all(), |it| it.names().collect(), Named::RegionalGroup));
    entries.extend(of(Organization::all(), |it| it.names().collect(), Named::Organization));
    entries.extend(of(Instrument::all(), |it| it.names().collect(), Named::Instrument));
    entries.extend(of(Office::all(), |it| it.names().collect(), Named::Office));
    entries.extend(of(Guard::all(), |it| it.names().collect(), Named::Guard));
    entries.extend(of(Demonym::all(), |it| vec![(it.word(), NameForm::Short)], Named::Demonym));
    entries
}

/// A name of many words as a title prints it, if it differs: `Protocol on the Sale of Children`.
fn as_title(text: &str) -> Option<String> {
    const SMALL: [&str; 14] = [
        "a", "against", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to",
    ];
    let names_much = |word: &str| word.starts_with(char::is_lowercase) && !SMALL.contains(&word);
    if memchr::memchr_iter(b' ', text.as_bytes()).count() < 5 || !text.split(' ').any(names_much) {
        return None;
    }
    let words = text.split(' ').map(|word| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if names_much(word) => first.to_uppercase().chain(letters).collect(),
            _ => word.to_owned(),
        }
    });
    Some(words.collect::<Vec<String>>().join(" "))
}

/// A name with the dash between years that print sets for a hyphen (`2015–2030`), if it has such.
fn with_dashes(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    memchr::memchr(b'-', bytes)?;
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let between = |at: usize| at > 0 && digit(at - 1) && digit(at + 1);
    let mut found = text.match_indices('-').filter(|&(at, _)| between(at)).peekable();
    found.peek()?;
    let (mut dashed, mut from) = (String::new(), 0);
    for (at, hyphen) in found {
        dashed.push_str(&text[from..at]);
        dashed.push('\u{2013}');
        from = at + hyphen.len();
    }
    dashed.push_str(&text[from..]);
    Some(dashed)
}

/// Gives the further forms of a name in print, and whether each is in capitals.
fn derived(text: &str, form: NameForm, mut give: impl FnMut(String, bool)) {
    let curly = text.contains('\'');
    if curly {
        give(text.replace('\'', "\u{2019}"), false);
    }
    if let Some(text) = with_dashes(text) {
        give(text, false);
    }
    if let Some(text) = as_title(text) {
        give(text, false);
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(2).count();
    if form != NameForm::Acronym && letters == 2 {
        let capitals = text.to_uppercase();
        if curly {
            give(capitals.replace('\'', "\u{2019}"), true);
        }
        give(capitals, true);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::table::check;
    use super::*;

    fn find(text: &str) -> &'static Name {
        let all: Vec<&Name> = all_names().filter(|name| name.text() == text).collect();
        assert_eq!(all.len(), 1, "{text}");
        all[0]
    }

    fn code(text: &str) -> &'static str {
        match find(text).named() {
            Named::State(state) => state.code(),
            other => panic!("{text} is {other:?}"),
        }
    }

    #[test]
    fn the_list_is_sorted_and_each_text_once() {
        let texts: Vec<&str> = all_names().map(Name::text).collect();
        assert!(texts.is_sorted_by(|a, b| a < b));
        assert!(texts.iter().all(|t| t.trim() == *t && !t.is_empty()));
    }

    #[test]
    fn every_state_name_is_in_the_list_and_agrees_with_the_lookup() {
        let listed: HashMap<&str, Named> =
            all_names().map(|name| (name.text(), name.named())).collect();
        for (name, _) in State::all().flat_map(State::names) {
            let bearer = State::by_name(name).unwrap();
            for form in [name.to_owned(), name.to_uppercase(), name.replace('\'', "\u{2019}")] {
                // Abbreviations have no form in capitals.
                if let Some(named) = listed.get(form.as_str()) {
                    assert_eq!(*named, Named::State(bearer), "{form}");
                }
            }
            assert!(listed.contains_key(name), "{name}");
        }
    }

    #[test]
    fn tables_share_only_abbreviations_that_are_marked() {
        let mut bearers: HashMap<&str, Named> = HashMap::new();
        let listed: HashSet<&str> =
            all_names().filter(|n| n.is_ambiguous()).map(Name::text).collect();
        for (text, named, form) in entries() {
            let first = *bearers.entry(text).or_insert(named);
            if first != named {
                assert_eq!(form, NameForm::Acronym, "{text}: {first:?}, {named:?}");
                assert!(listed.contains(text), "{text} is not marked as ambiguous");
            }
        }
    }

    #[test]
    fn forms_in_print() {
        assert_eq!(code("PEOPLE\u{2019}S REPUBLIC OF CHINA"), "CHN");
        assert_eq!(code("People's Republic of China"), "CHN");
        assert_eq!(code("C\u{f4}te d\u{2019}Ivoire"), "CIV");
        assert_eq!(code("C\u{d4}TE D\u{2019}IVOIRE"), "CIV");
        assert_eq!(code("COTE D'IVOIRE"), "CIV");
        assert_eq!(code("Islamic Republic of Iran"), "IRN");
        assert_eq!(code("Iran (Islamic Republic of)"), "IRN");
        assert_eq!(code("VIETNAM"), "VNM");
        assert_eq!(code("former Yugoslav Republic of Macedonia"), "MKD");
        assert_eq!(code("T\u{dc}RK\u{130}YE"), "TUR");
        assert_eq!(code("Burma"), "MMR");
        assert_eq!(code("UNION OF SOVIET SOCIALIST REPUBLICS"), "SUN");
        assert!(find("CHINA").is_capitals() && !find("China").is_capitals());
        assert_eq!(find("Zaire").form(), NameForm::Former);
        assert_eq!(find("DPRK").form(), NameForm::Acronym);
        assert_eq!(find("Republic of the Congo").form(), NameForm::Formal);
    }

    #[test]
    fn guards_swallow_what_is_no_state() {
        for text in [
            "Gulf of Guinea",
            "GULF OF GUINEA",
            "New Mexico",
            "Northern Ireland",
            "Gold Coast",
            "Portuguese Guinea",
            "East Timor",
            "Taiwan",
            "Occupied Palestinian Territory",
            "United States dollars",
            "United Nations Interim Force in Lebanon",
            "United Nations Operation in C\u{f4}te d\u{2019}Ivoire",
            "International Criminal Tribunal for Rwanda",
            "Islamic State in Iraq and the Levant",
            "Lake Chad Basin",
        ] {
            assert!(matches!(find(text).named(), Named::Guard(_)), "{text}");
        }
        for text in
            ["Group of 77 and China", "Australia Group", "Palestine Liberation Organization"]
        {
            assert!(matches!(find(text).named(), Named::Organization(_)), "{text}");
        }
        assert!(matches!(find("Mauritius Strategy").named(), Named::Instrument(_)));
        assert!(matches!(find("Papua New Guinea").named(), Named::State(_)));
    }

    #[test]
    fn ambiguity() {
        check::well_formed(AMBIGUOUS, "name needs reason");
        for [name, needs, reason] in rows::<3>(AMBIGUOUS) {
            assert!(Evidence::from_cell(needs).is_some(), "{name}: {needs}");
            assert_eq!(find(name).caution(), Some(reason));
        }
        for text in ["Georgia", "GEORGIA", "Jordan", "Chad", "US", "CAR", "Korean"] {
            assert!(find(text).is_ambiguous(), "{text}");
        }
        assert!(!find("Kenya").is_ambiguous());
    }
}
