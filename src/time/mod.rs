//! Chinese numerals, time expressions, their values and roles.
//!
//! What is accepted, in simplified and traditional characters, with half-width, full-width and Chinese digits:
#![doc = include_str!("forms.md")]
//!
//! ```
//! # let json = |value| serde_json::to_value(value).unwrap().as_str().unwrap().to_owned();
//! for row in include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/time/forms.md")).lines().skip(3) {
//!     let cells: Vec<&str> = row.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`')).collect();
//!     let times = wirecopy::time::find(cells[0]);
//!     let time = times.iter().find(|time| time.text == cells[1]).expect(row);
//!     assert_eq!(json(serde_json::to_value(time.kind).unwrap()), cells[2], "{row}");
//!     assert_eq!(time.value.as_deref(), Some(cells[3]), "{row}");
//!     assert_eq!(json(serde_json::to_value(time.role).unwrap()), cells[4], "{row}");
//! }
//! ```
//!
//! Values are TIMEX3's: a day `2021-11-25`, its parts `TMO`, `TMI`, `TAF`, `TEV`, `TNI` (morning, noon, afternoon, evening, night), a clock time `T20:30`,
//! an amount `PT30M`, both ends of a range with a stroke between, `X` for what the text does not tell. 月初, 年底 and their like have the value of their
//! month or year. Working days are written as days; a step keeps them apart. The dates of a report are counted from its dateline, else from the date
//! last told; a year that is not written comes from the nearest full date. Nothing is ever counted from today.
//!
//! A role is given by the first of a list of named rules that has an opinion: they go by words. Where no word is known, the build of the clause is
//! weighed (`weigh`): who stands before the verb, how it is done, what was told before. [`Time::reason`] is the name of the rule or of the strongest
//! evidence.

pub(crate) mod amount;
mod moment;
mod named;
pub(crate) mod numeral;
mod reference;
pub(crate) mod role;
mod scan;
pub(crate) mod script;
pub(crate) mod value;
pub(crate) mod words;

use crate::report::{Block, Label, Report, Role, Time, TimeKind};
use crate::text::{Excerpt, Pace, Restless, STRETCH, Span, at_once, rest};
use amount::{Amount, Tail, Unit, lead};
use moment::{Anchor, Moment, Piece};
use reference::References;
use role::Context;
use scan::{Found, What};
use value::Day;

/// A time on the response timeline.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OnLine {
    /// Which of the report's times it is.
    pub(crate) time: usize,
    pub(crate) amount: Amount,
    /// Its sentence, as far as rules look.
    pub(crate) sentence: Span,
}

/// Is told of each time that has a place on the response timeline as soon as it is found: the times so far, and the words of its sentence.
pub(crate) type Told<'a> = &'a mut dyn FnMut(&[Block], &[Time], OnLine, &[words::Token]);

