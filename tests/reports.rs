//! Whole reports: each folder of `tests/reports` holds a `source.txt` and the `report.json` a person has read.
//!
//! `WIRECOPY_BLESS=1 cargo test --test reports` rewrites the expected files; the diff wants reading.

use std::path::Path;
use std::{env, fs};

#[track_caller]
fn check(name: &str, source: &str) {
    let expected = Path::new("tests/reports").join(name).join("report.json");
    let mut found = serde_json::to_string_pretty(&wirecopy::parse(source)).unwrap();
    found.push('\n');
    if env::var_os("WIRECOPY_BLESS").is_some() {
        fs::create_dir_all(expected.parent().unwrap()).unwrap();
        fs::write(&expected, &found).unwrap();
    }
    let known = fs::read_to_string(&expected).unwrap_or_default();
    if known != found {
        let line = known
            .lines()
            .zip(found.lines())
            .position(|(known, found)| known != found)
            .unwrap_or_else(|| known.lines().count().min(found.lines().count()));
        panic!(
            "{} differs from line {} on:\n  expected {}\n  found    {}\nWIRECOPY_BLESS=1 rewrites it.",
            expected.display(),
            line + 1,
            known.lines().nth(line).unwrap_or("(nothing)"),
            found.lines().nth(line).unwrap_or("(nothing)")
        );
    }
}

#[test]
fn the_default_report() {
    check("default", &fs::read_to_string("reports/default.txt").unwrap());
}

#[test]
fn folders() {
    for folder in fs::read_dir("tests/reports").unwrap() {
        let source = folder.unwrap().path().join("source.txt");
        if let Ok(text) = fs::read_to_string(&source) {
            check(source.parent().unwrap().file_name().unwrap().to_str().unwrap(), &text);
        }
    }
}
