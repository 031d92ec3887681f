//! The command line as a person or a script uses it.
#![cfg(feature = "cli")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn wirecopy(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_wirecopy"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that refuses its arguments closes the pipe early.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_default_report_as_json() {
    let report = json(&wirecopy(&["parse", "reports/default.txt", "--format", "json"], b""));
    assert_eq!(report["captions"].as_array().unwrap().len(), 6);
    assert!(report["captions"].as_array().unwrap().iter().all(|caption| caption["credit"].is_string()));
    assert_eq!(report["dateline"]["agency"], "中新网");
    assert_eq!(report["byline"]["names"], serde_json::json!(["朱志庚", "王彬"]));
    assert_eq!(report["editors"], serde_json::json!(["卢贝"]));
    assert_eq!(report["notice"]["clauses"].as_array().unwrap().len(), 7);
    let kinds: Vec<_> = report["notice"]["contacts"].as_array().unwrap().iter().map(|contact| &contact["kind"]).collect();
    assert_eq!(kinds, ["email", "phone"]);
    let labels = report["blocks"].as_array().unwrap().iter();
    assert_eq!(labels.clone().filter(|block| block["label"] == "heading").count(), 3);
    assert_eq!(labels.filter(|block| block["label"] == "end_mark").count(), 1);
}

#[test]
fn standard_input_and_a_byte_order_mark() {
    let report = json(&wirecopy(&["parse", "-"], "\u{feff}雨停了。(完)".as_bytes()));
    assert_eq!(report["blocks"][0]["span"], serde_json::json!([0, 12]));
    assert_eq!(report["dateline"], serde_json::Value::Null);
    assert_eq!(report["captions"], serde_json::json!([]));
}

#[test]
fn what_cannot_be_read_is_said_in_a_sentence() {
    let output = wirecopy(&["parse", "no-such-report.txt"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.starts_with("wirecopy: no-such-report.txt can't be read:"), "{message}");

    let output = wirecopy(&["parse", "-"], &[0xD0, 0xC2, 0xFF]);
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.starts_with("wirecopy: the standard input is not UTF-8 text"), "{message}");

    assert_eq!(wirecopy(&["parse"], b"").status.code(), Some(2));
    assert_eq!(wirecopy(&["parse", "-", "--format", "xml"], b"").status.code(), Some(2));
}
