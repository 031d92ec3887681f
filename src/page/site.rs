//! The reports the page has. Its file says where they are, in the attributes of `#app`; a list beside it may name several.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::utils::document;
use js_sys::Promise;
use web_sys::{HtmlElement, Url};

use super::{Dispatcher, decode, dom, files};
use crate::text::Encoding;
use crate::view::Document;
use crate::view::report_list::{Entry, Listed, ReportList};
use crate::view::state::site::{self, Known, Offer, Site};
use crate::view::state::{Action, Trouble};

/// What the page's file says.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// Where the page's own report is, relative to the page; and its photo list.
    pub report: Option<String>,
    pub photos: Option<String>,
    /// Where the list of its reports is.
    list: Option<String>,
    /// Where their index is, and what it is called.
    home: Option<String>,
    name: Option<String>,
    samples: bool,
}

thread_local! {
    /// Read before the live page takes the place of what has it.
    static TOLD: Told = told_by_page();
    /// The list, once it is read.
    static LIST: RefCell<Vec<Listed>> = const { RefCell::new(Vec::new()) };
}

fn told_by_page() -> Told {
    let Some(data) = dom::by_id::<HtmlElement>("app").map(|app| app.dataset()) else { return Told::default() };
    Told {
        report: data.get("report"),
        photos: data.get("photos"),
        list: data.get("list"),
        home: data.get("home"),
        name: data.get("name"),
        samples: data.get("samples").is_some(),
    }
}

/// What the page's file says.
pub(super) fn told() -> Told {
    TOLD.with(Clone::clone)
}

/// Asks for the list of reports, if the page has one.
pub(super) fn ask() -> Option<Promise> {
    told().list.map(|list| files::ask(&list))
}

/// The reports of the page, once the list has come. Without it the page has its own.
pub(super) async fn site(asked: Option<Promise>) -> Site {
    let Told { list: address, home, name, samples, .. } = told();
    let mut list = ReportList::default();
    if let (Some(asked), Some(address)) = (asked, &address)
        && let Ok(bytes) = files::answer(asked, address).await
    {
        list = ReportList::read(&decode::decode(&bytes, Some(Encoding::Utf8)).text);
    }
    let offers = list.reports.iter().map(offer).collect();
    LIST.with(|known| known.replace(list.reports));
    Site { title: name.map(Into::into), reports: Rc::new(offers), faults: Rc::new(list.faults), home: home.map(Into::into), samples }
}

fn offer(listed: &Listed) -> Offer {
    let link = match &listed.entry.page {
        Some(page) => relative(page),
        None => format!("?report={}", String::from(js_sys::encode_uri_component(&listed.name)).replace("%2F", "/")),
    };
    let known = if listed.entry.is_told() { Known::Told } else { Known::Asked };
    Offer { name: listed.name.clone().into(), link: link.into(), entry: Rc::new(listed.entry.clone()), known }
}

/// An address that is relative to the list, relative to the page.
fn relative(address: &str) -> String {
    let here = document().base_uri().ok().flatten().unwrap_or_default();
    let list = Url::new_with_base(&told().list.unwrap_or_default(), &here);
    let url = list.and_then(|list| Url::new_with_base(address, &list.href())).map(|url| url.href());
    url.unwrap_or_else(|_| address.to_owned())
}

/// The one report of a page whose list has no other.
fn only() -> Option<Entry> {
    LIST.with_borrow(|list| if let [only] = &list[..] { Some(only.entry.clone()) } else { None })
}

/// Where the page's own report is, unless it has several: what the list names, where it names one, comes before what the page was built with.
pub(super) fn report() -> Option<String> {
    if LIST.with_borrow(Vec::len) > 1 {
        return None;
    }
    let built = told().report;
    // The list of a page that was built with its report names that report; as long as it does, nothing was changed.
    let named = only().map(|entry| relative(&entry.file));
    match (built, named) {
        (Some(built), Some(named)) if absolute(&built) == named => Some(built),
        (built, named) => named.or(built),
    }
}

fn absolute(address: &str) -> String {
    let here = document().base_uri().ok().flatten().unwrap_or_default();
    Url::new_with_base(address, &here).map_or_else(|_| address.to_owned(), |url| url.href())
}

/// Where the photo list of the page's own report is.
pub(super) fn photos() -> Option<String> {
    let told = told();
    if report() == told.report { told.photos } else { only()?.photos.map(|photos| relative(&photos)) }
}

/// Where the photo list of a report is that stands in the list.
pub(super) fn photos_of(url: &str) -> Option<String> {
    LIST.with_borrow(|list| {
        let listed = list.iter().find(|listed| relative(&listed.entry.file) == url)?;
        listed.entry.photos.as_ref().map(|photos| relative(photos))
    })
}

/// The address of the report of this name.
pub(super) fn find(name: &str) -> Result<String, Trouble> {
    let found = LIST.with_borrow(|list| list.iter().find(|listed| listed.name == name).map(|listed| relative(&listed.entry.file)));
    found.ok_or_else(|| Trouble::NotListed(name.to_owned()))
}

/// Reads the reports of which the list does not say enough, one after the other, until `over`.
pub(super) async fn learn(offers: Rc<Vec<Offer>>, dispatch: Dispatcher, over: Rc<Cell<bool>>) {
    for (number, offer) in offers.iter().enumerate().filter(|(_, offer)| offer.known == Known::Asked) {
        let read: Result<Document, Trouble> = files::fetch(&relative(&offer.entry.file)).await;
        if over.get() {
            return;
        }
        dispatch.dispatch(Action::Site(match read {
            Ok(document) => {
                let mut entry = (*offer.entry).clone();
                entry.learn(&document.report);
                site::Action::Learned(number, Rc::new(entry))
            }
            Err(_) => site::Action::Missing(number),
        }));
    }
}
