//! The clauses before a step, nearest first.

use super::event::{ending, event};
use super::{NO_EVENT, Origin, receives, tells, trim};
use crate::text::Span;
use crate::time::amount::{Amount, Tail, lead};
use crate::time::role;
use crate::time::script::{clause_start, eat_any, eat_any_back, ends_clause, ends_sentence, next, one_of, prev, says};
use crate::time::words::{self, Token};

/// A trigger of fewer bytes names nothing.
const LEAST: usize = 12;

/// What was found on the way back from a step, each the nearest of its kind.
pub(super) struct Walk<'a> {
    text: &'a str,
    amount: &'a Amount,
    /// Where the step's clause begins.
    own_start: usize,
    /// Where its sentence begins.
    sentence: usize,
    /// How far back it goes.
    stop: usize,
    /// Where the step before ends, if there is one.
    floor: Option<usize>,
    /// What the step's own sentence says was begun.
    begun: Option<Span>,
    /// How many sentences back it is, and whether that is any.
    sentences: usize,
    crossed: bool,
    /// The clause behind the one that is looked at.
    later: Span,
    /// An event that starts a clock where nothing surer does.
    weak: Option<Span>,
    /// What was told, whatever it is; what of it stands in the step's sentence.
    told: Option<Span>,
    near: Option<Span>,
    /// What was told and is somebody's deed, and how many sentences back.
    deed: Option<(Span, usize)>,
    /// What happened at a minute that is told, and how many sentences back.
    stamped: Option<Span>,
    stamped_at: usize,
    /// Who came, or what was done, right before.
    arrived: Option<Span>,
    /// What broke, where nobody has told it.
    trouble: Option<Span>,
}

/// A clause on the way.
struct Clause<'a> {
    span: Span,
    /// The step before says in it what it did.
    rest: bool,
    /// It stands right before the step's.
    first: bool,
    tokens: &'a [Token],
}

