//! Formulas of the official languages other than English, and of Dutch, as data.
//!
//! What the page says without sentences is read in all of them: the fields of the masthead, the labels
//! of attachments, dates. A language is one row here; a formula that is to be read in it later is
//! one more field.

use std::ops::Range;

use super::heading::CommunicationForm;
use crate::model::{AttachmentKind, Date};

/// The fixed words of one language.
pub(crate) struct Formulas {
    /// What labels call an attachment, the longer noun first.
    labels: &'static [(&'static str, AttachmentKind)],
    /// What a label says of the covering communication.
    covering: &'static [&'static str],
    /// The names of the six languages, as the masthead has them behind "Original:".
    languages: &'static [&'static str],
    /// What stands before and behind the number of an agenda item.
    items: &'static [(&'static str, &'static str)],
    /// The end of a session's name.
    session: &'static str,
    months: &'static [&'static str],
    /// The words of the heading of a communication that say its form.
    headings: &'static [(&'static str, CommunicationForm)],
    /// Whether the form stands at the end of the heading.
    form_last: bool,
    /// The nouns by which speeches call themselves, at the start of the title.
    speeches: &'static [&'static str],
    /// The words with which a speaker turns to the chair and the house.
    turns: &'static [&'static str],
    /// What stands before and behind the number of an article.
    article: (&'static str, &'static str),
    /// The first words of the offices that sign.
    offices: &'static [&'static str],
}

use AttachmentKind::{Annex, Appendix, Enclosure};
use CommunicationForm::{IdenticalLetters, Letter, NoteVerbale};

