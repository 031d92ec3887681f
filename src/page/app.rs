//! The page in its browser: one state, and what follows from its changes.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::address::Place;
use super::desk::Desk;
use super::photos::Asked;
use super::places::{self, Awaited};
use super::takeover::Carried;
use super::turn::{self, Growing};
use super::{
    HEARD, REST, address, anchors, clipboard, display, dom, embed, events, export, files, inspect, menus, photos, play, progress, recent,
    site, standalone, takeover, views, window,
};
use crate::view::address::{Fragment, View};
use crate::view::state::dial::Turn;
use crate::view::state::opening::Coming;
use crate::view::state::speech::{self, Said};
use crate::view::state::{Action, State, reduce};
use crate::view::words::Lang;
use crate::view::{Document, Reader};

type Handle = UseReducerHandle<State>;

/// What the page starts with.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AppProps {
    /// Where it is rendered, not yet part of the document.
    pub root: Element,
    pub state: State,
    /// The photo list of its text, on its way.
    pub list: Option<Asked>,
}

/// The state to start with: what the browser and the address ask for, and the page's own report with its photo list on its way, or the index
/// of several. Where the report can't be had, the text that was built into the page stays, and the reader is told. Another text the address
/// asks for is still on its way.
pub(super) async fn first() -> (State, Option<Asked>) {
    let within = match address::fragment() {
        Some(Fragment::Within(hours)) => Some(hours),
        Some(Fragment::Element(_)) | None => None,
    };
    let recent = recent::load();
    let state = State {
        can_paste: clipboard::can_read(),
        display: display::asked(),
        view: address::view(),
        frame: address::frame().map(Into::into),
        recent,
        ..State::new(Lang::default(), within)
    };
    let place = address::place();
    let asked = site::ask();
    // Asked for along with the list, which hardly ever says otherwise.
    let built = site::told().report.filter(|_| place == Place::Default);
    let text = built.as_deref().map(|file| (files::ask(file), photos::ask(None)));
    let state = State { site: site::site(asked).await, ..state };
    match place {
        Place::Default => {}
        Place::Listed(name) | Place::Address(name) => return (State { coming: Some(Coming { name, got: 0, of: None }), ..state }, None),
        Place::Own(_) => return (state, None),
    }
    if let Some(document) = standalone::kept() {
        let opened = reduce(&state, Action::Opened(document));
        let pictures = standalone::pictures(opened.opened);
        return (reduce(&opened, pictures), None);
    }
    let Some(file) = site::report() else { return (state, None) };
    let (text, list) = match text {
        Some(text) if built.as_deref() == Some(&file) => text,
        _ => (files::ask(&file), photos::ask(None)),
    };
    let state = match files::fetched(text, &file).await {
        Ok(document) => reduce(&state, Action::Opened(document)),
        Err(trouble) => {
            let built_in = takeover::built_in().map(|text| reduce(&state, Action::Opened(Document::of_page(text))));
            reduce(&built_in.unwrap_or(state), Action::Failed(trouble))
        }
    };
    (state, list)
}

/// The page: what happens to its state is told by `events` and by what is listened to here.
#[component]
pub(super) fn App(props: &AppProps) -> Html {
    let state = {
        let first = props.state.clone();
        use_reducer(|| first)
    };
    let dispatch = state.dispatcher();
    let desk = use_memo(dispatch.clone(), |dispatch| Desk::new(dispatch.clone()));
    let now = use_mut_ref(|| state.clone());
    now.replace(state.clone());
    let events = use_memo(dispatch.clone(), |dispatch| events::events(dispatch, &desk, &now));
    let awaited = use_memo((), |()| Awaited::default());

    // Before any other effect: those look for the page in the document.
    use_effect_with((props.root.clone(), dispatch), |(root, dispatch)| {
        if let Ok(Some(Carried { within, plays })) = takeover::take_over(root) {
            let turns = within.map(Turn::Within).into_iter().chain(plays.then(play::begin));
            turns.for_each(|turn| dispatch.dispatch(Action::Dial(turn)));
        }
    });
    use_listeners(&state, &desk, &awaited);
    use_text(props, &state, &desk);
    use_places(props, &state, awaited);
    use_lines(&state);
    use_words(&state);
    use_clock(&state);
    html! { <Reader state={(*state).clone()} events={(*events).clone()} /> }
}

