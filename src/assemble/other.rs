//! Documents that are kept whole but not read into fields of their own.

use crate::block::{DeliberationNoun, foreign_decision, resolution_heading};
use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::model::{
    Adoption, Content, Decision, Document, Masthead, Offsets, OtherDocument, Printed,
    SCHEMA_VERSION,
};

use super::Reader;
use super::common::Common;
use super::kind::Kind;
use super::title_noun::document_noun;

/// Reads any other document.
pub(crate) fn read(reader: &mut Reader<'_>, kind: Kind, level: u32, common: Common) -> Document {
    if level > 0
        && kind == Kind::Other
        && let Some(number) = decision_number(&common)
    {
        return carried_decision(common, number);
    }
    let form = common.named_title.as_ref().and_then(|flow| {
        let (range, _) = document_noun(&flow.text)?;
        Some(flow.printed(range))
    });
    if level == 0 && kind != Kind::ExchangeOfNotes {
        reader
            .diagnostics
            .push(unread(&common.masthead, form.as_ref().map(|f| f.printed.as_str())));
    }
    // An exchange is concluded by its last note.
    let last = common.further_dates.into_iter().last().filter(|_| kind == Kind::ExchangeOfNotes);
    let document = OtherDocument {
        schema_version: SCHEMA_VERSION.to_owned(),
        offsets: Offsets::Utf8,
        source: None,
        masthead: common.masthead,
        title: common.title,
        form,
        document_date: last.or(common.date),
        place: common.place,
        signatories: common.signatories,
        content: common.content,
    };
    match kind {
        Kind::Report => Document::Report(document),
        Kind::Treaty => Document::Treaty(document),
        Kind::ExchangeOfNotes => Document::ExchangeOfNotes(document),
        Kind::VerbatimRecord => Document::VerbatimRecord(document),
        Kind::SummaryRecord => Document::SummaryRecord(document),
        Kind::Agenda => Document::Agenda(document),
        _ => Document::Other(document),
    }
}

/// The number of a decision whose heading is all of the line that names it: `Decision G (70)`.
fn decision_number(common: &Common) -> Option<Printed> {
    let flow = common.title_line.as_ref()?;
    let heading = resolution_heading(&flow.text);
    let heading = heading.filter(|heading| heading.noun == DeliberationNoun::Decision);
    let number = heading.map(|heading| heading.number).or_else(|| foreign_decision(&flow.text));
    number.map(|number| flow.printed(number))
}

/// A decision of another body that a text carries: its heading and subject, and no vote or meeting.
fn carried_decision(common: Common, number: Printed) -> Document {
    let adoption = Adoption { date: common.date.clone(), ..Adoption::default() };
    Document::Decision(Decision {
        schema_version: SCHEMA_VERSION.to_owned(),
        offsets: Offsets::Utf8,
        source: None,
        masthead: common.masthead,
        title: common.title,
        organ: None,
        number: Some(number),
        document_date: common.date,
        adoption,
        content: common.content,
    })
}

fn unread(masthead: &Masthead, form: Option<&str>) -> Diagnostic {
    if form.is_none() && *masthead == Masthead::default() {
        return Diagnostic::new(
            DiagnosticCode::UnrecognizedDocument,
            Severity::Error,
            "nothing in this text has the form of a document that verbale reads; it is kept whole",
            None,
        )
        .with_help("letters and statements are read: is this the text of one?");
    }
    let name = form.map_or_else(
        || "this kind of document".to_owned(),
        |form| format!("\u{201C}{form}\u{201D}"),
    );
    Diagnostic::new(
        DiagnosticCode::KindNotRead,
        Severity::Warning,
        format!("{name} is not read into fields of its own yet; its text is kept whole"),
        None,
    )
}

/// A document without any text.
pub(crate) fn empty() -> Document {
    Document::Other(OtherDocument {
        schema_version: SCHEMA_VERSION.to_owned(),
        offsets: Offsets::Utf8,
        source: None,
        masthead: Masthead::default(),
        title: None,
        form: None,
        document_date: None,
        place: None,
        signatories: Vec::new(),
        content: Content::default(),
    })
}
