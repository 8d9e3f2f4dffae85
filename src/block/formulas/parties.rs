//! Who writes to whom in the heading of a communication in another language than English.
//!
//! ```text
//! heading  = form , dated , to , addressees , from , senders      (French, Spanish, Arabic)
//!          | form , senders , dated , to , addressees             (Russian)
//!          | date , senders , to , addressees , form , [ ":" , States ]      (Chinese)
//! party    = office , of , [ accredited , body ]
//! ```
//!
//! The words are data, a row a language; an office of the table is given as it is named, also where
//! the heading has it in another case.

use std::ops::Range;

use super::super::party::PartyReading;
use super::table::Formulas;
use super::{first_date, form_of};
use crate::gazetteer::Named;
use crate::inline::NameHit;

/// The senders and the addressees that a heading names.
pub(crate) fn foreign_parties(
    text: &str,
    hits: &[NameHit],
) -> Option<(Vec<PartyReading>, Vec<PartyReading>)> {
    let (formulas, _, form) = form_of(text)?;
    let (date, _) = first_date(text, 0)?;
    let listed = form.end..text.len();
    let end = if formulas.form_last { form.start } else { text.len() };
    let first = if formulas.form_last { date.end } else { form.end };
    let mark = |words: &[&str]| {
        let found = words.iter().filter_map(|word| {
            let at = first + text.get(first..end)?.find(word)?;
            Some(at..at + word.len())
        });
        found.min_by_key(|found| found.start)
    };
    let (from, to, dated) = (mark(formulas.from), mark(formulas.to), mark(formulas.dated));
    let starts = [&from, &to, &dated].map(|mark| mark.as_ref().map_or(end, |mark| mark.start));
    let segment = |start: usize| {
        let stop = starts.iter().copied().filter(|&stop| stop >= start).min().unwrap_or(end);
        trimmed(text, start..stop)
    };
    let sender = match &from {
        Some(from) => Some(segment(from.end)),
        None if formulas.from.is_empty() => Some(segment(first)),
        None => None,
    };
    let mut senders: Vec<PartyReading> =
        sender.into_iter().flat_map(|range| parties(text, range, formulas, hits)).collect();
    // "下列国家": the States stand behind the heading.
    if let [sender] = senders.as_slice()
        && text[listed.clone()].starts_with('：')
    {
        let listed = listed.start + '：'.len_utf8()..listed.end;
        senders = each_state(text, listed, sender, hits);
    }
    let addressees = to
        .map_or_else(Vec::new, |to| several(text, segment(to.end), formulas))
        .into_iter()
        .map(|range| party(text, range, formulas, hits))
        .collect();
    Some((senders, addressees))
}

/// The senders in a range: one, or one for each State that it names.
fn parties(
    text: &str,
    range: Range<usize>,
    formulas: &Formulas,
    hits: &[NameHit],
) -> Vec<PartyReading> {
    if range.is_empty() {
        return Vec::new();
    }
    let whole = party(text, range.clone(), formulas, hits);
    let states = states(&range, hits);
    if states.len() < 2 {
        return vec![whole];
    }
    states.into_iter().map(|state| PartyReading { state: Some(state), ..whole.clone() }).collect()
}

/// The States in a range.
fn states(range: &Range<usize>, hits: &[NameHit]) -> Vec<(Range<usize>, crate::gazetteer::State)> {
    let inside = |hit: &&NameHit| range.start <= hit.range.start && hit.range.end <= range.end;
    let state = |hit: &NameHit| match hit.named {
        Named::State(state) => Some((hit.range.clone(), state)),
        _ => None,
    };
    hits.iter().filter(inside).filter_map(state).collect()
}

/// A sender of the list behind a heading, for each of its entries: they share the office.
fn each_state(
    text: &str,
    listed: Range<usize>,
    sender: &PartyReading,
    hits: &[NameHit],
) -> Vec<PartyReading> {
    const MOST: usize = 200;
    let mut at = listed.start;
    let entries = text[listed].split(['、', '，']).take(MOST).flat_map(|entry| {
        let (start, end) = (at, at + entry.len());
        at = end + '、'.len_utf8();
        // "泰国和越南", but "共和国" is a republic.
        let mut joints = entry.match_indices('和').map(|(joint, and)| (joint, joint + and.len()));
        let joint = joints.find(|&(_, next)| !entry[next..].starts_with('国'));
        let (last, next) = joint.map_or((end, end), |(to, next)| (start + to, start + next));
        [trimmed(text, start..last), trimmed(text, next..end)]
    });
    let entries: Vec<Range<usize>> = entries.filter(|entry| !entry.is_empty()).collect();
    let each = entries.into_iter().map(|entry| PartyReading {
        state: states(&entry, hits).into_iter().next(),
        ..sender.clone()
    });
    each.collect()
}

