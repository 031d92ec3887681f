//! Expressions that begin with a word: 昨日, 次日, 今年, 周一, 凌晨, 春节, 每天, 目前.

use super::amount::{Amount, Tail, Unit, tail};
use super::moment::Anchor::{self, Report, Story};
use super::moment::{Moment, Part, Piece, Season, clock, colon_clock, part_of_day, ranged, time_of_day, year_rest};
use super::numeral::numeral;
use super::scan::{Found, What};
use super::script::{eat, eat_any, eat_back, eat_row, ends_clause, gap, is_han, next, one_of, prev};
use crate::text::Span;

/// An expression that begins with a word.
pub(crate) fn named(text: &str, at: usize, c: char) -> Option<Found> {
    if !is_han(c) {
        return None;
    }
    let found = |end: usize, what: What| Some(Found { span: Span::new(at, end), what });
    let before = prev(text, at).map_or(' ', |(c, _)| c);
    match c {
        '今' | '昨' | '明' | '当' | '同' | '次' | '翌' | '前' | '后' | '去' | '本' | '上' | '下' | '大' => {
            if let Some(hit) = relative(text, at, c, before) {
                return Some(hit);
            }
            if let Some((part, end)) = part_of_day(text, at) {
                return Some(parted(text, at, part, end));
            }
            if c == '当'
                && let Some(end) = eat(text, at, "当前").filter(|end| !current_as_noun(text, before, *end))
            {
                return found(end, What::Vague("PRESENT_REF"));
            }
            None
        }
        '凌' | '清' | '早' | '中' | '正' | '午' | '傍' | '晚' | '夜' | '深' | '半' => {
            if let Some((part, end)) = part_of_day(text, at) {
                if matches!(next(text, end), Some(('报' | '新' | '饭' | '餐' | '场', _))) || c == '半' && before == '大' {
                    return None;
                }
                return Some(parted(text, at, part, end));
            }
            if matches!(c, '晚' | '早') {
                // 晚8点: the single character needs its clock.
                let (_, after) = next(text, at)?;
                let n = numeral(text, gap(text, eat(text, after, "约").unwrap_or(after)))?;
                let part = if c == '晚' { Part::Evening } else { Part::Morning };
                let date = Moment { part: Some(part), ..Moment::BARE };
                let (moment, end) = colon_clock(text, &n, date).or_else(|| clock(text, &n, date, true))?;
                return Some(ranged(text, at, moment, end));
            }
            if let Some((md, end)) = feast(text, at) {
                return Some(feasted(text, at, md, end));
            }
            None
        }
        '周' | '星' | '礼' => {
            let (moment, end) = weekday(text, at)?;
            let (moment, end) = time_of_day(text, end, moment);
            Some(ranged(text, at, moment, end))
        }
        '每' => set(text, at),
        '零' => {
            let end = eat_any(text, at, &["零时", "零点"])?.1;
            let n = numeral(text, at)?;
            if let Some((moment, end)) = clock(text, &n, Moment::BARE, true) {
                return Some(ranged(text, at, moment, end));
            }
            found(end, What::Moment(Moment { clock: Some((0, None, None)), ..Moment::BARE }))
        }
        '元' | '春' | '国' | '端' | '重' | '除' | '五' | '十' => {
            if let Some((md, end)) = feast(text, at) {
                return Some(feasted(text, at, md, end));
            }
            season(text, at, c)
        }
        '夏' | '秋' | '冬' => season(text, at, c),
        '目' | '现' | '如' | '眼' | '近' | '日' | '连' => {
            let (&(_, value, not_behind, not_before), end) = eat_row(text, at, VAGUE, |row| row.0)?;
            let other = one_of(before, not_behind) || next(text, end).is_some_and(|(c, _)| one_of(c, not_before));
            (!other).then_some(())?;
            found(end, What::Vague(value))
        }
        '年' => {
            let (_, end) = eat_any(text, at, &["年初", "年底", "年末"])?;
            let whole = !matches!(before, '周' | '成' | '青' | '少' | '中' | '老' | '童');
            whole.then_some(())?;
            found(end, What::Moment(Moment { from: Anchor::Report, step: Unit::Year, piece: Piece::Edge, ..Moment::BARE }))
        }
        '月' => {
            let (_, end) = eat_any(text, at, &["月初", "月底", "月末"])?;
            (before != '个').then_some(())?;
            found(end, What::Moment(Moment { from: Anchor::Report, step: Unit::Month, piece: Piece::Edge, ..Moment::BARE }))
        }
        '首' => {
            let (_, end) = eat_any(text, at, &["首小时", "首半小时", "首个小时"])?;
            found(end, What::Price)
        }
        _ => None,
    }
}

