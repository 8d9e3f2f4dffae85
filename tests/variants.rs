//! The seed in other clothes and with other content.
//!
//! Another layout (line ends, form feeds, blank lines, blanks at line ends) must give the same
//! reading. Other content, exchanged consistently (names, States, dates, places, organization,
//! numbers), must give the equally exchanged reading: the expected card is the seed's card with
//! the same table applied. What is read by rule passes; what is read by this one text's words does
//! not.

mod support;

use std::collections::BTreeSet;

use serde_json::Value;
use verbale::Document;
use verbale::export::Record;
use verbale::model::Mention;

// The seed itself.

#[test]
fn the_seed_gives_its_card() {
    let failures = differences(&seed_card(), &card_of(&support::seed()));
    support::report("the seed", &failures);
}

#[test]
fn the_card_here_is_the_gold_card() {
    let Some(shared) = support::shared("the seed's card against its gold label") else {
        return;
    };
    let label = support::read(&shared.join("gold/cd-letter-2006-08-16.json"));
    let mut label: Value = serde_json::from_str(&label).expect("a gold label is JSON");
    label["source"] = Value::Null;
    label["sha256"] = Value::Null;
    support::report("tests/seed.record.json", &differences(&label, &seed_card()));
}

// Other clothes.

#[test]
fn crlf_line_ends_change_nothing() {
    same_reading("CRLF line ends", &crlf(&support::seed()));
}

#[test]
fn form_feeds_at_the_page_breaks_change_nothing() {
    same_reading("form feeds", &form_feeds(&support::seed()));
}

#[test]
fn doubled_blank_lines_change_nothing() {
    same_reading("blank lines doubled", &doubled_blank_lines(&support::seed()));
}

#[test]
fn missing_trailing_blanks_change_nothing() {
    same_reading("no trailing blanks", &no_trailing_blanks(&support::seed()));
}

#[test]
fn all_of_it_together_changes_nothing() {
    let seed = form_feeds(&no_trailing_blanks(&support::seed()));
    same_reading("all clothes", &crlf(&doubled_blank_lines(&seed)));
}

fn crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

/// The two places where the printed letter began a new page.
const PAGE_BREAKS: [&str; 2] = [" Statement of the heads", "  The heads of State also emphasize"];

fn form_feeds(text: &str) -> String {
    PAGE_BREAKS.iter().fold(text.to_owned(), |text, line| {
        let line_start = format!("\n{line}");
        assert_eq!(text.matches(&line_start).count(), 1, "one page begins {line:?}");
        text.replace(&line_start, &format!("\n\u{c}{line}"))
    })
}

fn doubled_blank_lines(text: &str) -> String {
    let mut doubled = String::new();
    for line in text.split_inclusive('\n') {
        doubled.push_str(line);
        if line.trim().is_empty() {
            doubled.push_str(line);
        }
    }
    doubled
}

fn no_trailing_blanks(text: &str) -> String {
    text.lines().fold(String::new(), |text, line| text + line.trim_end() + "\n")
}

fn same_reading(name: &str, text: &str) {
    let seed = support::seed();
    assert_ne!(seed, text, "the variant is no variant");
    let mut failures = differences(&seed_card(), &card_of(text));
    let expected = outline(&verbale::parse(&seed).document);
    failures.extend(outline_differences(&expected, text));
    support::report(name, &failures);
}

// Other content.

type Table = &'static [(&'static str, &'static str)];

/// Five heads of State and one ambassador with other names.
const NAMES: Table = &[
    ("Cheng Jingye", "Tuya Ganbold"),
    ("Nursultan Nazarbaev", "Olga de la Croix"),
    ("Hu Jintao", "Dorj Bat-Erdene"),
    ("Kurmanbek Bakiev", "Ani Petrosyan"),
    ("Vladimir Putin", "Ravi K. Menon"),
    ("Emomali Rakhmonov", "Aygül Orazova"),
    ("Islam Karimov", "S. M. Qureshi"),
];

