//! The page as one file: its parts gathered from the host, or from the file that it already is, and the report with them.

use gloo::utils::{document, window};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, FileReader, HtmlElement, HtmlImageElement, HtmlLinkElement, HtmlScriptElement, ReadableWritablePair, Response};

use super::{dom, files, photos, restore};
use crate::export::standalone::{Content, Parts, kept as kept_json, script, standalone};
use crate::report::Correction;
use crate::view::state::photos::{Action as Pictures, Hold, Photo};
use crate::view::state::{Action, Growth, State, reduce};
use crate::view::words::Lang;
use crate::view::{Document, Events, Reader, ReaderProps};

/// The report in this file, where the page is one file.
pub(super) fn kept() -> Option<Document> {
    let json = document().get_element_by_id("kept")?.text_content()?;
    let (text, corrections) = restore::read(&json, "").ok()?;
    Some(document_of(text, &corrections))
}

/// A report as it is in one file: the page's own, whoever brought it.
fn document_of(text: String, corrections: &[Correction]) -> Document {
    let read = Document::of_page(text);
    if corrections.is_empty() { read } else { read.corrected(corrections) }
}

/// Whether the page is one file.
pub(super) fn is_one() -> bool {
    document().get_element_by_id("kept").is_some()
}

/// The photos in this file, for the text that was opened as the `of`-th: they stand in the still page.
pub(super) fn pictures(of: usize) -> Action {
    let found = dom::each(document().query_selector_all("#app figure.caption img[src^='data:']"));
    let photos = found.into_iter().filter_map(|image| picture(image.unchecked_ref())).collect();
    Action::Photos(Pictures::Listed { of, photos, faults: Vec::new() })
}

fn picture(image: &HtmlImageElement) -> Option<(usize, Photo)> {
    let number = photos::number(&image.closest("figure.caption").ok()??)?;
    let size = (image.has_attribute("width") && image.has_attribute("height")).then(|| (image.width(), image.height()));
    Some((number, Photo { address: image.src().into(), name: "".into(), alt: Some(image.alt().into()), size, hold: Hold::default() }))
}

/// The report of a state as one file, and how many of its photos could not be taken along.
pub(super) async fn make(state: &State) -> Result<(String, usize), JsValue> {
    let Some(read) = &state.document else { return Err(JsValue::UNDEFINED) };
    let read = document_of(read.source.to_string(), &read.report.corrections);
    let parts = if is_one() { own_parts() } else { fetched_parts().await }?;
    let (mut photos, mut lost) = (Vec::new(), 0);
    for number in 1..=read.report.captions.len() {
        let Some(photo) = state.photos.of(number).filter(|photo| !state.photos.is_broken(&photo.address)) else { continue };
        match inside(photo).await {
            Ok(address) => photos.push((number, Photo { address: address.into(), hold: Hold::default(), ..photo.clone() })),
            Err(_) => lost += 1,
        }
    }
    let lang = state.lang();
    let fail = |error: &dyn std::fmt::Display| JsValue::from_str(&error.to_string());
    let content = Content {
        lang: lang.tag().to_owned(),
        title: read.report.headline.as_ref().map_or_else(|| lang.words().name.to_owned(), |headline| headline.text.to_string()),
        no_script: lang.words().no_script_file.to_owned(),
        still: still(&read, photos, lang).await?,
        kept: kept_json(&read.source, &read.report.corrections).map_err(|error| fail(&error))?,
    };
    Ok((standalone(&parts, &content).map_err(|error| fail(&error))?, lost))
}

/// The whole report as HTML, its controls disabled: rendered out of sight.
async fn still(read: &Document, photos: Vec<(usize, Photo)>, lang: Lang) -> Result<String, JsValue> {
    let opened = reduce(&State::new(lang, None), Action::Opened(read.clone()));
    let whole = reduce(&opened, Action::Grown(Growth::Whole));
    let state = reduce(&whole, Action::Photos(Pictures::Listed { of: whole.opened, photos, faults: Vec::new() }));
    let root = document().create_element("div")?;
    let page = yew::Renderer::<Reader>::with_root_and_props(root.clone(), ReaderProps { state, events: Events::default() }).render();
    // Components come in tasks of their own.
    JsFuture::from(Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback(&done);
    }))
    .await?;
    for control in dom::each(root.query_selector_all("button, input, select")) {
        control.set_attribute("disabled", "")?;
    }
    let html = root.inner_html();
    page.destroy();
    Ok(html)
}

