//! Where each block ends.

use super::action::action;
use super::address::{is_office_line, names_copies, opens_address};
use super::exchange::exchange_number;
use super::forms::{Forms, is_session_of};
use super::formula::{
    begins_sentence, begins_with_subject, is_closing, is_salutation, opens_paragraph,
};
use super::heading::{ends_with_name, is_complete_heading, names_addressee};
use super::place_date::{PlaceDate, place_date};
use super::segment::{Cursor, is_capitals};
use super::signature::is_title_line;
use super::signature_mark::signature_mark;
use crate::text::{
    Line, Signs, begins_lower, ends_in_initials, ends_open, ends_sentence, ends_short,
};

/// Headings longer than this are none.
const LONGEST_HEADING: usize = 14;
/// No line of a heading that is broken to a measure is wider.
const WIDEST_HEADING: u32 = 110;
/// Titles below one signature.
const MOST_TITLES: usize = 8;

impl Cursor<'_> {
    /// The end of a heading that begins at `at`. A heading goes on while its line ends open, the
    /// next one begins in lower case, or sender and addressee are not named yet; it stops at a
    /// blank line and before the first words of the body.
    pub(super) fn heading_end(&self, at: usize) -> usize {
        let mut heading = self.text(at).to_owned();
        let mut end = at + 1;
        while end < self.rows.len() && end - at < LONGEST_HEADING && !self.opens_block(end) {
            let (row, text) = (self.rows[end], self.text(end));
            let open = ends_open(&heading) || begins_lower(text);
            if !open && self.heading_stops(&heading, end) {
                break;
            }
            if row.line.gap > 1 && !open {
                break;
            }
            heading.push(' ');
            heading.push_str(text);
            end += 1;
        }
        end
    }

    /// Whether a heading, whose last line does not end open, stops before the row.
    fn heading_stops(&self, heading: &str, end: usize) -> bool {
        let (row, text) = (self.rows[end], self.text(end));
        let set_off = row.line.gap > 0 || row.parted;
        if is_capitals(heading) {
            if !set_off && is_capitals(text) && goes_on_in_capitals(text) {
                return false;
            }
            // A telegram goes on in capitals below its heading.
            let whole = is_complete_heading(heading)
                && self.layout.stops_short(self.rows[end - 1].line, text);
            return set_off || whole || !is_capitals(text);
        }
        // A line wider than a heading's was not broken to a measure.
        let whole = self.rows[end - 1].line.width > WIDEST_HEADING;
        if begins_sentence(text) || whole || text.len() > 150 {
            return true;
        }
        if names_addressee(heading) {
            set_off || is_complete_heading(heading)
        } else {
            // Set off in the middle of a name, it goes on; a mission is always that of a State.
            set_off && ends_with_name(heading) && !heading.ends_with("Mission")
        }
    }

    /// The end of an address that begins at `at`: at a gap, before a salutation, a date or the
    /// first words of the body.
    pub(super) fn address_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.rows.len() && end - at < MOST_TITLES && !self.opens_block(end) {
            let (row, text) = (self.rows[end], self.text(end));
            let goes_on = row.line.gap == 0 && !row.parted || !self.layout.is_wrapped();
            let ends = is_salutation(text)
                || begins_sentence(text) && !is_office_line(text)
                || exchange_number(text).is_some()
                || text.len() > 80;
            let stops = ends_sentence(text) && !ends_in_initials(text);
            if !goes_on || ends || stops || place_date(text).is_some() {
                break;
            }
            end += 1;
        }
        end
    }

    /// The end of a signature whose mark stands at `at`: the name, on the same line or after page
    /// furniture below it, and the titles. One without a mark begins with its name.
    pub(super) fn signature_end(&self, at: usize) -> usize {
        let named = signature_mark(self.text(at)).is_none_or(|(_, rest)| !rest.trim().is_empty());
        // Who has a title above has none below.
        let titled = at > 0 && self.is_titled_above(at - 1);
        let mut end = at + 1;
        let heads = |at: usize| self.text(at).ends_with(':');
        if !named && end < self.rows.len() && !self.opens_block(end) && !heads(end) {
            end += 1;
        }
        while end < self.rows.len() && end - at <= MOST_TITLES && !self.opens_block(end) {
            let (row, text) = (self.rows[end], self.text(end));
            let set_off = row.line.gap > 0 || row.parted || !self.layout.is_wrapped();
            let goes_on = ends_open(self.text(end - 1)) || begins_lower(text);
            let may_follow = !set_off && !begins_sentence(text);
            let other = opens_address(text, true)
                || place_date(text).is_some()
                || names_copies(text)
                || text.starts_with('[')
                || exchange_number(text).is_some()
                || text.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("annex"));
            let of_next = (row.line.gap > 0 || titled) && self.is_titled_above(end);
            if text.len() > 160
                || other
                || of_next
                || titled && is_title_line(text)
                || !(goes_on || may_follow || is_title_line(text))
            {
                break;
            }
            end += 1;
        }
        end
    }

    /// The end of an entry in a list of signatories: a name, and titles on its line or below it.
    pub(super) fn entry_end(&self, at: usize) -> usize {
        let goes_on = |end: usize| {
            let (text, above) = (self.text(end), self.text(end - 1));
            self.rows[end].line.gap == 0
                && (ends_open(above) || begins_lower(text) || is_title_line(text))
        };
        let last = self.rows.len().min(at + MOST_TITLES);
        (at + 1..last).find(|&end| !goes_on(end)).unwrap_or(last)
    }

    /// The end of the paragraph that begins at `at`.
    pub(super) fn paragraph_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        // A number that stands alone belongs to the paragraph after it.
        let text = self.text(at);
        // Place and date stand alone, also at the right edge, where the line is as wide as any.
        let dated = |found: PlaceDate| {
            found.place.is_some() && found.dates.iter().all(|(_, date)| date.day().is_some())
        };
        let row = self.rows[at];
        let may_date = row.line.gap > 0 && row.line.signs.may_hold(Signs::DIGIT);
        if may_date && !ends_open(text) && place_date(text).is_some_and(dated) {
            return end;
        }
        if (is_lone_number(text) || self.forms[at].has(Forms::ITEM_ALONE))
            && end < self.rows.len()
            && !self.opens_block(end)
        {
            end += 1;
        }
        while end < self.rows.len() && !self.opens_block(end) && !self.ends_paragraph(end) {
            if end == at + 1 && is_frame_line(self.text(at)) || is_servant(self.text(end - 1)) {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether a new paragraph begins at `at`, judged by the line before.
    fn ends_paragraph(&self, at: usize) -> bool {
        let (before, row) = (self.rows[at - 1], self.rows[at]);
        let (above, text) = (self.text(at - 1), self.text(at));
        if self.plan.number(at).is_some() {
            return true;
        }
        let is_item = self.forms[at].has(Forms::ITEM);
        let in_body = self.plan.in_body(at);
        if (in_body || self.layout.is_wrapped()) && !is_item && goes_on(above, text) {
            return false;
        }
        if is_session_of(above, text) {
            return false;
        }
        // "told Mr.", and the name below.
        if ends_short(above) && text.starts_with(char::is_alphanumeric) {
            return false;
        }
        if in_body && let Some(begins) = self.paragraphs.begins(at) {
            return begins;
        }
        if !self.layout.is_wrapped() {
            return true;
        }
        let short = self.layout.stops_short(self.with_number(at - 1), text);
        let sentence = ends_sentence(above);
        if is_item && (sentence || short) {
            return true;
        }
        if row.line.gap > 0 || row.parted {
            // The clauses of a declaration are set apart as those of a resolution.
            if row.line.gap > 0 && !row.parted && above.ends_with([',', ';']) && opens_clause(text)
            {
                return true;
            }
            // Only a sentence that is broken in the middle goes on over a gap.
            let broken =
                !sentence && (begins_lower(text) || ends_open(above) || row.parted && !short);
            return !broken;
        }
        if sentence {
            return short || row.line.indent > before.line.indent || opens_paragraph(text);
        }
        // "I. Introduction" heads the text below a title that fills its line.
        if opens_section(text) && !ends_open(above) && self.layout.is_short(row.line) {
            return true;
        }
        // The number of the first note stands below a title that fills its line.
        if exchange_number(text).is_some() && !text.ends_with('.') && is_capitals(above) {
            return true;
        }
        // A heading: short, and what follows does not go on.
        self.layout.is_short(before.line)
            && short
            && !begins_lower(text)
            && !ends_open(above)
            && !begins_with_subject(above)
    }

    /// The line as wide as on the page, where its number stood before it: some extractions print
    /// the number on a line of its own.
    fn with_number(&self, at: usize) -> Line {
        const TAB: u32 = 8;
        let mut line = self.rows[at].line;
        if at.checked_sub(1).is_some_and(|above| self.forms[above].has(Forms::ITEM_ALONE)) {
            line.width += TAB;
        }
        line
    }
}

/// Whether a line in capitals goes on with a heading, by a word that begins no sentence.
fn goes_on_in_capitals(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "OF",
        "AND",
        "ADDRESSED",
        "TRANSMITTING",
        "CONCERNING",
        "CONTAINING",
        "ENCLOSING",
        "FORWARDING",
        "REGARDING",
        "RELATING",
        "SUBMITTING",
        "FROM",
    ];
    let word = text.split(' ').next().unwrap_or("");
    WORDS.contains(&word)
}

