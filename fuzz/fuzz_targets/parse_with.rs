//! Any text with any corrections: the laws hold, and what was followed leads to the same report.
#![no_main]

#[path = "../../tests/fixtures/hold.rs"]
mod hold;

use libfuzzer_sys::fuzz_target;
use wirecopy::report::{Correction, Label};
use wirecopy::text::Span;

fuzz_target!(|input: (Vec<(u16, u16, u8)>, &str)| {
    let (fixes, text) = input;
    let fixes = fixes.into_iter().take(16).map(|(start, end, label)| Correction {
        span: Span::new(start.min(end).into(), start.max(end).into()),
        label: Label::ALL[usize::from(label) % Label::ALL.len()],
    });
    let report = wirecopy::parse_with(text, &fixes.collect::<Vec<_>>());
    hold::hold_in(text, &report);
    assert_eq!(wirecopy::parse_with(text, &report.corrections), report);
});
