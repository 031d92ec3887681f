use yew::prelude::*;

use super::state::{Move, State};
use super::words::Lang;
use super::{Article, Contents, Document, Head, LegalNotice, ResponseTimeline};

/// What the reader does, for those who know the browser.
#[derive(Clone, PartialEq)]
pub struct Events {
    /// The slider was pulled.
    pub onslide: Callback<InputEvent>,
    /// The slider was moved by key.
    pub onmove: Callback<Move>,
    /// The legal notice was opened or closed.
    pub onnotice: Callback<Event>,
    /// A file was chosen.
    pub onfile: Callback<Event>,
    /// The report is to be saved.
    pub onsave: Callback<MouseEvent>,
}

impl Default for Events {
    /// Nobody listens.
    fn default() -> Self {
        Events {
            onslide: Callback::noop(),
            onmove: Callback::noop(),
            onnotice: Callback::noop(),
            onfile: Callback::noop(),
            onsave: Callback::noop(),
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
    let lang = state.lang;
    html! {
        <>
            <Folio {lang} savable={state.document.is_some()} onfile={&events.onfile} onsave={&events.onsave} />
            <main>
                { message(state) }
                if let Some(document) = &state.document {
                    { report(document, state, events) }
                }
            </main>
        </>
    }
}

fn message(state: &State) -> Html {
    let words = state.lang.words();
    match &state.trouble {
        Some(trouble) => html! { <p class="message trouble" role="alert">{ words.trouble(trouble) }</p> },
        None if state.document.is_none() => html! { <p class="message" role="status">{ words.loading }</p> },
        None => Html::default(),
    }
}

fn report(document: &Document, state: &State, events: &Events) -> Html {
    let lang = state.lang;
    html! {
        <>
            <Head document={document.clone()} {lang} />
            <Contents document={document.clone()} {lang} />
            <ResponseTimeline
                document={document.clone()}
                {lang}
                within={state.hours()}
                onslide={&events.onslide}
                onmove={&events.onmove}
            />
            <Article document={document.clone()} {lang} />
            <LegalNotice document={document.clone()} {lang} open={state.notice_open} ontoggle={&events.onnotice} />
            <p class="colophon" lang={lang.tag()}>{ lang.words().private }</p>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FolioProps {
    lang: Lang,
    savable: bool,
    onfile: Callback<Event>,
    onsave: Callback<MouseEvent>,
}

/// The line above the page: its name, and the way to another text and out of this one.
#[component]
fn Folio(props: &FolioProps) -> Html {
    let FolioProps { lang, savable, onfile, onsave } = props;
    let words = lang.words();
    html! {
        <header class="folio" lang={lang.tag()}>
            <span class="name">{ words.name }</span>
            <label class="open">
                <input type="file" id="file" accept=".txt,text/plain" onchange={onfile} />
                <span>{ words.open }</span>
            </label>
            <button type="button" id="save" onclick={onsave} disabled={!savable}>{ words.save }</button>
        </header>
    }
}
