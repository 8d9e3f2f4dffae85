//! Whose resolution or decision a number is.
//!
//! In order: the organ named in the phrase, behind the number (`of the General Assembly`), or in
//! the sentence before; then the shape of the number. An organ counts only where the number can be
//! its own: the Security Council gives years, the Assembly sessions from the thirty-first on or
//! roman ones, the Economic and Social Council years before the number. Both counted through their
//! roman sessions, the Assembly more than [`A_SESSION`] in each, the Council fewer. `Council` and
//! `Commission` alone mean the one named last in full.

use super::lex::{BEHIND, before, sentence};
use super::memory::Memory;
use super::number::Id;
use super::organ::{Body, Organ, Said};
use super::roman_sessions::roman_session;
use crate::gazetteer::Named;
use crate::inline::NameHit;
use crate::model::symbol::roman;
use crate::model::{Status, Symbol};

/// What is known about the organ of one list of numbers.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) names: &'a [NameHit],
    /// How many of the names begin before the noun.
    pub(super) passed: usize,
    /// Where the noun stands.
    pub(super) noun: usize,
    pub(super) said: Said,
    /// The body of the tables that the phrase names, if it is none of the organs.
    pub(super) body: Option<&'a Body>,
    pub(super) behind: Option<Said>,
    /// The year of the date given with the number.
    pub(super) year: Option<i32>,
    pub(super) memory: &'a Memory,
}

impl Context<'_> {
    /// The organs that come into question, the likeliest first, with how each is known.
    fn candidates(&self) -> Vec<(Organ, Status)> {
        let mut all = Vec::new();
        match self.said {
            Said::Organ(organ) => all.push((organ, Status::Printed)),
            Said::Council => {
                let own = self.memory.own.filter(|organ| organ.is_council());
                let meant = self.memory.council.or(own);
                all.extend(meant.map(|organ| (organ, Status::Inferred)));
                let others = [Organ::HumanRights, Organ::Economic, Organ::Trusteeship];
                all.extend(others.map(|organ| (organ, Status::Inferred)));
            }
            Said::Commission => all.push((Organ::RightsCommission, Status::Inferred)),
            Said::Own => {
                all.extend(self.acting().map(|organ| (organ, Status::Printed)));
                all.extend(self.memory.own.map(|organ| (organ, Status::Inferred)));
            }
            Said::Foreign | Said::Nothing => {}
        }
        if let Some(Said::Organ(organ)) = self.behind {
            all.push((organ, Status::Printed));
        }
        all.extend(self.in_sentence());
        all
    }

    /// The organ whose own text it is: `entrusted to it by the General Assembly in its resolution`.
    fn acting(&self) -> Option<Organ> {
        let hit = self.names[..self.passed].iter().rev().find(|hit| hit.range.end <= self.noun)?;
        let Named::Organization(organization) = hit.named else { return None };
        let gap = self.text[hit.range.end..self.noun].trim_start_matches(',').trim();
        let its = ["in its", "by its", "through its", "under its"].contains(&gap);
        Organ::from_code(organization.code()).filter(|_| its)
    }

    /// What stands before the noun in its sentence.
    fn window(&self) -> &str {
        sentence(before(self.text, self.noun, BEHIND))
    }

    /// The organs named before the noun in its sentence, the nearest first: printed, if the sentence
    /// says that they act, `the adoption by the General Assembly of resolution 60/45`.
    fn in_sentence(&self) -> impl Iterator<Item = (Organ, Status)> + '_ {
        let window = self.window();
        let from = self.noun - window.len();
        let near =
            self.names[..self.passed].iter().rev().take_while(move |hit| hit.range.start >= from);
        near.filter_map(|hit| match hit.named {
            Named::Organization(organization) => {
                let organ = Organ::from_code(organization.code())?;
                let behind = &self.text[hit.range.end..];
                let acts = self.text[..hit.range.start].ends_with("by the ")
                    || behind.trim_start_matches(',').starts_with(" in ");
                // "the Human Rights Council, established by resolution 60/251": only a council that
                // acts is meant.
                let meant = organ != Organ::HumanRights || acts || self.said == Said::Own;
                let status = if acts { Status::Printed } else { Status::Inferred };
                meant.then_some((organ, status))
            }
            _ => None,
        })
    }

    /// Whether the text says that another body than the organs took the text of this number.
    pub(super) fn is_foreign(&self, id: &Id) -> bool {
        if self.body.is_some_and(|body| body.outside) {
            return true;
        }
        match self.behind {
            Some(Said::Foreign) if !matches!(self.said, Said::Organ(_)) => true,
            _ => self.said == Said::Foreign && matches!(id, Id::InSession(..)),
        }
    }

    /// The organ of a number, and how it is known.
    pub(super) fn organ(&self, id: &Id) -> Option<(Organ, Status)> {
        if self.is_foreign(id) {
            return None;
        }
        let doubtful = |status: Status| match id {
            Id::Bare(_) => status == Status::Inferred,
            _ => self.may_be_rights(id),
        };
        let named = self.candidates().into_iter().find(|(organ, status)| {
            can(*organ, id) && (self.in_time(*organ, id) || !doubtful(*status))
        });
        // A small number alone is more often a footnote's mark.
        if matches!(id, Id::Bare(n) if *n < 100) && !matches!(self.said, Said::Organ(_)) {
            return None;
        }
        if matches!(self.said, Said::Foreign) && !matches!(id, Id::OfYear(..) | Id::OfSession(..)) {
            return None;
        }
        let shape = |organ: Organ| Some((organ, Status::Inferred));
        let by_shape = || match id {
            Id::OfYear(..) => shape(Organ::Security),
            Id::OfSession(_, session) if can(Organ::Assembly, id) || session.contains('S') => {
                shape(Organ::Assembly)
            }
            // The commissions began anew at each session.
            Id::OfSession(..)
                if self.memory.own == Some(Organ::RightsCommission)
                    && self.said != Said::Foreign =>
            {
                shape(Organ::RightsCommission)
            }
            Id::OfSession(number, session) => roman(session)
                .filter(|at| (*at < 4 || *number > 3 * at) && self.said != Said::Foreign)
                .and_then(|_| shape(Organ::Economic)),
            Id::InSession(session, _) if session.contains('S') => shape(Organ::Assembly),
            Id::InSession(session, _) if session.len() == 4 => {
                // `At its session the Commission supported resolutions 2003/67 and 2004/46`
                let window = self.window();
                let rights = self.said != Said::Foreign
                    && self.memory.rights_commission
                    && window.contains("the Commission")
                    && can(Organ::RightsCommission, id);
                shape(if rights { Organ::RightsCommission } else { Organ::Economic })
            }
            Id::InSession(..) if self.memory.own == Some(Organ::HumanRights) => {
                shape(Organ::HumanRights)
            }
            Id::InSession(..) if !self.in_time(Organ::Assembly, id) && self.may_be_rights(id) => {
                shape(Organ::HumanRights)
            }
            Id::InSession(..) if can(Organ::Assembly, id) => shape(Organ::Assembly),
            Id::InSession(..) if self.memory.rights_council => shape(Organ::HumanRights),
            Id::Bare(n) if self.year.is_some() && !self.in_time(Organ::Security, id) => {
                roman_session(*n).and_then(|_| shape(Organ::Assembly))
            }
            Id::Bare(n) if *n >= 100 && self.memory.speaks_of_security() => shape(Organ::Security),
            Id::InSession(..) | Id::Bare(_) | Id::Foreign(_) => None,
        };
        named.or_else(by_shape)
    }

    /// Whether the date may be one of the session that the number names, or the number one that
    /// the Security Council had reached by then: it took fewer than twenty a year until 1989.
    fn in_time(&self, organ: Organ, id: &Id) -> bool {
        match (organ, id, self.year) {
            (Organ::Assembly, Id::InSession(session, _), Some(year)) => {
                session.parse::<i32>().map_or(true, |n| (1945 + n..=1946 + n).contains(&year))
            }
            (Organ::Security, Id::Bare(number), Some(year)) if year < 1990 => {
                i32::try_from(*number).is_ok_and(|number| number <= 20 * (year - 1945))
            }
            _ => true,
        }
    }

    /// Whether the number may be the Human Rights Council's, which was named.
    fn may_be_rights(&self, id: &Id) -> bool {
        self.memory.rights_council
            && can(Organ::HumanRights, id)
            && self.year.is_some_and(|year| year >= 2006)
    }
}

