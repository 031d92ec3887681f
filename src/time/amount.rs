//! Amounts of time: number, unit, and the words on both sides that belong to them.

use super::moment::year;
use super::numeral::{self, Numeral, numeral};
use super::role::law;
use super::scan::{Found, What};
use super::script::{eat, eat_any, eat_any_back, eat_row, ends_clause, gap, gap_back, next, one_of, prev, rows_back};
use crate::report::Bound;
use crate::text::HanSet;
use crate::text::Span;

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Workday,
    Week,
    Month,
    Quarter,
    Year,
}

impl Unit {
    /// Its length in hours; a month has 30 days and a year 365.
    pub(crate) fn hours(self) -> f64 {
        match self {
            Unit::Second => 1.0 / 3600.0,
            Unit::Minute => 1.0 / 60.0,
            Unit::Hour => 1.0,
            Unit::Day | Unit::Workday => 24.0,
            Unit::Week => 168.0,
            Unit::Month => 720.0,
            Unit::Quarter => 2160.0,
            Unit::Year => 8760.0,
        }
    }
}

/// What stands behind an amount and changes what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tail {
    /// Nothing.
    Plain,
    /// 内, 之内, 以内, 里.
    Within,
    /// 后, 之后, 以后, 过后.
    After,
    /// 前, 之前, 以前.
    Before,
    /// 来, 以来.
    Since,
}

/// Words before an amount that belong to it, as bits.
pub(crate) mod lead {
    /// 仅用, 只用, 仅用时.
    pub(crate) const USED: u32 = 1;
    /// 不到, 不足.
    pub(crate) const SHORT_OF: u32 = 1 << 1;
    /// 仅, 只, 短短.
    pub(crate) const ONLY: u32 = 1 << 2;
    /// 约, 近.
    pub(crate) const ABOUT: u32 = 1 << 3;
    /// 过去, 最近, 此前.
    pub(crate) const PAST: u32 = 1 << 4;
    /// 未来, 今后.
    pub(crate) const COMING: u32 = 1 << 5;
    /// 超过, 至少.
    pub(crate) const OVER: u32 = 1 << 6;
    /// 不超过, 最多.
    pub(crate) const AT_MOST: u32 = 1 << 7;
    /// 连续, 持续.
    pub(crate) const ON_END: u32 = 1 << 8;
    /// 每, 每隔.
    pub(crate) const EVERY: u32 = 1 << 9;
    /// 提前.
    pub(crate) const AHEAD: u32 = 1 << 10;
    /// 间隔.
    pub(crate) const APART: u32 = 1 << 11;
    /// 限时, 免费.
    pub(crate) const PRICED: u32 = 1 << 12;
    /// 前 (the N before).
    pub(crate) const PRE: u32 = 1 << 13;
    /// 随后.
    pub(crate) const THEN: u32 = 1 << 14;
    /// 过 (过两天).
    pub(crate) const PASSING: u32 = 1 << 15;
    /// 只有, 仅有.
    pub(crate) const HAVING: u32 = 1 << 16;
}

/// An amount of time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount {
    /// Numbers and their units; in a compound (2小时40分钟) the largest first. Apart they take less room.
    numbers: [f64; 3],
    units: [Unit; 3],
    /// How many are used.
    len: u8,
    /// The lower end of a range of the first part.
    pub(crate) low: f64,
    pub(crate) bound: Bound,
    /// 几, 数, 多: no number is said.
    pub(crate) vague: bool,
    pub(crate) tail: Tail,
    /// Bits of [`lead`].
    pub(crate) lead: u32,
    /// 昼夜, 夜, 小时+以上…: a stretch, not a count.
    pub(crate) stretch: bool,
}

impl Amount {
    pub(crate) fn new(n: f64, unit: Unit) -> Self {
        Amount {
            numbers: [n; 3],
            units: [unit; 3],
            len: 1,
            low: n,
            bound: Bound::Exact,
            vague: false,
            tail: Tail::Plain,
            lead: 0,
            stretch: false,
        }
    }

    /// Its first number, the only one of most.
    pub(crate) fn number(&self) -> f64 {
        self.numbers[0]
    }

    /// That one's unit.
    pub(crate) fn unit(&self) -> Unit {
        self.units[0]
    }

    pub(crate) fn numbers(&self) -> &[f64] {
        &self.numbers[..usize::from(self.len)]
    }