const FORMULAS: [Formulas; 6] = [
    Formulas {
        labels: &[
            ("Annexe", Annex),
            ("ANNEXE", Annex),
            ("Pièce jointe", Enclosure),
            ("PIÈCE JOINTE", Enclosure),
            ("Appendice", Appendix),
        ],
        covering: &["à la lettre", "aux lettres", "à la note verbale"],
        languages: &["anglais", "français", "espagnol", "russe", "chinois", "arabe"],
        items: &[("Points", "de l"), ("Point", "de l")],
        session: "ième session",
        months: &[
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        headings: &[
            ("Lettre datée", Letter),
            ("Lettres datées", Letter),
            ("Lettres identiques", IdenticalLetters),
            ("Note verbale datée", NoteVerbale),
        ],
        form_last: false,
        speeches: &["Discours", "Allocution", "Intervention"],
        turns: &[
            "Monsieur le Président",
            "Madame la Présidente",
            "Monsieur le Secrétaire général",
            "Mesdames et Messieurs",
            "Mesdames, Messieurs",
            "Mesdames et messieurs",
            "Excellences",
            "Distingués délégués",
        ],
        article: ("article ", ""),
        offices: &[
            "Ambassadeur",
            "Ambassadrice",
            "Représentant",
            "Représentante",
            "Chargé",
            "Chargée",
        ],
    },
    Formulas {
        labels: &[
            ("Anexo", Annex),
            ("ANEXO", Annex),
            ("Documento adjunto", Enclosure),
            ("Apéndice", Appendix),
            ("APÉNDICE", Appendix),
        ],
        covering: &["de la carta", "de las cartas", "de la nota verbal"],
        languages: &["inglés", "francés", "español", "ruso", "chino", "árabe"],
        items: &[("Temas", "d"), ("Tema", "d")],
        session: "período de sesiones",
        months: &[
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        headings: &[
            ("Carta de fecha", Letter),
            ("Cartas idénticas", IdenticalLetters),
            ("Nota verbal de fecha", NoteVerbale),
        ],
        form_last: false,
        speeches: &["Discurso", "Intervención", "Alocución", "Palabras"],
        turns: &[
            "Señor Presidente",
            "Señora Presidenta",
            "Señor Secretario General",
            "Excelencias",
            "Señoras y señores",
            "Señoras y Señores",
            "Damas y caballeros",
            "Damas y Caballeros",
            "Distinguidos",
        ],
        article: ("artículo ", ""),
        offices: &["Embajador", "Embajadora", "Representante", "Encargado", "Encargada"],
    },
    Formulas {
        labels: &[
            ("Приложение", Annex),
            ("ПРИЛОЖЕНИЕ", Annex),
            ("Добавление", Appendix),
            ("ДОБАВЛЕНИЕ", Appendix),
        ],
        covering: &["к письму", "к письмам", "к вербальной ноте"],
        languages: &[],
        items: &[("Пункты", "повестки"), ("Пункт", "повестки")],
        session: " сессия",
        months: &[
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        headings: &[
            ("Письмо ", Letter),
            ("Идентичные письма", IdenticalLetters),
            ("Вербальная нота", NoteVerbale),
        ],
        form_last: false,
        speeches: &["Выступление", "Речь"],
        turns: &[
            "Уважаемый г-н Председатель",
            "Уважаемый господин Председатель",
            "Господин Председатель",
            "Г-н Председатель",
            "Дамы и господа",
        ],
        article: ("статья ", ""),
        offices: &["Посол", "Постоянный"],
    },
    Formulas {
        labels: &[("附件", Annex), ("附文", Enclosure), ("附录", Appendix)],
        covering: &[],
        languages: &[],
        items: &[("议程项目", "")],
        session: "届会议",
        months: &[],
        headings: &[("同文信", IdenticalLetters), ("的信", Letter), ("的普通照会", NoteVerbale)],
        form_last: true,
        speeches: &[],
        turns: &["主席先生", "主席女士"],
        article: ("第", "条"),
        offices: &[],
    },
    Formulas {
        labels: &[
            ("المرفق", Annex),
            ("مرفق", Annex),
            ("الضميمة", Enclosure),
            ("التذييل", Appendix),
        ],
        covering: &["الرسالة", "للرسالة"],
        languages: &[],
        items: &[("البند", "من"), ("البنود", "من")],
        session: "",
        months: &[
            "كانون الثاني/يناير",
            "شباط/فبراير",
            "آذار/مارس",
            "نيسان/أبريل",
            "أيار/مايو",
            "حزيران/يونيه",
            "تموز/يوليه",
            "آب/أغسطس",
            "أيلول/سبتمبر",
            "تشرين الأول/أكتوبر",
            "تشرين الثاني/نوفمبر",
            "كانون الأول/ديسمبر",
        ],
        headings: &[
            ("رسالة مؤرخة", Letter),
            ("رسالتان متطابقتان", IdenticalLetters),
            ("رسالتين متطابقتين", IdenticalLetters),
            ("مذكرة شفوية", NoteVerbale),
        ],
        form_last: false,
        speeches: &["كلمة", "خطاب"],
        turns: &["السيد الرئيس", "السيدة الرئيسة"],
        article: ("المادة ", ""),
        offices: &[],
    },
    // The treaty series of the Netherlands prints the translations of notes.
    Formulas {
        labels: &[("Bijlage", Annex), ("BIJLAGE", Annex), ("Aanhangsel", Appendix)],
        covering: &[],
        languages: &[],
        items: &[],
        session: "",
        months: &[
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
        headings: &[],
        form_last: false,
        speeches: &[],
        turns: &[],
        article: ("artikel ", ""),
        offices: &[],
    },
];

/// The heading of a communication in another language than English: its form and its date. It begins
/// with the form or, in Chinese, ends with it, and holds a date.
pub(crate) fn foreign_heading(text: &str) -> Option<(CommunicationForm, Range<usize>, Date)> {
    const LONGEST: usize = 900;
    let text = text.trim_end_matches(['*', ' ']);
    if text.len() > LONGEST {
        return None;
    }
    let form = FORMULAS.iter().find_map(|formulas| {
        let says = |words: &str| {
            if formulas.form_last { text.ends_with(words) } else { text.starts_with(words) }
        };
        formulas.headings.iter().find(|(words, _)| says(words)).map(|&(_, form)| form)
    })?;
    let (range, date) = first_date(text, 0)?;
    Some((form, range, date))
}

/// Whether an office begins the words, in another language than English.
pub(super) fn begins_foreign_office(words: &str) -> bool {
    FORMULAS.iter().flat_map(|formulas| formulas.offices).any(|office| {
        let behind = words.strip_prefix(office);
        behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
    })
}

/// Whether a line is the number of an article, in any of these languages or in English: `Статья 5`,
/// `第五条`.
pub(crate) fn is_article(line: &str) -> bool {
    const LONGEST: usize = 40;
    let line = line.trim_matches(['#', '*', '_', ' ', '.', ':']);
    if line.len() > LONGEST {
        return false;
    }
    let lower = line.to_lowercase();
    FORMULAS.iter().any(|formulas| {
        let (before, after) = formulas.article;
        let number = lower.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
        number.is_some_and(|number| {
            let digits = number.bytes().all(|byte| byte.is_ascii_digit());
            let numerals = number.chars().all(|c| "一二三四五六七八九十百零".contains(c));
            let roman = number.bytes().all(|byte| b"ivxlc".contains(&byte));
            !number.is_empty() && number.chars().count() <= 7 && (digits || numerals || roman)
        })
    })
}

/// Whether the title of a speech in another language than English begins a line.
pub(crate) fn titles_speech(text: &str) -> bool {
    let text = text.trim_start_matches(['#', '*', '_', ' ']);
    let begins = |noun: &str| {
        let head: String = text.chars().take(noun.chars().count()).collect();
        let behind = text[head.len()..].chars().next();
        behind.is_none_or(|c| !c.is_alphanumeric()) && head.to_lowercase() == noun.to_lowercase()
    };
    FORMULAS.iter().flat_map(|formulas| formulas.speeches).any(|noun| begins(noun))
}

/// Whether a speaker turns to the chair or the house on a line of its own, in another language than
/// English: `Monsieur le Président,`.
pub(crate) fn turns_to_house(line: &str) -> bool {
    const LONGEST: usize = 100;
    const MARKS: [char; 6] = ['-', '–', '*', '_', '•', ' '];
    let line = line.trim_start_matches(MARKS);
    if !line.starts_with(['D', 'E', 'M', 'S', 'Г', 'Д', 'У', 'ا', '主']) {
        return false;
    }
    // "Monsieur le Président de l’Assemblée générale," and no more: a sentence has commas.
    let turns = |words: &str| {
        line.strip_prefix(words).is_some_and(|rest| {
            let rest = rest.trim_end_matches([',', ':', ';', '.', '!', '：', ' ']);
            !rest.contains([',', ':', '.', '，', '。', '،'])
        })
    };
    let ends = |line: &str| line.ends_with([',', ':', ';', '.', '!', '：', '،']);
    line.len() <= LONGEST
        && (ends(line) || line.split(' ').take(5).count() <= 4)
        && FORMULAS.iter().flat_map(|formulas| formulas.turns).any(|words| turns(words))
}

/// Whether a line heads a table of contents, in any of the six languages.
pub(crate) fn is_contents(text: &str) -> bool {
    const HEADS: [&str; 9] = [
        "contents",
        "table of contents",
        "table des matières",
        "índice",
        "indice",
        "содержание",
        "оглавление",
        "目录",
        "المحتويات",
    ];
    let bare = text.trim_matches(['#', '*', '_', ' ', ':', '.']);
    let bare = bare.strip_suffix(" Page").or_else(|| bare.strip_suffix(" PAGE")).unwrap_or(bare);
    bare.len() <= 40 && HEADS.contains(&bare.to_lowercase().as_str())
}

/// The noun of a label that a line begins with: its bytes, and what it calls.
pub(super) fn label_noun(line: &str) -> Option<(usize, AttachmentKind)> {
    let nouns = FORMULAS.iter().flat_map(|formulas| formulas.labels);
    let (noun, kind) = nouns.copied().find(|(noun, _)| line.starts_with(noun))?;
    let number = line[noun.len()..].chars().take_while(|c| "一二三四五六七八九十".contains(*c));
    Some((noun.len() + number.map(char::len_utf8).sum::<usize>(), kind))
}

/// Whether the rest of a label repeats the heading of the covering communication.
pub(super) fn is_covering(rest: &str) -> bool {
    let rest = rest.trim_start();
    FORMULAS.iter().flat_map(|formulas| formulas.covering).any(|words| rest.starts_with(words))
}

/// Whether a word is a language's name for one of the six.
pub(super) fn is_language(word: &str) -> bool {
    let lower = word.to_lowercase();
    FORMULAS.iter().any(|formulas| formulas.languages.contains(&lower.as_str()))
}

/// The numbers of agenda items at the start of `rest`, and the bytes up to the end of the last.
pub(super) fn items(rest: &str) -> Option<(Vec<Range<usize>>, usize)> {
    let forms = FORMULAS.iter().flat_map(|formulas| formulas.items);
    let (before, after) = forms.copied().find(|(before, _)| rest.starts_with(before))?;
    let mut numbers = Vec::new();
    let mut at = before.len();
    loop {
        let tail = &rest[at..];
        let start = at + (tail.len() - tail.trim_start().len());
        let digits = rest[start..].bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=3).contains(&digits) {
            break;
        }
        at = start + digits;
        let letter = rest[at..].trim_start();
        let blanks = rest[at..].len() - letter.len();
        let bytes = letter.as_bytes();
        if let [b'(', b'a'..=b'z', b')', ..] | [b'a'..=b'z', b')', ..] = bytes {
            at += blanks + if bytes[0] == b'(' { 3 } else { 2 };
        }
        numbers.push(start..at);
        let tail = &rest[at..];
        let joint =
            [",", " et", " y", " и", "和", "、", " و"].iter().find(|j| tail.starts_with(**j));
        let Some(joint) = joint else { break };
        at += joint.len();
    }
    let end = numbers.last()?.end;
    rest[end..].trim_start().starts_with(after).then_some((numbers, end))
}

/// The length of a session's name at the start of `rest`.
pub(super) fn session(rest: &str) -> Option<usize> {
    const LONGEST: usize = 90;
    let first = rest.chars().next()?;
    if first != '第' && !first.is_uppercase() {
        return None;
    }
    let mut window = rest.len().min(LONGEST);
    while !rest.is_char_boundary(window) {
        window -= 1;
    }
    let window = &rest[..window];
    // Each of these names has a letter that English has not.
    if window.is_ascii() {
        return None;
    }
    FORMULAS.iter().filter(|formulas| !formulas.session.is_empty()).find_map(|formulas| {
        let at = window.find(formulas.session)?;
        let words = &window[..at];
        let named = words.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '年'));
        // Only its first word has a capital.
        let one = words.chars().skip(1).all(|c| !c.is_uppercase());
        (named && one && words.split(' ').count() <= 6).then_some(at + formulas.session.len())
    })
}

/// The first date from `from` on, by its place: `4 janvier 2031`, `4 de enero de 2031`, `2031年1月4日`.
pub(crate) fn first_date(text: &str, from: usize) -> Option<(Range<usize>, Date)> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        let number = text[at..at + digits].parse::<u32>().unwrap_or(0);
        let rest = &text[at + digits..];
        let found = match digits {
            4 => year_first(rest)
                .map(|(length, month, day)| (length, number.cast_signed(), month, day)),
            1 | 2 => day_first(rest).map(|(length, year, month)| (length, year, month, number)),
            _ => None,
        };
        if let Some((length, year, month, day)) = found
            && let Some(date) = Date::ymd(year, month, day)
        {
            return Some((at..at + digits + length, date));
        }
        at += digits;
    }
    None
}

