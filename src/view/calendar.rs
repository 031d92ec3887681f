use std::ops::Range;

use yew::prelude::*;

use super::Document;
use super::address::View;
use super::dates;
use super::outline::place;
use super::setting::{Way, use_setting};
use super::words::Lang;
use crate::report::Role;
use crate::response::calendar::{Event, Point};

/// So many entries are seen at once; a lane with a few more than that is shown whole.
const SEEN: usize = 10;

/// The values of a [`CalendarLane`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CalendarLaneProps {
    /// The text and what it says.
    pub document: Document,
    /// The language of the interface.
    pub lang: Lang,
    /// Whether the rest of a long lane is on the page.
    pub rest: bool,
    /// The rest was opened or closed.
    pub onrest: Callback<yew::Event>,
}

/// The calendar lane: what the text dates, in the order of the dates, each with the way to its sentence. Where the report has a response
/// timeline the lane stands folded behind it, else in its place; without dates there is none.
#[component]
pub(super) fn CalendarLane(props: &CalendarLaneProps) -> Html {
    let CalendarLaneProps { document, lang, rest, onrest } = props;
    let words = lang.words();
    let setting = use_setting();
    let count = document.calendar.len();
    if count == 0 {
        return Html::default();
    }
    let title = html! { <h2 id="calendar-title">{ words.calendar }</h2> };
    let to_story = |id: &str| setting.way(View::Report, id);
    if document.report.timeline.steps.is_empty() {
        return html! {
            <section id="calendar" class="calendar" aria-labelledby="calendar-title" lang={lang.tag()}>
                { title }
                { lane(document, *lang, *rest, onrest, &to_story) }
            </section>
        };
    }
    html! {
        <details id="calendar" class="calendar" lang={lang.tag()}>
            <summary>{ title }<span class="count">{ words.events(count) }</span></summary>
            { lane(document, *lang, *rest, onrest, &to_story) }
        </details>
    }
}

/// The lane; where it is long, what comes behind its first entries is folded.
fn lane(document: &Document, lang: Lang, rest: bool, onrest: &Callback<yew::Event>, to_story: &dyn Fn(&str) -> Way) -> Html {
    let events = &document.calendar;
    let seen = if events.len() > SEEN + 3 { SEEN } else { events.len() };
    html! {
        <>
            { days(document, 0..seen, lang, to_story) }
            if seen < events.len() {
                <details id="more-days" class="rest" ontoggle={onrest}>
                    <summary>{ lang.words().more_events(events.len() - seen) }</summary>
                    if rest {
                        { days(document, seen..events.len(), lang, to_story) }
                    }
                </details>
            }
        </>
    }
}

/// Some of the entries under their days.
fn days(document: &Document, entries: Range<usize>, lang: Lang, to_story: &dyn Fn(&str) -> Way) -> Html {
    let events = &document.calendar;
    let date = |event: &Event| {
        let day = |point: Point| Point { hour: None, ..point };
        (day(event.from), event.to.map(day))
    };
    let mut year = None;
    let mut at = entries.start;
    html! {
        <ol class="days" role="list">
            for day in events[entries].chunk_by(|a, b| date(a) == date(b)) {
                <li key={at} class="day">
                    <p class="date">
                        if let Some(known) = day[0].from.year.filter(|known| year.replace(*known) != Some(*known)) {
                            <span class="year">{ dates::year(lang, known) }</span>
                        }
                        { heading(document, &day[0], lang) }
                    </p>
                    <ol class="told" role="list">
                        for event in day {
                            { entry(document, event, { at += 1; at }, lang, to_story) }
                        }
                    </ol>
                </li>
            }
        </ol>
    }
}

/// The day, the days or the part of a month.
fn heading(document: &Document, event: &Event, lang: Lang) -> Html {
    let time = |point: Point, text: String| html! { <time datetime={dates::machine(point)}>{ text }</time> };
    let Event { from, to, .. } = *event;
    // Hours of one day are no range of days.
    match to.filter(|to| (to.year, to.month, to.day) != (from.year, from.month, from.day)) {
        None => time(from, dates::day(lang, from)),
        Some(_) if document.report.times[event.time].role == Role::Point => html! { { dates::third(lang, from) } },
        Some(to) => {
            let (first, last) = dates::days(lang, from, to);
            html! { <>{ time(from, first) }{ "–" }{ time(to, last) }</> }
        }
    }
}

/// A sentence with its time of day; the whole of it leads to its place in the text.
fn entry(document: &Document, event: &Event, number: usize, lang: Lang, to_story: &dyn Fn(&str) -> Way) -> Html {
    let hour = |point: Point| point.hour.map(|hour| dates::hour(lang, hour));
    let hours = match (hour(event.from), event.to.and_then(hour)) {
        (Some(from), Some(to)) if from != to => Some(format!("{from}–{to}")),
        (from, to) => from.or(to),
    };
    let report = &document.report;
    let text = event.span.of(&document.source).to_owned();
    html! {
        <li key={number} id={format!("event-{number}")} class="entry" tabindex="-1">
            if let Some(hours) = hours {
                <span class="hour">{ hours }</span>
            }
            if let Some(Way { href, target }) = place(report, event.span.start, format!("e{number}")).map(|id| to_story(&id)) {
                <a class="source" {href} {target} lang={report.lang.tag()}>{ text }</a>
            } else {
                <span class="source" lang={report.lang.tag()}>{ text }</span>
            }
        </li>
    }
}
