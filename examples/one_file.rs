//! Makes one file of the built page and its report: `one_file dist target/wirecopy.html`.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::{env, fs};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use wirecopy::export::standalone::{Content, Parts, kept, script, standalone};
use wirecopy::text::decode;
use wirecopy::view::leaf::Leaf;
use wirecopy::view::state::site::Site;
use wirecopy::view::words::Lang;
use wirecopy::view::{Document, Whose};

fn main() -> Result<(), Box<dyn Error>> {
    let (Some(dist), Some(out)) = (env::args().nth(1), env::args().nth(2)) else { return Err("one_file FOLDER FILE".into()) };
    let dist = Path::new(&dist);
    let page = fs::read_to_string(dist.join("index.html"))?;
    let read = |path: &str| fs::read_to_string(dist.join(path));
    let before = read("before.js")?;
    let script = script(&read(told(&page, "data-whole-js=\"")?)?);
    let style = read(told(&page, "rel=\"stylesheet\" href=\"")?)?;
    let seal = |text: &str| format!("sha256-{}", STANDARD.encode(Sha256::digest(text)));
    let seals = [&before, &script, &style].map(|text| seal(text)).join(" ");
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&fs::read(dist.join(told(&page, "data-whole-wasm=\"")?))?)?;
    let program = STANDARD.encode(packed.finish()?);

    let bytes = fs::read(dist.join(told(&page, "data-report=\"")?))?;
    let decoded = decode::read(&bytes, None);
    let document = Document::of_file(bytes.into(), Whose::Page, decoded);
    let lang = Lang::default();
    let leaf = Leaf::of_report(&document, "", Site::default(), Vec::new(), lang);
    let content = Content {
        lang: lang.tag().to_owned(),
        title: leaf.title,
        no_script: lang.words().no_script_file.to_owned(),
        still: leaf.still,
        kept: kept(&document.source, &[])?,
    };
    let file = standalone(&Parts { before, style, script, program, seals }, &content)?;
    println!("{out}: {} KB", file.len().div_ceil(1000));
    Ok(fs::write(out, file)?)
}

/// The address that stands behind some words of the page.
fn told<'a>(page: &'a str, words: &str) -> Result<&'a str, String> {
    let (_, rest) = page.split_once(words).ok_or_else(|| format!("the built page does not say {words}"))?;
    Ok(rest.split('"').next().unwrap_or_default().trim_start_matches("./"))
}
