//! 三天前, 十分钟后: a responder's act, or a point in time.

use super::evidence::{comes_about, is_told};
use super::used::had;
use super::{ACT, Context, Verdict, clause_behind, weigh};
use crate::report::Role;
use crate::text::Span;
use crate::time::amount::{Tail, Unit, lead};
use crate::time::script::{eat, eat_any, eat_any_back, next, says};
use crate::time::words as w;

/// 三天前; 活动开始前20分钟 is told by its lead.
pub(super) fn before_point(c: &Context) -> Option<Verdict> {
    (c.amount.tail == Tail::Before).then_some((Role::Other, "before-point"))
}

/// What did not change meanwhile.
const UNCHANGED: [&str; 7] = ["仍", "还", "依然", "依旧", "也没", "都没", "始终"];

/// 十分钟后,民警赶到: a responder's act; else a point in time.
pub(super) fn after_point(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    // 汇出后五分钟 says the same as 五分钟后.
    let behind = a.tail == Tail::Plain && c.reads_before(&["后", "之后", "以后", "过后"]) && !a.has(lead::USED | lead::SHORT_OF);
    // 过了半小时,妈妈来接走孩子.
    let passed = c.closes() || c.reads(&UNCHANGED);
    let behind = behind || a.tail == Tail::Plain && passed && c.reads_before(&["过了", "又过了", "过去了", "过了近", "过了快", "过了约"]);
    // 十几分钟过去了,一直没有车来.
    if a.tail == Tail::Plain && c.reads(&["过去了", "又过去了", "过去,"]) {
        return Some((Role::Duration, "gone-by"));
    }
    if a.tail != Tail::After && !behind {
        return None;
    }
    if let Some(verdict) = by_its_words(c, behind).or_else(|| no_answer(c, behind)) {
        return Some(verdict);
    }
    // 台风24小时后将移入海峡.
    if c.reads(&["将", "会"]) && c.sentence(w::WEATHER) && !c.sentence(w::ACTOR) {
        return Some((Role::Other, "forecast"));
    }
    if behind && a.tail == Tail::Plain && c.after(ACT) && c.governed(w::PROMISE | w::MUST | w::ORDER) {
        return Some((Role::Deadline, "promised"));
    }
    if a.unit() == Unit::Workday && !c.after(w::DONE) {
        return Some((Role::Plan, "forecast-act"));
    }
    let (start, end) = c.predicate();
    // 食用后6至12小时可能出现呕吐.
    if behind && c.next_to(w::HAPPEN | w::PERHAPS, 1).is_some() {
        return Some((Role::Window, "happens"));
    }
    let first = clause_behind(c.text, start, end);
    // 警方于今(17日)将其逮捕: the bracket parts no clause.
    let first = match next(c.text, first) {
        Some(('(', at)) => clause_behind(c.text, clause_behind(c.text, at, end), end),
        _ => first,
    };
    let end = if c.has(start, first, ACT | w::HAPPEN) { first } else { clause_behind(c.text, first, end) };
    if c.has(start, first, w::PROMISE | w::PLANNING) && !c.has(start, first, w::HAPPEN | w::WEATHER | w::NATURE) {
        return Some((Role::Plan, "forecast-act"));
    }
    // 案发后5分钟抓获 四人没想到…: what is not done must stand before what is.
    let done = c.find(start, end, w::RESULT | w::ARRIVE).map_or(end, |act| act.end);
    let hoped = c.has(start, end, w::PLANNING | w::CAN | w::MUST | w::BAN) || c.has(start, done, w::NOT);
    let result = c.has(start, end, w::RESULT);
    let arrival = c.has(start, end, w::ARRIVE);
    // 民警立即出动,10分钟后抵达现场: the clause before names who arrives.
    let carried = c.earlier(w::ACTOR) && c.has(start, (start + 6).min(end), w::ARRIVE);
    let actor = c.has(start, end, w::ACTOR) || c.before(w::ACTOR) || carried;
    let reply = c.has(start, end, w::REPLY | w::FINISH);
    // 才下架该视频: what somebody does something to does nothing itself.
    let object = c.find(start, end, ACT).map_or(end, |act| act.start);
    // 第一波海啸抵达岩手县.
    let nature = c.has(start, object, w::NATURE) || c.before(w::NATURE);
    let somebody_comes = arrival && (!nature || c.sentence(w::ACTOR));
    let happens = (comes_about(c, start, end).is_some() || nature) && !result && !somebody_comes;
    let condition = c.before(w::COND);
    if !hoped && !happens && !condition && (result || actor && (arrival || reply)) && c.hours() <= 31.0 * 24.0 {
        return Some((Role::Elapsed, "responder-after"));
    }
    // 接单后24小时出方案: done at once behind the amount, and somebody asked.
    let asked = c.governed(w::TELL) && (!c.governed(w::NATURE) || c.sentence(w::ACTOR));
    if behind && !hoped && !happens && !condition && asked && c.next_to(ACT, 0).is_some() {
        return Some((Role::Elapsed, "achieved"));
    }
    let told = if hoped || happens || condition || c.hours() > 31.0 * 24.0 { None } else { weigh::acts(c, weigh::Form::After) };
    Some(told.map_or((Role::Other, "point-after"), |evidence| (Role::Elapsed, evidence)))
}

