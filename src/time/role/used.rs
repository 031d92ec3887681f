//! 仅用N, 不到N: what was achieved in it, or what filled it.

use super::evidence::answers;
use super::{ACT, Context, Verdict, clause_behind, measure, weigh};
use crate::report::Role;
use crate::text::Span;
use crate::time::amount::{Tail, Unit, lead};
use crate::time::numeral::numeral;
use crate::time::script::{eat_any, eat_any_back, eat_back, is_han, next, one_of, prev, says};
use crate::time::words as w;

/// 从接警到破案: both ends are told.
fn from_to(c: &Context) -> bool {
    let before = c.leading();
    let told = |piece: &str, start: usize, end: usize| {
        // 患者进门到开通血管的时间为38分钟.
        let from = piece.find(['从', '從', '自', '由']).or_else(|| (piece.contains("的时间") || piece.contains("的時間")).then_some(0));
        from.is_some_and(|from| piece[from..].contains(['到', '至'])) && c.has(start, end, ACT | w::TELL)
    };
    if told(before, c.clause.start, c.span.start) {
        return true;
    }
    // 从事故发生,到宣布救援结束不足19个小时.
    if before.starts_with(['到', '至'])
        && c.closes()
        && let Some((',', clause)) = c.previous()
        && c.text[clause.start..clause.end].starts_with(['从', '從', '自'])
    {
        return true;
    }
    // 从我打电话到他们来,不到十分钟; 从进门到血管再通:38分钟.
    let light = eat_any_back(
        c.text,
        c.span.start,
        &[
            "间隔",
            "间隔大约有",
            "间隔约",
            "大约有",
            "约有",
            "总共",
            "一共",
            "前后也就",
            "也就",
            "前后",
            "全程",
            "花了",
            "用了",
            "共",
            "只",
            "总共花了",
            "一共花了",
            "总共用了",
            "一共用了",
        ],
    );
    let opens = c.opens() || light.is_some_and(|(_, start)| start <= c.clause.start + 6);
    let alone = opens && c.closes();
    let Some((mark @ (',' | ':'), Span { start, end })) = alone.then(|| c.previous()).flatten() else {
        return false;
    };
    let piece = c.text[start..end].trim_start_matches(['“', '「', '"']);
    // 从进门到出门,一个小时,执照拿到手了.
    let whole = piece.starts_with(['从', '從']) && piece.contains(['到', '至']);
    told(piece, start, end) || whole && (mark == ':' || c.along(ACT))
}

/// What is told of it is no deed of now: it is said of somebody, it is to come, or it used to be so.
fn of_another_time(c: &Context, noun: bool, taken: bool) -> Option<Verdict> {
    // 上场仅3分钟的小将: of whom it is told.
    if noun && !c.amount.has(lead::USED) && !taken {
        return Some((Role::Duration, "filled"));
    }
    // 将用四个月完成.
    if c.reads_before(&["将用", "将花", "将耗时", "将历时", "拟用", "要用", "计划用", "准备用", "打算用", "需用", "争取用", "力争用"])
    {
        return Some((Role::Plan, "forecast-act"));
    }
    // 歹徒夺门逃去,前后仅历时三分钟.
    let own = (taken || c.amount.has(lead::USED)) && weigh::culprits(c, c.clause.start);
    let answered = c.sentence(w::ACTOR | ACT & !w::FINISH) || from_to(c);
    if (c.closes() || own) && !answered && weigh::culprits(c, c.sentence.start) {
        return Some((Role::Duration, "culprits"));
    }
    // 只用了一年,健身房就关了门: so long something was used.
    let used = c.amount_reads(&["只用了", "就用了", "才用了", "仅用了"]) || c.reads_before(&["用了"]);
    if used && c.amount.unit() == Unit::Year && !c.sentence(w::RESULT | w::FINISH | w::REPLY) {
        return Some((Role::Duration, "filled"));
    }
    // 过去要跑六次,至少花费6个工作日.
    (taken && c.closes() && formerly(c)).then_some((Role::Duration, "formerly"))
}

/// 过去, 以往 begin the clause or the one before: how long it used to take.
pub(super) fn formerly(c: &Context) -> bool {
    let starts = [Some(c.clause.start), c.previous().map(|(_, clause)| clause.start)];
    starts
        .iter()
        .flatten()
        .any(|at| eat_any(c.text, *at, &["过去", "以往", "以前", "原来", "原先", "从前", "此前", "原本", "改革之前", "改革前"]).is_some())
}

