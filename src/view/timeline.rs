use std::rc::Rc;

use yew::prelude::*;

use super::Response;
use super::address::duration;
use super::dial::dial as axis;
use super::setting::Setting;
use super::state::{Shown, dial};
use super::steps::hung;
use super::words::{self, Amount, Count, Lang, LiveWords};
use crate::report::{Status, Step};
use crate::response::state::{Group, State, at};

/// So many triggers are seen at once; a timeline with a few more than that is shown whole.
const SEEN: usize = 16;

/// The triggers of the rest come to the page so many at a time.
const STRETCH: usize = 16;

/// The values of a [`ResponseTimeline`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ResponseTimelineProps {
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
pub(crate) fn ResponseTimeline(props: &ResponseTimelineProps) -> Html {
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
