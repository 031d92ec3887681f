//! Time expressions, row by row: what is found, its type, its value and its role.
//!
//! `tests/fixtures/times.txt` holds a text a line and below it, indented, every expression that must be found in it, and nothing else.
//! `WIRECOPY_BLESS=1 cargo test --test times` writes down what is found now; a person reads the difference.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use wirecopy::report::{Report, Time};

fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn row(time: &Time) -> String {
    format!("{} | {} | {} | {}", time.text, name(time.kind), time.value.as_deref().unwrap_or("-"), name(time.role))
}

/// What is found in a text: a row for each expression.
fn found(text: &str) -> String {
    wirecopy::time::find(text).iter().fold(String::new(), |mut rows, time| {
        let _ = writeln!(rows, "    {}", row(time));
        rows
    })
}

/// Compares the file with what is found, or writes it anew.
fn check(path: &Path, fresh: &str) {
    if std::env::var_os("WIRECOPY_BLESS").is_some() {
        fs::write(path, fresh).unwrap();
        return;
    }
    let kept = fs::read_to_string(path).unwrap();
    for (line, (kept, fresh)) in kept.lines().zip(fresh.lines()).enumerate() {
        assert_eq!(fresh, kept, "{}:{}", path.display(), line + 1);
    }
    assert_eq!(kept.lines().count(), fresh.lines().count(), "{}", path.display());
}

#[test]
fn every_row_is_found_and_nothing_else() {
    let path = Path::new("tests/fixtures/times.txt");
    let kept = fs::read_to_string(path).unwrap();
    let mut fresh = String::new();
    let mut rows = 0;
    for line in kept.lines().filter(|line| !line.starts_with("    ")) {
        let _ = writeln!(fresh, "{line}");
        if !line.starts_with('#') && !line.is_empty() {
            let expected = found(line);
            rows += expected.lines().count().max(1);
            fresh += &expected;
        }
    }
    assert!(rows >= 300, "{rows} rows");
    check(path, &fresh);
}

#[test]
fn the_default_report_reads_as_a_person_read_it() {
    let text = fs::read_to_string("reports/default.txt").unwrap();
    let report = wirecopy::parse(&text);
    check(Path::new("tests/golden/times/default.txt"), &everything(&report));
}

#[test]
fn every_step_has_its_trigger_statement_and_quantities() {
    let path = Path::new("tests/fixtures/steps.txt");
    let kept = fs::read_to_string(path).unwrap();
    let fresh = kept.lines().filter(|line| !line.starts_with("    ")).fold(String::new(), |fresh, line| {
        let steps = if line.starts_with('#') { String::new() } else { timeline(&wirecopy::parse(line)) };
        steps.lines().fold(fresh + line + "\n", |fresh, row| fresh + "    " + row + "\n")
    });
    check(path, &fresh);
}

#[test]
fn the_calendar_lane_of_every_report() {
    let folders = fs::read_dir("tests/reports").unwrap().map(|folder| folder.unwrap().path().join("source.txt"));
    let mut sources: Vec<_> = folders.collect();
    sources.sort();
    let texts = fs::read_to_string("tests/fixtures/calendar.txt").unwrap();
    let texts = texts.split("\n\n").map(str::to_owned);
    let mut fresh = String::new();
    for text in sources.iter().filter_map(|source| fs::read_to_string(source).ok()).chain(texts) {
        let report = wirecopy::parse(&text);
        let _ = writeln!(fresh, "# {}", text.lines().next().unwrap_or_default());
        for event in wirecopy::response::calendar::calendar(&text, &report) {
            let until = event.to.map_or(String::new(), |to| format!(" to {}", point(to)));
            let _ = writeln!(fresh, "{}{until}: {} | {}", point(event.from), report.times[event.time].text, event.span.of(&text));
        }
    }
    check(Path::new("tests/golden/times/calendar.txt"), &fresh);
}

#[test]
fn the_axis_and_the_state_of_several_timelines() {
    use wirecopy::response::{scale::Scale, state};
    let mut fresh = String::new();
    for stops in
        [&[][..], &[0.5], &[1.0 / 6.0, 1.0, 3.0], &[24.0, 1.0, 72.0, 1.0, 168.0, -1.0, f64::NAN], &[1.0 / 60.0, 720.0], &[3.0, 3.01]]
    {
        let scale = Scale::new(stops.iter().copied());
        let _ = writeln!(fresh, "# {:.4?} to {:.4}", scale.stops(), scale.end());
        for place in [-1.0, 0.0, 0.01, 0.2, 0.5, 0.8, 0.99, 1.0, 2.0] {
            let (hours, near) = (scale.hours(place), scale.near(place));
            let (before, behind) = (scale.previous(hours), scale.next(hours));
            let _ =
                writeln!(fresh, "{place}: {hours:.4} ~ {near:.5}, between {before:.4} and {behind:.4}, {} reached", scale.reached(near));
        }
        for tick in scale.ticks(|hours| if hours < 1.0 { 4.0 } else { 3.0 }) {
            let _ = writeln!(fresh, "| {:.4} at {:.5} {:?} {}", tick.hours, tick.position, tick.room, tick.deadline);
        }
    }
    let report = wirecopy::parse(fs::read_to_string("reports/default.txt").unwrap());
    for hours in [0.0, 0.5, 1.0, 2.9, 3.0, 24.0, 1000.0] {
        let _ = writeln!(fresh, "{hours} h: {:?}", state::at(&report.timeline, hours));
    }
    check(Path::new("tests/golden/times/axis.txt"), &fresh);
}

/// A day of the lane, as far as it is told.
fn point(point: wirecopy::response::calendar::Point) -> String {
    let part = |number: Option<u32>| number.map_or("-".to_owned(), |number| number.to_string());
    let hour = point.hour.map_or(String::new(), |hour| format!(" {}:{:02} {:?}", hour.minute / 60, hour.minute % 60, hour.part));
    format!("{}-{}-{}{hour}", point.year.map_or("-".to_owned(), |year| year.to_string()), point.month, part(point.day))
}

/// Times, triggers and steps of a report as lines.
fn everything(report: &Report) -> String {
    let mut out = String::new();
    for time in &report.times {
        let _ = writeln!(out, "{} | {}", row(time), time.reason);
    }
    if let Some(dateline) = &report.dateline {
        let _ = writeln!(out, "dateline {} → {}", dateline.text, dateline.resolved.as_deref().unwrap_or("-"));
    }
    out + &timeline(report)
}

/// Triggers and steps of a report as lines.
fn timeline(report: &Report) -> String {
    let mut out = String::new();
    for (i, trigger) in report.timeline.triggers.iter().enumerate() {
        let _ = writeln!(out, "trigger {i}: {} at {}", trigger.text, trigger.at.as_deref().unwrap_or("-"));
    }
    for step in &report.timeline.steps {
        let trigger = step.trigger.map_or("-".to_owned(), |t| t.to_string());
        let _ = writeln!(
            out,
            "step {} = {} ({} h), {}, trigger {trigger}: {}",
            step.text,
            step.within,
            step.hours,
            name(step.status),
            step.statement
        );
        let _ = writeln!(out, "    by {}", step.actor.as_deref().unwrap_or("-"));
        for q in &step.quantities {
            let _ = writeln!(out, "    {} = {} {} {} ({})", q.text, q.number, q.measure, q.noun, name(q.bound));
        }
    }
    out
}
