//! Reads the built page in a real browser, as a person would: opens it, looks, clicks, presses keys.
//!
//! [`visit`] serves `dist/` on a free port, starts the browser with a fresh profile, hands the test a [`Page`], and afterwards
//! fails on anything the browser complained of. A failing test leaves a picture of the page in `target/browser/`.
//! Nothing here knows what the page says.

mod axe;
mod browser;
mod elsewhere;
mod page;
mod server;

use std::{
    fs, panic,
    path::{Path, PathBuf},
};

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::task::LocalSet;

pub use browser::Browser;
pub use page::Page;
use server::Site;

/// Runs a test against the built page in the browser that the variable `BROWSER` names, Chromium if none.
/// Panics where the test does, and where the page isn't built, the browser can't be started or complains.
pub fn visit<T: Future<Output = ()> + 'static>(name: &str, test: impl FnOnce(Page) -> T) {
    visit_folder(name, root("dist"), test);
}

/// Runs a test as [`visit`] does, against a folder of one's own.
pub fn visit_folder<T: Future<Output = ()> + 'static>(name: &str, folder: PathBuf, test: impl FnOnce(Page) -> T) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    LocalSet::new().block_on(&runtime, async {
        let site = Site::serve(folder).await;
        let browser = Browser::from_env();
        // On a busy machine a driver that has just started may hang up once.
        let mut tries = 3;
        let (_driver, client) = loop {
            let driver = browser.start().await;
            let capabilities = browser.capabilities();
            tries -= 1;
            match ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&driver.url).await {
                Ok(client) => break (driver, client),
                Err(error) => assert!(tries > 0, "{browser:?} did not start: {error}"),
            }
        };

        let page = Page::new(client.clone(), site);
        page.resize(1280, 900).await;
        // On its own task, so that a panic leaves the browser to be looked at and closed.
        let outcome = tokio::task::spawn_local(test(page.clone())).await;
        let mut complaints = browser.complaints(&client).await;
        complaints.extend(page.complaints());
        complaints.retain(|complaint| !page.expects(complaint));
        let complaints = complaints.join("\n");
        if outcome.is_err() || !complaints.is_empty() {
            picture(&client, name).await;
        }
        client.close().await.expect("the browser closes");
        if let Err(failure) = outcome {
            eprintln!("on the browser's console:\n{complaints}");
            panic::resume_unwind(failure.into_panic());
        }
        assert!(complaints.is_empty(), "on the browser's console:\n{complaints}");
    });
}

/// Keeps a picture of the page as the failed test left it.
async fn picture(client: &fantoccini::Client, name: &str) {
    let folder = root("target/browser");
    let file = folder.join(format!("{name}.png"));
    match client.screenshot().await {
        Ok(png) => {
            fs::create_dir_all(&folder).and_then(|()| fs::write(&file, png)).expect("the picture is written");
            eprintln!("the page as it was: {}", file.display());
        }
        Err(error) => eprintln!("no picture of the page: {error}"),
    }
}

/// An empty folder for a test to serve from.
pub fn empty_folder(name: &str) -> PathBuf {
    let folder = root("target/browser/sites").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("what an earlier run left can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// A path in the project.
pub fn root(path: &str) -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in tests/");
    tests.parent().expect("tests/ lies in the project").join(path)
}
