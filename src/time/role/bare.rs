//! N alone: 5分钟抵达, 三个工作日取证, and what is left.

use super::evidence::{many, numbered, tallied, triggered};
use super::used::formerly;
use super::{ACT, Context, Verdict, measure, weigh};
use crate::report::Role;
use crate::text::Span;
use crate::time::amount::{Tail, Unit, lead};
use crate::time::numeral;
use crate::time::script::{eat_any, eat_any_back, next, prev, says};
use crate::time::words as w;

/// 办结时间3天, 5分钟抵达, 三个工作日取证: the act follows at once.
pub(super) fn ended_by(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.tail != Tail::Plain || a.stretch {
        return None;
    }
    if c.right_before(w::FILL, 0).is_some() {
        return None;
    }
    // 可能仍需要8天的时间才能恢复.
    if c.governed(w::PERHAPS) && c.reads(&["的时间才", "时间才", "才能", "的时间方", "方能"]) {
        return Some((Role::Plan, "forecast-act"));
    }
    let (start, end) = c.predicate();
    if c.next_to(w::COUNT, 3).is_some() || a.unit() >= Unit::Day && !c.closes() && tallied(c, start, end) {
        return Some((Role::Window, "counted"));
    }
    if c.reads(&["不间断", "不停", "不眠", "连续", "持续", "昼夜", "连轴", "的"]) {
        return Some((Role::Duration, "filled"));
    }
    // 乘列车从武汉出发,最快5小时到达深圳.
    if c.next_to(w::ARRIVE, 1).is_some() && !c.sentence(w::ACTOR | w::RESULT | w::DONE) && measure::rides(c) {
        return Some((Role::Plan, "on-the-way"));
    }
    // 驱车五个小时赶回老家: under way, and nobody called.
    let far = a.unit() >= Unit::Hour && (!c.before(w::ACTOR) || c.hours() >= 3.0);
    if far && c.reads_before(&["驱车", "驾车", "开车", "坐车", "乘车", "徒步", "步行", "骑行", "跋涉", "辗转", "奔波", "赶路"])
    {
        return Some((Role::Duration, "filled"));
    }
    // 7天封控管理, 五小时辩论后: what fills it stands right behind.
    if let Some(state) = c.next_to(w::STATE, 0)
        && matches!(next(c.text, state.end), None | Some(('后' | '的' | ',' | '。' | '并' | '工' | '管' | ';' | '、' | '措', _)))
    {
        return Some((Role::Duration, "filled"));
    }
    let (start, end) = c.predicate();
    let act = if c.closes() { None } else { c.next_to(ACT, 6) }?;
    // 7小时采样1.3万份, 三天召回2.1万盒.
    if many(c, start, end) && !triggered(c) && !c.before(w::MUST | w::PROMISE) {
        return Some((Role::Window, "counted"));
    }
    if c.text[start..act.start].contains(['的', '、', '“']) {
        return None;
    }
    // 三个月未到账.
    if c.has(start, act.end, w::NOT) {
        return Some((Role::Duration, "not-done"));
    }
    // 大概15分钟左右完成,请稍等: said of what is being done.
    if a.has(lead::ABOUT) && c.opens() && c.text[c.span.start..].starts_with("大概") && !c.has(start, c.clause.end, w::DONE) {
        return Some((Role::Plan, "forecast-act"));
    }
    let hoped = c.has(start, act.start, w::CAN) || c.right_before(w::PLANNING, 3).is_some();
    if hoped && act.class & w::ARRIVE != 0 && measure::travels(c) {
        return Some((Role::Plan, "on-the-way"));
    }
    // 会在三个小时左右完成: nobody promised it.
    if a.unit() <= Unit::Hour && c.reads_before(&["会在", "将在", "会于", "将于"]) && act.class & w::REPLY == 0 {
        return Some((Role::Plan, "forecast-act"));
    }
    // 两三分钟消防车就会到.
    if says(c.text, Span::new(start, act.start), &["就会", "便会", "将会"]) {
        return Some((Role::Plan, "forecast-act"));
    }
    let served = act.class & w::REPLY != 0 || c.before(w::REPLY | w::PROMISE) || c.text[act.start..act.end].contains('办');
    // 预计两个月提交报告: nobody promised it.
    let foreseen = c.reads_before(&["预计", "预期", "估计", "预计需", "预计需要"]) && !c.before(w::PROMISE);
    if hoped {
        return Some(if !foreseen && (served || c.before(w::ACTOR)) { (Role::Deadline, "promised") } else { (Role::Plan, "forecast-act") });
    }
    let actor = c.before(w::ACTOR) || c.earlier(w::ACTOR) || c.has(start, end, w::ACTOR);
    let anybody = act.class & (w::ARRIVE | w::RESULT | w::REPLY) == 0 && !actor;
    let told = in_a_row(c) || c.reads(&["就", "便", "即", "才"]) || c.opens() && act.start == start;
    if anybody && !told {
        return Some((Role::Other, "done-by-anybody"));
    }
    if c.governed(w::ORDER | w::LIMIT) && c.reads_before(&["超过", "时限"]) {
        return Some((Role::Other, "threshold"));
    }
    // 最快一笔37分钟到账 is achieved, whatever was promised.
    let record = ["最快", "最短", "首单", "首單", "首笔", "首筆"].iter().any(|word| c.leading().contains(word));
    if record && !c.has(start, act.start, w::CAN) {
        return Some((Role::Elapsed, "record"));
    }
    if in_quoted_row(c) {
        return Some((Role::Deadline, "ruled"));
    }
    let demanded = c.earlier(w::ORDER | w::PROMISE) || c.governed(w::ORDER) || c.has(c.clause.end, c.chain, w::PROMISE);
    let ruled = a.unit() == Unit::Workday
        || c.governed(w::MUST | w::PROMISE)
        || (demanded || in_a_row(c) || c.follows_step == Some(true) && in_brackets(c)) && !c.has(start, c.chain, w::DONE);
    Some(if ruled { (Role::Deadline, "ruled") } else { (Role::Elapsed, "achieved") })
}

