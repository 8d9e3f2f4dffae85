//! The tail of an instrument's name: what stands behind its head noun.

use super::form::{head, head_follows, is_year};
use super::lex::{after, skip_words, word};
use super::words::{FUNCTION, LINKS, OUTCOMES, STARTERS};
use crate::gazetteer::Named;
use crate::inline::NameHit;
use crate::model::MONTHS;

/// Where the tail of a name ends that begins at `at`, behind the head noun.
pub(super) fn tail(text: &str, at: usize, names: &[NameHit]) -> Option<usize> {
    let window = after(text, at, 420);
    let rest = window.strip_prefix(' ')?;
    let link = LINKS
        .iter()
        .chain(["to the", "to", "establishing the", "governing the"].iter())
        .filter(|link| skip_words(rest, link).is_some())
        .max_by_key(|link| link.len())?;
    let base = at + 1;
    let mut pos = link.len();
    let mut end = None;
    let mut depth = 0;
    // Parties are joined by `and`: the name goes on over it.
    let mut between = link.starts_with("between");
    // Tokens up to the last capitalised one.
    while let Some(tail) = rest.get(pos..).and_then(|tail| tail.strip_prefix(' ')) {
        let start = pos + 1;
        let len =
            tail.find([' ', ',', ';', ':', '.', ')', '(', '“', '”', '"']).unwrap_or(tail.len());
        // A footnote's mark may stick to the last word.
        let token = tail[..len].trim_end_matches(|c: char| c.is_ascii_digit());
        let marked = token.ends_with(char::is_lowercase) && token.len() < len;
        let token = if marked { token } else { &tail[..len] };
        let stop = start + len;
        // `Self -Government`: one word, broken in print.
        let whole = token.strip_prefix('-').filter(|_| end == Some(pos)).unwrap_or(token);
        let capital = whole.starts_with(char::is_uppercase);
        let joins = FUNCTION.contains(&token);
        let particle = ["el-", "al-", "ash-", "as-"].iter().any(|p| token.starts_with(p));
        let next_word = tail[len..].trim_start();
        let work = token == "at" && ["Work", "Sea"].contains(&word(next_word, 0));
        // `the Implementation of Agenda 2063`
        let numbered = token.bytes().all(|b| b.is_ascii_digit())
            && end == Some(pos)
            && rest[..pos].ends_with("Agenda");
        if numbered {
            (pos, end) = (stop, Some(stop));
            continue;
        }
        // `for the Decade 2014-2024`
        let years = token.len() > 8 && end == Some(pos) && token.get(..4).is_some_and(is_year);
        if years {
            end = Some(stop);
            break;
        }
        let joins = joins || work;
        // `HIV/AIDS`, but no symbol.
        let stroke =
            token.contains('/') && !token.bytes().all(|b| b.is_ascii_uppercase() || b == b'/');
        if token.is_empty() || !(capital || joins || particle) || stroke {
            break;
        }
        if ["Article", "Chapter", "Annex", "Articles", "The"].contains(&token)
            || token == "Resolution" && next_word.starts_with(|c: char| c.is_ascii_digit())
        {
            break;
        }
        if ["by", "from"].contains(&token) && next_word.starts_with("the ") {
            break;
        }
        if token == "in" && MONTHS.contains(&word(next_word, 0)) {
            break;
        }
        if token == "between" && !pairs(next_word) {
            break;
        }
        between |= token.eq_ignore_ascii_case("between");
        if token == "to" && !link.starts_with("to") && tail.starts_with("to the ") {
            break;
        }
        if MONTHS.contains(&token) && end.is_none() {
            break;
        }
        let and = joins && token == "and" && end.is_some();
        if and && stops_at_and(rest, stop, base, names, between) {
            break;
        }
        if link.starts_with("between") && end.is_none() && !pairs(rest[link.len()..].trim_start()) {
            break;
        }
        if joins && end.is_none() && depth > 1 {
            break;
        }
        depth += 1;
        if capital || particle {
            let stem = token.strip_suffix("'s").or(token.strip_suffix("’s"));
            end = Some(start + stem.unwrap_or(token).len());
            if marked {
                break;
            }
            // `Extra- dition`: one word, broken in print.
            let broken = token.ends_with('-') && next_word.starts_with(char::is_lowercase);
            if broken && !["and", "or"].contains(&word(next_word, 0)) {
                pos = rest.len() - next_word.len() + word(next_word, 0).len();
                end = Some(pos);
                continue;
            }
            let goes_on =
                next_word.starts_with(char::is_uppercase) || next_word.starts_with("and ");
            if stem.is_some() && !goes_on {
                break;
            }
        }
        pos = stop;
        if rest[pos..].starts_with(',') {
            match series(rest, pos, base, names) {
                Some(next) if end == Some(pos) => {
                    pos = next;
                    end = Some(next);
                }
                _ => break,
            }
        }
        if rest[pos..].starts_with(": the ") && end == Some(pos) {
            if let Some(subtitle) = subtitle(rest, pos) {
                end = Some(subtitle);
            }
            break;
        }
    }
    // A tail that is a State, place or date of the act alone: `Agreement of Pretoria` is one.
    let end = end?;
    let first = rest[link.len()..].trim_start();
    (!first.starts_with(|c: char| c.is_ascii_digit())).then_some(base + end)
}

