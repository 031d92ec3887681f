//! Triggers and steps: the response timeline, its state at hour h, and the calendar lane.

pub mod calendar;
mod quantity;
pub mod scale;
pub mod state;
mod steps;
mod trigger;

use crate::report::{Block, Label, Report, Role, Status, Step, Time, Timeline, Trigger};
use crate::text::{Excerpt, Span, room};
use crate::time::amount::{Tail, Unit};
use crate::time::script::prev;
use crate::time::{self, OnLine, value, words::Token};
use trigger::Origin;

/// Ties the deadlines of a report to their triggers, while its times are being read.
pub(crate) struct Reader<'a> {
    source: &'a Excerpt,
    timeline: Timeline,
    /// The time at hand, which waits until it is known where the next one stands.
    waiting: Option<OnLine>,
    /// Its sentence's words.
    words: Vec<Token>,
    /// The words of a clause that is asked for a trigger.
    tokens: Vec<Token>,
    block: usize,
    /// The step before in the same block: where it ends, and its trigger.
    last: Option<(usize, usize, Option<usize>)>,
    /// The amounts of the deadlines told so far, with the block that told them first; no report has more than a few.
    told: Vec<(f64, usize)>,
    told_in_story: bool,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(source: &'a Excerpt, blocks: &[Block]) -> Self {
        Reader {
            source,
            timeline: Timeline::default(),
            waiting: None,
            words: Vec::new(),
            tokens: Vec::new(),
            block: 0,
            last: None,
            told: Vec::new(),
            told_in_story: blocks.iter().any(|b| b.label == Label::Paragraph),
        }
    }

    /// Takes the next time that has a place on the timeline, the last of `times`; `words` are those of its sentence.
    pub(crate) fn take(&mut self, blocks: &[Block], times: &[Time], placed: OnLine, words: &[Token]) {
        let before = self.waiting.replace(placed);
        if let Some(before) = before {
            self.step(blocks, times, before, times[placed.time].span.start);
        }
        if before.is_none_or(|before| before.sentence != placed.sentence) {
            self.words.clear();
            self.words.extend_from_slice(words);
        }
    }

    /// Gives the report its timeline.
    pub(crate) fn finish(mut self, report: &mut Report) {
        if let Some(last) = self.waiting.take() {
            self.step(&report.blocks, &report.times, last, self.source.len());
        }
        anchor(self.source, report, &mut self.timeline);
        report.timeline = self.timeline;
    }

    /// Makes a step of `placed`, if the text tells it for the first time; the next one's amount stands at `next_step`.
    fn step(&mut self, blocks: &[Block], times: &[Time], placed: OnLine, next_step: usize) {
        let (source, text) = (self.source, self.source.as_str());
        let (amount, sentence) = (&placed.amount, placed.sentence);
        let item = &times[placed.time];
        while blocks.get(self.block).is_some_and(|b| b.span.end <= item.span.start) {
            self.block += 1;
        }
        let block = self.block;
        // A headline or a subhead only says again what the story tells.
        if self.told_in_story && blocks.get(block).is_some_and(|b| matches!(b.label, Label::Title | Label::Heading)) {
            return;
        }
        // 2小时内侦破 in the lead, 仅用2小时 in the story: one fact, one step.
        let hours = round(amount.hours());
        let first = self.told.iter().find(|(amount, _)| amount.total_cmp(&hours).is_eq()).map(|(_, first)| *first);
        if item.role == Role::Elapsed && first.is_some_and(|first| first != block) {
            return;
        }
        if item.role == Role::Deadline && first.is_none() && self.told.len() < 64 {
            self.told.push((hours, block));
        }
        let place = blocks.get(block).filter(|b| b.span.contains(item.span)).map_or(item.span, |b| b.span);
        let before = self.last.filter(|(b, _, _)| *b == block);
        let timeline = &mut self.timeline;
        let told_before = before.filter(|(_, end, _)| *end >= sentence.start).and_then(|_| timeline.steps.last());
        let origin = if amount.tail == Tail::After && told_before.is_some_and(|last| in_series(text, item.span, hours, last)) {
            Origin::Inherit
        } else {
            trigger::origin(text, item.span, amount, place, sentence, before.map(|(_, end, _)| end), &mut self.tokens)
        };
        let trigger_span = match origin {
            Origin::Own(span) | Origin::Before(span) => Some(Ok(span)),
            Origin::Inherit => before.and_then(|(_, _, trigger)| trigger).map(Err),
            Origin::None => None,
        };
        let trigger = trigger_span.map(|found| match found {
            Err(known) => known,
            Ok(span) => {
                if let Some(known) = known(timeline, span) {
                    known
                } else {
                    room(&mut timeline.triggers, item.span.start, text.len());
                    timeline.triggers.push(Trigger { text: source.piece(span), span, at: None });
                    timeline.triggers.len() - 1
                }
            }
        });
        let own = trigger.map(|t| timeline.triggers[t].span);
        let floor = before.map_or(place.start, |(_, end, _)| end);
        let statement_span = steps::statement(text, item.span, place, own, next_step, floor);
        let demanded = before.filter(|_| timeline.steps.last().is_some_and(|step| step.status == Status::Required)).map(|(_, end, _)| end);
        let status = steps::status(text, item, amount, statement_span, sentence, demanded, &self.words);
        let quantities = quantity::quantities(source, statement_span);
        let workdays = (amount.unit() == Unit::Workday).then(|| amount.number());
        room(&mut timeline.steps, item.span.start, text.len());
        timeline.steps.push(Step {
            text: item.text.clone(),
            hours,
            within: value::within_value(amount),
            workdays,
            role: item.role,
            status,
            trigger,
            statement: source.piece(statement_span),
            statement_span,
            actor: steps::actor(text, item.span, statement_span, &self.words).map(|span| source.piece(span)),
            quantities,
            span: item.span,
        });
        self.last = Some((block, item.span.end, trigger));
    }
}