/// 3天核实、7天反馈、15天办结: acts with their amounts in a row are a rule that somebody works by.
fn in_a_row(c: &Context) -> bool {
    const REACH: usize = 30;
    let row = |from: usize, to: usize| from < to && to - from <= REACH && c.text[from..to].contains('、');
    row(c.floor.max(c.clause.start), c.span.start) && c.floor > c.clause.start || c.chain < c.clause.end && row(c.span.end, c.chain)
}

/// “1分钟出警,3分钟到场,5分钟灭火”: the row stands in quotes.
fn in_quoted_row(c: &Context) -> bool {
    const REACH: usize = 90;
    const QUOTES: [char; 4] = ['“', '”', '「', '」'];
    let low = c.text.floor_char_boundary(c.span.start.saturating_sub(REACH).max(c.sentence.start));
    let high = c.text.floor_char_boundary((c.span.end + REACH).min(c.sentence.end));
    let open = c.text[low..c.span.start].rfind(QUOTES).map(|at| low + at).filter(|at| c.text[*at..].starts_with(['“', '「']));
    let close = c.text[c.span.end..high].find(QUOTES).map(|at| c.span.end + at).filter(|at| c.text[*at..].starts_with(['”', '」']));
    open.zip(close).is_some_and(|(open, close)| c.floor > open || c.chain < close)
}

/// 80分钟内到达(山区100分钟到达): the clause stands in brackets.
fn in_brackets(c: &Context) -> bool {
    matches!(prev(c.text, c.clause.start), Some(('(', _)))
}

/// What the words right before and behind the amount say of it.
pub(super) fn by_its_words(c: &Context) -> Option<Verdict> {
    if c.amount.tail != Tail::Plain {
        return None;
    }
    // 预售开启一小时,销售额已超去年: how it goes from then on.
    let opened = ["开启", "开售", "上线", "发售", "开播", "开抢"];
    if c.closes() && eat_any_back(c.text, c.span.start, &opened).is_some() && !c.along(w::ACTOR) {
        return Some((Role::Window, "happens"));
    }
    // 新卡制作需要5至8个工作日.
    let needs = c.reads_before(&["需要", "需", "约需", "约需要", "大约需要"]);
    if c.amount.unit() == Unit::Workday && c.closes() && needs && !c.before(w::REPLY | w::PROMISE) && !formerly(c) {
        return Some((Role::Duration, "takes"));
    }
    // 6天时间,17名民工拿到了工资.
    let done = c.along(w::RESULT | w::REPLY) && c.along(w::DONE) && c.along(w::ACTOR);
    if c.opens() && c.closes() && c.reads(&["时间"]) && done && c.amount.lead == 0 {
        return Some((Role::Elapsed, "in-so-long"));
    }
    // 他们有6天时间离开.
    let offered = ["时间离开", "时间撤", "时间决定", "时间整改", "时间解除", "时间以解除", "时间答复", "时间作出", "时间做出"];
    if c.reads(&offered) && eat_any_back(c.text, c.span.start, &["有", "给", "了", "予"]).is_some() {
        return Some((Role::Deadline, "given"));
    }
    // 地震后的72小时是最关键的“黄金救援时间”.
    let said = Span::new(c.span.end, c.clause.end.max(c.span.end));
    if c.reads(&["是"]) && says(c.text, said, &["黄金", "关键", "最佳"]) {
        return Some((Role::Other, "defined"));
    }
    // 这四十分钟,仿佛漫长无比.
    if c.closes() && c.reads_before(&["这", "那", "这短短", "这漫长的"]) && !(c.along(w::ACTOR) && c.along(w::RESULT)) {
        return Some((Role::Duration, "spoken-of"));
    }
    let after = Span::new(c.span.end, c.chain.max(c.span.end));
    // 经过7个多小时,两船终于抵达事发水域.
    let at_last = c.closes() && c.reads_before(&["经过", "历经"]) && says(c.text, after, &["终于", "最终", "成功"]);
    if at_last && c.along(w::RESULT | w::ARRIVE) {
        return Some((Role::Elapsed, "after-work"));
    }
    // 一天不到问题就解决了.
    if c.reads(&["不到", "没到", "还不到"]) && c.along(ACT) && says(c.text, after, &["就", "便"]) {
        return Some((Role::Elapsed, "short-of"));
    }
    // 1秒钟,平均产生4800件快递.
    let one = (c.amount.number() - 1.0).abs() < 1e-9 && c.amount.lead == 0;
    if one && c.opens() && c.closes() && says(c.text, Span::new(c.span.end, c.clauses(c.span.end, c.chain, 1)), &["平均", "最高"]) {
        return Some((Role::Rate, "one-each"));
    }
    None
}

