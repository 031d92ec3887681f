//! Turns: long work goes on in short stretches, between which the browser sees to its reader.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::MessageChannel;

use crate::text::Pace;
use crate::view::state::Growth;

/// As long (in milliseconds) as a stretch of work may last: nobody notices so short a wait.
const STRETCH: f64 = 24.0;

/// Comes back on the browser's next turn. A message, because timers wait at least 4 ms each and stand still in a hidden tab.
async fn next() {
    let turn = Promise::new(&mut |resolve, _| {
        if let Ok(channel) = MessageChannel::new() {
            channel.port1().set_onmessage(Some(&resolve));
            let _ = channel.port2().post_message(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(turn).await;
}

/// The page grows by so much at least: each time costs something, however small.
const LEAST: usize = 8;

/// The pace of reading in a page.
pub(super) struct Turns(Rc<Cell<f64>>);

impl Turns {
    pub(super) fn new() -> Self {
        Turns(Rc::new(Cell::new(Date::now())))
    }
}

impl Pace for Turns {
    fn rest(&self) -> Option<Pin<Box<dyn Future<Output = ()>>>> {
        if Date::now() - self.0.get() < STRETCH {
            return None;
        }
        let since = Rc::clone(&self.0);
        Some(Box::pin(async move {
            next().await;
            since.set(Date::now());
        }))
    }
}

/// How the page grows: as much at a time as fits into a stretch.
#[derive(Clone, Copy)]
pub(super) struct Growing {
    since: f64,
    step: usize,
}

impl Default for Growing {
    fn default() -> Self {
        Growing { since: 0.0, step: LEAST }
    }
}

/// Lets the page grow on the next turn. `growing` remembers how long the last step took; the flag that comes back, once set, calls it off.
pub(super) fn grow(growing: &Rc<Cell<Growing>>, grown: impl FnOnce(Growth) + 'static) -> Rc<Cell<bool>> {
    let Growing { since, step } = growing.get();
    let took = Date::now() - since;
    let step = if took < STRETCH / 2.0 {
        step * 2
    } else if took > STRETCH {
        (step / 2).max(LEAST)
    } else {
        step
    };
    let (growing, over) = (Rc::clone(growing), Rc::new(Cell::new(false)));
    let called_off = Rc::clone(&over);
    spawn_local(async move {
        next().await;
        if !called_off.get() {
            growing.set(Growing { since: Date::now(), step });
            grown(Growth::By(step));
        }
    });
    over
}
