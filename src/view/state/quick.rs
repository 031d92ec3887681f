//! What of the built page comes alive without its text being read anew.

use super::dial::{self, Dial, Turn};
use super::speech::{self, Speech};
use crate::view::Response;

/// The parts of the page that change while it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Quick {
    /// The timeline.
    pub response: Response,
    /// Where it stands.
    pub dial: Dial,
    /// In which section of the text the reader is, from 1; 0 before the first.
    pub section: usize,
    /// What the page says back to the reader.
    pub speech: Speech,
}

/// What can happen to them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// N moves, or is to.
    Dial(Turn),
    /// The reader has come to this section.
    Section(usize),
    /// The page says something back, or is done saying it.
    Speech(speech::Action),
}

impl Quick {
    /// The page as it was built, unless the address asks for N.
    pub fn new(response: Response, within: Option<f64>) -> Self {
        Quick { response, dial: Dial { within, play: None }, section: 0, speech: Speech::default() }
    }

    /// What it is after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Dial(turn) => next.dial = dial::reduce(self.dial, Some(&self.response.scale), turn),
            Action::Section(section) => next.section = section,
            Action::Speech(action) => next.speech.reduce(action),
        }
        next
    }
}