/// What can be had, or will be: 补领20天可取, 两三分钟消防车就会到.
fn to_come(c: &Context) -> Option<Verdict> {
    if c.next_to(w::CAN, 1).is_some() && !c.closes() {
        // 补领20天可取: what an office hands out.
        let answers = c.reads(&[
            "可送",
            "可通气",
            "可通电",
            "可装表",
            "可开通",
            "可取",
            "可领",
            "可拿",
            "可办",
            "即可取",
            "即可领",
            "就能拿",
            "就能办",
            "就可拿",
        ]);
        return Some(if answers || c.amount.unit() == Unit::Workday { (Role::Deadline, "promised") } else { (Role::Plan, "forecast-act") });
    }
    // 两三分钟消防车就会到: what is to come.
    if !c.closes()
        && says(c.text, Span::new(c.span.end, c.clause.end), &["就会", "就将", "便会", "即将", "将会"])
        && !c.reads(&["就会", "便会", "就将"])
    {
        return Some((Role::Plan, "forecast-act"));
    }
    if c.reads(&["通达", "直达", "可达", "互达", "畅达", "联通"]) {
        return Some((Role::Plan, "on-the-way"));
    }
    None
}

/// What the amount is said to be.
fn spoken_of(c: &Context) -> Option<Verdict> {
    // 救治的黄金窗是120分钟.
    if c.closes() && c.governed(w::DEFINE) && !c.leading().contains(['到', '至']) && c.reads_before(&["是", "为", "仅", "只有", "仅有"])
    {
        return Some((Role::Other, "defined"));
    }
    // 两次检测之间≥24小时.
    if c.reads_before(&["≥", ">", "大于", "大于等于"]) {
        return Some((Role::Other, "threshold"));
    }
    // 4到6分钟对于大多数人来说一闪而过.
    if c.opens() && c.reads(&["对于", "对多数人", "对大多数"]) {
        return Some((Role::Other, "spoken-of"));
    }
    // 如今15个工作日已过.
    if c.reads(&["已过", "早已过", "已经过", "过后"]) {
        return Some((Role::Other, "gone-by"));
    }
    // 起飞25分钟又返航.
    if c.right_before(w::TELL, 0).is_some() && c.reads(&["又"]) {
        return Some((Role::Other, "shortly-after"));
    }
    // 徒步一小时以上去找水.
    if c.beyond() && c.right_before(w::FILL | w::STATE, 0).is_some() {
        return Some((Role::Duration, "filled"));
    }
    None
}

