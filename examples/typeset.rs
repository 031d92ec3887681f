//! Sets the default report into the built page, so that it can be read before the page is alive and where scripts are off.
//! Trunk runs it after each build (Trunk.toml).

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use wirecopy::export::Frame;
use wirecopy::text::decode::decode;
use wirecopy::text::{html, markup};
use wirecopy::view::Document;
use wirecopy::view::address::View;
use wirecopy::view::state::embed;
use wirecopy::view::state::{Action, Growth, State, reduce};
use wirecopy::view::still::still;
use wirecopy::view::words::Lang;

/// Where the report goes in `index.html`.
const PLACE: &str = "<!-- the report -->";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("TRUNK_STAGING_DIR")?);
    let bytes = fs::read(folder.join("reports/default.txt"))?;
    let mut decoded = decode(&bytes, None);
    if markup::is_page(&decoded.text) {
        decoded.text = html::to_text(&decoded.text);
    }
    let document = Document::of_file(bytes.into(), false, decoded);
    // What the page falls back to where the file beside it can't be had.
    let source = format!("<template id=\"source\">{}</template>", escaped(&document.source));
    let title =
        document.report.headline.as_ref().map_or_else(|| Lang::default().words().name.to_owned(), |headline| headline.text.to_string());
    let headline = document.report.headline.as_ref().map(|headline| escaped(&headline.text));
    let opened = reduce(&State::new(Lang::default(), None), Action::Opened(document));
    let report = still(reduce(&opened, Action::Grown(Growth::Whole)));

    let index = folder.join("index.html");
    let mut page = fs::read_to_string(&index)?;
    if page.matches(PLACE).count() != 1 {
        return Err(format!("{} has no place for the report: {PLACE}", index.display()).into());
    }
    page = page.replace(PLACE, &format!("{report}{source}"));
    if let (Some(headline), Some(start), Some(end)) = (headline, page.find("<title>"), page.find("</title>")) {
        page.replace_range(start + "<title>".len()..end, &headline);
    }
    if let Some(base) = env::var("WIRECOPY_BASE").ok().filter(|base| !base.is_empty()) {
        page = announced(&page, base.trim_end_matches('/'), &title, &folder)?;
    }
    Ok(fs::write(index, page)?)
}

/// Writes an oEmbed document beside the page, and says in the page where it is: those who find the page's address in a text can show its timeline. Both
/// want whole addresses, so that there is neither where nobody says at which address the page is published.
fn announced(page: &str, base: &str, title: &str, folder: &Path) -> Result<String, Box<dyn Error>> {
    let address = format!("{base}/?view={}", View::Timeline.name());
    fs::write(folder.join("oembed.json"), Frame { address: &address, title, height: embed::height(View::Timeline) }.oembed()?)?;
    let link = format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}/oembed.json\">\n",
        escaped(base).replace('"', "&quot;")
    );
    Ok(page.replacen("</head>", &format!("{link}</head>"), 1))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
