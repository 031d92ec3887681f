use yew::prelude::*;

use super::PartProps;
use crate::report::{Dateline, Name};

/// The head of a report: headline, then dateline, byline and editors as metadata.
#[component]
pub fn Head(props: &PartProps) -> Html {
    let words = props.lang.words();
    let report = &props.document.report;
    let reporters = report.dateline.as_ref().map_or(&[][..], |dateline| &dateline.reporters);
    let authors = report.byline.as_ref().map_or(&[][..], |byline| &byline.names);
    html! {
        <header class="head" lang={report.lang.tag()}>
            if let Some(headline) = &report.headline {
                <h1>{ &headline.text }</h1>
            } else {
                <h1 class="untitled" lang={props.lang.tag()}>{ words.untitled }</h1>
            }
            <div class="meta">
                if let Some(dateline) = &report.dateline {
                    <p class="dateline">{ origin(dateline) }</p>
                }
                { people("byline", words.authors, authors, props) }
                { people("reporters", words.reporters, reporters, props) }
                { people("editors", words.editors, &report.editors.0, props) }
            </div>
        </header>
    }
}

/// Agency, place and date; a dateline that could not be taken apart stands as it is.
fn origin(dateline: &Dateline) -> Html {
    let Dateline { text, agency, place, date, resolved, .. } = dateline;
    if agency.is_none() && place.is_none() && date.is_none() {
        return html! { <span>{ text }</span> };
    }
    html! {
        <>
            if let Some(agency) = agency { <span class="agency">{ agency }</span> }
            if let Some(place) = place { <span class="place">{ place }</span> }
            if let Some(date) = date { <time class="date" datetime={resolved.clone()}>{ date }</time> }
        </>
    }
}

fn people(class: &'static str, role: &'static str, names: &[Name], props: &PartProps) -> Html {
    if names.is_empty() {
        return Html::default();
    }
    html! {
        <p class={class}>
            <span class="role" lang={props.lang.tag()}>{ role }</span>
            for name in names {
                <span class="name" key={name.span.start}>{ &name.text }</span>
            }
        </p>
    }
}
