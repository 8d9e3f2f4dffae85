//! Formulas of the official languages other than English, and of Dutch, as data.
//!
//! What the page says without sentences is read in all of them: the fields of the masthead, the labels
//! of attachments, dates. A language is one row of the table; a formula that is to be read in it
//! later is one more field.

mod adopted;
mod parties;
mod record;
mod table;

use std::ops::Range;

pub(crate) use self::adopted::{foreign_decision, is_foreign_enacting};
pub(super) use self::adopted::{
    is_foreign_adopted, is_foreign_date, is_foreign_meeting, is_foreign_organ,
};
pub(crate) use self::parties::foreign_parties;
pub(crate) use self::record::{foreign_held, is_foreign_record, opens_foreign_meeting};
use self::table::{FORMULAS, Formulas};
use super::heading::CommunicationForm;
use crate::model::{AttachmentKind, Date};
use crate::text::beginning;

/// The heading of a communication in another language than English: its form and its date. It begins
/// with the form or, in Chinese, ends with it, and holds a date.
pub(crate) fn foreign_heading(text: &str) -> Option<(CommunicationForm, Range<usize>, Date)> {
    const LONGEST: usize = 900;
    let text = text.trim_end_matches(['*', ' ']);
    if text.len() > LONGEST {
        return None;
    }
    let (_, form, _) = form_of(text)?;
    let (range, date) = first_date(text, 0)?;
    Some((form, range, date))
}

/// The language of a heading, its form, and where the words stand that say it. In Chinese the senders
/// of a joint letter may be listed behind them.
fn form_of(text: &str) -> Option<(&'static Formulas, CommunicationForm, Range<usize>)> {
    let text = text.trim_end_matches(['*', ' ']);
    FORMULAS.iter().find_map(|formulas| {
        let range = |words: &str| {
            if !formulas.form_last {
                return text.starts_with(words).then_some(0..words.len());
            }
            let end = text.find('：').unwrap_or(text.len());
            let end = if text.ends_with(words) { text.len() } else { end };
            text[..end].ends_with(words).then(|| end - words.len()..end)
        };
        let mut headings = formulas.headings.iter();
        headings.find_map(|&(words, form)| Some((formulas, form, range(words)?)))
    })
}

/// Whether a line is a number between the words before and behind it, of so many letters more than
/// digits at most: `第43次全体会议`, `43ª sesión plenaria`.
fn is_numbered(line: &str, (before, behind): (&str, &str), letters: usize) -> bool {
    let number = line.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind));
    number.is_some_and(|number| {
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        (1..=5).contains(&digits) && number.chars().count() <= digits + letters
    })
}

/// Whether a line is the title of one who signs, in another language than English: its office begins
/// it or, in Chinese, ends it.
pub(super) fn is_foreign_title(line: &str) -> bool {
    const LONGEST: usize = 120;
    let last = |formulas: &Formulas| {
        formulas.form_last && formulas.offices.iter().any(|office| line.ends_with(office))
    };
    !line.is_ascii() && line.len() <= LONGEST && FORMULAS.iter().any(last)
        || begins_foreign_office(line)
}

/// Whether an office begins the words, in another language than English.
pub(super) fn begins_foreign_office(words: &str) -> bool {
    let written = FORMULAS.iter().filter(|formulas| !formulas.form_last);
    written.flat_map(|formulas| formulas.offices).any(|office| {
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
    if bare.len() > 40 {
        return false;
    }
    if bare.is_ascii() {
        return HEADS.iter().any(|head| head.eq_ignore_ascii_case(bare));
    }
    HEADS.contains(&bare.to_lowercase().as_str())
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
    if first.is_ascii_digit() {
        return yearly_session(rest);
    }
    if first != '第' && !first.is_uppercase() {
        return None;
    }
    let window = beginning(rest, LONGEST);
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

/// `2031年届会`, `2031年实质性会议`: the length of a session's name that begins with its year.
fn yearly_session(rest: &str) -> Option<usize> {
    const NAMES: [&str; 4] = ["届会", "实质性会议", "组织会议", "常会"];
    let (year, behind) = rest.split_once('年')?;
    let whole = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let name = NAMES.iter().find(|name| behind.starts_with(**name)).filter(|_| whole)?;
    Some(year.len() + '年'.len_utf8() + name.len())
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
        assert_eq!(read("2031年届会 议程项目9"), Some("2031年届会"));
        assert_eq!(read("Distr. générale Soixantième session"), None);
    }
}
