//! The built page comes alive as it stands: its timeline moves, its table of contents follows, its links are copied. For all else there is
//! the whole page, which takes this one's place.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use web_sys::{Element, Node};
use yew::prelude::*;
use yew::virtual_dom::VPortal;

use super::facts::{self, Facts};
use super::{HEARD, REST, address, anchors, menus, places, play, progress, takeover};
use crate::view::address::Fragment;
use crate::view::state::dial::Turn;
use crate::view::state::quick::{Action, Quick};
use crate::view::state::speech::{self, Said};
use crate::view::words::Lang;
use crate::view::{self, DialEvents, ResponseTimeline};

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

    fn hold(&self, html: Html) -> Html {
        VPortal::new_before(html, self.host.clone(), Some(self.mark.clone())).into()
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    facts: Facts,
    lang: Lang,
    places: Rc<[Option<Place>]>,
}

/// What is alive of the page, and what listens for it. A component of the plain kind: each hook would bring more code than it saves here.
struct App {
    quick: Quick,
    events: DialEvents,
    clock: Option<play::Clock>,
    /// The address follows when N rests.
    rest: Option<Timeout>,
    /// A sentence that was said goes away.
    hush: Option<Timeout>,
    _listens: (EventListener, EventListener, [EventListener; 3], Option<progress::Sections>, Option<EventListener>),
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let within = match address::fragment() {
            Some(Fragment::Within(hours)) => Some(hours),
            Some(Fragment::Element(_)) | None => None,
        };
        let link = ctx.link();
        let events = DialEvents {
            onslide: link.callback(|event: InputEvent| Action::Dial(play::slid(&event))),
            onkey: link.batch_callback(|event: KeyboardEvent| play::pressed(&event).map(Action::Dial)),
            onhold: link.callback(|_: PointerEvent| Action::Dial(Turn::Pause)),
            onplay: link.callback(|_: MouseEvent| Action::Dial(play::begin())),
        };
        let (follow, say, tell) = (link.clone(), link.clone(), link.clone());
        let listens = (
            EventListener::new(&window(), "hashchange", move |_| match address::fragment() {
                Some(Fragment::Within(hours)) => follow.send_message(Action::Dial(Turn::Within(hours))),
                Some(Fragment::Element(id)) => places::go(&id).unwrap_or_default(),
                None => {}
            }),
            anchors::copy_followed(false, move |copied| say.send_message(Action::Speech(speech::Action::Say(Said::Link(copied))))),
            menus::watch(),
            progress::Sections::watch(move |number| tell.send_message(Action::Section(number))),
            progress::draw(),
        );
        let quick = Quick::new(ctx.props().facts.response.clone(), within);
        App { quick, events, clock: None, rest: None, hush: None, _listens: listens }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let after = self.quick.after(action);
        let before = std::mem::replace(&mut self.quick, after);
        let Quick { dial, speech, .. } = &self.quick;
        if dial.within != before.dial.within {
            self.rest = dial.within.map(|hours| Timeout::new(REST, move || address::keep(hours)));
        }
        if dial.play.is_some() != before.dial.play.is_some() {
            let link = ctx.link().clone();
            self.clock = dial.play.map(|_| play::run(move |turn| link.send_message(Action::Dial(turn))));
        }
        if speech.count != before.speech.count {
            let link = ctx.link().clone();
            self.hush = Some(Timeout::new(HEARD, move || link.send_message(Action::Speech(speech::Action::Hush))));
        }
        self.quick != before
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let AppProps { facts: Facts { headings, response }, lang, places } = ctx.props();
        let Quick { dial, section, speech, .. } = &self.quick;
        let said = |said| match said {
            Said::Link(link) => lang.live().link(link).into(),
            _ => "".into(),
        };
        let parts = [
            view::contents(headings, response.lang, *lang, *section),
            html! { <ResponseTimeline response={response.clone()} lang={*lang} dial={*dial} events={self.events.clone()} /> },
            view::speech(speech, *lang, said),
        ];
        parts.into_iter().zip(places.iter()).filter_map(|(part, place)| Some(place.as_ref()?.hold(part))).collect()
    }
}
