//! Titles: what a document calls itself.

use std::ops::Range;

use crate::block::{
    CommunicationForm, RawBlock, Shape, begins_with_subject, communication_form, exchange_number,
    foreign_heading, is_capitals, is_letterhead, is_salutation, item_number, place_date,
    skip_article, titles_speech,
};
use crate::inline::{names, office_at};
use crate::text::{begins_lower, ends_sentence};

use super::deliberation::opens_instrument;
use super::front::{DEEPEST_FRONT, is_masthead_line};
use super::kind::{Family, Kind};

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
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if STOPS.iter().any(|stop| stop.eq_ignore_ascii_case(bare)) {
            break;
        }
        if bare.contains(char::is_alphabetic) {
            let start = at + word.find(bare).unwrap_or(0);
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
    noun_kind(&word).map(|kind| (range, kind))
}

/// The kind of document that a noun in lower case names.
pub(crate) fn noun_kind(noun: &str) -> Option<Kind> {
    NOUNS.iter().find(|(name, _)| *name == noun).map(|(_, kind)| *kind)
}

/// Whether a block has the form of a heading: no sentence, not long.
pub(crate) fn is_heading_like(block: &RawBlock) -> bool {
    let text = block.flow.text.as_str();
    let bare = text.trim_start_matches(['#', '*', '_', ' ']);
    block.shape == Shape::Plain
        && text.len() <= 400
        && (!ends_sentence(text) || ends_with_number(text))
        && !text.ends_with([',', ':'])
        && !begins_with_subject(bare)
        && bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"«(".contains(c))
        && text.chars().any(char::is_alphabetic)
}

