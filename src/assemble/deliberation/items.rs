//! How items nest, and the identifiers of paragraphs and items.
//!
//! Identifiers follow Akoma Ntoso: `para_3__list_1__point_a`, `rec_2`, `sec_A__para_1`.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::model::symbol::roman;

/// How an item is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Letter,
    Roman,
    Capital,
    Digit,
    Mark,
}

/// An item that may have more below it.
#[derive(Debug, Clone)]
struct Open {
    style: Style,
    ordinal: u32,
    block: u32,
    id: String,
    /// Lists opened below it.
    lists: u32,
    /// Stretches of its own text so far, the first one not counted.
    texts: u32,
}

impl Open {
    fn new(style: Style, ordinal: u32, block: u32, id: String) -> Open {
        Open { style, ordinal, block, id, lists: 0, texts: 0 }
    }
}

/// The paragraph and the items that are open at a place.
#[derive(Debug, Default)]
pub(super) struct Items {
    paragraph: Option<Open>,
    /// Depth of that paragraph.
    depth: u32,
    open: Vec<Open>,
    /// Whether text stands between the last item and what follows.
    interrupted: bool,
    /// Whether a heading without number stands between the last item and what follows, as a running
    /// head that was not known as one does.
    headed: bool,
    /// The identifiers that are taken, each with the last number that was set behind it.
    used: BTreeMap<String, u32>,
}

/// Where an item stands.
pub(super) struct Place {
    pub(super) depth: u32,
    pub(super) parent: Option<u32>,
    pub(super) id: String,
    /// The number that is meant where a scan has damaged it.
    pub(super) number: Option<String>,
}

impl Items {
    /// Opens a paragraph at a block and gives its identifier, made unique.
    pub(super) fn paragraph(&mut self, block: u32, depth: u32, id: &str) -> String {
        let id = self.unique(id);
        self.open.clear();
        self.interrupted = false;
        self.headed = false;
        self.depth = depth;
        self.paragraph = Some(Open::new(Style::Digit, 0, block, id.clone()));
        id
    }

    /// The block and the identifier of the open paragraph.
    pub(super) fn above(&self) -> Option<(u32, String)> {
        self.paragraph.as_ref().map(|paragraph| (paragraph.block, paragraph.id.clone()))
    }

    /// Places text without number that goes on with the open paragraph, behind its items or not.
    pub(super) fn text(&mut self) -> Option<Place> {
        if std::mem::take(&mut self.headed) {
            self.close();
        }
        let listed = !self.open.is_empty() && !self.interrupted;
        self.interrupted = true;
        let paragraph = self.paragraph.as_mut()?;
        let block = paragraph.block;
        paragraph.texts += 1;
        let id = if listed {
            format!("{}__list_{}__wrapup", paragraph.id, paragraph.lists)
        } else {
            format!("{}__p_{}", paragraph.id, paragraph.texts + 1)
        };
        let id = self.unique(&id);
        Some(Place { depth: self.depth + 1, parent: Some(block), id, number: None })
    }

    /// Notes that a heading without number follows: only the item that is due next goes on below it.
    pub(super) fn head(&mut self) {
        self.headed = true;
    }

    /// Closes the paragraph: what follows belongs to none.
    pub(super) fn close(&mut self) {
        self.paragraph = None;
        self.open.clear();
    }

    /// The identifier, with a number behind it where it is taken.
    pub(super) fn unique(&mut self, id: &str) -> String {
        let last = match self.used.entry(id.to_owned()) {
            Entry::Occupied(used) => *used.get(),
            Entry::Vacant(free) => {
                free.insert(1);
                return id.to_owned();
            }
        };
        let numbered = (last + 1..).map(|n| (n, format!("{id}-{n}")));
        let free = numbered.into_iter().find(|(_, found)| !self.used.contains_key(found));
        let (n, found) = free.unwrap_or_else(|| (last, id.to_owned()));
        self.used.insert(id.to_owned(), n);
        self.used.insert(found.clone(), 1);
        found
    }