    pub(crate) fn units(&self) -> &[Unit] {
        &self.units[..usize::from(self.len)]
    }

    /// Its upper end in hours.
    pub(crate) fn hours(&self) -> f64 {
        self.numbers().iter().zip(self.units()).map(|(n, unit)| n * unit.hours()).sum()
    }

    /// Where the last of its parts stands.
    fn last(&self) -> usize {
        usize::from(self.len) - 1
    }

    fn push(&mut self, n: f64, unit: Unit) {
        if self.len < 3 {
            self.len += 1;
            (self.numbers[self.last()], self.units[self.last()]) = (n, unit);
        }
    }

    pub(crate) fn has(&self, bits: u32) -> bool {
        self.lead & bits != 0
    }
}

/// Whether `n` and its unit read as an amount where they could be a date: 三日内, 过去14日, 连续3日.
pub(crate) fn wanted(text: &str, n: &Numeral) -> bool {
    let at = gap(text, n.end);
    let Some((unit @ ('日' | '月' | '年'), after)) = next(text, at) else { return false };
    if unit == '年' {
        // 2021年, 二〇二一年, 民国105年, 98年3月.
        return n.whole().is_none_or(|whole| year(text, n, whole, after).is_none());
    }
    // 仅用1月8日至11日: a day of a month is no amount.
    if unit == '月'
        && numeral(text, gap(text, after)).and_then(|day| next(text, gap(text, day.end))).is_some_and(|(c, _)| matches!(c, '日' | '号'))
    {
        return false;
    }
    if n.vague || n.bound != Bound::Exact || n.is_range() {
        return true;
    }
    if tail(text, after).is_some_and(|(t, _)| t == Tail::Within) {
        return true;
    }
    // 处五日以上十日以下拘留, 满30日的: no day of the month has more or less; 3月5日以上 never comes here.
    if unit == '日'
        && let Some((_, after)) = eat_any(text, after, &["以上", "以下"])
    {
        // 15日以上述罪名: 以 takes 上述, and the day is a day.
        let closes =
            next(text, after).is_none_or(|(c, _)| ends_clause(c) || one_of(c, "的拘未仍者有才行") || numeral(text, after).is_some());
        return closes || matches!(prev(text, n.start), Some(('处' | '满' | '留' | '达' | '超', _)));
    }
    // 七日无理由退货.
    if unit == '日' && eat_any(text, after, &["无理由"]).is_some() {
        return true;
    }
    // 由14日减至7日.
    if matches!(prev(text, n.start), Some(('由' | '从', _))) && next(text, after).is_some_and(|(c, _)| one_of(c, "减缩延增改")) {
        return true;
    }
    // 3日后 is an amount, 7月3日后 never comes here; 3月后 may be March.
    if unit == '日' && tail(text, after).is_some_and(|(t, _)| t == Tail::After) {
        return true;
    }
    leads_amount(text, n.start) || unit == '日' && law::of_period(text, n.start) && !bounds_period(text, after)
}

/// 公示期30日止, 公示期5日至11日: the days on which a period begins and ends.
fn bounds_period(text: &str, after: usize) -> bool {
    range_mark(text, after).and_then(|at| numeral(text, at)).is_some()
        || next(text, gap(text, after)).is_some_and(|(c, _)| one_of(c, "起开始止截结到"))
}

/// Words before a number that make an amount of it.
const AMOUNT_BEFORE: &[&str] = &[
    "过去",
    "减至",
    "减到",
    "缩至",
    "缩短至",
    "压缩至",
    "延长至",
    "延至",
    "增至",
    "之前",
    "连续",
    "持续",
    "历时",
    "为期",
    "长达",
    "至少",
    "最多",
    "至多",
    "超过",
    "不超过",
    "不到",
    "不足",
    "仅用",
    "只用",
    "短短",
    "每隔",
    "未来",
    "最近",
    "此前",
    "前",
    "近",
    "达",
    "满",
    "逾",
    "每",
    "仅",
    "缓刑",
    "拘留",
    "期限为",
    "时限为",
    "期间为",
    "逾期",
    "超期",
    "停牌",
    "停赛",
    "禁赛",
    "拘役",
    "隔离",
    "检疫",
    "暂停",
    "停业",
    "停课",
    "整顿",
    "缩短",
    "推迟",
    "延长",
    "提前",
    "共",
    "间隔",
    "不少于",
    "不低于",
    "经过",
    "相距",
    "相隔",
];

