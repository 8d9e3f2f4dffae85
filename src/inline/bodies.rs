//! Organizations that no table lists, known by the form of their name.
//!
//! ```text
//! body  = "the" words noun | "the" noun "of" words
//! noun  = "Organization" | "Organisation", in capitals too
//! words = 1 to 5 capitalised words
//! ```
//!
//! Precision first: other nouns (Union, Group, League) are names only where the text defines them.

use std::ops::Range;

use memchr::memmem;

use super::context::before;
use super::names::is_word;

const NOUNS: [&str; 4] = ["Organization", "Organisation", "ORGANIZATION", "ORGANISATION"];
const MOST_WORDS: usize = 5;
const LONGEST: usize = 96;

/// The bodies of a text by form, by place.
pub(super) fn bodies(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let places = |stem: &str| -> Vec<usize> { memmem::find_iter(text.as_bytes(), stem).collect() };
    let mut stems: Vec<usize> = places("rgani");
    stems.extend(places("RGANI"));
    stems.sort_unstable();
    for stem in stems {
        let Some(start) = stem.checked_sub(1) else { continue };
        let after = found.last().map_or(0, |last| last.end);
        found.extend(body(text, start).filter(|range| range.start >= after));
    }
    found
}

fn body(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = text.get(start..)?;
    let noun = NOUNS.iter().find(|noun| rest.starts_with(**noun))?;
    let end = start + noun.len();
    if rest[noun.len()..].starts_with(is_word) {
        return None;
    }
    let ahead = before(text, start);
    let words: Vec<&str> = ahead.strip_suffix(' ')?.rsplit(' ').take(MOST_WORDS + 1).collect();
    let the = words.iter().position(|word| word.eq_ignore_ascii_case("the"))?;
    if the > 0 {
        let named = words[..the].iter().all(|word| is_name_word(word));
        let length: usize = words[..the].iter().map(|word| word.len() + 1).sum();
        return named.then(|| start - length..end);
    }
    let mut window = text.len().min(end + LONGEST);
    while !text.is_char_boundary(window) {
        window -= 1;
    }
    let tail = &text[end..window];
    let named = tail.strip_prefix(" of ").or_else(|| tail.strip_prefix(" OF "))?;
    let mut length = 0;
    for word in named.split(' ').take(MOST_WORDS) {
        let bare = word.trim_end_matches(|c: char| !is_word(c));
        if !is_name_word(bare) {
            break;
        }
        length += bare.len() + usize::from(length > 0);
        if bare.len() < word.len() {
            break;
        }
    }
    (length > 0).then(|| start..end + " of ".len() + length)
}

fn is_name_word(word: &str) -> bool {
    const SMALL: [&str; 14] =
        ["of", "the", "and", "on", "in", "for", "to", "by", "with", "at", "from", "or", "a", "an"];
    word.starts_with(char::is_uppercase)
        && word.ends_with(is_word)
        && !word.contains(['.', ',', ';', ':', '(', ')'])
        && !SMALL.iter().any(|small| small.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (text, want) in [
            ("of the Caspian Transit Organization on", "Caspian Transit Organization"),
            ("OF THE CASPIAN TRANSIT ORGANIZATION ON TRADE", "CASPIAN TRANSIT ORGANIZATION"),
            ("OF THE ORGANIZATION OF INLAND HARBOURS ON TRADE", "ORGANIZATION OF INLAND HARBOURS"),
            ("the Organization of Inland Harbours, and", "Organization of Inland Harbours"),
            ("the Organization and", ""),
            ("the work of the Organization of which", ""),
            ("Organization of States", ""),
            ("the organization of Inland Harbours", ""),
            ("the Reorganization", ""),
        ] {
            let seen: Vec<&str> = bodies(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(seen.join("; "), want, "{text}");
        }
    }
}
