//! Triggers that no clause says in so many words: what happened, what was begun, what is told behind.

use super::event::ending;
use super::own::from_to;
use super::{NO_EVENT, SUBJECT, trim, worth_telling};
use crate::text::{Firsts, Span, strip_any};
use crate::time::amount::{Amount, Tail, lead};
use crate::time::role;
use crate::time::script::{clause_start, eat, eat_any, eat_any_back, ends_clause, ends_sentence, next, place_of, prev, says};
use crate::time::words::{self, Token};

/// 水管爆裂,工人两小时内焊好裂口: what happened to nobody in particular, right before a clause with a subject of its own.
pub(super) fn circumstance(text: &str, clause: usize, amount: usize, low: usize, tokens: &mut Vec<Token>) -> Option<Span> {
    let subject = trim(text, Span::new(clause, amount));
    let (mark, before) = prev(text, clause).filter(|_| clause > low)?;
    if mark != ',' || subject.end - subject.start < 6 {
        return None;
    }
    let start = clause_start(text, before, low);
    // A clause that the step before reaches into is that step's.
    if start == low && prev(text, low).is_some_and(|(c, _)| !ends_clause(c)) {
        return None;
    }
    let event = trim(text, Span::new(start, before));
    words::tokens(text, event.start, event.end, tokens);
    let quiet = !tokens.iter().any(|t| t.class & NO_EVENT != 0);
    let opening = eat_any(
        text,
        event.start,
        &[
            "据",
            "截至",
            "截止",
            "为",
            "在",
            "其中",
            "目前",
            "当前",
            "近期",
            "近日",
            "日前",
            "连日来",
            "同时",
            "此外",
            "另外",
            "因",
            "如今",
            "今年",
            "通过",
            "按",
            "根据",
            "对",
            "由",
            "从",
        ],
    );
    let telling = eat_any_back(text, event.end, &["说", "称", "道", "示", "绍", "是", "到", "解", "指出", "认为", "悉", "看"]);
    let told = event.of(text).chars().count() >= 4 && !event.of(text).chars().any(|c| c.is_ascii_digit());
    // 最为关键的信息 is what it is about.
    let comes = tokens.iter().any(|t| t.class & (words::HAPPEN | words::TROUBLE | words::TELL | words::STATE | words::WEATHER) != 0)
        || says(
            text,
            event,
            &["了", "被", "断", "裂", "坏", "堵", "塌", "失", "漏", "倒", "坠", "落", "没", "闸", "燃", "爆", "炸", "撞", "翻", "溢", "淹"],
        );
    (quiet && comes && opening.is_none() && telling.is_none() && told).then_some(event)
}

/// 民警火速展开搜寻,仅用几分钟便找到了她: the clause before says what was begun.
pub(super) fn begun(text: &str, amount: &Amount, amount_start: usize, own_start: usize, low: usize) -> Option<Span> {
    const BEGUN: [&str; 7] = ["展开", "开展", "投入", "上山", "进山", "下水", "出海"];
    const SET_OUT: [&str; 5] = ["出动", "前往", "赶赴", "驰援", "奔赴"];
    let plain = amount.tail == Tail::Plain;
    let took = plain && amount.has(lead::USED | lead::SHORT_OF | lead::ONLY);
    // 出动大批人车抢救,历时两小时: who set out worked so long.
    let worked = plain && eat_any_back(text, amount_start, &["历时", "耗时", "历经"]).is_some();
    let mut end = own_start;
    while let Some((',', before)) = prev(text, end).filter(|_| (took || worked) && end > low) {
        let clause = Span::new(clause_start(text, before, low), before);
        let at = place_of(text, clause, &PLUNGED).or_else(|| place_of(text, clause, &BEGUN));
        if let Some(at) = at.or_else(|| place_of(text, clause, &SET_OUT).filter(|_| worked)) {
            return Some(trim(text, Span::new(at, before)));
        }
        end = clause.start;
    }
    None
}

/// Verbs of going into the water after somebody.
const PLUNGED: [&str; 9] = ["跳入", "跳进", "跳下", "扎入", "扎进", "跃入", "跃进", "冲入", "冲进"];

/// 一头扎进水中,朝落水者游去。20秒后: what was done first, in the sentence that ends at `end`.
pub(super) fn plunged(text: &str, mut end: usize, low: usize) -> Option<Span> {
    while end > low {
        let clause = Span::new(clause_start(text, end, low), end);
        if let Some(at) = place_of(text, clause, &PLUNGED) {
            return Some(trim(text, Span::new(at, end)));
        }
        end = prev(text, clause.start).filter(|(mark, _)| *mark == ',').map_or(low, |(_, before)| before);
    }
    None
}

