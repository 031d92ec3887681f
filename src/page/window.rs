//! What comes to the window and not to a part of the page: another address, what is dropped or pasted, print.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent};

use super::clipboard::{self, Brought};
use super::desk::{Desk, Step, Wanted};
use super::places::{self, Awaited};
use super::{Dispatcher, address, dom, photos};
use crate::view::address::Fragment;
use crate::view::state::dial::Turn;
use crate::view::state::speech::{self, Said};
use crate::view::state::{Action, Growth, Trouble, photos::Action as Pictures};

/// Listens to the window. In a frame stands what the page around it has chosen: there nothing is opened.
pub(super) fn watch(dispatch: &Dispatcher, desk: &Rc<Desk>, awaited: Rc<Awaited>, framed: bool) -> Vec<EventListener> {
    let mut listeners = vec![follow_fragment(dispatch.clone(), awaited), follow_history(Rc::clone(desk)), before_print(dispatch.clone())];
    if !framed {
        listeners.extend([
            allow_drop(dispatch.clone()),
            end_drag(dispatch.clone()),
            open_dropped(dispatch.clone(), Rc::clone(desk)),
            open_pasted(dispatch.clone(), Rc::clone(desk)),
        ]);
    }
    listeners
}

fn follow_fragment(dispatch: Dispatcher, awaited: Rc<Awaited>) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| match address::fragment() {
        Some(Fragment::Within(hours)) => dispatch.dispatch(Action::Dial(Turn::Within(hours))),
        Some(Fragment::Element(id)) => {
            if let Some(id) = places::go_to_line(id, &dispatch) {
                places::unfold(&id, &dispatch);
                awaited.go(id);
            }
        }
        None => {}
    })
}

/// A step back or forth in the history, to another text.
fn follow_history(desk: Rc<Desk>) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| desk.follow())
}

/// What is printed is what is on the page: all of it must be there.
fn before_print(dispatch: Dispatcher) -> EventListener {
    EventListener::new(&window(), "beforeprint", move |_| dispatch.dispatch(Action::Grown(Growth::Whole)))
}

/// Without this the browser would leave the page for the dropped file. A card shows that a file would fall on it.
fn allow_drop(dispatch: Dispatcher) -> EventListener {
    EventListener::new_with_options(&window(), "dragover", EventListenerOptions::enable_prevent_default(), move |event| {
        event.prevent_default();
        let data = event.unchecked_ref::<DragEvent>().data_transfer();
        let card = data.filter(photos::is_of_files).and_then(|_| photos::card(event));
        dispatch.dispatch(Action::Photos(Pictures::Over(card)));
    })
}

/// What was dragged has left the window.
fn end_drag(dispatch: Dispatcher) -> EventListener {
    EventListener::new(&window(), "dragleave", move |event| {
        if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
            dispatch.dispatch(Action::Photos(Pictures::Over(None)));
        }
    })
}

/// On a card fall pictures, or files that should be; elsewhere texts too.
fn open_dropped(dispatch: Dispatcher, desk: Rc<Desk>) -> EventListener {
    EventListener::new_with_options(&window(), "drop", EventListenerOptions::enable_prevent_default(), move |event| {
        event.prevent_default();
        dispatch.dispatch(Action::Photos(Pictures::Over(None)));
        // It may be told again by boot.js, which had it first.
        let Some(data) = event.unchecked_ref::<DragEvent>().data_transfer() else { return };
        let at = photos::card(event);
        let brought = match at {
            Some(_) if photos::is_of_files(&data) => Some(Brought::Pictures(photos::each(data.files()))),
            _ => clipboard::dropped(&data),
        };
        if let Some(brought) = brought {
            if photos::each(data.files()).iter().filter(|file| !photos::is_picture(file)).count() > 1 {
                dispatch.dispatch(Action::Speech(speech::Action::Say(Said::OneOfSeveral)));
            }
            bring(&dispatch, &desk, brought, at);
        }
    })
}

/// A paste anywhere but where a text is being written.
fn open_pasted(dispatch: Dispatcher, desk: Rc<Desk>) -> EventListener {
    const WRITTEN: &str = "textarea, input:not([type=file], [type=range], [type=checkbox]), [contenteditable]";
    EventListener::new(&window(), "paste", move |event| {
        if dom::around(event, WRITTEN).is_some() {
            return;
        }
        let data = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
        if let Some(brought) = data.and_then(|data| clipboard::pasted(&data)) {
            bring(&dispatch, &desk, brought, photos::card(event));
        } else {
            dispatch.dispatch(Action::Failed(Trouble::NothingCopied));
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    })
}

/// Opens what a paste or a drop brings, pictures on the card where they fell.
fn bring(dispatch: &Dispatcher, desk: &Rc<Desk>, brought: Brought, at: Option<usize>) {
    let wanted = match brought {
        Brought::File(file) => Wanted::File(file, Vec::new()),
        Brought::Both(file, pictures) => Wanted::File(file, pictures),
        Brought::Text(text) => Wanted::Text(text),
        Brought::Pictures(files) => return dispatch.dispatch(Action::Photos(photos::bring(files, at))),
    };
    desk.open(wanted, Step::New);
}
