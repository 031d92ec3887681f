//! What a date leaves unsaid: the year from the nearest full date, the rest from the dateline or the date last told. Never from today.

use super::amount::Unit;
use super::moment::{Anchor, Moment, Piece};
use super::scan::Found;
use super::value::{Day, civil_from_days, days_from_civil, month_days, weekday};

/// A date of the text that says its year and month, perhaps its day.
#[derive(Clone, Copy, Debug)]
struct Full {
    at: usize,
    year: i32,
    month: u32,
    day: Option<u32>,
}

/// The dates a text has told so far.
#[derive(Debug)]
pub(crate) struct References {
    full: Vec<Full>,
    /// The day the report was sent.
    pub(crate) report: Option<Day>,
    /// The day last told.
    pub(crate) story: Option<Day>,
}

impl References {
    /// Collects the full dates of a text.
    pub(crate) fn new(found: &[Found]) -> Self {
        let full = found
            .iter()
            .filter_map(|hit| {
                let m = hit.what.point()?;
                (m.from == Anchor::Itself).then_some(())?;
                Some(Full { at: hit.span.start, year: m.year?, month: m.month?, day: m.day })
            })
            .collect();
        References { full, report: None, story: None }
    }

    /// Says that the day the report was sent is known.
    pub(crate) fn sent(&mut self, at: usize, day: Day) {
        self.report = Some(day);
        if let (Some(year), Some(month)) = (day.year, day.month) {
            let place = self.full.partition_point(|full| full.at < at);
            self.full.insert(place, Full { at, year, month, day: day.day });
        }
    }

    /// The year a report was sent in: that in which the dateline's day lies nearest to a full date of the text. A report tells of the
    /// months before it and perhaps of the week after; dates further off (an anniversary, an old letter) say nothing of its own year.
    pub(crate) fn year_sent(&self, month: u32, day: u32) -> Option<i32> {
        const NEAR: std::ops::RangeInclusive<i64> = -7..=200;
        let full = self.full.iter().filter_map(|full| Some((full.year, days_from_civil(full.year, full.month, full.day?))));
        let apart = full.flat_map(|(year, known)| (year - 1..=year + 1).map(move |year| (days_from_civil(year, month, day) - known, year)));
        apart.filter(|(days, _)| NEAR.contains(days)).min_by_key(|(days, _)| days.abs()).map(|(_, year)| year)
    }

    /// The year of a month at `at`: that of the nearest full date, across a year's end the near way.
    pub(crate) fn year_of(&self, at: usize, month: u32) -> Option<i32> {
        let place = self.full.partition_point(|full| full.at < at);
        let before = place.checked_sub(1).and_then(|i| self.full.get(i));
        let after = self.full.get(place);
        let nearest = match (before, after) {
            (Some(b), Some(a)) => {
                if at - b.at <= a.at.saturating_sub(at) {
                    b
                } else {
                    a
                }
            }
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => return None,
        };
        Some(match i64::from(month) - i64::from(nearest.month) {
            10.. => nearest.year - 1,
            ..=-10 => nearest.year + 1,
            _ => nearest.year,
        })
    }

    /// The day a point lies on, as far as the text tells.
    pub(crate) fn resolve(&self, at: usize, m: &Moment) -> Day {
        let base = match m.from {
            Anchor::Itself => return self.itself(at, m),
            Anchor::Report => self.report.or(self.story),
            Anchor::Story => self.story.or(self.report),
        };
        let Some(base) = base else {
            return Day { year: None, month: m.month, day: m.day };
        };
        match m.step {
            Unit::Day => base.plus(m.offset).unwrap_or_default(),
            Unit::Week => weekly(base, m).unwrap_or_default(),
            Unit::Month | Unit::Quarter => {
                let mut day = Day { year: base.year, month: base.month, day: m.day };
                if let Some(month) = day.month {
                    let months = i32::try_from(month).unwrap_or(1) - 1 + m.offset;
                    day.month = u32::try_from(months.rem_euclid(12) + 1).ok();
                    day.year = day.year.map(|year| year + months.div_euclid(12));
                }
                if m.step == Unit::Quarter {
                    day.month = None;
                }
                day
            }
            _ => Day { year: base.year.map(|year| year + m.offset), month: m.month, day: m.day },
        }
    }

