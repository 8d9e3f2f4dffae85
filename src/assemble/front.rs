//! The front of a document: where its heading stands, and what the masthead above it says.

use std::collections::HashSet;

use crate::block::{MastheadField, RawBlock, Shape, first_date, is_salutation, masthead_fields};
use crate::gazetteer::{Named, OrganizationKind};
use crate::inline::{names, organization, scan_dates};
use crate::model::symbol::scan;
use crate::model::{
    AgendaItem, Distribution, DistributionKind, Masthead, Printed, PrintedDate, PrintedSymbol,
};
use crate::text::{Flow, ends_sentence};

/// Blocks further down than this are no heading of the document.
pub(crate) const DEEPEST_FRONT: usize = 60;

/// The block with the heading of a communication. Where a web page prints it twice, above and
/// below the masthead, it is the lower one.
pub(crate) fn main_heading(blocks: &[RawBlock]) -> Option<usize> {
    let front = &blocks[..blocks.len().min(DEEPEST_FRONT)];
    let mut heading = None;
    for (at, block) in front.iter().enumerate() {
        let body = ends_sentence(&block.flow.text) && block.flow.text.len() > 80;
        match block.shape {
            Shape::Heading => heading = Some(at),
            // A letter that is itself an annex begins with its label.
            Shape::Label(_) if at > 0 => break,
            Shape::Signature => break,
            _ if body && heading.is_some() => break,
            _ => {}
        }
    }
    heading
}

/// Whether a line has a field of a masthead: distribution, original language, session, agenda item.
pub(crate) fn is_masthead_line(text: &str) -> bool {
    // A session in the middle of a line is one that a title names: "at the sixty-first session".
    let counts = |field: &MastheadField| match field {
        MastheadField::Session(range) => {
            !text[..range.start].split(' ').any(|word| word.eq_ignore_ascii_case("the"))
        }
        _ => true,
    };
    text.len() < 300 && masthead_fields(text).iter().any(counts)
}

/// Where the masthead ends that stands below the title, as in a copy in Markdown: with its last field.
pub(crate) fn masthead_below(blocks: &[RawBlock], title_end: usize) -> usize {
    const MOST_LINES: usize = 12;
    let is_line = |raw: &&RawBlock| {
        let text = raw.flow.text.as_str();
        matches!(raw.shape, Shape::Plain | Shape::Subject)
            && !(ends_sentence(text) && text.len() > 80)
            && !is_salutation(text)
    };
    let lines = blocks[title_end..].iter().take(MOST_LINES).take_while(is_line);
    let fields = lines.enumerate().filter(|(_, raw)| is_masthead_line(&raw.flow.text));
    fields.last().map_or(title_end, |(at, _)| title_end + at + 1)
}

/// Reads the masthead in the blocks above the heading, joined into one text.
pub(crate) fn masthead(flow: &Flow) -> Masthead {
    let text = flow.text.as_str();
    let mut masthead = Masthead::default();
    let mut evidence: Option<usize> = None;
    for hit in names(text) {
        if let Named::Organization(organ) = hit.named
            && matches!(
                organ.kind(),
                OrganizationKind::PrincipalOrgan | OrganizationKind::SubsidiaryBody
            )
            && !hit.ambiguous
        {
            evidence = Some(evidence.map_or(hit.range.start, |first| first.min(hit.range.start)));
            masthead.organs.push(organization(flow, hit.range, organ));
        }
    }
    masthead.organs.dedup_by(|a, b| a.code == b.code);
    // Optical recognition reads S as another sign.
    for (at, _) in text.match_indices(|c: char| c.is_ascii_uppercase() || matches!(c, '$' | '§')) {
        if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '.') {
            continue;
        }
        if let Some(found) = scan(text, at) {
            evidence = Some(evidence.map_or(at, |first| first.min(at)));
            let printed = flow.printed(at..at + found.len);
            let symbols = found.symbol.halves().map(|symbol| PrintedSymbol {
                symbol,
                printed: printed.printed.clone(),
                span: printed.span,
            });
            masthead.symbols.extend(symbols);
        }
    }
    keep_first(&mut masthead.symbols);
    let mut distributed = None;
    for field in masthead_fields(text) {
        match field {
            MastheadField::Distribution(range) if masthead.distribution.is_none() => {
                distributed = Some(range.end);
                let printed = flow.printed(range);
                masthead.distribution = Some(Distribution {
                    kind: distribution_kind(&printed.printed),
                    printed: printed.printed,
                    span: printed.span,
                });
            }
            MastheadField::OriginalLanguage(range) if masthead.original_language.is_none() => {
                masthead.original_language = Some(flow.printed(range));
            }
            MastheadField::Session(range) => masthead.sessions.push(flow.printed(range)),
            MastheadField::AgendaItems(ranges) => {
                let mut item = String::new();
                for range in ranges {
                    let Printed { printed, span } = flow.printed(range);
                    // A further letter is one of the item before: `92 (a), (c)`.
                    let number = if printed.starts_with('(') {
                        format!("{item} {printed}")
                    } else {
                        printed.split([' ', '(']).next().unwrap_or_default().clone_into(&mut item);
                        printed.clone()
                    };
                    // A joint masthead, or a copy, has an item twice.
                    if !masthead.agenda_items.iter().any(|item| item.number == number) {
                        masthead.agenda_items.push(AgendaItem { number, printed, span });
                    }
                }
            }
            _ => {}
        }
    }
    // The date of issue follows the distribution, else the first organ or symbol.
    let from = distributed.or(evidence);
    masthead.publication_date = from.and_then(|from| {
        let earliest = evidence.unwrap_or(from).min(from);
        first_full_date(flow, from)
            .or_else(|| first_full_date(flow, earliest))
            .or_else(|| date_of_language(flow, earliest))
    });
    masthead
}

