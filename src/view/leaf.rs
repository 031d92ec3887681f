//! A built page with a report, or an index, in it.
//!
//! A built page has two places, each between a comment and another: one in its head, for what is said about a report, and one in its body, for the
//! report. [`set`] fills them, and fills them anew in a page that was filled before.

use std::collections::BTreeMap;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use serde::Serialize;
use yew::{AttrValue, LocalServerRenderer};

use super::state::photos::{self, Photo};
use super::state::site::Site;
use super::state::{Action, Growth, State, reduce};
use super::words::Lang;
use super::{Answers, Document, Events, Reader, ReaderProps};
use crate::report::Label;

/// The place in the head.
const ABOUT: (&str, &str) = ("<!-- about the report -->", "<!-- so much about the report -->");
/// The place in the body.
const REPORT: (&str, &str) = ("<!-- the report -->", "<!-- so much of the report -->");

/// What a page file holds. Addresses are relative to the page unless they are said to be absolute.
#[derive(Clone, Debug, Default)]
pub struct Leaf<'a> {
    /// The language of the interface.
    pub lang: Lang,
    /// The window's title.
    pub title: String,
    /// What search engines and those who share the page say of it; what the page says of itself where it is missing.
    pub description: Option<String>,
    /// The absolute address of the page.
    pub canonical: Option<String>,
    /// The absolute address of a picture.
    pub picture: Option<String>,
    /// The absolute address of its oEmbed answer.
    pub oembed: Option<String>,
    /// The report as a schema.org article, if there is one report.
    pub json_ld: Option<String>,
    /// The page at a state, as [`still`] gives it.
    pub still: String,
    /// The text of the report, for when the file can't be had.
    pub source: Option<&'a str>,
    /// What the quick module goes by instead of reading the text: see [`facts`]. Without them the page comes alive as a whole.
    pub facts: Option<String>,
    /// Where the report's file is.
    pub report: Option<String>,
    /// Where its photo list is, where it is not to be looked for beside the report.
    pub photos: Option<String>,
    /// Where the list of the page's reports is.
    pub list: Option<String>,
    /// Where their index is, if the page has one report of several.
    pub home: Option<String>,
    /// What the index is called.
    pub name: Option<String>,
    /// Whether the sample texts stand beside the page.
    pub samples: bool,
}

impl<'a> Leaf<'a> {
    /// A page with one report, which stands in a file at an address.
    pub fn of_report(document: &'a Document, file: &str, site: Site, photos: Vec<(usize, Photo)>, lang: Lang) -> Self {
        let report = &document.report;
        // Most browsers let a page ask for what was copied; in those that don't, the live page takes the button away.
        let state = State { site, can_paste: true, ..State::new(lang, None) };
        let opened = reduce(&state, Action::Opened(document.clone()));
        let whole = reduce(&opened, Action::Grown(Growth::Whole));
        let listed = photos::Action::Listed { of: whole.opened, photos, faults: Vec::new() };
        Leaf {
            lang,
            title: report.headline.as_ref().map_or_else(|| lang.words().name.to_owned(), |headline| headline.text.to_string()),
            description: report.blocks.iter().find(|block| block.label == Label::Paragraph).map(|lead| clipped(&lead.text)),
            still: still(reduce(&whole, Action::Photos(listed))),
            source: Some(&document.source),
            report: Some(file.to_owned()),
            ..Leaf::default()
        }
    }

    /// A page with the index of several reports, of which there is a list at an address.
    pub fn of_index(site: Site, list: &str, lang: Lang) -> Self {
        let name = site.title.as_ref().map(ToString::to_string);
        let titles: Vec<&str> = site.reports.iter().filter_map(|offer| offer.entry.title.as_deref()).collect();
        Leaf {
            lang,
            title: name.clone().unwrap_or_else(|| lang.words().reports.to_owned()),
            description: Some(clipped(&titles.join("；"))),
            list: Some(list.to_owned()),
            name,
            still: still(State { site, ..State::new(lang, None) }),
            ..Leaf::default()
        }
    }
}