fn leads_amount(text: &str, at: usize) -> bool {
    // The last characters of these words: most texts are done with here.
    static LAST: HanSet = HanSet::new("于距去至到前续时期达少多过足用短隔来近满逾每仅刑留离疫停业课迟长共为牌赛役顿");
    if !prev(text, at).is_some_and(|(c, _)| LAST.has(c)) {
        return false;
    }
    match eat_any_back(text, at, AMOUNT_BEFORE) {
        Some(("前", start)) => !matches!(prev(text, start), Some(('目' | '日' | '之' | '以' | '年' | '月', _))),
        Some(("近", start)) => !matches!(prev(text, start), Some(('附' | '邻' | '靠', _))),
        Some(("共", start)) => !matches!(prev(text, start), Some(('中' | '公', _))),
        Some(_) => true,
        None => false,
    }
}

/// Prefixes of an amount, longer ones first, with their bits and whether they bound the number.
const LEADS: &[(&str, u32, Option<Bound>)] = &[
    ("前后不过", lead::USED, None),
    ("前后也就", lead::USED, None),
    ("只不过", lead::USED, None),
    ("也不过", lead::USED, None),
    ("前后只有", lead::USED, None),
    ("过程只有", lead::USED, None),
    ("全程只有", lead::USED, None),
    ("前后仅", lead::USED, None),
    ("前后只", lead::USED, None),
    ("仅仅用时", lead::USED, None),
    ("仅仅用了", lead::USED, None),
    ("总共用了", lead::USED, None),
    ("仅用时", lead::USED, None),
    ("仅耗时", lead::USED, None),
    ("仅历时", lead::USED, None),
    ("只用时", lead::USED, None),
    ("仅用了", lead::USED, None),
    ("只用了", lead::USED, None),
    ("只花了", lead::USED, None),
    ("仅花了", lead::USED, None),
    ("才用了", lead::USED, None),
    ("就用了", lead::USED, None),
    ("不超过", lead::AT_MOST, Some(Bound::AtMost)),
    ("不得超过", lead::AT_MOST, Some(Bound::AtMost)),
    ("不会超过", lead::AT_MOST, Some(Bound::AtMost)),
    ("不能超过", lead::AT_MOST, Some(Bound::AtMost)),
    ("不多于", lead::AT_MOST, Some(Bound::AtMost)),
    ("不超", lead::AT_MOST, Some(Bound::AtMost)),
    ("不逾", lead::AT_MOST, Some(Bound::AtMost)),
    ("不少于", lead::OVER, Some(Bound::AtLeast)),
    ("不低于", lead::OVER, Some(Bound::AtLeast)),
    ("一连", lead::ON_END, None),
    ("接下来的", lead::COMING, None),
    ("未来的", lead::COMING, None),
    ("今后的", lead::COMING, None),
    ("过去的", lead::PAST, None),
    ("此前的", lead::PAST, None),
    ("之前的", lead::PAST, None),
    ("接下来", lead::COMING, None),
    ("仅为", lead::HAVING, None),
    ("仅有", lead::HAVING, None),
    ("只有", lead::HAVING, None),
    ("仅需", lead::USED, None),
    ("只需", lead::USED, None),
    ("只要", lead::USED, None),
    ("最快", lead::USED, None),
    ("仅用", lead::USED, None),
    ("只用", lead::USED, None),
    ("仅花", lead::USED, None),
    ("只花", lead::USED, None),
    ("不过", lead::ONLY, None),
    ("仅仅", lead::ONLY, None),
    ("短短", lead::ONLY, None),
    ("区区", lead::ONLY, None),
    ("没有超过", lead::SHORT_OF, Some(Bound::AtMost)),
    ("没超过", lead::SHORT_OF, Some(Bound::AtMost)),
    ("未超过", lead::SHORT_OF, Some(Bound::AtMost)),
    ("未超", lead::SHORT_OF, Some(Bound::AtMost)),
    ("不到", lead::SHORT_OF, Some(Bound::AtMost)),
    ("没", lead::SHORT_OF, Some(Bound::AtMost)),
    ("不足", lead::SHORT_OF, Some(Bound::AtMost)),
    ("未满", lead::SHORT_OF, Some(Bound::AtMost)),
    ("不满", lead::SHORT_OF, Some(Bound::AtMost)),
    ("未到", lead::SHORT_OF, Some(Bound::AtMost)),
    ("没到", lead::SHORT_OF, Some(Bound::AtMost)),
    ("不出", lead::SHORT_OF, Some(Bound::AtMost)),
    ("大约", lead::ABOUT, Some(Bound::About)),
    ("大概", lead::ABOUT, Some(Bound::About)),
    ("将近", lead::ABOUT, Some(Bound::About)),
    ("接近", lead::ABOUT, Some(Bound::About)),
    ("仅隔", lead::ONLY, None),
    ("只隔", lead::ONLY, None),
    ("仅过去", lead::ONLY, None),
    ("才过去", lead::ONLY, None),
    ("只过去", lead::ONLY, None),
    ("过去", lead::PAST, None),
    ("最近", lead::PAST, None),
    ("此前", lead::PAST, None),
    ("以往", lead::PAST, None),
    ("未来", lead::COMING, None),
    ("今后", lead::COMING, None),
    ("往后", lead::COMING, None),
    ("随后", lead::THEN, None),
    ("其后", lead::THEN, None),
    ("超过", lead::OVER, Some(Bound::AtLeast)),
    ("至少", lead::OVER, Some(Bound::AtLeast)),
    ("最少", lead::OVER, Some(Bound::AtLeast)),
    ("起码", lead::OVER, Some(Bound::AtLeast)),
    ("至多", lead::AT_MOST, Some(Bound::AtMost)),
    ("最多", lead::AT_MOST, Some(Bound::AtMost)),
    ("最长", lead::AT_MOST, Some(Bound::AtMost)),
    ("最迟", lead::AT_MOST, Some(Bound::AtMost)),
    ("最晚", lead::AT_MOST, Some(Bound::AtMost)),
    ("连续", lead::ON_END, None),
    ("持续", lead::ON_END, None),
    ("接连", lead::ON_END, None),
    ("长达", lead::ON_END, None),
    ("每隔", lead::EVERY, None),
    ("每延迟", lead::EVERY, None),
    ("每", lead::EVERY, None),
    ("提前", lead::AHEAD, None),
    ("提早", lead::AHEAD, None),
    ("间隔", lead::APART, None),
    ("相隔", lead::APART, None),
    ("时隔", lead::APART, None),
    ("限时", lead::PRICED, None),
    ("首", lead::PRICED, None),
    ("仅", lead::ONLY, None),
    ("只", lead::ONLY, None),
    ("才", lead::ONLY, None),
    ("逾", lead::OVER, Some(Bound::AtLeast)),
    ("超", lead::OVER, Some(Bound::AtLeast)),
    ("约", lead::ABOUT, Some(Bound::About)),
    ("近", lead::ABOUT | lead::PAST, Some(Bound::About)),
    ("前", lead::PRE, None),
    ("过", lead::PASSING, None),
];

