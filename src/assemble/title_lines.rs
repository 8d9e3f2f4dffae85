//! How far a title goes: which lines below its first one belong to it.

use crate::block::{
    RawBlock, Shape, exchange_number, is_capitals, is_letterhead, is_salutation, place_date,
    skip_article, titles_speech,
};
use crate::inline::office_at;
use crate::text::{Signs, begins_lower, ends_sentence};

use super::front::lone_symbol;
use super::kind::{Family, Kind};
use super::title_form::{is_by_line, is_heading_like, is_section_heading};
use super::title_noun::{document_noun, noun_kind};

/// How many blocks from the start of `blocks` are the title. A second heading belongs to it while
/// the first names no document.
pub(crate) fn title_length(blocks: &[RawBlock]) -> usize {
    const MOST_LINES: usize = 12;
    let mut length = 0;
    let mut named = false;
    let mut of_instrument = false;
    for block in blocks.iter().take(MOST_LINES) {
        let text = block.flow.text.as_str();
        // The headline of a press release, the subject of a paper stands below the name of its form.
        let headline = length == 1 && {
            let above = document_noun(&blocks[0].flow.text);
            above.is_some_and(|(noun, kind)| {
                let subject = || text.contains(": ");
                (kind == Kind::PressRelease || kind == Kind::Other && subject())
                    && noun.end == blocks[0].flow.text.len()
            })
        };
        // A title in capitals on short lines goes on to the last of them.
        let goes_on =
            length > 0 && of_instrument && goes_on_in_capitals(&blocks[length - 1], block);
        let wraps = length > 0 && wraps(&blocks[length - 1], block);
        let open = || is_open_line(block, blocks.get(length + 1));
        let said = is_said(&blocks[..length], text);
        // The head of a table.
        let columns = length > 0 && block.lines.iter().any(|l| l.signs.may_hold(Signs::DOUBLED));
        if columns
            || length >= 3 && !goes_on && !wraps && !said
            || !is_heading_like(block) && (length == 0 || !is_lower_line(block)) && !open()
            || (length > 0 && is_by_line(text))
            || (named
                && !headline
                && !goes_on
                && !wraps
                && !is_subtitle(text)
                && !names_office(&blocks[length - 1].flow.text, text)
                && !said)
            || is_letterhead(text)
            || is_salutation(text)
            || place_date(text).is_some()
            || is_section_heading(text)
            || is_code(text)
            || lone_symbol(&block.flow).is_some()
        {
            break;
        }
        let noun = document_noun(text).map(|(_, kind)| kind);
        named = goes_on || wraps && named || noun.is_some() || titles_speech(text);
        of_instrument |= matches!(noun, Some(Kind::Treaty | Kind::ExchangeOfNotes));
        length += 1;
    }
    length
}

/// Whether a line goes on with the title above it though its first word has a capital: it stands right
/// below a line that is as long as those of a title that is broken, and names no document itself.
fn wraps(above: &RawBlock, block: &RawBlock) -> bool {
    const SHORTEST: usize = 36;
    let (title, text) = (above.flow.text.as_str(), block.flow.text.as_str());
    let close = block.lines.first().is_some_and(|line| line.gap == 0 && !line.new_page);
    let last = above.lines.last().map_or(0, |line| line.width.saturating_sub(line.indent));
    close
        && last as usize >= SHORTEST
        && block.lines.len() == 1
        && is_capitals(title) == is_capitals(text)
        && document_noun(text).is_none()
}

/// Whether a block is the title of an instrument in a copy without capitals.
pub(super) fn is_lower_title(block: &RawBlock) -> bool {
    let text = block.flow.text.as_str();
    let is_instrument =
        |word: &str| matches!(noun_kind(word), Some(Kind::Treaty | Kind::ExchangeOfNotes));
    is_lower_line(block)
        && !text.contains(char::is_uppercase)
        && text.split(' ').count() > 3
        && text.split(' ').take(7).any(is_instrument)
}

