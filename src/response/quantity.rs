//! Amounts of people and things: 219支流调队伍, 2600名“三公”流调队员, 600余名警力.

use crate::report::{Bound, Quantity};
use crate::text::{Excerpt, Span, trimmed};
use crate::time::numeral::{self, bound_before, numeral};
use crate::time::script::{eat, eat_any, eat_any_back, is_han, next, prev};

/// Measure words of people and things, longer ones first.
const MEASURES: &[&str] = &[
    "平方公里",
    "平方米",
    "立方米",
    "人次",
    "辆次",
    "架次",
    "户次",
    "公里",
    "千米",
    "公斤",
    "千克",
    "亿元",
    "名",
    "人",
    "支",
    "个",
    "辆",
    "台",
    "件",
    "套",
    "艘",
    "架",
    "起",
    "家",
    "户",
    "处",
    "条",
    "通",
    "份",
    "位",
    "批",
    "组",
    "座",
    "栋",
    "间",
    "所",
    "项",
    "次",
    "吨",
    "箱",
    "枚",
    "张",
    "只",
    "头",
    "棵",
    "株",
    "顶",
    "床",
    "袋",
    "桶",
    "瓶",
    "艇",
    "米",
    "亩",
    "元",
    "例",
    "场",
    "班",
    "具",
    "块",
    "把",
    "根",
    "宗",
    "单",
    "本",
    "册",
    "笔",
    "片",
    "类",
    "种",
    "队",
    "口",
    "趟",
    "列",
    "节",
];

/// What is often counted behind its noun: 群众200余人, 车辆30余辆.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "医护人员", "救援人员", "抢险人员", "工作人员", "流调人员", "嫌疑人", "消防员", "志愿者", "消防车", "救护车", "冲锋舟", "橡皮艇", "挖掘机",
    "群众", "居民", "村民", "旅客", "游客", "学生", "船员", "人员", "队员", "警力", "民警", "官兵", "党员", "干部", "车辆", "船艇", "船只", "渔船",
    "设备", "装备", "机械", "物资", "帐篷", "队伍", "案件", "病例", "样本", "房屋",
];

/// The quantities in `text[span]`, in order.
pub(crate) fn quantities(source: &Excerpt, span: Span) -> Vec<Quantity> {
    let text = source.as_str();
    let mut found = Vec::new();
    let mut at = span.start;
    loop {
        at = numeral::past_others(text, at, span.end);
        let Some((c, after)) = next(text, at).filter(|_| at < span.end) else { break };
        if !numeral::begins(c) && c != '上' {
            at = after;
            continue;
        }
        match numeral(text, at).and_then(|n| quantity(source, &n, span)) {
            Some(hit) => {
                at = hit.span.end;
                found.push(hit);
            }
            None => at = numeral(text, at).map_or(after, |n| if c.is_ascii_digit() { n.end.max(after) } else { after }),
        }
    }
    found
}

