//! Finds time expressions: one pass over the bytes, stopping only at characters an expression can begin with.

use super::numeral::{self, Numeral, numeral};
use super::script::{HanSet, eat, eat_any, eat_any_back, eat_back, eat_row, ends_clause, gap, gap_back, is_han, next, point, prev};
use crate::report::Bound;
use crate::text::Span;

/// An expression as the grammar sees it, not yet resolved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) what: What,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum What {
    /// A point of the calendar or the clock.
    Moment(Moment),
    /// From one point to another.
    Range(Moment, Moment),
    /// An amount of time.
    Amount(Amount),
    /// 每天, 每周一.
    Set(&'static str),
    /// A label that looks like a date: “11·25”.
    Label(u32, u32),
    /// A label that looks like amounts: 3天2检.
    Scheme(&'static str),
    /// 7×24小时.
    Always,
    /// A price a unit of time: 5元/小时, 首小时.
    Price,
    /// 目前, 近日: now or lately, as TIMEX3 writes it.
    Vague(&'static str),
}

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
    /// Number and unit; in a compound (2小时40分钟) the largest first.
    pub(crate) parts: [(f64, Unit); 3],
    /// How many parts are used.
    pub(crate) len: usize,
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
    fn new(n: f64, unit: Unit) -> Self {
        Amount { parts: [(n, unit); 3], len: 1, low: n, bound: Bound::Exact, vague: false, tail: Tail::Plain, lead: 0, stretch: false }
    }

    pub(crate) fn unit(&self) -> Unit {
        self.parts[0].1
    }

    pub(crate) fn parts(&self) -> &[(f64, Unit)] {
        &self.parts[..self.len]
    }

    /// Its upper end in hours.
    pub(crate) fn hours(&self) -> f64 {
        self.parts().iter().map(|(n, unit)| n * unit.hours()).sum()
    }

    fn push(&mut self, n: f64, unit: Unit) {
        if self.len < 3 {
            self.parts[self.len] = (n, unit);
            self.len += 1;
        }
    }

    pub(crate) fn has(&self, bits: u32) -> bool {
        self.lead & bits != 0
    }
}

/// What a point of the calendar is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// What it says itself; missing fields come from the dates around.
    Itself,
    /// The day the report was sent: 昨日, 今年.
    Report,
    /// The date last told: 次日, 当晚.
    Story,
}

/// A piece of a month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Whole,
    /// 上旬, 中旬, 下旬.
    Third(u8),
    /// 初 or 底.
    Edge,
    Quarter(u8),
    Half(u8),
    /// SP, SU, FA, WI.
    Season(&'static str),
    /// Monday is 1.
    Weekday(u8),
    /// 周末.
    Weekend,
    /// A week as a whole.
    Week,
    /// A decade: 90年代.
    Decade,
    /// A century.
    Century,
    /// A feast that moves with the moon.
    Feast(&'static str),
}

/// Parts of the day as TIMEX3 writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Night,
    Morning,
    Noon,
    Afternoon,
    Evening,
}

/// A point of the calendar and the clock, as far as it is said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    pub(crate) from: Anchor,
    /// Days, weeks, months or years from there.
    pub(crate) offset: i32,
    pub(crate) step: Unit,
    pub(crate) year: Option<i32>,
    pub(crate) month: Option<u32>,
    pub(crate) day: Option<u32>,
    pub(crate) piece: Piece,
    pub(crate) part: Option<Part>,
    /// Hour, minute, second; 24 is the next day's 0.
    pub(crate) clock: Option<(u32, Option<u32>, Option<u32>)>,
}

impl Moment {
    const BARE: Moment = Moment {
        from: Anchor::Itself,
        offset: 0,
        step: Unit::Day,
        year: None,
        month: None,
        day: None,
        piece: Piece::Whole,
        part: None,
        clock: None,
    };

    /// Whether it says a day, month or year, itself or by counting.
    pub(crate) fn dated(&self) -> bool {
        self.from != Anchor::Itself || self.year.is_some() || self.month.is_some() || self.day.is_some() || self.piece != Piece::Whole
    }
}

/// Ideographs an expression can begin with.
static STARTERS: HanSet = HanSet::new(
    "零一二两三四五六七八九十百千半几数廿卅多上好首今明昨当同次翌前后去本每周星礼凌清早中正午下傍晚夜深元春国五端重除目现如近日连眼年月季冬夏秋大\
幾數兩後當現過來週禮國連",
);

/// Ideographs that can follow the first one of an expression.
static SECONDS: HanSet = HanSet::new(
    "零一二两三四五六七八九十百千万亿半几数廿卅余多来个小钟分刻秒毫昼星礼季世天日周月年夜晚早晨工自交时点号元块角毛检到至\
午节旦宵庆阳夕明秋期拜末初底前后在今下些间里上首约度旬兩幾數餘來個鐘時點後間裡裏週禮節慶陽萬億晝號塊內内檢現当當去",
);

/// Every time expression of `text`, in order, none overlapping another.
pub(crate) fn scan(text: &str) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let (mut at, mut floor) = (0, 0);
    while at < bytes.len() {
        let lead = bytes[at];
        let candidate = match lead {
            b'0'..=b'9' => true,
            0xE4..=0xE9 => {
                // Two looks leave one ideograph in a hundred to the grammar.
                if !STARTERS.has(point(bytes, at)) || !follows(bytes, at + 3) {
                    at += 3;
                    continue;
                }
                true
            }
            // 〇 and full-width digits.
            0xE3 => bytes[at + 1] == 0x80 && bytes[at + 2] == 0x87,
            0xEF => bytes[at + 1] == 0xBC && (0x90..=0x99).contains(&bytes[at + 2]),
            _ => false,
        };
        if candidate {
            let (hit, skip) = expression(text, at, floor);
            if let Some(hit) = hit {
                at = hit.span.end;
                floor = at;
                found.push(hit);
                continue;
            }
            if skip > at {
                at = skip;
                continue;
            }
        }
        at += width(lead);
    }
    found
}

/// Whether what stands at `at` can follow the first ideograph of an expression.
fn follows(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(0xE4..=0xE9) => SECONDS.has(point(bytes, at)),
        // Digits, spaces, 〇, dashes, full-width digits.
        Some(b'0'..=b'9' | b' ' | b'-' | b'~' | b'.' | 0xC2 | 0xE2 | 0xE3 | 0xEF) => true,
        _ => false,
    }
}

