//! Reading a reference: layout damage out, symbols in, joints between.

use std::borrow::Cow;
use std::ops::Range;

use super::classify::{Half, classify};
use super::grammar::{Part, asterisks, elements, joint};
use super::series::{Family, Series};
use super::{Nature, Symbol};

/// No symbol, joint or not, is longer than this in characters.
const MOST: usize = 160;

/// No document has more symbols than this beside its first.
const JOINTS: usize = 4;

/// The text at one place in ASCII, and the way back.
pub(super) struct Buffer<'a> {
    pub ascii: Cow<'a, str>,
    /// Where the text is not as it is in `ascii`: for each ASCII byte, the offset in the text after
    /// the character that it stands for, and whether that character is another one.
    characters: Option<Vec<(usize, bool)>>,
}

impl<'a> Buffer<'a> {
    /// Takes the text from its start, as far as it may belong to a symbol.
    pub(super) fn new(text: &'a str, lenient: bool) -> Self {
        let bytes = text.as_bytes();
        let plain = bytes.iter().take(MOST).take_while(|byte| matches!(byte, b' '..=b'~')).count();
        let dollar = lenient && bytes.first() == Some(&b'$');
        if (plain == MOST || plain == bytes.len()) && !dollar {
            return Buffer { ascii: Cow::Borrowed(&text[..plain]), characters: None };
        }
        let mut read = String::with_capacity(MOST);
        let mut characters: Vec<(usize, bool)> = Vec::with_capacity(MOST);
        // Letters of another alphabet stand for ours before the first stroke only.
        let mut first = lenient;
        for (at, c) in text.char_indices() {
            let ascii = match c {
                '$' | '§' if lenient && at == 0 => 'S',
                '\n' | '\r' | '\t' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ' ',
                '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' if lenient => {
                    if let Some((end, _)) = characters.last_mut() {
                        *end = at + c.len_utf8();
                    }
                    continue;
                }
                'А' if first => 'A',
                'Е' if first => 'E',
                'С' if first => 'C',
                'Ѕ' if first => 'S',
                'Т' if first => 'T',
                ' '..='~' => c,
                _ => break,
            };
            if read.len() == MOST {
                break;
            }
            first &= ascii != '/';
            read.push(ascii);
            characters.push((at + c.len_utf8(), ascii != c && !c.is_ascii_whitespace()));
        }
        Buffer { ascii: Cow::Owned(read), characters: Some(characters) }
    }

    /// The offset in the text after the first `n` bytes of `ascii`.
    pub(super) fn back(&self, n: usize) -> usize {
        let Some(characters) = &self.characters else { return n };
        n.checked_sub(1).and_then(|last| characters.get(last)).map_or(0, |(end, _)| *end)
    }

    /// Whether one of the first `n` bytes of `ascii` stands for another character.
    fn mended(&self, n: usize) -> bool {
        self.characters.as_ref().is_some_and(|all| all[..n].iter().any(|(_, other)| *other))
    }
}

/// A reference that was read.
pub(super) struct Reading {
    pub symbol: Symbol,
    /// Bytes of the buffer that it takes.
    pub len: usize,
    pub repaired: bool,
    /// Each symbol of a joint one with its bytes of the buffer; none where it is one alone.
    pub halves: Vec<(Symbol, Range<usize>)>,
}

/// Reads the longest reference at the start of the buffer; or why none, and at which byte of it.
pub(super) fn reference(
    buffer: &Buffer<'_>,
    lenient: bool,
) -> Result<Reading, (&'static str, usize)> {
    let text = &*buffer.ascii;
    let (first, mut len, mut repaired) = half(text, lenient)?;
    let mut others: Vec<Half> = Vec::new();
    // Where the others stand.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let first_end = len;
    while others.len() < JOINTS
        && let Ok((rest, _)) = joint(&text[len..])
    {
        let at = text.len() - rest.len();
        match half(rest, lenient) {
            Ok((next, more, damaged)) => {
                repaired |= damaged || text[len..at].contains(['/', ' ']);
                others.push(next);
                len = at + more;
                ends.push((at, len));
            }
            Err((why, offset)) if !lenient => return Err((why, at + offset)),
            Err(_) => break,
        }
    }
    let stars = asterisks(&text[len..]).map_or(0, |(_, stars)| stars);
    len += stars;
    let mut halves = Vec::new();
    if !others.is_empty() {
        let each =
            std::iter::once(&first).chain(&others).zip(std::iter::once((0, first_end)).chain(ends));
        halves.extend(
            each.map(|(half, (from, to))| (symbol(half.clone(), &[], stars > 0), from..to)),
        );
    }
    repaired |= buffer.mended(len);
    Ok(Reading { symbol: symbol(first, &others, stars > 0), len, repaired, halves })
}

