//! What hangs on an amount, and thresholds: 3天内未收到, 超过2小时.

use super::evidence::numbered;
use super::{ACT, Context, Verdict};
use crate::report::Role;
use crate::time::amount::{Tail, Unit, lead};
use crate::time::script::{eat_any, is_han, next, prev, says};
use crate::time::words as w;

/// 如3天内未收到…, 若三日内未提出异议: what hangs on it is another matter.
pub(super) fn condition(c: &Context) -> Option<Verdict> {
    // 喷药后6小时内遇雨须补喷: what may come between.
    if c.amount.tail == Tail::Within
        && c.reads(&["遇", "如遇", "若遇", "碰到"])
        && !c.reads(&["遇害", "遇难", "遇见", "遇袭", "遇险", "遇救", "遇困"])
    {
        return Some((Role::Other, "condition"));
    }
    // 一年内发现2次违法行为的: it is counted how often.
    if c.amount.tail == Tail::Within && !c.amount.has(lead::PRE) && how_often(c) {
        return Some((Role::Window, "counted"));
    }
    // 10分钟内驶离的,不予处罚: of whom it holds.
    let whoever = prev(c.text, c.clause.end).is_some_and(|(ch, at)| ch == '的' && at > c.span.end)
        && next(c.text, c.clause.end).is_some_and(|(ch, _)| ch == ',');
    // 抵沪不满5天者: of whom it holds.
    if c.amount.has(lead::SHORT_OF | lead::OVER | lead::ON_END) && c.amount.tail == Tail::Plain && c.reads(&["者"]) {
        return Some((Role::Other, "condition"));
    }
    // 逾期不足24小时的不予处罚.
    let directly = eat_any(c.text, c.span.end, &["的不予", "的可", "的应", "的须", "的将", "的免", "的按", "的,"]).is_some();
    let parked = || says(c.text, c.lead_in(), &["停车", "停放", "租借", "充电"]);
    let dear = || c.amount.unit() <= Unit::Hour && c.sentence(w::PRICE) && (c.earlier(w::PRICE) || parked());
    if directly && !dear() && c.amount.tail == Tail::Plain && (c.amount.has(lead::SHORT_OF) || c.governed(w::EXCEED | w::COND | w::STATE)) {
        return Some((Role::Other, "condition"));
    }
    // 30日以上未归还的.
    if c.beyond() && c.amount.tail == Tail::Plain && c.reads(&["未", "不", "没"]) && whoever {
        return Some((Role::Other, "threshold"));
    }
    if whoever && c.amount.tail == Tail::Within && !c.governed(w::MUST) && c.find(c.span.end, c.clause.end, w::BEEN).is_none() {
        return Some((Role::Other, "condition"));
    }
    // 若抢修人员1小时还不到现场,可拨打电话.
    if c.amount.tail == Tail::Plain && c.before(w::COND) && c.reads(&["还不", "仍不", "还没", "仍未", "还未", "未", "没"]) {
        return Some((Role::Other, "condition"));
    }
    if !matches!(c.amount.tail, Tail::Within | Tail::Plain) || !(c.before(w::COND) || c.next_to(w::COND, 0).is_some()) {
        return None;
    }
    let own_act = c.after(ACT) && !c.after(w::NOT);
    if !c.after(w::HAPPEN | w::WEATHER) && c.reads_before(&["未于", "未在", "未能于", "未能在", "不在", "没在", "没有在"])
    {
        return Some((Role::Deadline, "duty-missed"));
    }
    (c.amount.tail == Tail::Within && !own_act).then_some((Role::Other, "condition"))
}