/// Finds the time expressions of a report whose blocks are known, and resolves the date of its dateline.
pub(crate) async fn read(source: &Excerpt, report: &mut Report, pace: &dyn Pace, told: Told<'_>) {
    let text = source.as_str();
    let mut search = scan::Scan::new(text);
    while search.on() {
        rest(pace).await;
    }
    let mut found = search.found;
    within_blocks(&mut found, &report.blocks);
    let mut references = References::new(&found);
    let sent = sent(&found, report, &references);
    if let Some((at, day)) = sent {
        references.sent(at, day);
    }
    let mut places = Places::new(&report.blocks, text.len());
    let mut times = Vec::with_capacity(found.len());
    // A sentence has some thirty words of the tables.
    let mut tokens = Vec::with_capacity(32);
    let mut seen = Span::default();
    let mut story_block = usize::MAX;
    // Where the clause of the amount before ends, and its role.
    let mut carried: Option<(usize, Role)> = None;
    // Whether the amount before it in the block is a step.
    let mut follows_step = None;
    for (i, hit) in found.iter().enumerate() {
        if i % STRETCH == 0 {
            rest(pace).await;
        }
        let (block, label, span) = places.at(hit.span.start);
        if block != story_block {
            (story_block, follows_step) = (block, None);
            if let Some((_, day)) = sent {
                references.story = Some(day).filter(|_| references.story.is_none()).or(references.story);
            }
        }
        let mut on_line = None;
        let (kind, role, value, reason) = match &hit.what {
            What::Moment(m) => {
                let (value, relative) = point(hit, m, &mut references);
                let kind = if m.clock.is_some() || m.part.is_some() { TimeKind::Time } else { TimeKind::Date };
                let (role, reason) = if relative { (Role::Relative, "counted-day") } else { (Role::Point, "calendar") };
                (kind, role, value, reason)
            }
            What::Range(ends) => {
                let (value, kind) = range(hit, &ends.0, &ends.1, &mut references);
                (kind, Role::Range, value, "from-to")
            }
            What::Set(value) => recurring(text, hit, value),
            What::Label(month, day) => {
                let day = Day { year: references.year_of(hit.span.start, *month), month: Some(*month), day: Some(*day) };
                (TimeKind::Date, Role::Name, day.iso(), "date-as-name")
            }
            What::Scheme(value) => (TimeKind::Set, Role::Name, Some((*value).to_owned()), "scheme-as-name"),
            What::Always => always(text, hit),
            What::Price => (TimeKind::Set, Role::Tariff, None, "price-per-time"),
            What::Vague(value) => (TimeKind::Date, Role::Relative, Some((*value).to_owned()), "around-now"),
            What::Amount(a) => {
                let sentence = role::window(text, hit.span, sight(&found, i, span));
                if sentence != seen {
                    words::tokens(text, sentence.start, sentence.end, &mut tokens);
                    seen = sentence;
                }
                let context = context(text, &found, i, a, sentence, &tokens, &Place { label, block: span, follows_step });
                let (role, reason) = match role::role(&context) {
                    // What a page left behind tells nobody's deeds.
                    (Role::Deadline | Role::Elapsed, _) if label == Label::Furniture => (Role::Other, "in-furniture"),
                    (_, reason)
                        if role::silent(reason) && role::weigh::named(&context) && carried.is_some_and(|(end, _)| context.follows(end)) =>
                    {
                        carried.map_or((Role::Other, reason), |(_, role)| (role, "as-before"))
                    }
                    found => found,
                };
                let lends = matches!(role, Role::Deadline | Role::Elapsed | Role::Tariff | Role::Validity | Role::Plan | Role::Window);
                carried = lends.then_some((context.clause.end, role));
                follows_step = Some(matches!(role, Role::Deadline | Role::Elapsed));
                let counted = if role == Role::Other { counted_day(&found, i, a, &references, &context) } else { None };
                if let Some(day) = counted {
                    if a.tail == Tail::After {
                        references.story = Some(day);
                    }
                    (TimeKind::Date, Role::Relative, day.iso(), "counted-day")
                } else {
                    on_line = (follows_step == Some(true)).then_some(OnLine { time: i, amount: *a, sentence });
                    (TimeKind::Duration, role, Some(value::amount_value(a)), reason)
                }
            }
        };
        times.push(Time { text: source.piece(hit.span), kind, role, value, span: hit.span, reason });
        if let Some(on_line) = on_line {
            told(&report.blocks, &times, on_line, &tokens);
        }
    }
    report.times = times;
    if let (Some(dateline), Some((at, day))) = (report.dateline.as_mut(), sent)
        && dateline.span.start <= at
        && at < dateline.span.end
        && day.day.is_some()
    {
        dateline.resolved = day.iso();
    }
}

/// The time expressions of a text that is no report, read as one paragraph: the table above was read so.
///
/// ```
/// let times = wirecopy::time::find("接到报警后,民警10分钟内赶到现场。");
/// assert_eq!(times[0].value.as_deref(), Some("PT10M"));
/// ```
pub fn find(text: impl Into<Excerpt>) -> Vec<Time> {
    let source = text.into();
    let mut report = Report {
        lang: crate::report::Script::default(),
        headline: None,
        dateline: None,
        byline: None,
        blocks: vec![Block {
            label: Label::Paragraph,
            line: 0,
            text: Excerpt::default(),
            span: Span::new(0, source.len()),
            reason: "whole",
        }],
        captions: Vec::new(),
        editors: crate::report::Editors::default(),
        notice: None,
        times: Vec::new(),
        timeline: crate::report::Timeline::default(),
        notes: Vec::new(),
        corrections: Vec::new(),
    };
    at_once(read(&source, &mut report, &Restless, &mut |_, _, _, _| {}));
    report.times
}

/// Drops what a correction has cut through: an expression stands in one block.
fn within_blocks(found: &mut Vec<Found>, blocks: &[Block]) {
    let mut at = 0;
    found.retain(|hit| {
        while blocks.get(at).is_some_and(|block| block.span.end <= hit.span.start) {
            at += 1;
        }
        blocks.get(at).is_some_and(|block| block.span.contains(hit.span))
    });
}