/// Whether two capitalised names follow that `and` joins: `the Agency and the Republic`.
fn pairs(next: &str) -> bool {
    let bare = next.strip_prefix("the ").unwrap_or(next);
    let window = after(bare, 0, 160);
    let stop = window.find([',', ';', '.', '(']).unwrap_or(window.len());
    bare.starts_with(char::is_uppercase)
        && window[..stop].match_indices(" and ").any(|(at, and)| {
            let second = &window[at + and.len()..];
            second.strip_prefix("the ").unwrap_or(second).starts_with(char::is_uppercase)
        })
}

/// Whether `and` ends the name: another instrument follows, or an organ or State that is no party to
/// one `between` two.
fn stops_at_and(rest: &str, at: usize, base: usize, names: &[NameHit], between: bool) -> bool {
    let next = rest[at..].trim_start();
    let begin = rest.len() - next.len();
    let bare = next.strip_prefix("the ").unwrap_or(next);
    let place = base + begin + next.len() - bare.len();
    let halves = ["North and", "South and", "East and", "West and"];
    if halves.iter().any(|half| rest[..at].ends_with(half)) {
        return false;
    }
    if ["for ", "of ", "to ", "in "].iter().any(|word| next.starts_with(word)) {
        return true;
    }
    let i = names.partition_point(|hit| hit.range.start < place);
    let named = names.get(i).is_some_and(|hit| {
        hit.range.start == place && !matches!(hit.named, Named::Demonym(_) | Named::Guard(_))
    });
    let noun = word(bare, 0);
    let article = bare.len() < next.len();
    let other = article
        && (head(bare, 0, noun).is_some()
            || head_follows(bare, noun.len())
            || outcome_follows(bare, noun.len()));
    let organ = named || ["Security", "General"].contains(&noun);
    organ && !between || other || noun.starts_with("Article")
}

/// Whether a capitalised word or two further the name of another outcome ends: `and the Quito
/// Implementation Plan`.
fn outcome_follows(text: &str, at: usize) -> bool {
    let words = text[at..].split(' ').skip(1).take(2);
    let mut words = words.take_while(|word| word.starts_with(char::is_uppercase));
    words.any(|word| OUTCOMES.contains(&word.trim_end_matches([',', ';', '.'])))
}

/// Behind a comma in a tail: the end of a series `X, Y and Z` of capitalised words.
fn series(rest: &str, at: usize, base: usize, names: &[NameHit]) -> Option<usize> {
    let mut pos = at;
    for _ in 0..12 {
        let tail = rest[pos..].strip_prefix(", ")?;
        let start = rest.len() - tail.len();
        let i = names.partition_point(|hit| hit.range.start < base + start);
        if names.get(i).is_some_and(|hit| {
            hit.range.start == base + start
                && matches!(hit.named, Named::State(_) | Named::Organization(_))
        }) {
            return None;
        }
        let mut end = start;
        // One to three capitalised words.
        for _ in 0..3 {
            let token = word(rest, end);
            let owned = ["Their", "Its"].contains(&token);
            if !token.starts_with(char::is_uppercase) || STARTERS.contains(&token) && !owned {
                break;
            }
            end += token.len();
            // `Protection of Civilians`
            let behind = &rest[end..];
            let of =
                behind.strip_prefix(" of ").filter(|next| next.starts_with(char::is_uppercase));
            if of.is_some() {
                end += " of ".len();
            } else if behind.starts_with(' ') && behind[1..].starts_with(char::is_uppercase) {
                end += 1;
            } else {
                break;
            }
        }
        if end == start {
            return None;
        }
        for and in [" and ", ", and ", " or "] {
            if let Some(tail) = rest[end..].strip_prefix(and) {
                let last = tail.strip_prefix("Other ").unwrap_or(tail);
                if last.starts_with(char::is_uppercase) {
                    let token = word(last, 0);
                    return Some(rest.len() - last.len() + token.len());
                }
            }
        }
        pos = end;
    }
    None
}

/// The end of a subtitle `: the Role of Science, Technology and Innovation`.
fn subtitle(rest: &str, at: usize) -> Option<usize> {
    let tail = rest[at..].strip_prefix(": the ")?;
    let start = rest.len() - tail.len();
    let first = word(tail, 0);
    if !first.starts_with(char::is_uppercase) {
        return None;
    }
    let mut end = start + first.len();
    let mut pos = end;
    loop {
        let next = rest[pos..].strip_prefix(", ").or_else(|| rest[pos..].strip_prefix(' '));
        let Some(next) = next else { break };
        let token = word(next, 0);
        let capital = token.starts_with(char::is_uppercase);
        if token.is_empty() || !(capital || FUNCTION.contains(&token)) {
            break;
        }
        pos = rest.len() - next.len() + token.len();
        if capital {
            end = pos;
        }
    }
    (end > start + first.len()).then_some(end)
}
