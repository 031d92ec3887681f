//! The pictures that belong to the captions of the text on the page.
//!
//! A picture comes from the list beside the report or from the reader, whose own stands before the list's. Those of the list belong
//! to captions by number, as its writer counts them; the reader's own to the stretch of text that the caption was when they put
//! them there. A label that is corrected makes captions and unmakes them: a picture stays with its own, and comes back with it.

use std::any::Any;
use std::rc::Rc;

use yew::AttrValue;

use crate::report::Caption;
use crate::text::Span;
use crate::view::photo_list::Fault;

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Where the browser gets it.
    pub address: AttrValue,
    /// What its file is called, for messages.
    pub name: AttrValue,
    /// What is seen, where someone has said it.
    pub alt: Option<AttrValue>,
    /// Width and height in pixels, where known.
    pub size: Option<(u32, u32)>,
    /// What keeps the address alive, where it is one for a while.
    pub hold: Hold,
}

/// Keeps an address alive until the last photo with it is gone; how, those know who made the address.
#[derive(Clone, Debug, Default)]
pub struct Hold(Option<Rc<dyn Any>>);

impl Hold {
    /// A hold that ends when `it` is dropped.
    pub fn of(it: impl Any) -> Self {
        Hold(Some(Rc::new(it)))
    }

    /// What is held, where it is of this type.
    pub fn get<T: 'static>(&self) -> Option<&T> {
        self.0.as_ref()?.downcast_ref()
    }
}

impl PartialEq for Hold {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(this), Some(that)) => Rc::ptr_eq(this, that),
            (this, that) => this.is_none() && that.is_none(),
        }
    }
}

impl Eq for Hold {}

/// Pictures by the numbers of their captions.
type Numbered = Rc<Vec<(usize, Photo)>>;

/// A picture of the reader's.
#[derive(Clone, Debug, PartialEq)]
struct Own {
    /// The caption's number, as long as the stretch is one.
    number: Option<usize>,
    /// Where the caption stood when the picture came to it.
    span: Span,
    photo: Photo,
}

/// Every picture of the page, and what is the matter with some.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Photos {
    listed: Numbered,
    own: Rc<Vec<Own>>,
    /// Addresses from which nothing came that can be shown.
    broken: Rc<Vec<AttrValue>>,
    /// What of the list could not be used.
    pub faults: Rc<Vec<Fault>>,
    /// What of the reader's last files could not be used.
    pub refused: Option<Refused>,
    /// The card that a file is being dragged over.
    pub over: Option<usize>,
    /// The card that got the first of the pictures for which none was named, until something else happens.
    pub landed: Option<usize>,
}

/// Files of the reader's that are on no card.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The card they were meant for.
    pub at: Option<usize>,
    /// Why.
    pub reasons: Rc<Vec<Reason>>,
}

/// Why a file of the reader's is on no card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file of this name is no picture.
    NotImage(String),
    /// The file of this name is larger than the page takes.
    TooLarge(String),
    /// There is no empty card left for the file of this name.
    NoRoom(String),
}

/// What happens to pictures.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The list beside the report has been read.
    Listed {
        /// The report, as the how many-th text that was opened.
        of: usize,
        /// The pictures by their captions' numbers.
        photos: Vec<(usize, Photo)>,
        /// What of it could not be used.
        faults: Vec<Fault>,
    },
    /// The reader brought files: those that are pictures, in order, and those that are not.
    Brought {
        /// The card the first is for; without one all are for the empty cards from the top.
        at: Option<usize>,
        /// The pictures.
        photos: Vec<Photo>,
        /// The others.
        reasons: Vec<Reason>,
    },
    /// The reader takes their picture off a card.
    Removed(usize),
    /// Nothing that can be shown came from this address.
    Broken(AttrValue),
    /// A file is dragged over this card, or over none.
    Over(Option<usize>),
}

impl Photos {
    /// The picture of a caption, the reader's before the list's.
    pub fn of(&self, number: usize) -> Option<&Photo> {
        self.own(number).or_else(|| self.listed.iter().find(|(of, _)| *of == number).map(|(_, photo)| photo))
    }

    /// Whether the picture of a caption is the reader's.
    pub fn is_own(&self, number: usize) -> bool {
        self.own(number).is_some()
    }

    fn own(&self, number: usize) -> Option<&Photo> {
        self.own.iter().find(|own| own.number == Some(number)).map(|own| &own.photo)
    }

    /// Whether nothing that can be shown came from an address.
    pub fn is_broken(&self, address: &AttrValue) -> bool {
        self.broken.contains(address)
    }

    /// The numbers in the list that are none of a report with so many captions.
    pub fn unknown(&self, captions: usize) -> impl Iterator<Item = usize> {
        self.listed.iter().map(|(number, _)| *number).filter(move |number| *number > captions)
    }

