//! A text and what it says, as one value that is cheap to hand on.

use std::ops::Deref;
use std::rc::Rc;

use yew::AttrValue;

use super::Response;
use super::outline::{Stretch, headings};
use super::prose::Marks;
use super::state::Shown;
use super::timeline;
use crate::report::{Correction, Note, Report};
use crate::response::calendar::{Event, calendar};
use crate::response::state::at;
use crate::text::decode::Decoded;
use crate::text::{Encoding, Excerpt, Pace, Restless, at_once, rest};

/// A text that was read. Clones share it, and two are equal when they are the same reading: comparing properties
/// costs a pointer, however long the report.
#[derive(Clone, Debug)]
pub struct Document(Rc<Reading>);

/// The parts of a [`Document`].
#[derive(Debug)]
pub struct Reading {
    /// The decoded text: what the report's spans point into.
    pub source: Excerpt,
    /// What it says.
    pub report: Report,
    /// Its headings in order.
    pub headings: Rc<[AttrValue]>,
    /// Its response timeline.
    pub response: Response,
    /// What it dates, in order.
    pub calendar: Vec<Event>,
    /// The file it was decoded from; a pasted text has none.
    pub origin: Option<Origin>,
    /// The note on what did not decode.
    doubt: Option<Note>,
    /// The body in the stretches it comes to the page in.
    pub(super) stretches: Vec<Stretch>,
    /// How many stretches the timeline's rest has.
    steps: usize,
    /// What the timeline took from the body.
    pub(super) marks: Marks,
}

/// Where a text was fetched from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The address as it was asked for, perhaps relative to the page.
    pub address: String,
    /// The whole address.
    pub url: String,
    /// Whose it is, where it is not the page's own server: `example.org`.
    pub host: Option<String>,
}

/// Who brought a text to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// It is the page's own report.
    Page,
    /// The reader brought it: it is to be had nowhere else.
    Reader,
    /// It was fetched from here, for the reader or the page's address asked for it.
    Fetched(Source),
}

/// The file a text was decoded from, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Its bytes: the text can be decoded anew.
    pub bytes: Rc<[u8]>,
    /// Who brought it.
    pub whose: Whose,
    /// The encoding that was found.
    pub found: Encoding,
    /// Whether nothing vouches for what was found.
    pub guessed: bool,
    /// The encoding the text was decoded from: the one found or the reader's choice.
    pub encoding: Encoding,
    /// In how many places the bytes were no character of it.
    pub malformed: usize,
}

impl Origin {
    /// Whether the encoding is worth showing: what the page brought and nothing speaks against needs no word.
    pub fn is_told(&self) -> bool {
        let foreign = match &self.whose {
            Whose::Page => false,
            Whose::Reader => true,
            Whose::Fetched(source) => source.host.is_some(),
        };
        foreign || self.guessed || self.malformed > 0 || self.encoding != self.found
    }

    /// Where it was fetched from, if it was asked for.
    pub fn source(&self) -> Option<&Source> {
        if let Whose::Fetched(source) = &self.whose { Some(source) } else { None }
    }
}

impl Document {
    /// A text beside its report.
    pub fn new(source: impl Into<Excerpt>, report: Report) -> Self {
        Document::with(source.into(), report, None, None)
    }

    /// Reads a text.
    pub fn read(source: impl Into<Excerpt>) -> Self {
        at_once(Document::read_paced(source, &Restless))
    }

    /// Reads a text, with a rest after every stretch.
    pub async fn read_paced(source: impl Into<Excerpt>, pace: &dyn Pace) -> Self {
        let source = source.into();
        let report = crate::parse_paced(&source, &[], pace).await;
        Document::with_paced(source, report, None, None, pace).await
    }

    /// Reads the page's own report, whose file is in UTF-8.
    pub fn of_page(text: impl Into<Excerpt>) -> Self {
        let text = text.into();
        let bytes = text.as_bytes().into();
        Document::of_file(bytes, Whose::Page, Decoded { text, encoding: Encoding::Utf8, guessed: false, malformed: 0 })
    }