/// A leading word that is the end of another word: 附近, 签约, 目前, 经过.
fn other_word(text: &str, word: &str, start: usize) -> bool {
    let Some((before, _)) = prev(text, start) else { return word == "不过" };
    // 挺不过三天; 不过, at a clause's beginning, is however.
    if word == "不过" {
        return !before.is_alphanumeric() || one_of(before, "挺熬撑捱只也但");
    }
    if word == "只" {
        // 三只 counts animals.
        return numeral::han_digit(before).is_some() || before.is_ascii_digit();
    }
    ENDS_OF_WORDS.iter().any(|(lead, first)| *lead == word && one_of(before, first))
}

/// What before a leading word makes it the end of another one.
const ENDS_OF_WORDS: &[(&str, &str)] = &[
    ("近", "附靠邻临就亲最将接"),
    ("约", "签预节合大条违公履相制纽"),
    ("前", "目日之以先眼当提此年天面门跟"),
    ("过", "经超通不度越胜难透错路渡好掠熬挺"),
    ("才", "刚人天奇口干英"),
    ("超", "高赶反"),
    ("首", "匕部榜歌回"),
    ("没", "出淹沉埋吞湮隐泯覆漫浸"),
];

/// What stands before the number and belongs to the amount.
fn leads(text: &str, at: usize, floor: usize, unit: Unit) -> (u32, Option<Bound>, usize) {
    // The last characters of the leading words: most texts are done with here.
    static LAST: HanSet = HanSet::new("没时了过于的来有需要快用花仅短区到足满出约概近去前往后少码多长迟晚续连达隔每早首只逾超就为");
    let (mut bits, mut bound, mut start) = (0, None, at);
    for _ in 0..3 {
        let edge = gap_back(text, start);
        let Some((c, _)) = prev(text, edge) else { break };
        if !LAST.has(c) {
            break;
        }
        let mut hits = rows_back(text, edge, LEADS, |row| row.0);
        let Some((&(word, bit, b), s)) = hits.find(|(row, s)| *s >= floor && !other_word(text, row.0, *s)) else { break };
        // 首 and 限时 price hours and days, never months; 过 stands before a few days.
        if word == "首" && unit > Unit::Hour || word == "过" && unit < Unit::Day {
            break;
        }
        // 近 before an amount of the calendar looks back (近三年); before hours it means nearly.
        let nearly = unit < Unit::Day
            || matches!(prev(text, s), Some(('有' | '达' | '了' | '用' | '过' | '需' | '要' | '花' | '经' | '时' | '隔' | '续', _)));
        let bit = if word == "近" && nearly { lead::ABOUT } else { bit };
        bits |= bit;
        bound = bound.or(b);
        start = s;
    }
    (bits, bound, start)
}

