//! JSON lines in, JSON lines out.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

use serde::Deserialize;
use serde_json::value::RawValue;
use wirecopy::text::html;

use crate::row::{Row, outcome};
use crate::source::{Input, Reading};
use crate::{Failure, ordered};

/// The longest line, in bytes.
const LONGEST: usize = 64 << 20;

/// Answers every record of the standard input.
pub(crate) fn run(reading: Reading) -> Result<(), Failure> {
    let mut broken = None;
    let lines = Lines { input: BufReader::with_capacity(1 << 16, io::stdin()), number: 0, longest: LONGEST, ended: false };
    let mut out = BufWriter::new(io::stdout().lock());
    ordered::run(
        lines,
        move |line| match line {
            Line::Record(number, bytes) => Ok(answer(number, &bytes, reading)),
            Line::TooLong(number) => Ok(error(number, format!("the line is longer than {} MiB", LONGEST >> 20))),
            Line::Unreadable(error) => Err(error),
        },
        &mut out,
        |out, answer| match answer {
            Ok(answer) => out.write_all(&answer),
            Err(error) => {
                broken = Some(error);
                Ok(())
            }
        },
    )?;
    broken.map_or(Ok(()), |error| Err(Failure::Input(format!("the standard input can't be read: {error}"))))
}

/// A record as far as it is read at first: the id is given back as it came.
#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    text: Option<&'a RawValue>,
}

pub(crate) fn answer(number: usize, bytes: &[u8], reading: Reading) -> Vec<u8> {
    let line = String::from_utf8_lossy(bytes);
    let record = match record(&line) {
        Ok(record) => record,
        Err(message) => return error(number, message),
    };
    if let Err(wrong) = std::str::from_utf8(bytes) {
        // An id with broken characters would not be found again.
        let id = record.id.filter(|id| !id.get().contains(char::REPLACEMENT_CHARACTER));
        let message = format!("the line is not UTF-8 (the first wrong byte is at {})", wrong.valid_up_to());
        return Row::error(id, Some(number), message).json();
    }
    let row = match record.text() {
        Ok(text) => {
            let page = reading.input == Input::Html;
            let text = if page { html::to_text(&text) } else { text };
            Row { id: record.id, line: None, encoding: None, guessed: None, outcome: outcome(|| wirecopy::parse(text)) }
        }
        Err(message) => Row::error(record.id, Some(number), message),
    };
    row.json()
}

fn record(line: &str) -> Result<Record<'_>, String> {
    if !line.trim_start().starts_with('{') {
        return Err("the line is not a JSON object".to_owned());
    }
    let record: Record = serde_json::from_str(line).map_err(|error| format!("the line is not a JSON record: {}", reason(&error)))?;
    // Given back as it came, it would make a row that many can't read. Only escapes write half a pair.
    let halved = |id: &&RawValue| {
        let read = || serde_json::from_str::<serde_json::Value>(id.get());
        // A number beyond all measure is given back as it came.
        id.get().contains('\\') && read().is_err_and(|error| ["surrogate", "escape"].iter().any(|word| error.to_string().contains(word)))
    };
    if record.id.as_ref().is_some_and(halved) {
        return Err("the id holds half of a surrogate pair, which is no character".to_owned());
    }
    Ok(record)
}

impl Record<'_> {
    fn text(&self) -> Result<String, String> {
        let text = self.text.ok_or("the record has no text")?.get();
        if !text.starts_with('"') {
            return Err("the text is not a string".to_owned());
        }
        // Its grammar was checked with the line's.
        serde_json::from_str(text).map_err(|_| "the text holds half of a surrogate pair, which is no character".to_owned())
    }
}

/// A JSON error without its place: a line in a line says little.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_owned()
}

fn error(number: usize, message: String) -> Vec<u8> {
    Row::error((), Some(number), message).json()
}

enum Line {
    /// A line and its number, from 1.
    Record(usize, Vec<u8>),
    TooLong(usize),
    Unreadable(io::Error),
}

/// The lines of the input that are not blank.
struct Lines<Input> {
    input: Input,
    number: usize,
    longest: usize,
    ended: bool,
}

impl<Input: BufRead> Lines<Input> {
    /// The next line, `None` at the end.
    fn read(&mut self) -> io::Result<Option<Line>> {
        let mut line = Vec::new();
        loop {
            line.clear();
            self.number += 1;
            let longest = self.longest as u64 + 1;
            if self.input.by_ref().take(longest).read_until(b'\n', &mut line)? == 0 {
                return Ok(None);
            }
            if line.last() != Some(&b'\n') && line.len() > self.longest {
                self.input.skip_until(b'\n')?;
                return Ok(Some(Line::TooLong(self.number)));
            }
            if line.last() == Some(&b'\n') {
                line.pop();
            }
            if self.number == 1 && line.starts_with(b"\xEF\xBB\xBF") {
                line.drain(..3);
            }
            if !line.trim_ascii().is_empty() {
                return Ok(Some(Line::Record(self.number, line)));
            }
        }
    }
}

impl<Input: BufRead> Iterator for Lines<Input> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if self.ended {
            return None;
        }
        let line = self.read().unwrap_or_else(|error| {
            self.ended = true;
            Some(Line::Unreadable(error))
        });
        self.ended |= line.is_none();
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_numbers_and_a_limit() {
        let input = "\u{feff}1234\n\n \r\n12345678\n123456789\n\n1\r\n123456789".as_bytes();
        let lines = Lines { input, number: 0, longest: 8, ended: false };
        let found: Vec<_> = lines
            .map(|line| match line {
                Line::Record(number, bytes) => (number, String::from_utf8(bytes).unwrap()),
                Line::TooLong(number) => (number, "too long".to_owned()),
                Line::Unreadable(error) => panic!("{error}"),
            })
            .collect();
        let expected = [(1, "1234"), (4, "12345678"), (5, "too long"), (7, "1\r"), (8, "too long")];
        assert_eq!(found, expected.map(|(number, line)| (number, line.to_owned())));
    }
}
