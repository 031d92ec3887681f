//! N内: a deadline where someone acts, a window where things are counted or happen.

use super::evidence::{is_told, many, repeats, tallied, triggered};
use super::{ACT, Context, Verdict, measure, weigh};
use crate::report::Role;
use crate::text::Span;
use crate::time::amount::{Tail, Unit};
use crate::time::numeral;
use crate::time::script::{eat, eat_any, eat_any_back, next, one_of, prev, says};
use crate::time::words as w;

/// 3天内不得外出, 24小时内必须停产: an order that holds for the amount, or is carried out within it.
fn held_or_carried_out(c: &Context, start: usize, end: usize) -> Option<Verdict> {
    // 30分钟内必须封闭: an order that is carried out in it; one of a day or more holds so long.
    let carried_out = c.hours() < 24.0
        && c.next_to(w::MUST & !w::BAN, 1)
            .is_some_and(|must| eat_any(c.text, must.end, &["封闭", "停止", "暂停", "关闭", "立即"]).is_some());
    // 应当在24小时内停止生产: a limit to stopping.
    let limited =
        c.before(w::MUST & !w::BAN) && c.reads_before(&["在", "于"]) && c.reads(&["停止", "暂停", "关闭", "封闭", "停产", "停售"]);
    if carried_out || limited {
        return Some((Role::Deadline, "ordered-within"));
    }
    if let Some(ban) = c.find(start, end, w::BAN) {
        // 吊销驾驶证,5年内不得重新取得: a penalty.
        if c.amount.unit() >= Unit::Month && c.earlier(w::PENALTY) && ban.start <= start + 6 {
            return Some((Role::LegalTerm, "penalty"));
        }
        let first = c.find(start, end, ACT | w::MUST & !w::BAN);
        if ban.start <= start + 12 || first.is_none_or(|act| act.start >= ban.start) && !c.has(start, ban.start, w::ACTOR) {
            return Some((Role::Duration, "kept-for"));
        }
    }
    // 切勿在地震后24小时内进入.
    let forbidden = c
        .within(c.clause.start, c.span.start)
        .any(|token| token.class & w::BAN != 0 && matches!(next(c.text, token.start), Some(('切' | '请' | '勿' | '严' | '禁' | '不', _))));
    if forbidden && !c.before(w::ACTOR) || c.right_before(w::BAN, 3).is_some() && !c.after(w::RESULT | w::REPLY) {
        return Some((Role::Duration, "kept-for"));
    }
    // 3天内不进入人员密集场所.
    let kept = [
        "不进",
        "不出",
        "不去",
        "不前往",
        "不参",
        "不外出",
        "不聚",
        "不离",
        "不乘",
        "不饮",
        "不吃",
        "不喝",
        "不洗",
        "不碰",
        "不再进",
        "不打开",
        "不拆",
        "不使用",
        "不接触",
        "不抽",
        "不熬",
        "不剧烈",
        "不驾",
    ];
    if c.hours() >= 12.0 && c.reads(&kept) && !c.before(w::NATURE) {
        return Some((Role::Duration, "kept-for"));
    }
    None
}