/// Number and unit.
struct Measured {
    n: f64,
    low: f64,
    bound: Bound,
    vague: bool,
    unit: Unit,
    end: usize,
    stretch: bool,
}

/// A numeral with its unit: `3小时`, `两个多小时`, `一个半月`, `两天半`, `一刻钟`.
fn measured(text: &str, n: &Numeral) -> Option<Measured> {
    let mut bound = n.bound;
    let (mut high, mut low) = (n.high, n.low);
    let mut at = gap(text, n.end);
    let mut counted = false;
    let (first, after) = next(text, at)?;
    // 一分半钟.
    if first == '分'
        && let Some(end) = eat(text, after, "半钟")
    {
        return Some(Measured { n: high + 0.5, low: low + 0.5, bound, vague: n.vague, unit: Unit::Minute, end, stretch: false });
    }
    // 2分多钟.
    if first == '分'
        && let Some((_, end)) = eat_any(text, after, &["多钟", "余钟", "来钟"])
    {
        return Some(Measured { n: high, low, bound: Bound::AtLeast, vague: n.vague, unit: Unit::Minute, end, stretch: false });
    }
    if first == '个' {
        at = after;
        counted = true;
        if let Some(end) = eat(text, at, "半") {
            high += 0.5;
            low += 0.5;
            at = end;
        } else if let Some(end) = eat(text, at, "多") {
            bound = Bound::AtLeast;
            at = end;
        }
    } else if first == '多' {
        at = after;
        bound = Bound::AtLeast;
    }
    let (unit, mut end, scale, stretch) = unit(text, at, n, counted)?;
    high *= scale;
    low *= scale;
    // Half a day and a half more: 两天半, 一年半, 两小时半. 半 before another unit begins anew.
    if let Some((_, after)) = next(text, end).filter(|(c, _)| *c == '半') {
        let follows = next(text, after).map(|(c, _)| c);
        if !matches!(follows, Some('个' | '年' | '天' | '小' | '夜' | '数' | '径' | '月' | '分' | '秒')) {
            high += 0.5;
            low += 0.5;
            end = after;
        }
    }
    if let Some((word, after)) = eat_any(text, end, &["多钟", "多", "左右", "上下", "以上", "有余", "余", "之久", "之多", "开外", "来"])
    {
        match word {
            // 多 may begin the next word: 两天多次, 三天多地.
            "多" | "余" => {
                if !matches!(next(text, after), Some(('次' | '人' | '地' | '名' | '家' | '起' | '部' | '个' | '种' | '方', _))) {
                    bound = Bound::AtLeast;
                    end = after;
                }
            }
            "来" => {}
            "左右" | "上下" => {
                bound = Bound::About;
                end = after;
            }
            "之久" | "之多" => end = after,
            _ => {
                bound = Bound::AtLeast;
                end = after;
            }
        }
    }
    Some(Measured { n: high, low, bound, vague: n.vague, unit, end, stretch })
}