/// The trigger at `span`, if one of the last few is it: steps share a trigger with their neighbours.
fn known(timeline: &Timeline, span: Span) -> Option<usize> {
    let first = timeline.triggers.len().saturating_sub(8);
    timeline.triggers[first..].iter().rposition(|t| t.span == span).map(|i| first + i)
}

/// Sorts indices by their hours, equal ones by themselves. One sort for all: each kind of list brings two kilobytes of its own into the page.
fn sort(indices: &mut [usize], hours: &dyn Fn(usize) -> f64) {
    indices.sort_unstable_by(|a, b| hours(*a).total_cmp(&hours(*b)).then(a.cmp(b)));
}

/// Sums of sixtieths carry noise.
fn round(hours: f64) -> f64 {
    (hours * 1e6).round() / 1e6
}

/// 3分钟后发出号令;10分钟后预告空军: behind a semicolon, and longer than the step before: both count from one place.
fn in_series(text: &str, span: Span, hours: f64, last: &Step) -> bool {
    let opens = prev(text, span.start).is_some_and(|(mark, _)| mark == ';');
    opens && last.text.ends_with(['后', '後']) && last.hours < hours
}

/// Gives a trigger the absolute time its own sentence states before it. A dateline is not of the sentence it stands before.
fn anchor(text: &str, report: &Report, timeline: &mut Timeline) {
    for trigger in &mut timeline.triggers {
        let block = report.blocks.partition_point(|block| block.span.end <= trigger.span.start);
        let block = report.blocks.get(block).map_or(trigger.span, |block| block.span);
        let sentence = time::role::window(text, trigger.span, block);
        let end = report.times.partition_point(|t| t.span.start < trigger.span.end);
        trigger.at = report.times[..end]
            .iter()
            .rev()
            .take_while(|t| t.span.start >= sentence.start)
            .find(|t| {
                matches!(t.role, Role::Point | Role::Relative)
                    && t.value.as_deref().is_some_and(|v| v.len() >= 10 && v.contains('-') && !v.contains('/'))
            })
            .and_then(|t| t.value.clone());
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_clock_starts_where_its_own_sentence_says() {
        let at = |text: &str| crate::parse(text).timeline.triggers.first().and_then(|trigger| trigger.at.clone());
        assert_eq!(at("2024年6月8日20时30分，接到报警后，民警10分钟内赶到。").as_deref(), Some("2024-06-08T20:30"));
        assert_eq!(at("新江网临江6月9日电 接到报警后，民警10分钟内赶到。"), None);
        assert_eq!(at("6月8日，下着雨。接到报警后，民警10分钟内赶到。"), None);
    }
}
