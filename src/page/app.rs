use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::address::Place;
use super::clipboard::{self, Brought};
use super::desk::{Desk, Step, Wanted};
use super::photos::Asked;
use super::recent::Recalled;
use super::takeover::Carried;
use super::turn::{self, Growing};
use super::{
    HEARD, REST, address, anchors, display, embed, export, files, inspect, menus, photos, play, progress, recent, site, standalone,
    takeover, views,
};
use crate::view::address::{Fragment, View};
use crate::view::state::dial::Turn;
use crate::view::state::opening::Coming;
use crate::view::state::rests::List;
use crate::view::state::speech::Said;
use crate::view::state::{self, Action, Growth, State, Trouble, handout, reduce, speech};
use crate::view::words::Lang;
use crate::view::{DialEvents, Document, EmbedEvents, Events, InspectEvents, PhotoEvents, Reader, line_of_id};

type Dispatcher = UseReducerDispatcher<State>;

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

/// The page in its browser: one state, and everything that happens to it.
#[component]
pub(super) fn App(props: &AppProps) -> Html {
    let state = {
        let first = props.state.clone();
        use_reducer(|| first)
    };
    let dispatch = state.dispatcher();
    let awaited: Rc<Awaited> = use_memo((), |()| Awaited::default());
    let desk: Rc<Desk> = use_memo(dispatch.clone(), |dispatch| Desk::new(dispatch.clone()));

    // Before any other effect: those look for the page in the document.
    use_effect_with((props.root.clone(), dispatch.clone()), |(root, dispatch)| {
        if let Ok(Some(Carried { within, plays })) = takeover::take_over(root) {
            let turns = within.map(Turn::Within).into_iter().chain(plays.then(play::begin));
            turns.for_each(|turn| dispatch.dispatch(Action::Dial(turn)));
        }
    });
    use_effect_with((state.opened, dispatch.clone()), {
        let (first, list, read) = (props.state.opened, props.list.clone(), state.document.clone());
        move |(opened, dispatch)| {
            // That of the first text was asked for along with it.
            let list = if *opened == first { list } else { read.as_ref().and_then(photos::ask_for) };
            let (dispatch, opened) = (dispatch.clone(), *opened);
            if let Some(list) = list {
                wasm_bindgen_futures::spawn_local(async move { dispatch.dispatch(Action::Photos(list.read(opened).await)) });
            }
        }
    });
    use_effect_with(dispatch.clone(), {
        let (awaited, desk, waits) =
            (Rc::clone(&awaited), Rc::clone(&desk), state.document.is_none() && state.trouble.is_none() && !state.is_home());
        let framed = state.frame.is_some();
        move |dispatch| {
            if waits {
                desk.come_to(address::place());
            }
            let mut listeners =
                vec![follow_address(dispatch.clone(), awaited), follow_history(Rc::clone(&desk)), before_print(dispatch.clone())];
            // In a frame stands what the page around it has chosen.
            if !framed {
                listeners.extend([
                    allow_drop(dispatch.clone()),
                    end_drag(dispatch.clone()),
                    open_dropped(dispatch.clone(), Rc::clone(&desk)),
                    open_pasted(dispatch.clone(), desk),
                ]);
            }
            move || drop(listeners)
        }
    });
    use_effect_with(dispatch.clone(), |dispatch| {
        let listeners = views::watch(dispatch);
        move || drop(listeners)
    });
    use_effect_with((), |()| {
        let listeners = menus::watch();
        move || drop(listeners)
    });
    let own = state.document.as_ref().is_some_and(Document::is_only_here);
    use_effect_with((own, dispatch.clone()), |(own, dispatch)| {
        let dispatch = dispatch.clone();
        let listener = anchors::copy_followed(*own, move |link| dispatch.dispatch(Action::Speech(speech::Action::Say(Said::Link(link)))));
        move || drop(listener)
    });
    // A long text has its first headings watched, and all of them once all are there.
    let whole = state.document.as_ref().is_some_and(|read| read.is_whole(state.shown.stretches()));
    use_effect_with((state.document.clone(), whole, state.view, dispatch.clone()), |(.., dispatch)| {
        let dispatch = dispatch.clone();
        let sections = progress::Sections::watch(move |section| dispatch.dispatch(Action::Section(section)));
        move || drop(sections)
    });
    use_effect_with((), |()| {
        let line = progress::draw();
        move || drop(line)
    });
    use_effect_with(state.display, |display| {
        display::follow(*display);
    });
    // A correction makes another document of the same text: nothing is to be gone to.
    use_effect_with((state.opened, props.state.opened, state.document.as_ref().is_some_and(Document::is_long)), {
        let awaited = Rc::clone(&awaited);
        let dispatch = dispatch.clone();
        move |(opened, first, long)| {
            // To the first text the browser itself has gone, unless it is too long to be there at once.
            if opened != first || *long {
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
    use_effect_with((state.view, dispatch.clone()), {
        let awaited = Rc::clone(&awaited);
        move |(view, dispatch)| {
            address::keep_view(*view);
            // To the first text's place the browser itself has gone, in the still page, which is the whole report.
            let turned = seen.replace(*view) != *view;
            if let Some(Fragment::Element(id)) = address::fragment()
                && go(id, dispatch).is_some()
                && turned
            {
                awaited.await_fragment(dispatch);
                awaited.arrive(false);
            }
        }
    });
    let growing = use_memo((), |()| Cell::new(Growing::default()));
    let whole = state.is_whole();
    use_effect_with((state.document.clone(), state.shown, state.rests, dispatch.clone()), move |(.., dispatch)| {
        awaited.arrive(whole);
        let dispatch = dispatch.clone();
        let over = (!whole).then(|| turn::grow(&growing, move |growth| dispatch.dispatch(Action::Grown(growth))));
        move || over.map_or((), |over| over.set(true))
    });
    use_effect_with((state.view, state.document.clone(), dispatch.clone()), |(view, read, dispatch)| {
        let lines = read.clone().filter(|_| *view == View::Inspect);
        let dispatch = dispatch.clone();
        let keys = lines.map(|read| inspect::listen(read, move |action| dispatch.dispatch(Action::Inspect(action))));
        move || drop(keys)
    });
    use_effect_with(state.document.clone(), |_| inspect::settle());
    use_effect_with(state.document.as_ref().map(|read| Rc::clone(&read.source)), |source| {
        let _ = export::keep_aside(source.as_deref());
    });
    let known = use_mut_ref(|| 0);
    use_effect_with((Here(desk.clone()), state.opened, state.document.clone()), move |(Here(desk), opened, read)| {
        // A text that has just come says nothing of another that was corrected at the same place.
        let new = known.replace(*opened) != *opened;
        if let Some(read) = read.as_ref().filter(|read| !new || !read.report.corrections.is_empty()) {
            desk.correct(read);
        }
    });
    use_effect_with(state.inspection.sent, |sent| {
        if *sent > 0 {
            inspect::focus();
        }
    });
    let home = state.is_home();
    use_effect_with((state.document.clone(), home, state.lang()), {
        let title = state.site.title.clone();
        move |(read, home, lang)| name(read.as_ref(), home.then(|| title.unwrap_or_else(|| lang.words().reports.into())), *lang)
    });
    use_effect_with((home, dispatch.clone()), {
        let offers = Rc::clone(&state.site.reports);
        move |(home, dispatch)| {
            let over = Rc::new(Cell::new(false));
            if *home {
                wasm_bindgen_futures::spawn_local(site::learn(offers, dispatch.clone(), Rc::clone(&over)));
            }
            move || over.set(true)
        }
    });
    use_effect_with((state.speech, dispatch.clone()), |(speech, dispatch)| {
        let dispatch = dispatch.clone();
        let timeout = speech.now.map(|_| Timeout::new(HEARD, move || dispatch.dispatch(Action::Speech(speech::Action::Hush))));
        move || drop(timeout)
    });
    use_effect_with(state.handout.count, |count| {
        if *count > 0 {
            export::select();
        }
    });
    use_effect_with(state.embedding.is_some(), |is_open| {
        if *is_open {
            embed::show();
        }
    });
    use_effect_with((state.dial.play.is_some(), dispatch.clone()), |(plays, dispatch)| {
        let dispatch = dispatch.clone();
        let clock = plays.then(|| play::run(move |turn| dispatch.dispatch(Action::Dial(turn))));
        move || drop(clock)
    });
    use_effect_with(state.dial.within, |within| {
        let timeout = within.map(|hours| Timeout::new(REST, move || address::keep(hours)));
        move || drop(timeout)
    });

    let events = Events {
        dial: DialEvents {
            onslide: use_callback(dispatch.clone(), |event: InputEvent, dispatch| dispatch.dispatch(Action::Dial(play::slid(&event)))),
            onkey: use_callback(dispatch.clone(), |event: KeyboardEvent, dispatch| {
                if let Some(turn) = play::pressed(&event) {
                    dispatch.dispatch(Action::Dial(turn));
                }
            }),
            onhold: use_callback(dispatch.clone(), |_: PointerEvent, dispatch| dispatch.dispatch(Action::Dial(Turn::Pause))),
            onplay: use_callback(dispatch.clone(), |_: MouseEvent, dispatch| dispatch.dispatch(Action::Dial(play::begin()))),
        },
        onnotice: use_callback(dispatch.clone(), |event: Event, dispatch| {
            let details: Element = event.target_unchecked_into();
            dispatch.dispatch(Action::Notice(details.has_attribute("open")));
        }),
        onrest: use_callback(dispatch.clone(), |event: Event, dispatch| {
            let details: Element = event.target_unchecked_into();
            let list = if details.id() == "more-steps" { List::Steps } else { List::Days };
            if details.has_attribute("open") {
                dispatch.dispatch(Action::Unfolded(list));
            }
        }),
        onchoose: use_callback(dispatch.clone(), |event: MouseEvent, dispatch| {
            if let Some(choice) = display::choice(&event) {
                dispatch.dispatch(Action::Display(choice));
            }
        }),
        onfile: use_callback(Here(desk.clone()), |event: Event, Here(desk)| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                desk.open(Wanted::File(file, Vec::new()), Step::New);
            }
            // The same file can be chosen again.
            input.set_value("");
        }),
        onpaste: use_callback(Here(desk.clone()), |_: MouseEvent, Here(desk)| desk.open(Wanted::Copied, Step::New)),
        onaddress: use_callback(Here(desk.clone()), |event: SubmitEvent, Here(desk)| {
            event.prevent_default();
            let input = document().get_element_by_id("address").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
            if let Some(address) = input.map(|input| input.value()).filter(|address| !address.trim().is_empty()) {
                desk.open(Wanted::Address(address), Step::New);
                menus::shut_and_return();
            }
        }),
        onsample: use_callback(Here(desk.clone()), |event: MouseEvent, Here(desk)| {
            // A new tab or window is the browser's.
            let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
            let link = event.target_dyn_into::<Element>().and_then(|target| target.closest("a").ok()?);
            if let Some(href) = link.and_then(|link| link.get_attribute("href")).filter(|_| !elsewhere) {
                event.prevent_default();
                let wanted = href.strip_prefix("?src=").map_or(Wanted::Default, |address| Wanted::Address(address.to_owned()));
                desk.open(wanted, Step::New);
            }
        }),
        onrecent: use_callback((dispatch.clone(), Here(desk.clone())), |event: MouseEvent, (dispatch, Here(desk))| {
            let button = event.target_dyn_into::<Element>().and_then(|target| target.closest("button").ok()?);
            let Some(button) = button else { return };
            let key = button.get_attribute("value").unwrap_or_default();
            if button.get_attribute("name").as_deref() == Some("forget") {
                recent::forget(&key);
                dispatch.dispatch(Action::Recent(recent::load()));
                // The button goes with its text.
                menus::focus("remember");
            } else if let Some(Recalled::Address(address)) = recent::recall(&key) {
                desk.open(Wanted::Address(address), Step::New);
            } else {
                desk.open(Wanted::Remembered(key), Step::New);
            }
        }),
        onremember: use_callback(dispatch.clone(), |event: Event, dispatch| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Err(trouble) = recent::wish(input.checked()) {
                dispatch.dispatch(Action::Failed(trouble));
            }
            let recent = recent::load();
            input.set_checked(recent.on);
            dispatch.dispatch(Action::Recent(recent));
        }),
        oncancel: use_callback((Here(desk.clone()), state.document.is_some()), |_: MouseEvent, (Here(desk), has_text)| {
            desk.cancel(*has_text);
            menus::back_to("open");
        }),
        ondismiss: use_callback(dispatch.clone(), |_: MouseEvent, dispatch| {
            dispatch.dispatch(Action::Dismissed);
            menus::back_to("open");
        }),
        onencoding: use_callback((dispatch.clone(), state.document.clone()), |event: Event, (dispatch, document)| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            if let Some(document) = document.clone() {
                let dispatch = dispatch.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    if let Some(document) = files::reread(document, select.value()).await {
                        dispatch.dispatch(Action::Reread(document));
                    }
                });
            }
        }),
        onexport: use_callback(
            (dispatch.clone(), state.document.clone(), state.photos.clone(), state.display),
            |event: MouseEvent, (dispatch, document, photos, display)| {
                let state =
                    State { photos: photos.clone(), document: document.clone(), display: *display, ..State::new(display.found, None) };
                let dispatch = dispatch.clone();
                export::chosen(&event, &state, move |action| dispatch.dispatch(action));
            },
        ),
        inspect: InspectEvents {
            onfocus: use_callback(dispatch.clone(), |event: FocusEvent, dispatch| {
                if let Some(action) = inspect::focused(&event) {
                    dispatch.dispatch(Action::Inspect(action));
                }
            }),
            onlabel: use_callback((dispatch.clone(), state.document.clone()), |event: Event, (dispatch, read)| {
                if let Some(action) = read.as_ref().and_then(|read| inspect::labelled(&event, read)) {
                    dispatch.dispatch(Action::Inspect(action));
                }
            }),
            onrestore: use_callback(dispatch.clone(), |event: MouseEvent, dispatch| {
                if let Some(action) = inspect::restored(&event) {
                    dispatch.dispatch(Action::Inspect(action));
                }
            }),
            onundo: use_callback(dispatch.clone(), |_: MouseEvent, dispatch| {
                dispatch.dispatch(Action::Inspect(state::inspect::Action::Undo));
            }),
            onredo: use_callback(dispatch.clone(), |_: MouseEvent, dispatch| {
                dispatch.dispatch(Action::Inspect(state::inspect::Action::Redo));
            }),
        },
        onhandout: use_callback(dispatch.clone(), |_: MouseEvent, dispatch| {
            dispatch.dispatch(Action::Handout(handout::Action::Close));
            menus::back_to("export");
        }),
        embed: EmbedEvents {
            onopen: use_callback(dispatch.clone(), |_: MouseEvent, dispatch| {
                if let Some(address) = embed::address() {
                    dispatch.dispatch(Action::Embed(state::embed::Action::Open(address.into())));
                }
            }),
            onchange: use_callback(dispatch.clone(), |event: Event, dispatch| {
                if let Some(choice) = embed::choice(&event) {
                    dispatch.dispatch(Action::Embed(state::embed::Action::Choose(choice)));
                }
            }),
            oncopy: use_callback(dispatch.clone(), |_: MouseEvent, dispatch| {
                let dispatch = dispatch.clone();
                embed::copy(move |action| dispatch.dispatch(Action::Embed(action)));
            }),
            onleave: use_callback((), |_: MouseEvent, ()| embed::close()),
            onclose: use_callback(dispatch.clone(), |_: Event, dispatch| {
                dispatch.dispatch(Action::Embed(state::embed::Action::Close));
                menus::back_to("export");
            }),
        },
        photos: PhotoEvents {
            onchoose: use_callback(dispatch.clone(), |(number, event): (usize, Event), dispatch| {
                let input: HtmlInputElement = event.target_unchecked_into();
                let brought = photos::bring(photos::each(input.files()), Some(number));
                dispatch.dispatch(Action::Photos(brought));
                // The same file can be chosen again.
                input.set_value("");
            }),
            onremove: use_callback(dispatch.clone(), |number, dispatch| {
                photos::focus(number);
                dispatch.dispatch(Action::Photos(state::photos::Action::Removed(number)));
            }),
            onbroken: use_callback(dispatch, |address, dispatch| {
                dispatch.dispatch(Action::Photos(state::photos::Action::Broken(address)));
            }),
        },
    };
    html! { <Reader state={(*state).clone()} {events} /> }
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

