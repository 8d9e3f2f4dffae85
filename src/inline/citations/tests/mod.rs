//! Every written form of the tables of the facts, near misses, memory across flows, properties.

mod instruments;
mod letters_and_notes;

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
fn one_resolution_of_every_body_and_era() {
    check(&[
        ("resolution 60/45 of 8 December 2005", &["A/RES/60/45"]),
        ("resolution 60/45, of 8 December 2005, on developments in ...", &["A/RES/60/45"]),
        ("General Assembly resolution 47/33", &["A/RES/47/33"]),
        ("Assembly resolution 58/318", &["A/RES/58/318"]),
        ("resolution 31/16 A", &["A/RES/31/16A"]),
        ("resolution 217 A (III) of 10 December 1948", &["A/RES/217A(III)"]),
        ("resolution 2625 (XXV) of 24 October 1970, annex", &["A/RES/2625(XXV)"]),
        ("resolution 3201 (S-VI)", &["A/RES/3201(S-VI)"]),
        ("resolution 2252 (ES-V)", &["A/RES/2252(ES-V)"]),
        ("resolution S-27/2, annex", &["A/RES/S-27/2"]),
        ("resolution ES-8/2", &["A/RES/ES-8/2"]),
        ("Security Council resolution 1540 (2004)", &["S/RES/1540(2004)"]),
        ("resolution 1701 (2006) of 11 August 2006", &["S/RES/1701(2006)"]),
        ("Security Council resolution S/RES/1373 (2001)", &["S/RES/1373(2001)"]),
        ("UNSC resolution 1929(2010)", &["S/RES/1929(2010)"]),
        ("UNSCR 1540", &["S/RES/1540"]),
        ("SCR 1540 (2004)", &["S/RES/1540(2004)"]),
        ("UNGA resolution 60/45", &["A/RES/60/45"]),
        ("A/RES/60/45", &["A/RES/60/45"]),
        ("GA Res. 2625 (XXV)", &["A/RES/2625(XXV)"]),
        ("SC Res. 687 (1991)", &["S/RES/687(1991)"]),
        ("Economic and Social Council resolution 2006/3", &["E/RES/2006/3"]),
        ("Council resolution 1996/31 of 25 July 1996", &["E/RES/1996/31"]),
        ("Human Rights Council resolution 5/1 of 18 June 2007", &["A/HRC/RES/5/1"]),
        ("Council resolution 5/1", &["A/HRC/RES/5/1"]),
        ("Commission on Human Rights resolution 2005/80", &["E/CN.4/RES/2005/80"]),
        ("Trusteeship Council resolution 2183 (LIII)", &["T/RES/2183(LIII)"]),
        ("Security Council resolution 425", &["S/RES/425"]),
        ("Security Council resolution 242 of 22 November 1967", &["S/RES/242(1967)"]),
        ("General Assembly resolution 377", &["A/RES/377(V)"]),
        ("resolution 1559/2004 of the Security Council", &["S/RES/1559(2004)"]),
        ("the Assembly knows Resolution 1325 in the Security Council", &["S/RES/1325"]),
        ("RESOLUTION 1244 (1999)", &["S/RES/1244(1999)"]),
    ]);
}

