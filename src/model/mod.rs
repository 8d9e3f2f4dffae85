//! The typed model: what a document says, owned and plain.
//!
//! One file is one notion. Every object that has `printed` and `span` says what stands on the
//! page and where; what it means stands beside it.

mod action;
mod adoption;
mod attachment;
mod block;
mod circulation;
mod citation;
mod content;
mod date;
mod decision;
mod definition;
mod document;
mod draft_resolution;
mod footnote;
mod furniture;
mod language;
mod letter;
mod masthead;
mod mention;
mod offsets;
mod other;
mod party;
mod presidential_statement;
mod printed;
mod resolution;
mod signatory;
mod sponsor;
mod state;
mod statement;
pub mod symbol;
mod table;
mod text;
mod vote;

pub use action::Action;
pub use adoption::{Adoption, Meeting};
pub use attachment::{Attachment, AttachmentKind};
pub use block::{Block, BlockKind};
pub use circulation::CirculationRequest;
pub use citation::{
    Citation, CitationTarget, DecisionTarget, DocumentTarget, InstrumentTarget, LetterTarget,
    OtherTarget, Pinpoint, PinpointUnit, Relation, ResolutionTarget, TreatySeriesTarget,
};
pub use content::Content;
pub(crate) use date::MONTHS;
pub use date::{Date, DateError};
pub use decision::Decision;
pub use definition::Definition;
pub use document::{Document, SCHEMA_VERSION};
pub use draft_resolution::{DraftKind, DraftResolution};
pub use footnote::{Footnote, FootnoteAnchor};
pub use furniture::{Furniture, FurnitureKind};
pub use language::Language;
pub use letter::Letter;
pub use masthead::{AgendaItem, Distribution, DistributionKind, Masthead, PrintedSymbol};
pub use mention::{
    DateMention, DemonymMention, MemberStateMention, Mention, OfficeMention, OrganizationMention,
    PersonMention,
};
pub use offsets::Offsets;
pub use other::OtherDocument;
pub use party::{Office, Party};
pub use presidential_statement::PresidentialStatement;
pub use printed::{Printed, PrintedDate, Status};
pub use resolution::Resolution;
pub use signatory::Signatory;
pub use sponsor::Sponsor;
pub use state::{MemberState, Organization};
pub use statement::Statement;
pub use symbol::Symbol;
pub use table::{Table, TableRow};
pub use text::{NoteMark, Text, TextRange};
pub use vote::Vote;
