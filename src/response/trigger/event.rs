//! Whether a clause tells an event that a clock starts at.

use super::own::{from_before, from_to, until};
use super::{SUBJECT, happening, receives, trim};
use crate::text::Span;
use crate::time::role;
use crate::time::script::{Words, clause_start, eat_any, eat_any_back, ends_clause, next, one_of, prev, says};
use crate::time::words::{self, Token};

/// A clause that tells an event, and whether it surely starts a clock: it ends with 后, or something is received in it.
/// The weaker verbs of telling start one where nothing surer does.
pub(super) fn event(text: &str, clause: Span, crossed: bool, tokens: &[Token]) -> Option<(Span, bool)> {
    const RECEIVED: &[&str] = &["接", "收到", "传来", "下发", "知悉", "获悉", "获知", "获报", "闻", "启动", "下达"];
    const TOLD: &[&str] = &[
        "发现",
        "事发",
        "案发",
        "报警",
        "报案",
        "求助",
        "投诉",
        "举报",
        "求救",
        "呼救",
        "报修",
        "上报",
        "呼叫",
        "发出",
        "拨",
        "打",
        "致电",
        "发生",
        "受理",
        "发案",
        "出险",
        "求援",
        "响起",
        "申报",
        "申请",
        "递交",
        "提交",
        "广播寻医",
        "寻医",
    ];
    let clause = trim(text, clause);
    if clause.start >= clause.end {
        return None;
    }
    if let Some(found) = marked(text, clause, crossed, tokens) {
        return Some(found);
    }
    // 根据提交的资料 tells what it goes by.
    if eat_any(text, clause.start, &["根据", "按照", "依据", "依照", "结合", "通过", "凭借"]).is_some() {
        return None;
    }
    // 记者从警方获悉: what a reporter learns sets nobody's clock. 报案的郭先生说: neither does who says so.
    let learns = |t: &Token| {
        eat_any(text, t.start, &["获悉", "获知", "得知"]).is_some() && clause.of(text).contains("记者")
            || eat_any(text, t.end, &["的"]).is_some() && eat_any_back(text, clause.end, &["说", "称", "道", "表示", "回忆"]).is_some()
    };
    // 路灯维修问题的受理工作 is what an office does.
    let names = |t: &Token| {
        !receives(text, t.start)
            && eat_any(text, t.end, &["工作", "业务", "窗口", "中心", "平台", "系统", "制度", "机制", "渠道", "时间", "时限"]).is_some()
    };
    let news = |t: &Token| !learns(t) && !names(t) && !fetches(text, t, clause.end);
    let tell = || tokens.iter().filter(|t| t.start >= clause.start && t.end <= clause.end && t.class & words::TELL != 0 && news(t));
    let received = tell().find(|t| eat_any(text, t.start, RECEIVED).is_some());
    let plainly = |t: &&Token| !crossed && t.class & !words::TELL == 0;
    // 可向电监部门投诉: nobody has told anything yet.
    let may = |t: &&Token| {
        // 还没有来得及报警: nor there.
        let vain = words::NOT | if crossed { words::CAN | words::PLANNING } else { 0 };
        !tokens.iter().any(|m| m.start >= clause.start && m.end <= t.start && m.class & vain != 0)
    };
    // 紧急止付申请 is what was handed in.
    let noun = |t: &&Token| crossed && t.end == clause.end && eat_any(text, t.start, &["申请", "申报", "投诉", "举报"]).is_some();
    let may = |t: &&Token| may(t) && !noun(t);
    let told = || tell().filter(may).find(|t| eat_any(text, t.start, TOLD).is_some()).or_else(|| tell().filter(may).find(plainly));
    let power = |t: &&Token| {
        !crossed
            && !tokens.iter().any(|m| m.start >= t.end && m.end <= clause.end && m.class & words::NOT != 0)
            && eat_any(text, t.start, &["停电", "停水", "断电", "断网", "起火", "着火", "突发"]).is_some()
    };
    let told = || told().or_else(|| tell().filter(may).find(power));
    let (token, sure) = received.map(|t| (t, true)).or_else(|| Some((told()?, false)))?;
    let mut event = Span::new(happening(text, token, clause), clause.end);
    // 山城强震,发生在深夜11点: the clause before says what.
    if token.start == clause.start
        && eat_any(text, token.start, &["发生在", "发生于"]).is_some()
        && let Some((',', before)) = prev(text, clause.start)
    {
        let start = clause_start(text, before, text.floor_char_boundary(before.saturating_sub(SUBJECT)));
        if prev(text, start).is_none_or(|(c, _)| ends_clause(c)) {
            event.start = start;
        }
    }
    // 出现急性胸痛可及时拨打120: what comes about, and not what may be done about it.
    if !crossed
        && !sure
        && let Some(comes) = asked_about(tokens, clause, token)
    {
        return Some((trim(text, comes), false));
    }
    Some((alone(text, event, tokens), sure))
}

