use super::super::table::check;
use super::*;

const HEADER: &str = "key status short_name short_article formal_name formal_article alpha2 alpha3 \
                      m49 admission un_end valid_from valid_to independence group current \
                      succession alternatives former acronyms notes";

fn state(name: &str) -> State {
    State::by_name(name).unwrap_or_else(|| panic!("no {name}"))
}

fn code(name: &str) -> &'static str {
    state(name).code()
}

#[test]
fn table() {
    check::well_formed(DATA, HEADER);
    assert_eq!(rows::<21>(DATA).count(), RECORDS.len());
    for state in State::all() {
        let record = state.record();
        for date in [
            state.admission(),
            state.membership_end(),
            state.valid_from(),
            state.valid_to(),
            state.independence(),
        ]
        .into_iter()
        .flatten()
        {
            assert!(check::is_partial_date(date), "{state:?}: {date}");
        }
        assert!(record.alpha2.is_none_or(|c| c.len() == 2), "{state:?}");
        assert!(record.alpha3.is_none_or(|c| c.len() == 3), "{state:?}");
        assert!(record.m49.is_none_or(|c| c.len() == 3), "{state:?}");
        assert!(record.group.is_empty() || state.regional_group().is_some());
        assert_eq!(state.code().len(), 3, "{state:?}");
        assert!(matches!(record.short_article, "" | "the"));
        assert!(matches!(record.formal_article, "" | "the"));
        let former = !matches!(
            state.status(),
            StateStatus::Member | StateStatus::Observer | StateStatus::Associated
        );
        if !former {
            assert_eq!(state.current(), Some(state), "{state:?}");
            assert_eq!(record.key, record.alpha3.unwrap(), "{state:?}");
            assert_eq!(state.succession(), None, "{state:?}");
        }
    }
}

#[test]
fn numbers_of_the_shared_facts() {
    let count = |status| State::all().filter(|s| s.status() == status).count();
    assert_eq!(count(StateStatus::Member), 193);
    assert_eq!(count(StateStatus::Observer), 2);
    assert_eq!(count(StateStatus::Associated), 2);
    assert_eq!(count(StateStatus::FormerMember), 11);
    assert_eq!(count(StateStatus::FormerObserver), 3);
    // East Timor and Southern Rhodesia were names of territories.
    assert_eq!(count(StateStatus::FormerName), 46);
    assert_eq!(count(StateStatus::Territory), 2);
    let of_1945 = |s: &State| s.admission().is_some_and(|date| date.starts_with("1945"));
    assert_eq!(State::members().filter(of_1945).count(), 49);
}

#[test]
fn codes_of_members_are_unique_and_found() {
    let mut seen = std::collections::HashSet::new();
    for state in State::members() {
        for code in [state.alpha2(), state.alpha3(), state.m49()] {
            let code = code.unwrap();
            assert!(seen.insert(code), "{code}");
            assert_eq!(State::by_code(code), Some(state), "{code}");
        }
    }
    assert_eq!(State::by_code("CHN"), State::by_code("cn"));
    assert_eq!(State::by_code("156"), State::by_code("CHN"));
    assert_eq!(State::by_code("SUN"), Some(state("USSR")));
    assert_eq!(State::by_code("CSK"), Some(state("Czechoslovakia")));
    assert_eq!(State::by_code("YUG"), Some(state("Yugoslavia")));
    assert_eq!(State::by_code("XXX"), None);
}

#[test]
fn every_name_resolves() {
    for row in State::all() {
        for (name, _) in row.names() {
            let found = state(name);
            // A shared name may belong to another row of the same State, or to
            // the living bearer of a former Member's name.
            assert!(
                found == row || found.status() <= row.status(),
                "{name}: {row:?} is read as {found:?}"
            );
        }
    }
    for member in State::members() {
        for (name, _) in member.names() {
            assert_eq!(state(name), member, "{name}");
        }
    }
}

