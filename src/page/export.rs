//! Reports out to the reader: as a file, or as a line to copy.

use gloo::utils::{document, window};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, Url};

use super::{clipboard, dom, standalone};
use crate::export::{self, Form, Style};
use crate::view::Document;
use crate::view::state::speech::Said;
use crate::view::state::{Action, State, Trouble, handout, speech};

/// What an entry of the menu stands for.
enum Way {
    Save(Form),
    SavePage,
    Cite(Style),
}

/// The way out that a button names.
fn way(event: &Event) -> Option<Way> {
    Some(match dom::around(event, "button")?.id().as_str() {
        "save" => Way::Save(Form::Json),
        "save-jsonld" => Way::Save(Form::JsonLd),
        "save-markdown" => Way::Save(Form::Markdown),
        "save-page" => Way::SavePage,
        "cite" => Way::Cite(Style::Plain),
        "cite-gbt7714" => Way::Cite(Style::Gbt7714),
        _ => return None,
    })
}

/// Hands the report out in the way that was chosen; what there is to say about it follows.
pub(super) fn chosen(event: &Event, state: &State, then: impl Fn(Action) + 'static) {
    let Some(read) = &state.document else { return };
    match way(event) {
        Some(Way::SavePage) => {
            let (state, read) = (state.clone(), read.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let made = standalone::make(&state).await;
                then(match made.and_then(|(page, lost)| hand_out(&page, "text/html;charset=utf-8", &read, "html").map(|()| lost)) {
                    Ok(0) => Action::Speech(speech::Action::Say(Said::PageSaved)),
                    Ok(lost) => Action::Speech(speech::Action::Say(Said::PhotosLost(lost))),
                    Err(_) => Action::Failed(Trouble::NotSaved),
                });
            });
        }
        Some(Way::Save(form)) => {
            let _ = save(read, form);
        }
        Some(Way::Cite(style)) => {
            let Some(citation) = export::citation(&read.report, style) else { return };
            wasm_bindgen_futures::spawn_local(async move {
                then(match clipboard::write(&citation).await {
                    Ok(()) => Action::Speech(speech::Action::Say(Said::CitationCopied)),
                    Err(_) => Action::Handout(handout::Action::Show(citation.into())),
                });
            });
        }
        None => {}
    }
}

/// Has the browser hold the text where `boot.js` finds it when the program has failed.
pub(super) fn keep_aside(source: Option<&str>) -> Result<(), JsValue> {
    let text = source.map(|source| Blob::new_with_str_sequence(&Array::of1(&source.into()))).transpose()?;
    Reflect::set(&window(), &"wirecopySource".into(), &text.into()).map(drop)
}

/// Hands the report to the reader as a file.
fn save(read: &Document, form: Form) -> Result<(), JsValue> {
    let text = form.write(&read.report, &read.source).map_err(|error| JsValue::from_str(&error.to_string()))?;
    hand_out(&text, form.media_type(), read, form.extension())
}

/// Hands a text to the reader as a file that is named after the report.
fn hand_out(text: &str, kind: &str, read: &Document, extension: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(&export::file_name(&read.report, extension));
    link.click();
    Url::revoke_object_url(&url)
}
