//! The inline engine by its public face: whatever the text, mentions stand where they say they do,
//! and neither wrapping nor text that follows changes them.

mod support;

use std::mem::discriminant;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use verbale::mentions;
use verbale::model::{Mention, Status};

/// Each mention as a line: kind, what it stands for, what is printed.
fn lines(text: &str) -> Vec<String> {
    mentions(text).iter().map(line).collect()
}

fn line(mention: &Mention) -> String {
    let (kind, value) = match mention {
        Mention::Citation(m) => ("cites", m.canonical.clone()),
        Mention::Date(m) => (
            "date",
            m.end_date.map_or_else(|| m.date.to_string(), |end| format!("{}/{end}", m.date)),
        ),
        Mention::MemberState(m) => ("state", m.member_state.alpha3.clone()),
        Mention::Organization(m) => {
            let body = &m.organization;
            ("body", body.code.as_ref().unwrap_or(&body.name).clone())
        }
        Mention::Demonym(m) => ("demonym", m.states.join("/")),
        Mention::Office(m) => ("office", of(&m.office.name, m.state.as_ref().map(|s| &s.alpha3))),
        Mention::Person(m) => {
            let office = m.office.as_ref().map_or("-", |office| office.name.as_str());
            (
                "person",
                format!("{}, {}", m.name.printed, of(office, m.state.as_ref().map(|s| &s.alpha3))),
            )
        }
        _ => ("other", String::new()),
    };
    format!("{kind} {value} <{}>", mention.printed())
}

fn of(office: &str, state: Option<&String>) -> String {
    state.map_or_else(|| office.to_owned(), |state| format!("{office} of {state}"))
}

fn some(text: &str, kind: &str) -> Vec<String> {
    let found = lines(text).into_iter();
    found.filter_map(|line| line.strip_prefix(kind).map(|rest| rest.trim().to_owned())).collect()
}

#[test]
fn persons() {
    for (text, want) in [
        ("Mr. Wang Guangya (China) spoke.", "Wang Guangya, - of CHN <Mr. Wang Guangya>"),
        ("Ms. Wolcott Sanders said", "Wolcott Sanders, - <Ms. Wolcott Sanders>"),
        ("Sir Emyr Jones Parry and others", "Emyr Jones Parry, - <Sir Emyr Jones Parry>"),
        (
            "H.E. Mr. Azali Assoumani, President of the Union of the Comoros, spoke",
            "Azali Assoumani, President of COM <H.E. Mr. Azali Assoumani>",
        ),
        (
            "the Minister for Foreign Affairs of Norway, Ms. Ada Byron, said",
            "Ada Byron, Minister for Foreign Affairs of NOR <Ms. Ada Byron>",
        ),
        (
            "Secretary-General Kofi A. Annan wrote",
            "Kofi A. Annan, Secretary-General <Secretary-General Kofi A. Annan>",
        ),
        ("(Signed) PARK In-kook", "PARK In-kook, - <PARK In-kook>"),
        ("(Signed): Hu Jintao President", "Hu Jintao, President <Hu Jintao>"),
        ("Mr. D’Escoto Brockmann’s view", "D’Escoto Brockmann, - <Mr. D’Escoto Brockmann>"),
        ("Mr. Abdurrahim el-Keib of Libya", "Abdurrahim el-Keib, - <Mr. Abdurrahim el-Keib>"),
        (
            "Mr. de la Sablière (France) and Ms. van den Berg",
            "de la Sablière, - of FRA <Mr. de la Sablière>; van den Berg, - <Ms. van den Berg>",
        ),
        ("Monsieur le Président", ""),
        (
            "Mr. Jean-Marc de La Sablière (France)",
            "Jean-Marc de La Sablière, - of FRA <Mr. Jean-Marc de La Sablière>",
        ),
        (
            "Major General Alain Pellegrini said",
            "Alain Pellegrini, - <Major General Alain Pellegrini>",
        ),
        ("(Signed) Amir Byron Lake Ambassador", "Amir Byron Lake, Ambassador <Amir Byron Lake>"),
        ("(Signed) I. Ada King President", "I. Ada King, President <I. Ada King>"),
        (
            "Mr. Yu. M. Byron and Mr. Th. Lake",
            "Yu. M. Byron, - <Mr. Yu. M. Byron>; Th. Lake, - <Mr. Th. Lake>",
        ),
        (
            "His Excellency Professor Ada Byron Chief Adviser",
            "Ada Byron, - <His Excellency Professor Ada Byron>",
        ),
        ("the Conference of Ministers Responsible for Lakes", ""),
        ("the Permanent Representatives Committee", ""),
        ("the Sharm el-Sheikh Climate Implementation Summit", ""),
        ("HE SEEKS IN THE LETTER", ""),
        ("the Women’s Major Group", ""),
        ("Mr. President, the General Assembly met", ""),
        ("Sir, I have the honour", ""),
        ("His Excellency the Minister", ""),
        ("the President of the Security Council", ""),
    ] {
        assert_eq!(some(text, "person").join("; "), want, "{text}");
    }
}

