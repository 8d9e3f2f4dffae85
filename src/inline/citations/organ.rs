//! The organ that a resolution or decision is of, from the words around it and its number.
//!
//! ```text
//! organ     = "General Assembly" | "Assembly" | "Security Council" | "Council" | ... | acronym
//! phrase    = ( organ [ "'s" ] | "its" | "their" ) { adjective } noun
//! ```
//!
//! In order: the organ named in the phrase, behind the number (`of the General Assembly`), or in
//! the sentence before; then the shape of the number. An organ counts only where the number can be
//! its own: the Security Council gives years, the Assembly sessions from the thirty-first on or
//! roman ones, the Economic and Social Council years before the number, roman sessions above XXX
//! are never the Assembly's. `Council` and `Commission` alone mean the one named last in full.

use super::lex::{after, before, skip_words, strip_words};
use super::memory::Memory;
use super::number::Id;
use crate::gazetteer::Named;
use crate::inline::NameHit;
use crate::model::{Status, Symbol};

/// An organ whose texts have symbols made from session or year and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Organ {
    Assembly,
    Security,
    Economic,
    HumanRights,
    RightsCommission,
    Trusteeship,
}

impl Organ {
    /// The organ with this code in the gazetteer.
    pub(super) fn from_code(code: &str) -> Option<Organ> {
        Some(match code {
            "GA" => Organ::Assembly,
            "SC" => Organ::Security,
            "ECOSOC" => Organ::Economic,
            "HRC" => Organ::HumanRights,
            "CHR" => Organ::RightsCommission,
            "TC" => Organ::Trusteeship,
            _ => return None,
        })
    }

    pub(super) fn code(self) -> &'static str {
        match self {
            Organ::Assembly => "GA",
            Organ::Security => "SC",
            Organ::Economic => "ECOSOC",
            Organ::HumanRights => "HRC",
            Organ::RightsCommission => "CHR",
            Organ::Trusteeship => "TC",
        }
    }

    /// Whether the text may call it "the Council".
    pub(super) fn is_council(self) -> bool {
        !matches!(self, Organ::Assembly | Organ::RightsCommission)
    }
}

/// What the words directly before the noun say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    Organ(Organ),
    Council,
    Commission,
    /// Some other body.
    Foreign,
    /// `its`, `their`.
    Own,
    Nothing,
}

const NAMES: [(&str, Organ); 18] = [
    ("General Assembly", Organ::Assembly),
    ("UN General Assembly", Organ::Assembly),
    ("UNGA", Organ::Assembly),
    ("GA", Organ::Assembly),
    ("Security Council", Organ::Security),
    ("UNSC", Organ::Security),
    ("SC", Organ::Security),
    ("Economic and Social Council", Organ::Economic),
    ("ECOSOC", Organ::Economic),
    ("Human Rights Council", Organ::HumanRights),
    ("UNHRC", Organ::HumanRights),
    ("HRC", Organ::HumanRights),
    ("Commission on Human Rights", Organ::RightsCommission),
    ("Human Rights Commission", Organ::RightsCommission),
    ("UNCHR", Organ::RightsCommission),
    ("CHR", Organ::RightsCommission),
    ("Trusteeship Council", Organ::Trusteeship),
    ("Council of Human Rights", Organ::HumanRights),
];

/// Words that may stand between the organ and the noun.
const ADJECTIVES: [&str; 20] = [
    "relevant",
    "previous",
    "recent",
    "subsequent",
    "landmark",
    "historic",
    "earlier",
    "related",
    "pertinent",
    "unanimous",
    "mandatory",
    "binding",
    "above-mentioned",
    "aforementioned",
    "past",
    "successive",
    "following",
    "presidential",
    "said",
    "latest",
];

