//! A site from a folder of texts: the built page, the reports beside it, a page file for each, an index of several.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;
use std::{env, io};

use clap::Args;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use wirecopy::export::{self, Frame};
use wirecopy::view::Document;
use wirecopy::view::address::{View, with_parameter};
use wirecopy::view::leaf::{Leaf, set};
use wirecopy::view::photo_list::{PhotoList, beside};
use wirecopy::view::report_list::{Entry, name};
use wirecopy::view::state::embed;
use wirecopy::view::state::photos::{Hold, Photo};
use wirecopy::view::state::site::{Known, Offer, Site};
use wirecopy::view::words::Lang;

use crate::source::{Reading, Source};
use crate::{Failure, files};

/// What is asked for.
#[derive(Args)]
pub(crate) struct Order {
    /// The folder of texts: .txt, saved pages, reports that the page has exported as JSON, each perhaps with a photo list beside it
    folder: PathBuf,
    /// Where the site is written
    #[arg(long, value_name = "DIR", default_value = "site")]
    out: PathBuf,
    /// The built page, as `make build` writes it; dist/ here or a folder `page` beside the program, unless given
    #[arg(long, value_name = "DIR")]
    page: Option<PathBuf>,
    /// The address the site will have, for what must be an absolute address
    #[arg(long, value_name = "URL", value_parser = base)]
    base: Option<String>,
    /// What the index of several reports is called
    #[arg(long)]
    title: Option<String>,
    /// The language of the page before it is alive: zh-Hans, zh-Hant or en
    #[arg(long, value_name = "TAG", default_value = "zh-Hans", value_parser = lang)]
    lang: Lang,
    /// Write over files that are there already
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    reading: Reading,
}

fn base(address: &str) -> Result<String, String> {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    if host.is_none_or(|host| host.is_empty() || host.starts_with('/')) || address.contains(['?', '#', ' ']) {
        return Err("an address such as https://example.org/news/ is wanted".to_owned());
    }
    Ok(format!("{}/", address.trim_end_matches('/')))
}

fn lang(tag: &str) -> Result<Lang, String> {
    Lang::of_tag(tag).ok_or_else(|| "the page speaks zh-Hans, zh-Hant and en".to_owned())
}

/// The folder of the reports in the site.
const REPORTS: &str = "reports";
/// The list of them.
const LIST: &str = "reports/index.json";

/// A file of the site.
enum Content {
    Bytes(Vec<u8>),
    CopyOf(PathBuf),
}

/// The files of a site by their paths in it, with what is wrong so far.
#[derive(Default)]
struct Plan {
    files: BTreeMap<PathBuf, Content>,
    problems: Vec<String>,
}

/// A report of the site.
struct Piece {
    document: Document,
    entry: Entry,
    photos: Vec<(usize, Photo)>,
    /// Its page, relative to the site.
    page: String,
    /// The file it was read from, and how.
    read: String,
}

/// Makes the site and tells what it holds. Nothing is written unless all of it can be.
pub(crate) fn run(order: &Order) -> Result<String, Failure> {
    let page = built_page(order.page.as_deref()).map_err(Failure::Input)?;
    let template = page.join("index.html");
    let template =
        fs::read_to_string(&template).map_err(|error| Failure::Input(format!("{} can't be read: {error}", template.display())))?;
    apart(&order.out, &page).and_then(|()| apart(&order.out, &order.folder)).map_err(Failure::Input)?;

    let mut plan = Plan::default();
    let mut pieces = plan.pieces(order);
    plan.page(&page);
    // The newest first; what has no day comes after what has one.
    pieces.sort_by(|a, b| b.entry.day().cmp(&a.entry.day()).then_with(|| a.page.cmp(&b.page)));
    let pages = pages(&template, &pieces, order).map_err(|error| Failure::Input(format!("{}: {error}", page.display())))?;
    for (path, text) in pages {
        plan.add(path.into(), Content::Bytes(text.into_bytes()));
    }
    if !plan.problems.is_empty() {
        plan.problems.push("nothing was written".to_owned());
        return Err(Failure::Input(plan.problems.join("\n")));
    }
    let replaced = plan.write(&order.out, order.replace)?;
    let at = |page: &str| order.out.join(page).display().to_string();
    let tell = |piece: &Piece| {
        let page = if pieces.len() == 1 { "index.html" } else { &piece.page };
        let headline = piece.document.report.headline.as_ref().map_or("untitled", |headline| &headline.text);
        format!("{}: {headline}, {}\n", at(page), piece.read)
    };
    let mut told: Vec<String> = pieces.iter().map(tell).collect();
    if pieces.len() > 1 {
        told.push(format!("{}: the index of {} reports\n", at("index.html"), pieces.len()));
    }
    if replaced > 0 {
        told.push(format!("{replaced} files that were there have been replaced; all others were left\n"));
    }
    Ok(told.concat())
}

