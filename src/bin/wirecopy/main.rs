//! The command line: what is asked for, and who does it.

mod files;
mod ordered;
mod records;
mod row;
#[cfg(feature = "site")]
mod site;
#[cfg(not(feature = "site"))]
#[path = "no_site.rs"]
mod site;
mod source;

use std::fmt::Display;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use source::{Reading, Source};
use wirecopy::export;
use wirecopy::report::Correction;

/// Reads the flat text of a Chinese news report as a structured report
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print what reports say
    #[command(after_long_help = PARSE)]
    Parse {
        /// Texts or saved pages, or folders of them; `-` is the standard input
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// The form to print; json for one report, ndjson for several, unless given
        #[arg(long, value_enum)]
        format: Option<Format>,
        /// A JSON file whose `corrections` hold, such as a report that the page has exported
        #[arg(long, value_name = "FILE")]
        corrections: Option<PathBuf>,
        /// Print the text in the JSON object too, as `source`: the page then opens it as a report
        #[arg(long)]
        with_source: bool,
        #[command(flatten)]
        reading: Reading,
    },
    /// Make a folder for static hosting from a folder of texts: the page, a file for each report, an index
    #[command(after_long_help = SITE)]
    Site(site::Order),
    /// Print the text in which a report's spans count: decoded, and a page reduced to its lines
    Text {
        /// A text or a saved page; `-` is the standard input
        path: PathBuf,
        #[command(flatten)]
        reading: Reading,
    },
}

const PARSE: &str = "\
One file: one report as an indented JSON object, as schema.org NewsArticle in JSON-LD, or as Markdown.

Several files, or a folder with all .txt, .htm, .html and .shtml files below it in the order of their paths (links to folders are not followed): \
a JSON line each, {\"id\": path, \"encoding\": …, \"guessed\": …, \"report\": …} or {\"id\": path, \"error\": …}.

`wirecopy parse - --format ndjson`: JSON lines in, {\"id\": …, \"text\": …} each (other fields are passed over, blank lines too), and JSON lines out \
in the same order, {\"id\": …, \"report\": …} or {\"id\": …, \"line\": …, \"error\": …}. An answer is written as soon as it is there. A line may have 64 MiB.

Spans are byte offsets in the UTF-8 text, without a byte order mark; of a page, in its lines. `wirecopy text FILE` prints that text.

Exit code: 0 for success, a failed record of JSON lines included; 1 where a file can't be read (the others are read all the same); 2 for wrong usage; \
3 where the output can't be written.";

const SITE: &str = "\
Each text below the folder becomes a report with a page of its own, FOLDER/flood.txt the page flood.html: it can be read without scripts and has \
its own title, description and JSON-LD. One report alone is index.html; of several, index.html is the index, the newest first.

FOLDER/flood.photos.json, if there is one, names the photos of flood.txt by their captions' numbers; the pictures go along.

With --base, pages name their absolute addresses, for search engines and for those who share them.

Nothing is written where anything is wrong, and nothing is written over without --replace. What was written before and is no more part of the \
site is left.";

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    /// One JSON object, indented
    Json,
    /// A JSON object a line
    Ndjson,
    /// What schema.org calls a news article, as JSON-LD, indented
    Jsonld,
    /// A Markdown document
    Markdown,
}

impl Format {
    /// What `--format` calls it.
    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// Why a run ends early: exit code 1 for the input, 3 for the output; 2 is wrong usage.
enum Failure {
    /// The input could not be read, in a sentence.
    Input(String),
    /// The output could not be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Parse { paths, format, corrections, with_source, reading } => {
            parse(&paths, format, corrections.as_deref(), with_source, reading)
        }
        Command::Site(order) => site::run(&order),
        Command::Text { path, reading } => text(&path, reading),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has enough: `wirecopy parse … | head`.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => complain(3, format_args!("the output can't be written: {error}")),
        Err(Failure::Input(message)) => complain(1, message),
    }
}

fn complain(code: u8, message: impl Display) -> ExitCode {
    eprintln!("wirecopy: {message}");
    ExitCode::from(code)
}

fn parse(
    paths: &[PathBuf],
    format: Option<Format>,
    corrections: Option<&Path>,
    with_source: bool,
    reading: Reading,
) -> Result<(), Failure> {
    let one = paths.len() == 1 && !paths[0].is_dir();
    let format = format.unwrap_or(if one { Format::Json } else { Format::Ndjson });
    let standard_input = paths.iter().any(|path| path == Path::new("-"));
    if with_source && format != Format::Json {
        misuse("--with-source is for --format json");
    }
    match format {
        Format::Ndjson if corrections.is_some() => misuse("corrections belong to one text; JSON lines hold many"),
        Format::Ndjson if standard_input && paths.len() > 1 => misuse("the standard input can't stand among files"),
        Format::Ndjson if standard_input && reading.encoding.is_some() => misuse("JSON lines are UTF-8; --encoding is for files"),
        Format::Ndjson if standard_input => records::run(reading),
        Format::Ndjson => files::run(paths, reading),
        _ if !one => misuse(&format!("{} prints one report; several files or a folder want --format ndjson", format.name())),
        _ => {
            let corrections = corrections.map_or_else(|| Ok(Vec::new()), corrected).map_err(Failure::Input)?;
            let source = Source::read(&paths[0], reading).map_err(Failure::Input)?;
            if let Some(doubt) = source.doubt() {
                eprintln!("wirecopy: {doubt}");
            }
            let report = source.report(&corrections);
            let printed = match format {
                Format::Jsonld => export::json_ld(&report),
                Format::Markdown => Ok(export::markdown(&report)),
                _ if with_source => export::json_with_source(&report, &source.decoded.text),
                _ => export::json(&report),
            };
            print(&printed.map_err(|error| Failure::Output(error.into()))?)
        }
    }
}

/// The corrections in a file. What went wrong is said in a sentence.
fn corrected(path: &Path) -> Result<Vec<Correction>, String> {
    let json = fs::read_to_string(path).map_err(|error| format!("{} can't be read: {error}", path.display()))?;
    let saved = export::saved(&json).map_err(|error| format!("{} holds no corrections: {error}", path.display()))?;
    Ok(saved.corrections)
}

fn text(path: &Path, reading: Reading) -> Result<(), Failure> {
    print(&Source::read(path, reading).map_err(Failure::Input)?.decoded.text)
}

fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    Ok(out.write_all(text.as_bytes()).and_then(|()| out.flush())?)
}

fn misuse(message: &str) -> ! {
    Cli::command().error(ErrorKind::ArgumentConflict, message).exit()
}
