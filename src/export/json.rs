//! JSON: the output contract.

use crate::report::Report;

/// The report as one indented JSON object with a line feed behind it.
///
/// # Errors
///
/// None that a report can cause: its keys are strings and its numbers finite.
pub fn json(report: &Report) -> serde_json::Result<String> {
    let mut json = serde_json::to_string_pretty(report)?;
    json.push('\n');
    Ok(json)
}
