//! Language and light: which the browser and the address ask for, and how the page around `#app` follows them.

use gloo::utils::{document, window};
use web_sys::{Element, Event};

use super::{address, dom};
use crate::view::state::display::{Choice, Display, Theme};
use crate::view::words::Lang;

/// What the browser and the address ask for.
pub(super) fn asked() -> Display {
    let found = window().navigator().language().and_then(|tag| Lang::of_tag(&tag)).unwrap_or_default();
    let mut display = Display { found, ..Display::default() };
    for name in ["lang", "theme"] {
        match address::parameter(name).and_then(|value| Choice::read(name, &value)) {
            Some(Choice::Lang(lang)) => display.lang = Some(lang),
            Some(Choice::Theme(theme)) => display.theme = theme,
            None => {}
        }
    }
    display
}

/// The choice a button stands for.
pub(super) fn choice(event: &Event) -> Option<Choice> {
    let button = dom::around(event, "button")?;
    Choice::read(&button.get_attribute("name")?, &button.get_attribute("value")?)
}

/// Tells the browser, whose own parts (scroll bars, the window's frame, spell checker) follow.
pub(super) fn follow(display: Display) -> Option<()> {
    let root = document().document_element()?;
    let _ = root.set_attribute("lang", display.lang().tag());
    let scheme = match display.theme {
        Theme::Auto => "light dark",
        Theme::Light | Theme::Dark => display.theme.name(),
    };
    let _ = match display.theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", scheme),
    };
    let _ = meta("color-scheme")?.set_attribute("content", scheme);
    for (name, paper) in PAPERS {
        // Each is for one of the system's two schemes; a chosen theme holds in both.
        let paper = PAPERS.iter().find(|(chosen, _)| *chosen == scheme).map_or(paper, |(_, paper)| paper);
        let _ = meta(&format!("theme-color\"][media*=\"{name}"))?.set_attribute("content", paper);
    }
    address::keep_choices(display);
    Some(())
}

/// The colours of the paper, as in `base.css`.
const PAPERS: [(&str, &str); 2] = [("light", "#faf7f0"), ("dark", "#171410")];

fn meta(name: &str) -> Option<Element> {
    document().query_selector(&format!("meta[name=\"{name}\"]")).ok()?
}
