//! Whoever reads by ear, by key, enlarged or in the dark: axe-core finds nothing to complain of in any view of the page, light
//! and dark, on a phone and on a desk; and nothing is wider than the window.

use std::{
    fs,
    path::{Path, PathBuf},
};

use fantoccini::key::Key;
use wirecopy_browser::{Page, visit};

/// In CSS pixels; a window that can't be so narrow is as narrow as it can be.
const WIDTHS: [u32; 2] = [360, 1280];

#[test]
fn axe_finds_nothing_by_day() {
    visit("axe-light", |page| look_around(page, "light"));
}

#[test]
fn axe_finds_nothing_by_night() {
    visit("axe-dark", |page| look_around(page, "dark"));
}

/// Goes through the views of the page.
async fn look_around(page: Page, theme: &'static str) {
    let mut found = Found { page: page.clone(), theme, violations: Vec::new() };
    page.open(&format!("/?theme={theme}")).await;
    page.wait_for("article").await;
    found.look("the report").await;

    page.press("#within", Key::Home).await;
    page.press("#within", Key::Right).await;
    page.wait_for("li.step[data-reached='true']").await;
    found.look("the timeline moved").await;

    page.click("#notice summary").await;
    page.wait_for("#notice[open]").await;
    found.look("the notice open").await;

    for menu in ["open", "export", "display"] {
        page.click(&format!("#{menu} > summary")).await;
        page.wait_for(&format!("#{menu}[open]")).await;
        found.look(&format!("the menu {menu}")).await;
    }

    page.eval("document.querySelector('#export').open = true").await;
    page.click("#embed-open").await;
    page.wait_for("#embed[open] #markup").await;
    found.look("the dialog for other pages").await;
    page.click("#embed-close").await;

    page.choose("#file", &file(theme, "photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x2c\xf3\xd6")).await;
    page.wait_for("[role=alert]").await;
    found.look("a trouble told").await;

    for (report, what) in
        [("cna-traditional", "a report in traditional characters"), ("weather-warning-list", "a report without deadlines")]
    {
        page.eval("document.title = ''").await;
        page.choose("#file", &project(&format!("tests/reports/{report}/source.txt"))).await;
        page.wait_until("the report is read", "document.title && !document.querySelector('[role=alert]')").await;
        found.look(what).await;
    }

    page.open(&format!("/?theme={theme}&view=captions")).await;
    page.choose("#photo-1", &file(theme, "drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'/>")).await;
    page.wait_for("#fig1 img").await;
    page.choose("#photo-2", &file(theme, "broken.png", b"no picture")).await;
    page.choose("#photo-3", &file(theme, "no-picture.txt", b"no picture")).await;
    page.wait_for("#fig3 [role=alert]").await;
    found.look("all captions side by side").await;
    page.click(".views a").await;
    page.wait_for("article #fig1 img").await;
    found.look("photos in the story").await;

    for (view, there) in [("timeline", "#within:enabled"), ("notice", "section#notice")] {
        page.open(&format!("/?theme={theme}&view={view}")).await;
        page.wait_for(there).await;
        found.look(&format!("the {view} alone")).await;
    }
    for view in ["timeline", "captions", "notice", "report"] {
        page.open_host(&format!("<!doctype html><html><head><link rel=icon href='data:,'></head><body><iframe width=100% height=800 src='SITE/?theme={theme}&view={view}'></iframe></body></html>")).await;
        page.enter("iframe").await;
        page.wait_for("header.folio .of").await;
        found.look(&format!("the {view} in a frame")).await;
        page.leave().await;
    }

    page.open(&format!("/?theme={theme}&view=captions")).await;
    page.press("#inspect", Key::Enter).await;
    page.wait_for(".lines").await;
    page.pick("#b1 select", "heading").await;
    page.wait_for("#b1.corrected").await;
    page.eval("document.querySelectorAll('.inspect details').forEach(details => details.open = true)").await;
    found.look("the lines of the source").await;

    page.open(&format!("/?theme={theme}&lang=en#within=PT1H")).await;
    page.wait_for("article").await;
    found.look("the interface in English").await;

    assert!(found.violations.is_empty(), "{}", found.violations.join("\n"));
}

/// What was found so far, all of it, so that one run shows all there is to mend.
struct Found {
    page: Page,
    theme: &'static str,
    violations: Vec<String>,
}

impl Found {
    async fn look(&mut self, view: &str) {
        for width in WIDTHS {
            self.page.resize(width, 900).await;
            let mut violations = self.page.violations().await;
            let overhang = self.page.eval("document.documentElement.scrollWidth - document.documentElement.clientWidth").await;
            if overhang != 0 {
                violations.push(format!("the page is {overhang} px wider than the window"));
            }
            let theme = self.theme;
            self.violations.extend(violations.into_iter().map(|violation| format!("{view}, {theme}, {width} px: {violation}")));
        }
    }
}

fn project(path: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    // Browsers take no path that goes up.
    path.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file of one test: the other, which runs beside it, may not change what a browser is reading.
fn file(theme: &str, name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(theme);
    fs::create_dir_all(&folder).expect("the folder is there");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("the file is written");
    path
}