/// What comes about in the clause before 可, 应 and `verb`.
fn asked_about(tokens: &[Token], clause: Span, verb: &Token) -> Option<Span> {
    let inside =
        |class: words::Class, from: usize, to: usize| tokens.iter().find(move |t| t.start >= from && t.end <= to && t.class & class != 0);
    let may = inside(words::CAN | words::MUST, clause.start, verb.start)?;
    let comes = inside(words::HAPPEN, clause.start, may.start)?;
    Some(Span::new(comes.start, may.start))
}

/// An event that a word marks: 后, 时, 从…到…, 一旦, 见.
fn marked(text: &str, clause: Span, crossed: bool, tokens: &[Token]) -> Option<(Span, bool)> {
    if crossed {
        return opening(text, clause, false).map(|found| (found, true));
    }
    // 今年3月起 is when a rule begins.
    let day = |c: char| c.is_ascii_digit() || one_of(c, "年月日号今明去本自从即上中下旬起");
    if let Some(found) = ending(text, clause, tokens).filter(|found| !found.of(text).chars().all(day)) {
        return Some((found, true));
    }
    // 救援人员到场后发现: the event is told on the way.
    if let Some(end) = tokens
        .iter()
        .filter(|t| t.class & (words::TELL | role::ACT) != 0)
        .find_map(|t| eat_any(text, t.end, &["后", "之后", "以后"]).map(|(_, end)| end).filter(|end| *end < clause.end))
    {
        return Some((Span::new(clause.start, end), true));
    }
    // 患者进入医院大门到开通血管的时间.
    if eat_any_back(text, clause.end, &["的时间", "所需时间", "时间"]).is_some()
        && let Some(found) = until(text, clause).filter(|found| {
            tokens.iter().any(|t| {
                t.start >= found.start && t.end <= found.end && t.class & (words::TELL | role::ACT | words::HAPPEN) != 0
                    || found.end - found.start >= 12
            })
        })
    {
        return Some((found, true));
    }
    // 从接警到破案,警方只用了2小时.
    // 从进门到出门 has no such verb; 从收费站到医院 is a way.
    let short = |found: &Span| {
        let place = eat_any_back(text, found.end, &["站", "院", "市", "县", "省", "路", "口", "场", "村", "镇"]).is_some();
        found.end - found.start <= 12 && !place && found.of(text).chars().any(|c| one_of(c, "出进入报发询申诉签审"))
    };
    let opens = eat_any(text, clause.start, &["从", "“从"]).is_some() && from_to(text, clause).is_some_and(|found| short(&found));
    if (opens || tokens.iter().any(|t| t.start >= clause.start && t.class & (words::TELL | role::ACT) != 0))
        && let Some(found) = from_to(text, clause).or_else(|| from_before(text, clause))
    {
        return Some((found, true));
    }
    // 患者送到时已无自主呼吸: the same, unless something surer is told.
    if let Some(end) = tokens.iter().filter(|t| t.class & (words::TELL | words::ARRIVE | words::RESULT) != 0).find_map(|t| {
        let (_, end) = eat_any(text, t.end, &["时"])?;
        let whole = next(text, end).is_none_or(|(c, _)| !one_of(c, "间候常任期而许分限段长速效刻机空代节令"));
        (whole && end < clause.end).then_some(end)
    }) {
        return Some((Span::new(clause.start, end), false));
    }
    // 当…后, 自…后.
    if let Some(found) = opening(text, clause, eat_any(text, clause.start, &["当", "自"]).is_some()) {
        return Some((found, true));
    }
    // 见法官亮出决定书: what was seen.
    if let Some((_, start)) =
        eat_any(text, clause.start, &["眼见", "见到", "看到", "看见", "见"]).filter(|_| clause.end - clause.start >= 15)
    {
        return Some((Span::new(start, clause.end), false));
    }
    // 学校一旦发现食物中毒: whenever that is.
    if let Some(at) = clause.of(text).find("一旦").filter(|at| *at > 0)
        && tokens.iter().any(|t| t.start > clause.start + at && t.class & words::TELL != 0)
    {
        return Some((Span::new(clause.start + at + "一旦".len(), clause.end), true));
    }
    // 只要有一名员工重伤: on condition of it.
    if let Some((_, start)) = eat_any(text, clause.start, &["只要", "一旦", "凡是", "如遇", "每当", "每逢", "若遇", "如有", "若有"])
    {
        return Some((Span::new(start, clause.end), true));
    }
    supposed(text, clause, tokens).or_else(|| a_call(text, clause)).map(|found| (found, true))
}

