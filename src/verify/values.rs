//! Which values follow from which printed forms, by the grammar and the tables alone.

use serde_json::Value;

use super::json::{Object, items, text};
use super::places::Said;
use super::print::Print;
use crate::gazetteer::{Demonym, NameForm, Office, Organization, RegionalGroup, State};
use crate::inline::dates_in;
use crate::model::{Date, Mention, Symbol};
use crate::sentence::mentions;

/// Whether a field has no value to follow from anything: words and places, which are checked as
/// such, and parts that are things of their own.
pub(super) fn is_no_value(key: &str, value: &Value) -> bool {
    let is_place = matches!(
        key,
        "printed"
            | "range"
            | "offset"
            | "block"
            | "depth"
            | "parent"
            | "segments"
            | "mentions"
            | "source"
    ) || (key.ends_with("span") && key != "core_span");
    is_place
        || has_place(value)
        || items(Some(value)).first().is_some_and(has_place)
        || value.as_array().is_some_and(Vec::is_empty)
        || key == "text"
}

fn has_place(value: &Value) -> bool {
    value.get("span").is_some() || value.get("segments").is_some()
}

/// Whether the value of a field follows from the printed form beside it, where our own reading of
/// the text does not say the same at this place.
pub(super) fn follows(
    print: &Print<'_>,
    object: &Object,
    key: &str,
    value: &Value,
    said: Said<'_>,
) -> bool {
    let printed = text(object, "printed");
    let word = value.as_str().unwrap_or_default();
    // Where the words allow several, the text around them decides, as our own reading knows.
    let decided = matches!(said, Said::Other(own) if !own.is_null());
    let has = |key: &str| object.contains_key(key);
    match key {
        "date" | "end_date" => date(print, printed, key, word, decided),
        "alpha3" => {
            (!decided && State::bearers(printed).iter().any(|state| state.code() == word))
                || names(printed, |mention| match mention {
                    Mention::MemberState(m) => m.member_state.alpha3 == word,
                    _ => false,
                })
        }
        "alpha2" | "m49" | "short_name" | "formal_name" => state(text(object, "alpha3"), key, word),
        "code" | "acronym" => organization(printed, object, key, word),
        "name" if has("acronym") => organization(printed, object, key, word),
        "symbol" => {
            let symbol =
                printed.parse::<Symbol>().or_else(|_| printed.trim_end_matches('*').parse());
            symbol.is_ok_and(|symbol| {
                value.get("canonical").and_then(Value::as_str) == Some(symbol.as_str())
            })
        }
        "canonical" if has("target") => citation(printed, |cited| cited.canonical == word),
        "canonical" => letters(word) == letters(printed),
        "target" => citation(printed, |cited| {
            serde_json::to_value(&cited.target).is_ok_and(|target| target == *value)
        }),
        "states" => {
            let demonym = Demonym::by_word(printed);
            let states = demonym.map_or(&[][..], Demonym::states);
            items(Some(value))
                .iter()
                .all(|code| states.iter().any(|s| Some(s.code()) == code.as_str()))
        }
        "honorifics" => items(Some(value)).iter().all(|honorific| {
            honorific.as_str().is_some_and(|honorific| printed.contains(honorific))
        }),
        "name" if has("office") || has("on_behalf_of") => party(printed, object, word),
        "name" => office(printed, word),
        "number" if has("unit") || has("printed") => {
            let number = value.as_str().map_or_else(|| value.to_string(), letters);
            letters(printed).contains(&number)
        }
        "marker" => marker(print, object) == marks(word),
        "in_favour" | "against" | "abstaining" | "non_voting" => {
            let count = value.to_string();
            !decided && printed.split(|c: char| !c.is_ascii_digit()).any(|number| number == count)
        }
        // What is no more than a name for the thing: where our reading has it too, it must agree.
        _ => said == Said::Nothing,
    }
}

/// A date is one that the grammar reads; its year may stand elsewhere in the text.
fn date(print: &Print<'_>, printed: &str, key: &str, word: &str, decided: bool) -> bool {
    let Ok(claimed) = word.parse::<Date>() else { return false };
    let reads = |text: &str| {
        let found = dates_in(text);
        let mut dates = found.iter().flat_map(|found| &found.dates);
        dates.any(
            |(_, date, end, _)| {
                if key == "end_date" { *end == Some(claimed) } else { *date == claimed }
            },
        )
    };
    let year = claimed.year().to_string();
    reads(printed)
        || (!decided
            && !printed.contains(&year)
            && memchr::memmem::find(print.source.as_bytes(), year.as_bytes()).is_some()
            && reads(&format!("{printed} {year}")))
}

/// A State's codes and names are those of one row of the table.
fn state(alpha3: &str, key: &str, word: &str) -> bool {
    State::by_code(alpha3).is_some_and(|state| {
        let own = match key {
            "alpha2" => state.alpha2(),
            "m49" => state.m49(),
            "short_name" => Some(state.short_name()),
            _ => Some(state.formal_name()),
        };
        own == Some(word)
    })
}

/// An organization's code, name and acronym are those of the row that its printed name finds; one
/// that no row has is called as it is printed.
fn organization(printed: &str, object: &Object, key: &str, word: &str) -> bool {
    if let Some(group) = RegionalGroup::by_name(printed) {
        return match key {
            "code" => word == group.code(),
            "name" => word == group.name(),
            _ => group.names().any(|(name, form)| form == NameForm::Acronym && name == word),
        };
    }
    let code = text(object, "code");
    let Some(row) = Organization::by_name(printed) else {
        return code.is_empty() && key == "name" && letters(word) == letters(printed);
    };
    match key {
        "code" => word == row.code(),
        "name" => word == row.name(),
        _ => row.names().any(|(name, form)| form == NameForm::Acronym && name == word),
    }
}

/// A citation is one that the grammar reads in the printed words.
fn citation(printed: &str, is: impl Fn(&crate::model::Citation) -> bool) -> bool {
    names(printed, |mention| matches!(mention, Mention::Citation(cited) if is(cited)))
}

/// Whether a mention of this kind is read in the printed words by themselves.
fn names(printed: &str, is: impl Fn(&Mention) -> bool) -> bool {
    mentions(printed).iter().any(is)
}

/// An office is called as printed, or as the table calls it.
fn office(printed: &str, word: &str) -> bool {
    letters(word) == letters(printed)
        || Office::by_name(printed).is_some_and(|office| office.name() == word)
}

/// A party is called by its printed words, or by them and the names of what it is made of.
fn party(printed: &str, object: &Object, word: &str) -> bool {
    let mut known = words(printed);
    for part in ["office", "state", "organization", "accredited_to"] {
        for key in ["name", "short_name", "formal_name"] {
            let name = object.get(part).and_then(|part| part.get(key)).and_then(Value::as_str);
            known.extend(words(name.unwrap_or_default()));
        }
    }
    !word.is_empty() && words(word).iter().all(|word| known.contains(word))
}

/// The mark that stands where the object says.
fn marker(print: &Print<'_>, object: &Object) -> String {
    let span = object.get("marker_span").or_else(|| object.get("span"));
    let span = span.and_then(super::json::as_span);
    marks(span.map_or("", |span| span.slice(print.source)))
}

/// A mark in plain digits, letters or stars, without what surrounds it.
fn marks(mark: &str) -> String {
    let plain = |c: char| match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_u32(c as u32 - '⁴' as u32 + '4' as u32).unwrap_or(c),
        _ => c,
    };
    mark.chars().map(plain).filter(|c| c.is_alphanumeric() || *c == '*').collect()
}

/// The letters and digits alone, in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect()
}
