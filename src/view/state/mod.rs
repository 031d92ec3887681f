//! What the page shows, as a value, and how it changes.

pub mod dial;
pub mod display;
pub mod embed;
pub mod handout;
pub mod inspect;
pub mod opening;
pub mod photos;
pub mod quick;
pub mod recent;
pub mod rests;
mod shown;
pub mod site;
pub mod speech;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::{AttrValue, Reducible};

use super::Document;
use super::address::View;
use super::words::Lang;
use dial::{Dial, Turn};
use display::{Choice, Display};
use embed::Embedding;
use handout::Handout;
use inspect::Inspection;
use opening::Coming;
use photos::Photos;
use recent::Recent;
use rests::{List, Rests};
pub use shown::{Growth, Shown};
use site::Site;
use speech::Speech;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// In which language and light the page shows itself.
    pub display: Display,
    /// In which section of the text the reader is, from 1; 0 before the first.
    pub section: usize,
    /// What the page says back to the reader.
    pub speech: Speech,
    /// What waits to be copied by hand.
    pub handout: Handout,
    /// Which line is inspected, and the corrections that can be taken back.
    pub inspection: Inspection,
    /// Whether the browser lets the page ask for what was copied.
    pub can_paste: bool,
    /// The text on the page, once one is here.
    pub document: Option<Document>,
    /// How much of its body is on the page.
    pub shown: Shown,
    /// How much of its long lists is.
    pub rests: Rests,
    /// How many texts have come so far: a control that belongs to one of them is not the next one's.
    pub opened: usize,
    /// The text that is on its way, where that takes long enough to be told.
    pub coming: Option<Coming>,
    /// The texts opened before.
    pub recent: Recent,
    /// The reports the page has. With several and no text on the page, their index is.
    pub site: Site,
    /// Why the last text asked for could not be had. A text that is here stays.
    pub trouble: Option<Trouble>,
    /// Where the timeline stands.
    pub dial: Dial,
    /// Whether the legal notice is open.
    pub notice_open: bool,
    /// Which part of the report fills the page.
    pub view: View,
    /// The pictures of its captions.
    pub photos: Photos,
    /// How the report is to be put into another page, while that is being chosen.
    pub embedding: Option<Embedding>,
    /// In a frame of another page, the query of the address; never anything that was not there when the page began.
    pub frame: Option<AttrValue>,
}

/// Why a text could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The server has no such file, or won't give it: its address and the status.
    Refused(String, u16),
    /// No answer came from this address.
    Unreachable(String),
    /// This is no address that a page can fetch.
    NoAddress(String),
    /// The server at this address has no such text, or won't give it: the status.
    Withheld(String, u16),
    /// This address does not answer, or its server lets no other page have the text.
    Blocked(String),
    /// Nothing more came from this address.
    TooSlow(String),
    /// The text was opened in this tab, which does not have it any more.
    Gone,
    /// The browser won't keep texts.
    NotKept,
    /// There is no room to keep the text of this name.
    NoRoom(String),
    /// The browser could not read the file of this name.
    Unreadable(String),
    /// The file of this name is longer than a browser can hold as a page.
    TooLarge(String),
    /// The file of this name is no text.
    NotText(String),
    /// There is nothing in the file of this name.
    Empty(String),
    /// The JSON file of this name is no report that was exported.
    NoReport(String),
    /// The exported report of this name came without its text.
    NoSource(String),
    /// The page could not be made into one file.
    NotSaved,
    /// The page has no report of this name.
    NotListed(String),
    /// There is no text among what was copied.
    NothingCopied,
    /// The browser won't hand out what was copied.
    ClipboardClosed,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A language or a light was chosen.
    Display(Choice),
    /// The reader has come to this section.
    Section(usize),
    /// The page says something back, or is done saying it.
    Speech(speech::Action),
    /// A text is to be copied by hand, or was.
    Handout(handout::Action),
    /// Something happens to a line.
    Inspect(inspect::Action),
    /// A text has been read.
    Opened(Document),
    /// The same text has been read in another encoding.
    Reread(Document),
    /// A text is on its way.
    Opening(opening::Action),
    /// What is remembered is now this.
    Recent(Recent),
    /// Something is known of the reports the page has.
    Site(site::Action),
    /// The index of the page's reports takes the place of the text.
    Home,
    /// The reader has read what went wrong.
    Dismissed,
    /// The page is ready for more of the body.
    Grown(Growth),
    /// The rest of a long list was unfolded.
    Unfolded(List),
    /// A text could not be had.
    Failed(Trouble),
    /// N moves, or is to.
    Dial(Turn),
    /// The legal notice was opened or closed.
    Notice(bool),
    /// The reader or the address turns to another part of the report.
    View(View),
    /// Something happens to pictures.
    Photos(photos::Action),
    /// Something happens in the dialog that puts the report into other pages.
    Embed(embed::Action),
}

