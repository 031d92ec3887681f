//! The calendar lane: what a report dates, in the order of the dates.
//!
//! An event is a sentence of the story with its day. A sentence that tells several days is parted before the clause in which each
//! of them stands; one that tells the same day twice is one event, and so is a clause that names two. A feast (国庆期间) and a year alone are no days, a date that stands by itself
//! tells nothing, and what only the headline or a subhead dates is told again in the story.
//!
//! A clock time without its day (3时15分) belongs to the day told last where that opened its sentence and the hours go on; else
//! it has no place here. The day is never counted from today.

use crate::report::{Block, Label, Report, Role, Time};
use crate::text::Span;
use crate::time::role::window;

/// No sentence that people write is so many bytes long.
const LONG: usize = 1500;

/// A dated event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The time expression, as an index into [`Report::times`].
    pub time: usize,
    /// When, or when it begins.
    pub from: Point,
    /// When a range ends.
    pub to: Option<Point>,
    /// The block that tells it, as an index into [`Report::blocks`].
    pub block: usize,
    /// What tells it: the sentence, or the part of it that belongs to this day.
    pub span: Span,
}

/// A point of the calendar, as far as the text tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The year, if known.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31; a month may be told without its day.
    pub day: Option<u32>,
    /// The time of day.
    pub hour: Option<Hour>,
}

/// A time of day, in the order of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour {
    /// Minutes since midnight; of a part of the day, when it is thought to begin.
    pub minute: u32,
    /// The part of the day, where no clock time is told.
    pub part: Option<Part>,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says what it is")]
pub enum Part {
    SmallHours,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

impl Point {
    /// Reads a TIMEX3 value of the form `2021-11-25T20:30`, as far as it goes: month at least. `text` is the expression, which alone
    /// parts 凌晨 from 深夜.
    ///
    /// ```
    /// use wirecopy::response::calendar::Point;
    /// let point = Point::read("XXXX-11-25TEV", "11月25日晚").unwrap();
    /// assert_eq!((point.year, point.month, point.day), (None, 11, Some(25)));
    /// assert_eq!(Point::read("2021-W47", "上周"), None);
    /// ```
    pub fn read(value: &str, text: &str) -> Option<Self> {
        let (date, hour) = value.split_once('T').map_or((value, None), |(date, hour)| (date, Some(hour)));
        let mut parts = date.splitn(3, '-');
        let year = parts.next()?;
        let month = parts.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
        let day = match parts.next() {
            Some(day) => Some(day.parse().ok().filter(|day| (1..=31).contains(day))?),
            None => None,
        };
        let hour = hour.and_then(|hour| Hour::read(hour, text));
        Some(Point { year: year.parse().ok(), month, day, hour })
    }

