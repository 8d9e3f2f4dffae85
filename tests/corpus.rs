//! What holds for every text: `parse` returns, nothing is lost, and what is said to be printed
//! stands where it is said to stand.
//!
//! Tried on all real texts beside the project, on arbitrary strings, on strings made of what such
//! documents are made of, and on the seed cut and shuffled.

mod support;

use std::mem::discriminant;
use std::panic::catch_unwind;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;
use verbale::model::{Document, Mention, Text};
use verbale::{Parsed, Span};

#[test]
fn every_real_text_is_read_whole() {
    let Some(shared) = support::shared("reading of the corpus and of the gold sources") else {
        return;
    };
    let texts = support::corpus(&shared);
    let mut failures = Vec::new();
    for path in &texts {
        let source = support::read(path);
        let name = path.strip_prefix(&shared).unwrap_or(path).display();
        let faults = catch_unwind(|| faults(&source))
            .unwrap_or_else(|_| vec!["the parse panicked".to_owned()]);
        failures.extend(faults.iter().map(|fault| format!("{name}: {fault}")));
    }
    support::say(&format!("read {} texts beside the project", texts.len()));
    support::report("texts that are not read whole and true", &failures);
}

#[test]
fn the_seed_is_read_whole() {
    support::report("the seed", &faults(&support::seed()));
}

#[test]
fn a_mark_above_all_is_read_whole() {
    let source = "[12]\n1  Originally issued \n[12]“SCO” \n";
    assert_eq!(faults(source), Vec::<String>::new());
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn any_string_is_read_whole(source in any::<String>()) {
        prop_assert_eq!(faults(&source), Vec::<String>::new());
    }

    #[test]
    fn any_pieces_of_documents_are_read_whole(pieces in vec(select(PIECES), 0..60)) {
        prop_assert_eq!(faults(&pieces.concat()), Vec::<String>::new());
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn a_shuffled_seed_is_read_whole(
        swaps in vec(any::<(Index, Index)>(), 0..40),
        cuts in vec(any::<(Index, Index)>(), 0..12),
        from in any::<Index>(),
        to in any::<Index>(),
    ) {
        let seed = support::seed();
        let mut lines: Vec<String> = seed.split_inclusive('\n').map(str::to_owned).collect();
        for (a, b) in swaps {
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            lines.swap(a, b);
        }
        for (line, place) in cuts {
            let line = line.index(lines.len());
            let chars = lines[line].chars().count();
            lines[line] = lines[line].chars().take(place.index(chars + 1)).collect();
        }
        let (from, to) = (from.index(lines.len()), to.index(lines.len()));
        let source = lines[from.min(to)..=from.max(to)].concat();
        prop_assert_eq!(faults(&source), Vec::<String>::new());
    }
}

/// What documents are made of, with what goes wrong in them.
const PIECES: &[&str] = &[
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{c}",
    " ",
    "        ",
    "\t",
    "\u{a0}",
    "\u{ad}\n",
    "-\n",
    "\u{2028}",
    "\u{200b}",
    "\u{feff}",
    "\0",
    "a",
    "The Secretary-General ",
    "’s",
    "“SCO” ",
    "(Signed) ",
    "(Signed): Hu Jintao\n",
    "       President of the Kyrgyz Republic\n",
    "Annex\n",
    "Enclosure II\n",
    "Letter dated 8 February 2006 from ",
    "LETTER DATED 31 JUNE 2006 ",
    "the Permanent Representative of China to the United Nations ",
    "addressed to the President of the Security Council\n",
    "transmitting the statement of ",
    "I have the honour to transmit herewith ",
    "Distr.: General\n",
    "Original: Arabic\n",
    "United Nations",
    "S/2006/100",
    "A/60/973",
    "A/C.3/78/L.60/Rev.1\n",
    "resolution 60/45, ",
    "resolutions 1540 (2004) and 1673 (2006)",
    "of 8 December 2005 ",
    "(hereinafter referred to as ",
    "\n1  Originally issued ",
    "\n1. ",
    "\n(a) ",
    "\n    (iv) ",
    "1",
    "¹ ",
    "* ",
    "\n* ",
    "_______\n",
    "----- \n",
    "06-24282 (E) 140206\n",
    "*0624282*\n",
    "2/5\n",
    "page 2\n",
    "/...\n",
    "[12]",
    "[",
    "]",
    "(",
    ")",
    "«",
    "Sixty-first session\n",
    "Agenda item 97 (a)\n",
    "é",
    "Türkiye",
    "会",
    "م",
    "Excellency,\n",
    "Accept, Sir, the assurances of my highest consideration.\n",
];

/// Everything that is not as it must be in the reading of this text.
fn faults(source: &str) -> Vec<String> {
    let parsed = verbale::parse(source);
    let mut faults = Vec::new();
    let coverage = verbale::coverage(source, &parsed.document);
    for (what, spans) in [("in no leaf", &coverage.uncovered), ("in two leaves", &coverage.doubled)]
    {
        for span in spans {
            faults.push(format!("{what}: {}", shown(source, *span)));
        }
    }
    if coverage.is_complete() != faults.is_empty() {
        faults.push("is_complete() contradicts the lists".to_owned());
    }
    let json = serde_json::to_value(&parsed.document).expect("a document is JSON");
    spans_and_printed(source, &json, "", &mut faults);
    nesting(&parsed.document, &mut faults);
    for text in parsed.document.texts() {
        text_faults(source, text, &mut faults);
    }
    diagnostics(source, &parsed, &mut faults);
    faults
}

/// Every span lies on characters of the source; every `printed` stands at the `span` beside it.
fn spans_and_printed(source: &str, node: &Value, at: &str, faults: &mut Vec<String>) {
    match node {
        Value::Object(fields) => {
            let span = fields.get("span").and_then(as_span);
            let printed = fields.get("printed").and_then(Value::as_str);
            if let (Some(span), Some(printed)) = (span, printed)
                && let Err(why) = stands(printed, span.slice(source))
            {
                let place = shown(source, span);
                faults.push(format!("{at}: printed {printed:?} {why} {place}"));
            }
            for (key, value) in fields {
                if (key == "span" || key.ends_with("_span"))
                    && let Some(span) = as_span(value)
                    && !fits(source, span)
                {
                    faults.push(format!("{at}/{key}: {span:?} is no place in the source"));
                }
                spans_and_printed(source, value, &format!("{at}/{key}"), faults);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                spans_and_printed(source, value, &format!("{at}/{place}"), faults);
            }
        }
        _ => {}
    }
}

fn as_span(value: &Value) -> Option<Span> {
    serde_json::from_value(value.clone()).ok()
}

fn fits(source: &str, span: Span) -> bool {
    span.start < span.end && source.get(span.start as usize..span.end as usize).is_some()
}

/// Whether `printed` stands in `slice`.
///
/// White space is taken out of both. Then the slice must begin and end with the first and the last
/// character of `printed` and hold all its characters in order; between them it may hold what
/// interrupts: a hyphen or soft hyphen at the end of a line, the marker of a note, page furniture,
/// a note at the foot of a page. A slice of one line has room for a marker and hyphens only.
fn stands(printed: &str, slice: &str) -> Result<(), &'static str> {
    if black(printed).next().is_none() {
        return Err("is empty at");
    }
    if black(printed).next() != black(slice).next() || black(printed).last() != black(slice).last()
    {
        return Err("does not begin and end like");
    }
    let Some(more) = beyond(printed, slice) else {
        return Err("is not in");
    };
    let one_line = !slice.trim().contains(['\n', '\r', '\u{c}']);
    if one_line && more.chars().count() > 8 {
        return Err("is much less than");
    }
    Ok(())
}

