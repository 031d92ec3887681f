//! Going to a place on the page: it may be folded away, stand on a sheet that is not shown, or still be on its way.

use std::cell::RefCell;

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Dispatcher, address};
use crate::view::address::{Fragment, View};
use crate::view::state::Action;
use crate::view::state::inspect::{self, Way, line_of_id};
use crate::view::state::rests::List;

/// Goes to the element of an id, opening what hides it.
pub(super) fn go(id: &str) -> Option<()> {
    let element = document().get_element_by_id(id)?;
    reveal(&element);
    element.scroll_into_view();
    element.dyn_ref::<HtmlElement>()?.focus().ok()
}

/// Opens every `<details>` around an element; its toggle event tells the state.
fn reveal(element: &Element) {
    let mut inside = Some(element.clone());
    while let Some(Ok(Some(details))) = inside.map(|element| element.closest("details")) {
        let _ = details.set_attribute("open", "");
        inside = details.parent_element();
    }
}

/// Goes where the address led before the element was there: the browser looks for its target once more.
fn go_again(id: &str) -> Option<()> {
    go(id)?;
    let location = window().location();
    let _ = location.hash().and_then(|hash| location.replace(&hash));
    Some(())
}

/// Goes to a line of the inspector, to whose sheet the state turns. Any other id comes back.
pub(super) fn go_to_line(id: String, dispatch: &Dispatcher) -> Option<String> {
    let Some(at) = line_of_id(&id).filter(|_| address::view() == View::Inspect) else { return Some(id) };
    dispatch.dispatch(Action::Inspect(inspect::Action::Go(Way::To(at))));
    None
}

/// Has the list come whole in whose rest a place may stand.
pub(super) fn unfold(id: &str, dispatch: &Dispatcher) {
    if let Some(list) = List::of_id(id).filter(|_| document().get_element_by_id(id).is_none()) {
        dispatch.dispatch(Action::Unfolded(list));
    }
}

/// The place the address names, until it is on the page: of a long text the end comes late.
#[derive(Default)]
pub(super) struct Awaited(RefCell<Option<String>>);

impl Awaited {
    /// A text has come to the page.
    pub(super) fn await_fragment(&self, dispatch: &Dispatcher) {
        self.0.replace(match address::fragment() {
            Some(Fragment::Element(id)) => {
                unfold(&id, dispatch);
                Some(id)
            }
            Some(Fragment::Within(_)) | None => None,
        });
    }

    /// Goes to a place, as soon as it is there.
    pub(super) fn go(&self, id: String) {
        self.0.replace(go(&id).is_none().then_some(id));
    }

    /// The page has grown, perhaps to its end.
    pub(super) fn arrive(&self, whole: bool) {
        let arrived = self.0.borrow().as_deref().is_some_and(|id| go_again(id).is_some());
        if arrived || whole {
            self.0.take();
        }
    }
}