    /// The same day without its time.
    fn date(self) -> Self {
        Point { hour: None, ..self }
    }
}

impl Hour {
    fn read(value: &str, text: &str) -> Option<Self> {
        if let Some((hour, rest)) = value.split_once(':') {
            let minute: u32 = rest.get(..2)?.parse().ok()?;
            return Some(Hour { minute: hour.parse::<u32>().ok()? * 60 + minute, part: None });
        }
        let small = ["凌晨", "零时", "零時", "清晨", "拂晓", "拂曉"].iter().any(|word| text.contains(word));
        let (hour, part) = match value {
            "NI" if small => (0, Part::SmallHours),
            "MO" => (6, Part::Morning),
            "MI" => (12, Part::Noon),
            "AF" => (13, Part::Afternoon),
            "EV" => (18, Part::Evening),
            "NI" => (22, Part::Night),
            _ => return None,
        };
        Some(Hour { minute: hour * 60, part: Some(part) })
    }
}

/// The dated events of a report's story in the order of their dates; equal ones in the order of the text.
///
/// A month without a day comes before its days, a day before its hours, a point before the ranges that begin on its day. Dates of which
/// the year is unknown come after those of which it is known, and among themselves as one winter or one year has them.
pub fn calendar(text: &str, report: &Report) -> Vec<Event> {
    let events = told(text, report);
    let turn = turn(report, &events);
    let mut order: Vec<(u64, usize)> = events.iter().enumerate().map(|(at, event)| (rank(event, turn), at)).collect();
    order.sort_unstable();
    let mut lane: Vec<Event> = Vec::with_capacity(events.len());
    for (_, at) in order {
        let event = events[at];
        // What another has said already, of the same day and in the same words.
        let mut others = lane.iter().rev().take(16).take_while(|other| (other.from, other.to) == (event.from, event.to));
        if others.all(|other| other.span.of(text) != event.span.of(text)) {
            lane.push(event);
        }
    }
    lane
}

/// What the lane is sorted by: year, month, day, whether it is a range, minute.
fn rank(event: &Event, turn: (u32, u32)) -> u64 {
    let Point { year, month, day, hour } = event.from;
    let day = day.unwrap_or(0);
    let year = match year {
        Some(year) => year.clamp(0, 9999).unsigned_abs(),
        None if (month, day) > turn => 10_000,
        None => 10_001,
    };
    let minute = hour.map_or(0, |hour| hour.minute + 1);
    [month, day, u32::from(event.to.is_some())].into_iter().fold(u64::from(year), |rank, next| rank << 5 | u64::from(next)) << 12
        | u64::from(minute)
}

/// The events in the order of the text.
fn told(text: &str, report: &Report) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let (mut sentence, mut first, mut block) = (Span::default(), 0, 0);
    // The day told last, if its time opened the sentence.
    let mut day: Option<Point> = None;
    for (i, time) in report.times.iter().enumerate() {
        while report.blocks.get(block).is_some_and(|b| b.span.end <= time.span.start) {
            if report.blocks[block].label == Label::Heading {
                day = None;
            }
            block += 1;
        }
        let Some(place) = report.blocks.get(block).filter(|b| b.span.contains(time.span) && is_story(b)) else { continue };
        if !matches!(time.role, Role::Point | Role::Range | Role::Relative) {
            continue;
        }
        if time.span.start >= sentence.end {
            part(text, report, &mut events, first);
            sentence = around(text, time.span, Span::new(sentence.end.max(place.span.start), place.span.end));
            first = events.len();
        }
        let Some((from, to)) = dated(time).or_else(|| Some((clocked(time, day, report, i, sentence)?, None))) else { continue };
        if place.label == Label::Paragraph && from.day.is_some() {
            let opens = time.span.start - sentence.start <= "截至".len() || time.value.as_deref().is_some_and(|v| v.starts_with('T'));
            day = Some(to.unwrap_or(from)).filter(|_| opens);
        }
        let event = Event { time: i, from, to, block, span: sentence };
        // No sentence that people write goes back further.
        let recent = first.max(events.len().saturating_sub(8));
        let same = events[recent..].iter().position(|other| is_same(other, &event));
        if let Some(at) = same.filter(|at| is_better(report, &event, &events[recent + at])) {
            events.remove(recent + at);
            events.push(event);
        } else if same.is_none() {
            events.push(event);
        }
    }
    part(text, report, &mut events, first);
    events.retain(|event| says(text, event.span, report.times[event.time].span));
    events
}

/// The sentence of a time; `room` begins behind the sentence before. A mark within a title (《去还是留？》) ends none, and a quotation ends
/// with its sentence.
fn around(text: &str, time: Span, room: Span) -> Span {
    let mut start = room.start;
    let mut ended = false;
    for (at, c) in room.of(text).char_indices() {
        let at = room.start + at;
        let inside = ended && (c == '》' || c == '〉');
        let closes = ended && matches!(c, '。' | '！' | '？' | '!' | '?' | '”' | '’' | '」' | '』' | '）' | ')');
        if ended && !inside && !closes {
            if at > time.end {
                return Span::new(start, at);
            }
            start = if at <= time.start { at } else { start };
        }
        ended = matches!(c, '。' | '！' | '？' | '!' | '?' | '\n' | '\r') || closes;
    }
    Span::new(start, room.end)
}

fn is_story(block: &Block) -> bool {
    matches!(block.label, Label::Paragraph | Label::Caption)
}

/// When a time is, if it tells at least a month and is no feast.
fn dated(time: &Time) -> Option<(Point, Option<Point>)> {
    let feast = ["节", "節", "庆", "慶", "假", "黄金周", "黃金周"].iter().any(|word| time.text.contains(word));
    if feast && !time.text.contains(['日', '号', '號', '月']) {
        return None;
    }
    let (from, to) = time.value.as_deref()?.split_once('/').map_or((time.value.as_deref()?, None), |(from, to)| (from, Some(to)));
    let from = Point::read(from, &time.text)?;
    // The second half of 22日傍晚至23日凌晨 has the 凌晨, the first has not.
    let to = to.and_then(|to| Point::read(to, &time.text)).filter(|to| *to != from);
    Some((from, to))
}

/// The day of a clock time that doesn't tell it.
fn clocked(time: &Time, day: Option<Point>, report: &Report, i: usize, sentence: Span) -> Option<Point> {
    let hour = Hour::read(time.value.as_deref().filter(|_| time.role == Role::Point)?.strip_prefix('T')?, &time.text)?;
    let day = day.filter(|_| hour.part.is_none())?;
    let habit = report.times[..i].iter().rev().take_while(|t| t.span.start >= sentence.start).any(|t| t.role == Role::Rate);
    (!habit && day.hour.is_none_or(|before| before.minute <= hour.minute)).then_some(Point { hour: Some(hour), ..day })
}

