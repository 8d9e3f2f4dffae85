//! What the card of a communication leaves out: issuers, subjects, occasions, further dates.

use std::path::Path;

use verbale::Document;
use verbale::model::{Letter, Party, Statement};

fn read(name: &str) -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/communications");
    let text = std::fs::read_to_string(folder.join(name).with_extension("txt")).expect("a text");
    verbale::parse(&text).document
}

fn statement(name: &str) -> Statement {
    read(name).as_statement().expect("a statement").clone()
}

fn letter(name: &str) -> Letter {
    read(name).as_letter().expect("a letter").clone()
}

/// Person, office and State of each party.
fn parties(parties: &[Party]) -> Vec<(Option<&str>, Option<&str>, Option<&str>)> {
    parties
        .iter()
        .map(|party| {
            (
                party.person.as_ref().map(|person| person.printed.as_str()),
                party.office.as_ref().map(|office| office.name.as_str()),
                party.state.as_ref().map(|state| state.alpha3.as_str()),
            )
        })
        .collect()
}

#[test]
fn the_form_of_a_memorandum() {
    let memorandum = statement("memorandum_form");
    assert_eq!(
        parties(&memorandum.issuers),
        [(Some("Ada Byron"), Some("Under-Secretary-General for Legal Affairs"), None)]
    );
    assert_eq!(parties(&memorandum.addressees), [(None, Some("Chef de Cabinet"), None)]);
    assert_eq!(
        memorandum.subject.map(|subject| subject.printed).as_deref(),
        Some("Succession to the seat on the Lake Commission")
    );
}

#[test]
fn ministers_who_issue_a_communique() {
    let communique = statement("joint_communique");
    let minister = Some("Minister for Foreign Affairs");
    assert_eq!(
        parties(&communique.issuers),
        [
            (None, minister, Some("NOR")),
            (None, minister, Some("FIN")),
            (None, minister, Some("SWE"))
        ]
    );
    let further: Vec<String> =
        communique.further_dates.iter().map(|date| date.date.to_string()).collect();
    assert_eq!(further, ["2031-05-05"]);
    let parties: Vec<&str> = communique.parties.iter().map(|s| s.alpha3.as_str()).collect();
    assert_eq!(parties, ["NOR", "FIN", "SWE"]);
}

#[test]
fn the_speaker_and_the_occasion_of_a_speech() {
    let speech = statement("speech_title_over_lines");
    assert_eq!(
        parties(&speech.issuers),
        [(Some("Aino Virta"), Some("Prime Minister"), Some("FIN"))]
    );
    assert_eq!(
        speech.occasion.map(|occasion| occasion.printed).as_deref(),
        Some("86th Session of the United Nations General Assembly General Debate")
    );
    let speech = statement("speech_with_speaker");
    assert_eq!(parties(&speech.issuers), [(Some("AINO VIRTA"), Some("President"), Some("FIN"))]);
    assert_eq!(
        speech.occasion.map(|occasion| occasion.printed).as_deref(),
        Some("86TH SESSION OF THE UNITED NATIONS GENERAL ASSEMBLY")
    );
}

#[test]
fn every_date_and_the_request_of_a_letter() {
    let letter = letter("group_letter");
    let dates: Vec<String> = letter
        .document_date
        .iter()
        .chain(&letter.further_dates)
        .map(|date| date.date.to_string())
        .collect();
    assert_eq!(dates, ["2031-03-10", "2031-03-14"]);
    let circulation = letter.circulation.expect("a request");
    let bodies: Vec<&str> = circulation.bodies.iter().map(|body| body.name.as_str()).collect();
    assert_eq!(bodies, ["General Assembly", "Security Council"]);
    let items: Vec<&str> =
        circulation.agenda_items.iter().map(|item| item.number.as_str()).collect();
    assert_eq!(items, ["97"]);
}
