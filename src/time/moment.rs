//! Points of the calendar and the clock: dates, parts of the day, times, and the ranges between them.

use super::amount::{Unit, range_mark, tail};
use super::named::{feast, weekday};
use super::numeral::{self, Numeral, numeral};
use super::scan::{Found, What};
use super::script::{eat, eat_any, eat_any_back, eat_back, eat_row, gap, is_han, next, one_of, prev};
use crate::report::Bound;
use crate::text::Span;

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
    Season(Season),
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
    Feast,
}

/// The seasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
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
    pub(crate) const BARE: Moment = Moment {
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

/// A point of the calendar or the clock that begins with the numeral `n`.
pub(crate) fn moment(text: &str, n: &Numeral) -> Option<(Moment, usize)> {
    if n.bound != Bound::Exact || n.vague {
        return None;
    }
    // 以21:18获胜 is a score.
    let score = matches!(prev(text, n.start), Some(('以' | '比' | '分' | ':' | '-', _)));
    if let Some(hit) = iso_date(text, n).or_else(|| colon_clock(text, n, Moment::BARE).filter(|_| !score)) {
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
    if n.digits != 4 {
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
pub(crate) fn colon_clock(text: &str, n: &Numeral, date: Moment) -> Option<(Moment, usize)> {
    if n.digits == 0 || n.digits > 2 || n.decimal {
        return None;
    }
    let hour = n.whole().filter(|h| *h <= 24)?;
    let at = eat(text, n.end, ":")?;
    let (minute, at) = two_digits(text, at)?;
    if minute > 59 || matches!(next(text, at), Some((c, _)) if c.is_ascii_digit()) {
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
pub(crate) fn year(text: &str, n: &Numeral, whole: u32, after: usize) -> Option<(Moment, usize)> {
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
pub(crate) fn year_rest(text: &str, after: usize, date: Moment) -> (Moment, usize) {
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
        ("春季", Piece::Season(Season::Spring)),
        ("春天", Piece::Season(Season::Spring)),
        ("夏季", Piece::Season(Season::Summer)),
        ("夏天", Piece::Season(Season::Summer)),
        ("秋季", Piece::Season(Season::Autumn)),
        ("秋天", Piece::Season(Season::Autumn)),
        ("冬季", Piece::Season(Season::Winter)),
        ("冬天", Piece::Season(Season::Winter)),
        ("初", Piece::Edge),
        ("底", Piece::Edge),
        ("末", Piece::Edge),
    ];
    if let Some((row, end)) = eat_row(text, at, RESTS, |row| row.0) {
        return (Moment { piece: row.1, ..date }, end);
    }
    if let Some((md, end)) = feast(text, at) {
        return match md {
            Some((m, d)) => (Moment { month: Some(m), day: Some(d), ..date }, end),
            None => (Moment { piece: Piece::Feast, ..date }, end),
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
        if let Some((c, end)) = next(text, end).filter(|(c, _)| matches!(c, '日' | '号'))
            && (c == '日' || eat(text, end, "楼").is_none())
        {
            return Some(time_of_day(text, end, date));
        }
        // 12月3至5日: 日 stands once.
        if let Some(second) = range_mark(text, day.end).and_then(|at| numeral(text, at))
            && next(text, second.end).is_some_and(|(c, _)| matches!(c, '日' | '号'))
        {
            return Some((date, day.end));
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
pub(crate) fn part_of_day(text: &str, at: usize) -> Option<(Part, usize)> {
    let (c, _) = next(text, at)?;
    if !matches!(c, '凌' | '午' | '深' | '半' | '夜' | '清' | '早' | '上' | '中' | '正' | '下' | '傍' | '晚') {
        return None;
    }
    eat_row(text, at, PARTS, |row| row.0).map(|(row, end)| (row.1, end))
}

/// What may follow a day: a part of it, a time.
pub(crate) fn time_of_day(text: &str, after: usize, date: Moment) -> (Moment, usize) {
    let (mut date, mut end) = (date, after);
    let at = gap(text, after);
    if let Some((part, after)) = part_of_day(text, at) {
        date.part = Some(part);
        end = after;
    } else if let Some((c, after)) = next(text, at).filter(|(c, _)| matches!(c, '晚' | '早' | '夜' | '晨')) {
        let follows = next(text, after).map_or(' ', |(c, _)| c);
        let number = numeral::begins(follows) || follows == '约';
        let word = match c {
            '晚' => !one_of(follows, "会报宴年期些婚饭餐霞") && (follows != '点' || number),
            '夜' => !one_of(follows, "市景色宵班校总跑游"),
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
    if let Some(n) = numeral(text, at)
        && let Some(hit) = colon_clock(text, &n, date).or_else(|| clock(text, &n, date, true))
    {
        return hit;
    }
    (date, end)
}

/// `20时30分`, `8点半`, `3时许`, `24时`, `零点`, `7点一刻`; `dated` where a day or part of day stands before.
pub(crate) fn clock(text: &str, n: &Numeral, date: Moment, dated: bool) -> Option<(Moment, usize)> {
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
                if let Some(s) = numeral(text, gap(text, end)).filter(|s| s.whole().is_some_and(|s| s < 60))
                    && let Some(after) = eat(text, s.end, "秒")
                {
                    second = s.whole();
                    end = after;
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
    // 时间, 时候, 时代: the word is another.
    if minute.is_none() && c == '时' && one_of(follows, "间候代刻常机尚段速装光髦期空效不而限差评") {
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
    one_of(follows, "左许多至到-—~前后起开,。、)就才准") || eat_back(text, end, "点钟").is_some()
}

/// A point, or the range it begins.
pub(crate) fn ranged(text: &str, start: usize, first: Moment, end: usize) -> Found {
    let single = Found { span: Span::new(start, end), what: What::Moment(first) };
    let Some(at) = range_mark(text, end) else { return single };
    let parsed = match part_of_day(text, at) {
        // 22日上午至下午.
        Some((part, end)) => Some(time_of_day_at(text, end, Moment { part: Some(part), ..Moment::BARE })),
        None => second_end(text, at),
    };
    let Some((mut second, end)) = parsed else { return single };
    if !second.dated() && second.clock.is_none() && second.part.is_none() {
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
    Found { span: Span::new(start, end), what: What::Range(Box::new((first, second))) }
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

/// A point behind the mark of a range, where no score stands.
fn moment_or_clock(text: &str, n: &Numeral) -> Option<(Moment, usize)> {
    colon_clock(text, n, Moment::BARE).or_else(|| moment(text, n)).or_else(|| clock(text, n, Moment::BARE, true))
}
