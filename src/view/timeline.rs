use std::rc::Rc;

use yew::prelude::*;

use super::address::{View, duration};
use super::dates;
use super::dial::{dial as axis, percent};
use super::setting::Way;
use super::state::{Shown, dial};
use super::words::{self, Amount, Count, Lang, LiveWords};
use super::{Response, Setting};
use crate::report::{Role, Status, Step, Trigger};
use crate::response::calendar::Point;
use crate::response::state::{Group, State, at};

/// As many steps of a group hang side by side from a wide rail; more of them stand in a column.
const ABREAST: usize = 4;

/// So many triggers are seen at once; a timeline with a few more than that is shown whole.
const SEEN: usize = 16;

/// The triggers of the rest come to the page so many at a time.
const STRETCH: usize = 16;

/// The columns of the grid they hang in.
const GRID: usize = 12;

/// The values of a [`ResponseTimeline`].
#[derive(Clone, PartialEq, Properties)]
pub struct ResponseTimelineProps {
    /// The timeline.
    pub response: Response,
    /// The language of the interface.
    pub lang: Lang,
    /// Where N is.
    pub dial: dial::Dial,
    /// Where in the text the part of the body ends that is on the page: a step comes with its sentence.
    #[prop_or(usize::MAX)]
    pub end: usize,
    /// Whether the body is too long to be laid out at once.
    #[prop_or_default]
    pub long: bool,
    /// How much of a long list's rest is on the page, once it is unfolded.
    #[prop_or_default]
    pub rest: Option<Shown>,
    /// The page around it.
    #[prop_or_default]
    pub setting: Setting,
    /// What the reader does to N.
    pub events: DialEvents,
    /// The rest of a long list was opened or closed.
    #[prop_or_default]
    pub onrest: Callback<Event>,
}

/// What a reader does to N.
#[derive(Clone, PartialEq)]
pub struct DialEvents {
    /// The slider was pulled.
    pub onslide: Callback<InputEvent>,
    /// A key was pressed on the slider.
    pub onkey: Callback<KeyboardEvent>,
    /// Someone takes hold of the slider.
    pub onhold: Callback<PointerEvent>,
    /// N is to move by itself, or to stay.
    pub onplay: Callback<MouseEvent>,
}

impl Default for DialEvents {
    /// Nobody listens.
    fn default() -> Self {
        DialEvents { onslide: Callback::noop(), onkey: Callback::noop(), onhold: Callback::noop(), onplay: Callback::noop() }
    }
}

/// The response timeline: one axis, a slider for N, and under it the steps of every trigger, reached or not. A report
/// without steps shows nothing.
#[component]
pub fn ResponseTimeline(props: &ResponseTimelineProps) -> Html {
    let ResponseTimelineProps { response, lang, dial, end, long, rest, setting, events, onrest } = props;
    let words = lang.live();
    let steps = &response.timeline.steps;
    if steps.is_empty() {
        return Html::default();
    }
    let hours = dial.hours(&response.scale);
    let state = at(&response.timeline, hours);
    let progress = words.progress(state.reached, state.total, demanded(steps));
    let counted = count(steps, hours);
    let now = dial.position(&response.scale);
    let (first, others) = state.groups.split_at(seen(state.groups.len()));
    // Without a deadline behind 0 there is nothing to pull.
    let moves = !response.scale.stops().is_empty();
    html! {
        <section
            id="timeline"
            class={classes!("timeline", dial.play.is_some().then_some("plays"), long.then_some("long"))}
            aria-labelledby="timeline-title"
            data-within={dial.within.map(duration)}
            lang={lang.tag()}
        >
            <h2 id="timeline-title">{ words.timeline }</h2>
            if moves {
                <div class="reading">
                    // The slider says the same to those who listen.
                    <p class="now" aria-hidden="true">{ large(words, hours, counted) }</p>
                    <p class="progress" aria-hidden="true">{ &progress }</p>
                    <p class="next">{ next(response, &state, words) }</p>
                    { play_button(words, dial.play.is_some(), &events.onplay) }
                </div>
                { axis(response, *lang, hours, now, words.value_text(&words.within(hours, counted), &progress), events) }
            }
            for group in first.chunks(1).filter(|group| group[0].steps.iter().any(|step| steps[*step].span.start < *end)) {
                { stretch(response, *lang, setting, now, group) }
            }
            if !others.is_empty() {
                <details id="more-steps" class="rest" ontoggle={onrest}>
                    <summary>{ words.more_steps(others.iter().map(|group| group.steps.len()).sum()) }</summary>
                    for groups in others.chunks(STRETCH).take(rest.map_or(0, Shown::stretches)) {
                        { stretch(response, *lang, setting, now, groups) }
                    }
                </details>
            }
        </section>
    }
}

