//! Yew components: values in, callbacks out.
//!
//! Everything renders natively too. Events go out as they come: what they carry is read by those who know the browser.

mod anchor;
mod article;
mod calendar;
mod caption;
mod contents;
mod dates;
mod dial;
mod document;
mod embed;
mod folio;
mod head;
mod index;
mod inspect;
mod menu;
mod messages;
mod notice;
mod outline;
mod prose;
mod reader;
mod response;
mod setting;
mod steps;
mod timeline;

pub mod address;
#[cfg(feature = "ssr")]
pub mod leaf;
pub mod photo_list;
pub mod report_list;
pub mod state;
pub mod terms;
pub mod words;

pub use caption::PhotoEvents;
pub use document::{Document, Origin, Reading, Source, Whose};
pub use inspect::InspectEvents;
pub use reader::{EmbedEvents, Events, Reader, ReaderProps};
pub use response::{Answers, Response};
pub use timeline::DialEvents;

// Parts that the page takes one by one.
#[cfg(feature = "page")]
pub(crate) use {contents::contents, dial::thousandths, messages::speech, timeline::ResponseTimeline};

use words::Lang;
use yew::html::IntoPropValue;
use yew::prelude::*;
use yew::virtual_dom::VText;

use crate::text::Excerpt;

/// A piece of the report is shown as its text.
impl IntoPropValue<Html> for &Excerpt {
    fn into_prop_value(self) -> Html {
        VText::new(self.as_str().to_owned()).into()
    }
}

/// What most parts of the page are made from.
#[derive(Clone, PartialEq, Properties)]
struct PartProps {
    /// The text and what it says.
    pub document: Document,
    /// The language of the interface.
    pub lang: Lang,
}
