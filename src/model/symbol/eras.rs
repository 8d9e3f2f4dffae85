//! The rules of the series: which numbers and sessions each can have had.

use super::classify::{Half, Refusal};
use super::parts::{Nature, SessionSystem};

/// What the numbers and sessions of a series can be, by its era.
pub(super) fn check(half: &mut Half, last: usize) -> Result<(), Refusal> {
    use SessionSystem as In;
    let number = half.number.as_deref().and_then(|n| n.parse::<u32>().ok());
    let n = number.unwrap_or(0);
    let session = half.session.as_ref().map(|s| (s.system, s.number));
    let plain = half.bodies.is_empty();
    let document = plain && half.nature == Nature::Document;
    let text = plain && matches!(half.nature, Nature::Resolution | Nature::Decision);
    let refuse = |why| Err((why, last));
    if half.part.is_some() && !matches!(half.nature, Nature::Resolution | Nature::Decision) {
        return refuse("only resolutions and decisions have parts with letters");
    }
    match half.series.as_str() {
        "A" => match session {
            Some((In::Arabic, s)) => {
                let council = half.bodies.first().is_some_and(|body| body == "HRC");
                let main = half.bodies.first().is_some_and(|body| {
                    matches!(body.as_str(), "C.1" | "C.2" | "C.3" | "C.4" | "C.5" | "C.6")
                });
                if (plain || main) && !(31..=130).contains(&s) {
                    return refuse("the General Assembly names sessions from 31 on");
                }
                if council && s > 200 {
                    return refuse("the Human Rights Council has had no such session");
                }
            }
            Some((In::Year, _)) if plain => {
                return refuse("the General Assembly numbers by session, not by year");
            }
            Some((In::Roman, s)) if text && (s > 30 || n > 3541) => {
                return refuse("roman sessions of the General Assembly end with XXX");
            }
            None if document && !(1..=11_999).contains(&n) || text && n > 3541 => {
                return refuse("the General Assembly had no such number before 1976");
            }
            _ => {}
        },
        "S" if plain => match session {
            Some((In::Year, year)) => {
                if year < if half.nature == Nature::Resolution { 1946 } else { 1994 } {
                    return refuse("the Security Council numbers by year from 1994 on");
                }
                if document && (1997..=2100).contains(&n) {
                    return refuse("OPCW, not the Security Council, puts the year last");
                }
            }
            Some(_) => return refuse("the Security Council has years, not sessions"),
            None if document && !(1..=27_000).contains(&n) => {
                return refuse("the Security Council had no such number before 1994");
            }
            None => {}
        },
        "E" if plain => match session {
            Some((In::Year, year)) if year < 1978 => {
                return refuse("the Economic and Social Council numbers by year from 1978 on");
            }
            Some((In::Arabic, _)) => {
                return refuse("the Economic and Social Council has years, not sessions");
            }
            None if document && !(1..=6_200).contains(&n) => {
                return refuse("the Economic and Social Council had no such number by 1977");
            }
            _ => {}
        },
        "CD" if session.is_some() && plain => {
            return refuse("the Conference on Disarmament numbers without sessions");
        }
        "ST" if plain => return refuse("a department or series comes first"),
        "DC" if document && n > 999 => half.nature = Nature::PressRelease,
        _ => {}
    }
    Ok(())
}
