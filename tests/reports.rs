//! Whole reports: each folder of `tests/reports` holds a `source.txt`, in the encoding it would come in, and the `report.json` a person has read.
//!
//! `WIRECOPY_BLESS=1 cargo test --test reports` rewrites the expected files; the diff wants reading.
#![cfg(feature = "cli")]

use std::path::Path;
use std::{env, fs};

use wirecopy::text::decode::decode;

#[track_caller]
fn check(name: &str, source: &str) {
    let expected = Path::new("tests/reports").join(name).join("report.json");
    let found = wirecopy::export::json(&wirecopy::parse(source)).unwrap();
    if env::var_os("WIRECOPY_BLESS").is_some() {
        fs::create_dir_all(expected.parent().unwrap()).unwrap();
        fs::write(&expected, &found).unwrap();
    }
    let known = fs::read_to_string(&expected).unwrap_or_default();
    if known != found {
        let line = known.lines().zip(found.lines()).position(|(known, found)| known != found);
        let line = line.unwrap_or_else(|| known.lines().count().min(found.lines().count()));
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
fn the_samples() {
    for name in ["typhoon", "metro"] {
        check(name, &fs::read_to_string(format!("reports/{name}.txt")).unwrap());
    }
}

#[test]
fn in_the_forms_of_many_outlets() {
    let mut encodings = Vec::new();
    for folder in fs::read_dir("tests/reports").unwrap() {
        let folder = folder.unwrap();
        let Ok(source) = fs::read(folder.path().join("source.txt")) else { continue };
        let found = decode(&source, None);
        assert_eq!(found.malformed, 0, "{}", folder.path().display());
        encodings.push(found.encoding);
        check(folder.file_name().to_str().unwrap(), &found.text);
    }
    assert!(encodings.len() >= 20, "{} reports", encodings.len());
    encodings.sort_unstable_by_key(|encoding| encoding.name());
    encodings.dedup();
    assert!(encodings.len() >= 4, "only {encodings:?}");
}
