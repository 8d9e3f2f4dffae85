//! The tables of examples and of traps.

use proptest::prelude::*;

use super::{ModifierKind, Symbol, scan};

/// `organ series body>body session nature number modifiers...`; `-` for what is not there.
fn anatomy(symbol: &Symbol) -> String {
    let json = serde_json::to_value(symbol).expect("a symbol serializes");
    let nature = json["nature"].as_str().expect("a nature is a string").to_owned();
    let session = symbol.session().map(|s| {
        let system = json["session"]["system"].as_str().unwrap_or_default();
        format!("{system}:{}", s.number)
    });
    let dash = |s: Option<String>| s.unwrap_or_else(|| "-".to_owned());
    let mut out = vec![
        symbol.organ().unwrap_or("-").to_owned(),
        symbol.series().to_owned(),
        dash(Some(symbol.bodies().join(">")).filter(|s| !s.is_empty())),
        dash(session),
        nature,
        format!("{}{}", symbol.number().unwrap_or("-"), symbol.part().unwrap_or_default()),
    ];
    out.extend(symbol.modifiers().iter().map(|m| {
        let kind = match m.kind {
            ModifierKind::Addendum => "Add",
            ModifierKind::Amendment => "Amend",
            ModifierKind::Corrigendum => "Corr",
            ModifierKind::Revision => "Rev",
            ModifierKind::Summary => "Summary",
        };
        m.number.map_or_else(|| kind.to_owned(), |n| format!("{kind}.{n}"))
    }));
    out.extend(symbol.country().map(|c| format!("country={c}")));
    out.extend(symbol.qualifier().map(|q| format!("({q})")));
    out.extend(symbol.is_reissued().then(|| "*".to_owned()));
    out.join(" ")
}

