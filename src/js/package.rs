//! What the npm package asks of the parser; `npm/core.js` gives it the form that its users see.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::decoder;
use crate::report::{Correction, Label};
use crate::text::{Encoding, Span};

/// The report of a text, as JSON.
///
/// The n-th of `labels`, one a line, is the reader's for the n-th of `spans`, which are pairs of byte offsets.
#[wasm_bindgen]
pub fn parse(text: &str, spans: &[u32], labels: &str) -> Result<String, JsError> {
    let corrections = spans.chunks_exact(2).zip(labels.lines()).map(|(span, name)| {
        let label = Label::of_name(name).ok_or_else(|| JsError::new(&format!("{name} is no label")))?;
        let [start, end] = [span[0], span[1]].map(|offset| offset as usize);
        if start > end {
            return Err(JsError::new(&format!("a span ends at {end}, before it starts at {start}")));
        }
        Ok(Correction { span: Span::new(start, end), label })
    });
    let corrections = corrections.collect::<Result<Vec<_>, _>>()?;
    Ok(serde_json::to_string(&crate::parse_with(text, &corrections))?)
}

/// Text, encoding, whether that was guessed, and in how many places the bytes were none of its characters.
#[wasm_bindgen]
pub fn decode(bytes: &[u8], encoding: Option<String>) -> Result<Array, JsError> {
    let encoding = encoding.map(|name| name.parse::<Encoding>()).transpose()?;
    let found = decoder::decode(bytes, encoding);
    // A count of places in a text that fits into memory.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let malformed = found.malformed as f64;
    Ok(Array::of4(&found.text.as_str().into(), &found.encoding.name().into(), &found.guessed.into(), &malformed.into()))
}