    /// A date that is not counted from another.
    fn itself(&self, at: usize, m: &Moment) -> Day {
        if let Piece::Quarter(_) | Piece::Half(_) | Piece::Season(_) | Piece::Feast = m.piece {
            return Day { year: m.year, month: None, day: None };
        }
        if let Piece::Weekday(_) | Piece::Weekend = m.piece {
            return self.report.or(self.story).and_then(|base| last_weekday(base, m)).unwrap_or_default();
        }
        let (year, month, day) = (m.year, m.month, m.day);
        match (year, month, day) {
            (Some(_), _, _) => Day { year, month, day },
            (None, Some(month), _) => Day { year: self.year_of(at, month), month: Some(month), day },
            (None, None, Some(day)) => self.day_of_month(day),
            (None, None, None) if m.clock.is_some() || m.part.is_some() => Day::default(),
            _ => Day::default(),
        }
    }

    /// 17日: of the month of the date last told, or the month beside it where that is much nearer.
    fn day_of_month(&self, day: u32) -> Day {
        let Some(base) = self.story.or(self.report).filter(|base| base.month.is_some()) else {
            return Day { year: None, month: None, day: Some(day) };
        };
        let same = Day { day: Some(day), ..base };
        let (Some(month), Some(base_day)) = (base.month, base.day) else { return same };
        let far = i64::from(day) - i64::from(base_day);
        if far.abs() <= 20 && day <= month_days(base.year, month) {
            return same;
        }
        let step = if far > 0 { -1 } else { 1 };
        let months = i32::try_from(month).unwrap_or(1) - 1 + step;
        let other = Day {
            year: base.year.map(|year| year + months.div_euclid(12)),
            month: u32::try_from(months.rem_euclid(12) + 1).ok(),
            day: Some(day),
        };
        if day <= month_days(other.year, other.month.unwrap_or(1)) { other } else { same }
    }
}

/// 周一: the last one up to the day of the report.
fn last_weekday(base: Day, m: &Moment) -> Option<Day> {
    let number = base.number()?;
    Some(civil(number - (weekday(number) - day_of_week(m)?).rem_euclid(7)))
}

/// 至周一: the first one from a day on.
pub(crate) fn next_weekday(from: i64, m: &Moment) -> Option<Day> {
    Some(civil(from + (day_of_week(m)? - weekday(from)).rem_euclid(7)))
}

/// The day of the week a point is, or begins with.
fn day_of_week(m: &Moment) -> Option<i64> {
    match m.piece {
        Piece::Weekday(n) => Some(i64::from(n)),
        Piece::Weekend => Some(6),
        _ => None,
    }
}

/// 上周五, 下周, 本周末: of the week before, behind, or the same.
fn weekly(base: Day, m: &Moment) -> Option<Day> {
    let number = base.number()?;
    let monday = number - weekday(number) + 1 + 7 * i64::from(m.offset);
    Some(civil(match m.piece {
        Piece::Weekday(n) => monday + i64::from(n) - 1,
        Piece::Weekend => monday + 5,
        _ => monday,
    }))
}

fn civil(days: i64) -> Day {
    let (year, month, day) = civil_from_days(days);
    Day { year: Some(year), month: Some(month), day: Some(day) }
}

/// A stretch of the calendar on from a day: 3天后, 两年前. Months and years keep their own coarseness.
pub(crate) fn counted(base: Day, n: i32, unit: Unit) -> Option<Day> {
    match unit {
        Unit::Day => base.plus(n),
        Unit::Week => base.plus(n * 7),
        Unit::Month => {
            let months = i32::try_from(base.month?).ok()? - 1 + n;
            Some(Day {
                year: base.year.map(|year| year + months.div_euclid(12)),
                month: u32::try_from(months.rem_euclid(12) + 1).ok(),
                day: None,
            })
        }
        Unit::Year => Some(Day { year: Some(base.year? + n), month: None, day: None }),
        _ => None,
    }
}
