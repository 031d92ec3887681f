//! Labels and rates: 15分钟生活圈, 24小时热线, 24小时值班.

use super::evidence::numbered;
use super::price::yuan_behind;
use super::{ACT, Context, Verdict};
use crate::report::Role;
use crate::time::amount::{Tail, Unit, lead};
use crate::time::script::{eat, eat_any, is_han, next, one_of, prev, says};
use crate::time::words as w;

/// 15分钟生活圈, 24小时热线, 黄金72小时: the amount is part of a label.
pub(super) fn name(c: &Context) -> Option<Verdict> {
    if c.amount.tail != Tail::Plain || c.amount.has(lead::USED | lead::SHORT_OF) {
        return None;
    }
    if c.amount.unit() != Unit::Workday && quoted(c) {
        if c.next_to(w::PRICE, 2).is_some() {
            return Some((Role::Tariff, "price"));
        }
        return Some((Role::Name, "quoted-label"));
    }
    let golden = c.reads(&["黄金救援", "黄金抢救", "黄金救治", "黄金期", "黄金时间"]) && !c.governed(w::COMPARE);
    if golden || c.reads_before(&["黄金", "“黄金", "黄金救援", "黄金抢救"]) {
        return Some((Role::Name, "golden-hours"));
    }
    // 24小时零报告制度, 24小时领导带班制度: what a way of working is called.
    if c.amount.unit() <= Unit::Hour && c.next_to(w::ROUND, 0).is_none() && called(c) {
        return Some((Role::Name, "label-behind"));
    }
    // 7天期: a term of money.
    if c.amount.unit() >= Unit::Day && c.reads(&["期"]) && !c.reads(&["期间", "期满", "期限", "期内"]) {
        return Some((Role::Name, "term"));
    }
    // 3分钟出车率.
    let rate = (0..4).try_fold(c.span.end, |at, _| match next(c.text, at) {
        // 率先 is no rate.
        Some(('率', after)) if !next(c.text, after).is_some_and(|(ch, _)| one_of(ch, "先领队部众兵")) => Err(at),
        Some((ch, after)) if is_han(ch) && !one_of(ch, "的内后") => Ok(after),
        _ => Err(c.span.end),
    });
    if c.amount.lead == 0 && c.amount.unit() <= Unit::Hour && !c.leading().contains('每') && rate.is_err_and(|at| at >= c.span.end + 6) {
        return Some((Role::Name, "indicator"));
    }
    // 七天犹豫期, 五日的审阅期: what the law gives.
    if c.reads(&["犹豫期", "审阅期", "的犹豫期", "的审阅期", "的“审阅期", "的“犹豫期", "的「审阅期", "的「犹豫期"])
    {
        return Some((Role::LegalTerm, "named-period"));
    }
    // The label's last word follows with nothing but nouns between, and no verb that ends in a result.
    if c.reads(&["警戒线", "长假", "小长假", "黄金周", "无理由", "冷静期", "生活圈", "交通圈", "服务圈"]) {
        return Some((Role::Name, "label-behind"));
    }
    let label = c.find(c.span.end, c.clause.end, w::LABEL).filter(|token| token.start <= c.span.end + 21)?;
    let (start, end) = (c.span.end, label.start);
    // 救援圈 and 响应圈 name the act; before other labels an act is an act.
    let circle = c.text[label.start..label.end].ends_with('圈');
    // 15分钟核酸“采样圈”.
    let bare = !c.text[start..end].contains(['的', '了', '在', '将', '把', '”', '、']) && (circle || !c.text[start..end].contains('“'));
    // The act of 24小时抢修热线 is part of the name; in 10分钟到达药店 it is not.
    let named = label.start <= c.span.end + 6 && c.hours() >= 24.0;
    let quiet = bare && (circle || named || !c.has(start, end, ACT));
    (quiet && (circle || label.start <= c.span.end + 12)).then_some((Role::Name, "label-behind"))
}

/// 7×24小时服务热线: whether a label stands behind the amount that ends at `at`.
pub(crate) fn labelled(text: &str, at: usize) -> bool {
    const REACH: usize = 24;
    let end = text.floor_char_boundary((at + REACH).min(text.len()));
    let stop = text[at..end].find([',', '，', '。', '、', '的', '\n', '”', ';', '；']).map_or(end, |stop| at + stop);
    w::any(text, at, stop, w::LABEL)
}

/// A few characters behind the amount, with nothing that parts them, end with 制度.
fn called(c: &Context) -> bool {
    let mut at = c.span.end;
    for _ in 0..8 {
        if eat_any(c.text, at, &["制度", "工作制", "责任制"]).is_some() {
            return true;
        }
        match next(c.text, at) {
            Some((ch, after)) if is_han(ch) && !one_of(ch, "的了在将把须") => at = after,
            _ => return false,
        }
    }
    false
}

/// “48小时发货”标签: a few words in quotes that begin with the amount.
fn quoted(c: &Context) -> bool {
    // “1、3、5分钟”机制 opens its quotes a few numbers before.
    let mut open = c.span.start;
    while let Some((ch, at)) = prev(c.text, open).filter(|(ch, _)| ch.is_ascii_digit() || one_of(*ch, "、一二三四五六七八九十"))
    {
        if at < c.clause.start.saturating_sub(24) || ch == '\n' {
            return false;
        }
        open = at;
    }
    if !matches!(prev(c.text, open), Some(('“' | '「' | '"', _))) {
        return false;
    }
    let mut at = c.span.end;
    for _ in 0..10 {
        match next(c.text, at) {
            Some(('”' | '」' | '"', _)) => return true,
            // “5天4次”.
            Some((ch, after)) if is_han(ch) || ch.is_ascii_digit() => at = after,
            _ => return false,
        }
    }
    false
}

