//! Sets the default report into the built page, so that it can be read before the page is alive and where scripts are off.
//! Trunk runs it after each build (Trunk.toml).

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use wirecopy::text::decode::decode;
use wirecopy::text::{html, markup};
use wirecopy::view::Document;
use wirecopy::view::leaf::{Leaf, set};
use wirecopy::view::state::site::Site;
use wirecopy::view::words::Lang;

/// The report, its photo list, and the list of all reports there are, beside the page.
const REPORT: &str = "reports/default.txt";
const PHOTOS: &str = "reports/default.photos.json";
const LIST: &str = "reports/index.json";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("TRUNK_STAGING_DIR")?);
    let bytes = fs::read(folder.join(REPORT))?;
    let mut decoded = decode(&bytes, None);
    if markup::is_page(&decoded.text) {
        decoded.text = html::to_text(&decoded.text);
    }
    let document = Document::of_file(bytes.into(), false, decoded);
    let site = Site { samples: true, ..Site::default() };
    let leaf = Leaf::of_report(&document, REPORT, site, Vec::new(), Lang::default());
    // What is in the place of the report may be another's by tomorrow: search engines are told of the page.
    let leaf = Leaf { description: None, photos: Some(PHOTOS.to_owned()), list: Some(LIST.to_owned()), samples: true, ..leaf };

    let index = folder.join("index.html");
    let page = fs::read_to_string(&index)?;
    let page = set(&page, &leaf).map_err(|error| format!("{}: {error}", index.display()))?;
    Ok(fs::write(index, page)?)
}
