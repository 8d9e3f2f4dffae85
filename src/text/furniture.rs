//! Page furniture: job numbers, bar codes, running heads, page numbers, rules.
//!
//! Each line is judged by its own form first, then, where the form alone does not say it (a bare
//! number, a language name), by its neighbours.

use std::collections::HashSet;

use super::Line;
use crate::model::FurnitureKind;
use crate::span::Span;

/// The kind of furniture that each line is, where it is any.
pub(crate) fn furniture(source: &str, lines: &[Line]) -> Vec<Option<FurnitureKind>> {
    let mut symbols = HashSet::new();
    let mut kinds: Vec<Option<FurnitureKind>> = lines
        .iter()
        .map(|line| {
            let text = line.text(source);
            own_form(text).or_else(|| {
                // The first time a symbol stands alone it is the masthead's.
                let repeated = is_symbol(text) && !symbols.insert(text);
                repeated.then_some(FurnitureKind::RunningHead)
            })
        })
        .collect();
    let matter = front_matter(source, lines);
    kinds[..matter].fill(Some(FurnitureKind::FrontMatter));
    // Twice, as a page number may stand between a head and what follows it.
    for _ in 0..2 {
        for at in 0..lines.len() {
            if kinds[at].is_none() {
                kinds[at] = by_neighbours(source, lines, &kinds, at);
            }
        }
    }
    kinds
}

fn own_form(text: &str) -> Option<FurnitureKind> {
    // No furniture is long; a long line is not looked through.
    if text.len() > 120 {
        return is_rule(text).then_some(FurnitureKind::Rule);
    }
    if is_rule(text) {
        return Some(FurnitureKind::Rule);
    }
    if matches!(text, "/..." | "/…" | "…/" | ".../") {
        return Some(FurnitureKind::Continuation);
    }
    if text.starts_with("<<") && text.ends_with(">>") {
        return Some(FurnitureKind::FieldCode);
    }
    if is_bar_code(text) || is_glyphs(text) {
        return Some(FurnitureKind::BarCode);
    }
    if is_markup(text) {
        return Some(FurnitureKind::Markup);
    }
    let mut tokens = text.split_whitespace();
    let has_job = tokens.any(is_job_number);
    let mut tokens = text.split_whitespace();
    if has_job
        && tokens.all(|t| {
            is_job_number(t)
                || is_language_tag(t)
                || is_print_date(t)
                || is_bar_code(t)
                || is_page_of(t)
                || is_symbol(t)
                || (t.len() <= 3 && t.bytes().all(|b| b.is_ascii_digit()))
        })
    {
        return Some(FurnitureKind::JobNumber);
    }
    let page = text.strip_prefix("page ").or_else(|| text.strip_prefix("Page "));
    let page = page.or_else(|| text.strip_prefix("PAGE "));
    let page = page.or_else(|| text.strip_prefix("- ").and_then(|t| t.strip_suffix(" -")));
    if page.is_some_and(|n| n.len() <= 4 && n.bytes().all(|b| b.is_ascii_digit())) {
        return Some(FurnitureKind::PageNumber);
    }
    None
}

fn by_neighbours(
    source: &str,
    lines: &[Line],
    kinds: &[Option<FurnitureKind>],
    at: usize,
) -> Option<FurnitureKind> {
    use FurnitureKind::{BarCode, JobNumber, PageNumber, RunningHead};
    let text = lines[at].text(source);
    if text.len() > 12 {
        return None;
    }
    let before = at.checked_sub(1).and_then(|i| kinds[i]);
    let after = kinds.get(at + 1).copied().flatten();
    let near = |kind| before == Some(kind) || after == Some(kind);
    if is_print_date(text) && before == Some(JobNumber) {
        return Some(JobNumber);
    }
    if is_language_name(text) && before == Some(RunningHead) {
        return Some(RunningHead);
    }
    let is_number = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    if is_number || is_page_of(text) {
        let page_ends = lines.get(at + 1).is_none_or(|next| next.new_page);
        let page_begins = lines[at].new_page;
        if page_ends || page_begins || near(RunningHead) || near(JobNumber) || near(BarCode) {
            return Some(PageNumber);
        }
    }
    None
}

/// Three or more marks of one kind: `-----`, `* * *`, `______`.
fn is_rule(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    matches!(first, '_' | '-' | '–' | '—' | '*' | '=' | '─')
        && chars.all(|c| c == first || c.is_whitespace())
        && text.chars().filter(|&c| c == first).take(3).count() == 3
}

/// `06-24282`, `GE.06-60728`, `V.06-12345`: two digits of the year, then the running number.
fn is_job_number(token: &str) -> bool {
    let token = token.strip_suffix('*').unwrap_or(token);
    let token = token.strip_suffix("(E)").unwrap_or(token);
    let number =
        ["GE.", "V.", "N", "M."].iter().find_map(|p| token.strip_prefix(p)).unwrap_or(token);
    let Some((year, number)) = number.split_once('-') else {
        return false;
    };
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    year.len() == 2 && digits(year) && (5..=6).contains(&number.len()) && digits(number)
}

