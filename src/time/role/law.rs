//! Terms of the law: what a party may do and must pay, a court's own steps, penalties. What an office owes those who ask is a deadline.

use super::{ACT, Context, Verdict};
use crate::report::Role;
use crate::text::Span;
use crate::time::amount::{Tail, Unit, lead};
use crate::time::script::{eat_any, eat_any_back, says};
use crate::time::words as w;

/// 起诉, 上诉, 复议; a judgment's payment; a party's duty before an office: terms of the law.
pub(crate) fn suit(c: &Context) -> Option<Verdict> {
    if !matches!(c.amount.tail, Tail::Within | Tail::Plain)
        || c.amount.has(lead::USED | lead::SHORT_OF | lead::ONLY | lead::PAST | lead::COMING | lead::ON_END)
    {
        return None;
    }
    // 挂失前72小时内发生的盗刷.
    if c.amount.unit() < Unit::Hour || c.amount.has(lead::PRE) && c.reads(&["发生"]) {
        return None;
    }
    // 限你于2小时内清理搬离: an order, and to one party.
    let written = c.sentence(w::WRIT) && c.leading().contains("之日起");
    if !written && ["限你", "限您", "限其", "限令"].iter().any(|word| c.leading().contains(word)) {
        return None;
    }
    if extended(c) {
        return Some((Role::LegalTerm, "extension"));
    }
    if of_period(c.text, c.span.start) {
        return Some((Role::LegalTerm, "named-period"));
    }
    // 自公告之日起,经过60日,即视为送达.
    if c.closes() && says(c.text, Span::new(c.span.end, c.chain.max(c.span.end)), &["视为送达"]) {
        return Some((Role::LegalTerm, "service"));
    }
    // 债权申报期限由法院定,最短不得少于四十日,最长不得超过四个月.
    let bound = c.closes() && says(c.text, c.lead_in(), &["最短", "最长", "不得"]) || c.amount_reads(&["不得少于", "不得超过", "不少于"]);
    if bound && c.amount.unit() >= Unit::Day && c.sentence(w::LIMIT) && c.text[c.sentence.start..c.span.start].contains("法院") {
        return Some((Role::LegalTerm, "procedure"));
    }
    // 不服裁定的,期限为十日.
    if c.amount.tail == Tail::Plain && c.closes() && c.earlier(w::SUE) && c.reads_before(&["期限为", "期为", "期限是", "期间为"])
    {
        return Some((Role::LegalTerm, "remedy"));
    }
    if c.amount.tail == Tail::Within || c.amount.unit() == Unit::Workday {
        let sues = c.along(w::SUE) || c.governed(w::SUE) && !c.along(w::REPLY & !w::SUE | w::RESULT);
        // 投诉后72小时内必须给出方案,否则可申诉: the office owes it first.
        let owed = c.next_to(w::MUST, 1).is_some() && c.after(w::REPLY & !w::SUE);
        if sues && !owed && !c.after(w::ARRIVE) {
            return Some((Role::LegalTerm, "remedy"));
        }
        let writ = c.sentence(w::WRIT) || day_of_service(c);
        if writ && (c.along(w::PAY) || c.before(w::PAY)) {
            return Some((Role::LegalTerm, "judgment"));
        }
        let office = c.has(c.sentence.start, c.span.start, w::ACTOR);
        let duty = c.after(w::REPLY | w::ARRIVE);
        if party_bound(c)
            && (c.before(w::MUST | w::CAN) || c.next_to(w::MUST | w::CAN, 1).is_some() || c.sentence(w::LAW | w::WRIT))
            && !(office && (duty || c.after(w::RESULT)))
            && !reports(c)
            && eat_any(c.text, c.span.end, &["获", "得到"]).is_none()
        {
            return Some((Role::LegalTerm, "party-duty"));
        }
        // 民法典规定,自收到申请之日起三十日内,一方反悔的,都可以撤回.
        if c.closes() && c.leading().contains("之日起") && c.sentence(w::LAW) && c.along(w::CAN) && !c.along(w::ACTOR) {
            return Some((Role::LegalTerm, "party-duty"));
        }
        // 应当自合同终止之日起十日内退出: the law asks, and nobody who came for help is answered.
        // 自受理之日起 binds the office.
        let accepted = c.reads_before(&["受理之日起", "接件之日起", "收件之日起", "立案之日起"]);
        if c.leading().contains("之日起") && !accepted && c.governed(w::MUST | w::CAN) && !c.along(w::REPLY | w::ARRIVE | w::RESULT) {
            return Some((Role::LegalTerm, "from-the-day"));
        }
        if c.sentence(w::LAW) && c.along(w::PAY) {
            return Some((Role::LegalTerm, "statute-payment"));
        }
        // 法院收到答辩状后,应当在五日内送达: a court's own steps.
        if c.amount.unit() >= Unit::Day && c.text[c.sentence.start..c.span.start].contains(['应', '應']) && before_court(c) {
            return Some((Role::LegalTerm, "procedure"));
        }
        // 法院判决撤销裁决,并责令60日内重新作出.
        let judged = c.sentence(w::WRIT) && c.text[c.sentence.start..c.span.start].contains("法院");
        if judged && c.reads(&["重新"]) {
            return Some((Role::LegalTerm, "judgment"));
        }
        // 投入使用后30日内,向监管部门办理注册登记.
        let after = Span::new(c.span.end, c.chain.max(c.span.end));
        let registers = says(c.text, after, &["办理"]) && says(c.text, after, &["登记", "备案"]) && says(c.text, after, &["向"]);
        if c.amount.unit() >= Unit::Day && registers && !c.before(w::ACTOR) {
            return Some((Role::LegalTerm, "party-duty"));
        }
        // 有权在收到商品之日起七日内退货.
        if right(c) {
            return Some((Role::LegalTerm, "right"));
        }
        // 请在刊发后30日内进行: asked of the readers.
        if a_request(c) {
            return Some((Role::LegalTerm, "asked-of-readers"));
        }
    }
    None
}