#[test]
fn names_in_print() {
    for (name, expected) in [
        ("China", "CHN"),
        ("the People\u{2019}s Republic of China", "CHN"),
        ("THE LAO  PEOPLE'S DEMOCRATIC REPUBLIC", "LAO"),
        ("The Gambia", "GMB"),
        ("Côte d\u{2019}Ivoire", "CIV"),
        ("Bolivia", "BOL"),
        ("Syria", "SYR"),
        ("United States", "USA"),
        ("United Kingdom", "GBR"),
        ("Holy See", "VAT"),
        ("Palestine", "PSE"),
        ("State of Palestine", "PSE"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Slovak Republic", "SVK"),
        ("Kyrgyz Republic", "KGZ"),
        ("Republic of the Congo", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Ukrainian SSR", "UKR"),
        ("Byelorussian Soviet Socialist Republic", "BLR"),
        ("Libyan Arab Jamahiriya", "LBY"),
        ("Republic of China", "CHN"),
        ("Cook Islands", "COK"),
    ] {
        assert_eq!(code(name), expected, "{name}");
    }
}

#[test]
fn what_is_no_state() {
    for name in [
        "Occupied Palestinian Territory",
        "Palestine Liberation Organization",
        "PLO",
        "Taiwan",
        "Taiwan Province of China",
        "East Timor",
        "Portuguese Guinea",
        "Gold Coast",
        "Southern Rhodesia",
        "Rhodesia",
        "Korea",
        "America",
        "Kosovo",
        "the",
        "",
    ] {
        assert_eq!(State::by_name(name), None, "{name}");
    }
}

#[test]
fn former_members_have_their_own_code_and_former_names_the_present_one() {
    for (name, expected) in [
        ("Soviet Union", "SUN"),
        ("Yugoslavia", "YUG"),
        ("Federal Republic of Yugoslavia", "YUG"),
        ("Czechoslovakia", "CSK"),
        ("German Democratic Republic", "DDR"),
        ("Democratic Yemen", "YMD"),
        ("Serbia and Montenegro", "SCG"),
        ("Tanganyika", "TZA"),
        ("Zanzibar", "TZA"),
        ("United Arab Republic", "EGY"),
        ("Zaire", "COD"),
        ("Burma", "MMR"),
        ("Turkey", "TUR"),
        ("Swaziland", "SWZ"),
        ("Upper Volta", "BFA"),
        ("Ceylon", "LKA"),
        ("Republic of Viet-Nam", "VNM"),
    ] {
        assert_eq!(code(name), expected, "{name}");
    }
    assert_eq!(state("Zaire").current(), State::by_code("COD"));
    assert_eq!(state("USSR").current(), State::by_code("RUS"));
    assert_eq!(state("Czechoslovakia").current(), None);
    assert_eq!(state("Turkey").succession(), Some(Succession::Renamed));
}

#[test]
fn names_at_a_date() {
    let on = |name, year| State::by_name_on(name, year, 6, 15).unwrap().key();
    assert_eq!(on("China", 1960), "republic-of-china");
    assert_eq!(on("China", 2006), "CHN");
    assert_eq!(on("Yugoslavia", 1985), "YUG");
    assert_eq!(on("Yugoslavia", 2001), "federal-republic-of-yugoslavia");
    assert_eq!(on("Yemen", 1985), "yemen-arab-republic");
    assert_eq!(on("Turkey", 2024), "turkey");
    let turkiye = State::by_code("TUR").unwrap();
    assert_eq!(turkiye.as_of(2010, 1, 1).short_name(), "Turkey");
    assert_eq!(turkiye.as_of(2022, 6, 1), turkiye);
    assert_eq!(state("Turkey").as_of(2024, 1, 1), turkiye);
    assert_eq!(State::by_code("RUS").unwrap().as_of(1980, 1, 1).code(), "SUN");
    assert_eq!(State::by_code("DEU").unwrap().as_of(1980, 1, 1).code(), "DEU");
    assert_eq!(State::by_code("KEN").unwrap().as_of(1980, 1, 1).key(), "KEN");
    assert!(state("Turkey").valid_on(2022, 6, 1) && !state("Turkey").valid_on(2022, 6, 2));
}

#[test]
fn existence_at_a_date() {
    let angola = state("Angola");
    assert!(!angola.existed_on(1967, 1, 1));
    assert!(angola.existed_on(1976, 1, 1));
    assert!(state("Zaire").existed_on(1975, 1, 1));
    assert!(!state("Timor-Leste").existed_on(1999, 9, 15));
    assert!(!state("Yugoslavia").existed_on(1999, 9, 15));
    assert!(state("France").existed_on(1946, 1, 1));
    // No State entered the United Nations before it was one.
    for member in State::members() {
        if let (Some(start), Some(admission)) = (member.independence(), member.admission()) {
            assert!(start <= admission, "{member}");
        }
    }
}
