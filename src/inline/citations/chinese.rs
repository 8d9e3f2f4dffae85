//! Resolutions and decisions as Chinese texts cite them.
//!
//! ```text
//! reference = [ organ ] [ date ] "第" number "号" { ( "、" | "和" | "及" ) "第" number "号" } noun
//! noun      = "决议" | "决定"
//! organ     = "大会" | "安全理事会" | "安理会" | "经济及社会理事会" | "人权理事会" ...
//! ```

use super::Scanner;
use super::lex::{after, before};
use super::list::Member;
use super::number::{self, Id};
use super::organ::{Organ, Said};
use super::resolution::Whose;

/// The character that stands before a number.
pub(super) const OPENER: &str = "第";

const ORGANS: [(&str, Organ); 6] = [
    ("大会", Organ::Assembly),
    ("安全理事会", Organ::Security),
    ("安理会", Organ::Security),
    ("经济及社会理事会", Organ::Economic),
    ("经社理事会", Organ::Economic),
    ("人权理事会", Organ::HumanRights),
];

/// The organ and the date before a list are no longer, in bytes.
const AHEAD: usize = 80;

impl Scanner<'_> {
    /// Reads a list of numbers whose first character stands at `start`. Numbers without a noun are
    /// passed over as they were read.
    pub(super) fn in_chinese(&mut self, start: usize) -> Option<usize> {
        if !self.text[start..].starts_with(OPENER) {
            return None;
        }
        let mut members = Vec::new();
        let mut at = start;
        loop {
            let window = after(self.text, at, 40);
            let Some(number) = window.strip_prefix(OPENER) else { break };
            let Ok((rest, item)) = number::item(number.trim_start()) else { break };
            if matches!(item.id, Id::Bare(_) | Id::Foreign(_)) {
                break;
            }
            let end = at + window.len() - rest.len();
            let rest = rest.trim_start();
            let next = at + window.len() - rest.strip_prefix('号').unwrap_or(rest).len();
            members.push(Member {
                item,
                start: at,
                end,
                dates: Vec::new(),
                pinpoints: Vec::new(),
                finish: end,
                behind: None,
                range: false,
            });
            let window = after(self.text, next, 12);
            let behind = window.trim_start_matches(['、', '和', '及', '，', ' ']);
            at = next + window.len() - behind.len();
        }
        let noun = after(self.text, at, 12).trim_start();
        let decision = match noun {
            _ if noun.starts_with("决议") => false,
            _ if noun.starts_with("决定") => true,
            _ => return (!members.is_empty()).then_some(at),
        };
        let said = named_before(before(self.text, start, AHEAD)).map_or(Said::Nothing, Said::Organ);
        self.members(start, start, &Whose { said, body: None }, decision, members)
    }
}

/// The organ that is named last in the sentence, if another does not stand nearer.
fn named_before(text: &str) -> Option<Organ> {
    let sentence = text.rsplit(['。', '；']).next()?;
    let named = ORGANS
        .iter()
        .filter_map(|&(name, organ)| sentence.rfind(name).map(|at| (at + name.len(), organ)));
    named.max_by_key(|&(end, _)| end).map(|(_, organ)| organ)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn numbers_with_their_organs() {
        check(&[
            ("回顾大会2015年9月25日第70/1号决议，", &["A/RES/70/1"]),
            (
                "安全理事会第1325(2000)号和第1820(2008)号决议",
                &["S/RES/1325(2000)", "S/RES/1820(2008)"],
            ),
            (
                "经济及社会理事会第2013/18号决议和人权理事会第21/11号决议",
                &["E/RES/2013/18", "A/HRC/RES/21/11"],
            ),
            ("大会第78/517号决定", &["A/DEC/78/517"]),
            ("第64/200号、第65/157号决议", &["A/RES/64/200", "A/RES/65/157"]),
            ("第70/1号文件", &[]),
            ("第三条", &[]),
        ]);
    }
}
