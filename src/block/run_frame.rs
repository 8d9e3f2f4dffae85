//! The frame of a letter on a line that a copy has run together: where its salutation, its close
//! and its address begin and end.
//!
//! ```text
//! ... 3 May 2031 | Excellency, | I have the honour ... . | Accept, Excellency, the assurances of my
//! highest consideration. | Yours sincerely, | Ada Byron Permanent Representative | H.E. Mr. ...
//! ```

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::formula::is_closing;
use super::formulas::first_date;
use crate::inline::{office_at, scan_dates};
use crate::text::{ending, ends_short};

/// Where the line is to be cut, in no order.
pub(crate) fn frame_cuts(text: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    salutations(text, &mut cuts);
    openings(text, &mut cuts);
    foot(text, &mut cuts);
    if let Some(first) = closes(text, &mut cuts) {
        sign_offs(text, first, &mut cuts);
        addresses(text, first, &mut cuts);
    }
    cuts
}

/// `Excellency, I have`: a form of address with what begins the body behind it; before it a date
/// with its place, if one stands there, is a line of its own.
fn salutations(text: &str, cuts: &mut Vec<usize>) {
    const ADDRESSES: [&str; 6] =
        ["Excellency", "Sir", "Madam", "Mr. President", "Mr. Secretary-General", "Dear "];
    const STYLES: [&str; 6] = ["His", "Her", "Your", "Dear", "Accept,", "accept,"];
    static FINDERS: LazyLock<[Finder<'static>; 6]> = LazyLock::new(|| ADDRESSES.map(Finder::new));
    for (address, finder) in ADDRESSES.into_iter().zip(&*FINDERS) {
        for at in finder.find_iter(text.as_bytes()) {
            let mut end = at + address.len();
            if address == "Dear " {
                // "Dear Mr. Byron,"
                let name = text.as_bytes()[end..].iter().take(60).position(|&byte| byte == b',');
                let Some(comma) = name else { continue };
                end += comma;
            }
            let rest = &text[end..];
            let body = rest.strip_prefix([',', '.', ':']).map(str::trim_start);
            let opens = body.is_some_and(|body| body.starts_with(char::is_uppercase));
            let apart = at == 0 || text[..at].ends_with([' ', '\u{A0}']);
            if !opens || !apart {
                continue;
            }
            let before = text[..at].trim_end();
            let styled = |style: &&str| {
                let apart =
                    before.strip_suffix(style).map(|rest| rest.is_empty() || rest.ends_with(' '));
                apart.unwrap_or(false)
            };
            if STYLES.iter().any(styled) {
                continue;
            }
            cuts.extend([at, end + 1]);
            if let Some(date) = date_before(text, at) {
                cuts.push(date);
            }
        }
    }
}

/// Where the place and date begin that stand right before `at`: `Oslo, 3 May 2031`.
fn date_before(text: &str, at: usize) -> Option<usize> {
    let end = text[..at].trim_end().len();
    // A date ends with its year.
    if !text[..end].ends_with(|c: char| c.is_ascii_digit() || c == '日') {
        return None;
    }
    let words = text[..end].rmatch_indices(' ').map(|(blank, _)| blank + 1).chain([0]);
    let date = words.take(4).filter(|&word| {
        let foreign =
            || first_date(&text[word..end], 0).is_some_and(|(range, _)| range == (0..end - word));
        scan_dates(text, word).is_some_and(|found| word + found.len == end) || foreign()
    });
    let date = date.last()?;
    let place = text[..date].trim_end().strip_suffix(',');
    let Some(place) = place else { return Some(date) };
    // A town: at most three words in upper and lower case.
    let mut start = place.len();
    for word in place.rsplit(' ').take(3) {
        if start < place.len() && matches!(word, "of" | "de" | "la") {
            continue;
        }
        let mut letters = word.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        if !capital || !letters.clone().all(char::is_alphabetic) || !letters.any(char::is_lowercase)
        {
            break;
        }
        start = word.as_ptr() as usize - text.as_ptr() as usize;
    }
    (start < place.len()).then_some(start)
}

/// `The Ministry presents its compliments`: what stands before it on the line is no part of it.
fn openings(text: &str, cuts: &mut Vec<usize>) {
    const FORMULAS: [&str; 2] = ["presents its compliments", "presents his compliments"];
    static FINDERS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| FORMULAS.map(Finder::new));
    for finder in &*FINDERS {
        for at in finder.find_iter(text.as_bytes()).take(8) {
            let from = at - ending(&text[..at], 300).len();
            let articles = text[from..at].rmatch_indices("The ").map(|(i, _)| from + i);
            // "The Ministry of Foreign Affairs of The Netherlands": the institution begins it.
            let institution = |&start: &usize| {
                let words = text[start..at].match_indices(' ').take(4);
                words.map(|(i, _)| start + i + 1).any(|word| office_at(text, word).is_some())
            };
            let mut articles: Vec<usize> = articles.collect();
            let begins = articles.iter().copied().find(institution);
            articles.truncate(1);
            cuts.extend(begins.or(articles.pop()));
        }
    }
}

