//! The clauses before a step, nearest first.

use super::event::{ending, event};
use super::told::plunged;
use super::{LEAST, NO_EVENT, Origin, receives, tells, trim, worth_telling};
use crate::text::Span;
use crate::time::amount::{Amount, Tail, Unit, lead};
use crate::time::numeral::numeral;
use crate::time::role;
use crate::time::script::{clause_start, eat_any, eat_any_back, ends_clause, ends_sentence, next, one_of, past_ideographs, prev, says};
use crate::time::words::{self, Token};

/// The way back from a step.
pub(super) struct Walk<'a> {
    pub(super) text: &'a str,
    pub(super) amount: &'a Amount,
    /// Where the step's clause begins.
    pub(super) own_start: usize,
    /// How far back it goes.
    pub(super) stop: usize,
    /// Where the step before ends, if there is one.
    pub(super) floor: Option<usize>,
    /// What the step's own sentence says was begun.
    pub(super) begun: Option<Span>,
    pub(super) outcome: Outcome,
    /// 全程: the amount took the whole response, and no minute on the way counts.
    pub(super) whole: bool,
    /// The last minute that is told, since midnight: behind the step, or on the way.
    pub(super) until: Option<u32>,
    pub(super) seen: Seen,
}

/// What the step comes to, where that tells what it counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// 恢复: all is as before it broke.
    Recovery,
    /// 到达机场: somebody came who set out.
    Arrival,
    /// 将火救熄: the fire's end, which counts from who came.
    Extinction,
    /// Anything else.
    Other,
}

impl Outcome {
    /// What the text says right behind the amount.
    pub(super) fn of(text: &str, amount: &Amount, behind: Span) -> Self {
        let after = amount.tail == Tail::After;
        if after && says(text, behind, &["恢复", "回复正常", "复电", "复通"]) {
            Outcome::Recovery
        } else if amount.tail != Tail::Within && says(text, behind, &["救熄", "扑灭", "扑熄"]) {
            Outcome::Extinction
        } else if after && says(text, behind, &["到达", "抵达", "赶到", "到了"]) {
            Outcome::Arrival
        } else {
            Outcome::Other
        }
    }
}

/// What was found on the way, each the nearest of its kind.
#[derive(Default)]
pub(super) struct Seen {
    /// How many sentences back it is.
    sentences: usize,
    /// The clause behind the one that is looked at.
    later: Span,
    /// An event that starts a clock where nothing surer does.
    weak: Option<Span>,
    /// What was told.
    told: Option<Told>,
    /// What happened at a minute that is told, and how many sentences back.
    stamped: Option<(Span, usize)>,
    /// Who came, or what was done, right before.
    arrived: Option<Span>,
    /// Who set out for a place, where the step is that he came.
    headed: Option<Span>,
    /// What broke, where nobody has told it.
    trouble: Option<Span>,
}

