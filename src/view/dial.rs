use yew::prelude::*;

use super::Response;
use super::timeline::{DialEvents, count};
use super::words::Lang;
use crate::response::scale::{Room, Tick};

/// The axis with its ticks, and the slider upon it: at `position` for N, which `says` tells those who listen.
pub(super) fn dial(response: &Response, lang: Lang, hours: f64, position: f64, says: String, events: &DialEvents) -> Html {
    let DialEvents { onslide, onkey, onhold, .. } = events;
    html! {
        <div class="dial">
            <label for="within">{ lang.live().drag }</label>
            <div class="axis">
                <svg class="scale" aria-hidden="true">
                    <rect class="rail" x="0" y="21" width="100%" height="2" />
                    <rect class="ink" x="0" y="20" width={percent(position)} height="4" />
                    <Ticks response={response.clone()} {lang} reached={response.scale.reached(hours)} />
                </svg>
                <input
                    type="range"
                    id="within"
                    min="0"
                    max="1000"
                    step="1"
                    value={thousandths(position).to_string()}
                    aria-valuetext={says}
                    oninput={onslide}
                    onkeydown={onkey}
                    // Whoever takes hold of it, holds it.
                    onpointerdown={onhold}
                />
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TicksProps {
    response: Response,
    lang: Lang,
    /// How many of the deadlines N has reached: between them no tick changes.
    reached: usize,
}

#[component]
fn Ticks(props: &TicksProps) -> Html {
    let TicksProps { response, lang, reached } = props;
    let steps = &response.timeline.steps;
    let label = |hours: f64| lang.live().tick(hours, count(steps, hours));
    // Latin letters and figures are half as wide as high.
    let width = |hours: f64| label(hours).chars().map(|c| if c.is_ascii() { 0.56 } else { 1.0 }).sum();
    let ticks = response.scale.ticks(width);
    let stops = response.scale.stops();
    let last = reached.checked_sub(1).map_or(0.0, |last| stops[last]);
    ticks.iter().enumerate().map(|(number, tick)| mark(number, tick, label(tick.hours), tick.hours <= last)).collect()
}

fn mark(number: usize, tick: &Tick, label: String, reached: bool) -> Html {
    let x = percent(tick.position);
    let top = if tick.deadline { "14" } else { "18" };
    let wide = (tick.room == Room::Wide).then_some("wide");
    html! {
        <g key={number} class={classes!("tick", tick.deadline.then_some("stop"), reached.then_some("reached"))}>
            <line x1={x.clone()} x2={x.clone()} y1={top} y2="30" />
            if tick.room != Room::None {
                <text class={wide} {x} y="53">{ label }</text>
            }
        </g>
    }
}

/// A part in thousandths. Whole numbers print with less machinery than floats do.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part lies about between 0 and 1")]
pub(crate) fn thousandths(part: f64) -> u32 {
    (part * 1000.0).round() as u32
}

/// A part as a percentage, short enough for an attribute.
pub(super) fn percent(part: f64) -> String {
    let part = thousandths(part);
    format!("{}.{}%", part / 10, part % 10)
}
