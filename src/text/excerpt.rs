//! Excerpts: many pieces of one text, held by one copy of it.

use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::Span;

/// A piece of a text. It reads as a `&str`; the text behind it is shared by all its pieces and stays as long as any of them. A report says
/// most of its text twice and more (in a block, a clause, a step), so that a copy for each would cost more than the reading.
#[derive(Clone, Default)]
pub struct Excerpt {
    text: Arc<String>,
    span: Span,
}

impl Excerpt {
    /// The piece at `span` of this piece.
    ///
    /// # Panics
    ///
    /// Where the span leads out of it or through a character.
    #[must_use]
    pub fn piece(&self, span: Span) -> Excerpt {
        let start = self.span.start + span.start;
        assert!(self.get(span.start..span.end).is_some(), "{span:?} is no piece of {} bytes", self.len());
        Excerpt { text: Arc::clone(&self.text), span: Span::new(start, start + span.len()) }
    }

    /// What it says.
    pub fn as_str(&self) -> &str {
        // `piece` has seen to it that there is something.
        self.text.get(self.span.start..self.span.end).unwrap_or_default()
    }
}

impl Deref for Excerpt {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Excerpt {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Excerpt {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<String> for Excerpt {
    fn from(text: String) -> Self {
        let span = Span::new(0, text.len());
        Excerpt { text: Arc::new(text), span }
    }
}

impl From<&str> for Excerpt {
    fn from(text: &str) -> Self {
        Excerpt::from(text.to_owned())
    }
}

impl From<&String> for Excerpt {
    fn from(text: &String) -> Self {
        Excerpt::from(text.as_str())
    }
}

impl From<&Excerpt> for Excerpt {
    fn from(text: &Excerpt) -> Self {
        text.clone()
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for Excerpt {
    fn eq(&self, other: &Self) -> bool {
        // Two names of one piece need no look at it, however long it is.
        (Arc::ptr_eq(&self.text, &other.text) && self.span == other.span) || self.as_str() == other.as_str()
    }
}

impl Eq for Excerpt {}

impl PartialEq<str> for Excerpt {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Excerpt {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<Excerpt> for &str {
    fn eq(&self, other: &Excerpt) -> bool {
        *self == other.as_str()
    }
}

impl Hash for Excerpt {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Serialize for Excerpt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_pieces_are_of_the_same_text() {
        let whole = Excerpt::from("雨停了。渡口又开了。");
        let part = whole.piece(Span::new(12, 30));
        assert_eq!(part, "渡口又开了。");
        assert_eq!(part.piece(Span::new(6, 9)), "又");
        assert!(Arc::ptr_eq(&whole.text, &part.text));
        assert_eq!(format!("{part:?} {part:>8}"), "\"渡口又开了。\"   渡口又开了。");
        assert_eq!(Excerpt::default(), "");
    }
}