/// What is listened to besides the components, and how the page around them follows.
#[hook]
fn use_listeners(state: &Handle, desk: &Rc<Desk>, awaited: &Rc<Awaited>) {
    let dispatch = state.dispatcher();
    use_effect_with(dispatch.clone(), {
        let (desk, awaited, framed) = (Rc::clone(desk), Rc::clone(awaited), state.frame.is_some());
        let waits = state.document.is_none() && state.trouble.is_none() && !state.is_home();
        move |dispatch| {
            if waits {
                desk.come_to(address::place());
            }
            let listeners = (window::watch(dispatch, &desk, awaited, framed), views::watch(dispatch), menus::watch(), progress::draw());
            move || drop(listeners)
        }
    });
    let own = state.document.as_ref().is_some_and(Document::is_only_here);
    use_effect_with((own, dispatch), |(own, dispatch)| {
        let dispatch = dispatch.clone();
        let listener = anchors::copy_followed(*own, move |link| dispatch.dispatch(Action::Speech(speech::Action::Say(Said::Link(link)))));
        move || drop(listener)
    });
    use_effect_with(state.display, |display| {
        display::follow(*display);
    });
}

/// What a text brings with it: its photo list, its title, what is kept of it; and where there is none, the index.
#[hook]
fn use_text(props: &AppProps, state: &Handle, desk: &Rc<Desk>) {
    let dispatch = state.dispatcher();
    use_effect_with(state.opened, {
        let (first, list, read, dispatch) = (props.state.opened, props.list.clone(), state.document.clone(), dispatch.clone());
        move |opened| {
            let opened = *opened;
            // That of the first text was asked for along with it.
            let list = if opened == first { list } else { read.as_ref().and_then(photos::ask_for) };
            if let Some(list) = list {
                spawn_local(async move { dispatch.dispatch(Action::Photos(list.read(opened).await)) });
            }
        }
    });
    use_effect_with(state.document.as_ref().map(|read| read.source.clone()), |source| {
        let _ = export::keep_aside(source.as_deref());
    });
    let known = use_mut_ref(|| 0);
    use_effect_with((state.opened, state.document.clone()), {
        let desk = Rc::clone(desk);
        move |(opened, read)| {
            // A text that has just come says nothing of another that was corrected at the same place.
            let new = known.replace(*opened) != *opened;
            if let Some(read) = read.as_ref().filter(|read| !new || !read.report.corrections.is_empty()) {
                desk.correct(read);
            }
        }
    });
    let home = state.is_home();
    use_effect_with((state.document.clone(), home, state.lang()), {
        let title = state.site.title.clone();
        move |(read, home, lang)| name(read.as_ref(), home.then(|| title.unwrap_or_else(|| lang.words().reports.into())), *lang)
    });
    use_effect_with(home, {
        let offers = Rc::clone(&state.site.reports);
        move |home| {
            let over = Rc::new(Cell::new(false));
            if *home {
                spawn_local(site::learn(offers, dispatch, Rc::clone(&over)));
            }
            move || over.set(true)
        }
    });
}

/// The window's title: that of the report, of the index, else the page's name.
fn name(read: Option<&Document>, index: Option<AttrValue>, lang: Lang) {
    if let Some(read) = read {
        let headline = read.report.headline.as_ref();
        document().set_title(headline.map_or(lang.words().name, |headline| &headline.text));
    } else if let Some(title) = index {
        document().set_title(&title);
    }
}

