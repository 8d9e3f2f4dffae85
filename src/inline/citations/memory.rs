//! What the flows of a document before this one have introduced.

use std::collections::{HashMap, VecDeque};

use memchr::memmem;

use super::organ::{Organ, Said};
use crate::gazetteer::{Instrument, Organization};
use crate::model::CitationTarget;

/// How many names are kept for references by a part of a name.
const KEPT: usize = 64;

/// A target that later text may refer back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) canonical: String,
    pub(super) target: CitationTarget,
}

/// What earlier text has introduced: organs, the last resolution, instruments and short names.
///
/// It only ever says what an expression that was read refers to; it is no count of citations, so
/// that one missed citation shifts none that follow.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory {
    /// The organ whose document this is.
    pub(super) own: Option<Organ>,
    /// The organ named last in full.
    pub(super) last: Option<Organ>,
    /// The council named last in full.
    pub(super) council: Option<Organ>,
    /// Whether the Human Rights Council was named.
    pub(super) rights_council: bool,
    /// Whether the Commission on Human Rights has been named.
    pub(super) rights_commission: bool,
    /// Whether the Organisation for the Prohibition of Chemical Weapons was named.
    pub(super) chemical_weapons: bool,
    /// The resolution named last, if it was named alone.
    pub(super) resolution: Option<Known>,
    /// The list that the text before broke off: whether of decisions, and the organ in its words.
    pub(super) open: Option<(bool, Said)>,
    /// What `ibid.` means.
    pub(super) note: Option<Known>,
    /// The names of unlisted instruments, the latest last.
    names: VecDeque<Known>,
    /// The canonical name of each listed instrument, as first printed.
    listed: HashMap<Instrument, Known>,
    /// The instrument that a head noun alone means.
    heads: HashMap<String, Known>,
    /// Short names that the text defines.
    aliases: HashMap<String, Known>,
    /// Which capitals of ASCII a short name begins with, as bits; the last stands for all else.
    initials: u32,
}

impl Memory {
    /// The memory at the start of a document of this organ (`GA`, `SC`, ...).
    pub(crate) fn for_organ(code: Option<&str>) -> Self {
        let own = code.and_then(Organ::from_code);
        let council = own.filter(|organ| organ.is_council());
        Memory { own, council, rights_council: own == Some(Organ::HumanRights), ..Self::default() }
    }

    /// Notes that an organization was named.
    pub(super) fn named(&mut self, organization: Organization) {
        self.chemical_weapons |= organization.code() == "OPCW";
        if let Some(organ) = Organ::from_code(organization.code()) {
            self.last = Some(organ);
            if organ.is_council() {
                self.council = Some(organ);
            }
            self.rights_council |= organ == Organ::HumanRights;
            self.rights_commission |= organ == Organ::RightsCommission;
        }
    }

    /// Whether a number alone may be a resolution of the Security Council.
    pub(super) fn speaks_of_security(&self) -> bool {
        matches!(self.own, None | Some(Organ::Security))
            && matches!(self.last, None | Some(Organ::Security))
    }

    /// Keeps a listed instrument under the name that it counts under from here on.
    pub(super) fn keep_listed(&mut self, instrument: Instrument, known: &Known) {
        if self.listed.get(&instrument) != Some(known) {
            self.listed.insert(instrument, known.clone());
        }
        self.keep_head(instrument.head(), known);
    }

    pub(super) fn listed(&self, instrument: Instrument) -> Option<&Known> {
        self.listed.get(&instrument)
    }

    /// The latest listed instrument with this head noun and year of adoption.
    pub(super) fn of_year(&self, head: &str, year: &str) -> Option<&Known> {
        let mut found = self.listed.iter().filter(|(instrument, _)| {
            let adopted = instrument.adopted().is_some_and(|date| date.starts_with(year));
            adopted && instrument.head() == head
        });
        let first = found.next();
        first.filter(|_| found.next().is_none()).map(|(_, known)| known)
    }

