//! Tables.

use serde::{Deserialize, Serialize};

use super::Printed;

/// The rows of a table, as the page prints them.
///
/// Each printed line is a row: a cell that is broken over lines stands in several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// The rows from top to bottom.
    pub rows: Vec<TableRow>,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TableRow {
    /// The cells from left to right; null where the column is empty in this row.
    pub cells: Vec<Option<Printed>>,
}
