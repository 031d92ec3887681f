//! Values out of what the browser's own JSON parser has read.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::text::Span;

/// A field of an object; `null` and what is no object have none.
pub(super) fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    if !object.is_object() {
        return None;
    }
    Reflect::get(object, &name.into()).ok()
}

/// `[start, end]`.
pub(super) fn span(value: &JsValue) -> Option<Span> {
    let ends: &Array = value.dyn_ref()?;
    let (start, end) = (whole(&ends.get(0))?, whole(&ends.get(1))?);
    (start <= end && ends.length() == 2).then(|| Span::new(start, end))
}

/// A whole number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and in range")]
pub(super) fn whole(number: &JsValue) -> Option<usize> {
    let number = number.as_f64()?;
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as usize)
}
