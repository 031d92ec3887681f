//! Looking back, looking forward, weather: 过去24小时, 未来三天.

use super::within::in_it;
use super::{ACT, Context, Verdict};
use crate::report::Role;
use crate::text::Span;
use crate::time::amount::{Tail, Unit, lead};
use crate::time::numeral;
use crate::time::script::{eat, eat_any, next, says};
use crate::time::words as w;

/// 过去24小时, 近三年, 考前14天, 14天内有旅居史, 半个月以来.
pub(super) fn look_back(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.tail == Tail::After || a.has(lead::AHEAD) {
        return None;
    }
    // 由过去的30天压缩到7天.
    let made = c.reads(&["提速", "压缩", "缩短", "减", "降", "到现在"]);
    if a.has(lead::PAST) && made && c.leading().ends_with(['从', '由', '從']) {
        return None;
    }
    // 当时离转账已经过去3个多小时.
    let before = c.leading();
    let since = before.contains('距') || ["当时离", "此时离", "这时离", "现在离", "時離"].iter().any(|word| before.contains(word));
    if a.has(lead::PAST) && c.closes() && since {
        return Some((Role::Other, "shortly-after"));
    }
    if a.has(lead::PAST) && c.reads_before(&["已", "已经", "就", "都", "时间", "又"]) {
        return Some((Role::Duration, "gone-by"));
    }
    // 走失近两天, 近十个小时里: nearly so long.
    let near = c.text[c.span.start..].starts_with('近');
    if near && (c.right_before(w::FILL | w::STATE | w::HAPPEN, 0).is_some() || a.unit() < Unit::Day && in_it(c)) {
        return Some((Role::Duration, "filled"));
    }
    if a.has(lead::PAST) {
        return Some((Role::LookBack, "past-before"));
    }
    // 经过8天来的试运行: it was filled.
    if a.tail == Tail::Since && c.reads_before(&["经过", "历经", "经"]) {
        return Some((Role::Duration, "filled"));
    }
    if a.tail == Tail::Since {
        return Some((Role::LookBack, "since"));
    }
    // 截至8时的24小时: counted back from a point.
    let up_to = a.tail == Tail::Plain && c.reads_before(&["的"]);
    if up_to && ["截至", "截止"].iter().any(|word| c.leading().contains(word)) {
        return Some((Role::LookBack, "up-to"));
    }
    if a.tail != Tail::Plain && a.tail != Tail::Within && a.tail != Tail::Before {
        return None;
    }
    // 14天内出现过病例的街道.
    let once = a.tail == Tail::Within && a.unit() >= Unit::Day && !c.governed(w::MUST);
    if once && c.next_to(w::HAPPEN, 1).is_some_and(|token| eat(c.text, token.end, "过").is_some()) {
        return Some((Role::LookBack, "having-been"));
    }
    if near && c.span.start == c.clause.start && c.closes() {
        return Some((Role::LookBack, "past-before"));
    }
    if a.has(lead::PRE) && c.reads(&["开始", "起"]) {
        return Some((Role::Other, "before-event"));
    }
    let beforehand = c.right_before(w::BEFOREHAND, 0).is_some() || a.has(lead::PRE) || c.reads_before(&["之前", "以前"]);
    // 出事前3个月内至少5次反映; 挂失前72小时发生的损失.
    let often = c.text[c.span.end..c.clause.end].contains('次') && !c.governed(w::MUST | w::PAPER);
    let happened =
        c.hours() >= 24.0 && c.reads(if a.tail == Tail::Plain { &["发生", "的损", "的交易", "的消费"] } else { &["发生的"] });
    if beforehand && (a.unit() >= Unit::Day && often || happened) {
        return Some((Role::LookBack, "before-event"));
    }
    // 开场前两个小时内,销售额翻倍: the first two hours of it.
    let first = c.reads_before(&["开场", "开业", "开售", "开卖", "上线", "开播", "开赛", "活动"]);
    if a.has(lead::PRE) && first && a.tail == Tail::Within && !c.along(ACT) {
        return Some((Role::Window, "counted"));
    }
    if a.has(lead::PRE) && a.tail != Tail::Before && a.unit() < Unit::Day {
        return Some((Role::Other, "before-event"));
    }
    if beforehand && (a.tail == Tail::Within || a.unit() >= Unit::Day) && !c.after(ACT) {
        return Some((Role::LookBack, "before-event"));
    }
    // 14天内有旅居史的人员须报备: what must be done comes behind it.
    let been = c.find(c.span.end, c.clause.end, w::BEEN).or_else(|| {
        // 14日内有确诊病例(含无症状感染者)所在县区旅居史的.
        let bracket = matches!(next(c.text, c.clause.end), Some(('(', _)));
        c.find(c.span.end, c.chain, w::BEEN).filter(|_| bracket)
    });
    if a.tail == Tail::Within
        && a.unit() >= Unit::Day
        && been.is_some_and(|been| !c.has(c.span.end, been.start, w::MUST | w::PROMISE))
        && !c.governed(w::MUST)
    {
        return Some((Role::LookBack, "having-been"));
    }
    None
}

