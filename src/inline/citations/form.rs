//! Instruments that no table lists, by the form of their names.
//!
//! ```text
//! name      = [ proper ] head [ tail ] | [ year ] head tail | year head
//! head      = "Convention" | "Treaty" | "Protocol" | "Programme of Action" | "Final Act" | ...
//! proper    = capitalised words, in the end a place, an acronym or a subject: "Pretoria"
//! tail      = link capitalised { [ function words ] capitalised }
//! link      = "of" | "on" | "for" | "against" | "between" | "relating to" | "establishing" | ...
//! ```
//!
//! A head noun alone, with a capital, means the instrument of that noun named last; `the Charter`
//! the Charter of the United Nations where no other was named. A form that is a part of a name
//! printed before means that one (`the Copenhagen Declaration`). Not a name: lower-case
//! descriptions, `the present Declaration`, bodies and series named after an instrument (`Treaty
//! Series`, `Convention Secretariat`), the name of a body alone before the noun.

use std::ops::Range;

use super::instrument::CHARTER;
use super::lex::{after, before, is_word, mended, strip_words, word};
use super::memory::Known;
use super::tail::tail;
use super::words::{ABSTRACT, FUNCTION, HEADS, Needs, STARTERS, WEAK};
use super::{Scanner, dates};
use crate::gazetteer::{Instrument, Named};
use crate::inline::NameHit;
use crate::model::{CitationTarget, InstrumentTarget, Status};
use crate::text::ending;

