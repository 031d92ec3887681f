//! Under the axis of the timeline: a trigger, and the steps that hang from it.

use yew::prelude::*;

use super::Response;
use super::address::View;
use super::dates;
use super::dial::percent;
use super::setting::{Setting, Way};
use super::words::Lang;
use crate::report::{Role, Status, Trigger};
use crate::response::calendar::Point;
use crate::response::state::Group;

/// As many steps of a group hang side by side from a wide rail; more of them stand in a column.
const ABREAST: usize = 4;

/// The columns of the grid they hang in.
const GRID: usize = 12;

/// A trigger and its steps, with N so far on the axis.
pub(super) fn hung(response: &Response, lang: Lang, setting: &Setting, now: f64, group: &Group) -> Html {
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
