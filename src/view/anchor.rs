use yew::prelude::*;

use super::words::Lang;

/// A quiet link from a place to itself; where it is followed, `page` copies its address. Its mark is drawn, not written: who
/// copies the text does not copy it.
pub(super) fn anchor(id: &str, mark: String, to: &str, lang: Lang) -> Html {
    html! { <a class="anchor" href={format!("#{id}")} data-mark={mark} lang={lang.tag()} aria-label={lang.words().link(to)}></a> }
}
