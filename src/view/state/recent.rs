//! The texts opened before, which the browser remembers if the reader wishes.

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recent {
    /// Whether the reader wishes it.
    pub on: bool,
    /// The texts, the last opened first.
    pub texts: Vec<Entry>,
}

/// A remembered text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the browser keeps it under.
    pub key: String,
    /// The file's name, the address, or how a pasted text begins.
    pub name: String,
    /// When it was opened last, on the reader's clock: `11-24 08:05`.
    pub when: String,
}