/// Reads the words before the noun at `at`; gives also where the phrase begins.
pub(super) fn said(text: &str, at: usize) -> (Said, usize) {
    let window = before(text, at, 80);
    let base = at - window.len();
    let mut head = window.trim_end();
    for _ in 0..3 {
        let Some(shorter) = ADJECTIVES.iter().find_map(|word| strip_words(head, word)) else {
            break;
        };
        head = shorter.trim_end();
    }
    if ["its", "their", "our", "whose"].iter().any(|word| strip_words(head, word).is_some()) {
        let start = head.rfind(' ').map_or(0, |i| i + 1);
        return (Said::Own, base + start);
    }
    let bare = head.strip_suffix("'s").or(head.strip_suffix("’s")).unwrap_or(head);
    for (name, organ) in NAMES {
        if let Some(rest) = strip_words(bare, name) {
            // The African Union's Peace and Security Council.
            let other =
                organ == Organ::Security && strip_words(rest.trim_end(), "Peace and").is_some();
            return (if other { Said::Foreign } else { Said::Organ(organ) }, base + rest.len());
        }
    }
    for (name, said) in [
        ("Assembly", Said::Organ(Organ::Assembly)),
        ("Council", Said::Council),
        ("Commission", Said::Commission),
    ] {
        if let Some(rest) = strip_words(bare, name) {
            // `Governing Council`, `World Health Assembly`
            let longer = last_word(rest).starts_with(char::is_uppercase)
                && !["The", "Of", "In", "By", "And"].contains(&last_word(rest));
            return (
                if longer || rest.ends_with('-') { Said::Foreign } else { said },
                base + rest.len(),
            );
        }
    }
    let name = last_word(bare);
    let foreign = name.starts_with(char::is_uppercase)
        && [
            "Board",
            "Committee",
            "Conference",
            "Authority",
            "Union",
            "COP",
            "CMP",
            "AU",
            "OPCW",
            "IAEA",
            "WHO",
            "ILO",
            "ICAO",
            "UNESCO",
            "UNEP",
            "OAS",
        ]
        .contains(&name);
    (if foreign { Said::Foreign } else { Said::Nothing }, at)
}

fn last_word(text: &str) -> &str {
    text.trim_end().rsplit([' ', '(', '/']).next().unwrap_or("")
}

/// The body named behind the number: `of the General Assembly`; or that it is another body than the
/// organs: `of the Commission on Population and Development`.
pub(super) fn named_behind(text: &str, at: usize) -> Option<Said> {
    let rest = after(text, at, 60).trim_start();
    let rest = skip_words(rest, "of").or_else(|| skip_words(rest, "by"))?.trim_start();
    let rest = skip_words(rest, "the").unwrap_or(rest).trim_start();
    let organ = NAMES.iter().find(|(name, _)| skip_words(rest, name).is_some());
    let other = || {
        let named = BODIES.iter().filter_map(|body| rest.strip_prefix(body));
        let links = [" on ", " for ", " of "];
        let mut bodies = named.filter(|behind| links.iter().any(|link| behind.starts_with(link)));
        bodies.next().map(|_| Said::Foreign)
    };
    organ.map(|&(_, organ)| Said::Organ(organ)).or_else(other)
}

/// Bodies that have texts of their own, by the noun that their names begin with.
const BODIES: [&str; 7] = [
    "Commission",
    "Subcommission",
    "Sub-Commission",
    "Committee",
    "Conference",
    "Governing Council",
    "Executive Board",
];

/// The body that acts in a phrase `..., in its resolution`, where a name of the tables ends before
/// it that is none of the organs: a commission or committee.
pub(super) fn acts_before(text: &str, phrase: usize, names: &[NameHit], passed: usize) -> bool {
    let window = before(text, phrase, 16);
    let acting = ["in", "by"].iter().find_map(|word| strip_words(window.trim_end(), word));
    let Some(head) = acting else { return false };
    let end = phrase - window.len() + head.trim_end().trim_end_matches(',').len();
    let near = names[..passed].iter().rev().find(|hit| hit.range.end <= end);
    near.is_some_and(|hit| {
        let name = &text[hit.range.clone()];
        let organ =
            matches!(hit.named, Named::Organization(it) if Organ::from_code(it.code()).is_some());
        hit.range.end == end && !organ && BODIES.iter().any(|body| name.starts_with(body))
    })
}

