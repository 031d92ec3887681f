//! How long a paper holds: 48小时核酸证明.

use super::{ACT, Context, Verdict};
use crate::report::Role;
use crate::time::amount::{Tail, Unit, lead};
use crate::time::script::{eat, eat_any, gap, is_han, next, says};
use crate::time::words as w;

/// 48小时核酸检测证明, 24小时内核酸阴性报告, 有效期3天: how long a paper holds.
pub(super) fn validity(c: &Context) -> Option<Verdict> {
    // 间隔24小时核酸检测阴性 says how far apart they are.
    if matches!(c.amount.tail, Tail::After | Tail::Since) || c.amount.has(lead::APART) {
        return None;
    }
    // 驾驶证有效期满前九十日内申请换证: not how long it holds, but when to ask for another.
    if c.reads_before(&["期满", "届满", "到期", "满前", "期满前", "届满前", "到期前"]) && c.governed(w::MUST | w::CAN) {
        return Some((Role::LegalTerm, "before-expiry"));
    }
    if c.right_before(w::PAPER, 2).is_some_and(|token| c.text[token.start..token.end].contains("有效"))
        || c.reads(&["有效"]) && !c.reads(&["有效应", "有效运", "有效控", "有效处", "有效救", "有效治"])
        || c.reads(&["保修", "保换", "包换", "包退", "质保"])
    {
        return Some((Role::Validity, "valid-for"));
    }
    if c.reads_before(&[
        "保质期",
        "质保期",
        "保修期",
        "质保",
        "保修",
        "保险期限为",
        "保险期限通常为",
        "保险期间为",
        "保险期为",
        "保障期为",
        "有效期限",
        "效期是否",
        "有效期是否",
        "效期须",
        "效期",
        "效期为",
        "有效期",
        "有效期为",
        "有效期至",
        "有效期是",
    ]) {
        return Some((Role::Validity, "valid-for"));
    }
    // 所持车票5日内可到各站办理.
    let ticket = says(c.text, c.lead_in(), &["车票", "票务", "门票"]);
    if ticket && c.amount.tail == Tail::Within && c.amount.unit() >= Unit::Day && c.next_to(w::CAN, 1).is_some() {
        return Some((Role::Validity, "valid-for"));
    }
    // 定期票可延长使用2天.
    if c.amount.tail == Tail::Plain && c.reads_before(&["延长使用", "顺延使用", "续用"]) {
        return Some((Role::Validity, "valid-for"));
    }
    // 一张为期两年的健身卡.
    let card = |at: usize| {
        (0..4).try_fold(at, |at, _| match next(c.text, at) {
            Some(('卡', after)) => Err(next(c.text, after).is_none_or(|(ch, _)| !is_han(ch))),
            Some((ch, after)) if is_han(ch) => Ok(after),
            _ => Err(false),
        })
    };
    if c.amount.unit() >= Unit::Month
        && c.reads_before(&["为期", "期限"])
        && eat(c.text, c.span.end, "的").is_some_and(|at| card(at) == Err(true))
    {
        return Some((Role::Validity, "valid-for"));
    }
    // 签证有效期一般为1个月.
    let held = c.before(w::PAPER)
        && c.within(c.clause.start.max(c.floor), c.span.start).any(|token| {
            let word = &c.text[token.start..token.end];
            token.class & w::PAPER != 0 && (word.ends_with("有效期") || word.ends_with("有效"))
        });
    // 质保期由一年延长到三年.
    let term = || {
        let before = c.leading();
        before.contains('期') && ["质保期", "保修期", "有效期", "保质期", "質保期", "保質期"].iter().any(|word| before.contains(word))
    };
    if c.amount.tail == Tail::Plain && c.amount.unit() >= Unit::Day && !c.after(ACT & !w::HANDLING) && term() {
        return Some((Role::Validity, "valid-for"));
    }
    // 查验核酸证明由48小时调整为72小时.
    let others = ["办", "签发", "审批", "时限", "期限", "频次", "间隔", "上报", "时间"];
    let to = ["调整为", "延长至", "延长到", "缩短至", "缩短为", "改为", "变为"];
    let changed = c.governed(w::PAPER)
        && (c.reads_before(&to) || c.reads(&to) && c.reads_before(&["由", "从", "自"]))
        && !says(c.text, c.lead_in(), &others);
    if changed && c.amount.tail == Tail::Plain && c.amount.unit() >= Unit::Hour {
        return Some((Role::Validity, "valid-for"));
    }
    if held && c.closes() && c.amount.tail == Tail::Plain && c.reads_before(&["为", "是", "有", "仅", "达"]) {
        return Some((Role::Validity, "valid-for"));
    }
    // 实行24小时核酸检测: it is open round the clock.
    let open = c.all_day() && c.amount.tail == Tail::Plain;
    if open && c.reads(&["核酸检测", "核酸采样"]) && c.reads_before(&["实行", "开设", "提供", "开展", "实施", "开放"]) {
        return Some((Role::Rate, "round-the-clock"));
    }
    if let Some(end) = paper_behind(c) {
        // 持核酸证明可安排出行: what one may do with it.
        let allows = eat_any(c.text, end, &["可", "即可", "方可", "才能", "才可", "后"]).is_some();
        let act = c.find(end, c.clause.end, w::FINISH);
        if allows || act.is_none_or(|act| act.start > end + 12) {
            return Some((Role::Validity, "paper-behind"));
        }
    }
    // 持48小时内1次核酸阴性证明: what is shown.
    if c.amount.tail == Tail::Within && c.next_to(w::PAPER, 12).is_some() && !c.after(ACT & !w::REPLY) && shown(c) {
        return Some((Role::Validity, "paper-shown"));
    }
    // 到韶关前7天内做一次核酸检测: asked of those who come.
    let asked = c.amount.has(lead::PRE) && c.amount.tail == Tail::Within && c.next_to(w::PAPER, 9).is_some();
    asked.then_some((Role::Validity, "test-before-coming"))
}

/// 持, 凭, 出示 right before the amount.
fn shown(c: &Context) -> bool {
    c.reads_before(&["持", "持有", "须持", "凭", "凭借", "出示", "提供", "查验", "携带", "提交", "出具", "上传", "核验", "需要", "有"])
}

/// The end of the paper's name, if the amount modifies it: nothing but what papers are called stands between.
fn paper_behind(c: &Context) -> Option<usize> {
    let mut at = gap(c.text, c.span.end);
    let mut named = None;
    while at < c.clause.end {
        if let Some(token) = c.tokens.iter().find(|token| token.start == at && token.class & w::PAPER != 0) {
            let word = &c.text[token.start..token.end];
            // 报告 alone is a verb: 30分钟内报告.
            if !(named.is_none() && matches!(word, "报告" | "報告" | "证明" | "證明" | "照片" | "疫苗" | "码" | "碼")) || c.reads(&["的"])
            {
                named = Some(token.end);
            }
            // 不到1小时执照就打出来了: it came; with 证明才能返乡 one may.
            let behind = &c.text[token.end..];
            if behind.starts_with(['就', '便', '才', '已', '也'])
                && !["才能", "才可", "就能", "就可", "便可"].iter().any(|may| behind.starts_with(may))
            {
                return None;
            }
            at = token.end;
            continue;
        }
        match eat_any(
            c.text,
            at,
            &[
                "新冠", "病毒", "的", "之", "纸质", "电子", "检验", "检测", "结果", "covid", "COVID", "-19", "PCR", "快筛", "医院", "本人",
                "“", "\"", " ",
            ],
        ) {
            Some((_, after)) => at = after,
            None => break,
        }
    }
    named
}
