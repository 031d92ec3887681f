use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, File, HtmlInputElement};
use yew::prelude::*;

use super::{DEFAULT, address, files, lang};
use crate::view::address::Fragment;
use crate::view::state::{Action, State, Trouble};
use crate::view::{Document, Events, Reader};

/// The slider must rest so long (milliseconds) before the address follows.
const REST: u32 = 150;

type Dispatcher = UseReducerDispatcher<State>;

/// The page in its browser: one state, and everything that happens to it.
#[component]
pub(super) fn App() -> Html {
    let state = use_reducer(|| {
        let within = match address::fragment() {
            Some(Fragment::Within(hours)) => Some(hours),
            Some(Fragment::Element(_)) | None => None,
        };
        State::new(lang(), within)
    });
    let dispatch = state.dispatcher();

    use_effect_with(dispatch.clone(), |dispatch| {
        address::theme();
        let dispatch = dispatch.clone();
        wasm_bindgen_futures::spawn_local(async move { arrive(&dispatch, files::fetch(DEFAULT).await) });
    });
    use_effect_with(dispatch.clone(), |dispatch| {
        let listeners = [follow_address(dispatch.clone()), allow_drop(), open_dropped(dispatch.clone())];
        move || drop(listeners)
    });
    use_effect_with(state.lang, |lang| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", lang.tag());
        }
    });
    use_effect_with(state.document.clone(), |read| read.as_ref().map_or((), present));
    use_effect_with(state.within, |within| {
        let timeout = within.map(|hours| Timeout::new(REST, move || address::keep(hours)));
        move || drop(timeout)
    });

    let events = Events {
        onslide: use_callback(dispatch.clone(), |event: InputEvent, dispatch| {
            let slider: HtmlInputElement = event.target_unchecked_into();
            dispatch.dispatch(Action::Slid(slider.value_as_number() / 1000.0));
        }),
        onmove: use_callback(dispatch.clone(), |way, dispatch| dispatch.dispatch(Action::Moved(way))),
        onnotice: use_callback(dispatch.clone(), |event: Event, dispatch| {
            let details: Element = event.target_unchecked_into();
            dispatch.dispatch(Action::Notice(details.has_attribute("open")));
        }),
        onfile: use_callback(dispatch.clone(), |event: Event, dispatch| {
            let input: HtmlInputElement = event.target_unchecked_into();
            open(input.files().and_then(|files| files.get(0)), dispatch);
            // The same file can be chosen again.
            input.set_value("");
        }),
        onsave: use_callback(state.document.clone(), |_: MouseEvent, read| {
            let _ = read.as_ref().map(files::save);
        }),
    };
    html! { <Reader state={(*state).clone()} {events} /> }
}

/// A text has come, or the reason why not.
fn arrive(dispatch: &Dispatcher, text: Result<Document, Trouble>) {
    dispatch.dispatch(text.map_or_else(Action::Failed, Action::Opened));
}

fn open(file: Option<File>, dispatch: &Dispatcher) {
    if let Some(file) = file {
        let dispatch = dispatch.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let text = files::open(file).await;
            if text.is_ok() {
                address::forget();
            }
            arrive(&dispatch, text);
        });
    }
}

/// What is due when a text has reached the page: the window's title, and the place the address names.
fn present(read: &Document) {
    if let Some(headline) = &read.report.headline {
        document().set_title(&headline.text);
    }
    if let Some(Fragment::Element(id)) = address::fragment() {
        address::go_again(&id);
    }
}

fn follow_address(dispatch: Dispatcher) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| match address::fragment() {
        Some(Fragment::Within(hours)) => dispatch.dispatch(Action::Within(hours)),
        Some(Fragment::Element(id)) => {
            address::go(&id);
        }
        None => {}
    })
}

/// Without this the browser would leave the page for the dropped file.
fn allow_drop() -> EventListener {
    EventListener::new_with_options(&window(), "dragover", EventListenerOptions::enable_prevent_default(), |event| {
        event.prevent_default();
    })
}

fn open_dropped(dispatch: Dispatcher) -> EventListener {
    EventListener::new_with_options(&window(), "drop", EventListenerOptions::enable_prevent_default(), move |event| {
        event.prevent_default();
        let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
        open(files.and_then(|files| files.get(0)), &dispatch);
    })
}