/// The unit at `at`: the unit, where it ends, by what it multiplies, whether it fills its time.
fn unit(text: &str, at: usize, n: &Numeral, counted: bool) -> Option<(Unit, usize, f64, bool)> {
    const UNITS: &[(&str, Unit, f64, bool)] = &[
        ("工作日", Unit::Workday, 1.0, false),
        ("工作天", Unit::Workday, 1.0, false),
        ("工作小时", Unit::Hour, 1.0, false),
        ("自然日", Unit::Day, 1.0, false),
        ("交易日", Unit::Workday, 1.0, false),
        ("小时", Unit::Hour, 1.0, false),
        ("钟头", Unit::Hour, 1.0, false),
        ("h", Unit::Hour, 1.0, false),
        ("H", Unit::Hour, 1.0, false),
        ("分钟", Unit::Minute, 1.0, false),
        ("刻钟", Unit::Minute, 15.0, false),
        ("秒钟", Unit::Second, 1.0, false),
        ("毫秒", Unit::Second, 0.001, false),
        ("昼夜", Unit::Day, 1.0, true),
        ("星期", Unit::Week, 1.0, false),
        ("礼拜", Unit::Week, 1.0, false),
        ("季度", Unit::Quarter, 1.0, false),
        ("世纪", Unit::Year, 100.0, false),
        ("秒", Unit::Second, 1.0, false),
        ("分", Unit::Minute, 1.0, false),
        ("天", Unit::Day, 1.0, false),
        ("日", Unit::Day, 1.0, false),
        ("周", Unit::Week, 1.0, false),
        ("月", Unit::Month, 1.0, false),
        ("年", Unit::Year, 1.0, false),
        ("夜", Unit::Day, 1.0, true),
        ("晚", Unit::Day, 1.0, true),
    ];
    static FIRST: HanSet = HanSet::new("工自交小钟分刻秒毫昼星礼季世天日周月年夜晚");
    let (c, _) = next(text, at)?;
    if !FIRST.has(c) && !matches!(c, 'h' | 'H') {
        return None;
    }
    let (word, unit, scale, stretch, end) =
        eat_row(text, at, UNITS, |row| row.0).map(|(&(word, unit, scale, stretch), end)| (word, unit, scale, stretch, end))?;
    let follows = next(text, end).map_or(' ', |(c, _)| c);
    // 三个多小时工作 is work, 两名小时工 are people.
    let working = word == "小时" && eat_any(text, end, &["工作", "工程", "工夫"]).is_some();
    if !working && begins_another(text, word, end) {
        return None;
    }
    let han = n.digits == 0;
    let fits = match word {
        // 分 alone is a score, a share or a point; it counts time only before seconds, and behind hours.
        "分" => n.digits > 0 && n.whole().is_some() && numeral(text, end).is_some_and(|m| eat(text, m.end, "秒").is_some()),
        // 下半天 is a part of the day.
        "天" if n.is_half() && part_of_day(text, n.start) => false,
        // 一天天; 两日本人, 半日本.
        "天" | "日" => !(han && matches!(follows, '天' | '本')),
        // 三月 is a month of the calendar; 三个月, 半月, 数月 count.
        "月" => counted || n.is_half() || n.vague || n.bound != Bound::Exact || wants_month(text, n, end),
        // 96年铺设的管道.
        "年" if n.digits == 2 && n.whole().is_some_and(|year| year >= 85) && tail(text, end).is_none() => {
            leads_amount(text, n.start) || prev(text, n.start).is_some_and(|(c, _)| one_of(c, "了达经有过满"))
        }
        "年" => n.digits < 4,
        "夜" | "晚" => matches!(follows, ',' | '。' | '、' | '的' | '后' | '里' | '内' | '之') && n.whole().is_some_and(|k| k < 15),
        // 36h内: only there, since h is many things.
        "h" | "H" => n.digits > 0 && tail(text, end).is_some_and(|(t, _)| matches!(t, Tail::Within | Tail::After)),
        // 8小时制 is a way of working.
        "小时" => counted || follows != '制',
        _ => true,
    };
    // 一天 that is no amount: 有一天, 这一天.
    if fits
        && matches!(word, "天" | "日" | "年" | "晚" | "夜")
        && n.whole() == Some(1)
        && han
        && matches!(prev(text, n.start), Some(('有' | '这' | '那' | '哪' | '某' | '同' | '另' | '头' | '前' | '后', _)))
        && tail(text, end).is_none_or(|(t, _)| t != Tail::Within)
    {
        return None;
    }
    fits.then_some((unit, end, scale, stretch))
}

/// 明(12)日下半天: a part of the day, where 等上半天 waited so long.
fn part_of_day(text: &str, at: usize) -> bool {
    let Some(('上' | '下', before)) = prev(text, at) else { return false };
    prev(text, before).is_none_or(|(c, _)| ends_clause(c) || one_of(c, "日天号明今昨当)"))
}