/// Where on the page the reader is, and where the address leads: a long body comes in stretches.
#[hook]
fn use_places(props: &AppProps, state: &Handle, awaited: Rc<Awaited>) {
    let dispatch = state.dispatcher();
    // A long text has its first headings watched, and all of them once all are there.
    let whole = state.document.as_ref().is_some_and(|read| read.is_whole(state.shown.stretches()));
    use_effect_with((state.document.clone(), whole, state.view), {
        let dispatch = dispatch.clone();
        move |_| {
            let sections = progress::Sections::watch(move |section| dispatch.dispatch(Action::Section(section)));
            move || drop(sections)
        }
    });
    use_effect_with(state.section, |_| progress::follow());
    // A correction makes another document of the same text: nothing is to be gone to.
    use_effect_with((state.opened, state.document.as_ref().is_some_and(Document::is_long)), {
        let (awaited, dispatch, first) = (Rc::clone(&awaited), dispatch.clone(), props.state.opened);
        move |(opened, long)| {
            // To the first text the browser itself has gone, unless it is too long to be there at once.
            if *opened != first || *long {
                menus::shut(None);
                awaited.await_fragment(&dispatch);
            }
        }
    });
    use_effect_with(state.photos.landed, {
        let awaited = Rc::clone(&awaited);
        move |landed| landed.map_or((), |number| awaited.go(photos::card_id(number)))
    });
    let seen = use_mut_ref(View::default);
    use_effect_with(state.view, {
        let (awaited, dispatch) = (Rc::clone(&awaited), dispatch.clone());
        move |view| {
            address::keep_view(*view);
            // To the first text's place the browser itself has gone, in the still page, which is the whole report.
            let turned = seen.replace(*view) != *view;
            if let Some(Fragment::Element(id)) = address::fragment()
                && places::go_to_line(id, &dispatch).is_some()
                && turned
            {
                awaited.await_fragment(&dispatch);
                awaited.arrive(false);
            }
        }
    });
    let growing = use_memo((), |()| Cell::new(Growing::default()));
    let whole = state.is_whole();
    use_effect_with((state.document.clone(), state.shown, state.rests), move |_| {
        awaited.arrive(whole);
        let over = (!whole).then(|| turn::grow(&growing, move |growth| dispatch.dispatch(Action::Grown(growth))));
        move || over.map_or((), |over| over.set(true))
    });
}

/// The inspector's keys, lists and focus.
#[hook]
fn use_lines(state: &Handle) {
    use_effect_with((state.view, state.document.clone()), {
        let dispatch = state.dispatcher();
        move |(view, read)| {
            let lines = read.clone().filter(|_| *view == View::Inspect);
            let keys = lines.map(|read| inspect::listen(read, move |action| dispatch.dispatch(Action::Inspect(action))));
            move || drop(keys)
        }
    });
    use_effect_with(state.document.clone(), |_| inspect::settle());
    use_effect_with(state.inspection.sent, |sent| {
        if *sent > 0 {
            inspect::focus();
        }
    });
}

/// What the page says back goes away by itself; what waits to be copied is selected; the dialog opens above the page.
#[hook]
fn use_words(state: &Handle) {
    use_effect_with(state.speech, {
        let dispatch = state.dispatcher();
        move |speech| {
            let timeout = speech.now.map(|_| Timeout::new(HEARD, move || dispatch.dispatch(Action::Speech(speech::Action::Hush))));
            move || drop(timeout)
        }
    });
    use_effect_with(state.handout.count, |count| {
        if *count > 0 {
            dom::select("handout");
        }
    });
    use_effect_with(state.embedding.is_some(), |is_open| {
        if *is_open {
            embed::show();
        }
    });
}

/// N moves by itself, and the address follows when it rests.
#[hook]
fn use_clock(state: &Handle) {
    use_effect_with(state.dial.play.is_some(), {
        let dispatch = state.dispatcher();
        move |plays| {
            let clock = plays.then(|| play::run(move |turn| dispatch.dispatch(Action::Dial(turn))));
            move || drop(clock)
        }
    });
    use_effect_with(state.dial.within, |within| {
        let timeout = within.map(|hours| Timeout::new(REST, move || address::keep(hours)));
        move || drop(timeout)
    });
}
