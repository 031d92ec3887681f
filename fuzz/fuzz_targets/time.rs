//! Any text: its times, and what the page makes of them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wirecopy::response::scale::Scale;
use wirecopy::response::{calendar, state};
use wirecopy::time;

fuzz_target!(|text: &str| {
    let mut at = 0;
    for found in time::find(text) {
        assert!(found.span.start >= at && found.span.end > found.span.start, "{found:?}");
        assert_eq!(text.get(found.span.start..found.span.end), Some(&*found.text));
        at = found.span.end;
    }
    let report = wirecopy::parse(text);
    calendar::calendar(text, &report);
    let scale = Scale::new(report.timeline.steps.iter().map(|step| step.hours));
    let mut before = 0;
    for stop in scale.stops().iter().copied().chain([scale.end()]) {
        let position = scale.position(stop);
        assert!((0.0..=1.0).contains(&position), "{stop} h at {position}");
        let state = state::at(&report.timeline, stop);
        let reached = scale.reached(stop);
        assert!(reached >= before, "{state:?}");
        before = reached;
    }
    scale.ticks(|_| 0.05);
});