/// Six other States, two of them without article, one of them in the heading's capitals too.
const ASIAN_STATES: Table = &[
    ("THE PEOPLE’S REPUBLIC OF CHINA", "MONGOLIA"),
    ("PEOPLE’S REPUBLIC OF CHINA", "MONGOLIA"),
    ("the People’s Republic of China", "Mongolia"),
    ("People’s Republic of China", "Mongolia"),
    ("CHINA", "MONGOLIA"),
    ("China", "Mongolia"),
    ("Republic of Kazakhstan", "Republic of Belarus"),
    ("Kyrgyz Republic", "Republic of Armenia"),
    ("Russian Federation", "Republic of India"),
    ("the Republic of Tajikistan", "Turkmenistan"),
    ("Republic of Tajikistan", "Turkmenistan"),
    ("Republic of Uzbekistan", "Islamic Republic of Pakistan"),
    ("CHN", "MNG"),
    ("KAZ", "BLR"),
    ("KGZ", "ARM"),
    ("RUS", "IND"),
    ("TJK", "TKM"),
    ("UZB", "PAK"),
];

const AMERICAN_STATES: Table = &[
    ("PEOPLE’S REPUBLIC OF CHINA", "ARGENTINE REPUBLIC"),
    ("People’s Republic of China", "Argentine Republic"),
    ("CHINA", "ARGENTINA"),
    ("China", "Argentina"),
    ("Republic of Kazakhstan", "Republic of Chile"),
    ("Kyrgyz Republic", "Eastern Republic of Uruguay"),
    ("Russian Federation", "Federative Republic of Brazil"),
    ("Republic of Tajikistan", "Plurinational State of Bolivia"),
    ("Republic of Uzbekistan", "Republic of Paraguay"),
    ("CHN", "ARG"),
    ("KAZ", "CHL"),
    ("KGZ", "URY"),
    ("RUS", "BRA"),
    ("TJK", "BOL"),
    ("UZB", "PRY"),
];

const AFRICAN_STATES: Table = &[
    ("PEOPLE’S REPUBLIC OF CHINA", "REPUBLIC OF KENYA"),
    ("People’s Republic of China", "Republic of Kenya"),
    ("CHINA", "KENYA"),
    ("China", "Kenya"),
    ("Republic of Kazakhstan", "Republic of Ghana"),
    ("Kyrgyz Republic", "Kingdom of Morocco"),
    ("Russian Federation", "Federal Republic of Nigeria"),
    ("Republic of Tajikistan", "Gabonese Republic"),
    ("Republic of Uzbekistan", "Republic of South Africa"),
    ("CHN", "KEN"),
    ("KAZ", "GHA"),
    ("KGZ", "MAR"),
    ("RUS", "NGA"),
    ("TJK", "GAB"),
    ("UZB", "ZAF"),
];

const DATES_AND_PLACE: Table = &[
    ("16 AUGUST 2006", "3 MARCH 2009"),
    ("2006-08-16", "2009-03-03"),
    ("15 JUNE 2006", "27 FEBRUARY 2009"),
    ("15 June 2006", "27 February 2009"),
    ("2006-06-15", "2009-02-27"),
    ("SHANGHAI", "ASTANA"),
    ("Shanghai", "Astana"),
];

const OTHER_DATES_AND_PLACE: Table = &[
    ("16 AUGUST 2006", "1 DECEMBER 2011"),
    ("2006-08-16", "2011-12-01"),
    ("15 JUNE 2006", "30 NOVEMBER 2011"),
    ("15 June 2006", "30 November 2011"),
    ("2006-06-15", "2011-11-30"),
    ("SHANGHAI", "PORT ELINOR"),
    ("Shanghai", "Port Elinor"),
];

/// Keeps the organization's name whole where only the place is exchanged.
const SAME_ORGANIZATION: Table = &[
    ("SHANGHAI COOPERATION ORGANIZATION", "SHANGHAI COOPERATION ORGANIZATION"),
    ("Shanghai Cooperation Organization", "Shanghai Cooperation Organization"),
];

/// An organization that stands in no table.
const ORGANIZATION: Table = &[
    ("SHANGHAI COOPERATION ORGANIZATION", "CASPIAN TRANSIT ORGANIZATION"),
    ("Shanghai Cooperation Organization", "Caspian Transit Organization"),
    ("SCO", "CTO"),
];

/// Another one, with an "of" in its name.
const OTHER_ORGANIZATION: Table = &[
    ("SHANGHAI COOPERATION ORGANIZATION", "ORGANIZATION OF INLAND HARBOURS"),
    ("Shanghai Cooperation Organization", "Organization of Inland Harbours"),
    ("SCO", "OIH"),
];

const CITATIONS: Table = &[
    ("A/60/973", "A/58/412"),
    ("60/45", "58/32"),
    ("A/RES/60/45", "A/RES/58/32"),
    ("8 December 2005", "8 December 2003"),
    ("2005-12-08", "2003-12-08"),
    ("sixtieth", "fifty-eighth"),
    ("Universal Declaration of Human Rights", "Convention on the Rights of the Child"),
];

