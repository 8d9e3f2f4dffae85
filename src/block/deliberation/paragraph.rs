//! Where the paragraphs and items of a body begin.

use std::cell::OnceCell;

use super::super::action::{ActionKind, action, opens_conclusion};
use super::super::enacting::is_resolving;
use super::super::forms::Forms;
use super::super::segment::Row;
use crate::inline::scan_dates;
use crate::model::MONTHS;
use crate::text::{begins_lower, ends_open, ends_sentence};

/// The number of a part alone on a row: one or two capitals, or a Roman numeral.
pub(crate) fn is_part_number(text: &str) -> bool {
    const MARKS: [char; 5] = ['*', '#', '_', ' ', '.'];
    if text.len() > 6 && !text.starts_with(MARKS) && !text.ends_with(MARKS) {
        return false;
    }
    let bare = text.trim_matches(MARKS);
    let roman = !bare.is_empty() && bare.len() <= 6 && bare.bytes().all(|b| b"IVXL".contains(&b));
    roman || bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_uppercase())
}

/// What begins a paragraph where, by the rows of a text.
pub(crate) struct Paragraphs<'a> {
    source: &'a str,
    rows: &'a [Row],
    forms: &'a [Forms],
    /// The opening that each row begins with, once it was asked: a row is asked again for those
    /// below it.
    openings: Vec<OnceCell<Option<Opening>>>,
}

/// What is to be known of the words that open a row.
#[derive(Clone, Copy)]
struct Opening {
    kind: ActionKind,
    listed: bool,
}

impl<'a> Paragraphs<'a> {
    pub(crate) fn of(source: &'a str, rows: &'a [Row], forms: &'a [Forms]) -> Self {
        Paragraphs { source, rows, forms, openings: vec![OnceCell::new(); rows.len()] }
    }

    fn text(&self, at: usize) -> &'a str {
        self.rows[at].line.text(self.source)
    }

    fn opening(&self, at: usize) -> Option<Opening> {
        *self.openings[at].get_or_init(|| {
            action(self.text(at)).map(|found| Opening { kind: found.kind, listed: found.listed })
        })
    }

    /// Whether a row opens with words of the table.
    fn is_listed(&self, at: usize) -> bool {
        self.opening(at).is_some_and(|opening| opening.listed)
    }

    /// Whether a row opens as a paragraph or an item does.
    fn opens(&self, at: usize) -> bool {
        self.forms[at].has(Forms::ITEM) || self.is_listed(at)
    }

    /// Whether a paragraph or item of a body begins at a row, by its words and those above it;
    /// `None` where its layout decides.
    pub(crate) fn begins(&self, at: usize) -> Option<bool> {
        let (before, row) = (self.rows[at.checked_sub(1)?], self.rows[at]);
        let (above, text) = (self.text(at - 1), self.text(at));
        let clause = closes_clause(above);
        // Letters without capitals: what closes the row above is all that is known.
        if begins_caseless(text) {
            return clause.then_some(true);
        }
        let apart = row.line.gap > 0 && !row.parted;
        let is_item = self.forms[at].has(Forms::ITEM);
        if clause && is_item {
            return Some(true);
        }
        if clause && is_resolving(text) {
            return Some(true);
        }
        if text.starts_with(['“', '"', '«']) && ends_sentence(above) {
            return Some(true);
        }
        if goes_on(above, text, is_item) {
            return Some(false);
        }
        // A heading between paragraphs that no blank line sets off, and what follows it.
        if self.heads(at) || self.heads(at - 1) && (is_item || self.is_listed(at)) {
            return Some(true);
        }
        if clause
            && let Some(opening) = self.opening(at)
            && (opening.listed || apart || row.line.indent > before.line.indent)
        {
            // After a comma an operative verb begins the operative part only at a paragraph's start.
            let comma = above.trim_end_matches(is_note).ends_with(',');
            if !comma || opening.kind == ActionKind::Preambular || apart || !opening.listed {
                return Some(true);
            }
            return Some(row.line.indent >= before.line.indent);
        }
        // An indented opening begins a paragraph, whatever stands above it, such as a heading.
        let indented = row.line.indent >= before.line.indent + INDENT;
        if indented && self.is_listed(at) {
            return Some(true);
        }
        // A paragraph that is not closed goes on, over a gap where words follow.
        let words = !apart || text.contains(char::is_lowercase) && !text.starts_with(is_digit);
        if words
            && !clause
            && !is_item
            && !self.is_listed(at)
            && !division(text)
            && self.is_inside(at - 1)
        {
            return Some(false);
        }
        let capital = text.starts_with(|c: char| c.is_uppercase() || "“\"".contains(c));
        (apart && clause && capital).then_some(true)
    }

    /// Whether a row is a heading by what stands around it: a closed paragraph above, an opening
    /// below, and no stop of its own.
    fn heads(&self, at: usize) -> bool {
        let own = self.text(at);
        let below = |next: usize| !begins_lower(self.text(next)) && self.opens(next);
        own.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && own.len() <= WIDEST_HEADING
            && at.checked_sub(1).is_some_and(|above| closes_clause(self.text(above)))
            && !closes_clause(own)
            && !ends_open(own)
            && at + 1 < self.rows.len()
            && below(at + 1)
            && !self.opens(at)
    }

    /// Whether a row stands in a paragraph and in no heading: the rows above it, up to the one that
    /// begins the block, are too many for a heading, or that one opens with words that a heading
    /// does not open with.
    fn is_inside(&self, at: usize) -> bool {
        // A line that a comma ends is closed only where the next one begins anew.
        let begins = |&at: &usize| {
            self.rows[at].line.gap > 0
                || !begins_lower(self.text(at))
                    && at
                        .checked_sub(1)
                        .map(|above| self.text(above))
                        .is_none_or(|above| closes_clause(above) || division(above))
        };
        let Some(start) = (at.saturating_sub(LONGEST_HEADING - 1)..=at).rev().find(begins) else {
            return true;
        };
        let headed = || start.checked_sub(1).is_some_and(|above| division(self.text(above)));
        let wide =
            || (start..=at).map(|row| self.text(row).len()).sum::<usize>() > LONGEST_SUBHEADING;
        self.opens(start) || opens_conclusion(self.text(start)) || wide() && headed()
    }
}

