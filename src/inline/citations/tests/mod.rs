//! Every written form of the tables of the facts, near misses, memory across flows, properties.

mod instruments;
mod letters_and_notes;
mod resolutions;

use proptest::prelude::*;

use super::*;
use crate::inline::stops::stops;
use crate::inline::{definitions, names};

fn read_with(memory: &mut Memory, text: &str) -> Vec<RawCitation> {
    let names = names(text);
    citations(text, &stops(text), &names, &definitions(text, &names), memory)
}

fn read(text: &str) -> Vec<RawCitation> {
    read_with(&mut Memory::default(), text)
}

fn canonical(text: &str) -> Vec<String> {
    read(text).into_iter().map(|c| c.canonical).collect()
}

pub(super) fn check(table: &[(&str, &[&str])]) {
    for (text, want) in table {
        assert_eq!(canonical(text), *want, "{text}");
    }
}

#[test]
fn symbols_of_other_organizations() {
    check(&[
        ("resolution MRE/RES.6/94 of the ad hoc Meeting", &["MRE/RES.6/94"]),
        (
            "AG/RES. 1080 (XXI-O/91) and CP/RES.489 (720/87)",
            &["AG/RES.1080(XXI-O/91)", "CP/RES.489(720/87)"],
        ),
        ("documents CG/255 and G-77/AM(XXXII)/2008/3", &["CG/255", "G-77/AM(XXXII)/2008/3"]),
        (
            "(PSC/PR/COMM.(CCLXXX)), (PSC/PR/COMM.1(DCCXLII)) and AHG/Decl.5 (XXXVI)",
            &["PSC/PR/COMM.(CCLXXX)", "PSC/PR/COMM.1(DCCXLII)", "AHG/Decl.5(XXXVI)"],
        ),
        (
            "rules (IT/32/Rev.30) and (ODIHR.GAL/26/22/Rev.1)",
            &["IT/32/Rev.30", "ODIHR.GAL/26/22/Rev.1"],
        ),
        // Without a noun or an element that says so it may be anything.
        ("our note CML/14/2019 on HIV/AIDS", &[]),
    ]);
}

#[test]
fn a_list_of_places_ends_before_the_next_symbol() {
    check(&[(
        "A/C.4/38/SR.14, paras. 20-33, and A/C.4/38/SR.16",
        &["A/C.4/38/SR.14", "A/C.4/38/SR.16"],
    )]);
}

#[test]
fn documents_by_symbol() {
    check(&[
        ("the report of the Secretary-General (A/60/202)", &["A/60/202"]),
        ("contained in document S/2006/375", &["S/2006/375"]),
        ("(A/64/13 and Add.1)", &["A/64/13", "A/64/13/Add.1"]),
        ("(A/64/115, 174, 323 and 324)", &["A/64/115", "A/64/174", "A/64/323", "A/64/324"]),
        (
            "(A/59/668/Add.7 to Add.10)",
            &["A/59/668/Add.7", "A/59/668/Add.8", "A/59/668/Add.9", "A/59/668/Add.10"],
        ),
        (
            "(A/60/973-S/2006/555 and Add.1)",
            &["A/60/973", "S/2006/555", "A/60/973/Add.1", "S/2006/555/Add.1"],
        ),
        ("(A/58/874 and A/58/874/Add.1)", &["A/58/874", "A/58/874/Add.1"]),
        ("(A/60/973-S/2006/555, annex I)", &["A/60/973", "S/2006/555"]),
        ("(A/58/859–S/2004/598)", &["A/58/859", "S/2004/598"]),
        ("A/78/3358/2023/642", &["A/78/335", "S/2023/642"]),
        ("S/PV.5451, p. 3", &["S/PV.5451"]),
        ("(A/C.1/60/SR.15, para. 20)", &["A/C.1/60/SR.15"]),
        ("draft resolution A/C.1/61/L.11", &["A/C.1/61/L.11"]),
        ("(S/PRST/2006/28)", &["S/PRST/2006/28"]),
        ("my letter dated 27 October 2005 (S/2005/687)", &["S/2005/687"]),
        (
            "documents S/2006/10 of 1 March 2006, S/2006/10/Add.12 of 7 April 2006",
            &["S/2006/10", "S/2006/10/Add.12"],
        ),
        ("CD/1679, CD/1818 and CD/1847", &["CD/1679", "CD/1818", "CD/1847"]),
        ("A/80/___ is to come", &[]),
    ]);
    for text in ["$/2006/100", "in document §/2006/100"] {
        let found = read(text);
        let known = (found[0].canonical.as_str(), found[0].status);
        assert_eq!(known, ("S/2006/100", Status::Normalized), "{text}");
    }
}

