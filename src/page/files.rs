//! Texts from the server and from the reader, and reports out to the reader.

use gloo::utils::{document, window};
use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Response, Url};

use super::decode::decode;
use crate::export;
use crate::view::Document;
use crate::view::state::Trouble;

/// The longest file that is read, in bytes.
const LARGEST: f64 = 64.0 * 1024.0 * 1024.0;

/// Fetches and reads the text at an address.
pub(super) async fn fetch(address: &str) -> Result<Document, Trouble> {
    read(answer(ask(address), address).await?, address, false)
}

/// Asks for what is at an address.
pub(super) fn ask(address: &str) -> Promise {
    window().fetch_with_str(address)
}

/// What was asked for at an address.
pub(super) async fn answer(asked: Promise, address: &str) -> Result<Vec<u8>, Trouble> {
    let unreachable = |_| Trouble::Unreachable(address.to_owned());
    let response = JsFuture::from(asked).await.map_err(unreachable)?;
    let response: Response = response.dyn_into().map_err(unreachable)?;
    if !response.ok() {
        return Err(Trouble::Refused(address.to_owned(), response.status()));
    }
    bytes(response.array_buffer()).await.map_err(unreachable)
}

/// Reads a file of the reader's.
pub(super) async fn open(file: File) -> Result<Document, Trouble> {
    let name = file.name();
    if file.size() > LARGEST {
        return Err(Trouble::TooLarge(name));
    }
    match bytes(Ok(file.array_buffer())).await {
        Ok(bytes) => read(bytes, &name, true),
        Err(_) => Err(Trouble::Unreadable(name)),
    }
}

/// Reads the file of a document again, in the encoding of this name.
pub(super) fn reread(document: &Document, encoding: &str) -> Option<Document> {
    document.reread(encoding.parse().ok()?, decode)
}

async fn bytes(promise: Result<Promise, JsValue>) -> Result<Vec<u8>, JsValue> {
    let buffer: ArrayBuffer = JsFuture::from(promise?).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn read(bytes: Vec<u8>, name: &str, own: bool) -> Result<Document, Trouble> {
    let decoded = decode(&bytes, None);
    if !decoded.is_text() {
        Err(Trouble::NotText(name.to_owned()))
    } else if decoded.text.trim().is_empty() {
        Err(Trouble::Empty(name.to_owned()))
    } else {
        Ok(Document::of_file(bytes.into(), own, decoded))
    }
}

/// Hands the report to the reader as a JSON file.
pub(super) fn save(read: &Document) -> Result<(), JsValue> {
    let json = export::json(&read.report).map_err(|error| JsValue::from_str(&error.to_string()))?;
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&json.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download("report.json");
    link.click();
    Url::revoke_object_url(&url)
}
