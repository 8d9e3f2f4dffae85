//! What organs decide: resolutions, decisions, drafts of them, presidential statements.
//!
//! The block layer has found the front, the enacting line and the closing of each text; here they
//! are read into fields, and the body into preambular and operative paragraphs with their items.

mod adoption;
mod annex;
mod body;
mod form;
mod heading;
mod items;
mod scope;
mod sponsors;
mod vote;

pub(super) use adoption::enacting_organ;
pub(super) use annex::structure;
pub(super) use form::{Form, fronts, main_form};
pub(super) use scope::opens_instrument;

use crate::block::{
    Deliberative, DraftNoun, RawBlock, Shape, bracketed_symbol, draft_noun, introduction,
    is_enacting, is_foreign_enacting, place_date,
};
use crate::gazetteer;
use crate::inline::organization;
use crate::model::{
    Adoption, BlockKind, Content, Decision, Document, DraftKind, DraftResolution, Masthead,
    Mention, Offsets, Organization, PresidentialStatement, Printed, PrintedDate, PrintedSymbol,
    Resolution, SCHEMA_VERSION, Sponsor,
};
use crate::span::Span;
use crate::text::Flow;

use super::Reader;
use super::blocks::{block, footnotes, read_mentions};
use super::common::{front_masthead, introduce};
use super::front::{keep_first, lone_symbol};
use super::part::{Part, Taken};
use body::Body;
use heading::Heading;

/// What has been read of a text so far.
#[derive(Default)]
struct Draft {
    masthead: Masthead,
    heading: Option<Heading>,
    title: Option<Printed>,
    organ: Option<Organization>,
    adoption: Adoption,
    noun: Option<DraftNoun>,
    sponsors: Vec<Sponsor>,
    item: Option<Printed>,
    /// The number in the heading that was read last.
    own_number: Option<Span>,
    /// Identifier of the part whose heading was read last.
    division: Option<String>,
}

/// Bytes of the number that a draft leaves open before its title: `13/... Situation of lakes`.
fn open_number(text: &str) -> usize {
    let bare = text.trim_start_matches(['#', '*', ' ']);
    let session = bare.bytes().take_while(u8::is_ascii_digit).count();
    let rest = bare[session..].strip_prefix('/').filter(|_| session > 0);
    let open =
        rest.and_then(|rest| ["...", "…", "--"].iter().find_map(|mark| rest.strip_prefix(mark)));
    open.map_or(0, |title| text.len() - title.trim_start_matches(['.', ' ']).len())
}

/// Where the text begins of an organ that has no line of its own.
fn unspoken_text(blocks: &[RawBlock]) -> Option<usize> {
    let planned = |raw: &RawBlock| match raw.shape {
        Shape::Deliberative(planned) => Some(planned),
        _ => None,
    };
    let spoken = blocks.iter().any(|raw| planned(raw) == Some(Deliberative::Enacting));
    let front = |raw: &RawBlock| planned(raw).is_some_and(|part| part != Deliberative::Adoption);
    let last = blocks.iter().rposition(front).filter(|_| !spoken)?;
    Some(last + 1)
}

/// Reads a text of an organ.
pub(super) fn read(
    reader: &mut Reader<'_>,
    part: &Part,
    form: Form,
    taken: Taken,
) -> (Document, Vec<Flow>) {
    let mut draft = Draft { masthead: front_masthead(reader, part, &taken), ..Draft::default() };
    introduce(reader, part, &draft.masthead, &taken);
    let blocks = Vec::with_capacity(taken.blocks.len());
    let mut content = Content { blocks, ..Content::default() };
    let mut body = Body::new(form);
    let text = unspoken_text(&taken.blocks);
    let mut numbers = Vec::new();
    for (at, raw) in taken.blocks.iter().enumerate() {
        if Some(at) == text && !body.has_begun() {
            body.enact(false);
        }
        let kind = match &raw.shape {
            Shape::Deliberative(planned) => draft.planned(raw, *planned, &mut body),
            Shape::Label(_) => BlockKind::AttachmentLabel,
            Shape::LanguageNote => BlockKind::LanguageNote,
            Shape::Table => BlockKind::Table,
            Shape::Signature => BlockKind::Signature,
            _ if at < part.title.start && part.level == 0 => BlockKind::Masthead,
            _ => draft.other(raw, taken.blocks.get(at + 1), form, &mut body),
        };
        let mut read = block(reader.source, raw, kind, &content.blocks);
        numbers.extend(draft.own_number.take().map(|number| (at, number)));
        read.id = draft.division.take();
        body.place(&raw.flow, &mut read, content.blocks.len());
        if form == Form::PresidentialStatement && kind == BlockKind::Paragraph {
            draft.introduction(&raw.flow);
        }
        content.blocks.push(read);
    }
    read_mentions(reader, &taken.blocks, &mut content);
    for (at, number) in numbers {
        // The number of a text is no reference to another one.
        content.blocks[at].text.mentions.retain(|mention| {
            let (cited, at) = (matches!(mention, Mention::Citation(_)), mention.span());
            !cited || at.end <= number.start || number.end <= at.start
        });
    }
    let sponsored = |raw: &&RawBlock| raw.shape == Shape::Deliberative(Deliberative::Sponsors);
    if let Some(raw) = taken.blocks.iter().find(sponsored) {
        sponsors::principals_in_notes(&mut draft.sponsors, &raw.flow.marks, &taken.notes);
    }
    // A draft without a title of its own has that of the agenda item.
    let subject = taken.blocks.iter().rfind(|raw| raw.shape == Shape::Subject);
    if form == Form::Draft && draft.title.is_none() {
        draft.title = subject.map(|raw| raw.flow.all_printed());
    }
    let closing = |raw: &&RawBlock| raw.shape == Shape::Deliberative(Deliberative::Adoption);
    for raw in taken.blocks.iter().filter(closing) {
        for mark in &raw.flow.marks {
            if let Some(note) = taken.notes.iter().find(|note| note.marker == mark.marker) {
                adoption::noted(&note.flow, &mut draft.adoption);
            }
        }
    }
    footnotes(reader, taken.notes, &mut content);
    content.furniture = taken.furniture;
    let flows = taken.blocks.into_iter().map(|raw| raw.flow).collect();
    (draft.finish(reader.source, form, content), flows)
}