/// What the words right before and behind the amount say of it.
fn by_its_words(c: &Context, behind: bool) -> Option<Verdict> {
    // 截至地震后30分钟, 间隔第一次采样至少24小时后: no deed is counted so.
    if says(c.text, c.lead_in(), &["截至", "截止", "间隔", "相隔"]) {
        return Some((Role::Other, "point-after"));
    }
    // 仅仅20分钟后,再次出现漏拿的行李.
    if c.reads(&["再次", "又", ",再次", ",又"]) && c.along(w::HAPPEN) {
        return Some((Role::Other, "is-told"));
    }
    // 大火烧了25分钟后,铁架倒了: nobody's doing.
    if c.reads_before(&["了", "了约", "了近"]) && c.governed(w::NATURE) && !c.sentence(w::ACTOR) {
        return Some((Role::Other, "point-after"));
    }
    // 寻找了5个多小时后: filled with looking, unless it came to something.
    if c.reads_before(&["了", "了快", "了将近", "了大约"]) && !c.reads_before(&["过了", "过去了", "过了快", "过了将近", "过了大约"])
    {
        let (start, end) = c.predicate();
        let found = c.has(start, clause_behind(c.text, start, end), w::RESULT) || weigh::acts(c, weigh::Form::After).is_some();
        return Some(if found { (Role::Elapsed, "after-work") } else { (Role::Duration, "filled") });
    }
    // 过了近十分钟仍无人接听: what did not change meanwhile.
    if behind && c.reads(&UNCHANGED) {
        return Some((Role::Duration, "gone-by"));
    }
    if c.right_before(w::PLANNING, 0).is_some() || c.reads_before(&["将在", "将于", "拟于", "会在", "大概在", "大约在", "差不多在"])
    {
        return Some((Role::Plan, "forecast-act"));
    }
    if resumes(c) {
        return Some((Role::Other, "under-way"));
    }
    // 申请后一周收到主办方回信: that is the answer.
    if had(c) {
        return Some((Role::Elapsed, "had"));
    }
    None
}

/// What is told without being anybody's answer: a match, a culprit's deed, what is to come.
fn no_answer(c: &Context, behind: bool) -> Option<Verdict> {
    // 6分钟后,红队扳平比分.
    let (from, to) = super::before(c);
    let play = c.sentence(w::PLAY) || !c.sentence(w::ACTOR) && w::any(c.text, from, to, w::PLAY);
    let answered = c.along(w::ACTOR) && c.along(w::ARRIVE | w::RESULT);
    if play && !answered && !c.sentence(w::TROUBLE | w::TELL) {
        return Some((Role::Other, "in-a-match"));
    }
    if culprits_deed(c) {
        return Some((Role::Other, "culprits"));
    }
    // 为5个月后举行大选作准备.
    if c.reads_before(&["为"]) && says(c.text, c.clause, &["准备"]) {
        return Some((Role::Plan, "wished"));
    }
    // 汇款后24小时的黄金时间: it says which.
    if behind && c.reads(&["的"]) && !c.reads(&["的时间", "的工夫"]) {
        return Some((Role::Other, "point-after"));
    }
    // 继续佩戴直至回港后21天.
    if behind && says(c.text, c.lead_in(), &["直至", "直到", "持续到", "延续到"]) {
        return Some((Role::Duration, "kept-for"));
    }
    // 大约20分钟后完成,请您稍等.
    let high = c.text.floor_char_boundary((c.span.end + 60).min(c.block.end).max(c.span.end));
    if says(c.text, Span::new(c.span.end, high), &["请您", "请稍", "请耐心"]) {
        return Some((Role::Plan, "forecast-act"));
    }
    // 震后8.5秒,预警网发出预警.
    let quake = ["震后", "灾后", "事发后", "案发后", "事故后", "火灾后", "发震后"];
    if behind && c.reads_before(&quake) && c.has(c.predicate().0, c.predicate().1, w::REPLY | w::ARRIVE) {
        return Some((Role::Elapsed, "responder-after"));
    }
    // 30分钟后,他们接到第三个电话; 20分钟后,警报再次响起: what is told, and nobody's answer yet.
    if is_told(c) || tells_no_deed(c) {
        return Some((Role::Other, "is-told"));
    }
    None
}