/// Whether a text ends with the number of a decision, which has a point of its own: `7/CMA.3`.
fn ends_with_number(text: &str) -> bool {
    let last = text.trim_end_matches('*').rsplit(' ').next().unwrap_or("");
    last.contains('/') && last.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a heading is one inside a text rather than the title of one.
pub(crate) fn is_section_heading(text: &str) -> bool {
    const SECTIONS: [&str; 7] =
        ["introduction", "background", "summary", "contents", "preamble", "general", "overview"];
    let first = text.split(['.', ' ']).next().unwrap_or("");
    text.len() <= 36 && SECTIONS.contains(&text.to_lowercase().as_str())
        || item_number(text).is_some()
        || opens_instrument(text)
        || (text.contains(". ") && is_section_number(first))
}

/// `E`, `IV`: what a section is numbered by.
fn is_section_number(word: &str) -> bool {
    let roman =
        !word.is_empty() && word.len() <= 6 && word.bytes().all(|b| b"IVXLivxl".contains(&b));
    roman || word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// "Report by the Director General", "Report of the Secretary-General": a line below a title that says
/// who made the document, and no more.
pub(crate) fn is_by_line(text: &str) -> bool {
    let is_office = |at: usize| {
        let at = skip_article(text, at);
        office_at(text, at)
            .is_some_and(|office| text[at + office.len..].trim_end_matches('*').is_empty())
    };
    document_noun(text).is_some_and(|(range, _)| {
        let rest = &text[range.end..];
        rest.starts_with(" by ") || rest.starts_with(" of ") && is_office(range.end + " of ".len())
    })
}

/// How many blocks from the start of `blocks` are the title. A second heading belongs to it while
/// the first names no document.
pub(crate) fn title_length(blocks: &[RawBlock]) -> usize {
    const MOST_LINES: usize = 12;
    let mut length = 0;
    let mut named = false;
    let mut of_instrument = false;
    for block in blocks.iter().take(MOST_LINES) {
        let text = block.flow.text.as_str();
        // The headline of a press release stands below the name of its form.
        let headline = length == 1 && {
            let above = document_noun(&blocks[0].flow.text);
            above.is_some_and(|(noun, kind)| {
                kind == Kind::PressRelease && noun.end == blocks[0].flow.text.len()
            })
        };
        // A title in capitals on short lines goes on to the last of them.
        let goes_on =
            length > 0 && of_instrument && goes_on_in_capitals(&blocks[length - 1], block);
        let wraps = length > 0 && wraps(&blocks[length - 1], block);
        let open = || is_open_line(block, blocks.get(length + 1));
        let said = is_said(&blocks[..length], text);
        if length >= 3 && !goes_on && !wraps && !said
            || !is_heading_like(block) && (length == 0 || !is_lower_line(block)) && !open()
            || (length > 0 && is_by_line(text))
            || (named
                && !headline
                && !goes_on
                && !wraps
                && !is_subtitle(text)
                && !names_office(&blocks[length - 1].flow.text, text)
                && !said)
            || is_letterhead(text)
            || is_salutation(text)
            || place_date(text).is_some()
            || is_section_heading(text)
            || is_code(text)
        {
            break;
        }
        let noun = document_noun(text).map(|(_, kind)| kind);
        named = goes_on || wraps && named || noun.is_some() || titles_speech(text);
        of_instrument |= matches!(noun, Some(Kind::Treaty | Kind::ExchangeOfNotes));
        length += 1;
    }
    length
}

/// Whether a line goes on with the title above it though its first word has a capital: it stands right
/// below a line that is as long as those of a title that is broken, and names no document itself.
fn wraps(above: &RawBlock, block: &RawBlock) -> bool {
    const SHORTEST: usize = 36;
    let (title, text) = (above.flow.text.as_str(), block.flow.text.as_str());
    let close = block.lines.first().is_some_and(|line| line.gap == 0 && !line.new_page);
    let last = above.lines.last().map_or(0, |line| line.width.saturating_sub(line.indent));
    close
        && last as usize >= SHORTEST
        && block.lines.len() == 1
        && is_capitals(title) == is_capitals(text)
        && document_noun(text).is_none()
}

/// Whether a block is the title of an instrument in a copy without capitals.
fn is_lower_title(block: &RawBlock) -> bool {
    let text = block.flow.text.as_str();
    let is_instrument =
        |word: &str| matches!(noun_kind(word), Some(Kind::Treaty | Kind::ExchangeOfNotes));
    is_lower_line(block)
        && !text.contains(char::is_uppercase)
        && text.split(' ').count() > 3
        && text.split(' ').take(7).any(is_instrument)
}

/// Whether a block is a line that ends with a comma in the middle of a title: the next goes on with it
/// right below, in lower case.
fn is_open_line(block: &RawBlock, next: Option<&RawBlock>) -> bool {
    let goes_on = |next: &RawBlock| {
        next.lines.first().is_some_and(|line| line.gap == 0) && is_lower_line(next)
    };
    block.shape == Shape::Plain
        && block.flow.text.len() <= 400
        && block.flow.text.ends_with(',')
        && block.flow.text.starts_with(char::is_uppercase)
        && next.is_some_and(goes_on)
}

/// Whether a block is a line of a title in lower case: `setting out the fishing opportunities`.
fn is_lower_line(block: &RawBlock) -> bool {
    let text = block.flow.text.as_str();
    block.shape == Shape::Plain
        && text.len() <= 400
        && begins_lower(text)
        && !ends_sentence(text)
        && !text.ends_with([',', ':'])
}

/// Whether a line has no word, or begins as a heading of a tariff does: `03.01 B I ex b) - Tuna`.
fn is_code(text: &str) -> bool {
    let digits = |at: usize| {
        text.as_bytes().get(at..at + 2).is_some_and(|two| two.iter().all(u8::is_ascii_digit))
    };
    let tariff = digits(0) && text[2..].starts_with('.') && digits(3) && text[5..].starts_with(' ');
    tariff
        || text.is_ascii()
            && text.split(|c: char| !c.is_ascii_alphabetic()).all(|letters| letters.len() < 3)
            && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a line in capitals right below a line in capitals goes on with it: it numbers no note
/// and heads no part of the text.
fn goes_on_in_capitals(above: &RawBlock, block: &RawBlock) -> bool {
    let text = block.flow.text.as_str();
    let close = block.lines.first().is_some_and(|line| line.gap == 0);
    close
        && is_capitals(&above.flow.text)
        && is_capitals(text)
        && exchange_number(text).is_none()
        && !is_section_heading(text)
}

/// Whether a title that ends with the name of a speaker goes on with the speaker's office.
fn names_office(title: &str, next: &str) -> bool {
    let lower = title.to_lowercase();
    let person = match lower.rfind(" by ") {
        Some(at) => Some(at + " by ".len()),
        None => lower.starts_with("by ").then_some("by ".len()),
    };
    person.is_some_and(|at| {
        // "by Ambassador Ada Byron": the rank before a name.
        let rank = office_at(title, at).filter(|office| {
            office.name == "Ambassador" && title[at + office.len..].starts_with(' ')
        });
        let at = rank.map_or(skip_article(title, at), |rank| at + rank.len + 1);
        let (name, rest) = (title.get(at..).unwrap_or(""), skip_article(next, 0));
        office_at(title, at).is_none()
            && name.split(' ').count() <= 7
            && office_at(next, rest).is_some()
    })
}

/// Whether a line goes on with the title of what a person says: below the noun alone who speaks, `BY
/// H.E. MS. ADA BYRON`, and below the speaker where, `AT THE GENERAL DEBATE OF ...`.
fn is_said(above: &[RawBlock], text: &str) -> bool {
    let Some(first) = above.first() else { return false };
    let Some((noun, kind)) = document_noun(&first.flow.text) else { return false };
    let first_word = text.split(' ').next().unwrap_or("");
    let begins = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(first_word));
    let alone = noun.end == first.flow.text.len();
    let spoken = kind.family() == Family::Statement && (alone || is_by_line(&first.flow.text));
    spoken
        && (begins(&["by", "of"]) && alone && above.len() == 1
            || begins(&["at", "on", "to", "before", "during"]) && above.len() > 1)
}

/// A line below a title that goes on with it: `during the presidency of Norway`, and `Norway (May
/// 2031)`, the presidency and its month.
fn is_subtitle(text: &str) -> bool {
    let dated = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    let dated = dated.is_some_and(|(head, date)| {
        head.split(' ').count() <= 4
            && date.split(' ').count() == 2
            && date.ends_with(|c: char| c.is_ascii_digit())
    });
    dated || begins_lower(text)
}

/// The title of a document with the heading of a communication at `at`. Below a subject of its own the
/// heading of a note is a by-line; what stands right below the agenda item's number is the item's.
pub(super) fn headed_title(own: &[RawBlock], at: usize) -> Range<usize> {
    const MOST_LINES: usize = 3;
    if communication_form(&own[at].flow.text) != Some(CommunicationForm::Note) {
        return at..at + 1;
    }
    // The masthead ends with a field, or with the committee that the document is for.
    let of_masthead = |text: &str| {
        is_masthead_line(text) || names(text).iter().any(|name| name.range == (0..text.len()))
    };
    let fields = |raw: &RawBlock| raw.shape == Shape::Subject || of_masthead(&raw.flow.text);
    let last = own[..at.min(DEEPEST_FRONT)].iter().rposition(fields);
    let Some(last) = last.filter(|_| at <= DEEPEST_FRONT) else { return at..at + 1 };
    let start = last + 1;
    let subject = &own[start..at];
    let is_subject = |raw: &RawBlock| {
        let text = raw.flow.text.as_str();
        is_heading_like(raw) && !is_letterhead(text) && place_date(text).is_none()
    };
    if subject.is_empty() || subject.len() > MOST_LINES || !subject.iter().all(is_subject) {
        return at..at + 1;
    }
    start..at
}

/// The title of a document without the heading of a communication: below the masthead, if there is
/// one above the first sentence; else the first heading there that names a document.
pub(super) fn main_title(own: &[RawBlock]) -> Range<usize> {
    let is_body = |raw: &RawBlock| {
        let text = raw.flow.text.as_str();
        // A copy may have the masthead as a table.
        let named = matches!(
            raw.shape,
            Shape::Plain | Shape::Heading | Shape::LanguageNote | Shape::Table | Shape::Subject
        );
        !named || (ends_sentence(text) && text.len() > 80)
    };
    let front = own.iter().take(DEEPEST_FRONT).take_while(|raw| !is_body(raw)).count();
    let foreign = own[..front].iter().position(|raw| foreign_heading(&raw.flow.text).is_some());
    if let Some(at) = foreign {
        return at..at + 1;
    }
    let is_field = |raw: &RawBlock| raw.shape == Shape::Subject || is_masthead_line(&raw.flow.text);
    let last_field = own[..front].iter().rposition(is_field);
    if let Some(last) = last_field {
        let start = last + 1;
        let start = start + body_above(&own[start..front]);
        return start..start + title_length(&own[start..front]);
    }
    let named = own[..front].iter().position(|raw| {
        let text = raw.flow.text.as_str();
        let noun = || document_noun(text).is_some() || titles_speech(text);
        is_heading_like(raw) && noun() && place_date(text).is_none() || is_lower_title(raw)
    });
    named.map_or(0..0, |at| at..at + title_length(&own[at..front]).max(1))
}

/// How many lines below the masthead name the body that the document is of: the title below them has
/// all their words again, `Report of the Committee on Rivers` below `Committee on Rivers`.
fn body_above(blocks: &[RawBlock]) -> usize {
    const MOST_LINES: usize = 3;
    const SHORTEST: usize = 12;
    let mut name = String::new();
    for (at, block) in blocks.iter().enumerate().take(MOST_LINES + 1) {
        let text = block.flow.text.to_lowercase();
        let repeats = name.len() >= SHORTEST && text.len() > name.len() && text.contains(&name);
        if repeats && document_noun(&block.flow.text).is_some() {
            return at;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&text);
    }
    0
}

/// The title of an exchange in any language: the first heading that a copy in Markdown marks.
pub(super) fn marked_title(own: &[RawBlock]) -> Range<usize> {
    let mut front = own.iter().take(8).take_while(|raw| raw.shape == Shape::Plain);
    let marked = front.position(|raw| raw.flow.text.starts_with('#') && is_heading_like(raw));
    marked.map_or(0..0, |at| at..at + 1)
}

/// The title of a carried text: below its label, the note of its language and the letterhead.
pub(super) fn carried_title(own: &[RawBlock]) -> Range<usize> {
    let is_above = |block: &&RawBlock| {
        matches!(block.shape, Shape::Label(_) | Shape::LanguageNote | Shape::Exchange)
            || block.shape == Shape::Plain && is_letterhead(&block.flow.text)
    };
    let skipped = own.iter().take_while(is_above).count();
    match own.get(skipped) {
        Some(block) if block.shape == Shape::Heading => skipped..skipped + 1,
        _ => skipped..skipped + title_length(&own[skipped..]),
    }
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
    }
}
