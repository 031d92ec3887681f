//! The live page takes the place of the still one that was built into the file, and the reader notices nothing: what was
//! opened, scrolled to, focused, selected stays so.
//!
//! Both are made by the same components, so that a place in one is a place in the other: the nearest element with an id,
//! and how far within it. Where the text itself is another (the file beside the page was replaced), nothing is carried over.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CharacterData, Element, Event, FocusOptions, HtmlElement, HtmlTemplateElement, Node};

use super::dom;
use crate::view::address::hours;

/// Told to the document when the whole page has taken the place of what was there.
pub(super) const EVENT: &str = "takeover";

/// The id of the page's root.
const ROOT: &str = "app";

/// A root for the live page, not yet to be seen.
pub(super) fn root() -> Result<Element, JsValue> {
    let root = document().create_element("div")?;
    root.set_id(ROOT);
    Ok(root)
}

/// The text that was built into the page.
pub(super) fn built_in() -> Option<String> {
    dom::by_id::<HtmlTemplateElement>("source")?.content().text_content()
}

/// What the quick page does when another takes its place.
pub(super) struct Carried {
    /// N in hours, once the reader or the address has chosen.
    pub within: Option<f64>,
    /// Whether it moves by itself.
    pub plays: bool,
}

impl Carried {
    fn of(still: &Element) -> Option<Self> {
        let timeline = still.query_selector("#timeline").ok()??;
        let within = timeline.get_attribute("data-within").and_then(|within| hours(&within));
        Some(Carried { within, plays: timeline.class_list().contains("plays") })
    }
}

/// Puts what is alive where parts of the still page are; a focus within them stays there.
pub(super) fn enliven(put: impl FnOnce()) {
    let focus = document().active_element().and_then(|element| Spot::of(&element));
    put();
    if let Some(spot) = focus {
        spot.focus();
    }
}

/// Puts the live page where the still one is.
pub(super) fn take_over(live: &Element) -> Result<Option<Carried>, JsValue> {
    let page = document();
    let Some(still) = page.get_element_by_id(ROOT) else { return Ok(None) };
    let carried = Carried::of(&still);
    let (x, y) = (window().scroll_x()?, window().scroll_y()?);
    let folds = dom::each(still.query_selector_all("details[id]"));
    let focus = page.active_element().filter(|element| still.contains(Some(element))).and_then(|element| Spot::of(&element));
    let target = still.query_selector(":target")?;
    let selection = window().get_selection()?.and_then(|selection| {
        let from = Point::of(&still, &selection.anchor_node()?, selection.anchor_offset())?;
        let to = Point::of(&still, &selection.focus_node()?, selection.focus_offset())?;
        Some((selection.to_string(), from, to))
    });

    still.replace_with_with_node_1(live)?;
    if let Some(root) = page.document_element() {
        root.class_list().remove_1("elsewhere")?;
        root.remove_attribute("data-view")?;
    }

    if target.is_some() {
        // The browser looks for its target once more.
        let location = window().location();
        location.replace(&location.hash()?)?;
    }
    // The browser opens what hides its target, which the reader may have closed since.
    for was in folds {
        if let Some(is) = page.get_element_by_id(&was.id()) {
            is.toggle_attribute_with_force("open", was.has_attribute("open"))?;
        }
    }
    if let Some(spot) = focus {
        spot.focus();
    }
    if let (Some((said, from, to)), Some(selection)) = (selection, window().get_selection()?)
        && let (Some((from, at)), Some((to, until))) = (from.find()?, to.find()?)
    {
        selection.set_base_and_extent(&from, at, &to, until)?;
        if selection.to_string() != said {
            selection.remove_all_ranges()?;
        }
    }
    window().scroll_to_with_x_and_y(x, y);
    // The quick page ends, and what waited for the whole one goes on.
    page.dispatch_event(&Event::new(EVENT)?)?;
    Ok(carried)
}

/// An element: the n-th within the nearest one that has an id, or that one itself.
struct Spot {
    id: String,
    name: String,
    nth: Option<u32>,
}

impl Spot {
    fn of(element: &Element) -> Option<Self> {
        let near = element.closest("[id]").ok()??;
        let all = near.query_selector_all("*").ok()?;
        let nth = (0..all.length()).find(|index| all.get(*index).as_ref() == Some(element));
        Some(Spot { id: near.id(), name: element.local_name(), nth })
    }

    fn focus(&self) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        if let Some(element) = self.find() {
            let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
        }
    }

    fn find(&self) -> Option<Element> {
        let near = document().get_element_by_id(&self.id)?;
        let found = match self.nth {
            Some(nth) => near.query_selector_all("*").ok()?.get(nth)?.unchecked_into(),
            None => near,
        };
        (found.local_name() == self.name).then_some(found)
    }
}

/// A point in the text: so many UTF-16 units behind the start of the nearest element that has an id.
struct Point {
    id: String,
    units: u32,
}

impl Point {
    fn of(still: &Element, node: &Node, offset: u32) -> Option<Self> {
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        let near = element.closest("[id]").ok()?.filter(|near| still.contains(Some(near)))?;
        let before = document().create_range().ok()?;
        before.set_start(&near, 0).ok()?;
        before.set_end(node, offset).ok()?;
        Some(Point { id: near.id(), units: before.to_string().length() })
    }

    fn find(&self) -> Result<Option<(Node, u32)>, JsValue> {
        const TEXTS: u32 = 4;
        let page = document();
        let Some(near) = page.get_element_by_id(&self.id) else { return Ok(None) };
        let texts = page.create_tree_walker_with_what_to_show(&near, TEXTS)?;
        let mut left = self.units;
        while let Some(text) = texts.next_node()? {
            let length = text.unchecked_ref::<CharacterData>().length();
            if left <= length {
                return Ok(Some((text, left)));
            }
            left -= length;
        }
        Ok(None)
    }
}
