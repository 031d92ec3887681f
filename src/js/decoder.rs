//! Bytes to text by the engine's own decoder, a browser's or Node's.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{TextDecoder, TextDecoderOptions};

use crate::text::Encoding;
use crate::text::decode::{Decoded, decode_with};

/// The text of bytes, as [`decode_with`] finds it.
pub(crate) fn decode(bytes: &[u8], encoding: Option<Encoding>) -> Decoded {
    decode_with(bytes, encoding, engine)
}

fn engine(bytes: &[u8], encoding: Encoding) -> (String, usize) {
    if let Ok(text) = decode_as(bytes, encoding, true) {
        return (text, 0);
    }
    // What is too long for the engine's strings was refused before.
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
