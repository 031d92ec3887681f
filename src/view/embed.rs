use yew::prelude::*;

use super::Document;
use super::folio::parts;
use super::state::display::Theme;
use super::state::embed::{Embedding, height};
use super::timeline::count;
use super::words::{Lang, Words};
use crate::export::Frame;

/// The values of an [`EmbedDialog`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct EmbedDialogProps {
    pub document: Document,
    pub lang: Lang,
    pub embedding: Embedding,
    /// Something is chosen: the control says what by its id and value.
    pub onchange: Callback<Event>,
    /// The markup is to be copied.
    pub oncopy: Callback<MouseEvent>,
    /// The dialog has closed.
    pub onclose: Callback<Event>,
    /// The dialog is to close.
    pub onleave: Callback<MouseEvent>,
}

/// How the report is put into another page: what of it and how, a frame that shows it so, and the markup. A text that is only here can't be: then it says
/// what to do. `page` opens it, above everything else.
#[component]
pub(super) fn EmbedDialog(props: &EmbedDialogProps) -> Html {
    let EmbedDialogProps { document, lang, embedding, oncopy, onclose, onleave, .. } = props;
    let words = lang.words();
    let here = document.is_only_here();
    let copied = match embedding.copied {
        Some(true) => words.markup_copied,
        Some(false) => words.markup_by_hand,
        None => "",
    };
    html! {
        <dialog id="embed" class="embed" aria-labelledby="embed-title" lang={lang.tag()} {onclose}>
            <h2 id="embed-title">{ words.embedding }</h2>
            if here {
                <p>{ words.embed_only_here }</p>
            } else {
                { choices(props, words) }
                { preview(props, words) }
                { markup(props, words) }
            }
            <div class="answers">
                if !here {
                    <button type="button" id="embed-copy" onclick={oncopy}>{ words.copy_markup }</button>
                }
                <button type="button" id="embed-close" onclick={onleave}>{ words.close }</button>
                <p class="copied" role="status">{ copied }</p>
            </div>
        </dialog>
    }
}

fn choices(props: &EmbedDialogProps, words: &Words) -> Html {
    let EmbedDialogProps { document, embedding, onchange, .. } = props;
    let views = parts(props.lang, document).into_iter().map(|(view, title)| (view.name(), title, view == embedding.view)).collect();
    let own = ("", words.embed_auto, embedding.lang.is_none());
    let langs = std::iter::once(own).chain(Lang::ALL.map(|lang| (lang.tag(), lang.name(), embedding.lang == Some(lang)))).collect();
    let themes = Theme::ALL.map(|theme| (theme.name(), words.theme(theme), theme == embedding.theme)).to_vec();
    let moves = embedding.has_timeline() && !document.response.scale.stops().is_empty();
    let within = props.lang.live().within(embedding.hours, count(&document.report.timeline.steps, embedding.hours));
    html! {
        <div class="choose">
            { list("embed-view", words.views, views, onchange) }
            { list("embed-lang", words.language, langs, onchange) }
            { list("embed-theme", words.theme, themes, onchange) }
            if moves {
                <label class="here">
                    <input type="checkbox" id="embed-here" checked={embedding.here} {onchange} />
                    { words.embed_here(&within) }
                </label>
            }
        </div>
    }
}

/// A list of values with their names, one of which is chosen.
fn list(id: &'static str, title: &'static str, of: Vec<(&'static str, &'static str, bool)>, onchange: &Callback<Event>) -> Html {
    html! {
        <label for={id}>
            <span>{ title }</span>
            <select {id} {onchange}>
                for (value, name, selected) in of {
                    <option {value} {selected}>{ name }</option>
                }
            </select>
        </label>
    }
}

/// The frame as the other page would have it.
fn preview(props: &EmbedDialogProps, words: &Words) -> Html {
    let query = props.embedding.query();
    let src = if query.starts_with('?') { query } else { format!("?{query}") };
    html! { <iframe {src} title={words.preview} /> }
}

fn markup(props: &EmbedDialogProps, words: &Words) -> Html {
    let EmbedDialogProps { document, embedding, .. } = props;
    let headline = document.report.headline.as_ref().map_or(words.untitled, |headline| &headline.text);
    let part = parts(props.lang, document).into_iter().find(|(view, _)| *view == embedding.view).map_or("", |(_, title)| title);
    let frame = Frame { address: &embedding.whole(), title: &words.part_of(part, headline), height: height(embedding.view) };
    html! {
        <>
            <label for="markup">{ words.markup }</label>
            <textarea id="markup" readonly=true rows="5" spellcheck="false" value={frame.html()} />
        </>
    }
}
