//! What the page says beside the report: what is on its way, what went wrong, what is doubted, what was done.

use std::borrow::Cow;

use yew::prelude::*;

use super::state::State;
use super::state::handout::Handout;
use super::state::photos::Photos;
use super::state::speech::{Said, Speech};
use super::words::Lang;
use super::{Document, Events, Origin};

/// A list can be as wrong as whoever wrote it likes; a few lines will do.
const TOLD: usize = 5;

/// A text on its way, and how far it has come.
pub(super) fn coming(state: &State, events: &Events) -> Html {
    let Some(coming) = &state.coming else { return Html::default() };
    let words = state.lang().words();
    let says = words.coming(coming);
    let parts = |bytes: u64| bytes.to_string();
    html! {
        <div class="coming" lang={state.lang().tag()}>
            <p role="status">{ &says }</p>
            // What changes many times a second is seen, not read out.
            <span class="got" aria-hidden="true">{ words.got(coming) }</span>
            <progress
                aria-label={says}
                max={coming.of.map(parts)}
                value={coming.of.map(|_| parts(coming.got))}
            />
            <button type="button" id="cancel" onclick={&events.oncancel}>{ words.cancel }</button>
        </div>
    }
}

/// What went wrong, or what is waited for.
pub(super) fn message(state: &State, events: &Events) -> Html {
    let words = state.lang().words();
    match &state.trouble {
        Some(trouble) => html! {
            <div class="message trouble">
                <p role="alert">{ words.trouble(trouble) }</p>
                <p class="answers">
                    if state.document.is_none() {
                        <a id="instead" href="?" onclick={&events.onsample}>{ words.instead }</a>
                    }
                    <button type="button" id="dismiss" onclick={&events.ondismiss}>{ words.dismiss }</button>
                </p>
            </div>
        },
        // Something said already what is waited for.
        None if state.coming.is_some() => Html::default(),
        None if state.document.is_none() && !state.site.is_index() => html! { <p class="message" role="status">{ words.loading }</p> },
        None => Html::default(),
    }
}

/// Whose text it is, where it is not this page's: the text itself may say anything.
pub(super) fn found_at(document: &Document, lang: Lang) -> Html {
    let source = document.origin.as_ref().and_then(Origin::source);
    let Some((source, host)) = source.and_then(|source| Some((source, source.host.clone()?))) else { return Html::default() };
    let (before, after) = lang.words().found_at.split_once("{}").unwrap_or_default();
    html! {
        <p class="message found-at" lang={lang.tag()}>
            { before }<a href={source.url.clone()} rel="noopener noreferrer">{ host }</a>{ after }
        </p>
    }
}

/// What did not decode.
pub(super) fn doubt(document: &Document, lang: Lang) -> Html {
    match &document.origin {
        Some(origin) if origin.malformed > 0 => {
            html! { <p class="message doubt" role="status" lang={lang.tag()}>{ lang.words().malformed(origin) }</p> }
        }
        _ => Html::default(),
    }
}

/// What of the list of reports could not be used, for whoever wrote it.
pub(super) fn report_list_faults(state: &State) -> Html {
    let words = state.lang().words();
    faults(&mut state.site.faults.iter().map(|fault| words.report_list_fault(fault)), state.lang())
}

/// What of the photo list could not be used, for whoever wrote it.
pub(super) fn photo_list_faults(document: &Document, state: &State) -> Html {
    let words = state.lang().words();
    let captions = document.report.captions.len();
    let unknown = state.photos.unknown(captions).map(|number| words.unknown_figure(number, captions));
    faults(&mut state.photos.faults.iter().map(|fault| words.list_fault(fault)).chain(unknown), state.lang())
}

fn faults(all: &mut dyn Iterator<Item = String>, lang: Lang) -> Html {
    let told: Vec<String> = all.take(TOLD).collect();
    if told.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="message doubt" role="status" lang={lang.tag()}>
            for fault in told { <li>{ fault }</li> }
        </ul>
    }
}

/// What could not be done with the files for a card, or for no card in particular.
pub(super) fn refused(photos: &Photos, at: Option<usize>, lang: Lang) -> Html {
    let Some(refused) = photos.refused.as_ref().filter(|refused| refused.at == at) else {
        return Html::default();
    };
    html! {
        <div class="refused" role="alert" lang={lang.tag()}>
            for reason in refused.reasons.iter() {
                <p>{ lang.words().photo_refused(reason) }</p>
            }
        </div>
    }
}

/// A text to copy by hand, since the browser would not; `page` selects it.
pub(super) fn handout(handout: &Handout, lang: Lang, onclose: &Callback<MouseEvent>) -> Html {
    let Some(text) = &handout.text else {
        return Html::default();
    };
    let words = lang.words();
    html! {
        <div class="message handout" role="group" aria-labelledby="handout-why" lang={lang.tag()}>
            <label id="handout-why" for="handout">{ words.by_hand }</label>
            <textarea key={handout.count} id="handout" readonly=true rows="3" value={text} />
            <button type="button" id="handout-close" onclick={onclose}>{ words.close }</button>
        </div>
    }
}

/// The one place where the page says something back. It is there before anything is said: what is put into it is read out.
pub(crate) fn speech(speech: &Speech, lang: Lang, words: impl FnOnce(Said) -> Cow<'static, str>) -> Html {
    html! {
        <p class="speech" role="status" lang={lang.tag()}>
            if let Some(said) = speech.now {
                <span key={speech.count}>{ words(said) }</span>
            }
        </p>
    }
}
