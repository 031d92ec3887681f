//! How much of a long body is on the page.

/// In stretches of the body. A short body is there at once; of a long one the beginning, then the rest piece by piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub struct Shown(usize);

/// How the page grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growth {
    /// By so many stretches.
    By(usize),
    /// To its end, at once: what prints a page prints what is on it.
    Whole,
}

impl Shown {
    /// What a text begins with: more than a screen holds.
    pub const FIRST: Shown = Shown(2);

    /// How many stretches.
    pub fn stretches(self) -> usize {
        self.0
    }

    /// Whether a body of so many stretches needs more than one look at the page.
    pub(in crate::view) fn is_long(stretches: usize) -> bool {
        stretches > Self::FIRST.0
    }

    pub(super) fn after(self, growth: Growth) -> Self {
        match growth {
            Growth::By(more) => Shown(self.0.saturating_add(more)),
            Growth::Whole => Shown(usize::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_grows() {
        let three = Shown::FIRST.after(Growth::By(1));
        assert_eq!(three.stretches(), Shown::FIRST.stretches() + 1);
        let whole = three.after(Growth::Whole);
        assert_eq!((whole, whole.after(Growth::By(1))), (Shown(usize::MAX), whole));
    }
}
