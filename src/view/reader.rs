use yew::prelude::*;

use super::address::View;
use super::article::Article;
use super::calendar::CalendarLane;
use super::caption::{Gallery, Pictures};
use super::contents::any_contents;
use super::embed::EmbedDialog;
use super::folio::Folio;
use super::head::Head;
use super::index::{self, Index};
use super::inspect::Inspector;
use super::messages::{coming, doubt, found_at, handout, message, photo_list_faults, refused, report_list_faults, speech};
use super::notice::LegalNotice;
use super::setting::Setting;
use super::state::State;
use super::timeline::ResponseTimeline;
use super::{DialEvents, Document, InspectEvents, PhotoEvents};

/// What the reader does, for those who know the browser.
#[derive(Clone, PartialEq)]
pub struct Events {
    /// Something is done to N.
    pub dial: DialEvents,
    /// The legal notice was opened or closed.
    pub onnotice: Callback<Event>,
    /// The rest of a long list was opened or closed: the element says which by its id.
    pub onrest: Callback<Event>,
    /// A language or a light was chosen: the button says which by its name and value.
    pub onchoose: Callback<MouseEvent>,
    /// A file was chosen.
    pub onfile: Callback<Event>,
    /// What was copied is to be opened.
    pub onpaste: Callback<MouseEvent>,
    /// The address of a text was sent off.
    pub onaddress: Callback<SubmitEvent>,
    /// A link to a text was followed.
    pub onsample: Callback<MouseEvent>,
    /// A remembered text is to be opened or forgotten: the button says which by its name and value.
    pub onrecent: Callback<MouseEvent>,
    /// Texts are to be remembered, or no more.
    pub onremember: Callback<Event>,
    /// The text on its way is not waited for any more.
    pub oncancel: Callback<MouseEvent>,
    /// What went wrong was read.
    pub ondismiss: Callback<MouseEvent>,
    /// Another encoding was chosen.
    pub onencoding: Callback<Event>,
    /// The report is to be handed out: the button says by its id in which form.
    pub onexport: Callback<MouseEvent>,
    /// What waits to be copied by hand is done with.
    pub onhandout: Callback<MouseEvent>,
    /// Something is done to pictures.
    pub photos: PhotoEvents,
    /// Something is done to lines.
    pub inspect: InspectEvents,
    /// Something is done in the dialog that puts the report into other pages.
    pub embed: EmbedEvents,
}

/// What a reader does to put the report into another page.
#[derive(Clone, PartialEq)]
pub struct EmbedEvents {
    /// The dialog is to open.
    pub onopen: Callback<MouseEvent>,
    /// Something is chosen: the control says what by its id and value.
    pub onchange: Callback<Event>,
    /// The markup is to be copied.
    pub oncopy: Callback<MouseEvent>,
    /// The dialog is to close.
    pub onleave: Callback<MouseEvent>,
    /// The dialog has closed.
    pub onclose: Callback<Event>,
}

impl Default for EmbedEvents {
    /// Nobody listens.
    fn default() -> Self {
        EmbedEvents {
            onopen: Callback::noop(),
            onchange: Callback::noop(),
            oncopy: Callback::noop(),
            onleave: Callback::noop(),
            onclose: Callback::noop(),
        }
    }
}

impl Default for Events {
    /// Nobody listens.
    fn default() -> Self {
        Events {
            dial: DialEvents::default(),
            onnotice: Callback::noop(),
            onrest: Callback::noop(),
            onchoose: Callback::noop(),
            onfile: Callback::noop(),
            onpaste: Callback::noop(),
            onaddress: Callback::noop(),
            onsample: Callback::noop(),
            onrecent: Callback::noop(),
            onremember: Callback::noop(),
            oncancel: Callback::noop(),
            ondismiss: Callback::noop(),
            onencoding: Callback::noop(),
            onexport: Callback::noop(),
            onhandout: Callback::noop(),
            photos: PhotoEvents::default(),
            inspect: InspectEvents::default(),
            embed: EmbedEvents::default(),
        }
    }
}

/// The values of a [`Reader`].
#[derive(Clone, PartialEq, Properties)]
pub struct ReaderProps {
    /// What the page shows.
    pub state: State,
    /// What the reader does.
    pub events: Events,
}

