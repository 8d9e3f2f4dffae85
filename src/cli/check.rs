//! `verbale check`.

use std::io::{self, IsTerminal as _, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use verbale::{Diagnostic, Severity, Span};

use super::args::{CheckArgs, CheckFormat};
use super::excerpt::{Excerpt, Place, Places};
use super::input::{Inputs, title};
use super::output::Output;
use super::say;

/// A finding as one line of JSON.
#[derive(Serialize)]
struct Finding<'a> {
    source: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    code: &'static str,
    severity: Severity,
    message: &'a str,
    span: Option<Span>,
    help: Option<&'a str>,
}

/// How many findings of each gravity there were, in how many inputs.
#[derive(Default)]
struct Count {
    inputs: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

/// Shows each input's findings, and a count at the end.
pub(super) fn run(args: &CheckArgs, inputs: &mut Inputs) -> io::Result<()> {
    let mut out = Output::stdout();
    let renderer = renderer();
    let mut count = Count::default();
    while let Some(input) = inputs.open_next() {
        let findings = verbale::parse(&input.text).diagnostics;
        inputs.weigh(&findings);
        count.add(&findings);
        let mut places = Places::new(&input.text);
        for finding in &findings {
            let place = finding.span.map(|span| places.at(span.start as usize));
            match args.format {
                CheckFormat::Jsonl => {
                    out.json_line(&Finding::new(&input.name, finding, place))?;
                }
                CheckFormat::Text => {
                    let group = drawing(&input.name, &input.text, finding, place);
                    writeln!(out, "{}\n", renderer.render(&[group]))?;
                }
            }
        }
        out.flush()?;
    }
    count.say(inputs.unreadable());
    Ok(())
}

impl<'a> Finding<'a> {
    fn new(source: &'a str, finding: &'a Diagnostic, place: Option<Place>) -> Self {
        Finding {
            source,
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            code: finding.code.as_str(),
            severity: finding.severity,
            message: &finding.message,
            span: finding.span,
            help: finding.help.as_deref(),
        }
    }
}

impl Count {
    fn add(&mut self, findings: &[Diagnostic]) {
        self.inputs += 1;
        for finding in findings {
            *match finding.severity {
                Severity::Error => &mut self.errors,
                Severity::Warning => &mut self.warnings,
                Severity::Note => &mut self.notes,
            } += 1;
        }
    }

    fn say(&self, unreadable: usize) {
        let of = |count: usize, one: &str| match count {
            0 => format!("no {one}s"),
            1 => format!("1 {one}"),
            many => format!("{many} {one}s"),
        };
        let unread = match unreadable {
            0 => String::new(),
            some => format!("; {} not read", of(some, "input")),
        };
        say::line(&format!(
            "{} checked: {}, {}, {}{unread}",
            of(self.inputs, "document"),
            of(self.errors, "error"),
            of(self.warnings, "warning"),
            of(self.notes, "note"),
        ));
    }
}

/// In colours on a terminal, unless the person wants none.
fn renderer() -> Renderer {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if io::stdout().is_terminal() && !set("NO_COLOR") && !dumb {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
}

/// The finding as it is drawn: title, place, words with a caret, help.
fn drawing<'a>(
    name: &'a str,
    text: &str,
    finding: &'a Diagnostic,
    place: Option<Place>,
) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let name = say::escaped(title(name));
    let mut group = Group::with_title(
        level.primary_title(say::escaped(&finding.message)).id(finding.code.as_str()),
    );
    group = match (finding.span, place) {
        (Some(span), Some(place)) => words(group, name, text, span, place),
        _ => group.element(Origin::path(name)),
    };
    match &finding.help {
        Some(help) => group.element(Level::HELP.message(say::escaped(help))),
        None => group,
    }
}

/// The words that a finding is on, with their place.
fn words<'a>(group: Group<'a>, name: String, text: &str, span: Span, place: Place) -> Group<'a> {
    let excerpt = Excerpt::new(text, span, place);
    let mark = AnnotationKind::Primary.span(excerpt.marked);
    let mark = mark.label(excerpt.goes_on.then(|| goes_on(text, span, place)));
    let snippet = Snippet::source(excerpt.text).line_start(place.line).annotation(mark);
    if excerpt.cut_left {
        // The drawing counts columns from where it begins, so the true one is said apart.
        let origin = Origin::path(name).line(place.line);
        group.element(origin.char_column(place.column)).element(snippet)
    } else {
        group.element(snippet.path(name))
    }
}

fn goes_on(text: &str, span: Span, place: Place) -> String {
    let passage = span.slice(text).trim_end();
    match passage.bytes().filter(|byte| *byte == b'\n').count() {
        0 => "goes on".to_owned(),
        lines => format!("goes on to line {}", place.line + lines),
    }
}
