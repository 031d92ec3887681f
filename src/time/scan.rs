//! Finds time expressions: one pass over the bytes, stopping only at characters an expression can begin with.

use super::amount::{self, Amount};
use super::moment::{self, Moment, Piece};
use super::named;
use super::numeral::{self, Numeral, numeral};
use super::script::{eat, eat_any, eat_back, gap, gap_back, is_han, next, one_of, prev};
use crate::report::Bound;
use crate::text::{Firsts, HanSet, Span, is_han_lead};

/// An expression as the grammar sees it, not yet resolved.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) what: What,
}

#[derive(Clone, Debug)]
pub(crate) enum What {
    /// A point of the calendar or the clock.
    Moment(Moment),
    /// From one point to another; ranges are few, and each expression has the room of the largest.
    Range(Box<(Moment, Moment)>),
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

impl What {
    /// The point it is or begins with.
    pub(crate) fn point(&self) -> Option<&Moment> {
        match self {
            What::Moment(point) => Some(point),
            What::Range(ends) => Some(&ends.0),
            _ => None,
        }
    }
}

/// Ideographs an expression can begin with.
const STARTERS: &str = "零一二两三四五六七八九十百千半几数廿卅多上好首今明昨当同次翌前后去本每周星礼凌清早中正午下傍晚夜深元春国端重除目现如近日连眼年月季冬夏秋大\
幾數兩後當現過來週禮國連";

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
        // A report has a time in every second sentence.
        const APART: usize = 112;
        Scan { text, at: 0, floor: 0, found: Vec::with_capacity(text.len() / APART) }
    }

    /// Goes on for a stretch; whether there is more of the text behind it.
    pub(crate) fn on(&mut self) -> bool {
        /// In bytes.
        const STRETCH: usize = 1 << 16;
        /// An ideograph that begins in the stretch is seen with the one behind it.
        const PAIR: usize = 6;
        let end = self.text.len();
        let stop = self.at.saturating_add(STRETCH).min(end);
        let bytes = &self.text.as_bytes()[..stop.saturating_add(PAIR).min(end)];
        while let Some(at) = start(bytes, self.at).filter(|at| *at < stop) {
            let (hit, skip) = expression(self.text, at, self.floor);
            self.at = skip;
            if let Some(hit) = hit {
                self.at = hit.span.end;
                self.floor = self.at;
                self.found.push(hit);
            }
        }
        self.at = self.at.max(stop);
        self.at < end
    }
}

/// The next place from `from` on where an expression can begin: a few looks leave one ideograph in a hundred to the grammar.
fn start(bytes: &[u8], from: usize) -> Option<usize> {
    static NEAR: Firsts = Firsts::new(STARTERS).and("〇０１２３４５６７８９");
    let mut rest = bytes.get(from..)?;
    loop {
        rest = NEAR.past_others(rest);
        match rest {
            [a @ 0xE0..=0xFF, b, c, behind @ ..] => {
                if begins([*a, *b, *c], behind) {
                    break;
                }
                rest = behind;
            }
            [b'0'..=b'9', ..] => break,
            [_, behind @ ..] => rest = behind,
            [] => return None,
        }
    }
    Some(bytes.len() - rest.len())
}

/// Whether an expression can begin with a character of three bytes and what stands behind it.
fn begins(c: [u8; 3], behind: &[u8]) -> bool {
    static EXACT: HanSet = HanSet::new(STARTERS);
    match c {
        // Full-width digits, 〇.
        [0xEF, 0xBC, 0x90..=0x99] | [0xE3, 0x80, 0x87] => true,
        c => EXACT.holds(c) && follows(behind),
    }
}

/// Whether `rest` can follow the first ideograph of an expression.
fn follows(rest: &[u8]) -> bool {
    match rest {
        [a, b, c, ..] if is_han_lead(*a) => SECONDS.holds([*a, *b, *c]),
        // Digits, spaces, 〇, dashes, full-width digits.
        [b'0'..=b'9' | b' ' | b'-' | b'~' | b'.' | 0xC2 | 0xE2 | 0xE3 | 0xEF, ..] => true,
        _ => false,
    }
}

/// The expression at `at`, and where the next may begin if there is none.
fn expression(text: &str, at: usize, floor: usize) -> (Option<Found>, usize) {
    let Some((c, after)) = next(text, at) else { return (None, text.len()) };
    if let Some(hit) = named::named(text, at, c) {
        return (Some(hit), after);
    }
    if !numeral::begins(c) && !matches!(c, '上' | '好' | '多') {
        return (None, after);
    }
    let n = if c == '多' {
        // 多日, 多天, 多年; behind 许 or 很 the word is another.
        if matches!(prev(text, at), Some(('许' | '很' | '更' | '最' | '太' | '不', _))) {
            return (None, after);
        }
        // 個多小時: one and more.
        let one = eat_back(text, at, "个")
            .filter(|start| *start >= floor && prev(text, *start).is_none_or(|(c, _)| !one_of(c, "几两一二三四五六七八九十半这那每")));
        let (low, high, vague, start) = one.map_or((2.0, 5.0, true, at), |start| (1.0, 1.0, false, start));
        Numeral { low, high, bound: Bound::AtLeast, vague, digits: 0, decimal: false, start, end: after }
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
    if n.decimal
        && let Some(hit) = label(text, n)
    {
        return Some(hit);
    }
    if !countable(text, gap(text, n.end)) {
        return None;
    }
    let special = match next(text, n.end)?.0 {
        '·' | '•' | '・' | '‧' | '⋅' | '∙' => label(text, n),
        '美' | '港' | '元' | '块' | '角' | '毛' => price(text, n),
        '天' | '日' | '小' | '周' | '×' | 'x' | 'X' | '*' | '乘' => scheme(text, n),
        _ => None,
    };
    if special.is_some() {
        return special;
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

/// `11·25`, `9·11`, `7·20`: an event by its date; with a full stop only in quotes, or where what it was follows.
fn label(text: &str, n: &Numeral) -> Option<Found> {
    let (month, day, end) = if n.decimal {
        const EVENTS: [&str; 11] = ["事件", "事故", "大案", "专案", "命案", "特大", "矿难", "火灾", "爆炸", "恐袭", "恐怖袭击"];
        let opened = matches!(prev(text, n.start), Some(('“' | '"' | '「' | '‘' | '”', _)));
        let (month, day) = text[n.start..n.end].split_once('.')?;
        let closed = matches!(next(text, n.end), Some(('”' | '"' | '」' | '’' | '“', _)));
        (opened && closed || eat_any(text, n.end, &EVENTS).is_some()).then_some(())?;
        (month.parse().ok()?, day.parse().ok()?, n.end)
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
    let (c, at) = next(text, n.end)?;
    if matches!(c, '×' | 'x' | 'X' | '*' | '乘') {
        let m = n2(at)?;
        let end = eat(text, m.end, "个").unwrap_or(m.end);
        let (_, end) = eat_any(text, end, &["小时", "天"])?;
        return Some(Found { span: Span::new(n.start, end), what: What::Always });
    }
    let (_, at) = eat_any(text, n.end, &["天", "日", "小时", "周"])?;
    if let Some(('×' | 'x' | 'X' | '*', at)) = next(text, at) {
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