/// Words for now and lately: the word, its value, the characters before it and behind it that make it part of another word (出现在, 节日前夕).
#[rustfmt::skip]
const VAGUE: &[(&str, &str, &str, &str)] = &[
    ("目前", "PRESENT_REF", "", ""),
    ("现在", "PRESENT_REF", "出发呈体表实涌显再展浮闪兑重", ""),
    ("现今", "PRESENT_REF", "", ""),
    ("如今", "PRESENT_REF", "", ""),
    ("眼下", "PRESENT_REF", "", ""),
    ("近年来", "PAST_REF", "附邻", ""),
    ("近日来", "PAST_REF", "附邻", ""),
    ("近些年来", "PAST_REF", "", ""),
    ("近些年", "PAST_REF", "", ""),
    ("近几日", "PAST_REF", "", ""),
    ("近年", "PAST_REF", "附邻", ""),
    ("近日", "PAST_REF", "附邻", ""),
    ("近期", "PAST_REF", "附邻", ""),
    ("近来", "PAST_REF", "附邻", ""),
    ("日前", "PAST_REF", "生节假抗旧往昔末即休作近时", "往来夕后去"),
    ("连日来", "PAST_REF", "", ""),
    ("连日", "PAST_REF", "", ""),
];

/// 疫情当前, 大敌当前: what stands before faces us; 在当前, 当前, are times.
fn current_as_noun(text: &str, before: char, end: usize) -> bool {
    let follows = next(text, end).map_or('。', |(c, _)| c);
    let closes = ends_clause(follows) || follows == '、' || follows == '”' || follows == ' ';
    is_han(before)
        && !matches!(before, '在' | '到' | '至' | '从' | '对' | '于' | '是' | '和' | '与')
        && (closes || matches!(before, '敌' | '难'))
}

/// A part of the day that begins an expression.
fn parted(text: &str, at: usize, part: Part, end: usize) -> Found {
    let date = Moment { part: Some(part), ..Moment::BARE };
    let after = gap(text, end);
    let after = eat_any(text, after, &["大约", "约", "近"]).map_or(after, |(_, after)| after);
    let (moment, end) = match numeral(text, after).and_then(|n| colon_clock(text, &n, date).or_else(|| clock(text, &n, date, true))) {
        Some(hit) => hit,
        None => (date, end),
    };
    ranged(text, at, moment, end)
}

/// The fixed day of a feast; of a feast that moves with the moon none.
type MonthDay = Option<(u32, u32)>;

/// 春节, 国庆假期, 五一小长假: its fixed day if it has one, and the end.
pub(crate) fn feast(text: &str, at: usize) -> Option<(MonthDay, usize)> {
    const FEASTS: &[(&str, MonthDay)] = &[
        ("元旦", Some((1, 1))),
        ("春节", None),
        ("元宵节", None),
        ("元宵", None),
        ("除夕", None),
        ("清明节", None),
        ("清明", None),
        ("端午节", None),
        ("端午", None),
        ("中秋节", None),
        ("中秋", None),
        ("重阳节", None),
        ("国庆节", Some((10, 1))),
        ("国庆", Some((10, 1))),
    ];
    const BREAKS: &[&str] = &["黄金周", "小长假", "长假", "假期", "期间", "假日", "前夕", "前后"];
    let (c, _) = next(text, at)?;
    if matches!(c, '五' | '十') {
        // 五一 and 十一 are feasts only where a holiday is spoken of.
        let (word, end) = eat_any(text, at, &["五一", "十一"])?;
        let close = eat_any(text, end, &["”", "\"", "」", "’"]).map_or(end, |(_, end)| end);
        let (_, end) = eat_any(
            text,
            close,
            &["国际劳动节", "劳动节", "国庆节", "国庆", "黄金周", "小长假", "长假", "假期", "期间", "假日", "前后", "前夕"],
        )?;
        let end = eat_any(text, end, BREAKS).map_or(end, |(_, end)| end);
        return Some((Some(if word == "五一" { (5, 1) } else { (10, 1) }), end));
    }
    let (row, end) = eat_row(text, at, FEASTS, |row| row.0)?;
    let end = eat_any(text, end, BREAKS).map_or(end, |(_, end)| end);
    Some((row.1, end))
}