/// The characters of `slice` that are not of `printed`, where all of `printed` is in `slice`.
fn beyond(printed: &str, slice: &str) -> Option<String> {
    let mut wanted = black(printed).peekable();
    let mut more = String::new();
    for c in black(slice) {
        if wanted.peek() == Some(&c) {
            wanted.next();
        } else {
            more.push(c);
        }
    }
    wanted.next().is_none().then_some(more)
}

fn black(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !is_white(*c))
}

/// White space as the crate understands it: Unicode's, and the characters without width.
fn is_white(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}')
}

/// What holds in every running text.
fn text_faults(source: &str, text: &Text, faults: &mut Vec<String>) {
    let mut fault = |what: String| faults.push(format!("{what}, in {}", shown(source, text.span)));
    // The segments are the text's own: nothing is between its characters but hyphens undone and
    // characters without width.
    let own: String = text.segments.iter().map(|s| s.slice(source)).collect();
    match beyond(&text.text, &own) {
        None => fault(format!("text as read is not in its segments: {:?}", text.text)),
        Some(more) if more.chars().any(|c| !is_undone(c)) => {
            fault(format!("segments hold more than the text as read: {more:?}"));
        }
        Some(_) => {}
    }
    let mut end = text.span.start;
    for segment in &text.segments {
        if !fits(source, *segment) || segment.start < end || segment.end > text.span.end {
            fault(format!("segment {segment:?} is out of order"));
        }
        end = segment.end;
    }
    let mut start = 0;
    for mention in &text.mentions {
        let (range, printed) = (mention.range(), mention.printed());
        if range.slice(&text.text) != printed || printed.is_empty() {
            let there = range.slice(&text.text);
            fault(format!("mention {printed:?} has the range of {there:?}"));
        }
        if range.start < start {
            fault(format!("mention {printed:?} is out of order"));
        }
        start = range.start;
        let span = mention.span();
        if span.start < text.span.start || span.end > text.span.end {
            fault(format!("mention {printed:?} has a span outside its text"));
        }
    }
    for (place, a) in text.mentions.iter().enumerate() {
        for b in &text.mentions[place + 1..] {
            let overlap = a.range().end > b.range().start && b.range().end > a.range().start;
            if b.range().start >= a.range().end {
                break;
            }
            if overlap && !is_one_range(a, b) && discriminant(a) == discriminant(b) {
                let (a, b) = (a.printed(), b.printed());
                fault(format!("mentions of one kind overlap: {a:?} and {b:?}"));
            }
        }
    }
    for mark in &text.note_marks {
        if !text.text.is_char_boundary(mark.offset as usize) {
            fault(format!("note mark {:?} has no place in the text", mark.marker));
        }
    }
}