/// The length of a run of furniture at the start of a text: a job number with the tag, the dates
/// and the bar code behind it.
pub(crate) fn furniture_run(text: &str) -> usize {
    let mut length = 0;
    for (n, token) in text.split(' ').take(8).enumerate() {
        let belongs = if n == 0 {
            is_job_number(token)
        } else {
            is_language_tag(token) || is_print_date(token) || is_bar_code(token) || token.is_empty()
        };
        if !belongs {
            break;
        }
        length += token.len() + 1;
    }
    length.min(text.len())
}

/// The job number in a piece of furniture, and whether a language tag follows it.
pub(crate) fn job_number(source: &str, furniture: Span) -> Option<(Span, bool)> {
    let text = furniture.slice(source);
    let token = text.split_whitespace().find(|token| is_job_number(token))?;
    let at = text.find(token)?;
    let after = &text[at + token.len()..];
    let tagged = after.split_whitespace().next().is_some_and(is_language_tag);
    let start = furniture.start as usize + at;
    let number = token.trim_end_matches("(E)").trim_end_matches('*');
    Some((Span::new(start, start + number.len()), tagged || token.ends_with("(E)")))
}

/// `(E)`: the language of the version.
fn is_language_tag(token: &str) -> bool {
    matches!(token, "(E)" | "(F)" | "(S)" | "(R)" | "(C)" | "(A)" | "(EFS)")
}

/// `220806`: day, month and year of translation or printing; a digit too many is a slip of the
/// press.
fn is_print_date(token: &str) -> bool {
    (6..=7).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_digit())
}

/// `*0624282*`.
fn is_bar_code(token: &str) -> bool {
    let digits = token.strip_prefix('*').and_then(|t| t.strip_suffix('*'));
    digits.is_some_and(|d| (6..=9).contains(&d.len()) && d.bytes().all(|b| b.is_ascii_digit()))
}

/// The glyphs of a bar code's own font, which have no meaning outside it.
fn is_glyphs(text: &str) -> bool {
    text.chars().all(|c| ('\u{E000}'..='\u{F8FF}').contains(&c) || c.is_whitespace())
}

/// A tag, or a line of a table's rules, that stands alone.
fn is_markup(text: &str) -> bool {
    let tag = text.starts_with('<') && text.ends_with('>') && text.matches('<').count() == 1;
    let rule = text.starts_with('|') && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    tag || rule || matches!(text, "_" | "__" | "\\" | "**")
}

/// The lines of the front matter that a collector has put before a Markdown text: from `---` in
/// the first line to the next `---`.
fn front_matter(source: &str, lines: &[Line]) -> usize {
    let is_fence = |line: &Line| line.text(source) == "---";
    if !lines.first().is_some_and(|line| line.span.start == 0 && is_fence(line)) {
        return 0;
    }
    let keyed = lines.get(1).is_some_and(|line| line.text(source).contains(':'));
    let end = lines.iter().skip(1).take(200).position(is_fence).filter(|_| keyed);
    end.map_or(0, |end| end + 2)
}

/// `2/104`.
fn is_page_of(token: &str) -> bool {
    let Some((page, of)) = token.split_once('/') else {
        return false;
    };
    let number = |s: &str| (1..=4).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    number(page) && number(of) && page.len() <= of.len()
}

fn is_language_name(text: &str) -> bool {
    ["English", "French", "Spanish", "Russian", "Chinese", "Arabic"]
        .iter()
        .any(|name| text.eq_ignore_ascii_case(name))
}

/// Whether a line is one document symbol by its outer form.
fn is_symbol(text: &str) -> bool {
    text.len() <= 60
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.contains('/')
        && text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ')' || c == '*')
        && text.bytes().any(|b| b.is_ascii_digit())
        && !text.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    fn kinds(source: &str) -> Vec<(&str, Option<FurnitureKind>)> {
        let lines = lines(source);
        let kinds = furniture(source, &lines);
        lines.iter().map(|l| l.text(source)).zip(kinds).collect()
    }

    #[test]
    fn furniture_is_told_from_text() {
        use FurnitureKind::{BarCode, Continuation, JobNumber, PageNumber, RunningHead};
        let source = "S/2031/7\nText\n31-10000 (E) 020131\n*3110000*\n\nS/2031/7\nEnglish\nPage 2\n\
            12 items\n/...\n31-10000 (E)\n\n020131\n2/3  31-10000";
        assert_eq!(
            kinds(source),
            vec![
                ("S/2031/7", None),
                ("Text", None),
                ("31-10000 (E) 020131", Some(JobNumber)),
                ("*3110000*", Some(BarCode)),
                ("S/2031/7", Some(RunningHead)),
                ("English", Some(RunningHead)),
                ("Page 2", Some(PageNumber)),
                ("12 items", None),
                ("/...", Some(Continuation)),
                ("31-10000 (E)", Some(JobNumber)),
                ("020131", Some(JobNumber)),
                ("2/3  31-10000", Some(JobNumber)),
            ]
        );
    }

    #[test]
    fn a_number_alone_is_a_page_number_only_at_the_edge_of_a_page() {
        assert_eq!(kinds("1\nText")[0].1, None);
        assert_eq!(kinds("Text\n2\n\x0CMore")[1].1, Some(FurnitureKind::PageNumber));
    }

    #[test]
    fn rules_are_of_one_kind_of_mark() {
        assert!(["-----", "* * *", "________"].iter().all(|r| is_rule(r)));
        assert!(!["--", "-*-", "- a -"].iter().any(|r| is_rule(r)));
    }
}