    /// What an action does, on a page with these captions.
    pub(super) fn reduce(&mut self, action: Action, captions: &[Caption]) {
        match action {
            Action::Listed { photos, faults, .. } => {
                self.listed = Rc::new(photos);
                self.faults = Rc::new(faults);
            }
            Action::Brought { at, photos, reasons } => self.bring(at, photos, reasons, captions),
            Action::Removed(number) => {
                Rc::make_mut(&mut self.own).retain(|own| own.number != Some(number));
                self.refused = None;
                self.landed = None;
            }
            Action::Broken(address) if !self.is_broken(&address) => Rc::make_mut(&mut self.broken).push(address),
            Action::Broken(_) => {}
            Action::Over(card) => self.over = card,
        }
    }

    /// The same text has other captions now: the reader's pictures go where theirs are. Where two have become one, it has the
    /// picture of the first.
    pub(super) fn follow(&mut self, captions: &[Caption]) {
        if self.own.is_empty() {
            return;
        }
        let own = Rc::make_mut(&mut self.own);
        own.sort_by_key(|own| own.span.start);
        let mut taken = 0;
        for Own { number, span, .. } in own {
            let at = captions.partition_point(|caption| caption.span.end <= span.start);
            let is_its = captions.get(at).is_some_and(|caption| caption.span.start < span.end) && taken <= at;
            *number = is_its.then_some(at + 1);
            taken = number.unwrap_or(taken);
        }
    }

    /// The text was decoded anew, and its stretches are others: the pictures keep their numbers.
    pub(super) fn stay(&mut self, captions: &[Caption]) {
        for own in Rc::make_mut(&mut self.own) {
            if let Some(caption) = own.number.and_then(|number| captions.get(number - 1)) {
                own.span = caption.span;
            }
        }
    }

