//! Instruments by the names of the table, by form and by the short names of the text.

use super::*;

#[test]
fn instruments_by_name_and_by_form() {
    check(&[
        ("Article 51 of the Charter of the United Nations", &["Charter of the United Nations"]),
        (
            "under the UN Charter and the Charter",
            &["Charter of the United Nations", "Charter of the United Nations"],
        ),
        ("parties to the NPT", &["Treaty on the Non-Proliferation of Nuclear Weapons"]),
        (
            "the 1951 Convention relating to the Status of Refugees and its 1967 Protocol",
            &["Convention relating to the Status of Refugees", "1967 Protocol"],
        ),
        ("notably the Pretoria Agreement", &["Pretoria Agreement"]),
        (
            "the OAU Framework Agreement. The Framework Agreement",
            &["OAU Framework Agreement", "OAU Framework Agreement"],
        ),
        (
            "the Agreement establishing the Commonwealth of Independent States shall",
            &["Agreement establishing the Commonwealth of Independent States"],
        ),
        (
            "the Peace, Security and Cooperation Framework Agreement for DRC and the Region",
            &["Peace, Security and Cooperation Framework Agreement for DRC and the Region"],
        ),
        ("the Nairobi Declarations of December 2013", &["Nairobi Declarations"]),
        ("implementation of the NPT Safeguards Agreement and", &["NPT Safeguards Agreement"]),
        (
            "the Safeguards Agreement of the Treaty on the Non-Proliferation of Nuclear Weapons in the \
          Islamic Republic of Iran",
            &[
                "Safeguards Agreement of the Treaty on the Non-Proliferation of Nuclear Weapons",
                "Treaty on the Non-Proliferation of Nuclear Weapons",
            ],
        ),
        (
            "the Final Communiqué of the Extraordinary Summit Conference of Arab States, held",
            &["Final Communiqué of the Extraordinary Summit Conference of Arab States"],
        ),
        (
            "the Agreement on Peace and Relations between the Republic of Kenya and the Republic of \
             Chad was",
            &[
                "Agreement on Peace and Relations between the Republic of Kenya and the Republic of Chad",
            ],
        ),
        (
            "the Treaty on Relations Between States and the Charter of the United Nations",
            &["Treaty on Relations Between States", "Charter of the United Nations"],
        ),
        (
            "the Quito Declaration on Human Settlements for All and the Quito Implementation Plan, and",
            &["Quito Declaration on Human Settlements for All"],
        ),
        // A longer name of the table in other capitals; one that is still to come.
        ("the Paris Agreement on Climate Change is", &["Paris Agreement on Climate Change"]),
        ("negotiations on a global Lakes Treaty, and the Lakes Treaty", &["Lakes Treaty"]),
        (
            "the signature of a General Peace Agreement between the Government of Chad and the \
             Government of Mali",
            &["General Peace Agreement between the Government of Chad and the Government of Mali"],
        ),
        ("the four Geneva Conventions of 1949", &["Geneva Conventions"]),
        (
            "the Harare Declaration on Fisheries, Forests and Rivers of Africa, adopted",
            &["Harare Declaration on Fisheries, Forests and Rivers of Africa"],
        ),
    ]);
}

#[test]
fn a_name_broken_at_a_hyphen_is_known_by_its_letters() {
    for (text, want) in [
        (
            "the Treaty on the Non- Proliferation of Nuclear Weapons",
            "Treaty on the Non-Proliferation of Nuclear Weapons",
        ),
        (
            "the Declaration of Principles on Interim Self -Government Arrangements",
            "Declaration of Principles on Interim Self-Government Arrangements",
        ),
        ("the European Convention on Extra- dition, signed", "European Convention on Extradition"),
        ("the Accord on Self -Rule in Aceh, signed", "Accord on Self-Rule in Aceh"),
    ] {
        let found = read(text);
        let known: Vec<_> = found.iter().map(|c| (c.canonical.as_str(), c.status)).collect();
        assert_eq!(known, [(want, Status::Normalized)], "{text}");
    }
}