/// The folder with the built page.
fn built_page(given: Option<&Path>) -> Result<PathBuf, String> {
    let is_page = |folder: &Path| folder.join("index.html").is_file() && folder.join("boot.js").is_file();
    if let Some(folder) = given {
        return if is_page(folder) {
            Ok(folder.to_owned())
        } else {
            Err(format!("{} holds no built page: it has no index.html with boot.js", folder.display()))
        };
    }
    let program = env::current_exe().ok();
    let shipped = program
        .iter()
        .filter_map(|program| program.parent())
        .flat_map(|folder| [folder.join("page"), folder.join("../share/wirecopy/page")]);
    [PathBuf::from("dist")]
        .into_iter()
        .chain(shipped)
        .find(|folder| is_page(folder))
        .ok_or_else(|| "the built page is not here: run `make build`, or name the folder that holds it with --page".to_owned())
}

/// The site must not be written into what it is made from.
fn apart(out: &Path, from: &Path) -> Result<(), String> {
    let (Ok(here), Ok(from_)) = (fs::canonicalize(out).or_else(|_| std::path::absolute(out)), fs::canonicalize(from)) else {
        return Ok(());
    };
    if here.starts_with(&from_) || from_.starts_with(&here) {
        return Err(format!(
            "the site can't be written to {}, for {} is what it is made from: --out names another folder",
            out.display(),
            from.display()
        ));
    }
    Ok(())
}

impl Plan {
    fn add(&mut self, path: PathBuf, content: Content) {
        if self.files.contains_key(&path) {
            self.problems.push(format!("two files of the site would be {}: give one of the texts another name", path.display()));
        }
        self.files.insert(path, content);
    }

    /// The built page without the reports it was built with.
    fn page(&mut self, page: &Path) {
        let mut folders = vec![PathBuf::new()];
        while let Some(folder) = folders.pop() {
            let entries = fs::read_dir(page.join(&folder)).and_then(Iterator::collect::<io::Result<Vec<_>>>);
            match entries {
                Ok(entries) => {
                    for entry in entries {
                        let path = folder.join(entry.file_name());
                        let top = folder.as_os_str().is_empty();
                        if entry.path().is_dir() {
                            if path != Path::new(REPORTS) {
                                folders.push(path);
                            }
                        } else if !(top && path.extension().is_some_and(|extension| extension == "html")) {
                            self.add(path, Content::CopyOf(entry.path()));
                        }
                    }
                }
                Err(error) => self.problems.push(format!("{} can't be read: {error}", page.join(&folder).display())),
            }
        }
    }

