//! Amounts that are measured against something: how far it is, how much more or less, how late, how old. Nothing is done in them.

use super::{Context, Verdict};
use crate::report::Role;
use crate::text::Span;
use crate::time::amount::{Tail, Unit, lead};
use crate::time::script::{eat_any, says};
use crate::time::words as w;

/// 距案发地5分钟路程, 还剩20分钟, 开车要一个小时: how far it is.
pub(crate) fn distance(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.tail != Tail::Plain {
        return None;
    }
    if c.reads_before(&["还有", "还剩", "剩下", "只剩", "仅剩", "还差", "不足", "剩余"]) {
        // 列车距离前方车站还有20分钟: under way.
        let way = says(c.text, c.sentence, &["列车", "航班", "飞机", "机场", "机长", "客轮"]) || says(c.text, c.lead_in(), &["站", "港"]);
        if way && c.text[c.sentence.start..c.span.start].contains(['距', '离', '離']) {
            return Some((Role::Other, "under-way"));
        }
        return Some((Role::Other, "still-to-go"));
    }
    // 油料只够飞4个小时.
    if c.reads_before(&["够", "够飞", "够用", "够开", "能撑"]) && !c.reads_before(&["能够", "足够", "不够"]) {
        return Some((Role::Duration, "lasts"));
    }
    // 距案发地5分钟路程.
    if c.reads(&["路程", "车程", "步程", "脚程", "航程", "的路程", "的车程"]) && c.leading().contains(['距', '离', '離'])
    {
        return Some((Role::Other, "distance"));
    }
    // 15分钟步行可达范围.
    if c.reads(&["步行可达", "步行范围", "骑行可达", "车程范围", "通勤范围"]) {
        return Some((Role::Other, "distance"));
    }
    // 服务半径为步行15分钟左右的范围.
    if c.reads_before(&["步行", "骑行", "驾车", "车程"]) && c.reads(&["的范围", "范围", "的距离", "的半径", "可达的"])
    {
        return Some((Role::Other, "distance"));
    }
    // 还需运行56分钟: how long it will take.
    let to_go = ["还需", "仍需", "尚需", "还要", "還需", "仍須", "還要"];
    if c.right_before(w::FILL | w::STATE, 0).is_some() && to_go.iter().any(|word| c.leading().contains(word)) {
        return Some((Role::Plan, "still-to-go"));
    }
    // 开车要一个小时, 走小路只要40分钟.
    // 如果巡警赶来的话,最快也得五六分钟.
    let supposed = c.earlier(w::COND) || c.before(w::COND);
    if supposed && a.unit() <= Unit::Hour && c.reads_before(&["也得", "也要", "还得", "起码得", "至少得"]) {
        return Some((Role::Plan, "forecast-act"));
    }
    if c.closes() && a.unit() <= Unit::Hour && takes(c) {
        // 乘高铁从成都到重庆仅需1小时.
        if is_a_way(c) {
            return Some((Role::Plan, "on-the-way"));
        }
        // 家人驱车过来大概需要两个小时.
        if travels(c) && c.leading().contains("大概") {
            return Some((Role::Plan, "on-the-way"));
        }
        return Some((Role::Duration, "takes"));
    }
    // 下楼五分钟就有球场: how near it is; 便有了线索 tells what came of it.
    if a.unit() <= Unit::Hour
        && c.reads(&["就有", "便有", "即有", "有", "就是"])
        && !c.reads(&["有效", "有人", "有余", "便有了", "就有了", "即有了"])
    {
        return Some((Role::Other, "within-reach"));
    }
    None
}

/// 要, 需要, 只要 before the amount, and nobody who asks an office: how long it takes.
fn takes(c: &Context) -> bool {
    let needs = ["要", "需", "需要", "只要", "只需", "仅需", "得", "大约要", "大概要"];
    let needed = c.reads_before(&needs) || eat_any(c.text, c.span.start, &["只要", "只需", "仅需"]).is_some();
    let journey = c.leading().contains('程');
    needed && !journey && !c.before(w::REPLY | w::FINISH) && !c.earlier(w::PROMISE | w::ORDER)
}

/// 晚点一小时以上的, 遲到30分鐘以上未滿60分鐘: how late one must be, whatever is paid for it.
pub(crate) fn late(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    let late = ["延误", "延误时间", "晚点", "晚点时间", "迟到", "误点", "延迟", "逾期", "超时", "逾时", "晚到", "拖欠"];
    let beyond = a.has(lead::OVER | lead::SHORT_OF) || c.beyond() || c.reads(&["的", "未"]);
    if a.tail != Tail::Plain || !beyond || !c.reads_before(&late) {
        return None;
    }
    // 晚点半小时的列车 tells of one train.
    let whom = c.reads(&["的,", "的可", "的应", "的须", "的不", "未"]) || c.governed(w::COND) || c.along(w::CAN | w::MUST);
    (whom && !c.governed(w::DONE | w::PLANNING)).then_some((Role::Other, "threshold"))
}

/// What people ride in.
pub(crate) const RIDES: &[&str] = &["乘坐", "搭乘", "乘搭", "列车", "高铁", "动车", "自驾"];

/// A ride is spoken of in the sentence, before the amount.
pub(crate) fn rides(c: &Context) -> bool {
    says(c.text, Span::new(c.sentence.start, c.span.start), RIDES)
}

