//! A published report in other pages: the markup that shows it there, and the oEmbed document that tells other programs of it.

/// A part of a published page in the frame of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame<'a> {
    /// The absolute address of the page as the frame is to show it: `https://news.example/report/?view=timeline#within=PT3H`.
    pub address: &'a str,
    /// What is in the frame, for those who listen.
    pub title: &'a str,
    /// How high it is (in CSS pixels) until the page has told its own height.
    pub height: u32,
}

/// How wide (in CSS pixels) a frame is taken to be where nobody says; the page fits any other width too.
#[cfg(feature = "json")]
const WIDTH: u32 = 720;

impl Frame<'_> {
    /// The frame as HTML, with the script beside the page that gives it the height the page tells.
    ///
    /// ```
    /// let frame = wirecopy::export::Frame { address: "https://news.example/ferry/?view=timeline&lang=en", title: "渡口", height: 760 };
    /// assert_eq!(
    ///     frame.html(),
    ///     "<iframe data-wirecopy src=\"https://news.example/ferry/?view=timeline&amp;lang=en\" title=\"渡口\" height=\"760\" loading=\"lazy\" \
    ///      style=\"width: 100%; border: 0\"></iframe>\n<script src=\"https://news.example/ferry/embed.js\" async></script>"
    /// );
    /// ```
    pub fn html(&self) -> String {
        let (address, title, script) =
            (attribute(self.address), attribute(self.title), attribute(&format!("{}embed.js", folder(self.address))));
        let height = self.height;
        format!(
            "<iframe data-wirecopy src=\"{address}\" title=\"{title}\" height=\"{height}\" loading=\"lazy\" style=\"width: 100%; border: 0\"></iframe>\n\
             <script src=\"{script}\" async></script>"
        )
    }

    /// The frame as an [oEmbed](https://oembed.com) document of the type `rich`: a file, since what a static page answers is the same for everyone.
    ///
    /// # Errors
    ///
    /// None that an address or a title can cause.
    #[cfg(feature = "json")]
    pub fn oembed(&self) -> serde_json::Result<String> {
        let (title, html, width, height) = (self.title, self.html(), WIDTH, self.height);
        serde_json::to_string_pretty(&Rich { version: "1.0", kind: "rich", title, html, width, height })
    }
}

/// The keys of an oEmbed answer that a page can give.
#[cfg(feature = "json")]
#[derive(serde::Serialize)]
struct Rich<'a> {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    html: String,
    width: u32,
    height: u32,
}

/// The folder in which the page of an address lies, up to its last `/`.
fn folder(address: &str) -> &str {
    let page = address.split(['?', '#']).next().unwrap_or_default();
    page.rfind('/').map_or("", |last| &page[..=last])
}

/// A text as the value of an attribute in double quotes, which can also stand in a text that is not escaped again.
fn attribute(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders() {
        for (address, expected) in [
            ("https://news.example/", "https://news.example/"),
            ("https://news.example/a/index.html?src=b/c.txt#d/e", "https://news.example/a/"),
            ("https://news.example/a/?view=timeline", "https://news.example/a/"),
            ("index.html", ""),
        ] {
            assert_eq!(folder(address), expected, "{address}");
        }
    }

    #[test]
    fn nothing_leaves_its_attribute() {
        let hostile = Frame { address: "https://a.example/\"><script>alert(1)</script>", title: "\" onload='x' <b>&amp;", height: 1 };
        let html = hostile.html();
        assert_eq!(html.matches('<').count(), 4, "{html}");
        assert!(html.contains("title=\"&quot; onload=&#39;x&#39; &lt;b&gt;&amp;amp;\" height"), "{html}");
    }

    #[cfg(feature = "json")]
    #[test]
    fn an_oembed_document() {
        let frame = Frame { address: "https://a.example/?view=timeline", title: "“渡口”\n", height: 760 };
        let told: serde_json::Value = serde_json::from_str(&frame.oembed().unwrap()).unwrap();
        let is = |key: &str, value: serde_json::Value| assert_eq!(told[key], value);
        is("version", "1.0".into());
        is("type", "rich".into());
        is("title", "“渡口”\n".into());
        is("html", frame.html().into());
        is("width", 720.into());
        is("height", 760.into());
    }
}