#[test]
fn offices() {
    for (text, want) in [
        (
            "the Permanent Representative of Norway to the United Nations wrote",
            "Permanent Representative of NOR <Permanent Representative of Norway to the United Nations>",
        ),
        (
            "the Chargé d’affaires a.i. of the Permanent Mission of the Sudan to the United Nations",
            "Chargé d'affaires a.i. of SDN <Chargé d’affaires a.i. of the Permanent Mission of the Sudan to the United Nations>",
        ),
        (
            "the Minister for Foreign Affairs of the Republic of Chad",
            "Minister for Foreign Affairs of TCD <Minister for Foreign Affairs of the Republic of Chad>",
        ),
        (
            "the President of the General Assembly",
            "President of the General Assembly <President of the General Assembly>",
        ),
        ("the SecretaryGeneral said", "Secretary-General <SecretaryGeneral>"),
        ("take a chair; the president; a Minister", ""),
    ] {
        assert_eq!(some(text, "office").join("; "), want, "{text}");
    }
}

#[test]
fn bodies_and_peoples() {
    let text = "The Shanghai Cooperation Organization (hereinafter referred to as “SCO” or “the \
                organization”), the African Group and Kazakh experts. SCO and the organization met.";
    assert_eq!(some(text, "demonym"), ["KAZ <Kazakh>"]);
    let bodies = some(text, "body");
    assert!(bodies.contains(&"AFR <African Group>".to_owned()), "{bodies:?}");
    assert_eq!(
        bodies[bodies.len() - 2..],
        ["SCO <SCO>".to_owned(), "SCO <the organization>".to_owned()]
    );
}

#[test]
fn damage_is_read_through_and_said() {
    for (text, line) in [
        ("on 8 Dece mber 2005", "date 2005-12-08 <8 Dece mber 2005>"),
        ("in Timor -Leste", "state TLS <Timor -Leste>"),
        ("in Kenya1 and", "state KEN <Kenya>"),
    ] {
        let found = mentions(text);
        let mention = found.iter().find(|mention| self::line(mention) == line);
        let mention = mention.unwrap_or_else(|| panic!("{text}: {:?}", lines(text)));
        assert_eq!(mention.status(), Status::Normalized, "{text}");
    }
}

#[test]
fn a_person_is_no_state() {
    assert_eq!(some("Mrs. Georgia Chad and Mr. Michael Jordan of Chad", "state"), ["TCD <Chad>"]);
}

#[test]
fn a_blank_line_ends_a_paragraph() {
    assert_eq!(lines("Trinidad and\nTobago"), ["state TTO <Trinidad and Tobago>"]);
    assert_eq!(lines("Trinidad and\n\nTobago"), Vec::<String>::new());
}