/// Whether a line without a number plainly goes on with the one above it, as most lines of a
/// paragraph do: small letters end the one and begin the other, and these are no conjunction.
fn goes_on(above: &str, text: &str) -> bool {
    let small = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_lowercase);
    small(above.as_bytes().last())
        && small(text.as_bytes().first())
        && !above.ends_with("and")
        && !above.ends_with("or")
}

/// Whether a line opens a clause of a preamble, or what the parties do: `Noting ...`, `Have agreed`.
fn opens_clause(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or("");
    // "Declare:" on a line of its own, of several.
    let alone = || text.strip_suffix(':').is_some_and(|verb| action(&format!("{verb}s")).is_some());
    matches!(first, "Have" | "Has" | "HAVE" | "HAS")
        || action(text).is_some()
        || first.len() == text.len() && alone()
}

/// Whether the line ends an old close, above the name: `Your obedient servant,`.
fn is_servant(text: &str) -> bool {
    const LONGEST: usize = 40;
    let text = text.trim_end_matches(',');
    text.len() <= LONGEST && text.len() >= 7 && {
        let tail = text.get(text.len() - "servant".len()..);
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case("servant"))
    }
}

/// Whether the line is one of a letter's frame that is never a part of a paragraph, though it ends
/// open: `Excellency,`, `Yours sincerely,`.
fn is_frame_line(text: &str) -> bool {
    // "I have the honour to be, Sir," goes on with the obedient servant.
    let opens = text.starts_with("I have the hono");
    is_salutation(text) || (text.len() < 60 && is_closing(text) && !opens)
}

/// Whether a line is the heading of a section by its roman number: `I. Introduction`.
fn opens_section(text: &str) -> bool {
    text.split_once(". ").is_some_and(|(number, words)| {
        let roman = (1..=5).contains(&number.len()) && number.bytes().all(|b| b"IVX".contains(&b));
        roman && words.starts_with(char::is_uppercase) && !ends_sentence(words)
    })
}

/// Whether a line is the number of a section and nothing else: `I.`, `A.`.
fn is_lone_number(text: &str) -> bool {
    let number = text.strip_suffix('.').unwrap_or("");
    let roman = number.len() <= 5 && number.bytes().all(|b| b"IVX".contains(&b));
    let letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_uppercase());
    !number.is_empty() && (roman || letter)
}