impl State {
    /// The page before its text has come.
    pub fn new(lang: Lang, within: Option<f64>) -> Self {
        State {
            display: Display { found: lang, ..Display::default() },
            section: 0,
            speech: Speech::default(),
            handout: Handout::default(),
            inspection: Inspection::default(),
            can_paste: false,
            document: None,
            shown: Shown::FIRST,
            rests: Rests::default(),
            opened: 0,
            coming: None,
            recent: Recent::default(),
            site: Site::default(),
            trouble: None,
            dial: Dial { within, play: None },
            notice_open: false,
            view: View::Report,
            photos: Photos::default(),
            embedding: None,
            frame: None,
        }
    }

    /// The language of the interface.
    pub fn lang(&self) -> Lang {
        self.display.lang()
    }

    /// Whether the index of the page's reports is on the page, or will be once nothing is waited for.
    pub fn is_home(&self) -> bool {
        self.document.is_none() && self.coming.is_none() && self.trouble.is_none() && self.site.is_index()
    }

    /// The page with no text on it. What belongs to the page and not to a text stays.
    fn without_text(&self) -> State {
        State {
            display: self.display,
            speech: self.speech,
            can_paste: self.can_paste,
            opened: self.opened + 1,
            recent: self.recent.clone(),
            site: self.site.clone(),
            handout: Handout { text: None, ..self.handout.clone() },
            frame: self.frame.clone(),
            ..State::new(self.display.found, None)
        }
    }

    /// Whether nothing more of the text comes to the page by itself.
    pub fn is_whole(&self) -> bool {
        let Some(document) = &self.document else { return true };
        document.is_whole(self.shown.stretches()) && self.rests.steps.is_none_or(|steps| document.has_all_steps(steps.stretches()))
    }

    /// N in hours, on the axis of the text on the page; without a text there is no axis, and no end to N.
    pub fn hours(&self) -> f64 {
        self.document.as_ref().map_or(f64::INFINITY, |document| self.dial.hours(&document.response.scale))
    }
}

/// The state after an action.
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    match action {
        Action::Display(choice) => next.display.reduce(choice),
        Action::Section(section) => next.section = section,
        Action::Speech(action) => next.speech.reduce(action),
        Action::Handout(action) => next.handout.reduce(action),
        Action::Inspect(action) => {
            let change = state.document.as_ref().and_then(|document| next.inspection.reduce(action, document));
            if let Some((document, said)) = change {
                next.photos.follow(&document.report.captions);
                next.document = Some(document);
                next.speech.reduce(speech::Action::Say(said));
            }
        }
        Action::Opened(document) => {
            next = State { document: Some(document), ..state.without_text() };
            match &state.document {
                // What the address asks for belongs to the first text.
                None => (next.dial, next.notice_open, next.view) = (state.dial, state.notice_open, state.view),
                Some(before) if !before.report.corrections.is_empty() => next.speech.reduce(speech::Action::Say(speech::Said::LabelsKept)),
                Some(_) => {}
            }
        }
        Action::Reread(document) => {
            let (document, said) = match &state.document {
                Some(before) => next.inspection.reread(before, document),
                None => (document, None),
            };
            if let Some(said) = said {
                next.speech.reduce(speech::Action::Say(said));
            }
            next.photos.stay(&document.report.captions);
            next.dial.play = None;
            next.document = Some(document);
            next.shown = Shown::FIRST;
            next.rests = Rests::default();
            next.trouble = None;
        }
        Action::Opening(action) => opening::reduce(&mut next.coming, action),
        Action::Recent(recent) => next.recent = recent,
        Action::Site(action) => next.site.reduce(action),
        Action::Home => next = state.without_text(),
        Action::Dismissed => next.trouble = None,
        Action::Grown(growth) => {
            // The body first.
            let whole = state.document.as_ref().is_some_and(|document| document.is_whole(state.shown.stretches()));
            if whole || growth == Growth::Whole {
                next.rests.grow(growth);
            }
            if !whole {
                next.shown = state.shown.after(growth);
            }
        }
        Action::Unfolded(list) => next.rests.unfold(list),
        Action::Failed(trouble) => {
            next.trouble = Some(trouble);
            next.coming = None;
        }
        Action::Dial(turn) => next.dial = dial::reduce(state.dial, state.document.as_ref().map(|document| &document.response.scale), turn),
        Action::Embed(action) => embed::reduce(&mut next.embedding, action, state.view, state.hours()),
        Action::Notice(open) => next.notice_open = open,
        Action::View(view) => {
            if view == View::Report && state.view != view {
                // The body comes anew, and may be long.
                next.shown = Shown::FIRST;
                next.rests = Rests::default();
            }
            next.view = view;
        }
        // It came late: another text is here.
        Action::Photos(photos::Action::Listed { of, .. }) if of != state.opened => {}
        Action::Photos(action) => {
            let captions = state.document.as_ref().map_or(&[][..], |document| &document.report.captions);
            next.photos.reduce(action, captions);
            if !matches!(state.view, View::Report | View::Captions) && next.photos.landed != state.photos.landed {
                // There are no cards there to see them on.
                next.view = View::Captions;
            }
        }
    }
    next
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = reduce(&self, action);
        // The same value back means: nothing to render.
        if next == *self { self } else { Rc::new(next) }
    }
}