/// The parties that a word of the language joins.
fn several(text: &str, range: Range<usize>, formulas: &Formulas) -> Vec<Range<usize>> {
    let mut parties = Vec::new();
    let mut start = range.start;
    let joint = |from: usize| {
        // A conjunction within a name is followed by no office.
        let officer = |&(_, next): &(usize, usize)| {
            office(text, &trimmed(text, next..range.end), formulas).is_some()
        };
        let found = formulas.and.iter().filter_map(|and| {
            let joints = text[from..range.end].match_indices(and).take(8);
            joints.map(|(at, and)| (from + at, from + at + and.len())).find(officer)
        });
        found.min()
    };
    while let Some((end, next)) = joint(start) {
        parties.push(trimmed(text, start..end));
        start = next;
    }
    parties.push(trimmed(text, start..range.end));
    parties.retain(|party| !party.is_empty());
    parties
}

/// The office of a party: its place, and how it is named.
fn office(
    text: &str,
    range: &Range<usize>,
    formulas: &Formulas,
) -> Option<(Range<usize>, &'static str)> {
    let words = &text[range.clone()];
    let found = formulas.parties.iter().filter(|(printed, _)| {
        if formulas.form_last { words.ends_with(printed) } else { words.starts_with(printed) }
    });
    let &(printed, name) = found.max_by_key(|(printed, _)| printed.len())?;
    let start = if formulas.form_last { range.end - printed.len() } else { range.start };
    Some((start..start + printed.len(), name))
}

fn party(text: &str, range: Range<usize>, formulas: &Formulas, hits: &[NameHit]) -> PartyReading {
    let office = office(text, &range, formulas);
    let accredited = formulas.accredited.iter().find_map(|words| {
        let at = range.start + text[range.clone()].rfind(words)? + words.len();
        Some(at..range.end)
    });
    let of = accredited.as_ref().map_or(range.end, |body| body.start);
    let state = states(&(range.start..of), hits).into_iter().next();
    let named = office.as_ref().map(|(_, name)| *name);
    PartyReading {
        person: None,
        is_respelt: office.as_ref().is_some_and(|(place, name)| &text[place.clone()] != *name),
        office: office.map(|(place, _)| place),
        office_name: named,
        state,
        organization: None,
        accredited_to: accredited,
        range,
    }
}

/// Without blanks and commas at the ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    const BLANK: [char; 4] = [' ', ',', '،', '，'];
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start_matches(BLANK).len());
    let length = words.trim_matches(BLANK).len();
    start..start + length
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = (Vec<(&'static str, &'static str)>, Vec<&'static str>);

    fn read(text: &'static str) -> Read {
        let (senders, addressees) = foreign_parties(text, &[]).unwrap();
        let sender = |party: PartyReading| (&text[party.range], party.office_name.unwrap_or(""));
        (
            senders.into_iter().map(sender).collect(),
            addressees.into_iter().map(|party| &text[party.range]).collect(),
        )
    }

    #[test]
    fn headings_of_five_languages_name_their_parties() {
        assert_eq!(
            read(
                "Lettre datée du 3 janvier 2031, adressée au Secrétaire général et au Président du \
                 Conseil de sécurité par la Représentante permanente de la Norvège auprès de \
                 l’Organisation des Nations Unies"
            ),
            (
                vec![(
                    "Représentante permanente de la Norvège auprès de l’Organisation des Nations Unies",
                    "Représentante permanente"
                )],
                vec!["Secrétaire général", "Président du Conseil de sécurité"]
            )
        );
        assert_eq!(
            read(
                "Carta de fecha 3 de enero de 2031 dirigida al Presidente del Consejo de Seguridad \
                 por el Representante Permanente de Noruega ante las Naciones Unidas"
            ),
            (
                vec![(
                    "Representante Permanente de Noruega ante las Naciones Unidas",
                    "Representante Permanente"
                )],
                vec!["Presidente del Consejo de Seguridad"]
            )
        );
        assert_eq!(
            read(
                "Письмо Постоянного представителя Норвегии при Организации Объединенных Наций от \
                 3 января 2031 года на имя Генерального секретаря"
            ),
            (
                vec![(
                    "Постоянного представителя Норвегии при Организации Объединенных Наций",
                    "Постоянный представитель"
                )],
                vec!["Генерального секретаря"]
            )
        );
        assert_eq!(
            read("2031年1月3日挪威常驻联合国代表给安全理事会主席和秘书长的信"),
            (vec![("挪威常驻联合国代表", "常驻代表")], vec!["安全理事会主席", "秘书长"])
        );
        assert_eq!(
            read(
                "رسالة مؤرخة 3 كانون الثاني/يناير 2031 موجهة إلى الأمين العام من الممثل الدائم \
                 للنرويج لدى الأمم المتحدة"
            ),
            (
                vec![("الممثل الدائم للنرويج لدى الأمم المتحدة", "الممثل الدائم")],
                vec!["الأمين العام"]
            )
        );
    }

    #[test]
    fn the_states_of_a_joint_letter_stand_behind_its_heading() {
        let (senders, addressees) = read(
            "2031年1月3日下列国家常驻联合国代表致会议委员会主席的信：挪威、老挝人民民主共和国和秘鲁",
        );
        assert_eq!(senders.len(), 3);
        assert_eq!(addressees, ["会议委员会主席"]);
    }
}
