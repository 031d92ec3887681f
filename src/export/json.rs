//! JSON: the output contract, and the way back.

use std::{fmt, io};

use serde::{Deserialize, Serialize};

use crate::report::{Correction, Report};

/// The report as one indented JSON object with a line feed behind it.
///
/// # Errors
///
/// None that a report can cause: its keys are strings and its numbers finite.
pub fn json(report: &Report) -> serde_json::Result<String> {
    pretty(report)
}

/// The same with the text the report was read from as `source`: all it takes to open the report again, its corrections with it.
///
/// # Errors
///
/// None that a report can cause.
pub fn json_with_source(report: &Report, source: &str) -> serde_json::Result<String> {
    pretty(&Whole { report, source: Some(source) })
}

/// Writes what [`json`] or [`json_with_source`] gives, piece by piece: the JSON of a long report is five times as long as its text.
///
/// # Errors
///
/// Those of `out`.
pub fn write_json(report: &Report, source: Option<&str>, mut out: impl io::Write) -> io::Result<()> {
    match source {
        Some(_) => serde_json::to_writer_pretty(&mut out, &Whole { report, source })?,
        None => serde_json::to_writer_pretty(&mut out, report)?,
    }
    out.write_all(b"\n")
}

/// A report with its text.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    report: &'a Report,
    source: Option<&'a str>,
}

fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    let mut json = serde_json::to_string_pretty(value)?;
    json.push('\n');
    Ok(json)
}

/// What of an exported report is read again; the rest follows from it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Saved {
    /// The text, where it was exported with it.
    pub source: Option<String>,
    /// The labels a reader has set.
    pub corrections: Vec<Correction>,
}

/// Why a JSON text is no exported report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoReport(String);

impl fmt::Display for NoReport {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoReport {}

/// Reads an exported report back: its corrections and, where it is there, its text.
///
/// # Errors
///
/// Where it is not JSON, has no list of corrections, or one that names no span or no label.
pub fn saved(json: &str) -> Result<Saved, NoReport> {
    serde_json::from_str(json).map_err(|error| NoReport(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Label;
    use crate::text::Span;

    const TEXT: &str = "雨停了。\r\n\u{3000}渡口又&ldquo;开&rdquo;了\0。\n";

    #[test]
    fn what_was_saved_comes_back() {
        let corrections = [Correction { span: Span::new(0, 12), label: Label::Title }];
        let report = crate::parse_with(TEXT, &corrections);
        let saved_ = saved(&json_with_source(&report, TEXT).unwrap()).unwrap();
        assert_eq!(saved_.source.as_deref(), Some(TEXT));
        assert_eq!(saved_.corrections, corrections);
        assert_eq!(crate::parse_with(TEXT, &saved_.corrections), report);
        assert_eq!(saved(&json(&report).unwrap()).unwrap(), Saved { source: None, ..saved_ });
    }

    #[test]
    fn the_source_is_all_that_is_added() {
        let report = crate::parse(TEXT);
        let mut whole: serde_json::Value = serde_json::from_str(&json_with_source(&report, TEXT).unwrap()).unwrap();
        assert_eq!(whole.as_object_mut().unwrap().remove("source").unwrap(), TEXT);
        assert_eq!(whole, serde_json::from_str::<serde_json::Value>(&json(&report).unwrap()).unwrap());
    }

    #[test]
    fn what_is_written_is_what_is_given() {
        let report = crate::parse(TEXT);
        for (source, given) in [(None, json(&report)), (Some(TEXT), json_with_source(&report, TEXT))] {
            let mut written = Vec::new();
            write_json(&report, source, &mut written).unwrap();
            assert_eq!(String::from_utf8(written).unwrap(), given.unwrap());
        }
    }

    #[test]
    fn what_is_no_report_is_refused() {
        for (text, said) in [
            ("雨停了。", "expected value"),
            ("", "EOF"),
            ("{}", "missing field `corrections`"),
            (r#"{"corrections": 3}"#, "invalid type"),
            (r#"{"corrections": [{"span": [3, 1], "label": "title"}]}"#, "a span ends at 1, before it starts at 3"),
            (r#"{"corrections": [{"span": [0, 1], "label": "chorus"}]}"#, "unknown variant"),
            (r#"{"corrections": [{"span": [0, -1], "label": "title"}]}"#, "invalid value"),
            (r#"{"source": 1, "corrections": []}"#, "invalid type"),
        ] {
            let error = saved(text).unwrap_err().to_string();
            assert!(error.contains(said), "{text}: {error}");
        }
    }
}
