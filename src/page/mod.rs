//! The browser: the only room that knows it. Fetches, files, the clipboard, the address, saving.

mod address;
mod app;
mod clipboard;
mod decode;
mod files;
mod html;
mod photos;

use crate::view::words::Lang;
use gloo::utils::{document, window};

/// The report that is shown unless another is opened, relative to the page.
const DEFAULT: &str = "reports/default.txt";

/// Puts the page into `#app`.
pub fn start() {
    if let Some(root) = document().get_element_by_id("app") {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}

/// The language the address asks for, else the browser's.
fn lang() -> Lang {
    let asked = address::parameter("lang").and_then(|tag| Lang::of_tag(&tag));
    asked.or_else(|| window().navigator().language().and_then(|tag| Lang::of_tag(&tag))).unwrap_or_default()
}