/// What is left fills its time or is none of these.
pub(super) fn plain(c: &Context) -> Verdict {
    let a = c.amount;
    // 再观察五六天就可以出院.
    if c.reads(&["就可以", "就能", "即可", "就可"]) && says(c.text, c.lead_in(), &["再", "还需", "还要"]) {
        return (Role::Plan, "forecast-act");
    }
    if c.right_before(w::FILL, 0).is_some() {
        return (Role::Duration, "filled");
    }
    // 4天5起走失警情.
    if numbered(c.text, c.span.end, "起宗") {
        return (Role::Window, "counted");
    }
    // 超标累计90天, 高温达到15天.
    if c.next_to(w::COUNT, 3).is_some()
        || a.unit() >= Unit::Day && c.closes() && c.reads_before(&["累计", "累计达", "合计", "达到", "累计达到"])
    {
        return (Role::Window, "counted");
    }
    // 仅半天时间就有300余人献血.
    if eat_any(c.text, c.span.end, &["就有", "时间就有", "便有", "时间便有"]).is_some_and(|(_, at)| numeral::numeral(c.text, at).is_some())
        && a.unit() > Unit::Hour
    {
        return (Role::Window, "counted");
    }
    // 水位2小时上涨1.8米.
    if c.next_to(w::HAPPEN, 1).is_some() && (c.governed(w::NATURE | w::WEATHER) || c.opens()) {
        return (Role::Window, "happens");
    }
    if c.reads_before(&["精确到", "细化到", "具体到"]) || c.reads_before(&["以"]) && a.unit() <= Unit::Minute {
        return (Role::Other, "result");
    }
    if let Some(verdict) = to_come(c) {
        return verdict;
    }
    // 经过奋力扑救,约30分钟,明火被扑灭.
    let worked = c.opens() && c.closes() && says(c.text, Span::new(c.sentence.start, c.clause.start), &["经过", "历经", "经"]);
    if worked && c.along(w::RESULT) && !a.stretch {
        return (Role::Elapsed, "after-work");
    }
    if exclaimed(c) {
        return (Role::Elapsed, "exclaimed");
    }
    // 预计晚点15分钟, 至少休战两周.
    let foreseen = c.governed(w::PLANNING) && a.unit() < Unit::Year || a.unit() <= Unit::Day && c.governed(w::PERHAPS);
    if foreseen && !c.sentence(w::WEATHER) && !c.governed(w::DONE) {
        return (Role::Plan, "expected-stretch");
    }
    if let Some(verdict) = spoken_of(c) {
        return verdict;
    }
    // 冲洗20分钟以上 fills it; 住院达24小时以上 is a threshold.
    if c.beyond() && c.closes() && c.span.start >= c.clause.start + 6 && !c.reads_before(&["达", "满", "超过", "延误", "离"]) {
        return (Role::Duration, "filled");
    }
    if c.beyond() && !c.after(ACT) {
        return (Role::Other, "threshold");
    }
    if let (start, end) = c.predicate()
        && !c.closes()
        && many(c, start, end)
        && !c.after(w::RESULT)
    {
        return (Role::Window, "counted");
    }
    // 三天必达.
    if c.reads(&["必"]) && !c.reads(&["必须", "必要"]) {
        return (Role::Deadline, "promised");
    }
    if c.reads(&["就会", "便会"]) {
        return (Role::Window, "so-it-goes");
    }
    if !c.reads(&["的", "地", "时间"])
        && !a.stretch
        && c.right_before(w::FILL | w::STATE, 0).is_none()
        && let Some(verdict) = told(c)
    {
        return verdict;
    }
    if a.stretch || c.right_before(w::FILL | w::STATE, 3).is_some() || c.next_to(w::STATE, 3).is_some() || c.reads(&["的", "地", "时间"])
    {
        return (Role::Duration, "filled");
    }
    if c.governed(w::LIMIT) && (c.reads_before(&["超过", "超"]) || c.governed(w::EXCEED)) {
        return (Role::Other, "threshold");
    }
    // 改革之前,前后约需25个工作日.
    if formerly(c) && c.reads_before(&["需", "约需", "需要", "要", "要等", "至少需", "至少要"]) {
        return (Role::Duration, "formerly");
    }
    if a.unit() == Unit::Workday {
        return (Role::Deadline, "workdays");
    }
    // 全市24小时紧急报警受理.
    if c.all_day() && a.lead == 0 && !c.closes() {
        return (Role::Rate, "round-the-clock");
    }
    (Role::Duration, "stretch")
}

/// “两小时！从报案到抓获”, 9分钟,仅用9分钟: an amount alone, told because it was so short.
fn exclaimed(c: &Context) -> bool {
    if c.amount.lead != 0 || c.amount.stretch || c.span.start > c.clause.start + 3 {
        return false;
    }
    match next(c.text, c.span.end) {
        Some(('!', after)) => {
            let end = (after + 90).min(c.block.end).max(after);
            c.sentence(w::ACTOR) || w::any(c.text, after, c.text.floor_char_boundary(end), w::TELL | ACT)
        }
        Some((',', after)) => eat_any(c.text, after, &["仅用", "只用", "仅仅用", "仅仅", "就用"]).is_some(),
        _ => false,
    }
}

/// A bare amount whose clause tells an act by its build.
pub(super) fn told(c: &Context) -> Option<Verdict> {
    // 半小时都没到.
    let (start, end) = c.predicate();
    if c.has(start, end, w::NOT) {
        return None;
    }
    let evidence = weigh::acts(c, weigh::Form::Bare)?;
    let ruled = c.governed(w::MUST | w::PROMISE | w::ORDER)
        || !c.reads(&["又有", "就有", "便有"]) && c.earlier(w::ORDER | w::PROMISE) && !c.along(w::DONE);
    Some((if ruled { Role::Deadline } else { Role::Elapsed }, evidence))
}
