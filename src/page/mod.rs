//! The browser: the only room that knows it. Fetches, files, the clipboard, the address, saving.

mod address;
mod app;
mod clipboard;
mod decode;
mod display;
mod export;
mod files;
mod html;
mod menus;
mod photos;

use gloo::utils::document;

/// The report that is shown unless another is opened, relative to the page.
const DEFAULT: &str = "reports/default.txt";

/// Puts the page into `#app`.
pub fn start() {
    if let Some(root) = document().get_element_by_id("app") {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
