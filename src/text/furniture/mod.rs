//! Page furniture: job numbers, bar codes, running heads, page numbers, rules.
//!
//! Each line is judged by its own form first, then, where the form alone does not say it (a bare
//! number, a language name), by its neighbours.

mod catchword;
mod forms;
mod front;
mod headline;
mod heads;
mod pages;
mod site;

use super::Line;
use crate::model::FurnitureKind;
use crate::span::Span;

use catchword::catchwords;
use forms::{
    is_bar_code, is_language_name, is_language_tag, is_page_of, is_print_date, is_roman_page,
    is_short_number, job_in, own_form, spaced_job,
};
use headline::headline;
use site::is_site_line;

/// The kind of furniture that each line is, where it is any.
pub(crate) fn furniture(source: &str, lines: &[Line]) -> Vec<Option<FurnitureKind>> {
    let mut kinds: Vec<Option<FurnitureKind>> = lines
        .iter()
        .map(|line| {
            let text = line.text(source);
            own_form(text).or_else(|| is_site_line(text, line.signs).then_some(FurnitureKind::Site))
        })
        .collect();
    headline(source, lines, &mut kinds);
    glued(source, lines, &mut kinds);
    heads::symbols(source, lines, &mut kinds);
    let matter = front_matter(source, lines);
    kinds[..matter].fill(Some(FurnitureKind::FrontMatter));
    // A text that prints a job number or a form feed counts its pages: 2/5.
    let paged = kinds.contains(&Some(FurnitureKind::JobNumber)) || lines.iter().any(|l| l.new_page);
    if paged {
        pages::of_a_total(source, lines, &mut kinds);
    }
    // No number or name that only its neighbours tell is longer.
    let short = |at: &usize| kinds[*at].is_none() && lines[*at].span.len() <= 12;
    let short: Vec<usize> = (0..lines.len()).filter(short).collect();
    // Twice, as a page number may stand between a head and what follows it.
    for &at in short.iter().chain(&short) {
        if kinds[at].is_none() {
            kinds[at] = by_neighbours(source, lines, &kinds, at);
        }
    }
    pages::counted(source, lines, &mut kinds);
    heads::titles(source, lines, &mut kinds);
    catchwords(source, lines, &mut kinds);
    kinds
}

/// Marks the page numbers that an extraction has glued before the job number: `2/331-10000`. Where
/// to cut says the job number itself, which stands apart elsewhere.
fn glued(source: &str, lines: &[Line], kinds: &mut [Option<FurnitureKind>]) {
    let job = lines.iter().zip(kinds.iter()).find_map(|(line, kind)| {
        let text = (*kind == Some(FurnitureKind::JobNumber)).then(|| line.text(source))?;
        text.split_whitespace().find_map(|token| Some(&token[job_in(token)?]))
    });
    let Some(job) = job else { return };
    for (line, kind) in lines.iter().zip(kinds) {
        // No page number is longer.
        if kind.is_some() || line.span.len() > job.len() + "1234/1234".len() {
            continue;
        }
        let page = line.text(source).strip_suffix(job);
        if page.is_some_and(|page| is_page_of(page) || is_short_number(page)) {
            *kind = Some(FurnitureKind::JobNumber);
        }
    }
}

fn by_neighbours(
    source: &str,
    lines: &[Line],
    kinds: &[Option<FurnitureKind>],
    at: usize,
) -> Option<FurnitureKind> {
    use FurnitureKind::{BarCode, JobNumber, PageNumber, RunningHead};
    let text = lines[at].text(source);
    let before = at.checked_sub(1).and_then(|i| kinds[i]);
    let after = kinds.get(at + 1).copied().flatten();
    let near = |kind| before == Some(kind) || after == Some(kind);
    if is_print_date(text)
        && (before == Some(JobNumber)
            || is_calendar_day(text) && (near(JobNumber) || near(BarCode)))
    {
        return Some(JobNumber);
    }
    // The tag of the language, and below it the date of printing.
    if is_language_tag(text) && before == Some(JobNumber) {
        return Some(JobNumber);
    }
    if is_language_name(text) && before == Some(RunningHead) {
        return Some(RunningHead);
    }
    // The head of a page of an annex names it above the page's number.
    if before == Some(RunningHead)
        && after == Some(PageNumber)
        && lines[at].gap == 0
        && lines[at + 1].gap == 0
        && names_part(text)
    {
        return Some(RunningHead);
    }
    if is_short_number(text) || is_roman_page(text) {
        let page_ends = lines.get(at + 1).is_none_or(|next| next.new_page);
        let page_begins = lines[at].new_page;
        if page_ends || page_begins || near(RunningHead) || near(JobNumber) {
            return Some(PageNumber);
        }
        // Beside the masthead's bar code stands no page's number, but a part of the code.
        if near(BarCode) {
            return Some(BarCode);
        }
        // Set apart in the middle of a phrase, which goes on below it.
        let phrase = is_short_number(text) && pages::breaks_phrase(source, lines, kinds, at);
        let apart = lines[at].gap > 0 && lines.get(at + 1).is_some_and(|next| next.gap > 0);
        if phrase && apart && after.is_none() {
            return Some(PageNumber);
        }
    }
    None
}

