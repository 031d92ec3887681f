//! The address: what it asks for when the page opens, and how it follows the reader.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Element, Event, History, MouseEvent, UrlSearchParams};

use super::dom;
use crate::view::address::{Fragment, View, with_parameter, within};
use crate::view::state::display::Display;

/// What the address says is on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The page's own report.
    Default,
    /// The report `?report=` names, of those in the page's list.
    Listed(String),
    /// What is at the address `?src=` names.
    Address(String),
    /// A text of the reader's, by its number in the history.
    Own(u32),
}

/// What the address asks for now.
pub(super) fn place() -> Place {
    if let Some(address) = parameter("src").filter(|address| !address.trim().is_empty()) {
        return Place::Address(address.trim().to_owned());
    }
    if let Some(name) = parameter("report").filter(|name| !name.is_empty()) {
        return Place::Listed(name);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what this page has put there")]
    let number = |state: JsValue| state.as_f64().map(|number| number as u32);
    let state = window().history().and_then(|history| history.state());
    state.ok().and_then(number).filter(|number| *number > 0).map_or(Place::Default, Place::Own)
}

impl Place {
    /// What the history keeps with its entry; 0 for what the address itself tells.
    fn state(&self) -> JsValue {
        JsValue::from(if let Place::Own(number) = self { *number } else { 0 })
    }
}

/// Whether the browser has made this entry of the history by itself: it went to a fragment, and the text is that of the entry before.
pub(super) fn is_unmarked() -> bool {
    window().history().and_then(|history| history.state()).is_ok_and(|state| state.is_null())
}

/// Marks the entry of the history with the place it belongs to.
pub(super) fn mark(place: &Place) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&place.state(), "");
    }
}

/// A number for a text that no entry of the history knows.
pub(super) fn next_number() -> u32 {
    // Seconds: who opens two texts within one has the first of them still here.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds since 1970 are enough for u32 until 2106")]
    let seconds = (js_sys::Date::now() / 1000.0) as u32;
    seconds
}

/// Takes a step in the history to a place. The fragment spoke of another text.
pub(super) fn enter(place: &Place) {
    let location = window().location();
    let (Ok(history), Ok(path), Ok(query)) = (window().history(), location.pathname(), location.search()) else { return };
    // These two need no escape in a query, and are easier read without.
    let escaped = |text: &str| String::from(js_sys::encode_uri_component(text)).replace("%2F", "/").replace("%3A", ":");
    let (src, report) = match place {
        Place::Default | Place::Own(_) => (None, None),
        Place::Address(address) => (Some(escaped(address)), None),
        Place::Listed(name) => (None, Some(escaped(name))),
    };
    // The photo list spoke of another text too.
    let named = [("src", src.as_deref()), ("report", report.as_deref()), ("photos", None)];
    let query = named.into_iter().fold(query, |query, (name, value)| with_parameter(&query, name, value));
    let _ = history.push_state_with_url(&place.state(), "", Some(&format!("{path}{query}")));
}

/// Changes the address without a step in the history.
fn amend(history: &History, address: &str) {
    let _ = history.replace_state_with_url(&history.state().unwrap_or(JsValue::NULL), "", Some(address));
}

/// A parameter of the query.
pub(super) fn parameter(name: &str) -> Option<String> {
    UrlSearchParams::new_with_str(&window().location().search().ok()?).ok()?.get(name)
}

/// In a frame of another page, the query; none in a window.
pub(super) fn frame() -> Option<String> {
    let window = window();
    let parent = window.parent().ok()??;
    if parent == window { None } else { window.location().search().ok() }
}

/// What the fragment asks for now.
pub(super) fn fragment() -> Option<Fragment> {
    Fragment::read(&window().location().hash().ok()?)
}

/// Writes N into the address, without a step in the history. A browser may refuse when asked too often: the address
/// then lags behind, and nothing else does.
pub(super) fn keep(hours: f64) {
    if let Ok(history) = window().history() {
        amend(&history, &within(hours));
    }
}

/// The view the address names.
pub(super) fn view() -> View {
    parameter("view").map(|name| View::of_name(&name)).unwrap_or_default()
}

/// The link to a view that an event happens on, and where it leads.
fn view_link(event: &Event) -> Option<(Element, String)> {
    let link = dom::around(event, "a[href*='view=']:not([target])")?;
    let address = link.get_attribute("href")?;
    Some((link, address))
}

/// Lets a link to a view say the rest of the page's address too: it may be opened elsewhere, where nobody knows that.
pub(super) fn complete(event: &Event) -> Option<()> {
    let (link, address) = view_link(event)?;
    let (view, id) = View::of_link(&address)?;
    let query = with_parameter(&window().location().search().ok()?, "view", Some(view.name()));
    let hash = if id.is_empty() { "" } else { "#" };
    link.set_attribute("href", &format!("{query}{hash}{id}")).ok()
}

/// The view and the place that a plain click on a link asks for, where it asks for one.
pub(super) fn view_asked_for(event: &Event) -> Option<(View, String)> {
    let click = event.dyn_ref::<MouseEvent>()?;
    if event.default_prevented() || dom::is_elsewhere(click) {
        return None;
    }
    let (_, address) = view_link(event)?;
    View::of_link(&address).map(|(view, id)| (view, id.to_owned()))
}

/// Writes a view and a place in it into the address, as a step in the history.
pub(super) fn turn(view: View, id: &str) {
    if let (Ok(history), Some(address)) = (window().history(), in_view(view, id)) {
        let _ = history.push_state_with_url(&history.state().unwrap_or(JsValue::NULL), "", Some(&address));
    }
}

/// Writes the view into the address where it says another, without a step in the history.
pub(super) fn keep_view(shown: View) {
    let Ok(hash) = window().location().hash() else { return };
    if view() != shown
        && let (Ok(history), Some(address)) = (window().history(), in_view(shown, hash.trim_start_matches('#')))
    {
        amend(&history, &address);
    }
}

/// The page's address in a view; the whole report needs no word in it.
fn in_view(view: View, id: &str) -> Option<String> {
    let location = window().location();
    let name = (view != View::default()).then(|| view.name());
    let (path, query) = (location.pathname().ok()?, with_parameter(&location.search().ok()?, "view", name));
    Some(if id.is_empty() { format!("{path}{query}") } else { format!("{path}{query}#{id}") })
}

/// Writes the reader's choices into the address, without a step in the history, beside whatever else stands there.
pub(super) fn keep_choices(display: Display) {
    let location = window().location();
    let (Ok(history), Ok(path), Ok(query), Ok(hash)) = (window().history(), location.pathname(), location.search(), location.hash()) else {
        return;
    };
    let kept = display.address().into_iter().fold(query.clone(), |query, (name, value)| with_parameter(&query, name, value));
    if kept != query {
        amend(&history, &format!("{path}{kept}{hash}"));
    }
}