/// 嫌疑人在收到资金后6分钟就转出, 半小时后,疑凶企图行劫: what is done by those others are called to end, unless it ends with them.
fn culprits_deed(c: &Context) -> bool {
    let (start, end) = c.predicate();
    let subject = eat(c.text, start, ",").unwrap_or(start);
    let deed = Span::new(subject, clause_behind(c.text, subject, end.max(subject)).max(subject));
    let caught = says(c.text, deed, &["被", "抓", "擒", "捕", "逮", "落网", "归案", "落案", "击毙", "制服", "冻结", "止付", "追回"]);
    if caught || c.has(deed.start, deed.end, w::ACTOR) {
        return false;
    }
    let theirs = eat_any(c.text, subject, &["疑凶", "劫匪", "歹徒", "嫌犯", "枪手", "匪徒", "窃贼", "骗子"]).is_some();
    theirs || says(c.text, deed, &["企图", "行劫", "行窃", "作案"]) || weigh::culprits(c, c.clause.start) && !c.sentence(w::ACTOR)
}

/// 警报再次响起, 矿井突发冲击地压, 民警仍在盘查: the clause tells what comes about, or what has not changed, and nobody's deed.
fn tells_no_deed(c: &Context) -> bool {
    let (start, end) = c.predicate();
    let end = clause_behind(c.text, start, end);
    let clause = Span::new(start, end);
    if c.has(start, end, w::RESULT | w::ARRIVE) {
        return false;
    }
    // 现场传来喜讯 is another matter.
    let heard = says(c.text, clause, &["声", "响"]) && says(c.text, clause, &["传来"]);
    // 仍在医院的伤者全部出院 tells of whom.
    let unchanged = says(c.text, clause, &["仍在", "仍未", "仍拒", "仍不", "仍没", "仍无", "还在", "依然在", "仍然在"])
        && !says(c.text, clause, &["的"]);
    heard || unchanged || says(c.text, clause, &["响起", "突发"]) && !says(c.text, clause, &["突发现"])
}

/// 5分钟后列车再次启动: what was under way goes on; a vehicle that somebody called for answers.
fn resumes(c: &Context) -> bool {
    const VEHICLES: [&str; 9] = ["列车", "飞机", "航班", "客机", "客轮", "车辆", "轮船", "公交车", "车队"];
    const GO_ON: [&str; 14] =
        ["才得以", "才能", "再次", "重新", "继续", "又", "启动", "起飞", "驶离", "离开", "开动", "出发", "缓缓", "正点"];
    const DOWN: [&str; 6] = ["降落", "备降", "返航", "到站", "靠岸", "着陆"];
    let behind = eat(c.text, c.span.end, ",").unwrap_or(c.span.end);
    let took_off = eat_any_back(c.text, c.span.start, &["起飞"]).is_some();
    let (from, to) = super::before(c);
    match eat_any(c.text, behind, &VEHICLES) {
        Some((_, end)) => {
            // 一个多小时后,飞机安全备降.
            let called = (c.governed(w::TELL) || c.earlier(w::TELL | w::ACTOR) || w::any(c.text, from, to, w::TELL)) && !took_off;
            let down = || !called && says(c.text, Span::new(end, clause_behind(c.text, end, c.chain.max(end))), &DOWN);
            eat_any(c.text, end, &GO_ON).is_some() || down()
        }
        // 起飞一小时后,紧急备降.
        None if took_off && says(c.text, Span::new(c.span.end, c.chain.max(c.span.end)), &DOWN) => true,
        // 列车停靠5分钟后,再次启动; 列车被迫停留,4个多小时后才得以离开.
        None => {
            let stood = Span::new(c.previous().map_or(c.clause.start, |(_, clause)| clause.start), c.span.start);
            let stopped = says(c.text, stood, &["停靠", "停留", "临停", "停车", "滞留", "停站", "晚点", "待避", "停在"]);
            eat_any(c.text, behind, &GO_ON).is_some() && says(c.text, stood, &VEHICLES) && stopped && !c.along(w::ACTOR)
        }
    }
}
