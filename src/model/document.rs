//! The document: one of the kinds that are read.

use serde::{Deserialize, Serialize};

use super::{
    Attachment, Citation, Content, Decision, DraftResolution, Letter, Masthead, MemberState,
    Mention, Offsets, OtherDocument, PresidentialStatement, Printed, PrintedDate, Resolution,
    Signatory, Statement, Text,
};

/// Version of the JSON format that this crate writes, as it stands in every document.
pub const SCHEMA_VERSION: &str = "1.1";

/// A document, by its kind.
///
/// In JSON the field `document_type` says the kind; the other fields are those of the kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "document_type", rename_all = "snake_case")]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Document {
    /// A letter.
    #[cfg_attr(feature = "schema", schemars(title = "LetterDocument"))]
    Letter(Letter),
    /// Letters of one wording to several addressees.
    #[cfg_attr(feature = "schema", schemars(title = "IdenticalLettersDocument"))]
    IdenticalLetters(Letter),
    /// A note verbale: in the third person, unsigned.
    #[cfg_attr(feature = "schema", schemars(title = "NoteVerbaleDocument"))]
    NoteVerbale(Letter),
    /// A note by an officer of the United Nations, such as the President of the Security Council.
    #[cfg_attr(feature = "schema", schemars(title = "NoteDocument"))]
    Note(Letter),
    /// A statement of a person or a group.
    #[cfg_attr(feature = "schema", schemars(title = "StatementDocument"))]
    Statement(Statement),
    /// A resolution.
    #[cfg_attr(feature = "schema", schemars(title = "ResolutionDocument"))]
    Resolution(Resolution),
    /// A draft of a resolution or decision, or an amendment to one.
    #[cfg_attr(feature = "schema", schemars(title = "DraftResolutionDocument"))]
    DraftResolution(DraftResolution),
    /// A decision.
    #[cfg_attr(feature = "schema", schemars(title = "DecisionDocument"))]
    Decision(Decision),
    /// A statement that the president of an organ made on its behalf.
    #[cfg_attr(feature = "schema", schemars(title = "PresidentialStatementDocument"))]
    PresidentialStatement(PresidentialStatement),
    /// A declaration.
    #[cfg_attr(feature = "schema", schemars(title = "DeclarationDocument"))]
    Declaration(Statement),
    /// A communiqué.
    #[cfg_attr(feature = "schema", schemars(title = "CommuniqueDocument"))]
    Communique(Statement),
    /// A speech or address as held.
    #[cfg_attr(feature = "schema", schemars(title = "SpeechDocument"))]
    Speech(Statement),
    /// A memorandum or aide-memoire.
    #[cfg_attr(feature = "schema", schemars(title = "MemorandumDocument"))]
    Memorandum(Statement),
    /// A press release.
    #[cfg_attr(feature = "schema", schemars(title = "PressReleaseDocument"))]
    PressRelease(Statement),
    /// A report; kept whole.
    #[cfg_attr(feature = "schema", schemars(title = "ReportDocument"))]
    Report(OtherDocument),
    /// A treaty, convention, agreement or protocol; kept whole.
    #[cfg_attr(feature = "schema", schemars(title = "TreatyDocument"))]
    Treaty(OtherDocument),
    /// An exchange of notes or letters between Governments; kept whole.
    #[cfg_attr(feature = "schema", schemars(title = "ExchangeOfNotesDocument"))]
    ExchangeOfNotes(OtherDocument),
    /// A verbatim record of a meeting; kept whole.
    #[cfg_attr(feature = "schema", schemars(title = "VerbatimRecordDocument"))]
    VerbatimRecord(OtherDocument),
    /// A summary record of a meeting; kept whole.
    #[cfg_attr(feature = "schema", schemars(title = "SummaryRecordDocument"))]
    SummaryRecord(OtherDocument),
    /// An agenda; kept whole.
    #[cfg_attr(feature = "schema", schemars(title = "AgendaDocument"))]
    Agenda(OtherDocument),
    /// Any other document; kept whole.
    #[cfg_attr(feature = "schema", schemars(title = "OtherDocument"))]
    Other(OtherDocument),
}

/// What all kinds share, borrowed: the one place that knows every kind.
struct Shared<'a> {
    offsets: Offsets,
    source: &'a Option<String>,
    masthead: &'a Masthead,
    title: &'a Option<Printed>,
    document_date: &'a Option<PrintedDate>,
    place: Option<&'a Printed>,
    signatories: &'a [Signatory],
    content: &'a Content,
}

