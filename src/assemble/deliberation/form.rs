//! Which blocks are a text of an organ, and where one ends and the next begins.

use crate::block::{
    DeliberationNoun, Deliberative, RawBlock, Shape, action, any_heading, introduction,
};

use crate::assemble::front::lone_symbol;

/// What a text of an organ is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::assemble) enum Form {
    Resolution,
    Decision,
    Draft,
    PresidentialStatement,
}

fn planned(block: &RawBlock) -> Option<Deliberative> {
    match block.shape {
        Shape::Deliberative(planned) => Some(planned),
        _ => None,
    }
}

/// The form of the text in the blocks and where its front begins; `None` where they are no text of
/// an organ.
pub(in crate::assemble) fn main_form(own: &[RawBlock]) -> Option<(Form, usize)> {
    let front = own.iter().position(|block| planned(block).is_some())?;
    let front = below_masthead(own, front);
    let mut form = None;
    for block in &own[front..] {
        match planned(block) {
            Some(Deliberative::StatementTitle) => {
                return Some((Form::PresidentialStatement, front));
            }
            Some(Deliberative::Sponsors) => form = Some(Form::Draft),
            Some(Deliberative::AdoptedBy) if form.is_none() => {
                let decision = block.flow.text.trim_start_matches(['*', '#', ' ']);
                let decision = decision.to_lowercase().starts_with("decision");
                form = Some(if decision { Form::Decision } else { Form::Resolution });
            }
            Some(Deliberative::Heading) if form.is_none_or(|form| form == Form::Resolution) => {
                form = match any_heading(&block.flow.text).map(|heading| heading.noun) {
                    Some(DeliberationNoun::Decision) => Some(Form::Decision),
                    Some(DeliberationNoun::PresidentialStatement) => {
                        Some(Form::PresidentialStatement)
                    }
                    _ => form.or(Some(Form::Resolution)),
                };
            }
            Some(Deliberative::Enacting) => break,
            _ => {}
        }
    }
    let form = form.unwrap_or(Form::Resolution);
    // The text of a decision tells of its meeting, or stands below a line that does.
    let text = own.iter().skip(front).filter(|block| block.shape == Shape::Plain);
    let told = text.take(1).any(|block| introduction(&block.flow.text).is_some());
    let form = if told && form == Form::Resolution { Form::Decision } else { form };
    Some((form, front))
}

/// Where the front begins below a masthead that a copy prints under the line of adoption.
fn below_masthead(own: &[RawBlock], front: usize) -> usize {
    if planned(&own[front]) != Some(Deliberative::AdoptedBy) {
        return front;
    }
    let next = own.iter().skip(front + 1).position(|block| planned(block).is_some());
    let next = next.map_or(front, |at| front + 1 + at);
    let symbol =
        own[front + 1..next.max(front + 1)].iter().any(|raw| lone_symbol(&raw.flow).is_some());
    if symbol { next } else { front }
}

/// Where texts of organs begin after the first one: at a heading or the like behind the enacting
/// line of the one before.
pub(in crate::assemble) fn fronts(blocks: &[RawBlock]) -> Vec<usize> {
    let mut fronts = Vec::new();
    let (mut headed, mut enacted) = (false, false);
    for (at, block) in blocks.iter().enumerate() {
        match planned(block) {
            Some(
                Deliberative::Heading
                | Deliberative::AdoptedBy
                | Deliberative::Sponsors
                | Deliberative::StatementTitle,
            ) if enacted => {
                fronts.push(at);
                enacted = false;
            }
            Some(Deliberative::Enacting) => enacted = true,
            // A text whose organ has no line of its own.
            None if headed && !enacted => enacted = is_text(block),
            _ => {}
        }
        headed |= planned(block).is_some();
    }
    fronts
}

/// Whether a block is text of an organ by its first words.
fn is_text(block: &RawBlock) -> bool {
    let text = block.flow.text.as_str();
    matches!(block.shape, Shape::Item { .. })
        || introduction(text).is_some()
        || action(text).is_some_and(|action| action.listed)
}