/// Whether what stands at `at` makes the last word of an amount the beginning of another word: 天气, 日元, 周年, 年级. A third character may
/// undo that: 两天地毯式排查, 三天后果然.
fn begins_another(text: &str, word: &str, at: usize) -> bool {
    const UNDONE: [&str; 24] = [
        "地毯", "使用", "然后", "空运", "空投", "安排", "安装", "安全", "部署", "容易", "进行", "进入", "进货", "进驻", "进村", "果然",
        "备降", "备案", "备齐", "续报", "续签", "续租", "续费", "长期",
    ];
    let Some((follows, _)) = next(text, at) else { return false };
    let behind = match word {
        "秒" => "杀懂变回赞表",
        "天" => "津然气河空使安桥柱鹅堂坛台赋文涯花地性",
        "日" => "元币报常程光志均圆游照益渐用历化",
        "周" => "年岁边围刊报末期转到密折长恩",
        "月" => "均饼球",
        "年" => "级代轻龄薪会均货糕度检报味长少迈产画",
        "小时" => "候工",
        "内" => "蒙地部容心存科环涝镜饰幕政阁勤",
        "里" => "面程约斯氏",
        "后" => "台勤续果备援方卫期腿悔",
        "前" => "往来夕后者线台锋进期方去提沿排行端锁三",
        _ => return false,
    };
    one_of(follows, behind)
        && eat_any(text, at, &UNDONE).is_none()
        && !(matches!(word, "年" | "周" | "日") && eat(text, at, "报告").is_some())
}

/// Whether 三月 here counts months: 近三月, 三月内.
fn wants_month(text: &str, n: &Numeral, end: usize) -> bool {
    leads_amount(text, n.start) && !matches!(prev(text, n.start), Some(('前' | '每', _)))
        || tail(text, end).is_some_and(|(t, _)| t == Tail::Within)
}

/// What follows an amount and turns it: 内, 后, 前, 以来.
pub(crate) fn tail(text: &str, at: usize) -> Option<(Tail, usize)> {
    const TAILS: &[(&str, Tail)] = &[
        ("时间之内", Tail::Within),
        ("时间内", Tail::Within),
        ("时间里", Tail::Within),
        ("的时间内", Tail::Within),
        ("的时间里", Tail::Within),
        ("的时间之内", Tail::Within),
        ("之内", Tail::Within),
        ("之间", Tail::Within),
        ("以内", Tail::Within),
        ("内", Tail::Within),
        ("里", Tail::Within),
        ("时间后", Tail::After),
        ("之后", Tail::After),
        ("以后", Tail::After),
        ("过后", Tail::After),
        ("后", Tail::After),
        ("之前", Tail::Before),
        ("以前", Tail::Before),
        ("前", Tail::Before),
        ("以来", Tail::Since),
        ("来", Tail::Since),
    ];
    let (c, _) = next(text, at)?;
    if !matches!(c, '时' | '的' | '之' | '以' | '内' | '里' | '后' | '过' | '前' | '来') {
        return None;
    }
    let (word, tail, end) = eat_row(text, at, TAILS, |row| row.0).map(|(&(word, tail), end)| (word, tail, end))?;
    let (follows, behind) = next(text, end).map_or((' ', end), |pair| pair);
    // 20分钟后方可下水: 方 is no part of 后方.
    let only_then = follows == '方' && next(text, behind).is_some_and(|(c, _)| one_of(c, "可能才得"));
    if !only_then && begins_another(text, word, end) {
        return None;
    }
    let fits = word != "来" || ends_clause(follows) || matches!(follows, '的' | '、' | '最' | '首' | '在');
    fits.then_some((tail, end))
}

