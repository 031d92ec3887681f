//! Texts from the server and from the reader, and reports out to the reader.

use gloo::utils::{document, window};
use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Response, TextDecoder, TextDecoderOptions, Url};

use crate::export;
use crate::view::Document;
use crate::view::state::Trouble;

/// Fetches and reads the text at an address.
pub(super) async fn fetch(address: &str) -> Result<Document, Trouble> {
    let unreachable = |_| Trouble::Unreachable(address.to_owned());
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(unreachable)?;
    let response: Response = response.dyn_into().map_err(unreachable)?;
    if !response.ok() {
        return Err(Trouble::Refused(address.to_owned(), response.status()));
    }
    let bytes = bytes(response.array_buffer()).await.map_err(unreachable)?;
    read(&bytes, address)
}

/// Reads a file of the reader's.
pub(super) async fn open(file: File) -> Result<Document, Trouble> {
    let name = file.name();
    let bytes = bytes(Ok(file.array_buffer())).await.map_err(|_| Trouble::Unreachable(name.clone()))?;
    read(&bytes, &name)
}

async fn bytes(promise: Result<Promise, JsValue>) -> Result<Uint8Array, JsValue> {
    let buffer: ArrayBuffer = JsFuture::from(promise?).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer))
}

/// UTF-8 if every byte agrees, else GB18030: no text is both by chance for long.
fn read(bytes: &Uint8Array, name: &str) -> Result<Document, Trouble> {
    let text = ["utf-8", "gb18030"].iter().find_map(|label| decode(bytes, label).ok());
    match text {
        None => Err(Trouble::Undecodable(name.to_owned())),
        Some(text) if text.trim().is_empty() => Err(Trouble::Empty(name.to_owned())),
        Some(text) => Ok(Document::read(text)),
    }
}

fn decode(bytes: &Uint8Array, label: &str) -> Result<String, JsValue> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    TextDecoder::new_with_label_and_options(label, &options)?.decode_with_buffer_source(bytes)
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
