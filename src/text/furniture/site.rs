//! What a web site prints around a document: rows of links, buttons, the fields of its catalogue.
//!
//! Known by form: links set apart by strokes, words that a page says to its reader, names of
//! fields with a colon. None of it is of the document.

use super::forms::is_page_of;
use crate::text::Signs;

/// Whether the line is of the web page around a document.
pub(super) fn is_site_line(text: &str, signs: Signs) -> bool {
    if text.len() > 160 || text.len() < 4 {
        return false;
    }
    signs.may_hold(Signs::BAR) && is_row_of_links(text)
        || is_button(text)
        || is_count(text)
        || is_linked(text)
        || is_source(text)
        || text.starts_with('©')
        || text.ends_with("ights Reserved") && text.contains('©')
        || signs.may_hold(Signs::MARK) && is_archival(text)
        || is_printed_page(text)
}

/// `home || Permalink || Search`, `English | Français | Español`: short words set apart by strokes.
fn is_row_of_links(text: &str) -> bool {
    if text.starts_with('|') && !text.starts_with("||") {
        return false;
    }
    let links = || text.split('|').map(str::trim).filter(|link| !link.is_empty());
    let strokes = text.contains("||") || links().count() >= 3;
    strokes && links().all(|link| link.len() <= 40 && !link.ends_with('.'))
}

/// `[Back to top](#top) · [Print](#)`: links of Markdown that stand side by side.
///
/// The way to a page ends with its name: `[Home](/) » [Documents](/documents) » Lakes`.
fn is_linked(text: &str) -> bool {
    if !text.starts_with('[') {
        return false;
    }
    let mut way = false;
    let mut rest = text;
    let mut links = 0;
    while let Some(link) = rest.strip_prefix('[') {
        let Some((_, behind)) = link.split_once("](") else { return false };
        let Some((_, behind)) = behind.split_once(')') else { return false };
        way = behind.trim_start().starts_with(['»', '›', '>']);
        rest = behind.trim_start_matches(['·', '•', '|', '-', '–', '/', ',', ' ', '»', '›', '>']);
        links += 1;
    }
    links > 1 && rest.is_empty() || way && !rest.ends_with('.')
}

/// `*Source: Documents of the League. Last updated in May.*`: what a collector has put below a text.
fn is_source(text: &str) -> bool {
    let marks = ['*', '_'];
    let bare = text.trim_start_matches(marks);
    bare.len() < text.len() && bare.starts_with("Source:") && text.ends_with(marks)
}

/// `312 views`, `0 ratings`: how often a page was looked at, with more glued to it.
fn is_count(text: &str) -> bool {
    let counted = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
    let nouns = [" views", " ratings", " downloads", " likes", " shares"];
    counted.len() < text.len()
        && text.len() <= 80
        && nouns.iter().any(|noun| counted.starts_with(noun))
        && !text.ends_with('.')
}

/// `_[AB : C1838, 854/10, iv]_`: where an archive keeps the paper, as its edition prints it below.
fn is_archival(text: &str) -> bool {
    let bare = text.trim_matches(['_', '*', ' ']);
    let inner = bare.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
    let named = inner.and_then(|inner| inner.split_once(':'));
    named.is_some_and(|(archive, reference)| {
        let archive = archive.trim_end();
        (2..=6).contains(&archive.len())
            && archive.bytes().all(|b| b.is_ascii_uppercase())
            && reference.contains(|c: char| c.is_ascii_digit())
            && !reference.contains(['[', ']'])
    })
}

/// The head and foot that a browser prints on a page: `9/24/31, 4:23 PM Title`, and the address
/// with the page's number.
fn is_printed_page(text: &str) -> bool {
    if !text.starts_with(|c: char| c == 'h' || c.is_ascii_digit()) {
        return false;
    }
    let mut tokens = text.split_whitespace();
    let first = tokens.next().unwrap_or("");
    if first.starts_with("https://") || first.starts_with("http://") {
        return tokens.next().is_some_and(is_page_of) && tokens.next().is_none();
    }
    let numbers = |token: &str, mark: char, count: usize| {
        let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        token.split(mark).count() == count && token.split(mark).all(part)
    };
    first.strip_suffix(',').is_some_and(|date| numbers(date, '/', 3))
        && tokens.next().is_some_and(|hour| numbers(hour, ':', 2))
        && matches!(tokens.next(), Some("AM" | "PM"))
}

