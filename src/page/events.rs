//! What the reader does to the components, as actions of the state and wishes at the desk.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::address::Place;
use super::desk::{Desk, Step, Wanted};
use super::recent::Recalled;
use super::{Dispatcher, display, dom, embed as dialog, export, files, inspect as lines, menus, photos as pictures, play, recent};
use crate::view::state::dial::Turn;
use crate::view::state::rests::List;
use crate::view::state::{Action, State, embed, handout, inspect, photos};
use crate::view::{DialEvents, EmbedEvents, Events, InspectEvents, PhotoEvents};

/// The state as it is on the page.
pub(super) type Now = Rc<RefCell<UseReducerHandle<State>>>;

/// All of it, made once: what an event must know of the state it looks up when it happens.
pub(super) fn events(dispatch: &Dispatcher, desk: &Rc<Desk>, now: &Now) -> Events {
    Events {
        dial: on_dial(dispatch),
        onnotice: on(dispatch, |event: Event| Some(Action::Notice(dom::target(&event)?.has_attribute("open")))),
        onrest: on(dispatch, |event: Event| unfolded(&event)),
        onchoose: on(dispatch, |event: MouseEvent| display::choice(&event).map(Action::Display)),
        onfile: on_file(desk),
        onpaste: at(desk, |desk, _: MouseEvent| desk.open(Wanted::Copied, Step::New)),
        onaddress: on_address(desk),
        onsample: on_sample(desk),
        onrecent: on_recent(dispatch, desk),
        onremember: on_remember(dispatch),
        oncancel: at(desk, {
            let now = Rc::clone(now);
            move |desk, _: MouseEvent| {
                let has_text = now.borrow().document.is_some();
                desk.cancel(has_text);
                menus::back_to("open");
            }
        }),
        ondismiss: on(dispatch, |_: MouseEvent| Some(back("open", Action::Dismissed))),
        onencoding: on_encoding(dispatch, now),
        onexport: on_export(dispatch, now),
        onhandout: on(dispatch, |_: MouseEvent| Some(back("export", Action::Handout(handout::Action::Close)))),
        inspect: on_lines(dispatch, now),
        embed: on_dialog(dispatch),
        photos: on_pictures(dispatch),
    }
}

/// An event that may be an action.
fn on<E: 'static>(dispatch: &Dispatcher, action: impl Fn(E) -> Option<Action> + 'static) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |event| {
        if let Some(action) = action(event) {
            dispatch.dispatch(action);
        }
    })
}

/// An event that is told at the desk.
fn at<E: 'static>(desk: &Rc<Desk>, tell: impl Fn(&Rc<Desk>, E) + 'static) -> Callback<E> {
    let desk = Rc::clone(desk);
    Callback::from(move |event| tell(&desk, event))
}

/// What closes with its action: the focus goes back to the menu it came from.
fn back(menu: &str, action: Action) -> Action {
    menus::back_to(menu);
    action
}

fn on_dial(dispatch: &Dispatcher) -> DialEvents {
    DialEvents {
        onslide: on(dispatch, |event: InputEvent| Some(Action::Dial(play::slid(&event)))),
        onkey: on(dispatch, |event: KeyboardEvent| play::pressed(&event).map(Action::Dial)),
        onhold: on(dispatch, |_: PointerEvent| Some(Action::Dial(Turn::Pause))),
        onplay: on(dispatch, |_: MouseEvent| Some(Action::Dial(play::begin()))),
    }
}

/// The rest of a long list was opened, or closed, which changes nothing.
fn unfolded(event: &Event) -> Option<Action> {
    let details = dom::target(event).filter(|details| details.has_attribute("open"))?;
    Some(Action::Unfolded(if details.id() == "more-steps" { List::Steps } else { List::Days }))
}

fn on_file(desk: &Rc<Desk>) -> Callback<Event> {
    at(desk, |desk, event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            desk.open(Wanted::File(file, Vec::new()), Step::New);
        }
        // The same file can be chosen again.
        input.set_value("");
    })
}

fn on_address(desk: &Rc<Desk>) -> Callback<SubmitEvent> {
    at(desk, |desk, event: SubmitEvent| {
        event.prevent_default();
        let address = dom::by_id::<HtmlInputElement>("address").map(|input| input.value());
        if let Some(address) = address.filter(|address| !address.trim().is_empty()) {
            desk.open(Wanted::At(Place::Address(address)), Step::New);
            menus::shut_and_return();
        }
    })
}