#[test]
fn lists_share_noun_body_and_date() {
    check(&[
        (
            "Council resolutions 1079 (XXXIX), 1625 (LI) and 2000/34",
            &["E/RES/1079(XXXIX)", "E/RES/1625(LI)", "E/RES/2000/34"],
        ),
        (
            "resolutions 49/222 A and B of 23 December 1994 and 20 July 1995, 51/226 of 3 April 1997, \
          60/1 of 16 September 2005 and 60/260 of 8 May 2006",
            &["A/RES/49/222A", "A/RES/49/222B", "A/RES/51/226", "A/RES/60/1", "A/RES/60/260"],
        ),
        (
            "its resolutions 43/53 of 6 December 1988 and 54/222 of 22 December 1999, its decision \
          55/443 of 20 December 2000 and its resolutions 56/199 of 21 December 2001",
            &["A/RES/43/53", "A/RES/54/222", "A/DEC/55/443", "A/RES/56/199"],
        ),
        (
            "Security Council resolutions 1595 (2005) and 1636 (2005)",
            &["S/RES/1595(2005)", "S/RES/1636(2005)"],
        ),
        ("resolutions 31/6 A and B", &["A/RES/31/6A", "A/RES/31/6B"]),
        (
            "resolutions 3419 A to D (XXX)",
            &["A/RES/3419A(XXX)", "A/RES/3419B(XXX)", "A/RES/3419C(XXX)", "A/RES/3419D(XXX)"],
        ),
        ("resolutions 1 (I) to 3 (I)", &["A/RES/1(I)", "A/RES/2(I)", "A/RES/3(I)"]),
        ("Security Council resolutions 242 and 338", &["S/RES/242", "S/RES/338"]),
        (
            "resolutions 1373 (2001) on terrorism, 1540 (2004) on weapons and 1566 (2004)",
            &["S/RES/1373(2001)", "S/RES/1540(2004)", "S/RES/1566(2004)"],
        ),
        (
            "resolutions 74/306 of 11 September 2020, entitled “Response”, and 74/307 of 11 September \
          2020, entitled “United”",
            &["A/RES/74/306", "A/RES/74/307"],
        ),
        (
            "resolutions 32/151, para. 10, and 37/111, para. 5, and others",
            &["A/RES/32/151", "A/RES/37/111"],
        ),
        (
            "General Assembly and Security Council resolutions 60/1 and 1540 (2004)",
            &["A/RES/60/1", "S/RES/1540(2004)"],
        ),
    ]);
    let found = read("resolutions 49/222 A and B of 23 December 1994 and 20 July 1995");
    let dates: Vec<String> = found.iter().filter_map(|c| c.date).map(|d| d.to_string()).collect();
    assert_eq!(dates, ["1994-12-23", "1995-07-20"]);
}

