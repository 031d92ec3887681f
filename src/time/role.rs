//! What an amount of time does in its report: the rules of a careful subeditor, tried in order, each with its name.
//!
//! A rule looks at what the amount modifies, the verb of its clause, who acts, and the place in the report. It sees the words of
//! [`words`](super::words) in the sentence around, never more than a fixed stretch of text, so that reading stays linear.

use memchr::memchr2_iter;

use super::amount::{Amount, Tail, Unit, lead};
use super::script::{clause_start, eat, eat_any, eat_any_back, eat_back, ends_clause, gap, next, one_of, past_ideographs, prev, three};
use super::weigh::{self, Form};
use super::words::{self as w, Class, Token};
use super::{law, measure};
use crate::report::{Label, Role};
use crate::text::{HanSet, Span, begins_with, ends_with, is_han_lead};

/// How far around an amount a rule looks, in bytes.
const REACH: usize = 360;

/// A role and the rule that gave it.
pub(crate) type Verdict = (Role, &'static str);

/// Whatever does something with a result.
pub(crate) const ACT: Class = w::ARRIVE | w::RESULT | w::FINISH | w::REPLY;

/// An amount of time in its sentence.
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) amount: &'a Amount,
    pub(crate) span: Span,
    /// The clause it stands in.
    pub(crate) clause: Span,
    /// Its sentence, as far as rules look, and no further than the amounts beside it.
    pub(crate) sentence: Span,
    /// Up to the semicolon, the sentence's end or the next amount.
    pub(crate) chain: usize,
    /// Where the amount before it ends.
    pub(crate) floor: usize,
    pub(crate) tokens: &'a [Token],
    /// 每天, 每日 stand before it in its clause.
    pub(crate) daily: bool,
    /// They stand before it in its sentence.
    pub(crate) often: bool,
    pub(crate) label: Label,
    /// The block it stands in.
    pub(crate) block: Span,
    /// Whether the amount before it in its block has a place on the timeline.
    pub(crate) follows_step: Option<bool>,
    pub(crate) around: Around,
}

/// Every meaning that stands in a part of the sentence, and how the clause goes on, so that a rule asks with one look.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Around {
    before: Class,
    governed: Class,
    after: Class,
    along: Class,
    sentence: Class,
    earlier: Class,
    closes: bool,
    /// The (folded) character before the amount, as UTF-8 has it, and where it stands.
    left: Option<([u8; 3], usize)>,
    /// The one behind the amount, and where it ends.
    right: Option<([u8; 3], usize)>,
    /// Where they are no characters of three bytes: the last byte of the one before, the first of the one behind.
    signs: [Option<u8>; 2],
}

/// The part of `text` around `span` that rules may see: within the block, the sentence, and their reach.
pub(crate) fn window(text: &str, span: Span, block: Span) -> Span {
    let bytes = text.as_bytes();
    let low = text.floor_char_boundary(block.start.max(span.start.saturating_sub(REACH)));
    let high = text.ceil_char_boundary(block.end.min(span.end + REACH));
    // Ideographs end nothing: their three bytes are passed over at once.
    let mut start = span.start.max(low);
    while start > low {
        if let [.., lead, _, _] = bytes[low..start]
            && is_han_lead(lead)
        {
            start -= 3;
            continue;
        }
        if let Some(mark) = sentence_mark(bytes, start - 1) {
            start += mark - 1;
            break;
        }
        start -= 1;
    }
    let mut rest = &bytes[span.end.min(high)..high];
    loop {
        match rest {
            [lead, _, _, behind @ ..] if is_han_lead(*lead) => rest = behind,
            [_, behind @ ..] if sentence_mark(rest, 0).is_none() => rest = behind,
            _ => break,
        }
    }
    Span::new(start.min(span.start), (high - rest.len()).max(span.end))
}

/// The length of the mark at `at` that ends a sentence. No mark's first byte stands within another character.
#[inline]
fn sentence_mark(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes[at] {
        b'!' | b'?' | b'\n' | b'\r' => Some(1),
        0xE3 if bytes[at..].starts_with("。".as_bytes()) => Some(3),
        0xEF if bytes[at..].starts_with("！".as_bytes()) || bytes[at..].starts_with("？".as_bytes()) => Some(3),
        _ => None,
    }
}

/// The sentence before an amount's own in its block, as far as rules look.
pub(crate) fn before(c: &Context) -> (usize, usize) {
    const REACH: usize = 180;
    let start = c.text.floor_char_boundary(c.sentence.start.saturating_sub(REACH).max(c.block.start));
    (start.min(c.sentence.start), c.sentence.start)
}

/// The clause around `span` within `sentence`. Brackets and colons part clauses, as commas do; 、 does not.
pub(crate) fn clause(text: &str, span: Span, sentence: Span) -> Span {
    let start = clause_start(text, span.start, sentence.start);
    let mut end = span.end;
    while end < sentence.end {
        match next(text, end) {
            Some((c, after)) if !ends_clause(c) => end = past_ideographs(text, after, sentence.end),
            _ => break,
        }
    }
    Span::new(start, end)
}

/// The end of the chain of clauses that may say what is done: the semicolon, the sentence's end, or the next amount.
pub(crate) fn chain_end(text: &str, from: usize, sentence: Span, next_amount: usize) -> usize {
    let stop = sentence.end.min(next_amount.max(from));
    let bytes = text.as_bytes();
    let semicolon = |at: &usize| bytes[*at] == b';' || bytes[*at..].starts_with("；".as_bytes());
    memchr2_iter(b';', 0xEF, &bytes[from..stop]).map(|at| from + at).find(semicolon).unwrap_or(stop)
}