/// The complimentary closes; gives where the first one ends.
fn closes(text: &str, cuts: &mut Vec<usize>) -> Option<usize> {
    const LAST: &str = "consideration.";
    static FINDER: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(LAST));
    let mut first = None;
    for at in FINDER.find_iter(text.as_bytes()) {
        let end = at + LAST.len();
        let from = at - ending(&text[..at], 400).len();
        let start = text[from..at].rfind('.').map_or(from, |point| from + point + 1);
        let start = start + text[start..].len() - text[start..].trim_start().len();
        if is_closing(&text[start..end]) {
            cuts.extend([start, end]);
            first = first.or(Some(end));
        }
    }
    first
}

/// `Oslo, 3 May 2031 *Embassy of Peru* *Oslo*`: place and date at the end, and the address that a copy
/// in Markdown has set apart by emphasis, in either order.
fn foot(text: &str, cuts: &mut Vec<usize>) {
    let mut end = text.trim_end().len();
    let address = emphasized_before(text, end);
    cuts.extend(address);
    end = address.unwrap_or(end);
    let Some(date) = date_before(text, end) else { return };
    let before = text[..date].trim_end();
    // Alone it has its place: "It was so. Oslo, 3 May 2031".
    let placed = || before.ends_with('.') && text[date..].starts_with(char::is_uppercase);
    if address.is_some() && before.ends_with(['.', ')', '*'])
        || address.is_none() && (before.ends_with('*') || placed())
    {
        cuts.push(date);
        if address.is_none() {
            cuts.extend(emphasized_before(text, before.len()));
        }
    }
}

/// Where the emphasized words begin that stand right before `end`, if they are no longer than an
/// address: `*Embassy of Peru* *Oslo*`.
fn emphasized_before(text: &str, end: usize) -> Option<usize> {
    const LONGEST: usize = 300;
    let mut start = None;
    let mut at = end;
    while text[..at].ends_with('*') {
        let opening = text[..at - 1].trim_end_matches('*').rfind('*')?;
        if end - opening > LONGEST || has_sentence(&text[opening..at]) {
            break;
        }
        start = Some(opening);
        at = text[..opening].trim_end().len();
    }
    start
}

/// Whether a sentence ends within the text: a point behind a word that is no abbreviation or initial.
fn has_sentence(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let word = text[..at].rsplit([' ', '*', '_']).next().unwrap_or("");
        let initials = word.split('.').all(|letter| letter.chars().count() <= 1);
        !initials && !ends_short(&text[..=at])
    })
}

/// `Yours sincerely, Ada Byron`.
fn sign_offs(text: &str, from: usize, cuts: &mut Vec<usize>) {
    for (i, word) in
        text[from..].match_indices("incerely,").chain(text[from..].match_indices("aithfully,"))
    {
        let end = from + i + word.len();
        // "Sincerely" is one short word.
        let before = &text.as_bytes()[..from + i];
        let letters = before.iter().rev().take(16).position(|&byte| byte == b' ');
        let Some(letters) = letters.or((before.len() < 16).then_some(before.len())) else {
            continue;
        };
        let start = before.len() - letters;
        let start = text[..start].strip_suffix("Yours ").map_or(start, str::len);
        cuts.extend([start, end]);
    }
}

