//! The dialog that puts the report into other pages: native, so that the browser keeps focus and keys in it.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use super::{clipboard, dom};
use crate::view::address::with_parameter;
use crate::view::state::embed::{Action, Choice};

/// The page's address without what the dialog chooses.
pub(super) fn address() -> Option<String> {
    let location = window().location();
    let query = ["view", "lang", "theme"].iter().fold(location.search().ok()?, |query, name| with_parameter(&query, name, None));
    Some(format!("{}{}{query}", location.origin().ok()?, location.pathname().ok()?))
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::by_id("embed")
}

/// Opens the dialog above the page.
pub(super) fn show() -> Option<()> {
    dialog()?.show_modal().ok()
}

/// Closes it, as Escape does; it tells when it is closed.
pub(super) fn close() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}

/// What a control of the dialog stands for.
pub(super) fn choice(event: &Event) -> Option<Choice> {
    let control = dom::target(event)?;
    match control.dyn_ref::<HtmlInputElement>() {
        Some(input) => Some(Choice::Here(input.checked())),
        None => Choice::read(&control.id(), &control.dyn_ref::<HtmlSelectElement>()?.value()),
    }
}

/// Copies the markup; where the browser refuses, selects it.
pub(super) fn copy(then: impl Fn(Action) + 'static) {
    let Some(field) = dom::by_id::<HtmlTextAreaElement>("markup") else { return };
    wasm_bindgen_futures::spawn_local(async move {
        let copied = clipboard::write(&field.value()).await.is_ok();
        if !copied {
            dom::select("markup");
        }
        then(Action::Copied(copied));
    });
}