/// 经批准可延长三个月, 延长期不得超过30日: by how much a term may be drawn out.
fn extended(c: &Context) -> bool {
    if c.amount.unit() < Unit::Day {
        return false;
    }
    let named = eat_any_back(c.text, c.span.start, &["延长期", "延长期限", "延长时间", "延期"]).is_some();
    let allowed = eat_any_back(c.text, c.span.start, &["延长至", "延长到", "延长", "延期"]).is_some_and(|(_, at)| {
        eat_any_back(c.text, at, &["可", "可以", "可再", "可适当", "最多", "最长", "再", "能"]).is_some()
            || c.has(c.clause.start, at, w::CAN)
    });
    named && c.amount.has(lead::AT_MOST) || allowed
}

/// 雇主须在八小时内通报: whoever must report to an office answers for what happened.
fn reports(c: &Context) -> bool {
    let told = eat_any(c.text, c.span.end, &["向", "如实", "及时", "书面", "电话"]).map_or(c.span.end, |(_, end)| end);
    c.before(w::MUST)
        && c.find(told, c.clause.end, ACT | w::PAY | w::SUE).is_some_and(|verb| {
            eat_any(c.text, verb.start, &["通报", "报告", "上报", "报送", "呈报", "续报", "直报", "初报", "快报", "公告"]).is_some()
        })
}

/// A court is named in the sentence, or what is handed to it.
fn before_court(c: &Context) -> bool {
    c.within(c.sentence.start, c.chain)
        .any(|token| matches!(&c.text[token.start..token.end], "法院" | "上诉" | "答辩" | "再审" | "强制执行" | "申请执行"))
}

/// A party, and no office, is bound: named before the amount, or behind it before anything is done.
fn party_bound(c: &Context) -> bool {
    let verb = c.find(c.span.end, c.chain, ACT | w::PAY | w::SUE).map_or(c.chain, |token| token.start);
    // 供热单位在接到投诉之时起十二小时内: whoever is complained to answers.
    if c.governed(w::TELL)
        && ["接到投诉", "接到举报", "接到报修", "接到申请", "收到投诉", "收到举报", "收到申请", "接到反映", "接到求助"]
            .iter()
            .any(|word| c.leading().contains(word))
        && c.has(c.sentence.start, c.span.start, w::ACTOR)
    {
        return false;
    }
    // A semicolon begins another matter.
    let before = &c.text[c.sentence.start..c.clause.start];
    let start = before.rfind([';', '；']).map_or(c.sentence.start, |at| c.sentence.start + at);
    c.has(start, verb, w::PARTY) && !(c.right_before(w::ACTOR, 1).is_some() || c.governed(w::ACTOR) && c.governed(w::TELL))
}