fn feasted(text: &str, at: usize, md: MonthDay, end: usize) -> Found {
    let moment = match md {
        Some((m, d)) => Moment { month: Some(m), day: Some(d), ..Moment::BARE },
        None => Moment { piece: Piece::Feast, ..Moment::BARE },
    };
    // “十一”黄金周: the quotes belong to it.
    let start = prev(text, at)
        .filter(|(c, _)| text[at..end].contains(['”', '」', '’']) && matches!(c, '“' | '「' | '‘'))
        .map_or(at, |(_, start)| start);
    Found { span: Span::new(start, end), what: What::Moment(moment) }
}

/// 夏季, 冬天.
fn season(text: &str, at: usize, c: char) -> Option<Found> {
    let (_, after) = next(text, at)?;
    let (_, end) = eat_any(text, after, &["季", "天"])?;
    if matches!(next(text, end), Some(('气' | '然' | '空', _))) {
        return None;
    }
    let season = match c {
        '春' => Season::Spring,
        '夏' => Season::Summer,
        '秋' => Season::Autumn,
        '冬' => Season::Winter,
        _ => return None,
    };
    Some(Found { span: Span::new(at, end), what: What::Moment(Moment { piece: Piece::Season(season), ..Moment::BARE }) })
}

/// 每天, 每周一, 每小时, 每晚.
fn set(text: &str, at: usize) -> Option<Found> {
    const SETS: &[(&str, &str)] = &[
        ("每天", "P1D"),
        ("每日", "P1D"),
        ("每晚", "P1D"),
        ("每个工作日", "P1D"),
        ("每个星期", "P1W"),
        ("每星期", "P1W"),
        ("每周", "P1W"),
        ("每礼拜", "P1W"),
        ("每个月", "P1M"),
        ("每月", "P1M"),
        ("每年", "P1Y"),
        ("每季度", "P3M"),
        ("每个季度", "P3M"),
        ("每个小时", "PT1H"),
        ("每小时", "PT1H"),
        ("每分钟", "PT1M"),
        ("每秒", "PT1S"),
    ];
    let (word, value, end) = eat_row(text, at, SETS, |row| row.0).map(|(&(word, value), end)| (word, value, end))?;
    if word == "每周"
        && let Some((_, end)) = weekday(text, eat(text, at, "每")?)
    {
        return Some(Found { span: Span::new(at, end), what: What::Set("P1W") });
    }
    if word == "每日" && matches!(next(text, end), Some(('经' | '新' | '电' | '邮' | '商', _))) {
        // A newspaper's name: 每日经济新闻, 每日电讯报.
        return None;
    }
    Some(Found { span: Span::new(at, end), what: What::Set(value) })
}

/// 周一, 星期三, 上周五, 下周末: with the week told before.
pub(crate) fn weekday(text: &str, at: usize) -> Option<(Moment, usize)> {
    let (_, after) = eat_any(text, at, &["星期", "礼拜", "周"])?;
    let (c, end) = next(text, after)?;
    let day = match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '日' | '天' => 7,
        '末' => {
            let moment = Moment { step: Unit::Week, piece: Piece::Weekend, ..Moment::BARE };
            return Some((moment, end));
        }
        _ => return None,
    };
    if c == '天' && eat(text, at, "周").is_some() || c == '日' && matches!(next(text, end), Some(('本' | '报' | '常', _))) {
        return None;
    }
    let follows = next(text, end).map_or(' ', |(c, _)| c);
    // 每周一次, 本周一直, 一周三天: the digit belongs to the next word.
    let counted = one_of(follows, "次个人家名位天期条场检测岁年十百千小");
    let begun = day == 1 && one_of(follows, "直样起致些更结共行同切开般度定律旦");
    if counted || begun {
        return None;
    }
    Some((Moment { step: Unit::Week, piece: Piece::Weekday(day), ..Moment::BARE }, end))
}

