//! Where texts are opened: one at a time, the newest wish before all others. The address follows, and is followed.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, File};

use super::address::{self, Place};
use super::recent::{self, Memory, Recalled};
use super::turn::Turns;
use super::{Dispatcher, clipboard, files, photos, site, source, standalone};
use crate::text::Excerpt;
use crate::view::Document;
use crate::view::state::opening::{self, Coming};
use crate::view::state::{Action, Trouble};

/// What takes longer than this (milliseconds) is told.
const TOLD: u32 = 300;

/// So many of the reader's own texts can be come back to.
const OWN: usize = 5;

/// What is to be opened.
#[derive(Clone)]
pub(super) enum Wanted {
    /// What a place stands for.
    At(Place),
    /// A file of the reader's, and pictures that came with it.
    File(File, Vec<File>),
    /// A text that was pasted or dropped.
    Text(Excerpt),
    /// What was copied elsewhere.
    Copied,
    /// A text remembered under a key.
    Remembered(String),
}

/// How the address takes it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// As a step, which the browser's back button takes back.
    New,
    /// It asked for it itself.
    Asked,
}

/// A text that is being opened. Dropped, it is given up.
struct Job {
    over: Rc<Cell<bool>>,
    abort: AbortController,
    _told: Timeout,
}

impl Drop for Job {
    fn drop(&mut self) {
        self.over.set(true);
        self.abort.abort();
    }
}

/// How far a text has come, for the reader who waits for it.
struct Way {
    dispatch: Dispatcher,
    name: String,
    /// The bytes told last, once it takes long enough for that.
    told: Cell<Option<u64>>,
}

impl Way {
    fn tell(&self, got: u64, of: Option<u64>) {
        self.told.set(Some(got));
        self.dispatch.dispatch(Action::Opening(opening::Action::Coming(Coming { name: self.name.clone(), got, of })));
    }

    /// More has come: told a hundred times on the whole way, or every tenth of a megabyte.
    fn come(&self, got: u64, of: Option<u64>) {
        let grain = of.map_or(100_000, |of| of / 100 + 1);
        if self.told.get().is_some_and(|last| got / grain != last / grain) {
            self.tell(got, of);
        }
    }
}

/// The desk.
pub(super) struct Desk {
    dispatch: Dispatcher,
    job: RefCell<Option<Job>>,
    /// What the address says of what is on the page.
    place: RefCell<Place>,
    /// The reader's own texts, under the numbers the history knows them by.
    own: RefCell<Vec<(u32, Document)>>,
    /// Texts whose labels the reader has corrected, where they are come back to.
    corrected: RefCell<Vec<(Place, Document)>>,
}

impl Desk {
    pub(super) fn new(dispatch: Dispatcher) -> Self {
        let place = address::place();
        address::mark(&place);
        Desk { dispatch, job: RefCell::default(), place: RefCell::new(place), own: RefCell::default(), corrected: RefCell::default() }
    }

    /// The text on the page has other labels now: whoever comes back to it finds them.
    pub(super) fn correct(&self, document: &Document) {
        let place = self.place.borrow();
        let mut corrected = self.corrected.borrow_mut();
        corrected.retain(|(of, _)| *of != *place);
        if !document.report.corrections.is_empty() {
            if corrected.len() == OWN {
                corrected.remove(0);
            }
            corrected.push((place.clone(), document.clone()));
        }
    }

    /// The text of a place, with the labels that the reader has set there.
    fn known(&self, place: &Place) -> Option<Document> {
        self.corrected.borrow().iter().find(|(of, _)| of == place).map(|(_, document)| document.clone())
    }

    /// Opens a text; another that is being opened is given up.
    pub(super) fn open(self: &Rc<Self>, wanted: Wanted, step: Step) {
        if matches!(wanted, Wanted::At(Place::Default)) && site::report().is_none() && !standalone::is_one() {
            return self.go_home(step);
        }
        let Ok(abort) = AbortController::new() else { return };
        let over = Rc::new(Cell::new(false));
        let name = match &wanted {
            Wanted::At(Place::Address(name) | Place::Listed(name)) => name.clone(),
            Wanted::File(file, _) => file.name(),
            _ => site::report().unwrap_or_default(),
        };
        let way = Rc::new(Way { dispatch: self.dispatch.clone(), name, told: Cell::new(None) });
        let told = Timeout::new(TOLD, {
            let way = Rc::clone(&way);
            move || way.tell(0, None)
        });
        self.job.replace(Some(Job { over: Rc::clone(&over), abort: abort.clone(), _told: told }));
        let desk = Rc::clone(self);
        spawn_local(async move {
            let text = unless(&over, desk.get(wanted.clone(), &abort, |got, of| way.come(got, of))).await;
            if let Some(text) = text {
                desk.done(&wanted, text, step);
            }
        });
    }

    /// Shows the index of the page's reports.
    fn go_home(&self, step: Step) {
        self.job.take();
        if step == Step::New {
            address::enter(&Place::Default);
            to_top();
        }
        self.place.replace(Place::Default);
        self.dispatch.dispatch(Action::Home);
    }

