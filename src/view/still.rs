//! The page as text: what stands in the built file before anything runs.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::LocalServerRenderer;

use super::state::State;
use super::{Events, Reader, ReaderProps};

/// The page at a state, as HTML.
pub fn html(state: State) -> String {
    let props = ReaderProps { state, events: Events::default() };
    let mut rendering = pin!(LocalServerRenderer::<Reader>::with_props(props).hydratable(false).render());
    // Nothing here waits for anything: polling is enough.
    loop {
        if let Poll::Ready(html) = rendering.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return html;
        }
    }
}

/// The same with every control disabled: one that can't work yet must not look as if it could.
pub fn still(state: State) -> String {
    // In a text `<` is `&lt;`: what is found here are tags.
    ["button", "input", "select"]
        .iter()
        .fold(html(state), |html, control| html.replace(&format!("<{control} "), &format!("<{control} disabled ")))
}
