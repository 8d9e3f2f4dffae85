//! Texts of organs in other languages than English: the line that says who adopted, and the line by which
//! an organ begins to speak.

use std::ops::Range;

use super::{first_date, is_numbered};
use crate::text::COMMAS;

/// The words of one language.
struct Words {
    /// How the line begins that says who adopted; in Chinese, how it ends.
    adopted: &'static str,
    /// The organs as they begin to speak, with their article.
    organs: [&'static str; 4],
    /// What stands before and behind the number of the meeting that adopts.
    meeting: (&'static str, &'static str),
    /// What stands before and behind the number of a decision.
    decision: (&'static str, &'static str),
}

const WORDS: [Words; 5] = [
    Words {
        adopted: "Résolution adoptée par ",
        organs: [
            "L’Assemblée générale",
            "Le Conseil de sécurité",
            "Le Conseil économique et social",
            "Le Conseil des droits de l’homme",
        ],
        meeting: ("", "séance plénière"),
        decision: ("Décision ", ""),
    },
    Words {
        adopted: "Resolución aprobada por ",
        organs: [
            "La Asamblea General",
            "El Consejo de Seguridad",
            "El Consejo Económico y Social",
            "El Consejo de Derechos Humanos",
        ],
        meeting: ("", "sesión plenaria"),
        decision: ("Decisión ", ""),
    },
    Words {
        adopted: "Резолюция, принятая ",
        organs: [
            "Генеральная Ассамблея",
            "Совет Безопасности",
            "Экономический и Социальный Совет",
            "Совет по правам человека",
        ],
        meeting: ("", "пленарное заседание"),
        decision: ("Решение ", ""),
    },
    Words {
        adopted: "决议",
        organs: ["大会", "安全理事会", "经济及社会理事会", "人权理事会"],
        meeting: ("第", "次全体会议"),
        decision: ("", "号决定"),
    },
    Words {
        adopted: "قرار اتخذته ",
        organs: [
            "إن الجمعية العامة",
            "إن مجلس الأمن",
            "إن المجلس الاقتصادي والاجتماعي",
            "إن مجلس حقوق الإنسان",
        ],
        meeting: ("الجلسة العامة ", ""),
        decision: ("المقرر ", ""),
    },
];

/// Whether a line says who adopted a text and when: `2031年7月25日经济及社会理事会决议`.
pub(crate) fn is_foreign_adopted(line: &str) -> bool {
    const LONGEST: usize = 240;
    if line.is_ascii() || line.len() > LONGEST {
        return false;
    }
    let begins = |words: &Words| line.starts_with(words.adopted);
    WORDS.iter().any(begins)
        || line.starts_with(|c: char| c.is_ascii_digit()) && is_dated_resolution(line)
}

/// In Chinese the line is a date, an organ and the noun.
fn is_dated_resolution(line: &str) -> bool {
    first_date(line, 0).filter(|(date, _)| date.start == 0).is_some_and(|(date, _)| {
        WORDS.iter().any(|words| {
            let organ = line[date.end..].strip_suffix(words.adopted);
            organ.is_some_and(|organ| words.organs.contains(&organ))
        })
    })
}

/// Whether a line is an organ's name and a comma: `大会，`, `La Asamblea General,`.
pub(crate) fn is_foreign_enacting(line: &str) -> bool {
    line.ends_with(COMMAS) && is_foreign_organ(line)
}

/// Whether a line is the name of an organ as it begins to speak.
pub(crate) fn is_foreign_organ(line: &str) -> bool {
    const LONGEST: usize = 80;
    let name = || line.trim_end_matches(|c| c == ' ' || COMMAS.contains(&c));
    // The first letters of all of them.
    let begins = line.starts_with(['L', 'E', 'Г', 'С', 'Э', '大', '安', '经', '人', 'إ']);
    begins && line.len() <= LONGEST && WORDS.iter().any(|words| words.organs.contains(&name()))
}

/// Whether a line is the number of the meeting that adopts: `第43次全体会议`, `43ª sesión plenaria`.
pub(crate) fn is_foreign_meeting(line: &str) -> bool {
    const LONGEST: usize = 60;
    line.len() <= LONGEST
        && !line.is_ascii()
        && WORDS.iter().any(|words| is_numbered(line, words.meeting, 4))
}

/// The number in the heading of a decision that is nothing else: `G (70)号决定`, `Decisión G (70)`.
pub(crate) fn foreign_decision(line: &str) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    WORDS.iter().find_map(|words| {
        let (before, after) = words.decision;
        let number = line.strip_prefix(before)?.strip_suffix(after)?;
        let digits = number.bytes().any(|byte| byte.is_ascii_digit());
        let counts = digits && number.is_ascii() && number.len() <= LONGEST;
        counts.then(|| before.len()..before.len() + number.len())
    })
}

/// Whether a line is a date and nothing else.
pub(crate) fn is_foreign_date(line: &str) -> bool {
    const LONGEST: usize = 60;
    let date = || first_date(line, 0).filter(|(date, _)| date.start == 0);
    let alone = |end: usize| matches!(line[end..].trim(), "" | "года" | "года." | ".");
    line.len() <= LONGEST && date().is_some_and(|(date, _)| alone(date.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organs_of_five_languages_adopt() {
        for line in [
            "Résolution adoptée par l’Assemblée générale le 3 mai 2031",
            "Resolución aprobada por el Consejo Económico y Social el 3 de mayo de 2031",
            "2031年7月25日经济及社会理事会决议",
        ] {
            assert!(is_foreign_adopted(line), "{line}");
        }
        assert!(!is_foreign_adopted("2031年7月25日决议"));
        for line in ["大会，", "La Asamblea General,", "Le Conseil de sécurité,"] {
            assert!(is_foreign_enacting(line), "{line}");
        }
        assert!(!is_foreign_enacting("La Asamblea General"));
        assert!(WORDS.iter().flat_map(|words| words.organs).all(is_foreign_organ));
        for line in ["第43次全体会议", "43ª sesión plenaria", "43-е пленарное заседание"]
        {
            assert!(is_foreign_meeting(line), "{line}");
        }
        for line in ["2031年7月25日", "25 de julio de 2031", "25 июля 2031 года"] {
            assert!(is_foreign_date(line), "{line}");
        }
        for line in ["J (70)号决定", "Decisión J (70)", "Решение J (70)"] {
            assert_eq!(
                foreign_decision(line).map(|number| &line[number]),
                Some("J (70)"),
                "{line}"
            );
        }
        assert_eq!(foreign_decision("决定"), None);
        assert!(!is_foreign_date("2031年7月25日经济及社会理事会决议"));
    }
}