/// Printed form and anatomy; the canonical form is the printed one without spaces and asterisk,
/// with a hyphen for a dash and the final elements in mixed case.
const EXAMPLES: [(&str, &str); 100] = [
    ("A/60/973", "GA A - arabic:60 document 973"),
    ("A/60/45", "GA A - arabic:60 document 45"),
    ("A/RES/60/45", "GA A - arabic:60 resolution 45"),
    ("A/RES/44/25", "GA A - arabic:44 resolution 25"),
    ("A/RES/217(III)", "GA A - roman:3 resolution 217"),
    ("A/RES/217A(III)", "GA A - roman:3 resolution 217A"),
    ("A/RES/2625(XXV)", "GA A - roman:25 resolution 2625"),
    ("A/RES/3201(S-VI)", "GA A - special:6 resolution 3201"),
    ("A/RES/2252(ES-V)", "GA A - emergency_special:5 resolution 2252"),
    ("A/RES/S-13/2", "GA A - special:13 resolution 2"),
    ("A/RES/S-27/2", "GA A - special:27 resolution 2"),
    ("A/RES/ES-8/2", "GA A - emergency_special:8 resolution 2"),
    ("A/ES-10/186", "GA A - emergency_special:10 document 186"),
    ("A/ES-10/PV.37", "GA A - emergency_special:10 verbatim_record 37"),
    ("A/ES-10/L.30/Rev.2", "GA A - emergency_special:10 limited 30 Rev.2"),
    ("A/9601", "GA A - - document 9601"),
    ("A/4684", "GA A - - document 4684"),
    ("A/520/Rev.17", "GA A - - document 520 Rev.17"),
    ("A/61/2", "GA A - arabic:61 document 2"),
    ("A/60/50/Corr.1", "GA A - arabic:60 document 50 Corr.1"),
    ("A/73/L.8/Add.1", "GA A - arabic:73 limited 8 Add.1"),
    ("A/50/PV.45", "GA A - arabic:50 verbatim_record 45"),
    ("A/INF/61/3", "GA A - arabic:61 information 3"),
    ("A/C.1/61/L.11", "GA A C.1 arabic:61 limited 11"),
    ("A/C.1/56/INF/1/Add.1", "GA A C.1 arabic:56 information 1 Add.1"),
    ("A/C.4/64/SR.22", "GA A C.4 arabic:64 summary_record 22"),
    ("A/C.5/49/25", "GA A C.5 arabic:49 document 25"),
    ("A/BUR/57/1", "GA A BUR arabic:57 document 1"),
    ("A/AC.105/799", "GA A AC.105 - document 799"),
    ("A/AC.105/C.2/2026/CRP.9/Rev.1", "GA A AC.105>C.2 year:2026 conference_room_paper 9 Rev.1"),
    ("A/AC.253/18", "GA A AC.253 - document 18"),
    ("A/CN.4/452", "GA A CN.4 - document 452"),
    ("A/CN.10/L.57", "GA A CN.10 - limited 57"),
    ("A/CONF.183/9", "GA A CONF.183 - document 9"),
    ("A/CONF.151/26 (Vol. I)", "GA A CONF.151 - document 26 (Vol. I)"),
    ("A/62/17 (Part I)", "GA A - arabic:62 document 17 (Part I)"),
    ("A/62/6 (Sect. 21)", "GA A - arabic:62 document 6 (Sect. 21)"),
    ("A/HRC/5/21", "HRC A HRC arabic:5 document 21"),
    ("A/HRC/RES/16/18", "HRC A HRC arabic:16 resolution 18"),
    ("A/HRC/DEC/18/117", "HRC A HRC arabic:18 decision 117"),
    ("A/HRC/PRST/OS/12/1", "HRC A HRC organizational:12 presidential_statement 1"),
    ("A/HRC/S-11/2", "HRC A HRC special:11 document 2"),
    ("A/HRC/WG.6/50/USA/2", "HRC A HRC>WG.6 arabic:50 document 2 country=USA"),
    ("S/2006/675", "SC S - year:2006 document 675"),
    ("S/1999/25/Add.43", "SC S - year:1999 document 25 Add.43"),
    ("S/26695", "SC S - - document 26695"),
    ("S/8226", "SC S - - document 8226"),
    ("S/RES/955 (1994)", "SC S - year:1994 resolution 955"),
    ("S/RES/1540 (2004)", "SC S - year:2004 resolution 1540"),
    ("S/PRST/2013/2", "SC S - year:2013 presidential_statement 2"),
    ("S/PV.5451", "SC S - - verbatim_record 5451"),
    ("S/PV.6201 (Resumption 1)", "SC S - - verbatim_record 6201 (Resumption 1)"),
    ("S/INF/19/Rev.1/Add.1", "SC S - - information 19 Rev.1 Add.1"),
    ("S/Agenda/1381", "SC S - - agenda 1381"),
    ("S/AC.49/2024/6", "SC S AC.49 year:2024 document 6"),
    ("E/2012/100", "ECOSOC E - year:2012 document 100"),
    ("E/5715/Rev.2", "ECOSOC E - - document 5715 Rev.2"),
    ("E/2019/9/Add.11", "ECOSOC E - year:2019 document 9 Add.11"),
    ("E/RES/2006/3", "ECOSOC E - year:2006 resolution 3"),
    ("E/CN.4/1995/2", "CHR E CN.4 year:1995 document 2"),
    ("E/CN.4/1996/NGO/75", "CHR E CN.4 year:1996 ngo 75"),
    ("E/CN.4/Sub.2/1994/56", "CHR E CN.4>Sub.2 year:1994 document 56"),
    ("E/CN.4/Sub.2/AC.2/1987/WP.4/Add.1", "CHR E CN.4>Sub.2>AC.2 year:1987 working_paper 4 Add.1"),
    ("E/CN.17/ESD/2000/L.1", "ECOSOC E CN.17>ESD year:2000 limited 1"),
    ("E/C.12/GC/21", "ECOSOC E C.12 - general_comment 21"),
    ("E/C.12/55/D/2/2014", "ECOSOC E C.12 arabic:55 communication 2/2014"),
    ("E/ECE/TRANS/505/Rev.3/Add.151", "ECOSOC E ECE>TRANS - document 505 Rev.3 Add.151"),
    ("ECE/TRADE/C/CEFACT/2019/22/Rev.1", "ECE ECE TRADE>C>CEFACT year:2019 document 22 Rev.1"),
    ("ECE/EX/2019/L.6", "ECE ECE EX year:2019 limited 6"),
    ("E/ESCWA/RES/214(XIX)", "ECOSOC E ESCWA roman:19 resolution 214"),
    ("T/RES/2183 (LIII)", "TC T - roman:53 resolution 2183"),
    ("ST/SGB/2004/15", "Secretariat ST SGB year:2004 bulletin 15"),
    ("ST/AI/189/Add.3/Rev.2", "Secretariat ST AI - administrative_instruction 189 Add.3 Rev.2"),
    ("ST/CS/SER.A/44/Rev.1*", "Secretariat ST CS>SER.A - document 44 Rev.1 *"),
    ("CD/1786", "CD CD - - document 1786"),
    ("CD/PV.1006", "CD CD - - verbatim_record 1006"),
    ("CD/INF.82/Rev.1", "CD CD - - information 82 Rev.1"),
    (
        "NPT/CONF.2000/28 (Parts I and II)",
        "NPT NPT CONF.2000 year:2000 document 28 (Parts I and II)",
    ),
    (
        "NPT/CONF.2010/50 (Vols. I\u{2013}III)",
        "NPT NPT CONF.2010 year:2010 document 50 (Vols. I-III)",
    ),
    ("BWC/CONF.V/12", "BWC BWC CONF.V roman:5 document 12"),
    ("APLC/MSP.6/2005/INF.1", "APLC APLC MSP.6 year:2005 information 1"),
    ("TPNW/MSP/2022/INF/1", "TPNW TPNW MSP year:2022 information 1"),
    ("CCPR/C/GC/32", "CCPR CCPR C - general_comment 32"),
    ("CCPR/C/81/D/1011/2001", "CCPR CCPR C arabic:81 communication 1011/2001"),
    ("CERD/C/BRA/CO/18-20", "CERD CERD C - concluding_observations 18-20 country=BRA"),
    ("CERD/C/263/Add.4", "CERD CERD C - document 263 Add.4"),
    ("CEDAW/C/SR.1900", "CEDAW CEDAW C - summary_record 1900"),
    ("CAT/C/SR.209", "CAT CAT C - summary_record 209"),
    ("CRC/C/15/Add.2", "CRC CRC C - document 15 Add.2"),
    ("CRPD/C/18/D/22/2014", "CRPD CRPD C arabic:18 communication 22/2014"),
    ("HRI/MC/2005/3", "HRI HRI MC year:2005 document 3"),
    ("HRI/GEN/1/Rev.9 (Vol. I)", "HRI HRI GEN - document 1 Rev.9 (Vol. I)"),
    ("TD/B/WP(XXXV)/MISC.1/REV.1", "UNCTAD TD B>WP roman:35 miscellaneous 1 Rev.1"),
    ("FCCC/CP/1997/7/Add.1", "UNFCCC FCCC CP year:1997 document 7 Add.1"),
    ("FCCC/SBSTA/2001/8", "UNFCCC FCCC SBSTA year:2001 document 8"),
    ("ICCD/COP(13)/21/Add.1", "UNCCD ICCD COP arabic:13 document 21 Add.1"),
    ("UNEP/CBD/COP/12/1/Add.1/Rev.1", "CBD UNEP/CBD COP arabic:12 document 1 Add.1 Rev.1"),
    ("PCNICC/2000/WGRPE(7)/DP.1", "PCNICC PCNICC WGRPE(7) year:2000 discussion_paper 1"),
    ("UNEP/EA.1/RES.1", "UNEP UNEP EA.1 arabic:1 resolution 1"),
    ("JIU/REP/2014/4", "JIU JIU - year:2014 report 4"),
];

