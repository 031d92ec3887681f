//! The inspector's lines: which one an event came from, what of it is selected, what a key asks for.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlSelectElement, KeyboardEvent, Node};

use super::dom;
use crate::report::Label;
use crate::text::Span;
use crate::view::Document;
use crate::view::state::inspect::{Action, Key, part};

/// Where a key is the browser's or a field's own.
const WRITTEN: &str = "input, textarea, [contenteditable]";

/// The line around the target of an event.
fn line(event: &Event) -> Option<Element> {
    dom::around(event, ".lines > li")
}

/// Where a line's block stands in the source.
fn span(line: &Element) -> Option<Span> {
    let (start, end) = line.get_attribute("data-span")?.split_once('-').map(|(start, end)| (start.parse(), end.parse()))?;
    Some(Span::new(start.ok()?, end.ok()?))
}

/// The focus came to a line.
pub(super) fn focused(event: &Event) -> Option<Action> {
    Some(Action::At(line(event)?.get_attribute("data-at")?.parse().ok()?))
}

/// A label was chosen for a line, or for what of it is selected.
pub(super) fn labelled(event: &Event, read: &Document) -> Option<Action> {
    let list: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    let line = line(event)?;
    let span = span(&line)?;
    Some(Action::Label(selected(&line, span, read).unwrap_or(span), Label::of_name(&list.value())?))
}

/// A line is to have its own label back.
pub(super) fn restored(event: &Event) -> Option<Action> {
    let button = dom::around(event, "button.restore")?;
    let line = line(event)?;
    // The button goes with its correction; the focus stays on the line.
    if button.contains(document().active_element().as_deref()) {
        let _ = line.unchecked_ref::<HtmlElement>().focus();
    }
    span(&line).map(Action::Restore)
}

/// Listens to the keys of the inspector.
pub(super) fn listen(read: Document, then: impl Fn(Action) + 'static) -> EventListener {
    EventListener::new_with_options(&window(), "keydown", EventListenerOptions::enable_prevent_default(), move |event| {
        if let Some(action) = event.dyn_ref::<KeyboardEvent>().and_then(|event| asked(event, &read)) {
            event.prevent_default();
            then(action);
        }
    })
}

fn asked(event: &KeyboardEvent, read: &Document) -> Option<Action> {
    let target = dom::target(event)?;
    if event.default_prevented() || event.alt_key() || event.is_composing() || matches!(target.closest(WRITTEN), Ok(Some(_))) {
        return None;
    }
    match Key::of(&event.key(), event.ctrl_key() || event.meta_key(), event.shift_key())? {
        Key::Undo => Some(Action::Undo),
        Key::Redo => Some(Action::Redo),
        // The rest is for whoever is on a line; a list and a button have uses of their own for such keys.
        key if target.matches(".lines > li").unwrap_or_default() => {
            let whole = span(&target)?;
            Some(match key {
                Key::Label(label) => Action::Label(selected(&target, whole, read).unwrap_or(whole), label),
                Key::Restore => Action::Restore(whole),
                Key::Go(way) => Action::Go(way),
                Key::Undo | Key::Redo => return None,
            })
        }
        // From nowhere the first key leads to the lines.
        Key::Go(way) if target.local_name() == "body" => Some(Action::Go(way)),
        _ => None,
    }
}

/// The part of a line that is selected, if it is less than all of it.
fn selected(line: &Element, block: Span, read: &Document) -> Option<Span> {
    let source = line.query_selector(".source").ok()??;
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let (start, end) = (range.start_container().ok()?, range.end_container().ok()?);
    if !source.contains(Some(&start)) || !source.contains(Some(&end)) {
        return None;
    }
    // What is shown of a line is its source, sign by sign: a range before the selection is as long as what precedes it.
    let offset = |node: &Node, at: u32| -> Option<usize> {
        let before = document().create_range().ok()?;
        before.set_start(&source, 0).ok()?;
        before.set_end(node, at).ok()?;
        usize::try_from(before.to_string().length()).ok()
    };
    let (from, to) = (offset(&start, range.start_offset().ok()?)?, offset(&end, range.end_offset().ok()?)?);
    let part = part(&read.source, block, from, to);
    (!part.is_empty() && part != block).then_some(part)
}

/// Lets each line's list say what the line is: a browser keeps what was chosen last, whatever the attributes say.
pub(super) fn settle() {
    for list in dom::each(document().query_selector_all(".lines > li select")) {
        let list: HtmlSelectElement = list.unchecked_into();
        if let Some(label) = list.closest("li").ok().flatten().and_then(|line| line.get_attribute("data-label"))
            && list.value() != label
        {
            list.set_value(&label);
        }
    }
}

/// Puts the focus on the line that the reader is at.
pub(super) fn focus() -> Option<()> {
    dom::focus(".lines > li[tabindex='0']")
}
