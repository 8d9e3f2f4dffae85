//! `verbale verify`.

use std::io::{self, Write as _};

use verbale::export::Offsets;
use verbale::{Discrepancy, Verification};

use super::args::{ReportFormat, VerifyArgs};
use super::input::{Input, Inputs, title};
use super::output::Output;
use super::say;

/// Checks one reading against its source.
pub(super) fn run(args: &VerifyArgs, inputs: &mut Inputs) -> io::Result<()> {
    let Some(Input { name, text, .. }) = inputs.open_next() else {
        return Ok(());
    };
    let Some(mut reading) = inputs.json(&args.result) else {
        return Ok(());
    };
    if let Some(fields) = reading.as_object_mut() {
        let unit = Offsets::from(args.offsets).as_str();
        fields.entry("offsets").or_insert_with(|| unit.into());
    }
    let report = verbale::verify_json(&text, &reading);
    let holds = if args.partial { report.is_true() } else { report.is_complete() };
    if !holds {
        inputs.fail();
    }
    let mut out = Output::stdout();
    match args.format {
        ReportFormat::Json => out.json_line(&report)?,
        ReportFormat::Text => {
            let lines = Lines::of(&text);
            let name = say::escaped(title(&name));
            for (what, found) in [("false", &report.false_fields), ("missing", &report.missing)] {
                for finding in found {
                    writeln!(out, "{}", sentence(what, finding, &name, &lines))?;
                }
            }
            out.flush()?;
        }
    }
    say::line(&count(&report));
    Ok(())
}

/// One finding in one line.
fn sentence(what: &str, finding: &Discrepancy, name: &str, lines: &Lines<'_>) -> String {
    let pointer = if finding.pointer.is_empty() { "the whole" } else { &finding.pointer };
    let (pointer, message) = (say::escaped(pointer), say::escaped(&finding.message));
    let code = finding.code.as_str();
    let code = if code == what { String::new() } else { format!("[{code}]") };
    let place = finding.span.map(|span| {
        let (line, column) = lines.place(span.start as usize);
        format!(" ({name}:{line}:{column})")
    });
    format!("{what}{code} {pointer}: {message}{}", place.unwrap_or_default())
}

fn count(report: &Verification) -> String {
    let of = |count: usize, one: &str, many: &str| match count {
        0 => format!("no {one}"),
        1 => format!("1 {one}"),
        count => format!("{count} {many}"),
    };
    let false_fields = of(report.false_fields.len(), "field is false", "fields are false");
    let missing = of(report.missing.len(), "thing is missing", "things are missing");
    format!("{false_fields}, {missing}")
}

/// The lines of a text, for places that come in any order.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Lines { text, starts }
    }

    /// Line and character of a byte, both from 1.
    fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let column = self.text.get(start..offset).map_or(0, |before| before.chars().count());
        (line, column + 1)
    }
}
