//! The series that symbols may begin with, and whose they are.

/// What kind of series a first element opens; the rules of reading differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// The United Nations and the bodies that its secretariats serve.
    Un,
    /// A human rights treaty body: countries, communications, general comments.
    Treaty,
    /// Press releases, which are no documents.
    Press,
    /// Other organizations.
    Foreign,
}

/// A series: its prefix as printed, whose it is, its family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Series {
    /// The organ's or organization's short name.
    pub organ: &'static str,
    /// The family.
    pub family: Family,
}

use Family::{Foreign, Press, Treaty, Un};

/// Prefixes of one or two elements, sorted.
const SERIES: &[(&str, &str, Family)] = &[
    ("A", "GA", Un),
    ("AFR", "DPI", Press),
    ("AHG", "OAU", Foreign),
    ("APLC", "APLC", Un),
    ("AT", "UNAT", Un),
    ("Assembly", "AU", Foreign),
    ("BIO", "DPI", Press),
    ("BWC", "BWC", Un),
    ("C-WP", "ICAO", Foreign),
    ("CAC", "COSP", Un),
    ("CAT", "CAT", Treaty),
    ("CBD", "CBD", Un),
    ("CCD", "CCD", Un),
    ("CCM", "CCM", Un),
    ("CCPR", "CCPR", Treaty),
    ("CCW", "CCW", Un),
    ("CD", "CD", Un),
    ("CED", "CED", Treaty),
    ("CEDAW", "CEDAW", Treaty),
    ("CERD", "CERD", Treaty),
    ("CIO.GAL", "OSCE", Foreign),
    ("CLCS", "CLCS", Un),
    ("CM", "OAU", Foreign),
    ("CMW", "CMW", Treaty),
    ("CRC", "CRC", Treaty),
    ("CRPD", "CRPD", Treaty),
    ("CTOC", "CTOC", Un),
    ("DC", "DC", Un),
    ("DEV", "DPI", Press),
    ("DP", "UNDP", Un),
    ("DSG", "DPI", Press),
    ("E", "ECOSOC", Un),
    ("ECE", "ECE", Un),
    ("ECOSOC", "DPI", Press),
    ("ENDC", "ENDC", Un),
    ("ENV", "DPI", Press),
    ("EX.CL", "AU", Foreign),
    ("FCCC", "UNFCCC", Un),
    ("FSC.DEC", "OSCE", Foreign),
    ("FSC.DOC", "OSCE", Foreign),
    ("GA", "DPI", Press),
    ("GOV", "IAEA", Foreign),
    ("HIV/AIDS", "UNAIDS", Un),
    ("HR", "DPI", Press),
    ("HRI", "HRI", Treaty),
    ("HS", "UN-Habitat", Un),
    ("HSP", "UN-Habitat", Un),
    ("ICC-ASP", "ICC", Foreign),
    ("ICCD", "UNCCD", Un),
    ("ID", "UNIDO", Un),
    ("IHA", "DPI", Press),
    ("INFCIRC", "IAEA", Foreign),
    ("ISBA", "ISBA", Un),
    ("JIU", "JIU", Un),
    ("LC", "ECLAC", Un),
    ("LEG", "IMO", Foreign),
    ("LOS", "LOS", Un),
    ("MC.DEC", "OSCE", Foreign),
    ("MC.DOC", "OSCE", Foreign),
    ("NPT", "NPT", Un),
    ("OAU", "OAU", Foreign),
    ("OBV", "DPI", Press),
    ("ORG", "DPI", Press),
    ("PAL", "DPI", Press),
    ("PC", "PC", Un),
    ("PC.DEC", "OSCE", Foreign),
    ("PC.DOC", "OSCE", Foreign),
    ("PC.JOUR", "OSCE", Foreign),
    ("PCNICC", "PCNICC", Un),
    ("PI", "DPI", Press),
    ("PKO", "DPI", Press),
    ("PSC", "AU", Foreign),
    ("S", "SC", Un),
    ("SAG", "DPI", Press),
    ("SC", "DPI", Press),
    ("SEA", "DPI", Press),
    ("SEC.DEL", "OSCE", Foreign),
    ("SEC.DOC", "OSCE", Foreign),
    ("SG", "DPI", Press),
    ("SOC", "DPI", Press),
    ("SPLOS", "SPLOS", Un),
    ("ST", "Secretariat", Un),
    ("T", "TC", Un),
    ("TD", "UNCTAD", Un),
    ("TPNW", "TPNW", Un),
    ("TRADE", "ECE", Un),
    ("UNEP", "UNEP", Un),
    ("UNEP/CBD", "CBD", Un),
    ("UNIDIR", "UNIDIR", Un),
    ("UNW", "UN-Women", Un),
    ("WFC", "WFC", Un),
    ("WOM", "DPI", Press),
    ("WT", "WTO", Foreign),
];