/// The desk as a callback's dependency: there is one.
#[derive(Clone)]
struct Here(Rc<Desk>);

impl PartialEq for Here {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The place the address names, until it is on the page: of a long text the end comes late.
#[derive(Default)]
struct Awaited(RefCell<Option<String>>);

impl Awaited {
    /// A text has come to the page.
    fn await_fragment(&self, dispatch: &Dispatcher) {
        self.0.replace(match address::fragment() {
            Some(Fragment::Element(id)) => {
                unfold(&id, dispatch);
                Some(id)
            }
            Some(Fragment::Within(_)) | None => None,
        });
    }

    /// Goes to a place, as soon as it is there.
    fn go(&self, id: String) {
        self.0.replace(address::go(&id).is_none().then_some(id));
    }

    /// The page has grown, perhaps to its end.
    fn arrive(&self, whole: bool) {
        let arrived = self.0.borrow().as_deref().is_some_and(|id| address::go_again(id).is_some());
        if arrived || whole {
            self.0.take();
        }
    }
}

/// The window's title: that of the report, of the index, else the page's name.
fn name(read: Option<&Document>, index: Option<AttrValue>, lang: Lang) {
    if let Some(document_of) = read {
        let headline = document_of.report.headline.as_ref();
        document().set_title(headline.map_or(lang.words().name, |headline| &headline.text));
    } else if let Some(title) = index {
        document().set_title(&title);
    }
}

fn follow_address(dispatch: Dispatcher, awaited: Rc<Awaited>) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| match address::fragment() {
        Some(Fragment::Within(hours)) => dispatch.dispatch(Action::Dial(Turn::Within(hours))),
        Some(Fragment::Element(id)) => {
            if let Some(id) = go(id, &dispatch) {
                unfold(&id, &dispatch);
                awaited.go(id);
            }
        }
        None => {}
    })
}