impl Scanner<'_> {
    /// Reads an instrument whose head noun is the word at `start`.
    pub(super) fn by_form(&mut self, start: usize, word: &str) -> Option<usize> {
        let (head, needs) = head(self.text, start, word)?;
        let text = self.text;
        let head_end = start + head.len();
        let own = ["present ", "this ", "This ", "draft ", "our "];
        if names_a_body(text, head_end)
            || self.inside_other_name(start)
            || own.iter().any(|word| text[..start].ends_with(word))
            || self.found.last().is_some_and(|last| last.core.end > start)
        {
            return Some(head_end);
        }
        let numbered = head_end + numeral(text, head_end);
        let words = words_before(text, start, self.names, self.passed);
        let (begin, strength) = words.unwrap_or((start, Strength::None));
        let end = tail(text, numbered, self.names).filter(|_| {
            // `Protocol to`: the instrument behind it is the name.
            let to = text[numbered..].starts_with(" to ");
            let reaches = ["Protocol", "Call to Action", "Plan of Action"].contains(&head);
            !(to && (!reaches || strength == Strength::None))
        });
        // `a global Lakes Treaty`: one that is still to come.
        if end.is_none() && strength == Strength::Name && is_one_of_its_kind(&text[..begin]) {
            return Some(head_end);
        }
        let strong = strength == Strength::Name
            // `OAU Framework Agreement`, `ASEAN Charter`
            || strength == Strength::Body && (head.contains(' ') || head == "Charter")
            || numbered > head_end && begin < start;
        let owned = text[numbered..].starts_with(" of ");
        let sound = match needs {
            Needs::Either => strong || end.is_some(),
            Needs::Tail => end.is_some(),
            Needs::Subject => end.is_some() && (strong || !owned),
            Needs::Titled => strong && end.is_some() && !owned,
            Needs::Both => strong && end.is_some(),
            Needs::Words => strong,
        };
        if !sound && strength == Strength::Year && needs == Needs::Either {
            let year = &text[begin..start - 1];
            let known = self.memory.of_year(head, year).cloned();
            return match known {
                Some(known) => {
                    Some(self.named_instrument(begin..head_end, known, Status::Inferred))
                }
                None => self.unlisted(begin..head_end, head, start..head_end),
            };
        }
        if !sound && let Some((instrument, end)) = self.by_subject(begin, numbered) {
            return Some(self.cite(begin..end, instrument, false));
        }
        if !sound {
            // `Protocol V`, defined before
            let numbered = begin..numbered;
            if let Some(known) = self.memory.alias(&text[numbered.clone()]).cloned() {
                self.memory.keep_head(head, &known);
                return Some(self.named_instrument(numbered, known, Status::Inferred));
            }
            let part = begin < start || head.contains(' ');
            return self.referring(begin..head_end, head, part).or(Some(head_end));
        }
        // A year says nothing where the name says all.
        let begin = match text[begin..start].split_once(' ') {
            Some((first, _)) if is_year(first) => begin + first.len() + 1,
            _ => begin,
        };
        // `the Lomé Declaration of July 2000 on the Framework ...`
        let end = end.or_else(|| {
            let (days, dated) = dates(text, numbered);
            let about = [" on ", " for ", " concerning ", " relating to "];
            let about = about.iter().any(|link| text[dated..].starts_with(link));
            tail(text, dated, self.names).filter(|_| about && !days.is_empty())
        });
        // Years tell a name from others that nothing else does.
        let alone = numbered == head_end;
        let end = end.unwrap_or(numbered + if alone { of_years(text, numbered) } else { 0 });
        self.unlisted(begin..end, head, begin..numbered)
    }

    /// The one instrument of the table whose name begins with the words that end at `end` and ends
    /// with those behind them: `its Optional Protocol on the involvement of children in armed
    /// conflict`.
    fn by_subject(&self, begin: usize, end: usize) -> Option<(Instrument, usize)> {
        let (stem, behind) = (&self.text[begin..end], &self.text[end..]);
        // One word names too little.
        if !(stem.contains(' ') && behind.starts_with(" on ")) {
            return None;
        }
        let mut found = Instrument::beginning_with(stem).filter_map(|instrument| {
            let middle = instrument.name().strip_prefix(stem)?;
            let subject = &middle[middle.rfind(" on ")?..];
            let printed = behind.get(..subject.len())?;
            printed.eq_ignore_ascii_case(subject).then_some((instrument, end + subject.len()))
        });
        let first = found.next();
        first.filter(|_| found.next().is_none())
    }

    /// A head noun alone, or words that alone are no name: what was named before.
    fn referring(&mut self, range: Range<usize>, head: &str, part: bool) -> Option<usize> {
        let printed = &self.text[range.clone()];
        let begin = range.start;
        if part {
            let known = self.memory.by_part(printed)?.clone();
            return Some(self.named_instrument(range, known, Status::Inferred));
        }
        let before = before(self.text, begin, 12).trim_end();
        let article =
            ["the", "The", "said", "its"].iter().any(|word| strip_words(before, word).is_some());
        let pin = head == "Charter" && after(self.text, range.end, 5) == ", Art";
        if !(article || pin) {
            return None;
        }
        let known = self.memory.by_head(head).cloned().or_else(|| {
            let target = InstrumentTarget { name: CHARTER.to_owned(), listed: true };
            let target = CitationTarget::Instrument(target);
            (head == "Charter").then(|| Known { canonical: CHARTER.to_owned(), target })
        })?;
        Some(self.named_instrument(range, known, Status::Inferred))
    }

    /// Adds an instrument that is known by its form; `stem` is the name without its tail.
    #[allow(clippy::unnecessary_wraps)] // the readers at a place all have this form
    pub(super) fn unlisted(
        &mut self,
        range: Range<usize>,
        head: &str,
        stem: Range<usize>,
    ) -> Option<usize> {
        // An instrument inside the name is one of its own: the outer name ends with it, the outer
        // reference before it.
        let own = self.inner(&range, &stem);
        let range = own.map_or(range.clone(), |end| range.start..end);
        let (printed, status) = mended(&self.text[range.clone()]);
        let printed = &printed;
        let noun = head.rsplit(' ').next().unwrap_or(head);
        let defined = self.memory.alias(printed);
        if let Some(known) = defined
            .or_else(|| self.memory.by_part(printed))
            .or_else(|| self.memory.damaged(printed))
            .or_else(|| {
                // Words before the head noun that alone make up the name.
                let words = printed.strip_suffix(head)?.strip_suffix(' ')?;
                self.memory.by_words(words, head)
            })
            .cloned()
        {
            let status = if known.canonical == *printed { status } else { Status::Inferred };
            self.memory.keep_head(noun, &known);
            return Some(self.named_instrument(range, known, status));
        }
        let known = if let Some(instrument) = Instrument::by_name(printed) {
            let name = instrument.name().to_owned();
            let target = InstrumentTarget { name: name.clone(), listed: true };
            let known = Known { canonical: name, target: CitationTarget::Instrument(target) };
            self.memory.keep_listed(instrument, &known);
            known
        } else {
            let target = InstrumentTarget { name: printed.to_owned(), listed: false };
            let target = CitationTarget::Instrument(target);
            Known { canonical: printed.to_owned(), target }
        };
        self.memory.keep_name(noun, &known);
        match own {
            Some(_) => Some(self.named_instrument(stem, known, status)),
            None => Some(self.named_instrument(range, known, status)),
        }
    }

    /// Where an instrument's own name ends inside a longer name, behind `of the` or `to the`.
    fn inner(&self, range: &Range<usize>, stem: &Range<usize>) -> Option<usize> {
        let mut inside =
            self.names[self.passed..].iter().take_while(|hit| hit.range.start < range.end);
        let hit = inside
            .find(|hit| hit.range.start >= stem.end && matches!(hit.named, Named::Instrument(_)))?;
        let link = self.text[stem.end..hit.range.start].trim();
        matches!(link, "of the" | "of" | "to the" | "under the").then_some(hit.range.end)
    }
}