impl Context<'_> {
    pub(crate) fn within(&self, start: usize, end: usize) -> impl Iterator<Item = &Token> {
        self.tokens.iter().filter(move |token| token.start >= start && token.end <= end)
    }

    /// The first word of a class between two places.
    pub(crate) fn find(&self, start: usize, end: usize, class: Class) -> Option<&Token> {
        self.sentence(class).then(|| self.within(start, end).find(|token| token.class & class != 0)).flatten()
    }

    pub(crate) fn has(&self, start: usize, end: usize, class: Class) -> bool {
        self.find(start, end, class).is_some()
    }

    /// Gathers what stands around.
    pub(crate) fn gathered(mut self) -> Self {
        let (start, end) = (self.span.start, self.span.end);
        let clause_end = self.clause.end.min(self.chain.max(end));
        for token in self.tokens {
            let within = |from: usize, to: usize| if token.start >= from && token.end <= to { token.class } else { 0 };
            self.around.sentence |= token.class;
            self.around.earlier |= within(self.sentence.start, self.clause.start);
            self.around.governed |= within(self.clause.start, start);
            self.around.before |= within(self.clause.start.max(self.floor), start);
            self.around.after |= within(end, clause_end);
            self.around.along |= within(end, self.chain);
        }
        let behind = gap(self.text, end);
        let right = next(self.text, behind);
        self.around.right = right.and_then(|(c, after)| Some((three(c)?, after)));
        let behind = super::script::eat_any(self.text, behind, &["的时间", "时间", "的工夫", "工夫"]).map_or(behind, |(_, end)| end);
        let left = prev(self.text, start);
        self.around.left = left.and_then(|(c, at)| Some((three(c)?, at)));
        self.around.signs = [
            left.and_then(|(c, _)| c.encode_utf8(&mut [0; 4]).as_bytes().last().copied()),
            right.and_then(|(c, _)| c.encode_utf8(&mut [0; 4]).as_bytes().first().copied()),
        ];
        self.around.closes =
            matches!(next(self.text, behind), None | Some(('。' | ',' | ';' | '!' | '?' | '\n' | ')' | ':' | '”' | '」', _)));
        self
    }

    /// In the clause, before the amount.
    pub(crate) fn before(&self, class: Class) -> bool {
        self.around.before & class != 0
    }

    /// In the clause before the amount, also before the amounts that stand before it.
    pub(crate) fn governed(&self, class: Class) -> bool {
        self.around.governed & class != 0
    }

    /// In the clause, behind the amount.
    pub(crate) fn after(&self, class: Class) -> bool {
        self.around.after & class != 0
    }

    /// Behind the amount, up to the chain's end.
    pub(crate) fn along(&self, class: Class) -> bool {
        self.around.along & class != 0
    }

    /// Anywhere in the sentence.
    pub(crate) fn sentence(&self, class: Class) -> bool {
        self.around.sentence & class != 0
    }

    /// The clauses before the amount's own.
    pub(crate) fn earlier(&self, class: Class) -> bool {
        self.around.earlier & class != 0
    }

    /// A word of a class that begins within `chars` characters behind the amount, in its clause.
    pub(crate) fn next_to(&self, class: Class, chars: usize) -> Option<&Token> {
        let limit = self.span.end + chars * 3;
        self.find(self.span.end, self.clause.end, class).filter(|token| token.start <= limit)
    }

    /// A word of a class that ends right before the amount, or before a few light words.
    pub(crate) fn right_before(&self, class: Class, chars: usize) -> Option<&Token> {
        if !self.sentence(class) {
            return None;
        }
        let limit = self.span.start.saturating_sub(chars * 3).max(self.floor).max(self.clause.start + 1);
        self.tokens.iter().rev().find(|token| token.end <= self.span.start && token.end >= limit && token.class & class != 0)
    }

    /// Whether the text reads one of `words` right behind the amount.
    pub(crate) fn reads(&self, words: &[&'static str]) -> bool {
        let Some((first, at)) = self.around.right else {
            let near = words.iter().any(|word| word.as_bytes().first().copied() == self.around.signs[1]);
            return near && eat_any(self.text, gap(self.text, self.span.end), words).is_some();
        };
        words.iter().any(|word| begins_with(word, first) && eat(self.text, at, &word[3..]).is_some())
    }

    /// Whether one of `words` stands right before the amount.
    pub(crate) fn reads_before(&self, words: &[&'static str]) -> bool {
        let Some((last, at)) = self.around.left else {
            let near = words.iter().any(|word| word.as_bytes().last().copied() == self.around.signs[0]);
            return near && eat_any_back(self.text, self.span.start, words).is_some();
        };
        words.iter().any(|word| ends_with(word, last) && eat_back(self.text, at, &word[..word.len() - 3]).is_some())
    }

    /// Whether the amount itself begins with one of `words`.
    pub(crate) fn amount_reads(&self, words: &[&'static str]) -> bool {
        eat_any(self.text, self.span.start, words).is_some()
    }

    /// Whether the clause ends with the amount, or with 时间 behind it.
    pub(crate) fn closes(&self) -> bool {
        self.around.closes
    }

    /// Whether the amount opens its clause, but for 在 and quotes.
    pub(crate) fn opens(&self) -> bool {
        self.span.start <= self.clause.start + 6
    }

    /// Where what is done is said: the rest of the clause, or the chain where the clause ends with the amount.
    pub(crate) fn predicate(&self) -> (usize, usize) {
        if self.closes() { (self.span.end, self.chain) } else { (self.span.end, self.clause.end.min(self.chain.max(self.span.end))) }
    }

    /// The end of the first `count` clauses with something in them between two places.
    pub(crate) fn clauses(&self, start: usize, end: usize, count: usize) -> usize {
        (0..count).fold(start, |at, _| second_clause(self.text, at, end))
    }

    /// Whether the amount says N以上.
    pub(crate) fn beyond(&self) -> bool {
        super::script::eat_back(self.text, self.span.end, "以上").is_some()
    }

    /// Whether another amount stands right behind: 30分钟以上未满60分钟.
    pub(crate) fn yields_to_amount(&self) -> bool {
        self.chain < self.clause.end && self.chain <= self.span.end + 6
    }

    /// Whether the clause that ends at `end` stands right before this one, in the same sentence.
    pub(crate) fn follows(&self, end: usize) -> bool {
        end >= self.sentence.start
            && self.clause.start > end
            && self.clause.start <= end + 6
            && self.text[end..self.clause.start].trim().chars().count() == 1
    }

    fn hours(&self) -> f64 {
        self.amount.hours()
    }
}

/// The rules, in the order they are asked.
const RULES: &[fn(&Context) -> Option<Verdict>] = &[
    notice,
    name,
    rate,
    round_the_clock,
    validity,
    condition,
    law::suit,
    law::penalty,
    measure::late,
    tariff,
    look_back,
    coming,
    weather,
    weather_after,
    measure::distance,
    measure::difference,
    apart,
    handling,
    won,
    ordered_limit,
    before_point,
    after_point,
    within,
    used,
    ended_by,
];

/// Whether a rule of this name only says that nothing speaks for any role.
pub(crate) fn silent(rule: &str) -> bool {
    matches!(rule, "stretch" | "within-no-act" | "at-most" | "short-stretch")
}

/// The role of an amount.
pub(crate) fn role(c: &Context) -> Verdict {
    RULES.iter().find_map(|rule| rule(c)).unwrap_or_else(|| plain(c))
}

/// A notice is not the story.
fn notice(c: &Context) -> Option<Verdict> {
    matches!(c.label, Label::NoticeTitle | Label::NoticeClause).then_some((Role::LegalTerm, "in-notice"))
}

/// 15分钟生活圈, 24小时热线, 黄金72小时: the amount is part of a label.
fn name(c: &Context) -> Option<Verdict> {
    if c.amount.tail != Tail::Plain || c.amount.has(lead::USED | lead::SHORT_OF) {
        return None;
    }
    if c.amount.unit() != Unit::Workday && quoted(c) {
        if c.next_to(w::PRICE, 2).is_some() {
            return Some((Role::Tariff, "price"));
        }
        return Some((Role::Name, "quoted-label"));
    }
    if c.reads_before(&["黄金", "“黄金", "黄金救援", "黄金抢救"]) {
        return Some((Role::Name, "golden-hours"));
    }
    // 24小时零报告制度, 24小时领导带班制度: what a way of working is called.
    if c.amount.unit() == Unit::Hour && c.hours() >= 24.0 && c.next_to(w::ROUND, 0).is_none() && called(c) {
        return Some((Role::Name, "label-behind"));
    }
    // 7天期: a term of money.
    if c.amount.unit() >= Unit::Day && c.reads(&["期"]) && !c.reads(&["期间", "期满", "期限", "期内"]) {
        return Some((Role::Name, "term"));
    }
    // The label's last word follows with nothing but nouns between, and no verb that ends in a result.
    if c.reads(&["无理由", "冷静期", "生活圈", "交通圈", "服务圈"]) {
        return Some((Role::Name, "label-behind"));
    }
    let label = c.find(c.span.end, c.clause.end, w::LABEL).filter(|token| token.start <= c.span.end + 21)?;
    let (start, end) = (c.span.end, label.start);
    let bare = !c.text[start..end].contains(['的', '了', '在', '将', '把', '”', '、']);
    // 15分钟核酸“采样圈”.
    let bare = bare && (!c.text[start..end].contains('“') || c.text[label.start..label.end].ends_with('圈'));
    // 救援圈 and 响应圈 name the act; before other labels an act is an act.
    let circle = c.text[label.start..label.end].ends_with('圈');
    // The act of 24小时抢修热线 is part of the name; in 10分钟到达药店 it is not.
    let named = label.start <= c.span.end + 6 && c.hours() >= 24.0;
    let quiet = bare && (circle || named || !c.has(start, end, ACT));
    (quiet && (circle || label.start <= c.span.end + 12)).then_some((Role::Name, "label-behind"))
}

/// 7×24小时服务热线: whether a label stands behind the amount that ends at `at`.
pub(crate) fn labelled(text: &str, at: usize) -> bool {
    const REACH: usize = 24;
    let end = text.floor_char_boundary((at + REACH).min(text.len()));
    let stop = text[at..end].find([',', '，', '。', '、', '的', '\n', '”', ';', '；']).map_or(end, |stop| at + stop);
    w::any(text, at, stop, w::LABEL)
}

/// A few characters behind the amount, with nothing that parts them, end with 制度.
fn called(c: &Context) -> bool {
    let mut at = c.span.end;
    for _ in 0..8 {
        if eat_any(c.text, at, &["制度", "工作制", "责任制"]).is_some() {
            return true;
        }
        match next(c.text, at) {
            Some((ch, after)) if super::script::is_han(ch) && !one_of(ch, "的了在将把须应") => at = after,
            _ => return false,
        }
    }
    false
}

/// “48小时发货”标签: a few words in quotes that begin with the amount.
fn quoted(c: &Context) -> bool {
    // “1、3、5分钟”机制 opens its quotes a few numbers before.
    let mut open = c.span.start;
    while let Some((ch, at)) = prev(c.text, open).filter(|(ch, _)| ch.is_ascii_digit() || one_of(*ch, "、一二三四五六七八九十"))
    {
        if at < c.clause.start.saturating_sub(24) || ch == '\n' {
            return false;
        }
        open = at;
    }
    if !matches!(prev(c.text, open), Some(('“' | '「' | '"', _))) {
        return false;
    }
    let mut at = c.span.end;
    for _ in 0..10 {
        match next(c.text, at) {
            Some(('”' | '」' | '"', _)) => return true,
            Some((ch, after)) if super::script::is_han(ch) => at = after,
            _ => return false,
        }
    }
    false
}

/// 每2天一个疗程, 每天工作12小时.
fn rate(c: &Context) -> Option<Verdict> {
    if c.amount.has(lead::EVERY)
        || each_verb(c)
        || c.reads_before(&["每单", "每次", "每人", "每场", "每趟", "每件", "每名", "每位", "每班", "每轮"])
    {
        return Some(if yuan_behind(c) { (Role::Tariff, "price") } else { (Role::Rate, "every") });
    }
    // 365天不打烊, 365天、24小时: all the year round.
    let first = c.amount.number() * c.amount.unit().hours();
    if matches!(c.amount.unit(), Unit::Day | Unit::Hour) && (first - 365.0 * 24.0).abs() < 1.0 && c.amount.tail == Tail::Plain {
        return Some((Role::Rate, "all-year-round"));
    }
    let goes_on = c.often && c.right_before(w::FILL | w::STATE | w::ROUND, 0).is_some();
    if (c.daily || goes_on) && c.amount.unit() <= Unit::Hour && matches!(c.amount.tail, Tail::Plain) {
        return Some((Role::Rate, "per-day"));
    }
    c.reads(&["一班", "一轮", "一次", "一换", "一检", "一岗", "一更", "一调", "一巡", "一报", "一遇"]).then_some(())?;
    matches!(c.amount.tail, Tail::Plain).then_some((Role::Rate, "one-each"))
}

/// 每缩短一分钟, 每耽误一天.
fn each_verb(c: &Context) -> bool {
    let third = (0..3).try_fold(c.span.start, |at, _| prev(c.text, at).map(|(_, start)| start));
    third.is_some_and(|at| at >= c.clause.start && super::script::eat(c.text, at, "每").is_some())
}

/// 24小时值班, 24小时在线: work that never stops.
fn round_the_clock(c: &Context) -> Option<Verdict> {
    let day = (c.hours() - 24.0).abs() < 1e-9
        && c.amount.unit() == Unit::Hour
        && c.amount.tail == Tail::Plain
        && c.amount.lead & !lead::ABOUT == 0;
    if !day {
        return None;
    }
    let round = c.next_to(w::ROUND, 6).is_some();
    let clock = c.reads(&["不", "无", "全", "轮", "开", "营", "值", "在线", "在岗", "守"]);
    let still = c.next_to(w::ARRIVE | w::RESULT & !w::ROUND, 3).is_none_or(|token| token.class & w::ROUND != 0);
    ((round || clock) && still && c.next_to(w::COUNT, 2).is_none()).then_some((Role::Rate, "round-the-clock"))
}

/// 48小时核酸检测证明, 24小时内核酸阴性报告, 有效期3天: how long a paper holds.
fn validity(c: &Context) -> Option<Verdict> {
    if matches!(c.amount.tail, Tail::After | Tail::Since) {
        return None;
    }
    // 驾驶证有效期满前九十日内申请换证: not how long it holds, but when to ask for another.
    if c.reads_before(&["期满", "届满", "到期", "满前", "期满前", "届满前", "到期前"]) && c.governed(w::MUST | w::CAN) {
        return Some((Role::LegalTerm, "before-expiry"));
    }
    if c.right_before(w::PAPER, 2).is_some_and(|token| c.text[token.start..token.end].contains("有效"))
        || c.reads(&["有效", "保修", "保换", "包换", "包退", "质保"])
    {
        return Some((Role::Validity, "valid-for"));
    }
    if c.reads_before(&[
        "保质期",
        "质保期",
        "保修期",
        "质保",
        "保修",
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
    // 签证有效期一般为1个月.
    let held = c.before(w::PAPER)
        && c.within(c.clause.start.max(c.floor), c.span.start).any(|token| {
            let word = &c.text[token.start..token.end];
            token.class & w::PAPER != 0 && (word.ends_with("有效期") || word.ends_with("有效"))
        });
    // 质保期由一年延长到三年.
    let term = || {
        let before = &c.text[c.clause.start..c.span.start];
        before.contains('期') && ["质保期", "保修期", "有效期", "保质期", "質保期", "保質期"].iter().any(|word| before.contains(word))
    };
    if c.amount.tail == Tail::Plain && c.amount.unit() >= Unit::Day && !c.after(ACT & !w::HANDLING) && term() {
        return Some((Role::Validity, "valid-for"));
    }
    // 查验核酸证明由48小时调整为72小时.
    let issued = ["办", "签发", "审批", "时限", "期限"].iter().any(|word| c.text[c.clause.start..c.span.start].contains(word));
    let changed = c.governed(w::PAPER)
        && !issued
        && (c.reads(&["调整为", "延长至", "延长到", "缩短至", "缩短为", "改为", "变为"]) && c.reads_before(&["由", "从", "自"])
            || c.reads_before(&["调整为", "延长至", "延长到", "缩短至", "缩短为", "改为", "变为"]));
    if changed && c.amount.tail == Tail::Plain && c.amount.unit() >= Unit::Hour {
        return Some((Role::Validity, "valid-for"));
    }
    if held && c.closes() && c.amount.tail == Tail::Plain && c.reads_before(&["为", "是", "有", "仅", "达"]) {
        return Some((Role::Validity, "valid-for"));
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
        match super::script::eat_any(
            c.text,
            at,
            &[
                "新冠", "病毒", "的", "之", "纸质", "电子", "检验", "检测", "结果", "covid", "COVID", "-19", "PCR", "医院", "本人", "“",
                "\"", " ",
            ],
        ) {
            Some((_, after)) => at = after,
            None => break,
        }
    }
    named
}

/// 如3天内未收到…, 若三日内未提出异议: what hangs on it is another matter.
fn condition(c: &Context) -> Option<Verdict> {
    // 喷药后6小时内遇雨须补喷: what may come between.
    if c.amount.tail == Tail::Within && c.reads(&["遇", "如遇", "若遇", "碰到"]) && !c.reads(&["遇害", "遇难", "遇见", "遇袭"])
    {
        return Some((Role::Other, "condition"));
    }
    // 一年内发现2次违法行为的: it is counted how often.
    if c.amount.tail == Tail::Within && how_often(c) {
        return Some((Role::Window, "counted"));
    }
    // 10分钟内驶离的,不予处罚: of whom it holds.
    let whoever = prev(c.text, c.clause.end).is_some_and(|(ch, at)| ch == '的' && at > c.span.end)
        && next(c.text, c.clause.end).is_some_and(|(ch, _)| ch == ',');
    // 抵沪不满5天者: of whom it holds.
    if c.amount.has(lead::SHORT_OF | lead::OVER | lead::ON_END) && c.amount.tail == Tail::Plain && c.reads(&["者"]) {
        return Some((Role::Other, "condition"));
    }
    // 逾期不足24小时的不予处罚.
    let directly = eat_any(c.text, c.span.end, &["的不予", "的可", "的应", "的须", "的将", "的免", "的按", "的,"]).is_some();
    let parked = ["停车", "停放", "租借", "充电"].iter().any(|word| c.text[c.clause.start..c.span.start].contains(word));
    let dear = c.amount.unit() <= Unit::Hour && c.along(w::PRICE) && (c.earlier(w::PRICE) || parked);
    if directly && !dear && c.amount.tail == Tail::Plain && (c.amount.has(lead::SHORT_OF) || c.governed(w::EXCEED | w::COND | w::STATE)) {
        return Some((Role::Other, "condition"));
    }
    if whoever && c.amount.tail == Tail::Within && !c.governed(w::MUST) && c.find(c.span.end, c.clause.end, w::BEEN).is_none() {
        return Some((Role::Other, "condition"));
    }
    // 若抢修人员1小时还不到现场,可拨打电话.
    if c.amount.tail == Tail::Plain && c.before(w::COND) && c.reads(&["还不", "仍不", "还没", "仍未", "还未", "未", "没"]) {
        return Some((Role::Other, "condition"));
    }
    if !matches!(c.amount.tail, Tail::Within | Tail::Plain) || !(c.before(w::COND) || c.next_to(w::COND, 0).is_some()) {
        return None;
    }
    let own_act = c.after(ACT) && !c.after(w::NOT);
    if !c.after(w::HAPPEN | w::WEATHER) && c.reads_before(&["未于", "未在", "未能于", "未能在", "不在", "没在", "没有在"])
    {
        return Some((Role::Deadline, "duty-missed"));
    }
    (c.amount.tail == Tail::Within && !own_act).then_some((Role::Other, "condition"))
}

/// 发现2次, 累计三起, 被投诉两次: a verb, and how many times.
fn how_often(c: &Context) -> bool {
    let verbs = ["发现", "累计", "出现", "发生", "查获", "被查获", "被查处", "违反", "违规", "违法", "被投诉", "被处罚", "受到"];
    let times = |at: usize| {
        super::numeral::numeral(c.text, at)
            .and_then(|n| next(c.text, n.end))
            .is_some_and(|(measure, _)| matches!(measure, '次' | '起' | '回'))
    };
    // 24小时内腹泻3次: whatever it is that nobody does for another.
    let (verb, at) = next(c.text, c.span.end).and_then(|(_, at)| next(c.text, at)).unwrap_or((' ', c.span.end));
    let short = super::script::is_han(verb) && times(at) && !c.has(c.span.end, at, ACT) && !c.after(w::PAPER) && !c.governed(w::MUST);
    let short = short && eat_any(c.text, c.span.end, &["进行", "開展", "开展", "完成", "接受", "参加", "做"]).is_none();
    short || eat_any(c.text, c.span.end, &verbs).is_some_and(|(_, at)| times(at))
}

/// 过去24小时, 近三年, 考前14天, 14天内有旅居史, 半个月以来.
fn look_back(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.tail == Tail::After {
        return None;
    }
    if a.has(lead::PAST) && c.reads_before(&["已", "已经", "就", "都", "时间", "又"]) {
        return Some((Role::Duration, "gone-by"));
    }
    // 走失近两天, 近十个小时里: nearly so long.
    let near = c.text[c.span.start..].starts_with('近');
    if near && (c.right_before(w::FILL | w::STATE | w::HAPPEN, 0).is_some() || a.unit() < Unit::Day && in_it(c)) {
        return Some((Role::Duration, "filled"));
    }
    if a.has(lead::PAST) {
        return Some((Role::LookBack, "past-before"));
    }
    if a.tail == Tail::Since {
        return Some((Role::LookBack, "since"));
    }
    // 截至8时的24小时: counted back from a point.
    let up_to = a.tail == Tail::Plain && c.reads_before(&["的"]);
    if up_to && ["截至", "截止"].iter().any(|word| c.text[c.clause.start..c.span.start].contains(word)) {
        return Some((Role::LookBack, "up-to"));
    }
    if a.tail != Tail::Plain && a.tail != Tail::Within && a.tail != Tail::Before {
        return None;
    }
    // 14天内出现过病例的街道.
    let once = a.tail == Tail::Within && a.unit() >= Unit::Day && !c.governed(w::MUST);
    if once && c.next_to(w::HAPPEN, 1).is_some_and(|token| eat(c.text, token.end, "过").is_some()) {
        return Some((Role::LookBack, "having-been"));
    }
    if near && c.span.start == c.clause.start && c.closes() {
        return Some((Role::LookBack, "past-before"));
    }
    if a.has(lead::PRE) && c.reads(&["开始", "起"]) {
        return Some((Role::Other, "before-event"));
    }
    if a.has(lead::PRE) && a.tail != Tail::Before && a.unit() < Unit::Day {
        return Some((Role::Other, "before-event"));
    }
    let beforehand = c.right_before(w::BEFOREHAND, 0).is_some() || a.has(lead::PRE) || c.reads_before(&["之前", "以前"]);
    if beforehand && (a.tail == Tail::Within || a.unit() >= Unit::Day) && !c.after(ACT) {
        return Some((Role::LookBack, "before-event"));
    }
    // 14天内有旅居史的人员须报备: what must be done comes behind it.
    let been = c.find(c.span.end, c.clause.end, w::BEEN);
    if a.tail == Tail::Within
        && a.unit() >= Unit::Day
        && been.is_some_and(|been| !c.has(c.span.end, been.start, w::MUST | w::PROMISE))
        && !c.governed(w::MUST)
    {
        return Some((Role::LookBack, "having-been"));
    }
    None
}

/// 未来6小时内, 今后三天.
fn coming(c: &Context) -> Option<Verdict> {
    if !c.amount.has(lead::COMING) {
        return None;
    }
    let intent = c.governed(w::PLANNING | w::PROMISE) || c.along(w::PLANNING | w::PROMISE) || c.along(w::FINISH) && c.sentence(w::ACTOR);
    let own = intent && !c.along(w::WEATHER | w::HAPPEN) && !c.sentence(w::WEATHER);
    Some(if own { (Role::Plan, "coming-plan") } else { (Role::Window, "forecast") })
}

/// 3小时内2元, 限时2小时, 前15分钟免费.
fn tariff(c: &Context) -> Option<Verdict> {
    if c.amount.has(lead::PRICED) {
        return Some((Role::Tariff, "limited-free"));
    }
    if c.amount.unit() > Unit::Day && !c.next_to(w::PRICE, 2).is_some_and(|token| c.text[token.start..token.end].starts_with('免')) {
        return None;
    }
    let past_limit = c.amount.tail == Tail::After && c.amount.has(lead::OVER);
    if c.amount.has(lead::PAST | lead::COMING) || matches!(c.amount.tail, Tail::After | Tail::Since) && !past_limit {
        return None;
    }
    // 开车前8天以上退票的,不收退票费.
    if c.reads(&["退票", "改签", "退改", "以上退票", "以上改签"]) && c.sentence(w::PRICE) {
        return Some((Role::Tariff, "price"));
    }
    // 不足3小时按3小时计算.
    let rounded = c.reads_before(&["按", "按照", "以"]) && c.reads(&["计", "收", "算"])
        || c.amount.has(lead::SHORT_OF) && c.reads(&["按", "的按", "不收", "免"]);
    if rounded {
        return Some((Role::Tariff, "rounded-up"));
    }
    let price = c.after(w::PRICE)
        || c.before(w::PRICE)
        || c.along(w::PRICE) && c.amount.unit() <= Unit::Hour && !c.after(ACT | w::HAPPEN)
        || c.closes() && (c.along(w::PRICE) || c.earlier(w::PRICE) && c.amount.unit() <= Unit::Hour);
    // 列车晚点5小时12分 has no price; 2小时内免费完成升级 has a deed.
    let late = c.reads_before(&["晚点", "延误", "误点", "迟到"]);
    let free = c.next_to(w::PRICE, 0).is_some_and(|token| c.has(token.end, (token.end + 6).min(c.clause.end), w::FINISH | w::REPLY));
    if late || free && c.amount.tail == Tail::Within {
        return None;
    }
    let yuan = yuan_behind(c);
    ((price || yuan) && !c.after(w::ARRIVE | w::RESULT)).then_some((Role::Tariff, "price"))
}

/// A price right behind the amount: 3小时2元, 3小时内(含3小时)2元/次, 每小时加收5元.
fn yuan_behind(c: &Context) -> bool {
    priced(c.text, c.span.end)
}

/// Whether the text goes on with a price at `at`.
pub(crate) fn priced(text: &str, at: usize) -> bool {
    let mut at = eat_any(text, at, &["加收", "另收", "收取", "收费", "计费", "收"]).map_or(at, |(_, at)| at);
    for _ in 0..14 {
        let Some((ch, after)) = next(text, at) else { return false };
        if ch == '元' {
            return true;
        }
        if !(ch.is_ascii_digit() || one_of(ch, ".(:)含小时为收按只最高限多加不超过一二两三四五六七八九十百")) {
            return false;
        }
        at = after;
    }
    false
}

/// 一小时降水93.2毫米, 6小时内降雨.
fn weather(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if !matches!(a.tail, Tail::Within | Tail::Plain) || a.has(lead::USED) {
        return None;
    }
    if c.reads_before(&["最大", "小时最大", "最强"]) {
        return Some((Role::Window, "measured"));
    }
    let measured = c.next_to(w::WEATHER, 8).is_some_and(|token| !c.has(c.span.end, token.start, ACT));
    // 24小时,400毫米的降雨量.
    let measured = measured
        || next(c.text, c.span.end).is_some_and(|(mark, after)| {
            mark == ','
                && super::numeral::numeral(c.text, after).is_some_and(|n| eat_any(c.text, n.end, &["毫米", "厘米", "公分", "米"]).is_some())
                && c.along(w::WEATHER)
        });
    measured.then_some((Role::Window, "weather"))
}

/// 3小时内…将出现雷雨: the forecast's verb stands later in the chain.
fn weather_after(c: &Context) -> Option<Verdict> {
    // 5小时内完成积雪外运: what is done about it.
    let about = c.find(c.span.end, c.clause.end, w::WEATHER).is_some_and(|token| c.has(c.span.end, token.start, w::FINISH));
    (c.amount.tail == Tail::Within
        && !about
        && (c.along(w::WEATHER) || c.before(w::WEATHER) && c.along(w::HAPPEN))
        && !c.along(w::RESULT | w::ARRIVE | w::REPLY)
        && !c.before(w::ACTOR))
    .then_some((Role::Window, "weather"))
}

/// 提前5分钟, 间隔24小时, 只有4分钟, 超过2小时.
fn apart(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.has(lead::AHEAD) || a.tail == Tail::Plain && c.reads_before(&["提前整整", "提早整整", "提前了", "提前近", "提前约"])
    {
        // 劳动者提前三十日书面通知: so the law has it.
        if a.unit() >= Unit::Day && c.sentence(w::LAW) && c.next_to(w::REPLY, 6).is_some() {
            return Some((Role::LegalTerm, "notice-period"));
        }
        return Some((Role::Other, "ahead"));
    }
    if a.has(lead::APART) {
        return Some((Role::Other, "apart"));
    }
    if a.has(lead::PASSING) {
        return Some((Role::Plan, "in-passing"));
    }
    // 连续三个月未还款,银行可…: what hangs on it is another matter.
    if a.has(lead::ON_END) && c.next_to(w::NOT, 0).is_some() && c.has(c.clause.end, c.chain, w::CAN | w::MUST) {
        return Some((Role::Other, "condition"));
    }
    if a.has(lead::ON_END) && c.reads_before(&["预计", "预计将", "预计还将", "有望", "可能", "计划"]) {
        return Some(if c.sentence(w::WEATHER) { (Role::Window, "forecast") } else { (Role::Plan, "forecast-act") });
    }
    if a.has(lead::ON_END) && a.tail == Tail::Within {
        return Some((Role::Window, "on-end"));
    }
    if a.has(lead::ON_END) {
        return Some((Role::Duration, "on-end"));
    }
    if c.reads_before(&["不得早于", "不早于", "早于"]) {
        return Some((Role::Other, "before-point"));
    }
    if a.has(lead::OVER) && a.tail == Tail::Plain {
        let of = c.reads(&["的", "地"]) && !c.reads(&["的,", "的，", "的追", "的须", "的应", "的可", "的将", "的予", "的处", "的视"]);
        // 超过15分钟未到达的,须说明原因.
        // 连续停车超过24小时的,不再享受免费停车.
        if c.along(w::PRICE) && a.unit() <= Unit::Day && c.reads(&["的"]) {
            return Some((Role::Tariff, "price"));
        }
        if c.before(w::COND) || prev(c.text, c.clause.end).is_some_and(|(ch, at)| ch == '的' && at > c.span.end + 6) && !c.closes() {
            return Some((Role::Other, "threshold"));
        }
        let still = c.reads(&["未", "仍", "尚", "才", "后仍", "还"]);
        let filled = still || !c.before(w::COND) && (c.before(w::FILL | w::TAKE) || c.next_to(w::STATE, 2).is_some() || of);
        return Some(if filled { (Role::Duration, "over-filled") } else { (Role::Other, "threshold") });
    }
    None
}

/// 平均时间压缩至20分钟内: how long the handling takes.
fn handling(c: &Context) -> Option<Verdict> {
    if c.reads_before(&["由", "从", "從", "由原来的", "从原来的", "由原来", "从原来", "原来的"]) && c.next_to(w::HANDLING, 2).is_some()
    {
        return Some((Role::Duration, "handling-time"));
    }
    if c.reads_before(&["平均", "平均用时", "平均耗时", "平均时间", "平均时长", "平均为", "平均仅", "平均只需", "中位数"])
        && c.amount.tail != Tail::After
    {
        return Some((Role::Duration, "average"));
    }
    // 比法定审限六个月大为缩短.
    if a_comparison(c) {
        return Some((Role::Other, "compared"));
    }
    // 由市上规定的8个工作小时压缩到.
    if c.amount.tail == Tail::Plain
        && c.next_to(w::HANDLING, 0).is_some_and(|token| c.text[token.start..token.end].ends_with(['缩', '短', '缩', '減', '减']))
    {
        return Some((Role::Duration, "handling-time"));
    }
    // 少于国家规定的90分钟, 远优于90分钟的标准.
    let standard = || {
        let noun = &c.text[c.span.end..c.clause.end];
        ["标准", "標準", "要求", "规定", "时限", "水平", "均值", "平均值"].iter().any(|word| noun.ends_with(word))
    };
    if (c.closes_or_noun() || standard()) && c.governed(w::COMPARE) && c.amount.lead & !lead::ABOUT == 0 {
        return Some((Role::Other, "compared"));
    }
    let near = c.right_before(w::HANDLING, 10).is_some_and(|token| token.start >= c.clause.start);
    (near && c.closes_or_noun() && matches!(c.amount.tail, Tail::Within | Tail::Plain)).then_some((Role::Duration, "handling-time"))
}

/// 赢得30分钟抢救时间, 宝贵的半小时: what is won for an act is no limit to it.
fn won(c: &Context) -> Option<Verdict> {
    let of = c.reads(&[
        "抢救时间",
        "救援时间",
        "救治时间",
        "逃生时间",
        "避险时间",
        "撤离时间",
        "转移时间",
        "的抢救时间",
        "的救援时间",
        "的救治时间",
        "的逃生时间",
    ]);
    (c.amount.tail == Tail::Plain && (of || c.reads_before(&["宝贵的"]))).then_some((Role::Duration, "time-won"))
}

/// 比 stands before the amount in its clause, and behind it what it is beside the amount.
fn a_comparison(c: &Context) -> bool {
    c.amount.tail == Tail::Plain
        && c.amount.lead == 0
        && c.text[c.clause.start..c.span.start].contains('比')
        && c.reads(&["大为", "大大", "快", "慢", "短", "长", "缩短", "减少", "要快", "更", "还", "少", "多", "早", "晚", "提前"])
}

/// 里, not 内: the amount is filled.
fn in_it(c: &Context) -> bool {
    c.amount.tail == Tail::Within && c.text[..c.span.end].ends_with(['里', '裡', '裏'])
}

impl Context<'_> {
    /// Whether no act follows in the clause.
    fn closes_or_noun(&self) -> bool {
        self.closes() || !self.after(ACT)
    }
}

/// 时限不超过5分钟, 最迟2小时: a limit set by rule.
fn ordered_limit(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.tail == Tail::After || a.tail == Tail::Before {
        return None;
    }
    let named = c.before(w::LIMIT) || c.reads_before(&["限", "限其", "限时", "限期", "期限为", "时限为", "限于"]);
    if a.has(lead::AT_MOST) {
        let limit = named
            || a.unit() == Unit::Workday && c.after(ACT)
            || c.before(w::REPLY | w::ARRIVE | w::MUST | w::PROMISE)
            || c.after(w::REPLY | w::ARRIVE | w::RESULT);
        // 维修不超过100分钟 is promised as 维修100分钟内 is; 停留不超过3天 holds.
        let filled = fills(c) && !named && !waited(c);
        let compared = c.before(w::COND) || c.reads(&["的"]);
        return Some(if !filled && (limit || !compared) { (Role::Deadline, "limit") } else { (Role::Other, "at-most") });
    }
    // 在12分钟的目标召达时间内到达.
    if a.tail == Tail::Plain
        && c.reads(&["的目标", "的承诺", "的规定", "的时限", "的期限", "的标准时间"])
        && c.after(w::ARRIVE | w::RESULT | w::REPLY | w::FINISH)
    {
        return Some((Role::Deadline, "target"));
    }
    // 给平台60天期限整改.
    if a.tail == Tail::Plain && c.reads(&["期限", "的期限", "宽限"]) && c.text[c.clause.start..c.span.start].contains(['给', '給'])
    {
        return Some((Role::Deadline, "given"));
    }
    // 设施检查为14个工作日.
    if c.closes() && a.unit() == Unit::Workday && a.tail == Tail::Plain && c.reads_before(&["为", "是"]) {
        return Some((Role::Deadline, "target"));
    }
    // 召达时间目标为6分钟, 城区限定为45分钟内.
    if c.closes() && c.reads_before(&["目标为", "目标是", "标准为", "标准是", "要求为", "限定为", "限定在", "规定为", "设定为", "定为"])
    {
        return Some((Role::Deadline, "target"));
    }
    // 规定召达时间,市区为六分钟,郊区则为九分钟.
    let rule = c.earlier(w::LIMIT | w::ORDER) && !c.sentence(w::HAPPEN | w::WEATHER | w::STATE & !w::ACTOR);
    if rule && c.closes() && a.tail == Tail::Plain && a.unit() <= Unit::Hour && c.reads_before(&["为", "则为", "均为"]) {
        return Some((Role::Deadline, "target"));
    }
    (named && a.tail != Tail::Within && c.closes_or_noun() && c.reads_before(&["时限为", "期限为", "限", "限其", "时限", "期限"]))
        .then_some((Role::Deadline, "limit"))
}

/// A state right before the amount that is no act: 停留不超过3天, but 抢修不超过8小时.
fn fills(c: &Context) -> bool {
    let from = c.span.start.saturating_sub(6).max(c.floor);
    let last = c.tokens.iter().rev().find(|token| token.end <= c.span.start);
    last.is_some_and(|token| token.end >= from && token.class & w::STATE != 0 && token.class & (ACT | w::ACTOR) == 0)
}

/// 等候时间不超过20分钟, 停电不得超过8小时: how long others may be kept waiting is a limit to the office.
fn waited(c: &Context) -> bool {
    let wait = ["等候", "等待", "排队", "轮候", "候诊", "停电", "停水", "停气", "中断"];
    super::script::eat_any_back(c.text, c.span.start, &["时间", "时长", "时间一般", "时间均"])
        .map_or(c.reads_before(&wait), |(_, at)| super::script::eat_any_back(c.text, at, &wait).is_some())
}

/// 三天前; 活动开始前20分钟 is told by its lead.
fn before_point(c: &Context) -> Option<Verdict> {
    (c.amount.tail == Tail::Before).then_some((Role::Other, "before-point"))
}

/// 十分钟后,民警赶到: a responder's act; else a point in time.
fn after_point(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    // 汇出后五分钟 says the same as 五分钟后.
    let behind = a.tail == Tail::Plain && c.reads_before(&["后", "之后", "以后", "过后"]) && !a.has(lead::USED | lead::SHORT_OF);
    // 过了半小时,妈妈来接走孩子.
    let passed = c.closes() || c.reads(&["仍", "还", "依然", "依旧", "也没", "都没", "始终"]);
    let behind = behind || a.tail == Tail::Plain && passed && c.reads_before(&["过了", "又过了", "过去了", "过了近", "过了快", "过了约"]);
    // 十几分钟过去了,一直没有车来.
    if a.tail == Tail::Plain && c.reads(&["过去了", "又过去了"]) {
        return Some((Role::Duration, "gone-by"));
    }
    if a.tail != Tail::After && !behind {
        return None;
    }
    // 截至地震后30分钟, 间隔第一次采样至少24小时后: no deed is counted so.
    let before = &c.text[c.clause.start..c.span.start];
    if ["截至", "截止", "间隔", "間隔", "相隔"].iter().any(|word| before.contains(word)) {
        return Some((Role::Other, "point-after"));
    }
    // 仅仅20分钟后,再次出现漏拿的行李.
    if c.reads(&["再次", "又", "，再次", "，又"]) && c.has(c.predicate().0, c.predicate().1, w::HAPPEN) {
        return Some((Role::Other, "is-told"));
    }
    // 寻找了5个多小时后: filled with looking.
    if c.reads_before(&["了", "了快", "了将近", "了大约"]) && !c.reads_before(&["过了", "过去了", "过了快", "过了将近", "过了大约"])
    {
        return Some((Role::Duration, "filled"));
    }
    // 过了近十分钟仍无人接听: what did not change meanwhile.
    if behind && c.reads(&["仍", "还", "依然", "依旧", "也没", "都没", "始终"]) {
        return Some((Role::Duration, "gone-by"));
    }
    if c.right_before(w::PLANNING, 0).is_some() || c.reads_before(&["将在", "将于", "拟于", "会在", "大概在", "大约在", "差不多在"])
    {
        return Some((Role::Plan, "forecast-act"));
    }
    if resumes(c) {
        return Some((Role::Other, "under-way"));
    }
    // 申请后一周收到主办方回信: that is the answer.
    if had(c) {
        return Some((Role::Elapsed, "had"));
    }
    // 30分钟后,他们接到第三个电话; 20分钟后,警报再次响起: what is told, and nobody's answer yet.
    if is_told(c) || rings(c) {
        return Some((Role::Other, "is-told"));
    }
    // 台风24小时后将移入海峡.
    if c.reads(&["将", "會", "会"]) && c.sentence(w::WEATHER) && !c.sentence(w::ACTOR) {
        return Some((Role::Other, "forecast"));
    }
    if behind && a.tail == Tail::Plain && c.after(ACT) && c.governed(w::PROMISE | w::MUST | w::ORDER) {
        return Some((Role::Deadline, "promised"));
    }
    if a.unit() == Unit::Workday && !c.after(w::DONE) {
        return Some((Role::Plan, "forecast-act"));
    }
    let (start, end) = c.predicate();
    // 食用后6至12小时可能出现呕吐.
    if behind && c.next_to(w::HAPPEN | w::PERHAPS, 1).is_some() {
        return Some((Role::Window, "happens"));
    }
    let first = second_clause(c.text, start, end);
    let end = if c.has(start, first, ACT | w::HAPPEN) { first } else { second_clause(c.text, first, end) };
    if c.has(start, first, w::PROMISE | w::PLANNING) && !c.has(start, first, w::HAPPEN | w::WEATHER | w::NATURE) {
        return Some((Role::Plan, "forecast-act"));
    }
    let hoped = c.has(start, end, w::PLANNING | w::CAN | w::MUST | w::BAN) || c.has(start, end, w::NOT);
    let result = c.has(start, end, w::RESULT);
    let arrival = c.has(start, end, w::ARRIVE);
    // 民警立即出动,10分钟后抵达现场: the clause before names who arrives.
    let carried = c.earlier(w::ACTOR) && c.has(start, (start + 6).min(end), w::ARRIVE);
    let actor = c.has(start, end, w::ACTOR) || c.before(w::ACTOR) || carried;
    let reply = c.has(start, end, w::REPLY | w::FINISH);
    // 才下架该视频: what somebody does something to does nothing itself.
    let object = c.find(start, end, ACT).map_or(end, |act| act.start);
    let happens = (c.has(start, end, w::HAPPEN) || c.has(start, object, w::NATURE)) && !result && !arrival;
    let condition = c.before(w::COND);
    if !hoped && !happens && !condition && (result || actor && (arrival || reply)) && c.hours() <= 31.0 * 24.0 {
        return Some((Role::Elapsed, "responder-after"));
    }
    // 接单后24小时出方案: done at once behind the amount, and somebody asked.
    if behind && !hoped && !happens && !condition && c.governed(w::TELL) && c.next_to(ACT, 0).is_some() {
        return Some((Role::Elapsed, "achieved"));
    }
    let told = if hoped || happens || condition || c.hours() > 31.0 * 24.0 { None } else { weigh::acts(c, Form::After) };
    Some(told.map_or((Role::Other, "point-after"), |evidence| (Role::Elapsed, evidence)))
}

/// 警报再次响起, 矿井突发冲击地压, 民警仍在盘查: the clause tells what comes about, or what has not changed.
fn rings(c: &Context) -> bool {
    let (start, end) = c.predicate();
    let first = &c.text[start..second_clause(c.text, start, end)];
    ["响起", "響起", "传来", "傳來", "突发", "突發", "仍在", "仍未", "还在", "還在", "依然在", "仍然在"]
        .iter()
        .any(|word| first.contains(word))
}

/// 5分钟后列车再次启动: what was under way goes on.
fn resumes(c: &Context) -> bool {
    let vehicle = eat_any(c.text, c.span.end, &["列车", "飞机", "航班", "客机", "客轮", "车辆", "轮船", "公交车", "车队"]);
    vehicle.is_some_and(|(_, end)| {
        eat_any(c.text, end, &["再次", "重新", "继续", "又", "启动", "起飞", "驶离", "离开", "开动", "出发", "缓缓", "正点"]).is_some()
    })
}

/// The end of the first clause with something in it.
fn second_clause(text: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    let mut seen = 0;
    while at < end {
        let Some((c, after)) = next(text, at) else { break };
        if ends_clause(c) {
            if seen > 2 {
                return at;
            }
        } else {
            seen += 1;
        }
        at = past_ideographs(text, after, end);
        seen += (at - after) / 3;
    }
    end
}

/// 3天内不得外出, 24小时内必须停产: an order that holds for the amount, or is carried out within it.
fn held_or_carried_out(c: &Context, start: usize, end: usize) -> Option<Verdict> {
    // 30分钟内必须封闭: an order that is carried out in it; one of a day or more holds so long.
    let carried_out = c.hours() < 24.0
        && c.next_to(w::MUST & !w::BAN, 1)
            .is_some_and(|must| eat_any(c.text, must.end, &["封闭", "停止", "暂停", "关闭", "立即"]).is_some());
    // 应当在24小时内停止生产: a limit to stopping.
    let limited =
        c.before(w::MUST & !w::BAN) && c.reads_before(&["在", "于"]) && c.reads(&["停止", "暂停", "关闭", "封闭", "停产", "停售"]);
    if carried_out || limited {
        return Some((Role::Deadline, "ordered-within"));
    }
    if let Some(ban) = c.find(start, end, w::BAN) {
        let first = c.find(start, end, ACT | w::MUST & !w::BAN);
        if ban.start <= start + 12 || first.is_none_or(|act| act.start >= ban.start) && !c.has(start, ban.start, w::ACTOR) {
            return Some((Role::Duration, "kept-for"));
        }
    }
    // 切勿在地震后24小时内进入.
    let forbidden = c.within(c.clause.start, c.span.start).any(|token| {
        token.class & w::BAN != 0 && matches!(super::script::next(c.text, token.start), Some(('切' | '请' | '勿' | '严' | '禁' | '不', _)))
    });
    if forbidden && !c.before(w::ACTOR) || c.right_before(w::BAN, 3).is_some() && !c.after(w::RESULT | w::REPLY) {
        return Some((Role::Duration, "kept-for"));
    }
    // 3天内不进入人员密集场所.
    let kept = [
        "不进",
        "不出",
        "不去",
        "不前往",
        "不参",
        "不外出",
        "不聚",
        "不离",
        "不乘",
        "不饮",
        "不吃",
        "不喝",
        "不洗",
        "不碰",
        "不再进",
        "不打开",
        "不拆",
        "不使用",
        "不接触",
        "不抽",
        "不熬",
        "不剧烈",
        "不驾",
    ];
    if c.hours() >= 12.0 && c.reads(&kept) && !c.before(w::NATURE) {
        return Some((Role::Duration, "kept-for"));
    }
    None
}

/// N内: a deadline where someone acts, a window where things are counted or happen.
fn within(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.tail != Tail::Within {
        return None;
    }
    let (start, end) = c.predicate();
    // 不能一天之内完成: no one does it.
    if c.right_before(w::NOT, 2).is_some() {
        // 未达12分钟内到场的服务承诺: a promise that was not kept is one.
        let promised = c.after(ACT)
            && ["承诺", "标准", "规定", "要求", "目标", "时限"].iter().any(|word| {
                let end = c.clause.end.min(c.chain);
                c.text[c.span.end..end].ends_with(word) || c.text[c.clause.start..c.span.start].contains(word)
            });
        return Some(if promised { (Role::Deadline, "duty-missed") } else { (Role::Other, "denied") });
    }
    if let Some(verdict) = held_or_carried_out(c, start, end) {
        return Some(verdict);
    }
    // 15分钟内接获两起报案: to be told is no answer.
    if is_told(c) {
        return Some((Role::Window, "is-told"));
    }
    let match_told = c.sentence(w::PLAY) && !c.before(w::ACTOR) && !c.sentence(w::MUST | w::ORDER);
    if match_told {
        return Some((Role::Window, "in-a-match"));
    }
    // 32小时内,就有45人送医: how many there were.
    if there_were(c) {
        return Some((Role::Window, "counted"));
    }
    // 两个小时里,乘客只靠饼干充饥.
    if in_it(c) && c.closes() && !c.has(start, end, w::ACTOR) && !tallied(c, start, c.clauses(start, end, 1)) {
        return Some((Role::Duration, "filled"));
    }
    let ordered = c.governed(w::MUST | w::PROMISE) || c.has(start, end, w::MUST) || c.opens() && c.earlier(w::PROMISE);
    if c.text[c.clause.start..c.span.start].contains('我') && !c.before(w::ACTOR) && c.has(start, end, w::CAN) {
        return Some((Role::Plan, "my-own-doing"));
    }
    // 黄金时间为发病后120分钟内.
    if c.closes() && c.governed(w::DEFINE) {
        return Some((Role::Other, "defined"));
    }
    // 两小时内出现不适的人群应尽早就诊: of whom it is said, and no limit to what they must do.
    if let Some(must) = c.find(start, end, w::MUST).filter(|must| told_of(c.text, must.start)) {
        let act = c.has(start, must.start, ACT);
        return Some(if act { (Role::Other, "condition") } else { (Role::Window, "of-whom") });
    }
    let happens = c.find(start, end, w::HAPPEN);
    // 30日内,伤亡人数发生变化的,应当补报.
    if c.closes() && happens.is_some() && next(c.text, c.span.end).is_some_and(|(_, at)| whoever(c, at)) {
        return Some((Role::Window, "happens"));
    }
    // 疫情在4至6周内就能控制.
    if c.before(w::NATURE) && !c.before(w::ACTOR) && c.next_to(w::CAN, 2).is_some() {
        return Some((Role::Plan, "forecast-act"));
    }
    let act = c.find(start, end, w::ARRIVE | w::RESULT | w::REPLY).or_else(|| c.find(start, end, w::FINISH));
    // 人数达3万的救援部队: it says which, not how many.
    let counted = c.find(start, end, w::COUNT).filter(|counted| {
        let act = act.map_or(end, |act| act.start).max(counted.end);
        !(c.text[counted.end..act].contains('的') && c.has(counted.end, act, w::ACTOR))
    });
    // 抵渝后3天内进行两次核酸检测: asked of those who come.
    // 抵渝3天内主动核酸检测1次 says the same.
    let came = c.reads_before(&["后", "之后", "以后"]) && c.governed(w::TELL | w::ARRIVE)
        || c.span.start <= c.clause.start + 12
            && eat_any(c.text, c.clause.start, &["抵", "返", "到", "入", "来"]).is_some_and(|(_, at)| at < c.span.start)
        // 抵津24小时后、72小时内进行1次.
        || c.floor > c.clause.start && eat_any(c.text, c.clause.start, &["抵", "返"]).is_some();
    let tested = c.next_to(w::PAPER, 9).is_some() && came;
    if tested && !c.has(start, end, w::HAPPEN) {
        return Some((Role::Deadline, "tests-after-coming"));
    }
    let times = repeats(c) || many(c, start, end) && !triggered(c) && !c.has(start, end, w::RESULT) && !c.sentence(w::TROUBLE);
    if (counted.is_some_and(|counted| act.is_none_or(|act| counted.start < act.start)) || times) && !ordered {
        return Some((Role::Window, "counted"));
    }
    if !ordered
        && a.unit() >= Unit::Day
        && act.is_some_and(|act| act.class & w::RESULT != 0 && act.class & w::FINISH == 0)
        && tallied(c, start, end)
    {
        return Some((Role::Window, "tallied"));
    }
    let wished = c.right_before(w::PLANNING, 4).is_some()
        || a.unit() >= Unit::Day && c.reads_before(&["决定", "决定在", "宣布将在", "宣布在"])
        || c.has(start, (start + 9).min(end), w::PLANNING);
    if wished && !ordered {
        return Some((Role::Plan, "forecast-act"));
    }
    if c.has(start, end, w::NOT) && act.is_none() || c.next_to(w::NOT, 0).is_some() || c.reads(&["不到", "不来", "没到", "未到", "无人"])
    {
        return Some((Role::Other, "not-done"));
    }
    if let Some(happens) = happens
        && !ordered
        && act.is_none_or(|act| act.class & (w::RESULT | w::ARRIVE | w::REPLY) == 0 || act.start > happens.start)
    {
        let actor = c.has(start, happens.start, w::ACTOR) || c.before(w::ACTOR);
        if !(actor && act.is_some()) {
            return Some((Role::Window, "happens"));
        }
    }
    if act.is_some() {
        return Some((Role::Deadline, "act-within"));
    }
    if ordered {
        let hoped = c.closes() && c.earlier(w::PLANNING);
        return Some(if hoped { (Role::Plan, "wished") } else { (Role::Deadline, "ordered-within") });
    }
    // 时间控制在10分钟以内 with the verb before it.
    if c.closes() && c.before(ACT) {
        return Some((Role::Deadline, "act-before"));
    }
    Some(weigh::acts(c, Form::Within).map_or((Role::Window, "within-no-act"), |evidence| (Role::Deadline, evidence)))
}

/// 就有45人, 已有三起: how many there were, and nobody's deed.
fn there_were(c: &Context) -> bool {
    let after = next(c.text, c.span.end).filter(|(mark, _)| *mark == ',').map_or(c.span.end, |(_, after)| after);
    let there = eat_any(c.text, after, &["就有", "便有", "已有", "即有", "共有", "竟有", "就已有"]);
    let (start, end) = c.predicate();
    let end = if c.closes() { c.clauses(start, end, 1) } else { end };
    there.is_some_and(|(_, at)| super::numeral::numeral(c.text, at).is_some()) && !c.before(w::ACTOR) && !c.has(start, end, w::ARRIVE)
}

/// Whether reports come in within the amount: 接到, 收到 is the first that is said of it.
pub(crate) fn is_told(c: &Context) -> bool {
    let (start, end) = c.predicate();
    let verb = c.find(start, end, w::TELL | ACT | w::HAPPEN);
    verb.is_some_and(|verb| {
        eat_any(c.text, verb.start, &["接到", "接获", "收到", "接报", "打进", "打進"]).is_some_and(|(_, after)| {
            let end = second_clause(c.text, after, end);
            // 一周后收到主办单位回信: that is the answer.
            let answer =
                ["回信", "回复", "回覆", "答复", "答覆", "回应", "退款", "结果"].iter().any(|word| c.text[after..end].contains(word));
            !answer && eat_any(c.text, after, &["后", "之后", "的"]).is_none() && super::script::eat_back(c.text, end, "后").is_none()
        })
    })
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
            if super::script::eat_any_back(c.text, before, &["此后", "随后", "然后", "最后", "今后", "之后又"]).is_none()
                && super::script::eat_back(c.text, before, "后").is_some()
            {
                return c.has(c.sentence.start, before, w::TELL | w::HAPPEN | ACT);
            }
        }
        at = before;
    }
    false
}

/// Whether a clause that tells of whom or what it holds ends at `at`: …的人群, …的车辆.
fn told_of(text: &str, at: usize) -> bool {
    const WHOM: &[&str] = &[
        "的人群",
        "的人员",
        "的人士",
        "的人",
        "的患者",
        "的病人",
        "的旅客",
        "的乘客",
        "的居民",
        "的市民",
        "的群众",
        "的学生",
        "的儿童",
        "的老人",
        "的车辆",
        "的企业",
        "的单位",
        "的家庭",
    ];
    eat_any_back(text, at, WHOM).is_some()
}

/// Whether the clause that begins at `at` ends with 的: of whom it holds.
fn whoever(c: &Context, at: usize) -> bool {
    let end = c.clauses(at, c.chain, 1);
    prev(c.text, end).is_some_and(|(ch, before)| ch == '的' && before > at) && next(c.text, end).is_some_and(|(ch, _)| ch == ',')
}

/// 两次, 三度, 连 right behind: it is counted how often.
pub(crate) fn repeats(c: &Context) -> bool {
    let Some((first, at)) = next(c.text, c.predicate().0) else { return false };
    let often = |c: char| one_of(c, "次度回起");
    let nth = |at: usize| super::numeral::numeral(c.text, at).and_then(|n| next(c.text, n.end)).is_some_and(|(c, _)| often(c));
    matches!(first, '连' | '屡')
        || nth(c.predicate().0)
        || first == '第' && nth(at)
        || one_of(first, "一两二三四五六七八九十多数几") && next(c.text, at).is_some_and(|(c, _)| often(c))
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
            _ if super::numeral::han_digit(digit).is_some() => {}
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

/// 从接警到破案: both ends are told.
fn from_to(c: &Context) -> bool {
    let before = &c.text[c.clause.start..c.span.start];
    let told = |piece: &str, start: usize, end: usize| {
        piece.find(['从', '從', '自', '由']).is_some_and(|from| piece[from..].contains(['到', '至'])) && c.has(start, end, ACT | w::TELL)
    };
    if told(before, c.clause.start, c.span.start) {
        return true;
    }
    // 从我打电话到他们来,不到十分钟; 从进门到血管再通:38分钟.
    let light = eat_any_back(
        c.text,
        c.span.start,
        &["总共", "一共", "前后也就", "也就", "前后", "全程", "花了", "用了", "共", "只", "总共花了", "一共花了", "总共用了", "一共用了"],
    );
    let opens = c.opens() || light.is_some_and(|(_, start)| start <= c.clause.start + 6);
    let alone = opens && c.closes() && c.clause.start > c.sentence.start;
    let Some((mark @ (',' | ':'), end)) = prev(c.text, c.clause.start).filter(|_| alone) else {
        return false;
    };
    let start = clause_start(c.text, end, c.sentence.start);
    let piece = &c.text[start..end];
    told(piece, start, end) || mark == ':' && piece.starts_with(['从', '從']) && piece.contains(['到', '至'])
}

/// What is told of it is no deed of now: it is said of somebody, it is to come, or it used to be so.
fn of_another_time(c: &Context, noun: bool, taken: bool) -> Option<Verdict> {
    // 上场仅3分钟的小将: of whom it is told.
    if noun && !c.amount.has(lead::USED) && !taken {
        return Some((Role::Duration, "filled"));
    }
    // 将用四个月完成.
    if c.reads_before(&["将用", "将花", "将耗时", "将历时", "拟用", "要用", "计划用", "准备用", "打算用", "需用"])
    {
        return Some((Role::Plan, "forecast-act"));
    }
    // 过去要跑六次,至少花费6个工作日.
    (taken && c.closes() && formerly(c)).then_some((Role::Duration, "formerly"))
}

/// 过去, 以往 begin the clause or the one before: how long it used to take.
fn formerly(c: &Context) -> bool {
    let before = (c.clause.start > c.sentence.start).then(|| prev(c.text, c.clause.start)).flatten();
    let earlier = before.map_or(c.clause.start, |(_, end)| clause_start(c.text, end, c.sentence.start));
    [c.clause.start, earlier]
        .iter()
        .any(|at| eat_any(c.text, *at, &["过去", "以往", "以前", "原来", "原先", "从前", "此前", "原本", "改革之前", "改革前"]).is_some())
}

/// 距预警发出不到50分钟, after what was done by then; 离家不到半小时,家里就起了火; 抽血时,距其驾车不足1小时.
fn since_told(c: &Context) -> Option<Verdict> {
    let before = &c.text[c.clause.start..c.span.start];
    let apart = c.closes() && c.amount.has(lead::SHORT_OF | lead::ONLY);
    if !apart || !before.contains(['距', '离', '離']) {
        return None;
    }
    let done = c.earlier(w::RESULT | w::ARRIVE) && prev(c.text, c.clause.start).is_some_and(|(_, end)| !ends_with_when(c.text, end));
    let from = before.trim_start_matches(|ch: char| !matches!(ch, '距' | '离' | '離'));
    // 便在公交站找到了她。此时,距家属报警才过去两小时.
    let (start, end) = self::before(c);
    let now = eat_any(c.text, c.sentence.start, &["此时", "这时", "此刻", "而此时", "“此时"]).is_some();
    if now && w::any(c.text, start, end, w::RESULT | w::ARRIVE) {
        return Some((Role::Elapsed, "since-told"));
    }
    // 此时距离嫌疑人逃跑时间尚不足48小时: whatever it was.
    let told = from.starts_with(['距', '離', '离']) && from.chars().count() >= 4;
    if c.governed(w::TELL | ACT) {
        return Some(if c.earlier(ACT) { (Role::Elapsed, "since-told") } else { (Role::Other, "shortly-after") });
    }
    told.then_some(if done { (Role::Elapsed, "since-told") } else { (Role::Other, "shortly-after") })
}

/// A clause that ends at `end` with 时: it tells when.
fn ends_with_when(text: &str, end: usize) -> bool {
    eat_back(text, end, "时").is_some()
}

/// 便有了线索: what was looked for is there.
fn had(c: &Context) -> bool {
    const SOUGHT: &[&str] = &["线索", "结果", "消息", "眉目", "回音", "回复", "答复", "着落", "下落", "回应", "突破", "进展"];
    let got = eat_any(c.text, c.span.end, &["收到", "得到", "就收到", "便收到", "才收到"]);
    let answered = got.is_some_and(|(_, at)| {
        let end = second_clause(c.text, at, c.clause.end);
        ["回信", "回复", "回覆", "答复", "答覆", "回应"].iter().any(|word| c.text[at..end].contains(word))
    });
    answered || eat_any(c.text, c.span.end, &["便有了", "就有了", "即有了"]).is_some_and(|(_, at)| eat_any(c.text, at, SOUGHT).is_some())
}

/// 仅用2小时, 历时4个小时,完成…: what was achieved in it, or what filled it.
fn used(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    let disused = c.reads_before(&["停用", "使用", "试用", "占用", "借用", "禁用", "租用", "公用", "启用", "服用", "采用", "享用", "引用"]);
    let taken = c.right_before(w::TAKE, 2).is_some() || !disused && c.reads_before(&["用", "花", "费时", "共用", "用了", "花了"]);
    if a.tail != Tail::Plain {
        return None;
    }
    let told = from_to(c);
    if !(a.has(lead::USED | lead::SHORT_OF | lead::ONLY | lead::HAVING) || taken || told) {
        return None;
    }
    // 整个过程不到1个小时.
    if c.closes()
        && c.reads_before(&["过程", "全程", "全流程", "全过程", "的时间", "用时", "耗时"])
        && c.sentence(ACT)
        && !c.sentence(w::PLANNING)
    {
        return Some((Role::Elapsed, "course"));
    }
    let (start, end) = c.predicate();
    // 高铁单程仅需40分钟: how long the way is.
    if c.amount_reads(&["仅需", "只需", "只要"]) && measure::is_a_way(c) {
        return Some((Role::Plan, "on-the-way"));
    }
    // 距报警不足1小时: how long after that it was.
    if let Some(verdict) = since_told(c) {
        return Some(verdict);
    }
    // 黄金抢救时间只有4到6分钟.
    if a.has(lead::HAVING) && (c.governed(w::DEFINE) || c.text[c.clause.start..c.span.start].contains("黄金")) {
        return Some((Role::Other, "only-has"));
    }
    let act = c.has(start, end, ACT);
    // 几分钟就会窒息: so it goes.
    if c.reads(&["就会", "便会", "即会", "后就会"]) && c.find(c.span.end, c.clause.end, ACT).is_none() {
        return Some((Role::Window, "so-it-goes"));
    }
    if had(c) {
        return Some((Role::Elapsed, "had"));
    }
    // 就, 便: whatever the verb, it is done.
    let at_once = c.reads(&["就", "便", "即", "才", "时间就", "时间便", "时间,就", ",就", ",便", "，就", "，便"]);
    let nature = c.governed(w::NATURE) && c.along(w::HAPPEN) || c.governed(w::HAPPEN) && !act && !told;
    // 地震发生仅40分钟,救援队就到了: the clock, and who answers.
    let answered = c.closes() && c.along(w::ACTOR);
    if (nature || c.has(start, end, w::HAPPEN) && !act && !told) && !answered {
        return Some((Role::Window, "happens"));
    }
    if c.right_before(w::HANDLING, 6).is_some() {
        return Some((Role::Duration, "handling-time"));
    }
    if c.has(start, end, w::COUNT) && !a.has(lead::USED) && !told {
        return Some((Role::Window, "counted"));
    }
    let verb = c.find(start, end, ACT).map_or(end, |token| token.start);
    let hoped = c.has(start, verb, w::CAN | w::PLANNING) || c.before(w::PLANNING);
    if hoped && !told {
        return Some(if act && c.has(start, end, w::REPLY) { (Role::Deadline, "promised") } else { (Role::Plan, "forecast-act") });
    }
    let noun = c.reads(&["的"]) && !c.reads(&["的时间", "的工夫", "的功夫"]);
    if let Some(verdict) = of_another_time(c, noun, taken) {
        return Some(verdict);
    }
    if told && !noun {
        return Some((Role::Elapsed, "from-to"));
    }
    if a.has(lead::HAVING) {
        // 整个过程只有5分钟.
        // 入院至溶栓的时间仅为41分钟.
        let told = &c.text[c.clause.start..c.span.start];
        let told = c.governed(w::TELL | ACT) && told.contains(['至', '到']) && told.ends_with("时间");
        let course =
            told || c.before(w::RESULT) || c.reads_before(&["过程", "前后", "全程"]) || c.governed(w::TELL) && c.earlier(w::RESULT);
        return Some(if course { (Role::Elapsed, "course") } else { (Role::Other, "only-has") });
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
                && weigh::acts(c, Form::Used).is_some();
        return Some(if achieved && !noun { (Role::Elapsed, "took") } else { (Role::Duration, "filled") });
    }
    if c.right_before(w::STATE, 0).is_some() {
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
    if let Some(evidence) = weigh::acts(c, Form::Used).filter(|_| !event || answered) {
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

/// 办结时间3天, 5分钟抵达, 三个工作日取证: the act follows at once.
fn ended_by(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.tail != Tail::Plain || a.stretch {
        return None;
    }
    if c.right_before(w::FILL, 0).is_some() {
        return None;
    }
    let (start, end) = c.predicate();
    if c.next_to(w::COUNT, 3).is_some() || a.unit() >= Unit::Day && !c.closes() && tallied(c, start, end) {
        return Some((Role::Window, "counted"));
    }
    if c.reads(&["不间断", "不停", "不眠", "连续", "持续", "昼夜", "连轴", "的"]) {
        return Some((Role::Duration, "filled"));
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
    let served = act.class & w::REPLY != 0 || c.before(w::REPLY | w::PROMISE) || c.text[act.start..act.end].contains('办');
    // 预计两个月提交报告: nobody promised it.
    let foreseen = c.reads_before(&["预计", "预期", "估计", "预计需", "预计需要"]) && !c.before(w::PROMISE);
    if hoped {
        return Some(if !foreseen && (served || c.before(w::ACTOR)) { (Role::Deadline, "promised") } else { (Role::Plan, "forecast-act") });
    }
    let actor = c.before(w::ACTOR) || c.earlier(w::ACTOR) || c.has(start, end, w::ACTOR);
    let anybody = act.class & (w::ARRIVE | w::RESULT | w::REPLY) == 0 && !actor;
    if anybody && !c.reads(&["就", "便", "即"]) && !(c.opens() && act.start == start) {
        return Some((Role::Other, "done-by-anybody"));
    }
    if c.governed(w::ORDER | w::LIMIT) && c.reads_before(&["超过", "时限"]) {
        return Some((Role::Other, "threshold"));
    }
    // 最快一笔37分钟到账 is achieved, whatever was promised.
    let record = ["最快", "最短", "首单", "首笔"].iter().any(|word| c.text[c.clause.start..c.span.start].contains(word));
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

/// What is left fills its time or is none of these.
fn plain(c: &Context) -> Verdict {
    let a = c.amount;
    if c.right_before(w::FILL, 0).is_some() {
        return (Role::Duration, "filled");
    }
    // 超标累计90天, 高温达到15天.
    if c.next_to(w::COUNT, 3).is_some()
        || a.unit() >= Unit::Day && c.closes() && c.reads_before(&["累计", "累计达", "合计", "达到", "累计达到"])
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
    if c.next_to(w::CAN, 1).is_some() && !c.closes() {
        // 补领20天可取: what an office hands out.
        let answers = c.reads(&["可取", "可领", "可拿", "可办", "即可取", "即可领", "就能拿", "就能办", "就可拿"]);
        return if answers { (Role::Deadline, "promised") } else { (Role::Plan, "forecast-act") };
    }
    // 两三分钟消防车就会到: what is to come.
    if !c.closes()
        && ["就会", "就将", "便会", "即将", "将会"].iter().any(|word| c.text[c.span.end..c.clause.end].contains(word))
        && !c.reads(&["就会", "便会"])
    {
        return (Role::Plan, "forecast-act");
    }
    if c.reads(&["通达", "直达", "可达", "互达", "畅达", "联通"]) {
        return (Role::Plan, "on-the-way");
    }
    if exclaimed(c) {
        return (Role::Elapsed, "exclaimed");
    }
    // 预计晚点15分钟, 至少休战两周.
    let foreseen = c.governed(w::PLANNING) && a.unit() < Unit::Year || a.unit() <= Unit::Day && c.governed(w::PERHAPS);
    if foreseen && !c.sentence(w::WEATHER) && !c.governed(w::DONE) {
        return (Role::Plan, "expected-stretch");
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
    if a.unit() == Unit::Hour && a.lead == 0 && !c.closes() && (c.hours() - 24.0).abs() < 1e-9 {
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
fn told(c: &Context) -> Option<Verdict> {
    let evidence = weigh::acts(c, Form::Bare)?;
    let ruled = c.governed(w::MUST | w::PROMISE | w::ORDER) || c.earlier(w::ORDER | w::PROMISE) && !c.along(w::DONE);
    Some((if ruled { Role::Deadline } else { Role::Elapsed }, evidence))
}
