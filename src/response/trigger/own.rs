//! The trigger in the clause's own beginning: 接到报警后, 从发案到抓获, 抵京.

use super::event::{alone, ending};
use super::{SUBJECT, happening, receives, trim};
use crate::text::{Firsts, Span};
use crate::time::amount::{Amount, Tail, lead};
use crate::time::role;
use crate::time::script::{clause_start, eat, eat_any, eat_any_back, ends_clause, next, one_of, prev};
use crate::time::words::{self, Token};

/// The trigger in the clause's own beginning: 接到报警后, 从发案到抓获, 处置完毕后, 抵京.
/// `rest` says that the step before says in the clause what it did.
pub(super) fn own(text: &str, region: Span, amount: &Amount, closes: bool, rest: bool, tokens: &[Token]) -> Option<Span> {
    let whole = region;
    // 园林局将在雨停后2小时内: the event stands behind 在.
    let region = after_in(text, trim(text, region));
    if region.start >= region.end {
        return None;
    }
    if let Some(found) = from_to(text, region).or_else(|| from_before(text, region)).or_else(|| since(text, region, amount, closes)) {
        return Some(found);
    }
    // 入院至溶栓的时间为41分钟.
    let course = eat_any_back(text, region.end, &["的时间", "时间", "的时间为", "时间为", "的时间是"]).is_some();
    if let Some(found) = until(text, region).filter(|_| course) {
        return Some(trim(text, found));
    }
    // 本网确认后将在48小时内移除.
    let will = eat_any_back(text, region.end, &["将会", "将", "会", "须", "应", "再", "便", "就", "一般为", "一般", "通常为", "通常"])
        .map_or(region.end, |(_, at)| at.max(region.start));
    let found = ending(text, region, tokens).or_else(|| ending(text, trim(text, Span::new(region.start, will)), tokens));
    if found.is_some() {
        return found;
    }
    // 1分钟接单、5分钟出车: what the step before did.
    if rest && eat_any_back(text, whole.end, &["、"]).is_some() {
        return None;
    }
    let inside = |class| tokens.iter().find(move |t| t.start >= region.start && t.end <= region.end && t.class & class != 0);
    // 其他警情为3分钟 only names what the amount is for.
    if eat_any_back(text, whole.end, &["为", "是"]).is_some() {
        return None;
    }
    // 有人谎称有炸弹,随即在4小时内被捕.
    if let Some((_, at)) = eat_any_back(text, region.end, &["随即", "旋即"]).filter(|(_, at)| *at >= region.start + 12) {
        return Some(trim(text, Span::new(region.start, at)));
    }
    // 业者须于文到7日内改善.
    if let Some((paper, at)) = eat_any_back(text, region.end, &["文到", "函到"]) {
        return Some(Span::new(at, at + paper.len()));
    }
    // 到达无锡共用了6个小时 tells what was done in it.
    let took = eat_any_back(text, whole.end, &["用了", "花了", "用时", "耗时", "历时", "费时"]).is_some();
    let done = |t: &&Token| took && t.class & role::ACT != 0;
    if let Some(token) = inside(words::TELL).filter(|t| !names(text, region, whole.end, t) && !done(t)) {
        // 发现险情必须半小时内上报: what must be done is said of the amount.
        let mut end = region.end;
        while let Some((_, before)) =
            eat_any_back(text, end, &["必须", "务必", "应当", "须", "应", "要", "立即"]).filter(|(_, at)| *at > token.end)
        {
            end = before;
        }
        let start = happening(text, token, Span::new(region.start, end));
        return Some(alone(text, trim(text, Span::new(start, end)), tokens));
    }
    // 入住酒店24小时内.
    const BEGINS: [&str; 9] = ["入住", "入职", "入学", "离开", "购买", "收货", "签约", "返岗", "成交"];
    let someone = eat_any_back(text, region.end, &["人员", "新生", "方", "者", "人", "应", "须", "员"]).is_some();
    if amount.tail == Tail::Within && !someone && region.end - region.start <= SUBJECT && eat_any(text, region.start, &BEGINS).is_some() {
        return Some(region);
    }
    // 抵渝24小时内: coming there starts it.
    let comes = amount.tail == Tail::Within && !someone && region.end - region.start <= 12;
    if comes && eat_any(text, region.start, &["抵", "返", "入", "来"]).is_some_and(|(_, after)| after < region.end) {
        return Some(region);
    }
    let verb = inside(words::TELL | role::ACT | words::HAPPEN | words::STATE).is_some();
    // 主管网泄漏8小时修复: the clause begins with what happened; 老人被骗的28万元 names what it was done to.
    let happens = inside(words::HAPPEN).is_some_and(|token| eat(text, token.end, "的").is_none());
    // 供电故障40分钟内到场: what broke is all the clause names.
    let broken = [
        "故障", "火灾", "火警", "火情", "事故", "险情", "爆管", "泄漏", "泄露", "塌方", "停电", "停水", "停气", "停热", "停止", "骤停",
        "停跳",
    ];
    // 小故障 is a kind of them.
    let kind = eat_any(text, region.start, &["一般", "小", "大", "普通", "复杂", "简单", "其他", "重大", "较大", "轻微"]).is_some();
    let quiet = inside(role::ACT | words::ACTOR | words::MUST | words::NOT).is_none() && amount.tail == Tail::Within && !kind;
    if quiet && region.end - region.start <= SUBJECT && eat_any_back(text, region.end, &broken).is_some() && whole.end == region.end {
        return Some(region);
    }
    let happened = happens && inside(words::ACTOR | words::TAKE).is_none();
    if happened && amount.tail != Tail::After && !closes && region.end - region.start >= 12 {
        return Some(region);
    }
    // 摩托车被偷了才4个小时就找了回来.
    let soon = eat_any_back(text, region.end, &["了才", "了仅", "了还", "了"]).filter(|(_, at)| *at >= region.start + 9);
    let filled = inside(words::TAKE | words::FILL | words::STATE | words::ACTOR).is_some();
    if let Some((_, at)) = soon.filter(|_| amount.tail == Tail::Plain && !closes && !filled) {
        return Some(Span::new(region.start, at + '了'.len_utf8()));
    }
    // 在被困117小时后.
    let caught = ["被困", "受困", "被埋", "走失", "落水", "溺水", "迷路", "遇险", "失联"];
    let verb = verb || eat_any_back(text, region.end, &caught).is_some();
    let long = region.end - region.start >= if verb { 6 } else { 12 };
    // 该团伙来到武汉不到8个小时,…: the clause tells the event; 涉水行进10分钟后.
    // 13名矿工在80小时后获救: 在 parts the subject from the amount.
    let subject = !verb
        && (eat_any_back(text, whole.end, &["在", "于", "直到", "直至", "一直到"]).is_some()
            || tokens.iter().any(|t| t.end == region.end && t.class & words::ACTOR != 0));
    // 巡逻车两分钟后停到门口: a name is no event.
    let name = region.end - region.start <= 18
        && eat_any_back(text, region.end, &["车", "船", "艇", "队", "组", "员", "机", "警", "人"]).is_some();
    let subject = subject || name && whole.end == region.end;
    let event = (amount.has(lead::SHORT_OF | lead::ONLY) && !amount.has(lead::USED) && closes && verb || amount.tail == Tail::After)
        && !subject
        && inside(words::TAKE).is_none();
    (event && long).then_some(region)
}