    /// Keeps an unlisted instrument.
    pub(super) fn keep_name(&mut self, head: &str, known: &Known) {
        if self.names.back() != Some(known) {
            self.names.push_back(known.clone());
        }
        if self.names.len() > KEPT {
            self.names.pop_front();
        }
        self.keep_head(head, known);
    }

    /// Says which instrument was named last with this head noun.
    pub(super) fn keep_head(&mut self, head: &str, known: &Known) {
        match self.heads.get_mut(head) {
            Some(kept) if kept == known => {}
            Some(kept) => kept.clone_from(known),
            None => {
                self.heads.insert(head.to_owned(), known.clone());
            }
        }
    }

    /// The instrument whose name holds these words, the latest first.
    pub(super) fn by_part(&self, words: &str) -> Option<&Known> {
        // From the beginning, or from a word of the stem: what follows a function word is the name
        // of something else.
        let finder = memmem::Finder::new(words);
        let bounded = |name: &str| {
            finder.find_iter(name.as_bytes()).any(|at| {
                let stem = name[..at].split(' ').all(|word| !word.starts_with(char::is_lowercase));
                stem && !name[..at].ends_with(super::lex::is_word)
                    && !name[at + words.len()..].starts_with(super::lex::is_word)
            })
        };
        let unlisted = self.names.iter().rev().find(|known| bounded(&known.canonical));
        // A document names few instruments of the table.
        let listed = || {
            let mut all = self.listed.values().filter(|known| bounded(&known.canonical));
            let first = all.next();
            first.filter(|_| all.next().is_none())
        };
        unlisted.or_else(listed)
    }

    /// The one instrument whose own head noun stands behind these words, and whose longer name has
    /// each of them somewhere: `Headquarters Agreement` after an `Agreement concerning the
    /// Headquarters of ...`. A name that ends with its head noun is not made shorter.
    pub(super) fn by_words(&self, words: &str, head: &str) -> Option<&Known> {
        let finder = memmem::Finder::new(head);
        let holds = |known: &&Known| {
            let name = known.canonical.as_str();
            let at = finder.find(name.as_bytes());
            let own = at.is_some_and(|at| {
                let stem = name[..at].split(' ').all(|word| !word.starts_with(char::is_lowercase));
                stem && name[at + head.len()..].starts_with(' ')
            });
            let has = |word| name.split([' ', ',']).any(|of| of == word);
            own && words.split(' ').all(has)
        };
        let mut all = self.names.iter().chain(self.listed.values()).filter(holds);
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }

    /// The unlisted instrument of which these words are the name with one place damaged.
    pub(super) fn damaged(&self, words: &str) -> Option<&Known> {
        self.names.iter().rev().find(|known| {
            let name = known.canonical.as_bytes();
            let other = words.as_bytes();
            let head = name.iter().zip(other).take_while(|(a, b)| a == b).count();
            let tail =
                name.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
            let longer = name.len().max(other.len());
            longer >= 20 && name.len().abs_diff(other.len()) <= 2 && head + tail + 2 >= longer
        })
    }

    /// The instrument that a head noun alone means here.
    pub(super) fn by_head(&self, head: &str) -> Option<&Known> {
        self.heads.get(head)
    }

    /// Keeps a short name that the text defines.
    pub(super) fn define(&mut self, alias: &str, known: &Known) {
        let alias = alias.strip_prefix("the ").unwrap_or(alias);
        self.initials |= initial(alias);
        self.aliases.insert(alias.to_owned(), known.clone());
        self.heads.insert(alias.to_owned(), known.clone());
    }

    pub(super) fn alias(&self, word: &str) -> Option<&Known> {
        self.aliases.get(word)
    }

    /// Whether a short name may begin as the text does.
    pub(super) fn may_be_alias(&self, text: &str) -> bool {
        self.initials & initial(text) != 0
    }
}

/// The bit of the first letter of a text.
fn initial(text: &str) -> u32 {
    match text.as_bytes().first() {
        Some(byte @ b'A'..=b'Z') => 1 << (byte - b'A'),
        _ => 1 << 31,
    }
}
