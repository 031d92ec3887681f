//! The command line.

use std::fmt::Display;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

/// Reads the flat text of a Chinese news report as a structured report
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print what a report says
    Parse {
        /// A text file; `-` is the standard input
        file: PathBuf,
        /// The form to print
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// One JSON object, indented
    Json,
}

/// Why nothing was printed: exit code 1 for the input, 3 for the output; 2 is wrong usage.
enum Failure {
    /// The input could not be read.
    Input(String),
    /// The output could not be written.
    Output(io::Error),
}

fn main() -> ExitCode {
    let Command::Parse { file, format } = Cli::parse().command;
    match parse(&file, format) {
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

fn parse(file: &Path, format: Format) -> Result<(), Failure> {
    let text = read(file)?;
    let report = wirecopy::parse(&text);
    let mut out = io::stdout().lock();
    let form = match format {
        Format::Json => wirecopy::export::json(&report).map_err(|error| Failure::Output(error.into()))?,
    };
    out.write_all(form.as_bytes()).and_then(|()| out.flush()).map_err(Failure::Output)
}

fn read(file: &Path) -> Result<String, Failure> {
    let name = if file == Path::new("-") { "the standard input".to_owned() } else { file.display().to_string() };
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::Input(format!("{name} can't be read: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        Failure::Input(format!(
            "{name} is not UTF-8 text (the first wrong byte is at {}); convert it first, for instance with iconv",
            error.utf8_error().valid_up_to()
        ))
    })?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}
