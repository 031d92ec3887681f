//! What the built page says of its own report beside its text: enough to bring it to life without reading it again.

use std::rc::Rc;

use js_sys::{Array, JSON};
use wasm_bindgen::{JsCast, JsValue};
use yew::AttrValue;

use super::json::{get, span, whole};
use crate::report::{Bound, Quantity, Role, Script, Status, Step, Timeline, Trigger};
use crate::text::{Excerpt, Span};
use crate::view::Response;

/// What is known of the report.
#[derive(Clone, PartialEq)]
pub(super) struct Facts {
    pub headings: Rc<[AttrValue]>,
    pub response: Response,
}

/// Reads what stands in the page as JSON; the timeline has the form of the output contract.
pub(super) fn read(json: &str) -> Option<Facts> {
    let facts = JSON::parse(json).ok()?;
    let headings = list(&facts, "headings")?.iter().map(|heading| Some(heading.as_string()?.into())).collect::<Option<_>>()?;
    let response = get(&facts, "response")?;
    let timeline = get(&response, "timeline")?;
    let triggers = list(&timeline, "triggers")?.iter().map(|value| trigger(&value)).collect::<Option<_>>()?;
    let steps = list(&timeline, "steps")?.iter().map(|value| step(&value)).collect::<Option<_>>()?;
    let sentences = list(&response, "sentences")?.iter().map(|place| place.as_string()).collect();
    let script = if text(&response, "lang")? == Script::Hant.tag() { Script::Hant } else { Script::Hans };
    Some(Facts { headings, response: Response::new(script, Timeline { triggers, steps }, sentences) })
}

fn list(object: &JsValue, name: &str) -> Option<Array> {
    get(object, name)?.dyn_into().ok()
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name)?.as_string()
}

fn place(object: &JsValue) -> Option<Span> {
    span(&get(object, "span")?)
}

fn trigger(value: &JsValue) -> Option<Trigger> {
    Some(Trigger { text: text(value, "text")?.into(), span: place(value)?, at: text(value, "at") })
}

fn step(value: &JsValue) -> Option<Step> {
    Some(Step {
        text: text(value, "text")?.into(),
        hours: get(value, "hours")?.as_f64()?,
        within: text(value, "within")?,
        workdays: get(value, "workdays")?.as_f64(),
        role: if text(value, "role")? == "elapsed" { Role::Elapsed } else { Role::Deadline },
        status: if text(value, "status")? == "done" { Status::Done } else { Status::Required },
        trigger: whole(&get(value, "trigger")?),
        statement: text(value, "statement")?.into(),
        statement_span: span(&get(value, "statement_span")?)?,
        actor: text(value, "actor").map(Into::into),
        quantities: list(value, "quantities")?.iter().map(|value| quantity(&value)).collect::<Option<_>>()?,
        span: place(value)?,
    })
}

/// Its text; what was read from that, the timeline doesn't show.
fn quantity(value: &JsValue) -> Option<Quantity> {
    Some(Quantity {
        text: text(value, "text")?.into(),
        number: 0.0,
        bound: Bound::Exact,
        measure: "",
        noun: Excerpt::default(),
        span: place(value)?,
    })
}
