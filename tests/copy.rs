//! What every line is taken for and why, and what is read out of it.
//!
//! `tests/fixtures/copy.txt` holds short reports parted by empty lines; below each, indented, stands what is made of it. A line with `@`
//! and a label is a reader's correction of the words behind it.
//! `WIRECOPY_BLESS=1 cargo test --test copy` writes down what is made now; a person reads the difference.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use wirecopy::report::{Correction, Label, Name, Report};
use wirecopy::text::Span;

fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn people(names: &[Name]) -> String {
    names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join("、")
}

/// Every fact has its place in the text.
fn in_place(text: &str, report: &Report) {
    let mut facts: Vec<(Span, &str)> = report.blocks.iter().map(|block| (block.span, block.text.as_str())).collect();
    let people = report.dateline.iter().flat_map(|found| &found.reporters).chain(report.byline.iter().flat_map(|byline| &byline.names));
    facts.extend(people.chain(&report.editors.0).map(|name| (name.span, name.text.as_str())));
    facts.extend(report.dateline.iter().map(|found| (found.span, found.text.as_str())));
    facts.extend(report.captions.iter().filter_map(|caption| Some((caption.credit_span?, caption.credit.as_deref()?))));
    facts.extend(report.notice.iter().flat_map(|notice| &notice.contacts).map(|contact| (contact.span, contact.value.as_str())));
    for (span, words) in facts {
        assert_eq!(span.of(text), words, "{text}");
    }
}

/// The blocks of a report, and what was read out of them.
fn read(report: &Report) -> String {
    let mut out = String::new();
    if report.lang.tag() != "zh-Hans" {
        let _ = writeln!(out, "    = {}", report.lang.tag());
    }
    for block in &report.blocks {
        let _ = writeln!(out, "    {} by {}: {}", name(block.label), block.reason, block.text);
    }
    if let Some(headline) = &report.headline {
        let _ = writeln!(out, "    = headline {}", headline.text);
    }
    if let Some(found) = &report.dateline {
        let part = |part: &Option<wirecopy::text::Excerpt>| part.as_deref().unwrap_or("-").to_owned();
        let (agency, place, date) = (part(&found.agency), part(&found.place), part(&found.date));
        let resolved = found.resolved.as_deref().unwrap_or("-");
        let _ = writeln!(out, "    = dateline {agency} | {place} | {date} | {resolved} | {}", people(&found.reporters));
    }
    if let Some(byline) = &report.byline {
        let _ = writeln!(out, "    = byline {}", people(&byline.names));
    }
    for caption in &report.captions {
        let _ = writeln!(out, "    = caption {} | {}", caption.text, caption.credit.as_deref().unwrap_or("-"));
    }
    if !report.editors.0.is_empty() {
        let _ = writeln!(out, "    = editors {}", people(&report.editors.0));
    }
    if let Some(notice) = &report.notice {
        let _ = writeln!(out, "    = notice {}", notice.title.as_deref().unwrap_or("-"));
        for clause in &notice.clauses {
            let _ = writeln!(out, "    = clause {} | {}", clause.number.as_deref().unwrap_or("-"), clause.text);
        }
        for contact in &notice.contacts {
            let _ = writeln!(out, "    = {} {}", name(contact.kind), contact.value);
        }
    }
    for note in &report.notes {
        let _ = writeln!(out, "    = note {}", serde_json::to_string(note).unwrap());
    }
    out
}

/// `@heading 江边的早晨`.
fn correction(line: &str, text: &str) -> Correction {
    let (label, words) = line[1..].split_once(' ').unwrap();
    let start = text.find(words).expect(line);
    Correction { span: Span::new(start, start + words.len()), label: Label::of_name(label).expect(line) }
}

#[test]
fn every_line_is_what_a_person_took_it_for() {
    let path = Path::new("tests/fixtures/copy.txt");
    let kept = fs::read_to_string(path).unwrap();
    let fresh: Vec<String> = kept
        .split("\n\n")
        .map(|passage| {
            let lines: Vec<&str> = passage.lines().filter(|line| !line.starts_with("    ")).collect();
            let (comments, rest): (Vec<&str>, Vec<&str>) = lines.into_iter().partition(|line| line.starts_with('#'));
            let (corrections, rest): (Vec<&str>, Vec<&str>) = rest.into_iter().partition(|line| line.starts_with('@'));
            let text = rest.join("\n");
            let corrected: Vec<Correction> = corrections.iter().map(|line| correction(line, &text)).collect();
            let report = wirecopy::parse_with(&text, &corrected);
            in_place(&text, &report);
            let parts = [comments.join("\n"), corrections.join("\n"), text, read(&report).trim_end_matches('\n').to_owned()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
        })
        .collect();
    let fresh = fresh.join("\n\n") + "\n";
    if std::env::var_os("WIRECOPY_BLESS").is_some() {
        fs::write(path, &fresh).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap();
    for (line, (kept, fresh)) in kept.lines().zip(fresh.lines()).enumerate() {
        assert_eq!(fresh, kept, "{}:{}", path.display(), line + 1);
    }
    assert_eq!(kept.lines().count(), fresh.lines().count(), "{}", path.display());
}