fn width(lead: u8) -> usize {
    match lead {
        0..=0xBF => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}

/// The expression at `at`, or how far nothing can begin.
fn expression(text: &str, at: usize, floor: usize) -> (Option<Found>, usize) {
    let Some((c, after)) = next(text, at) else { return (None, at) };
    if let Some(hit) = word_led(text, at, c) {
        return (Some(hit), at);
    }
    if !numeral::begins(c) && !matches!(c, '上' | '好' | '多') {
        return (None, after);
    }
    let n = if c == '多' {
        // 多日, 多天, 多年; behind 许 or 很 the word is another.
        if matches!(prev(text, at), Some(('许' | '很' | '更' | '最' | '太' | '不', _))) {
            return (None, after);
        }
        Numeral { low: 2.0, high: 5.0, bound: Bound::AtLeast, vague: true, digits: 0, decimal: false, start: at, end: after }
    } else {
        match numeral(text, at) {
            Some(n) => n,
            None => return (None, after),
        }
    };
    // An ordinal (第三天) is no amount and no date; part of a longer number never begins one.
    let ordinal = matches!(prev(text, at), Some(('第', _)));
    // 2.24小时受理报案: at a line's beginning the first number counts the items of a list.
    if n.decimal && matches!(prev(text, gap_back(text, at)), None | Some(('\n' | '。', _))) {
        if let Some(item) = list_number(text, &n) {
            return (None, item);
        }
    }
    let hit = number_led(text, &n, floor, ordinal);
    (hit, if c.is_ascii_digit() { n.end } else { after })
}

/// The end of the item number in `2.24小时`: a small number, a stop, and a number of its own.
fn list_number(text: &str, n: &Numeral) -> Option<usize> {
    let (item, rest) = text[n.start..n.end].split_once('.')?;
    (item.len() <= 2 && rest.len() >= 2 && !rest.starts_with('0')).then_some(n.start + item.len() + 1)
}

// ---------------------------------------------------------------------------------------------------------------- numbers

/// An expression that begins with the numeral `n`.
fn number_led(text: &str, n: &Numeral, floor: usize, ordinal: bool) -> Option<Found> {
    if ordinal {
        return ordinal_led(text, n);
    }
    if !countable(text, gap(text, n.end)) {
        return None;
    }
    if let Some(hit) = label(text, n).or_else(|| price(text, n)).or_else(|| scheme(text, n)) {
        return Some(hit);
    }
    if wants_amount(text, n) {
        if let Some(hit) = amount(text, n, floor) {
            return Some(hit);
        }
    }
    if let Some((moment, end)) = moment(text, n) {
        return Some(ranged(text, n.start, moment, end));
    }
    amount(text, n, floor)
}

/// Whether a unit, a mark or another number can begin at `at`: most numbers of a text count people and things.
fn countable(text: &str, at: usize) -> bool {
    static UNITS: HanSet = HanSet::new("年月日号时点分秒小天周星礼世季刻钟工自交昼夜晚毫多半余至到元块角美港");
    static BEHIND: HanSet = HanSet::new("小月半多工星礼昼钟季世自交");
    match next(text, at) {
        Some(('个', after)) => next(text, after).is_some_and(|(c, _)| BEHIND.has(u32::from(c))),
        Some((c, _)) if is_han(c) => UNITS.has(u32::from(c)) || numeral::begins(c),
        Some((c, _)) => !matches!(c, ',' | '。' | '、' | ')' | '%' | '”' | ';' | '(' | '\n'),
        None => false,
    }
}

/// 第一季度.
fn ordinal_led(text: &str, n: &Numeral) -> Option<Found> {
    let quarter = n.whole().filter(|q| (1..=4).contains(q))?;
    let end = eat(text, n.end, "季度")?;
    let (_, start) = prev(text, n.start)?;
    let piece = Piece::Quarter(u8::try_from(quarter).ok()?);
    Some(Found { span: Span::new(start, end), what: What::Moment(Moment { piece, ..Moment::BARE }) })
}

/// `11·25`, `9·11`, `7·20`: an event by its date; with a full stop only in quotes.
fn label(text: &str, n: &Numeral) -> Option<Found> {
    let quoted = matches!(prev(text, n.start), Some(('“' | '"' | '「' | '‘' | '”', _)));
    let (month, day, end) = if n.decimal && quoted {
        let (month, day) = text[n.start..n.end].split_once('.')?;
        let closed = matches!(next(text, n.end), Some(('”' | '"' | '」' | '’' | '“', _)));
        (month.parse().ok()?, day.parse().ok().filter(|_| closed)?, n.end)
    } else {
        let (dot, after) = next(text, n.end)?;
        if !matches!(dot, '·' | '•' | '・' | '‧' | '⋅' | '∙') {
            return None;
        }
        let tail = numeral(text, after)?;
        (n.whole()?, tail.whole()?, tail.end)
    };
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Found { span: Span::new(n.start, end), what: What::Label(month, day) })
}

/// `5元/小时`, `2元每天`.
fn price(text: &str, n: &Numeral) -> Option<Found> {
    let at = eat_any(text, n.end, &["美元", "港元", "元", "块钱", "块", "角", "毛"])?.1;
    let at = eat_any(text, at, &["/", "每", "一", "1"])?.1;
    let at = eat(text, at, "个").unwrap_or(at);
    let (_, end) = eat_any(text, at, &["半小时", "小时", "分钟", "天", "时", "钟头"])?;
    Some(Found { span: Span::new(n.start, end), what: What::Price })
}

/// `3天2检`, `7×24小时`, `两天一检`, `24小时×7天`.
fn scheme(text: &str, n: &Numeral) -> Option<Found> {
    let n2 = |at: usize| numeral(text, at).filter(|m| m.whole().is_some());
    n.whole()?;
    if let Some((_, at)) = eat_any(text, n.end, &["×", "x", "X", "*", "乘"]) {
        let m = n2(at)?;
        let end = eat(text, m.end, "个").unwrap_or(m.end);
        let (_, end) = eat_any(text, end, &["小时", "天"])?;
        return Some(Found { span: Span::new(n.start, end), what: What::Always });
    }
    let (_, at) = eat_any(text, n.end, &["天", "日", "小时", "周"])?;
    if let Some((_, at)) = eat_any(text, at, &["×", "x", "X", "*"]) {
        let m = n2(at)?;
        let (_, end) = eat_any(text, m.end, &["天", "小时"]).unwrap_or(("", m.end));
        return Some(Found { span: Span::new(n.start, end), what: What::Always });
    }
    let m = n2(at)?;
    let (_, end) = eat_any(text, m.end, &["次检", "检", "测", "采"])?;
    if matches!(next(text, end), Some(('出' | '查' | '察' | '修' | '验' | '举' | '算' | '量' | '评', _))) {
        return None;
    }
    Some(Found { span: Span::new(n.start, end), what: What::Scheme("P1D") })
}

/// Whether `n` and its unit read as an amount where they could be a date: 三日内, 过去14日, 连续3日.
fn wants_amount(text: &str, n: &Numeral) -> bool {
    let at = gap(text, n.end);
    let (unit, after) = match next(text, at) {
        Some((c @ ('日' | '月' | '年'), after)) => (c, after),
        _ => return false,
    };
    if n.digits == 4 && unit == '年' {
        return false;
    }
    if n.vague || n.bound != Bound::Exact || n.low != n.high {
        return true;
    }
    if tail(text, after).is_some_and(|(t, _)| t == Tail::Within) {
        return true;
    }
    // 3日后 is an amount, 7月3日后 never comes here; 3月后 may be March.
    if unit == '日' && tail(text, after).is_some_and(|(t, _)| t == Tail::After) {
        return true;
    }
    unit == '年' || leads_amount(text, n.start)
}

/// Words before a number that make an amount of it.
const AMOUNT_BEFORE: &[&str] = &[
    "过去",
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
    "隔离",
    "检疫",
    "暂停",
    "停业",
    "停课",
    "缩短",
    "推迟",
    "延长",
    "提前",
    "共",
    "间隔",
];

fn leads_amount(text: &str, at: usize) -> bool {
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
    ("不少于", lead::OVER, Some(Bound::AtLeast)),
    ("不低于", lead::OVER, Some(Bound::AtLeast)),
    ("接下来的", lead::COMING, None),
    ("过去的", lead::PAST, None),
    ("接下来", lead::COMING, None),
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
    ("仅仅", lead::ONLY, None),
    ("短短", lead::ONLY, None),
    ("区区", lead::ONLY, None),
    ("不到", lead::SHORT_OF, Some(Bound::AtMost)),
    ("不足", lead::SHORT_OF, Some(Bound::AtMost)),
    ("未满", lead::SHORT_OF, Some(Bound::AtMost)),
    ("不满", lead::SHORT_OF, Some(Bound::AtMost)),
    ("未到", lead::SHORT_OF, Some(Bound::AtMost)),
    ("不出", lead::SHORT_OF, Some(Bound::AtMost)),
    ("大约", lead::ABOUT, Some(Bound::About)),
    ("大概", lead::ABOUT, Some(Bound::About)),
    ("将近", lead::ABOUT, Some(Bound::About)),
    ("接近", lead::ABOUT, Some(Bound::About)),
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
    let Some((before, _)) = prev(text, start) else { return false };
    match word {
        "近" => matches!(before, '附' | '靠' | '邻' | '临' | '就' | '亲' | '最' | '将' | '接'),
        "约" => matches!(before, '签' | '预' | '节' | '合' | '大' | '条' | '违' | '公' | '履' | '相' | '制' | '纽'),
        "前" => matches!(before, '目' | '日' | '之' | '以' | '先' | '眼' | '当' | '提' | '此' | '年' | '天' | '面' | '门' | '跟'),
        "过" => {
            matches!(before, '经' | '超' | '通' | '不' | '度' | '越' | '胜' | '难' | '透' | '错' | '路' | '渡' | '好' | '掠' | '熬' | '挺')
        }
        "才" => matches!(before, '刚' | '人' | '天' | '奇' | '口' | '干' | '英'),
        "每" => false,
        "只" => is_han(before) && numeral::han_digit(before).is_some(),
        "超" => matches!(before, '高' | '赶' | '反'),
        "首" => matches!(before, '匕' | '部' | '榜' | '歌' | '回'),
        _ => false,
    }
}

