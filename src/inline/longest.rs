//! The longest of a set of names that stands at a place of a text.
//!
//! The names are sorted, and each knows the longest other one that it begins with. Whatever name the
//! text begins with, all names sorted between that name and the text begin with it too. So the last
//! name sorted before the text leads there: it is the name, or one that it begins with is.
//!
//! An automaton finds the same; its failure links, which nobody follows who asks at one place, take
//! longer to build than a document takes to be read.

use std::borrow::Cow;

type Text = Cow<'static, str>;

/// Names in order, asked for the longest at a place.
#[derive(Debug)]
pub(super) struct Longest {
    /// Sorted, each once.
    names: Vec<Text>,
    /// For each name the longest other one that it begins with.
    within: Vec<Option<u32>>,
    /// Where the names begin that have this first byte; one more at the end.
    first: [u32; 257],
}

impl Longest {
    /// A set of names, sorted and each once.
    pub(super) fn of(names: Vec<Text>) -> Self {
        debug_assert!(names.is_sorted_by(|a, b| a < b), "names are sorted and each stands once");
        let mut within = Vec::with_capacity(names.len());
        // The names that the one at hand begins with, the longest last.
        let mut open: Vec<u32> = Vec::new();
        for (at, name) in names.iter().enumerate() {
            while open.pop_if(|last| !name.starts_with(&*names[*last as usize])).is_some() {}
            within.push(open.last().copied());
            open.push(at as u32);
        }
        let mut first = [names.len() as u32; 257];
        for (at, name) in names.iter().enumerate().rev() {
            if let Some(&byte) = name.as_bytes().first() {
                first[usize::from(byte)] = at as u32;
            }
        }
        for byte in (0..256).rev() {
            first[byte] = first[byte].min(first[byte + 1]);
        }
        Longest { names, within, first }
    }

    /// The number and the length of the longest name that `text` begins with.
    pub(super) fn at(&self, text: &str) -> Option<(usize, usize)> {
        let byte = usize::from(*text.as_bytes().first()?);
        let (from, to) = (self.first[byte] as usize, self.first[byte + 1] as usize);
        let names = self.names.get(from..to)?;
        let before = names.partition_point(|name| **name <= *text);
        let mut next = before.checked_sub(1).map(|at| from + at);
        while let Some(at) = next {
            let name = &*self.names[at];
            if text.starts_with(name) {
                return Some((at, name.len()));
            }
            next = self.within[at].map(|at| at as usize);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn longest(names: &[&str], text: &str) -> Option<String> {
        let mut names: Vec<Text> = names.iter().map(|name| (*name).to_owned().into()).collect();
        names.sort();
        names.dedup();
        let set = Longest::of(names);
        set.at(text).map(|(at, len)| {
            assert_eq!(set.names[at].len(), len);
            set.names[at].to_string()
        })
    }

    #[test]
    fn the_longest_name_wins() {
        let names = ["Guinea", "Guinea-Bissau", "Guin", "Guyana", "É"];
        for (text, want) in [
            ("Guinea-Bissau and", Some("Guinea-Bissau")),
            ("Guinea-Conakry", Some("Guinea")),
            ("Guinness", Some("Guin")),
            ("Guyana", Some("Guyana")),
            ("Élan", Some("É")),
            ("Gu", None),
            ("", None),
        ] {
            assert_eq!(longest(&names, text).as_deref(), want, "{text}");
        }
    }

    proptest! {
        #[test]
        fn it_is_what_a_look_at_each_name_finds(
            names in proptest::collection::vec("[abé]{1,5}", 1..30),
            text in "[abé]{0,8}",
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let want = names.iter().filter(|name| text.starts_with(**name)).max_by_key(|n| n.len());
            prop_assert_eq!(longest(&names, &text), want.map(|name| (*name).to_owned()));
        }
    }
}
