//! What an amount of time costs.

use super::{ACT, Context, Verdict};
use crate::report::Role;
use crate::time::amount::{Tail, Unit, lead};
use crate::time::script::{eat_any, next, one_of, says};
use crate::time::words as w;

/// 3小时内2元, 限时2小时, 前15分钟免费.
pub(super) fn tariff(c: &Context) -> Option<Verdict> {
    // 挂失前72小时发生的损失均可免费理赔.
    if c.amount.has(lead::PRE) && c.reads(&["发生", "的损"]) {
        return None;
    }
    if c.amount.has(lead::PRICED) {
        return Some((Role::Tariff, "limited-free"));
    }
    if c.amount.unit() > Unit::Day && !c.next_to(w::PRICE, 2).is_some_and(|token| c.text[token.start..token.end].starts_with('免')) {
        return None;
    }
    let past_limit = c.amount.tail == Tail::After && (c.amount.has(lead::OVER) || yuan_behind(c) || c.reads(&["按", "每"]));
    if c.amount.has(lead::PAST | lead::COMING) || matches!(c.amount.tail, Tail::After | Tail::Since) && !past_limit {
        return None;
    }
    // 开车前8天以上退票的,不收退票费.
    if c.reads(&["退票", "改签", "退改", "以上退票", "以上改签"]) && c.sentence(w::PRICE) {
        return Some((Role::Tariff, "price"));
    }
    // 2小时后按每小时4元递增.
    let hourly = c.reads(&["按每", "按小时", "按次", "每小时", "每半", "每分钟", "每天", "加收", "收费", "计费"]);
    let dearer = hourly || c.reads(&["按", "每", "收取"]) && (c.sentence(w::PRICE) || says(c.text, c.lead_in(), &["停车", "停放", "租"]));
    if c.amount.tail == Tail::After && dearer && (c.sentence(w::PRICE) || c.text[c.span.end..c.clause.end].contains('元')) {
        return Some((Role::Tariff, "price"));
    }
    // 不足3小时按3小时计算.
    let rounded = c.reads_before(&["按", "按照", "以"]) && c.reads(&["计", "收", "算"])
        || c.amount.has(lead::SHORT_OF) && c.reads(&["按", "的按", "不收", "免"]);
    if rounded {
        return Some((Role::Tariff, "rounded-up"));
    }
    let price = c.after(w::PRICE)
        || c.before(w::PRICE)
        || c.along(w::PRICE) && c.amount.unit() <= Unit::Hour && !c.after(ACT | w::HAPPEN)
        || c.closes() && (c.along(w::PRICE) || c.earlier(w::PRICE) && c.amount.unit() <= Unit::Hour);
    // 列车晚点5小时12分 has no price; 2小时内免费完成升级 has a deed.
    let late = c.reads_before(&["晚点", "延误", "误点", "迟到"]);
    let free = c.next_to(w::PRICE, 0).is_some_and(|token| c.has(token.end, (token.end + 6).min(c.clause.end), w::FINISH | w::REPLY));
    if late || free && c.amount.tail == Tail::Within {
        return None;
    }
    let yuan = yuan_behind(c);
    ((price || yuan) && !c.after(w::ARRIVE | w::RESULT)).then_some((Role::Tariff, "price"))
}

/// A price right behind the amount: 3小时2元, 3小时内(含3小时)2元/次, 每小时加收5元.
pub(super) fn yuan_behind(c: &Context) -> bool {
    priced(c.text, c.span.end)
}

/// Whether the text goes on with a price at `at`.
pub(crate) fn priced(text: &str, at: usize) -> bool {
    let mut at = eat_any(text, at, &["加收", "另收", "收取", "收费", "计费", "收", "降为", "降至", "调整为", "调为", "涨至", "提高到"])
        .map_or(at, |(_, at)| at);
    for _ in 0..14 {
        let Some((ch, after)) = next(text, at) else { return false };
        if ch == '元' {
            return true;
        }
        if !(ch.is_ascii_digit() || one_of(ch, ".(:)含小时为收按只最高限多加不超过一二两三四五六七八九十百")) {
            return false;
        }
        at = after;
    }
    false
}