/// The address of a photo that holds the photo itself.
async fn inside(photo: &Photo) -> Result<String, JsValue> {
    if photo.address.starts_with("data:") {
        return Ok(photo.address.to_string());
    }
    if let Some(file) = photos::file(photo) {
        return data(&file).await;
    }
    let answer: Response = JsFuture::from(files::ask(&photo.address)).await?.dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::UNDEFINED);
    }
    data(&JsFuture::from(answer.blob()?).await?.dyn_into()?).await
}

/// Bytes as a `data:` address.
async fn data(blob: &Blob) -> Result<String, JsValue> {
    let reader = FileReader::new()?;
    let read = Promise::new(&mut |done, fail| {
        reader.set_onload(Some(&done));
        reader.set_onerror(Some(&fail));
    });
    reader.read_as_data_url(blob)?;
    JsFuture::from(read).await?;
    reader.result()?.as_string().ok_or(JsValue::UNDEFINED)
}

/// The parts that this file is made of.
fn own_parts() -> Result<Parts, JsValue> {
    let text = |css: &str| document().query_selector(css)?.and_then(|part| part.text_content()).ok_or(JsValue::UNDEFINED);
    let seals = document().query_selector("script#page")?.and_then(|page| page.get_attribute("data-seals"));
    Ok(Parts {
        before: text("script#before")?,
        style: text("style")?,
        script: text("script#page")?,
        program: text("script#program")?,
        seals: seals.ok_or(JsValue::UNDEFINED)?,
    })
}

/// The parts of the hosted page, which stand beside it. Where they stand, the element says that starts it.
async fn fetched_parts() -> Result<Parts, JsValue> {
    let page = document();
    let boot: HtmlElement = page.query_selector("script[data-wasm]")?.ok_or(JsValue::UNDEFINED)?.dyn_into()?;
    let style: HtmlLinkElement = page.query_selector("link[rel=stylesheet]")?.ok_or(JsValue::UNDEFINED)?.dyn_into()?;
    let before: HtmlScriptElement = page.query_selector("script[src$='before.js']")?.ok_or(JsValue::UNDEFINED)?.dyn_into()?;
    let told = |name: &str| boot.dataset().get(name).ok_or(JsValue::UNDEFINED);
    let before = text(&before.src()).await?;
    let style = text(&style.href()).await?;
    let script = script(&text(&told("wholeJs")?).await?);
    let seals = [seal(&before).await?, seal(&script).await?, seal(&style).await?].join(" ");

    let program: Response = JsFuture::from(files::ask(&told("wholeWasm")?)).await?.dyn_into()?;
    let pack = CompressionStream::new("gzip")?;
    let packed = program.body().ok_or(JsValue::UNDEFINED)?.pipe_through(pack.unchecked_ref::<ReadableWritablePair>());
    let packed = JsFuture::from(Response::new_with_opt_readable_stream(Some(&packed))?.blob()?).await?;
    let program = data(&packed.dyn_into()?).await?;
    let program = program.split_once(',').map_or("", |(_, bytes)| bytes).to_owned();
    Ok(Parts { before, style, script, program, seals })
}

async fn text(address: &str) -> Result<String, JsValue> {
    let answer: Response = JsFuture::from(files::ask(address)).await?.dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::UNDEFINED);
    }
    JsFuture::from(answer.text()?).await?.as_string().ok_or(JsValue::UNDEFINED)
}

/// The checksum of a script or a style, as a policy names it. Browsers give it to pages alone that came by https, from this machine or from a file.
async fn seal(text: &str) -> Result<String, JsValue> {
    let sum = JsFuture::from(window().crypto()?.subtle().digest_with_str_and_u8_array("SHA-256", text.as_bytes())?).await?;
    let characters: String = Uint8Array::new(&sum).to_vec().into_iter().map(char::from).collect();
    Ok(format!("sha256-{}", window().btoa(&characters)?))
}

#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(catch, constructor)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;
}