#[test]
fn an_instrument_counts_under_its_full_name_from_where_that_is_printed() {
    check(&[(
        "the Kyoto Protocol, the Kyoto Protocol to the United Nations Framework Convention on \
             Climate Change and the Kyoto Protocol",
        &[
            "Kyoto Protocol",
            "Kyoto Protocol to the United Nations Framework Convention on Climate Change",
            "Kyoto Protocol to the United Nations Framework Convention on Climate Change",
        ],
    )]);
}

#[test]
fn an_acronym_that_ends_a_name_may_be_that_of_a_party() {
    check(&[(
        "the Treaty between Norway and the United Nations Development Programme (UNDP). UNDP pays.",
        &["Treaty between Norway and the United Nations Development Programme"],
    )]);
}

#[test]
fn a_symbol_may_begin_with_an_acronym_of_an_instrument() {
    check(&[("See CCW/CONF.V/10 and CCW/GGE/XII/1.", &["CCW/CONF.V/10", "CCW/GGE/XII/1"])]);
}

#[test]
fn what_is_no_instrument() {
    check(&[
        ("the relationship agreement between the Court and the Organization", &[]),
        ("the statute of the Tribunal", &[]),
        ("the present Declaration", &[]),
        ("this Agreement", &[]),
        ("the Agreement", &[]),
        ("Chief of Protocol", &[]),
        ("the Collective Security Treaty Organization", &[]),
        ("North Atlantic Treaty Organization", &[]),
        ("the Helms-Burton Act", &[]),
        ("the Convention Secretariat in Bonn", &[]),
        ("the Joint Declaration", &[]),
        ("the Member States", &[]),
        (
            "resolution 70/1 of 25 September 2015, entitled “Transforming our world: the 2030 Agenda \
          for Sustainable Development”,",
            &["A/RES/70/1"],
        ),
    ]);
}
#[test]
fn names_as_titles_and_with_dashes_are_those_of_the_table() {
    let sendai = "Sendai Framework for Disaster Risk Reduction 2015–2030";
    let protocol = "Optional Protocol to the Convention on the Rights of the Child on the \
        involvement of children in armed conflict";
    check(&[
        (sendai, &[sendai]),
        (
            "Optional Protocol to the Convention on the Rights of the Child on the Involvement of \
            Children in Armed Conflict",
            &[protocol],
        ),
    ]);
}

#[test]
fn a_shorter_name_has_words_of_the_longer_one() {
    let plan = "Madrid International Plan of Action on Rivers";
    let agreement = "Agreement on the Establishment of Peace between Kenya and Chad";
    check(&[
        (
            "the Madrid International Plan of Action on Rivers. The Madrid Plan of Action",
            &[plan; 2],
        ),
        (
            "an Agreement on the Establishment of Peace between Kenya and Chad, the Peace Agreement",
            &[agreement; 2],
        ),
        // One that ends with its head noun has no word too many; which of two is meant nobody says.
        (
            "the Harbours Transfer Agreement and the Harbours Agreement",
            &["Harbours Transfer Agreement", "Harbours Agreement"],
        ),
        (
            "the Agreement on Peace in Mali, the Agreement on Peace in Chad, the Peace Agreement",
            &["Agreement on Peace in Mali", "Agreement on Peace in Chad", "Peace Agreement"],
        ),
    ]);
}

#[test]
fn a_head_noun_alone_means_what_was_named_last_even_if_not_for_the_first_time() {
    check(&[(
        "the Quito Agreement, the Lima Agreement and the Quito Agreement. Under the Agreement",
        &["Quito Agreement", "Lima Agreement", "Quito Agreement", "Quito Agreement"],
    )]);
}

#[test]
fn a_protocol_goes_by_the_number_that_the_text_gives_it() {
    let protocol = "Protocol on Lost Nets";
    check(&[
        ("the Protocol on Lost Nets (Protocol V). Parties to Protocol V", &[protocol; 2]),
        ("Parties to Protocol V", &[]),
    ]);
}

#[test]
fn a_protocol_is_known_by_its_subject() {
    let read = read("and its Optional Protocol on the involvement of children in armed conflict");
    let CitationTarget::Instrument(target) = &read[0].target else { panic!("an instrument") };
    assert_eq!(
        (target.listed, target.name.as_str()),
        (
            true,
            "Optional Protocol to the Convention on the Rights of the Child on the involvement of \
             children in armed conflict"
        )
    );
    check(&[("its Optional Protocol on the involvement of lakes", &[])]);
}

