//! Finds time expressions: one pass over the bytes, stopping only at characters an expression can begin with.

use super::amount::{self, Amount};
use super::moment::{self, Moment, Piece};
use super::named;
use super::numeral::{self, Numeral, numeral};
use super::script::{eat, eat_any, eat_back, gap, gap_back, is_han, next, point_at, prev};
use crate::report::Bound;
use crate::text::HanSet;
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

/// A scan on its way through a text: every time expression in order, none overlapping another.
pub(crate) struct Scan<'a> {
    text: &'a str,
    /// Where it goes on.
    at: usize,
    /// Where the last expression ends.
    floor: usize,
    /// What it has found so far.
    pub(crate) found: Vec<Found>,
}

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Scan { text, at: 0, floor: 0, found: Vec::new() }
    }

    /// Goes on for a stretch; whether there is more of the text behind it.
    pub(crate) fn on(&mut self) -> bool {
        /// In bytes.
        const STRETCH: usize = 1 << 16;
        let stop = self.at.saturating_add(STRETCH).min(self.text.len());
        (self.at, self.floor) = scan_to(self.text, self.at, self.floor, stop, &mut self.found);
        self.at < self.text.len()
    }
}

/// Scans from `at` to `stop` or to the end of the expression that begins before it; where it ended, and where the last expression did.
fn scan_to(text: &str, mut at: usize, mut floor: usize, stop: usize, found: &mut Vec<Found>) -> (usize, usize) {
    let bytes = text.as_bytes();
    while at < stop {
        let rest = &bytes[at..];
        let lead = rest[0];
        // Two looks leave one ideograph in a hundred to the grammar.
        let candidate = match lead {
            b'0'..=b'9' => true,
            0xE4..=0xE9 => {
                if !STARTERS.has_point(point_at(rest, 0)) || !follows(rest, 3) {
                    at += 3;
                    continue;
                }
                true
            }
            // 〇 and full-width digits.
            0xE3 => rest.starts_with("〇".as_bytes()),
            0xEF => matches!(rest, [_, 0xBC, 0x90..=0x99, ..]),
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
    (at, floor)
}

/// Whether what stands at `at` can follow the first ideograph of an expression.
fn follows(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(0xE4..=0xE9) => SECONDS.has_point(point_at(bytes, at)),
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
    if let Some(hit) = named::named(text, at, c) {
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
    if n.decimal
        && matches!(prev(text, gap_back(text, at)), None | Some(('\n' | '。', _)))
        && let Some(item) = list_number(text, &n)
    {
        return (None, item);
    }
    let hit = number_led(text, &n, floor, ordinal);
    (hit, if c.is_ascii_digit() { n.end } else { after })
}

/// The end of the item number in `2.24小时`: a small number, a stop, and a number of its own.
fn list_number(text: &str, n: &Numeral) -> Option<usize> {
    let (item, rest) = text[n.start..n.end].split_once('.')?;
    (item.len() <= 2 && rest.len() >= 2 && !rest.starts_with('0')).then_some(n.start + item.len() + 1)
}

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
    if amount::wanted(text, n)
        && let Some(hit) = amount::amount(text, n, floor)
    {
        return Some(hit);
    }
    if let Some((moment, end)) = moment::moment(text, n) {
        let start = eat_back(text, n.start, "民国").filter(|start| moment.year.is_some() && *start >= floor).unwrap_or(n.start);
        return Some(moment::ranged(text, start, moment, end));
    }
    amount::amount(text, n, floor)
}

/// Whether a unit, a mark or another number can begin at `at`: most numbers of a text count people and things.
fn countable(text: &str, at: usize) -> bool {
    static UNITS: HanSet = HanSet::new("年月日号时点分秒小天周星礼世季刻钟工自交昼夜晚毫多半余至到元块角美港");
    static BEHIND: HanSet = HanSet::new("小月半多工星礼昼钟季世自交");
    match next(text, at) {
        Some(('个', after)) => next(text, after).is_some_and(|(c, _)| BEHIND.has(c)),
        Some((c, _)) if is_han(c) => UNITS.has(c) || numeral::begins(c),
        Some((c, _)) => !matches!(c, ',' | '。' | '、' | ')' | '%' | ';' | '(' | '\n'),
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
    let (month, day, end) = if n.decimal {
        matches!(prev(text, n.start), Some(('“' | '"' | '「' | '‘' | '”', _))).then_some(())?;
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
    next(text, n.end).filter(|(c, _)| matches!(c, '美' | '港' | '元' | '块' | '角' | '毛'))?;
    let at = eat_any(text, n.end, &["美元", "港元", "元", "块钱", "块", "角", "毛"])?.1;
    let at = eat_any(text, at, &["/", "每", "一", "1"])?.1;
    let at = eat(text, at, "个").unwrap_or(at);
    let (_, end) = eat_any(text, at, &["半小时", "小时", "分钟", "天", "时", "钟头"])?;
    Some(Found { span: Span::new(n.start, end), what: What::Price })
}

/// `3天2检`, `7×24小时`, `两天一检`, `24小时×7天`.
fn scheme(text: &str, n: &Numeral) -> Option<Found> {
    let n2 = |at: usize| numeral(text, at).filter(|m| m.whole().is_some());
    let (c, _) = next(text, n.end)?;
    matches!(c, '天' | '日' | '小' | '周' | '×' | 'x' | 'X' | '*' | '乘').then_some(())?;
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