/// Reads one symbol: the longest run of elements that has a meaning.
fn half(text: &str, lenient: bool) -> Result<(Half, usize, bool), (&'static str, usize)> {
    let Some((prefix, series, opened, parts)) = elements(text, lenient) else {
        return Err(("it does not begin with a known series", 0));
    };
    let mut refusal = None;
    for n in (1..=parts.len()).rev() {
        let end = parts[n - 1].end;
        let rest = &text[end..];
        // What is tightly joined belongs to the symbol: its head alone would be another one.
        let tight = rest.as_bytes().get(1).filter(|_| rest.starts_with('/'));
        let cut =
            tight.is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_') && joint(rest).is_err();
        if cut && n < parts.len() && !lenient {
            break;
        }
        let last = &parts[n - 1];
        let closed = last.ordinal.is_some() || last.qualifier.is_some();
        // `A/RES/60/45 (2005)`: the parenthesis may be the sentence's.
        let bare = (lenient && !cut && closed).then(|| {
            let mut bare = parts[..n].to_vec();
            (bare[n - 1].ordinal, bare[n - 1].qualifier) = (None, None);
            (Cow::Owned(bare), last.bare_end)
        });
        for (parts, end) in std::iter::once((Cow::Borrowed(&parts[..n]), end)).chain(bare) {
            match classify(prefix, series, &parts) {
                Ok(half) if !cut => {
                    let (half, moved) = repair_order(half, prefix, series, &parts, lenient);
                    let damaged = moved || parts.iter().any(|part| part.damaged);
                    return Ok((half, end, damaged));
                }
                Ok(_) => refusal = refusal.or(Some(("the element is not understood", end + 1))),
                Err((why, at)) => {
                    let start = if at == 0 { opened } else { parts[at - 1].end };
                    refusal = refusal.or(Some((why, start + 1)));
                }
            }
        }
    }
    Err(refusal.unwrap_or(("an element must follow the oblique stroke", opened)))
}

/// `S/1999/PRST/12`, a writer's error, is `S/PRST/1999/12`.
fn repair_order(
    half: Half,
    prefix: &str,
    series: Series,
    parts: &[Part<'_>],
    lenient: bool,
) -> (Half, bool) {
    let misplaced = prefix == "S"
        && half.nature == Nature::PresidentialStatement
        && half.canonical.split('/').nth(2) == Some("PRST");
    if !(lenient && misplaced) {
        return (half, false);
    }
    let mut parts = parts.to_vec();
    parts.swap(0, 1);
    classify(prefix, series, &parts).map_or((half, false), |right| (right, true))
}

/// The symbol of one half, and of others joined to it.
pub(super) fn symbol(first: Half, others: &[Half], reissued: bool) -> Symbol {
    let joint_with: Vec<String> = others.iter().map(|half| half.canonical.clone()).collect();
    let mut canonical = first.canonical;
    for half in &joint_with {
        canonical.push('-');
        canonical.push_str(half);
    }
    Symbol {
        canonical,
        series: first.series,
        bodies: first.bodies,
        country: first.country,
        session: first.session,
        nature: first.nature,
        number: first.number,
        part: first.part,
        modifiers: first.modifiers,
        qualifier: first.qualifier,
        reissued,
        joint_with,
        organ: first.organ,
        foreign: first.family == Family::Foreign,
    }
}

/// Reads all of `text` as one reference.
pub(super) fn whole(text: &str) -> Result<Symbol, (&'static str, usize)> {
    let buffer = Buffer::new(text, false);
    let read = reference(&buffer, false).map_err(|(why, at)| (why, buffer.back(at)))?;
    let end = buffer.back(read.len);
    match &text[end..] {
        // A language tag of file names.
        "" | "-E" | "-EN" => Ok(read.symbol),
        _ => Err(("something follows that is no part of a symbol", end)),
    }
}
