//! What the page says back when something was done, in one sentence that goes away by itself.

use crate::report::Label;

/// A sentence. Its words stand in [`words`](crate::view::words).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Of several things that were dropped, one text was opened.
    OneOfSeveral,
    /// The link to a place was followed, to be copied.
    Link(Link),
    /// The page was saved as one file.
    PageSaved,
    /// The page was saved as one file, without so many of its photos.
    PhotosLost(usize),
    /// A citation was copied.
    CitationCopied,
    /// A stretch that begins on this line has this label now, and so many other lines are labelled anew.
    Labelled {
        /// From 1.
        line: usize,
        /// As the reader said.
        label: Label,
        /// Blocks.
        others: usize,
    },
    /// A stretch that begins on this line has the parser's own label again, and so many other lines are labelled anew.
    Restored {
        /// From 1.
        line: usize,
        /// As the parser takes it.
        label: Label,
        /// Blocks.
        others: usize,
    },
    /// The labels that the reader set in the text before are kept with it.
    LabelsKept,
    /// The labels that the reader set wait for the encoding they were set in.
    LabelsWait,
    /// A change was taken back; so many lines are labelled anew.
    Undone {
        /// Blocks.
        lines: usize,
    },
    /// A change was made again; so many lines are labelled anew.
    Redone {
        /// Blocks.
        lines: usize,
    },
}

/// What became of a link that was followed to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// It was copied.
    Copied,
    /// There is a link, but the text it leads to is the reader's own: nobody else has it.
    Here,
    /// The browser would not let it be copied; the address bar has it.
    InAddress,
}

/// What is being said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// The sentence, until it is over.
    pub now: Option<Said>,
    /// How many there were so far: the same one said again is said anew.
    pub count: usize,
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A sentence begins, over any other.
    Say(Said),
    /// It has stood long enough.
    Hush,
}

impl Speech {
    pub(super) fn reduce(&mut self, action: Action) {
        match action {
            Action::Say(said) => *self = Speech { now: Some(said), count: self.count + 1 },
            Action::Hush => self.now = None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_sentence_again_is_another() {
        let mut speech = Speech::default();
        speech.reduce(Action::Say(Said::Link(Link::Copied)));
        let first = speech;
        speech.reduce(Action::Say(Said::Link(Link::Copied)));
        assert_eq!(speech.now, first.now);
        assert_ne!(speech, first);
        speech.reduce(Action::Hush);
        assert_eq!(speech.now, None);
    }
}
