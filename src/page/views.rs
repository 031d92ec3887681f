//! Turning from one view of the report to another, by link, by key and by the browser's history.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::{Dispatcher, address, menus, photos};
use crate::view::address::View;
use crate::view::state::Action;

/// Watches the page for what turns it.
pub(super) fn watch(dispatch: &Dispatcher) -> [EventListener; 5] {
    // Before a link is opened elsewhere, it is pointed at or has the focus.
    let [pointed, focused] = ["pointerdown", "focusin"].map(complete_links);
    [follow_history(dispatch.clone()), follow_links(dispatch.clone()), leave_part(dispatch.clone()), pointed, focused]
}

/// A step back or forth in the history.
fn follow_history(dispatch: Dispatcher) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| dispatch.dispatch(Action::View(address::view())))
}

/// A link to another view of this report needs no new page. With a key held it opens where the reader wants it.
fn follow_links(dispatch: Dispatcher) -> EventListener {
    EventListener::new_with_options(&window(), "click", EventListenerOptions::enable_prevent_default(), move |event| {
        if let Some((view, id)) = address::view_asked_for(event) {
            event.prevent_default();
            turn(&dispatch, view, &id);
        }
    })
}

/// A link that is opened elsewhere takes along the text and the choices that the address names.
fn complete_links(kind: &'static str) -> EventListener {
    EventListener::new(&window(), kind, |event| address::complete(event).unwrap_or_default())
}

/// Escape leads from a part back to the story, to the card one was on; in a menu it closes that, and in a frame the part stays.
fn leave_part(dispatch: Dispatcher) -> EventListener {
    EventListener::new(&window(), "keydown", move |event| {
        let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        let is_part = matches!(address::view(), View::Timeline | View::Captions | View::Notice);
        if is_escape && is_part && !menus::holds(event) && address::frame().is_none() {
            turn(&dispatch, View::Report, &photos::card(event).map(photos::card_id).unwrap_or_default());
        }
    })
}

fn turn(dispatch: &Dispatcher, view: View, id: &str) {
    address::turn(view, id);
    dispatch.dispatch(Action::View(view));
}
