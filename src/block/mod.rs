//! From lines to blocks: what each stretch of lines is by its own form.
//!
//! Blocks are flat and know no kind of document.

mod action;
mod address;
mod bracketed_symbol;
mod circulation;
mod classification;
mod deliberation;
mod enacting;
mod exchange;
mod extent;
mod form_field;
mod forms;
mod formula;
mod formulas;
mod frame;
mod government;
mod heading;
mod introduction;
mod issuer;
mod item;
mod label;
mod masthead;
mod meeting;
mod party;
mod place_date;
mod resolution_heading;
mod run_frame;
mod run_together;
mod segment;
mod signature;
mod signature_columns;
mod signature_mark;
mod signature_names;
mod signature_person;
mod signature_stack;
mod signature_table;
mod signature_titles;
mod subject;
mod table;

pub(crate) use action::{ActionKind, ActionReading, action, action_behind_organ};
pub(crate) use address::{addressee_office, is_letterhead, names_copies};
pub(crate) use bracketed_symbol::bracketed_symbol;
pub(crate) use circulation::{capacity, circulation, on_behalf_of};
pub(crate) use classification::is_classification;
pub(crate) use deliberation::{Deliberative, heads_votes, is_part_number, number_length};
pub(crate) use enacting::{is_enacting, is_resolving, organ};
pub(crate) use exchange::exchange_number;
pub(crate) use form_field::{FormField, form_fields};
pub(crate) use formula::{begins_with_subject, is_closing, is_salutation, takes_leave};
pub(crate) use formulas::{
    first_date, foreign_decision, foreign_heading, foreign_parties, is_article, is_contents,
    is_foreign_enacting, titles_speech, turns_to_house,
};
pub(crate) use government::government;
pub(crate) use heading::{
    CommunicationForm, communication_form, exchange_parties, heading, heading_range,
    opening_parties, opens_heading,
};
pub(crate) use introduction::introduction;
pub(crate) use issuer::issuers;
pub(crate) use item::item_number;
pub(crate) use label::is_as_stated;
pub(crate) use masthead::{MastheadField, masthead_fields};
pub(crate) use meeting::{is_summary_record, meeting_held, meeting_title, opens_meeting};
pub(crate) use party::{PartyReading, skip_article, title_parties};
pub(crate) use place_date::{PaperForm, PlaceDate, dated_tail, done_at, is_place, place_date};
pub(crate) use resolution_heading::{
    DeliberationNoun, DraftNoun, any_heading, draft_noun, resolution_heading,
};
pub(crate) use run_together::cut_apart;
pub(crate) use segment::{RawBlock, Row, Shape, is_capitals, segment};
pub(crate) use signature::{SignatureReading, line_ranges, office_length, signature};
pub(crate) use signature_columns::{columns, signatures};
pub(crate) use signature_person::without_honorific;
pub(crate) use signature_table::{Piece, Signer, party_line, signers};
pub(crate) use table::cells;