/// Prefixes that hold a number, as `C-24`, `GC(43)`, `IDB.32` or `EB136`: head, mark (`0` for
/// none), organ, family.
const NUMBERED: &[(&str, char, &str, Family)] = &[
    ("C", '-', "OPCW", Foreign),
    ("C-SS", '-', "OPCW", Foreign),
    ("EB", '0', "WHO", Foreign),
    ("EC", '-', "OPCW", Foreign),
    ("EC-M", '-', "OPCW", Foreign),
    ("GC", '(', "IAEA", Foreign),
    ("GC", '.', "UNIDO", Un),
    ("GEGN", '.', "UNGEGN", Un),
    ("IDB", '.', "UNIDO", Un),
    ("MEPC", '.', "IMO", Foreign),
    ("MSC", '.', "IMO", Foreign),
    ("RC", '-', "OPCW", Foreign),
    ("WHA", '0', "WHO", Foreign),
];

/// The series whose prefix is exactly `prefix`.
pub(super) fn series(prefix: &str) -> Option<Series> {
    if let Ok(i) = SERIES.binary_search_by_key(&prefix, |row| row.0) {
        return Some(Series { organ: SERIES[i].1, family: SERIES[i].2 });
    }
    let (head, mark, _) = numbered(prefix)?;
    let row = NUMBERED.iter().find(|row| row.0 == head && row.1 == mark)?;
    Some(Series { organ: row.2, family: row.3 })
}

/// Head, mark and number of a prefix such as `C-24` or `GC(43)`.
pub(super) fn numbered(prefix: &str) -> Option<(&str, char, &str)> {
    let digits = prefix.trim_end_matches(|c: char| c.is_ascii_digit());
    let at = prefix.rfind(['-', '(', '.']).unwrap_or(digits.len());
    let (head, rest) = prefix.split_at(at);
    let (mark, number) = match rest.chars().next()? {
        '(' => ('(', rest[1..].strip_suffix(')')?),
        mark @ ('-' | '.') => (mark, &rest[1..]),
        _ => ('0', rest),
    };
    let known = (1..=8).contains(&number.len())
        && (number.bytes().all(|b| b.is_ascii_digit()) || super::numerals::roman(number).is_some());
    known.then_some((head, mark, number))
}

/// Natures that stand in a part of their own (`RES`) or before a point (`L.20`), by family.
pub(super) fn nature(word: &str, dotted: bool, treaty: bool) -> Option<super::Nature> {
    use super::Nature as N;
    Some(match word {
        "RES" | "Res" => N::Resolution,
        "DEC" | "Dec" => N::Decision,
        "PRST" => N::PresidentialStatement,
        "INF" => N::Information,
        "CRP" => N::ConferenceRoomPaper,
        "WP" => N::WorkingPaper,
        "NGO" => N::Ngo,
        "PET" => N::Petition,
        "AGENDA" | "Agenda" => N::Agenda,
        "GC" if treaty => N::GeneralComment,
        "L" if dotted => N::Limited,
        "R" if dotted => N::Restricted,
        "PV" if dotted => N::VerbatimRecord,
        "SR" if dotted => N::SummaryRecord,
        "DP" if dotted => N::DiscussionPaper,
        "Misc" if dotted => N::Miscellaneous,
        "REP" if !dotted => N::Report,
        "NOTE" if !dotted => N::Note,
        "CO" if treaty => N::ConcludingObservations,
        "D" if treaty => N::Communication,
        "Q" if treaty => N::ListOfIssues,
        _ => return None,
    })
}

/// Tags before a point that name a body; with these alone there is no document.
pub(super) fn is_body_tag(tag: &str) -> bool {
    matches!(
        tag,
        "AC" | "AP"
            | "C"
            | "CN"
            | "CONF"
            | "CP"
            | "COP"
            | "EA"
            | "EB"
            | "GC"
            | "GCSS"
            | "MC"
            | "MSP"
            | "PC"
            | "PCN"
            | "SC"
            | "SER"
            | "Sub"
            | "TC"
            | "WG"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(SERIES.is_sorted_by_key(|row| row.0));
        assert!(NUMBERED.is_sorted_by_key(|row| (row.0, row.1)));
        assert_eq!(numbered("GC(43)"), Some(("GC", '(', "43")));
        assert_eq!(series("C-24").map(|s| s.organ), Some("OPCW"));
        assert_eq!(series("EC-M-33").map(|s| s.organ), Some("OPCW"));
        assert_eq!(series("B"), None);
    }
}