#[test]
fn decisions() {
    check(&[
        ("decision 59/552 of 23 December 2004", &["A/DEC/59/552"]),
        ("Human Rights Council decision 2/102", &["A/HRC/DEC/2/102"]),
        (
            "the Human Rights Council, in its decisions 1/105 of 30 June 2006 and 2/103 of 6 October \
          2006",
            &["A/HRC/DEC/1/105", "A/HRC/DEC/2/103"],
        ),
        ("Council decision 1993/207", &["E/DEC/1993/207"]),
        ("decision 1/CP.21", &["1/CP.21"]),
        ("decision XI/32", &["XI/32"]),
        ("decisions 1/CP.21, 4/CMA.1 and 5/CP.3", &["1/CP.21", "4/CMA.1", "5/CP.3"]),
        ("decisions 31/406 A to C", &["A/DEC/31/406A", "A/DEC/31/406B", "A/DEC/31/406C"]),
        ("World Health Assembly resolution WHA58.33", &["WHA58.33"]),
    ]);
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
fn the_organ_comes_from_the_words_before() {
    let text = "In this regard, the adoption by the General Assembly at its sixtieth - anniversary \
                - session of resolution 60/45, of 8 December 2005, on developments in the field";
    let found = read(text);
    assert_eq!(found.len(), 1);
    assert_eq!(&text[found[0].core.clone()], "resolution 60/45");
    assert_eq!(found[0].date.map(|d| d.to_string()).as_deref(), Some("2005-12-08"));
    let CitationTarget::Resolution(target) = &found[0].target else { panic!("a resolution") };
    assert_eq!((target.organ.as_deref(), target.organ_status), (Some("GA"), Status::Printed));

    let established = "the Human Rights Council, established by resolution 60/251";
    assert_eq!(canonical(established), ["A/RES/60/251"]);
    let bare = read("resolution 60/45");
    let CitationTarget::Resolution(target) = &bare[0].target else { panic!("a resolution") };
    assert_eq!((target.organ.as_deref(), target.organ_status), (Some("GA"), Status::Inferred));
}

#[test]
fn what_the_sentence_only_names_is_inferred() {
    let status = |text: &str| {
        let found = read(text);
        let CitationTarget::Resolution(target) = &found.last().unwrap().target else {
            panic!("a resolution")
        };
        (target.organ.clone().unwrap_or_default(), target.organ_status)
    };
    for (text, want) in [
        ("the General Assembly, in its resolution 60/45", ("GA", Status::Printed)),
        ("Security Council resolutions, including resolution 242 (1967)", ("SC", Status::Inferred)),
        ("Human Rights Council resolution 5/1 and its resolution 60/45", ("HRC", Status::Inferred)),
    ] {
        let (organ, how) = status(text);
        assert_eq!((organ.as_str(), how), want, "{text}");
    }
}

#[test]
fn numbers_of_roman_sessions_are_those_of_the_organ_that_had_reached_them() {
    check(&[
        (
            "ECOSOC resolution 2006/1 and resolution 3419 (XXX)",
            &["E/RES/2006/1", "A/RES/3419(XXX)"],
        ),
        ("resolution 663 (XXIV)", &["E/RES/663(XXIV)"]),
        ("resolution 1 (I)", &["A/RES/1(I)"]),
        ("resolution 8 (XXIII)", &["8(XXIII)"]),
        (
            "the adoption by the Economic Commission for Africa of its resolution 574 (XXVII) of",
            &["574(XXVII)"],
        ),
    ]);
}

#[test]
fn numbers_with_a_year_are_those_of_the_organ_that_had_reached_them() {
    check(&[
        (
            "the Security Council. Resolutions 242 of 1967, 181 of 1947 and 194 of 11 December 1948",
            &["S/RES/242(1967)", "A/RES/181(II)", "A/RES/194(III)"],
        ),
        ("Security Council resolution 1325 of 2000, 5 States", &["S/RES/1325(2000)"]),
    ]);
}

#[test]
fn dates_and_sections_of_lists() {
    let dates = |text: &str| -> Vec<String> {
        let date = |found: RawCitation| found.date.map(|date| date.to_string());
        read(text).into_iter().filter_map(date).collect()
    };
    let sections = "its resolutions 45/248 B, section VI, of 21 December 1990, 55/231 of 23 December \
                    2000 and 60/3, section IV, of 1 May 2006";
    assert_eq!(canonical(sections), ["A/RES/45/248B", "A/RES/55/231", "A/RES/60/3"]);
    assert_eq!(dates(sections), ["1990-12-21", "2000-12-23", "2006-05-01"]);
    assert_eq!(
        dates("resolutions 60/1 and 60/2 of 16 September and 23 December 2005"),
        ["2005-09-16", "2005-12-23"]
    );
    // Places of the next one.
    check(&[("resolution 60/3, paragraph 6 of resolution 60/4", &["A/RES/60/3", "A/RES/60/4"])]);
}

#[test]
fn lists_read_through_points_and_in_brackets() {
    check(&[
        (
            "resolutions 432 (1978). 435 (1978), 532 (1983). and 566 (1985)",
            &["S/RES/432(1978)", "S/RES/435(1978)", "S/RES/532(1983)", "S/RES/566(1985)"],
        ),
        ("resolution 432 (1978). 5 States", &["S/RES/432(1978)"]),
        ("the partition resolution [181 (II)] passed", &["A/RES/181(II)"]),
        ("the resolution of 22 November 1967 [242 (1967)]", &["S/RES/242(1967)"]),
        ("the resolution [12]", &[]),
        // A number that nobody can read, and one sign for two.
        ("General Assembly resolutions I (1) of 24 January 1946 and 41 (I) of", &["A/RES/41(I)"]),
        (
            "resolutions 1760 (XVID of 31 October 1962, 1883 (XVIII)",
            &["A/RES/1760(XVII)", "A/RES/1883(XVIII)"],
        ),
        // No organ has such numbers.
        ("the Committee recalls its decisions 21/1 and 21/2", &["21/1", "21/2"]),
    ]);
}

#[test]
fn nouns_of_other_languages() {
    check(&[
        ("la resolución 70/1 de la Asamblea General", &["A/RES/70/1"]),
        ("sus resoluciones 1325 (2000) y 1820 (2008)", &["S/RES/1325(2000)", "S/RES/1820(2008)"]),
        ("Rappelant sa résolution 60/1 et la Résolution 2006/1", &["A/RES/60/1", "E/RES/2006/1"]),
        ("в резолюциях 1325 (2000) и 1820 (2008)", &["S/RES/1325(2000)", "S/RES/1820(2008)"]),
        ("Резолюция 60/1", &["A/RES/60/1"]),
        ("la résolution du Conseil", &[]),
        (
            "la resolución 2758 de la Asamblea General y la resolución 2334 del Consejo de Seguridad",
            &["A/RES/2758(XXVI)", "S/RES/2334"],
        ),
        ("résolution 16/18 du Conseil des droits de l’homme", &["A/HRC/RES/16/18"]),
    ]);
}

#[test]
fn nouns_and_organs_of_other_writers() {
    check(&[
        ("GA res. 60/1 and SC res. 1540", &["A/RES/60/1", "S/RES/1540"]),
        ("G.A. Res. 2625 (XXV); S.C. Res. 687", &["A/RES/2625(XXV)", "S/RES/687"]),
        ("the principle of res judicata 1540", &[]),
    ]);
}

#[test]
fn resolutions_of_other_bodies() {
    check(&[
        (
            "African Commission on Human and Peoples’ Rights resolutions 263 of 5 November 2013 on \
             the prevention of attacks and 373 of 22 May 2017",
            &[
                "African Commission on Human and Peoples’ Rights resolution 263",
                "African Commission on Human and Peoples’ Rights resolution 373",
            ],
        ),
        ("League of Arab States resolution 7039", &["League of Arab States resolution 7039"]),
        ("FAO Council resolution 160", &["FAO Council resolution 160"]),
        (
            "Council of Europe’s resolution 1481 (2006)",
            &["Council of Europe resolution 1481(2006)"],
        ),
        ("Security Council Committee resolution 1540 (2004)", &["S/RES/1540(2004)"]),
        ("United Nations resolution 242 (1967)", &["S/RES/242(1967)"]),
        (
            "IMO resolution A.1024(26) and resolution MSC.428(98); decision BC-10/3",
            &["A.1024(26)", "MSC.428(98)", "BC-10/3"],
        ),
        ("decisions 2/CMP.7 to 4/CMP.7", &["2/CMP.7", "3/CMP.7", "4/CMP.7"]),
    ]);
}

#[test]
fn a_commission_has_resolutions_of_its_own() {
    check(&[
        ("The Commission for Social Development, in its resolution 42/1, noted it.", &["42/1"]),
        ("resolution 2000/22 of 18 August 2000 by the Subcommission on Minorities", &["2000/22"]),
        ("resolution 1/2001 of the Commission on Population and Development", &["1/2001"]),
        ("resolution 9 (XXIV) of the Commission on Narcotic Drugs", &["9(XXIV)"]),
        ("The General Assembly, in its resolution 60/45, noted it.", &["A/RES/60/45"]),
        ("resolution 2005/80 of the Commission on Human Rights", &["E/CN.4/RES/2005/80"]),
    ]);
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
        ("vote (8/5), 8/26385 or 5/1", &[]),
        ("OAS resolution CP/RES.594 of 1992", &[]),
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
