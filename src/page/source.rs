//! Texts from an address: whose they are, how long one waits for them, how much one takes.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestCredentials, RequestInit, Response, Url};

use super::files::LARGEST;
use crate::view::Source;
use crate::view::state::Trouble;

/// So long (milliseconds) nothing need come before nothing is waited for. The sentence on it says so too.
const SILENCE: u32 = 15_000;

/// So long (milliseconds) a text may take that comes by drops. The sentence on it says so too.
const LONGEST: u32 = 300_000;

/// The address as a page may fetch it.
pub(super) fn source(address: &str) -> Result<Source, Trouble> {
    let location = window().location();
    let url = location.href().and_then(|base| Url::new_with_base(address.trim(), &base));
    let url = url.ok().filter(|url| matches!(url.protocol().as_str(), "http:" | "https:"));
    let url = url.ok_or_else(|| Trouble::NoAddress(address.to_owned()))?;
    let own = location.origin().is_ok_and(|own| own == url.origin());
    Ok(Source { address: address.trim().to_owned(), url: url.href(), host: (!own).then(|| url.host()) })
}

/// Fetches what is there, whatever its type says. `abort` ends it from outside; `come` is told how much there is so far.
pub(super) async fn fetch(source: &Source, abort: &AbortController, come: impl Fn(u64, Option<u64>)) -> Result<Vec<u8>, Trouble> {
    let silent = Rc::new(Cell::new(false));
    let listen = |time| {
        let (silent, abort) = (Rc::clone(&silent), abort.clone());
        Timeout::new(time, move || {
            silent.set(true);
            abort.abort();
        })
    };
    let lost = |_| {
        let address = source.address.clone();
        if silent.get() {
            Trouble::TooSlow(address)
        } else if source.host.is_some() {
            Trouble::Blocked(address)
        } else {
            Trouble::Unreachable(address)
        }
    };

    let options = RequestInit::new();
    options.set_signal(Some(&abort.signal()));
    // Nothing of the reader's goes along.
    options.set_credentials(RequestCredentials::Omit);
    let _whole = listen(LONGEST);
    let mut patience = listen(SILENCE);
    let response = JsFuture::from(window().fetch_with_str_and_init(&source.url, &options)).await.map_err(lost)?;
    let response: Response = response.dyn_into().map_err(lost)?;
    if !response.ok() {
        abort.abort();
        return Err(Trouble::Withheld(source.address.clone(), response.status()));
    }
    let of = length(&response);
    let mut bytes = Vec::new();
    let Some(body) = response.body() else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        come(bytes.len() as u64, of.filter(|of| *of >= bytes.len() as u64));
        let chunk = JsFuture::from(reader.read()).await.map_err(lost)?;
        patience.cancel();
        patience = listen(SILENCE);
        let get = |name: &str| Reflect::get(&chunk, &JsValue::from_str(name));
        if get("done").map_err(lost)?.is_truthy() {
            return Ok(bytes);
        }
        let chunk: Uint8Array = get("value").map_err(lost)?.dyn_into().map_err(lost)?;
        if bytes.len() as u64 + u64::from(chunk.length()) > LARGEST {
            abort.abort();
            return Err(Trouble::TooLarge(source.address.clone()));
        }
        let from = bytes.len();
        bytes.resize(from + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[from..]);
    }
}

/// How many bytes a text has, where its server says so. Of a compressed body it tells the length on the way.
fn length(response: &Response) -> Option<u64> {
    let header = |name| response.headers().get(name).ok().flatten();
    header("content-length").filter(|_| header("content-encoding").is_none())?.parse().ok()
}