/// A heading is no wider than this, in bytes.
const WIDEST_HEADING: usize = 100;

/// A heading below the number of a division is no longer than this in all its rows, in bytes.
const LONGEST_SUBHEADING: usize = 90;

/// No heading inside a body takes more rows.
const LONGEST_HEADING: usize = 3;

/// Whether a row is the heading of a division alone: "Article 5", "II".
fn division(text: &str) -> bool {
    let numbered = || {
        let mut words = text.splitn(3, ' ');
        let (first, second) = (words.next().unwrap_or(""), words.next());
        second.is_some_and(|number| numbers_division(first, number))
    };
    // Longer words are no noun of a division: most lines are not cut into words.
    let short = || memchr::memchr(b' ', text.as_bytes()).is_some_and(|at| at <= LONGEST_NOUN);
    is_part_number(text) || short() && numbered()
}

/// Bytes of the longest noun of a division.
const LONGEST_NOUN: usize = "regulation".len();

/// Whether two words are the noun and the number of a division: "Article", "5".
pub(super) fn numbers_division(noun: &str, number: &str) -> bool {
    const NOUNS: [&str; 6] = ["article", "chapter", "part", "regulation", "rule", "section"];
    if !NOUNS.iter().any(|known| known.eq_ignore_ascii_case(noun)) {
        return false;
    }
    let number = number.trim_end_matches(['.', ':']);
    let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    digits || is_part_number(number)
}

/// Columns that the first line of a paragraph is set in by, at least.
const INDENT: u32 = 3;

/// Whether a line goes on with the one above it over a gap or the end of a page, by its first sign
/// or by an abbreviation above.
fn goes_on(above: &str, text: &str, is_item: bool) -> bool {
    if above.ends_with('.') {
        let last = above.rsplit([' ', '(']).next().unwrap_or("");
        let initial = last.len() == 2 && last.starts_with(|c: char| c.is_ascii_uppercase());
        if initial || ABBREVIATIONS.contains(&last) {
            return !text.starts_with(['(', '“', '"']) && !is_item;
        }
    }
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    // "432 (1978).", where a comma was meant, and "435 (1978), 439 (1978)".
    let listed = digits.strip_prefix(" (").filter(|rest| closes_number(rest)).is_some_and(|rest| {
        let behind = rest.split_once(')').map_or("", |(_, behind)| behind);
        behind.starts_with([',', ';']) || behind.starts_with(" and ")
    });
    if listed && digits.len() < text.len() && above.trim_end_matches('.').ends_with(')') {
        return true;
    }
    if ends_sentence(above) || is_item {
        return false;
    }
    if digits.len() < text.len() {
        // "60/48 of 8 December", "2003, 58/7", "24 December 2003", "3212 (XXIX)".
        return digits.starts_with(['/', ',']) && digits.contains(char::is_alphabetic)
            || digits.strip_prefix(' ').is_some_and(begins_lower)
            || digits.strip_prefix(" (").is_some_and(closes_number)
            || scan_dates(text, 0).is_some();
    }
    // "of 19", "March, 206 (1965) of 15 June".
    if MONTHS.contains(&text.split([' ', ',', ';']).next().unwrap_or("")) && ends_with_day(above) {
        return true;
    }
    // "(1970), 301 (1971)", "(XXI) of 27 October 1966".
    let number = text
        .strip_prefix('(')
        .is_some_and(|rest| rest.starts_with(is_digit) || closes_number(rest));
    begins_lower(text) || number
}