fn quantity(source: &Excerpt, n: &numeral::Numeral, within: Span) -> Option<Quantity> {
    let text = source.as_str();
    if n.vague && n.end == n.start {
        return None;
    }
    // 第3支, “2·17”, 一个个: no amount.
    if matches!(prev(text, n.start), Some(('第' | '·' | '每', _))) {
        return None;
    }
    let at = eat(text, n.end, "多").unwrap_or(n.end);
    let (measure, mut end) = eat_any(text, at, MEASURES)?;
    (end <= within.end).then_some(())?;
    let follows = next(text, end).map_or(' ', |(c, _)| c);
    let light = n.digits == 0 && n.high < 3.0;
    // 一起, 一次, 一条龙, 一个 counts nothing worth telling; 个 before a time is a time.
    if light
        && (matches!(
            measure,
            "起" | "次" | "场" | "批" | "班" | "项" | "把" | "块" | "口" | "头" | "本" | "类" | "种" | "片" | "间" | "通" | "条"
        ) || n.high <= 1.0 && n.digits == 0)
    {
        return None;
    }
    if measure == "个" && (eat_any(text, end, &["小时", "月", "多", "半", "工作日", "星期", "礼拜", "钟头", "昼夜", "百分点"]).is_some())
        || measure == "组" && follows == '织'
    {
        return None;
    }
    if measure == "人" && matches!(follows, '民' | '工' | '类' | '生' | '均' | '口') {
        return None;
    }
    let (bound, start) = match bound_before(text, n.start) {
        Some((bound, start)) if start >= within.start => (Some(bound), start),
        _ => (None, n.start),
    };
    let mut noun_start = end;
    end = noun(text, end, within.end);
    // 群众200余人: the noun stands before its number.
    let (mut start, mut noun_end) = (start, end);
    if noun_start == end
        && let Some((_, before)) = eat_any_back(text, start, NOUNS).filter(|(_, before)| *before >= within.start)
    {
        (noun_start, noun_end, start) = (before, start, before);
    }
    let bound = match bound {
        Some(bound) if n.bound == Bound::Exact => bound,
        _ => n.bound,
    };
    let bound = if at > n.end { Bound::AtLeast } else { bound };
    let span = Span::new(start, end);
    let noun = trimmed(text, noun_start..noun_end);
    let noun = Span::new(noun.start, noun.end);
    Some(Quantity { text: source.piece(span), number: n.high, bound, measure, noun: source.piece(noun), span })
}

/// What is counted: at most a dozen ideographs, up to a verb, a particle or punctuation; quotes belong to it.
fn noun(text: &str, start: usize, stop: usize) -> usize {
    let mut at = start;
    let mut quote = false;
    for _ in 0..14 {
        if at >= stop {
            break;
        }
        let Some((c, after)) = next(text, at) else { break };
        if c == '“' || c == '”' || c == '「' || c == '」' {
            quote = !quote;
            at = after;
            continue;
        }
        if !is_han(c) || !quote && (numeral::han_digit(c).is_some() || eat_any(text, at, breaks(c)).is_some()) {
            break;
        }
        at = after;
    }
    at.min(stop)
}

/// What ends a noun and begins with a character.
fn breaks(first: char) -> &'static [&'static str] {
    match first {
        '组' => &["组成", "组建"],
        '全' => &["全部"],
        '已' => &["已"],
        '均' => &["均"],
        '分' => &["分别", "分成"],
        '参' => &["参加", "参与"],
        '投' => &["投入"],
        '赶' => &["赶"],
        '到' => &["到"],
        '抵' => &["抵达"],
        '完' => &["完成"],
        '集' => &["集结"],
        '就' => &["就位"],
        '被' => &["被"],
        '的' => &["的"],
        '和' => &["和"],
        '与' => &["与"],
        '及' => &["及"],
        '在' => &["在"],
        '对' => &["对"],
        '将' => &["将"],
        '把' => &["把"],
        '向' => &["向"],
        '从' => &["从"],
        '于' => &["于"],
        '也' => &["也"],
        '开' => &["开展"],
        '进' => &["进行"],
        '前' => &["前往"],
        '连' => &["连夜"],
        '迅' => &["迅速"],
        '立' => &["立即"],
        '第' => &["第一时间"],
        '共' => &["共同"],
        '为' => &["为"],
        '等' => &["等"],
        '以' => &["以上"],
        '左' => &["左右"],
        '展' => &["展开"],
        '负' => &["负责"],
        '成' => &["成功"],
        '通' => &["通过"],
        '携' => &["携带"],
        '奔' => &["奔赴"],
        '出' => &["出动"],
        '并' => &["并"],
        '都' => &["都"],
        '顺' => &["顺利"],
        '紧' => &["紧急"],
        '随' => &["随即"],
        '实' => &["实施"],
        '待' => &["待命"],
        '抓' => &["抓获"],
        '破' => &["破获"],
        '扑' => &["扑灭"],
        '转' => &["转移"],
        '同' => &["同时"],
        '即' => &["即"],
        '是' => &["是"],
        '有' => &["有"],
        '了' => &["了"],
        '可' => &["可"],
        '能' => &["能"],
        '要' => &["要"],
        _ => &[],
    }
}