/// What stands before the number and belongs to the amount.
fn leads(text: &str, at: usize, floor: usize, unit: Unit) -> (u32, Option<Bound>, usize) {
    let (mut bits, mut bound, mut start) = (0, None, at);
    for _ in 0..3 {
        let edge = gap_back(text, start);
        let Some((c, _)) = prev(text, edge) else { break };
        if !matches!(
            c,
            '时' | '了'
                | '过'
                | '于'
                | '的'
                | '来'
                | '有'
                | '需'
                | '要'
                | '快'
                | '用'
                | '花'
                | '仅'
                | '短'
                | '区'
                | '到'
                | '足'
                | '满'
                | '出'
                | '约'
                | '概'
                | '近'
                | '去'
                | '前'
                | '往'
                | '后'
                | '少'
                | '码'
                | '多'
                | '长'
                | '迟'
                | '晚'
                | '续'
                | '连'
                | '达'
                | '隔'
                | '每'
                | '早'
                | '首'
                | '只'
                | '逾'
                | '超'
        ) {
            break;
        }
        let hit = LEADS.iter().find_map(|(word, bit, b)| {
            let s = eat_back(text, edge, word)?;
            (s >= floor && !other_word(text, word, s)).then_some((*word, *bit, *b, s))
        });
        let Some((word, bit, b, s)) = hit else { break };
        // 首 and 限时 price hours and days, never months; 过 stands before a few days.
        if word == "首" && unit > Unit::Hour || word == "过" && unit < Unit::Day {
            break;
        }
        // 近 before an amount of the calendar looks back (近三年); before hours it means nearly.
        let nearly = unit < Unit::Day
            || matches!(prev(text, s), Some(('有' | '达' | '了' | '用' | '过' | '需' | '花' | '经' | '时' | '隔' | '续', _)));
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
    if let Some(end) = eat(text, at, "个") {
        at = end;
        counted = true;
        if let Some(end) = eat(text, at, "半") {
            high += 0.5;
            low += 0.5;
            at = end;
        } else if let Some(end) = eat(text, at, "多") {
            bound = Bound::AtLeast;
            at = end;
        }
    } else if let Some(end) = eat(text, at, "多") {
        at = end;
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
        ("自然日", Unit::Day, 1.0, false),
        ("交易日", Unit::Workday, 1.0, false),
        ("小时", Unit::Hour, 1.0, false),
        ("钟头", Unit::Hour, 1.0, false),
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
    let (c, _) = next(text, at)?;
    if !matches!(
        c,
        '工' | '自'
            | '交'
            | '小'
            | '钟'
            | '分'
            | '刻'
            | '秒'
            | '毫'
            | '昼'
            | '星'
            | '礼'
            | '季'
            | '世'
            | '天'
            | '日'
            | '周'
            | '月'
            | '年'
            | '夜'
            | '晚'
    ) {
        return None;
    }
    let (word, unit, scale, stretch, end) =
        eat_row(text, at, UNITS, |row| row.0).map(|(&(word, unit, scale, stretch), end)| (word, unit, scale, stretch, end))?;
    let follows = next(text, end).map_or(' ', |(c, _)| c);
    let han = n.digits == 0;
    let half = n.high == 0.5;
    let fits = match word {
        // 分 alone is a score, a share or a point; it counts time only behind hours or before seconds.
        "分" => n.digits > 0 && n.whole().is_some() && numeral(text, end).is_some_and(|m| eat(text, m.end, "秒").is_some()),
        "秒" => !matches!(follows, '杀' | '懂' | '变' | '回' | '赞' | '表'),
        "天" => {
            !matches!(
                follows,
                '津' | '然'
                    | '气'
                    | '河'
                    | '空'
                    | '使'
                    | '安'
                    | '桥'
                    | '柱'
                    | '才'
                    | '鹅'
                    | '堂'
                    | '坛'
                    | '台'
                    | '赋'
                    | '文'
                    | '涯'
                    | '花'
                    | '地'
                    | '性'
            ) && !(han && follows == '天')
        }
        "日" => {
            !matches!(
                follows,
                '元' | '币' | '报' | '常' | '程' | '光' | '志' | '均' | '圆' | '游' | '照' | '益' | '渐' | '用' | '历' | '化'
            ) && !(follows == '本' && han)
                && !half_day_word(half, follows)
        }
        "周" => !matches!(follows, '年' | '岁' | '边' | '围' | '刊' | '报' | '末' | '期' | '转' | '到' | '密' | '折' | '长' | '恩'),
        // 三月 is a month of the calendar; 三个月, 半月, 数月 count.
        "月" => {
            (counted || half || n.vague || n.bound != Bound::Exact || wants_month(text, n, end))
                && follows != '均'
                && follows != '饼'
                && follows != '球'
        }
        "年" => {
            n.digits < 4
                && !matches!(
                    follows,
                    '级' | '代' | '轻' | '龄' | '薪' | '会' | '均' | '货' | '糕' | '度' | '检' | '报' | '味' | '长' | '少' | '迈'
                )
                && !(follows == '产' || follows == '画')
        }
        "夜" | "晚" => matches!(follows, ',' | '。' | '、' | '的' | '后' | '里' | '内') && n.whole().is_some_and(|k| k < 15),
        "毫秒" | "刻钟" => true,
        "小时" => follows != '候' && follows != '工' && follows != '报' && !(follows == '制' && !counted),
        _ => true,
    };
    // 一天 that is no amount: 有一天, 这一天.
    if fits && matches!(word, "天" | "日" | "年" | "晚" | "夜") && n.high == 1.0 && han {
        if matches!(prev(text, n.start), Some(('有' | '这' | '那' | '哪' | '某' | '同' | '另' | '头' | '前' | '后', _)))
            && tail(text, end).is_none_or(|(t, _)| t != Tail::Within)
        {
            return None;
        }
    }
    fits.then_some((unit, end, scale, stretch))
}

/// 半日 is half a day; 半日本 is not.
fn half_day_word(half: bool, follows: char) -> bool {
    half && follows == '本'
}

/// Whether 三月 here counts months: 近三月, 三月内.
fn wants_month(text: &str, n: &Numeral, end: usize) -> bool {
    leads_amount(text, n.start) && !matches!(prev(text, n.start), Some(('前' | '每', _)))
        || tail(text, end).is_some_and(|(t, _)| t == Tail::Within)
}

/// What follows an amount and turns it: 内, 后, 前, 以来.
fn tail(text: &str, at: usize) -> Option<(Tail, usize)> {
    const TAILS: &[(&str, Tail)] = &[
        ("时间之内", Tail::Within),
        ("时间内", Tail::Within),
        ("时间里", Tail::Within),
        ("的时间内", Tail::Within),
        ("之内", Tail::Within),
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
    let follows = next(text, end).map_or(' ', |(c, _)| c);
    let fits = match word {
        "内" => !matches!(
            follows,
            '蒙' | '地' | '部' | '容' | '心' | '外' | '存' | '科' | '需' | '环' | '涝' | '镜' | '饰' | '幕' | '政' | '阁' | '勤'
        ),
        "里" => !matches!(follows, '面' | '程' | '约' | '斯' | '氏'),
        "后" => !matches!(follows, '台' | '勤' | '续' | '果' | '备' | '援' | '方' | '卫' | '期' | '腿' | '悔'),
        "前" => !matches!(
            follows,
            '往' | '来'
                | '夕'
                | '后'
                | '者'
                | '线'
                | '台'
                | '锋'
                | '进'
                | '期'
                | '方'
                | '去'
                | '提'
                | '沿'
                | '排'
                | '行'
                | '端'
                | '锁'
                | '三'
        ),
        "来" => ends_clause(follows) || matches!(follows, '的' | '、'),
        _ => true,
    };
    fits.then_some((tail, end))
}

/// An amount of time with what belongs to it on both sides.
fn amount(text: &str, n: &Numeral, floor: usize) -> Option<Found> {
    let mut low_end = None;
    let head = match measured(text, n) {
        Some(m) => m,
        None => {
            // 6至8分钟, 一到两天: the unit stands once.
            let at = range_mark(text, n.end)?;
            let second = numeral(text, at)?;
            if second.high < n.high {
                return None;
            }
            let m = measured(text, &second)?;
            low_end = Some(n.high * m.n / second.high.max(f64::MIN_POSITIVE));
            m
        }
    };
    let mut a = Amount::new(head.n, head.unit);
    a.low = low_end.unwrap_or(head.low);
    a.bound = head.bound;
    a.vague = head.vague;
    a.stretch = head.stretch;
    let mut end = head.end;
    // A second end with its own unit: 40分钟至一小时, 3天至5天.
    if low_end.is_none() {
        if let Some(m) = range_mark(text, end).and_then(|at| numeral(text, at)).and_then(|second| measured(text, &second)) {
            if m.n * m.unit.hours() > a.hours() && m.unit != Unit::Minute || m.unit == head.unit && m.n > head.n {
                a.low = head.n * head.unit.hours() / m.unit.hours();
                a.parts[0] = (m.n, m.unit);
                a.bound = m.bound;
                end = m.end;
            }
        }
    }
    // Smaller units behind it: 2小时40分钟, 1年3个月, 1分30秒, 3天3夜.
    while a.len < 3 && a.low == a.parts[0].0 {
        let at = gap(text, end);
        let at = eat(text, at, "零").or_else(|| eat(text, at, "又")).unwrap_or(at);
        let Some(m) = numeral(text, at) else { break };
        let Some(part) = compound_part(text, &m, a.parts[a.len - 1].1) else { break };
        if part.stretch && part.unit == a.unit() {
            // 七天六夜 is seven days.
            end = part.end;
            a.stretch = true;
            break;
        }
        if part.unit >= a.parts[a.len - 1].1 {
            break;
        }
        a.push(part.n, part.unit);
        end = part.end;
    }
    // 9秒83, 3分52秒17: hundredths.
    if a.parts[a.len - 1].1 == Unit::Second {
        if let Some(hundredths) = numeral(text, end).filter(|h| h.digits > 0 && h.digits <= 3 && !h.decimal && h.end > end) {
            a.parts[a.len - 1].0 += hundredths.high / 10_f64.powi(i32::try_from(hundredths.digits).unwrap_or(0));
            a.low = a.parts[0].0;
            end = hundredths.end;
        }
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
    if larger == Unit::Hour {
        if let Some(end) = eat(text, n.end, "分").filter(|end| eat(text, *end, "之").is_none()) {
            let end = eat(text, end, "钟").unwrap_or(end);
            return Some(Measured { n: n.high, low: n.low, bound: n.bound, vague: n.vague, unit: Unit::Minute, end, stretch: false });
        }
    }
    if larger == Unit::Day {
        if let Some((_, end)) = eat_any(text, n.end, &["夜", "晚"]) {
            return Some(Measured { n: n.high, low: n.low, bound: n.bound, vague: n.vague, unit: Unit::Day, end, stretch: true });
        }
    }
    measured(text, n).filter(|m| m.unit < larger)
}

/// The offset behind a mark between the two ends of a range.
fn range_mark(text: &str, at: usize) -> Option<usize> {
    let at = gap(text, at);
    let (_, end) = eat_any(text, at, &["起至", "——", "至", "到", "-", "—", "–", "~", "〜", "―", "─", "－", "～"])?;
    Some(gap(text, end))
}

// ---------------------------------------------------------------------------------------------------------------- moments

/// A point of the calendar or the clock that begins with the numeral `n`.
fn moment(text: &str, n: &Numeral) -> Option<(Moment, usize)> {
    if n.bound != Bound::Exact || n.vague {
        return None;
    }
    if let Some(hit) = iso_date(text, n).or_else(|| colon_clock(text, n, Moment::BARE)) {
        return Some(hit);
    }
    let whole = n.whole()?;
    let at = gap(text, n.end);
    let (c, after) = next(text, at)?;
    match c {
        '年' => year(text, n, whole, after),
        '月' if (1..=12).contains(&whole) => month(text, whole, after, Moment::BARE),
        '日' | '号' if (1..=31).contains(&whole) => {
            if c == '号' && !(n.digits > 0 && day_number(text, n, after)) || not_a_day(text, n, after) {
                return None;
            }
            Some(time_of_day(text, after, Moment { day: Some(whole), ..Moment::BARE }))
        }
        '时' | '点' if whole <= 24 => clock(text, n, Moment::BARE, false),
        '世' if (15..=22).contains(&whole) => {
            let end = eat(text, at, "世纪")?;
            let year = i32::try_from(whole).ok()? * 100 - 100;
            let moment = Moment { year: Some(year), piece: Piece::Century, ..Moment::BARE };
            if let Some(decade) = numeral(text, end).filter(|d| eat(text, d.end, "年代").is_some()) {
                let tens = i32::try_from(decade.whole().filter(|d| *d < 100)?).ok()?;
                let end = eat(text, decade.end, "年代")?;
                return Some((Moment { year: Some(year + tens), piece: Piece::Decade, ..moment }, end));
            }
            Some((moment, end))
        }
        '季' if (1..=4).contains(&whole) => {
            let end = eat(text, at, "季度")?;
            // 两个季度 counts; 一季度 is the first.
            Some((Moment { piece: Piece::Quarter(u8::try_from(whole).ok()?), ..Moment::BARE }, end))
        }
        _ => None,
    }
}

/// 日 or 号 behind a number that is no day of the month: 日本, 日元, 5号楼.
fn not_a_day(text: &str, n: &Numeral, after: usize) -> bool {
    match next(text, after) {
        Some(('元' | '币' | '圆' | '常' | '均' | '游' | '志' | '程', _)) => true,
        Some(('本', end)) => n.digits == 0 && !matches!(next(text, end), Some(('报' | '网' | '台' | '市' | '县' | '院' | '社' | '刊', _))),
        _ => false,
    }
}

/// Whether N号 is a day: 5号下午, 5号至8号, 到25号.
fn day_number(text: &str, n: &Numeral, after: usize) -> bool {
    part_of_day(text, after).is_some()
        || range_mark(text, after).and_then(|at| numeral(text, at)).is_some_and(|m| eat_any(text, m.end, &["号", "日"]).is_some())
        || matches!(prev(text, n.start), Some(('月', _)))
}

/// `2020-10-04`, `2020/10/04 20:30`, `2020.10.04`.
fn iso_date(text: &str, n: &Numeral) -> Option<(Moment, usize)> {
    let plain = n.digits == 4 && !n.decimal;
    // 2020.10.04 reads as the decimal 2020.10 first.
    if !plain && !(n.decimal && n.digits == 4) {
        return None;
    }
    let year_end = if plain { n.end } else { (n.start..n.end).find(|i| text.as_bytes()[*i] == b'.')? };
    let (mark, at) = next(text, year_end)?;
    if !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    let two = |at: usize| -> Option<(u32, usize)> {
        let (mut value, mut i, mut digits) = (0, at, 0);
        while let Some((d, end)) = next(text, i).and_then(|(c, end)| Some((c.to_digit(10)?, end))) {
            value = value * 10 + d;
            i = end;
            digits += 1;
            if digits > 2 {
                return None;
            }
        }
        (digits > 0).then_some((value, i))
    };
    let (month, at) = two(at)?;
    let at = next(text, at).filter(|(c, _)| *c == mark)?.1;
    let (day, end) = two(at)?;
    let year: u32 = n.high.floor().to_string().parse().ok()?;
    if !(1800..=2200).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let moment = Moment { year: i32::try_from(year).ok(), month: Some(month), day: Some(day), ..Moment::BARE };
    // A space or T before the clock.
    let after = eat(text, end, "T").unwrap_or_else(|| gap(text, end));
    if let Some(hit) = numeral(text, after).and_then(|m| colon_clock(text, &m, moment)) {
        return Some(hit);
    }
    Some(time_of_day(text, end, moment))
}

/// `20:30`, `20：30`, `08:05:10`: two digits of minutes; behind 以 or 比 it is a score.
fn colon_clock(text: &str, n: &Numeral, date: Moment) -> Option<(Moment, usize)> {
    if n.digits == 0 || n.digits > 2 || n.decimal {
        return None;
    }
    let hour = n.whole().filter(|h| *h <= 24)?;
    let at = eat(text, n.end, ":")?;
    let (minute, at) = two_digits(text, at)?;
    if minute > 59 || matches!(next(text, at), Some((c, _)) if c.is_ascii_digit()) {
        return None;
    }
    if matches!(prev(text, n.start), Some(('以' | '比' | '分' | ':' | '-', _))) && !date.dated() {
        return None;
    }
    let (second, end) = match eat(text, at, ":").and_then(|at| two_digits(text, at)) {
        Some((second, end)) if second < 60 => (Some(second), end),
        _ => (None, at),
    };
    let end = eat_any(text, end, &["许", "左右"]).map_or(end, |(_, end)| end);
    Some((Moment { clock: Some((hour, Some(minute), second)), ..date }, end))
}

fn two_digits(text: &str, at: usize) -> Option<(u32, usize)> {
    let (a, mid) = next(text, at)?;
    let (b, end) = next(text, mid)?;
    Some((a.to_digit(10)? * 10 + b.to_digit(10)?, end))
}

/// `2021年…`, `105年3月19日` (民国), `98年3月`, `90年代`.
fn year(text: &str, n: &Numeral, whole: u32, after: usize) -> Option<(Moment, usize)> {
    if let Some(end) = eat(text, after, "代") {
        // 90年代.
        let decade = whole.is_multiple_of(10) && (whole < 100 || (1000..2100).contains(&whole));
        let year = if whole < 30 {
            whole + 2000
        } else if whole < 100 {
            whole + 1900
        } else {
            whole
        };
        return decade.then_some((Moment { year: i32::try_from(year).ok(), piece: Piece::Decade, ..Moment::BARE }, end));
    }
    let roc = eat_back(text, n.start, "民国").is_some();
    let at = gap(text, after);
    let month_follows = numeral(text, at)
        .is_some_and(|m| m.whole().is_some_and(|m| m <= 12) && next(text, gap(text, m.end)).is_some_and(|(c, _)| c == '月'));
    let positional = n.digits == 4 || n.digits == 0 && whole >= 1000;
    let year = match whole {
        1000..=2999 if positional => i32::try_from(whole).ok()?,
        1..=150 if roc => 1911 + i32::try_from(whole).ok()?,
        80..=150 if month_follows && n.digits == 3 => 1911 + i32::try_from(whole).ok()?,
        50..=99 if month_follows => 1900 + i32::try_from(whole).ok()?,
        0..=49 if month_follows && n.digits == 2 => 2000 + i32::try_from(whole).ok()?,
        _ => return None,
    };
    if matches!(next(text, after), Some(('级' | '版' | '款' | '度', end)) if eat(text, end, "假").is_none())
        && next(text, after).is_some_and(|(c, _)| c != '度')
    {
        return None;
    }
    let date = Moment { year: Some(year), ..Moment::BARE };
    Some(year_rest(text, after, date))
}

/// What may follow a year: a month, a quarter, a half, 初, 底, a season, a feast.
fn year_rest(text: &str, after: usize, date: Moment) -> (Moment, usize) {
    let at = gap(text, after);
    if let Some(hit) = numeral(text, at)
        .and_then(|m| Some((m.whole().filter(|m| (1..=12).contains(m))?, next(text, gap(text, m.end)).filter(|(c, _)| *c == '月')?.1)))
        .and_then(|(m, end)| month(text, m, end, date))
    {
        return hit;
    }
    if let Some((word, end)) = eat_any(text, at, &["一季度", "二季度", "三季度", "四季度", "第一季度", "第二季度", "第三季度", "第四季度"])
    {
        let quarter = if word.contains('一') {
            1
        } else if word.contains('二') {
            2
        } else if word.contains('三') {
            3
        } else {
            4
        };
        return (Moment { piece: Piece::Quarter(quarter), ..date }, end);
    }
    const RESTS: &[(&str, Piece)] = &[
        ("上半年", Piece::Half(1)),
        ("下半年", Piece::Half(2)),
        ("年初", Piece::Edge),
        ("年底", Piece::Edge),
        ("年末", Piece::Edge),
        ("春季", Piece::Season("SP")),
        ("春天", Piece::Season("SP")),
        ("夏季", Piece::Season("SU")),
        ("夏天", Piece::Season("SU")),
        ("秋季", Piece::Season("FA")),
        ("秋天", Piece::Season("FA")),
        ("冬季", Piece::Season("WI")),
        ("冬天", Piece::Season("WI")),
        ("初", Piece::Edge),
        ("底", Piece::Edge),
        ("末", Piece::Edge),
    ];
    if let Some((row, end)) = eat_row(text, at, RESTS, |row| row.0) {
        return (Moment { piece: row.1, ..date }, end);
    }
    if let Some((name, md, end)) = feast(text, at) {
        return match md {
            Some((m, d)) => (Moment { month: Some(m), day: Some(d), ..date }, end),
            None => (Moment { piece: Piece::Feast(name), ..date }, end),
        };
    }
    if let Some(end) = eat(text, after, "度") {
        return (date, end);
    }
    (date, after)
}

/// A month and what follows: a day, a part of it, nothing.
fn month(text: &str, month: u32, after: usize, date: Moment) -> Option<(Moment, usize)> {
    let date = Moment { month: Some(month), ..date };
    let at = gap(text, after);
    if let Some(day) = numeral(text, at).filter(|d| d.whole().is_some_and(|d| (1..=31).contains(&d))) {
        let end = gap(text, day.end);
        let date = Moment { day: day.whole(), ..date };
        if let Some((c, end)) = next(text, end).filter(|(c, _)| matches!(c, '日' | '号')) {
            if c == '日' || eat(text, end, "楼").is_none() {
                return Some(time_of_day(text, end, date));
            }
        }
        // 12月3至5日: 日 stands once.
        if let Some(second) = range_mark(text, day.end).and_then(|at| numeral(text, at)) {
            if next(text, second.end).is_some_and(|(c, _)| matches!(c, '日' | '号')) {
                return Some((date, day.end));
            }
        }
    }
    if let Some((word, end)) = eat_any(text, at, &["上旬", "中旬", "下旬", "份", "初", "底", "末"]) {
        let piece = match word {
            "上旬" => Piece::Third(1),
            "中旬" => Piece::Third(2),
            "下旬" => Piece::Third(3),
            "份" => Piece::Whole,
            _ => Piece::Edge,
        };
        if word == "份" {
            return month_rest_after_share(text, end, date);
        }
        return Some((Moment { piece, ..date }, end));
    }
    if matches!(next(text, after), Some(('均' | '饼' | '球' | '光' | '嫂' | '租', _))) {
        return None;
    }
    Some((date, after))
}

/// 7月份上旬 and plain 7月份.
#[expect(clippy::unnecessary_wraps, reason = "a branch of `month`")]
fn month_rest_after_share(text: &str, end: usize, date: Moment) -> Option<(Moment, usize)> {
    match eat_any(text, end, &["上旬", "中旬", "下旬"]) {
        Some((word, end)) => {
            let third = if word == "上旬" {
                1
            } else if word == "中旬" {
                2
            } else {
                3
            };
            Some((Moment { piece: Piece::Third(third), ..date }, end))
        }
        None => Some((date, end)),
    }
}

/// Parts of the day, longer words first.
const PARTS: &[(&str, Part)] = &[
    ("凌晨", Part::Night),
    ("午夜", Part::Night),
    ("深夜", Part::Night),
    ("半夜", Part::Night),
    ("夜间", Part::Night),
    ("夜里", Part::Night),
    ("清晨", Part::Morning),
    ("早晨", Part::Morning),
    ("早上", Part::Morning),
    ("早间", Part::Morning),
    ("上午", Part::Morning),
    ("中午", Part::Noon),
    ("正午", Part::Noon),
    ("午间", Part::Noon),
    ("下午", Part::Afternoon),
    ("午后", Part::Afternoon),
    ("傍晚", Part::Evening),
    ("晚上", Part::Evening),
    ("晚间", Part::Evening),
];

/// A part of the day at `at`.
fn part_of_day(text: &str, at: usize) -> Option<(Part, usize)> {
    let (c, _) = next(text, at)?;
    if !matches!(c, '凌' | '午' | '深' | '半' | '夜' | '清' | '早' | '上' | '中' | '正' | '下' | '傍' | '晚') {
        return None;
    }
    eat_row(text, at, PARTS, |row| row.0).map(|(row, end)| (row.1, end))
}

/// What may follow a day: a part of it, a time.
fn time_of_day(text: &str, after: usize, date: Moment) -> (Moment, usize) {
    let (mut date, mut end) = (date, after);
    let at = gap(text, after);
    if let Some((part, after)) = part_of_day(text, at) {
        date.part = Some(part);
        end = after;
    } else if let Some((c, after)) = next(text, at).filter(|(c, _)| matches!(c, '晚' | '早' | '夜' | '晨')) {
        let follows = next(text, after).map_or(' ', |(c, _)| c);
        let number = numeral::begins(follows) || follows == '约';
        let word = match c {
            '晚' => {
                !matches!(follows, '会' | '报' | '宴' | '年' | '期' | '些' | '婚' | '饭' | '餐' | '霞') && !(follows == '点' && !number)
            }
            '夜' => !matches!(follows, '市' | '景' | '色' | '宵' | '班' | '校' | '总' | '跑' | '游'),
            _ => number,
        };
        if word {
            date.part = Some(if c == '晚' {
                Part::Evening
            } else if c == '夜' {
                Part::Night
            } else {
                Part::Morning
            });
            end = after;
        }
    }
    let at = gap(text, end);
    let at = eat_any(text, at, &["大约", "约", "近"]).map_or(at, |(_, at)| at);
    if let Some(n) = numeral(text, at) {
        if let Some(hit) = colon_clock(text, &n, date).or_else(|| clock(text, &n, date, true)) {
            return hit;
        }
    }
    (date, end)
}

/// `20时30分`, `8点半`, `3时许`, `24时`, `零点`, `7点一刻`; `dated` where a day or part of day stands before.
fn clock(text: &str, n: &Numeral, date: Moment, dated: bool) -> Option<(Moment, usize)> {
    let hour = n.whole().filter(|h| *h <= 24)?;
    if n.decimal || n.digits > 2 {
        return None;
    }
    let at = gap(text, n.end);
    let (c, mut end) = next(text, at).filter(|(c, _)| matches!(c, '时' | '点'))?;
    if c == '点' {
        end = eat(text, end, "钟").unwrap_or(end);
    }
    let follows = next(text, end).map_or(' ', |(c, _)| c);
    let (mut minute, mut second) = (None, None);
    if let Some(after) = eat(text, end, "半").filter(|after| !matches!(next(text, *after), Some(('小' | '天' | '年', _)))) {
        minute = Some(30);
        end = after;
    } else if let Some((word, after)) = eat_any(text, end, &["一刻", "三刻"]) {
        minute = Some(if word == "一刻" { 15 } else { 45 });
        end = after;
    } else if let Some(after) = eat(text, end, "整") {
        minute = Some(0);
        end = after;
    } else {
        let m_at = gap(text, end);
        let m_at = eat(text, m_at, "零").filter(|at| next(text, *at).is_some_and(|(c, _)| numeral::han_digit(c).is_some())).unwrap_or(m_at);
        if let Some(m) = numeral(text, m_at).filter(|m| m.whole().is_some_and(|m| m < 60)) {
            let m_end = gap(text, m.end);
            if let Some(after) =
                eat(text, m_end, "分").filter(|after| eat(text, *after, "之").is_none() && eat(text, *after, "钟").is_none())
            {
                minute = m.whole();
                end = after;
                if let Some(s) = numeral(text, gap(text, end)).filter(|s| s.whole().is_some_and(|s| s < 60)) {
                    if let Some(after) = eat(text, s.end, "秒") {
                        second = s.whole();
                        end = after;
                    }
                }
            } else if dated
                && c == '点'
                && m.high >= 10.0
                && !matches!(next(text, m.end), Some((c, _)) if is_han(c) && !matches!(c, '左' | '许' | '到' | '至' | '，'))
            {
                // 下午3点40.
                minute = m.whole();
                end = m.end;
            }
        }
    }
    let sure = dated || minute.is_some() || clock_before(text, n.start);
    if !sure && !bare_clock(text, c, n, end, follows) {
        return None;
    }
    if minute.is_none()
        && matches!(
            follows,
            '间' | '候'
                | '代'
                | '刻'
                | '常'
                | '机'
                | '尚'
                | '段'
                | '速'
                | '装'
                | '光'
                | '髦'
                | '期'
                | '空'
                | '效'
                | '不'
                | '而'
                | '限'
                | '差'
                | '评'
        )
        && c == '时'
    {
        return None;
    }
    let end = eat_any(text, end, &["许", "左右", "前后", "多"]).map_or(end, |(_, end)| end);
    Some((Moment { clock: Some((hour, minute, second)), ..date }, end))
}

/// Words before a bare hour that make a time of it.
fn clock_before(text: &str, at: usize) -> bool {
    eat_any_back(text, at, &["截至", "截止", "约", "于", "从", "到", "至", "每天", "每日", "在", "自"]).is_some()
}

/// Whether a bare N时 or N点 is a time of the day: not 一时, 8点建议, 三点要求.
fn bare_clock(text: &str, c: char, n: &Numeral, end: usize, follows: char) -> bool {
    if c == '时' {
        return n.digits > 0 || n.high >= 10.0 || matches!(follows, '许' | '至' | '到' | '左' | '前' | '后');
    }
    if n.digits == 0 {
        return matches!(follows, '钟' | '左' | '许' | '多') || eat_back(text, end, "点钟").is_some();
    }
    if matches!(prev(text, n.start), Some(('涨' | '跌' | '报' | '升' | '降' | '收' | '挫' | '低' | '高', _))) {
        return false;
    }
    matches!(
        follows,
        '左' | '许' | '多' | '至' | '到' | '-' | '—' | '~' | '前' | '后' | '起' | '开' | ',' | '。' | '、' | ')' | '就' | '才' | '准'
    ) || eat_back(text, end, "点钟").is_some()
}

/// A point, or the range it begins.
fn ranged(text: &str, start: usize, first: Moment, end: usize) -> Found {
    let single = Found { span: Span::new(start, end), what: What::Moment(first) };
    let Some(at) = range_mark(text, end) else { return single };
    let parsed = match part_of_day(text, at) {
        // 22日上午至下午.
        Some((part, end)) => Some(time_of_day_at(text, end, Moment { part: Some(part), ..Moment::BARE })),
        None => second_end(text, at),
    };
    let Some((mut second, end)) = parsed else { return single };
    if second.day.is_none()
        && second.month.is_none()
        && second.year.is_none()
        && second.from == Anchor::Itself
        && second.clock.is_none()
        && second.part.is_none()
    {
        return single;
    }
    if second.from == Anchor::Itself && second.piece == Piece::Whole {
        // What the second end leaves out is as in the first.
        if second.year.is_none() {
            second.year = first.year;
        }
        if second.month.is_none() && second.year == first.year {
            second.month = first.month;
        }
        if second.day.is_none() && (second.clock.is_some() || second.part.is_some()) {
            second.day = first.day;
            if first.from != Anchor::Itself {
                (second.from, second.offset, second.step) = (first.from, first.offset, first.step);
            }
        }
        if second.part.is_none() && first.part.is_some() && second.clock.is_some() && second.day == first.day {
            second.part = inherited_part(&first, &second);
        }
    }
    Found { span: Span::new(start, end), what: What::Range(first, second) }
}

/// 下午2时至5时: both afternoon; 上午9时至17时: not.
fn inherited_part(first: &Moment, second: &Moment) -> Option<Part> {
    let (a, _, _) = first.clock?;
    let (b, _, _) = second.clock?;
    (b >= a && b <= 12).then_some(first.part).flatten()
}

fn time_of_day_at(text: &str, after: usize, date: Moment) -> (Moment, usize) {
    let at = gap(text, after);
    if let Some(hit) = numeral(text, at).and_then(|n| colon_clock(text, &n, date).or_else(|| clock(text, &n, date, true))) {
        return hit;
    }
    (date, after)
}

/// The second end of a range: it begins with a number, 次日 or the like.
fn second_end(text: &str, at: usize) -> Option<(Moment, usize)> {
    if let Some((word, end)) = eat_any(text, at, &["次日", "翌日", "当日", "当天", "今日", "今天", "昨日", "昨天", "明天", "明日"])
    {
        let (from, offset) = match word {
            "次日" | "翌日" => (Anchor::Story, 1),
            "当日" | "当天" => (Anchor::Story, 0),
            "今日" | "今天" => (Anchor::Report, 0),
            "昨日" | "昨天" => (Anchor::Report, -1),
            _ => (Anchor::Report, 1),
        };
        return Some(time_of_day(text, end, Moment { from, offset, ..Moment::BARE }));
    }
    if let Some(hit) = weekday(text, at) {
        return Some(hit);
    }
    let n = numeral(text, at)?;
    // 8日到10多人…: only a point of the same kind ends a range.
    if tail(text, gap(text, n.end)).is_some() {
        return None;
    }
    moment_or_clock(text, &n)
}

fn moment_or_clock(text: &str, n: &Numeral) -> Option<(Moment, usize)> {
    moment(text, n).or_else(|| clock(text, n, Moment::BARE, true))
}

// ------------------------------------------------------------------------------------------------------------------ words

/// An expression that begins with a word.
fn word_led(text: &str, at: usize, c: char) -> Option<Found> {
    let found = |end: usize, what: What| Some(Found { span: Span::new(at, end), what });
    let before = prev(text, at).map_or(' ', |(c, _)| c);
    match c {
        '今' | '昨' | '明' | '当' | '同' | '次' | '翌' | '前' | '后' | '去' | '本' | '上' | '下' | '大' => {
            if let Some(hit) = relative(text, at, before) {
                return Some(hit);
            }
            if let Some((part, end)) = part_of_day(text, at) {
                return Some(parted(text, at, part, end));
            }
            if c == '当' {
                if let Some(end) = eat(text, at, "当前").filter(|end| !current_as_noun(text, before, *end)) {
                    return found(end, What::Vague("PRESENT_REF"));
                }
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
            if let Some((name, md, end)) = feast(text, at) {
                return Some(feasted(at, name, md, end));
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
            if let Some((name, md, end)) = feast(text, at) {
                return Some(feasted(at, name, md, end));
            }
            season(text, at, c)
        }
        '夏' | '秋' | '冬' => season(text, at, c),
        '目' => found(eat(text, at, "目前")?, What::Vague("PRESENT_REF")),
        '现' => {
            let end = eat(text, at, "现在").or_else(|| eat(text, at, "现今"))?;
            // 出现在, 发现在, 体现在, 实现在: the word is another.
            if matches!(before, '出' | '发' | '呈' | '体' | '表' | '实' | '涌' | '显' | '再' | '展' | '浮' | '闪' | '兑' | '重')
            {
                return None;
            }
            found(end, What::Vague("PRESENT_REF"))
        }
        '如' => found(eat(text, at, "如今")?, What::Vague("PRESENT_REF")),
        '眼' => found(eat(text, at, "眼下")?, What::Vague("PRESENT_REF")),
        '近' => {
            if matches!(before, '附' | '最' | '邻' | '靠') && eat(text, at, "近日").is_none() && eat(text, at, "近期").is_none() {
                return None;
            }
            let (_, end) = eat_any(text, at, &["近年来", "近日来", "近些年来", "近些年", "近年", "近日", "近期", "近来", "近几日"])?;
            (before != '附' && before != '邻').then_some(())?;
            found(end, What::Vague("PAST_REF"))
        }
        '日' => {
            let end = eat(text, at, "日前")?;
            let noun = matches!(before, '生' | '节' | '假' | '抗' | '旧' | '往' | '昔' | '末' | '即' | '休' | '作' | '近' | '时');
            let other = matches!(next(text, end), Some(('往' | '来' | '夕' | '后' | '去', _)));
            (!noun && !other).then_some(())?;
            found(end, What::Vague("PAST_REF"))
        }
        '连' => {
            let end = eat(text, at, "连日来").or_else(|| eat(text, at, "连日"))?;
            found(end, What::Vague("PAST_REF"))
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
        '全' | '整' => None,
        _ => None,
    }
}

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

/// 春节, 国庆假期, 五一小长假: the name, its fixed day if it has one, the end.
fn feast(text: &str, at: usize) -> Option<(&'static str, Option<(u32, u32)>, usize)> {
    const FEASTS: &[(&str, &str, Option<(u32, u32)>)] = &[
        ("元旦", "元旦", Some((1, 1))),
        ("春节", "春节", None),
        ("元宵节", "元宵节", None),
        ("元宵", "元宵节", None),
        ("除夕", "除夕", None),
        ("清明节", "清明", None),
        ("清明", "清明", None),
        ("端午节", "端午", None),
        ("端午", "端午", None),
        ("中秋节", "中秋", None),
        ("中秋", "中秋", None),
        ("重阳节", "重阳", None),
        ("国庆节", "国庆", Some((10, 1))),
        ("国庆", "国庆", Some((10, 1))),
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
        return Some((word, Some(if word == "五一" { (5, 1) } else { (10, 1) }), end));
    }
    let (_, name, md, end) = eat_row(text, at, FEASTS, |row| row.0).map(|(&(word, name, md), end)| (word, name, md, end))?;
    let end = eat_any(text, end, BREAKS).map_or(end, |(_, end)| end);
    Some((name, md, end))
}

fn feasted(at: usize, name: &'static str, md: Option<(u32, u32)>, end: usize) -> Found {
    let moment = match md {
        Some((m, d)) => Moment { month: Some(m), day: Some(d), ..Moment::BARE },
        None => Moment { piece: Piece::Feast(name), ..Moment::BARE },
    };
    Found { span: Span::new(at, end), what: What::Moment(moment) }
}

/// 夏季, 冬天.
fn season(text: &str, at: usize, c: char) -> Option<Found> {
    let (_, after) = next(text, at)?;
    let (_, end) = eat_any(text, after, &["季", "天"])?;
    if matches!(next(text, end), Some(('气' | '然' | '空', _))) {
        return None;
    }
    let name = match c {
        '春' => "SP",
        '夏' => "SU",
        '秋' => "FA",
        '冬' => "WI",
        _ => return None,
    };
    Some(Found { span: Span::new(at, end), what: What::Moment(Moment { piece: Piece::Season(name), ..Moment::BARE }) })
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
    if word == "每周" {
        if let Some((_, end)) = weekday(text, eat(text, at, "每")?) {
            return Some(Found { span: Span::new(at, end), what: What::Set("P1W") });
        }
    }
    if word == "每日" && matches!(next(text, end), Some(('经' | '新' | '电' | '邮' | '商', _))) {
        // A newspaper's name: 每日经济新闻, 每日电讯报.
        return None;
    }
    Some(Found { span: Span::new(at, end), what: What::Set(value) })
}

/// 周一, 星期三, 上周五, 下周末: with the week told before.
fn weekday(text: &str, at: usize) -> Option<(Moment, usize)> {
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
    let counted = matches!(
        follows,
        '次' | '个' | '人' | '家' | '名' | '位' | '天' | '期' | '条' | '场' | '检' | '测' | '岁' | '年' | '十' | '百' | '千' | '小'
    );
    let begun = day == 1
        && matches!(
            follows,
            '直' | '样' | '起' | '致' | '些' | '更' | '结' | '共' | '行' | '同' | '切' | '开' | '般' | '度' | '定' | '律' | '旦'
        );
    if counted || begun {
        return None;
    }
    Some((Moment { step: Unit::Week, piece: Piece::Weekday(day), ..Moment::BARE }, end))
}

/// 昨日, 次日, 今年, 上周三, 本月, 去年底, 同日: counted from the report or the story.
fn relative(text: &str, at: usize, before: char) -> Option<Found> {
    use Anchor::{Report, Story};
    const WORDS: &[(&str, Anchor, i32, Unit)] = &[
        ("大前天", Report, -3, Unit::Day),
        ("大后天", Report, 3, Unit::Day),
        ("今天", Report, 0, Unit::Day),
        ("今日", Report, 0, Unit::Day),
        ("今晨", Report, 0, Unit::Day),
        ("今早", Report, 0, Unit::Day),
        ("今晚", Report, 0, Unit::Day),
        ("今夜", Report, 0, Unit::Day),
        ("昨天", Report, -1, Unit::Day),
        ("昨日", Report, -1, Unit::Day),
        ("昨晨", Report, -1, Unit::Day),
        ("昨早", Report, -1, Unit::Day),
        ("昨晚", Report, -1, Unit::Day),
        ("昨夜", Report, -1, Unit::Day),
        ("明天", Report, 1, Unit::Day),
        ("明日", Report, 1, Unit::Day),
        ("明晨", Report, 1, Unit::Day),
        ("明早", Report, 1, Unit::Day),
        ("明晚", Report, 1, Unit::Day),
        ("前天", Report, -2, Unit::Day),
        ("前晚", Report, -2, Unit::Day),
        ("后天", Report, 2, Unit::Day),
        ("当天", Story, 0, Unit::Day),
        ("当日", Story, 0, Unit::Day),
        ("当晚", Story, 0, Unit::Day),
        ("当夜", Story, 0, Unit::Day),
        ("同日", Story, 0, Unit::Day),
        ("同一天", Story, 0, Unit::Day),
        ("次日", Story, 1, Unit::Day),
        ("次晨", Story, 1, Unit::Day),
        ("翌日", Story, 1, Unit::Day),
        ("翌晨", Story, 1, Unit::Day),
        ("去年同期", Report, -1, Unit::Year),
        ("上年同期", Report, -1, Unit::Year),
        ("今年", Report, 0, Unit::Year),
        ("本年度", Report, 0, Unit::Year),
        ("去年", Report, -1, Unit::Year),
        ("上年", Report, -1, Unit::Year),
        ("明年", Report, 1, Unit::Year),
        ("前年", Report, -2, Unit::Year),
        ("后年", Report, 2, Unit::Year),
        ("当年", Story, 0, Unit::Year),
        ("同年", Story, 0, Unit::Year),
        ("次年", Story, 1, Unit::Year),
        ("翌年", Story, 1, Unit::Year),
        ("上半年", Report, 0, Unit::Year),
        ("下半年", Report, 0, Unit::Year),
        ("本月", Report, 0, Unit::Month),
        ("上个月", Report, -1, Unit::Month),
        ("上月", Report, -1, Unit::Month),
        ("下个月", Report, 1, Unit::Month),
        ("下月", Report, 1, Unit::Month),
        ("当月", Story, 0, Unit::Month),
        ("同月", Story, 0, Unit::Month),
        ("次月", Story, 1, Unit::Month),
        ("本周", Report, 0, Unit::Week),
        ("上周", Report, -1, Unit::Week),
        ("下周", Report, 1, Unit::Week),
        ("上个星期", Report, -1, Unit::Week),
        ("上星期", Report, -1, Unit::Week),
        ("下个星期", Report, 1, Unit::Week),
        ("下星期", Report, 1, Unit::Week),
        ("本季度", Report, 0, Unit::Quarter),
    ];
    let (word, from, offset, step, end) =
        eat_row(text, at, WORDS, |row| row.0).map(|(&(word, from, offset, step), end)| (word, from, offset, step, end))?;
    let follows = next(text, end).map_or(' ', |(c, _)| c);
    let broken = match word {
        "后天" => matches!(before, '然' | '之' | '以' | '今' | '此' | '午' | '先') || matches!(follows, '性' | '气' | '然'),
        "前天" => matches!(before, '目' | '日' | '之' | '以' | '先' | '当' | '此' | '年') || follows == '气',
        "前年" | "上年" | "后年" => {
            is_han(before) && !matches!(before, '在' | '从' | '自' | '于' | '较' | '比' | '是' | '到' | '至' | '和')
        }
        "本周" | "本月" | "本年度" | "本季度" => {
            matches!(before, '日' | '基' | '样' | '资' | '成' | '脚' | '原' | '根' | '标' | '版')
                || step == Unit::Week && matches!(follows, '期' | '边' | '围' | '转' | '到' | '折')
        }
        "上周" | "下周" => {
            matches!(before, '以' | '之' | '楼' | '桌')
                || matches!(follows, '围' | '边' | '折' | '到' | '密' | '期' | '转' | '遭' | '全' | '知')
        }
        "上月" | "下月" => before == '以' || follows == '球',
        "次年" | "次日" | "次月" | "次晨" => matches!(
            before,
            '一' | '二'
                | '两'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '每'
                | '此'
                | '多'
                | '层'
                | '名'
                | '首'
                | '再'
                | '人'
                | '几'
                | '这'
                | '上'
                | '本'
        ),
        "明日" | "明天" | "明早" | "明年" | "明晚" => {
            matches!(before, '光' | '文' | '表' | '证' | '说' | '声' | '清' | '黎' | '发' | '透' | '昆' | '注' | '阐')
                || follows == '气' && word == "明天"
        }
        "今日" if follows == '头' => true,
        "同年" => follows == '龄' || before == '不',
        "同日" => matches!(follows, '本' | '益') || matches!(before, '不' | '共' | '合' | '会' | '如'),
        "当年" => matches!(follows, '轻'),
        "当日" | "当天" | "当月" => matches!(before, '相' | '适' | '应' | '充' | '担' | '恰' | '正' | '不' | '每'),
        "今年" | "去年" => false,
        _ => false,
    };
    if broken {
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
            if let Some(day) = numeral(text, end).filter(|d| d.whole().is_some_and(|d| (1..=31).contains(&d))) {
                if let Some((_, end)) = eat_any(text, day.end, &["日", "号"]) {
                    moment.day = day.whole();
                    let (moment, end) = time_of_day(text, end, moment);
                    return Some(ranged(text, at, moment, end));
                }
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
