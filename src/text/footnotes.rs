//! Footnotes: the notes at the foot of pages, and their markers in the text above.
//!
//! Plain text loses superscription: a marker sticks to the word before it (`CHINA1`). It is known
//! as a marker because a note with the same marker stands at a foot. A note is known by a rule
//! above it, by the note before it, or by two blanks after its marker together with a place in the
//! text that refers to it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::layout::ends_sentence;
use super::{Layout, Line, NoteCut};
use crate::model::FurnitureKind;
use crate::span::Span;

/// One note at a foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoteZone {
    pub(crate) marker: String,
    pub(crate) marker_span: Span,
    /// The lines of the note; the first one may begin with the marker.
    pub(crate) lines: Range<usize>,
    /// Whether a rule, or a note that follows one, proves it without a marker in the text.
    certain: bool,
}

/// The notes of the text.
pub(crate) fn note_zones(
    source: &str,
    lines: &[Line],
    furniture: &[Option<FurnitureKind>],
    layout: Layout,
) -> Vec<NoteZone> {
    let mut zones: Vec<NoteZone> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let ruled = at > 0 && furniture[at - 1] == Some(FurnitureKind::Rule);
        let last = zones.last().filter(|zone| zone.lines.end == at);
        let certain = ruled || last.is_some_and(|zone| zone.certain);
        match zone_at(source, lines, furniture, layout, at, certain) {
            Some(zone) if furniture[at].is_none() => {
                at = zone.lines.end;
                zones.push(zone);
            }
            _ => at += 1,
        }
    }
    zones
}

fn zone_at(
    source: &str,
    lines: &[Line],
    furniture: &[Option<FurnitureKind>],
    layout: Layout,
    at: usize,
    certain: bool,
) -> Option<NoteZone> {
    let text = lines[at].text(source);
    let (length, marker) = marker_at_start(text)?;
    let rest = &text[length..];
    let blanks = rest.len() - rest.trim_start().len();
    let alone = rest.is_empty();
    let opens = rest
        .trim_start()
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"‘['".contains(c));
    // "1  Originally ..." in any place; "1 Originally", "1" and a line below only under a rule.
    if !(opens && blanks >= 2 || certain && (opens && blanks >= 1 || alone)) {
        return None;
    }
    let mut end = at + 1;
    while let Some(&line) = lines.get(end) {
        let before = lines[end - 1];
        let follows_marker = alone && end == at + 1;
        let words = line.text(source);
        if furniture[end].is_some()
            || line.new_page
            || (line.gap > 0 && !follows_marker)
            || next_note(words, &marker, certain)
            || (!follows_marker
                && ends_sentence(before.text(source))
                && layout.stops_short(before, words))
        {
            break;
        }
        end += 1;
    }
    if alone && end == at + 1 {
        return None;
    }
    let start = lines[at].span.start as usize;
    let marker_span = Span::new(start, start + length);
    Some(NoteZone { marker, marker_span, lines: at..end, certain })
}

/// Whether a line below a note begins another one: by two blanks after its marker or, where the
/// zone is certain, by the next number.
fn next_note(words: &str, marker: &str, certain: bool) -> bool {
    marker_at_start(words).is_some_and(|(length, next)| {
        let follows = || marker.parse::<u32>().is_ok_and(|n| next == (n + 1).to_string());
        words[length..].starts_with("  ") || (certain && follows())
    })
}

/// Leaves out the notes that nothing proves, and finds the markers that refer to the others.
pub(crate) fn note_cuts(
    source: &str,
    lines: &[Line],
    furniture: &[Option<FurnitureKind>],
    zones: &mut Vec<NoteZone>,
) -> Vec<NoteCut> {
    if zones.is_empty() {
        return Vec::new();
    }
    let markers: HashSet<&str> = zones.iter().map(|zone| zone.marker.as_str()).collect();
    let mut cuts = Vec::new();
    let mut zone = zones.iter().peekable();
    for (at, line) in lines.iter().enumerate() {
        while zone.next_if(|zone| zone.lines.end <= at).is_some() {}
        if furniture[at].is_none() && zone.peek().is_none_or(|zone| !zone.lines.contains(&at)) {
            cuts_in(source, *line, &markers, &mut cuts);
        }
    }
    let found: HashMap<String, u32> =
        cuts.iter().rev().map(|cut| (cut.marker.clone(), cut.span.start)).collect();
    zones.retain(|zone| zone.certain || found.contains_key(&zone.marker));
    let kept: HashSet<&str> = zones.iter().map(|zone| zone.marker.as_str()).collect();
    cuts.retain(|cut| kept.contains(cut.marker.as_str()));
    cuts
}

