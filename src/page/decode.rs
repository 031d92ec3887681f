//! Bytes to text by the browser's decoder, and pages to text by its parser.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{TextDecoder, TextDecoderOptions};

use super::html;
use crate::text::decode::{Decoded, decode_with};
use crate::text::{Encoding, markup};

/// The text of a file, a page reduced to its lines.
pub(super) fn decode(bytes: &[u8], encoding: Option<Encoding>) -> Decoded {
    let mut decoded = decode_with(bytes, encoding, browser);
    decoded.text = reduced(decoded.text);
    decoded
}

/// A text as it stands; of a page, its lines.
pub(super) fn reduced(text: String) -> String {
    if markup::is_page(&text) { html::to_text(&text) } else { text }
}

fn browser(bytes: &[u8], encoding: Encoding) -> (String, usize) {
    if let Ok(text) = decode_as(bytes, encoding, true) {
        return (text, 0);
    }
    // What is too long for the browser's strings was refused before.
    let text = decode_as(bytes, encoding, false).unwrap_or_default();
    let malformed = text.matches(char::REPLACEMENT_CHARACTER).count();
    (text, malformed)
}

fn decode_as(bytes: &[u8], encoding: Encoding, fatal: bool) -> Result<String, JsValue> {
    let options = TextDecoderOptions::new();
    options.set_fatal(fatal);
    // A second mark is text.
    Reflect::set(&options, &"ignoreBOM".into(), &JsValue::TRUE)?;
    TextDecoder::new_with_label_and_options(encoding.name(), &options)?.decode_with_u8_array(bytes)
}