/// What a flow settles: hyphens at line ends, soft hyphens, control characters.
fn is_undone(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' | '\u{200e}' | '\u{200f}')
        || c.is_control()
}

/// Parents stand before their blocks, one level up; anchors point at what is there.
fn nesting(document: &Document, faults: &mut Vec<String>) {
    let content = document.content();
    for (place, block) in content.blocks.iter().enumerate() {
        let parent = block.parent.map(|at| at as usize);
        let up = parent.filter(|at| *at < place).map(|at| &content.blocks[at]);
        let sound = match up {
            Some(up) => block.depth == up.depth + 1,
            None => parent.is_none() && block.depth == 0,
        };
        if !sound {
            let (depth, text) = (block.depth, &block.text.text);
            faults.push(format!("depth {depth}, parent {parent:?} in block {place} {text:?}"));
        }
    }
    for note in &content.footnotes {
        for anchor in &note.anchors {
            let block = content.blocks.get(anchor.block as usize);
            if !block.is_some_and(|b| b.text.text.is_char_boundary(anchor.offset as usize)) {
                faults.push(format!("note {:?} is anchored nowhere: {anchor:?}", note.marker));
            }
        }
    }
    for attachment in document.attachments() {
        nesting(&attachment.document, faults);
    }
}

/// A finding speaks a sentence about a place of the source.
fn diagnostics(source: &str, parsed: &Parsed, faults: &mut Vec<String>) {
    for finding in &parsed.diagnostics {
        let code = finding.code.as_str();
        if finding.message.trim().is_empty() {
            faults.push(format!("{code}: says nothing"));
        }
        let place = finding.span.map(|s| source.get(s.start as usize..s.end as usize));
        if place == Some(None) {
            faults.push(format!("{code}: {:?} is no place in the source", finding.span));
        }
    }
}

/// A place in the source, short, for a message.
fn shown(source: &str, span: Span) -> String {
    let slice = span.slice(source);
    let short: String = slice.chars().take(60).collect();
    let dots = if short.len() < slice.len() { "…" } else { "" };
    format!("{}..{} {short:?}{dots}", span.start, span.end)
}

#[test]
fn the_comparison_is_neither_blind_nor_blinded() {
    let ok = |printed, slice| stands(printed, slice).is_ok();
    assert!(ok("Shanghai Cooperation", "Shanghai \n   Cooperation"));
    assert!(ok("information", "infor-\nmation"));
    assert!(ok("co-operation", "co-\noperation"));
    assert!(ok("information", "infor\u{ad}mation"));
    assert!(ok("SHANGHAI, CHINA SEA", "SHANGHAI, CHINA1 SEA"));
    assert!(ok("to the Council", "to\n\n06-24282 (E)\n\u{c}S/2006/100\n\nthe Council"));
    assert!(!ok("China", "hina"));
    assert!(!ok("China", "Chin"));
    assert!(!ok("China", " of China"));
    assert!(!ok("China", "Chain"));
    assert!(!ok("China", ""));
    assert!(!ok("", ""));
    assert!(!ok("Cuba", "Chad, Gabon, Uganda, Burma, Cuba"));
}

/// Whether two citations are members of one printed range, which share its place.
fn is_one_range(a: &Mention, b: &Mention) -> bool {
    match (a, b) {
        (Mention::Citation(a), Mention::Citation(b)) => {
            a.core_span == b.core_span && a.canonical != b.canonical
        }
        _ => false,
    }
}