const OTHER_CITATIONS: Table = &[
    ("A/60/973", "A/C.1/63/L.9/Rev.2"),
    ("annex II", "annex IV"),
    ("60/45", "63/37"),
    ("A/RES/60/45", "A/RES/63/37"),
    ("8 December 2005", "2 December 2008"),
    ("2005-12-08", "2008-12-02"),
    ("sixtieth", "sixty-third"),
    (
        "Universal Declaration of Human Rights",
        "International Covenant on Civil and Political Rights",
    ),
];

/// The variants: a name and the tables that make it.
const VARIANTS: &[(&str, &[Table])] = &[
    ("other names", &[NAMES]),
    ("Asian States", &[ASIAN_STATES]),
    ("American States", &[AMERICAN_STATES]),
    ("African States", &[AFRICAN_STATES]),
    ("other dates and place", &[DATES_AND_PLACE, SAME_ORGANIZATION]),
    ("another organization", &[ORGANIZATION]),
    ("other citations", &[CITATIONS]),
    ("yet other citations", &[OTHER_CITATIONS]),
    ("all exchanged", &[NAMES, ASIAN_STATES, DATES_AND_PLACE, ORGANIZATION, CITATIONS]),
    (
        "all exchanged otherwise",
        &[NAMES, AFRICAN_STATES, OTHER_DATES_AND_PLACE, OTHER_ORGANIZATION, OTHER_CITATIONS],
    ),
];

#[test]
fn other_content_gives_the_equally_other_card() {
    let seed = support::seed();
    let mut failures = Vec::new();
    for (name, tables) in VARIANTS {
        let table = tables.concat();
        let found = differences(&swapped_card(&table), &card_of(&swap(&seed, &table)));
        failures.extend(found.iter().map(|failure| format!("{name}: {failure}")));
    }
    support::report("variants with another card than the seed", &failures);
}

#[test]
fn other_content_gives_the_equally_other_text_and_mentions() {
    let seed = support::seed();
    let outline = outline(&verbale::parse(&seed).document);
    let mut failures = Vec::new();
    for (name, tables) in VARIANTS {
        let table = tables.concat();
        let expected: Vec<String> = outline.iter().map(|line| swap(line, &table)).collect();
        let found = outline_differences(&expected, &swap(&seed, &table));
        failures.extend(found.iter().map(|failure| format!("{name}: {failure}")));
    }
    support::report("variants with another text than the seed", &failures);
}

#[test]
fn other_content_in_other_clothes_too() {
    let (name, tables) = VARIANTS.last().expect("there are variants");
    let table = tables.concat();
    let text = swap(&form_feeds(&support::seed()), &table);
    let text = crlf(&doubled_blank_lines(&no_trailing_blanks(&text)));
    support::report(name, &differences(&swapped_card(&table), &card_of(&text)));
}

#[test]
fn the_variants_are_what_they_claim() {
    let seed = support::seed();
    for (name, tables) in VARIANTS {
        let table = tables.concat();
        let text = swap(&seed, &table);
        assert_eq!(text.lines().count(), seed.lines().count(), "{name}: lines");
        let blank = |text: &str| text.lines().map(|l| l.trim().is_empty()).collect::<Vec<_>>();
        assert_eq!(blank(&text), blank(&seed), "{name}: blank lines");
        let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (from, to) in table.iter().filter(|(from, to)| from != to) {
            let kept = tables.concat().iter().any(|(a, b)| a == b && a.contains(from));
            assert!(kept || swap(&joined, &[(from, "\u{1}")]) == joined, "{name}: still {from}");
            let code = !from.contains(' ') && !from.contains(char::is_lowercase);
            assert!(code || joined.contains(to), "{name}: no {to}");
        }
    }
    let distinct = |table: Table| table.iter().map(|(_, to)| *to).collect::<BTreeSet<_>>();
    for (table, codes) in [
        (ASIAN_STATES, ["ARM", "BLR", "IND", "MNG", "PAK", "TKM"]),
        (AMERICAN_STATES, ["ARG", "BOL", "BRA", "CHL", "PRY", "URY"]),
        (AFRICAN_STATES, ["GAB", "GHA", "KEN", "MAR", "NGA", "ZAF"]),
    ] {
        assert!(codes.iter().all(|code| distinct(table).contains(code)));
        assert_eq!(swapped_card(table)["member_states"], Value::from(codes.to_vec()));
    }
}

