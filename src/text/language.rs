//! The language of a text, from a sample of its beginning.
//!
//! Most texts are English and say so by their smallest words; only where those are missing is the
//! script looked at and, for Latin letters, the trigrams.

use whatlang::Lang;

use crate::model::Language;
use crate::text::beginning;

/// Bytes that are looked at.
const SAMPLE: usize = 6000;
/// Bytes whose trigrams are counted, which takes longer.
const TRIGRAMS: usize = 3000;
/// Fewer letters say nothing.
const FEWEST: usize = 60;

/// The language that a text is written in; none where it is too short or too damaged to tell.
pub(crate) fn language(text: &str) -> Option<Language> {
    let sample = beginning(text, SAMPLE);
    if is_english(sample) {
        return Some(Language::English);
    }
    let mut letters = Letters::default();
    sample.chars().for_each(|c| letters.count(c));
    let all = letters.latin + letters.cyrillic + letters.arabic + letters.han + letters.other;
    // A Chinese character says as much as several letters.
    if all + letters.han * 3 < FEWEST {
        return None;
    }
    let most = |count: usize| count * 2 > all;
    if most(letters.han) {
        return Some(if letters.kana > 0 { Language::Other } else { Language::Chinese });
    }
    let script = most(letters.cyrillic) || most(letters.arabic);
    if most(letters.other) {
        return Some(Language::Other);
    }
    let found = whatlang::detect(beginning(sample, TRIGRAMS))?;
    if !script && !found.is_reliable() {
        return None;
    }
    Some(match found.lang() {
        Lang::Eng => Language::English,
        Lang::Fra => Language::French,
        Lang::Spa => Language::Spanish,
        Lang::Rus => Language::Russian,
        Lang::Ara => Language::Arabic,
        Lang::Cmn => Language::Chinese,
        _ => Language::Other,
    })
}

/// Whether the smallest words of English stand as thick as in English.
fn is_english(sample: &str) -> bool {
    let enough = (sample.len().div_ceil(200)).max(2);
    let mut at = 0;
    let ends = memchr::memchr_iter(b' ', sample.as_bytes()).chain([sample.len()]);
    let words = ends
        .map(|end| &sample[std::mem::replace(&mut at, end + 1)..end])
        .filter(|word| matches!(*word, "the" | "of" | "and" | "THE" | "OF" | "AND"));
    words.take(enough).count() == enough
}

/// Letters of a sample by script.
#[derive(Default)]
struct Letters {
    latin: usize,
    cyrillic: usize,
    arabic: usize,
    han: usize,
    kana: usize,
    other: usize,
}

impl Letters {
    fn count(&mut self, c: char) {
        match c {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => self.latin += 1,
            '\u{400}'..='\u{52F}' => self.cyrillic += 1,
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FEFC}' => {
                self.arabic += 1;
            }
            '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' => self.han += 1,
            '\u{3040}'..='\u{30FF}' => self.kana += 1,
            _ if c.is_alphabetic() => self.other += 1,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_official_languages_are_told_apart() {
        for (text, expected) in [
            (
                "I have the honour to transmit the text of the statement and of its annex to the \
                 members of the Council.",
                Some(Language::English),
            ),
            (
                "J'ai l'honneur de vous faire tenir ci-joint le texte de la déclaration que le \
                 Gouvernement a publiée hier au sujet des lacs.",
                Some(Language::French),
            ),
            (
                "Tengo el honor de remitirle adjunto el texto de la declaración que el Gobierno \
                 publicó ayer sobre la situación de los lagos.",
                Some(Language::Spanish),
            ),
            (
                "Имею честь настоящим препроводить текст заявления правительства о положении на \
                 озёрах, опубликованного вчера.",
                Some(Language::Russian),
            ),
            (
                "谨随函转递我国政府昨天就湖泊问题发表的声明全文，请作为文件分发。",
                Some(Language::Chinese),
            ),
            (
                "أتشرف بأن أحيل طيه نص البيان الذي أصدرته حكومة بلدي أمس بشأن حالة البحيرات في المنطقة.",
                Some(Language::Arabic),
            ),
            ("S/2031/7", None),
            ("", None),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }
}