/// What a page says to its reader, by its first words, in order; a capital letter or none begins it.
const BUTTONS: [&str; 45] = [
    "all rights reserved",
    "available formats:",
    "back to top",
    "click here",
    "copyright ©",
    "document sources:",
    "document type:",
    "download as",
    "download document",
    "download full",
    "download pdf",
    "download the pdf",
    "download this",
    "everything you want to read",
    "file type",
    "follow us",
    "for information media",
    "jump to content",
    "jump to navigation",
    "next:",
    "original pdf",
    "original title:",
    "permalink",
    "previous:",
    "print this",
    "publication date:",
    "read more",
    "return to top",
    "reward your curiosity",
    "share on",
    "share this",
    "share:",
    "skip to content",
    "skip to main content",
    "subscribe to",
    "this page was",
    "top view",
    "tweet this",
    "uploaded by",
    "view as pdf",
    "view image",
    "view original",
    "view pdf",
    "you are on page",
    "you might also like",
];

/// The first two letters of each.
const LETTERS: [u16; 45] = {
    let mut keys = [0; 45];
    let mut at = 0;
    while at < 45 {
        keys[at] = letters(BUTTONS[at]);
        at += 1;
    }
    keys
};

/// For each first letter the second letters.
const SECOND: [u32; 26] = {
    let mut table = [0; 26];
    let mut at = 0;
    while at < 45 {
        let [first, second] = LETTERS[at].to_be_bytes();
        table[(first - b'a') as usize] |= 1 << (second - b'a');
        at += 1;
    }
    table
};

/// Whether two letters begin any of them.
fn begins(own: u16) -> bool {
    let [first, second] = own.to_be_bytes().map(|letter| letter.wrapping_sub(b'a'));
    second < 26 && SECOND.get(usize::from(first)).is_some_and(|table| table >> second & 1 == 1)
}

/// The first two letters of a text, in any case, as a number of their order.
const fn letters(text: &str) -> u16 {
    match text.as_bytes() {
        [first, second, ..] => {
            u16::from_be_bytes([first.to_ascii_lowercase(), second.to_ascii_lowercase()])
        }
        _ => 0,
    }
}

fn is_button(text: &str) -> bool {
    let starts = |prefix: &str| {
        text.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
    };
    let words = || text.split_whitespace().count();
    let own = letters(text);
    if !begins(own) {
        return false;
    }
    let from = LETTERS.partition_point(|&letters| letters < own);
    let alike = LETTERS[from..].iter().take_while(|&&letters| letters == own).count();
    if BUTTONS[from..from + alike].iter().any(|button| starts(button)) {
        return text.contains(':') || words() <= 8;
    }
    let networks = ["Twitter", "RSS", "Facebook"];
    starts("follow ") && words() <= 6 && networks.iter().any(|name| text.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_are_in_order() {
        assert!(BUTTONS.is_sorted());
    }

    #[test]
    fn lines_of_a_site() {
        for line in [
            "Library of the Archive home || Permalink || About || Search",
            "English (pdf) ||Arabic||Chinese||Français||",
            "Home | Documents | Contact",
            "Follow ARCHIVE Twitter RSS",
            "Download PDF",
            "You are on page 1 of 3",
            "File Type:pdf, Size:20Kb",
            "Document Type: Letter, List",
            "_[AB : C1838, 854/10, iv]_",
            "[ABC: D10299, 6]",
            "9/24/31, 4:23 PM Presidency of the Republic : the speech",
            "https://example.org/en/news/542/the-lakes- 2/7",
            "[Back to top](#top) · [Print](#)",
            "[Home](/) » [Documents](/documents) » Meeting on the Lakes",
            "*Source: Documents of the League. Last updated in May.*",
            "0 ratings0% found this document useful (0 votes)",
            "© 2031 Permanent Mission of Norway. All rights reserved.",
            "Copyright: © All Rights Reserved",
            "For information media. Not an official record.",
        ] {
            assert!(is_site_line(line, Signs::of(line)), "{line}");
        }
        for line in [
            "| Norway | 3 May 2031 |",
            "The Committee will follow the matter and download the report.",
            "Distr.: General",
            "Home rule was granted.",
            "Document symbol: S/2031/7",
            "[Original: English]",
            "See https://example.org/en/news",
            "[Annex I](a.pdf)",
            "[Annex I](a.pdf) was circulated.",
            "Source: the Committee",
            "12 views were stated.",
        ] {
            assert!(!is_site_line(line, Signs::of(line)), "{line}");
        }
    }
}
