//! Texts from the server and from the reader.

use gloo::utils::window;
use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Response};

use super::decode::decode;
use super::restore::restore;
use super::turn::Turns;
use crate::view::state::Trouble;
use crate::view::{Document, Source, Whose};

/// The longest file that is read, in bytes.
pub(super) const LARGEST: u64 = 64 << 20;

/// Fetches and reads the text at an address.
pub(super) async fn fetch(address: &str) -> Result<Document, Trouble> {
    fetched(ask(address), address).await
}

/// Reads the text that was asked for at an address.
pub(super) async fn fetched(asked: Promise, address: &str) -> Result<Document, Trouble> {
    read(answer(asked, address).await?, address, Whose::Page).await
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
    if file.size() > LARGEST as f64 {
        return Err(Trouble::TooLarge(name));
    }
    match bytes(Ok(file.array_buffer())).await {
        Ok(bytes) => read(bytes, &name, Whose::Reader).await,
        Err(_) => Err(Trouble::Unreadable(name)),
    }
}

/// Reads a text that was fetched.
pub(super) async fn read_fetched(bytes: Vec<u8>, source: Source) -> Result<Document, Trouble> {
    let name = source.address.clone();
    read(bytes, &name, Whose::Fetched(source)).await
}

/// Reads the file of a document again, in the encoding of this name.
pub(super) async fn reread(document: Document, encoding: String) -> Option<Document> {
    document.reread(encoding.parse().ok()?, decode, &Turns::new()).await
}

async fn bytes(promise: Result<Promise, JsValue>) -> Result<Vec<u8>, JsValue> {
    let buffer: ArrayBuffer = JsFuture::from(promise?).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Reads bytes.
async fn read(bytes: Vec<u8>, name: &str, whose: Whose) -> Result<Document, Trouble> {
    let decoded = decode(&bytes, None);
    if !decoded.is_text() {
        Err(Trouble::NotText(name.to_owned()))
    } else if decoded.text.trim().is_empty() {
        Err(Trouble::Empty(name.to_owned()))
    } else if name.to_ascii_lowercase().ends_with(".json") {
        restore(&decoded.text, name).await
    } else {
        Ok(Document::of_file_paced(bytes.into(), whose, decoded, &Turns::new()).await)
    }
}