    /// Gives up what is being opened.
    pub(super) fn cancel(self: &Rc<Self>, has_text: bool) {
        self.job.take();
        self.dispatch.dispatch(Action::Opening(opening::Action::Over));
        if !has_text {
            self.open(Wanted::At(Place::Default), Step::New);
        }
    }

    /// Opens what the address asks for, where that is not on the page.
    pub(super) fn follow(self: &Rc<Self>) {
        if address::is_unmarked() {
            return address::mark(&self.place.borrow());
        }
        let asked = address::place();
        if *self.place.borrow() != asked {
            self.come_to(asked);
        }
    }

    /// Opens what a place stands for.
    pub(super) fn come_to(self: &Rc<Self>, place: Place) {
        if let Some(document) = self.known(&place) {
            self.job.take();
            self.place.replace(place);
            self.dispatch.dispatch(Action::Opened(document));
            return;
        }
        self.open(Wanted::At(place), Step::Asked);
    }

    async fn get(&self, wanted: Wanted, abort: &AbortController, come: impl Fn(u64, Option<u64>)) -> Result<Document, Trouble> {
        let fetched = async |address: String| {
            let source = source::source(&address)?;
            let bytes = source::fetch(&source, abort, come).await?;
            files::read_fetched(bytes, source).await
        };
        let read = async |text: Excerpt| Ok(Document::read_paced(text, &Turns::new()).await);
        match wanted {
            Wanted::At(Place::Default) if standalone::is_one() => standalone::kept().ok_or(Trouble::Gone),
            Wanted::At(Place::Default) => files::fetch(&site::report().unwrap_or_default()).await,
            Wanted::At(Place::Listed(name)) => fetched(site::find(&name)?).await,
            Wanted::At(Place::Address(address)) => fetched(address).await,
            Wanted::At(Place::Own(number)) => {
                let known = self.own.borrow().iter().find(|(known, _)| *known == number).map(|(_, document)| document.clone());
                known.ok_or(Trouble::Gone)
            }
            Wanted::File(file, _) => files::open(file).await,
            Wanted::Text(text) => read(text).await,
            Wanted::Copied => clipboard::read().await,
            Wanted::Remembered(key) => match recent::recall(&key) {
                Some(Recalled::Text(text)) => read(text.into()).await,
                _ => Err(Trouble::Gone),
            },
        }
    }

    /// A text has come, or the reason why not.
    fn done(&self, wanted: &Wanted, text: Result<Document, Trouble>, step: Step) {
        self.job.take();
        let document = match text {
            Ok(document) => document,
            Err(trouble) => {
                if step == Step::Asked {
                    self.place.replace(address::place());
                }
                self.dispatch.dispatch(Action::Failed(trouble));
                to_top();
                return;
            }
        };
        let place = match wanted {
            Wanted::At(Place::Address(address)) => Place::Address(address.trim().to_owned()),
            Wanted::At(place) => place.clone(),
            Wanted::File(..) | Wanted::Text(_) | Wanted::Copied | Wanted::Remembered(_) => self.number(&document),
        };
        if step == Step::New {
            address::enter(&place);
            to_top();
        }
        self.place.replace(place);
        let kept = remember(wanted, &document);
        self.dispatch.dispatch(Action::Opened(document));
        if let Wanted::File(_, pictures) = wanted
            && !pictures.is_empty()
        {
            self.dispatch.dispatch(Action::Photos(photos::bring(pictures.clone(), None)));
        }
        if let Some(kept) = kept {
            self.dispatch.dispatch(Action::Recent(recent::load()));
            if let Err(trouble) = kept {
                self.dispatch.dispatch(Action::Failed(trouble));
            }
        }
    }

    /// A place for a text of the reader's.
    fn number(&self, document: &Document) -> Place {
        let mut own = self.own.borrow_mut();
        // Numbers of former visits stand in the history too.
        let number = own.last().map_or_else(address::next_number, |(last, _)| last.wrapping_add(1));
        if own.len() == OWN {
            own.remove(0);
        }
        own.push((number, document.clone()));
        Place::Own(number)
    }
}

/// Remembers an opened text, where that is wished; the page's own report and what was opened before are not new.
fn remember(wanted: &Wanted, document: &Document) -> Option<Result<(), Trouble>> {
    let headline = || document.report.headline.as_ref().map_or(&*document.source, |headline| &headline.text).trim().to_owned();
    match wanted {
        Wanted::At(Place::Address(address)) => Some(recent::keep(address.trim(), &Memory::Address)),
        Wanted::At(_) => None,
        Wanted::File(file, _) => Some(recent::keep(&file.name(), &Memory::Text(&document.source))),
        Wanted::Text(_) | Wanted::Copied => Some(recent::keep(&headline(), &Memory::Text(&document.source))),
        Wanted::Remembered(key) => {
            let name = key.splitn(4, ':').nth(3).unwrap_or_default();
            Some(recent::keep(name, &Memory::Text(&document.source)))
        }
    }
}

/// Text and trouble stand at the top, wherever the reader was.
fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// The outcome of work that is not given up meanwhile. Given up, it is dropped the next time it would go on.
async fn unless<T>(over: &Cell<bool>, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    std::future::poll_fn(|context| if over.get() { Poll::Ready(None) } else { work.as_mut().poll(context).map(Some) }).await
}