fn on_sample(desk: &Rc<Desk>) -> Callback<MouseEvent> {
    at(desk, |desk, event: MouseEvent| {
        let link = dom::around(&event, "a").filter(|_| !dom::is_elsewhere(&event));
        if let Some(href) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            let place = href.strip_prefix("?src=").map_or(Place::Default, |address| Place::Address(address.to_owned()));
            desk.open(Wanted::At(place), Step::New);
        }
    })
}

fn on_recent(dispatch: &Dispatcher, desk: &Rc<Desk>) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    at(desk, move |desk, event: MouseEvent| {
        let Some(button) = dom::around(&event, "button") else { return };
        let key = button.get_attribute("value").unwrap_or_default();
        if button.get_attribute("name").as_deref() == Some("forget") {
            recent::forget(&key);
            dispatch.dispatch(Action::Recent(recent::load()));
            // The button goes with its text.
            dom::focus("#remember");
        } else if let Some(Recalled::Address(address)) = recent::recall(&key) {
            desk.open(Wanted::At(Place::Address(address)), Step::New);
        } else {
            desk.open(Wanted::Remembered(key), Step::New);
        }
    })
}

fn on_remember(dispatch: &Dispatcher) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Err(trouble) = recent::wish(input.checked()) {
            dispatch.dispatch(Action::Failed(trouble));
        }
        let recent = recent::load();
        input.set_checked(recent.on);
        dispatch.dispatch(Action::Recent(recent));
    })
}

fn on_encoding(dispatch: &Dispatcher, now: &Now) -> Callback<Event> {
    let (dispatch, now) = (dispatch.clone(), Rc::clone(now));
    Callback::from(move |event: Event| {
        let encoding = event.target_unchecked_into::<HtmlSelectElement>().value();
        let Some(document) = now.borrow().document.clone() else { return };
        let dispatch = dispatch.clone();
        spawn_local(async move {
            if let Some(document) = files::reread(document, encoding).await {
                dispatch.dispatch(Action::Reread(document));
            }
        });
    })
}

fn on_export(dispatch: &Dispatcher, now: &Now) -> Callback<MouseEvent> {
    let (dispatch, now) = (dispatch.clone(), Rc::clone(now));
    Callback::from(move |event: MouseEvent| {
        let dispatch = dispatch.clone();
        export::chosen(&event, &now.borrow(), move |action| dispatch.dispatch(action));
    })
}

fn on_lines(dispatch: &Dispatcher, now: &Now) -> InspectEvents {
    let now = Rc::clone(now);
    InspectEvents {
        onfocus: on(dispatch, |event: FocusEvent| lines::focused(&event).map(Action::Inspect)),
        onlabel: on(dispatch, move |event: Event| lines::labelled(&event, now.borrow().document.as_ref()?).map(Action::Inspect)),
        onrestore: on(dispatch, |event: MouseEvent| lines::restored(&event).map(Action::Inspect)),
        onundo: on(dispatch, |_: MouseEvent| Some(Action::Inspect(inspect::Action::Undo))),
        onredo: on(dispatch, |_: MouseEvent| Some(Action::Inspect(inspect::Action::Redo))),
    }
}

fn on_dialog(dispatch: &Dispatcher) -> EmbedEvents {
    EmbedEvents {
        onopen: on(dispatch, |_: MouseEvent| Some(Action::Embed(embed::Action::Open(dialog::address()?.into())))),
        onchange: on(dispatch, |event: Event| Some(Action::Embed(embed::Action::Choose(dialog::choice(&event)?)))),
        oncopy: {
            let dispatch = dispatch.clone();
            Callback::from(move |_: MouseEvent| {
                let dispatch = dispatch.clone();
                dialog::copy(move |action| dispatch.dispatch(Action::Embed(action)));
            })
        },
        onleave: Callback::from(|_: MouseEvent| dialog::close()),
        onclose: on(dispatch, |_: Event| Some(back("export", Action::Embed(embed::Action::Close)))),
    }
}

fn on_pictures(dispatch: &Dispatcher) -> PhotoEvents {
    PhotoEvents {
        onchoose: on(dispatch, |(number, event): (usize, Event)| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let brought = pictures::bring(pictures::each(input.files()), Some(number));
            // The same file can be chosen again.
            input.set_value("");
            Some(Action::Photos(brought))
        }),
        onremove: on(dispatch, |number| {
            pictures::focus(number);
            Some(Action::Photos(photos::Action::Removed(number)))
        }),
        onbroken: on(dispatch, |address| Some(Action::Photos(photos::Action::Broken(address)))),
    }
}