impl Document {
    fn shared(&self) -> Shared<'_> {
        match self {
            Document::Letter(d)
            | Document::IdenticalLetters(d)
            | Document::NoteVerbale(d)
            | Document::Note(d) => Shared {
                offsets: d.offsets,
                source: &d.source,
                masthead: &d.masthead,
                title: &d.title,
                document_date: &d.document_date,
                place: d.place.as_ref(),
                signatories: &d.signatories,
                content: &d.content,
            },
            Document::Statement(d)
            | Document::Declaration(d)
            | Document::Communique(d)
            | Document::Speech(d)
            | Document::Memorandum(d)
            | Document::PressRelease(d) => Shared {
                offsets: d.offsets,
                source: &d.source,
                masthead: &d.masthead,
                title: &d.title,
                document_date: &d.document_date,
                place: d.place.as_ref(),
                signatories: &d.signatories,
                content: &d.content,
            },
            Document::Resolution(d) => Shared {
                offsets: d.offsets,
                source: &d.source,
                masthead: &d.masthead,
                title: &d.title,
                document_date: &d.document_date,
                place: None,
                signatories: &[],
                content: &d.content,
            },
            Document::DraftResolution(d) => Shared {
                offsets: d.offsets,
                source: &d.source,
                masthead: &d.masthead,
                title: &d.title,
                document_date: &d.document_date,
                place: None,
                signatories: &[],
                content: &d.content,
            },
            Document::Decision(d) => Shared {
                offsets: d.offsets,
                source: &d.source,
                masthead: &d.masthead,
                title: &d.title,
                document_date: &d.document_date,
                place: None,
                signatories: &[],
                content: &d.content,
            },
            Document::PresidentialStatement(d) => Shared {
                offsets: d.offsets,
                source: &d.source,
                masthead: &d.masthead,
                title: &d.title,
                document_date: &d.document_date,
                place: None,
                signatories: &[],
                content: &d.content,
            },
            Document::Report(d)
            | Document::Treaty(d)
            | Document::ExchangeOfNotes(d)
            | Document::VerbatimRecord(d)
            | Document::SummaryRecord(d)
            | Document::Agenda(d)
            | Document::Other(d) => Shared {
                offsets: d.offsets,
                source: &d.source,
                masthead: &d.masthead,
                title: &d.title,
                document_date: &d.document_date,
                place: d.place.as_ref(),
                signatories: &d.signatories,
                content: &d.content,
            },
        }
    }

    /// The kind as it stands in JSON, such as `letter`.
    pub fn document_type(&self) -> &'static str {
        match self {
            Document::Letter(_) => "letter",
            Document::IdenticalLetters(_) => "identical_letters",
            Document::NoteVerbale(_) => "note_verbale",
            Document::Note(_) => "note",
            Document::Statement(_) => "statement",
            Document::Resolution(_) => "resolution",
            Document::DraftResolution(_) => "draft_resolution",
            Document::Decision(_) => "decision",
            Document::PresidentialStatement(_) => "presidential_statement",
            Document::Declaration(_) => "declaration",
            Document::Communique(_) => "communique",
            Document::Speech(_) => "speech",
            Document::Memorandum(_) => "memorandum",
            Document::PressRelease(_) => "press_release",
            Document::Report(_) => "report",
            Document::Treaty(_) => "treaty",
            Document::ExchangeOfNotes(_) => "exchange_of_notes",
            Document::VerbatimRecord(_) => "verbatim_record",
            Document::SummaryRecord(_) => "summary_record",
            Document::Agenda(_) => "agenda",
            Document::Other(_) => "other",
        }
    }

    /// Name of the input as the caller gave it.
    pub fn source(&self) -> Option<&str> {
        self.shared().source.as_deref()
    }

    /// What the spans, ranges and offsets of the document count.
    pub fn offsets(&self) -> Offsets {
        self.shared().offsets
    }

    /// The same document with the name of its input, such as a path.
    #[must_use]
    pub fn with_source(mut self, name: impl Into<String>) -> Self {
        let source = match &mut self {
            Document::Letter(d)
            | Document::IdenticalLetters(d)
            | Document::NoteVerbale(d)
            | Document::Note(d) => &mut d.source,
            Document::Resolution(d) => &mut d.source,
            Document::DraftResolution(d) => &mut d.source,
            Document::Decision(d) => &mut d.source,
            Document::PresidentialStatement(d) => &mut d.source,
            Document::Statement(d)
            | Document::Declaration(d)
            | Document::Communique(d)
            | Document::Speech(d)
            | Document::Memorandum(d)
            | Document::PressRelease(d) => &mut d.source,
            Document::Report(d)
            | Document::Treaty(d)
            | Document::ExchangeOfNotes(d)
            | Document::VerbatimRecord(d)
            | Document::SummaryRecord(d)
            | Document::Agenda(d)
            | Document::Other(d) => &mut d.source,
        };
        *source = Some(name.into());
        self
    }

    /// The masthead.
    pub fn masthead(&self) -> &Masthead {
        self.shared().masthead
    }

    /// The heading.
    pub fn title(&self) -> Option<&Printed> {
        self.shared().title.as_ref()
    }

    /// The date of the document itself (not of its issue).
    pub fn document_date(&self) -> Option<&PrintedDate> {
        self.shared().document_date.as_ref()
    }

    /// The place that the document is dated from.
    pub fn place(&self) -> Option<&Printed> {
        self.shared().place
    }

    /// Who signed, in printed order, attachments not counted.
    pub fn signatories(&self) -> &[Signatory] {
        self.shared().signatories
    }

    /// The text, the notes and the attachments.
    pub fn content(&self) -> &Content {
        self.shared().content
    }

    /// The content, for those who assemble it.
    pub(crate) fn content_mut(&mut self) -> &mut Content {
        match self {
            Document::Letter(d)
            | Document::IdenticalLetters(d)
            | Document::NoteVerbale(d)
            | Document::Note(d) => &mut d.content,
            Document::Resolution(d) => &mut d.content,
            Document::DraftResolution(d) => &mut d.content,
            Document::Decision(d) => &mut d.content,
            Document::PresidentialStatement(d) => &mut d.content,
            Document::Statement(d)
            | Document::Declaration(d)
            | Document::Communique(d)
            | Document::Speech(d)
            | Document::Memorandum(d)
            | Document::PressRelease(d) => &mut d.content,
            Document::Report(d)
            | Document::Treaty(d)
            | Document::ExchangeOfNotes(d)
            | Document::VerbatimRecord(d)
            | Document::SummaryRecord(d)
            | Document::Agenda(d)
            | Document::Other(d) => &mut d.content,
        }
    }

    /// The fields of a letter or note; none for documents of other families.
    pub fn as_letter(&self) -> Option<&Letter> {
        match self {
            Document::Letter(letter)
            | Document::IdenticalLetters(letter)
            | Document::NoteVerbale(letter)
            | Document::Note(letter) => Some(letter),
            _ => None,
        }
    }

    /// The fields of a letter or note to be completed.
    pub(crate) fn as_letter_mut(&mut self) -> Option<&mut Letter> {
        match self {
            Document::Letter(letter)
            | Document::IdenticalLetters(letter)
            | Document::NoteVerbale(letter)
            | Document::Note(letter) => Some(letter),
            _ => None,
        }
    }

    /// The fields of a statement, declaration or the like; none for documents of other families.
    pub fn as_statement(&self) -> Option<&Statement> {
        match self {
            Document::Statement(statement)
            | Document::Declaration(statement)
            | Document::Communique(statement)
            | Document::Speech(statement)
            | Document::Memorandum(statement)
            | Document::PressRelease(statement) => Some(statement),
            _ => None,
        }
    }

    /// What the document carries, in order, one level deep.
    pub fn attachments(&self) -> &[Attachment] {
        &self.content().attachments
    }

    /// All attached documents, as deep as they go, in order.
    pub fn all_attachments(&self) -> Vec<&Attachment> {
        let mut all = Vec::new();
        for attachment in self.attachments() {
            all.push(attachment);
            all.extend(attachment.document.all_attachments());
        }
        all
    }

    /// Every running text of the document and of what it carries: blocks, then footnotes, then
    /// attachments.
    pub fn texts(&self) -> Vec<&Text> {
        let content = self.content();
        let mut texts: Vec<&Text> = content.blocks.iter().map(|b| &b.text).collect();
        texts.extend(content.footnotes.iter().map(|n| &n.text));
        for attachment in &content.attachments {
            texts.extend(attachment.document.texts());
        }
        texts
    }

    /// Every mention in the document and in what it carries.
    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.texts().into_iter().flat_map(|text| &text.mentions)
    }

    /// Every citation in the document and in what it carries.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        self.mentions().filter_map(|mention| match mention {
            Mention::Citation(citation) => Some(citation),
            _ => None,
        })
    }

    /// Every State named in the document and in what it carries, each time it is named.
    pub fn member_states(&self) -> impl Iterator<Item = &MemberState> {
        self.mentions().filter_map(|mention| match mention {
            Mention::MemberState(mention) => Some(&mention.member_state),
            _ => None,
        })
    }
}
