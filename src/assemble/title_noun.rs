//! The noun by which a title names its document.

use std::ops::Range;

use super::kind::Kind;

/// The nouns by which documents call themselves, with the kind that each names.
const NOUNS: [(&str, Kind); 55] = [
    ("statement", Kind::Statement),
    ("statements", Kind::Statement),
    ("declaration", Kind::Declaration),
    ("communiqué", Kind::Communique),
    ("communique", Kind::Communique),
    ("communiqués", Kind::Communique),
    ("memorandum", Kind::Memorandum),
    ("aide-memoire", Kind::Memorandum),
    ("aide-mémoire", Kind::Memorandum),
    ("speech", Kind::Speech),
    ("address", Kind::Speech),
    ("remarks", Kind::Speech),
    ("briefing", Kind::Statement),
    ("release", Kind::PressRelease),
    ("report", Kind::Report),
    ("reports", Kind::Report),
    ("assessment", Kind::Report),
    ("agreement", Kind::Treaty),
    ("protocol", Kind::Treaty),
    ("treaty", Kind::Treaty),
    ("convention", Kind::Treaty),
    ("agreements", Kind::Treaty),
    ("protocols", Kind::Treaty),
    ("treaties", Kind::Treaty),
    ("conventions", Kind::Treaty),
    ("declarations", Kind::Declaration),
    ("charter", Kind::Treaty),
    ("covenant", Kind::Treaty),
    ("constitution", Kind::Treaty),
    ("accord", Kind::Treaty),
    ("accords", Kind::Treaty),
    ("statute", Kind::Treaty),
    ("notes", Kind::ExchangeOfNotes),
    ("exchange", Kind::ExchangeOfNotes),
    ("exchanges", Kind::ExchangeOfNotes),
    ("agenda", Kind::Agenda),
    ("letter", Kind::Letter),
    ("note", Kind::Note),
    ("record", Kind::VerbatimRecord),
    ("minutes", Kind::Other),
    ("message", Kind::Other),
    ("appeal", Kind::Other),
    ("summary", Kind::Other),
    ("programme", Kind::Other),
    ("plan", Kind::Other),
    ("list", Kind::Other),
    ("document", Kind::Other),
    ("resolution", Kind::Other),
    ("decision", Kind::Other),
    ("conclusions", Kind::Other),
    ("recommendations", Kind::Other),
    ("terms", Kind::Other),
    ("paper", Kind::Other),
    ("roadmap", Kind::Other),
    ("text", Kind::Other),
];

/// The noun by which a title names its document, with its bytes: the last word before the first
/// "of", "on", "by" and the like, as in "Joint statement of ..." or "Astana Declaration".
pub(crate) fn document_noun(title: &str) -> Option<(Range<usize>, Kind)> {
    const STOPS: [&str; 25] = [
        "of",
        "on",
        "by",
        "from",
        "to",
        "concerning",
        "regarding",
        "adopted",
        "issued",
        "made",
        "at",
        "for",
        "between",
        "entitled",
        // What an instrument does: "Agreement establishing ...".
        "establishing",
        "instituting",
        "creating",
        "constituting",
        "setting",
        "relating",
        "governing",
        "regulating",
        "amending",
        "supplementing",
        "prohibiting",
    ];
    let mut last = None;
    let mut at = 0;
    for word in title.split(' ').take(7) {
        let is_mark = |c: char| !c.is_alphanumeric();
        let head = word.trim_start_matches(is_mark);
        let bare = head.trim_end_matches(is_mark);
        if STOPS.iter().any(|stop| stop.eq_ignore_ascii_case(bare)) {
            break;
        }
        if bare.contains(char::is_alphabetic) {
            let start = at + word.len() - head.len();
            last = Some(start..start + bare.len());
        }
        at += word.len() + 1;
        if word.ends_with([',', ':']) {
            break;
        }
    }
    let range = last?;
    let word = title[range.clone()].to_lowercase();
    // "Note" alone heads a remark.
    if matches!(word.as_str(), "note" | "notes") && range.len() == title.trim().len() {
        return None;
    }
    // "Memorandum of Understanding" is what an agreement between Governments may be called.
    let rest = title[range.end..].get(..UNDERSTANDING.len());
    let agreed = rest.is_some_and(|rest| rest.eq_ignore_ascii_case(UNDERSTANDING));
    let kind = if agreed && word == "memorandum" { Some(Kind::Treaty) } else { noun_kind(&word) };
    kind.map(|kind| (range, kind))
}

/// What makes an agreement of a memorandum.
const UNDERSTANDING: &str = " of understanding";

/// The kind of document that a noun in lower case names.
pub(crate) fn noun_kind(noun: &str) -> Option<Kind> {
    NOUNS.iter().find(|(name, _)| *name == noun).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_document_before_the_first_of() {
        let noun = |title: &str| document_noun(title).map(|(range, _)| title[range].to_owned());
        assert_eq!(noun("Statement of the heads of State"), Some("Statement".into()));
        assert_eq!(noun("JOINT STATEMENT BY THE PRESIDENTS"), Some("STATEMENT".into()));
        assert_eq!(noun("Astana Declaration"), Some("Declaration".into()));
        assert_eq!(noun("Security and stability in the region"), None);
        for verb in ["establishing", "instituting", "CREATING", "amending"] {
            assert_eq!(noun(&format!("Charter {verb} the Union")), Some("Charter".into()));
        }
        assert_eq!(noun("Constitution of the Postal Union"), Some("Constitution".into()));
        let kind = |title: &str| document_noun(title).map(|(_, kind)| kind);
        assert_eq!(kind("MEMORANDUM OF UNDERSTANDING BETWEEN"), Some(Kind::Treaty));
        assert_eq!(kind("Memorandum of the Government"), Some(Kind::Memorandum));
    }
}