/// 发现2次, 累计三起, 被投诉两次: a verb, and how many times.
fn how_often(c: &Context) -> bool {
    let verbs = ["发现", "累计", "出现", "发生", "查获", "被查获", "被查处", "违反", "违规", "违法", "被投诉", "被处罚", "受到"];
    let times = |at: usize| numbered(c.text, at, "次起回");
    // 24小时内腹泻3次: whatever it is that nobody does for another.
    let (verb, at) = next(c.text, c.span.end).and_then(|(_, at)| next(c.text, at)).unwrap_or((' ', c.span.end));
    let short = is_han(verb)
        && times(at)
        && !c.has(c.span.end, at, ACT)
        && !c.after(w::PAPER)
        && !c.governed(w::MUST)
        && c.next_to(w::MUST, 0).is_none();
    let short = short && eat_any(c.text, c.span.end, &["进行", "开展", "完成", "接受", "参加", "做"]).is_none();
    short || eat_any(c.text, c.span.end, &verbs).is_some_and(|(_, at)| times(at))
}

/// 提前5分钟, 间隔24小时, 只有4分钟, 超过2小时.
pub(super) fn apart(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.has(lead::AHEAD) || a.tail == Tail::Plain && c.reads_before(&["提前整整", "提早整整", "提前了", "提前近", "提前约"])
    {
        // 劳动者提前三十日书面通知: so the law has it.
        if a.unit() >= Unit::Day && c.sentence(w::LAW) && c.next_to(w::REPLY, 6).is_some() {
            return Some((Role::LegalTerm, "notice-period"));
        }
        return Some((Role::Other, "ahead"));
    }
    // 以报告时间往前推8个小时为准.
    if a.has(lead::APART)
        || c.amount_reads(&["间隔", "相隔"])
        || c.reads_before(&["间隔需", "间隔须", "间隔应", "间隔不少于", "相距", "相隔"])
        || c.reads_before(&["往前推", "向前推", "前推", "倒推", "往回推"])
    {
        return Some((Role::Other, "apart"));
    }
    if a.has(lead::PASSING) {
        return Some((Role::Plan, "in-passing"));
    }
    // 连续三个月未还款,银行可…: what hangs on it is another matter.
    if a.has(lead::ON_END) && c.next_to(w::NOT, 0).is_some() && c.has(c.clause.end, c.chain, w::CAN | w::MUST) {
        return Some((Role::Other, "condition"));
    }
    if a.has(lead::ON_END) && c.reads_before(&["预计", "预计将", "预计还将", "有望", "可能", "计划"]) {
        return Some(if c.sentence(w::WEATHER) { (Role::Window, "forecast") } else { (Role::Plan, "forecast-act") });
    }
    if a.has(lead::ON_END) && a.tail == Tail::Within {
        return Some((Role::Window, "on-end"));
    }
    if a.has(lead::ON_END) {
        return Some((Role::Duration, "on-end"));
    }
    if c.reads_before(&["不得早于", "不早于", "早于"]) {
        return Some((Role::Other, "before-point"));
    }
    if a.has(lead::OVER) && a.tail == Tail::Plain {
        let of = c.reads(&["的", "地"]) && !c.reads(&["的,", "的追", "的须", "的应", "的可", "的将", "的予", "的处", "的视"]);
        // 连续停车超过24小时的,不再享受免费停车.
        if c.sentence(w::PRICE) && a.unit() <= Unit::Day && c.reads(&["的"]) {
            return Some((Role::Tariff, "price"));
        }
        // 超过1小时以上2小时以内收费6元.
        if c.after(w::PRICE) && c.text[c.span.end..c.clause.end].contains('元') {
            return Some((Role::Tariff, "price"));
        }
        // 超过15分钟未到达的,须说明原因.
        if c.before(w::COND) || prev(c.text, c.clause.end).is_some_and(|(ch, at)| ch == '的' && at > c.span.end + 6) && !c.closes() {
            return Some((Role::Other, "threshold"));
        }
        let still = c.reads(&["未", "仍", "尚", "才", "后仍", "还"]);
        let filled = still || !c.before(w::COND) && (c.before(w::FILL | w::TAKE) || c.next_to(w::STATE, 2).is_some() || of);
        return Some(if filled { (Role::Duration, "over-filled") } else { (Role::Other, "threshold") });
    }
    None
}
