use yew::prelude::*;

use super::Response;
use super::state::dial::{Move, Turn};
use super::timeline::count;
use super::words::Lang;
use crate::response::scale::{Room, Tick};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DialProps {
    pub response: Response,
    pub lang: Lang,
    /// N in hours.
    pub within: f64,
    /// The place of N on the axis.
    pub position: f64,
    /// What the slider says to those who listen.
    pub says: String,
    pub onslide: Callback<InputEvent>,
    pub onturn: Callback<Turn>,
}

/// The axis with its ticks, and the slider upon it.
#[component]
pub(super) fn Dial(props: &DialProps) -> Html {
    let DialProps { response, lang, within, position, says, onslide, onturn } = props;
    let onkeydown = use_callback(onturn.clone(), |event: KeyboardEvent, onturn| {
        let chord = event.ctrl_key() || event.alt_key() || event.meta_key();
        if let Some(way) = Move::of_key(&event.key()).filter(|_| !chord) {
            event.prevent_default();
            onturn.emit(Turn::Moved(way));
        }
    });
    // Whoever takes hold of it, holds it.
    let onpointerdown = use_callback(onturn.clone(), |_: PointerEvent, onturn| onturn.emit(Turn::Pause));
    html! {
        <div class="dial">
            <label for="within">{ lang.live().drag }</label>
            <div class="axis">
                <svg class="scale" aria-hidden="true">
                    <rect class="rail" x="0" y="21" width="100%" height="2" />
                    <rect class="ink" x="0" y="20" width={percent(*position)} height="4" />
                    <Ticks response={response.clone()} lang={*lang} reached={response.scale.reached(*within)} />
                </svg>
                <input
                    type="range"
                    id="within"
                    min="0"
                    max="1000"
                    step="1"
                    value={thousandths(*position).to_string()}
                    aria-valuetext={says.clone()}
                    oninput={onslide}
                    {onkeydown}
                    {onpointerdown}
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
pub fn thousandths(part: f64) -> u32 {
    (part * 1000.0).round() as u32
}

/// A part as a percentage, short enough for an attribute.
pub(super) fn percent(part: f64) -> String {
    let part = thousandths(part);
    format!("{}.{}%", part / 10, part % 10)
}
