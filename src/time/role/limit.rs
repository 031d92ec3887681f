//! Limits set by rule, and how long the handling of a matter takes.

use super::{ACT, Context, Verdict};
use crate::report::Role;
use crate::time::amount::{Tail, Unit, lead};
use crate::time::script::{eat_any_back, says};
use crate::time::words as w;

/// 平均时间压缩至20分钟内: how long the handling takes.
pub(super) fn handling(c: &Context) -> Option<Verdict> {
    // 到达时间已提前限定为40分钟内 is a limit.
    if c.reads_before(LIMITED) {
        return None;
    }
    if c.reads_before(&["由", "从", "由原来的", "从原来的", "由原来", "从原来", "原来的"]) && c.next_to(w::HANDLING, 2).is_some()
    {
        return Some((Role::Duration, "handling-time"));
    }
    // 从过去的6分钟提速为3分钟.
    if c.amount.has(lead::PAST) && c.leading().ends_with(['从', '由', '從']) {
        return Some((Role::Duration, "handling-time"));
    }
    if c.reads_before(&["平均", "平均用时", "平均耗时", "平均时间", "平均时长", "平均为", "平均仅", "平均只需", "中位数"])
        && c.amount.tail != Tail::After
    {
        return Some((Role::Duration, "average"));
    }
    // 比法定审限六个月大为缩短.
    if a_comparison(c) {
        return Some((Role::Other, "compared"));
    }
    // 由市上规定的8个工作小时压缩到.
    if c.amount.tail == Tail::Plain
        && c.next_to(w::HANDLING, 0).is_some_and(|token| c.text[token.start..token.end].ends_with(['缩', '短', '縮', '減', '减']))
    {
        return Some((Role::Duration, "handling-time"));
    }
    // 少于国家规定的90分钟, 远优于90分钟的标准.
    let standard = || {
        let noun = &c.text[c.span.end..c.clause.end];
        ["标准", "標準", "要求", "规定", "时限", "水平", "均值", "平均值"].iter().any(|word| noun.ends_with(word))
    };
    if (c.closes_or_noun() || standard()) && c.governed(w::COMPARE) && c.amount.lead & !lead::ABOUT == 0 {
        return Some((Role::Other, "compared"));
    }
    // 签发时限均缩短到7个工作日: a limit that is shorter now.
    let shorter = ["缩短到", "缩短至", "压缩到", "压缩至", "压缩为", "缩短为", "缩减到", "缩减至", "压减到", "压减至"];
    let within = c.amount.tail == Tail::Within && c.amount.unit() == Unit::Workday && !says(c.text, c.lead_in(), &["平均"]);
    if c.closes() && (a_limit(c) || within) && (c.reads_before(&shorter) || within && c.reads_before(&["减至", "减到", "降至"])) {
        return Some((Role::Deadline, "limit"));
    }
    let near = c.right_before(w::HANDLING, 10).is_some_and(|token| token.start >= c.clause.start);
    (near && c.closes_or_noun() && matches!(c.amount.tail, Tail::Within | Tail::Plain)).then_some((Role::Duration, "handling-time"))
}

/// 时限, 期限 stand in the clause, and nothing that is an average.
fn a_limit(c: &Context) -> bool {
    says(c.text, c.lead_in(), &["时限", "期限"]) && !says(c.text, c.lead_in(), &["平均", "原来"])
}

/// 比 stands before the amount in its clause, and behind it what it is beside the amount.
fn a_comparison(c: &Context) -> bool {
    c.amount.tail == Tail::Plain
        && c.amount.lead == 0
        && c.leading().contains('比')
        && c.reads(&["大为", "大大", "快", "慢", "短", "长", "缩短", "减少", "要快", "更", "还", "少", "多", "早", "晚", "提前"])
}

/// 赢得30分钟抢救时间, 宝贵的半小时: what is won for an act is no limit to it.
pub(super) fn won(c: &Context) -> Option<Verdict> {
    let of = c.reads(&[
        "抢救时间",
        "救援时间",
        "救治时间",
        "逃生时间",
        "避险时间",
        "撤离时间",
        "转移时间",
        "的抢救时间",
        "的救援时间",
        "的救治时间",
        "的逃生时间",
    ]);
    (c.amount.tail == Tail::Plain && (of || c.reads_before(&["宝贵的"]))).then_some((Role::Duration, "time-won"))
}

