//! The semantic layer: what the elements of one symbol mean, and which do not go together.

use super::eras::check;
use super::grammar::{Part, Shape};
use super::numerals::{counted, is_year, roman};
use super::parts::{Modifier, ModifierKind, Nature, Session, SessionSystem};
use super::series::{Family, Series, is_body_tag, nature, numbered};

/// One symbol, or one half of a joint one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Half {
    pub canonical: String,
    pub series: String,
    pub organ: &'static str,
    pub family: Family,
    pub bodies: Vec<String>,
    pub country: Option<String>,
    pub session: Option<Session>,
    pub nature: Nature,
    pub number: Option<String>,
    pub part: Option<String>,
    pub modifiers: Vec<Modifier>,
    pub qualifier: Option<String>,
}

/// Why elements make no symbol: a sentence, and the index of the element.
pub(super) type Refusal = (&'static str, usize);

/// Reads the elements behind `prefix`.
pub(super) fn classify(prefix: &str, series: Series, parts: &[Part<'_>]) -> Result<Half, Refusal> {
    let mut reader = Reader::new(prefix, series, parts);
    let main = parts.iter().skip(1).position(|part| modifier(part).is_some());
    let main = main.map_or(parts.len(), |at| at + 1);
    for at in 0..main {
        reader.element(at, at + 1 == main)?;
    }
    let last = main.saturating_sub(1);
    reader.settle(last)?;
    for (at, part) in parts.iter().enumerate().skip(main) {
        let modifier = modifier(part).ok_or(("nothing may follow Add., Corr. or Rev.", at))?;
        reader.half.modifiers.push(modifier);
    }
    let mut half = reader.half;
    check(&mut half, last)?;
    half.qualifier = parts.iter().find_map(|part| part.qualifier.clone());
    half.canonical.reserve(prefix.len() + 8 * parts.len());
    half.canonical.push_str(prefix);
    for part in parts {
        half.canonical.push('/');
        part.write(&mut half.canonical);
    }
    Ok(half)
}

fn modifier(part: &Part<'_>) -> Option<Modifier> {
    let (kind, number) = match &part.shape {
        Shape::Word("Summary") => (ModifierKind::Summary, None),
        Shape::Dotted { tag, value } => {
            let kind = match *tag {
                "Add" => ModifierKind::Addendum,
                "Amend" => ModifierKind::Amendment,
                "Corr" => ModifierKind::Corrigendum,
                "Rev" => ModifierKind::Revision,
                _ => return None,
            };
            (kind, Some(value.parse().ok()?))
        }
        _ => return None,
    };
    Some(Modifier { kind, number })
}

struct Reader<'a> {
    parts: &'a [Part<'a>],
    half: Half,
    /// Whether country codes and the papers of treaty bodies may occur.
    treaty: bool,
    nature: Option<Nature>,
    /// How many numbers stood before the element that gives the nature.
    before: usize,
    numbers: Vec<String>,
}

