//! Records of meetings in other languages than English: their title, the line that says when the meeting
//! was held, the sentence by which it begins.

use std::ops::Range;

use super::table::FORMULAS;
use super::{first_date, is_numbered};
use crate::model::Date;

/// Whether a line is the title of a summary record: `Acta resumida de la 413ª sesión`,
/// `第413次会议简要记录`.
pub(crate) fn is_foreign_record(line: &str) -> bool {
    const LONGEST: usize = 160;
    let line = line.trim_end_matches(['*', ' ']);
    line.len() <= LONGEST
        && !line.is_ascii()
        && FORMULAS
            .iter()
            .any(|formulas| !formulas.record.0.is_empty() && is_numbered(line, formulas.record, 12))
}

/// The date in a line that says where and when a meeting was held.
pub(crate) fn foreign_held(line: &str) -> Option<(Range<usize>, Date)> {
    const LONGEST: usize = 240;
    if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let held = |held: &str| !held.is_empty() && line.contains(held);
    FORMULAS.iter().any(|formulas| held(formulas.held)).then(|| first_date(line, 0)).flatten()
}

/// Whether a paragraph says that a meeting begins.
pub(crate) fn opens_foreign_meeting(text: &str) -> bool {
    const LONGEST: usize = 160;
    let mut formulas = FORMULAS.iter().flat_map(|formulas| formulas.opens);
    text.len() <= LONGEST && !text.is_ascii() && formulas.any(|opening| text.contains(opening))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_of_five_languages() {
        for title in [
            "Compte rendu analytique de la 413e séance",
            "Acta resumida de la 413ª sesión",
            "Краткий отчет о 413-м заседании",
            "第413次会议简要记录",
            "محضر موجز للجلسة 413",
        ] {
            assert!(is_foreign_record(title), "{title}");
        }
        assert!(!is_foreign_record("第413次会议"));
        for held in [
            "tenue au Siège, à New York, le mercredi 30 août 2031, à 10 heures",
            "Celebrada en la Sede, Nueva York, el miércoles 30 de agosto de 2031 a las 10.00 horas",
            "состоявшемся в Центральных учреждениях в среду, 30 августа 2031 года, в 10 ч. 00 м.",
            "Celebrada en la Sede, Nueva York, el lunes 30 de agosto de 2031 a las 10.00 horas",
            "2031年8月30日星期三上午10时在纽约总部举行",
        ] {
            let date = foreign_held(held).map(|(_, date)| date.to_string());
            assert_eq!(date.as_deref(), Some("2031-08-30"), "{held}");
        }
        assert!(opens_foreign_meeting("上午10时10分宣布开会。"));
        assert!(opens_foreign_meeting("La séance est ouverte à 10 h 10."));
        assert!(!opens_foreign_meeting("The séance"));
    }
}
