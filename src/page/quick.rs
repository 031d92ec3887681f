//! The built page comes alive as it stands: its timeline moves, its table of contents follows, its links are copied. For all else there is
//! the whole page, which takes this one's place.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use web_sys::{Element, HtmlInputElement, Node};
use yew::prelude::*;

use super::facts::{self, Facts};
use super::{HEARD, REST, address, anchors, menus, play, progress, takeover};
use crate::view::address::Fragment;
use crate::view::state::dial::{Dial, Turn};
use crate::view::state::quick::{Action, Quick};
use crate::view::state::speech::{self, Said, Speech};
use crate::view::words::Lang;
use crate::view::{Contents, ResponseTimeline};

/// Where the facts of the report stand.
const FACTS: &str = "facts";

/// What of the page comes alive.
const PARTS: [&str; 3] = ["nav.contents", "#timeline", ".speech"];

/// Brings the built page to life.
pub fn start() {
    let _ = begin();
}

fn begin() -> Option<()> {
    let page = document();
    let facts = facts::read(&page.get_element_by_id(FACTS)?.text_content()?)?;
    let lang = Lang::of_tag(&page.document_element()?.get_attribute("lang")?).unwrap_or_default();
    let root = page.create_element("div").ok()?;
    takeover::enliven(move || {
        let stills = PARTS.map(|part| page.query_selector(part).ok().flatten());
        let places = stills.each_ref().map(|still| Place::before(still.as_ref()?)).into();
        let handle = yew::Renderer::<App>::with_root_and_props(root, AppProps { facts, lang, places }).render();
        for still in stills.into_iter().flatten() {
            still.remove();
        }
        EventListener::once(&page, takeover::EVENT, move |_| handle.destroy()).forget();
    });
    Some(())
}

/// A place in the page, marked by a text node that says nothing.
#[derive(Clone, PartialEq)]
struct Place {
    host: Element,
    mark: Node,
}

impl Place {
    fn before(still: &Element) -> Option<Self> {
        let (host, mark) = (still.parent_element()?, document().create_text_node("").into());
        host.insert_before(&mark, Some(still)).ok()?;
        Some(Place { host, mark })
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    facts: Facts,
    lang: Lang,
    places: Rc<[Option<Place>]>,
}

#[component]
fn App(props: &AppProps) -> Html {
    let AppProps { facts, lang, places } = props;
    let state = use_reducer(|| {
        let within = match address::fragment() {
            Some(Fragment::Within(hours)) => Some(hours),
            _ => None,
        };
        Quick { response: facts.response.clone(), dial: Dial { within, play: None }, section: 0, speech: Speech::default() }
    });
    let dispatch = state.dispatcher();

    use_effect_with(dispatch.clone(), |dispatch| {
        let (turn, say, section) = (dispatch.clone(), dispatch.clone(), dispatch.clone());
        let follow = EventListener::new(&window(), "hashchange", move |_| match address::fragment() {
            Some(Fragment::Within(hours)) => turn.dispatch(Action::Dial(Turn::Within(hours))),
            Some(Fragment::Element(id)) => address::go(&id).unwrap_or_default(),
            None => {}
        });
        let copy = anchors::copy_followed(false, move |link| say.dispatch(Action::Speech(speech::Action::Say(Said::Link(link)))));
        let alive = (
            follow,
            copy,
            menus::watch(),
            progress::Sections::watch(move |number| section.dispatch(Action::Section(number))),
            progress::draw(),
        );
        move || drop(alive)
    });
    use_effect_with((state.speech, dispatch.clone()), |(speech, dispatch)| {
        let dispatch = dispatch.clone();
        let timeout = speech.now.map(|_| Timeout::new(HEARD, move || dispatch.dispatch(Action::Speech(speech::Action::Hush))));
        move || drop(timeout)
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

    let onslide = use_callback(dispatch.clone(), |event: InputEvent, dispatch| {
        let slider: HtmlInputElement = event.target_unchecked_into();
        dispatch.dispatch(Action::Dial(Turn::Slid(slider.value_as_number() / 1000.0)));
    });
    let onturn = use_callback(dispatch.clone(), |turn, dispatch| dispatch.dispatch(Action::Dial(turn)));
    let onplay = use_callback(dispatch, |_: MouseEvent, dispatch| dispatch.dispatch(Action::Dial(play::begin())));
    let Facts { headings, response } = facts;
    html! {
        <>
            { at(&places[0], html! { <Contents headings={headings.clone()} script={response.lang} lang={*lang} section={state.section} /> }) }
            { at(&places[1], html! { <ResponseTimeline response={response.clone()} lang={*lang} dial={state.dial} {onslide} {onturn} {onplay} /> }) }
            { at(&places[2], crate::view::speech(&state.speech, *lang, |said| match said { Said::Link(link) => lang.live().link(link).into(), _ => "".into() })) }
        </>
    }
}

fn at(place: &Option<Place>, html: Html) -> Html {
    let Some(Place { host, mark }) = place else { return Html::default() };
    yew::virtual_dom::VPortal::new_before(html, host.clone(), Some(mark.clone())).into()
}