/// 若就诊时出现疑似症状, 如发现险情: what is supposed to come about.
fn supposed(text: &str, clause: Span, tokens: &[Token]) -> Option<Span> {
    let (word, start) = eat_any(text, clause.start, &["如果", "假如", "倘若", "若是", "要是", "万一", "若", "如"])?;
    // 如皋, 若尔盖 are places.
    let another = match word {
        "如" => next(text, start).is_some_and(|(c, _)| one_of(c, "今此图同期上下何实愿常皋东释火约数意厕")),
        "若" => next(text, start).is_some_and(|(c, _)| one_of(c, "尔羌干")),
        _ => false,
    };
    let comes = tokens.iter().any(|t| t.start >= start && t.end <= clause.end && t.class & (words::TELL | words::HAPPEN) != 0);
    (!another && comes).then(|| trim(text, Span::new(start, clause.end)))
}

/// 一个报警电话, 一条求助信息, 一声令下: a clause of nothing but the call.
fn a_call(text: &str, clause: Span) -> Option<Span> {
    const REACH: usize = 36;
    let (_, start) = eat_any(text, clause.start, &["一个", "一通", "一条", "一则", "一声", "一封", "一纸"])?;
    let calls = ["电话", "热线", "来电", "令下", "求助", "警情", "警报", "信息", "短信", "微信", "消息", "来信", "投诉", "举报", "诉求"];
    (clause.end.saturating_sub(start) <= REACH && start <= clause.end && says(text, Span::new(start, clause.end), &calls)).then_some(clause)
}

/// 在掌握窝点位置后连夜部署: it opens the clause, behind 在 or where a word says so.
fn opening(text: &str, clause: Span, said: bool) -> Option<Span> {
    if !said && prev(text, clause.start).is_none_or(|(c, _)| c != '在') {
        return None;
    }
    let mut at = clause.start;
    while at < clause.end {
        if let Some(end) = after_mark(text, at, clause.end).filter(|_| at > clause.start + 5) {
            return Some(Span::new(clause.start, end));
        }
        at = next(text, at).map_or(clause.end, |(_, after)| after);
    }
    None
}