#[test]
fn records_and_publications() {
    check(&[
        (
            "Official Records of the General Assembly, Sixtieth Session, Supplement No. 10 (A/60/10)",
            &["A/60/10"],
        ),
        (
            "Official Records of the Security Council, First Year, First Series, Supplement No. 1, \
          Annex 1.",
            &[
                "Official Records of the Security Council, First Year, First Series, Supplement No. 1",
            ],
        ),
        (
            "Official Records of the Security Council, Thirty-sixth Year, Supplement for April, May \
          and June 1981, document S/14509",
            &["S/14509"],
        ),
        ("Ibid., Sixty-first Session, Supplement No. 2 (A/61/2)", &["A/61/2"]),
        (
            "Yearbook of the International Law Commission, 2001, vol. II (Part Two), p. 3",
            &["Yearbook of the International Law Commission, 2001, vol. II (Part Two)"],
        ),
        (
            "Report of the World Summit for Social Development, Copenhagen, 6–12 March 1995 (United \
          Nations publication, Sales No. E.96.IV.8), chap. I, resolution 1",
            &["Report of the World Summit for Social Development, Copenhagen, 6–12 March 1995"],
        ),
        ("Ibid., vol. 993, No. 14531.", &[]),
    ]);
}

#[test]
fn look_alikes_are_refused() {
    check(&[
        ("open 24/7 and/or 9/11", &[]),
        ("the financial period 2005/06 and 2004/2005", &[]),
        ("on 15/6/2006", &[]),
        ("our letter No. 4/2/2202", &[]),
        ("06-47506 (E) 220806", &[]),
        ("draft resolution II", &[]),
        ("the relevant resolutions", &[]),
        ("by 15 resolutions and 3 decisions", &[]),
        ("its resolutions 2 are binding", &[]),
        ("the present resolution", &[]),
        ("HIV/AIDS, TCP/IP and km/h", &[]),
        ("S/554/2006", &[]),
        ("resolution of 12 June 1981", &[]),
        ("the decision 5 years ago", &[]),
    ]);
}

#[test]
fn places_dates_and_relations() {
    let spelt = |text: &str| -> Vec<String> {
        let found = read(text);
        let places = found.iter().flat_map(|c| &c.pinpoints);
        places.map(|p| format!("{:?} {}", p.unit, p.number.as_deref().unwrap_or("-"))).collect()
    };
    for (text, want) in [
        ("paragraph 6 of Security Council resolution 1701 (2006)", vec!["Paragraph 6"]),
        (
            "the sixth preambular paragraph and paragraph 2 of resolution 60/1",
            vec!["PreambularParagraph sixth", "Paragraph 2"],
        ),
        ("resolution 49/60, annex", vec!["Annex -"]),
        ("resolution 70/1, para. 9", vec!["Paragraph 9"]),
        ("resolution 58/4, annex, art. 5", vec!["Annex -", "Article 5"]),
        ("section III of resolution 59/266", vec!["Section III"]),
        ("the annex to resolution 36/103", vec!["Annex -"]),
        ("(A/60/202, paras. 4-7)", vec!["Paragraph 4-7"]),
        ("(see S/2006/123, annex, enclosure)", vec!["Annex -", "Enclosure -"]),
        ("Article 12, paragraph 2, of the Charter", vec!["Article 12", "Paragraph 2"]),
        ("acting under Chapter VII of the Charter", vec!["Chapter VII"]),
        (
            "annex II to a General Assembly document issued under the symbol A/60/973",
            vec!["Annex II"],
        ),
    ] {
        assert_eq!(spelt(text), want, "{text}");
    }
    let relation = |text: &str| read(text).first().and_then(|c| c.relation);
    for (text, want) in [
        (
            "Originally issued as annex II to a General Assembly document issued under the symbol \
             A/60/973.",
            Some(Relation::OriginallyIssuedAs),
        ),
        ("(see A/60/202)", Some(Relation::See)),
        ("Recalling its resolution 60/45", Some(Relation::Recalled)),
        ("Reaffirming the Charter of the United Nations", Some(Relation::Reaffirmed)),
        ("pursuant to resolution 1540 (2004)", Some(Relation::PursuantTo)),
        ("in accordance with resolution 60/45", Some(Relation::InAccordanceWith)),
        ("transmitting document A/60/202", Some(Relation::Transmitted)),
        ("the report (A/60/202)", None),
    ] {
        assert_eq!(relation(text), want, "{text}");
    }
}