/// The whole page.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps { state, events } = props;
    html! {
        <ContextProvider<Setting> context={Setting { view: state.view, frame: state.frame.clone() }}>
            <Folio
                display={state.display}
                document={state.document.clone()}
                opened={state.opened}
                can_paste={state.can_paste}
                onchoose={&events.onchoose}
                onfile={&events.onfile}
                onpaste={&events.onpaste}
                recent={state.recent.clone()}
                home={index::home(&state.site)}
                samples={state.site.samples}
                onaddress={&events.onaddress}
                onsample={&events.onsample}
                onrecent={&events.onrecent}
                onremember={&events.onremember}
                onexport={&events.onexport}
                onembed={&events.embed.onopen}
                onencoding={&events.onencoding}
            />
            <main>
                { coming(state, events) }
                { message(state, events) }
                { handout(&state.handout, state.lang(), &events.onhandout) }
                { refused(&state.photos, None, state.lang()) }
                { report_list_faults(state) }
                if state.is_home() {
                    <Index site={state.site.clone()} display={state.display} />
                }
                if let Some(document) = &state.document {
                    { up(state) }
                    { found_at(document, state.lang()) }
                    { doubt(document, state.lang()) }
                    { photo_list_faults(document, state) }
                    <ContextProvider<Pictures> context={Pictures { photos: state.photos.clone(), events: events.photos.clone() }}>
                        { report(document, state, events) }
                    </ContextProvider<Pictures>>
                }
            </main>
            if let (Some(document), Some(embedding)) = (&state.document, &state.embedding) {
                <EmbedDialog
                    document={document.clone()}
                    lang={state.lang()}
                    embedding={embedding.clone()}
                    onchange={&events.embed.onchange}
                    oncopy={&events.embed.oncopy}
                    onclose={&events.embed.onclose}
                    onleave={&events.embed.onleave}
                />
            }
            { speech(&state.speech, state.lang(), |said| state.lang().words().said(said, state.lang())) }
            // How far one has read; the scroll bar says the same to those who listen.
            <div class="read" aria-hidden="true"></div>
        </ContextProvider<Setting>>
    }
}

/// From one of several reports to the others.
fn up(state: &State) -> Html {
    let Some(home) = index::home(&state.site) else { return Html::default() };
    html! {
        <p class="up" lang={state.lang().tag()}>
            <a href={index::carry(&home, state.display)}>{ state.lang().words().all_reports }</a>
        </p>
    }
}

fn report(document: &Document, state: &State, events: &Events) -> Html {
    let lang = state.lang();
    let part = match state.view {
        View::Report => story(document, state, events),
        View::Timeline => times(document, state, events),
        View::Captions => html! { <Gallery document={document.clone()} {lang} /> },
        View::Notice => notice(document, state, events),
        View::Inspect => {
            return html! {
                <Inspector document={document.clone()} {lang} inspection={state.inspection.clone()} events={events.inspect.clone()} />
            };
        }
    };
    let framed = state.frame.is_some();
    html! {
        <>
            if !framed || state.view == View::Report {
                <Head document={document.clone()} {lang} />
            }
            { part }
            if !framed {
                <p class="colophon" lang={lang.tag()}>{ lang.words().private }</p>
            }
        </>
    }
}

fn story(document: &Document, state: &State, events: &Events) -> Html {
    let lang = state.lang();
    html! {
        <>
            { any_contents(&document.headings, document.report.lang, lang, state.section) }
            { times(document, state, events) }
            <Article document={document.clone()} {lang} shown={state.shown.stretches()} />
            { notice(document, state, events) }
        </>
    }
}

/// What happens within which time, and when.
fn times(document: &Document, state: &State, events: &Events) -> Html {
    let lang = state.lang();
    let untimed = document.report.timeline.steps.is_empty() && document.calendar.is_empty();
    html! {
        <>
            if untimed && state.view == View::Timeline {
                <p class="message" lang={lang.tag()}>{ lang.words().no_times }</p>
            }
            <ResponseTimeline
                response={document.response.clone()}
                {lang}
                dial={state.dial}
                end={document.end(state.shown.stretches())}
                long={document.is_long()}
                rest={state.rests.steps}
                setting={Setting { view: state.view, frame: state.frame.clone() }}
                events={events.dial.clone()}
                onrest={&events.onrest}
            />
            <CalendarLane document={document.clone()} {lang} rest={state.rests.days} onrest={&events.onrest} />
        </>
    }
}

fn notice(document: &Document, state: &State, events: &Events) -> Html {
    html! {
        <LegalNotice document={document.clone()} lang={state.lang()} open={state.notice_open} ontoggle={&events.onnotice} />
    }
}