/// 距预警发出不到50分钟, after what was done by then; 离家不到半小时,家里就起了火; 抽血时,距其驾车不足1小时.
fn since_told(c: &Context) -> Option<Verdict> {
    let before = c.leading();
    let apart = c.closes() && c.amount.has(lead::SHORT_OF | lead::ONLY);
    if !apart || !before.contains(['距', '离', '離']) {
        return None;
    }
    // …时 only says when.
    let done =
        c.earlier(w::RESULT | w::ARRIVE) && prev(c.text, c.clause.start).is_some_and(|(_, end)| eat_back(c.text, end, "时").is_none());
    // 便在公交站找到了她。此时,距家属报警才过去两小时.
    let (start, end) = super::before(c);
    let now = eat_any(c.text, c.sentence.start, &["此时", "这时", "此刻", "而此时", "“此时"]).is_some();
    if now && w::any(c.text, start, end, w::RESULT | w::ARRIVE) {
        return Some((Role::Elapsed, "since-told"));
    }
    // 此时距离嫌疑人逃跑时间尚不足48小时: whatever it was.
    let told = before.trim_start_matches(|ch: char| !matches!(ch, '距' | '离' | '離')).chars().count() >= 4;
    // 距离案发仅十余个小时,民警就将四人抓获.
    if c.governed(w::TELL) && c.along(w::ACTOR) && c.along(w::RESULT | w::ARRIVE) && !c.along(w::NOT) {
        return Some((Role::Elapsed, "since-told"));
    }
    if c.governed(w::TELL | ACT) {
        return Some(if c.earlier(ACT) { (Role::Elapsed, "since-told") } else { (Role::Other, "shortly-after") });
    }
    told.then_some(if done { (Role::Elapsed, "since-told") } else { (Role::Other, "shortly-after") })
}

/// 便有了线索: what was looked for is there.
pub(super) fn had(c: &Context) -> bool {
    const SOUGHT: &[&str] = &["线索", "结果", "消息", "眉目", "回音", "回复", "答复", "着落", "下落", "回应", "突破", "进展"];
    let got = eat_any(c.text, c.span.end, &["收到", "得到", "就收到", "便收到", "才收到"]);
    let answered = got.is_some_and(|(_, at)| answers(c.text, at, clause_behind(c.text, at, c.clause.end)));
    answered || eat_any(c.text, c.span.end, &["便有了", "就有了", "即有了"]).is_some_and(|(_, at)| eat_any(c.text, at, SOUGHT).is_some())
}

/// What comes about by itself in the amount, or so soon behind what the clause tells: 起飞不到50秒,它发生爆炸.
fn happens(c: &Context, act: bool, told: bool) -> Option<Verdict> {
    let (start, end) = c.predicate();
    let comes = c.has(start, end, w::HAPPEN) && !act && !told;
    let soon = c.closes() && c.amount.unit() <= Unit::Hour && c.amount.has(lead::SHORT_OF) && !c.amount.has(lead::USED);
    if comes && soon && c.governed(w::TELL | w::HAPPEN | ACT) {
        return Some((Role::Other, "shortly-after"));
    }
    let nature = c.governed(w::NATURE) && c.along(w::HAPPEN) || c.governed(w::HAPPEN) && !act && !told;
    // 这条微博的点击量就破了4万.
    let rises = c.closes() && says(c.text, Span::new(start, end), &["点击量", "播放量", "阅读量", "浏览量", "转发量", "销售额", "成交额"]);
    (nature || comes || rises).then_some((Role::Window, "happens"))
}

/// Nothing but dates stands between 用 and the amount.
fn after_dates(c: &Context) -> bool {
    let before = c.leading();
    let dates = |ch: char| ch.is_ascii_digit() || matches!(ch, '月' | '日' | '至' | '到' | '-' | '—' | '～' | '、');
    before.ends_with(['日', '月']) && before.trim_end_matches(dates).ends_with("用")
}

