//! Bytes to text by the browser's decoder, and pages to text by its parser.

use super::html;
use crate::js::decoder;
use crate::text::decode::Decoded;
use crate::text::{Encoding, Excerpt, markup};

/// The text of a file, a page reduced to its lines.
pub(super) fn decode(bytes: &[u8], encoding: Option<Encoding>) -> Decoded {
    let mut decoded = decoder::decode(bytes, encoding);
    decoded.text = reduced(decoded.text);
    decoded
}

/// A text as it stands; of a page, its lines.
pub(super) fn reduced(text: Excerpt) -> Excerpt {
    if markup::is_page(&text) { html::to_text(&text).into() } else { text }
}