/// An amount of time with what belongs to it on both sides.
pub(crate) fn amount(text: &str, n: &Numeral, floor: usize) -> Option<Found> {
    let mut low_end = None;
    let head = if let Some(m) = measured(text, n) {
        m
    } else {
        // 6至8分钟, 一到两天: the unit stands once.
        let at = range_mark(text, n.end)?;
        let second = numeral(text, at)?;
        if second.high < n.high {
            return None;
        }
        let m = measured(text, &second)?;
        low_end = Some(n.high * m.n / second.high.max(f64::MIN_POSITIVE));
        m
    };
    let mut a = Amount::new(head.n, head.unit);
    a.low = low_end.unwrap_or(head.low);
    a.bound = head.bound;
    a.vague = head.vague;
    a.stretch = head.stretch;
    let mut end = head.end;
    // A second end with its own unit: 40分钟至一小时, 3天至5天.
    if low_end.is_none()
        && let Some(m) = range_mark(text, end).and_then(|at| numeral(text, at)).and_then(|second| measured(text, &second))
        && (m.n * m.unit.hours() > a.hours() && m.unit != Unit::Minute || m.unit == head.unit && m.n > head.n)
    {
        a.low = head.n * head.unit.hours() / m.unit.hours();
        (a.numbers[0], a.units[0]) = (m.n, m.unit);
        a.bound = m.bound;
        end = m.end;
    }
    // Smaller units behind it: 2小时40分钟, 1年3个月, 1分30秒, 3天3夜.
    while a.len < 3 && a.low >= a.number() {
        let at = gap(text, end);
        let at = eat(text, at, "零").or_else(|| eat(text, at, "又")).unwrap_or(at);
        let Some(m) = numeral(text, at) else { break };
        let Some(part) = compound_part(text, &m, a.units[a.last()]) else { break };
        if part.stretch && part.unit == a.unit() {
            // 七天六夜 is seven days.
            end = part.end;
            a.stretch = true;
            break;
        }
        if part.unit >= a.units[a.last()] {
            break;
        }
        a.push(part.n, part.unit);
        end = part.end;
    }
    // 9秒83, 3分52秒17: hundredths.
    if a.units[a.last()] == Unit::Second
        && let Some(hundredths) = numeral(text, end).filter(|h| h.digits > 0 && h.digits <= 3 && !h.decimal && h.end > end)
    {
        a.numbers[a.last()] += hundredths.high / 10_f64.powi(i32::try_from(hundredths.digits).unwrap_or(0));
        a.low = a.number();
        end = hundredths.end;
    }
    if let Some((word, after)) = eat_any(text, end, &["左右", "上下", "以上", "以下"]) {
        a.bound = match word {
            "以上" => Bound::AtLeast,
            "以下" => Bound::AtMost,
            _ => Bound::About,
        };
        end = after;
    }
    // 3个月大的婴儿 is an age.
    if head.unit >= Unit::Day
        && eat(text, end, "大")
            .is_some_and(|after| matches!(next(text, after), None | Some(('的' | ',' | '。' | '、' | '婴' | '男' | '女' | '时' | ')', _))))
    {
        return None;
    }
    if let Some((tail, after)) = tail(text, end) {
        a.tail = tail;
        end = after;
    }
    let (bits, bound, start) = leads(text, n.start, floor, a.unit());
    a.lead = bits;
    if let Some(bound) = bound.filter(|_| a.bound == Bound::Exact) {
        a.bound = bound;
    }
    Some(Found { span: Span::new(start.max(floor), end), what: What::Amount(a) })
}

/// A smaller unit behind a larger one; behind hours 分 and behind minutes 秒 count time.
fn compound_part(text: &str, n: &Numeral, larger: Unit) -> Option<Measured> {
    if larger == Unit::Hour
        && let Some(end) = eat(text, n.end, "分").filter(|end| eat(text, *end, "之").is_none())
    {
        let end = eat(text, end, "钟").unwrap_or(end);
        return Some(Measured { n: n.high, low: n.low, bound: n.bound, vague: n.vague, unit: Unit::Minute, end, stretch: false });
    }
    if larger == Unit::Day
        && let Some((_, end)) = eat_any(text, n.end, &["夜", "晚"])
    {
        return Some(Measured { n: n.high, low: n.low, bound: n.bound, vague: n.vague, unit: Unit::Day, end, stretch: true });
    }
    measured(text, n).filter(|m| m.unit < larger)
}

/// The offset behind a mark between the two ends of a range.
pub(crate) fn range_mark(text: &str, at: usize) -> Option<usize> {
    let at = gap(text, at);
    let (c, end) = next(text, at)?;
    match c {
        '起' => eat(text, end, "至"),
        '或' => Some(gap(text, eat(text, end, "者").unwrap_or(end))),
        '—' => Some(gap(text, eat(text, end, "—").unwrap_or(end))),
        '至' | '到' | '-' | '–' | '~' | '〜' | '―' | '─' => Some(gap(text, end)),
        _ => None,
    }
}
