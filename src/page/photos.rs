//! Pictures: the list beside the report, and files of the reader's with the addresses under which the page holds them.

use gloo::utils::document;
use js_sys::Promise;
use web_sys::{DataTransfer, Element, Event, File, FileList, Url};
use yew::AttrValue;

use super::{address, decode, dom, files, site};
use crate::view::photo_list::{Fault, Listed, PhotoList, beside};
use crate::view::state::Trouble;
use crate::view::state::photos::{Action, Hold, Photo, Reason};
use crate::view::{Document, Origin};

/// The largest picture that is taken, in bytes. A browser holds a picture by its file and decodes it where it is seen.
const LARGEST: f64 = 32.0 * 1024.0 * 1024.0;

/// Asks for the photo list of a report: of the one at an address, or of the page's own where there is none.
///
/// `?photos` asks for the list beside the report, `?photos=ADDRESS` for another. Without it the list is asked for that the page's file or
/// the list of its reports names. Nothing else is guessed at: a list that isn't there is an error in a reader's console.
pub(super) fn ask(report: Option<&str>) -> Option<Asked> {
    let wanted = address::parameter("photos");
    let address = match &wanted {
        Some(address) if !address.trim().is_empty() => address.clone(),
        Some(_) => report.map(beside).or_else(|| site::report().as_deref().map(beside))?,
        None => report.map_or_else(site::photos, site::photos_of)?,
    };
    // The built page's own list may be taken away; one that somebody wrote down may not.
    let wanted = wanted.is_some() || report.is_some();
    Some(Asked { answer: files::ask(&address), address, wanted })
}

/// Asks for the list of a text on the page; what is only here has none.
pub(super) fn ask_for(read: &Document) -> Option<Asked> {
    if read.is_only_here() {
        return None;
    }
    let source = read.origin.as_ref().and_then(Origin::source);
    ask(source.map(|source| source.url.as_str()))
}

/// A photo list on its way.
#[derive(Clone)]
pub(super) struct Asked {
    answer: Promise,
    address: String,
    /// Whether someone has asked for it: its absence is then worth a word.
    wanted: bool,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.address == other.address
    }
}

impl Asked {
    /// The list, once it has come, for the text that was opened as the `of`-th.
    pub(super) async fn read(self, of: usize) -> Action {
        let list = match files::answer(self.answer, &self.address).await {
            Ok(bytes) => PhotoList::read(&decode::decode(&bytes, None).text),
            Err(Trouble::Refused(..)) if !self.wanted => PhotoList::default(),
            Err(_) => PhotoList::fault(Fault::Missing(self.address.clone())),
        };
        let mut faults = list.faults;
        let here = document().base_uri().ok().flatten().unwrap_or_default();
        let base = Url::new_with_base(&self.address, &here).map(|url| url.href()).unwrap_or(here);
        let photos = list.photos.into_iter().filter_map(|Listed { number, file, alt, size }| {
            let Ok(url) = Url::new_with_base(&file, &base) else {
                faults.push(Fault::Address(number, file));
                return None;
            };
            let name = file.into();
            Some((number, Photo { address: url.href().into(), name, alt: alt.map(AttrValue::from), size, hold: Hold::default() }))
        });
        let photos = photos.collect();
        Action::Listed { of, photos, faults }
    }
}

/// Whether a file is a picture, as far as the browser can tell from its name. Whether it can be shown is seen when it is shown.
pub(super) fn is_picture(file: &File) -> bool {
    file.type_().starts_with("image/")
}

/// Every file of a list.
pub(super) fn each(files: Option<FileList>) -> Vec<File> {
    files.map(|files| (0..files.length()).filter_map(|index| files.get(index)).collect()).unwrap_or_default()
}

/// The number of the card that something happens on.
pub(super) fn card(event: &Event) -> Option<usize> {
    number(&dom::around(event, "figure.caption")?)
}

/// The number of a card.
pub(super) fn number(card: &Element) -> Option<usize> {
    card.id().strip_prefix("fig")?.parse().ok()
}

/// Whether files are being dragged. Which they are, the browser tells only when they are dropped.
pub(super) fn is_of_files(data: &DataTransfer) -> bool {
    data.types().includes(&"Files".into(), 0)
}

/// The id of a card, in each view.
pub(super) fn card_id(number: usize) -> String {
    format!("fig{number}")
}

/// Leaves the focus on a card whose button is gone.
pub(super) fn focus(number: usize) -> Option<()> {
    dom::focus(&format!("#photo-{number}"))
}

/// An address under which the page holds a file, until it is dropped.
struct Held {
    address: String,
    file: File,
}

impl Drop for Held {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.address);
    }
}

/// The file of a photo, where it is the reader's.
pub(super) fn file(photo: &Photo) -> Option<File> {
    photo.hold.get::<Held>().map(|held| held.file.clone())
}

/// Takes files for cards: pictures get an address, the others a reason.
pub(super) fn bring(files: Vec<File>, at: Option<usize>) -> Action {
    let (mut photos, mut reasons) = (Vec::new(), Vec::new());
    for file in files {
        let name = file.name();
        if !is_picture(&file) {
            reasons.push(Reason::NotImage(name));
        } else if file.size() > LARGEST {
            reasons.push(Reason::TooLarge(name));
        } else if let Ok(address) = Url::create_object_url_with_blob(&file) {
            let hold = Hold::of(Held { address: address.clone(), file });
            photos.push(Photo { address: address.into(), name: name.into(), alt: None, size: None, hold });
        }
    }
    Action::Brought { at, photos, reasons }
}
