//! Sets the default report into the built page, so that it can be read before the page is alive and where scripts are off.
//! Trunk runs it after each build (Trunk.toml).

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde::Serialize;

use wirecopy::text::decode::decode;
use wirecopy::text::{html, markup};
use wirecopy::view::state::{Action, Growth, State, reduce};
use wirecopy::view::still::still;
use wirecopy::view::words::Lang;
use wirecopy::view::{Answers, Document};
use yew::AttrValue;

/// Where the report goes in `index.html`.
const PLACE: &str = "{the report}";

/// The files beside the page that the report in it was made from.
const FILES: [&str; 2] = ["reports/default.txt", "reports/default.photos.json"];

/// The module of the whole page, to which Trunk gives no name of its own for each build.
const WHOLE: [&str; 2] = ["wirecopy-page.js", "wirecopy-page_bg.wasm"];

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
    let facts = facts(&document, &folder)?;
    let headline = document.report.headline.as_ref().map(|headline| escaped(&headline.text));
    // Most browsers can: the page takes the button away in those that can't.
    let first = State { can_paste: true, ..State::new(Lang::default(), None) };
    let opened = reduce(&first, Action::Opened(document));
    let report = still(reduce(&opened, Action::Grown(Growth::Whole)));

    let index = folder.join("index.html");
    let mut page = fs::read_to_string(&index)?;
    if page.matches(PLACE).count() != 1 {
        return Err(format!("{} has no place for the report: {PLACE}", index.display()).into());
    }
    page = page.replace(PLACE, &format!("{report}{source}{facts}"));
    if let (Some(headline), Some(start), Some(end)) = (headline, page.find("<title>"), page.find("</title>")) {
        page.replace_range(start + "<title>".len()..end, &headline);
    }
    for script in fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, io::Error>>()? {
        if script.extension().is_some_and(|ending| ending == "js") {
            fs::write(&script, trimmed(&fs::read_to_string(&script)?))?;
        }
    }
    page = page.replace(" data-wasm=", &format!(" {} data-wasm=", whole(&folder)?));
    Ok(fs::write(index, page)?)
}

/// A script without its indents and the lines that are only comments: a kilobyte less to load. No string in these scripts spans lines.
fn trimmed(script: &str) -> String {
    let lines = script.lines().map(str::trim_start).filter(|line| !["//", "/*", "*"].iter().any(|mark| line.starts_with(mark)));
    lines.filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

/// What the quick module goes by instead of reading the text, and what tells that the text is still the same.
fn facts(document: &Document, folder: &Path) -> Result<String, Box<dyn Error>> {
    #[derive(Serialize)]
    struct Facts<'a> {
        files: BTreeMap<&'a str, u32>,
        headings: Vec<&'a str>,
        response: &'a Answers,
    }
    let files = FILES.iter().map(|file| Ok((*file, checksum(&fs::read(folder.join(file))?)))).collect::<Result<_, Box<dyn Error>>>()?;
    let headings = document.headings.iter().map(AttrValue::as_str).collect();
    let json = serde_json::to_string(&Facts { files, headings, response: &document.response })?;
    // Nothing in it may end the element.
    Ok(format!("<script id=\"facts\" type=\"application/json\">{}</script>", json.replace('<', "\\u003c")))
}

/// FNV-1a, as boot.js has it.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Gives the module of the whole page a name by its content, and tells boot.js where it is.
fn whole(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut attributes = Vec::new();
    for (name, attribute) in WHOLE.iter().zip(["data-whole-js", "data-whole-wasm"]) {
        let (stem, ending) = name.split_once('.').ok_or("a file has an ending")?;
        let stamped = format!("{stem}-{:08x}.{ending}", checksum(&fs::read(folder.join(name))?));
        fs::rename(folder.join(name), folder.join(&stamped))?;
        attributes.push(format!("{attribute}=./{stamped}"));
    }
    Ok(attributes.join(" "))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