/// Whether a text opens with the session or year in the parenthesis of a resolution's number.
fn closes_number(text: &str) -> bool {
    let inner = text.split(')').next().unwrap_or("");
    let year = inner.len() == 4 && inner.bytes().all(|b| b.is_ascii_digit());
    let session = !inner.is_empty() && inner.bytes().all(|b| b"IVXL".contains(&b));
    inner.len() < text.len() && (year || session)
}

/// Whether a line ends with the number of a day.
fn ends_with_day(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or("");
    word.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
}

/// Words behind which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 14] = [
    "Mr.", "Mrs.", "Ms.", "Dr.", "Gen.", "H.E.", "No.", "Nos.", "St.", "art.", "para.", "paras.",
    "sect.", "vol.",
];

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn is_note(c: char) -> bool {
    is_digit(c) || matches!(c, ' ' | '*' | '_' | '”' | '"' | '’' | '\'' | ')' | '^' | '[' | ']')
}

/// Whether a line ends as the paragraphs and items of a resolution do.
/// Whether a text begins in Chinese or Arabic.
fn begins_caseless(text: &str) -> bool {
    let caseless = |c: char| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase();
    text.starts_with(caseless)
}

pub(super) fn closes_clause(text: &str) -> bool {
    let text = text.trim_end_matches(is_note);
    let text = text.strip_suffix(" and").or_else(|| text.strip_suffix(" or")).unwrap_or(text);
    text.trim_end_matches(is_note)
        .ends_with([',', ';', ':', '.', '?', '，', '；', '：', '。', '،', '؛'])
}

#[cfg(test)]
mod tests {
    use super::super::super::item::item_number;
    use super::*;

    #[test]
    fn lines_go_on_over_gaps() {
        for (above, text) in [
            ("and further acknowledging", "the inputs of the group"),
            ("resolutions 57/9 of 8 May 2031,", "58/7 of 9 May 2032 and 59/1"),
            ("of 3 May 2031, and of", "4 May 2032"),
            ("of 15 December 2026, 201 (1965) of 19", "March, 206 (1965) of 15 June"),
            ("resolutions 431 (1978), 432 (1978).", "435 (1978), 439 (1978), and 566"),
            ("by which it endorsed General Assembly resolution", "3212 (XXIX) adopted on"),
            ("resolutions 269 (1969), 276", "(1970), 301 (1971)"),
            ("the death of Judge Ann R.", "Example on 3 May"),
            ("the sentence passed on Mr.", "Example"),
        ] {
            assert!(goes_on(above, text, false), "{above} / {text}");
        }
        for (above, text) in [
            ("the following items:", "(a) The first"),
            ("its report,", "Recalling"),
            ("its report;", "3. Requests"),
            ("the report,", "12 United Nations, Treaty Series"),
            ("the report,", "2/9"),
            ("the report", "12 (a) Requests"),
            ("resolution 432 (1978).", "435 (1978). Resolution of 29 September"),
            ("its report of", "March on the Lakes"),
        ] {
            let is_item = item_number(text).is_some();
            assert!(!goes_on(above, text, is_item), "{above} / {text}");
        }
    }

    #[test]
    fn a_clause_may_end_before_a_note_and_a_conjunction() {
        assert!(
            ["its report, 54", "its report;12", "items; and", "items:", "the item”."]
                .iter()
                .all(|text| closes_clause(text))
        );
        assert!(!closes_clause("of 14 October"));
    }
}
