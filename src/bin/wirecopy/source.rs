//! A file's bytes as the text of a report.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use clap::{Args, ValueEnum};
use wirecopy::export;
use wirecopy::report::{Correction, Note, Report};
use wirecopy::text::decode::{Decoded, decode};
use wirecopy::text::{Encoding, html, markup};

/// How bytes are to be read.
#[derive(Args, Clone, Copy)]
pub(crate) struct Reading {
    /// The encoding, where the guess is wrong: utf-8, utf-16le, utf-16be, gb18030 or big5
    #[arg(long, value_name = "NAME", value_parser = str::parse::<Encoding>)]
    pub encoding: Option<Encoding>,
    /// What the files are; auto looks at each, and takes the texts of JSON lines for texts
    #[arg(long, value_enum, default_value_t = Input::Auto)]
    pub input: Input,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum Input {
    /// A page where it looks like one, a report the page has exported where the file's name ends in .json, else a text
    Auto,
    /// Texts, as they stand
    Text,
    /// Pages, to be reduced to their lines
    Html,
}

/// A text, read.
pub(crate) struct Source {
    name: String,
    pub decoded: Decoded,
    /// The labels a reader has set, in a report that was exported.
    pub corrections: Vec<Correction>,
}

impl Source {
    /// Reads a file, or the standard input for `-`. What went wrong is said in a sentence.
    pub(crate) fn read(path: &Path, reading: Reading) -> Result<Source, String> {
        let standard_input = path == Path::new("-");
        let name = if standard_input { "the standard input".to_owned() } else { path.display().to_string() };
        let mut bytes = Vec::new();
        let read = if standard_input {
            io::stdin().lock().read_to_end(&mut bytes)
        } else {
            File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
        };
        read.map_err(|error| format!("{name} can't be read: {error}"))?;
        let mut decoded = decode(&bytes, reading.encoding);
        let page = match reading.input {
            Input::Auto => markup::is_page(&decoded.text),
            Input::Text => false,
            Input::Html => true,
        };
        let mut corrections = Vec::new();
        if reading.input == Input::Auto && path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
            let saved = export::saved(&decoded.text).map_err(|error| format!("{name} is no exported report: {error}"))?;
            corrections = saved.corrections;
            let text = saved.source.ok_or_else(|| format!("{name} holds what was read, but not the text: --with-source exports both"))?;
            decoded.text = text.into();
        } else if page {
            decoded.text = html::to_text(&decoded.text).into();
        }
        Ok(Source { name, decoded, corrections })
    }

    /// Its report, with the labels that a reader has set, the later ones before those it came with; bytes that were no text are a note on it.
    pub(crate) fn report(&self, corrections: &[Correction]) -> Report {
        let corrections = [&self.corrections, corrections].concat();
        let mut report = wirecopy::parse_with(&self.decoded.text, &corrections);
        report.notes.splice(..0, Note::on_decoding(&self.decoded));
        report
    }

    /// What a person should know about the decoding before trusting the report.
    pub(crate) fn doubt(&self) -> Option<String> {
        let Source { name, decoded, .. } = self;
        let guess = (decoded.guessed && decoded.encoding != Encoding::Utf8)
            .then(|| format!("{name} was read as {}, which is a guess; --encoding names another", decoded.encoding));
        guess.or_else(|| decoded.complaint().map(|complaint| format!("{name}: {complaint}")))
    }
}
