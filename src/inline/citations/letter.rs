//! Letters and notes verbales by their dates.
//!
//! ```text
//! reference = form ( "dated" | "of" ) date [ "from" sender ] [ "addressed to" ... ] [ "(" symbol ... ")" ]
//! form      = "letter" | "letters" | "note verbale" | "telegram" | "cablegram"
//! ```
//!
//! Where a symbol follows in parentheses, the document of that symbol is cited, once, with the date
//! of the letter; else the letter is. Not a reference: the heading of a letter itself, and the label
//! of what it carries (`Annex to the letter dated ...`).

use super::lex::{after, before, skip_words, strip_words, to_sentence_end};
use super::memory::Known;
use super::{Found, Scanner, dates};
use crate::model::symbol::scan;
use crate::model::{CitationTarget, Date, LetterTarget, Status};

/// The words between the date and the symbol are no longer.
const REACH: usize = 320;

/// A sender is named in no more bytes.
const LONGEST_SENDER: usize = 160;

impl Scanner<'_> {
    /// Reads a reference whose `dated`, or whose `letter` before `of`, is the word at `start`.
    pub(super) fn letter(&mut self, start: usize, word: &str) -> Option<usize> {
        let text = self.text;
        let (begin, form, link) = match word {
            "dated" => {
                let (begin, form) = form_before(text, start)?;
                (begin, form, start)
            }
            "letter" => {
                let link = start + word.len() + 1;
                text.get(link..).filter(|rest| rest.starts_with("of "))?;
                (start, "letter", link)
            }
            _ => return None,
        };
        if labels_what_it_carries(&text[..begin]) {
            return None;
        }
        let (days, dated) = dates(text, link);
        let date = *days.first()?;
        // In one sentence and one clause; another date begins another letter.
        let window = to_sentence_end(after(text, dated, REACH));
        let stop = [";", " dated "].iter().filter_map(|stop| window.find(stop)).min();
        let window = &window[..stop.unwrap_or(window.len())];
        let begin = possessed(text, begin);
        if let Some(symbol) = symbol_in(text, dated, window) {
            return self.by_symbol(begin, date, symbol);
        }
        // `my letters dated 3 and 5 May`: each is one.
        let sender = sender(window);
        for date in &days {
            let (form, sender) = (form.to_owned(), sender.clone());
            let canonical = match &sender {
                Some(sender) => format!("{form} of {date} from {sender}"),
                None => format!("{form} of {date}"),
            };
            let target = CitationTarget::Letter(LetterTarget { form, date: *date, sender });
            let known = Known { canonical, target };
            let found = Found::of(begin..dated, known, Status::Printed);
            self.push(Found { date: Some(*date), ..found });
        }
        Some(dated)
    }

    /// Reads the symbol of a letter as one reference with the words before it.
    fn by_symbol(&mut self, begin: usize, date: Date, symbol: usize) -> Option<usize> {
        let first = self.found.len();
        let end = self.document(symbol)?;
        let cited = self.found.get_mut(first)?;
        cited.range.start = begin;
        cited.date = cited.date.or(Some(date));
        if let [one] = &mut self.found[first..]
            && self.text[one.range.end..].starts_with(')')
        {
            one.range.end += 1;
        }
        Some(end)
    }
}

/// Where the noun begins that stands before `dated`, and what it calls.
fn form_before(text: &str, at: usize) -> Option<(usize, &'static str)> {
    const FORMS: [(&str, &str); 7] = [
        ("identical letters", "letter"),
        ("letter", "letter"),
        ("letters", "letter"),
        ("note verbale", "note verbale"),
        ("notes verbales", "note verbale"),
        ("telegram", "telegram"),
        ("cablegram", "cablegram"),
    ];
    let head = before(text, at, 24).strip_suffix(' ')?;
    FORMS.iter().find_map(|(noun, form)| {
        let rest = strip_words(head, noun).filter(|_| head.ends_with(noun))?;
        if rest.ends_with("Identical ") {
            return None;
        }
        Some((at - 1 - (head.len() - rest.len()), *form))
    })
}

/// Takes in `my`, `his` or an article before the noun.
fn possessed(text: &str, begin: usize) -> usize {
    let window = before(text, begin, 8);
    let head = window.trim_end();
    let own = ["my", "our", "his", "her", "its", "your"];
    let rest = own.iter().find_map(|word| strip_words(head, word));
    rest.map_or(begin, |rest| begin - window.len() + rest.len())
}

/// Whether the words before make a label: `Annex I to the`.
fn labels_what_it_carries(head: &str) -> bool {
    const LONGEST: usize = 60;
    if head.len() > LONGEST {
        return false;
    }
    let head = head.trim_end();
    let head = strip_words(head, "the").unwrap_or(head).trim_end();
    let head = strip_words(head, "identical").unwrap_or(head).trim_end();
    let Some(head) = strip_words(head, "to") else { return false };
    let first = head.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    ["annex", "enclosure", "appendix", "addendum"].iter().any(|l| first.eq_ignore_ascii_case(l))
}

/// Where the symbol begins that stands first in the first parenthesis, with no other number before
/// it.
fn symbol_in(text: &str, at: usize, window: &str) -> Option<usize> {
    let open = window.find(|c: char| c == '(' || c.is_ascii_digit())?;
    let inner = window[open..].strip_prefix('(')?;
    let inner = skip_words(inner, "see").or_else(|| skip_words(inner, "document")).unwrap_or(inner);
    let symbol = at + window.len() - inner.trim_start().len();
    scan(text, symbol).map(|_| symbol)
}

/// Who the letter is from, without article.
fn sender(window: &str) -> Option<String> {
    let rest = skip_words(window.trim_start(), "from")?.trim_start();
    let rest = skip_words(rest, "the").unwrap_or(rest).trim_start();
    let ends = [
        " addressed ",
        " to the Secretary",
        " to the President",
        " to all ",
        " transmitting",
        ",",
        "(",
    ];
    let end = ends.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    let sender = rest[..end].trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    let named = sender.starts_with(char::is_uppercase) && sender.len() <= LONGEST_SENDER;
    named.then(|| sender.to_owned())
}
