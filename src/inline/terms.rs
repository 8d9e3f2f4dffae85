//! The short names that a document has introduced, found again.
//!
//! A term is looked up by its first word (without "the") at the starts of words, so that one pass
//! over the text serves any number of terms.

use std::collections::HashMap;
use std::ops::Range;

use super::names::is_word;

/// An organization under a name that the table lists or the text introduces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) code: Option<&'static str>,
    pub(crate) acronym: Option<&'static str>,
    pub(crate) name: String,
}

/// A short name and what it stands for.
#[derive(Debug)]
struct Term {
    /// Without its article.
    text: String,
    /// Whether it stands only behind "the".
    article: bool,
    identity: usize,
}

/// The terms of a document.
#[derive(Debug)]
pub(crate) struct Terms {
    by_word: HashMap<String, Vec<Term>>,
    identities: Vec<Identity>,
    /// The first bytes of the terms' first words.
    first: [bool; 256],
}

/// A term at a place: its range, article included, and its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TermFound {
    pub(crate) range: Range<usize>,
    pub(crate) identity: usize,
    /// Whether it is the full name.
    pub(crate) is_name: bool,
}

impl Default for Terms {
    fn default() -> Self {
        Terms { by_word: HashMap::new(), identities: Vec::new(), first: [false; 256] }
    }
}

impl Terms {
    /// So many terms may begin with the same word; further ones are not remembered.
    const CROWD: usize = 16;

    /// Remembers an organization under its name and its short names.
    pub(crate) fn introduce<'a>(
        &mut self,
        identity: Identity,
        terms: impl Iterator<Item = &'a str>,
    ) {
        let number = self.identities.len();
        for term in terms {
            self.add(term, number);
        }
        let name = identity.name.clone();
        self.add(&name, number);
        self.identities.push(identity);
    }

    fn add(&mut self, term: &str, identity: usize) {
        let (article, text) = match term.get(..4) {
            Some(the) if the.eq_ignore_ascii_case("the ") => (true, &term[4..]),
            _ => (false, term),
        };
        let word = first_word(text);
        if word.is_empty() {
            return;
        }
        let terms = self.by_word.entry(word.to_owned()).or_default();
        if let Some(known) = terms.iter_mut().find(|known| known.text == text) {
            // The latest definition is the one that holds.
            (known.identity, known.article) = (identity, article);
        } else if terms.len() < Self::CROWD {
            terms.push(Term { text: text.to_owned(), article, identity });
            terms.sort_by_key(|term| std::cmp::Reverse(term.text.len()));
            self.first[usize::from(word.as_bytes()[0])] = true;
        }
    }

    /// What a term stands for.
    pub(crate) fn identity(&self, number: usize) -> &Identity {
        &self.identities[number]
    }

    /// The terms in a text, by place, none overlapping another.
    pub(crate) fn find(&self, text: &str) -> Vec<TermFound> {
        let mut found = Vec::new();
        if self.by_word.is_empty() {
            return found;
        }
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let begins = self.first[usize::from(bytes[at])]
                && text.is_char_boundary(at)
                && !text[..at].ends_with(is_word);
            match begins.then(|| self.at(text, at)).flatten() {
                Some(term) => {
                    at = term.range.end;
                    found.push(term);
                }
                None => at += 1,
            }
        }
        found
    }

    fn at(&self, text: &str, at: usize) -> Option<TermFound> {
        let rest = text.get(at..)?;
        let terms = self.by_word.get(first_word(rest))?;
        let article = at.checked_sub(4).and_then(|from| text.get(from..at)).is_some_and(|the| {
            the.eq_ignore_ascii_case("the ") && !text[..at - 4].ends_with(is_word)
        });
        let term = terms.iter().find(|term| {
            (article || !term.article)
                && rest.starts_with(term.text.as_str())
                && !rest[term.text.len()..].starts_with(is_word)
        })?;
        let start = if term.article { at - 4 } else { at };
        Some(TermFound {
            range: start..at + term.text.len(),
            identity: term.identity,
            is_name: self.identities[term.identity].name == term.text,
        })
    }
}

/// The letters and digits at the start, no more than a word has.
fn first_word(text: &str) -> &str {
    const LONGEST: usize = 64;
    let length = text
        .char_indices()
        .take_while(|&(at, c)| at < LONGEST && is_word(c))
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8());
    &text[..length]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Terms {
        let mut terms = Terms::default();
        let identity = |name: &str| Identity { code: None, acronym: None, name: name.to_owned() };
        terms.introduce(
            identity("Nordic Transit Organization"),
            ["NTO", "the organization"].into_iter(),
        );
        terms.introduce(identity("Nordic Transit Union"), ["NTU"].into_iter());
        terms
    }

    #[test]
    fn terms_are_found_again() {
        let text =
            "NTO and the organization, an organization; Nordic Transit Union, NTUs, X-NTU. NTO";
        let terms = terms();
        let seen: Vec<(&str, &str)> = terms
            .find(text)
            .into_iter()
            .map(|found| (&text[found.range], terms.identity(found.identity).name.as_str()))
            .collect();
        let (organization, union) = ("Nordic Transit Organization", "Nordic Transit Union");
        assert_eq!(
            seen,
            [
                ("NTO", organization),
                ("the organization", organization),
                ("Nordic Transit Union", union),
                ("NTU", union),
                ("NTO", organization),
            ]
        );
    }

    #[test]
    fn a_term_at_the_start_needs_no_article_before_it() {
        assert_eq!(terms().find("NTO met").len(), 1);
        assert_eq!(terms().find("organization").len(), 0);
    }
}