/// Whether a word of telling names somebody or something, in a clause that the amount at `amount` ends: 对一般性投诉当日答复 says to what,
/// 投诉或咨询需3日内回复 of what, 检测机构须 and 申请人应 who acts.
fn names(text: &str, region: Span, amount: usize, told: &Token) -> bool {
    if told.end == region.end && !receives(text, told.start) && eat_any(text, region.start, &["对", "针对", "有关"]).is_some() {
        return true;
    }
    let kinds = eat_any(text, told.start, &["投诉", "举报", "求助", "申请", "组织"]).is_some();
    if kinds && eat_any(text, told.end, &["或", "及", "和", "与", "必须", "须", "应", "将", "会"]).is_some() {
        return true;
    }
    // 付完款的3天之内.
    if eat(text, told.end, "的").is_some_and(|end| end == amount) {
        return false;
    }
    const BEHIND: [&str; 18] = [
        "机构", "人员", "部门", "中心", "单位", "机关", "人", "员", "者", "材料", "表", "事项", "时间", "时限", "证件", "证", "手续", "的",
    ];
    eat_any(text, told.end, &BEHIND).is_some()
}

/// The region behind 将在, 须在 and their like.
fn after_in(text: &str, region: Span) -> Span {
    const IN: [&str; 14] = ["并在", "并于", "将在", "将于", "须在", "须于", "应在", "应于", "要在", "会在", "將在", "應在", "須在", "應於"];
    let piece = region.of(text);
    let at = IN.iter().filter_map(|word| piece.rfind(word).map(|at| at + word.len())).max();
    at.filter(|at| *at + 6 <= piece.len()).map_or(region, |at| trim(text, Span::new(region.start + at, region.end)))
}

