//! Catchwords: below the last line of a page a stroke and the first words of the next page, as the papers
//! of the first years print them (`/The League`).

use crate::model::FurnitureKind;
use crate::text::Line;

/// No catchword is longer, in bytes.
const LONGEST: usize = 60;
/// As many lines of furniture stand between two pages at most.
const DEEPEST: usize = 8;

/// Marks the catchwords.
pub(super) fn catchwords(source: &str, lines: &[Line], kinds: &mut [Option<FurnitureKind>]) {
    for at in 0..lines.len() {
        let words = lines[at].text(source).strip_prefix('/').map(str::trim_end);
        let Some(words) = words.filter(|words| words.len() <= LONGEST && kinds[at].is_none())
        else {
            continue;
        };
        if !words.starts_with(char::is_alphabetic) {
            continue;
        }
        let below = at + 1..lines.len().min(at + 1 + DEEPEST);
        let Some(next) = below.into_iter().find(|&next| kinds[next].is_none()) else { continue };
        let parted = next > at + 1 || lines[next].new_page;
        let next = lines[next].text(source);
        let again = next.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words));
        if parted && again {
            kinds[at] = Some(FurnitureKind::Continuation);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::furniture;
    use crate::model::FurnitureKind;
    use crate::text::lines;

    #[test]
    fn the_next_page_repeats_a_catchword() {
        let kind = |source: &str| furniture(source, &lines(source))[2];
        let next = "S/9352\nText of it.\n/The League\n\nS/9352\nPage 3\n\nThe League of Lakes met.";
        assert_eq!(kind(next), Some(FurnitureKind::Continuation));
        assert_eq!(kind("S/9352\nText of it.\n/The League\nThe League of Lakes met."), None);
        assert_eq!(kind("S/9352\nText of it.\n/The League\n\nS/9352\nPage 3\n\nIt met."), None);
    }
}