/// Whether a head noun begins with these two letters.
fn begins_head(capital: u8, letter: u8) -> bool {
    /// One bit a second letter, one number a capital.
    const LETTERS: [u32; 26] = {
        let mut table = [0; 26];
        let mut i = 0;
        while i < HEADS.len() {
            let name = HEADS[i].0.as_bytes();
            table[(name[0] - b'A') as usize] |= 1 << (name[1] - b'a');
            i += 1;
        }
        table
    };
    LETTERS[usize::from(capital - b'A')] & 1 << (letter - b'a') != 0
}

/// The head noun that begins at `start`.
pub(super) fn head(text: &str, start: usize, first: &str) -> Option<(&'static str, Needs)> {
    let [a, b, ..] = *first.as_bytes() else { return None };
    if !(a.is_ascii_uppercase() && b.is_ascii_lowercase() && begins_head(a, b)) {
        return None;
    }
    let rest = &text[start..];
    let listed = HEADS.iter().find(|(head, _)| {
        head.starts_with(first)
            && rest.starts_with(head)
            && !rest[head.len()..].starts_with(|c: char| is_word(c) || c == '-' || c == '/')
    });
    listed.copied()
}

/// Whether within three capitalised words from `at` on a head noun stands: a longer name.
pub(super) fn head_follows(text: &str, at: usize) -> bool {
    let mut at = at;
    for _ in 0..3 {
        let Some(rest) = text[at..].strip_prefix(' ') else { return false };
        let start = text.len() - rest.len();
        let word = word(text, start);
        if !word.starts_with(char::is_uppercase) {
            return false;
        }
        if head(text, start, word).is_some() {
            return true;
        }
        at = start + word.len();
    }
    false
}

/// Whether the name goes on as that of a body, series or meeting: `Treaty Series`.
pub(super) fn names_a_body(text: &str, at: usize) -> bool {
    let Some(rest) = text[at..].strip_prefix(' ') else { return false };
    let start = text.len() - rest.len();
    let next = word(text, start);
    let lower = next.len() > 1 && next.chars().skip(1).all(char::is_lowercase);
    // `Treaty Section`, but not the section of one: `Section III`.
    let unit = || text[start + next.len()..].starts_with(' ');
    let starter = STARTERS.contains(&next) && (next != "Section" || unit());
    next.starts_with(char::is_uppercase) && lower && !starter
}

/// Length of a number behind the head: ` II`, ` No. 182`.
fn numeral(text: &str, at: usize) -> usize {
    let window = after(text, at, 16);
    let Some(rest) = window.strip_prefix(' ') else { return 0 };
    let roman = word(rest, 0);
    if !roman.is_empty() && roman.bytes().all(|b| b"IVX".contains(&b)) {
        // `... the Pact I have the honour`: the writer.
        let next = rest[roman.len()..].strip_prefix(' ').map_or("", |next| word(next, 0));
        let verb = next.starts_with(char::is_lowercase) && !FUNCTION.contains(&next);
        return if roman == "I" && verb { 0 } else { 1 + roman.len() };
    }
    let Some(digits) = rest.strip_prefix("No. ") else { return 0 };
    let number = word(digits, 0);
    let known = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    if known { " No. ".len() + number.len() } else { 0 }
}