    /// Places an item with its number at a block.
    pub(super) fn item(&mut self, block: u32, number: Option<&str>) -> Place {
        let meant = number.and_then(|number| self.meant(number));
        let number = meant.as_deref().or(number);
        let readings = readings(number);
        // An item that follows one of an open list; the innermost first.
        let follows = self.open.iter().enumerate().rev().find_map(|(level, open)| {
            readings
                .iter()
                .find(|(style, ordinal)| *style == open.style && *ordinal == open.ordinal + 1)
                .map(|reading| (level, *reading))
        });
        if std::mem::take(&mut self.headed) && follows.is_none() {
            self.close();
        }
        let first = readings.iter().rev().find(|(_, ordinal)| *ordinal == 1).copied();
        let same = self.open.iter().enumerate().rev().find_map(|(level, open)| {
            let reading = readings.iter().find(|(style, ordinal)| {
                *style == open.style && (*style == Style::Mark || *ordinal > open.ordinal)
            });
            reading.map(|reading| (level, *reading))
        });
        let (level, (style, ordinal)) = match (follows, first) {
            (Some(found), _) => found,
            (None, Some(reading)) => {
                let again = self.open.iter().position(|open| open.style == reading.0);
                (again.unwrap_or(self.open.len()), reading)
            }
            (None, None) => same.unwrap_or((self.open.len(), readings[0])),
        };
        let new_list = self.open.len() <= level || ordinal == 1 || self.interrupted;
        self.open.truncate(level);
        let above = self.open.last_mut().or(self.paragraph.as_mut());
        let (parent, prefix) = match above {
            Some(above) => {
                if new_list || above.lists == 0 {
                    above.lists += 1;
                }
                (Some(above.block), format!("{}__list_{}__", above.id, above.lists))
            }
            None => (None, String::new()),
        };
        self.interrupted = false;
        let name = number.map_or_else(|| ordinal.to_string(), str::to_owned);
        let id = self.unique(&format!("{prefix}point_{name}"));
        self.open.push(Open::new(style, ordinal, block, id.clone()));
        let depth = self.paragraph.as_ref().map_or(0, |_| self.depth + 1);
        Place { depth: level as u32 + depth, parent, id, number: meant }
    }
}

impl Items {
    /// The letters that damaged digits stand for where those letters are due: "(6)" behind "(a)",
    /// "(11)" behind "(i)".
    fn meant(&self, number: &str) -> Option<String> {
        let due = |style: Style, ordinal: u32| {
            self.open.iter().any(|open| open.style == style && open.ordinal + 1 == ordinal)
        };
        if number == "6" && due(Style::Letter, 2) && !due(Style::Digit, 6) {
            return Some("b".to_owned());
        }
        let ones = number.len() as u32;
        let strokes = (2..=3).contains(&ones) && number.bytes().all(|b| b == b'1');
        (strokes && due(Style::Roman, ones)).then(|| "i".repeat(number.len()))
    }
}

/// What a number may mean: as a letter first, then as a Roman numeral.
fn readings(number: Option<&str>) -> Vec<(Style, u32)> {
    let Some(number) = number else {
        return vec![(Style::Mark, 1)];
    };
    let mut readings = Vec::new();
    if let Ok(value) = number.parse() {
        readings.push((Style::Digit, value));
    }
    let mut letters = number.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        if letter.is_ascii_lowercase() {
            readings.push((Style::Letter, u32::from(letter) - u32::from('a') + 1));
        } else if letter.is_ascii_uppercase() {
            readings.push((Style::Capital, u32::from(letter) - u32::from('A') + 1));
        }
    }
    // "aa" follows "z".
    if number.len() == 2
        && number.bytes().all(|b| b == number.as_bytes()[0] && b.is_ascii_lowercase())
    {
        readings.push((Style::Letter, 26 + u32::from(number.as_bytes()[0] - b'a') + 1));
    }
    if number.bytes().all(|b| b"ivxl".contains(&b))
        && let Some(value) = roman(&number.to_ascii_uppercase())
    {
        readings.push((Style::Roman, value));
    }
    if readings.is_empty() {
        readings.push((Style::Mark, 1));
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_nest_by_the_style_of_their_numbers() {
        let mut items = Items::default();
        items.paragraph(0, 0, "para_3");
        let ids: Vec<String> = ["a", "b", "i", "ii", "iii", "iv", "c"]
            .iter()
            .enumerate()
            .map(|(at, number)| items.item(at as u32 + 1, Some(number)).id)
            .collect();
        assert_eq!(
            ids,
            [
                "para_3__list_1__point_a",
                "para_3__list_1__point_b",
                "para_3__list_1__point_b__list_1__point_i",
                "para_3__list_1__point_b__list_1__point_ii",
                "para_3__list_1__point_b__list_1__point_iii",
                "para_3__list_1__point_b__list_1__point_iv",
                "para_3__list_1__point_c",
            ]
        );
    }

    #[test]
    fn damaged_letters_are_read_where_they_are_due() {
        let mut items = Items::default();
        items.paragraph(0, 0, "para_1");
        let ids: Vec<String> = ["a", "6", "c"]
            .iter()
            .enumerate()
            .map(|(at, number)| items.item(at as u32 + 1, Some(number)).id)
            .collect();
        assert_eq!(ids[1], "para_1__list_1__point_b");
        assert_eq!(ids[2], "para_1__list_1__point_c");
    }
}