#[test]
fn further_forms() {
    for (printed, want) in [
        (
            "CCPR/CO/76/EGY/Add.1",
            "CCPR CCPR - arabic:76 concluding_observations - Add.1 country=EGY",
        ),
        ("A/61/6 (Prog. 3)/Rev.1", "GA A - arabic:61 document 6 Rev.1 (Prog. 3)"),
        ("A/60/6 (Introduction)", "GA A - arabic:60 document 6 (Introduction)"),
        ("A/60/6 (Income sect. 2)", "GA A - arabic:60 document 6 (Income sect. 2)"),
        ("A/60/5 (Part one)", "GA A - arabic:60 document 5 (Part one)"),
    ] {
        let symbol: Symbol = printed.parse().unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(anatomy(&symbol), want, "{printed}");
        round_trip(&symbol);
    }
}

#[test]
fn one_hundred_examples() {
    for (printed, want) in EXAMPLES {
        let symbol: Symbol = printed.parse().unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(anatomy(&symbol), want, "{printed}");
        let plain = printed.replace([' ', '*'], "").replace('\u{2013}', "-");
        let plain = plain.replace("MISC", "Misc").replace("REV", "Rev");
        assert_eq!(symbol.as_str(), plain);
        let found = scan::scan(printed, 0).unwrap_or_else(|| panic!("{printed} is not found"));
        assert_eq!((found.len, &found.symbol), (printed.len(), &symbol));
        assert_eq!(found.repaired, printed.contains('\u{2013}'), "{printed}");
        let sentence = format!("(see {printed}), where");
        let found = scan::scan(&sentence, 5).unwrap_or_else(|| panic!("{sentence}"));
        assert_eq!((found.len, &found.symbol), (printed.len(), &symbol), "{sentence}");
        round_trip(&symbol);
    }
}

