//! The catalogue card: one flat record per document.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::exchange::Made;
use crate::model::{
    BlockKind, Citation, CitationTarget, Document, Mention, Party, Printed, Signatory,
};

/// What a librarian files about a document, flat enough for a table.
///
/// Symbols, dates and citations are in their canonical forms, names and titles as printed; sets
/// (`citations`, `member_states`) are sorted. What a document's attachments cite, name and note
/// counts as the document's. The notes of an exchange are no attachments of it: their senders,
/// addressees, signatories and paragraphs are its own, and its date is that of the last of them;
/// a translation of a note does not count again.
///
/// ```
/// # use verbale::export::Record;
/// let parsed = verbale::parse("LETTER DATED 16 AUGUST 2006 FROM THE SECRETARY-GENERAL");
/// let record = Record::from(&parsed.document);
/// assert_eq!(record.document_date.as_deref(), Some("2006-08-16"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Record {
    /// Name of the input as the caller gave it; null where none was given.
    pub source: Option<String>,
    /// SHA-256 of the input's bytes in lower-case hexadecimal digits; null where the caller did
    /// not give it.
    pub sha256: Option<String>,
    /// The kind of the document, such as letter.
    pub document_type: String,
    /// The document's own symbols.
    pub symbols: Vec<String>,
    /// The job number of the printing.
    pub job_number: Option<String>,
    /// The distribution as printed.
    pub distribution: Option<String>,
    /// The original language or languages as printed.
    pub original_language: Option<String>,
    /// The date of the masthead, ISO 8601.
    pub publication_date: Option<String>,
    /// The date of the document itself, ISO 8601, possibly partial.
    pub document_date: Option<String>,
    /// The session as printed.
    pub session: Option<String>,
    /// The numbers of the agenda items as printed.
    pub agenda_items: Vec<String>,
    /// The heading, all lines joined; of a memorandum without one the subject on its form.
    pub title: Option<String>,
    /// Who the document is from.
    pub senders: Vec<RecordSender>,
    /// Who it is addressed to.
    pub addressees: Vec<String>,
    /// Who signed the main document.
    pub signatories: Vec<RecordSignatory>,
    /// What it carries, flat, in order.
    pub attachments: Vec<RecordAttachment>,
    /// The canonical forms of all that is cited by symbol, number or name anywhere in it, sorted,
    /// each once.
    pub citations: Vec<String>,
    /// The ISO 3166-1 alpha-3 codes of all States named anywhere in it, sorted, each once.
    pub member_states: Vec<String>,
    /// The markers of its footnotes and of its attachments' footnotes, in order.
    pub footnotes: Vec<String>,
    /// How many paragraphs it has.
    pub paragraphs: RecordParagraphs,
}

/// A sender on the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordSender {
    /// The office or institution, without its State.
    pub office: Option<String>,
    /// The ISO 3166-1 alpha-3 code of its State.
    pub state: Option<String>,
}

/// A signatory on the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordSignatory {
    /// The name as printed.
    pub name: Option<String>,
    /// The titles as printed.
    pub titles: Vec<String>,
    /// The ISO 3166-1 alpha-3 code of the State that the signature names.
    pub state: Option<String>,
}

/// An attachment on the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordAttachment {
    /// Its label as printed.
    pub label: Option<String>,
    /// Its kind, such as statement.
    pub document_type: String,
    /// Its heading.
    pub title: Option<String>,
    /// Its date, ISO 8601, possibly partial.
    pub date: Option<String>,
    /// Its place.
    pub place: Option<String>,
    /// Who signed it.
    pub signatories: Vec<RecordSignatory>,
}

/// Counts of paragraphs of the main document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordParagraphs {
    /// Preambular paragraphs of a resolution, or of a decision in the form of one.
    pub preambular: u32,
    /// Operative paragraphs of a resolution, or of a decision in the form of one.
    pub operative: u32,
    /// Paragraphs of the body of any other document, such as a decision without a preamble.
    pub body: u32,
}

