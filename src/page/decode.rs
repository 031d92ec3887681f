//! Bytes to text by the browser's decoder, and pages to text by its parser.

use super::html;
use crate::js::decoder;
use crate::text::decode::Decoded;
use crate::text::{Encoding, markup};

/// The text of a file, a page reduced to its lines.
pub(super) fn decode(bytes: &[u8], encoding: Option<Encoding>) -> Decoded {
    let mut decoded = decoder::decode(bytes, encoding);
    if markup::is_page(&decoded.text) {
        decoded.text = html::to_text(&decoded.text).into();
    }
    decoded
}

/// A text as it stands; of a page, its lines.
pub(super) fn reduced(text: String) -> String {
    if markup::is_page(&text) { html::to_text(&text) } else { text }
}