fn round_trip(symbol: &Symbol) {
    let json = serde_json::to_string(symbol).expect("a symbol serializes");
    let back: Symbol = serde_json::from_str(&json).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(anatomy(&back), anatomy(symbol));
    let again: Symbol = symbol.as_str().parse().unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(again.as_str(), symbol.as_str());
}

#[test]
fn more_series() {
    for (printed, want) in [
        ("A/DEC/60/503", "GA A - arabic:60 decision 503"),
        ("A/HRC/DEC/2/102", "HRC A HRC arabic:2 decision 102"),
        ("E/DEC/2022/328", "ECOSOC E - year:2022 decision 328"),
        ("E/CN.4/RES/2005/10", "CHR E CN.4 year:2005 resolution 10"),
        ("E/RES/1079(XXXIX)", "ECOSOC E - roman:39 resolution 1079"),
        ("A/RES/377(V)", "GA A - roman:5 resolution 377"),
        ("S/RES/2211", "SC S - - resolution 2211"),
        ("A/RES/31/16A", "GA A - arabic:31 resolution 16A"),
        ("A/RES/217 A (III)", "GA A - roman:3 resolution 217A"),
        ("A/RES/ES-10/2", "GA A - emergency_special:10 resolution 2"),
        ("GOV/2020/41", "IAEA GOV - year:2020 document 41"),
        ("GOV/2006/15/Rev.1", "IAEA GOV - year:2006 document 15 Rev.1"),
        ("INFCIRC/153 (Corrected)", "IAEA INFCIRC - - document 153 (Corrected)"),
        ("INFCIRC/225/Rev.5", "IAEA INFCIRC - - document 225 Rev.5"),
        ("GC(43)/RES/3", "IAEA GC(43) - arabic:43 resolution 3"),
        ("GC(XX)/RES/336", "IAEA GC(XX) - roman:20 resolution 336"),
        ("C-24/DEC.4", "OPCW C-24 - arabic:24 decision 4"),
        ("EC-94/DEC.2", "OPCW EC-94 - arabic:94 decision 2"),
        ("GC(XXXIV)/RES/530", "IAEA GC(XXXIV) - roman:34 resolution 530"),
        ("EB136/8", "WHO EB136 - arabic:136 document 8"),
        ("WHA71/2018/REC/1", "WHO WHA71 REC arabic:71 document 1"),
        ("CM/Res.1356", "OAU CM - - resolution 1356"),
        ("Assembly/AU/Decl.8 (XXXII)", "AU Assembly AU roman:32 other 8"),
        ("C-SS-4/DEC.3", "OPCW C-SS-4 - special:4 decision 3"),
        ("EC-M-33/DEC.1", "OPCW EC-M-33 - special:33 decision 1"),
        ("GEGN.2/2023/91/CRP.91", "UNGEGN GEGN.2 - year:2023 conference_room_paper 91"),
        ("A/RES/53/77AA", "GA A - arabic:53 resolution 77AA"),
        ("PC.DEC/701", "OSCE PC.DEC - - decision 701"),
        ("MC.DOC/1/05", "OSCE MC.DOC - - document 1/05"),
        ("ICC-ASP/1/3", "ICC ICC-ASP - arabic:1 document 3"),
        ("C-WP/12476", "ICAO C-WP - - document 12476"),
        ("MSC.1/Circ.1190", "IMO MSC.1 - - other 1190"),
        ("Assembly/AU/Dec.75 (V)", "AU Assembly AU roman:5 decision 75"),
        ("WT/MIN(05)/DEC", "WTO WT MIN arabic:5 decision -"),
        ("SG/SM/10510", "- SG SM - press_release 10510"),
        ("GA/10430", "- GA - - press_release 10430"),
        ("SC/8940", "- SC - - press_release 8940"),
        ("DC/3029", "- DC - - press_release 3029"),
        ("PI/1741", "- PI - - press_release 1741"),
        ("HIV/AIDS/CRP.1", "UNAIDS HIV/AIDS - - conference_room_paper 1"),
        ("IDB.32/5", "UNIDO IDB.32 - - document 5"),
        ("GC.11/2", "UNIDO GC.11 - - document 2"),
        ("LC/G.2331", "ECLAC LC - - other 2331"),
        ("AT/DEC/1000", "UNAT AT - - decision 1000"),
        ("ISBA/6/A/18", "ISBA ISBA A arabic:6 document 18"),
        ("NPT/CONF.2005/PC.I/1", "NPT NPT CONF.2005>PC.I year:2005 document 1"),
        ("ST/LIB/SER.B/A.70 (Part I)", "Secretariat ST LIB>SER.B - document A.70 (Part I)"),
        ("TD/B/C.1/IRON ORE/12", "UNCTAD TD B>C.1>IRON ORE - document 12"),
        ("OAU/OL/5/17/29", "OAU OAU OL - document 29"),
        ("E/C.2/2006/2/Add.12", "ECOSOC E C.2 year:2006 document 2 Add.12"),
        ("A/60/973-E", "GA A - arabic:60 document 973"),
        ("CEDAW/C/2010/47/GC.1", "CEDAW CEDAW C arabic:47 general_comment 1"),
        ("A/63/6/Add.1*", "GA A - arabic:63 document 6 Add.1 *"),
        ("HSP/EB.2024/5", "UN-Habitat HSP EB.2024 year:2024 document 5"),
        ("FCCC/KP/CMP/2005/8/Add.3", "UNFCCC FCCC KP>CMP year:2005 document 8 Add.3"),
    ] {
        let symbol: Symbol = printed.parse().unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(anatomy(&symbol), want, "{printed}");
        round_trip(&symbol);
    }
}