/// Whether two events of a sentence are one: the same day, and one of them says no more than that.
fn is_same(a: &Event, b: &Event) -> bool {
    let ends = |event: &Event| (event.from.date(), event.to.map(Point::date));
    ends(a) == ends(b) && (a.from.hour.is_none() || b.from.hour.is_none() || a.from.hour == b.from.hour)
}

/// Whether `a` tells more: the hour, then a day that is written and not counted, then the longer expression.
fn is_better(report: &Report, a: &Event, b: &Event) -> bool {
    let worth = |event: &Event| {
        let time = &report.times[event.time];
        (event.from.hour.is_some(), time.role != Role::Relative, time.text.len())
    };
    worth(a) > worth(b)
}

/// Parts the sentence of the events from `first` on before the clauses of the second, the third and so on. Those that stand in one clause become
/// one event, at the day that is written out, else at the first.
fn part(text: &str, report: &Report, events: &mut Vec<Event>, first: usize) {
    let Some(whole) = events.get(first).map(|event| event.span) else { return };
    let left = events.split_off(first);
    let time = |event: &Event| &report.times[event.time];
    let written = |event: &Event| time(event).role != Role::Relative && time(event).text.contains('月');
    let (mut start, mut last) = (whole.start, None);
    for event in left {
        let Some(before) = last.replace(event) else { continue };
        match clause_end(text, Span::new(time(&before).span.end, time(&event).span.start)) {
            Some(cut) => {
                events.push(placed(text, before, time(&before).span, Span::new(start, cut)));
                start = cut;
            }
            None if written(&event) && !written(&before) => {}
            None => last = Some(before),
        }
    }
    events.extend(last.map(|event| placed(text, event, time(&event).span, Span::new(start, whole.end))));
}

/// The event told by `span`, or by what stands around its time where that runs on without end.
fn placed(text: &str, event: Event, time: Span, span: Span) -> Event {
    let span = trim(text, span);
    Event { span: if span.end - span.start > LONG { window(text, time, span) } else { span }, ..event }
}

/// The end of the last clause in `span`: behind its comma or semicolon.
fn clause_end(text: &str, span: Span) -> Option<usize> {
    let piece = span.of(text);
    let (at, mark) = piece.char_indices().rev().find(|(at, c)| match c {
        '，' | '；' | ';' => true,
        // 1,200
        ',' => !piece[at + 1..].starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    })?;
    Some(span.start + at + mark.len_utf8())
}

fn trim(text: &str, span: Span) -> Span {
    let loose = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '、' | '。');
    let piece = span.of(text);
    let start = span.start + piece.len() - piece.trim_start_matches(loose).len();
    Span::new(start, start.max(span.start + piece.trim_end_matches(loose).len()))
}

/// Whether a clause says more than its date.
fn says(text: &str, span: Span, time: Span) -> bool {
    let outside = |piece: &str| piece.chars().filter(|c| c.is_alphanumeric()).take(2).count();
    let before = text.get(span.start..time.start.max(span.start)).map_or(0, outside);
    let behind = text.get(time.end.min(span.end)..span.end).map_or(0, outside);
    before + behind >= 2
}

