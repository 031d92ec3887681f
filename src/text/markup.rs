//! What the elements of a page mean for its text, and how running text becomes lines: rules without a parser.
//!
//! Whoever parsed a page, a browser or a library, shows it as a [`Tree`]; both get the same [`lines`].
//!
//! | element | in the text |
//! |---|---|
//! | paragraphs, headings, list items, table rows and their like | a line of their own |
//! | `<br>`, `<hr>` | end the line |
//! | cells of a table row | parted by a tab |
//! | `<img alt>` | a line of its own |
//! | `<pre>` | keeps its lines and spaces |
//! | `<title>` | the first line, where the page has no `<h1>` |
//! | scripts, styles, forms' controls, navigation, drawings, readings above characters | nothing |

use std::borrow::Cow;

use super::Encoding;

/// What an element means for the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Inline,
    Block,
    Break,
    Cell,
    Headline,
    Preformatted,
    Title,
    Skipped,
}

/// The kind of an element, by its name in lower case.
pub(super) fn kind(name: &str) -> Kind {
    match name {
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "dd" | "details" | "dialog" | "dir" | "div"
        | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h2" | "h3" | "h4" | "h5" | "h6" | "header"
        | "hgroup" | "legend" | "li" | "main" | "menu" | "ol" | "p" | "search" | "section" | "summary" | "table" | "tbody" | "tfoot"
        | "thead" | "tr" | "ul" => Kind::Block,
        "br" | "hr" => Kind::Break,
        "td" | "th" => Kind::Cell,
        "h1" => Kind::Headline,
        "pre" | "listing" | "plaintext" | "xmp" => Kind::Preformatted,
        "title" => Kind::Title,
        "audio" | "button" | "canvas" | "datalist" | "embed" | "frameset" | "iframe" | "input" | "map" | "math" | "meter" | "nav"
        | "noembed" | "noframes" | "noscript" | "object" | "progress" | "rp" | "rt" | "script" | "select" | "style" | "svg"
        | "template" | "textarea" | "video" => Kind::Skipped,
        _ => Kind::Inline,
    }
}

/// Whether a tag of this name, left in a text in either case, ends a line.
pub(super) fn parts_lines(name: &[u8]) -> bool {
    let mut lower = [0; 10];
    let Some(lower) = lower.get_mut(..name.len()) else { return false };
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower)
        .is_ok_and(|name| matches!(kind(name), Kind::Block | Kind::Break | Kind::Cell | Kind::Headline | Kind::Preformatted))
}

/// A parsed page, whoever holds it.
pub trait Tree {
    /// A place in it.
    type Node;

    /// The node above all others.
    fn root(&self) -> Self::Node;
    /// What stands there.
    fn part<'a>(&'a self, node: &'a Self::Node) -> Part<'a>;
    /// The first node within.
    fn first(&self, node: &Self::Node) -> Option<Self::Node>;
    /// The node that follows, within the same element.
    fn next(&self, node: &Self::Node) -> Option<Self::Node>;
    /// The element it stands in.
    fn parent(&self, node: &Self::Node) -> Option<Self::Node>;
}

/// What stands at a place of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Running text, entities decoded.
    Text(Cow<'a, str>),
    /// An element.
    Element {
        /// Its name in lower case.
        name: Cow<'a, str>,
        /// Whether it bears that attribute.
        hidden: bool,
        /// What is said instead of an image.
        alt: Option<Cow<'a, str>>,
    },
    /// A document, or what has no text: a comment, a declaration.
    Other,
}

/// The text of a page: its lines, each ended by LF. Total, linear, and without recursion, however deep the page.
pub fn lines(tree: &impl Tree) -> String {
    let mut lines = Lines::default();
    let mut at = tree.root();
    // The kinds of the elements `at` stands in.
    let mut open = Vec::new();
    loop {
        let entered = match tree.part(&at) {
            Part::Text(text) => {
                lines.text(&text);
                None
            }
            Part::Element { name, hidden, alt } => {
                let entered = Some(kind(&name)).filter(|kind| !hidden && *kind != Kind::Skipped);
                if let Some(kind) = entered {
                    lines.open(kind);
                    lines.image(alt.as_deref().unwrap_or_default());
                }
                entered
            }
            Part::Other => Some(Kind::Inline),
        };
        if let Some(kind) = entered {
            if let Some(first) = tree.first(&at) {
                open.push(kind);
                at = first;
                continue;
            }
            lines.close(kind);
        }
        loop {
            if let Some(next) = tree.next(&at) {
                at = next;
                break;
            }
            let (Some(kind), Some(parent)) = (open.pop(), tree.parent(&at)) else { return lines.finish() };
            lines.close(kind);
            at = parent;
        }
    }
}

