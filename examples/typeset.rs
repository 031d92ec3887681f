//! Sets the default report into the built page, so that it can be read before the page is alive and where scripts are off.
//! Trunk runs it after each build (Trunk.toml).

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use wirecopy::text::decode::decode;
use wirecopy::text::{html, markup};
use wirecopy::view::Document;
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
    Ok(fs::write(index, page)?)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