/// More resolutions than this the Assembly took in each of its roman sessions on the average, and
/// the Economic and Social Council never: `3419 (XXX)`, `663 (XXIV)`.
const A_SESSION: u32 = 45;

/// Whether the organ has numbers of this shape.
fn can(organ: Organ, id: &Id) -> bool {
    match (organ, id) {
        (Organ::Security, Id::OfYear(..))
        | (Organ::Security | Organ::Assembly, Id::Bare(_))
        | (Organ::Trusteeship | Organ::RightsCommission, Id::OfSession(..)) => true,
        (Organ::Assembly, Id::OfSession(_, session)) if session.contains('S') => true,
        (Organ::Assembly, Id::OfSession(number, session)) => {
            roman(session).is_none_or(|at| at == 1 || at <= 30 && *number > A_SESSION * at)
        }
        (Organ::Economic, Id::OfSession(number, session)) => {
            roman(session).is_none_or(|at| *number <= A_SESSION * at)
        }
        (Organ::Assembly, Id::InSession(session, _)) => {
            session.contains('S') || session.parse().is_ok_and(|n: u32| (31..=200).contains(&n))
        }
        (Organ::HumanRights, Id::InSession(session, _)) => {
            session.starts_with("S-") || session.parse().is_ok_and(|n: u32| n <= 99)
        }
        (Organ::Economic | Organ::RightsCommission, Id::InSession(session, _)) => {
            session.parse().is_ok_and(|n: u32| n >= 1946)
        }
        _ => false,
    }
}

/// The symbol of a resolution, or of a decision.
pub(super) fn symbol(organ: Organ, decision: bool, id: &Id, part: Option<&str>) -> Option<Symbol> {
    let (session, number): (&str, u32) = match id {
        Id::InSession(session, number) | Id::OfSession(number, session) => (session, *number),
        Id::OfYear(number, year) => {
            return Symbol::sc_resolution(*number, Some(*year)).ok().filter(|_| !decision);
        }
        Id::Bare(number) if organ == Organ::Security && !decision => {
            return Symbol::sc_resolution(*number, None).ok();
        }
        Id::Bare(_) | Id::Foreign(_) => return None,
    };
    match (organ, decision) {
        (Organ::Assembly, false) => Symbol::ga_resolution(session, number, part),
        (Organ::Assembly, true) => Symbol::ga_decision(session, number, part),
        (Organ::Economic, false) => Symbol::ecosoc_resolution(session, number, part),
        (Organ::Economic, true) => Symbol::ecosoc_decision(session, number, part),
        (Organ::HumanRights, false) => Symbol::hrc_resolution(session, number),
        (Organ::HumanRights, true) => Symbol::hrc_decision(session, number),
        (Organ::RightsCommission, false) => Symbol::chr_resolution(session, number),
        (Organ::RightsCommission, true) => Symbol::chr_decision(session, number),
        (Organ::Trusteeship, false) => Symbol::tc_resolution(session, number),
        (Organ::Trusteeship, true) | (Organ::Security, _) => return None,
    }
    .ok()
}
