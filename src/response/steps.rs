//! Steps: what is done within N of a trigger, by whom, with how much, and whether it is done or demanded.

use crate::report::{Role, Status, Time};
use crate::text::{HanSet, Span, strip_any_end};
use crate::time::amount::{Amount, Tail, Unit, lead};
use crate::time::role::{self, ACT};
use crate::time::script::{before_ideographs, clause_start, eat_any, eat_any_back, ends_clause, next, past_ideographs, prev};
use crate::time::words::{self as w, Token};

/// How far a statement reaches, in bytes.
const REACH: usize = 600;

/// The clause that says what is done: behind the amount up to the semicolon, the sentence's end or the next step; with its subject
/// where that stands before the amount.
pub(crate) fn statement(text: &str, span: Span, block: Span, trigger: Option<Span>, next_step: usize, floor: usize) -> Span {
    let mut end = span.end;
    let stop = up(text, (span.end + REACH).min(block.end).min(next_step.max(span.end)));
    while end < stop {
        match next(text, end) {
            Some((c, after)) if !matches!(c, ';' | '。' | '!' | '?' | '\n' | '\r') => end = past_ideographs(text, after, stop),
            _ => break,
        }
    }
    // A step that begins inside this chain takes its clause with it.
    if end == next_step && next_step < block.end {
        while end > span.end {
            match prev(text, end) {
                Some((c, _)) if ends_clause(c) => break,
                Some((_, before)) => end = before_ideographs(text, before, span.end),
                None => break,
            }
        }
        if end <= span.end {
            end = next_step;
        }
    }
    // 1天时间,民警追回了电动车.
    let told = eat_any(text, span.end, &["的时间", "时间", "的工夫", "工夫"]).map_or(span.end, |(_, at)| at.min(end));
    let behind = tidy(text, Span::new(told, end));
    let start = clause_start(text, span.start, floor.max(block.start));
    let subject = tidy(text, Span::new(start, span.start));
    let own_trigger = trigger.is_some_and(|trigger| trigger.start < subject.end && trigger.end > subject.start);
    if behind.start >= behind.end {
        // The clause ends with the amount: what is done stands before it.
        return tidy(text, Span::new(start, span.end));
    }
    // 6小时完成采样、24小时完成检测: what stands before is the step before.
    let listed = start == floor && floor > block.start && eat_any_back(text, span.start, &["、"]).is_some();
    let comma = matches!(next(text, span.end), Some((',' | ' ', _)));
    if own_trigger || comma || listed || subject.start >= subject.end {
        return behind;
    }
    Span::new(subject.start, behind.end)
}

/// Without white space and punctuation at both ends, and without the 在 that belongs to the amount.
fn tidy(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let end =
        span.start + piece.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '、' | '在' | '于')).len();
    let piece = &text[span.start..end];
    let start = end
        - piece
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '、' | ':' | '：' | '”' | ')' | '）'))
            .len();
    Span::new(start, end)
}

fn up(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Done or demanded: what was achieved is done; of a deadline, limits, modal verbs and rules demand, unless the text says 了 or 已.
/// `before` is where the step before it ends, if that is demanded.
pub(crate) fn status(
    text: &str,
    item: &Time,
    amount: &Amount,
    statement: Span,
    sentence: Span,
    before: Option<usize>,
    tokens: &[Token],
) -> Status {
    const LIMITS: &[&str] = &["limit", "target", "ruled", "promised", "workdays", "given", "duty-missed", "tests-after-coming"];
    let span = item.span;
    if item.role == Role::Elapsed {
        return Status::Done;
    }
    if LIMITS.contains(&item.reason) {
        return Status::Required;
    }
    let clause = role::clause(text, span, sentence);
    let workdays = amount.unit() == Unit::Workday;
    let has = |start: usize, end: usize, class: w::Class| tokens.iter().any(|t| t.start >= start && t.end <= end && t.class & class != 0);
    let act = tokens.iter().find(|t| t.start >= span.end && t.class & ACT != 0).map_or(statement.end, |t| t.start);
    let will = eat_any_back(text, span.start, &["会在", "将在", "会于", "将于", "会", "将"]).is_some();
    let asked = will || has(clause.start, act.max(span.end), w::MUST | w::PROMISE | w::CAN | w::PLANNING);
    // 逐户通知, 启动机制, 连夜部署 are deeds, and order nobody.
    let orders = |t: &&Token| {
        t.end <= clause.start
            && t.class & (w::LAW | w::COND | w::ORDER | w::MUST) != 0
            && eat_any(text, t.start, &["通知", "机制", "制度", "部署", "目标", "提出", "标准"]).is_none_or(|(_, end)| end < t.end)
    };
    let ruled = tokens.iter().find(orders).is_some()
        || has(clause.start, span.start, w::COND)
        || workdays
        || before.is_some_and(|end| end >= sentence.start);
    let used = amount.has(lead::USED) || amount.tail == Tail::After;
    let done = used || has(span.end, statement.end, w::DONE);
    if asked && !used || ruled && !done { Status::Required } else { Status::Done }
}

/// Who acts: what stands before the verb and its adverbs, without 由.
pub(crate) fn actor(text: &str, span: Span, statement: Span, tokens: &[Token]) -> Option<Span> {
    let from = if statement.start < span.start { statement.start } else { statement.start.max(span.end) };
    let to = if statement.start < span.start { span.start } else { statement.end };
    let mut end = from;
    static LIGHT: HanSet = HanSet::new("将把被在对向就便即才已均全于从与会通");
    // Who acts is said in a few words.
    for _ in 0..42 {
        let Some((c, after)) = next(text, end).filter(|_| end < to) else { break };
        if ends_clause(c) || LIGHT.has(c) || stops(text, tokens, end) {
            break;
        }
        end = after;
    }
    let span = tidy(text, Span::new(from, end));
    let actor = |t: &&Token| t.start >= span.start && t.end <= statement.end && t.class & w::ACTOR != 0;
    // 就被警方全部抓获: the agent stands behind 被.
    if let Some(agent) = tokens.iter().find(actor).filter(|t| prev(text, t.start).is_some_and(|(c, _)| c == '被')) {
        return Some(Span::new(agent.start, agent.end));
    }
    let named = tokens.iter().any(|t| t.end <= span.end && actor(&t))
        || span.of(text).ends_with(|c| "组队隊员員局院所站部厅廳警社司校".contains(c));
    let piece = span.of(text);
    let bare = piece.strip_prefix('由').unwrap_or(piece).trim_start();
    let start = span.end - bare.len();
    // 民警用了3小时找到.
    let bare = strip_any_end(bare.trim_end(), &["只用了", "仅用了", "用了", "花了", "共用"]).unwrap_or(bare).trim_end();
    (named && !bare.is_empty() && bare.chars().count() <= 40).then(|| Span::new(start, start + bare.len()))
}

/// Whether the verb or what leads to it begins at `at`. 流调溯源组, 救援队: there the act is part of the name.
fn stops(text: &str, tokens: &[Token], at: usize) -> bool {
    let Ok(i) = tokens.binary_search_by_key(&at, |t| t.start) else { return false };
    let class = tokens[i].class;
    if class & (ACT & !w::ACTOR | w::MUST | w::PROMISE | w::CAN | w::DONE) == 0 || class & w::ACTOR != 0 {
        return false;
    }
    let mut end = at;
    for token in &tokens[i..] {
        if token.start != end {
            break;
        }
        end = token.end;
    }
    eat_any(text, end, &["组", "队", "中心", "人员", "员", "科", "部", "站", "专班"]).is_none()
}
