//! Resolutions and decisions: their numbers, lists, organs and the words that name them.

use super::*;

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
fn its_resolution_is_that_of_the_body_that_acts() {
    check(&[
        ("The Commission, in its resolution 2004/82, decided", &["E/CN.4/RES/2004/82"]),
        (
            "The Parliamentary Assembly of the Council of Europe dealt with it in its Resolution 1416 \
             (2005)",
            &["Council of Europe resolution 1416(2005)"],
        ),
        (
            "The African Union urged the Security Council, in its resolution 1416 (2002), to",
            &["S/RES/1416(2002)"],
        ),
        (
            "the League of Arab States adopted resolution 5808 on it",
            &["League of Arab States resolution 5808"],
        ),
        (
            "resolution 5808, adopted by the Council of the League of Arab States on",
            &["League of Arab States resolution 5808"],
        ),
        ("resolution 10/42-POL of the Council of Foreign Ministers", &["10/42-POL"]),
        ("resolution 1080 (XXI-O/91)", &["1080 (XXI-O/91)"]),
    ]);
}

#[test]
fn a_letter_read_for_the_digit_of_a_year_is_repaired() {
    for (text, want) in [
        ("Security Council resolution 687 (l991)", "S/RES/687(1991)"),
        ("General Assembly resolution 22 A (1).", "A/RES/22A(I)"),
    ] {
        let found = read(text);
        let read: Vec<_> = found.iter().map(|one| (one.canonical.as_str(), one.status)).collect();
        assert_eq!(read, [(want, Status::Normalized)], "{text}");
    }
}

#[test]
fn special_sessions_stand_behind_numbers_that_run_on() {
    check(&[(
        "General Assembly resolutions 106 (S-1), 186 (S-2), 3201 (S-VI) and S-10/2",
        &["A/RES/106(S-1)", "A/RES/186(S-2)", "A/RES/3201(S-VI)", "A/RES/S-10/2"],
    )]);
}

#[test]
fn a_subject_stands_between_the_numbers_of_a_list() {
    check(&[(
        "Recalling Human Rights Council resolutions 5/1, on institution-building, and 5/2, on mandates",
        &["A/HRC/RES/5/1", "A/HRC/RES/5/2"],
    )]);
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
