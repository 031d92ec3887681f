//! The browser: the only room that knows it. Fetches, files, the clipboard, the address, saving.

mod address;
mod anchors;
mod app;
mod clipboard;
mod decode;
mod desk;
mod display;
mod dom;
mod embed;
mod events;
mod export;
mod facts;
mod files;
mod html;
mod inspect;
mod json;
mod menus;
mod photos;
mod places;
mod play;
mod progress;
mod quick;
mod recent;
mod restore;
mod site;
mod source;
mod standalone;
mod takeover;
mod turn;
mod views;
mod window;

/// Tells the page's state what happens.
type Dispatcher = yew::UseReducerDispatcher<crate::view::state::State>;

/// So long (milliseconds) a sentence stands.
const HEARD: u32 = 6000;

/// The slider must rest so long (milliseconds) before the address follows.
const REST: u32 = 150;

pub use quick::start as start_quick;

/// Brings the page to life. Until its text is there, the still page stays as it is.
pub fn start() {
    wasm_bindgen_futures::spawn_local(async {
        let (state, list) = app::first().await;
        if let Ok(root) = takeover::root() {
            yew::Renderer::<app::App>::with_root_and_props(root.clone(), app::AppProps { root, state, list }).render();
        }
    });
}