/// Whether a block is a line that ends with a comma in the middle of a title: the next goes on with it
/// right below, in lower case.
fn is_open_line(block: &RawBlock, next: Option<&RawBlock>) -> bool {
    let goes_on = |next: &RawBlock| {
        next.lines.first().is_some_and(|line| line.gap == 0) && is_lower_line(next)
    };
    block.shape == Shape::Plain
        && block.flow.text.len() <= 400
        && block.flow.text.ends_with(',')
        && block.flow.text.starts_with(char::is_uppercase)
        && next.is_some_and(goes_on)
}

/// Whether a block is a line of a title in lower case: `setting out the fishing opportunities`.
fn is_lower_line(block: &RawBlock) -> bool {
    let text = block.flow.text.as_str();
    block.shape == Shape::Plain
        && text.len() <= 400
        && begins_lower(text)
        && !ends_sentence(text)
        && !text.ends_with([',', ':'])
}

/// Whether a line has no word, or begins as a heading of a tariff does: `03.01 B I ex b) - Tuna`.
fn is_code(text: &str) -> bool {
    let digits = |at: usize| {
        text.as_bytes().get(at..at + 2).is_some_and(|two| two.iter().all(u8::is_ascii_digit))
    };
    let tariff = digits(0) && text[2..].starts_with('.') && digits(3) && text[5..].starts_with(' ');
    tariff
        || text.is_ascii()
            && text.split(|c: char| !c.is_ascii_alphabetic()).all(|letters| letters.len() < 3)
            && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a line in capitals right below a line in capitals goes on with it: it numbers no note
/// and heads no part of the text.
fn goes_on_in_capitals(above: &RawBlock, block: &RawBlock) -> bool {
    let text = block.flow.text.as_str();
    let close = block.lines.first().is_some_and(|line| line.gap == 0);
    close
        && is_capitals(&above.flow.text)
        && is_capitals(text)
        && exchange_number(text).is_none()
        && !is_section_heading(text)
}

/// Whether a title that ends with the name of a speaker goes on with the speaker's office.
fn names_office(title: &str, next: &str) -> bool {
    let lower = title.to_lowercase();
    let person = match lower.rfind(" by ") {
        Some(at) => Some(at + " by ".len()),
        None => lower.starts_with("by ").then_some("by ".len()),
    };
    person.is_some_and(|at| {
        // "by Ambassador Ada Byron": the rank before a name.
        let rank = office_at(title, at).filter(|office| {
            office.name == "Ambassador" && title[at + office.len..].starts_with(' ')
        });
        let at = rank.map_or(skip_article(title, at), |rank| at + rank.len + 1);
        let (name, rest) = (title.get(at..).unwrap_or(""), skip_article(next, 0));
        office_at(title, at).is_none()
            && name.split(' ').count() <= 7
            && office_at(next, rest).is_some()
    })
}

/// Whether a line goes on with the title of what a person says: below the noun alone who speaks, `BY
/// H.E. MS. ADA BYRON`, and below the speaker where, `AT THE GENERAL DEBATE OF ...`.
fn is_said(above: &[RawBlock], text: &str) -> bool {
    let Some(first) = above.first() else { return false };
    let Some((noun, kind)) = document_noun(&first.flow.text) else { return false };
    let first_word = text.split(' ').next().unwrap_or("");
    let begins = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(first_word));
    let alone = noun.end == first.flow.text.len();
    let spoken = kind.family() == Family::Statement && (alone || is_by_line(&first.flow.text));
    spoken
        && (begins(&["by", "of"]) && alone && above.len() == 1
            || begins(&["at", "on", "to", "before", "during"]) && above.len() > 1)
}

/// A line below a title that goes on with it: `during the presidency of Norway`, and `Norway (May
/// 2031)`, the presidency and its month.
fn is_subtitle(text: &str) -> bool {
    let dated = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    let dated = dated.is_some_and(|(head, date)| {
        head.split(' ').count() <= 4
            && date.split(' ').count() == 2
            && date.ends_with(|c: char| c.is_ascii_digit())
    });
    dated || begins_lower(text)
}
