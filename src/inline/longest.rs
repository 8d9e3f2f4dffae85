//! The longest of a set of names that stands at a place of a text.
//!
//! The names are sorted, and each knows the longest other one that it begins with. Whatever name the
//! text begins with, all names sorted between that name and the text begin with it too. So the last
//! name sorted before the text leads there: it is the name, or one that it begins with is.
//!
//! An automaton finds the same; its failure links, which nobody follows who asks at one place, take
//! longer to build than a document takes to be read.

use super::openers::eight;

/// Names in order, asked for the longest at a place.
#[derive(Debug)]
pub(super) struct Longest {
    /// All names, one behind the other.
    names: String,
    /// Where each ends.
    ends: Vec<u32>,
    /// The first eight bytes of each, the first of them highest; zeros where there are fewer.
    heads: Vec<u64>,
    /// For each name the longest other one that it begins with.
    within: Vec<Option<u32>>,
    /// By two bytes: the number of the first name that does not sort before them.
    pairs: Box<[u32]>,
}

impl Longest {
    /// A set of names of two bytes or more, sorted and each once.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut set = Longest {
            names: String::new(),
            ends: Vec::new(),
            heads: Vec::new(),
            within: Vec::new(),
            pairs: vec![0; 0x1_0001].into(),
        };
        // The names that the one at hand begins with, the longest last.
        let mut open: Vec<usize> = Vec::new();
        for (at, name) in names.enumerate() {
            while open.pop_if(|last| !name.starts_with(set.name(*last))).is_some() {}
            set.within.push(open.last().map(|&last| last as u32));
            open.push(at);
            set.names.push_str(name);
            set.ends.push(set.names.len() as u32);
            set.heads.push(head(name.as_bytes()));
            if let Some(pair) = pair(name.as_bytes()) {
                set.pairs[pair + 1] = at as u32 + 1;
            }
        }
        for pair in 1..set.pairs.len() {
            set.pairs[pair] = set.pairs[pair].max(set.pairs[pair - 1]);
        }
        set
    }

    fn name(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.names[start..self.ends[at] as usize]
    }

    /// The names, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|at| self.name(at))
    }

    /// The number and the length of the longest name that `text` begins with.
    pub(super) fn at(&self, text: &str) -> Option<(usize, usize)> {
        let pair = pair(text.as_bytes())?;
        let (mut from, mut to) = (self.pairs[pair] as usize, self.pairs[pair + 1] as usize);
        let first = from;
        let head = head(text.as_bytes());
        while from < to {
            let middle = from.midpoint(to);
            // Only names that agree so far must be looked at.
            let order = self.heads[middle].cmp(&head);
            if order.then_with(|| self.name(middle).cmp(text)).is_le() {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        let mut next = (from > first).then(|| from - 1);
        while let Some(at) = next {
            let name = self.name(at);
            if text.starts_with(name) {
                return Some((at, name.len()));
            }
            next = self.within[at].map(|at| at as usize);
        }
        None
    }
}

/// The first eight bytes as a number of their order.
fn head(bytes: &[u8]) -> u64 {
    u64::from_be_bytes(eight(bytes))
}

fn pair(bytes: &[u8]) -> Option<usize> {
    let [a, b, ..] = *bytes else { return None };
    Some(usize::from(a) << 8 | usize::from(b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn longest(names: &[&str], text: &str) -> Option<String> {
        let mut names = names.to_vec();
        names.sort_unstable();
        names.dedup();
        let set = Longest::of(names.iter().copied());
        set.at(text).map(|(at, len)| {
            assert_eq!(names[at].len(), len);
            names[at].to_owned()
        })
    }

    #[test]
    fn the_longest_name_wins() {
        let names = ["Guinea", "Guinea-Bissau", "Guin", "Guyana", "Él"];
        for (text, want) in [
            ("Guinea-Bissau and", Some("Guinea-Bissau")),
            ("Guinea-Conakry", Some("Guinea")),
            ("Guinness", Some("Guin")),
            ("Guyana", Some("Guyana")),
            ("Élan", Some("Él")),
            ("Gu", None),
            ("", None),
        ] {
            assert_eq!(longest(&names, text).as_deref(), want, "{text}");
        }
    }

    proptest! {
        #[test]
        fn it_is_what_a_look_at_each_name_finds(
            names in proptest::collection::vec("[abé]{2,5}", 1..30),
            text in "[abé]{0,8}",
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let want = names.iter().filter(|name| text.starts_with(**name)).max_by_key(|n| n.len());
            prop_assert_eq!(longest(&names, &text), want.map(|name| (*name).to_owned()));
        }
    }
}