/// Length of the years that tell a name from others: ` of 1966`, ` of 1899 and 1907`.
fn of_years(text: &str, at: usize) -> usize {
    let window = after(text, at, 24);
    let years = |rest: &str| is_year(word(rest, 0)) && matches!(rest.as_bytes()[0], b'1' | b'2');
    let Some(rest) = window.strip_prefix(" of ").filter(|rest| years(rest)) else { return 0 };
    let first = " of 1966".len();
    let second = rest[4..].strip_prefix(" and ").filter(|rest| years(rest));
    first + second.map_or(0, |_| " and 1907".len())
}

/// How much the words before a head noun say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strength {
    /// They name it.
    Name,
    /// They alone are no name.
    Weak,
    /// They name a body, State or office.
    Body,
    /// They are a year.
    Year,
    None,
}

/// More words than this are not looked at before a head noun.
const MOST: usize = 9;

/// Where the words before the head noun begin that belong to its name, and what they say.
fn words_before(
    text: &str,
    start: usize,
    names: &[NameHit],
    passed: usize,
) -> Option<(usize, Strength)> {
    let window = before(text, start, 110);
    let base = start - window.len();
    let mut head = window.strip_suffix(' ')?;
    let mut tokens: Vec<(usize, &str)> = Vec::with_capacity(MOST);
    while tokens.len() < MOST {
        let from = head.rfind(' ').map_or(0, |i| i + 1);
        tokens.push((base + from, &head[from..]));
        if from == 0 {
            break;
        }
        head = &head[..from - 1];
    }
    // The capitalised words that touch the head.
    let mut count = 0;
    let mut opened = false;
    for (at, token) in &tokens {
        let bare = token.trim_start_matches(['(', '"', '“', '‘']);
        let particle = ["de", "el", "es", "la", "del", "du"].contains(&bare)
            && tokens.get(count + 1).is_some_and(|(_, next)| is_name_word(next));
        if opened || !(is_name_word(bare) || particle) || base > 0 && *at == base {
            break;
        }
        opened = bare.len() < token.len();
        count += 1;
    }
    let listed = |at: usize| {
        let near = names[..passed.min(names.len())].iter().rev().take(6);
        near.into_iter()
            .any(|hit| hit.range.contains(&at) && !matches!(hit.named, Named::Demonym(_)))
    };
    count = joined(&tokens, count, &listed);
    count = acting(&tokens, count, &listed);
    while count > 0 {
        let first = tokens[count - 1].1.trim_start_matches(['(', '"', '“', '‘']);
        let verb = first.ends_with("ing") && opens_sentence(text, tokens[count - 1].0);
        // `Annex IV Agreement on ...`: two headings run together.
        let number = first.bytes().all(|b| b"IVXLC".contains(&b));
        if !(STARTERS.contains(&first) || verb || number || first == "and" || first == "de") {
            break;
        }
        count -= 1;
    }
    let (at, token) = *tokens.get(count.checked_sub(1)?)?;
    let begin = at + token.len() - token.trim_start_matches(['(', '"', '“', '‘']).len();
    // `Association of Southeast Asian Nations Convention`: the whole name of the body.
    let within = |hit: &&NameHit| {
        matches!(hit.named, Named::Organization(_))
            && hit.range.start < begin
            && begin < hit.range.end
            && hit.range.end < start
    };
    let near = names[..passed.min(names.len())].iter().rev().take(4);
    let begin = near.into_iter().find(within).map_or(begin, |hit| hit.range.start);
    let own = &tokens[..count];
    if own.iter().all(|(_, token)| is_year(token)) {
        return Some((begin, Strength::Year));
    }
    // The name of a body or State alone is no name of an instrument.
    let words = text[begin..start].trim_end();
    let body = names[..passed.min(names.len())].iter().rev().take(4).any(|hit| {
        hit.range == (begin..begin + words.len())
            && matches!(hit.named, Named::State(_) | Named::Organization(_) | Named::Office(_))
    });
    let plural = word(text, start).ends_with('s');
    let weak = own.iter().all(|(_, token)| {
        let bare = token.trim_start_matches(['(', '"', '“', '‘']);
        WEAK.contains(&bare) || is_year(bare) || plural && bare == "Additional"
    });
    Some((
        begin,
        if weak {
            Strength::Weak
        } else if body {
            Strength::Body
        } else {
            Strength::Name
        },
    ))
}

