//! Rows, flat enough for a table: one per mention, per paragraph, per node and edge of the network.

use serde::{Deserialize, Serialize};

use super::graph::{EdgeRow, NodeRow};
use super::paragraphs::{ParagraphRow, paragraph_rows};
use super::record::is_own;
use crate::model::{
    Citation, CitationTarget, DateMention, Document, MemberStateMention, Mention, Offsets,
    OrganizationMention, PersonMention, Relation, Status, TextRange,
};
use crate::span::Span;

/// Which mentions become rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RowKind {
    /// References to other documents.
    Citations,
    /// States.
    States,
    /// Dates.
    Dates,
    /// Persons.
    Persons,
    /// Organizations, organs, bodies and groups.
    Organizations,
    /// Paragraphs and their items, which are no mentions but have rows of their own.
    Paragraphs,
}

/// One row: a mention in a document, a paragraph of it, or a node or an edge of the network of
/// citations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Row {
    /// A reference to another document.
    #[cfg_attr(feature = "schema", schemars(title = "CitationRow"))]
    Citation(CitationRow),
    /// A State.
    #[cfg_attr(feature = "schema", schemars(title = "StateRow"))]
    State(StateRow),
    /// A date.
    #[cfg_attr(feature = "schema", schemars(title = "DateRow"))]
    Date(DateRow),
    /// A person.
    #[cfg_attr(feature = "schema", schemars(title = "PersonRow"))]
    Person(PersonRow),
    /// An organization, organ, body or group.
    #[cfg_attr(feature = "schema", schemars(title = "OrganizationRow"))]
    Organization(OrganizationRow),
    /// A paragraph or item.
    #[cfg_attr(feature = "schema", schemars(title = "ParagraphRow"))]
    Paragraph(ParagraphRow),
    /// A document or instrument in the network of citations.
    #[cfg_attr(feature = "schema", schemars(title = "NodeRow"))]
    Node(NodeRow),
    /// A citation in the network of citations.
    #[cfg_attr(feature = "schema", schemars(title = "EdgeRow"))]
    Edge(EdgeRow),
}