/// 未来6小时内, 今后三天.
pub(super) fn coming(c: &Context) -> Option<Verdict> {
    if !c.amount.has(lead::COMING) {
        return None;
    }
    // 在接下来的五个多小时里,各方都未能取得联系: it is over.
    let answered = c.along(w::ACTOR) && c.along(w::RESULT | w::ARRIVE);
    if in_it(c) && answered {
        return None;
    }
    if in_it(c) && c.amount_reads(&["接下来", "随后", "其后"]) && !c.along(w::WEATHER | w::PLANNING | w::PROMISE) {
        return Some((Role::Duration, "filled"));
    }
    // 未来3个月内是否存在减持计划.
    if says(c.text, Span::new(c.span.end, c.clause.end.max(c.span.end)), &["是否"]) {
        return Some((Role::Window, "asked-about"));
    }
    let intent = c.governed(w::PLANNING | w::PROMISE) || c.along(w::PLANNING | w::PROMISE) || c.along(w::FINISH) && c.sentence(w::ACTOR);
    // 预计在未来的48小时内,“海鸥”将靠近: foreseen of what nobody steers.
    let foreseen = c.reads_before(&["预计在", "预计", "预测", "预报"]) && !c.sentence(w::ACTOR | w::PROMISE & !w::PLANNING);
    let own = intent && !foreseen && !c.along(w::WEATHER | w::HAPPEN) && !c.sentence(w::WEATHER);
    Some(if own { (Role::Plan, "coming-plan") } else { (Role::Window, "forecast") })
}

/// 一小时降水93.2毫米, 6小时内降雨.
pub(super) fn weather(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if !matches!(a.tail, Tail::Within | Tail::Plain) || a.has(lead::USED | lead::AHEAD) {
        return None;
    }
    if c.reads_before(&["最大", "小时最大", "最强"]) {
        return Some((Role::Window, "measured"));
    }
    let measured = c.next_to(w::WEATHER, 8).is_some_and(|token| !c.has(c.span.end, token.start, ACT));
    // 24小时,400毫米的降雨量.
    let measured = measured
        || next(c.text, c.span.end).is_some_and(|(mark, after)| {
            mark == ','
                && numeral::numeral(c.text, after).is_some_and(|n| eat_any(c.text, n.end, &["毫米", "厘米", "公分", "米"]).is_some())
                && c.along(w::WEATHER)
        });
    measured.then_some((Role::Window, "weather"))
}

/// 3小时内…将出现雷雨: the forecast's verb stands later in the chain.
pub(super) fn weather_after(c: &Context) -> Option<Verdict> {
    // 5小时内完成积雪外运: what is done about it.
    let about = c.find(c.span.end, c.clause.end, w::WEATHER).is_some_and(|token| c.has(c.span.end, token.start, w::FINISH));
    (c.amount.tail == Tail::Within
        && !about
        && (c.along(w::WEATHER) || c.before(w::WEATHER) && c.along(w::HAPPEN))
        && !c.along(w::RESULT | w::ARRIVE | w::REPLY)
        && !c.before(w::ACTOR))
    .then_some((Role::Window, "weather"))
}
