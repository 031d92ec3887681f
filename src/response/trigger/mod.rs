//! Triggers: the events a clock starts at, 接到…报告, 发现疫情, 事发后, 自受理之日起.

mod event;
mod own;
mod told;
mod walk;

use crate::text::Span;
use crate::time::amount::Amount;
use crate::time::script::{before_ideographs, clause_start, eat_any, eat_any_back, ends_sentence, next, one_of, prev, says};
use crate::time::words::{self, Token};
use own::{from_to, own};
use told::{begun, behind, calamity, circumstance, deed_before};
use walk::{Seen, Walk};

/// How far before a step its trigger is looked for, in bytes.
const REACH: usize = 700;

/// Words of a clause in which somebody acts, orders or supposes.
const NO_EVENT: words::Class = words::ACTOR
    | words::ORDER
    | words::PROMISE
    | words::MUST
    | words::CAN
    | words::PLANNING
    | words::REPLY
    | words::RESULT
    | words::ARRIVE
    | words::LAW
    | words::COND
    | words::NOT
    | words::LIMIT
    | words::TAKE;

/// How a step came to its trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// In the step's own clause.
    Own(Span),
    /// In a clause before, nearer than any other step.
    Before(Span),
    /// None of its own: that of the step before, if the text carries on.
    Inherit,
    /// None at all.
    None,
}

/// Looks for the trigger of the step at `span`; `floor` is where the step before it in the paragraph ends, if there is one.
pub(crate) fn origin(
    text: &str,
    span: Span,
    amount: &Amount,
    block: Span,
    sentence: Span,
    floor: Option<usize>,
    tokens: &mut Vec<Token>,
) -> Origin {
    let low = text.floor_char_boundary(span.start.saturating_sub(REACH)).max(block.start);
    let clause = clause_start(text, span.start, low);
    let own_start = clause.max(floor.unwrap_or(low));
    let lead_in = Span::new(own_start, span.start);
    // 其中最快的中队仅用7分钟: one of those told of before.
    if floor.is_some() && eat_any(text, own_start, &["其中"]).is_some() && from_to(text, lead_in).is_none() {
        return Origin::Inherit;
    }
    // 整个过程仅用25秒 counts from where the steps before do.
    let whole = closes_clause(text, span.end) && eat_any_back(text, span.start, WHOLE).is_some();
    if whole && floor.is_some() {
        // 从接警到止付,整个过程仅用了18分钟.
        let before = prev(text, own_start).filter(|(mark, at)| *mark == ',' && *at > low);
        let said = before.and_then(|(_, at)| from_to(text, Span::new(clause_start(text, at, low), at)));
        return said.map_or(Origin::Inherit, |found| Origin::Before(trim(text, found)));
    }
    words::tokens(text, own_start, span.start, tokens);
    if let Some(found) = own(text, lead_in, amount, closes_clause(text, span.end), clause < own_start, tokens) {
        return Origin::Own(found);
    }
    // Clauses before, nearest first, as far as the step before: what was received, or an event with 后; then whatever was told.
    let stop = floor.unwrap_or(low).max(low);
    let here = sentence_start(text, span.start, low).max(stop);
    let begun = begun(text, amount, span.start, own_start, here);
    let until = walk::clock(text, Span::new(span.end, sentence.end.max(span.end))).map(|(minute, _)| minute);
    let after = Span::new(span.end, text.floor_char_boundary((span.end + 60).min(block.end)).max(span.end));
    let outcome = walk::Outcome::of(text, amount, after);
    let mut walk = Walk { text, amount, own_start, stop, floor, begun, outcome, whole, until, seen: Seen::default() };
    if let Some(found) = walk.back(tokens) {
        return found;
    }
    let told = walk
        .likeliest()
        .or_else(|| circumstance(text, own_start, span.start, here, tokens))
        .or_else(|| behind(text, span.end, block, tokens))
        .or(begun)
        .or_else(|| floor.is_none().then(|| calamity(text, span, own_start, low, tokens)).flatten());
    if let Some(found) = told {
        return Origin::Before(found);
    }
    let same = floor.is_some_and(|floor| floor >= sentence.start);
    let carries_on = same || floor.is_some() && (opens(text, span) || of_a_call(text, lead_in));
    if carries_on {
        return Origin::Inherit;
    }
    deed_before(text, own_start, stop, opens(text, span), tokens).map_or(Origin::None, Origin::Before)
}

/// What an amount is of that took a whole response.
const WHOLE: &[&str] = &["整个过程", "全过程", "全程", "全流程", "整个流程"];

/// Whether a clause ends at `at`.
fn closes_clause(text: &str, at: usize) -> bool {
    matches!(next(text, at), None | Some((',' | '。' | ';' | ' ', _)))
}

/// 涉及水电的诉求应在: whose matter goes on to be told of.
fn of_a_call(text: &str, lead_in: Span) -> bool {
    says(text, lead_in, &["诉求", "投诉", "举报", "来电", "工单", "警情", "报修"])
}