#[test]
fn the_full_name_counts_from_where_it_stands() {
    check(&[(
        "the 2030 Agenda, the 2030 Agenda for Sustainable Development and the 2030 Agenda",
        &[
            "2030 Agenda",
            "2030 Agenda for Sustainable Development",
            "2030 Agenda for Sustainable Development",
        ],
    )]);
}

#[test]
fn a_short_name_of_several_words_means_what_the_text_defines() {
    let full = "Convention for the Peaceful Use of Lakes";
    check(&[(
        "The Convention for the Peaceful Use of Lakes (“Bergen Convention”) is open. The Bergen \
        Convention is in force.",
        &[full, full],
    )]);
}
#[test]
fn years_tell_names_apart_that_nothing_else_does() {
    check(&[
        ("the Nordic Conventions of 1899 and 1907", &["Nordic Conventions of 1899 and 1907"]),
        ("under the Baltic Treaty of 1857, and", &["Baltic Treaty of 1857"]),
        ("the Nordic Treaty on Lakes of 1931", &["Nordic Treaty on Lakes"]),
        ("the Nordic Treaty of 12 May 1931", &["Nordic Treaty"]),
    ]);
}

#[test]
fn words_before_the_head_belong_to_the_name() {
    check(&[
        (
            "the 1974 Disengagement of Ships Agreement between Norway and Sweden",
            &["Disengagement of Ships Agreement between Norway and Sweden"],
        ),
        (
            "the Nordic Peace and Reconciliation Agreement for Norway",
            &["Nordic Peace and Reconciliation Agreement for Norway"],
        ),
        (
            "the Association of Southeast Asian Nations Convention against Lakes",
            &["Association of Southeast Asian Nations Convention against Lakes"],
        ),
    ]);
}

#[test]
fn series_inside_a_name() {
    check(&[
        (
            "the Nordic Convention on Small Lakes, Their Shores and Other Related Waters, and urging",
            &["Nordic Convention on Small Lakes, Their Shores and Other Related Waters"],
        ),
        ("the Nordic Declaration on HIV/AIDS and", &["Nordic Declaration on HIV/AIDS"]),
        (
            "the Nordic Agreement on Cessation of Floods, Protection of Lakes and Access of 21 May 2031",
            &["Nordic Agreement on Cessation of Floods, Protection of Lakes and Access"],
        ),
        (
            "the Baltic Declaration of July 2000 on the Framework for Lakes, and",
            &["Baltic Declaration of July 2000 on the Framework for Lakes"],
        ),
    ]);
}

#[test]
fn heads_that_need_what_they_are_about() {
    check(&[
        (
            "the Principles on the Effective Prevention of Nordic Floods",
            &["Principles on the Effective Prevention of Nordic Floods"],
        ),
        ("the Purposes and Principles of the United Nations", &[]),
        (
            "the Nordic Framework for Lakes, a Strategic Framework of the Fund",
            &["Nordic Framework for Lakes"],
        ),
        ("a framework and the Strategy of the Council", &[]),
    ]);
}

#[test]
fn a_protocol_of_another_treaty() {
    check(&[(
        "Additional Protocol I of the Treaty of Tlatelolco, and Additional Protocol I to the Geneva \
         Conventions",
        &[
            "Additional Protocol I of the Treaty of Tlatelolco",
            "Treaty of Tlatelolco",
            "Additional Protocol I",
            "Geneva Conventions",
        ],
    )]);
}

#[test]
fn names_of_instruments_end_where_they_end() {
    check(&[
        ("Under the Baltic Lakes Pact I have the honour to write.", &["Baltic Lakes Pact"]),
        ("Under the Baltic Lakes Pact I of 1931.", &["Baltic Lakes Pact I"]),
        (
            "the Nordic Convention on Extra- dition of 13 December 1957",
            &["Nordic Convention on Extradition"],
        ),
        (
            "the Communiqué of the Governments of North and South Korea",
            &["Communiqué of the Governments of North and South Korea"],
        ),
    ]);
}
