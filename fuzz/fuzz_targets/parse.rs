//! Any text: the laws hold, and its exports can be written and read.
#![no_main]

#[path = "../../tests/fixtures/hold.rs"]
mod hold;

use libfuzzer_sys::fuzz_target;
use wirecopy::export::{self, Form};

fuzz_target!(|text: &str| {
    let report = wirecopy::parse(text);
    hold::hold_in(text, &report);
    for form in Form::ALL {
        form.write(&report, text).expect("a report can be written");
    }
    let json = export::json_with_source(&report, text).expect("a report is JSON");
    let saved = export::saved(&json).expect("what was exported can be opened");
    assert_eq!(saved.source.as_deref(), Some(text));
});