/// `H.E. Mr. Ada Byron`, below the close.
fn addresses(text: &str, from: usize, cuts: &mut Vec<usize>) {
    for person in ["H.E. ", "His Excellency", "Her Excellency"] {
        if let Some(i) = text[from..].find(person) {
            // The marks of emphasis before it are its own.
            let marks = text[from..from + i].trim_end_matches(['*', '_']).len();
            cuts.push(from + marks);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let mut cuts = frame_cuts(text);
        cuts.extend([0, text.len()]);
        cuts.sort_unstable();
        cuts.dedup();
        let pieces = cuts.windows(2).map(|pair| text[pair[0]..pair[1]].trim());
        pieces.filter(|piece| !piece.is_empty()).collect()
    }

    #[test]
    fn a_letter_is_cut_at_its_frame() {
        assert_eq!(
            pieces(
                "PERMANENT MISSION OF NORWAY Oslo, 3 May 2031 Excellency, I have the honour to write. \
                 Please accept, Excellency, the assurances of my highest consideration. Yours \
                 sincerely, Ada Byron Ambassador H.E. Mr. Berit Fossen Secretary-General"
            ),
            [
                "PERMANENT MISSION OF NORWAY",
                "Oslo, 3 May 2031",
                "Excellency,",
                "I have the honour to write.",
                "Please accept, Excellency, the assurances of my highest consideration.",
                "Yours sincerely,",
                "Ada Byron Ambassador",
                "H.E. Mr. Berit Fossen Secretary-General",
            ]
        );
    }

    #[test]
    fn a_note_is_cut_before_its_opening_and_around_its_close() {
        assert_eq!(
            pieces(
                "No. 12The Embassy of Norway presents its compliments to the Ministry and agrees. The \
                 Embassy avails itself of this opportunity to renew to the Ministry the assurances of \
                 its highest consideration.Oslo, 3 May 2031"
            ),
            [
                "No. 12",
                "The Embassy of Norway presents its compliments to the Ministry and agrees.",
                "The Embassy avails itself of this opportunity to renew to the Ministry the \
                 assurances of its highest consideration.",
                "Oslo, 3 May 2031",
            ]
        );
    }

    #[test]
    fn the_foot_of_a_note_is_cut_at_its_date_and_its_address() {
        assert_eq!(
            pieces("It may be prolonged. Oslo, 6 January 2031   *Embassy of Peru *   *Oslo*"),
            ["It may be prolonged.", "Oslo, 6 January 2031", "*Embassy of Peru *   *Oslo*"]
        );
        assert_eq!(
            pieces("It may be prolonged.  *Embassy of Peru * *Oslo*  Oslo, 6 January 2031"),
            ["It may be prolonged.", "*Embassy of Peru * *Oslo*", "Oslo, 6 January 2031"]
        );
        assert_eq!(
            pieces(
                "Please accept, Sir, the assurances of my highest consideration. Ada Byron  *His \
                 Excellency *   *Mr. B. Virta *   *Oslo*"
            ),
            [
                "Please accept, Sir, the assurances of my highest consideration.",
                "Ada Byron",
                "*His Excellency *   *Mr. B. Virta *   *Oslo*",
            ]
        );
        assert_eq!(
            pieces("Zo is het. Port of Spain, 6 januari 2031"),
            ["Zo is het.", "Port of Spain, 6 januari 2031"]
        );
        let running = "It was prolonged on 6 January 2031";
        assert_eq!(pieces(running), [running]);
    }

    #[test]
    fn running_text_is_left_alone() {
        assert_eq!(
            pieces("His Excellency, Mr. Byron, said: Sir, we agree."),
            ["His Excellency, Mr. Byron, said: Sir, we agree."]
        );
    }
}
