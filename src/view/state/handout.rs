//! A text the reader asked to have copied, where the browser would not: it waits to be copied by hand.

use yew::AttrValue;

/// What waits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handout {
    /// The text, until the reader is done with it.
    pub text: Option<AttrValue>,
    /// How many there were so far: each is selected when it comes.
    pub count: usize,
}

/// What happens to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A text could not be copied.
    Show(AttrValue),
    /// The reader is done with it.
    Close,
}

impl Handout {
    pub(super) fn reduce(&mut self, action: Action) {
        match action {
            Action::Show(text) => *self = Handout { text: Some(text), count: self.count + 1 },
            Action::Close => self.text = None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_again_is_another() {
        let mut handout = Handout::default();
        handout.reduce(Action::Show("甲".into()));
        let first = handout.clone();
        handout.reduce(Action::Show("甲".into()));
        assert_ne!(handout, first);
        handout.reduce(Action::Close);
        assert_eq!(handout.text, None);
    }
}