/// 从发案到抓获嫌疑人: from what, to what.
pub(super) fn from_to(text: &str, region: Span) -> Option<Span> {
    let piece = region.of(text);
    static FROM: Firsts = Firsts::new("从從自");
    let from = FROM.places(piece).find(|&at| piece[at..].starts_with(['从', '從', '自']))?;
    until(text, Span::new(region.start + from + '从'.len_utf8(), region.end))
}

/// 患者进门到血管再通: what stands before 到.
pub(super) fn until(text: &str, region: Span) -> Option<Span> {
    let start = region.start;
    let mut at = start;
    while at < region.end {
        let (c, after) = next(text, at)?;
        // 从桂林到达无锡 is a way; 从接到举报到止付 has no 报到 in it.
        let parts = match prev(text, at) {
            Some(('报', _)) => next(text, after).is_some_and(|(c, _)| !ends_clause(c) && !one_of(c, "处时后")),
            Some(('接' | '收' | '达' | '受' | '得' | '遇' | '找' | '送' | '运' | '赶' | '开' | '驶' | '飞', _)) => false,
            _ => true,
        };
        if c == '到' && at > start && !matches!(next(text, after), Some(('达', _))) && parts || c == '至' && at > start {
            return (after < region.end).then_some(Span::new(start, at));
        }
        at = after;
    }
    None
}

/// 此时距离嫌疑人逃跑时间尚不足48小时: since what.
fn since(text: &str, region: Span, amount: &Amount, closes: bool) -> Option<Span> {
    let now = eat_any(text, region.start, &["而此时", "此时", "这时", "此刻", "当时", "现在"]).map_or(region.start, |(_, after)| after);
    let now = eat(text, now, ",").unwrap_or(now);
    let (word, start) = eat_any(text, now, &["距离", "距", "离"]).filter(|(_, start)| *start < region.end)?;
    let another = word == "离" && next(text, start).is_some_and(|(c, _)| one_of(c, "开家岛职婚世别岗场线"));
    // 距离发病31分钟后; 离报警不到一小时.
    if another || !(closes && amount.tail == Tail::Plain || amount.tail == Tail::After && word != "离") {
        return None;
    }
    let mut end = region.end;
    while let Some((_, before)) = eat_any_back(text, end, &["的时间", "时间", "尚", "还", "已", "也", "才", "仅", "仅仅", "只", "过了"])
    {
        end = before;
    }
    (end > start + 3).then(|| trim(text, Span::new(start, end)))
}

/// 从民警跑到现场,到众人将她拉起,仅用了10秒: the clause before says from what.
pub(super) fn from_before(text: &str, region: Span) -> Option<Span> {
    let (mark, end) = prev(text, region.start).filter(|_| eat_any(text, region.start, &["到", "至", "直到", "直至"]).is_some())?;
    let start = clause_start(text, end, text.floor_char_boundary(end.saturating_sub(90)));
    let (from, word) = text[start..end].rmatch_indices(['从', '從', '自']).next().filter(|_| mark == ',')?;
    let from = start + from + word.len();
    (from + 3 < end).then(|| trim(text, Span::new(from, end)))
}
