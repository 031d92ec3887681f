//! Elements and events, as the other files here ask for them.

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlTextAreaElement, MouseEvent, NodeList};

/// The element that an event happens on.
pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The nearest element of a selector around that, or that one itself.
pub(super) fn around(event: &Event, css: &str) -> Option<Element> {
    target(event)?.closest(css).ok()?
}

/// Whether a click is for the browser alone: with a key held or by another button a link opens elsewhere.
pub(super) fn is_elsewhere(click: &MouseEvent) -> bool {
    click.button() != 0 || click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key()
}

/// The elements that were found.
pub(super) fn each(found: Result<NodeList, JsValue>) -> Vec<Element> {
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// The element of an id.
pub(super) fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Puts the focus on the first element of a selector.
pub(super) fn focus(css: &str) -> Option<()> {
    document().query_selector(css).ok()??.unchecked_ref::<HtmlElement>().focus().ok()
}

/// Puts the focus on a field and selects what stands in it.
pub(super) fn select(id: &str) -> Option<()> {
    let field: HtmlTextAreaElement = by_id(id)?;
    field.focus().ok()?;
    field.select();
    Some(())
}
