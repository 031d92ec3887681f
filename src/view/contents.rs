use yew::prelude::*;

use super::PartProps;
use super::outline::{Part, parts};

/// The table of contents; a report with fewer than two headings has none.
#[component]
pub fn Contents(props: &PartProps) -> Html {
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
        <nav class="contents" aria-label={props.lang.words().contents}>
            <ol lang={report.lang.tag()}>
                for (number, block) in headings {
                    <li key={number}><a href={format!("#sec{number}")}>{ &block.text }</a></li>
                }
            </ol>
        </nav>
    }
}
