use yew::prelude::*;

use super::Document;
use super::address::View;
use super::words::{Lang, Words};
use crate::report::{Dateline, Name};

/// The values of a [`Head`].
#[derive(Clone, PartialEq, Properties)]
pub struct HeadProps {
    /// The text and what it says.
    pub document: Document,
    /// The language of the interface.
    pub lang: Lang,
    /// Which part of the report is below.
    pub view: View,
}

/// The head of a report: headline, then dateline, byline and editors as metadata, and the way to its captions.
#[component]
pub fn Head(props: &HeadProps) -> Html {
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
                { other_view(props, words) }
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

/// From the story to the captions, if there are any, and back: one link, which keeps the focus.
fn other_view(props: &HeadProps, words: &Words) -> Html {
    let captions = props.document.report.captions.len();
    let (other, label) = match props.view {
        View::Report if captions == 0 => return Html::default(),
        View::Report => (View::Captions, words.captions_count(captions)),
        View::Captions | View::Inspect => (View::Report, words.to_report.to_owned()),
    };
    html! { <p class="views"><a href={other.link("")} lang={props.lang.tag()}>{ label }</a></p> }
}

fn people(class: &'static str, role: &'static str, names: &[Name], props: &HeadProps) -> Html {
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
