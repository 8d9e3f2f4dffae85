//! One word after the other, as openings are compared: without the marks around a word, in any case.

/// A word of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    /// The word without the marks around it.
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a comma or another mark follows it.
    pub(super) closed: bool,
    /// Where the text goes on.
    pub(super) next: usize,
}

impl<'t> Word<'t> {
    /// The first word from `at` on, where a word begins.
    pub(super) fn at(text: &'t str, mut at: usize) -> Option<Word<'t>> {
        loop {
            let rest = text.get(at..)?;
            let raw = &rest[..memchr::memchr(b' ', rest.as_bytes()).unwrap_or(rest.len())];
            // Most words have no mark around them.
            let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
            if letter(raw.as_bytes().first()) && letter(raw.as_bytes().last()) {
                let end = at + raw.len();
                return Some(Word { text: raw, start: at, end, closed: false, next: end + 1 });
            }
            let head = raw.trim_start_matches(|c: char| !c.is_alphanumeric());
            let next = at + raw.len() + 1;
            if !head.is_empty() {
                let bare = head.trim_end_matches(|c: char| !c.is_alphanumeric());
                let start = at + (raw.len() - head.len());
                let closed = head[bare.len()..].contains(|c: char| !matches!(c, '*' | '_'));
                return Some(Word { text: bare, start, end: start + bare.len(), closed, next });
            }
            at = next;
        }
    }

    /// Whether it is a word of the tables.
    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it ends in some letters.
    pub(super) fn ends_in(&self, ending: &str) -> bool {
        let at = self.text.len().checked_sub(ending.len());
        at.and_then(|at| self.text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
    }

    /// The last of the words that follow it, no mark between them; itself where there are none.
    pub(super) fn goes_on(self, text: &'t str, rest: &[&str]) -> Option<Word<'t>> {
        rest.iter().try_fold(self, |word, expected| {
            Word::at(text, word.next).filter(|next| !word.closed && next.is(expected))
        })
    }
}
