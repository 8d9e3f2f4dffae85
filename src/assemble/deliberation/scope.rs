//! The divisions that paragraphs stand in, and the first part of their identifiers.
//!
//! ```text
//! division = ( "Part" | "Chapter" | "Section" | "Article" | "Rule" ) , number , [ "." ] , [ title ]
//!          | ( roman | capital ) , [ "." , title ]
//! ```
//!
//! Identifiers follow Akoma Ntoso: `part_A`, `sec_II`, `art_5`, each behind that of the division
//! around it. A heading without number is a `crossHeading`.

use crate::block::is_part_number;

/// How deep a kind of division stands; a smaller one holds a larger one.
type Level = u8;

const QUOTED: Level = 0;
const PART: Level = 1;
const CHAPTER: Level = 2;
const SECTION: Level = 3;
const SUBSECTION: Level = 4;

/// Divisions by their noun: level and abbreviation.
const NOUNS: [(&str, Level, &str); 6] = [
    ("part", PART, "part"),
    ("chapter", CHAPTER, "chp"),
    ("section", SECTION, "sec"),
    ("article", 5, "art"),
    ("rule", 5, "rule"),
    ("regulation", 5, "reg"),
];

/// The divisions that are open at a place.
#[derive(Debug, Default)]
pub(super) struct Scope {
    open: Vec<(Level, String)>,
    /// Headings without number so far.
    crossings: u32,
    /// Texts that paragraphs quote so far.
    quotes: u32,
    /// Instructions of an amendment so far.
    instructions: u32,
}

/// What a heading does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opened {
    pub(super) id: String,
    /// Whether it opens a division with a number.
    pub(super) numbered: bool,
    /// Whether it is an article or another division of an instrument.
    pub(super) of_instrument: bool,
}

impl Scope {
    /// The identifier of the open divisions, with its separator.
    pub(super) fn prefix(&self) -> String {
        self.open.last().map_or_else(String::new, |(_, id)| format!("{id}__"))
    }

    /// Opens what a heading opens; a part where the organ speaks again below it.
    pub(super) fn heading(&mut self, text: &str, is_part: bool) -> Opened {
        let lettered = || text.split(' ').next().filter(|first| is_part && is_part_number(first));
        let found = division(text).or_else(|| lettered().map(|number| (SECTION, "sec", number)));
        let Some((level, name, number)) = found else {
            self.crossings += 1;
            let id = format!("{}crossHeading_{}", self.prefix(), self.crossings);
            return Opened { id, numbered: false, of_instrument: false };
        };
        let is_part = is_part && matches!(level, SECTION | SUBSECTION);
        let (level, name) = if is_part { (PART, "part") } else { (level, name) };
        self.open.retain(|(open, _)| *open < level);
        let id = format!("{}{name}_{number}", self.prefix());
        self.open.push((level, id.clone()));
        Opened { id, numbered: true, of_instrument: level > SUBSECTION }
    }

    /// Opens an instruction of an amendment and gives its identifier.
    pub(super) fn instruction(&mut self) -> String {
        self.instructions += 1;
        let id = format!("mod_{}", self.instructions);
        self.open.clear();
        self.open.push((QUOTED, id.clone()));
        id
    }

    /// Opens a text that a paragraph quotes.
    pub(super) fn quote(&mut self, paragraph: &str) {
        self.quotes += 1;
        self.open.clear();
        self.open.push((QUOTED, format!("{paragraph}__qstr_{}", self.quotes)));
    }
}

/// Whether a heading opens a division of an instrument: "Article 5", "CHAPTER II", "Rule 3".
pub(in crate::assemble) fn opens_instrument(text: &str) -> bool {
    division(text).is_some_and(|(level, ..)| level > SUBSECTION || level == CHAPTER)
}

/// The division that a heading opens: level, abbreviation, number.
pub(super) fn division(text: &str) -> Option<(Level, &'static str, &str)> {
    let text = text.trim_matches(['*', '_', '#', ' ']);
    let mut words = text.splitn(3, ' ');
    let first = words.next()?;
    let bare = |word: &str| word.trim_end_matches(['.', ':', '*', '_', '–', '—']).len();
    if let Some(&(_, level, name)) =
        NOUNS.iter().find(|(noun, ..)| noun.eq_ignore_ascii_case(first))
    {
        let number = words.next()?;
        let number = &number[..bare(number)];
        let counts = number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit())
            || is_part_number(number);
        return (counts && !number.is_empty()).then_some((level, name, number));
    }
    let number = &first[..bare(first)];
    if !is_part_number(number) {
        return None;
    }
    let roman = number.bytes().all(|b| b"IVX".contains(&b));
    let alone = first.len() == text.len();
    let level = if roman { SECTION } else { SUBSECTION };
    (alone || first.len() > number.len() || roman).then_some((level, "sec", number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_nest_by_their_kind() {
        let mut scope = Scope::default();
        let id = |scope: &mut Scope, text: &str| scope.heading(text, false).id;
        assert_eq!(scope.heading("A Islands of the north", true).id, "part_A");
        assert_eq!(id(&mut scope, "II. Means"), "part_A__sec_II");
        assert_eq!(id(&mut scope, "B. Money"), "part_A__sec_II__sec_B");
        assert_eq!(id(&mut scope, "Friends"), "part_A__sec_II__sec_B__crossHeading_1");
        assert_eq!(id(&mut scope, "III"), "part_A__sec_III");
        scope.quote("para_1");
        assert_eq!(id(&mut scope, "Article 5"), "para_1__qstr_1__art_5");
        assert_eq!(id(&mut scope, "Article 6 Scope"), "para_1__qstr_1__art_6");
    }

    #[test]
    fn words_are_no_numbers() {
        for text in ["A resolution of old", "Part of the work", "Cooperation", "Article of faith"] {
            assert_eq!(division(text), None, "{text}");
        }
    }
}
