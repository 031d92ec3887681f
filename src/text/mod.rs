//! Text: from bytes and pages to spans, lines, characters. Knows nothing of news.

pub mod decode;
mod encoding;
mod excerpt;
mod glyph;
#[cfg(feature = "decode")]
pub mod html;
pub mod markup;
mod pace;
mod reading;
mod row;

pub use encoding::{Encoding, UnknownEncoding};
pub use excerpt::Excerpt;
pub(crate) use glyph::{
    Firsts, HanSet, begins_with, closing, count, ends_with, exceeds, framed_by_ideographs, has_ideograph, is_closing, is_colon, is_digit,
    is_end, is_han, is_han_lead, is_invisible, is_opening, is_separator, is_slash, signs, strip_any, strip_any_end, trimmed,
};
pub use pace::{Pace, Restless};
pub(crate) use pace::{STRETCH, at_once, rest};
pub(crate) use reading::Reading;
pub(crate) use row::{Remains, Row, rows, stretches};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Makes room in a list that is full, for as many as there will be if the rest of a text is as what is read of it. A long list that doubles leaves
/// memory behind that had to be fetched page by page.
pub(crate) fn room<T>(list: &mut Vec<T>, read: usize, whole: usize) {
    const SHORT: usize = 256;
    let len = list.len();
    if len == list.capacity() && len >= SHORT {
        let rest = (len as u64 * whole.saturating_sub(read) as u64 / read.max(1) as u64).saturating_add(len as u64 / 8);
        list.reserve_exact(usize::try_from(rest).unwrap_or(usize::MAX).clamp(len / 2, len * 3));
    }
}

/// `[start, end)` byte offsets into a UTF-8 text; both lie on character boundaries. Serialised as `[start, end]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span `[start, end)`. A start behind the end is a fault of the caller's, which debug builds tell.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Span { start, end }
    }

    /// The piece of `text` it names.
    ///
    /// # Panics
    ///
    /// Where it leads out of the text or through a character: it is of another text.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether `other` lies wholly within.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.start, self.end].serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let [start, end] = <[usize; 2]>::deserialize(deserializer)?;
        if start > end {
            return Err(serde::de::Error::custom(format_args!("a span ends at {end}, before it starts at {start}")));
        }
        Ok(Span { start, end })
    }
}