/// `Annex I`: the part of a paper that a page is of.
fn names_part(text: &str) -> bool {
    const PARTS: [&str; 5] = ["annex", "appendix", "enclosure", "addendum", "attachment"];
    let word = text.split(' ').next().unwrap_or("");
    PARTS.iter().any(|part| part.eq_ignore_ascii_case(word))
}

/// Whether six digits are a day, a month and a year.
fn is_calendar_day(date: &str) -> bool {
    let part = |range| date.get(range).and_then(|n: &str| n.parse::<u32>().ok()).unwrap_or(0);
    date.len() == 6 && (1..=31).contains(&part(0..2)) && (1..=12).contains(&part(2..4))
}

/// The length of a run of furniture at the start of a text: a job number with the tag, the dates
/// and the bar code behind it.
pub(crate) fn furniture_run(text: &str) -> usize {
    let mut length = 0;
    for (n, token) in text.split(' ').take(8).enumerate() {
        let belongs = if n == 0 {
            job_in(token).is_some()
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
    let start = furniture.start as usize;
    if let Some(range) = spaced_job(text) {
        return Some((Span::new(start + range.start, start + range.end), false));
    }
    let mut tokens = text.split_whitespace();
    let (token, range) = tokens.find_map(|token| Some((token, job_in(token)?)))?;
    let at = token.as_ptr() as usize - text.as_ptr() as usize;
    let tagged = tokens.next().is_some_and(is_language_tag) || token[range.end..].contains("(E)");
    let start = start + at;
    Some((Span::new(start + range.start, start + range.end), tagged))
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
        assert_eq!(kinds("Text\niv\n\x0CMore")[1].1, Some(FurnitureKind::PageNumber));
        assert_eq!(kinds("iv\nText")[0].1, None);
        assert_eq!(kinds("Text of the\n\n2\n\nlakes")[1].1, Some(FurnitureKind::PageNumber));
        assert_eq!(kinds("Text.\n\n2\n\nThe lakes")[1].1, None);
    }

    #[test]
    fn a_page_number_is_cut_from_the_job_number_of_the_text() {
        let source = "Text\n31-100001/3\nText\n2/331-10000\nText 31-10000";
        let kinds: Vec<_> = kinds(source).into_iter().map(|(_, kind)| kind).collect();
        let job = Some(FurnitureKind::JobNumber);
        assert_eq!(kinds, [None, job, None, job, None]);
    }

    #[test]
    fn heads_of_later_pages_repeat_the_front() {
        let source = "S/2031/7\nUnited Nations\nSecurity Council\nReport on the state of the lakes\nText of the report.\n\
            31-10000 (E)\n\x0CReport on the state of the lakes\n\nS/2031/7\n\nReport on the state of the roads\nText.";
        let heads: Vec<&str> = kinds(source)
            .into_iter()
            .filter_map(|(text, kind)| (kind == Some(FurnitureKind::RunningHead)).then_some(text))
            .collect();
        assert_eq!(heads, ["Report on the state of the lakes", "S/2031/7"]);
        // In columns, with the symbol on the first line of its page.
        let source = "United Nations      S/2031/7\nSecurity Council\n\n  31/7.  Report on the state of\n the lakes and ponds\nText.\n\
            1\n\x0C       Report on the state of\nS/2031/7         the lakes and ponds\nMore text.";
        let heads =
            kinds(source).into_iter().filter(|(_, k)| *k == Some(FurnitureKind::RunningHead));
        assert_eq!(heads.count(), 2);
    }
}