#[test]
fn memory_reaches_over_flows() {
    let mut memory = Memory::for_organ(Some("SC"));
    let mut next = |text: &str| -> Vec<String> {
        read_with(&mut memory, text).into_iter().map(|c| c.canonical).collect()
    };
    assert_eq!(next("as mandated by its resolution 2211."), ["S/RES/2211"]);
    assert_eq!(next("The Human Rights Council met."), Vec::<String>::new());
    assert_eq!(next("In Council resolution 31/16, it"), ["A/HRC/RES/31/16"]);
    assert_eq!(next("Security Council resolution 1701 (2006)"), ["S/RES/1701(2006)"]);
    assert_eq!(next("under paragraph 6 of the resolution"), ["S/RES/1701(2006)"]);
    assert_eq!(next("by the same resolution"), ["S/RES/1701(2006)"]);
    let convention = "Convention on the Rights of the Child";
    assert_eq!(next("the Convention on the Rights of the Child"), [convention]);
    assert_eq!(next("Under article 3 of the Convention"), [convention]);
    assert_eq!(next("the Lusaka Transit Treaty (hereinafter the “Transit Treaty”)").len(), 1);
    assert_eq!(next("the Transit Treaty says"), ["Lusaka Transit Treaty"]);
    let opcw = "Organisation for the Prohibition of Chemical Weapons";
    assert_eq!(next(&format!("a note of the {opcw}, S/1906/2020")), ["S/1906/2020"]);
}

#[test]
fn a_list_cut_between_flows_goes_on() {
    let mut memory = Memory::default();
    let mut next = |text: &str| -> Vec<String> {
        read_with(&mut memory, text).into_iter().map(|c| c.canonical).collect()
    };
    assert_eq!(next("Recalling its resolutions 49/75 I of 15 December 1994,"), ["A/RES/49/75I"]);
    assert_eq!(
        next("56/24 D of 29 November 2001 and 57/61 of 22 November 2002,"),
        ["A/RES/56/24D", "A/RES/57/61",]
    );
    assert_eq!(next("The Council met."), Vec::<String>::new());
    assert_eq!(next("56/24 D of 29 November 2001"), Vec::<String>::new());
}

#[test]
fn what_is_printed_as_one_has_one_place() {
    for (text, want) in [
        ("resolution 36/87 A and B", vec!["resolution 36/87 A and B"; 2]),
        ("resolutions 1 (I) to 3 (I)", vec!["resolutions 1 (I)", "3 (I)", "3 (I)"]),
        ("A/64/115, 174 and 323, A/64/13", vec!["A/64/115", "174", "323", "A/64/13"]),
        ("A/64/13/Add.1 to Add.3", vec!["A/64/13/Add.1", "Add.3", "Add.3"]),
    ] {
        let seen: Vec<&str> = read(text).iter().map(|c| &text[c.core.clone()]).collect();
        assert_eq!(seen, want, "{text}");
    }
}

