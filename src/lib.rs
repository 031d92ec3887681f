//! Wirecopy reads the flat text of a Chinese news report, *wire copy* 电稿, as a structured [`Report`](report::Report): every piece with its label, every fact with its
//! place in the text, and the response timeline of what was done, or is to be done, within how many hours of what.
//!
//! ```
//! use wirecopy::report::{Label, Status};
//!
//! let text = "渡口又开了\n新海网海州2021年7月24日电 (记者 李远)接到报告后，海事人员半小时内赶到现场。(完)";
//! let report = wirecopy::parse(text);
//!
//! assert_eq!(report.headline.unwrap().text, "渡口又开了");
//! assert_eq!(report.dateline.unwrap().resolved.as_deref(), Some("2021-07-24"));
//! assert_eq!(report.blocks.last().unwrap().label, Label::EndMark);
//!
//! let step = &report.timeline.steps[0];
//! assert_eq!((step.hours, step.status), (0.5, Status::Done));
//! // Every fact has a span: byte offsets into the text.
//! assert_eq!(step.span.of(text), "半小时内");
//! ```
//!
//! # Features
//!
//! A library that only reads wants `default-features = false`: it then brings memchr and serde and nothing else.
//!
//! | feature | what it adds |
//! |---|---|
//! | `cli` (default) | the command line; brings `decode`, `schema` |
//! | `site` (default) | its `site` command; brings `ssr` |
//! | `decode` | bytes in UTF-8, UTF-16, GB18030 and Big5 to text, and saved pages to their lines |
//! | `json` | reports as JSON and JSON-LD |
//! | `schema` | the JSON Schema of that JSON, and its TypeScript types |
//! | `view`, `ssr` | the page's components, and their HTML without a browser |
//! | `page`, `js` | for WebAssembly: the page, and the parser as the npm package has it |
//!
//! The oldest compiler it builds with is the `rust-version` of its manifest. Until 1.0.0 a minor version may raise it, and may change what is made of a text; the names
//! of JSON fields stay.
//!
//! # Rooms
//!
//! The way through the house, each room importing only from those before it:
//!
//! | room | job |
//! |---|---|
//! | [`text`] | spans and lines |
//! | [`report`] | what is read, as plain values |
//! | [`copy`] | lines → blocks: dateline, byline, caption, heading, notice, editor, furniture |
//! | [`time`] | Chinese numerals, time expressions, their values and roles |
//! | [`response`] | triggers and steps; the state at hour h |
//! | [`export`] | JSON and the way back, JSON-LD, Markdown, citations |
//! | `js` | the parser for JavaScript (feature `js`) |
//! | `view` | Yew components: values in, callbacks out (feature `view`) |
//! | `page` | the browser (feature `page`) |

pub mod copy;
pub mod export;
#[cfg(any(feature = "js", feature = "page"))]
pub mod js;
#[cfg(feature = "page")]
pub mod page;
pub mod report;
pub mod response;
pub mod text;
pub mod time;
#[cfg(feature = "view")]
pub mod view;

/// Reads a wire copy. Total: every text is a report; what is doubted becomes a note on it.
///
/// Depends on nothing but `text`: no clock, no locale. Time and memory grow linearly with its length. A report keeps its text: a `String` is
/// taken as it is, a `&str` is copied first.
pub fn parse(text: impl Into<text::Excerpt>) -> report::Report {
    parse_with(text, &[])
}

/// Reads a wire copy some of whose labels a reader has set.
///
/// A correction holds for the stretch it names, cuts the lines it begins or ends in, and weighs in on the rest as any sure evidence does.
/// Where corrections overlap the later one holds; what lies outside the text is passed over.
///
/// ```
/// use wirecopy::report::{Correction, Label};
/// use wirecopy::text::Span;
///
/// let text = "雨停了。\n渡口又开了。";
/// let fixed = [Correction { span: Span::new(0, 12), label: Label::Title }];
/// assert_eq!(wirecopy::parse_with(text, &fixed).headline.unwrap().text, "雨停了。");
/// ```
pub fn parse_with(text: impl Into<text::Excerpt>, corrections: &[report::Correction]) -> report::Report {
    text::at_once(parse_paced(text, corrections, &text::Restless))
}

/// Reads a wire copy as [`parse_with`] does, with a rest after every stretch, so that whoever shares its thread gets a turn.
pub async fn parse_paced(text: impl Into<text::Excerpt>, corrections: &[report::Correction], pace: &dyn text::Pace) -> report::Report {
    let source = text.into();
    let mut report = copy::read_paced(&source, corrections, pace).await;
    let mut response = response::Reader::new(&source, &report.blocks);
    time::read(&source, &mut report, pace, &mut |blocks, times, placed, words| response.take(blocks, times, placed, words)).await;
    response.finish(&mut report);
    report
}

/// The README's examples run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