/// The page at a state, as HTML.
pub fn html(state: State) -> String {
    let props = ReaderProps { state, events: Events::default() };
    let mut rendering = pin!(LocalServerRenderer::<Reader>::with_props(props).hydratable(false).render());
    // Nothing here waits for anything: polling is enough.
    loop {
        if let Poll::Ready(html) = rendering.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return html;
        }
    }
}

/// The same with every control disabled: one that can't work yet must not look as if it could.
pub fn still(state: State) -> String {
    // In a text `<` is `&lt;`: what is found here are tags.
    ["button", "input", "select"]
        .iter()
        .fold(html(state), |html, control| html.replace(&format!("<{control} "), &format!("<{control} disabled ")))
}

/// The beginning of a text, as much as is shown of a description.
fn clipped(text: &str) -> String {
    const MOST: usize = 120;
    let mut shown: String = text.chars().take(MOST).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// Why a file is no built page: the comment that stands not once in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPlace(pub &'static str);

impl std::fmt::Display for NoPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "it has no place for a report: {} does not stand in it once", self.0)
    }
}

impl std::error::Error for NoPlace {}

/// A built page with another report in it.
///
/// # Errors
///
/// Where the page does not have its two places, each once.
pub fn set(page: &str, leaf: &Leaf) -> Result<String, NoPlace> {
    let page = fill(page, ABOUT, &about(leaf))?;
    let page = fill(&page, REPORT, &report(leaf))?;
    Ok(match (page.find("<html lang=\""), page.find("\">")) {
        (Some(start), Some(end)) => format!("{}<html lang=\"{}{}", &page[..start], leaf.lang.tag(), &page[end..]),
        _ => page,
    })
}

fn fill(page: &str, (from, to): (&'static str, &'static str), with: &str) -> Result<String, NoPlace> {
    let (before, rest) = page.split_once(from).ok_or(NoPlace(from))?;
    let (_, after) = rest.split_once(to).ok_or(NoPlace(to))?;
    if after.contains(from) {
        return Err(NoPlace(from));
    }
    Ok(format!("{before}{from}\n{with}{to}{after}"))
}

fn about(leaf: &Leaf) -> String {
    let meta = |kind: &str, name: &str, value: Option<&str>| {
        value.map(|value| format!("<meta {kind}=\"{name}\" content=\"{}\">\n", escaped(value))).unwrap_or_default()
    };
    let link = |relation: &str, address: &Option<String>, rest: &str| match address {
        Some(address) => format!("<link rel=\"{relation}\" href=\"{}\"{rest}>\n", escaped(address)),
        None => String::new(),
    };
    // Only who has an address can be shared.
    let shared = |value: Option<&str>| leaf.canonical.as_ref().and(value.map(str::to_owned));
    let kind = if leaf.json_ld.is_some() { "article" } else { "website" };
    let title = escaped(&leaf.title);
    [
        format!("<title>{title}</title>\n"),
        meta("name", "description", Some(leaf.description.as_deref().unwrap_or(leaf.lang.words().describes))),
        meta("property", "og:title", shared(Some(&leaf.title)).as_deref()),
        meta("property", "og:description", shared(leaf.description.as_deref()).as_deref()),
        meta("property", "og:type", shared(Some(kind)).as_deref()),
        meta("property", "og:url", leaf.canonical.as_deref()),
        meta("property", "og:image", leaf.picture.as_deref()),
        link("canonical", &leaf.canonical, ""),
        link("alternate", &leaf.oembed, &format!(" type=\"application/json+oembed\" title=\"{title}\"")),
        link("preload", &leaf.report, " as=\"fetch\" crossorigin=\"anonymous\""),
        // It holds no `<`.
        leaf.json_ld.as_ref().map(|json| format!("<script type=\"application/ld+json\">\n{json}</script>\n")).unwrap_or_default(),
    ]
    .concat()
}