impl<'a> Reader<'a> {
    fn new(prefix: &str, series: Series, parts: &'a [Part<'a>]) -> Self {
        let in_prefix = numbered(prefix).filter(|_| series.family == Family::Foreign);
        let session = in_prefix.and_then(|(_, mark, number)| {
            let roman = roman(number).map(|n| (SessionSystem::Roman, n));
            let arabic = number.parse().ok().map(|n| (SessionSystem::Arabic, n));
            let (system, n) = roman.or(arabic).filter(|_| mark != '.')?;
            // OPCW: `C-SS-4` is a special session, `EC-M-33` a meeting between sessions.
            let special = mark == '-' && prefix.matches('-').count() > 1;
            let system = if special { SessionSystem::Special } else { system };
            Some(Session { system, number: n, printed: number.to_owned() })
        });
        let half = Half {
            canonical: String::new(),
            series: prefix.to_owned(),
            organ: series.organ,
            family: series.family,
            bodies: Vec::new(),
            country: None,
            session,
            nature: Nature::Document,
            number: None,
            part: None,
            modifiers: Vec::new(),
            qualifier: None,
        };
        let treaty = series.family == Family::Treaty;
        let nature = (prefix.rsplit_once('.').is_some_and(|(_, kind)| kind == "DEC"))
            .then_some(Nature::Decision);
        Reader { parts, half, treaty, nature, before: 0, numbers: Vec::new() }
    }

    fn element(&mut self, at: usize, last: bool) -> Result<(), Refusal> {
        let part = &self.parts[at];
        match &part.shape {
            Shape::Session(session) => self.half.session = Some(session.clone()),
            Shape::Number { digits, last, letter } => {
                self.number(at, digits, last.as_deref(), *letter)?;
            }
            Shape::Dotted { tag, value } => self.dotted(at, tag, value, last),
            Shape::Word(word) => self.word(at, word)?,
        }
        Ok(())
    }

    fn number(
        &mut self,
        at: usize,
        digits: &str,
        last: Option<&str>,
        letter: Option<&str>,
    ) -> Result<(), Refusal> {
        let plain = self.half.family != Family::Foreign && self.half.family != Family::Press;
        if plain && digits.starts_with('0') {
            return Err(("a number has no zero before it", at));
        }
        if self.parts[at].ordinal.is_some() && !self.numbers.is_empty() {
            return Err(("a session stands before the number or behind it, not both", at));
        }
        self.numbers.push(match last {
            Some(last) => format!("{digits}-{last}"),
            None => digits.to_owned(),
        });
        if let Some(letter) = letter {
            self.half.part = Some(letter.to_owned());
        }
        self.behind(at);
        Ok(())
    }

    /// Takes the session in parentheses behind an element.
    fn behind(&mut self, at: usize) {
        if let Some(session) = &self.parts[at].ordinal {
            self.half.session = Some(session.clone());
        }
    }

    fn dotted(&mut self, at: usize, tag: &str, value: &str, last: bool) {
        let digits = value.bytes().all(|b| b.is_ascii_digit());
        let found = nature(tag, true, self.treaty).filter(|_| last && digits);
        if let Some(found) = found {
            self.nature = Some(found);
            self.before = self.numbers.len();
            self.half.number = Some(value.to_owned());
            self.behind(at);
        } else if last && digits && !is_body_tag(tag) {
            self.nature = self.nature.or(Some(Nature::Other));
            self.before = self.numbers.len();
            let single = tag.len() == 1 && self.half.series == "ST";
            self.half.number =
                Some(if single { format!("{tag}.{value}") } else { value.to_owned() });
            if single {
                self.nature = None;
            }
            self.behind(at);
        } else {
            let year = if digits && is_year(value) { counted(value) } else { None };
            let ordinal = roman(value).filter(|_| tag == "CONF" || tag == "GCSS").map(|number| {
                Session { system: SessionSystem::Roman, number, printed: value.to_owned() }
            });
            let assembly = if tag == "EA" { counted(value) } else { None };
            self.half.session = year.or(ordinal).or(assembly).or_else(|| self.half.session.take());
            let covenant = at == 0 && self.half.series == "E" && tag == "C" && value == "12";
            self.treaty |= covenant;
            self.half.bodies.push(format!("{tag}.{value}"));
        }
    }

    fn word(&mut self, at: usize, word: &str) -> Result<(), Refusal> {
        let ordinal = self.parts[at].ordinal.as_ref();
        let foreign = self.half.family == Family::Foreign;
        if let Some(found) = nature(word, false, self.treaty).filter(|_| ordinal.is_none()) {
            if self.nature.is_some() && self.treaty {
                return Err(("one symbol names one kind of paper", at));
            }
            self.nature = Some(found);
            self.before = self.numbers.len();
            return Ok(());
        }
        if !foreign && word.bytes().any(|b| b.is_ascii_lowercase()) {
            return Err(("an element is written in capitals", at));
        }
        if word == "OS" && self.nature == Some(Nature::PresidentialStatement) {
            self.half.session = Some(Session {
                system: SessionSystem::Organizational,
                number: 0,
                printed: "OS".to_owned(),
            });
            return Ok(());
        }
        let review = self.half.bodies.last().is_some_and(|body| body.starts_with("WG."));
        let common = self.half.bodies.last().is_some_and(|body| body == "CORE");
        let code = word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
        let own = super::series::series(word).is_some();
        // `CCPR/CO/76/EGY`
        let observed = self.treaty && self.nature == Some(Nature::ConcludingObservations);
        let of_state = !self.half.bodies.is_empty() && (self.treaty || review || common);
        if code && !own && (of_state || observed && !self.numbers.is_empty()) {
            self.half.country = Some(word.to_owned());
            return Ok(());
        }
        if self.half.series == "ST" && self.half.bodies.is_empty() {
            self.nature = match word {
                "SGB" => Some(Nature::Bulletin),
                "AI" => Some(Nature::AdministrativeInstruction),
                "IC" => Some(Nature::InformationCircular),
                _ => self.nature,
            };
        }
        let group = word.starts_with("WG") && ordinal.is_some();
        if group {
            // `WGRPE(7)`: the item that the group works on.
            let item = ordinal.map(|o| o.printed.as_str()).unwrap_or_default();
            self.half.bodies.push(format!("{word}({item})"));
        } else {
            self.half.bodies.push(word.to_owned());
            self.behind(at);
        }
        Ok(())
    }

    /// Gives the numbers their meaning: the last is the document's, the one before a session's.
    fn settle(&mut self, last: usize) -> Result<(), Refusal> {
        let foreign = self.half.family == Family::Foreign;
        let nature = self.nature;
        let mut numbers = std::mem::take(&mut self.numbers);
        if self.half.number.is_none() {
            self.half.number = match nature {
                Some(Nature::Communication) => {
                    let case = numbers.split_off(self.before.min(numbers.len()));
                    (1..=2).contains(&case.len()).then(|| case.join("/"))
                }
                _ if self.half.organ == "OSCE" => {
                    Some(std::mem::take(&mut numbers).join("/")).filter(|n| !n.is_empty())
                }
                Some(_) if numbers.len() <= self.before && self.before > 0 && !foreign => None,
                _ => numbers.pop(),
            };
        }
        let ends = matches!(
            self.parts.get(last).map(|part| &part.shape),
            Some(Shape::Number { .. } | Shape::Dotted { .. })
        );
        let session_only = foreign && self.half.session.is_some() && nature.is_some();
        let of_state = nature == Some(Nature::ConcludingObservations)
            && self.half.bodies.is_empty()
            && self.half.country.is_some();
        if of_state {
            // The session's observations on the State have no number.
            numbers.extend(self.half.number.take());
        }
        if !(ends && self.half.number.is_some() || session_only || of_state) {
            return Err(("a symbol ends in a number", last));
        }
        if self.half.session.as_ref().is_some_and(|s| s.system == SessionSystem::Organizational) {
            let number = numbers.pop().ok_or(("a session has a number", last))?;
            self.half.session = Some(Session {
                system: SessionSystem::Organizational,
                number: number.parse().map_err(|_| ("a session has a number", last))?,
                printed: format!("OS/{number}"),
            });
        } else if self.half.session.is_none() && numbers.len() <= if foreign { 1 } else { 2 } {
            // `GEGN.2/2023/91/CRP.91`: a year comes before the paper's other numbers.
            let years = !self.treaty && numbers.first().is_some_and(|number| is_year(number));
            let printed = if years { Some(numbers.remove(0)) } else { numbers.pop() };
            self.half.session = printed.filter(|n| !n.contains('-')).and_then(|n| counted(&n));
        } else if self.half.session.as_ref().is_some_and(|s| s.system == SessionSystem::Year) {
            // `MSP.6/2005`, `CONF.2000/...`: a year in the body may be said again.
            numbers.pop();
        }
        let principal = matches!(self.half.series.as_str(), "A" | "S" | "E" | "T" | "CD");
        if principal && !numbers.is_empty() || numbers.len() > 2 {
            return Err(("there are too many numbers", last));
        }
        self.half.nature = if self.half.family == Family::Press {
            Nature::PressRelease
        } else {
            nature.unwrap_or(Nature::Document)
        };
        Ok(())
    }
}