    fn pieces(&mut self, order: &Order) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for job in files::below(&order.folder, is_report) {
            match job {
                Ok(path) => pieces.extend(self.piece(&path, order)),
                Err((_, message)) => self.problems.push(message),
            }
        }
        if pieces.is_empty() && self.problems.is_empty() {
            self.problems.push(format!("{} holds no report", order.folder.display()));
        }
        pieces
    }

    fn piece(&mut self, path: &Path, order: &Order) -> Option<Piece> {
        let inside = path.strip_prefix(&order.folder).unwrap_or(path);
        let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        let source = match Source::read(path, order.reading) {
            Ok(source) => source,
            // A program's own JSON is nobody's report.
            Err(message) if is_json => {
                eprintln!("wirecopy: {message}; it is left out");
                return None;
            }
            Err(message) => {
                self.problems.push(message);
                return None;
            }
        };
        if !source.decoded.is_text() || source.decoded.text.trim().is_empty() {
            self.problems.push(format!("{} holds no text", path.display()));
            return None;
        }
        if let Some(doubt) = source.doubt() {
            eprintln!("wirecopy: {doubt}");
        }
        // Whatever it came in, it goes out as UTF-8, which nobody has to guess.
        let file = slashed(&if is_json { inside.to_owned() } else { inside.with_extension("txt") });
        let Source { decoded, corrections, .. } = source;
        let read = format!("from {}{}", path.display(), if is_json { String::new() } else { format!(" ({})", decoded.encoding) });
        let document = if is_json {
            self.add(Path::new(REPORTS).join(&file), Content::CopyOf(path.to_owned()));
            let report = wirecopy::parse_with(&decoded.text, &corrections);
            Document::new(decoded.text, report)
        } else {
            self.add(Path::new(REPORTS).join(&file), Content::Bytes(decoded.text.as_bytes().to_vec()));
            Document::of_page(decoded.text)
        };
        let (list, photos) = self.photos(path, inside, document.report.captions.len());
        let page = format!("{}.html", name(&file).replace('/', "-"));
        if page == "index.html" {
            self.problems.push(format!("{}: the index has this name; give the text another", path.display()));
        }
        let mut entry = Entry {
            file: encoded(&file),
            photos: list.map(|list| encoded(&list)),
            page: Some(format!("../{}", encoded(&page))),
            ..Entry::default()
        };
        entry.learn(&document.report);
        Some(Piece { document, entry, photos, page, read })
    }

    /// The photo list beside a report and the pictures it names: the list's path among the reports, and the pictures as the page shows them.
    fn photos(&mut self, path: &Path, inside: &Path, captions: usize) -> (Option<String>, Vec<(usize, Photo)>) {
        let beside_it = |path: &Path| PathBuf::from(beside(&slashed(path)));
        let file = path.with_file_name(beside_it(Path::new(path.file_name().unwrap_or_default())));
        let Ok(text) = fs::read_to_string(&file) else {
            if file.exists() {
                self.problems.push(format!("{} can't be read as UTF-8", file.display()));
            }
            return (None, Vec::new());
        };
        let words = Lang::En.words();
        let list = PhotoList::read(&text);
        self.problems.extend(list.faults.iter().map(|fault| format!("{}: {}", file.display(), words.list_fault(fault))));
        let (inside, mut photos) = (beside_it(inside), Vec::new());
        let folder = inside.parent().unwrap_or(Path::new(""));
        for listed in list.photos {
            if listed.number > captions {
                self.problems.push(format!("{}: {}", file.display(), words.unknown_figure(listed.number, captions)));
            }
            let Some(address) = self.picture(&file, folder, &listed.file) else { continue };
            let photo = Photo {
                address: address.into(),
                name: listed.file.into(),
                alt: listed.alt.map(Into::into),
                size: listed.size,
                hold: Hold::default(),
            };
            photos.push((listed.number, photo));
        }
        let list = slashed(&inside);
        self.add(Path::new(REPORTS).join(&list), Content::Bytes(text.into_bytes()));
        (Some(list), photos)
    }

    /// The address of a picture that a list names; one that stands beside its text goes along.
    fn picture(&mut self, list: &Path, folder: &Path, name: &str) -> Option<String> {
        let list_name = list.display();
        if name.contains("://") {
            eprintln!("wirecopy: {list_name}: {name} stands elsewhere; the page's policy (img-src in index.html) must name that site");
            return Some(name.to_owned());
        }
        let Some(place) = within(&folder.join(name)) else {
            self.problems.push(format!("{list_name}: the picture {name} is outside the folder of texts"));
            return None;
        };
        let picture = list.with_file_name("").join(name);
        if picture.is_file() {
            self.files.insert(Path::new(REPORTS).join(&place), Content::CopyOf(picture));
        } else {
            self.problems.push(format!("{list_name}: the picture {} is not there", picture.display()));
        }
        Some(format!("{REPORTS}/{}", encoded(&slashed(&place))))
    }

    /// Writes the files; how many others they replace comes back.
    fn write(&self, out: &Path, replace: bool) -> Result<usize, Failure> {
        const TOLD: usize = 5;
        let there: Vec<String> =
            self.files.keys().map(|path| out.join(path)).filter(|path| path.exists()).map(|path| path.display().to_string()).collect();
        if !there.is_empty() && !replace {
            let more = if there.len() > TOLD { format!("\nand {} more", there.len() - TOLD) } else { String::new() };
            let told = there[..there.len().min(TOLD)].join("\n");
            return Err(Failure::Input(format!(
                "these are there already, and nothing was written; --replace writes over them:\n{told}{more}"
            )));
        }
        for (path, content) in &self.files {
            let path = out.join(path);
            let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| match content {
                Content::Bytes(bytes) => fs::write(&path, bytes),
                Content::CopyOf(from) => fs::copy(from, &path).map(drop),
            });
            written.map_err(|error| Failure::Output(io::Error::new(error.kind(), format!("{}: {error}", path.display()))))?;
        }
        Ok(there.len())
    }
}