impl Clause<'_> {
    fn has(&self, class: words::Class) -> bool {
        self.tokens.iter().any(|token| token.class & class != 0)
    }
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        text: &'a str,
        amount: &'a Amount,
        own_start: usize,
        sentence: usize,
        stop: usize,
        floor: Option<usize>,
        begun: Option<Span>,
    ) -> Self {
        Walk {
            text,
            amount,
            own_start,
            sentence,
            stop,
            floor,
            begun,
            sentences: 0,
            crossed: false,
            later: Span::new(own_start, own_start),
            weak: None,
            told: None,
            near: None,
            deed: None,
            stamped: None,
            stamped_at: 0,
            arrived: None,
            trouble: None,
        }
    }

    /// Goes back until a clause surely starts the clock.
    pub(super) fn back(&mut self, tokens: &mut Vec<Token>) -> Option<Origin> {
        let mut end = self.own_start;
        while let Some((mark, before)) = prev(self.text, end).filter(|_| end > self.stop) {
            if !ends_clause(mark) {
                // The step before reaches into this clause.
                break;
            }
            self.crossed |= before < self.sentence;
            self.sentences += usize::from(ends_sentence(mark));
            // What was begun in the sentence comes before what an earlier one tells.
            if let Some(begun) = self.begun.filter(|_| self.crossed && self.weak.is_none()) {
                return Some(Origin::Before(begun));
            }
            let start = clause_start(self.text, before, self.stop);
            words::tokens(self.text, start, before, tokens);
            let clause = Clause { span: Span::new(start, before), rest: self.floor == Some(start), first: end == self.own_start, tokens };
            if let Some(found) = self.see(&clause) {
                return Some(Origin::Before(found));
            }
            end = start;
        }
        None
    }

    fn after(&self) -> bool {
        self.amount.tail == Tail::After
    }

    fn elapsed(&self) -> bool {
        matches!(self.amount.tail, Tail::After | Tail::Plain)
    }

    /// Looks at a clause: the trigger, where it is sure, whether it stands here or was seen on the way.
    fn see(&mut self, clause: &Clause) -> Option<Span> {
        let text = self.text;
        // What the step before says it did sets no clock, unless 后 says so.
        let found = if clause.rest {
            ending(text, trim(text, clause.span), clause.tokens).map(|found| (found, true))
        } else {
            event(text, clause.span, self.crossed, clause.tokens)
        };
        match found {
            Some((found, true)) => return Some(self.nearer(found)),
            Some((found, false)) => self.weak = self.weak.or(Some(found)),
            None => {}
        }
        // 车辆自燃: what happened, where nobody has told it.
        let quiet = !clause.rest && !self.crossed && !clause.has(NO_EVENT);
        if quiet && self.trouble.is_none() && clause.has(words::HAPPEN | words::TROUBLE) {
            self.trouble = self.worth_telling(clause.span);
        }
        self.look_at_the_clock(clause);
        // 几天后: counted from what was told last, unless the clock was set by then.
        if self.after() && self.told.is_none() && (clause.span.start > self.stop || self.floor.is_none()) && tells(text, clause.span) {
            // 接上警车后,火速往歹徒逃窜方向追去。三分钟后: who goes there is on the way.
            let goes = ["追去", "赶去", "奔去", "跑去", "游去", "出发", "追赶"];
            // 随后请来了维修人员。15分钟后: so is who was called.
            let called = || says(text, clause.span, &["请来", "叫来", "喊来", "找来"]);
            if self.crossed && (eat_any_back(text, clause.span.end, &goes).is_some() || called()) {
                return Some(trim(text, clause.span));
            }
            self.hear(clause);
        }
        let deed = match (self.amount.tail, clause.rest) {
            (Tail::After, true) => words::RESULT,
            (Tail::After, false) => words::ARRIVE | words::RESULT | words::STATE,
            (_, true) => 0,
            (_, false) => words::ARRIVE,
        };
        // Who is sent has been called a moment ago.
        let is_sent = |t: &Token| eat_any(text, t.start, &["出动", "出警", "派", "集结"]).is_some();
        if self.arrived.is_none() && !self.crossed && clause.first && clause.tokens.iter().any(|t| t.class & deed != 0 && !is_sent(t)) {
            self.arrived = self.worth_telling(clause.span);
        }
        None
    }

    /// The clause, where it says enough to be a trigger.
    fn worth_telling(&self, clause: Span) -> Option<Span> {
        Some(trim(self.text, clause)).filter(|event| event.len() >= LEAST && tells(self.text, clause))
    }

    /// What counts before an event that surely starts a clock: what was done last before what an earlier sentence tells, and who set out or came
    /// before all.
    fn nearer(&self, found: Span) -> Span {
        // 事发后,我就拨打120了: the call is nearer, and is what is answered.
        // 接到指令后,民警拨打他的电话。3分钟后: so does what was told last.
        let called = self.after() || !self.crossed && !receives(self.text, found.start);
        if let Some(call) = self.weak.filter(|weak| called && calls(self.text, weak.start)) {
            return call;
        }
        // 接到调度。队员随即出发。50分钟后,…: a deed that stands in a sentence between is nearer.
        if let Some((deed, _)) = self.deed.filter(|(_, at)| self.after() && *at < self.sentences) {
            return deed;
        }
        let nearer = if self.crossed { self.stamped.or(self.arrived).or(self.near) } else { self.arrived.filter(|_| self.after()) };
        nearer.filter(|_| self.elapsed()).unwrap_or(found)
    }

    /// 8时58分,列车在小站停靠: the minute is told because it counts.
    fn look_at_the_clock(&mut self, clause: &Clause) {
        let text = self.text;
        if self.stamped.is_none()
            && let Some(at) = stamp(text, clause.span)
            && !(self.amount.has(lead::USED) && clause.has(role::ACT & !words::ARRIVE))
        {
            let behind = trim(text, Span::new(at, clause.span.end));
            self.stamped_at = self.sentences;
            self.stamped = Some(if behind.len() >= LEAST { behind } else { self.later }).filter(|event| !event.is_empty());
        }
        // 经过近五个小时的查看 tells how long it was.
        if eat_any(text, clause.span.start, &["经过", "经"]).is_none() {
            self.later = trim(text, clause.span);
        }
    }

    /// Takes down what the clause tells.
    fn hear(&mut self, clause: &Clause) {
        let text = self.text;
        let span = clause.span;
        // 程序紧张而有序 only says how it was.
        let deed = clause.has(!(words::ACTOR | words::NATURE | words::PAPER | words::PARTY))
            || span.of(text).contains([
                '后', '後', '了', '着', '著', '过', '過', '在', '把', '将', '將', '被', '给', '給', '到', '向', '去', '来', '來',
            ]);
        // 一边看监控 goes on meanwhile.
        let meanwhile = eat_any(text, actor_end(clause), &["一边", "一面", "正在", "仍在"]).is_some();
        if !deed || meanwhile || clause.has(words::NOT) || trim(text, span).len() < LEAST {
            return;
        }
        // 消防员再次出水,对阴燃部位进行清理: the clause before says who.
        let bare = eat_any(text, span.start, &["对", "将", "把", "并", "为", "向"]).is_some() && span.start > self.stop;
        let start = match prev(text, span.start) {
            Some((',', before)) if bare => clause_start(text, before, self.stop),
            _ => span.start,
        };
        let told = trim(text, Span::new(start, span.end));
        self.told = Some(told);
        if !self.crossed {
            self.near = Some(told);
        } else if clause.has(role::ACT) {
            self.deed = Some((told, self.sentences));
        }
    }

    /// What was seen on the way, where nothing was sure: a call for help told since counts before the minute.
    pub(super) fn seen(&self) -> Option<Span> {
        let stamped = self
            .stamped
            .filter(|stamped| self.elapsed() && self.weak.is_none_or(|weak| weak.start <= stamped.start))
            .filter(|_| !self.after() || self.deed.is_none_or(|(_, at)| at >= self.stamped_at));
        stamped.or(self.arrived.filter(|_| self.elapsed())).or(self.near).or(self.weak).or(self.told).or(self.trouble)
    }
}

/// Whether somebody calls for help at `at`.
fn calls(text: &str, at: usize) -> bool {
    eat_any(text, at, &["拨打", "拨通", "报警", "报案", "求助", "求救", "呼救", "求援", "致电", "呼叫", "报修", "打了1", "打1", "取得联系"])
        .is_some()
}

/// Where a clause goes on behind who acts in it, or where it begins.
fn actor_end(clause: &Clause) -> usize {
    let start = clause.span.start;
    clause.tokens.iter().find(|t| t.class & words::ACTOR != 0 && t.start <= start + 6).map_or(start, |t| t.end)
}

/// The offset behind the clock time, to the minute, that a clause begins with: 8时58分, 20:07.
fn stamp(text: &str, clause: Span) -> Option<usize> {
    let (mut at, mut hour) = (clause.start, false);
    while at < clause.end {
        let (c, after) = next(text, at)?;
        match c {
            '时' | ':' | '点' => hour = true,
            '分' if hour => return Some(eat_any(text, after, &["许", "左右"]).map_or(after, |(_, end)| end.min(clause.end))),
            _ if c.is_ascii_digit() || one_of(c, "“「‘年月日早上下中午晚凌晨今昨当天许一二三四五六七八九十零 ") =>
                {}
            _ => return (hour && prev(text, at).is_some_and(|(c, _)| c.is_ascii_digit())).then_some(at),
        }
        at = after;
    }
    // 18时, alone.
    hour.then_some(at)
}