/// The name of a value as JSON has it.
pub(super) fn name_of(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// Declares a row: what all rows have, then what its kind adds.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
        #[non_exhaustive]
        pub struct $name {
            /// Name of the input as the caller gave it; null where none was given.
            pub source: Option<String>,
            /// The document's own symbol, the first of several; null where it has none.
            pub symbol: Option<String>,
            /// The words as printed.
            pub printed: String,
            /// What they stand for: see the fields of the kind.
            pub canonical: String,
            /// How that is known.
            pub status: Status,
            /// What the span counts; `utf8` in rows of version 1.0, which do not say it.
            #[serde(default)]
            pub offsets: Offsets,
            /// Where the words stand in the source.
            pub span: Span,
            /// The line of the source where they begin, counted from 1.
            pub line: u32,
            /// The sentence that they stand in, as read; of a long one the part around them.
            pub snippet: String,
            $($(#[$field_doc])* pub $field: $type,)*
        }
    };
}

row! {
    /// A reference to another document; `canonical` is the symbol of the target or the name of the
    /// instrument.
    CitationRow {
        /// The kind of the target: resolution, decision, document, instrument, letter,
        /// `treaty_series` or other.
        target_kind: String,
        /// What the text says of it; null where it says nothing.
        relation: Option<Relation>,
        /// The date given with it, ISO 8601; null where none is given.
        date: Option<String>,
        /// The places inside the target, as printed, from large to small.
        pinpoints: Vec<String>,
        /// Whether the text means further ones that it does not number.
        open_ended: bool,
    }
}

row! {
    /// A State; `canonical` is its ISO 3166-1 alpha-3 code, or the former code (ISO 3166-3) of a former
    /// Member.
    StateRow {
        /// Its short name in United Nations English.
        short_name: String,
    }
}

row! {
    /// A date; `canonical` is its ISO 8601 form, possibly partial.
    DateRow {
        /// The last day of a period, ISO 8601; null where the mention is one date.
        end_date: Option<String>,
    }
}

row! {
    /// A person; `canonical` is the name without honorifics, in the order of the page.
    PersonRow {
        /// What stands before the name, such as H.E. and Mr.
        honorifics: Vec<String>,
        /// The office beside the name; null where none is given.
        office: Option<String>,
        /// The ISO 3166-1 alpha-3 code of the State beside the name; null where none is given.
        state: Option<String>,
        /// The body that the office is of, by its code or else its name; null where none is given.
        organization: Option<String>,
    }
}

row! {
    /// An organization; `canonical` is its code in verbale's table or else its name.
    OrganizationRow {
        /// Its full name in United Nations English.
        name: String,
        /// Its abbreviation; null where the table has none.
        acronym: Option<String>,
    }
}

/// The rows of one kind, mentions or paragraphs, in a document and in what it carries, in the order of
/// [`Document::texts`].
///
/// `source` is the text that the document was read from: the rows count its lines.
///
/// ```
/// use verbale::export::{Row, RowKind, rows};
///
/// let source = "Letter dated 3 May 2031 from the Permanent Representative of Norway to the \
///               United Nations addressed to the Secretary-General\n\nI refer to A/60/973.\n";
/// let document = verbale::parse(source).document;
/// let rows = rows(source, &document, RowKind::Citations);
/// let Row::Citation(row) = &rows[0] else { panic!("no citation") };
/// assert_eq!((row.canonical.as_str(), row.line), ("A/60/973", 3));
/// assert_eq!(row.snippet, "I refer to A/60/973.");
/// ```
pub fn rows(source: &str, document: &Document, kind: RowKind) -> Vec<Row> {
    let breaks: Vec<u32> = source
        .bytes()
        .enumerate()
        .filter(|&(_, byte)| byte == b'\n')
        .map(|(at, _)| at as u32)
        .collect();
    let line = |at: u32| breaks.partition_point(|&end| end < at) as u32 + 1;
    if kind == RowKind::Paragraphs {
        return paragraph_rows(document, line).into_iter().map(Row::Paragraph).collect();
    }
    let symbol = document.masthead().symbols.first().map(|symbol| symbol.symbol.to_string());
    let name = document.source().map(str::to_owned);
    let mut rows = Vec::new();
    for text in document.texts() {
        for mention in &text.mentions {
            // The document's mention of itself is no reference.
            if matches!(mention, Mention::Citation(citation) if is_own(document, citation)) {
                continue;
            }
            let frame = |canonical: String| Frame {
                source: name.clone(),
                symbol: symbol.clone(),
                printed: mention.printed().to_owned(),
                canonical,
                status: mention.status(),
                span: mention.span(),
                line: line(mention.span().start),
                snippet: snippet(&text.text, mention.range()).to_owned(),
            };
            rows.extend(row(mention, kind, frame));
        }
    }
    rows
}

/// What all rows have.
struct Frame {
    source: Option<String>,
    symbol: Option<String>,
    printed: String,
    canonical: String,
    status: Status,
    span: Span,
    line: u32,
    snippet: String,
}

/// Fills a row of a kind from its frame and its own fields.
macro_rules! fill {
    ($name:ident, $frame:expr, { $($field:ident: $value:expr),* $(,)? }) => {{
        let Frame { source, symbol, printed, canonical, status, span, line, snippet } = $frame;
        $name {
            offsets: Offsets::Utf8, source, symbol, printed, canonical, status, span, line, snippet,
            $($field: $value,)*
        }
    }};
}

fn row(mention: &Mention, kind: RowKind, frame: impl Fn(String) -> Frame) -> Option<Row> {
    match (kind, mention) {
        (RowKind::Citations, Mention::Citation(m)) => {
            Some(Row::Citation(citation(m, frame(m.canonical.clone()))))
        }
        (RowKind::States, Mention::MemberState(m)) => {
            Some(Row::State(state(m, frame(m.member_state.alpha3.clone()))))
        }
        (RowKind::Dates, Mention::Date(m)) => Some(Row::Date(date(m, frame(m.date.to_string())))),
        (RowKind::Persons, Mention::Person(m)) => {
            Some(Row::Person(person(m, frame(m.name.printed.clone()))))
        }
        (RowKind::Organizations, Mention::Organization(m)) => {
            let body = &m.organization;
            let canonical = body.code.as_ref().unwrap_or(&body.name).clone();
            Some(Row::Organization(organization(m, frame(canonical))))
        }
        _ => None,
    }
}

/// The kind of a target as JSON has it.
pub(super) fn target_kind(target: &CitationTarget) -> &'static str {
    match target {
        CitationTarget::Resolution(_) => "resolution",
        CitationTarget::Decision(_) => "decision",
        CitationTarget::Document(_) => "document",
        CitationTarget::Letter(_) => "letter",
        CitationTarget::TreatySeries(_) => "treaty_series",
        CitationTarget::Instrument(_) => "instrument",
        CitationTarget::Other(_) => "other",
    }
}