impl RecordParagraphs {
    /// A decision without a preamble is told of in a body: `At its 12th meeting, the Council decided`.
    fn told(self, document: &Document) -> Self {
        match document {
            Document::Decision(_) if self.preambular == 0 => {
                Self { preambular: 0, operative: 0, body: self.operative + self.body }
            }
            _ => self,
        }
    }
}

impl Record {
    /// The same card with the name of its input and the SHA-256 of the input's bytes.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>, sha256: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self.sha256 = Some(sha256.into());
        self
    }
}

impl From<&Signatory> for RecordSignatory {
    fn from(signatory: &Signatory) -> Self {
        RecordSignatory {
            name: signatory.name.as_ref().map(|name| name.printed.clone()),
            titles: signatory.titles.iter().map(|title| title.printed.clone()).collect(),
            state: signatory.state.as_ref().map(|state| state.alpha3.clone()),
        }
    }
}

impl From<&Document> for Record {
    fn from(document: &Document) -> Self {
        let masthead = document.masthead();
        let printed = |p: &crate::model::Printed| p.printed.clone();
        let made = Made::of(document);
        let all = || made.of.iter().copied();
        let senders = all().flat_map(|part| parties(part).0).map(|party| RecordSender {
            office: party.office.as_ref().map(|office| office.name.clone()),
            state: party.state.as_ref().map(|state| state.alpha3.clone()),
        });
        let addressees = all().flat_map(|part| parties(part).1).map(|party| party.name.clone());
        let count = |kind: BlockKind| {
            let blocks = all().flat_map(|part| &part.content().blocks);
            blocks.filter(|block| block.kind == kind && block.depth == 0).count() as u32
        };
        let dated = document.document_date().or_else(|| {
            // An exchange is concluded by its last note.
            all().rev().find_map(Document::document_date)
        });
        Record {
            source: document.source().map(str::to_owned),
            sha256: None,
            document_type: document.document_type().to_owned(),
            symbols: masthead.symbols.iter().map(|s| s.symbol.to_string()).collect(),
            job_number: masthead.job_number.as_ref().map(printed),
            distribution: masthead.distribution.as_ref().map(|d| d.printed.clone()),
            original_language: masthead.original_language.as_ref().map(printed),
            publication_date: masthead.publication_date.as_ref().map(|d| d.date.to_string()),
            document_date: dated.map(|d| d.date.to_string()),
            session: masthead.sessions.first().map(printed),
            agenda_items: agenda_items(document),
            title: document.title().or(subject(document)).map(printed),
            senders: senders.collect(),
            addressees: addressees.collect(),
            signatories: all().flat_map(Document::signatories).map(RecordSignatory::from).collect(),
            attachments: made
                .carried
                .iter()
                .map(|attachment| RecordAttachment {
                    label: attachment.label.as_ref().map(printed),
                    document_type: attachment.document.document_type().to_owned(),
                    title: attachment.document.title().map(printed),
                    date: attachment.document.document_date().map(|d| d.date.to_string()),
                    place: attachment.document.place().map(printed),
                    signatories: attachment
                        .document
                        .signatories()
                        .iter()
                        .map(RecordSignatory::from)
                        .collect(),
                })
                .collect(),
            citations: cited(document),
            member_states: sorted(document.member_states().map(|state| state.alpha3.clone())),
            footnotes: footnote_markers(document),
            paragraphs: RecordParagraphs {
                preambular: count(BlockKind::PreambularParagraph),
                operative: count(BlockKind::OperativeParagraph),
                body: count(BlockKind::Paragraph),
            }
            .told(document),
        }
    }
}

