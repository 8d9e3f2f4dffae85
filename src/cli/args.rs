//! The command line as it is typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

const EXIT_CODES: &str = "\
Exit codes:
  0  all is well
  1  a document has a finding of severity error
  2  the command was mistyped, or an input could not be read
Of several inputs, the gravest decides; none stops the others.";

const VERIFY: &str = "\
Example:
  verbale verify --source letter.txt letter.json

Exit codes:
  0  every field holds and nothing is missing (with --partial: every field holds)
  1  a field is false, or something is missing
  2  the command was mistyped, or an input could not be read";

/// Reads UN-style diplomatic documents (letters, statements) into typed data.
///
/// Results go to standard output, everything else to standard error. Each FILE is a text; `-` is
/// standard input.
#[derive(Debug, Parser)]
#[command(version, after_help = example("verbale parse letter.txt"), max_term_width = 100)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the whole document as JSON
    ///
    /// One FILE gives one JSON object, several give one JSON array; with `--format jsonl` each
    /// gives one line. Findings of severity error are said on standard error; `verbale check`
    /// shows all of them.
    #[command(after_help = example("verbale parse letter.txt | jq '.signatories[].name.printed'"))]
    Parse(ParseArgs),

    /// Write a flat catalogue card per document, one JSON line a file
    ///
    /// Lines come in the order of the files, each as soon as it is read, with the path as given
    /// and the SHA-256 of the file's bytes.
    #[command(after_help = example("verbale record letters/*.txt > cards.jsonl"))]
    Record(RecordArgs),

    /// Write what the documents mention, one JSON line a mention, or their paragraphs
    ///
    /// Each line of a mention has the path and the symbol of the document, the words as printed, what they
    /// stand for and how that is known, their place in bytes, their line, and the sentence around
    /// them; each line of a paragraph its path, number, opening verb and text, and what it cites.
    #[command(after_help = example("verbale extract citations letters/*.txt > citations.jsonl"))]
    Extract(ExtractArgs),

    /// Write the network of citations: who cites what, where and how
    ///
    /// All FILEs make one network. Nodes are documents and instruments by their canonical symbols
    /// and names, edges are citations with the opening verb of their paragraph.
    #[command(after_help = example("verbale graph --format graphml resolutions/*.txt > network.graphml"))]
    Graph(GraphArgs),

    /// Show what was not understood, with line and place
    ///
    /// Findings go to standard output, a closing count to standard error.
    #[command(after_help = example("verbale check letter.txt"))]
    Check(CheckArgs),

    /// Check whether a document's JSON, whoever wrote it, holds against the text
    ///
    /// Says each field that the text contradicts and each thing that the text has and the JSON
    /// lacks, by JSON pointer.
    #[command(after_help = VERIFY)]
    Verify(VerifyArgs),

    /// Print the JSON Schema of what `parse`, `record`, `extract` or `graph` writes
    #[command(after_help = "Example:\n  verbale schema record > record.schema.json")]
    Schema(SchemaArgs),
}

/// Arguments of `verbale parse`.
#[derive(Debug, Args)]
pub(super) struct ParseArgs {
    #[command(flatten)]
    pub(super) files: Files,

    /// JSON, or one line of JSON a document
    #[arg(long, value_enum, default_value_t = JsonFormat::Json)]
    pub(super) format: JsonFormat,

    /// What the offsets count
    #[arg(long, value_enum, default_value_t = Offsets::Utf8, value_name = "UNIT")]
    pub(super) offsets: Offsets,

    /// Indent the JSON, as is done by itself on a terminal
    #[arg(long, overrides_with = "no_pretty")]
    pub(super) pretty: bool,

    /// Do not indent the JSON, not even on a terminal
    #[arg(long, overrides_with = "pretty")]
    pub(super) no_pretty: bool,
}

/// Arguments of `verbale record`.
#[derive(Debug, Args)]
pub(super) struct RecordArgs {
    #[command(flatten)]
    pub(super) files: Files,
}

/// Arguments of `verbale extract`.
#[derive(Debug, Args)]
pub(super) struct ExtractArgs {
    /// Which mentions
    #[arg(value_enum)]
    pub(super) what: ExtractWhat,

    /// What the offsets count
    #[arg(long, value_enum, default_value_t = Offsets::Utf8, value_name = "UNIT")]
    pub(super) offsets: Offsets,

    #[command(flatten)]
    pub(super) files: Files,
}

/// Arguments of `verbale graph`.
#[derive(Debug, Args)]
pub(super) struct GraphArgs {
    #[command(flatten)]
    pub(super) files: Files,

    /// One line of JSON a node or edge, the XML of graphs, or the language of Graphviz
    #[arg(long, value_enum, default_value_t = GraphFormat::Jsonl)]
    pub(super) format: GraphFormat,
}

/// Arguments of `verbale check`.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) files: Files,

    /// Drawn for people, or one line of JSON a finding
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(super) format: CheckFormat,
}

/// Arguments of `verbale verify`.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// The text that RESULT is a reading of; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(super) source: PathBuf,

    /// The reading: one JSON object as `verbale parse` writes it; `-` is standard input
    #[arg(value_name = "RESULT.json")]
    pub(super) result: PathBuf,

    /// What the offsets of RESULT count, where it does not say so itself
    #[arg(long, value_enum, default_value_t = Offsets::Utf8, value_name = "UNIT")]
    pub(super) offsets: Offsets,

    /// Accept a reading that lacks something, as long as nothing in it is false
    #[arg(long)]
    pub(super) partial: bool,

    /// A line a finding for people, or the whole report as JSON
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(super) format: ReportFormat,
}

/// Arguments of `verbale schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// Whose schema
    #[arg(value_enum, default_value_t = SchemaOf::Document)]
    pub(super) of: SchemaOf,
}

/// The inputs, which every reading command takes.
#[derive(Debug, Args)]
pub(super) struct Files {
    /// The texts to read; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(super) paths: Vec<PathBuf>,
}

/// Forms of `verbale parse`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum JsonFormat {
    /// One object, or one array of several
    Json,
    /// One line a document
    Jsonl,
}

/// Forms of `verbale graph`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum GraphFormat {
    /// One line a node, then one line an edge
    Jsonl,
    /// GraphML, as Gephi and networkx read it
    Graphml,
    /// DOT, as Graphviz draws it
    Dot,
}

/// Forms of `verbale check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// Line, caret and help
    Text,
    /// One line a finding
    Jsonl,
}

/// Forms of `verbale verify`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// One line a finding
    Text,
    /// One object
    Json,
}

/// What `verbale extract` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExtractWhat {
    /// References to other documents
    Citations,
    /// States
    States,
    /// Dates and periods
    Dates,
    /// Persons by name
    Persons,
    /// Organizations, organs, bodies and groups
    Organizations,
    /// Paragraphs and their items
    Paragraphs,
}

/// Units of offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Offsets {
    /// Bytes of UTF-8
    Utf8,
    /// Code units of UTF-16, for JavaScript, Java and C#
    Utf16,
    /// Code points, for Python
    Codepoint,
}

impl From<Offsets> for verbale::export::Offsets {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Utf8 => Self::Utf8,
            Offsets::Utf16 => Self::Utf16,
            Offsets::Codepoint => Self::CodePoint,
        }
    }
}

/// Schemas that can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// What `verbale parse` writes
    Document,
    /// What `verbale record` writes
    Record,
    /// What `verbale extract` and `verbale graph` write
    Rows,
}

fn example(line: &str) -> String {
    format!("Example:\n  {line}\n\n{EXIT_CODES}")
}