/// Words that count from the report or the story: the word, from where, how many of which unit, the characters before it and behind it
/// that make it part of another word.
type Counted = (&'static str, Anchor, i32, Unit, &'static str, &'static str);

/// The words of this kind that a character begins, longer ones first.
#[rustfmt::skip]
fn counted(first: char) -> &'static [Counted] {
    match first {
        '大' => &[
            ("大前天", Report, -3, Unit::Day, "", ""),
            ("大后天", Report, 3, Unit::Day, "", ""),
        ],
        '今' => &[
            ("今天", Report, 0, Unit::Day, "", ""),
            ("今日", Report, 0, Unit::Day, "", "头"),
            ("今晨", Report, 0, Unit::Day, "", ""),
            ("今早", Report, 0, Unit::Day, "", ""),
            ("今晚", Report, 0, Unit::Day, "", ""),
            ("今夜", Report, 0, Unit::Day, "", ""),
            ("今年", Report, 0, Unit::Year, "", ""),
        ],
        '昨' => &[
            ("昨天", Report, -1, Unit::Day, "", ""),
            ("昨日", Report, -1, Unit::Day, "", ""),
            ("昨晨", Report, -1, Unit::Day, "", ""),
            ("昨早", Report, -1, Unit::Day, "", ""),
            ("昨晚", Report, -1, Unit::Day, "", ""),
            ("昨夜", Report, -1, Unit::Day, "", ""),
        ],
        '明' => &[
            ("明天", Report, 1, Unit::Day, "光文表证说声清黎发透昆注阐", "气"),
            ("明日", Report, 1, Unit::Day, "光文表证说声清黎发透昆注阐", ""),
            ("明晨", Report, 1, Unit::Day, "光文表证说声清黎发透昆注阐", ""),
            ("明早", Report, 1, Unit::Day, "光文表证说声清黎发透昆注阐", ""),
            ("明晚", Report, 1, Unit::Day, "光文表证说声清黎发透昆注阐", ""),
            ("明年", Report, 1, Unit::Year, "光文表证说声清黎发透昆注阐", ""),
        ],
        '前' => &[
            ("前天", Report, -2, Unit::Day, "目日之以先当此年", "气"),
            ("前晚", Report, -2, Unit::Day, "", ""),
            ("前年", Report, -2, Unit::Year, "", ""),
        ],
        '后' => &[
            ("后天", Report, 2, Unit::Day, "然之以今此午先", "性气然"),
            ("后年", Report, 2, Unit::Year, "", ""),
        ],
        '当' => &[
            ("当天", Story, 0, Unit::Day, "相适应充担恰正不每", ""),
            ("当日", Story, 0, Unit::Day, "相适应充担恰正不每", ""),
            ("当晚", Story, 0, Unit::Day, "", ""),
            ("当夜", Story, 0, Unit::Day, "", ""),
            ("当年", Story, 0, Unit::Year, "", "轻"),
            ("当月", Story, 0, Unit::Month, "相适应充担恰正不每", ""),
        ],
        '同' => &[
            ("同日", Story, 0, Unit::Day, "不共合会如", "本益"),
            ("同一天", Story, 0, Unit::Day, "", ""),
            ("同年", Story, 0, Unit::Year, "不", "龄"),
            ("同月", Story, 0, Unit::Month, "", ""),
        ],
        '次' => &[
            ("次日", Story, 1, Unit::Day, "一二两三四五六七八九十每此多层名首再人几这上本", ""),
            ("次晨", Story, 1, Unit::Day, "一二两三四五六七八九十每此多层名首再人几这上本", ""),
            ("次年", Story, 1, Unit::Year, "一二两三四五六七八九十每此多层名首再人几这上本", ""),
            ("次月", Story, 1, Unit::Month, "一二两三四五六七八九十每此多层名首再人几这上本", ""),
        ],
        '翌' => &[
            ("翌日", Story, 1, Unit::Day, "", ""),
            ("翌晨", Story, 1, Unit::Day, "", ""),
            ("翌年", Story, 1, Unit::Year, "", ""),
        ],
        '去' => &[
            ("去年同期", Report, -1, Unit::Year, "", ""),
            ("去年", Report, -1, Unit::Year, "", ""),
        ],
        '上' => &[
            ("上年同期", Report, -1, Unit::Year, "", ""),
            ("上年", Report, -1, Unit::Year, "", ""),
            ("上半年", Report, 0, Unit::Year, "", ""),
            ("上个月", Report, -1, Unit::Month, "", ""),
            ("上月", Report, -1, Unit::Month, "以", "球"),
            ("上周", Report, -1, Unit::Week, "以之楼桌", "围边折到密期转遭全知"),
            ("上个星期", Report, -1, Unit::Week, "", ""),
            ("上星期", Report, -1, Unit::Week, "", ""),
        ],
        '本' => &[
            ("本年度", Report, 0, Unit::Year, "日基样资成脚原根标版", ""),
            ("本月", Report, 0, Unit::Month, "日基样资成脚原根标版", ""),
            ("本周", Report, 0, Unit::Week, "日基样资成脚原根标版", "期边围转到折"),
            ("本季度", Report, 0, Unit::Quarter, "日基样资成脚原根标版", ""),
        ],
        '下' => &[
            ("下半年", Report, 0, Unit::Year, "", ""),
            ("下个月", Report, 1, Unit::Month, "", ""),
            ("下月", Report, 1, Unit::Month, "以", "球"),
            ("下周", Report, 1, Unit::Week, "以之楼桌", "围边折到密期转遭全知"),
            ("下个星期", Report, 1, Unit::Week, "", ""),
            ("下星期", Report, 1, Unit::Week, "", ""),
        ],
        _ => &[],
    }
}