/// Whether nothing but punctuation, 在 and 直到 stands between the last sentence end and the step.
fn opens(text: &str, span: Span) -> bool {
    // 紧接着,在5小时内: it goes on.
    const GOES_ON: [&str; 9] = ["紧接着", "随后", "接着", "然后", "之后", "此后", "最终", "就这样", "最后"];
    let start = eat_any_back(text, span.start, &["在", "于", "直到", "直至"]).map_or(span.start, |(_, at)| at);
    let start = prev(text, start)
        .filter(|(mark, _)| *mark == ',')
        .map_or(start, |(_, before)| eat_any_back(text, before, &GOES_ON).map_or(start, |(_, at)| at));
    let mut at = start;
    while let Some((c, before)) = prev(text, at) {
        if c != '在' && c != ' ' {
            return ends_sentence(c) || c == ';';
        }
        at = before;
    }
    true
}

/// The start of the sentence that ends at `at`, not before `low`.
fn sentence_start(text: &str, at: usize, low: usize) -> usize {
    let mut start = at;
    while let Some((c, before)) = prev(text, start).filter(|_| start > low) {
        if ends_sentence(c) {
            break;
        }
        start = before_ideographs(text, before, low);
    }
    start.max(low)
}

/// Whether a clause tells something: 家长则质疑, 幸运的是 only lead to what is told.
fn tells(text: &str, clause: Span) -> bool {
    const LEADING: &[&str] = &[
        "是",
        "说",
        "称",
        "表示",
        "介绍",
        "质疑",
        "认为",
        "指出",
        "透露",
        "坦言",
        "回忆",
        "据悉",
        "强调",
        "看来",
        "提醒",
        "可惜",
        "过去了",
        "前",
        "说道",
        "问道",
        "答道",
        "写道",
        "喊道",
        "讲道",
        "笑道",
        "叹道",
        "女士",
        "先生",
    ];
    let clause = trim(text, clause);
    // 交警凭着蛛丝马迹 tells by what.
    if says(text, clause, &["凭着", "凭借"]) {
        return false;
    }
    // 记者听到了爆裂声 is no deed of those who came; 记者把情况反映给城管 is.
    let looks = eat_any(text, clause.start, &["记者"]).is_some_and(|(_, after)| {
        eat_any(text, after, &["看到", "听到", "发现", "了解到", "注意到", "见到", "采访", "在现场", "获悉", "从"]).is_some()
    });
    !looks
        && eat_any_back(text, clause.end, LEADING).is_none()
        && eat_any(
            text,
            clause.start,
            &["据", "为", "截至", "截止", "随着", "由于", "因为", "虽然", "尽管", "根据", "按照", "依照", "应该", "可能", "疑似"],
        )
        .is_none()
}

/// A clause, where it says enough to be a trigger.
fn worth_telling(text: &str, clause: Span) -> Option<Span> {
    Some(trim(text, clause)).filter(|event| event.len() >= LEAST && tells(text, clause))
}

/// A trigger of fewer bytes names nothing.
const LEAST: usize = 12;

/// How far a subject stands before its verb, in bytes.
const SUBJECT: usize = 36;

/// Whether a verb of telling takes what somebody else tells: 接到, 收到, 获悉.
fn receives(text: &str, verb: usize) -> bool {
    next(text, verb).is_some_and(|(c, _)| one_of(c, "接收获闻知得听"))
}

/// Where an event told by `verb` begins: with what happens where that stands before it (地震发生后), else with the verb (发生地震后, 接到报警后).
fn happening(text: &str, verb: &Token, clause: Span) -> usize {
    const AT_ONCE: [&str; 6] = ["发出", "发生后", "发生以后", "发生之后", "发生时", "爆发后"];
    const BY_ITSELF: [&str; 5] = ["响起", "发生", "发布", "爆发", "下达"];
    let whole = eat_any(text, verb.start, &AT_ONCE).is_some() || verb.end == clause.end && eat_any(text, verb.start, &BY_ITSELF).is_some();
    if whole && verb.start - clause.start <= SUBJECT { clause.start } else { verb.start }
}

/// Without white space, quotes and light words at both ends.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let (mut start, mut end) = (span.start, span.end);
    while start < end {
        match next(text, start) {
            // 当前, 当天 are words of their own.
            Some(('当', after)) if matches!(next(text, after), Some(('前' | '天' | '日' | '晚' | '地' | '时' | '场' | '局' | '事', _))) =>
            {
                break;
            }
            Some((c, after)) if c.is_whitespace() || matches!(c, ',' | ';' | '在' | '当' | '、' | ':' | '”' | ')') => start = after,
            // What the quote holds goes on behind the event.
            Some(('“', after)) if !text[after..end].contains('”') => start = after,
            _ => break,
        }
    }
    while start < end {
        match prev(text, end) {
            // 生命安全, 公共, 冷却 are words of their own.
            Some(('全' | '共' | '就' | '却', before))
                if prev(text, before).is_some_and(|(c, _)| one_of(c, "安完健齐周保公成造冷退忘推")) =>
            {
                break;
            }
            Some((c, before))
                if c.is_whitespace() || matches!(c, ',' | ';' | '在' | '的' | '于' | '、' | '仅' | '就' | '却' | '最' | '共' | '全') =>
            {
                end = before;
            }
            _ => break,
        }
    }
    Span::new(start, end)
}
