//! The organs that resolutions are of, and what the words around a number say of them.
//!
//! ```text
//! organ     = "General Assembly" | "Assembly" | "Security Council" | "Council" | ... | acronym
//! phrase    = ( organ [ "'s" ] | "its" | "their" ) { adjective } noun
//! ```

use std::ops::Range;

use super::lex::{BEHIND, after, before, sentence, skip_words, strip_words};
use crate::gazetteer::{Named, OrganizationKind};
use crate::inline::NameHit;
use crate::text::ending;

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
        return (actor(&head[..start]).unwrap_or(Said::Own), base + start);
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
    for (name, said) in SHORT {
        if let Some(rest) = strip_words(bare, name) {
            // `Governing Council`, `World Health Assembly`
            let word = last_word(rest);
            // `Recalling Council resolution ...` at the beginning of a paragraph
            let verb = word.ends_with("ing") && word != "Governing" && rest.trim_end() == word;
            let longer = word.starts_with(char::is_uppercase)
                && !verb
                && !["The", "Of", "In", "By", "And"].contains(&word);
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

/// The names of organs that stand alone once the full one has been printed.
const SHORT: [(&str, Said); 3] = [
    ("Assembly", Said::Organ(Organ::Assembly)),
    ("Council", Said::Council),
    ("Commission", Said::Commission),
];

/// The organ, named alone, whose own text a phrase `its resolution` at the end of `text` means: `The
/// Commission, in`.
fn actor(text: &str) -> Option<Said> {
    let text = text.trim_end();
    let head = ["in", "by"].iter().find_map(|link| strip_words(text, link))?.trim_end();
    let head = head.strip_suffix(',')?;
    SHORT.iter().find_map(|&(name, said)| {
        let rest = strip_words(head, name)?.trim_end();
        strip_words(rest, "the").map(|_| said)
    })
}

fn last_word(text: &str) -> &str {
    text.trim_end().rsplit([' ', '(', '/']).next().unwrap_or("")
}

/// The body named behind the number: `of the General Assembly`; or that it is another body than the
/// organs: `of the Commission on Population and Development`.
pub(super) fn named_behind(text: &str, at: usize) -> Option<Said> {
    let rest = after(text, at, 60).trim_start();
    if let Some(&(_, organ)) = ELSEWHERE.iter().find(|(name, _)| skip_words(rest, name).is_some()) {
        return Some(Said::Organ(organ));
    }
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

/// The organs as Spanish, French and Russian name them behind a number.
const ELSEWHERE: [(&str, Organ); 10] = [
    ("de la Asamblea General", Organ::Assembly),
    ("del Consejo de Seguridad", Organ::Security),
    ("del Consejo Económico y Social", Organ::Economic),
    ("del Consejo de Derechos Humanos", Organ::HumanRights),
    ("de l’Assemblée générale", Organ::Assembly),
    ("de l'Assemblée générale", Organ::Assembly),
    ("du Conseil de sécurité", Organ::Security),
    ("du Conseil des droits de l’homme", Organ::HumanRights),
    ("Генеральной Ассамблеи", Organ::Assembly),
    ("Совета Безопасности", Organ::Security),
];

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

/// A body with resolutions of its own that is none of the organs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Body {
    /// Where its name stands.
    pub(super) name: Range<usize>,
    /// Whether it stands outside the United Nations: no number is an organ's then, whatever its
    /// form.
    pub(super) outside: bool,
}

/// The body whose name, listed or known by its form, ends a text or stands before the phrase that
/// does: `the African Union`, `FAO Council`.
pub(super) fn body_before(
    text: &str,
    phrase: usize,
    names: &[NameHit],
    passed: usize,
) -> Option<Body> {
    let bare = |head: &str| {
        let head = head.trim_end();
        head.strip_suffix("'s").or(head.strip_suffix("’s")).unwrap_or(head).len()
    };
    let (listed_end, end) = (bare(&text[..phrase]), bare(text));
    let listed = names[..passed].iter().rev().take(2).find(|hit| hit.range.end == listed_end);
    let Some(hit) = listed else {
        // Of the Council of Europe and others.
        let parliament = strip_words(&text[..end], "Parliamentary Assembly");
        if let Some(head) = parliament {
            return Some(Body { name: head.len()..end, outside: true });
        }
        return by_form(&text[..end]).map(|start| Body { name: start..end, outside: false });
    };
    body_of(hit).map(|body| Body { name: hit.range.start..end, ..body })
}

/// The body that a name means, if it is none of the organs.
fn body_of(hit: &NameHit) -> Option<Body> {
    let Named::Organization(body) = hit.named else { return None };
    let outside = match body.kind() {
        OrganizationKind::Organization | OrganizationKind::PrincipalOrgan => return None,
        OrganizationKind::RegionalOrganization
        | OrganizationKind::ObserverOrganization
        | OrganizationKind::Agency => true,
        _ => false,
    };
    let organ = Organ::from_code(body.code()).is_some();
    (!organ).then(|| Body { name: hit.range.clone(), outside })
}

/// Where the name of a body begins that ends a text: `the African Commission on Human Rights`,
/// `the Peace and Security Council`.
fn by_form(text: &str) -> Option<usize> {
    const FUNCTION: [&str; 7] = ["of", "on", "for", "and", "the", "to", "in"];
    let window = ending(text, 120);
    let base = text.len() - window.len();
    let name = |word: &str| word.starts_with(char::is_uppercase) && word != "The";
    let noun = |word: &str| word == "Council" || BODIES.contains(&word);
    if !window.rsplit(' ').next().is_some_and(name) {
        return None;
    }
    let (mut start, mut words, mut body, mut at) = (None, 0, None, window.len());
    for word in window.rsplit(' ').take(14) {
        at -= word.len();
        if name(word) {
            if noun(word) {
                body = body.or(Some(words));
            }
            words += 1;
            start = Some(at);
        } else {
            // Before a noun at the end only two things of which it is are joined.
            let joins = match body {
                None => FUNCTION.contains(&word),
                Some(behind) => behind == 0 && word == "and",
            };
            if !joins {
                break;
            }
        }
        at = at.saturating_sub(1);
    }
    start.filter(|_| body.is_some() && words > 1).map(|start| base + start)
}

/// The body that acts in a phrase `..., in its resolution` or `by the ... of its resolution`, where
/// a name of the tables ends before it that is none of the organs.
pub(super) fn acts_before(
    text: &str,
    phrase: usize,
    names: &[NameHit],
    passed: usize,
) -> Option<Body> {
    let window = before(text, phrase, 16);
    let links = ["in", "by", "of"].into_iter();
    let mut acting = links.filter_map(|link| Some((link, strip_words(window.trim_end(), link)?)));
    let (link, head) = acting.next()?;
    let end = phrase - window.len() + head.trim_end().trim_end_matches(',').len();
    let hit = names[..passed].iter().rev().find(|hit| hit.range.end <= end)?;
    let ahead = before(text, hit.range.start, 8).trim_end();
    let ahead = strip_words(ahead, "the").unwrap_or(ahead).trim_end();
    let acts = hit.range.end == end && (link != "of" || strip_words(ahead, "by").is_some());
    body_of(hit).filter(|_| acts)
}

/// The body outside the United Nations that the sentence before the phrase is about: `The
/// Parliamentary Assembly of the Council of Europe dealt with it in its resolution`.
pub(super) fn subject(text: &str, phrase: usize, names: &[NameHit], passed: usize) -> Option<Body> {
    let window = sentence(before(text, phrase, BEHIND));
    let from = phrase - window.len() + window.len() - window.trim_start().len();
    strip_words(text[from..phrase].trim_end(), "in")?;
    let first = names[..passed].partition_point(|hit| hit.range.start < from);
    let hit = names[..passed].get(first)?;
    let named = text[from..hit.range.start].trim_end();
    let whole = skip_words(named, "the").is_some_and(|words| {
        let mut words = words.split_whitespace();
        words.all(|word| word.starts_with(char::is_uppercase) || ["of", "the"].contains(&word))
    });
    // Another body in the sentence may be the one that is meant.
    let mut behind = text[hit.range.end..phrase].split(' ');
    let alone = !behind.any(|word| SHORT.iter().any(|(name, _)| word.starts_with(name)));
    body_of(hit).filter(|body| body.outside && whole && alone)
}

/// The body outside the United Nations that is said to have adopted a text: before the noun, `the
/// League of Arab States adopted`, or behind the number, `, adopted by the Council of the League`.
pub(super) fn adopter(
    text: &str,
    noun: usize,
    end: usize,
    names: &[NameHit],
    passed: usize,
) -> Option<Body> {
    let outside = |hit: &NameHit| body_of(hit).filter(|body| body.outside);
    let head = before(text, noun, 16).trim_end();
    if let Some(head) = strip_words(head, "adopted") {
        let at = noun - (before(text, noun, 16).len() - head.trim_end().len());
        let hit = names[..passed].iter().rev().find(|hit| hit.range.end <= at)?;
        return outside(hit).filter(|body| body.name.end == at);
    }
    let rest = after(text, end, 160).strip_prefix(", adopted")?;
    let (_, rest) = rest
        .split_once(" by the ")
        .filter(|(between, _)| between.len() <= 16 && !between.contains('.'))?;
    let at = text.len() - text[end..].len() + (after(text, end, 160).len() - rest.len());
    let hit = names[passed..].iter().find(|hit| hit.range.start >= at)?;
    let named = &text[at..hit.range.start];
    let mut words = named.split_whitespace();
    let whole = !named.contains('.')
        && words.all(|word| word.starts_with(char::is_uppercase) || ["of", "the"].contains(&word));
    outside(hit).filter(|_| whole)
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