/// 供水主管爆裂。抢修队20分钟内到场: the sentence before ends with what happened, and this one begins with who came.
pub(super) fn calamity(text: &str, span: Span, own_start: usize, low: usize, tokens: &mut Vec<Token>) -> Option<Span> {
    const REACH: usize = 45;
    let (mark, before) = prev(text, own_start).filter(|_| own_start > low)?;
    if !ends_sentence(mark) || mark == '\n' {
        return None;
    }
    let high = text.floor_char_boundary((span.end + REACH).min(text.len()));
    words::tokens(text, own_start, high, tokens);
    // 燃气泄漏!50分钟内,居民被疏散.
    let alone = own_start + 6 >= span.start;
    let answers = (alone || tokens.iter().any(|t| t.end <= span.start && t.class & words::ACTOR != 0))
        && !tokens.iter().any(|t| t.end <= span.start && t.class & (words::MUST | words::ORDER) != 0)
        && tokens.iter().any(|t| t.start >= span.end && t.class & (words::ARRIVE | words::RESULT) != 0);
    let event = worth_telling(text, Span::new(clause_start(text, before, low), before)).filter(|_| answers)?;
    words::tokens(text, event.start, event.end, tokens);
    let happened = tokens.iter().any(|t| t.class & (words::HAPPEN | words::TROUBLE) != 0);
    // 燃气大面积泄漏 ends with what happened, whosever the gas is.
    let ends = tokens.last().is_some_and(|t| t.class & (words::HAPPEN | words::TROUBLE) != 0);
    let acts = if ends { NO_EVENT & !words::ACTOR } else { NO_EVENT };
    let quiet = !tokens.iter().any(|t| t.class & acts != 0);
    (happened && quiet).then_some(event)
}

/// What set the clock, told behind: 仅用9天就实现从设计到交付, “6分钟!这是从接报到到场的时间”, 两小时内全部到位——这是预警发布后的答卷.
pub(super) fn behind(text: &str, from: usize, block: Span, tokens: &mut Vec<Token>) -> Option<Span> {
    const REACH: usize = 180;
    let reach = |from: usize| text.floor_char_boundary((from + REACH).min(block.end)).max(from);
    // 9分钟,仅用9分钟,从诊断到就绪: what it says again is passed over.
    let again = eat(text, from, ",").filter(|at| eat_any(text, *at, &["仅用", "只用", "仅仅用", "仅仅"]).is_some());
    let from = again.and_then(|at| text.get(at..reach(at))?.find([',', '，']).map(|stop| at + stop)).unwrap_or(from);
    let end = reach(from);
    let piece = &text[from..end];
    let clause_end = |at: usize| piece[at..].find([',', '，', '。', ';', '；', '!', '！', '\n']).map_or(end, |stop| from + at + stop);
    let told = |span: &Span, tokens: &[Token]| {
        tokens.iter().any(|t| t.start >= span.start && t.end <= span.end && t.class & (words::TELL | role::ACT) != 0)
    };
    // 抢修时限自用户报修起算, 计时从患者进门那一刻开始.
    static COUNTING: [&str; 5] = ["起算", "起计", "开始计时", "那一刻", "时开始计"];
    static COUNTED: Firsts = Firsts::of(&COUNTING);
    if let Some(stop) = COUNTED.places(piece).find(|&at| strip_any(&piece[at..], &COUNTING).is_some())
        && let Some((start, mark)) = piece[..stop].rmatch_indices(['自', '从', '從']).next()
        && stop - start <= SUBJECT + mark.len()
    {
        return Some(trim(text, Span::new(from + start + mark.len(), from + stop)));
    }
    if let Some(is) = piece.find("这是").or_else(|| piece.find("這是")) {
        let clause = trim(text, Span::new(from + is + "这是".len(), clause_end(is)));
        words::tokens(text, from, end, tokens);
        return from_to(text, clause).or_else(|| ending(text, clause, tokens)).filter(|span| told(span, tokens));
    }
    // 只用了15分钟,就完成了从接报到冻结的全过程.
    let first = clause_end(0);
    let second =
        next(text, first).filter(|(_, after)| first < from + 6 && *after <= end).map_or(first, |(_, after)| clause_end(after - from));
    let both = Span::new(from, second);
    let found = from_to(text, both)?;
    words::tokens(text, from, end, tokens);
    told(&both, tokens).then_some(found)
}

/// 民警把她扶上警车。十分钟之内,…: whose deed the clause right before tells, where nothing else starts the clock.
pub(super) fn deed_before(text: &str, own_start: usize, low: usize, opens: bool, tokens: &mut Vec<Token>) -> Option<Span> {
    let (mark, before) = prev(text, own_start).filter(|_| own_start > low)?;
    let near = mark == ',' || opens && ends_sentence(mark) && mark != '\n';
    let event = worth_telling(text, Span::new(clause_start(text, before, low), before)).filter(|_| near)?;
    words::tokens(text, event.start, event.end, tokens);
    let has = |class: words::Class| tokens.iter().any(|t| t.class & class != 0);
    // 通过全力排查, 快速反应、缜密侦查 tell how it was done.
    let to_come = eat_any(text, event.start, &["将", "拟", "计划"]).is_some();
    let how = to_come || says(text, event, &["通过", "以", "按", "严格", "全力", "、", "实现"]);
    let done = says(text, event, &["将", "把", "让", "了", "已", "成功", "立即", "随即", "迅速", "决定"]);
    (done && !how && !has(words::MUST | words::CAN | words::NOT | words::PLANNING | words::PROMISE | words::LAW | words::LIMIT))
        .then_some(event)
}
