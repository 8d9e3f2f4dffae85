//! The organs that resolutions are of, and what the words around a number say of them.
//!
//! ```text
//! organ     = "General Assembly" | "Assembly" | "Security Council" | "Council" | ... | acronym
//! phrase    = ( organ [ "'s" ] | "its" | "their" ) { adjective } noun
//! ```

use super::lex::{after, before, skip_words, strip_words};
use crate::gazetteer::Named;
use crate::inline::NameHit;

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

const NAMES: [(&str, Organ); 20] = [
    ("General Assembly", Organ::Assembly),
    ("UN General Assembly", Organ::Assembly),
    ("UNGA", Organ::Assembly),
    ("GA", Organ::Assembly),
    ("G.A.", Organ::Assembly),
    ("Security Council", Organ::Security),
    ("UNSC", Organ::Security),
    ("SC", Organ::Security),
    ("S.C.", Organ::Security),
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
    let links = ["of", "by", "in"];
    let rest = links.iter().find_map(|link| skip_words(rest, link))?.trim_start();
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

/// The body that acts in a phrase `..., in its resolution` or `by the ... of its resolution`, where
/// a name of the tables ends before it that is none of the organs: a commission or committee.
pub(super) fn acts_before(text: &str, phrase: usize, names: &[NameHit], passed: usize) -> bool {
    let window = before(text, phrase, 16).trim_end();
    let acting = ["in", "by", "of"].iter().find_map(|word| strip_words(window, word));
    let Some(head) = acting else { return false };
    let of = strip_words(window, "of").is_some();
    let end = phrase - before(text, phrase, 16).len() + head.trim_end().trim_end_matches(',').len();
    let near = names[..passed].iter().rev().find(|hit| hit.range.end <= end);
    near.is_some_and(|hit| {
        let name = &text[hit.range.clone()];
        let organ =
            matches!(hit.named, Named::Organization(it) if Organ::from_code(it.code()).is_some());
        let ahead = before(text, hit.range.start, 8).trim_end();
        let ahead = strip_words(ahead, "the").unwrap_or(ahead).trim_end();
        hit.range.end == end
            && !organ
            && BODIES.iter().any(|body| name.contains(body))
            && (!of || strip_words(ahead, "by").is_some())
    })
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
}