/// What the words beside the amount say, whatever is done: 高铁单程仅需40分钟, 距报警不足1小时, 黄金时间只有4到6分钟.
fn by_its_words(c: &Context) -> Option<Verdict> {
    if let Some(verdict) = since_told(c) {
        return Some(verdict);
    }
    // 中间休息时间不足15分钟, 停下来的时间只有15秒: it was filled.
    let filled =
        c.reads_before(&["时间"]) && c.right_before(w::STATE | w::FILL, 2).is_some_and(|token| token.class & (ACT | w::ACTOR) == 0);
    if c.closes() && (filled || c.reads_before(&["下来的时间", "停留的时间", "停靠的时间"])) && !course(c) {
        return Some((Role::Duration, "filled"));
    }
    if c.amount.has(lead::HAVING) && (c.governed(w::DEFINE) || c.leading().contains("黄金")) {
        return Some((Role::Other, "only-has"));
    }
    // 几分钟就会窒息: so it goes.
    if c.reads(&["就会", "便会", "即会", "后就会"]) && c.find(c.span.end, c.clause.end, ACT).is_none() {
        return Some((Role::Window, "so-it-goes"));
    }
    had(c).then_some((Role::Elapsed, "had"))
}

/// 整个过程只有5分钟, 入院至溶栓的时间仅为41分钟: from one thing to another.
fn course(c: &Context) -> bool {
    let before = c.leading();
    let told = c.governed(w::TELL | ACT) && before.contains(['至', '到']) && before.ends_with("时间");
    // 抢救时间仅有4分钟 is how long there is for it.
    told || c.before(w::RESULT) && !before.ends_with("时间")
        || c.reads_before(&["过程", "前后", "全程"])
        || c.governed(w::TELL) && c.earlier(w::RESULT)
}

/// How long a way is, or a whole course, or what filled it: 最快只需20分钟, 整个过程不到1个小时, 历经近9天煎熬后.
fn way_or_course(c: &Context) -> Option<Verdict> {
    // 仅半天时间就有300余人献血.
    let there = eat_any(c.text, c.span.end, &["时间就有", "时间便有", "就有", "便有"]);
    if there.is_some_and(|(_, at)| numeral(c.text, at).is_some()) && !c.before(w::ACTOR) {
        return Some((Role::Window, "counted"));
    }
    let only = ["仅需", "只需", "只要", "仅为"].iter().any(|word| c.span.of(c.text).contains(word));
    // 乘列车从江城出发,最快5小时到达海州.
    let arrives = c.amount_reads(&["最快"]) && c.next_to(w::ARRIVE, 1).is_some() && !c.sentence(w::ACTOR) && measure::rides(c);
    if only && measure::is_a_way(c) || arrives {
        return Some((Role::Plan, "on-the-way"));
    }
    // 历经近9天煎熬后被救出: filled with it.
    let filled = (0..4).try_fold(c.span.end, |at, _| match next(c.text, at) {
        Some(('后', _)) => Err(at > c.span.end),
        Some((ch, after)) if is_han(ch) && !one_of(ch, "的时间就便先最随然前此") => Ok(after),
        _ => Err(false),
    });
    if c.right_before(w::TAKE, 0).is_some() && filled == Err(true) && c.next_to(ACT, 0).is_none() {
        return Some((Role::Duration, "filled"));
    }
    // 整个过程不到1个小时.
    if c.closes()
        && c.reads_before(&["过程", "全程", "全流程", "全过程", "的时间", "用时", "耗时"])
        && (c.sentence(ACT) || c.reads_before(&["整个过程", "全过程"]) && w::any(c.text, super::before(c).0, super::before(c).1, ACT))
        && !c.sentence(w::PLANNING)
    {
        return Some((Role::Elapsed, "course"));
    }
    // 发生历时近36小时的火警.
    if c.right_before(w::TAKE, 0).is_some() && c.reads(&["的"]) && !c.reads(&["的时间", "的工夫", "的努力", "的奋战"]) {
        return Some((Role::Duration, "filled"));
    }
    None
}