impl Draft {
    /// Reads a block that the block layer knows, and says its kind.
    fn planned(&mut self, raw: &RawBlock, part: Deliberative, body: &mut Body) -> BlockKind {
        let flow = &raw.flow;
        match part {
            Deliberative::Heading => {
                let heading = Heading::read(flow);
                self.own_number = heading.as_ref().map(|heading| heading.number.span);
                if self.heading.is_none() {
                    let title = heading.as_ref().and_then(|heading| heading.title.clone());
                    self.title = title.or(self.title.take());
                    self.heading = heading;
                }
                BlockKind::Title
            }
            Deliberative::StatementTitle => {
                self.title = Some(flow.all_printed());
                self.organ = adoption::organ_named(flow);
                BlockKind::Title
            }
            Deliberative::Title => {
                if self.heading.as_ref().is_none_or(|heading| !heading.is_whole_title) {
                    let title = open_number(&flow.text);
                    self.title = Some(flow.printed(title..flow.text.len()));
                }
                BlockKind::Title
            }
            Deliberative::AdoptedBy => {
                adoption::adopted_by(flow, &mut self.adoption);
                if self.organ.is_none() {
                    self.organ = adoption::organ_named(flow);
                }
                BlockKind::AdoptedBy
            }
            Deliberative::Reference => {
                self.adoption.reference = Some(adoption::reference(flow));
                BlockKind::Reference
            }
            Deliberative::Symbol => {
                if let Some((range, symbols)) = bracketed_symbol(&flow.text) {
                    let printed = flow.printed(range);
                    let symbols = symbols.into_iter().map(|symbol| PrintedSymbol {
                        symbol,
                        printed: printed.printed.clone(),
                        span: printed.span,
                    });
                    self.masthead.symbols.extend(symbols);
                }
                BlockKind::Masthead
            }
            Deliberative::Sponsors => {
                self.noun = draft_noun(&flow.text).or(Some(DraftNoun::Resolution));
                self.sponsors = sponsors::sponsors(flow);
                if self.noun == Some(DraftNoun::Amendment) {
                    body.amend();
                }
                BlockKind::Sponsors
            }
            Deliberative::Part => {
                self.division = Some(body.heading(&flow.text, true));
                BlockKind::Heading
            }
            Deliberative::Enacting if body.quotes(&flow.text) => BlockKind::Paragraph,
            Deliberative::Enacting => {
                if let Some(organ) = adoption::enacting_organ(flow)
                    && self.organ.as_ref().is_none_or(|organ| organ.code.is_none())
                {
                    self.organ = Some(organ);
                }
                body.enact(!is_enacting(&flow.text));
                if is_foreign_enacting(&flow.text) {
                    body.speak_foreign();
                }
                BlockKind::EnactingLine
            }
            Deliberative::Adoption => {
                adoption::closing(flow, &mut self.adoption);
                body.close();
                BlockKind::Adoption
            }
        }
    }