/// Goes to a line, which may stand on a sheet that is not shown: the state turns to it. Any other id comes back.
fn go(id: String, dispatch: &Dispatcher) -> Option<String> {
    let Some(at) = line_of_id(&id).filter(|_| address::view() == View::Inspect) else { return Some(id) };
    dispatch.dispatch(Action::Inspect(state::inspect::Action::Go(state::inspect::Way::To(at))));
    None
}

/// Has the list come whole in whose rest a place may stand.
fn unfold(id: &str, dispatch: &Dispatcher) {
    if let Some(list) = List::of_id(id).filter(|_| document().get_element_by_id(id).is_none()) {
        dispatch.dispatch(Action::Unfolded(list));
    }
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
        dispatch.dispatch(Action::Photos(state::photos::Action::Over(card)));
    })
}

/// What was dragged has left the window.
fn end_drag(dispatch: Dispatcher) -> EventListener {
    EventListener::new(&window(), "dragleave", move |event| {
        if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
            dispatch.dispatch(Action::Photos(state::photos::Action::Over(None)));
        }
    })
}

/// On a card fall pictures, or files that should be; elsewhere texts too.
fn open_dropped(dispatch: Dispatcher, desk: Rc<Desk>) -> EventListener {
    EventListener::new_with_options(&window(), "drop", EventListenerOptions::enable_prevent_default(), move |event| {
        event.prevent_default();
        dispatch.dispatch(Action::Photos(state::photos::Action::Over(None)));
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
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| matches!(target.closest(WRITTEN), Ok(Some(_)))) {
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