/// A way, and no responder, is spoken of before the amount.
pub(crate) fn travels(c: &Context) -> bool {
    let before = c.leading();
    let ways = ["乘", "坐", "自驾", "驾车", "开车", "骑行", "步行", "车程", "航程", "飞行", "高铁", "动车", "直飞", "驱车", "从", "從"];
    ways.iter().any(|way| before.contains(way)) && !c.before(w::TELL | w::RESULT)
}

/// 单程, 全程, 车程, 高铁: how long the way is.
pub(crate) fn is_a_way(c: &Context) -> bool {
    let before = c.leading();
    ["单程", "單程", "全程", "车程", "車程", "航程", "路程", "通勤", "最快"].iter().any(|way| before.ends_with(way))
        || ["高铁", "高鐵", "动车", "直飞", "直達", "直达"].iter().any(|way| before.contains(way)) && !c.sentence(w::RESULT)
}

/// 10分钟左右延误: how much of it there was.
fn of_lateness(c: &Context) -> bool {
    c.reads(&["延误", "晚点", "误差", "差距", "时差", "的延误", "的晚点", "的时差", "的误差"])
}

/// 比上年缩短1分钟, 晚点30分钟以上, 再晚三小时: how much more or less than told, allowed or supposed.
pub(crate) fn difference(c: &Context) -> Option<Verdict> {
    let a = c.amount;
    if a.tail != Tail::Plain {
        return None;
    }
    if of_lateness(c) {
        return Some(if c.governed(w::PLANNING | w::PERHAPS) { (Role::Plan, "forecast-act") } else { (Role::Duration, "late-by") });
    }
    // 距老人离家已超过24小时.
    if a.has(lead::OVER) && c.closes() && c.leading().contains(['距', '离', '離']) && c.reads_before(&["已", "已经"]) {
        return Some((Role::Other, "since"));
    }
    // 比上年缩短1分钟, 晚点30分钟以上: how much more or less.
    let closes_behind = c.closes() || c.reads(&["的", "可", "、", "或"]) || c.yields_to_amount();
    if closes_behind
        && c.reads_before(&[
            "缩短",
            "缩短了",
            "压缩",
            "压缩了",
            "减少",
            "减少了",
            "节省",
            "节省了",
            "节约",
            "节约了",
            "省下",
            "快了",
            "慢了",
            "早了",
            "晚了",
            "早到了",
            "晚到了",
            "迟到了",
            "提前了",
            "推迟了",
            "多花",
            "多花了",
            "少花",
            "少花了",
            "多用了",
            "少用了",
            "多跑了",
            "少了",
            "多了",
            "迟报",
            "瞒报",
            "漏报",
        ])
    {
        return Some((Role::Other, "difference"));
    }
    if closes_behind
        && c.leading().contains(['比', '较', '較'])
        && c.reads_before(&["延长", "增加", "推迟", "延长了", "快", "慢", "早", "晚", "多", "少", "提早"])
    {
        return Some((Role::Other, "difference"));
    }
    // 开考倒计时8分钟; 延后了40分钟开打; 通勤时间增加约15分钟.
    if c.reads_before(&["倒计时", "延后了", "推迟了", "延后", "顺延了"]) || closes_behind && c.reads_before(&["推迟", "推后", "顺延"])
    {
        return Some((Role::Other, "difference"));
    }
    // 超过规定时间十五分钟.
    if c.governed(w::EXCEED) && c.reads_before(&["规定时间", "送达时间", "约定时间", "时限", "期限"]) {
        return Some((Role::Other, "threshold"));
    }
    let times = || says(c.text, c.lead_in(), &["时间", "时长", "车程", "行程"]);
    if closes_behind && a.unit() <= Unit::Hour && c.reads_before(&["增加", "增加了", "延长了", "多出"]) && times() {
        return Some((Role::Other, "difference"));
    }
    let late = c.reads_before(&["延误", "延误时间", "晚点时间", "晚点", "迟到", "误点", "延迟", "逾期", "超时", "未满", "不满", "逾时"]);
    if late && (a.has(lead::OVER | lead::SHORT_OF) || c.beyond()) {
        return Some(if c.governed(w::PLANNING) { (Role::Plan, "forecast-act") } else { (Role::Other, "threshold") });
    }
    // 超时10分钟赔5元, 擅离1小时罚10万元.
    let penal = c.reads(&["罚", "赔", "扣", "的罚", "的赔", "的扣"]) && !c.reads(&["赔付", "罚款到"]);
    if penal || c.reads_before(&["超时", "逾期", "逾时", "超期"]) {
        return Some((Role::Other, "threshold"));
    }
    // 再晚三小时就危险了; 出生两个月.
    // 多抢一秒就多一分希望: worth so much.
    if a.unit() <= Unit::Minute && !c.closes() && c.reads_before(&["抢", "争", "早", "晚", "争取", "抢回", "赢得", "抢出", "多"])
    {
        return Some((Role::Other, "difference"));
    }
    // 再过十分钟就到家了.
    if c.reads_before(&["再过"])
        && !c.sentence(w::COND)
        && ['就', '便', '将', '將'].iter().any(|c_| c.text[c.span.end..c.clause.end].contains(*c_))
    {
        return Some((Role::Plan, "still-to-go"));
    }
    if c.reads_before(&["再晚", "再迟", "再拖", "再等", "再过", "哪怕", "若晚", "晚来"]) {
        return Some((Role::Other, "supposed"));
    }
    if c.reads_before(&["出生", "出生才", "刚满", "年仅", "月龄"]) {
        return Some((Role::Other, "age"));
    }
    None
}
