//! Any line of JSON lines: it has an answer, which is one line of JSON.
#![no_main]
// The command line's own rooms, of which one is tried.
#![allow(dead_code)]

#[path = "../../src/bin/wirecopy/ordered.rs"]
mod ordered;
#[path = "../../src/bin/wirecopy/records.rs"]
mod records;
#[path = "../../src/bin/wirecopy/row.rs"]
mod row;
#[path = "../../src/bin/wirecopy/source.rs"]
mod source;

use std::collections::BTreeMap;

use clap::Parser;
use libfuzzer_sys::fuzz_target;
use serde_json::value::RawValue;

enum Failure {
    Input(String),
    Output(std::io::Error),
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure::Output(error)
    }
}

#[derive(Parser)]
struct Asked {
    #[command(flatten)]
    reading: source::Reading,
}

fuzz_target!(|bytes: &[u8]| {
    // No line of a file holds the end of one.
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let asked = Asked::parse_from(["records"]);
    let answer = records::answer(1, line, asked.reading);
    let body = answer.strip_suffix(b"\n").expect("an answer ends its line");
    assert!(!body.contains(&b'\n'));
    let answer: BTreeMap<String, &RawValue> = serde_json::from_slice(body).expect("an answer is JSON");
    // An id is given back as it came, a number beyond all measure, too.
    for (_, value) in answer.iter().filter(|(name, _)| *name != "id") {
        serde_json::from_str::<serde_json::Value>(value.get()).expect("an answer is JSON");
    }
    assert!(answer.contains_key("error") || answer.contains_key("report"), "{answer:?}");
});
