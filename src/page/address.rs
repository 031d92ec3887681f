//! The address: what it asks for when the page opens, and how it follows the reader.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

use crate::view::address::{Fragment, View, with_parameter, within};
use crate::view::state::display::Display;

/// A parameter of the query, where it is plain enough to need no decoding.
pub(super) fn parameter(name: &str) -> Option<String> {
    let query = window().location().search().ok()?;
    let pairs = query.trim_start_matches('?').split('&');
    pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

/// What the fragment asks for now.
pub(super) fn fragment() -> Option<Fragment> {
    Fragment::read(&window().location().hash().ok()?)
}

/// Writes N into the address, without a step in the history. A browser may refuse when asked too often: the address
/// then lags behind, and nothing else does.
pub(super) fn keep(hours: f64) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&within(hours)));
    }
}

/// The view the address names.
pub(super) fn view() -> View {
    parameter("view").map(|name| View::of_name(&name)).unwrap_or_default()
}

/// The view and the place that a plain click on a link asks for, where it asks for one.
pub(super) fn view_asked_for(event: &Event) -> Option<(View, String)> {
    let click = event.dyn_ref::<MouseEvent>()?;
    if event.default_prevented() || click.button() != 0 || click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key() {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??.get_attribute("href")?;
    View::of_link(&link).map(|(view, id)| (view, id.to_owned()))
}

/// Writes a view and a place in it into the address, as a step in the history.
pub(super) fn turn(view: View, id: &str) {
    if let (Ok(history), Some(address)) = (window().history(), in_view(view, id)) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Writes the view into the address where it says another, without a step in the history.
pub(super) fn keep_view(shown: View) {
    let Ok(hash) = window().location().hash() else { return };
    if view() != shown
        && let (Ok(history), Some(address)) = (window().history(), in_view(shown, hash.trim_start_matches('#')))
    {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// The page's address in a view; the whole report needs no word in it.
fn in_view(view: View, id: &str) -> Option<String> {
    let location = window().location();
    let name = (view != View::default()).then(|| view.name());
    let (path, query) = (location.pathname().ok()?, with_parameter(&location.search().ok()?, "view", name));
    Some(if id.is_empty() { format!("{path}{query}") } else { format!("{path}{query}#{id}") })
}

/// Takes the fragment away: it spoke of another text.
pub(super) fn forget() {
    let location = window().location();
    if let (Ok(history), Ok(path), Ok(query)) = (window().history(), location.pathname(), location.search()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{query}")));
    }
}

/// Writes the reader's choices into the address, without a step in the history, beside whatever else stands there.
pub(super) fn keep_choices(display: Display) {
    let location = window().location();
    let (Ok(history), Ok(path), Ok(query), Ok(hash)) = (window().history(), location.pathname(), location.search(), location.hash()) else {
        return;
    };
    let kept = display.address().into_iter().fold(query.clone(), |query, (name, value)| with_parameter(&query, name, value));
    if kept != query {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{kept}{hash}")));
    }
}

/// Goes to the element a fragment names, opening what hides it.
pub(super) fn go(id: &str) -> Option<()> {
    let element = document().get_element_by_id(id)?;
    reveal(&element);
    element.scroll_into_view();
    element.dyn_ref::<HtmlElement>()?.focus().ok()
}

/// Goes where the address led before the element was there: the browser looks for its target once more.
pub(super) fn go_again(id: &str) -> Option<()> {
    go(id)?;
    let location = window().location();
    let _ = location.hash().and_then(|hash| location.replace(&hash));
    Some(())
}

/// Opens every `<details>` around an element; its toggle event tells the state.
fn reveal(element: &Element) {
    let mut inside = Some(element.clone());
    while let Some(Ok(Some(details))) = inside.map(|element| element.closest("details")) {
        let _ = details.set_attribute("open", "");
        inside = details.parent_element();
    }
}
