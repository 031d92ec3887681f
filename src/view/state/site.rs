//! The reports the page has: one, or an index of several.

use std::rc::Rc;

use yew::AttrValue;

use crate::view::report_list::{Entry, Fault};

/// The reports of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// What the index is called, where it has a name.
    pub title: Option<AttrValue>,
    /// The reports of the list, in order.
    pub reports: Rc<Vec<Offer>>,
    /// What of the list could not be used.
    pub faults: Rc<Vec<Fault>>,
    /// Where the index is, for a page that has one report of several.
    pub home: Option<AttrValue>,
    /// Whether sample texts stand beside the page.
    pub samples: bool,
}

/// A report of the index.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What the address calls it.
    pub name: AttrValue,
    /// Where it is read.
    pub link: AttrValue,
    /// What is said of it, so far.
    pub entry: Rc<Entry>,
    /// What there is of the report itself.
    pub known: Known,
}

/// What is known of a report of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// All it takes.
    Told,
    /// The report is asked for what the list does not say.
    Asked,
    /// The report can't be had.
    Missing,
}

/// What happens to the reports of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A list has been read.
    Listed(Vec<Offer>, Vec<Fault>),
    /// The report of this number (from 0) was read, and this is what there is to say of it.
    Learned(usize, Rc<Entry>),
    /// The report of this number (from 0) can't be had.
    Missing(usize),
}

impl Site {
    /// Whether the page has several reports: it then starts with an index.
    pub fn is_index(&self) -> bool {
        self.reports.len() > 1
    }

    pub(super) fn reduce(&mut self, action: Action) {
        match action {
            Action::Listed(reports, faults) => {
                self.reports = Rc::new(reports);
                self.faults = Rc::new(faults);
            }
            Action::Learned(number, entry) => self.change(number, |offer| *offer = Offer { entry, known: Known::Told, ..offer.clone() }),
            Action::Missing(number) => self.change(number, |offer| offer.known = Known::Missing),
        }
    }

    fn change(&mut self, number: usize, change: impl FnOnce(&mut Offer)) {
        if let Some(offer) = Rc::make_mut(&mut self.reports).get_mut(number) {
            change(offer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(name: &'static str) -> Offer {
        Offer { name: name.into(), link: name.into(), entry: Rc::default(), known: Known::Asked }
    }

    #[test]
    fn one_report_is_no_index() {
        let mut site = Site::default();
        for (names, is_index) in [(&["a"][..], false), (&[], false), (&["a", "b"], true)] {
            site.reduce(Action::Listed(names.iter().copied().map(offer).collect(), vec![]));
            assert_eq!(site.is_index(), is_index);
        }
    }

    #[test]
    fn what_is_learned_of_one_is_said_of_that_one() {
        let mut site = Site::default();
        site.reduce(Action::Listed(vec![offer("a"), offer("b"), offer("c")], vec![]));
        let entry = Rc::new(Entry { title: Some("雨".into()), ..Entry::default() });
        site.reduce(Action::Learned(1, Rc::clone(&entry)));
        site.reduce(Action::Missing(2));
        site.reduce(Action::Missing(3));
        assert_eq!(site.reports.iter().map(|offer| offer.known).collect::<Vec<_>>(), [Known::Asked, Known::Told, Known::Missing]);
        assert_eq!((&site.reports[1].entry, &*site.reports[1].name), (&entry, "b"));
    }
}
