//! Roles and triggers on passages that were labelled by hand before the rules ran on them.
//!
//! Nobody agrees with every label, least of all the rules: what is tested is how many they get right. What they say of each amount, and
//! by which rule, stands in `tests/golden/roles.txt`, so that a rule that changes its mind is seen; `WIRECOPY_BLESS=1` rewrites it.

use std::fmt::Write;
use std::fs;

use wirecopy::report::Role;
use wirecopy::text::Span;

/// A passage of the file: its text, its amounts with their roles, and the trigger each step has.
struct Passage {
    text: String,
    amounts: Vec<(Span, String, Option<Span>)>,
}

/// Reads `<role:amount>` and `<t:trigger>`.
fn passage(line: &str) -> Passage {
    let mut passage = Passage { text: String::new(), amounts: Vec::new() };
    let mut trigger = None;
    let mut rest = line;
    while let Some(open) = rest.find('<') {
        passage.text.push_str(&rest[..open]);
        let close = open + rest[open..].find('>').unwrap();
        let (name, words) = rest[open + 1..close].split_once(':').unwrap();
        let start = passage.text.len();
        passage.text.push_str(words);
        let span = Span::new(start, passage.text.len());
        match name {
            "t" => trigger = Some(span),
            _ => passage.amounts.push((span, name.to_owned(), trigger)),
        }
        rest = &rest[close + 1..];
    }
    passage.text.push_str(rest);
    passage
}

fn overlap(a: Span, b: Span) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

fn on_timeline(role: &str) -> bool {
    matches!(role, "deadline" | "elapsed")
}

/// An amount with a few characters on either side.
fn in_place(text: &str, span: Span) -> String {
    let before: Vec<char> = text[..span.start].chars().rev().take(8).collect();
    let after: String = text[span.end..].chars().take(8).collect();
    format!("{}<{}>{after}", before.iter().rev().collect::<String>(), span.of(text))
}

#[test]
fn roles_and_triggers_of_labelled_passages() {
    let file = fs::read_to_string("tests/fixtures/roles.txt").unwrap();
    let (mut amounts, mut same, mut steps, mut hits, mut predicted, mut others, mut taken) = (0, 0, 0, 0, 0, 0, 0);
    let (mut triggers, mut tied) = (0, 0);
    let mut golden = String::new();
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let passage = passage(line);
        let report = wirecopy::parse(&passage.text);
        predicted += report.times.iter().filter(|time| matches!(time.role, Role::Deadline | Role::Elapsed)).count();
        for (span, role, trigger) in &passage.amounts {
            let Some(time) = report.times.iter().filter(|time| overlap(time.span, *span) > 0).max_by_key(|time| overlap(time.span, *span))
            else {
                panic!("{} is not found in {}", span.of(&passage.text), passage.text);
            };
            let found = serde_json::to_value(time.role).unwrap();
            let found = found.as_str().unwrap();
            amounts += 1;
            same += usize::from(found == role);
            let step = report.timeline.steps.iter().find(|step| step.span == time.span);
            let from = step.and_then(|step| step.trigger).map(|t| &report.timeline.triggers[t]);
            let doubt = if found == role { String::new() } else { format!(", labelled {role}") };
            let counted = from.map_or(String::new(), |from| format!(", from {}", from.text));
            let _ = writeln!(golden, "{}: {found} by {}{counted}{doubt}", in_place(&passage.text, time.span), time.reason);
            if let Some(step) = step {
                let status = serde_json::to_value(step.status).unwrap();
                let counts = step.quantities.iter().fold(String::new(), |all, count| {
                    all + &format!(" | {}: {} {} {} {:?}", count.text, count.number, count.measure, count.noun, count.bound)
                });
                let actor = step.actor.as_deref().unwrap_or("-");
                let _ = writeln!(golden, "    {}, {}, by {actor}: {}{counts}", step.within, status.as_str().unwrap(), step.statement);
            }
            if on_timeline(role) {
                steps += 1;
                hits += usize::from(on_timeline(found));
                if let Some(trigger) = trigger {
                    triggers += 1;
                    let found = from.map(|from| from.span);
                    tied += usize::from(found.is_some_and(|found| overlap(found, *trigger) > 0));
                }
            } else {
                others += 1;
                taken += usize::from(on_timeline(found));
            }
        }
    }
    let part = |a: usize, b: usize| a as f64 / b.max(1) as f64;
    let figures = format!(
        "{amounts} amounts, {:.3} with their role; steps found {:.3}, right {:.3}; look-alikes taken {:.3}; triggers {:.3} of {triggers}",
        part(same, amounts),
        part(hits, steps),
        part(hits, predicted),
        part(taken, others),
        part(tied, triggers),
    );
    println!("{figures}");
    assert!(amounts > 300, "{figures}");
    assert!(part(same, amounts) >= 0.94, "{figures}");
    assert!(part(hits, steps) >= 0.96 && part(hits, predicted) >= 0.96, "{figures}");
    assert!(part(taken, others) <= 0.02, "{figures}");
    assert!(part(tied, triggers) >= 0.95, "{figures}");
    if std::env::var_os("WIRECOPY_BLESS").is_some() {
        fs::write("tests/golden/roles.txt", &golden).unwrap();
    }
    let known = fs::read_to_string("tests/golden/roles.txt").unwrap();
    for (known, found) in known.lines().zip(golden.lines()) {
        assert_eq!(found, known);
    }
    assert_eq!(known.lines().count(), golden.lines().count());
}
