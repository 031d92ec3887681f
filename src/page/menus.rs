//! Closes menus: on Escape, on a click or a focus elsewhere, after a choice. Opening them is the browser's own work.

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, Node};

const OPEN: &str = "details.menu[open]";

/// An entry that is done when it was chosen. What is sent off (a form) or written (a field) stays until it has led somewhere.
const DONE: &str = ".menu .entries :is(a, input[type=file], button:not([type=submit], [name=forget]))";

/// Watches the page for what closes a menu.
pub(super) fn watch() -> [EventListener; 3] {
    let page = document();
    [
        EventListener::new(&page, "click", |event| {
            // An entry that went with its click (a forgotten text) was in its menu.
            let Some(target) = element(event).filter(|target| target.is_connected()) else { return };
            shut(Some(&target));
            if matches!(target.closest(DONE), Ok(Some(_))) {
                shut_and_return();
            }
        }),
        EventListener::new(&page, "focusin", |event| shut(element(event).as_ref())),
        EventListener::new(&page, "keydown", |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                shut_and_return();
            }
        }),
    ]
}

/// Whether something happens in a menu, or in a dialog: Escape closes that.
pub(super) fn holds(event: &web_sys::Event) -> bool {
    element(event).is_some_and(|target| matches!(target.closest("details.menu, dialog"), Ok(Some(_))))
}

/// Closes every menu but the one around an element.
pub(super) fn shut(within: Option<&Element>) {
    let Ok(open) = document().query_selector_all(OPEN) else { return };
    for menu in (0..open.length()).filter_map(|index| open.get(index)) {
        if !menu.contains(within.map(AsRef::<Node>::as_ref)) {
            let _ = menu.unchecked_ref::<Element>().remove_attribute("open");
        }
    }
}

/// Closes the open menu; a focus within it goes back to its title.
pub(super) fn shut_and_return() {
    let page = document();
    let Ok(Some(menu)) = page.query_selector(OPEN) else { return };
    if menu.contains(page.active_element().as_deref())
        && let Ok(Some(title)) = menu.query_selector("summary")
    {
        let _ = title.unchecked_ref::<HtmlElement>().focus();
    }
    let _ = menu.remove_attribute("open");
}

/// Puts the focus on a menu's title, where what an entry of it has brought is gone again.
pub(super) fn back_to(id: &str) {
    if let Ok(Some(title)) = document().query_selector(&format!("#{id} > summary")) {
        let _ = title.unchecked_ref::<HtmlElement>().focus();
    }
}

fn element(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Puts the focus on an element.
pub(super) fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
