//! The command line: what is asked for, and who does it.

mod files;
mod ordered;
mod outline;
mod records;
mod row;
#[cfg(feature = "site")]
mod site;
#[cfg(not(feature = "site"))]
#[path = "no_site.rs"]
mod site;
mod source;

use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use source::{Reading, Source};
use wirecopy::export;
use wirecopy::report::Correction;

/// Reads the flat text of a Chinese news report as a structured report
///
/// Wire copy, a text in which captions, dateline, story, end mark and legal notice follow each other line by line, comes out as a report: every piece with its label, every fact with
/// its place in the text, and the response timeline: what was done, or is to be done, within how many hours of what.
#[derive(Parser)]
#[command(version, after_help = "`wirecopy --help` has examples, `wirecopy parse --help` all of the main command.", after_long_help = EXAMPLES)]
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
        /// The form to print; if none is given, outline for one report on a terminal, json for one elsewhere, ndjson for several
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
    /// Print the text in which a report's spans count: decoded, and a page reduced to its lines
    Text {
        /// A text or a saved page; `-` is the standard input
        path: PathBuf,
        #[command(flatten)]
        reading: Reading,
    },
    /// Make a folder for static hosting from a folder of texts: the page, a file for each report, an index
    #[command(after_long_help = SITE)]
    Site(site::Order),
    /// Print the JSON Schema of the reports that `parse` prints
    Schema {
        /// Print TypeScript types instead
        #[arg(long)]
        typescript: bool,
    },
    /// Print completions for a shell
    #[command(after_long_help = COMPLETIONS)]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, or that of a command
    #[command(after_long_help = MAN)]
    Man {
        /// The command, if one of those above
        command: Option<String>,
    },
}

const EXAMPLES: &str = "\
Examples:
  wirecopy parse report.txt                     a report to read in the terminal
  wirecopy parse report.txt > report.json       the same for programs: one JSON object
  wirecopy parse report.txt --format markdown   or jsonld: a schema.org NewsArticle
  wirecopy parse page.html --encoding gbk       a saved page, where the encoding is guessed wrong
  wirecopy parse reports/ > reports.ndjson      a folder, on all cores: a JSON line a file
  wirecopy text page.html                       the text that the report's spans count in
  wirecopy schema > report.schema.json          what the JSON looks like, for programs

Exit code: 0 for success, 1 where a file can't be read, 2 for wrong usage, 3 where the output can't be written.";

const COMPLETIONS: &str = "\
Examples:
  wirecopy completions bash > ~/.local/share/bash-completion/completions/wirecopy
  wirecopy completions zsh > ~/.zfunc/_wirecopy        (with fpath+=~/.zfunc before compinit in ~/.zshrc)
  wirecopy completions fish > ~/.config/fish/completions/wirecopy.fish
  wirecopy completions powershell >> $PROFILE";

const MAN: &str = "\
Examples:
  wirecopy man | man -l -
  wirecopy man parse > ~/.local/share/man/man1/wirecopy-parse.1";

const PARSE: &str = "\
One file: one report, as an outline to read in the terminal, as an indented JSON object, as schema.org NewsArticle in JSON-LD, or as Markdown. The outline folds \
paragraphs and the legal notice to a line each; it is coloured on a terminal, unless NO_COLOR is set, and elsewhere where CLICOLOR_FORCE is, and as wide as \
the terminal, else as COLUMNS says.

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
    /// A report to read in the terminal
    Outline,
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
        Command::Site(order) => site::run(&order).and_then(|told| print(&told)),
        Command::Text { path, reading } => text(&path, reading),
        Command::Schema { typescript: false } => print(&format!("{:#}\n", export::schema())),
        Command::Schema { typescript: true } => print(&export::typescript()),
        Command::Completions { shell } => completions(shell),
        Command::Man { command } => man(command.as_deref()),
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
    let format = format.unwrap_or(match (one, with_source || !io::stdout().is_terminal()) {
        (false, _) => Format::Ndjson,
        (true, true) => Format::Json,
        (true, false) => Format::Outline,
    });
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
                Format::Outline => return print_styled(&outline::outline(&report, columns())),
                Format::Jsonld => export::json_ld(&report),
                Format::Markdown => Ok(export::markdown(&report)),
                _ => {
                    let text = with_source.then_some(source.decoded.text.as_str());
                    let mut out = BufWriter::new(io::stdout().lock());
                    return Ok(export::write_json(&report, text, &mut out).and_then(|()| out.flush())?);
                }
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

/// Prints with colours where they are seen and wanted.
fn print_styled(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    Ok(out.write_all(text.as_bytes()).and_then(|()| out.flush())?)
}

/// The terminal's width, else what COLUMNS says, else 80.
fn columns() -> usize {
    let terminal = io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    let said = || env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    terminal.map(|(width, _)| usize::from(width.0)).filter(|&width| width > 0).or_else(said).unwrap_or(80)
}

fn completions(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "wirecopy", &mut script);
    print(&String::from_utf8_lossy(&script))
}

fn man(name: Option<&str>) -> Result<(), Failure> {
    let mut cli = Cli::command();
    cli.build();
    let command = match name {
        None => cli,
        Some(name) => {
            let names = cli.get_subcommands().map(clap::Command::get_name).collect::<Vec<_>>().join(", ");
            let found = cli.find_subcommand(name).cloned();
            found.unwrap_or_else(|| misuse(&format!("{name} is none of the commands: {names}")))
        }
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    print(&String::from_utf8_lossy(&page).replace(".SH EXTRA\n", ".SH NOTES\n"))
}

fn misuse(message: &str) -> ! {
    Cli::command().error(ErrorKind::ArgumentConflict, message).exit()
}
