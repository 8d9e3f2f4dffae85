//! The headline of a web page, which names the site beside the words that the page has again below it.
//!
//! ```text
//! headline = words , mark , site | site , mark , words
//! mark     = " | " | " - " | " – " | " — "
//! ```

use crate::model::FurnitureKind;
use crate::text::Line;

/// The page says its headline again no further down than this.
const DEEPEST: usize = 10;
/// What is shorter, in bytes, may be said again by chance.
const SHORTEST: usize = 12;
/// No headline is longer, in bytes.
const LONGEST: usize = 300;

/// Marks the headline above a text.
pub(super) fn headline(source: &str, lines: &[Line], kinds: &mut [Option<FurnitureKind>]) {
    let front = lines.len().min(DEEPEST);
    let Some(at) = kinds[..front].iter().position(Option::is_none) else { return };
    let text = lines[at].text(source);
    if text.len() > LONGEST {
        return;
    }
    let again = |words: &str| {
        let below = lines[at + 1..front].iter().position(|line| {
            let line = line.text(source).trim_start_matches(['-', '#', '*', ' ']);
            line.trim_end_matches(['*', ' ']).eq_ignore_ascii_case(words)
        });
        below.map(|below| at + 1 + below)
    };
    let marks = [" | ", " - ", " – ", " — "];
    let parts = marks.iter().flat_map(|mark| text.match_indices(mark));
    let parts = parts.flat_map(|(end, mark)| [&text[..end], &text[end + mark.len()..]]);
    let mut parts = parts.filter(|words| words.len() >= SHORTEST);
    let Some(below) = parts.find_map(again) else { return };
    kinds[at] = Some(FurnitureKind::Site);
    // Above the fields of the site's catalogue it is still the page's, else the document's title.
    if kinds.get(below + 1) == Some(&Some(FurnitureKind::Site)) {
        kinds[below] = Some(FurnitureKind::Site);
    }
}

#[cfg(test)]
mod tests {
    use super::super::furniture;
    use crate::model::FurnitureKind;
    use crate::text::lines;

    fn sites(source: &str) -> Vec<&str> {
        let lines = lines(source);
        let kinds = furniture(source, &lines);
        let sites = lines.iter().zip(kinds);
        let sites = sites.filter(|(_, kind)| *kind == Some(FurnitureKind::Site));
        sites.map(|(line, _)| line.text(source)).collect()
    }

    #[test]
    fn a_headline_is_told_by_its_site() {
        assert_eq!(
            sites(
                "Letter on the lakes | PDF | Lakes\n312 views3 pages\nLetter on the Lakes\nText."
            ),
            ["Letter on the lakes | PDF | Lakes", "312 views3 pages"]
        );
        assert_eq!(
            sites("Letter on the lakes - Docs\n- Letter on the lakes\nFile Typepdf\n\nText."),
            ["Letter on the lakes - Docs", "- Letter on the lakes", "File Typepdf"]
        );
        assert_eq!(sites("Letter on the lakes - and the rivers\nText."), [""; 0]);
    }
}
