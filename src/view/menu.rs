//! Menus of the folio line: a disclosure with its entries. Which one is open is the browser's to know, like the focus;
//! `page` closes it on Escape, on a click elsewhere, and after a choice.

use yew::prelude::*;

use super::address::View;

/// A menu; `entries` are made by the functions below, each a list item.
pub(super) fn menu(id: &'static str, title: &'static str, entries: Html) -> Html {
    html! {
        // Of those with one name, one is open at a time.
        <details {id} class="menu" name="folio">
            <summary>{ title }</summary>
            <ul class="entries" role="list">{ entries }</ul>
        </details>
    }
}

/// An entry that does something.
pub(super) fn button(id: &'static str, label: &'static str, disabled: bool, onclick: &Callback<MouseEvent>) -> Html {
    html! { <li><button type="button" {id} {disabled} {onclick}>{ label }</button></li> }
}

/// An entry that asks for a file.
pub(super) fn file(id: &'static str, label: &'static str, accept: &'static str, onchange: &Callback<Event>) -> Html {
    html! { <li><label><input type="file" {id} {accept} {onchange} /><span>{ label }</span></label></li> }
}

/// An entry that asks for a line of text and sends it off.
pub(super) fn field(id: &'static str, label: &'static str, go: &'static str, onsubmit: &Callback<SubmitEvent>) -> Html {
    html! {
        <li>
            <form class="field" {onsubmit}>
                <label for={id}>{ label }</label>
                <input type="text" {id} inputmode="url" autocapitalize="off" autocomplete="off" spellcheck="false" placeholder="https://" required=true />
                <button type="submit">{ go }</button>
            </form>
        </li>
    }
}

/// A group of links.
pub(super) fn links(
    id: &'static str,
    title: &'static str,
    of: impl IntoIterator<Item = (AttrValue, &'static str)>,
    onclick: &Callback<MouseEvent>,
) -> Html {
    html! {
        <li>
            <div {id} class="choices" role="group" aria-label={title}>
                <span aria-hidden="true">{ title }</span>
                for (href, label) in of {
                    <a {href} {onclick}>{ label }</a>
                }
            </div>
        </li>
    }
}

/// One of several values.
pub(super) struct Choice {
    /// As it stands in the address.
    pub value: &'static str,
    pub label: &'static str,
    /// The label's language, where it is not that of the interface.
    pub lang: Option<&'static str>,
    pub chosen: bool,
}

/// A group of entries of which one is chosen: buttons with the name and value of the choice.
pub(super) fn choices(
    name: &'static str,
    title: &'static str,
    of: impl IntoIterator<Item = Choice>,
    onclick: &Callback<MouseEvent>,
) -> Html {
    html! {
        <li>
            <div class="choices" role="group" aria-label={title}>
                <span aria-hidden="true">{ title }</span>
                for Choice { value, label, lang, chosen } in of {
                    <button type="button" {name} {value} {lang} aria-pressed={chosen.to_string()} {onclick}>{ label }</button>
                }
            </div>
        </li>
    }
}

/// The views of a report, as links to them.
pub(super) fn views(title: &'static str, of: impl IntoIterator<Item = (View, &'static str)>, shown: View) -> Html {
    html! {
        <li>
            <div class="choices" role="group" aria-label={title}>
                <span aria-hidden="true">{ title }</span>
                for (view, label) in of {
                    <a href={view.link("")} aria-current={(view == shown).then_some("page")}>{ label }</a>
                }
            </div>
        </li>
    }
}
