use yew::prelude::*;

use super::Document;
use super::outline::{Part, parts};
use super::words::Lang;

/// The values of [`Contents`].
#[derive(Clone, PartialEq, Properties)]
pub struct ContentsProps {
    /// The text and what it says.
    pub document: Document,
    /// The language of the interface.
    pub lang: Lang,
    /// In which section the reader is, from 1; 0 before the first.
    pub section: usize,
}

/// The table of contents, which knows where the reader is; a report with fewer than two headings has none.
#[component]
pub fn Contents(props: &ContentsProps) -> Html {
    let report = &props.document.report;
    let headings: Vec<_> = parts(report)
        .into_iter()
        .filter_map(|part| match part {
            Part::Heading(number, block) => Some((number, block)),
            Part::Paragraph(..) | Part::Figure(..) | Part::EndMark(_) => None,
        })
        .collect();
    if headings.len() < 2 {
        return Html::default();
    }
    html! {
        <nav class="contents" aria-label={props.lang.words().contents} lang={props.lang.tag()}>
            <ol lang={report.lang.tag()}>
                for (number, block) in headings {
                    <li key={number}>
                        <a href={format!("#sec{number}")} aria-current={(number == props.section).then_some("location")}>{ &block.text }</a>
                    </li>
                }
            </ol>
        </nav>
    }
}
