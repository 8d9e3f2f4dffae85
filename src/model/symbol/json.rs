//! Reading a symbol back from data.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::{Modifier, Nature, Session, Symbol};

#[derive(Deserialize)]
struct Given {
    canonical: String,
    series: String,
    bodies: Vec<String>,
    country: Option<String>,
    session: Option<Session>,
    nature: Nature,
    number: Option<String>,
    part: Option<String>,
    modifiers: Vec<Modifier>,
    qualifier: Option<String>,
    reissued: bool,
    joint_with: Vec<String>,
}

/// Reads the canonical form again, and refuses data whose other fields say something else.
impl<'de> Deserialize<'de> for Symbol {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let given = Given::deserialize(deserializer)?;
        let mut symbol: Symbol = given.canonical.parse().map_err(D::Error::custom)?;
        symbol.reissued = given.reissued;
        for (field, agrees) in [
            ("canonical", symbol.canonical == given.canonical),
            ("series", symbol.series == given.series),
            ("bodies", symbol.bodies == given.bodies),
            ("country", symbol.country == given.country),
            ("session", symbol.session == given.session),
            ("nature", symbol.nature == given.nature),
            ("number", symbol.number == given.number),
            ("part", symbol.part == given.part),
            ("modifiers", symbol.modifiers == given.modifiers),
            ("qualifier", symbol.qualifier == given.qualifier),
            ("joint_with", symbol.joint_with == given.joint_with),
        ] {
            if !agrees {
                let symbol = &given.canonical;
                return Err(D::Error::custom(format!("`{field}` does not fit symbol `{symbol}`")));
            }
        }
        Ok(symbol)
    }
}