/// Whether an indefinite article stands before a name, perhaps with one word between.
fn is_one_of_its_kind(before: &str) -> bool {
    let mut words = ending(before, 40).trim_end().rsplit(' ');
    let mut last = words.next().unwrap_or("");
    if last.bytes().all(|byte| byte.is_ascii_lowercase()) && !ARTICLES.contains(&last) {
        last = words.next().unwrap_or("");
    }
    ARTICLES.contains(&last)
}

const ARTICLES: [&str; 2] = ["a", "an"];

/// A capitalised word, acronym or year without punctuation behind it, not in the possessive.
fn is_name_word(token: &str) -> bool {
    let possessive = token.ends_with("'s") || token.ends_with("’s") || token.ends_with("s’");
    let capital =
        token.starts_with(char::is_uppercase) && token.ends_with(|c: char| c.is_alphanumeric());
    (capital && !token.contains(['/', '(', '.'])) && !possessive || is_year(token)
}

pub(super) fn is_year(token: &str) -> bool {
    token.len() == 4 && token.bytes().all(|b| b.is_ascii_digit())
}

fn opens_sentence(text: &str, at: usize) -> bool {
    let before = before(text, at, 8).trim_end();
    before.is_empty() || before.ends_with(['.', ':', ';', ')'])
}

/// Takes in the noun of an action before the capitalised words: `Disengagement of Forces`.
fn acting(tokens: &[(usize, &str)], count: usize, listed: &dyn Fn(usize) -> bool) -> usize {
    const ENDINGS: [&str; 4] = ["ment", "tion", "sion", "dom"];
    let of = count > 0 && tokens.get(count).is_some_and(|(_, token)| *token == "of");
    let noun = tokens.get(count + 1).filter(|(at, token)| {
        is_name_word(token)
            && !listed(*at)
            && !matches!(
                *token,
                "Government" | "Parliament" | "Commission" | "Convention" | "Declaration"
            )
            && (ENDINGS.iter().any(|ending| token.ends_with(ending)) || *token == "Status")
    });
    if !of || noun.is_none() {
        return count;
    }
    // `Brazzaville Cessation of Hostilities`
    let more = tokens.iter().skip(count + 2);
    count + 2 + more.take_while(|(at, token)| is_name_word(token) && !listed(*at)).count()
}

/// Takes in a list before the capitalised words: `Peace, Security and Cooperation`.
fn joined(tokens: &[(usize, &str)], count: usize, listed: &dyn Fn(usize) -> bool) -> usize {
    if count == 0 || tokens.get(count).map(|(_, token)| *token) != Some("and") {
        return count;
    }
    let mut more = count + 1;
    let mut commas = 0;
    while let Some((at, token)) = tokens.get(more) {
        let bare = token.strip_suffix(',').unwrap_or(token);
        if !is_name_word(bare) || listed(*at) || more > count + 1 && bare == *token {
            break;
        }
        commas += usize::from(more > count + 1);
        more += 1;
    }
    let the = tokens.get(more).is_some_and(|(_, token)| token.eq_ignore_ascii_case("the"));
    if the && commas > 0 {
        return more;
    }
    // `the Arusha Peace and Reconciliation Agreement`
    let pair = tokens.get(count + 1).is_some_and(|(_, token)| ABSTRACT.contains(token));
    let wide = tokens.iter().skip(count + 2);
    let wide = wide.take_while(|(at, token)| is_name_word(token) && !listed(*at)).count();
    let more = count + 2 + wide;
    let the = tokens.get(more).is_some_and(|(_, token)| token.eq_ignore_ascii_case("the"));
    if the && pair { more } else { count }
}
