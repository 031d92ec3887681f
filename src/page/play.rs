//! The clock of the timeline that plays.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::{document, window};

use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::TargetCast;

use crate::view::state::dial::{Move, Turn};

/// What a pull on the slider asks for.
pub(super) fn slid(event: &InputEvent) -> Turn {
    let slider: HtmlInputElement = event.target_unchecked_into();
    Turn::Slid(slider.value_as_number() / 1000.0)
}

/// What a key asks for that is pressed on the slider: the browser's own steps know nothing of deadlines.
pub(super) fn pressed(event: &KeyboardEvent) -> Option<Turn> {
    let chord = event.ctrl_key() || event.alt_key() || event.meta_key();
    let way = Move::of_key(&event.key()).filter(|_| !chord)?;
    event.prevent_default();
    Some(Turn::Moved(way))
}

/// How N is to move by itself: in steps where the reader wants no motion.
pub(super) fn begin() -> Turn {
    let reduced = window().match_media("(prefers-reduced-motion: reduce)");
    Turn::Play { steps: reduced.ok().flatten().is_some_and(|query| query.matches()) }
}

/// The clock: it runs until it is dropped.
pub(super) struct Clock {
    _frame: Rc<RefCell<Option<AnimationFrame>>>,
    _hidden: EventListener,
}

/// Tells the page each frame how much time has passed, and that it is to stay where the reader looks at something else.
pub(super) fn run(tell: impl Fn(Turn) + Clone + 'static) -> Clock {
    let frame = Rc::default();
    let teller = tell.clone();
    tick(&frame, None, move |ms| teller(Turn::Tick(ms)));
    let hidden = EventListener::new(&document(), "visibilitychange", move |_| {
        if document().hidden() {
            tell(Turn::Pause);
        }
    });
    Clock { _frame: frame, _hidden: hidden }
}

/// Asks for the next frame, and at it for the one after. What is dropped is asked for no more.
fn tick(frame: &Rc<RefCell<Option<AnimationFrame>>>, before: Option<f64>, tell: impl Fn(f64) + 'static) {
    let next = Rc::downgrade(frame);
    let asked = request_animation_frame(move |now| {
        if let Some(frame) = next.upgrade() {
            if let Some(before) = before {
                tell(now - before);
            }
            tick(&frame, Some(now), tell);
        }
    });
    *frame.borrow_mut() = Some(asked);
}