/// N内: a deadline where someone acts, a window where things are counted or happen.
pub(super) fn within(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.tail != Tail::Within {
        return None;
    }
    let (start, end) = c.predicate();
    // 抢修人员1个小时内不到,可投诉: the duty of those who come, missed.
    if c.reads(&["不到", "未到", "没到", "未能到", "没有到", "还未到", "还没到"]) && c.before(w::ACTOR) {
        return Some((Role::Deadline, "duty-missed"));
    }
    // 不能一天之内完成: no one does it.
    if c.right_before(w::NOT, 2).is_some() {
        return Some(if of_a_promise(c) { (Role::Deadline, "duty-missed") } else { (Role::Other, "denied") });
    }
    if let Some(verdict) = held_or_carried_out(c, start, end) {
        return Some(verdict);
    }
    // 15分钟内接获两起报案: to be told is no answer.
    if is_told(c) {
        return Some((Role::Window, "is-told"));
    }
    let match_told = c.sentence(w::PLAY) && !c.before(w::ACTOR) && !c.sentence(w::MUST | w::ORDER);
    if match_told {
        return Some((Role::Window, "in-a-match"));
    }
    if let Some(verdict) = no_deed(c, start, end) {
        return Some(verdict);
    }
    let ordered = c.governed(w::MUST | w::PROMISE) || c.has(start, end, w::MUST) || c.opens() && c.earlier(w::PROMISE);
    if let Some(verdict) = to_come(c, start, end) {
        return Some(verdict);
    }
    // 黄金时间为发病后120分钟内.
    if c.closes() && c.governed(w::DEFINE) {
        return Some((Role::Other, "defined"));
    }
    // 两小时内出现不适的人群应尽早就诊: of whom it is said, and no limit to what they must do.
    if let Some(must) = c.find(start, end, w::MUST).filter(|must| told_of(c.text, must.start)) {
        let act = c.has(start, must.start, ACT);
        return Some(if act { (Role::Other, "condition") } else { (Role::Window, "of-whom") });
    }
    let happens = happening(c, start, end);
    // 30日内,伤亡人数发生变化的,应当补报.
    if c.closes() && happens.is_some() && next(c.text, c.span.end).is_some_and(|(_, at)| whoever(c, at)) {
        return Some((Role::Window, "happens"));
    }
    // 疫情在4至6周内就能控制.
    if c.before(w::NATURE) && !c.before(w::ACTOR) && c.next_to(w::CAN, 2).is_some() {
        return Some((Role::Plan, "forecast-act"));
    }
    let act = c.find(start, end, w::ARRIVE | w::RESULT | w::REPLY).or_else(|| c.find(start, end, w::FINISH));
    // 人数达3万的救援部队: it says which, not how many.
    let counted = c.find(start, end, w::COUNT).filter(|counted| {
        if c.has(start, counted.start, w::CAN) {
            return false;
        }
        let act = act.map_or(end, |act| act.start).max(counted.end);
        !(c.text[counted.end..act].contains('的') && c.has(counted.end, act, w::ACTOR))
    });
    if tested(c) && !c.has(start, end, w::HAPPEN) {
        return Some((Role::Deadline, "tests-after-coming"));
    }
    let times = repeats(c) || many(c, start, end) && !triggered(c) && !c.has(start, end, w::RESULT) && !c.sentence(w::TROUBLE);
    if (counted.is_some_and(|counted| act.is_none_or(|act| counted.start < act.start)) || times) && !ordered {
        return Some((Role::Window, "counted"));
    }
    if !ordered
        && a.unit() >= Unit::Day
        && act.is_some_and(|act| act.class & w::RESULT != 0 && act.class & w::FINISH == 0)
        && tallied(c, start, end)
    {
        return Some((Role::Window, "tallied"));
    }
    let wished = c.right_before(w::PLANNING, 4).is_some()
        || a.unit() >= Unit::Day && c.reads_before(&["决定", "决定在", "宣布将在", "宣布在"])
        || c.has(start, (start + 9).min(end), w::PLANNING);
    if wished && !ordered {
        return Some((Role::Plan, "forecast-act"));
    }
    // 校方未作出回应.
    let undone = act.is_some_and(|act| {
        !c.has(start, act.start, ACT) && c.within(start, act.start).any(|token| token.class & w::NOT != 0 && token.end == act.start)
    });
    if undone && !ordered {
        return Some((Role::Other, "not-done"));
    }
    if c.has(start, end, w::NOT) && act.is_none() || c.next_to(w::NOT, 0).is_some() || c.reads(&["不到", "不来", "没到", "未到", "无人"])
    {
        return Some((Role::Other, "not-done"));
    }
    if let Some(happens) = happens
        && !ordered
        && act.is_none_or(|act| act.class & (w::RESULT | w::ARRIVE | w::REPLY) == 0 || act.start > happens.start)
    {
        let actor = c.has(start, happens.start, w::ACTOR) || c.before(w::ACTOR);
        if !(actor && act.is_some()) {
            return Some((Role::Window, "happens"));
        }
    }
    if act.is_some() {
        return Some((Role::Deadline, "act-within"));
    }
    if ordered {
        let hoped = c.closes() && c.earlier(w::PLANNING);
        return Some(if hoped { (Role::Plan, "wished") } else { (Role::Deadline, "ordered-within") });
    }
    // 时间控制在10分钟以内 with the verb before it.
    if c.closes() && c.before(ACT) {
        return Some((Role::Deadline, "act-before"));
    }
    Some(weigh::acts(c, weigh::Form::Within).map_or((Role::Window, "within-no-act"), |evidence| (Role::Deadline, evidence)))
}

