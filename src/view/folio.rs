use yew::prelude::*;

use super::words::{Lang, Words};
use super::{Document, Origin};
use crate::text::Encoding;

/// What a reader may choose from, the likeliest first.
const ENCODINGS: [Encoding; 5] = [Encoding::Utf8, Encoding::Gb18030, Encoding::Big5, Encoding::Utf16Le, Encoding::Utf16Be];

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FolioProps {
    pub lang: Lang,
    pub document: Option<Document>,
    pub opened: usize,
    pub can_paste: bool,
    pub onfile: Callback<Event>,
    pub onpaste: Callback<MouseEvent>,
    pub onsave: Callback<MouseEvent>,
    pub onencoding: Callback<Event>,
}

/// The line above the page: its name, how the text was decoded, and the way to another text and out of this one.
#[component]
pub(super) fn Folio(props: &FolioProps) -> Html {
    let words = props.lang.words();
    let origin = props.document.as_ref().and_then(|document| document.origin.as_ref());
    html! {
        <header class="folio" lang={props.lang.tag()}>
            <span class="name">{ words.name }</span>
            if let Some(origin) = origin.filter(|origin| origin.is_told()) {
                { encoding(origin, words, props) }
            }
            <span class="ways">
                <label class="open">
                    <input type="file" id="file" accept=".txt,.htm,.html,.shtml,text/plain,text/html" onchange={&props.onfile} />
                    <span>{ words.open }</span>
                </label>
                if props.can_paste {
                    <button type="button" id="paste" onclick={&props.onpaste}>{ words.paste }</button>
                }
                <button type="button" id="save" onclick={&props.onsave} disabled={props.document.is_none()}>{ words.save }</button>
            </span>
        </header>
    }
}

/// A browser keeps what was chosen in a list, whatever the attributes say: each text has a list of its own.
fn encoding(origin: &Origin, words: &Words, props: &FolioProps) -> Html {
    html! {
        <label class="encoding" key={props.opened}>
            <span>{ words.encoding }</span>
            <select id="encoding" onchange={&props.onencoding}>
                for encoding in ENCODINGS {
                    <option value={encoding.name()} selected={encoding == origin.encoding}>
                        { words.found(encoding, origin) }
                    </option>
                }
            </select>
        </label>
    }
}