#[test]
fn look_alikes_are_refused() {
    for text in [
        "and/or",
        "he/she",
        "State/Party",
        "UN/CEFACT",
        "HIV/AIDS",
        "24/7",
        "20/20",
        "9/11",
        "50/50",
        "15/6/2006",
        "06/12/05",
        "2005/06",
        "2004/2005",
        "2000-2001",
        "1/CP.21",
        "06-47506 (E) 220806 *0647506*",
        "GE.06-60728 (E) 040406",
        "V.06-12345",
        "18-18142 (E)",
        "E.05.I.17",
        "E.83.I.16",
        "92-1-100846-8",
        "0082-8238",
        "S-0882-0006-05-00001",
        "S/554/2006",
        "S/1906/2020",
        "S/2006/2020",
        "A/C",
        "a/c",
        "c/o",
        "w/o",
        "Add.1",
        "Corr.2",
        "Article 2/4",
        "37/39",
        "SC.1/PM/2001",
        "TCP/IP",
        "I/O",
        "A/B",
        "km/h",
        "US$/kg",
        "A/CN.10",
        "A/C.3",
        "A/H1N1",
        "A/16/18",
        "A/2006/12",
        "S/60/12",
        "E/60/12",
        "S/30000",
        "A/RES/5000(XXV)",
        "A/RES/12(IXI)",
        "S/RES/1(1939)",
        "A/RES/60/45(2005)",
        "A/60/",
        "A/60//1",
        "A/60/973/Foo",
        "A/60/973 and",
        "",
        "/",
        "A",
        "A/60/045",
        "CD/1/2",
        "ST/12",
        "B/60/1",
        "A/80/7/Add.__",
        "A/C.5/80/___",
        "A/60/L.5A",
        "A/60/Add.1/2",
    ] {
        assert!(text.parse::<Symbol>().is_err(), "{text}");
        let found = scan::scan(text, 0).map(|found| text[..found.len].to_owned());
        let inside = matches!(
            text,
            "A/60/"
                | "A/60//1"
                | "A/60/973 and"
                | "A/RES/12(IXI)"
                | "S/RES/1(1939)"
                | "A/RES/60/45(2005)"
        );
        assert_eq!(found.is_some(), inside, "{text}: {found:?}");
    }
}