/// What the words right before and behind the amount say of it, where they speak of no deed.
fn no_deed(c: &Context, start: usize, end: usize) -> Option<Verdict> {
    // 从周三至周四的24小时之内: the days are told.
    let days = c.leading();
    let from = days.find(['从', '從', '自']).map_or("", |at| &days[at..]);
    let named = from.contains(['周', '週', '日', '月', '时', '時', '点', '點']) || from.contains(|ch: char| ch.is_ascii_digit());
    if c.reads_before(&["的"]) && named && from.contains(['至', '到']) && !c.governed(w::TELL) {
        return Some((Role::Window, "of-the-days"));
    }
    // 过敏反应一般发生在接种后20分钟内.
    if c.closes() && says(c.text, c.lead_in(), &["发生在", "出现在", "多见于", "发生于"]) {
        return Some((Role::Window, "happens"));
    }
    // 台风将在24小时内对我国有影响.
    if c.before(w::NATURE | w::WEATHER) && !c.sentence(ACT) && !c.before(w::ACTOR) {
        return Some((Role::Window, "forecast"));
    }
    // 这段本该12分钟内走完的路.
    if c.reads_before(&["本该", "本应", "原本应", "本可"]) {
        return Some((Role::Other, "supposed"));
    }
    // 32小时内,就有45人送医: how many there were.
    if there_were(c) {
        return Some((Role::Window, "counted"));
    }
    // 两个小时里,乘客只靠饼干充饥.
    if in_it(c) && c.closes() && !c.has(start, end, w::ACTOR) && !tallied(c, start, c.clauses(start, end, 1)) {
        return Some((Role::Duration, "filled"));
    }
    // 24小时内接触时间超过15分钟,就会被隔离.
    let beyond = says(c.text, Span::new(start, end), &["时间超过"]) || c.reads(&["累计超过", "超过"]);
    let beyond = beyond || eat_any(c.text, end, &["超过", "达到", "累计"]).is_some() && end < c.clause.end;
    if beyond && !c.before(w::ACTOR) && !c.has(start, end, w::RESULT | w::ARRIVE) {
        return Some((Role::Window, "counted"));
    }
    // 24小时内你都可以拨打电话.
    if c.all_day() && c.reads(&["你都可", "您都可", "都可", "均可", "随时"]) {
        return Some((Role::Rate, "round-the-clock"));
    }
    // 在20分钟内还是不时发出响声.
    let on = ["还是", "仍", "不时", "时不时", "持续", "一直"];
    if c.reads(&on) && !c.sentence(w::ACTOR | w::RESULT) {
        return Some((Role::Window, "happens"));
    }
    // 查询四个小时内外地客车的出站信息: what is looked through.
    if c.reads_before(&["查询", "调取", "调看", "调阅", "查看", "查阅", "翻看", "翻阅", "梳理", "回看", "筛查"])
        && c.text[start..end].contains('的')
    {
        return Some((Role::Window, "looked-through"));
    }
    // 被困人员在24小时内的存活率为74%.
    if c.reads(&["的"]) && measured(c, start, end) {
        return Some((Role::Window, "measured"));
    }
    // 将在数小时内感到供气不足.
    if c.reads(&["感到", "感受到", "陷入", "面临"]) && !c.before(w::ACTOR) {
        return Some((Role::Window, "happens"));
    }
    None
}

/// What comes about; 涵盖感染来源的报告 only says which is sent.
fn happening<'a>(c: &'a Context, start: usize, end: usize) -> Option<&'a w::Token> {
    let modifies = |token: &w::Token| {
        let act = c.find(token.end, end, w::REPLY | w::RESULT | w::ARRIVE);
        let piece = act.map_or("", |act| &c.text[token.end..act.start]);
        piece.match_indices('的').any(|(at, of)| !piece[at + of.len()..].starts_with([',', '，']))
    };
    c.find(start, end, w::HAPPEN).filter(|token| !modifies(token))
}

/// 的存活率为74%: the clause tells a rate.
fn measured(c: &Context, start: usize, end: usize) -> bool {
    c.text[start..end].match_indices('率').any(|(at, rate)| {
        next(c.text, start + at + rate.len()).is_some_and(|(ch, _)| ch.is_ascii_digit() || one_of(ch, "为是达超约仅高低不近"))
    })
}