fn report(leaf: &Leaf) -> String {
    let given = [
        ("report", leaf.report.as_deref()),
        ("photos", leaf.photos.as_deref()),
        ("list", leaf.list.as_deref()),
        ("home", leaf.home.as_deref()),
        ("name", leaf.name.as_deref()),
        ("samples", leaf.samples.then_some("")),
    ];
    let attribute = |(name, value): (&str, Option<&str>)| value.map(|value| format!(" data-{name}=\"{}\"", escaped(value)));
    let attributes: String = given.into_iter().filter_map(attribute).collect();
    let words = leaf.lang.words();
    let noscript = match &leaf.report {
        Some(file) => words.no_script.replace("{}", &escaped(file)),
        None => words.no_script_index.to_owned(),
    };
    let source = leaf.source.map(|source| format!("<template id=\"source\">{}</template>", escaped(source))).unwrap_or_default();
    let facts =
        leaf.facts.as_ref().map(|json| format!("<script id=\"facts\" type=\"application/json\">{json}</script>")).unwrap_or_default();
    format!(
        "<noscript><p class=\"message doubt\" lang=\"{}\">{noscript}</p></noscript>\n<div id=\"app\"{attributes}>{}{source}{facts}</div>\n",
        leaf.lang.tag(),
        leaf.still
    )
}

/// What is to be known of a report to bring a page to life that was built with it, as JSON that may stand in a page: its headings, its timeline, and a
/// checksum of each file it was made from, by the file's address: the page goes by it as long as they are the same.
pub fn facts(document: &Document, files: &[(&str, Vec<u8>)]) -> String {
    #[derive(Serialize)]
    struct Facts<'a> {
        files: BTreeMap<&'a str, u32>,
        headings: Vec<&'a str>,
        response: &'a Answers,
    }
    let files = files.iter().map(|(address, bytes)| (*address, checksum(bytes))).collect();
    let headings = document.headings.iter().map(AttrValue::as_str).collect();
    let json = serde_json::to_string(&Facts { files, headings, response: &document.response }).unwrap_or_default();
    // Nothing in it may end the element it stands in.
    json.replace('<', "\\u003c")
}

/// A checksum (FNV-1a), which `boot.js` makes too.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// A text as it stands in HTML, between tags or in quotation marks.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html>\n<html lang=\"zh-Hans\">\n<head><!-- about the report --><!-- so much about the report --></head>\n\
        <body><!-- the report --><!-- so much of the report --></body>";

    #[test]
    fn a_page_is_filled_and_filled_anew() {
        let first = Leaf {
            title: "\"雨\" & <晴>".into(),
            still: "<main></main>".into(),
            source: Some("</template><!-- the report -->"),
            report: Some("reports/a&b.txt".into()),
            samples: true,
            ..Leaf::default()
        };
        let page = set(PAGE, &first).unwrap();
        assert!(page.contains("<title>&quot;雨&quot; &amp; &lt;晴></title>"), "{page}");
        assert!(page.contains("<div id=\"app\" data-report=\"reports/a&amp;b.txt\" data-samples=\"\"><main></main>"), "{page}");
        assert!(page.contains("<template id=\"source\">&lt;/template>&lt;!-- the report --></template></div>"), "{page}");
        assert!(page.contains("<link rel=\"preload\" href=\"reports/a&amp;b.txt\""), "{page}");
        assert!(!page.contains("canonical") && !page.contains("og:"), "{page}");

        let second = Leaf {
            lang: Lang::En,
            title: "b".into(),
            canonical: Some("https://a.example/b.html".into()),
            json_ld: Some("{}\n".into()),
            ..Leaf::default()
        };
        let again = set(&page, &second).unwrap();
        assert_eq!(again, set(PAGE, &second).unwrap(), "nothing of the first is left");
        assert!(again.contains("<html lang=\"en\">") && again.contains("<div id=\"app\"></div>"), "{again}");
        assert!(again.contains("<link rel=\"canonical\" href=\"https://a.example/b.html\">"), "{again}");
        assert!(again.contains("<script type=\"application/ld+json\">\n{}\n</script>"), "{again}");
    }

    #[test]
    fn what_is_no_built_page_is_refused() {
        assert_eq!(set("<html>", &Leaf::default()).unwrap_err(), NoPlace(ABOUT.0));
        assert_eq!(set(&PAGE.replace(REPORT.1, ""), &Leaf::default()).unwrap_err(), NoPlace(REPORT.1));
        assert_eq!(set(&PAGE.replace("</body>", REPORT.0), &Leaf::default()).unwrap_err(), NoPlace(REPORT.0));
    }
}