    /// The kind of a block that only its words and its place tell.
    fn other(
        &mut self,
        raw: &RawBlock,
        next: Option<&RawBlock>,
        form: Form,
        body: &mut Body,
    ) -> BlockKind {
        if lone_symbol(&raw.flow).is_some() {
            self.own_symbols(&raw.flow, 0..raw.flow.text.len());
            return BlockKind::Masthead;
        }
        if body.is_closed() || form == Form::PresidentialStatement {
            // An extraction may have moved the masthead to the foot.
            let date = place_date(&raw.flow.text).filter(|found| found.place.is_none());
            let date = date.and_then(|found| found.dates.into_iter().next());
            if let Some((range, date)) = date {
                if self.masthead.publication_date.is_none() && !self.masthead.symbols.is_empty() {
                    let printed = raw.flow.printed(range);
                    self.masthead.publication_date =
                        Some(PrintedDate { date, printed: printed.printed, span: printed.span });
                }
                return BlockKind::PlaceDate;
            }
        }
        let kind = body.kind(raw, next);
        let told = matches!(kind, BlockKind::AdoptedBy | BlockKind::OperativeParagraph);
        if form == Form::Decision && told && introduction(&raw.flow.text).is_some() {
            self.introduction(&raw.flow);
        }
        kind
    }

    fn own_symbols(&mut self, flow: &Flow, range: std::ops::Range<usize>) {
        self.masthead.symbols.extend(heading::symbols_in(flow, range));
    }

    /// Reads the first paragraph of a presidential statement.
    fn introduction(&mut self, flow: &Flow) {
        if self.adoption.meeting.is_none() && self.adoption.date.is_none() {
            adoption::adopted_by(flow, &mut self.adoption);
            self.item = adoption::item(flow);
            if self.organ.is_none() {
                self.organ = adoption::organ_named(flow);
            }
        }
    }

    /// The symbol that the number of the heading makes, first among the document's own.
    fn number_symbol(&mut self, form: Form) -> Option<PrintedSymbol> {
        if form == Form::Draft {
            return None;
        }
        let organ = self.organ.as_ref().and_then(|organ| organ.code.as_deref());
        self.heading.as_ref()?.symbol(organ, form)
    }

    /// The organ that the document's own symbol belongs to.
    fn symbol_organ(&self, source: &str) -> Option<Organization> {
        let own = self.masthead.symbols.first()?;
        let found = gazetteer::Organization::by_code(own.symbol.organ()?)?;
        let flow = Flow::of(source, own.span);
        Some(organization(&flow, 0..flow.text.len(), found))
    }

    fn finish(mut self, source: &str, form: Form, content: Content) -> Document {
        keep_first(&mut self.masthead.symbols);
        if let Some(symbol) = self.number_symbol(form)
            && !self.masthead.symbols.iter().any(|own| own.symbol == symbol.symbol)
            && !self
                .masthead
                .symbols
                .iter()
                .any(|own| own.symbol.number() == symbol.symbol.number())
        {
            self.masthead.symbols.insert(0, symbol);
        }
        if self.organ.is_none() {
            self.organ =
                self.masthead.organs.first().cloned().or_else(|| self.symbol_organ(source));
        }
        let heading_date = self.heading.as_ref().and_then(|heading| heading.date.clone());
        if let Some(date) = heading_date {
            self.adoption.date = Some(date);
        }
        let number = self.heading.as_ref().map(|heading| heading.number.clone());
        let (schema_version, source) = (SCHEMA_VERSION.to_owned(), None::<String>);
        let document_date = self.adoption.date.clone();
        let Draft { masthead, title, organ, adoption, sponsors, item, .. } = self;
        match form {
            Form::Resolution => Document::Resolution(Resolution {
                schema_version,
                offsets: Offsets::Utf8,
                source,
                masthead,
                title,
                organ,
                number,
                document_date,
                adoption,
                content,
            }),
            Form::Decision => Document::Decision(Decision {
                schema_version,
                offsets: Offsets::Utf8,
                source,
                masthead,
                title,
                organ,
                number,
                document_date,
                adoption,
                content,
            }),
            Form::Draft => Document::DraftResolution(DraftResolution {
                schema_version,
                offsets: Offsets::Utf8,
                source,
                masthead,
                title,
                draft_of: match self.noun {
                    Some(DraftNoun::Decision) => DraftKind::Decision,
                    Some(DraftNoun::Amendment) => DraftKind::Amendment,
                    _ => DraftKind::Resolution,
                },
                organ,
                sponsors,
                document_date: None,
                content,
            }),
            Form::PresidentialStatement => Document::PresidentialStatement(PresidentialStatement {
                schema_version,
                offsets: Offsets::Utf8,
                source,
                masthead,
                title,
                organ,
                item,
                document_date,
                adoption,
                content,
            }),
        }
    }
}

/// An organ by the words of a range, in the table's identity where it lists them.
fn organ(flow: &Flow, range: std::ops::Range<usize>) -> Organization {
    let words = &flow.text[range.clone()];
    // Scans give "Assemb/y" for "Assembly".
    let plain = words.replace('/', "l");
    if let Some(found) = gazetteer::Organization::by_name(&plain) {
        return organization(flow, range, found);
    }
    let printed = flow.printed(range);
    Organization {
        code: None,
        acronym: None,
        name: printed.printed.clone(),
        printed: printed.printed,
        span: printed.span,
    }
}
