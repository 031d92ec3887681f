//! The output contract's schema: it is kept up to date, every report fits it, and what is no report doesn't.
//!
//! `WIRECOPY_BLESS=1 cargo test --test schema` rewrites `schema/`; the diff wants reading: a field that went or changed breaks other programs.
#![cfg(feature = "schema")]

use std::{env, fs};

use jsonschema::Validator;
use serde_json::{Value, json};
use wirecopy::export;
use wirecopy::report::Report;
use wirecopy::text::decode::decode;

#[track_caller]
fn kept(path: &str, found: &str) {
    if env::var_os("WIRECOPY_BLESS").is_some() {
        fs::write(path, found).unwrap();
    }
    assert!(fs::read_to_string(path).unwrap_or_default() == found, "{path} is out of date: WIRECOPY_BLESS=1 rewrites it");
}

#[test]
fn the_files_are_up_to_date() {
    kept("schema/report.schema.json", &format!("{:#}\n", export::schema()));
    kept("schema/report.d.ts", &export::typescript());
}

fn validator() -> Validator {
    let schema = export::schema();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

#[track_caller]
fn fits(validator: &Validator, report: &Report, source: &str, name: &str) {
    for json in [export::json(report), export::json_with_source(report, source)] {
        let json: Value = serde_json::from_str(&json.unwrap()).unwrap();
        let wrong: Vec<_> = validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    }
}

#[test]
fn every_report_fits() {
    let validator = validator();
    let mut texts: Vec<(String, Vec<u8>)> =
        ["default", "metro", "typhoon"].map(|name| (name.to_owned(), fs::read(format!("reports/{name}.txt")).unwrap())).into();
    for folder in fs::read_dir("tests/reports").unwrap() {
        let source = folder.unwrap().path().join("source.txt");
        texts.extend(fs::read(&source).ok().map(|bytes| (source.display().to_string(), bytes)));
    }
    for fixture in ["times", "steps", "roles"] {
        let path = format!("tests/fixtures/{fixture}.txt");
        texts.extend(fs::read_to_string(&path).unwrap().lines().map(|line| (path.clone(), line.as_bytes().to_vec())));
    }
    texts.push(("no text".to_owned(), Vec::new()));
    assert!(texts.len() > 100, "{} texts", texts.len());
    for (name, bytes) in texts {
        let text = decode(&bytes, None).text;
        let report = wirecopy::parse(&text);
        fits(&validator, &report, &text, &name);
        // A reader's corrections are part of the report.
        let corrections: Vec<_> = report.notes.iter().filter_map(|note| Some((note.span, note.alternative?.label))).collect();
        let corrections: Vec<_> = corrections.into_iter().map(|(span, label)| wirecopy::report::Correction { span, label }).collect();
        if !corrections.is_empty() {
            fits(&validator, &wirecopy::parse_with(&text, &corrections), &text, &name);
        }
    }
}

#[test]
fn what_is_no_report_does_not_fit() {
    let validator = validator();
    let text = fs::read_to_string("reports/default.txt").unwrap();
    let report: Value = serde_json::from_str(&export::json(&wirecopy::parse(&text)).unwrap()).unwrap();
    let check = |place: &str, value: Value, fits: bool| {
        let mut changed = report.clone();
        *changed.pointer_mut(place).unwrap() = value.clone();
        assert_eq!(validator.is_valid(&changed), fits, "{place}: {value}");
    };
    check("/headline", Value::Null, true);
    check("/headline", json!({ "text": "雨停了。", "span": [0, 12], "new": 1 }), true);
    check("/headline", json!({ "text": "雨停了。" }), false);
    check("/lang", json!("en"), false);
    check("/blocks", Value::Null, false);
    check("/blocks/0/label", json!("chorus"), false);
    check("/blocks/0/line", json!(-1), false);
    check("/blocks/0/line", json!(1.5), false);
    for (span, fits) in
        [(json!([0, 0]), true), (json!([0]), false), (json!([0, 1, 2]), false), (json!([-1, 1]), false), (Value::Null, false)]
    {
        check("/blocks/0/span", span, fits);
    }
    check("/captions/0/credit", Value::Null, true);
    check("/captions/0/credit_span", Value::Null, true);
    check("/dateline/resolved", json!("XXXX-12-21"), true);
    check("/dateline/resolved", json!("today"), false);
    check("/dateline/reporter_spans", Value::Null, false);
    check("/times/0/type", json!("date"), false);
    check("/timeline/steps/0/role", json!("elapsed"), true);
    check("/timeline/steps/0/role", json!("duration"), false);
    check("/timeline/steps/0/status", json!("hoped"), false);
    check("/timeline/steps/0/trigger", Value::Null, true);
    check("/timeline/steps/0/hours", json!(-0.5), false);
    check("/timeline/steps/0/hours", Value::Null, false);
    for (within, fits) in
        [("PT30M", true), ("P1Y6M", true), ("PT2.5H", true), ("P1DT2H", true), ("30M", false), ("P", false), ("PT", false), ("PTXM", false)]
    {
        check("/timeline/steps/0/within", json!(within), fits);
    }
    check("/notice/contacts/0/kind", json!("pigeon"), false);
    check("/editors", json!([1]), false);

    for field in report.as_object().unwrap().keys() {
        let mut changed = report.clone();
        changed.as_object_mut().unwrap().remove(field);
        assert!(!validator.is_valid(&changed), "without {field}");
    }
    assert!(!validator.is_valid(&json!([report])));
}