fn cuts_in(source: &str, line: Line, markers: &HashSet<&str>, cuts: &mut Vec<NoteCut>) {
    let text = line.text(source);
    let mut at = 0;
    while let Some(from) = text[at..].find(is_marker_char).map(|i| at + i) {
        let class = class(text[from..].chars().next().unwrap_or(' '));
        let run = &text[from..];
        let length = run.find(|c| self::class(c) != class).unwrap_or(run.len());
        let (before, after) = (&text[..from], &text[from + length..]);
        let marker = plain(&run[..length]);
        if markers.contains(marker.as_str()) && is_glued(before, after, class) {
            let start = line.span.start as usize + from;
            cuts.push(NoteCut { marker, span: Span::new(start, start + length) });
        }
        at = from + length;
    }
}

/// Abbreviations after whose point a number is a number.
const BEFORE_NUMBER: [&str; 14] = [
    "Add", "Amend", "Art", "Corr", "No", "Nos", "Rev", "Vol", "art", "chap", "para", "paras",
    "sect", "vol",
];

fn is_glued(before: &str, after: &str, class: Class) -> bool {
    let mut next = after.chars();
    let ends = match next.next() {
        None => true,
        Some('.' | ',') => !next.next().is_some_and(char::is_alphanumeric),
        Some(c) => !(c.is_alphanumeric() || matches!(c, '/' | '-' | '–' | '%')),
    };
    if !ends || before.is_empty() {
        return false;
    }
    if class != Class::Digit {
        return !before.ends_with(char::is_whitespace);
    }
    let token = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let word = token.trim_end_matches(['.', ',', ';', ':', ')', '”', '’', '"', '\'', ']']);
    let letters = word.chars().rev().take_while(|c| c.is_alphabetic()).count();
    letters >= 3 && !token.contains('/') && !BEFORE_NUMBER.contains(&word)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Superscript,
    Star,
    Other,
}

fn class(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        '*' | '†' | '‡' => Class::Star,
        _ if superscript(c).is_some() => Class::Superscript,
        _ => Class::Other,
    }
}

fn is_marker_char(c: char) -> bool {
    class(c) != Class::Other
}

fn superscript(c: char) -> Option<char> {
    Some(match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁰' => '0',
        '⁴'..='⁹' => char::from(b'4' + (c as u32 - '⁴' as u32) as u8),
        _ => return None,
    })
}

fn plain(marker: &str) -> String {
    marker.chars().map(|c| superscript(c).unwrap_or(c)).collect()
}

/// The marker that a note begins with: up to three digits, superscript or not, or stars.
fn marker_at_start(text: &str) -> Option<(usize, String)> {
    let class = class(text.chars().next()?);
    let length = text.find(|c| self::class(c) != class).unwrap_or(text.len());
    let marker = plain(&text[..length]);
    let ends = text[length..].chars().next().is_none_or(char::is_whitespace);
    (class != Class::Other && ends && marker.len() <= 3 && !marker.starts_with('0'))
        .then_some((length, marker))
}

#[cfg(test)]
mod tests {
    use super::super::{furniture, lines};
    use super::*;

    type Notes<'a> = (Vec<(String, &'a str)>, Vec<(String, u32)>);

    fn read(source: &str) -> Notes<'_> {
        let lines = lines(source);
        let furniture = furniture(source, &lines);
        let layout = Layout::of(lines.iter().copied());
        let mut zones = note_zones(source, &lines, &furniture, layout);
        let cuts = note_cuts(source, &lines, &furniture, &mut zones);
        let text = |zone: &NoteZone| {
            let last = lines[zone.lines.end - 1].span.end;
            (zone.marker.clone(), source[zone.marker_span.end as usize..last as usize].trim())
        };
        (
            zones.iter().map(text).collect(),
            cuts.into_iter().map(|cut| (cut.marker, cut.span.start)).collect(),
        )
    }

    #[test]
    fn a_marker_glued_to_a_word_proves_the_note() {
        let source =
            "LETTER FROM CHINA1 AND OTHERS IN THE SAME LINE\n\n1  First issued as A/1.\nText";
        assert_eq!(
            read(source),
            (vec![("1".into(), "First issued as A/1.")], vec![("1".into(), 17)])
        );
    }

    #[test]
    fn a_numbered_line_that_nothing_refers_to_is_no_note() {
        assert_eq!(read("Members:\n\n1  Austria\n2  Bhutan"), (vec![], vec![]));
    }

    #[test]
    fn under_a_rule_a_note_needs_no_marker_in_the_text() {
        let (zones, cuts) = read("Some text.\n\n________\n1 A/78/1.\n2 A/78/2.");
        assert_eq!(zones, vec![("1".into(), "A/78/1."), ("2".into(), "A/78/2.")]);
        assert_eq!(cuts, vec![]);
    }

    #[test]
    fn numbers_in_symbols_and_after_abbreviations_are_no_markers() {
        let source = "See A/60/L.1, Add.1 and para.1 of the report.1\n________\n1 A note.";
        assert_eq!(read(source).1, vec![("1".into(), 45)]);
    }
}
