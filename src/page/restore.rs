//! An exported report, read back by the browser's own JSON parser: ten kilobytes less to load than a second one.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::turn::Turns;
use crate::report::{Correction, Label};
use crate::text::Span;
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
    let span: Array = get(entry, "span")?.dyn_into().ok()?;
    let (start, end) = (offset(&span.get(0))?, offset(&span.get(1))?);
    let label = Label::of_name(&get(entry, "label")?.as_string()?)?;
    (start <= end && span.length() == 2).then(|| Correction { span: Span::new(start, end), label })
}

/// A whole number of bytes.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and in range")]
fn offset(number: &JsValue) -> Option<usize> {
    let number = number.as_f64()?;
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as usize)
}

/// A field of an object; `null` and what is no object have none.
fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    if !object.is_object() {
        return None;
    }
    Reflect::get(object, &name.into()).ok()
}
