//! The rests of long lists, of the timeline's steps and of the calendar lane's entries: they stand folded behind the beginning, and
//! come to the page when someone unfolds them or a link leads there.

use super::shown::{Growth, Shown};

/// A list whose rest can be folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The steps of the timeline.
    Steps,
    /// The entries of the calendar lane.
    Days,
}

impl List {
    /// The list that the element of an id stands in.
    pub fn of_id(id: &str) -> Option<Self> {
        let is = |start| id.strip_prefix(start).is_some_and(|number: &str| number.parse::<usize>().is_ok());
        if is("step-") {
            Some(List::Steps)
        } else if is("event-") {
            Some(List::Days)
        } else {
            None
        }
    }
}

/// How much of each rest is on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rests {
    /// In stretches of the timeline; none while it is folded.
    pub steps: Option<Shown>,
    /// That of the calendar lane is there or not.
    pub days: bool,
}

impl Rests {
    /// A list was unfolded.
    pub(super) fn unfold(&mut self, list: List) {
        match list {
            List::Steps => {
                self.steps.get_or_insert(Shown::FIRST);
            }
            List::Days => self.days = true,
        }
    }

    /// The page is ready for more: of what is unfolded a piece, or all there is.
    pub(super) fn grow(&mut self, growth: Growth) {
        match growth {
            Growth::By(_) => self.steps = self.steps.map(|steps| steps.after(growth)),
            Growth::Whole => *self = Rests { steps: Some(Shown::FIRST.after(growth)), days: true },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_its_list() {
        for (id, list) in
            [("step-12", Some(List::Steps)), ("event-3", Some(List::Days)), ("step-", None), ("steps", None), ("s12", None), ("", None)]
        {
            assert_eq!(List::of_id(id), list, "{id}");
        }
    }

    #[test]
    fn what_is_folded_does_not_grow_but_for_paper() {
        let mut rests = Rests::default();
        rests.grow(Growth::By(3));
        assert_eq!(rests, Rests::default());
        rests.unfold(List::Steps);
        rests.grow(Growth::By(3));
        rests.unfold(List::Steps);
        assert_eq!((rests.steps, rests.days), (Some(Shown::FIRST.after(Growth::By(3))), false));
        rests.grow(Growth::Whole);
        assert_eq!((rests.steps, rests.days), (Some(Shown::FIRST.after(Growth::Whole)), true));
    }
}