/// Lines as they grow.
#[derive(Debug, Default)]
struct Lines {
    text: String,
    /// Where the open line begins.
    line: usize,
    /// The white space seen since the last character.
    gap: Gap,
    /// How many elements that keep white space are open.
    preformatted: usize,
    title: String,
    in_title: bool,
    /// Where the open `<h1>` begins.
    headline: Option<usize>,
    has_headline: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    /// Layout of the source, which Chinese writing doesn't show.
    LineEnd,
    Space,
    Cell,
}

impl Lines {
    /// An element begins.
    fn open(&mut self, kind: Kind) {
        match kind {
            Kind::Title => self.in_title = true,
            Kind::Cell => self.gap = Gap::Cell,
            Kind::Block | Kind::Break | Kind::Headline | Kind::Preformatted => self.end_line(),
            Kind::Inline | Kind::Skipped => {}
        }
        match kind {
            Kind::Headline => self.headline = Some(self.text.len()),
            Kind::Preformatted => self.preformatted += 1,
            _ => {}
        }
    }

    /// An element ends.
    fn close(&mut self, kind: Kind) {
        match kind {
            Kind::Title => self.in_title = false,
            Kind::Block => self.end_line(),
            Kind::Headline => {
                self.end_line();
                self.has_headline |= self.headline.take().is_some_and(|start| start < self.text.len());
            }
            Kind::Preformatted => {
                self.end_line();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            Kind::Break | Kind::Cell | Kind::Inline | Kind::Skipped => {}
        }
    }

    /// An image with the words that stand for it.
    fn image(&mut self, alt: &str) {
        if !alt.trim().is_empty() {
            self.end_line();
            self.text(alt);
            self.end_line();
        }
    }

    /// Text, entities decoded.
    fn text(&mut self, text: &str) {
        if self.in_title {
            self.title.push_str(text);
            return;
        }
        for c in text.chars() {
            match c {
                '\n' | '\r' if self.preformatted > 0 => self.end_line(),
                '\n' | '\r' => self.gap = self.gap.max(Gap::LineEnd),
                ' ' | '\t' | '\u{C}' if self.preformatted == 0 => {
                    // Spaces around a line end are layout too.
                    if self.gap != Gap::LineEnd {
                        self.gap = self.gap.max(Gap::Space);
                    }
                }
                _ => self.push(c),
            }
        }
    }

    /// The text: its lines, each ended by LF.
    fn finish(mut self) -> String {
        self.end_line();
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        if !self.has_headline && !title.is_empty() && self.text.lines().next() != Some(title.as_str()) {
            self.text.insert_str(0, &format!("{title}\n"));
        }
        self.text
    }

    fn push(&mut self, c: char) {
        let gap = std::mem::take(&mut self.gap);
        if self.text.len() == self.line {
            // Indents are layout.
            if c.is_whitespace() {
                return;
            }
        } else {
            match gap {
                Gap::None => {}
                Gap::LineEnd if is_wide(c) && self.text.ends_with(is_wide) => {}
                Gap::LineEnd | Gap::Space => self.text.push(' '),
                Gap::Cell => self.text.push('\t'),
            }
        }
        self.text.push(c);
    }

    fn end_line(&mut self) {
        self.gap = Gap::None;
        let end = self.line + self.text[self.line..].trim_end().len();
        self.text.truncate(end);
        if end > self.line {
            self.text.push('\n');
            self.line = self.text.len();
        }
    }
}

/// Characters between which a line end of the source is no space: Chinese, its punctuation, full-width forms.
fn is_wide(c: char) -> bool {
    matches!(c, '·' | '\u{2010}'..='\u{2027}' | '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A page as it must be for a parser that takes no scripts for running, in a page whose policy allows no inline script or style.
///
/// Such a parser would take what stands in `<noscript>` for the page's; renamed to `<noframes>` it is passed over, where it stands, as by any browser.
/// So is `<style>`; it, `<base>` and the attributes that hold scripts and styles would do nothing, but the browser would report each.
pub fn unscripted(page: &str) -> Cow<'_, str> {
    // What stands in these is no markup.
    const RAW: [&[u8]; 9] = [b"noscript", b"style", b"script", b"title", b"textarea", b"iframe", b"noembed", b"noframes", b"xmp"];
    let bytes = page.as_bytes();
    let (mut text, mut copied, mut read) = (String::new(), 0, 0);
    for at in memchr::memchr_iter(b'<', bytes) {
        if at < read {
            continue;
        }
        if bytes[at..].starts_with(b"<!--") {
            let mut ends = memchr::memchr_iter(b'>', &bytes[at..]).map(|len| at + len);
            read = ends.find(|end| bytes[..*end].ends_with(b"--")).unwrap_or(bytes.len());
            continue;
        }
        let ends = bytes.get(at + 1) == Some(&b'/');
        let start = at + 1 + usize::from(ends);
        read = run(bytes, start, u8::is_ascii_alphanumeric);
        let name = &bytes[start..read];
        let is = |other: &[u8]| name.eq_ignore_ascii_case(other);
        let instead = match name {
            [] => continue,
            _ if is(b"noscript") || is(b"style") => "noframes",
            _ if is(b"base") => "x-base",
            _ => "",
        };
        if !instead.is_empty() {
            text.push_str(&page[copied..start]);
            text.push_str(instead);
            copied = read;
        }
        if ends {
            continue;
        }
        while let Some(attribute) = attribute(bytes, &mut read) {
            let starts = |with: &[u8]| bytes[attribute..].get(..with.len()).is_some_and(|found| found.eq_ignore_ascii_case(with));
            if starts(b"on") || starts(b"style") {
                text.push_str(&page[copied..attribute]);
                text.push_str("x-");
                copied = attribute;
            }
        }
        if RAW.into_iter().any(is) {
            let mut tags = memchr::memchr_iter(b'<', &bytes[read..]).map(|len| read + len);
            let closes = |tag: &usize| bytes[tag + 1..].strip_prefix(b"/").and_then(|rest| rest.get(..name.len())).is_some_and(is);
            read = tags.find(closes).unwrap_or(bytes.len());
        }
    }
    if copied == 0 {
        return Cow::Borrowed(page);
    }
    text.push_str(&page[copied..]);
    Cow::Owned(text)
}

/// Where the next attribute of a tag starts, if the tag has one more; `at` goes behind its value.
fn attribute(tag: &[u8], at: &mut usize) -> Option<usize> {
    let start = run(tag, *at, |c| c.is_ascii_whitespace() || *c == b'/');
    *at = start;
    if tag.get(start).is_none_or(|c| *c == b'>') {
        return None;
    }
    // A name may even open with an equals sign.
    let end = run(tag, start + 1, |c| !c.is_ascii_whitespace() && !b"/>=".contains(c));
    let sign = run(tag, end, u8::is_ascii_whitespace);
    *at = end;
    if tag.get(sign) == Some(&b'=') {
        let value = run(tag, sign + 1, u8::is_ascii_whitespace);
        *at = match tag.get(value) {
            Some(quote @ (b'"' | b'\'')) => memchr::memchr(*quote, &tag[value + 1..]).map_or(tag.len(), |len| value + 1 + len + 1),
            _ => run(tag, value, |c| !c.is_ascii_whitespace() && *c != b'>'),
        };
    }
    Some(start)
}

/// The end of the bytes from `start` that are of a kind.
fn run(bytes: &[u8], start: usize, kind: impl Fn(&u8) -> bool) -> usize {
    start + bytes[start..].iter().take_while(|byte| kind(byte)).count()
}

/// Whether a text is the source of a page: it opens with markup and names its document, or a third of it is tags.
///
/// A text in which a few tags were left is none.
pub fn is_page(text: &str) -> bool {
    const OPENING: usize = 1024;
    const SAMPLE: usize = 1 << 16;
    const FEW: usize = 8;
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').as_bytes();
    if !text.starts_with(b"<") {
        return false;
    }
    let opening = text[..text.len().min(OPENING)].to_ascii_lowercase();
    let names =
        |name: &[u8]| opening.windows(name.len() + 1).any(|window| window.starts_with(name) && !window[name.len()].is_ascii_alphanumeric());
    if [&b"<!doctype html"[..], b"<html", b"<head", b"<body"].into_iter().any(names) {
        return true;
    }
    let sample = &text[..text.len().min(SAMPLE)];
    let (mut tags, mut covered, mut at) = (0, 0, 0);
    while at < sample.len() {
        let len = super::row::tag(&sample[at..]).map_or(0, |tag| tag.len);
        tags += usize::from(len > 0);
        covered += len;
        at += len.max(1);
    }
    tags >= FEW && 3 * covered >= sample.len()
}

/// The encoding a page declares in a `<meta>` or an XML declaration near its start.
pub fn declared_encoding(bytes: &[u8]) -> Option<Encoding> {
    const REACH: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(REACH)]).to_ascii_lowercase();
    if !is_page(&head) {
        return None;
    }
    let xml = head.trim_start().starts_with("<?xml").then_some((head.as_str(), "encoding"));
    let metas = head.match_indices("<meta").map(|(at, _)| (&head[at..], "charset"));
    let declared = xml.into_iter().chain(metas).find_map(|(tag, key)| {
        let tag = &tag[..tag.find('>')?];
        let value = tag[tag.find(key)? + key.len()..].trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        value.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).next()?.parse().ok()
    })?;
    // A declaration that can be read as ASCII is not in UTF-16.
    Some(match declared {
        Encoding::Utf16Le | Encoding::Utf16Be => Encoding::Utf8,
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_styles_are_taken_from_tags_and_from_nothing_else() {
        let check = |page: &str, without: &str| assert_eq!(unscripted(page), without);
        check("<p ONCLICK=a onload = 'b' title=\"on c\">on d</p>", "<p x-ONCLICK=a x-onload = 'b' title=\"on c\">on d</p>");
        check("<body/onload=a><p title='>'style=b>", "<body/x-onload=a><p title='>'x-style=b>");
        check("<Style>p{}</Style><base href=a>", "<noframes>p{}</noframes><x-base href=a>");
        check("<noscript><style>a</style>乙</noscript>", "<noframes><style>a</style>乙</noframes>");
        check("<script>a<b \"</script><p>on='甲' \"乙", "<script>a<b \"</script><p>on='甲' \"乙");
        check("<!-- <p title=\" --><p>甲\" on=乙", "<!-- <p title=\" --><p>甲\" on=乙");
        check("1 < 2 on=3 <甲 on=乙", "1 < 2 on=3 <甲 on=乙");
        check("<p on", "<p x-on");
        check("<p =on='a' <p on>", "<p =on='a' <p x-on>");
        check("<", "<");
        check("</", "</");
    }

    #[test]
    fn pages_and_texts_are_told_apart() {
        for page in [
            "<!DOCTYPE html>\n<p>甲",
            "\u{feff}\r\n <html lang=zh>甲",
            "<!-- saved from a site -->\n<HTML><BODY>甲",
            "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\"><html>",
            "<div class=\"story\"><p class=\"first\">甲</p><ul><li>乙</li></ul></div>",
        ] {
            assert!(is_page(page), "{page}");
        }
        for text in [
            "",
            "甲",
            "<p>雨停之前，谁也不能走，海州市应急管理局这样说。</p>\n<p>市民在雨中等待，直到夜里。</p>",
            "<headline>甲",
            "他写下<html>四个字母。",
            "<<<<<<<<<<<<<<<<",
            "<甲><乙><丙><丁><戊><己><庚><辛>",
        ] {
            assert!(!is_page(text), "{text}");
        }
    }

    #[test]
    fn declarations() {
        let check = |head: &str, encoding| assert_eq!(declared_encoding(head.as_bytes()), encoding, "{head}");
        check("<html><meta charset=gbk>", Some(Encoding::Gb18030));
        check("<html><META http-equiv='Content-Type' content='text/html; charset=Big5' />", Some(Encoding::Big5));
        check("<html><meta name=viewport content=x><meta charset = \"utf-8\">", Some(Encoding::Utf8));
        check("<?xml version=\"1.0\" encoding=\"gb2312\"?><html>", Some(Encoding::Gb18030));
        check("<html><meta charset=utf-16>", Some(Encoding::Utf8));
        check("<html><meta charset=latin1>", None);
        check("<html><meta charset", None);
        check("charset=gbk", None);
    }
}