    /// Reads the text of a file.
    pub fn of_file(bytes: Rc<[u8]>, whose: Whose, decoded: Decoded) -> Self {
        at_once(Document::of_file_paced(bytes, whose, decoded, &Restless))
    }

    /// Reads the text of a file, with a rest after every stretch.
    pub async fn of_file_paced(bytes: Rc<[u8]>, whose: Whose, decoded: Decoded, pace: &dyn Pace) -> Self {
        let Decoded { encoding, guessed, malformed, .. } = decoded;
        let origin = Origin { bytes, whose, found: encoding, guessed, encoding, malformed };
        Document::decoded(decoded, origin, pace).await
    }

    /// Reads the same file, its bytes decoded anew in an encoding the reader chose, with a rest after every stretch.
    pub async fn reread(
        &self,
        encoding: Encoding,
        decode: impl FnOnce(&[u8], Option<Encoding>) -> Decoded,
        pace: &dyn Pace,
    ) -> Option<Self> {
        let origin = self.origin.as_ref()?;
        let decoded = decode(&origin.bytes, Some(encoding));
        let origin = Origin { encoding, malformed: decoded.malformed, ..origin.clone() };
        Some(Document::decoded(decoded, origin, pace).await)
    }

    async fn decoded(decoded: Decoded, origin: Origin, pace: &dyn Pace) -> Self {
        let doubt = Note::on_decoding(&decoded);
        let mut report = crate::parse_paced(&decoded.text, &[], pace).await;
        report.notes.splice(..0, doubt.clone());
        Document::with_paced(decoded.text, report, Some(origin), doubt, pace).await
    }

    /// Reads a text, some of whose labels the reader has set before, with a rest after every stretch.
    pub async fn restored(source: impl Into<Excerpt>, corrections: &[Correction], pace: &dyn Pace) -> Self {
        let source = source.into();
        let report = crate::parse_paced(&source, corrections, pace).await;
        Document::with_paced(source, report, None, None, pace).await
    }

    /// Reads the same text with labels that the reader has set.
    #[must_use]
    pub fn corrected(&self, corrections: &[Correction]) -> Self {
        let mut report = crate::parse_with(&self.source, corrections);
        report.notes.splice(..0, self.doubt.clone());
        Document::with(self.source.clone(), report, self.origin.clone(), self.doubt.clone())
    }

    /// The same, with a rest before and behind: neither shares its stretch of work with the end of the reading or the first picture.
    async fn with_paced(source: Excerpt, report: Report, origin: Option<Origin>, doubt: Option<Note>, pace: &dyn Pace) -> Self {
        rest(pace).await;
        let document = Document::with(source, report, origin, doubt);
        rest(pace).await;
        document
    }

    fn with(source: Excerpt, report: Report, origin: Option<Origin>, doubt: Option<Note>) -> Self {
        let (headings, response) = (headings(&report), Response::of(&report));
        let calendar = calendar(&source, &report);
        let (stretches, marks) = (Stretch::all(&report), Marks::of(&report, &calendar));
        let steps = timeline::stretches(at(&report.timeline, 0.0).groups.len());
        Document(Rc::new(Reading { source, report, headings, response, calendar, origin, doubt, stretches, steps, marks }))
    }

    /// Whether the body is all there with so many stretches.
    pub fn is_whole(&self, shown: usize) -> bool {
        shown >= self.stretches.len()
    }

    /// Whether the timeline's rest, once unfolded, is all there with so many stretches.
    pub(super) fn has_all_steps(&self, shown: usize) -> bool {
        shown >= self.steps
    }

    /// Whether the body is too long to come to the page at once.
    pub fn is_long(&self) -> bool {
        Shown::is_long(self.stretches.len())
    }

    /// Where in the text the first so many stretches end.
    pub(super) fn end(&self, shown: usize) -> usize {
        let next = self.stretches.get(shown).and_then(|stretch| self.report.blocks.get(stretch.blocks.start));
        next.map_or(usize::MAX, |block| block.span.start)
    }

    /// Whether the reader brought it, so that it is to be had nowhere else.
    pub fn is_only_here(&self) -> bool {
        self.origin.as_ref().is_none_or(|origin| origin.whose == Whose::Reader)
    }
}

impl Deref for Document {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.0
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