/// What is known about the organ of one list of numbers.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) names: &'a [NameHit],
    /// How many of the names begin before the noun.
    pub(super) passed: usize,
    /// Where the noun stands.
    pub(super) noun: usize,
    pub(super) said: Said,
    pub(super) behind: Option<Said>,
    /// The year of the date given with the number.
    pub(super) year: Option<i32>,
    pub(super) memory: &'a Memory,
}

impl Context<'_> {
    /// The organs that come into question, the likeliest first, with how each is known.
    fn candidates(&self) -> Vec<(Organ, Status)> {
        let mut all = Vec::new();
        match self.said {
            Said::Organ(organ) => all.push((organ, Status::Printed)),
            Said::Council => {
                let own = self.memory.own.filter(|organ| organ.is_council());
                let meant = self.memory.council.or(own);
                all.extend(meant.map(|organ| (organ, Status::Inferred)));
                let others = [Organ::HumanRights, Organ::Economic, Organ::Trusteeship];
                all.extend(others.map(|organ| (organ, Status::Inferred)));
            }
            Said::Commission => all.push((Organ::RightsCommission, Status::Inferred)),
            Said::Own => all.extend(self.memory.own.map(|organ| (organ, Status::Inferred))),
            Said::Foreign | Said::Nothing => {}
        }
        if let Some(Said::Organ(organ)) = self.behind {
            all.push((organ, Status::Printed));
        }
        all.extend(self.in_sentence().map(|organ| (organ, Status::Printed)));
        all
    }

    /// The organs named before the noun in its sentence, the nearest first.
    fn in_sentence(&self) -> impl Iterator<Item = Organ> + '_ {
        let window = super::lex::sentence(before(self.text, self.noun, super::lex::BEHIND));
        let from = self.noun - window.len();
        let near =
            self.names[..self.passed].iter().rev().take_while(move |hit| hit.range.start >= from);
        near.filter_map(|hit| match hit.named {
            Named::Organization(organization) => {
                let organ = Organ::from_code(organization.code())?;
                // "the Human Rights Council, established by resolution 60/251": only a council that
                // acts is meant.
                let acts = self.text[..hit.range.start].ends_with("by the ")
                    || self.said == Said::Own
                    || self.text[hit.range.end..].starts_with(" in ");
                (organ != Organ::HumanRights || acts).then_some(organ)
            }
            _ => None,
        })
    }

    /// Whether the text says that another body than the organs took the text of this number.
    pub(super) fn is_foreign(&self, id: &Id) -> bool {
        match self.behind {
            Some(Said::Foreign) if !matches!(self.said, Said::Organ(_)) => true,
            _ => self.said == Said::Foreign && matches!(id, Id::InSession(..)),
        }
    }

    /// The organ of a number, and how it is known.
    pub(super) fn organ(&self, id: &Id) -> Option<(Organ, Status)> {
        if self.is_foreign(id) {
            return None;
        }
        let named = self.candidates().into_iter().find(|(organ, _)| {
            can(*organ, id) && (self.in_time(*organ, id) || !self.may_be_rights(id))
        });
        // A small number alone is more often a footnote's mark.
        if matches!(id, Id::Bare(n) if *n < 100) && !matches!(self.said, Said::Organ(_)) {
            return None;
        }
        if matches!(self.said, Said::Foreign) && !matches!(id, Id::OfYear(..) | Id::OfSession(..)) {
            return None;
        }
        let shape = |organ: Organ| Some((organ, Status::Inferred));
        let by_shape = || match id {
            Id::OfYear(..) => shape(Organ::Security),
            Id::OfSession(_, session) if can(Organ::Assembly, id) || session.contains('S') => {
                shape(Organ::Assembly)
            }
            Id::OfSession(..) => shape(Organ::Economic),
            Id::InSession(session, _) if session.contains('S') => shape(Organ::Assembly),
            Id::InSession(session, _) if session.len() == 4 => shape(Organ::Economic),
            Id::InSession(..) if self.memory.own == Some(Organ::HumanRights) => {
                shape(Organ::HumanRights)
            }
            Id::InSession(..) if !self.in_time(Organ::Assembly, id) && self.may_be_rights(id) => {
                shape(Organ::HumanRights)
            }
            Id::InSession(..) if can(Organ::Assembly, id) => shape(Organ::Assembly),
            Id::InSession(..) if self.memory.rights_council => shape(Organ::HumanRights),
            Id::Bare(n) if *n >= 100 && self.memory.speaks_of_security() => shape(Organ::Security),
            Id::InSession(..) | Id::Bare(_) | Id::Foreign(_) => None,
        };
        named.or_else(by_shape)
    }
}