#[test]
fn swap_keeps_lines_and_words() {
    let one = |text, from, to| swap(text, &[(from, to)]);
    assert_eq!(one("SCO, SCOT and DISCO", "SCO", "CTO"), "CTO, SCOT and DISCO");
    assert_eq!(one("IN CHINA1 ", "CHINA", "KENYA"), "IN KENYA1 ");
    assert_eq!(one("160/45 60/45. 60/451", "60/45", "58/32"), "160/45 58/32. 60/451");
    assert_eq!(one("a b \n  c d", "b c", "x y"), "a x \n  y d");
    assert_eq!(one("a b c \nd e", "b c d", "w x y z"), "a w x y \nz e");
    assert_eq!(one("in A \n    B, c", "A B", "X"), "in \n    X, c");
    assert_eq!(one("of the \n   A B \n", "the A B", "X"), "of \n   X \n");
    // Longest first, all at once: what was put in is not exchanged again.
    assert_eq!(swap("A B, A", &[("A", "B"), ("B", "A"), ("A B", "C B")]), "C B, B");
}

/// The text with every `from` of the table as its `to`, all at once, the longest first.
///
/// Words match whole, over any white space between them. A line that was broken inside a name is
/// broken inside its replacement, as far in; before it, where that is a single word.
fn swap(text: &str, table: &[(&str, &str)]) -> String {
    let mut table = table.to_vec();
    table.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
    let mut swapped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let before = text[..text.len() - rest.len()].chars().next_back();
        let hit = table.iter().find_map(|(from, to)| Some((matched(before, rest, from)?, to)));
        if let Some(((len, gaps), to)) = hit {
            put(&mut swapped, to, &gaps);
            rest = &rest[len..];
        } else {
            swapped.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    swapped
}

/// How far `from` reaches at the start of `rest`, and the white space between its words.
fn matched<'t>(before: Option<char>, rest: &'t str, from: &str) -> Option<(usize, Vec<&'t str>)> {
    let mut at = 0;
    let mut gaps = Vec::new();
    for word in from.split(' ') {
        if at > 0 {
            let gap = rest.len() - at - rest[at..].trim_start().len();
            if gap == 0 {
                return None;
            }
            gaps.push(&rest[at..at + gap]);
            at += gap;
        }
        at += rest[at..].strip_prefix(word).map(|_| word.len())?;
    }
    let joins = |a: Option<char>, b: Option<char>| match (a, b) {
        (Some(a), Some(b)) => {
            a.is_alphabetic() && b.is_alphabetic() || a.is_numeric() && b.is_numeric()
        }
        _ => false,
    };
    let whole = !joins(before, from.chars().next())
        && !joins(from.chars().next_back(), rest[at..].chars().next());
    whole.then_some((at, gaps))
}

/// Puts the words of `to`, broken over lines where the gaps were.
fn put(swapped: &mut String, to: &str, gaps: &[&str]) {
    let words: Vec<&str> = to.split(' ').collect();
    let breaks = gaps.iter().enumerate().filter(|(_, gap)| gap.contains('\n'));
    let breaks: Vec<(usize, &str)> = breaks
        .map(|(at, gap)| {
            // The first or last gap stays first or last; those between are spread evenly.
            let (old, new) = (gaps.len() - 1, words.len().saturating_sub(2));
            let place = if old == 0 { 0 } else { (2 * at * new + old) / (2 * old) };
            (place, *gap)
        })
        .collect();
    if words.len() == 1
        && let [(_, gap)] = breaks[..]
    {
        let begun = swapped.ends_with(char::is_whitespace);
        swapped.push_str(if begun { gap.trim_start_matches(' ') } else { gap });
    } else {
        let mut places: Vec<usize> = breaks.iter().map(|(place, _)| *place).collect();
        places.dedup();
        assert!(
            places.len() == breaks.len() && (words.len() > 1 || breaks.is_empty()),
            "{to:?} has too few words to be broken over as many lines"
        );
    }
    for (place, word) in words.iter().enumerate() {
        swapped.push_str(word);
        if place + 1 < words.len() {
            let broken = breaks.iter().find(|(at, _)| *at == place);
            swapped.push_str(broken.map_or(" ", |(_, gap)| gap));
        }
    }
}

// Cards.

