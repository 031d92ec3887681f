//! A line of NDJSON output.

use std::panic;

use serde::Serialize;
use wirecopy::report::Report;

use crate::source::Source;

/// What became of one report.
#[derive(Serialize)]
pub(crate) struct Row<Id: Serialize> {
    pub id: Id,
    /// The line of the input it stood on, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guessed: Option<bool>,
    #[serde(flatten)]
    pub outcome: Outcome,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Outcome {
    Report(Box<Report>),
    /// In a sentence.
    Error(String),
}

impl<Id: Serialize> Row<Id> {
    pub(crate) fn error(id: Id, line: Option<usize>, message: String) -> Self {
        Row { id, line, encoding: None, guessed: None, outcome: Outcome::Error(message) }
    }

    pub(crate) fn of(id: Id, source: &Source) -> Self {
        let outcome = outcome(|| source.report(&[]));
        Row { id, line: None, encoding: Some(source.decoded.encoding.name()), guessed: Some(source.decoded.guessed), outcome }
    }

    pub(crate) fn failed(&self) -> bool {
        matches!(self.outcome, Outcome::Error(_))
    }

    /// The line, with its end.
    pub(crate) fn json(&self) -> Vec<u8> {
        let mut line = serde_json::to_vec(self).expect("a row has string keys and no failing parts");
        line.push(b'\n');
        line
    }
}

/// The parser doesn't panic; if it did, one report of a million must not end the run.
pub(crate) fn outcome(report: impl FnOnce() -> Report + panic::UnwindSafe) -> Outcome {
    match panic::catch_unwind(report) {
        Ok(report) => Outcome::Report(Box::new(report)),
        Err(_) => Outcome::Error("the parser failed at this text; please report it".to_owned()),
    }
}