/// What is only to come: one's own doing, a way, a purpose, what may be.
fn to_come(c: &Context, start: usize, end: usize) -> Option<Verdict> {
    if c.leading().contains('我') && !c.before(w::ACTOR) && c.has(start, end, w::CAN) {
        return Some((Role::Plan, "my-own-doing"));
    }
    // 自己2小时内理财到账了很快就会还: what somebody says of himself.
    let told = c.has(start, end, w::HAPPEN | w::ARRIVE | w::RESULT) || c.sentence(w::ACTOR | w::PROMISE);
    if says(c.text, Span::new(start, end), &["就会"]) && !told {
        return Some((Role::Plan, "forecast-act"));
    }
    // 乘坐动车出发,4小时内即可到达: how long the way is.
    let rides = || {
        let own = says(c.text, c.lead_in(), measure::RIDES) || says(c.text, c.lead_in(), &["出发", "驾车", "开车"]);
        let sets_out = || says(c.text, Span::new(c.sentence.start, c.span.start), &["出发", "驾车", "开车"]);
        own && !c.before(w::ACTOR) || (measure::rides(c) || sets_out()) && !c.sentence(w::ACTOR)
    };
    if (c.next_to(w::CAN, 1).is_some() || c.next_to(w::ARRIVE, 1).is_some()) && c.after(w::ARRIVE) && rides() {
        return Some((Role::Plan, "on-the-way"));
    }
    // 为48小时内破案成立专案组: what it is done for is still to come.
    let purpose = || says(c.text, Span::new(start, end), &["准备", "成立", "组成", "抽调", "调集"]);
    if c.reads_before(&["为"]) && !c.closes() && !c.before(w::LIMIT | w::DEFINE) && !c.has(start, end, w::DONE) && purpose() {
        return Some((Role::Plan, "wished"));
    }
    // 可能会在半小时内回来; who may die in it does nothing.
    if c.right_before(w::PERHAPS, 3).is_some() && !c.has(start, end, w::HAPPEN) {
        return Some((Role::Plan, "forecast-act"));
    }
    None
}

/// 抵渝后3天内进行两次核酸检测, 抵渝3天内主动核酸检测1次: asked of those who come.
fn tested(c: &Context) -> bool {
    let comes = |words: &[&'static str]| eat_any(c.text, c.clause.start, words).is_some_and(|(_, at)| at < c.span.start);
    let came = c.reads_before(&["后", "之后", "以后"]) && c.governed(w::TELL | w::ARRIVE)
        || c.span.start <= c.clause.start + 12 && comes(&["抵", "返", "到", "入", "来"])
        // 抵津24小时后、72小时内进行1次.
        || c.floor > c.clause.start && comes(&["抵", "返"]);
    came && c.next_to(w::PAPER, 9).is_some()
}

/// 未达12分钟内到场的服务承诺: a promise that was not kept is one.
fn of_a_promise(c: &Context) -> bool {
    const PROMISES: [&str; 6] = ["承诺", "标准", "规定", "要求", "目标", "时限"];
    let end = c.clause.end.min(c.chain).max(c.span.end);
    let promised = says(c.text, c.lead_in(), &PROMISES) || eat_any_back(c.text, end, &PROMISES).is_some();
    c.after(ACT) && promised
}

/// 就有45人, 已有三起: how many there were, and nobody's deed.
fn there_were(c: &Context) -> bool {
    let after = eat(c.text, c.span.end, ",").unwrap_or(c.span.end);
    let there = eat_any(c.text, after, &["就有", "便有", "已有", "即有", "共有", "竟有", "就已有", "有", "只有", "仅有"]);
    let (start, end) = c.predicate();
    let end = if c.closes() { c.clauses(start, end, 1) } else { end };
    there.is_some_and(|(_, at)| numeral::numeral(c.text, at).is_some()) && !c.before(w::ACTOR) && !c.has(start, end, w::ARRIVE)
}

/// 里, not 内: the amount is filled.
pub(super) fn in_it(c: &Context) -> bool {
    c.amount.tail == Tail::Within && c.text[..c.span.end].ends_with(['里', '裡', '裏'])
}

/// Whether a clause that tells of whom or what it holds ends at `at`: …的人群, …的车辆.
fn told_of(text: &str, at: usize) -> bool {
    const WHOM: &[&str] = &[
        "的人群",
        "的人员",
        "的人士",
        "的人",
        "的患者",
        "的病人",
        "的旅客",
        "的乘客",
        "的居民",
        "的市民",
        "的群众",
        "的学生",
        "的儿童",
        "的老人",
        "的车辆",
        "的企业",
        "的单位",
        "的家庭",
    ];
    eat_any_back(text, at, WHOM).is_some()
}

/// Whether the clause that begins at `at` ends with 的: of whom it holds.
pub(super) fn whoever(c: &Context, at: usize) -> bool {
    let end = c.clauses(at, c.chain, 1);
    prev(c.text, end).is_some_and(|(ch, before)| ch == '的' && before > at) && next(c.text, end).is_some_and(|(ch, _)| ch == ',')
}