/// The day the report was sent: the dateline's, else the first full date above the story.
fn sent(found: &[Found], report: &Report, references: &References) -> Option<(usize, Day)> {
    if let Some(dateline) = &report.dateline {
        let first = found.partition_point(|hit| hit.span.start < dateline.span.start);
        for hit in found[first..].iter().take_while(|hit| hit.span.start < dateline.span.end) {
            let Some(m) = hit.what.point() else { continue };
            if let (Some(month), Some(_)) = (m.month, m.day) {
                let year = m.year.or_else(|| references.year_sent(month, m.day?));
                return Some((hit.span.start, Day { year, month: m.month, day: m.day }));
            }
        }
    }
    let story =
        report.blocks.iter().find(|block| matches!(block.label, Label::Paragraph | Label::Caption)).map_or(0, |block| block.span.start);
    found.iter().take_while(|hit| hit.span.start < story).find_map(|hit| {
        let What::Moment(m) = &hit.what else { return None };
        let day = Day { year: m.year, month: m.month, day: m.day };
        day.full().map(|_| (hit.span.start, day))
    })
}

/// The value of a point, and whether it was counted from another; the story moves to its day.
fn point(hit: &Found, m: &Moment, references: &mut References) -> (Option<String>, bool) {
    let day = references.resolve(hit.span.start, m);
    if day.day.is_some() && m.piece != Piece::Edge || day.month.is_some() && m.from == Anchor::Itself {
        references.story = Some(day);
    }
    (value::moment_value(m, day), m.from != Anchor::Itself)
}

/// What stands every so often: 每天; 每小时加收5元 is a price by the hour.
fn recurring(text: &str, hit: &Found, value: &str) -> (TimeKind, Role, Option<String>, &'static str) {
    let priced = value.starts_with("PT") && role::price::priced(text, hit.span.end);
    let (role, reason) = if priced { (Role::Tariff, "price") } else { (Role::Rate, "recurring") };
    (TimeKind::Set, role, Some(value.to_owned()), reason)
}

/// How far around the i-th expression rules may look, within its block: where times stand side by side in great numbers they make a table, and
/// reading it must cost no more than reading prose.
fn sight(found: &[Found], i: usize, block: Span) -> Span {
    const BESIDE: usize = 6;
    let start = i.checked_sub(BESIDE).map_or(block.start, |before| found[before].span.end.max(block.start));
    let end = found.get(i + BESIDE).map_or(block.end, |behind| behind.span.start.min(block.end));
    Span::new(start, end)
}

/// 7×24小时: round the clock, or the name of a line that is open so.
fn always(text: &str, hit: &Found) -> (TimeKind, Role, Option<String>, &'static str) {
    let named = role::label::labelled(text, hit.span.end);
    let (role, reason) = if named { (Role::Name, "label-behind") } else { (Role::Rate, "round-the-clock") };
    (TimeKind::Set, role, Some("P7D".to_owned()), reason)
}

/// The value of a range: both ends with a stroke between.
fn range(hit: &Found, a: &Moment, b: &Moment, references: &mut References) -> (Option<String>, TimeKind) {
    let told = references.story;
    let from = references.resolve(hit.span.start, a);
    // 昨日8时至9时: both ends are counted from one day; 20日22时至次日8时: the second from the first.
    let together =
        b.from == Anchor::Report || b.from == Anchor::Story && a.from == Anchor::Story && (b.offset, b.step) == (a.offset, a.step);
    if from.day.is_some() && !together {
        references.story = Some(from);
    }
    let mut to = references.resolve(hit.span.start, b);
    // 30日至2日: the second day lies in the next month.
    if b.day.is_some()
        && (b.month.is_none() || b.month == a.month && b.year == a.year)
        && let (Some(first), Some(last), Some(month)) = (from.day, to.day, from.month)
        && to.month == from.month
        && last < first
    {
        to.month = Some(month % 12 + 1);
        if month == 12 {
            to.year = to.year.map(|year| year + 1);
        }
    }
    // 12月30日至1月2日.
    if (b.year.is_none() && a.year.is_none() || b.year == a.year)
        && let (Some(first), Some(last), Some(year)) = (from.month, to.month, from.year)
        && last < first
        && to.year == Some(year)
    {
        to.year = Some(year + 1);
    }
    // 周五至周二: the first Tuesday from that Friday on.
    if b.from == Anchor::Itself
        && let Some(first) = from.number()
    {
        to = reference::next_weekday(first, b).unwrap_or(to);
    }
    let clocked = a.clock.is_some() || b.clock.is_some() || a.part.is_some() || b.part.is_some();
    references.story = [to, from].into_iter().find(|day| day.day.is_some()).or(told);
    let value = match (value::moment_value(a, from), value::moment_value(b, to)) {
        (Some(a), Some(b)) => Some(format!("{}/{}", first_half(&a), second_half(&b))),
        _ => None,
    };
    (value, if clocked { TimeKind::Time } else { TimeKind::Date })
}