fn faults(text: &str) -> Vec<String> {
    let found = mentions(text);
    let mut faults = Vec::new();
    let white = |s: &str| s.split(verbale::is_white).collect::<String>().replace('\u{AD}', "");
    for (at, mention) in found.iter().enumerate() {
        let slice = mention.span().slice(text);
        let printed = mention.printed();
        if slice.is_empty() || white(slice).replace('-', "") != white(printed).replace('-', "") {
            faults.push(format!("{printed:?} does not stand at its place: {slice:?}"));
        }
        let range = mention.range();
        if (range.start, range.end) != (mention.span().start, mention.span().end) {
            faults.push(format!("{printed:?}: range and span differ"));
        }
        let mut later =
            found[at + 1..].iter().filter(|m| discriminant(*m) == discriminant(mention));
        let next = later.find(|next| {
            let members_of_a_range = match (mention, next) {
                (Mention::Citation(a), Mention::Citation(b)) => {
                    a.core_span.end <= b.core_span.start || a.core_span == b.core_span
                }
                _ => false,
            };
            next.span().start < mention.span().end && !members_of_a_range
        });
        if let Some(next) = next {
            faults.push(format!("{printed:?} and {:?} overlap", next.printed()));
        }
    }
    faults
}

#[test]
fn the_corpus_has_no_faults() {
    let Some(shared) = support::shared("mentions of the corpus") else {
        return;
    };
    let mut failures = Vec::new();
    for path in support::corpus(&shared) {
        let text = support::read(&path);
        let name = path.display();
        failures.extend(faults(&text).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    support::report("mentions that are not true", &failures);
}

const PIECES: &[&str] = &[
    "Mr. ",
    "H.E. ",
    "(Signed) ",
    "Kofi ",
    "A. ",
    "Annan",
    ", ",
    " of ",
    " the ",
    "President",
    "Permanent Representative",
    " to ",
    "United Nations",
    "Chad",
    "Guinea",
    "-Bissau",
    "Serbia",
    " and ",
    "Montenegro",
    "Jordan",
    "10 ",
    "31 ",
    "February ",
    "Dece mber ",
    "2006",
    "(",
    ")",
    "hereinafter “",
    "”",
    "SCO",
    "A/60/973",
    "S/2006/",
    "resolution ",
    "1540 (2004)",
    "resolutions ",
    "1, ",
    "entitled “",
    " -",
    "é",
    "’s",
    "\n",
    "\n\n",
    ". ",
    "Convention on ",
    "the ",
    "Kazakh ",
    "Secretary-General",
    "ibid.",
    "para. 4",
    "US",
    "$",
];

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        prop_assert_eq!(faults(&text), Vec::<String>::new());
    }

    #[test]
    fn any_pieces_are_read(pieces in vec(select(PIECES), 0..50)) {
        prop_assert_eq!(faults(&pieces.concat()), Vec::<String>::new());
    }

    /// A new paragraph behind the text changes nothing before it.
    #[test]
    fn what_follows_changes_nothing(
        before in vec(select(PIECES), 0..30),
        after in vec(select(PIECES), 0..30),
    ) {
        let before = before.concat();
        let alone = mentions(&before);
        let both = mentions(&format!("{before}\n\n{}", after.concat()));
        prop_assert_eq!(&both[..alone.len()], &alone[..]);
    }

    /// A sentence behind the last one of the same paragraph changes nothing before it.
    #[test]
    fn a_sentence_that_follows_changes_nothing(width in 1_usize..6) {
        let seed = support::seed();
        for paragraph in seed.split("\n\n").filter(|p| p.trim_end().ends_with('.')) {
            let alone = lines(paragraph.trim_end());
            let more = " It was adopted by Kenya in resolution 60/1 of 3 May 2006.".repeat(width);
            let both = lines(&format!("{}{more}", paragraph.trim_end()));
            prop_assert_eq!(&both[..alone.len()], &alone[..]);
        }
    }

    #[test]
    fn wrapping_changes_nothing(width in 8_usize..120) {
        let seed = support::seed();
        for paragraph in seed.split("\n\n") {
            let words: Vec<&str> = paragraph.split_whitespace().collect();
            prop_assert_eq!(lines(&wrapped(&words, width)), lines(&words.join(" ")));
        }
    }
}

fn wrapped(words: &[&str], width: usize) -> String {
    let mut text = String::new();
    let mut column = 0;
    for word in words {
        // A line that ends or begins with a stroke or hyphen is joined without a blank.
        let glues = word.starts_with('/') || text.ends_with(['-', '/', '\u{AD}']);
        if column > 0 && (column + word.len() < width || glues) {
            text.push(' ');
        } else if column > 0 {
            text.push('\n');
            column = 0;
        }
        text.push_str(word);
        column += word.len() + 1;
    }
    text
}