/// `年1月4日`: its length, the month and the day.
fn year_first(rest: &str) -> Option<(usize, u32, u32)> {
    let number = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits).then(|| text[..digits].parse().ok()).flatten()
    };
    let behind = rest.strip_prefix('年')?;
    let (month, behind) = behind.split_once('月')?;
    let (day, behind) = behind.split_once('日')?;
    let whole = month.len() <= 2 && day.len() <= 2;
    whole.then_some(())?;
    Some((rest.len() - behind.len(), number(month)?, number(day)?))
}

/// ` janvier 2031`, ` de enero de 2031`: its length, the year and the month.
fn day_first(rest: &str) -> Option<(usize, i32, u32)> {
    let blank = |text: &'_ str| text.strip_prefix(' ').map(str::len);
    let of = |text: &str| {
        let length = blank(text)?;
        let text = &text[text.len() - length..];
        Some(rest.len() - text.strip_prefix("de ").unwrap_or(text).len())
    };
    let ordinal = rest.strip_prefix("er").unwrap_or(rest);
    let start = of(ordinal)?;
    let named = &rest[start..];
    let (month, name) = FORMULAS.iter().find_map(|formulas| {
        // In small letters, which no month of English has, or in capitals.
        let is_named = |month: &str| {
            named.get(..month.len()).is_some_and(|name| {
                let capitals = || name.bytes().all(|byte| !byte.is_ascii_lowercase());
                name == month || name.eq_ignore_ascii_case(month) && capitals()
            })
        };
        let month = formulas.months.iter().position(|month| is_named(month))?;
        Some((month as u32 + 1, formulas.months[month]))
    })?;
    let behind = &rest[start + name.len()..];
    let year = &rest[of(behind)?..];
    let digits = year.bytes().take_while(u8::is_ascii_digit).count();
    let value = (digits == 4).then(|| year[..4].parse().ok()).flatten()?;
    Some((rest.len() - year.len() + 4, value, month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_five_languages() {
        for text in [
            "Distr. générale 4 janvier 2031",
            "4 de enero de 2031",
            "4 января 2031 года",
            "2031年1月4日",
            "4 كانون الثاني/يناير 2031",
        ] {
            let (range, date) = first_date(text, 0).unwrap();
            assert_eq!(date.to_string(), "2031-01-04", "{text}");
            assert!(text[range].ends_with(|c: char| c.is_ascii_digit() || c == '日'));
        }
        assert_eq!(first_date("1er mars 2031", 0).unwrap().1.to_string(), "2031-03-01");
        assert_eq!(first_date("4 mai, 31 février 2031", 0), None);
    }

    #[test]
    fn headings_of_five_languages() {
        for text in [
            "Lettre datée du 3 janvier 2031, adressée au Secrétaire général",
            "Cartas idénticas de fecha 3 de enero de 2031 dirigidas al Secretario General",
            "Письмо Постоянного представителя Норвегии от 3 января 2031 года",
            "2031年1月3日挪威常驻联合国代表给秘书长的信",
            "رسالة مؤرخة 3 كانون الثاني/يناير 2031 موجهة إلى الأمين العام",
        ] {
            let (_, _, date) = foreign_heading(text).unwrap();
            assert_eq!(date.to_string(), "2031-01-03", "{text}");
        }
        assert_eq!(foreign_heading("Lettre datée d’hier, adressée au Secrétaire général"), None);
    }

    #[test]
    fn items_and_sessions_of_five_languages() {
        let read = |text: &'static str| {
            let (numbers, _) = items(text)?;
            Some(numbers.into_iter().map(|range| &text[range]).collect::<Vec<_>>())
        };
        assert_eq!(read("Point 97 de l’ordre du jour"), Some(vec!["97"]));
        assert_eq!(read("Temas 12 y 97 b) del programa"), Some(vec!["12", "97 b)"]));
        assert_eq!(read("Пункт 97 повестки дня"), Some(vec!["97"]));
        assert_eq!(read("议程项目18(i)"), Some(vec!["18(i)"]));
        assert_eq!(read("البند 97 من جدول الأعمال"), Some(vec!["97"]));
        assert_eq!(read("Points 3 des débats"), None);
        let read = |text: &'static str| session(text).map(|length| &text[..length]);
        assert_eq!(
            read("Quatre-vingt-sixième session Point 9"),
            Some("Quatre-vingt-sixième session")
        );
        assert_eq!(
            read("Octogésimo sexto período de sesiones"),
            Some("Octogésimo sexto período de sesiones")
        );
        assert_eq!(read("Восемьдесят шестая сессия"), Some("Восемьдесят шестая сессия"));
        assert_eq!(read("第八十六届会议"), Some("第八十六届会议"));
        assert_eq!(read("Distr. générale Soixantième session"), None);
    }
}