/// Keeps of each symbol the place where it is printed first.
pub(super) fn keep_first(symbols: &mut Vec<PrintedSymbol>) {
    if symbols.len() < 2 {
        return;
    }
    let mut known = HashSet::with_capacity(symbols.len());
    let first: Vec<bool> = symbols.iter().map(|found| known.insert(&found.symbol)).collect();
    let mut first = first.into_iter();
    symbols.retain(|_| first.next().unwrap_or(true));
}

/// A date in the words of another language.
fn date_of_language(flow: &Flow, from: usize) -> Option<PrintedDate> {
    let (range, date) = first_date(&flow.text, from)?;
    let Printed { printed, span } = flow.printed(range);
    Some(PrintedDate { date, printed, span })
}

fn first_full_date(flow: &Flow, from: usize) -> Option<PrintedDate> {
    let text = flow.text.as_str();
    let starts = text[from..].char_indices().filter(|&(_, c)| c.is_ascii_alphanumeric());
    starts.map(|(i, _)| from + i).find_map(|at| {
        if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '-') {
            return None;
        }
        let found = scan_dates(text, at)?;
        let part = found.dates.first().filter(|part| part.date.day().is_some() && !found.range)?;
        let printed = flow.printed(part.start..part.end);
        Some(PrintedDate { date: part.date, printed: printed.printed, span: printed.span })
    })
}

fn distribution_kind(printed: &str) -> DistributionKind {
    match printed.to_lowercase().as_str() {
        "general" | "générale" => DistributionKind::General,
        "limited" | "limitée" | "limitada" => DistributionKind::Limited,
        "restricted" | "restreinte" | "reservada" => DistributionKind::Restricted,
        "provisional" | "provisoire" => DistributionKind::Provisional,
        _ => DistributionKind::Other,
    }
}

/// A block that is one document symbol and nothing else, as an extraction leaves it at the foot, or
/// the field of a web page that holds it.
pub(crate) fn lone_symbol(flow: &Flow) -> Option<Vec<PrintedSymbol>> {
    let text = flow.text.as_str();
    if text.len() > 120 {
        return None;
    }
    let field = text.strip_prefix("Document symbol:").map_or(text, str::trim_start);
    // A copy in Markdown may set it bold.
    let bold = field.strip_prefix("**").and_then(|field| field.strip_suffix("**"));
    let (field, end) = bold.map_or((field, text.len()), |bold| (bold, text.len() - "**".len()));
    let at = end - field.len();
    let found = scan(&text[..end], at).filter(|found| at + found.len == end)?;
    let printed = flow.printed(at..end);
    let symbols = found.symbol.halves().map(|symbol| PrintedSymbol {
        symbol,
        printed: printed.printed.clone(),
        span: printed.span,
    });
    Some(symbols.collect())
}
