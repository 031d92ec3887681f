use std::rc::Rc;

use yew::prelude::*;

use super::words::Lang;
use crate::report::Script;

/// The values of [`Contents`].
#[derive(Clone, PartialEq, Properties)]
pub struct ContentsProps {
    /// The headings in order.
    pub headings: Rc<[AttrValue]>,
    /// The script they are written in.
    pub script: Script,
    /// The language of the interface.
    pub lang: Lang,
    /// In which section the reader is, from 1; 0 before the first.
    pub section: usize,
}

/// The table of contents, which knows where the reader is; a report with fewer than two headings has none.
#[component]
pub fn Contents(props: &ContentsProps) -> Html {
    let ContentsProps { headings, script, lang, section } = props;
    if headings.len() < 2 {
        return Html::default();
    }
    html! {
        <nav class="contents" aria-label={lang.live().contents} lang={lang.tag()}>
            <ol lang={script.tag()}>
                for (number, heading) in (1..).zip(headings.iter()) {
                    <li key={number}>
                        <a href={format!("#sec{number}")} aria-current={(number == *section).then_some("location")}>{ heading }</a>
                    </li>
                }
            </ol>
        </nav>
    }
}