#[test]
fn errors_say_what_and_where() {
    for (text, want) in [
        (
            "xyz",
            "`xyz` is not a document symbol: it does not begin with a known series (at byte 0)",
        ),
        (
            "A/60/973 and",
            "`A/60/973 and` is not a document symbol: \
             something follows that is no part of a symbol (at byte 8)",
        ),
        (
            "A/16/18",
            "`A/16/18` is not a document symbol: \
             the General Assembly names sessions from 31 on (at byte 5)",
        ),
        ("A/RES", "`A/RES` is not a document symbol: a symbol ends in a number (at byte 2)"),
        (
            "A/60/1\u{2013}S/60/1",
            "`A/60/1\u{2013}S/60/1` is not a document symbol: \
             the Security Council has years, not sessions (at byte 14)",
        ),
    ] {
        assert_eq!(text.parse::<Symbol>().expect_err(text).to_string(), want);
    }
}

#[test]
fn joints() {
    for (printed, want) in [
        ("A/55/432-S/2000/921", "A/55/432-S/2000/921"),
        ("A/60/973\u{2013}S/2006/555", "A/60/973-S/2006/555"),
        ("A/60/973\u{2014}\n   S/2006/555", "A/60/973-S/2006/555"),
        ("E/2011/29-E/CN.17/2011/20", "E/2011/29-E/CN.17/2011/20"),
        ("CMW/C/GC/7\u{2013}CERD/C/GC/38", "CMW/C/GC/7-CERD/C/GC/38"),
        ("CEDAW/C/GC/31/CRC/C/GC/18", "CEDAW/C/GC/31-CRC/C/GC/18"),
        ("A/60/973/S/2006/555", "A/60/973-S/2006/555"),
        ("A/ES-10/648-S/2015/1", "A/ES-10/648-S/2015/1"),
    ] {
        let found = scan::scan(printed, 0).unwrap_or_else(|| panic!("{printed}"));
        assert_eq!((found.len, found.symbol.as_str()), (printed.len(), want));
        assert_eq!(found.symbol.joint_with().len(), 1);
        assert_eq!(found.symbol.halves().count(), 2);
        round_trip(&found.symbol);
    }
    for single in ["A/ES-10/648", "CERD/C/BRA/CO/18-20", "CEDAW/C/IDN/8-9", "A/S-27/2"] {
        assert!(single.parse::<Symbol>().is_ok_and(|s| s.joint_with().is_empty()), "{single}");
    }
}

#[test]
fn damage_is_repaired() {
    for (text, len, want) in [
        ("S/2006/ 100 of", 11, "S/2006/100"),
        ("$/2006/100.", 10, "S/2006/100"),
        ("$/23329)", 7, "S/23329"),
        ("§/26337, and", 8, "S/26337"),
        ("A/54/l00,", 8, "A/54/100"),
        ("A/60/L.l ", 8, "A/60/L.1"),
        ("A/AC.105/ C.1/L.260", 19, "A/AC.105/C.1/L.260"),
        ("FCCC/CP/2015/L.9\n/Rev.1", 23, "FCCC/CP/2015/L.9/Rev.1"),
        ("S/RES /1019(1995)", 17, "S/RES/1019(1995)"),
        ("\u{410}/60/973", 9, "A/60/973"),
        ("\u{421}D/1786", 8, "CD/1786"),
        ("S/RES/1540\u{a0}(2004)", 18, "S/RES/1540(2004)"),
        ("S/1999/PRST/12", 14, "S/PRST/1999/12"),
        ("A/60/L. 5 is", 9, "A/60/L.5"),
    ] {
        let found = scan::scan(text, 0).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((found.len, found.symbol.as_str(), found.repaired), (len, want, true), "{text}");
    }
}

