use yew::prelude::*;

use super::{CaptionCard, PartProps};

/// All photo captions of a report side by side. A report without any says so.
#[component]
pub fn Gallery(props: &PartProps) -> Html {
    let PartProps { document, lang } = props;
    let words = lang.words();
    let report = &document.report;
    html! {
        <section class="gallery" aria-labelledby="gallery-title">
            <h2 id="gallery-title" lang={lang.tag()}>{ words.captions }</h2>
            if report.captions.is_empty() {
                <p class="none" lang={lang.tag()}>{ words.no_captions }</p>
            }
            <ol class="sheet" role="list" lang={report.lang.tag()}>
                for number in 1..=report.captions.len() {
                    <li key={number}><CaptionCard document={document.clone()} {number} lang={*lang} /></li>
                }
            </ol>
        </section>
    }
}