/// Of the dates without a year: those after this month and day are of the year before. News tells of the months before it and perhaps of the
/// next; without a dateline, December stands before January where the months between are not spoken of.
fn turn(report: &Report, events: &[Event]) -> (u32, u32) {
    const NEVER: (u32, u32) = (0, 0);
    let sent = report.dateline.as_ref().and_then(|dateline| Point::read(dateline.resolved.as_deref()?, ""));
    if let Some(Point { month, day, .. }) = sent {
        return if month < 12 { (month + 1, day.unwrap_or(31)) } else { NEVER };
    }
    let mut unknown = events.iter().filter(|event| event.from.year.is_none()).map(|event| event.from.month).peekable();
    let winter = unknown.peek().is_some() && unknown.all(|month| !(3..=10).contains(&month));
    if winter { (2, 31) } else { NEVER }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `2021-11-25 18:00~2021-11-27: clause`, an event a line.
    fn draw(text: &str) -> String {
        let report = crate::parse(text);
        let point = |point: Point| {
            let year = point.year.map_or_else(|| "?".to_owned(), |year| year.to_string());
            let day = point.day.map(|day| format!("-{day}")).unwrap_or_default();
            let hour = point.hour.map(|hour| match hour.part {
                Some(part) => format!(" {part:?}"),
                None => format!(" {}:{:02}", hour.minute / 60, hour.minute % 60),
            });
            format!("{year}-{}{day}{}", point.month, hour.unwrap_or_default())
        };
        let line = |event: &Event| {
            let to = event.to.map(|to| format!("~{}", point(to))).unwrap_or_default();
            format!("{}{to}: {}", point(event.from), event.span.of(text))
        };
        calendar(text, &report).iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn lanes() {
        let rows = [
            ("2021年11月25日晚，库区发生泄漏。", "2021-11-25 Evening: 2021年11月25日晚，库区发生泄漏"),
            // Out of the text's order, without a year, with the dateline's.
            (
                "新江网临江6月3日电 6月2日凌晨，库区发生泄漏。此前的5月20日，库区做过演练。",
                "?-5-20: 此前的5月20日，库区做过演练\n?-6-2 SmallHours: 6月2日凌晨，库区发生泄漏",
            ),
            // One day told twice, several days in one sentence.
            (
                "2024年6月2日，库区停工。停工10天后，终于在6月12日，库区复工。",
                "2024-6-2: 2024年6月2日，库区停工\n2024-6-12: 停工10天后，终于在6月12日，库区复工",
            ),
            (
                "2024年6月2日，库区停工，6月12日，码头复工，6月15日起，航线恢复。",
                "2024-6-2: 2024年6月2日，库区停工\n2024-6-12: 6月12日，码头复工\n2024-6-15: 6月15日起，航线恢复",
            ),
            // Ranges behind the points of their first day.
            (
                "2024年6月2日至4日，居民分批返家。6月2日下午，道路恢复通行。",
                "2024-6-2 Afternoon: 6月2日下午，道路恢复通行\n2024-6-2~2024-6-4: 2024年6月2日至4日，居民分批返家",
            ),
            // The clock goes on from the day told last, and only on.
            (
                "2024年6月2日凌晨，库区发生泄漏。3时15分，专职队赶到现场。4时40分，阀门被关闭。1时许，有人报过警。",
                "2024-6-2 SmallHours: 2024年6月2日凌晨，库区发生泄漏\n2024-6-2 3:15: 3时15分，专职队赶到现场\n2024-6-2 4:40: 4时40分，阀门被关闭",
            ),
            ("孩子们晚上睡在大厅。8时30分，早餐送到。", ""),
            ("2024年6月2日，库区停工。每天8时30分，班车从门前开出。", "2024-6-2: 2024年6月2日，库区停工"),
            // No days: a year, a feast, a date that tells nothing.
            ("2019年，库区建成。国庆期间，库区没有停工。（2024年6月2日）", ""),
            (
                "昨天（6月2日）到下周，库区停工。文章说：“6月3日复工。”",
                "?-6-2: 昨天（6月2日）到下周，库区停工\n?-6-3: 文章说：“6月3日复工。”",
            ),
            ("6月2日，本报以《停工还是复工？》为题报道此事。", "?-6-2: 6月2日，本报以《停工还是复工？》为题报道此事"),
            // Twice the same words.
            ("2024年6月2日，库区停工检查。\n2024年6月2日，库区停工检查。", "2024-6-2: 2024年6月2日，库区停工检查"),
            // One winter.
            ("12月30日，库区停工。1月2日，库区复工。", "?-12-30: 12月30日，库区停工\n?-1-2: 1月2日，库区复工"),
        ];
        for (text, lane) in rows {
            assert_eq!(draw(text), lane, "{text}");
        }
    }

    #[test]
    fn points() {
        for (value, expected) in [
            ("2021-11-25", Some((Some(2021), 11, Some(25)))),
            ("2021-11", Some((Some(2021), 11, None))),
            ("XXXX-11-25T20:30", Some((None, 11, Some(25)))),
            ("2021", None),
            ("2021-W40", None),
            ("2021-W40-WE", None),
            ("2021-Q3", None),
            ("XXXX-XX-17", None),
            ("XXXX-WXX-3", None),
            ("PRESENT_REF", None),
            ("T20:30", None),
            ("", None),
        ] {
            assert_eq!(Point::read(value, "").map(|point| (point.year, point.month, point.day)), expected, "{value}");
        }
    }

    #[test]
    fn times_of_day() {
        for (value, text, minute, part) in [
            ("20:30", "20时30分", 1230, None),
            ("00:00", "零时", 0, None),
            ("07:05:30", "", 425, None),
            ("NI", "凌晨", 0, Some(Part::SmallHours)),
            ("NI", "深夜", 1320, Some(Part::Night)),
            ("EV", "晚", 1080, Some(Part::Evening)),
        ] {
            assert_eq!(Hour::read(value, text), Some(Hour { minute, part }), "{value} {text}");
        }
        assert_eq!(Hour::read("XX", ""), None);
        assert_eq!(Hour::read("a:b", ""), None);
    }
}