/// A clause that ends with 后, 时 or 起 tells when the clock starts.
pub(super) fn ending(text: &str, region: Span, tokens: &[Token]) -> Option<Span> {
    let (word, cut) = eat_any_back(
        text,
        region.end,
        &["之日起计", "之日起", "以后", "之后", "过后", "之时", "的时候", "以来", "后", "时", "起", "之际"],
    )?;
    let before = eat_any_back(
        text,
        region.end,
        &[
            "此后",
            "随后",
            "然后",
            "最后",
            "其后",
            "今后",
            "同时",
            "届时",
            "及时",
            "当时",
            "平时",
            "小时",
            "临时",
            "随时",
            "准时",
            "按时",
            "实时",
            "不时",
            "即时",
            "顿时",
            "有时",
            "暂时",
            "限时",
            "用时",
            "历时",
            "耗时",
            "一起",
            "引起",
            "发起",
            "先后",
            "前后",
            "背后",
            "落后",
            "滞后",
            "事后处理",
            "这时",
            "此时",
            "那时",
        ],
    );
    if before.is_some_and(|(other, _)| other.ends_with(word)) || cut <= region.start {
        return None;
    }
    // 截至记者发稿时 sets no clock; 一小时后, alone, is one that was set before.
    let piece = Span::new(region.start, cut).of(text);
    let counts = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百两半几多余约近数个小时分钟秒天日周月年过又的".contains(c);
    if ["截至", "截止"].iter().any(|word| piece.starts_with(word)) || word.ends_with('后') && piece.chars().all(counts) {
        return None;
    }
    // 自…起 begins at 自; 接到…后 at its verb; otherwise the clause's subject belongs to the event.
    if let Some(at) =
        piece.rfind(['自', '从', '從']).filter(|_| word.starts_with('起') || word.ends_with('起') || word == "之日起计" || word == "以来")
    {
        return Some(Span::new(region.start + at, region.end));
    }
    // 将女子拉起 only ends so; 自受理起, 即日起 tell when.
    if word == "起" && !prev(text, cut).is_some_and(|(c, _)| c.is_ascii_digit() || one_of(c, "日时天月年分那刻")) {
        return None;
    }
    if word == "时" || word == "起" {
        // 20时, 3时起 are clock times.
        if matches!(prev(text, cut), Some((c, _)) if c.is_ascii_digit()) {
            return None;
        }
    }
    let verb = tokens.iter().find(|t| t.start >= region.start && t.end <= region.end && t.class & words::TELL != 0);
    Some(match verb {
        // 预警发布后: what nobody receives comes about, and its subject stands before it.
        Some(token) if token.end == cut && !receives(text, token.start) && token.start - region.start <= SUBJECT => region,
        Some(token) => Span::new(happening(text, token, region), region.end),
        None => region,
    })
}

/// The event alone: 接警后快速出击 and 接到报警迅速出动 say besides what was done, 发病到呼救 until when.
pub(super) fn alone(text: &str, event: Span, tokens: &[Token]) -> Span {
    static AT_ONCE: Words = Words::new(&[
        "迅速",
        "立即",
        "火速",
        "马上",
        "第一时间",
        "随即",
        "紧急",
        "连夜",
        "快速",
        "即刻",
        "立刻",
        "赶紧",
        "急忙",
        "按轻重",
        "按照",
    ]);
    let mut at = event.start;
    while at < event.end {
        if let Some(end) = after_mark(text, at, event.end).filter(|_| at > event.start + 3) {
            return Span::new(event.start, end);
        }
        let Some((c, after)) = next(text, at) else { break };
        let stops = at > event.start + 5
            && (AT_ONCE.eat(text, at, c).is_some()
                || matches!(c, '到' | '至') && {
                    let ends = |t: &Token| t.end == at && t.class & (words::TELL | words::HAPPEN) != 0;
                    tokens.iter().any(ends) && tokens.iter().any(|t| t.start == after && t.class & (words::TELL | role::ACT) != 0)
                });
        if stops {
            return trim(text, Span::new(event.start, at));
        }
        at = after;
    }
    event
}

/// The offset behind a 后 at `at` that ends an event and no word of its own: 掌握位置后连夜部署, but not 随后, 后续, 落后.
fn after_mark(text: &str, at: usize, end: usize) -> Option<usize> {
    let (_, stop) = eat_any(text, at, &["之后", "以后", "后"])?;
    let before = prev(text, at).is_some_and(|(c, _)| one_of(c, "此随然最其今先前背落滞事向战善午幕产"));
    let behind = next(text, stop).is_some_and(|(c, _)| one_of(c, "“续来台方期备果勤卫悔座排天面半者遗退院厨盾代世人门")) && stop < end;
    (!before && !behind && stop <= end).then_some(stop)
}

/// Whether it is no report that comes in: 接孩子, 接连.
fn fetches(text: &str, verb: &Token, end: usize) -> bool {
    const NEWS: [&str; 13] = ["调", "报", "警", "诉", "令", "电", "知", "告", "助", "单", "情", "话", "件"];
    // 传来喜讯 tells of an end.
    if eat_any(text, verb.end, &["喜讯", "捷报", "好消息"]).is_some() {
        return true;
    }
    verb.end - verb.start == '接'.len_utf8()
        && next(text, verb.start).is_some_and(|(c, _)| c == '接')
        && !says(text, Span::new(verb.end, end), &NEWS)
}