/// How many of so many triggers are seen at once.
fn seen(groups: usize) -> usize {
    if groups > SEEN + 4 { SEEN } else { groups }
}

/// In how many stretches the rest of so many triggers comes.
pub(super) fn stretches(groups: usize) -> usize {
    (groups - seen(groups)).div_ceil(STRETCH)
}

/// Some triggers; N moves nothing in them beyond their last deadline.
fn stretch(response: &Response, lang: Lang, setting: &Setting, now: f64, groups: &[Group]) -> Html {
    let steps = &response.timeline.steps;
    let last = groups.iter().flat_map(|group| &group.steps).map(|step| steps[*step].hours).fold(0.0, f64::max);
    html! {
        <Stretch
            key={groups[0].trigger.map_or(0, |index| index + 1)}
            response={response.clone()}
            {lang}
            setting={setting.clone()}
            now={now.min(response.scale.position(last))}
            groups={Rc::<[Group]>::from(groups)}
        />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct StretchProps {
    response: Response,
    lang: Lang,
    setting: Setting,
    /// How far N is on the axis.
    now: f64,
    groups: Rc<[Group]>,
}

/// Some triggers, rendered again only where N moves something in them.
#[component]
fn Stretch(props: &StretchProps) -> Html {
    let StretchProps { response, lang, setting, now, groups } = props;
    groups.iter().map(|group| hung(response, *lang, setting, *now, group)).collect()
}

/// Whether some steps are demanded only: then no count of them may call them done.
fn demanded(steps: &[Step]) -> bool {
    steps.iter().any(|step| step.status == Status::Required)
}

/// How the text counts the deadlines at `hours`, if all of them alike.
pub(super) fn count(steps: &[Step], hours: f64) -> Count {
    let counts = |step: &Step| match step.workdays {
        Some(count) => Count::Workdays(count),
        // P3D, and not PT72H.
        None if step.within.ends_with('D') => Count::Days,
        None => Count::Clock,
    };
    let mut here = steps.iter().filter(|step| step.hours.total_cmp(&hours).is_eq()).map(counts);
    let first = here.next().unwrap_or(Count::Clock);
    if here.all(|other| other == first) { first } else { Count::Clock }
}

/// N with its digits set large.
fn large(words: &LiveWords, hours: f64, count: Count) -> Html {
    let Amount(parts) = words.amount(hours, count);
    let (before, after) = words::around(words.within);
    if parts.is_empty() {
        return html! { <b>{ words.start }</b> };
    }
    html! {
        <>
            { before }
            for (count, unit) in parts {
                <b>{ count }</b><span>{ unit }</span>
            }
            { after }
        </>
    }
}

/// The nearest step that is not reached.
fn next(response: &Response, state: &State, words: &LiveWords) -> Html {
    let timeline = &response.timeline;
    let steps = state.groups.iter().filter_map(|group| group.next);
    let Some(next) = steps.min_by(|a, b| timeline.steps[*a].hours.total_cmp(&timeline.steps[*b].hours)) else {
        return Html::default();
    };
    let step = &timeline.steps[next];
    let tag = response.lang.tag();
    html! {
        <>
            { words.next }
            <a href={format!("#step-{}", next + 1)} lang={tag}>{ &step.text }</a>
            { " " }
            <span lang={tag}>{ &step.statement }</span>
        </>
    }
}

/// Sets N going and holds it; the word on it says what it will do.
fn play_button(words: &LiveWords, plays: bool, onclick: &Callback<MouseEvent>) -> Html {
    // Two bars, or a triangle.
    let (sign, word) = if plays { ("M3 2h3v12H3zM10 2h3v12h-3z", words.pause) } else { ("M4 2l10 6-10 6z", words.play) };
    html! {
        <button type="button" id="play" class="play" {onclick}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d={sign} /></svg>
            { word }
        </button>
    }
}

/// A trigger, and the steps that hang from it, with N so far on the axis.
fn hung(response: &Response, lang: Lang, setting: &Setting, now: f64, group: &Group) -> Html {
    let words = lang.live();
    let scale = &response.scale;
    let tag = response.lang.tag();
    let timeline = &response.timeline;
    let trigger = group.trigger.map(|index| &timeline.triggers[index]);
    let places: Vec<f64> = group.steps.iter().map(|index| scale.position(timeline.steps[*index].hours)).collect();
    let columns = columns(&places);
    // How far the ink has come from one step (or the start) to the next.
    let inked = |from: f64, to: f64| if to > from { ((now - from) / (to - from)).clamp(0.0, 1.0) } else { f64::from(now >= to) };
    let room = if columns.is_none() {
        "many"
    } else if places.len() > 2 {
        "several"
    } else {
        "few"
    };
    html! {
        <div key={group.trigger.map_or(0, |index| index + 1)} class={classes!("group", room)}>
            <h3 class="trigger">
                { spine(Some(inked(0.0, places.first().copied().unwrap_or(1.0)))) }
                if let Some(trigger) = trigger {
                    <span class="from">{ words.from }</span>
                    <span class="what" lang={tag}>{ &trigger.text }</span>
                    { since(trigger, lang) }
                } else {
                    <span class="what">{ words.no_trigger }</span>
                }
            </h3>
            if let Some(columns) = &columns {
                <svg class="leaders" aria-hidden="true">{ leaders(&places, columns, now) }</svg>
            }
            <ol class="steps" role="list">
                for (index, step) in group.steps.iter().copied().enumerate() {
                    { entry(response, lang, setting, step, &Hangs {
                        reached: index < group.reached,
                        column: columns.as_ref().map(|columns| columns[index]),
                        ink: places.get(index + 1).map(|next| inked(places[index], *next)),
                    }) }
                }
            </ol>
        </div>
    }
}

/// When the clock started, where the text says so.
fn since(trigger: &Trigger, lang: Lang) -> Html {
    let Some(point) = trigger.at.as_deref().and_then(|at| Point::read(at, &trigger.text)) else { return Html::default() };
    html! { <time class="since" datetime={dates::machine(point)}>{ lang.live().since(&dates::full(lang, point)) }</time> }
}

/// The column each step hangs in: as near its place as its neighbours allow. None if they don't fit side by side.
fn columns(places: &[f64]) -> Option<Vec<usize>> {
    if places.len() > ABREAST {
        return None;
    }
    let width = width(places.len());
    let mut columns: Vec<usize> = Vec::new();
    for place in places {
        let wanted = (0..=GRID - width).rev().find(|column| fraction(*column) <= *place).unwrap_or(0);
        let least = columns.last().map_or(0, |last| last + width);
        columns.push(wanted.max(least));
    }
    // What was pushed over the right edge pushes back.
    let mut most = GRID - width;
    for column in columns.iter_mut().rev() {
        *column = (*column).min(most);
        most = column.saturating_sub(width);
    }
    Some(columns)
}

/// How many columns each of so many steps takes.
fn width(steps: usize) -> usize {
    if steps > 2 { 3 } else { 4 }
}

/// The left edge of a column as a part of the axis.
fn fraction(column: usize) -> f64 {
    column as f64 / GRID as f64
}

/// A rail with the group's deadlines, and from each a line to the column its step hangs in.
fn leaders(places: &[f64], columns: &[usize], now: f64) -> Html {
    let last = places.last().copied().unwrap_or(1.0);
    html! {
        <>
            <rect class="rail" x="0" y="7" width={percent(last)} height="2" />
            <rect class="ink" x="0" y="7" width={percent(now.min(last))} height="2" />
            for (place, column) in places.iter().zip(columns) {
                <g key={*column} class={classes!("leader", (*place <= now).then_some("reached"))}>
                    <line x1={percent(*place)} y1="8" x2={percent(*place)} y2="18" />
                    <line x1={percent(*place)} y1="18" x2={percent(fraction(*column))} y2="40" />
                    <circle cx={percent(*place)} cy="8" r="6" />
                </g>
            }
        </>
    }
}

/// The upright rail of narrow pages, inked so far; the last step has none below it.
fn spine(ink: Option<f64>) -> Html {
    let Some(ink) = ink else { return Html::default() };
    html! {
        <svg class="spine" aria-hidden="true">
            <rect class="rail" x="5" y="0" width="2" height="100%" />
            <rect class="ink" x="4" y="0" width="4" height={percent(ink)} />
        </svg>
    }
}

/// How a step hangs from the rail.
struct Hangs {
    reached: bool,
    /// Its column of the grid, where steps stand side by side.
    column: Option<usize>,
    /// How far the ink has come to the next step.
    ink: Option<f64>,
}

/// One step: within how long, what, how many, whether done or demanded, and the way to the sentence.
fn entry(response: &Response, lang: Lang, setting: &Setting, index: usize, hangs: &Hangs) -> Html {
    let words = lang.live();
    let tag = response.lang.tag();
    let step = &response.timeline.steps[index];
    let number = index + 1;
    let source = response.sentences[index].as_ref().map(|id| setting.way(View::Report, id));
    let (status, fate) = match (step.status, hangs.reached) {
        (Status::Required, true) => ("required", words.reached),
        (Status::Done, true) => ("done", words.done),
        (status, false) => (if status == Status::Done { "done" } else { "required" }, words.ahead),
    };
    html! {
        <li
            key={index}
            id={format!("step-{number}")}
            class={classes!("step", hangs.column.map(|column| format!("c{column}")))}
            data-reached={hangs.reached.to_string()}
            data-status={status}
            tabindex="-1"
        >
            { spine(hangs.ink) }
            <p class="when" lang={tag}>
                { figures(&step.text) }
            </p>
            <p class="what" lang={tag}>{ &step.statement }</p>
            if !step.quantities.is_empty() {
                <ul class="quantities" role="list" lang={tag}>
                    for quantity in &step.quantities {
                        <li key={quantity.span.start}>{ &quantity.text }</li>
                    }
                </ul>
            }
            <p class="fate">
                if step.status == Status::Required {
                    <span class="status">{ words.required }</span>
                } else if step.role == Role::Elapsed {
                    <span class="status">{ words.took }</span>
                }
                <span class="due">{ fate }</span>
                if let Some(Way { href, target }) = source {
                    <a class="source" {href} {target}>
                        { words.source }<span class="sr" lang={tag}>{ format!(" {}", step.text) }</span>
                    </a>
                }
            </p>
        </li>
    }
}

/// A time expression with its digits marked to be set large.
fn figures(text: &str) -> Html {
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | '半' | '０'..='９');
    let mut pieces: Vec<(bool, String)> = Vec::new();
    for c in text.chars() {
        match pieces.last_mut() {
            Some((large, piece)) if *large == figure(c) => piece.push(c),
            _ => pieces.push((figure(c), c.into())),
        }
    }
    let set = |(large, piece)| {
        if large {
            html! { <b>{ piece }</b> }
        } else {
            html! { { piece } }
        }
    };
    pieces.into_iter().map(set).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stay_in_order_and_on_the_page() {
        for (places, expected) in [
            (&[][..], vec![]),
            (&[1.0], vec![8]),
            (&[0.0], vec![0]),
            (&[0.28, 0.41, 0.66], vec![3, 6, 9]),
            (&[0.1, 0.2, 0.3, 1.0], vec![0, 3, 6, 9]),
            (&[0.9, 0.95, 0.97, 1.0], vec![0, 3, 6, 9]),
            (&[0.5, 0.5], vec![4, 8]),
        ] {
            assert_eq!(columns(places), Some(expected), "{places:?}");
        }
        assert_eq!(columns(&[0.1, 0.2, 0.3, 0.4, 0.5]), None);
    }
}