#[test]
fn days_take_the_year_of_the_number() {
    let dates = |text: &str| -> Vec<String> {
        let date = |c: &RawCitation| c.date.map_or("-".to_owned(), |date| date.to_string());
        read(text).iter().map(date).collect()
    };
    for (text, want) in [
        (
            "resolutions 187 (1964) of 13 March, 192 (1964) of 20 June and 194 (1964)",
            vec!["1964-03-13", "1964-06-20", "-"],
        ),
        ("resolutions 425 (1978) and 426 (1978) of 19 March 1978", vec!["1978-03-19"; 2]),
        ("resolutions 1540 (2004) and 1566 (2004) of 8 October 2004", vec!["-", "2004-10-08"]),
    ] {
        assert_eq!(dates(text), want, "{text}");
    }
}

#[test]
fn a_digit_may_be_read_for_the_series() {
    check(&[
        ("the report (8/26385) and document 5/2002/1005", &["S/26385", "S/2002/1005"]),
        ("set out in document 8/26385/Add.1;", &["S/26385/Add.1"]),
        ("vote (8/5), 8/26385 or 5/1", &[]),
        ("OAS resolution CP/RES.594 of 1992", &["CP/RES.594"]),
    ]);
}

#[test]
fn lists_that_mean_more_than_they_number_are_open_ended() {
    for (text, want) in [
        ("resolution 1540 (2004) and subsequent resolutions", vec![true]),
        ("resolutions 60/45 and 61/54, and all other relevant resolutions", vec![false, true]),
        ("resolution 687 (1991) of 3 April 1991 and its other relevant decisions,", vec![true]),
        ("resolution 1540 (2004) and resolutions of the Council", vec![false]),
        ("resolution 60/45 and other relevant reports", vec![false]),
        ("resolution 60/45, as well as all its previous resolutions on this", vec![true]),
        ("resolution 68/300, and its resolution 72/139", vec![false, false]),
        ("resolution 1633 (2005) and the decisions of the Group", vec![false]),
    ] {
        let seen: Vec<bool> = read(text).iter().map(|c| c.open_ended).collect();
        assert_eq!(seen, want, "{text}");
    }
}

/// Pieces of which texts about documents are made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "resolution",
        "resolutions",
        "decision",
        "60/45",
        "1540 (2004)",
        "2625 (XXV)",
        "A/60/973",
        "S/2006/100",
        "of 8 December 2005",
        "and",
        ",",
        "of",
        "the",
        "Charter",
        "General Assembly",
        "Security Council",
        "Council",
        "its",
        "paragraph 6",
        "annex II",
        "(",
        ")",
        "Convention on the",
        "Rights",
        "Treaty",
        "Pretoria",
        "Agreement",
        "Ibid.",
        "entitled “",
        "”",
        "to",
        "A",
        "B",
        "“Agreement”",
        "é",
        "NPT",
        "–",
        ";",
        "Official Records of the",
        "Supplement No. 1",
        "the same",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        let _ = read(&text);
    }

    #[test]
    fn ranges_slice_and_cores_do_not_overlap(text in pieces()) {
        let found = read(&text);
        let mut end = 0;
        for citation in &found {
            prop_assert!(text.get(citation.range.clone()).is_some_and(|printed| !printed.is_empty()));
            let core = text.get(citation.core.clone()).unwrap_or_default();
            prop_assert!(!core.is_empty() && core.trim() == core);
            prop_assert!(citation.range.start <= citation.core.start);
            prop_assert!(citation.core.end <= citation.range.end);
            prop_assert!(citation.core.start >= end, "{:?}", found);
            end = citation.core.end;
            for place in &citation.pinpoints {
                prop_assert!(text.get(place.range.clone()).is_some());
            }
        }
    }

    #[test]
    fn a_sentence_behind_changes_nothing_before(text in pieces(), more in pieces()) {
        let text = format!("{text} here.");
        let before = read(&text);
        let after = read(&format!("{text} Then {more}."));
        prop_assert_eq!(&after[..before.len().min(after.len())], &before[..]);
    }
}
