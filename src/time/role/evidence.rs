//! What several rules ask of a clause: whether it counts, whether it reports, whether the clock has been set.

use super::{ACT, Context, clause_behind};
use crate::text::{HanSet, Span};
use crate::time::numeral;
use crate::time::script::{eat, eat_any, eat_any_back, eat_back, ends_clause, next, one_of, prev, says};
use crate::time::words as w;

/// 收到主办单位回信: what comes in is the answer.
pub(super) fn answers(text: &str, start: usize, end: usize) -> bool {
    let answers = ["回信", "回复", "答复", "回应", "退款", "结果"];
    start <= end && says(text, Span::new(start, end), &answers)
}

/// Whether reports come in within the amount: 接到, 收到 is the first that is said of it.
pub(crate) fn is_told(c: &Context) -> bool {
    let (start, end) = c.predicate();
    let verb = c.find(start, end, w::TELL | ACT | w::HAPPEN);
    verb.is_some_and(|verb| {
        eat_any(c.text, verb.start, &["接到", "接获", "收到", "接报", "打进"]).filter(|(_, after)| *after <= end).is_some_and(
            |(_, after)| {
                let end = clause_behind(c.text, after, end);
                !answers(c.text, after, end)
                    && eat_any(c.text, after, &["后", "之后", "的"]).is_none()
                    && eat_back(c.text, end, "后").is_none()
            },
        )
    })
}

/// What comes about in a part of the text; 昏倒的司机 only says who.
pub(super) fn comes_about<'a>(c: &'a Context, start: usize, end: usize) -> Option<&'a w::Token> {
    let mut found = c.within(start, end).filter(|token| token.class & w::HAPPEN != 0);
    found.find(|token| eat(c.text, token.end, "的").is_none_or(|at| next(c.text, at).is_none_or(|(mark, _)| ends_clause(mark))))
}

/// A clause before that ends with 后: the clock has been started.
pub(crate) fn triggered(c: &Context) -> bool {
    let comma = prev(c.text, c.clause.start).filter(|_| c.clause.start > c.sentence.start).is_some_and(|(mark, _)| mark == ',');
    let mut at = c.clause.start;
    let mut clauses = 0;
    while comma && at > c.sentence.start && clauses < 3 {
        let Some((mark, before)) = prev(c.text, at) else { break };
        if ends_clause(mark) {
            clauses += 1;
            if eat_any_back(c.text, before, &["此后", "随后", "然后", "最后", "今后", "之后又"]).is_none()
                && eat_back(c.text, before, "后").is_some()
            {
                return c.has(c.sentence.start, before, w::TELL | w::HAPPEN | ACT);
            }
        }
        at = before;
    }
    false
}

/// Whether a number stands at `at`, and one of the measures behind it.
pub(super) fn numbered(text: &str, at: usize, measures: &'static str) -> bool {
    numeral::numeral(text, at).and_then(|n| next(text, n.end)).is_some_and(|(measure, _)| one_of(measure, measures))
}

/// 两次, 三度, 连 right behind: it is counted how often.
pub(crate) fn repeats(c: &Context) -> bool {
    let Some((first, at)) = next(c.text, c.predicate().0) else { return false };
    const TIMES: &str = "次度回起";
    let nth = |at: usize| numbered(c.text, at, TIMES);
    let involved =
        eat_any(c.text, c.predicate().0, &["涉及", "涉嫌", "卷入", "牵涉"]).is_some_and(|(_, at)| numbered(c.text, at, "宗起次案"));
    let involved = involved
        || c.text[c.span.end..c.clause.end].find("涉及").is_some_and(|at| numbered(c.text, c.span.end + at + "涉及".len(), "宗起案"));
    involved
        || matches!(first, '连' | '屡')
        || nth(c.predicate().0)
        || first == '第' && nth(at)
        || one_of(first, "一两二三四五六七八九十多数几") && next(c.text, at).is_some_and(|(c, _)| one_of(c, TIMES))
}

/// A large number of things at the end of the clause: 送出奶茶11万杯. People brought to safety are a deed.
pub(crate) fn many(c: &Context, start: usize, end: usize) -> bool {
    let end = if c.closes() { c.clauses(start, end, 1) } else { end };
    static MEASURES: HanSet = HanSet::new("杯份盒单件票张台辆本套部只瓶条次元株枚袋箱碗");
    let Some((measure, mut at)) = prev(c.text, end).filter(|(measure, _)| MEASURES.has(*measure) && end > start) else {
        return false;
    };
    let (mut digits, mut large) = (0, measure == '元');
    while let Some((digit, before)) = prev(c.text, at).filter(|_| at > start) {
        match digit {
            '万' | '亿' | '千' | '百' => large = true,
            '0'..='9' => digits += 1,
            '.' | '余' | '多' | ',' => {}
            _ if numeral::han_digit(digit).is_some() => {}
            _ => break,
        }
        at = before;
    }
    at < end && (large || digits >= 3)
}

/// A tally behind its noun, at the end of the clause: 破获案件23起, 抓获31人.
pub(crate) fn tallied(c: &Context, start: usize, end: usize) -> bool {
    let Some((measure, before)) = prev(c.text, end) else { return false };
    let number = matches!(
        measure,
        '起' | '件'
            | '宗'
            | '辆'
            | '艘'
            | '架'
            | '枚'
            | '人'
            | '名'
            | '次'
            | '例'
            | '吨'
            | '只'
            | '台'
            | '处'
            | '家'
            | '部'
            | '个'
            | '案'
    ) && prev(c.text, before)
        .is_some_and(|(digit, _)| digit.is_ascii_digit() || matches!(digit, '十' | '百' | '千' | '余' | '多' | '万'));
    number && before > start
}