fn first_half(value: &str) -> &str {
    value.split('/').next().unwrap_or(value)
}

fn second_half(value: &str) -> &str {
    value.rsplit('/').next().unwrap_or(value)
}

/// 22天后, 三天前: the day itself where the text tells enough.
fn counted_day(found: &[Found], i: usize, a: &Amount, references: &References, context: &Context) -> Option<Day> {
    if !matches!(a.tail, Tail::After | Tail::Before)
        || a.vague
        || a.numbers().len() != 1
        || !matches!(a.unit(), Unit::Day | Unit::Week | Unit::Month | Unit::Year)
    {
        return None;
    }
    if a.has(lead::AHEAD | lead::APART) {
        return None;
    }
    let (n, unit) = (a.number(), a.unit());
    (n.fract() == 0.0 && n <= 3660.0).then_some(())?;
    #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and small")]
    let n = n as i32;
    if a.tail == Tail::After {
        // The sentence goes on to state the day.
        let stated = found[i + 1..].iter().take_while(|hit| hit.span.start < context.sentence.end).find_map(|hit| match &hit.what {
            What::Moment(m) if m.day.is_some() && m.from == Anchor::Itself => Some(references.resolve(hit.span.start, m)),
            _ => None,
        });
        if stated.is_some() {
            return stated;
        }
        // Counted from the day last told in the same sentence, where no other event is named in between.
        let base = found[..i]
            .iter()
            .rev()
            .take_while(|hit| hit.span.start >= context.sentence.start)
            .any(|hit| matches!(hit.what, What::Moment(m) if m.dated()));
        let named = context.span.start > context.clause.start + 6;
        return (base && !named).then(|| reference::counted(references.story?, n, unit)).flatten();
    }
    let named = context.span.start > context.clause.start + 6;
    (!named).then(|| reference::counted(references.report.or(references.story)?, -n, unit)).flatten()
}

/// The block of an amount, and what stands before it there.
struct Place {
    label: Label,
    block: Span,
    follows_step: Option<bool>,
}

/// The sentence around an amount, as the rules see it.
fn context<'a>(
    text: &'a str,
    found: &'a [Found],
    i: usize,
    amount: &'a Amount,
    sentence: Span,
    tokens: &'a [words::Token],
    place: &Place,
) -> Context<'a> {
    let hit = &found[i];
    let clause = role::clause(text, hit.span, sentence);
    let amounts = |hit: &&Found| matches!(hit.what, What::Amount(_));
    let following = found[i + 1..].iter().take_while(|hit| hit.span.start < sentence.end).find(amounts).map_or(sentence.end, |next| {
        let own = role::clause(text, next.span, sentence).start;
        if own > hit.span.end { own } else { next.span.start }
    });
    let floor = found[..i]
        .iter()
        .rev()
        .take_while(|hit| hit.span.end > sentence.start)
        .find(amounts)
        .map_or(sentence.start, |before| before.span.end);
    let daily = found[..i].iter().rev().take_while(|hit| hit.span.start >= clause.start).any(|hit| {
        matches!(hit.what, What::Set("P1D")) || matches!(hit.what, What::Set("P1W" | "P1M" | "P1Y")) && amount.unit() <= Unit::Day
    });
    let often = found[..i].iter().rev().take_while(|hit| hit.span.start >= sentence.start).any(|hit| matches!(hit.what, What::Set("P1D")));
    Context {
        text,
        amount,
        span: hit.span,
        clause,
        sentence,
        chain: role::chain_end(text, hit.span.end, sentence, following),
        floor,
        tokens,
        daily,
        often,
        label: place.label,
        block: place.block,
        follows_step: place.follows_step,
        around: role::Around::default(),
    }
    .gathered()
}

/// The blocks of a report in order, asked for places that only grow.
struct Places<'a> {
    blocks: &'a [Block],
    next: usize,
    end: usize,
}

impl<'a> Places<'a> {
    fn new(blocks: &'a [Block], end: usize) -> Self {
        Places { blocks, next: 0, end }
    }

    /// The block at `at`: its number, its label, its span.
    fn at(&mut self, at: usize) -> (usize, Label, Span) {
        while self.blocks.get(self.next).is_some_and(|block| block.span.end <= at) {
            self.next += 1;
        }
        match self.blocks.get(self.next) {
            Some(block) if block.span.start <= at => (self.next, block.label, block.span),
            _ => (self.next, Label::Paragraph, Span::new(at, self.end.max(at))),
        }
    }
}
