//! How far the reader has come: the section, for the table of contents, and the line at the top.

use gloo::events::EventListener;
use gloo::utils::{document, document_element, window};
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::dom;
use crate::view::thousandths;

/// Watches the headings for as long as it lives.
pub(super) struct Sections {
    observer: IntersectionObserver,
    _told: Closure<dyn FnMut(Array)>,
}

impl Sections {
    /// Tells the number of the section the reader is in: of the last heading above the upper third of the window.
    pub(super) fn watch(tell: impl Fn(usize) + 'static) -> Option<Self> {
        let headings = dom::each(document().query_selector_all("article h2"));
        let told = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let entries = entries.iter().map(JsCast::unchecked_into::<IntersectionObserverEntry>);
            // Those above the line are the first ones: the last that came in, or the one before the first that went out.
            let (mut last, mut first) = (None, usize::MAX);
            for entry in entries {
                let number = entry.target().id().trim_start_matches("sec").parse().unwrap_or_default();
                if entry.is_intersecting() {
                    last = last.max(Some(number));
                } else if entry.bounding_client_rect().height() > 0.0 {
                    // Not one in a stretch that is no longer laid out.
                    first = first.min(number);
                }
            }
            if let Some(section) = last.or(first.checked_sub(1).filter(|_| first < usize::MAX)) {
                tell(section);
            }
        });
        let options = IntersectionObserverInit::new();
        // As if the window reached up without end: a leap over several headings is seen too.
        options.set_root_margin("10000000px 0px -66% 0px");
        let observer = IntersectionObserver::new_with_options(told.as_ref().unchecked_ref(), &options).ok()?;
        for heading in &headings {
            observer.observe(heading);
        }
        Some(Sections { observer, _told: told })
    }
}

impl Drop for Sections {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Keeps the entry of the reader's section in sight, where the table of contents scrolls for itself.
pub(super) fn follow() {
    let entry = |css| document().query_selector(css).ok().flatten();
    if let Some((table, entry)) = entry(".contents").zip(entry(".contents [aria-current]")) {
        let (table_box, entry_box) = (table.get_bounding_client_rect(), entry.get_bounding_client_rect());
        let above = (entry_box.top() - table_box.top()).min(0.0);
        table.scroll_by_with_x_and_y(0.0, above + (entry_box.bottom() - table_box.bottom()).max(0.0));
    }
}

/// Draws the line where the style sheet can't: in browsers without animations that follow the scroll bar.
pub(super) fn draw() -> Option<EventListener> {
    if web_sys::css::supports_with_value("animation-timeline", "scroll()").unwrap_or(false) {
        return None;
    }
    let draw = || {
        let root = document_element();
        let way = f64::from(root.scroll_height() - root.client_height());
        let read = window().scroll_y().unwrap_or(0.0) / way.max(1.0);
        let _ = root.unchecked_ref::<HtmlElement>().style().set_property("--read", &format!("{}e-3", thousandths(read)));
    };
    draw();
    Some(EventListener::new(&document(), "scroll", move |_| draw()))
}