fn citation(citation: &Citation, frame: Frame) -> CitationRow {
    fill!(CitationRow, frame, {
        target_kind: target_kind(&citation.target).to_owned(),
        relation: citation.relation,
        date: citation.date.map(|date| date.to_string()),
        pinpoints: citation.pinpoints.iter().map(|pinpoint| pinpoint.printed.clone()).collect(),
        open_ended: citation.open_ended,
    })
}

fn state(mention: &MemberStateMention, frame: Frame) -> StateRow {
    fill!(StateRow, frame, { short_name: mention.member_state.short_name.clone() })
}

fn date(mention: &DateMention, frame: Frame) -> DateRow {
    fill!(DateRow, frame, { end_date: mention.end_date.map(|date| date.to_string()) })
}

fn person(mention: &PersonMention, frame: Frame) -> PersonRow {
    fill!(PersonRow, frame, {
        honorifics: mention.honorifics.clone(),
        office: mention.office.as_ref().map(|office| office.name.clone()),
        state: mention.state.as_ref().map(|state| state.alpha3.clone()),
        organization: mention
            .organization
            .as_ref()
            .map(|body| body.code.as_ref().unwrap_or(&body.name).clone()),
    })
}

fn organization(mention: &OrganizationMention, frame: Frame) -> OrganizationRow {
    fill!(OrganizationRow, frame, {
        name: mention.organization.name.clone(),
        acronym: mention.organization.acronym.clone(),
    })
}

/// Bytes of a sentence that are shown on either side of the words.
const REACH: usize = 240;

/// The sentence around a range, or the part of it within reach.
fn snippet(text: &str, range: TextRange) -> &str {
    let (start, end) = (range.start as usize, range.end as usize);
    let mut from = start.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = text.len().min(end + REACH);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let (Some(before), Some(after)) = (text.get(from..start), text.get(end..to)) else {
        return range.slice(text);
    };
    let begins = sentence_ends(before).last().map(|at| from + at);
    // A word that the window cuts is left out.
    let whole_word = || if from == 0 { 0 } else { before.find(' ').map_or(start, |at| from + at) };
    let begins = begins.unwrap_or_else(whole_word);
    let ends = sentence_ends(after).next().map(|at| end + at);
    let whole_word =
        || if to == text.len() { to } else { after.rfind(' ').map_or(end, |at| end + at) };
    text[begins..ends.unwrap_or_else(whole_word)].trim()
}

/// The places behind full stops that end a sentence: a blank and a capital follow, and no
/// abbreviation stands before.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices(['.', '?', '!', ';']).filter_map(|(at, _)| {
        let mut next = text[at + 1..].chars();
        let blank = next.next()? == ' ';
        let opens = next.next().is_some_and(|c| c.is_uppercase() || matches!(c, '(' | '“' | '"'));
        let word = text[..at].rsplit([' ', '.']).next().unwrap_or("");
        let short = word.len() <= 3 && word.chars().all(char::is_alphabetic);
        (blank && opens && !short).then_some(at + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_is_the_sentence() {
        let text = "One is here. Mr. Ban met Chad on Monday. Two is there.";
        let at = text.find("Chad").unwrap();
        let range = TextRange::new(at, at + 4);
        assert_eq!(snippet(text, range), "Mr. Ban met Chad on Monday.");
        let long = format!("{}Chad {}", "word ".repeat(100), "word ".repeat(100));
        let range = TextRange::new(500, 504);
        let seen = snippet(&long, range);
        assert!(seen.contains("Chad") && seen.len() < 500 && seen.starts_with("word"));
        assert_eq!(snippet("Chad", TextRange::new(0, 4)), "Chad");
    }
}