    fn bring(&mut self, at: Option<usize>, photos: Vec<Photo>, mut reasons: Vec<Reason>, captions: &[Caption]) {
        let first = at.unwrap_or(1);
        let is_empty = |number: &usize| self.of(*number).is_none_or(|photo| self.is_broken(&photo.address));
        let empty = (first..=captions.len()).filter(|number| Some(*number) == at || is_empty(number));
        let cards: Vec<usize> = empty.take(photos.len()).collect();
        let own = Rc::make_mut(&mut self.own);
        let mut cards = cards.into_iter();
        let mut landed = None;
        for photo in photos {
            let Some(number) = cards.next() else {
                reasons.push(Reason::NoRoom(photo.name.to_string()));
                continue;
            };
            landed = landed.or(Some(number));
            own.retain(|own| own.number != Some(number));
            own.push(Own { number: Some(number), span: captions[number - 1].span, photo });
        }
        self.landed = if at.is_none() { landed } else { None };
        self.refused = (!reasons.is_empty()).then(|| Refused { at: at.or(landed), reasons: Rc::new(reasons) });
        self.over = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAPTIONS: usize = 4;

    fn caption(span: Span) -> Caption {
        Caption { text: String::new().into(), credit: None, line: 0, span, credit_span: None }
    }

    /// Captions of ten bytes each, with as many between them.
    fn captions(count: usize) -> Vec<Caption> {
        (0..count).map(|number| caption(Span::new(number * 20, number * 20 + 10))).collect()
    }

    fn photo(name: &'static str) -> Photo {
        Photo { address: format!("blob:{name}").into(), name: name.into(), alt: None, size: None, hold: Hold::default() }
    }

    fn brought(at: Option<usize>, names: &[&'static str]) -> Action {
        Action::Brought { at, photos: names.iter().copied().map(photo).collect(), reasons: vec![] }
    }

    fn after(actions: impl IntoIterator<Item = Action>) -> Photos {
        let mut photos = Photos::default();
        for action in actions {
            photos.reduce(action, &captions(CAPTIONS));
        }
        photos
    }

    /// The cards in order: `a-b-` has pictures on the first and the third.
    fn draw(photos: &Photos) -> String {
        (1..=CAPTIONS).map(|number| photos.of(number).map_or("-", |photo| &photo.name)).collect()
    }

    fn listed(numbers: &[usize]) -> Action {
        Action::Listed { of: 1, photos: numbers.iter().map(|number| (*number, photo("l"))).collect(), faults: vec![] }
    }

    #[test]
    fn files_go_to_the_empty_cards_in_order() {
        for (actions, drawn) in [
            (vec![brought(None, &["a", "b"])], "ab--"),
            (vec![brought(Some(3), &["a"])], "--a-"),
            (vec![brought(Some(3), &["a"]), brought(None, &["b", "c", "d"])], "bcad"),
            // The card they are dropped on takes the first, whatever it has; full ones behind it are passed over.
            (vec![brought(Some(2), &["a"]), brought(Some(1), &["b", "c"])], "bac-"),
            (vec![brought(Some(2), &["a"]), brought(Some(2), &["b"])], "-b--"),
            (vec![listed(&[1, 2]), brought(None, &["a"])], "lla-"),
            (vec![listed(&[1, 2]), brought(Some(1), &["a"])], "al--"),
            (vec![brought(Some(9), &["a"])], "----"),
        ] {
            let photos = after(actions.clone());
            assert_eq!(draw(&photos), drawn, "{actions:?}");
        }
    }

    #[test]
    fn a_broken_picture_s_card_counts_as_empty() {
        let photos = after([listed(&[1]), Action::Broken("blob:l".into()), Action::Broken("blob:l".into()), brought(None, &["a"])]);
        assert_eq!(draw(&photos), "a---");
        assert!(!photos.is_broken(&photos.of(1).unwrap().address));
    }

    #[test]
    fn what_is_removed_gives_way_to_the_list_again() {
        let photos = after([listed(&[1]), brought(Some(1), &["a"])]);
        assert!(photos.is_own(1));
        let photos = after([listed(&[1]), brought(Some(1), &["a"]), Action::Removed(1), Action::Removed(3)]);
        assert!(!photos.is_own(1));
        assert_eq!(draw(&photos), "l---");
    }

    #[test]
    fn what_is_on_no_card_is_held_by_nobody() {
        let it = Rc::new(());
        let held = |name| Photo { hold: Hold::of(Rc::clone(&it)), ..photo(name) };
        let mut photos = Photos::default();
        let mut after = |action| {
            photos.reduce(action, &captions(CAPTIONS));
            Rc::strong_count(&it) - 1
        };
        assert_eq!(after(Action::Brought { at: Some(3), photos: vec![held("a"), held("b"), held("c")], reasons: vec![] }), 2);
        assert_eq!(after(Action::Brought { at: Some(3), photos: vec![held("d")], reasons: vec![] }), 2);
        assert_eq!(after(Action::Removed(4)), 1);
        assert_eq!(after(Action::Removed(3)), 0);
    }

    #[test]
    fn what_has_no_card_is_told() {
        let reasons = |photos: &Photos| photos.refused.clone().map(|refused| (refused.at, refused.reasons.to_vec()));
        let full = after([brought(None, &["a", "b", "c", "d", "e"])]);
        assert_eq!((draw(&full).as_str(), full.landed), ("abcd", Some(1)));
        assert_eq!(reasons(&full), Some((Some(1), vec![Reason::NoRoom("e".into())])));

        let text = Action::Brought { at: Some(2), photos: vec![photo("a")], reasons: vec![Reason::NotImage("b.txt".into())] };
        let mixed = after([text]);
        assert_eq!((draw(&mixed).as_str(), mixed.landed), ("-a--", None));
        assert_eq!(reasons(&mixed), Some((Some(2), vec![Reason::NotImage("b.txt".into())])));

        let mut none = Photos::default();
        none.reduce(brought(None, &["a"]), &[]);
        assert_eq!(reasons(&none), Some((None, vec![Reason::NoRoom("a".into())])));
        // The next time all went well.
        none.reduce(brought(None, &["a"]), &captions(1));
        assert_eq!(reasons(&none), None);
    }

    #[test]
    fn the_reader_s_pictures_stay_with_their_captions() {
        let photos = after([listed(&[4]), brought(Some(1), &["a"]), brought(Some(3), &["b"])]);
        let all = captions(CAPTIONS);
        let but = |gone: usize| all.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, caption)| caption.clone()).collect();
        let (mut above, mut joined) = (all.clone(), all.clone());
        above.insert(1, caption(Span::new(12, 18)));
        joined.splice(0..3, [caption(Span::new(0, 50))]);
        for (captions, drawn) in [
            (all.clone(), "a-bl"),
            (but(0), "-b-l"),
            (but(1), "ab-l"),
            (but(2), "a--l"),
            (above, "a--b"),
            (joined, "a--l"),
            (vec![], "---l"),
        ] {
            let mut photos = photos.clone();
            photos.follow(&captions);
            assert_eq!(draw(&photos), drawn, "{captions:?}");
            photos.follow(&all);
            assert_eq!(draw(&photos), "a-bl", "and back");
        }
    }

    #[test]
    fn in_another_encoding_they_keep_their_numbers() {
        let mut photos = after([brought(Some(2), &["a"])]);
        let other: Vec<Caption> = (0..3).map(|number| caption(Span::new(number * 30, number * 30 + 15))).collect();
        photos.stay(&other);
        assert_eq!(draw(&photos), "-a--");
        photos.follow(&other[1..]);
        assert_eq!(draw(&photos), "a---");
    }

    #[test]
    fn numbers_that_are_no_caption_s_are_known_once_the_captions_are() {
        let photos = after([listed(&[1, 4, 5, 900])]);
        assert_eq!(photos.unknown(CAPTIONS).collect::<Vec<_>>(), [5, 900]);
        assert_eq!(photos.unknown(900).count(), 0);
    }

    #[test]
    fn a_card_is_under_a_file_until_it_is_dropped() {
        assert_eq!(after([Action::Over(Some(2))]).over, Some(2));
        assert_eq!(after([Action::Over(Some(2)), brought(Some(2), &["a"])]).over, None);
    }
}