/// The card of the seed, written by hand.
fn seed_card() -> Value {
    let card = support::read(&support::root().join("tests/seed.record.json"));
    serde_json::from_str(&card).expect("the seed's card is JSON")
}

/// The card of the seed with the table applied to every string of it.
fn swapped_card(table: &[(&str, &str)]) -> Value {
    fn exchange(node: &mut Value, table: &[(&str, &str)]) {
        match node {
            Value::String(text) => *text = swap(text, table),
            Value::Array(items) => items.iter_mut().for_each(|item| exchange(item, table)),
            Value::Object(fields) => fields.values_mut().for_each(|v| exchange(v, table)),
            _ => {}
        }
    }
    let mut card = seed_card();
    exchange(&mut card, table);
    // These are sets, kept sorted.
    for set in ["citations", "member_states"] {
        let values = card[set].as_array_mut().expect("a set is a list");
        values.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
    }
    card
}

/// The card that the library makes of a text.
fn card_of(text: &str) -> Value {
    let record = Record::from(&verbale::parse(text).document);
    serde_json::to_value(record).expect("a card is JSON")
}

/// One line for each field of the card that is not as expected.
fn differences(expected: &Value, card: &Value) -> Vec<String> {
    let keys = |card: &Value| -> BTreeSet<String> {
        let fields = card.as_object().expect("a card is an object");
        fields.keys().cloned().collect()
    };
    let all: BTreeSet<String> = keys(expected).union(&keys(card)).cloned().collect();
    all.iter()
        .filter(|key| expected.get(key) != card.get(key))
        .map(|key| {
            let [expected, card] = [expected, card]
                .map(|c| c.get(key).map_or("no such field".to_owned(), Value::to_string));
            format!("{key}:\n    expected {expected}\n    found    {card}")
        })
        .collect()
}

// Outlines.

/// The whole text of the document and of what it carries, one line for each block, note and
/// definition, and below each what it mentions.
fn outline(document: &Document) -> Vec<String> {
    let content = document.content();
    let mut lines = vec![format!("{}:", document.document_type())];
    for block in &content.blocks {
        let kind = serde_json::to_value(block.kind).expect("a kind is JSON");
        let kind = kind.as_str().unwrap_or_default();
        let number = block.number.as_deref().unwrap_or("-");
        let (depth, text) = (block.depth, &block.text.text);
        lines.push(format!("{kind} {depth} {number} {text}"));
        lines.extend(block.text.mentions.iter().map(mention_line));
    }
    for note in &content.footnotes {
        let anchors = note.anchors.iter().map(|a| a.block.to_string());
        let anchors = anchors.collect::<Vec<_>>().join(" ");
        let (marker, text) = (&note.marker, &note.text.text);
        lines.push(format!("note {marker} at block {anchors}: {text}"));
        lines.extend(note.text.mentions.iter().map(mention_line));
    }
    for definition in &content.definitions {
        let terms = definition.terms.iter().map(|term| term.printed.as_str());
        let terms = terms.collect::<Vec<_>>().join(" | ");
        let meaning = &definition.meaning.printed;
        lines.push(format!("definition {terms} | {meaning}"));
    }
    for attachment in &content.attachments {
        lines.extend(outline(&attachment.document));
    }
    lines
}

fn mention_line(mention: &Mention) -> String {
    let printed = mention.printed();
    match mention {
        Mention::Citation(m) => format!("  cites | {} | {printed}", m.canonical),
        Mention::Date(m) => format!("  dates | {} | {printed}", m.date),
        Mention::MemberState(m) => format!("  names | {} | {printed}", m.member_state.alpha3),
        _ => format!("  names | {printed}"),
    }
}

/// Lines that only one of the two outlines has, and findings that no variant of the seed deserves.
fn outline_differences(expected: &[String], text: &str) -> Vec<String> {
    let parsed = verbale::parse(text);
    let found = outline(&parsed.document);
    let mut differences = Vec::new();
    if let Some(at) =
        (0..expected.len().max(found.len())).find(|at| expected.get(*at) != found.get(*at))
    {
        let [expected, found] =
            [expected, &found[..]].map(|o| o.get(at).map_or("the end", String::as_str));
        differences
            .push(format!("outline, line {at}:\n    expected {expected}\n    found    {found}"));
    }
    if !verbale::coverage(text, &parsed.document).is_complete() {
        differences.push("not every byte is in one leaf".to_owned());
    }
    if parsed.has_errors() {
        differences.push(format!("has errors: {:?}", parsed.diagnostics));
    }
    differences
}
