//! An exported report, read back by the browser's own JSON parser: ten kilobytes less to load than a second one.

use js_sys::{Array, JSON};
use wasm_bindgen::{JsCast, JsValue};

use super::json::{get, span};
use super::turn::Turns;
use crate::report::{Correction, Label};
use crate::view::Document;
use crate::view::state::Trouble;

/// Opens an exported report, its text and its corrections.
pub(super) async fn restore(json: &str, name: &str) -> Result<Document, Trouble> {
    let (source, corrections) = read(json, name)?;
    Ok(Document::restored(source, &corrections, &Turns::new()).await)
}

/// The text and the corrections of an exported report, by the rules of [`saved`](crate::export::saved).
pub(super) fn read(json: &str, name: &str) -> Result<(String, Vec<Correction>), Trouble> {
    let no_report = || Trouble::NoReport(name.to_owned());
    let report = JSON::parse(json).map_err(|_| no_report())?;
    let list: Array = get(&report, "corrections").and_then(|list| list.dyn_into().ok()).ok_or_else(no_report)?;
    let corrections: Option<Vec<Correction>> = list.iter().map(|entry| correction(&entry)).collect();
    let corrections = corrections.ok_or_else(no_report)?;
    let source = get(&report, "source").and_then(|source| source.as_string()).filter(|source| !source.trim().is_empty());
    let source = source.ok_or_else(|| Trouble::NoSource(name.to_owned()))?;
    Ok((source, corrections))
}

fn correction(entry: &JsValue) -> Option<Correction> {
    let label = Label::of_name(&get(entry, "label")?.as_string()?)?;
    Some(Correction { span: span(&get(entry, "span")?)?, label })
}