/// What a clause told.
#[derive(Clone, Copy)]
struct Told {
    span: Span,
    /// How many sentences back.
    sentences: usize,
    /// It is somebody's deed.
    deed: bool,
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

impl Walk<'_> {
    /// Goes back until a clause surely starts the clock.
    pub(super) fn back(&mut self, tokens: &mut Vec<Token>) -> Option<Origin> {
        self.seen.later = Span::new(self.own_start, self.own_start);
        let mut end = self.own_start;
        while let Some((mark, before)) = prev(self.text, end).filter(|_| end > self.stop) {
            if !ends_clause(mark) {
                // The step before reaches into this clause.
                break;
            }
            self.seen.sentences += usize::from(ends_sentence(mark));
            // What was begun in the sentence comes before what an earlier one tells.
            if let Some(begun) = self.begun.filter(|_| self.crossed() && self.seen.weak.is_none()) {
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

    /// Whether it has left the step's sentence.
    fn crossed(&self) -> bool {
        self.seen.sentences > 0
    }

    fn after(&self) -> bool {
        self.amount.tail == Tail::After
    }

    fn elapsed(&self) -> bool {
        matches!(self.amount.tail, Tail::After | Tail::Plain) && !self.whole
    }

    /// Looks at a clause: the trigger, where it is sure, whether it stands here or was seen on the way.
    fn see(&mut self, clause: &Clause) -> Option<Span> {
        let text = self.text;
        // What the step before says it did sets no clock, unless 后 says so.
        let found = if clause.rest {
            ending(text, trim(text, clause.span), clause.tokens).map(|found| (found, true))
        } else {
            event(text, clause.span, self.crossed(), clause.tokens)
        };
        // 指挥员立即下令,…。20分钟后: the order, whatever it asked for.
        let orders = || self.after() && self.seen.sentences == 1 && says(text, clause.span, &["下令", "作出部署", "做出部署"]);
        if found.is_none() && !clause.rest && orders() {
            return Some(trim(text, clause.span));
        }
        // 随即通知抢修班,10分钟后: who is called is nearer than what was told first.
        let nearest = self.seen.sentences <= 1 && self.seen.arrived.is_none() && self.seen.told.is_none() && self.seen.weak.is_none();
        if found.is_none_or(|(_, sure)| !sure) && !clause.rest && !self.whole && nearest && calls_out(text, clause) {
            return Some(trim(text, clause.span));
        }
        match found {
            Some((found, true)) => return Some(self.nearer(found)),
            Some((found, false)) => self.seen.weak = self.seen.weak.or(Some(found)),
            None => {}
        }
        if let Some(found) = self.so_long_before(clause.span) {
            return Some(found);
        }
        // 抢修人员赶到现场,15分钟内找到破裂的管道.
        let there = ["赶到现场", "到达现场", "抵达现场", "赶到", "到场", "来到现场"];
        let starts = clause.first && !clause.rest && !self.crossed() && self.amount.tail == Tail::Within && clause.has(words::ACTOR);
        if starts && found.is_none() && eat_any_back(text, clause.span.end, &there).is_some() {
            return worth_telling(text, clause.span);
        }
        // 车辆自燃: what happened, where nobody has told it; 约50分钟后,列车服务回复正常 goes back to what broke.
        let acts = if self.outcome == Outcome::Recovery { NO_EVENT & !words::ACTOR } else { NO_EVENT };
        let quiet = !clause.rest && !clause.has(acts) && (!self.crossed() || self.outcome == Outcome::Recovery);
        if quiet && self.seen.trouble.is_none() && clause.has(words::HAPPEN | words::TROUBLE) {
            self.seen.trouble = worth_telling(text, clause.span);
        }
        self.look_at_the_clock(clause);
        // 几天后: counted from what was told last, unless the clock was set by then.
        if self.after() && self.seen.told.is_none() && (clause.span.start > self.stop || self.floor.is_none()) && tells(text, clause.span) {
            // 接上警车后,火速往歹徒逃窜方向追去。三分钟后: who goes there is on the way.
            let goes = ["追去", "赶去", "奔去", "跑去", "游去", "出发", "追赶"];
            // 随后请来了维修人员。15分钟后: so is who was called.
            let called = || says(text, clause.span, &["请来", "叫来", "喊来", "找来"]);
            // “救118”轮立即展开搜救。25分钟后: so is what was begun.
            let begun = || says(text, clause.span, &["立即展开", "随即展开", "立即开展", "迅速展开", "立刻展开"]);
            // 赶往机场。35分钟后,车辆到达机场: unless something surer is told.
            let heads = ["赶往", "前往", "奔赴", "赶赴", "驶往", "驶向", "送往"];
            if self.crossed() && self.outcome == Outcome::Arrival && says(text, clause.span, &heads) {
                self.seen.headed = Some(trim(text, clause.span));
            }
            if self.crossed() && (eat_any_back(text, clause.span.end, &goes).is_some() || called() || begun()) {
                return plunged(text, clause.span.end, self.stop).or_else(|| Some(trim(text, clause.span)));
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
        if self.seen.arrived.is_none()
            && !self.crossed()
            && clause.first
            && clause.tokens.iter().any(|t| t.class & deed != 0 && !is_sent(t))
        {
            self.seen.arrived = worth_telling(text, clause.span);
        }
        None
    }

    /// What counts before an event that surely starts a clock: what was done last before what an earlier sentence tells, and who set out or came
    /// before all.
    fn nearer(&self, found: Span) -> Span {
        // 消防接报到场,拖喉灌救,约20分钟后将火救熄.
        if self.outcome == Outcome::Extinction && says(self.text, found, &["到场", "抵达", "赶到", "到达"]) {
            return found;
        }
        // 事发后,我就拨打120了: the call is nearer, and is what is answered.
        // 接到指令后,民警拨打他的电话。3分钟后: so does what was told last.
        let called = self.after() || !self.crossed() && !receives(self.text, found.start);
        if let Some(call) = self.seen.weak.filter(|weak| called && calls(self.text, weak.start)) {
            return call;
        }
        // 接到调度。队员随即出发。50分钟后,…: a deed that stands in a sentence between is nearer.
        if let Some(deed) = self.deed().filter(|deed| self.after() && deed.sentences < self.seen.sentences) {
            return deed.span;
        }
        let Seen { stamped, arrived, .. } = self.seen;
        let nearer = if self.crossed() {
            stamped.map(|(span, _)| span).or(arrived).or(self.near())
        } else {
            arrived.filter(|_| self.after() || self.outcome == Outcome::Extinction)
        };
        nearer.filter(|_| self.elapsed()).unwrap_or(found)
    }

    /// What was told in the step's own sentence.
    fn near(&self) -> Option<Span> {
        self.seen.told.filter(|told| told.sentences == 0).map(|told| told.span)
    }

    /// What was told in another, if it is somebody's deed.
    fn deed(&self) -> Option<Told> {
        self.seen.told.filter(|told| told.sentences > 0 && told.deed)
    }

    /// 8时58分,列车在小站停靠: the minute is told because it counts.
    fn look_at_the_clock(&mut self, clause: &Clause) {
        let text = self.text;
        if self.seen.stamped.is_none()
            && let Some(at) = stamp(text, clause.span)
            && !(self.amount.has(lead::USED) && clause.has(role::ACT & !words::ARRIVE))
        {
            let behind = trim(text, Span::new(at, clause.span.end));
            // 10点30分,在新村5层楼顶: what happened there is told behind.
            let place = !clause.has(words::TELL | words::HAPPEN | words::TROUBLE | words::STATE | role::ACT)
                && says(text, Span::new(at, clause.span.end), &["在"]);
            let event = if behind.len() >= LEAST && (!place || self.seen.later.is_empty()) { behind } else { self.seen.later };
            self.seen.stamped = (!event.is_empty()).then_some((event, self.seen.sentences));
        }
        // 经过近五个小时的查看 tells how long it was.
        let verbs = words::TELL | words::HAPPEN | words::TROUBLE | words::STATE | role::ACT;
        let place = eat_any(text, clause.span.start, &["在", "于"]).is_some() && !clause.has(verbs);
        if eat_any(text, clause.span.start, &["经过", "经"]).is_none() && !(place && self.seen.later.len() >= LEAST) {
            self.seen.later = trim(text, clause.span);
        }
    }

    /// 14时20分接应到求助车辆,仅用时9分钟,于14时29分送达: the minute that lies so long before the last one that is told.
    fn so_long_before(&mut self, clause: Span) -> Option<Span> {
        if !self.elapsed() || self.amount.unit() > Unit::Hour {
            return None;
        }
        let (minute, at) = clock(self.text, clause)?;
        let until = *self.until.get_or_insert(minute);
        let behind = trim(self.text, Span::new(at, clause.end));
        let event = if behind.len() >= LEAST { behind } else { self.seen.later };
        let apart = f64::from((until + DAY - minute) % DAY) / 60.0;
        ((apart - self.amount.hours()).abs() < 0.001 && apart > 0.0 && !event.is_empty()).then_some(event)
    }

    /// Takes down what the clause tells.
    fn hear(&mut self, clause: &Clause) {
        let text = self.text;
        let span = clause.span;
        // 程序紧张而有序 only says how it was.
        let deed = clause.has(!(words::ACTOR | words::NATURE | words::PAPER | words::PARTY))
            || says(text, span, &["后", "了", "着", "过", "在", "把", "将", "被", "给", "到", "向", "去", "来", "用", "对"]);
        // 一边看监控 goes on meanwhile.
        let meanwhile = eat_any(text, actor_end(clause), &["一边", "一面", "正在", "仍在", "继续"]).is_some();
        // 漂浮在海面上, 保持水源不断 tell how it went on.
        let state = clause.tokens.first().is_some_and(|t| t.start == span.start && t.class & words::STATE != 0 && t.class & role::ACT == 0);
        if !deed || state || meanwhile || clause.has(words::NOT) || trim(text, span).len() < LEAST {
            return;
        }
        // 消防员再次出水,对阴燃部位进行清理: the clause before says who.
        let bare = eat_any(text, span.start, &["对", "将", "把", "并", "为", "向"]).is_some() && span.start > self.stop;
        let start = match prev(text, span.start) {
            Some((',', before)) if bare => clause_start(text, before, self.stop),
            _ => span.start,
        };
        let told = trim(text, Span::new(start, span.end));
        self.seen.told = Some(Told { span: told, sentences: self.seen.sentences, deed: clause.has(role::ACT) });
    }

    /// What was seen on the way, where nothing was sure: a call for help told since counts before the minute.
    pub(super) fn likeliest(&self) -> Option<Span> {
        let Seen { weak, told, stamped, arrived, headed, trouble, .. } = self.seen;
        let stamped = stamped
            .filter(|(stamped, _)| self.elapsed() && weak.is_none_or(|weak| weak.start <= stamped.start))
            .filter(|(_, at)| !self.after() || self.deed().is_none_or(|deed| deed.sentences >= *at))
            .map(|(stamped, _)| stamped);
        let told = told.map(|told| told.span);
        if headed.is_some() {
            return headed;
        }
        let broke = trouble.filter(|_| self.outcome == Outcome::Recovery);
        let later = told.filter(|told| self.after() && weak.is_some_and(|weak| weak.start < told.start && !calls(self.text, weak.start)));
        stamped.or(arrived.filter(|_| self.elapsed())).or(broke).or(self.near()).or(later).or(weak).or(told).or(trouble)
    }
}

/// Whether the clause tells that somebody calls on others to help: 通知抢修班, 联系养护所, 要求增派人员. 一边联系家属 goes on meanwhile, and
/// 印发通知 calls nobody.
fn calls_out(text: &str, clause: &Clause) -> bool {
    let calls = says(text, clause.span, &["通知", "指令", "联系", "联络", "申请", "请求", "要求增派"]);
    calls
        && !says(
            text,
            clause.span,
            &["《", "》", "印发", "下发", "下达", "一边", "一面", "同步", "发布", "提出", "联系方式", "联系上", "家属", "家长", "家人"],
        )
        && !clause.has(words::NOT)
        && eat_any_back(text, clause.span.end, &["申请", "通知", "要求", "联系"]).is_none()
        && tells(text, clause.span)
}

/// Whether somebody calls for help at `at`.
fn calls(text: &str, at: usize) -> bool {
    eat_any(text, at, &["拨打", "拨通", "报警", "报案", "求助", "求救", "呼救", "求援", "致电", "呼叫", "报修", "打了1", "打1", "取得联系"])
        .is_some()
}

/// Where a clause goes on behind who acts in it, or where it begins.
fn actor_end(clause: &Clause) -> usize {
    let start = clause.span.start;
    let mut end = start;
    for token in clause.tokens.iter().filter(|t| t.class & words::ACTOR != 0) {
        if token.start == end || end == start && token.start <= start + 6 {
            end = token.end;
        }
    }
    end
}

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// The first clock time, to the minute, in `span`: the minute since midnight, and the offset behind it.
pub(super) fn clock(text: &str, span: Span) -> Option<(u32, usize)> {
    let mut at = span.start;
    while at < span.end {
        let (c, after) = next(text, at)?;
        if !c.is_ascii_digit() {
            at = past_ideographs(text, after, span.end);
            continue;
        }
        let Some(hour) = numeral(text, at) else {
            at = after;
            continue;
        };
        at = hour.end;
        let Some((mark @ ('时' | '点' | ':'), behind)) = next(text, hour.end) else { continue };
        let Some(minute) = next(text, behind).filter(|(c, _)| c.is_ascii_digit()).and_then(|_| numeral(text, behind)) else { continue };
        let end = if mark == ':' { Some(minute.end) } else { eat_any(text, minute.end, &["分"]).map(|(_, end)| end) };
        let part = hour.whole().zip(minute.whole()).filter(|(hour, minute)| *hour < 24 && *minute < 60);
        if let Some((end, (hour, minute))) = end.zip(part).filter(|(end, _)| *end <= span.end) {
            return Some((hour * 60 + minute, eat_any(text, end, &["许", "左右"]).map_or(end, |(_, end)| end.min(span.end))));
        }
    }
    None
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
