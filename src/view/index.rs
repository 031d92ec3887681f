use yew::prelude::*;

use super::address::with_parameter;
use super::state::display::Display;
use super::state::site::{Known, Offer, Site};
use super::words::Words;

/// A link that keeps the language and the light which the reader has chosen.
pub(super) fn carry(link: &str, display: Display) -> String {
    let (path, query) = link.split_once('?').map_or((link, ""), |(path, query)| (path, query));
    let query = display.address().into_iter().fold(query.to_owned(), |query, (name, value)| match value {
        Some(_) => with_parameter(&query, name, value),
        None => query,
    });
    match query.strip_prefix('?').unwrap_or(&query) {
        "" => link.to_owned(),
        query => format!("{path}?{query}"),
    }
}

/// The way from a report to the index it is one of.
pub(super) fn home(site: &Site) -> Option<AttrValue> {
    site.home.clone().or_else(|| site.is_index().then_some("?".into()))
}

/// The values of an [`Index`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct IndexProps {
    /// The reports.
    pub site: Site,
    /// In which language and light the page shows itself.
    pub display: Display,
}

/// The reports of the page, each with its headline, who filed it where, and when.
#[component]
pub(super) fn Index(props: &IndexProps) -> Html {
    let words = props.display.lang().words();
    let IndexProps { site, display } = props;
    html! {
        <>
            <header class="head" lang={display.lang().tag()}>
                <h1>{ site.title.clone().unwrap_or_else(|| words.reports.into()) }</h1>
            </header>
            <ol class="index" role="list">
                for offer in site.reports.iter() {
                    <li key={offer.name.to_string()}>{ entry(offer, words, *display) }</li>
                }
            </ol>
        </>
    }
}

fn entry(offer: &Offer, words: &Words, display: Display) -> Html {
    let entry = &offer.entry;
    let title = entry.title.clone().unwrap_or_else(|| offer.name.to_string());
    let script = entry.lang.unwrap_or_default();
    html! {
        <>
            <h2 lang={script.tag()}><a href={carry(&offer.link, display)}>{ title }</a></h2>
            <p class="meta">
                if let Some(dateline) = &entry.dateline {
                    <span class="agency" lang={script.tag()}>{ dateline }</span>
                }
                if let Some(date) = &entry.date {
                    <time class="date" datetime={entry.day().map(str::to_owned)}>{ date }</time>
                }
                if offer.known == Known::Missing {
                    <span class="missing" lang={display.lang().tag()}>{ words.report_missing }</span>
                }
            </p>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::state::display::Theme;
    use crate::view::words::Lang;

    #[test]
    fn links_keep_what_the_reader_has_chosen() {
        let chosen = Display { lang: Some(Lang::En), theme: Theme::Dark, ..Display::default() };
        for (link, display, expected) in [
            ("flood.html", Display::default(), "flood.html"),
            ("?report=flood", Display::default(), "?report=flood"),
            ("?", Display::default(), "?"),
            ("./", chosen, "./?lang=en&theme=dark"),
            ("?report=a%20b", chosen, "?report=a%20b&lang=en&theme=dark"),
        ] {
            assert_eq!(carry(link, display), expected);
        }
    }
}
