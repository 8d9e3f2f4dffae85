//! The proof of a reading: does any JSON in the form of the schema, whoever wrote it, hold against
//! the text?
//!
//! Four questions, one file each. `claims`: does every printed form stand at its span, and does
//! every value follow from its printed form? `structure`: are the texts what their segments hold,
//! are ranges, marks and parents sound? `missing`: what has the text that the reading lacks, and
//! does a field take its words from where the text gives that field? `form`: is it in the form of
//! the schema at all? The first two ask the reading alone, by our own grammar; only what needs the
//! whole text as context is asked of our own reading of it, place by place (`places`), so that a
//! reading which cuts its blocks in another way is as true as ours.

mod claims;
mod form;
mod index;
mod json;
mod missing;
mod places;
mod print;
mod report;
mod structure;
mod units;
mod values;

use serde_json::Value;

pub use report::{Discrepancy, DiscrepancyCode, Verification};

use crate::model::Document;
use crate::parser::parse;
use json::depth_exceeds;
use places::Places;
use print::Print;
use report::Report;

/// Checks a reading against the text that it claims to be a reading of.
///
/// Every printed form must stand at its span, every normalized value (date, symbol, code of a
/// State, resolution) follow from its printed form, every part lie in its whole; what the text has
/// and the reading lacks is listed. Spans may count any unit: the reading says which (`offsets`).
/// `source` and `schema_version` say nothing of the text and are not held against it. Takes time
/// linear in the lengths of both.
///
/// ```
/// let source = "Letter dated 3 May 2031 from the Permanent Representative of Norway to the United \
///               Nations addressed to the Secretary-General\n\nI write.\n\n(Signed) Ada Byron\n";
/// let mut document = verbale::parse(source).document;
/// assert!(verbale::verify(source, &document).is_complete());
///
/// let verbale::Document::Letter(letter) = &mut document else { panic!("no letter") };
/// letter.document_date.as_mut().unwrap().date = "2031-05-04".parse()?;
/// let verification = verbale::verify(source, &document);
/// assert_eq!(verification.false_fields[0].pointer, "/document_date/date");
/// assert_eq!(
///     verification.false_fields[0].message,
///     "\"2031-05-04\" does not follow from \"3 May 2031\": our grammar reads \"2031-05-03\"",
/// );
/// # Ok::<(), verbale::model::DateError>(())
/// ```
pub fn verify(source: &str, document: &Document) -> Verification {
    match serde_json::to_value(document) {
        Ok(reading) => verify_json(source, &reading),
        Err(error) => {
            let mut report = Report::default();
            report.refuse(DiscrepancyCode::Malformed, "", None, error.to_string());
            report.end()
        }
    }
}

/// How deep the JSON of a reading may be nested; readers of JSON take no more either.
const DEPTH: usize = 128;

/// As [`verify`], of JSON that need not even have the form of the schema: what has not is reported
/// as `malformed`, the rest is checked.
///
/// ```
/// let reading = serde_json::json!({ "schema_version": "1.1", "document_type": "poem" });
/// let verification = verbale::verify_json("Text.", &reading);
/// assert_eq!(verification.false_fields[0].pointer, "");
/// assert_eq!(verification.false_fields[0].code.as_str(), "malformed");
/// ```
pub fn verify_json(source: &str, reading: &Value) -> Verification {
    let mut report = Report::default();
    if depth_exceeds(reading, DEPTH) {
        let message = format!("nested more than {DEPTH} deep, as no reading is");
        report.refuse(DiscrepancyCode::Malformed, "", None, message);
        return report.end();
    }
    let reading = &units::in_bytes(source, reading, &mut report);
    let parsed = parse(source);
    let own = serde_json::to_value(&parsed.document).unwrap_or_default();
    let print = Print::of(source, &own);
    let places = Places::of(&own);
    claims::check(&print, &places, reading, &mut report);
    structure::check(&print, &own, &places, reading, &mut report);
    missing::check(&print, &own, reading, &mut report);
    form::check(reading, &mut report);
    report.end()
}