/// Who a document is from, and who it is addressed to.
fn parties(document: &Document) -> (&[Party], &[Party]) {
    // A memorandum's form says who writes to whom; who makes another statement is no sender.
    let memorandum = document.as_statement().filter(|made| !made.addressees.is_empty());
    match (document.as_letter(), memorandum) {
        (Some(letter), _) => (&letter.senders, &letter.addressees),
        (None, Some(memorandum)) => (&memorandum.issuers, &memorandum.addressees),
        (None, None) => (&[], &[]),
    }
}

/// What a memorandum's form says that it is about: it has no other title.
fn subject(document: &Document) -> Option<&Printed> {
    document.as_statement().and_then(|made| made.subject.as_ref())
}

/// The numbers of the agenda items in the masthead; where that is lost, in the request for circulation.
fn agenda_items(document: &Document) -> Vec<String> {
    let masthead = document.masthead();
    let lost = masthead.symbols.is_empty()
        && masthead.distribution.is_none()
        && masthead.publication_date.is_none();
    let requested = document.as_letter().and_then(|letter| letter.circulation.as_ref());
    let requested = requested.filter(|_| lost).map_or(&[][..], |request| &request.agenda_items);
    let items = &masthead.agenda_items;
    let items = if items.is_empty() { requested } else { items };
    items.iter().map(|item| item.number.clone()).collect()
}

/// What the document and all that it carries cite, each itself left out, and what has neither
/// symbol nor name. An instrument that is named in full anywhere counts under that name alone.
fn cited(document: &Document) -> Vec<String> {
    let named = |citation: &Citation| {
        !matches!(citation.target, CitationTarget::Letter(_) | CitationTarget::TreatySeries(_))
    };
    let carried = document.all_attachments().into_iter().map(|attachment| &*attachment.document);
    let cited: Vec<&Citation> = std::iter::once(document)
        .chain(carried)
        .flat_map(|part| {
            let content = part.content();
            let notes = content.footnotes.iter().map(|note| &note.text);
            let texts = content.blocks.iter().map(|block| &block.text).chain(notes);
            texts.flat_map(|text| &text.mentions).filter_map(move |mention| match mention {
                Mention::Citation(citation) => {
                    let own = is_own(document, citation) || is_own(part, citation);
                    (named(citation) && !own).then_some(citation)
                }
                _ => None,
            })
        })
        .collect();
    let in_full: BTreeSet<&String> = cited
        .iter()
        .filter(|citation| full_name(citation) == Some(&citation.canonical))
        .map(|citation| &citation.canonical)
        .collect();
    sorted(cited.iter().map(|citation| {
        let full = full_name(citation).filter(|name| in_full.contains(name));
        full.unwrap_or(&citation.canonical).clone()
    }))
}

/// The name of a listed instrument in full.
fn full_name(citation: &Citation) -> Option<&String> {
    match &citation.target {
        CitationTarget::Instrument(instrument) if instrument.listed => Some(&instrument.name),
        _ => None,
    }
}

/// Whether a reference is to the document itself, by one of its own symbols or by its title.
pub(super) fn is_own(document: &Document, citation: &Citation) -> bool {
    let own = &document.masthead().symbols;
    // A resolution may be named as the instrument that it adopts.
    let adopts = matches!(
        document,
        Document::Resolution(_) | Document::DraftResolution(_) | Document::Decision(_)
    );
    let title = document.title().filter(|_| !adopts).map_or("", |title| title.printed.as_str());
    own.iter().any(|own| own.symbol.as_str() == citation.canonical)
        || title.to_lowercase() == citation.canonical.to_lowercase()
}

fn sorted(values: impl Iterator<Item = String>) -> Vec<String> {
    values.collect::<BTreeSet<_>>().into_iter().collect()
}

fn footnote_markers(document: &Document) -> Vec<String> {
    let content = document.content();
    let mut markers: Vec<String> = content.footnotes.iter().map(|n| n.marker.clone()).collect();
    for attachment in &content.attachments {
        markers.extend(footnote_markers(&attachment.document));
    }
    markers
}