impl Context<'_> {
    /// Whether the date may be one of the session that the number names.
    fn in_time(&self, organ: Organ, id: &Id) -> bool {
        match (organ, id, self.year) {
            (Organ::Assembly, Id::InSession(session, _), Some(year)) => {
                session.parse::<i32>().map_or(true, |n| (1945 + n..=1946 + n).contains(&year))
            }
            _ => true,
        }
    }

    /// Whether the number may be the Human Rights Council's, which was named.
    fn may_be_rights(&self, id: &Id) -> bool {
        self.memory.rights_council
            && can(Organ::HumanRights, id)
            && self.year.is_some_and(|year| year >= 2006)
    }
}

/// Whether the organ has numbers of this shape.
fn can(organ: Organ, id: &Id) -> bool {
    match (organ, id) {
        (Organ::Security, Id::OfYear(..))
        | (Organ::Security | Organ::Assembly, Id::Bare(_))
        | (Organ::Economic | Organ::Trusteeship | Organ::RightsCommission, Id::OfSession(..)) => {
            true
        }
        (Organ::Assembly, Id::OfSession(_, session)) => {
            session.contains('S') || value(session) <= 30
        }
        (Organ::Assembly, Id::InSession(session, _)) => {
            session.contains('S') || session.parse().is_ok_and(|n: u32| (31..=200).contains(&n))
        }
        (Organ::HumanRights, Id::InSession(session, _)) => {
            session.starts_with("S-") || session.parse().is_ok_and(|n: u32| n <= 99)
        }
        (Organ::Economic | Organ::RightsCommission, Id::InSession(session, _)) => {
            session.parse().is_ok_and(|n: u32| n >= 1946)
        }
        _ => false,
    }
}

fn value(numerals: &str) -> u32 {
    let digit = |c| match c {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        'C' => 100,
        _ => 0,
    };
    let values: Vec<u32> = numerals.chars().map(digit).collect();
    let sum: u32 = values.iter().sum();
    // What stands before a larger one is taken off.
    let less = values.windows(2).filter(|pair| pair[0] < pair[1]).map(|pair| 2 * pair[0]).sum();
    sum.saturating_sub(less)
}

/// The symbol of a resolution, or of a decision.
pub(super) fn symbol(organ: Organ, decision: bool, id: &Id, part: Option<&str>) -> Option<Symbol> {
    let (session, number): (&str, u32) = match id {
        Id::InSession(session, number) | Id::OfSession(number, session) => (session, *number),
        Id::OfYear(number, year) => {
            return Symbol::sc_resolution(*number, Some(*year)).ok().filter(|_| !decision);
        }
        Id::Bare(number) if organ == Organ::Security && !decision => {
            return Symbol::sc_resolution(*number, None).ok();
        }
        Id::Bare(_) | Id::Foreign(_) => return None,
    };
    match (organ, decision) {
        (Organ::Assembly, false) => Symbol::ga_resolution(session, number, part),
        (Organ::Assembly, true) => Symbol::ga_decision(session, number, part),
        (Organ::Economic, false) => Symbol::ecosoc_resolution(session, number, part),
        (Organ::Economic, true) => Symbol::ecosoc_decision(session, number, part),
        (Organ::HumanRights, false) => Symbol::hrc_resolution(session, number),
        (Organ::HumanRights, true) => Symbol::hrc_decision(session, number),
        (Organ::RightsCommission, false) => Symbol::chr_resolution(session, number),
        (Organ::RightsCommission, true) => Symbol::chr_decision(session, number),
        (Organ::Trusteeship, false) => Symbol::tc_resolution(session, number),
        (Organ::Trusteeship, true) | (Organ::Security, _) => return None,
    }
    .ok()
}

