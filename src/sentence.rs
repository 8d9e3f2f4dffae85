//! The inline engine on a text without a document.
//!
//! The text goes through lines and flows as a document's does, but for furniture and notes.

use crate::inline::{Memory, Reading, read_on};
use crate::model::{Citation, Mention};
use crate::text::{Flow, Hyphens, Line, lines};

/// What a text mentions: States, organizations, dates, citations, offices, persons, demonyms.
///
/// For people who have a sentence or a few paragraphs and no document. White space is that of
/// print: a line break is a blank, a blank line ends a paragraph, so that the same text gives the
/// same mentions however it is wrapped. Short names that the text defines are known from there on.
/// The places of a mention are bytes of `text`; its `range` is the same as its span. Nothing is
/// known of a date or an organ here: use [`parse`](crate::parse) for a whole document.
///
/// Never fails, and takes time linear in the length of the text.
///
/// ```
/// use verbale::model::Mention;
///
/// let text = "Mr. Ban met the Permanent Representative of Chad to the\nUnited Nations on 3 May 2012.";
/// let mentions = verbale::mentions(text);
/// for mention in &mentions {
///     println!("{:?} {}", mention.span(), mention.printed());
/// }
/// let states = mentions.iter().filter_map(|mention| match mention {
///     Mention::MemberState(m) => Some(m.member_state.alpha3.as_str()),
///     _ => None,
/// });
/// assert_eq!(states.collect::<Vec<_>>(), ["TCD"]);
/// let Mention::Person(person) = &mentions[0] else { panic!("no person") };
/// assert_eq!(person.name.printed, "Ban");
/// assert_eq!(person.span.slice(text), "Mr. Ban");
/// ```
pub fn mentions(text: &str) -> Vec<Mention> {
    // Offsets of 32 bits reach no further.
    let text = text.get(..u32::MAX as usize).unwrap_or(text);
    let mut memory = Memory::default();
    let hyphens = Hyphens::of(text);
    let mut reading = Reading::default();
    let mut flow = Flow::default();
    for paragraph in paragraphs(&lines(text)) {
        flow.join_again(paragraph, &hyphens);
        read_on(&flow, &mut memory, &mut reading);
    }
    let mut mentions = reading.mentions;
    for mention in &mut mentions {
        mention.set_range_to_span();
    }
    mentions
}

/// The references to other documents in a text: those among its [`mentions`].
///
/// ```
/// let text = "Recalling its resolution 1540 (2004) and document A/60/973,";
/// let citations = verbale::citations(text);
/// let canonical: Vec<&str> = citations.iter().map(|c| c.canonical.as_str()).collect();
/// assert_eq!(canonical, ["S/RES/1540(2004)", "A/60/973"]);
/// assert_eq!(citations[1].span.slice(text), "A/60/973");
/// ```
pub fn citations(text: &str) -> Vec<Citation> {
    let citations = mentions(text).into_iter().filter_map(|mention| match mention {
        Mention::Citation(citation) => Some(citation),
        _ => None,
    });
    citations.collect()
}

/// The runs of lines between empty lines.
fn paragraphs(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    lines.chunk_by(|_, next| next.gap == 0 && !next.new_page)
}