/// 有权, 可以 … 之日起: a party may, within the amount.
fn right(c: &Context) -> bool {
    let before = c.leading();
    let people = c.before(w::CROWD | w::PARTY);
    let claims = c.amount.unit() >= Unit::Day && c.before(w::CAN) && (people || c.reads(&["提出", "向", "提起"])) && !c.before(w::ACTOR);
    // 即日起一年内可持原票办理.
    let may = eat_any(c.text, c.span.end, &["均可", "可以", "可"]).and_then(|(_, at)| {
        eat_any(
            c.text,
            at,
            &["持", "凭", "到", "向", "申请", "申领", "前往", "携", "提出", "要求", "退", "换", "免费", "自行", "随时", "登录", "拨打"],
        )
    });
    if c.amount.unit() >= Unit::Day && may.is_some() && !c.before(w::ACTOR) {
        return true;
    }
    // 购买后七天内,如果存在质量问题,可以选择退货.
    let goods = says(c.text, Span::new(c.span.end, c.chain.max(c.span.end)), &["退货", "换货", "退换", "办理退票", "全额退", "退票手续"]);
    if c.amount.unit() >= Unit::Day && goods && (c.before(w::CAN) || c.along(w::CAN)) && !c.before(w::ACTOR) {
        return true;
    }
    claims || before.contains("有权") || before.contains("有權")
}

/// 公示期为: a period stands before `at`, whose length is told there.
pub(crate) fn of_period(text: &str, at: usize) -> bool {
    let verbs = ["一般不少于", "原则上不少于", "不得少于", "不少于", "一般为", "为", "是", "共"];
    eat_any_back(text, eat_any_back(text, at, &verbs).map_or(at, |(_, at)| at), PERIODS).is_some()
}

/// Periods that laws and notices name.
const PERIODS: &[&str] = &[
    "冷静期",
    "公示期",
    "公示期限",
    "公示时间",
    "公告期",
    "公告期限",
    "公告时间",
    "异议期",
    "上诉期",
    "上诉期间",
    "声请期间",
    "申请期间",
    "抗告期间",
    "申诉期",
    "举证期限",
    "答辩期",
    "追诉期",
    "诉讼时效",
    "时效",
    "延长期",
    "延长期限",
    "公示",
];

/// 请 stands before it in its clause, and nobody told is asked.
fn a_request(c: &Context) -> bool {
    c.amount.unit() >= Unit::Hour
        && c.within(c.clause.start, c.span.start).any(|token| token.class & w::MUST != 0 && &c.text[token.start..token.end] == "请")
        && !c.before(w::ACTOR)
        // 请邮件联系,24小时内回复 is promised.
        && (c.amount.unit() >= Unit::Day || !c.after(w::REPLY))
}

/// 之日起: the day a paper is served or takes effect.
fn day_of_service(c: &Context) -> bool {
    let before = &c.text[c.sentence.start..c.span.start];
    before.contains("之日起")
        && (before.contains("送达")
            || before.contains("生效")
            || before.contains("送達")
            || before.contains("收到本")
            || before.contains("公告"))
}

/// 拘留十日, 有期徒刑三年.
pub(crate) fn penalty(c: &Context) -> Option<Verdict> {
    // 处五日以上十日以下拘留: the penalty stands behind.
    const REACH: usize = 24;
    let high = c.text.floor_char_boundary((c.span.end + REACH).min(c.clause.end).max(c.span.end));
    let behind = c.text[c.span.end..high]
        .trim_start_matches(|ch: char| ch.is_ascii_digit() || "一二三四五六七八九十日年个個月以上下至到的".contains(ch))
        .starts_with(['拘', '有', '行']);
    let behind = behind && c.find(c.span.end, c.clause.end, w::PENALTY).is_some_and(|token| token.start <= high);
    if behind && c.amount.unit() >= Unit::Day && c.amount.tail == Tail::Plain {
        return Some((Role::LegalTerm, "penalty"));
    }
    let token = c.right_before(w::PENALTY, 3)?;
    (c.amount.unit() >= Unit::Day && matches!(c.amount.tail, Tail::Plain) && token.class & w::PENALTY != 0)
        .then_some((Role::LegalTerm, "penalty"))
}