/// Numbers of Assembly resolutions whose sessions are certain. The numbers run through the
/// sessions, so that a number between two of one session is of that session.
const ANCHORS: [(u32, &str); 58] = [
    (1, "I"),
    (103, "I"),
    (106, "S-1"),
    (109, "II"),
    (181, "II"),
    (194, "III"),
    (273, "III"),
    (289, "IV"),
    (319, "IV"),
    (377, "V"),
    (428, "V"),
    (505, "VI"),
    (545, "VI"),
    (610, "VII"),
    (640, "VII"),
    (717, "VIII"),
    (748, "VIII"),
    (810, "IX"),
    (849, "IX"),
    (913, "X"),
    (926, "X"),
    (997, "ES-I"),
    (1003, "ES-I"),
    (1040, "XI"),
    (1132, "XI"),
    (1136, "XII"),
    (1236, "XII"),
    (1237, "ES-III"),
    (1252, "XIII"),
    (1348, "XIII"),
    (1353, "XIV"),
    (1472, "XIV"),
    (1474, "ES-IV"),
    (1514, "XV"),
    (1599, "XV"),
    (1653, "XVI"),
    (1742, "XVI"),
    (1761, "XVII"),
    (1803, "XVII"),
    (1904, "XVIII"),
    (1991, "XVIII"),
    (2106, "XX"),
    (2131, "XX"),
    (2142, "XXI"),
    (2222, "XXI"),
    (2252, "ES-V"),
    (2270, "XXII"),
    (2373, "XXII"),
    (2440, "XXIII"),
    (2467, "XXIII"),
    (2535, "XXIV"),
    (2574, "XXIV"),
    (2625, "XXV"),
    (2749, "XXV"),
    (2758, "XXVI"),
    (2832, "XXVI"),
    (3281, "XXIX"),
    (3314, "XXIX"),
];

/// The session of an Assembly resolution of the roman era that is cited by its number alone.
pub(super) fn roman_session(number: u32) -> Option<&'static str> {
    let next = ANCHORS.partition_point(|&(n, _)| n < number);
    let (to, session) = *ANCHORS.get(next)?;
    let before = next.checked_sub(1).and_then(|i| ANCHORS.get(i));
    let alike = to == number || before.is_some_and(|&(_, earlier)| earlier == session);
    alike.then_some(session)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_the_noun() {
        let read = |text: &str| said(text, text.len()).0;
        assert_eq!(read("the General Assembly "), Said::Organ(Organ::Assembly));
        assert_eq!(read("Assembly "), Said::Organ(Organ::Assembly));
        assert_eq!(read("the Security Council’s relevant "), Said::Organ(Organ::Security));
        assert_eq!(read("Economic and Social Council "), Said::Organ(Organ::Economic));
        assert_eq!(read("pursuant to Council "), Said::Council);
        assert_eq!(read("recalling its "), Said::Own);
        assert_eq!(read("UNEP Governing Council "), Said::Foreign);
        assert_eq!(read("World Health Assembly "), Said::Foreign);
        assert_eq!(read("African Union Peace and Security Council "), Said::Foreign);
        assert_eq!(read("Sub-Commission "), Said::Foreign);
        assert_eq!(read("pursuant to "), Said::Nothing);
    }

    #[test]
    fn numerals_have_values() {
        for (text, n) in [("XXV", 25), ("XXXIX", 39), ("LI", 51), ("IV", 4), ("XL", 40)] {
            assert_eq!(value(text), n);
        }
    }

    #[test]
    fn numbers_fix_sessions() {
        assert_eq!(roman_session(377), Some("V"));
        assert_eq!(roman_session(194), Some("III"));
        assert_eq!(roman_session(181), Some("II"));
        assert_eq!(roman_session(217), Some("III"));
        assert_eq!(roman_session(500), None);
        assert!(ANCHORS.is_sorted_by_key(|&(n, _)| n));
    }
}
