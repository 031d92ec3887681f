//! Closes menus: on Escape, on a click or a focus elsewhere, after a choice. Opening them is the browser's own work.

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, Node};

use super::dom;

const OPEN: &str = "details.menu[open]";

/// An entry that is done when it was chosen. What is sent off (a form) or written (a field) stays until it has led somewhere.
const DONE: &str = ".menu .entries :is(a, input[type=file], button:not([type=submit], [name=forget]))";

/// Watches the page for what closes a menu.
pub(super) fn watch() -> [EventListener; 3] {
    let page = document();
    [
        EventListener::new(&page, "click", |event| {
            // An entry that went with its click (a forgotten text) was in its menu.
            let Some(target) = dom::target(event).filter(|target| target.is_connected()) else { return };
            shut(Some(&target));
            if matches!(target.closest(DONE), Ok(Some(_))) {
                shut_and_return();
            }
        }),
        EventListener::new(&page, "focusin", |event| shut(dom::target(event).as_ref())),
        EventListener::new(&page, "keydown", |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                shut_and_return();
            }
        }),
    ]
}

/// Whether something happens in a menu, or in a dialog: Escape closes that.
pub(super) fn holds(event: &Event) -> bool {
    dom::around(event, "details.menu, dialog").is_some()
}

/// Closes every menu but the one around an element.
pub(super) fn shut(within: Option<&Element>) {
    for menu in dom::each(document().query_selector_all(OPEN)) {
        if !menu.contains(within.map(AsRef::<Node>::as_ref)) {
            let _ = menu.remove_attribute("open");
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
    dom::focus(&format!("#{id} > summary"));
}
