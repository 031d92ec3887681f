//! The state of a response at hour h: a pure function over a timeline.

use crate::report::Timeline;

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
        super::sort(&mut steps, &|step| timeline.steps[step].hours);
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
