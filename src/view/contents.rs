use yew::prelude::*;

use super::words::Lang;
use crate::report::Script;

/// The table of contents of headings written in a script, which knows in which section the reader is: from 1; 0 before the first. A report with
/// fewer than two headings has none.
pub(crate) fn contents(headings: &[AttrValue], script: Script, lang: Lang, section: usize) -> Html {
    if headings.len() < 2 {
        return Html::default();
    }
    html! {
        <nav class="contents" aria-label={lang.live().contents} lang={lang.tag()}>
            <ol lang={script.tag()}>
                for (number, heading) in (1..).zip(headings.iter()) {
                    <li key={number}>
                        <a href={format!("#sec{number}")} aria-current={(number == section).then_some("location")}>{ heading }</a>
                    </li>
                }
            </ol>
        </nav>
    }
}