/// The page files and the list.
fn pages(template: &str, pieces: &[Piece], order: &Order) -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
    let absolute = |path: &str| order.base.as_ref().map(|base| format!("{base}{}", path.trim_start_matches("./")));
    let several = pieces.len() > 1;
    let mut pages = Vec::new();
    for Piece { document, entry, photos, page, .. } in pieces {
        let home = several.then_some("./");
        let site = Site { home: home.map(Into::into), ..Site::default() };
        let picture = photos.first().filter(|(_, photo)| !photo.address.contains("://")).and_then(|(_, photo)| absolute(&photo.address));
        let file = if several { page.as_str() } else { "index.html" };
        let canonical = absolute(&if several { encoded(page) } else { String::new() });
        let told = file.replace(".html", ".oembed.json");
        if let Some(address) = &canonical {
            pages.push((told.clone(), oembed(address, document)? + "\n"));
        }
        let leaf = Leaf {
            oembed: absolute(&encoded(&told)),
            photos: entry.photos.as_ref().map(|list| format!("{REPORTS}/{list}")),
            home: home.map(str::to_owned),
            canonical,
            picture,
            json_ld: Some(export::json_ld(&document.report)?),
            ..Leaf::of_report(document, &format!("{REPORTS}/{}", entry.file), site, photos.clone(), order.lang)
        };
        pages.push((file.to_owned(), set(template, &leaf)?));
    }
    if several {
        let offer = |piece: &Piece| {
            let link = encoded(&piece.page);
            Offer {
                name: name(&piece.entry.file).to_owned().into(),
                link: link.into(),
                entry: Rc::new(piece.entry.clone()),
                known: Known::Told,
            }
        };
        let site =
            Site { title: order.title.clone().map(Into::into), reports: Rc::new(pieces.iter().map(offer).collect()), ..Site::default() };
        let leaf = Leaf { canonical: absolute(""), ..Leaf::of_index(site, LIST, order.lang) };
        pages.push(("index.html".to_owned(), set(template, &leaf)?));
        let entries: Vec<&Entry> = pieces.iter().map(|piece| &piece.entry).collect();
        pages.push((LIST.to_owned(), serde_json::to_string_pretty(&entries)? + "\n"));
    }
    Ok(pages)
}

/// What a program that finds the address of a report's page in a text may show there: its timeline, or all of it where it has none.
fn oembed(page: &str, document: &Document) -> serde_json::Result<String> {
    let timed = !document.report.timeline.steps.is_empty() || !document.calendar.is_empty();
    let view = if timed { View::Timeline } else { View::Report };
    let address = format!("{page}{}", with_parameter("", "view", timed.then(|| view.name())));
    let title = document.report.headline.as_ref().map_or(page, |headline| &headline.text);
    Frame { address: &address, title, height: embed::height(view) }.oembed()
}

/// Texts, saved pages, and exported reports; not the lists beside them.
fn is_report(path: &Path) -> bool {
    let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let stem = path.file_stem().unwrap_or_default();
    files::is_report(path) || is_json && stem != "index" && Path::new(stem).extension().is_none_or(|extension| extension != "photos")
}

/// A path with its way up and down walked, if it stays within.
fn within(path: &Path) -> Option<PathBuf> {
    let mut walked = PathBuf::new();
    for part in path.components() {
        match part {
            Component::Normal(part) => walked.push(part),
            Component::CurDir => {}
            Component::ParentDir if walked.pop() => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(walked)
}

/// A path as addresses write it.
fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// A path as an address.
fn encoded(path: &str) -> String {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');
    utf8_percent_encode(path, KEPT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_within() {
        for (path, expected) in [
            ("a/b.jpg", Some("a/b.jpg")),
            ("a/../b.jpg", Some("b.jpg")),
            ("./a", Some("a")),
            ("../a", None),
            ("a/../../b", None),
            ("/a", None),
        ] {
            assert_eq!(within(Path::new(path)), expected.map(PathBuf::from), "{path}");
        }
    }

    #[test]
    fn addresses() {
        assert_eq!(encoded("渡口/a b#1.html"), "%E6%B8%A1%E5%8F%A3/a%20b%231.html");
        assert_eq!(base("https://a.example/b").as_deref(), Ok("https://a.example/b/"));
        for wrong in ["a.example", "https://", "https:///a", "ftp://a.example", "https://a.example/?b"] {
            assert!(base(wrong).is_err(), "{wrong}");
        }
    }
}
