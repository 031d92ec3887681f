//! The state of a response at hour h, and the calendar lane: pure functions over a report.

use crate::report::{Report, Role, Time, Timeline};
use crate::text::Span;

/// The steps of a timeline as they stand N hours after their triggers.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// One group for each trigger that has steps, in the order of the text; the steps without a trigger come last.
    pub groups: Vec<Group>,
    /// How many steps are reached.
    pub reached: usize,
    /// How many steps there are.
    pub total: usize,
    /// The hours of the nearest step that is not reached.
    pub next_hours: Option<f64>,
}

/// The steps of one trigger.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The trigger, as an index into [`Timeline::triggers`].
    pub trigger: Option<usize>,
    /// Its steps by their hours, as indices into [`Timeline::steps`]; equal hours in the order of the text.
    pub steps: Vec<usize>,
    /// How many of them are reached: the first so many.
    pub reached: usize,
    /// The first that is not reached, as an index into [`Timeline::steps`].
    pub next: Option<usize>,
}

/// The state `hours` after the triggers. A deadline is an interval: its step counts as reached when the interval has passed.
pub fn at(timeline: &Timeline, hours: f64) -> State {
    let mut groups: Vec<Group> = Vec::new();
    let keys = (0..timeline.triggers.len()).map(Some).chain([None]);
    let mut by_trigger: Vec<Vec<usize>> = vec![Vec::new(); timeline.triggers.len() + 1];
    for (i, step) in timeline.steps.iter().enumerate() {
        let place = step.trigger.filter(|t| *t < timeline.triggers.len()).unwrap_or(timeline.triggers.len());
        by_trigger[place].push(i);
    }
    for (key, mut steps) in keys.zip(by_trigger) {
        if steps.is_empty() {
            continue;
        }
        steps.sort_by(|a, b| timeline.steps[*a].hours.total_cmp(&timeline.steps[*b].hours));
        let reached = steps.iter().take_while(|i| timeline.steps[**i].hours <= hours).count();
        let next = steps.get(reached).copied();
        groups.push(Group { trigger: key, steps, reached, next });
    }
    State {
        reached: groups.iter().map(|group| group.reached).sum(),
        total: timeline.steps.len(),
        next_hours: groups.iter().filter_map(|group| Some(timeline.steps[group.next?].hours)).min_by(f64::total_cmp),
        groups,
    }
}

/// A dated event of the calendar lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event<'a> {
    /// The time expression.
    pub time: &'a Time,
    /// Its first day or hour as ISO 8601: what the lane sorts by.
    pub from: &'a str,
    /// The sentence that tells it.
    pub sentence: Span,
}

/// The dated events of a report's story, in the order of their dates; equal dates in the order of the text.
///
/// Dates of which the year is unknown come after those of which it is known, months without a day before their days.
pub fn calendar<'a>(text: &str, report: &'a Report) -> Vec<Event<'a>> {
    use crate::report::Label;
    let mut events = Vec::new();
    let mut block = 0;
    for time in &report.times {
        while report.blocks.get(block).is_some_and(|b| b.span.end <= time.span.start) {
            block += 1;
        }
        let Some(place) = report.blocks.get(block).filter(|b| b.span.contains(time.span)) else { continue };
        if !matches!(place.label, Label::Paragraph | Label::Caption | Label::Title | Label::Heading) {
            continue;
        }
        if !matches!(time.role, Role::Point | Role::Range | Role::Relative) {
            continue;
        }
        let Some(value) = time.value.as_deref() else { continue };
        let from = value.split('/').next().unwrap_or(value);
        // A year alone is no event; 目前 is no date; a time of day without its day has no place.
        let dated = from.len() >= 7
            && from.is_char_boundary(4)
            && from.is_char_boundary(7)
            && from.as_bytes()[4] == b'-'
            && from.as_bytes()[5].is_ascii_digit();
        if dated {
            events.push(Event { time, from, sentence: crate::time::role::window(text, time.span, place.span) });
        }
    }
    events.sort_by(|a, b| a.from.cmp(b.from).then(a.time.span.cmp(&b.time.span)));
    events
}