#[test]
fn the_end_of_a_symbol() {
    for (text, len) in [
        ("A/60/202, para. 4", 8),
        ("A/60/202.", 8),
        ("A/60/202).", 8),
        ("A/60/973-P", 8),
        ("A/60/973*, ", 9),
        ("A/60/973 / S/2006/555", 8),
        ("A/60/973 (see", 8),
        ("A/RES/60/45 (2005)", 11),
        ("E/RES/2006/3 (2006)", 12),
        ("A/RES/60/45 (XX)", 11),
        ("A/60/973 (2006)", 8),
        ("A/RES/60/45 A new", 11),
        ("A/RES/31/16 A.", 13),
        ("A/59/668/Add.7-10", 14),
        ("A/64/115-120", 8),
        ("A/62/17 (Part I).", 16),
        ("A/60/973\n12 May", 8),
    ] {
        assert_eq!(scan::scan(text, 0).map(|f| (f.len, f.repaired)), Some((len, false)), "{text}");
    }
    assert!(scan::scan("xA/60/202", 1).is_none());
    assert!(scan::scan("US$/2006/100", 2).is_none());
}

#[test]
fn data_that_disagree_are_refused() {
    let symbol: Symbol = "A/60/973".parse().unwrap_or_else(|e| panic!("{e}"));
    let json = serde_json::to_string(&symbol).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(
        json,
        "{\"canonical\":\"A/60/973\",\"series\":\"A\",\"bodies\":[],\"country\":null,\
         \"session\":{\"system\":\"arabic\",\"number\":60,\"printed\":\"60\"},\
         \"nature\":\"document\",\"number\":\"973\",\"part\":null,\"modifiers\":[],\
         \"qualifier\":null,\"reissued\":false,\"joint_with\":[]}"
    );
    let wrong = json.replace("\"number\":\"973\"", "\"number\":\"974\"");
    let error = serde_json::from_str::<Symbol>(&wrong).expect_err("the number is wrong");
    assert!(error.to_string().starts_with("`number` does not fit symbol `A/60/973`"), "{error}");
}

proptest! {
    #[test]
    fn canonical_reads_as_itself(text in SYMBOLISH) {
        if let Ok(symbol) = text.parse::<Symbol>() {
            round_trip(&symbol);
            prop_assert_eq!(symbol.halves().count(), symbol.joint_with().len() + 1);
        }
    }

    #[test]
    fn scanning_never_panics(text in "\\PC{0,40}", more in SYMBOLISH, tail in "[ ,.)\\n0-9and]{0,9}") {
        let text = format!("{text} {more}{tail}");
        for (at, _) in text.char_indices() {
            if let Some(found) = scan::scan(&text, at) {
                let slice = text.get(at..at + found.len);
                prop_assert!(slice.is_some_and(|s| s.contains('/') && s.trim() == s));
                round_trip(&found.symbol);
                for member in super::scan_run(&text, at + found.len, &found.symbol) {
                    prop_assert!(text.get(member.start..member.end).is_some_and(|s| !s.is_empty()));
                    round_trip(&member.symbol);
                }
            }
        }
    }
}

/// Strings that come near to symbols.
const SYMBOLISH: &str = "(A|S|E|T|CD|ST|CERD/C|UNEP/CBD|GC\\(4\\)|FCCC|SG|C-24)\
    ((/|/ | /|-|\u{2013})(RES|DEC|PRST|HRC|C\\.3|AC\\.1|CN\\.4|Sub\\.2|[0-9]{1,4}|20[0-9]{2}|6[0-9]|S-2|ES-10|\
    L\\.[0-9l]|PV\\.12|Add\\.1|REV\\.2|COP\\(13\\)|USA|CO|GC|D|18-20|[0-9]{3}A|[0-9]{3} \\(X\\)|\
    1540 \\(2004\\)|17 \\(Parts I and II\\)|S|A|Summary|\\*)){1,6}( \\(Vol\\. I\\)|\\*|-S/2006/5)?";

#[cfg(feature = "schema")]
#[test]
fn the_schema_holds() {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<Symbol>();
    let text = schema.as_value().to_string();
    for word in ["oneOf", "prefixItems", "organ\":", "foreign", "```"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
    let fields = schema.get("properties").and_then(|p| p.as_object()).map(serde_json::Map::len);
    let required = schema.get("required").and_then(|p| p.as_array()).map(Vec::len);
    assert_eq!((fields, required), (Some(12), Some(12)));
    let validator = jsonschema::validator_for(schema.as_value()).unwrap_or_else(|e| panic!("{e}"));
    for (printed, _) in EXAMPLES {
        let symbol: Symbol = printed.parse().unwrap_or_else(|e| panic!("{e}"));
        let json = serde_json::to_value(symbol).unwrap_or_else(|e| panic!("{e}"));
        assert!(validator.is_valid(&json), "{json}");
    }
}
