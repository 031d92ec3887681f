//! Sets the default report into the built page, so that it can be read before the page is alive and where scripts are off.
//! Trunk runs it after each build (Trunk.toml).

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use wirecopy::text::decode;
use wirecopy::view::leaf::{Leaf, checksum, facts, set};
use wirecopy::view::state::site::Site;
use wirecopy::view::words::Lang;
use wirecopy::view::{Document, Whose};

/// The report, its photo list, and the list of all reports there are, beside the page.
const REPORT: &str = "reports/default.txt";
const PHOTOS: &str = "reports/default.photos.json";
const LIST: &str = "reports/index.json";

/// The module of the whole page, to which Trunk gives no name of its own for each build.
const WHOLE: [&str; 2] = ["wirecopy-page.js", "wirecopy-page_bg.wasm"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("TRUNK_STAGING_DIR")?);
    let bytes = fs::read(folder.join(REPORT))?;
    let decoded = decode::read(&bytes, None);
    let document = Document::of_file(bytes.into(), Whose::Page, decoded);
    let site = Site { samples: true, ..Site::default() };
    let leaf = Leaf::of_report(&document, REPORT, site, Vec::new(), Lang::default());
    let files = [REPORT, PHOTOS, LIST].map(|file| Ok((file, fs::read(folder.join(file))?)));
    let facts = facts(&document, &files.into_iter().collect::<io::Result<Vec<_>>>()?);
    // What is in the place of the report may be another's by tomorrow: search engines are told of the page.
    let leaf =
        Leaf { description: None, photos: Some(PHOTOS.to_owned()), list: Some(LIST.to_owned()), samples: true, facts: Some(facts), ..leaf };

    let index = folder.join("index.html");
    let page = fs::read_to_string(&index)?;
    let page = set(&page, &leaf).map_err(|error| format!("{}: {error}", index.display()))?;
    for file in fs::read_dir(&folder)? {
        let script = file?.path();
        if script.extension().is_some_and(|ending| ending == "js") {
            fs::write(&script, trimmed(&fs::read_to_string(&script)?))?;
        }
    }
    // A page that is worked on is better not kept by browsers.
    let offline = if env::var_os("WIRECOPY_OFFLINE").is_some() { " data-offline=\"sw.js\"" } else { "" };
    let page = page.replace(" data-wasm=", &format!(" {}{offline} data-wasm=", whole(&folder)?));
    Ok(fs::write(index, page)?)
}

/// A script without its indents and the lines that are only comments: a kilobyte less to load. No string in these scripts spans lines.
fn trimmed(script: &str) -> String {
    let lines = script.lines().map(str::trim_start).filter(|line| !["//", "/*", "*"].iter().any(|mark| line.starts_with(mark)));
    lines.filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

/// Gives the module of the whole page a name by its content, and tells boot.js where it is.
fn whole(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut attributes = Vec::new();
    for (name, attribute) in WHOLE.iter().zip(["data-whole-js", "data-whole-wasm"]) {
        let (stem, ending) = name.split_once('.').ok_or("a file has an ending")?;
        let stamped = format!("{stem}-{:08x}.{ending}", checksum(&fs::read(folder.join(name))?));
        fs::rename(folder.join(name), folder.join(&stamped))?;
        attributes.push(format!("{attribute}=\"./{stamped}\""));
    }
    Ok(attributes.join(" "))
}