/// 昨日, 次日, 今年, 上周三, 本月, 去年底, 同日: counted from the report or the story.
fn relative(text: &str, at: usize, c: char, before: char) -> Option<Found> {
    let (&(word, from, offset, step, not_behind, not_before), end) = eat_row(text, at, counted(c), |row| row.0)?;
    let follows = next(text, end).map_or(' ', |(c, _)| c);
    if one_of(before, not_behind) || one_of(follows, not_before) {
        return None;
    }
    // 目前年, 以上年: these three need a free place.
    if matches!(word, "前年" | "上年" | "后年") && is_han(before) && !one_of(before, "在从自于较比是到至和") {
        return None;
    }
    let mut moment = Moment { from, offset, step, ..Moment::BARE };
    if word.ends_with("同期") {
        return Some(Found { span: Span::new(at, end), what: What::Moment(moment) });
    }
    match step {
        Unit::Day => {
            // 当天内, 当日办结: the amount is the day itself.
            if matches!(word, "当天" | "当日") {
                const SERVED: &[&str] = &["办结", "办好", "办完", "答复", "回复", "拿证", "取证", "出证", "领证"];
                let within = match tail(text, end) {
                    Some((Tail::Within, end)) => Some((Tail::Within, end)),
                    _ => eat_any(text, eat_any(text, end, &["即可", "即", "就", "可"]).map_or(end, |(_, end)| end), SERVED)
                        .map(|_| (Tail::Plain, end)),
                };
                if let Some((tail, end)) = within {
                    let mut a = Amount::new(1.0, Unit::Day);
                    a.tail = tail;
                    return Some(Found { span: Span::new(at, end), what: What::Amount(a) });
                }
            }
            moment.part = match word.chars().next_back() {
                Some('晨' | '早') => Some(Part::Morning),
                Some('晚') => Some(Part::Evening),
                Some('夜') => Some(Part::Night),
                _ => None,
            };
            let part = moment.part;
            let (mut moment, end) = time_of_day(text, end, moment);
            moment.part = moment.part.or(part);
            Some(ranged(text, at, moment, end))
        }
        Unit::Year => {
            if word == "上半年" || word == "下半年" {
                moment.piece = Piece::Half(if word == "上半年" { 1 } else { 2 });
                return Some(Found { span: Span::new(at, end), what: What::Moment(moment) });
            }
            if let Some(end) = eat(text, end, "以来").or_else(|| eat(text, end, "内")) {
                return Some(Found { span: Span::new(at, end), what: What::Moment(moment) });
            }
            let (moment, end) = year_rest(text, end, moment);
            Some(ranged(text, at, moment, end))
        }
        Unit::Month => {
            if let Some((word, end)) = eat_any(text, end, &["上旬", "中旬", "下旬", "初", "底", "末"]) {
                moment.piece = match word {
                    "上旬" => Piece::Third(1),
                    "中旬" => Piece::Third(2),
                    "下旬" => Piece::Third(3),
                    _ => Piece::Edge,
                };
                return Some(Found { span: Span::new(at, end), what: What::Moment(moment) });
            }
            if let Some(day) = numeral(text, end).filter(|d| d.whole().is_some_and(|d| (1..=31).contains(&d)))
                && let Some((_, end)) = eat_any(text, day.end, &["日", "号"])
            {
                moment.day = day.whole();
                let (moment, end) = time_of_day(text, end, moment);
                return Some(ranged(text, at, moment, end));
            }
            Some(ranged(text, at, moment, end))
        }
        Unit::Week => {
            if let Some((day, end)) = weekday_behind(text, end) {
                moment.piece = day;
                let (moment, end) = time_of_day(text, end, moment);
                return Some(ranged(text, at, moment, end));
            }
            moment.piece = Piece::Week;
            Some(Found { span: Span::new(at, end), what: What::Moment(moment) })
        }
        _ => Some(Found { span: Span::new(at, end), what: What::Moment(moment) }),
    }
}

/// The day behind 上周, 下星期.
fn weekday_behind(text: &str, end: usize) -> Option<(Piece, usize)> {
    let (c, _) = next(text, end)?;
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '日' | '天' | '末').then_some(())?;
    // The grammar of `weekday` wants its word in front: step back over it.
    let (_, start) = prev(text, end)?;
    let start = if eat(text, start, "期").is_some() { eat_back(text, end, "星期")? } else { start };
    let (moment, end) = weekday(text, start)?;
    Some((moment.piece, end))
}
