//! Links from a place to itself: who follows one gets its address to paste elsewhere.

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

use super::{clipboard, dom};
use crate::view::state::speech::Link;

/// Copies the address of each such link that is followed, and tells how that went. The way there is the browser's own.
/// `own` says that the text is the reader's: then there is nothing to be had at that address.
pub(super) fn copy_followed(own: bool, say: impl Fn(Link) + Clone + 'static) -> EventListener {
    EventListener::new(&document(), "click", move |event| {
        let Some(link) = dom::around(event, "a.anchor").filter(|_| !dom::is_elsewhere(event.unchecked_ref())) else { return };
        if own {
            return say(Link::Here);
        }
        let address = link.unchecked_ref::<HtmlAnchorElement>().href();
        let say = say.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let copied = clipboard::write(&address).await;
            say(if copied.is_ok() { Link::Copied } else { Link::InAddress });
        });
    })
}