/// 仅用2小时, 历时4个小时,完成…: what was achieved in it, or what filled it.
pub(super) fn used(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    let disused = c.reads_before(&["停用", "使用", "试用", "占用", "借用", "禁用", "租用", "公用", "启用", "服用", "采用", "享用", "引用"]);
    let taken = c.right_before(w::TAKE, 2).is_some() || !disused && c.reads_before(&["用", "花", "费时", "共用", "用了", "花了"]);
    // 仅用1月8日至11日四天时间: the days stand between.
    let taken = taken || after_dates(c);
    if a.tail != Tail::Plain {
        return None;
    }
    // 从外地到港人士须接受检疫10天: from a place to another.
    let told = from_to(c) && c.right_before(w::FILL | w::STATE, 0).is_none();
    if !(a.has(lead::USED | lead::SHORT_OF | lead::ONLY | lead::HAVING) || taken || told) {
        return None;
    }
    if let Some(verdict) = way_or_course(c) {
        return Some(verdict);
    }
    let (start, end) = c.predicate();
    if let Some(verdict) = by_its_words(c) {
        return Some(verdict);
    }
    let act = c.has(start, end, ACT);
    // 就, 便: whatever the verb, it is done.
    let at_once = c.reads(&["就", "便", "即", "才", "时间就", "时间便", "时间,就", ",就", ",便"]);
    // 地震发生仅40分钟,救援队就到了: the clock, and who answers.
    let answered = c.closes() && c.along(w::ACTOR);
    if let Some(verdict) = happens(c, act, told).filter(|_| !answered) {
        return Some(verdict);
    }
    if c.right_before(w::HANDLING, 6).is_some() {
        return Some((Role::Duration, "handling-time"));
    }
    if c.has(start, end, w::COUNT) && !a.has(lead::USED) && !told && !taken {
        return Some((Role::Window, "counted"));
    }
    // 最多只有20天的时间可达成协议.
    if a.has(lead::HAVING) && c.reads(&["的时间可", "的时间来", "时间可", "的时间达"]) {
        return Some((Role::Deadline, "given"));
    }
    let verb = c.find(start, end, ACT).map_or(end, |token| token.start);
    let past = a.has(lead::USED) && c.span.of(c.text).contains('了');
    let hoped = !past && (c.has(start, verb, w::CAN | w::PLANNING) || c.before(w::PLANNING));
    if hoped && !told {
        return Some(if act && c.has(start, end, w::REPLY) { (Role::Deadline, "promised") } else { (Role::Plan, "forecast-act") });
    }
    let noun = c.reads(&["的"]) && !c.reads(&["的时间", "的工夫", "的功夫"]);
    if let Some(verdict) = of_another_time(c, noun, taken) {
        return Some(verdict);
    }
    if told && (c.beyond() || c.reads_before(&["约需", "约需要", "需要", "需", "要", "将需", "大概要"])) {
        return Some(if c.beyond() { (Role::Duration, "over-filled") } else { (Role::Plan, "forecast-act") });
    }
    if told && !noun {
        return Some((Role::Elapsed, "from-to"));
    }
    if a.has(lead::HAVING) {
        return Some(if course(c) { (Role::Elapsed, "course") } else { (Role::Other, "only-has") });
    }
    if a.has(lead::USED) {
        return Some((Role::Elapsed, "used"));
    }
    if c.right_before(w::FILL, 0).is_some() && !taken {
        return Some((Role::Duration, "filled"));
    }
    if taken {
        let activity = c.has(c.clause.start, c.span.start, w::STATE) && !c.after(ACT) && !c.along(w::RESULT | w::ARRIVE);
        let verb_behind = !c.closes() && !noun && c.next_to(w::STATE, 2).is_none();
        let achieved = (at_once || verb_behind || c.along(ACT) || c.before(ACT) || c.closes() && c.earlier(w::RESULT)) && !activity;
        let achieved = achieved
            || c.closes()
                && (!activity || c.along(w::ACTOR))
                && !a.stretch
                && !c.text[start..end].contains(['将', '將'])
                && weigh::acts(c, weigh::Form::Used).is_some();
        let at_last = c.sentence(w::ACTOR | w::RESULT | w::TROUBLE)
            && c.hours() <= 31.0 * 24.0
            && says(c.text, Span::new(c.span.end, c.chain.max(c.span.end)), &["终于", "最终"]);
        return Some(if (achieved || at_last) && !noun { (Role::Elapsed, "took") } else { (Role::Duration, "filled") });
    }
    // 逃亡不到48小时便落网.
    if c.right_before(w::STATE, 0).is_some() && !(at_once && act) {
        return Some((Role::Duration, "filled"));
    }
    if act || c.along(ACT) && (c.governed(w::ACTOR) || c.along(w::ACTOR)) {
        return Some((Role::Elapsed, "short-of"));
    }
    // 全流程总共不到4个小时, with what was achieved told before.
    if c.closes() && c.reads_before(&["总共", "一共", "前后", "全程", "全流程", "全过程", "共", "总计"]) && c.earlier(ACT)
    {
        return Some((Role::Elapsed, "course"));
    }
    let event = c.closes() && c.span.start > c.clause.start + 6;
    if let Some(evidence) = weigh::acts(c, weigh::Form::Used).filter(|_| !event || answered) {
        return Some((Role::Elapsed, evidence));
    }
    Some(if event || at_once {
        (Role::Other, "shortly-after")
    } else if a.has(lead::ONLY) {
        (Role::Window, "short-stretch")
    } else {
        (Role::Duration, "short-stretch")
    })
}