/// 时限不超过5分钟, 最迟2小时: a limit set by rule.
pub(super) fn ordered_limit(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.tail == Tail::After || a.tail == Tail::Before {
        return None;
    }
    let named = c.before(w::LIMIT) || c.reads_before(&["限", "限其", "限时", "限期", "期限为", "时限为", "限于"]);
    if a.has(lead::AT_MOST) && !a.has(lead::HAVING) {
        let limit = named
            || a.unit() == Unit::Workday && c.after(ACT)
            || c.before(w::REPLY | w::ARRIVE | w::MUST | w::PROMISE)
            || c.after(w::REPLY | w::ARRIVE | w::RESULT);
        // 维修不超过100分钟 is promised as 维修100分钟内 is; 停留不超过3天 holds.
        let filled = fills(c) && !named && !waited(c);
        // 在区域内停留不超过144小时: how long one may.
        if filled && a.unit() >= Unit::Hour && c.closes() && !c.before(w::COND) {
            return Some((Role::Duration, "kept-for"));
        }
        let compared = c.before(w::COND) || c.reads(&["的"]);
        return Some(if !filled && (limit || !compared) { (Role::Deadline, "limit") } else { (Role::Other, "at-most") });
    }
    // 在12分钟的目标召达时间内到达.
    if a.tail == Tail::Plain
        && c.reads(&["的目标", "的承诺", "的规定", "的时限", "的期限", "的标准时间"])
        && c.after(w::ARRIVE | w::RESULT | w::REPLY | w::FINISH)
    {
        return Some((Role::Deadline, "target"));
    }
    // 给平台60天期限整改.
    if a.tail == Tail::Plain && c.reads(&["期限", "的期限", "宽限"]) && c.leading().contains(['给', '給']) {
        return Some((Role::Deadline, "given"));
    }
    // 耐受缺血的时间上限仅为6至8小时.
    if c.closes() && c.reads_before(&["上限", "上限约为", "上限为", "时间上限", "极限", "极限为"]) && !c.before(w::REPLY)
    {
        return Some((Role::Other, "defined"));
    }
    // 设施检查为14个工作日.
    if c.closes() && a.unit() == Unit::Workday && a.tail == Tail::Plain && c.reads_before(&["为", "是"]) {
        return Some((Role::Deadline, "target"));
    }
    // 预计送达时间为十二分钟.
    if c.closes() && c.governed(w::PLANNING) && c.reads_before(&["时间为", "时间是", "时长为"]) && !c.before(w::PROMISE) {
        return Some((Role::Plan, "forecast-act"));
    }
    // 召达时间目标为6分钟, 城区限定为45分钟内.
    // 发言时间限制在3分钟: nobody answers in it.
    let spent = says(c.text, c.lead_in(), &["发言", "会议", "隔离", "工期", "假期", "比赛", "考试", "通话"]);
    if c.closes() && !spent && (c.reads_before(LIMITED) || c.reads_before(&["目标为", "目标是", "标准为", "标准是", "要求为", "规定为"]))
    {
        return Some((Role::Deadline, "target"));
    }
    // 承诺,即城区40分钟,农村地区100分钟; 二环以内40分钟,二环以外80分钟赶到.
    let zones = ["城市", "城区", "农村", "市区", "郊区", "山区", "边远", "乡镇", "地区", "范围", "以内", "以外", "环线"];
    let promised = c.earlier(w::LIMIT | w::PROMISE | w::ORDER) || c.has(c.clause.end, c.sentence.end, w::ARRIVE);
    if c.closes() && a.tail == Tail::Plain && a.unit() <= Unit::Hour && promised && says(c.text, c.lead_in(), &zones) {
        return Some((Role::Deadline, "target"));
    }
    // 分别不超过20分钟和35分钟: as the one before.
    let between = c.text[c.floor.min(c.span.start)..c.span.start].trim();
    if c.follows_step == Some(true) && a.tail == Tail::Plain && c.closes() && matches!(between, "和" | "、" | "或" | "及" | "与") {
        return Some((Role::Deadline, "target"));
    }
    // 规定召达时间,市区为六分钟,郊区则为九分钟.
    let rule = c.earlier(w::LIMIT | w::ORDER) && !c.sentence(w::HAPPEN | w::WEATHER | w::STATE & !w::ACTOR);
    if rule && c.closes() && a.tail == Tail::Plain && a.unit() <= Unit::Hour && c.reads_before(&["为", "则为", "均为"]) {
        return Some((Role::Deadline, "target"));
    }
    (named && a.tail != Tail::Within && c.closes_or_noun() && c.reads_before(&["时限为", "期限为", "限", "限其", "时限", "期限"]))
        .then_some((Role::Deadline, "limit"))
}

/// Verbs of setting a limit.
const LIMITED: &[&str] = &["限定为", "限定在", "限制在", "限制为", "设定为", "定为"];

/// A state right before the amount that is no act: 停留不超过3天, but 抢修不超过8小时.
pub(super) fn fills(c: &Context) -> bool {
    let from = c.span.start.saturating_sub(6).max(c.floor);
    let last = c.tokens.iter().rev().find(|token| token.end <= c.span.start);
    last.is_some_and(|token| token.end >= from && token.class & w::STATE != 0 && token.class & (ACT | w::ACTOR) == 0)
}

/// 等候时间不超过20分钟, 停电不得超过8小时: how long others may be kept waiting is a limit to the office.
fn waited(c: &Context) -> bool {
    let wait = ["等候", "等待", "排队", "轮候", "候诊", "停电", "停水", "停气", "中断"];
    eat_any_back(c.text, c.span.start, &["时间", "时长", "时间一般", "时间均"])
        .map_or(c.reads_before(&wait), |(_, at)| eat_any_back(c.text, at, &wait).is_some())
}