/// 每2天一个疗程, 每天工作12小时.
pub(super) fn rate(c: &Context) -> Option<Verdict> {
    if c.amount.has(lead::EVERY)
        || each_verb(c)
        || c.reads_before(&["每单", "每次", "每人", "每场", "每趟", "每件", "每名", "每位", "每班", "每轮"])
    {
        let priced = c.sentence(w::PRICE) || c.amount.unit() <= Unit::Hour && says(c.text, c.clause, &["停车", "停放", "租", "充电"]);
        let dear = yuan_behind(c) || priced && c.text[c.span.end..c.clause.end].contains('元');
        return Some(if dear { (Role::Tariff, "price") } else { (Role::Rate, "every") });
    }
    // 平均86秒就有一趟列车驶过.
    if c.reads_before(&["平均", "平均每"]) && c.reads(&["就有一", "便有一", "一趟", "一班", "一列", "一架"]) {
        return Some((Role::Rate, "one-each"));
    }
    // 365天不打烊, 365天、24小时: all the year round.
    let first = c.amount.number() * c.amount.unit().hours();
    if matches!(c.amount.unit(), Unit::Day | Unit::Hour) && (first - 365.0 * 24.0).abs() < 1.0 && c.amount.tail == Tail::Plain {
        return Some((Role::Rate, "all-year-round"));
    }
    let goes_on = c.often && c.right_before(w::FILL | w::STATE | w::ROUND, 0).is_some();
    if (c.daily || goes_on) && c.amount.unit() <= Unit::Hour && matches!(c.amount.tail, Tail::Plain) {
        return Some((Role::Rate, "per-day"));
    }
    if so_often(c) {
        return Some((Role::Rate, "one-each"));
    }
    if once_each(c) {
        return Some((Role::Rate, "one-each"));
    }
    c.reads(&["轮一", "一班", "一轮", "一次", "一换", "一检", "一岗", "一更", "一调", "一巡", "一报", "一遇", "就一趟", "就一班"])
        .then_some(())?;
    matches!(c.amount.tail, Tail::Plain).then_some((Role::Rate, "one-each"))
}

/// 一天只吃两顿, 一周跑三趟: one day or week, and how often in it.
fn so_often(c: &Context) -> bool {
    let one = c.amount.tail == Tail::Plain && c.amount.lead == 0 && (c.amount.number() - 1.0).abs() < 1e-9;
    let befell = c.after(w::HAPPEN | w::RESULT) || c.text[c.span.end..c.clause.end].contains('被');
    let habit =
        one && !befell && matches!(c.amount.unit(), Unit::Day | Unit::Week | Unit::Month) && !c.after(w::DONE) && !c.before(w::DONE);
    let mut at = c.span.end;
    // 一天可拣选22万件包裹.
    let can = habit && c.reads(&["可", "能"]);
    let counts = |(at, ch): (usize, char)| ch.is_ascii_digit() && numbered(c.text, c.span.end + at, "件个人次份单吨台辆架艘");
    if can && c.text[c.span.end..c.clause.end].char_indices().any(counts) {
        return true;
    }
    for _ in 0..6 {
        if !habit {
            return false;
        }
        if numbered(c.text, at, "次顿趟遍回班餐") {
            return true;
        }
        match next(c.text, at) {
            Some((ch, after)) if is_han(ch) => at = after,
            _ => return false,
        }
    }
    false
}

/// 12小时报告一次客流: how often it is done.
fn once_each(c: &Context) -> bool {
    let verb = (0..2).try_fold(c.span.end, |at, _| next(c.text, at).filter(|(ch, _)| is_han(*ch)).map(|(_, after)| after));
    c.amount.tail == Tail::Plain
        && !c.amount.has(lead::USED | lead::SHORT_OF)
        && !c.governed(w::TELL)
        && verb.is_some_and(|at| eat(c.text, at, "一次").is_some())
}

/// 每缩短一分钟, 每耽误一天.
fn each_verb(c: &Context) -> bool {
    let third = (0..3).try_fold(c.span.start, |at, _| prev(c.text, at).map(|(_, start)| start));
    third.is_some_and(|at| at >= c.clause.start && eat(c.text, at, "每").is_some())
}

/// 24小时值班, 24小时在线: work that never stops.
pub(super) fn round_the_clock(c: &Context) -> Option<Verdict> {
    if !c.all_day() || c.amount.tail != Tail::Plain || c.amount.lead & !lead::ABOUT != 0 {
        return None;
    }
    let round = c.next_to(w::ROUND, 6).is_some();
    let clock = c.reads(&["不", "无", "全", "轮", "开", "营", "值", "在线", "在岗", "在场", "驻", "守", "有效应"]);
    // 24小时抢修值守: the act says what for.
    let kept = |token: &w::Token| c.tokens.iter().any(|next| next.start == token.end && next.class & w::ROUND != 0);
    let still = c.next_to(w::ARRIVE | w::RESULT & !w::ROUND, 3).is_none_or(|token| token.class & w::ROUND != 0 || kept(token));
    ((round || clock) && still && c.next_to(w::COUNT, 2).is_none()).then_some((Role::Rate, "round-the-clock"))
}
