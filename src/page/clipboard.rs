//! What the reader copied elsewhere or drags here.

use gloo::utils::window;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ClipboardItem, DataTransfer, File};

use super::turn::Turns;
use super::{decode, html, photos};
use crate::text::Excerpt;
use crate::view::Document;
use crate::view::state::Trouble;

/// What came.
pub(super) enum Brought {
    File(File),
    Text(Excerpt),
    Pictures(Vec<File>),
    /// A text and pictures for it.
    Both(File, Vec<File>),
}

/// What was pasted: a text file, else a piece of a page, else a text, else pictures, else any file.
pub(super) fn pasted(data: &DataTransfer) -> Option<Brought> {
    let files = photos::each(data.files());
    // A word processor adds a picture of what was copied.
    if let Some(file) = files.iter().find(|file| file.type_().starts_with("text/")) {
        return Some(Brought::File(file.clone()));
    }
    said(data).or_else(|| held(files))
}

/// What was dropped: files, else a piece of a page, else a text. With a picture of a page comes its place there, which is no text.
pub(super) fn dropped(data: &DataTransfer) -> Option<Brought> {
    held(photos::each(data.files())).or_else(|| said(data))
}

/// A text, and pictures, among files.
fn held(files: Vec<File>) -> Option<Brought> {
    let (pictures, others): (Vec<_>, Vec<_>) = files.into_iter().partition(photos::is_picture);
    match (others.into_iter().next(), pictures) {
        (None, pictures) if pictures.is_empty() => None,
        (None, pictures) => Some(Brought::Pictures(pictures)),
        (Some(text), pictures) if pictures.is_empty() => Some(Brought::File(text)),
        (Some(text), pictures) => Some(Brought::Both(text, pictures)),
    }
}

fn said(data: &DataTransfer) -> Option<Brought> {
    let get = |kind| data.get_data(kind).unwrap_or_default();
    text(&get(HTML), get(PLAIN)).map(Brought::Text)
}

/// Whether the browser lets a page ask for what was copied.
pub(super) fn can_read() -> bool {
    let clipboard = window().navigator().clipboard();
    // Not in pages from elsewhere than this machine or a secure connection, where there is no clipboard at all.
    !clipboard.is_undefined() && Reflect::get(&clipboard, &"read".into()).is_ok_and(|read| read.is_instance_of::<Function>())
}

/// Reads what was copied, if the browser and the reader allow.
pub(super) async fn read() -> Result<Document, Trouble> {
    let items = JsFuture::from(window().navigator().clipboard().read()).await.map_err(|_| Trouble::ClipboardClosed)?;
    for item in Array::from(&items) {
        let item: ClipboardItem = item.unchecked_into();
        let (page, plain) = (form(&item, HTML).await, form(&item, PLAIN).await);
        if let Some(text) = text(&page.unwrap_or_default(), plain.unwrap_or_default()) {
            return Ok(Document::read_paced(text, &Turns::new()).await);
        }
    }
    Err(Trouble::NothingCopied)
}

/// Copies a text, if the browser allows.
pub(super) async fn write(text: &str) -> Result<(), JsValue> {
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        return Err(JsValue::UNDEFINED);
    }
    JsFuture::from(clipboard.write_text(text)).await.map(|_| ())
}

const HTML: &str = "text/html";
const PLAIN: &str = "text/plain";

/// One form of what was copied; an error where it has none such.
async fn form(item: &ClipboardItem, kind: &str) -> Result<String, JsValue> {
    let blob: Blob = JsFuture::from(item.get_type(kind)).await?.unchecked_into();
    Ok(JsFuture::from(blob.text()).await?.as_string().unwrap_or_default())
}

/// The text of a piece of a page or, where it says nothing, the plain text that came with it.
fn text(page: &str, plain: String) -> Option<Excerpt> {
    let lines = if page.is_empty() { String::new() } else { html::to_text(page) };
    let text: Excerpt = if lines.is_empty() { decode::reduced(plain.into()) } else { lines.into() };
    (!text.trim().is_empty()).then_some(text)
}
